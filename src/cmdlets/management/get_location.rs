//! `Get-Location`: where the shell is.
use crate::cmdlets::prelude::*;
use crate::engine::psobject;

cmdlet! {
    /// Gets information about the current working location or a location stack.
    ///
    /// ```powershell
    /// Set-Location /
    /// (Get-Location).Path
    /// # /
    /// ```
    pub struct GetLocation: "Get-Location", alias "gl", alias "pwd", default_set "Location",
        module "Microsoft.PowerShell.Management";

    /// The provider whose location is asked for.
    param ps_provider: Vec<Str>, name "PSProvider", set "Location", by_name;
    /// The drive whose location is asked for.
    param ps_drive: Vec<Str>, name "PSDrive", set "Location", by_name;
    /// The locations that were pushed.
    param stack: Switch, set "Stack";
    /// The name of the stack.
    param stack_name: Vec<Str>, set "Stack", by_name;
}

impl Cmdlet for GetLocation {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        if *self.stack {
            for path in cx.session.location_stack.clone().into_iter().rev() {
                cx.write(psobject::path_info_of(&path))?;
            }
            return Ok(());
        }
        let here = psobject::path_info(cx.session);
        cx.write(here)
    }
}
