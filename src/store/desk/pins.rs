//! Setting, generating, changing, locking and showing PINs.

use super::{DeskFault, PinDesk};
use crate::pin::{
    Case, Pin, PinFault, PinState, Scope, Settings, Status, Timestamp, change, expiry, generate, lock, set, unlock,
};
use crate::store::{Account, AccountId, Attribute, Key};

/// How often a generated PIN that somebody with the same extension has is replaced by another.
const TRIES: usize = 50;

/// Why a PIN is locked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockReason {
    None,
    Temporary,
    System,
    Administrator,
}

impl LockReason {
    /// The reason as one word.
    pub const fn word(self) -> &'static str {
        match self {
            LockReason::None => "None",
            LockReason::Temporary => "Temporary",
            LockReason::System => "System",
            LockReason::Administrator => "Administrator",
        }
    }
}

/// Everything that may be seen of a PIN, which does not include the PIN.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PinInfo {
    /// The SIP address with `sip:`.
    pub identity: String,
    pub is_pin_set: bool,
    pub is_locked_out: bool,
    /// When the PIN was set or, before that, when the user was enabled.
    pub last_pin_change_time: Option<Timestamp>,
    pub pin_expiration_time: Option<Timestamp>,
    pub local_failure_count: u32,
    pub global_failure_count: u32,
    pub lock_reason: LockReason,
    /// When the temporary lock ends.
    pub locked_until: Option<Timestamp>,
    /// The scope of the policy in force: `Global`, `Site:Redmond`, `Tag:Name`.
    pub effective_policy: Scope,
    pub pin_length: Option<u8>,
    pub last_verification_time: Option<Timestamp>,
}

impl PinDesk {
    /// Sets a PIN as an administrator.
    ///
    /// # Errors
    /// The user is not homed, the PIN is locked, it breaks a rule, or somebody with the same extension has it.
    pub fn set_pin(&mut self, id: AccountId, pin: &Pin) -> Result<(), DeskFault> {
        self.check_homed(&self.account(id)?)?;
        self.replace(id, "SetPin", |desk, account, settings, state| {
            let owner = account.owner();
            let case = Case { settings, owner: &owner, now: desk.now() };
            desk.check_free(account, pin, state, case)?;
            Ok(set(state, pin, case, &*desk.equipment.hasher, &mut *desk.equipment.randomness)?)
        })
    }

    /// Sets a new random PIN and returns it, which is the only time it can be seen.
    ///
    /// # Errors
    /// As [`PinDesk::set_pin`].
    pub fn generate_pin(&mut self, id: AccountId) -> Result<Pin, DeskFault> {
        for _ in 0..TRIES {
            let account = self.account(id)?;
            self.check_homed(&account)?;
            let settings = self.effective_pin_policy(&account)?.settings;
            let owner = account.owner();
            let case = Case { settings: &settings, owner: &owner, now: self.now() };
            let pin = generate(case, &mut *self.equipment.randomness)?;
            match self.set_pin(id, &pin) {
                Ok(()) => return Ok(pin),
                Err(DeskFault::PinNotUnique) => {}
                Err(fault) => return Err(fault),
            }
        }
        Err(DeskFault::Pin(PinFault::NoneFound))
    }

    /// Sets a PIN as its owner, who proves the current one; a wrong current PIN counts as a failure.
    ///
    /// # Errors
    /// The current PIN is not accepted, the new one breaks a rule or is remembered, or it cannot be used.
    pub fn change_pin(&mut self, id: AccountId, current: &Pin, new: &Pin) -> Result<(), DeskFault> {
        self.check_homed(&self.account(id)?)?;
        self.prove(id, current)?;
        self.replace(id, "ChangePin", |desk, account, settings, state| {
            let owner = account.owner();
            let case = Case { settings, owner: &owner, now: desk.now() };
            let new_state = change(state, new, case, &*desk.equipment.hasher, &mut *desk.equipment.randomness)?;
            desk.check_free(account, new, state, case)?;
            Ok(new_state)
        })
    }

    /// Locks the PIN; locking it again changes nothing.
    ///
    /// # Errors
    /// The user is not enabled.
    pub fn lock_pin(&mut self, id: AccountId) -> Result<(), DeskFault> {
        self.replace(id, "LockPin", |_, _, _, state| Ok(lock(state)))
    }

    /// Takes every lock from the PIN and sets both counts to 0.
    ///
    /// # Errors
    /// The user is not enabled.
    pub fn unlock_pin(&mut self, id: AccountId) -> Result<(), DeskFault> {
        self.replace(id, "UnlockPin", |_, _, _, state| Ok(unlock(state)))
    }

    /// What may be seen of a user's PIN.
    ///
    /// # Errors
    /// The user is not enabled.
    pub fn pin_info(&self, account: &Account) -> Result<PinInfo, DeskFault> {
        if !account.is_in_product() {
            return Err(DeskFault::NotEnabled(account.dn().into()));
        }
        let policy = self.effective_pin_policy(account)?;
        let (state, now) = (self.store.pin(account.id)?, self.now());
        let status = state.status(&policy.settings, now);
        let (lock_reason, locked_until) = match status {
            Status::TemporarilyLocked { until } => (LockReason::Temporary, Some(until)),
            Status::LockedBySystem => (LockReason::System, None),
            Status::LockedByAdministrator => (LockReason::Administrator, None),
            Status::NotSet | Status::Open | Status::Expired => (LockReason::None, None),
        };
        Ok(PinInfo {
            identity: account.label().into(),
            is_pin_set: state.credential.is_some(),
            is_locked_out: status.is_locked(),
            last_pin_change_time: state.changed_at,
            pin_expiration_time: expiry(&state, &policy.settings),
            local_failure_count: state.local_failures(now),
            global_failure_count: state.global_failures,
            lock_reason,
            locked_until,
            effective_policy: policy.scope,
            pin_length: state.credential.as_ref().map(|credential| credential.length),
            last_verification_time: state.verified_at,
        })
    }

    /// Replaces a PIN's state by what `make` makes of it. Making may take long (a hash), so it happens outside the unit
    /// of work and is repeated when somebody else changed the state meanwhile.
    fn replace(
        &mut self,
        id: AccountId,
        action: &str,
        make: impl Fn(&mut Self, &Account, &Settings, &PinState) -> Result<PinState, DeskFault>,
    ) -> Result<(), DeskFault> {
        loop {
            let account = self.account(id)?;
            if !account.is_in_product() {
                return Err(DeskFault::NotEnabled(account.dn().into()));
            }
            let settings = self.effective_pin_policy(&account)?.settings;
            let state = self.store.pin(id)?;
            let new = make(self, &account, &settings, &state)?;
            let kept = self.unit(|desk| {
                if desk.store.account(id)?.as_ref() != Some(&account) || desk.store.pin(id)? != state {
                    return Ok::<_, DeskFault>(false);
                }
                desk.store.put_pin(id, &new)?;
                desk.done(action, account.label())?;
                Ok(true)
            })?;
            if kept {
                return Ok(());
            }
        }
    }

    fn check_homed(&self, account: &Account) -> Result<(), DeskFault> {
        let pool = account.text(Attribute::RegistrarPool);
        if account.is_in_product() && pool.is_some() {
            return Ok(());
        }
        Err(DeskFault::NotHomed { user: account.dn().into(), pool: pool.map(str::to_string) })
    }

    /// Sees that nobody with the same extension has the PIN. What would be refused anyway is refused first, so that a
    /// PIN's being taken is not given away to somebody who cannot set it.
    fn check_free(&self, account: &Account, pin: &Pin, state: &PinState, case: Case<'_>) -> Result<(), DeskFault> {
        let status = state.status(case.settings, case.now);
        if status.is_locked() {
            return Err(PinFault::Locked(status).into());
        }
        crate::pin::check(pin, case.settings, case.owner).map_err(PinFault::Refused)?;
        let Some(extension) = Key::Extension.of(account) else { return Ok(()) };
        for other in self.store.accounts_by_key(Key::Extension, &extension)? {
            if other.id == account.id {
                continue;
            }
            if let Some(credential) = self.store.pin(other.id)?.credential
                && self.equipment.hasher.matches(pin, &credential.hash)?
            {
                return Err(DeskFault::PinNotUnique);
            }
        }
        Ok(())
    }
}
