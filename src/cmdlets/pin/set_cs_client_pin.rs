//! `Set-CsClientPin`: sets a user's PIN, or generates one.

use super::desk_service::Desk;
use super::fault::{bad_argument, fault_of, refuse};
use super::user_id::{Among, UserId, report};
use crate::cmdlets::prelude::*;
use crate::pin::{Pin, PinFault};
use crate::store::Account;
use crate::store::desk::DeskFault;

cmdlet! {
    /// Sets the PIN with which a user authenticates at a phone: when he dials in to a conference or signs in to a desk
    /// phone. Without -Pin a random one is made that keeps the rules of the policy in force, and is shown this once:
    /// nobody can read a PIN back.
    ///
    /// An explicit PIN must have the policy's minimum length, digits only, and no common pattern unless the policy allows
    /// them. The PIN history does not bind an administrator. A locked PIN must be unlocked first.
    ///
    /// ```powershell
    /// Set-CsClientPin -Identity "Ken Myer" -Pin 121989
    /// (Get-CsClientPinInfo -Identity "Ken Myer").IsPinSet
    /// # True
    /// ```
    ///
    /// A new PIN for everybody in a department, kept in a variable:
    ///
    /// ```powershell
    /// $pins = Get-CsUser -LdapFilter "Department=Finance" | Set-CsClientPin
    /// $pins[0].Pin.Length
    /// # 5
    /// ```
    pub struct SetCsClientPin: "Set-CsClientPin", should_process, module "Lync",
        class "Microsoft.Rtc.Management.UserPinService.SetCsClientPinCmdlet";

    /// The user: a SIP address, a user principal name, DOMAIN\name, a display name (in which * stands for anything), a
    /// distinguished name, a GUID, or an object of Get-CsUser, Get-CsAdUser or Get-CsClientPinInfo.
    param identity: UserId, mandatory, position 0, pipeline, by_name;
    /// The new PIN. Left out, one is generated.
    param pin: Str, position 1, allow_null, allow_empty_string;
    /// Sets the same explicit PIN for several users whose display names a wildcard fits.
    param force: Switch;
}

/// What the generated PIN's object is.
pub const GENERATED_PIN: &str = "Microsoft.Rtc.Management.UserPinService.GeneratedPin";

impl Cmdlet for SetCsClientPin {
    fn begin(&mut self, cx: &mut Cx) -> Outcome {
        if cx.is_bound("Pin") && self.pin.trim().is_empty() {
            return Err(bad_argument(cx, "The PIN is empty. Leave out -Pin to have a PIN generated."));
        }
        Ok(())
    }

    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let desk = Desk::of(cx)?;
        let accounts = match desk.read(|desk| self.identity.accounts(desk, Among::Enabled)) {
            Ok(accounts) => accounts,
            // The words that scripts wait for after enabling somebody.
            Err(DeskFault::NotEnabled(user)) => {
                return refuse(cx, &DeskFault::NotHomed { user, pool: None }, self.identity.shown());
            }
            Err(fault) => return report(cx, &desk, &self.identity, &fault),
        };
        if accounts.len() > 1 && cx.is_bound("Pin") && !*self.force {
            let message = format!(
                "The identity \"{}\" fits {} users. Use -Force to give all of them the same PIN, or leave out -Pin so \
                 that each gets his own.",
                self.identity.shown(),
                accounts.len()
            );
            let fault = Fault::new("SeveralUsers", ErrorCategory::InvalidArgument, message);
            return cx.error(fault.target(Value::from(self.identity.shown())));
        }
        for account in accounts {
            if !cx.should_process(account.label(), "Set-CsClientPin")? {
                continue;
            }
            if cx.is_bound("Pin") { self.set(cx, &desk, &account)? } else { generate(cx, &desk, &account)? }
        }
        Ok(())
    }
}

impl SetCsClientPin {
    fn set(&self, cx: &mut Cx, desk: &Desk, account: &Account) -> Outcome {
        let pin = Pin::new(self.pin.as_str());
        self.warn_of_lost_zeros(cx, desk, account, &pin)?;
        match desk.change(|desk| desk.set_pin(account.id, &pin)) {
            Ok(()) => cx.verbose(format!("The PIN of \"{}\" is set.", account.label())),
            Err(fault) => refuse_pin(cx, &fault, account),
        }
    }

    /// A number has lost its leading zeros before it comes here.
    fn warn_of_lost_zeros(&self, cx: &mut Cx, desk: &Desk, account: &Account, pin: &Pin) -> Outcome {
        let Ok(policy) = desk.read(|desk| desk.effective_pin_policy(account)) else { return Ok(()) };
        let text = pin.reveal();
        let is_number = text.bytes().all(|b| b.is_ascii_digit()) && !text.starts_with('0');
        if !is_number || pin.length() >= usize::from(policy.settings.min_length) {
            return Ok(());
        }
        cx.warning(format!(
            "The PIN for \"{}\" has fewer digits than the policy's minimum of {}. A number in a variable loses its leading \
             zeros: keep PINs as text, in quotes.",
            account.label(),
            policy.settings.min_length
        ))
    }
}

fn generate(cx: &mut Cx, desk: &Desk, account: &Account) -> Outcome {
    match desk.change(|desk| desk.generate_pin(account.id)) {
        Ok(pin) => cx.write(Value::typed_object(
            GENERATED_PIN,
            [("Identity", Value::from(account.label())), ("Pin", Value::from(pin.reveal()))],
        )),
        Err(fault) => refuse_pin(cx, &fault, account),
    }
}

/// Reports a refusal with the user whom it concerns, which a bulk run needs to know.
pub fn refuse_pin(cx: &mut Cx, fault: &DeskFault, account: &Account) -> Outcome {
    match fault {
        DeskFault::Pin(PinFault::Hash(_)) => refuse(cx, fault, account.label()),
        DeskFault::Pin(_) | DeskFault::PinNotUnique => {
            let mut error = fault_of(fault, Value::from(account.label()));
            error.message = Str::from(format!("{}: {}", account.label(), error.message));
            cx.error(error)
        }
        _ => refuse(cx, fault, account.label()),
    }
}
