//! Lock-out in two levels: a local count that locks for an hour, a global one that locks for good.

use super::state::{Credential, Hold, LocalCount, PinState, Status};
use super::{FailureReason, PinHash, Settings, Span, Timestamp};

/// How long failures are added up, from the first one.
const WINDOW: Span = Span::minutes(30);

/// How long a temporary lock lasts.
const LOCKED_FOR: Span = Span::minutes(60);

/// How many failures a PIN stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Within the window, before the temporary lock.
    pub local: u32,
    /// In all, before the lock that only an administrator opens.
    pub global: u32,
}

impl Limits {
    /// The limits of a PIN of `length` digits; the policy may replace the local one.
    pub fn of(length: u8, settings: &Settings) -> Limits {
        let (local, global) = match length {
            0..=4 => (10, 100),
            5 => (25, 1000),
            _ => (25, 5000),
        };
        Limits { local: settings.max_attempts.map_or(local, u32::from), global }
    }
}

/// An attempt that has been counted as a failure until it proves to be none.
#[derive(Clone, Debug)]
pub struct Attempt {
    hash: PinHash,
    before: LocalCount,
    after: LocalCount,
    placed_hold: bool,
}

impl Attempt {
    /// The hash to compare the entered PIN with.
    pub fn hash(&self) -> &PinHash {
        &self.hash
    }
}

/// Counts an attempt before it is hashed. `expired_too` lets an expired PIN be tried, which its owner may do to change it.
///
/// # Errors
/// The PIN is not set, locked in any way, or expired: then nothing is counted.
pub fn reserve(
    state: &PinState,
    settings: &Settings,
    expired_too: bool,
    now: Timestamp,
) -> Result<(PinState, Attempt), FailureReason> {
    let Credential { hash, length } = match (state.status(settings, now), &state.credential) {
        (Status::Open, Some(credential)) => credential,
        (Status::Expired, Some(credential)) if expired_too => credential,
        (Status::Expired, _) => return Err(FailureReason::PinExpired),
        (Status::NotSet | Status::Open, _) => return Err(FailureReason::PinNotSet),
        (Status::TemporarilyLocked { .. } | Status::LockedBySystem | Status::LockedByAdministrator, _) => {
            return Err(FailureReason::UserPinAccountLocked);
        }
    };
    let limits = Limits::of(*length, settings);
    let mut new = state.clone();
    let (since, failures) = match state.local {
        LocalCount::Counting { since, failures } if now.since(since) < WINDOW => (since, failures.saturating_add(1)),
        _ => (now, 1),
    };
    new.local = if failures >= limits.local {
        LocalCount::Locked { until: now.plus(LOCKED_FOR), failures }
    } else {
        LocalCount::Counting { since, failures }
    };
    new.global_failures = state.global_failures.saturating_add(1);
    let placed_hold = new.global_failures >= limits.global;
    if placed_hold {
        new.hold = Some(Hold::System);
    }
    let attempt = Attempt { hash: hash.clone(), before: state.local, after: new.local, placed_hold };
    Ok((new, attempt))
}

/// The state after a reserved attempt whose PIN was right: the local count is 0, the global one as before the attempt.
/// `None` when the PIN was replaced in the meantime; then the attempt stays counted.
pub fn succeed(state: &PinState, attempt: &Attempt, settings: &Settings, now: Timestamp) -> Option<PinState> {
    let credential = state.credential.as_ref().filter(|credential| credential.hash == attempt.hash)?;
    let mut new = give_back(state, attempt, Limits::of(credential.length, settings));
    new.local = LocalCount::Quiet;
    new.verified_at = Some(now);
    Some(new)
}

/// The state after a reserved attempt that turned out not to concern this user: as if it had not been made.
pub fn release(state: &PinState, attempt: &Attempt, settings: &Settings) -> PinState {
    let length = state.credential.as_ref().map_or(0, |credential| credential.length);
    let mut new = give_back(state, attempt, Limits::of(length, settings));
    new.local = match state.local {
        current if current == attempt.after => attempt.before,
        // Others failed meanwhile: take one off and leave their lock standing.
        LocalCount::Counting { since, failures } if failures > 1 => {
            LocalCount::Counting { since, failures: failures - 1 }
        }
        LocalCount::Counting { .. } => LocalCount::Quiet,
        other => other,
    };
    new
}

fn give_back(state: &PinState, attempt: &Attempt, limits: Limits) -> PinState {
    let mut new = state.clone();
    new.global_failures = state.global_failures.saturating_sub(1);
    if state.hold == Some(Hold::System) && (attempt.placed_hold || new.global_failures < limits.global) {
        new.hold = None;
    }
    new
}

/// Locks the PIN until an administrator unlocks it; locking it again changes nothing.
pub fn lock(state: &PinState) -> PinState {
    PinState { hold: Some(Hold::Administrator), ..state.clone() }
}

/// Takes every lock away and sets both counts to 0.
pub fn unlock(state: &PinState) -> PinState {
    PinState { hold: None, local: LocalCount::Quiet, global_failures: 0, ..state.clone() }
}
