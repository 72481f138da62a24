//! `Get-CsPinPolicy`: the PIN policies.

use super::desk_service::Desk;
use super::fault::{refuse, stop};
use super::pin_policy::pin_policy_object;
use super::xds::{pattern, scope_of};
use crate::cmdlets::prelude::*;

cmdlet! {
    /// Returns PIN policies: all of them, the global one first; the one at an identity; or those whose identity a pattern
    /// fits.
    ///
    /// ```powershell
    /// Get-CsPinPolicy | Select-Object Identity, MinPasswordLength, AllowCommonPatterns
    /// #
    /// # Identity MinPasswordLength AllowCommonPatterns
    /// # -------- ----------------- -------------------
    /// # Global                   5               False
    /// #
    /// Get-CsPinPolicy -Filter "tag:*"
    /// ```
    pub struct GetCsPinPolicy: "Get-CsPinPolicy", default_set "Identity", module "Lync",
        class "Microsoft.Rtc.Management.Internal.GetCsPinPolicyCmdlet",
        output "Microsoft.Rtc.Management.WritableConfig.Policy.UserPin.UserPinPolicy";

    /// The policy: `global`, `site:Redmond`, or the name of a policy for users, with or without `tag:`.
    param identity: Str, set "Identity", position 0;
    /// A pattern over the identities, such as "site:*".
    param filter: Str, set "Filter";
    /// Accepted for scripts that give it: there is one store.
    param local_store: Switch;
    /// Accepted for scripts that give it: there is one tenant.
    param tenant: Value;
}

impl Cmdlet for GetCsPinPolicy {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let desk = Desk::of(cx)?;
        if !self.identity.trim().is_empty() {
            let scope = scope_of(cx, &self.identity)?;
            return match desk.read(|desk| desk.pin_policy(&scope)) {
                Ok(policy) => cx.write(pin_policy_object(&policy)),
                Err(fault) => refuse(cx, &fault, &self.identity),
            };
        }
        let wanted = if cx.is_bound("Filter") { Some(pattern(cx, &self.filter)?) } else { None };
        let policies = desk.read(|desk| desk.pin_policies()).map_err(|fault| stop(cx, &fault))?;
        for policy in policies {
            if wanted.as_ref().is_none_or(|wanted| wanted.is_match(&policy.scope.to_string())) {
                cx.write(pin_policy_object(&policy))?;
            }
        }
        Ok(())
    }
}
