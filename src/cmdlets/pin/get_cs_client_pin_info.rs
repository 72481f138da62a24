//! `Get-CsClientPinInfo`: what may be seen of users' PINs.

use super::desk_service::Desk;
use super::fault::refuse;
use super::pin_info::PinInfoObject;
use super::user_id::{Among, UserId, accounts_for};
use crate::cmdlets::prelude::*;

cmdlet! {
    /// Returns the state of a user's PIN: whether it is set, whether it is locked, when it was changed and when it
    /// expires. The PIN itself cannot be read by anybody.
    ///
    /// Further properties tell why a PIN does not work: `| Select-Object *` shows the counts of failures, why and until
    /// when it is locked, and the policy in force.
    ///
    /// ```powershell
    /// Get-CsClientPinInfo -Identity "Ken Myer" | Select-Object Identity, IsPinSet, LockReason, EffectivePolicy
    /// #
    /// # Identity                   IsPinSet LockReason EffectivePolicy
    /// # --------                   -------- ---------- ---------------
    /// # sip:kenmyer@litwareinc.com    False None       Global
    /// #
    /// ```
    pub struct GetCsClientPinInfo: "Get-CsClientPinInfo", should_process, module "Lync",
        class "Microsoft.Rtc.Management.UserPinService.GetCsClientPinInfoCmdlet",
        output "Microsoft.Rtc.Management.UserPinService.PinInfoDetails";

    /// The user, in any form or as an object; a display name may contain *.
    param identity: UserId, mandatory, position 0, pipeline, by_name;
}

impl Cmdlet for GetCsClientPinInfo {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let desk = Desk::of(cx)?;
        for account in accounts_for(cx, &desk, &self.identity, Among::Enabled)? {
            if !cx.should_process(account.label(), "Get-CsClientPinInfo")? {
                continue;
            }
            match desk.read(|desk| desk.pin_info(&account)) {
                Ok(info) => cx.write(PinInfoObject::value(info, account.id))?,
                Err(fault) => refuse(cx, &fault, account.label())?,
            }
        }
        Ok(())
    }
}
