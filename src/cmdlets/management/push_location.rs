//! `Push-Location`: remembers where the shell is, and goes elsewhere.
use super::set_location::go;
use crate::cmdlets::prelude::*;
use crate::engine::psobject;

cmdlet! {
    /// Adds the current location to the top of a location stack.
    ///
    /// ```powershell
    /// Set-Location /; Push-Location /tmp; Pop-Location
    /// (Get-Location).Path
    /// # /
    /// ```
    pub struct PushLocation: "Push-Location", alias "pushd", default_set "Path",
        module "Microsoft.PowerShell.Management";

    /// Where to go.
    param path: Option<Str>, set "Path", position 0, pipeline, by_name;
    /// Where to go, the name taken as it is.
    param literal_path: Option<Str>, alias "PSPath", alias "LP", set "LiteralPath", by_name;
    /// Returns the new location.
    param pass_thru: Switch;
    /// The name of the stack.
    param stack_name: Option<Str>, by_name;
}

impl Cmdlet for PushLocation {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let here = cx.session.shown_location();
        let target = self.literal_path.clone().or_else(|| self.path.clone());
        if let Some(target) = target
            && let Err(flow) = go(cx, &target, self.literal_path.is_some())
        {
            return cx.report(flow);
        }
        cx.session.location_stack.push(here);
        if *self.pass_thru {
            let here = psobject::path_info(cx.session);
            return cx.write(here);
        }
        Ok(())
    }
}
