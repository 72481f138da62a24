//! `Grant-CsPinPolicy`: gives a PIN policy to users.

use super::cs_user::CsUser;
use super::desk_service::Desk;
use super::fault::{bad_argument, refuse};
use super::user_id::{Among, UserId, accounts_for};
use crate::cmdlets::prelude::*;

cmdlet! {
    /// Gives a PIN policy for users to a user, in place of that of his site or the global one. `-PolicyName $null` takes it
    /// away again.
    ///
    /// ```powershell
    /// $null = New-CsPinPolicy -Identity RedmondUsersPinPolicy
    /// Grant-CsPinPolicy -Identity "Ken Myer" -PolicyName RedmondUsersPinPolicy
    /// "$((Get-CsUser "Ken Myer").PinPolicy)"
    /// # RedmondUsersPinPolicy
    /// ```
    pub struct GrantCsPinPolicy: "Grant-CsPinPolicy", should_process, module "Lync",
        class "Microsoft.Rtc.Management.AD.Cmdlets.GrantCsPinPolicyCmdlet",
        output "Microsoft.Rtc.Management.ADConnect.Schema.ADUser";

    /// The user, in any form or as an object; a display name may contain *.
    param identity: UserId, mandatory, position 0, pipeline, by_name;
    /// The policy's name, without `tag:`; $null takes the granted policy away.
    param policy_name: Str, position 1, allow_null, allow_empty_string;
    /// Accepted for scripts that give it: there is one directory.
    param domain_controller: Str;
    /// Writes the user.
    param pass_thru: Switch;
}

impl Cmdlet for GrantCsPinPolicy {
    fn begin(&mut self, cx: &mut Cx) -> Outcome {
        if cx.is_bound("PolicyName") {
            return Ok(());
        }
        Err(bad_argument(cx, "The policy's name is missing. Use -PolicyName $null to take a granted policy away."))
    }

    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let desk = Desk::of(cx)?;
        let policy = Some(self.policy_name.trim()).filter(|name| !name.is_empty());
        for account in accounts_for(cx, &desk, &self.identity, Among::Enabled)? {
            if !cx.should_process(account.label(), "Grant-CsPinPolicy")? {
                continue;
            }
            match desk.change(|desk| desk.grant_pin_policy(account.id, policy)) {
                Ok(account) if *self.pass_thru => cx.write(CsUser::user(account))?,
                Ok(_) => {}
                Err(fault) => refuse(cx, &fault, account.label())?,
            }
        }
        Ok(())
    }
}
