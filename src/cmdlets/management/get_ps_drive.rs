//! `Get-PSDrive`: the drives.
use super::{drives, paths};
use crate::cmdlets::prelude::*;
use crate::engine::drive::DRIVE_NOT_FOUND_EXCEPTION;

cmdlet! {
    /// Gets drives in the current session.
    ///
    /// ```powershell
    /// (Get-PSDrive env).Name
    /// # Env
    /// ```
    pub struct GetPsDrive: "Get-PSDrive", alias "gdr", default_set "Name", module "Microsoft.PowerShell.Management";

    /// The names, wildcards allowed.
    param name: Vec<Str>, set "Name", position 0, by_name;
    /// The names, taken as they are.
    param literal_name: Vec<Str>, set "LiteralName", mandatory, position 0, by_name;
    /// The scope, of which the drives here have but one.
    param scope: Str, by_name;
    /// Drives of these providers only.
    param ps_provider: Vec<Str>, name "PSProvider", by_name;
}

/// The error for a drive that there is none of.
pub fn missing(id: &str, name: &str) -> Fault {
    let text = format!("Cannot find drive. A drive with the name '{name}' does not exist.");
    Fault::new(id, ErrorCategory::ObjectNotFound, text).of(&DRIVE_NOT_FOUND_EXCEPTION).target(Value::from(name))
}

impl Cmdlet for GetPsDrive {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let mut all = drives::all(cx.session);
        if !self.ps_provider.is_empty() {
            let mut kept = Vec::new();
            for (name, drive) in all {
                let provider = cx.session.get_property(&drive, Symbol::new("Provider"))?;
                let provider = cx.session.get_property(&provider, Symbol::new("Name"))?;
                let provider = convert::to_text(cx.session, &provider)?;
                if paths::passes(&provider, &self.ps_provider, &[]) {
                    kept.push((name, drive));
                }
            }
            all = kept;
        }
        let (names, literal) = paths::given(&self.name, &self.literal_name);
        if names.is_empty() {
            return all.into_iter().try_for_each(|(_, drive)| cx.write(drive));
        }
        for wanted in names {
            let mut found = false;
            for (name, drive) in &all {
                let fits = if literal { name.eq_ignore_ascii_case(wanted) } else { paths::fits(wanted, name) };
                if fits {
                    found = true;
                    cx.write(drive.clone())?;
                }
            }
            if !found && (literal || !crate::text::wildcard::contains_wildcards(wanted)) {
                cx.error(missing("GetLocationNoMatchingDrive", wanted))?;
            }
        }
        Ok(())
    }
}
