//! `Reset-CsClientPin`: a user changes his own PIN.

use super::desk_service::Desk;
use super::fault::bad_argument;
use super::set_cs_client_pin::refuse_pin;
use super::user_id::{Among, UserId, accounts_for};
use crate::cmdlets::prelude::*;
use crate::pin::Pin;

cmdlet! {
    /// Changes a user's PIN as he does it himself, by proving the current one. The rules of the policy hold and so does the
    /// history: a PIN that is still remembered is refused. A wrong current PIN counts as a failure. An expired PIN can be
    /// changed so, a locked one cannot.
    ///
    /// ```powershell
    /// Set-CsClientPin -Identity "Ken Myer" -Pin 121989
    /// Reset-CsClientPin -Identity "Ken Myer" -CurrentPin 121989 -NewPin 383042650
    /// (Test-CsClientPin "sip:kenmyer@litwareinc.com" 383042650).Result
    /// # Success
    /// ```
    pub struct ResetCsClientPin: "Reset-CsClientPin", should_process, module "Lync",
        class "Microsoft.Rtc.Management.UserPinService.ResetCsClientPinCmdlet";

    /// The user.
    param identity: UserId, mandatory, position 0, pipeline, by_name;
    /// The PIN in force.
    param current_pin: Str, mandatory;
    /// The PIN to be.
    param new_pin: Str, mandatory;
}

impl Cmdlet for ResetCsClientPin {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let desk = Desk::of(cx)?;
        let accounts = accounts_for(cx, &desk, &self.identity, Among::Enabled)?;
        let [account] = accounts.as_slice() else {
            return match accounts.is_empty() {
                true => Ok(()),
                false => Err(bad_argument(cx, "A user changes his own PIN only: the identity fits several users.")),
            };
        };
        if !cx.should_process(account.label(), "Reset-CsClientPin")? {
            return Ok(());
        }
        let (current, new) = (Pin::new(self.current_pin.as_str()), Pin::new(self.new_pin.as_str()));
        match desk.change(|desk| desk.change_pin(account.id, &current, &new)) {
            Ok(()) => Ok(()),
            Err(fault) => refuse_pin(cx, &fault, account),
        }
    }
}
