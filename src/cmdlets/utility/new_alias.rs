//! `New-Alias`: makes an alias.
use super::aliases::{self, Wanted};
use crate::cmdlets::prelude::*;
use crate::types::enums::SCOPED_ITEM_OPTIONS;

cmdlet! {
    /// Creates a new alias.
    ///
    /// ```powershell
    /// New-Alias -Name sayit -Value Write-Output
    /// sayit hello
    /// # hello
    /// ```
    pub struct NewAlias: "New-Alias", alias "nal", confirm_impact ConfirmImpact::Low,
        output "System.Management.Automation.AliasInfo";

    /// The alias.
    param name: Str, mandatory, position 0, by_name;
    /// The command that it stands for.
    param value: Str, mandatory, position 1, by_name;
    /// A description.
    param description: Str;
    /// Whether it can be changed, and where it is seen.
    param option: Value, ty &SCOPED_ITEM_OPTIONS;
    /// Writes the alias.
    param pass_thru: Switch;
    /// The scope: `Global`, `Local`, `Script`, or how many levels up.
    param scope: Option<Str>;
    /// Replaces an alias, even a read-only one.
    param force: Switch;
}

impl Cmdlet for NewAlias {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let link = aliases::scope(cx, &self.scope)?;
        let wanted = Wanted {
            name: &self.name,
            value: &self.value,
            description: &self.description,
            option: &self.option,
            force: *self.force,
            is_new: true,
            keep_options: false,
        };
        let exists = aliases::in_scope(cx.session, &link, &self.name).is_some();
        if (!exists || *self.force)
            && !cx.should_process(&format!("Name: {} Value: {}", self.name, self.value), "New Alias")?
        {
            return Ok(());
        }
        match aliases::put(cx.session, &link, &wanted) {
            Ok(alias) if *self.pass_thru => {
                let value = aliases::value(cx.session, &alias)?;
                cx.write(value)
            }
            Ok(_) => Ok(()),
            Err(flow) => cx.report(flow),
        }
    }
}
