//! `Get-Host`: the program around the session.
use crate::cmdlets::prelude::*;

cmdlet! {
    /// Gets an object that represents the current host program.
    ///
    /// ```powershell
    /// (Get-Host).Name
    /// # ConsoleHost
    /// ```
    pub struct GetHost: "Get-Host", output "System.Management.Automation.Host.PSHost";
}

impl Cmdlet for GetHost {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let host = crate::engine::host_object::host_object();
        cx.write(host)
    }
}
