//! The state of one user's PIN, and setting, changing and verifying it.

use std::fmt;

use super::rules::check;
use super::{
    Case, FailureReason, HashFault, Pin, PinHash, PinHasher, Randomness, Refusal, Settings, Span, Timestamp, reserve,
    succeed,
};

/// Everything that is kept about a user's PIN.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PinState {
    /// The PIN in force; `None` until one is set.
    pub credential: Option<Credential>,
    /// Hashes of the PINs before it, the latest first, as many as the policy remembered.
    pub previous: Vec<PinHash>,
    /// When the PIN was set or, before that, when the user was enabled.
    pub changed_at: Option<Timestamp>,
    /// Failures in the present window.
    pub local: LocalCount,
    /// Failures since the last unlocking.
    pub global_failures: u32,
    /// A lock that only an administrator takes away.
    pub hold: Option<Hold>,
    /// When the PIN was last verified with success.
    pub verified_at: Option<Timestamp>,
}

/// What is kept of a PIN.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credential {
    pub hash: PinHash,
    /// The number of digits, which decides the limits and cannot be read from a hash.
    pub length: u8,
}

/// The local count of failures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LocalCount {
    /// No failure since the last success.
    #[default]
    Quiet,
    /// So many failures in the window that opened at `since`.
    Counting { since: Timestamp, failures: u32 },
    /// Too many: locked until then.
    Locked { until: Timestamp, failures: u32 },
}

/// Who locked a PIN for good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    /// The global maximum of failures was reached.
    System,
    /// An administrator's command.
    Administrator,
}

/// How a PIN stands at an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    NotSet,
    Open,
    Expired,
    TemporarilyLocked { until: Timestamp },
    LockedBySystem,
    LockedByAdministrator,
}

impl Status {
    /// Whether it is one of the three locks.
    pub const fn is_locked(self) -> bool {
        matches!(self, Status::TemporarilyLocked { .. } | Status::LockedBySystem | Status::LockedByAdministrator)
    }
}

/// Why an operation was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PinFault {
    /// The PIN breaks a rule.
    Refused(Refusal),
    /// The PIN is locked and must be unlocked first.
    Locked(Status),
    /// The new PIN is one of the remembered ones.
    Remembered { count: u8 },
    /// No PIN keeps the rules.
    NoneFound,
    /// The hasher failed.
    Hash(HashFault),
}

impl PinFault {
    /// The reason in the terms of the verification interface.
    pub const fn reason(&self) -> FailureReason {
        match self {
            PinFault::Refused(_) | PinFault::Remembered { .. } => FailureReason::PinDoesNotMeetMinimumRequirements,
            PinFault::Locked(_) => FailureReason::UserPinAccountLocked,
            PinFault::NoneFound | PinFault::Hash(_) => FailureReason::Unknown,
        }
    }
}

impl From<HashFault> for PinFault {
    fn from(fault: HashFault) -> Self {
        PinFault::Hash(fault)
    }
}

impl fmt::Display for PinFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PinFault::Refused(refusal) => refusal.fmt(f),
            PinFault::Locked(Status::TemporarilyLocked { .. }) => f.write_str(
                "The PIN is locked temporarily after too many failures. Unlock it first (Unlock-CsClientPin).",
            ),
            PinFault::Locked(Status::LockedBySystem) => f.write_str(
                "The PIN is locked by the system after too many failures. Unlock it first (Unlock-CsClientPin).",
            ),
            PinFault::Locked(_) => {
                f.write_str("The PIN is locked by an administrator. Unlock it first (Unlock-CsClientPin).")
            }
            PinFault::Remembered { count: 1 } => {
                f.write_str("The PIN is not allowed (rule History): it must differ from the current PIN.")
            }
            PinFault::Remembered { count } => {
                write!(f, "The PIN is not allowed (rule History): it must differ from the last {count} PINs.")
            }
            PinFault::NoneFound => f.write_str("No PIN could be generated: the policy's rules leave none."),
            PinFault::Hash(fault) => fault.fmt(f),
        }
    }
}

impl std::error::Error for PinFault {}

impl PinState {
    /// The state of a user who was enabled at `now` and has no PIN yet.
    pub fn enabled_at(now: Timestamp) -> Self {
        PinState { changed_at: Some(now), ..PinState::default() }
    }

    /// How the PIN stands at `now`. The higher lock hides the lower one.
    pub fn status(&self, settings: &Settings, now: Timestamp) -> Status {
        match (self.hold, self.local) {
            (Some(Hold::Administrator), _) => return Status::LockedByAdministrator,
            (Some(Hold::System), _) => return Status::LockedBySystem,
            (None, LocalCount::Locked { until, .. }) if now < until => return Status::TemporarilyLocked { until },
            _ => {}
        }
        if self.credential.is_none() {
            return Status::NotSet;
        }
        match expiry(self, settings) {
            Some(end) if now >= end => Status::Expired,
            _ => Status::Open,
        }
    }

    /// The local count at `now`: 0 once its window or its lock is over.
    pub fn local_failures(&self, now: Timestamp) -> u32 {
        match self.local {
            LocalCount::Counting { since, failures } if now.since(since) < Span::minutes(30) => failures,
            LocalCount::Locked { until, failures } if now < until => failures,
            _ => 0,
        }
    }
}

/// When the PIN expires under the settings; `None` when it never does or there is none.
pub fn expiry(state: &PinState, settings: &Settings) -> Option<Timestamp> {
    state.credential.as_ref()?;
    let lifetime = Some(settings.lifetime_days).filter(|days| *days > 0)?;
    Some(state.changed_at?.plus(Span::days(i64::from(lifetime))))
}

/// Sets a PIN as an administrator: rules count, history does not.
///
/// # Errors
/// The PIN breaks a rule, or the present one is locked in any way.
pub fn set(
    state: &PinState,
    pin: &Pin,
    case: Case<'_>,
    hasher: &dyn PinHasher,
    randomness: &mut dyn Randomness,
) -> Result<PinState, PinFault> {
    admit(state, pin, case)?;
    put(state, pin, case, hasher, randomness)
}

/// Sets a PIN as its owner, who has proved the current one: rules and history count.
///
/// # Errors
/// As [`set`], or the PIN is one of the remembered ones.
pub fn change(
    state: &PinState,
    pin: &Pin,
    case: Case<'_>,
    hasher: &dyn PinHasher,
    randomness: &mut dyn Randomness,
) -> Result<PinState, PinFault> {
    admit(state, pin, case)?;
    let count = case.settings.history_count;
    let current = state.credential.iter().map(|credential| &credential.hash);
    for hash in current.chain(&state.previous).take(usize::from(count)) {
        if hasher.matches(pin, hash)? {
            return Err(PinFault::Remembered { count });
        }
    }
    put(state, pin, case, hasher, randomness)
}

fn admit(state: &PinState, pin: &Pin, case: Case<'_>) -> Result<(), PinFault> {
    let status = state.status(case.settings, case.now);
    if status.is_locked() {
        return Err(PinFault::Locked(status));
    }
    check(pin, case.settings, case.owner).map_err(PinFault::Refused)
}

fn put(
    state: &PinState,
    pin: &Pin,
    case: Case<'_>,
    hasher: &dyn PinHasher,
    randomness: &mut dyn Randomness,
) -> Result<PinState, PinFault> {
    let hash = hasher.hash(pin, randomness)?;
    let replaced = state.credential.iter().map(|credential| credential.hash.clone());
    let remembered = usize::from(case.settings.history_count.saturating_sub(1));
    Ok(PinState {
        credential: Some(Credential { hash, length: u8::try_from(pin.length()).unwrap_or(u8::MAX) }),
        previous: replaced.chain(state.previous.iter().cloned()).take(remembered).collect(),
        changed_at: Some(case.now),
        local: LocalCount::Quiet,
        ..state.clone()
    })
}

/// Verifies a PIN in one step: the new state, and whether the PIN was right or why it was refused.
///
/// # Errors
/// The hasher failed; the attempt should then be taken as not made.
pub fn verify(
    state: &PinState,
    pin: &Pin,
    settings: &Settings,
    hasher: &dyn PinHasher,
    now: Timestamp,
) -> Result<(PinState, Result<(), FailureReason>), HashFault> {
    let (reserved, attempt) = match reserve(state, settings, false, now) {
        Ok(reservation) => reservation,
        Err(reason) => return Ok((state.clone(), Err(reason))),
    };
    if !hasher.matches(pin, attempt.hash())? {
        return Ok((reserved, Err(FailureReason::IncorrectPin)));
    }
    Ok(match succeed(&reserved, &attempt, settings, now) {
        Some(new) => (new, Ok(())),
        None => (reserved, Err(FailureReason::IncorrectPin)),
    })
}
