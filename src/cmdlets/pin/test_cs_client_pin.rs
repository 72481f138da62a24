//! `Test-CsClientPin`: verifies a PIN as the conferencing attendant would.

use super::desk_service::Desk;
use super::fault::{bad_argument, stop};
use crate::cmdlets::prelude::*;
use crate::pin::Pin;

cmdlet! {
    /// Verifies a PIN for a phone number, an extension or a SIP address, as a call to the attendant does. It is a real
    /// verification: a wrong PIN counts as a failure of its owner and may lock him out.
    ///
    /// ```powershell
    /// Set-CsClientPin -Identity "Ken Myer" -Pin 121989
    /// (Test-CsClientPin -PhoneOrExt "sip:kenmyer@litwareinc.com" -Pin 121989).Result
    /// # Success
    /// (Test-CsClientPin -PhoneOrExt "sip:kenmyer@litwareinc.com" -Pin 424242).Reason
    /// # IncorrectPin
    /// ```
    pub struct TestCsClientPin: "Test-CsClientPin", module "Lync",
        class "Microsoft.Rtc.Management.UserPinService.TestCsClientPinCmdlet", output "Pinsh.PinVerification";

    /// What the caller enters: a phone number, an extension, or a SIP address.
    param phone_or_ext: Str, mandatory, position 0, alias "ph", alias "PhoneOrExtension";
    /// The PIN.
    param pin: Str, mandatory, position 1;
    /// The SIP address that the caller claims; the PIN must be this user's.
    param user_sip_address: Str, alias "ua";
}

impl Cmdlet for TestCsClientPin {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        if self.phone_or_ext.trim().is_empty() {
            return Err(bad_argument(cx, "The phone number or extension is empty."));
        }
        let desk = Desk::of(cx)?;
        let pin = Pin::new(self.pin.as_str());
        let address = Some(self.user_sip_address.trim()).filter(|address| !address.is_empty());
        match desk.change(|desk| desk.verify_entry(&self.phone_or_ext, &pin, address)) {
            Err(fault) => Err(stop(cx, &fault)),
            Ok(verification) => {
                let result = if verification.reason.is_none() { "Success" } else { "Failure" };
                let text = |text: Option<&str>| text.map_or(Value::Null, Value::from);
                cx.write(Value::typed_object(
                    "Pinsh.PinVerification",
                    [
                        ("Result", Value::from(result)),
                        ("OwnerUri", text(verification.owner.as_deref())),
                        ("Reason", text(verification.reason.map(|reason| reason.word()))),
                    ],
                ))
            }
        }
    }
}
