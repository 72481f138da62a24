//! `Remove-PSDrive`: takes a drive away.
use super::get_ps_drive::missing;
use super::paths;
use crate::cmdlets::prelude::*;

cmdlet! {
    /// Deletes temporary drives.
    ///
    /// ```powershell
    /// New-PSDrive Root FileSystem / | Out-Null
    /// Remove-PSDrive Root
    /// Test-Path Root:
    /// # False
    /// ```
    pub struct RemovePsDrive: "Remove-PSDrive", alias "rdr", default_set "Name", should_process,
        module "Microsoft.PowerShell.Management";

    /// The names, wildcards allowed.
    param name: Vec<Str>, set "Name", mandatory, position 0, by_name;
    /// The names, taken as they are.
    param literal_name: Vec<Str>, set "LiteralName", mandatory, position 0, by_name;
    /// Providers whose drives are removed.
    param ps_provider: Vec<Str>, name "PSProvider", by_name;
    /// The scope, of which the drives here have but one.
    param scope: Str, by_name;
    /// Removes a drive that is in use.
    param force: Switch;
}

impl Cmdlet for RemovePsDrive {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let (names, literal) = paths::given(&self.name, &self.literal_name);
        for wanted in names {
            let fits = |name: &str| match literal {
                true => name.eq_ignore_ascii_case(wanted),
                false => paths::fits(wanted, name),
            };
            let found: Vec<Str> =
                cx.session.drives.iter().map(|drive| drive.0.clone()).filter(|name| fits(name)).collect();
            if found.is_empty() && (literal || !crate::text::wildcard::contains_wildcards(wanted)) {
                cx.error(missing("DriveNotFound", wanted))?;
            }
            for name in found {
                let target = format!("Name: {name} Provider: Microsoft.PowerShell.Core\\FileSystem");
                if cx.should_process(&target, "Remove drive")? {
                    cx.session.drives.retain(|drive| drive.0 != name);
                }
            }
        }
        Ok(())
    }
}
