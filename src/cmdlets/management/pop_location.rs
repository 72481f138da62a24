//! `Pop-Location`: goes back to the location that was pushed last.
use super::set_location::go;
use crate::cmdlets::prelude::*;
use crate::engine::psobject;

cmdlet! {
    /// Changes the current location to the location most recently pushed onto the stack.
    ///
    /// ```powershell
    /// Set-Location /; Push-Location /tmp; Pop-Location
    /// (Get-Location).Path
    /// # /
    /// ```
    pub struct PopLocation: "Pop-Location", alias "popd", module "Microsoft.PowerShell.Management";

    /// Returns the new location.
    param pass_thru: Switch;
    /// The name of the stack.
    param stack_name: Option<Str>, by_name;
}

impl Cmdlet for PopLocation {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        if let Some(back) = cx.session.location_stack.pop()
            && let Err(flow) = go(cx, &back, true)
        {
            return cx.report(flow);
        }
        if *self.pass_thru {
            let here = psobject::path_info(cx.session);
            return cx.write(here);
        }
        Ok(())
    }
}
