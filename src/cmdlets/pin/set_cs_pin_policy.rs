//! `Set-CsPinPolicy`: changes a PIN policy.

use super::desk_service::Desk;
use super::fault::{bad_argument, refuse};
use super::pin_policy::draft_of;
use super::policy_settings::{GivenSettings, merged};
use super::xds::scope_of;
use crate::cmdlets::prelude::*;

cmdlet! {
    /// Changes the settings of a PIN policy: of the global one unless -Identity names another, or of each policy object that
    /// comes through the pipeline. An object that New-CsPinPolicy -InMemory made is kept as a new policy.
    ///
    /// ```powershell
    /// Set-CsPinPolicy -MinPasswordLength 6 -MaximumLogonAttempts 10
    /// Get-CsPinPolicy -Identity global | Select-Object MinPasswordLength, MaximumLogonAttempts
    /// #
    /// # MinPasswordLength MaximumLogonAttempts
    /// # ----------------- --------------------
    /// #                 6                   10
    /// #
    /// ```
    pub struct SetCsPinPolicy: "Set-CsPinPolicy", default_set "Identity", should_process, module "Lync",
        class "Microsoft.Rtc.Management.Internal.SetCsPinPolicyCmdlet";

    /// The policy: `global`, `site:Redmond`, or the name of a policy for users.
    param identity: Str, set "Identity", position 0;
    /// A policy object, as Get-CsPinPolicy and New-CsPinPolicy write it.
    param instance: Value, set "Instance", pipeline, ty &crate::value::types::PS_OBJECT;
    /// The least number of digits, 4 to 24.
    param min_password_length: Option<u32>;
    /// How many PINs are remembered that a user cannot choose again, 0 to 20.
    param pin_history_count: Option<u64>, name "PINHistoryCount";
    /// After how many days a PIN expires, 0 (never) to 999; needs a history.
    param pin_lifetime: Option<u64>, name "PINLifetime";
    /// Whether PINs such as 123456 or 222222 are allowed.
    param allow_common_patterns: Option<bool>;
    /// How many failures lock a PIN for an hour, 1 to 999; $null leaves it to the PIN's length.
    param maximum_logon_attempts: Option<u32>, allow_null;
    /// Whether further guessable PINs are refused.
    param strict: Option<bool>;
    /// What the policy is for.
    param description: Option<Str>, allow_null, allow_empty_string;
    /// Accepted for scripts that give it.
    param force: Switch;
    /// Accepted for scripts that give it: there is one tenant.
    param tenant: Value;
}

impl Cmdlet for SetCsPinPolicy {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let given = GivenSettings {
            min_length: self.min_password_length,
            history_count: self.pin_history_count,
            allow_common_patterns: self.allow_common_patterns,
            lifetime_days: self.pin_lifetime,
            max_attempts: self.maximum_logon_attempts,
            strict: self.strict,
        };
        let change = given.change(cx);
        let described = cx.is_bound("Description");
        let description = self.description.as_ref().map(Str::as_str).filter(|text| !text.is_empty());
        if !cx.is_bound("Instance") {
            let scope = scope_of(cx, &self.identity)?;
            let desk = Desk::of(cx)?;
            if !cx.should_process(&scope.to_string(), "Set-CsPinPolicy")? {
                return Ok(());
            }
            let description = described.then_some(description);
            return match desk.change(|desk| desk.set_pin_policy(&scope, description, &change)) {
                Ok(_) => Ok(()),
                Err(fault) => refuse(cx, &fault, &scope.to_string()),
            };
        }
        let Some(mut draft) = draft_of(&self.instance) else {
            return Err(bad_argument(cx, "The instance is no PIN policy. Use an object of Get- or New-CsPinPolicy."));
        };
        draft.change = merged(&draft.change, &change);
        if described {
            draft.description = description.map(str::to_string);
        }
        let identity = draft.scope.to_string();
        let desk = Desk::of(cx)?;
        if !cx.should_process(&identity, "Set-CsPinPolicy")? {
            return Ok(());
        }
        match desk.change(|desk| desk.put_pin_policy(&draft.policy()?)) {
            Ok(_) => Ok(()),
            Err(fault) => refuse(cx, &fault, &identity),
        }
    }
}
