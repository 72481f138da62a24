//! `Disable-CsUser`: takes everything of the product from a user.

use super::cs_user::CsUser;
use super::desk_service::Desk;
use super::fault::refuse;
use super::user_id::{Among, UserId, accounts_for};
use crate::cmdlets::prelude::*;

cmdlet! {
    /// Takes everything of the product from a user: address, number, policies, PIN and its history. The account stays in the
    /// directory. To disable somebody for a time, use Set-CsUser -Enabled $False.
    ///
    /// ```powershell
    /// Disable-CsUser -Identity "Ken Myer"
    /// @(Get-CsUser -Filter {SamAccountName -eq "kenmyer"}).Count
    /// # 0
    /// (Get-CsAdUser "Ken Myer").SamAccountName
    /// # kenmyer
    /// ```
    pub struct DisableCsUser: "Disable-CsUser", should_process, module "Lync",
        class "Microsoft.Rtc.Management.AD.Cmdlets.DisableCsUserCmdlet";

    /// The user, in any form or as an object; a display name may contain *.
    param identity: UserId, mandatory, position 0, pipeline, by_name;
    /// Accepted for scripts that give it: there is one directory.
    param domain_controller: Str;
    /// Writes the account.
    param pass_thru: Switch;
}

impl Cmdlet for DisableCsUser {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let desk = Desk::of(cx)?;
        for account in accounts_for(cx, &desk, &self.identity, Among::EnabledUsers)? {
            if !cx.should_process(account.label(), "Disable-CsUser")? {
                continue;
            }
            match desk.change(|desk| desk.disable(account.id)) {
                Ok(account) if *self.pass_thru => cx.write(CsUser::ad_user(account))?,
                Ok(_) => {}
                Err(fault) => refuse(cx, &fault, account.label())?,
            }
        }
        Ok(())
    }
}
