//! `Remove-CsPinPolicy`: removes PIN policies.

use super::desk_service::Desk;
use super::fault::refuse;
use super::xds::scope_of;
use crate::cmdlets::prelude::*;

cmdlet! {
    /// Removes a PIN policy; the users whom it governed fall to the policy of their site, else to the global one. The global
    /// policy cannot be removed: its settings go back to their defaults.
    ///
    /// ```powershell
    /// Set-CsPinPolicy -MinPasswordLength 11
    /// Remove-CsPinPolicy -Identity global
    /// (Get-CsPinPolicy -Identity global).MinPasswordLength
    /// # 5
    /// ```
    pub struct RemoveCsPinPolicy: "Remove-CsPinPolicy", should_process, module "Lync",
        class "Microsoft.Rtc.Management.Internal.RemoveCsPinPolicyCmdlet";

    /// The policy: `global`, `site:Redmond`, or the name of a policy for users.
    param identity: Str, mandatory, position 0, by_name;
    /// Accepted for scripts that give it.
    param force: Switch;
    /// Accepted for scripts that give it: there is one tenant.
    param tenant: Value;
}

impl Cmdlet for RemoveCsPinPolicy {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let scope = scope_of(cx, &self.identity)?;
        let desk = Desk::of(cx)?;
        if !cx.should_process(&scope.to_string(), "Remove-CsPinPolicy")? {
            return Ok(());
        }
        match desk.change(|desk| desk.remove_pin_policy(&scope)) {
            Ok(()) => Ok(()),
            Err(fault) => refuse(cx, &fault, &self.identity),
        }
    }
}
