//! `New-ADOrganizationalUnit`: makes a unit in the directory's tree.

use super::attributes::unit_object;
use super::fault::{directory_fault, unknown_property};
use crate::cmdlets::pin::desk_service::Desk;
use crate::cmdlets::prelude::*;

cmdlet! {
    /// Makes an organizational unit, below the domain unless -Path names another place. It is protected from accidental
    /// deletion unless told otherwise.
    ///
    /// ```powershell
    /// New-ADOrganizationalUnit -Name Research -Path "DC=litwareinc,DC=com"
    /// (Get-ADOrganizationalUnit -Filter 'Name -eq "Research"').DistinguishedName
    /// # OU=Research,DC=litwareinc,DC=com
    /// ```
    pub struct NewAdOrganizationalUnit: "New-ADOrganizationalUnit", should_process, module "ActiveDirectory",
        class "Microsoft.ActiveDirectory.Management.Commands.NewADOrganizationalUnit",
        output "Microsoft.ActiveDirectory.Management.ADOrganizationalUnit";

    /// The name.
    param name: Str, mandatory, position 0, by_name;
    /// The distinguished name of what it lies below.
    param path: Str, by_name;
    /// What it is for.
    param description: Option<Str>, by_name;
    /// Whether removing it is refused.
    param protected_from_accidental_deletion: Option<bool>, by_name;
    /// Writes the unit.
    param pass_thru: Switch;
    /// Accepted for scripts that give it: there is one directory.
    param server: Str;
    /// Accepted for scripts that give it.
    param credential: Value;
}

impl Cmdlet for NewAdOrganizationalUnit {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let desk = Desk::of(cx)?;
        let path = Some(self.path.trim()).filter(|path| !path.is_empty());
        let root = desk.read(|desk| Ok(desk.domain().root().to_string())).unwrap_or_default();
        let target = format!("OU={},{}", self.name, path.unwrap_or(&root));
        if !cx.should_process(&target, "New")? {
            return Ok(());
        }
        let protected = self.protected_from_accidental_deletion.unwrap_or(true);
        match desk.change(|desk| desk.new_unit(&self.name, path, self.description.as_deref(), protected)) {
            Ok(unit) if *self.pass_thru => match unit_object(cx.session, &unit, &[]) {
                Ok(unit) => cx.write(unit),
                Err(name) => Err(unknown_property(cx, &name)),
            },
            Ok(_) => Ok(()),
            Err(fault) => cx.error(directory_fault(&fault, &target)),
        }
    }
}
