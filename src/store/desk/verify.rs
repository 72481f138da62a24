//! Verifying PINs: who a number, an extension or an address may be, and whose PIN it is.

use super::{DeskFault, PinDesk};
use crate::pin::{Attempt, FailureReason, Pin, PinState, Settings, Status, release, reserve, succeed};
use crate::store::{Account, AccountId, Attribute, Key, Predicate, fold};

/// The result of a verification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verification {
    /// Whose PIN it is: his SIP address. Only after a success.
    pub owner: Option<String>,
    /// Why it failed.
    pub reason: Option<FailureReason>,
}

impl Verification {
    const fn failed(reason: FailureReason) -> Self {
        Verification { owner: None, reason: Some(reason) }
    }
}

/// An account whose attempt has been counted.
struct Reserved {
    account: Account,
    settings: Settings,
    attempt: Attempt,
    right: bool,
}

impl PinDesk {
    /// Whom a caller's entry may mean: the owner of a `sip:` address; those whose extension the digits are; else those
    /// whose number it is once `normalize` has made a full number (`+14255551219`) of it.
    ///
    /// # Errors
    /// The store's.
    pub fn callers(&self, entry: &str, normalize: &dyn Fn(&str) -> Option<String>) -> Result<Vec<Account>, DeskFault> {
        let entry = entry.trim();
        let in_product = Predicate::present(Attribute::SipAddress);
        if entry.contains('@') {
            let found = self.find(entry, &in_product)?;
            return Ok(found.into_iter().map(|found| found.account).collect());
        }
        let bare = if entry.get(..4).is_some_and(|prefix| prefix.eq_ignore_ascii_case("tel:")) {
            entry.get(4..).unwrap_or_default()
        } else {
            entry
        };
        if bare.contains(';') {
            return Ok(self.store.accounts_by_key(Key::LineUri, &format!("tel:{}", fold(bare)))?);
        }
        if !bare.is_empty() && bare.bytes().all(|b| b.is_ascii_digit()) {
            let sharing = self.store.accounts_by_key(Key::Extension, bare)?;
            if !sharing.is_empty() {
                return Ok(sharing);
            }
        }
        let number = normalize(bare).unwrap_or_else(|| bare.to_string());
        let number = fold(&number);
        let number = number.strip_prefix("tel:").unwrap_or(&number);
        match number.split_once(';') {
            Some(_) => Ok(self.store.accounts_by_key(Key::LineUri, &format!("tel:{number}"))?),
            None => Ok(self.store.accounts_by_key(Key::Number, number)?),
        }
    }

    /// Verifies a PIN for whoever of `callers` it fits. With `sip_address` it must be that user's: a right PIN of
    /// another fails without counting. `entry` is what the caller entered, for the audit trail.
    ///
    /// # Errors
    /// The store's or the hasher's; a failed verification is a result.
    pub fn verify(
        &mut self,
        entry: &str,
        callers: &[AccountId],
        pin: &Pin,
        sip_address: Option<&str>,
    ) -> Result<Verification, DeskFault> {
        let (mut reserved, refusal) = self.unit(|desk| desk.reserve_all(callers))?;
        if reserved.is_empty() {
            let reason = refusal.unwrap_or(FailureReason::UserDoesNotExist);
            self.unit(|desk| desk.record("VerifyPin", entry, reason.word()))?;
            return Ok(Verification::failed(reason));
        }
        let mut fault = None;
        for one in &mut reserved {
            match self.equipment.hasher.matches(pin, one.attempt.hash()) {
                Ok(right) => one.right = right,
                Err(hash_fault) => fault = Some(hash_fault),
            }
        }
        if let Some(fault) = fault {
            self.unit(|desk| desk.release_all(&reserved))?;
            return Err(fault.into());
        }
        self.unit(|desk| desk.settle(entry, &reserved, sip_address))
    }

    /// Verifies a PIN for a caller's entry, without a dial plan.
    ///
    /// # Errors
    /// As [`PinDesk::verify`].
    pub fn verify_entry(
        &mut self,
        entry: &str,
        pin: &Pin,
        sip_address: Option<&str>,
    ) -> Result<Verification, DeskFault> {
        let callers: Vec<AccountId> = self.callers(entry, &|_| None)?.iter().map(|account| account.id).collect();
        self.verify(entry, &callers, pin, sip_address)
    }

    /// Proves the current PIN of a user who wants to change it; an expired one will do.
    pub(super) fn prove(&mut self, id: AccountId, current: &Pin) -> Result<(), DeskFault> {
        let reserved = self.unit(|desk| desk.reserve(id, true))?;
        let mut reserved = reserved.map_err(DeskFault::Verification)?;
        match self.equipment.hasher.matches(current, reserved.attempt.hash()) {
            Ok(right) => reserved.right = right,
            Err(fault) => {
                self.unit(|desk| desk.release_all(&[reserved]))?;
                return Err(fault.into());
            }
        }
        let label = reserved.account.label().to_string();
        match self.unit(|desk| desk.settle(&label, &[reserved], None))?.reason {
            None => Ok(()),
            Some(reason) => Err(DeskFault::Verification(reason)),
        }
    }

    /// Counts an attempt for every caller that may be tried, and says why the first other may not.
    fn reserve_all(&mut self, callers: &[AccountId]) -> Result<(Vec<Reserved>, Option<FailureReason>), DeskFault> {
        let (mut reserved, mut refusal) = (Vec::new(), None);
        for id in callers {
            match self.reserve(*id, false)? {
                Ok(one) => reserved.push(one),
                Err(reason) => refusal = refusal.or(Some(reason)),
            }
        }
        Ok((reserved, refusal))
    }

    fn reserve(&mut self, id: AccountId, expired_too: bool) -> Result<Result<Reserved, FailureReason>, DeskFault> {
        let Some(account) = self.store.account(id)? else { return Ok(Err(FailureReason::UserDoesNotExist)) };
        if !account.is_in_product() {
            return Ok(Err(FailureReason::PinNotEnabledForUser));
        }
        if account.flag(Attribute::Enabled) != Some(true) {
            return Ok(Err(FailureReason::UserPinAccountDisabled));
        }
        let settings = self.effective_pin_policy(&account)?.settings;
        match reserve(&self.store.pin(id)?, &settings, expired_too, self.now()) {
            Err(reason) => Ok(Err(reason)),
            Ok((state, attempt)) => {
                self.store.put_pin(id, &state)?;
                Ok(Ok(Reserved { account, settings, attempt, right: false }))
            }
        }
    }

    fn release_all(&mut self, reserved: &[Reserved]) -> Result<(), DeskFault> {
        for one in reserved {
            let state = release(&self.store.pin(one.account.id)?, &one.attempt, &one.settings);
            self.store.put_pin(one.account.id, &state)?;
        }
        Ok(())
    }

    fn settle(
        &mut self,
        entry: &str,
        reserved: &[Reserved],
        sip_address: Option<&str>,
    ) -> Result<Verification, DeskFault> {
        let is_asked_for = |one: &&Reserved| match sip_address {
            None => true,
            Some(address) => {
                let (own, asked) = (fold(one.account.label()), fold(address.trim()));
                own == asked || own.strip_prefix("sip:") == Some(asked.as_str())
            }
        };
        let right: Vec<&Reserved> = reserved.iter().filter(|one| one.right).collect();
        if right.is_empty() {
            return self.count_failures(reserved);
        }
        let asked_for: Vec<&Reserved> = right.iter().copied().filter(is_asked_for).collect();
        let reason = match asked_for.as_slice() {
            [owner] => {
                let state = self.store.pin(owner.account.id)?;
                match succeed(&state, &owner.attempt, &owner.settings, self.now()) {
                    None => return self.count_failures(std::slice::from_ref(*owner)),
                    Some(state) => {
                        self.release_others(reserved, Some(owner.account.id))?;
                        self.store.put_pin(owner.account.id, &state)?;
                        self.done("VerifyPin", owner.account.label())?;
                        return Ok(Verification { owner: Some(owner.account.label().into()), reason: None });
                    }
                }
            }
            [] => FailureReason::Unauthorized,
            _ => FailureReason::NonUniqueUser,
        };
        self.release_others(reserved, None)?;
        self.record("VerifyPin", entry, reason.word())?;
        Ok(Verification::failed(reason))
    }

    fn release_others(&mut self, reserved: &[Reserved], owner: Option<AccountId>) -> Result<(), DeskFault> {
        for one in reserved.iter().filter(|one| Some(one.account.id) != owner) {
            self.release_all(std::slice::from_ref(one))?;
        }
        Ok(())
    }

    /// The attempts stay counted; a lock that they led to is recorded.
    fn count_failures(&mut self, reserved: &[Reserved]) -> Result<Verification, DeskFault> {
        for one in reserved {
            let label = one.account.label();
            self.record("VerifyPin", label, FailureReason::IncorrectPin.word())?;
            match self.store.pin(one.account.id)?.status(&one.settings, self.now()) {
                Status::TemporarilyLocked { .. } => self.record("LockPin", label, "Temporary")?,
                Status::LockedBySystem => self.record("LockPin", label, "System")?,
                _ => {}
            }
        }
        Ok(Verification::failed(FailureReason::IncorrectPin))
    }
}

impl PinDesk {
    /// The state of a user's PIN, for reports.
    ///
    /// # Errors
    /// The store's.
    pub fn pin_state(&self, id: AccountId) -> Result<PinState, DeskFault> {
        Ok(self.store.pin(id)?)
    }
}
