//! The PIN engine: what a PIN may be, how it is kept, and when it lets somebody in.
//!
//! A functional core. Every operation takes the state of one user's PIN, the policy that governs him, the present
//! instant and, where needed, randomness and a hasher; it returns the new state or a fault. Nothing here knows where
//! states are stored or who asks.
//!
//! # The states of a PIN
//!
//! ```text
//!                       set                                     lifetime over
//!   ┌─────────┐ ───────────────────▶ ┌──────────────────────┐ ────────────────▶ ┌─────────┐
//!   │ not set │                      │         open         │                   │ expired │
//!   └─────────┘        ┌───────────▶ │ local and global     │ ◀──────────────── └─────────┘
//!        │             │             │ failures are counted │        set
//!        │             │ 1 hour,     └──────────────────────┘
//!        │             │ or unlock     │              │    ▲
//!        │             │               │ local        │    │ unlock
//!        │   ┌────────────────────┐    │ maximum      │    │ (both counts become 0)
//!        │   │ temporarily locked │ ◀──┘ in 30 min    │    │
//!        │   └────────────────────┘    global maximum │    │
//!        │                                            ▼    │
//!        │ lock  ┌─────────────────────────┐   ┌──────────────────────┐
//!        └─────▶ │ locked by administrator │ ◀─│ locked by the system │
//!                └─────────────────────────┘   └──────────────────────┘
//!                  ▲ lock (from every state); unlock leads back
//! ```
//!
//! - Only failures open the 30-minute window, and it does not slide. A success resets the local count only; only
//!   [`unlock`] resets the global one.
//! - Locked, unset and expired PINs answer without hashing, and such attempts are not counted.
//! - An attempt is counted by [`reserve`] *before* the PIN is hashed and taken back by [`succeed`] afterwards, so that
//!   concurrent attempts cannot exceed a limit and a crash counts as a failure.
//! - An administrator's lock stands above the system's, that above the temporary lock.

mod generate;
mod hash;
mod key;
mod lockout;
mod policy;
mod random;
mod reason;
mod rules;
mod scope;
mod secret;
mod state;
#[cfg(test)]
mod tests;
mod time;

pub use generate::generate;
pub use hash::{Argon2Hasher, FastHasher, HashFault, PinHash, PinHasher};
pub use key::{KEY_LENGTH, SecretKey};
pub use lockout::{Attempt, Limits, lock, release, reserve, succeed, unlock};
pub use policy::{PinPolicy, PolicyFault, Settings, SettingsChange};
pub use random::{Randomness, SeededRandomness, SystemRandomness};
pub use reason::FailureReason;
pub use rules::{Case, Owner, RULES, Refusal, Rule, Tier, check};
pub use scope::{Scope, ScopeFault};
pub use secret::Pin;
pub use state::{Credential, Hold, LocalCount, PinFault, PinState, Status, change, expiry, set, verify};
pub use time::{Clock, ManualClock, Span, SystemClock, Timestamp};
