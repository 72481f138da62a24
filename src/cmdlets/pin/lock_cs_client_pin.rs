//! `Lock-CsClientPin`: stops a user from authenticating with his PIN.

use super::desk_service::Desk;
use super::fault::refuse;
use super::user_id::{Among, UserId, accounts_for};
use crate::cmdlets::prelude::*;

cmdlet! {
    /// Locks a user's PIN: he can no longer authenticate with it at phones and in dial-in conferences, while his name and
    /// password keep working. Only Unlock-CsClientPin takes the lock away. Locking a locked PIN changes nothing.
    ///
    /// ```powershell
    /// Lock-CsClientPin -Identity "Ken Myer"
    /// (Get-CsClientPinInfo -Identity "Ken Myer").LockReason
    /// # Administrator
    /// ```
    pub struct LockCsClientPin: "Lock-CsClientPin", should_process, module "Lync",
        class "Microsoft.Rtc.Management.UserPinService.LockCsClientPinCmdlet";

    /// The user, in any form or as an object; a display name may contain *.
    param identity: UserId, mandatory, position 0, pipeline, by_name;
    /// Accepted for scripts that give it.
    param force: Switch;
}

impl Cmdlet for LockCsClientPin {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let desk = Desk::of(cx)?;
        for account in accounts_for(cx, &desk, &self.identity, Among::Enabled)? {
            if !cx.should_process(account.label(), "Lock-CsClientPin")? {
                continue;
            }
            if let Err(fault) = desk.change(|desk| desk.lock_pin(account.id)) {
                refuse(cx, &fault, account.label())?;
            }
        }
        Ok(())
    }
}
