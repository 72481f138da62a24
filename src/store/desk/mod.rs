//! The desk: the one place where the rules of the product meet a store, a clock, randomness and a hasher.
//!
//! Every change is one unit of work that also writes its audit record. [`PinDesk::unit`] joins many changes into one
//! unit; a change inside that fails is undone alone.

mod accounts;
mod deployment;
mod fault;
mod look;
mod pins;
mod policies;
mod product;
#[cfg(test)]
mod tests;
mod trail;
mod units;
mod verify;

use std::path::PathBuf;

pub use deployment::Published;
pub use fault::{Candidate, DeskFault};
pub use look::Cursor;
pub use pins::{LockReason, PinInfo};
pub use product::{Address, Enabled, Moved};
pub use verify::Verification;

use super::audit::append;
use super::{AuditEntry, AuditKey, Domain, MemoryStore, SqliteStore, Store, StoreFault};
use crate::pin::{Argon2Hasher, Clock, PinHasher, Randomness, SecretKey, SystemClock, SystemRandomness, Timestamp};

/// Where a store is and whose it is to be if it has to be made.
#[derive(Clone, Debug)]
pub struct StoreOptions {
    pub path: PathBuf,
    pub key_path: PathBuf,
    pub domain: Domain,
}

impl StoreOptions {
    /// The store at `path` with the key file beside it, whose name ends in `.key`.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        let key_path = path.with_extension("key");
        StoreOptions { path, key_path, domain: Domain::default() }
    }
}

/// What the desk works with besides a store.
pub struct Equipment {
    pub hasher: Box<dyn PinHasher>,
    pub clock: Box<dyn Clock>,
    pub randomness: Box<dyn Randomness>,
}

/// The desk.
pub struct PinDesk {
    store: Box<dyn Store>,
    equipment: Equipment,
    audit_key: AuditKey,
    domain: Domain,
    actor: String,
    source: String,
}

impl PinDesk {
    /// Opens the store that the options name, or makes it.
    ///
    /// # Errors
    /// As [`SqliteStore::open`].
    pub fn open(options: &StoreOptions) -> Result<PinDesk, DeskFault> {
        let mut randomness = SystemRandomness;
        let now = SystemClock.now();
        let (store, key) = SqliteStore::open(&options.path, &options.key_path, &options.domain, now, &mut randomness)?;
        let hasher = Box::new(Argon2Hasher::new(key.clone()));
        let equipment = Equipment { hasher, clock: Box::new(SystemClock), randomness: Box::new(randomness) };
        PinDesk::over(Box::new(store), &key, equipment)
    }

    /// A desk over a new store in memory, with its own key.
    ///
    /// # Errors
    /// As [`MemoryStore::new`].
    pub fn in_memory(domain: &Domain, mut equipment: Equipment) -> Result<PinDesk, DeskFault> {
        let store = MemoryStore::new(domain, equipment.clock.now(), &mut *equipment.randomness)?;
        let key = SecretKey::generate(&mut *equipment.randomness);
        PinDesk::over(Box::new(store), &key, equipment)
    }

    /// A desk over any store.
    ///
    /// # Errors
    /// The store's.
    pub fn over(store: Box<dyn Store>, key: &SecretKey, equipment: Equipment) -> Result<PinDesk, DeskFault> {
        let domain = Domain::of(&*store)?;
        let (actor, source) = (String::new(), "console".to_string());
        Ok(PinDesk { store, equipment, audit_key: AuditKey::new(key), domain, actor, source })
    }

    /// Says who works at the desk and from where, for the audit trail.
    pub fn set_actor(&mut self, actor: &str, source: &str) {
        self.actor = actor.into();
        self.source = source.into();
    }

    /// Who works at the desk.
    pub fn actor(&self) -> &str {
        &self.actor
    }

    /// The domain of the directory.
    pub const fn domain(&self) -> &Domain {
        &self.domain
    }

    /// The present instant by the desk's clock.
    pub fn now(&self) -> Timestamp {
        self.equipment.clock.now()
    }

    /// The store, for reading.
    pub fn store(&self) -> &dyn Store {
        &*self.store
    }

    /// Runs `work` as one unit: all its changes are kept together, or none when it fails. Units may lie inside units.
    ///
    /// # Errors
    /// The fault of `work`, or of the store.
    pub fn unit<T, E: From<StoreFault>>(&mut self, work: impl FnOnce(&mut Self) -> Result<T, E>) -> Result<T, E> {
        self.store.begin()?;
        match work(self) {
            Ok(value) => {
                self.store.commit()?;
                Ok(value)
            }
            Err(fault) => {
                self.store.rollback()?;
                Err(fault)
            }
        }
    }

    /// Writes an audit record in the open unit of work. `outcome` and `identity` must not hold a PIN.
    ///
    /// # Errors
    /// The store's.
    pub fn record(&mut self, action: &str, identity: &str, outcome: &str) -> Result<(), DeskFault> {
        let entry = AuditEntry {
            time: self.now(),
            actor: self.actor.clone(),
            action: action.into(),
            identity: identity.into(),
            source: self.source.clone(),
            outcome: outcome.into(),
        };
        Ok(append(&mut *self.store, &self.audit_key, entry)?)
    }

    fn done(&mut self, action: &str, identity: &str) -> Result<(), DeskFault> {
        self.record(action, identity, "Success")
    }
}
