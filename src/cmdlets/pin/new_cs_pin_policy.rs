//! `New-CsPinPolicy`: makes a PIN policy for a site or for users.

use super::desk_service::Desk;
use super::fault::stop;
use super::pin_policy::pin_policy_object;
use super::policy_settings::GivenSettings;
use super::xds::scope_of;
use crate::cmdlets::prelude::*;
use crate::pin::{PinPolicy, Settings};
use crate::store::desk::DeskFault;

cmdlet! {
    /// Makes a PIN policy for a site, which governs the users of the site's pools, or for users, to whom
    /// Grant-CsPinPolicy gives it. The global policy always exists.
    ///
    /// ```powershell
    /// (New-CsPinPolicy -Identity RedmondUsersPinPolicy -MinPasswordLength 7).Identity
    /// # Tag:RedmondUsersPinPolicy
    /// ```
    ///
    /// A policy in memory is only kept when it is handed to Set-CsPinPolicy:
    ///
    /// ```powershell
    /// $x = New-CsPinPolicy -Identity "site:Redmond" -InMemory
    /// $x.MinPasswordLength = 10
    /// Set-CsPinPolicy -Instance $x
    /// (Get-CsPinPolicy -Identity "site:Redmond").MinPasswordLength
    /// # 10
    /// ```
    pub struct NewCsPinPolicy: "New-CsPinPolicy", should_process, module "Lync",
        class "Microsoft.Rtc.Management.Internal.NewCsPinPolicyCmdlet",
        output "Microsoft.Rtc.Management.WritableConfig.Policy.UserPin.UserPinPolicy";

    /// `site:Redmond`, or a name for a policy that is granted to users.
    param identity: Str, mandatory, position 0;
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
    /// Whether further guessable PINs are refused: repeated blocks, keypad lines, spelled names and others.
    param strict: Option<bool>;
    /// What the policy is for.
    param description: Option<Str>, allow_null, allow_empty_string;
    /// Returns the policy without keeping it.
    param in_memory: Switch;
    /// Accepted for scripts that give it.
    param force: Switch;
    /// Accepted for scripts that give it: there is one tenant.
    param tenant: Value;
}

impl Cmdlet for NewCsPinPolicy {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let scope = scope_of(cx, &self.identity)?;
        let given = GivenSettings {
            min_length: self.min_password_length,
            history_count: self.pin_history_count,
            allow_common_patterns: self.allow_common_patterns,
            lifetime_days: self.pin_lifetime,
            max_attempts: self.maximum_logon_attempts,
            strict: self.strict,
        };
        let change = given.change(cx);
        let description = self.description.as_ref().map(Str::as_str).filter(|text| !text.is_empty());
        if *self.in_memory {
            let settings = Settings::default().with(&change).map_err(|fault| stop(cx, &DeskFault::from(fault)))?;
            let policy = PinPolicy { scope, description: description.map(str::to_string), settings };
            return cx.write(pin_policy_object(&policy));
        }
        let desk = Desk::of(cx)?;
        if !cx.should_process(&scope.to_string(), "New-CsPinPolicy")? {
            return Ok(());
        }
        match desk.change(|desk| desk.new_pin_policy(&scope, description, &change)) {
            Ok(policy) => cx.write(pin_policy_object(&policy)),
            Err(fault) => Err(stop(cx, &fault)),
        }
    }
}
