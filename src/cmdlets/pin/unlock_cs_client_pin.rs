//! `Unlock-CsClientPin`: takes every lock from a user's PIN.

use super::desk_service::Desk;
use super::fault::refuse;
use super::user_id::{Among, UserId, accounts_for};
use crate::cmdlets::prelude::*;

cmdlet! {
    /// Unlocks a user's PIN, whether an administrator or the system has locked it, and sets the counts of failures to 0.
    /// The PIN stays the same. Unlocking a PIN that is not locked only resets the counts.
    ///
    /// ```powershell
    /// Lock-CsClientPin -Identity "Ken Myer"
    /// Unlock-CsClientPin -Identity "Ken Myer"
    /// (Get-CsClientPinInfo -Identity "Ken Myer").IsLockedOut
    /// # False
    /// ```
    pub struct UnlockCsClientPin: "Unlock-CsClientPin", should_process, module "Lync",
        class "Microsoft.Rtc.Management.UserPinService.UnlockCsClientPinCmdlet";

    /// The user, in any form or as an object; a display name may contain *.
    param identity: UserId, mandatory, position 0, pipeline, by_name;
    /// Accepted for scripts that give it.
    param force: Switch;
}

impl Cmdlet for UnlockCsClientPin {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let desk = Desk::of(cx)?;
        for account in accounts_for(cx, &desk, &self.identity, Among::Enabled)? {
            if !cx.should_process(account.label(), "Unlock-CsClientPin")? {
                continue;
            }
            if let Err(fault) = desk.change(|desk| desk.unlock_pin(account.id)) {
                refuse(cx, &fault, account.label())?;
            }
        }
        Ok(())
    }
}
