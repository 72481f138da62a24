//! The stores: the directory of accounts, their product attributes and PINs, the topology, policies and the audit trail.
//!
//! [`Store`] is the seam between the desk and a database. Its methods are small and know no rules; rules live in
//! [`desk`]. Every implementation passes one conformance suite. Changes are made in units of work: [`unit_of_work`]
//! commits all of them, or none when one fails.

mod account;
mod attribute;
mod audit;
mod datum;
pub mod desk;
mod directory;
mod dn;
mod fault;
pub mod filter;
mod identity;
mod key;
mod key_file;
mod memory;
mod settings;
mod sqlite;
mod topology;

#[cfg(test)]
mod conformance;

pub use account::{Account, AccountId, CLASS_CONTACT, CLASS_USER, DISABLED, NORMAL_ACCOUNT};
pub use attribute::{ATTRIBUTES, Attribute, AttributeRow, Kind};
pub use audit::{AuditEntry, AuditKey, AuditRecord, AuditReport, verify_trail};
pub use datum::Datum;
pub use directory::{Domain, OrgUnit, UnitKind, found};
pub use dn::Dn;
pub use fault::StoreFault;
pub use filter::{FilterFault, FilterValue, Pattern, Predicate, View};
pub use identity::{Form, Found, resolve};
pub use key::Key;
pub use key_file::{create_key_file, read_key_file};
pub use memory::MemoryStore;
pub use settings::StoreSettings;
pub use sqlite::SqliteStore;
pub use topology::{Pool, Site, Topology, TopologyFault, TopologyNode, read_topology};

use crate::pin::{PinPolicy, PinState};

/// A database of accounts, PINs, policies and their history.
///
/// Reads see the changes of the open unit of work. Identifying texts (`path`, `key`) are given folded.
pub trait Store {
    /// Opens a unit of work, or a unit inside the open one that can fail on its own.
    fn begin(&mut self) -> Result<(), StoreFault>;
    /// Ends the innermost unit; the outermost one is durable when this returns.
    fn commit(&mut self) -> Result<(), StoreFault>;
    /// Undoes and ends the innermost unit.
    fn rollback(&mut self) -> Result<(), StoreFault>;

    /// A named value of the store itself.
    fn meta(&self, name: &str) -> Result<Option<String>, StoreFault>;
    /// Sets a named value.
    fn set_meta(&mut self, name: &str, value: &str) -> Result<(), StoreFault>;

    /// All units, parents before children.
    fn units(&self) -> Result<Vec<OrgUnit>, StoreFault>;
    /// The unit with this path key.
    fn unit(&self, path: &str) -> Result<Option<OrgUnit>, StoreFault>;
    /// Adds a unit or replaces the one with the same path.
    fn put_unit(&mut self, unit: &OrgUnit) -> Result<(), StoreFault>;
    /// Removes a unit.
    fn remove_unit(&mut self, path: &str) -> Result<(), StoreFault>;

    /// Adds an account; its `id` is ignored and the new one returned.
    ///
    /// # Errors
    /// [`StoreFault::NotUnique`] when another account has one of its unique keys.
    fn insert_account(&mut self, account: &Account) -> Result<AccountId, StoreFault>;
    /// Replaces the account with the same id; faults as [`Store::insert_account`].
    fn update_account(&mut self, account: &Account) -> Result<(), StoreFault>;
    /// Removes an account with its PIN.
    fn remove_account(&mut self, id: AccountId) -> Result<(), StoreFault>;
    /// The account with this id.
    fn account(&self, id: AccountId) -> Result<Option<Account>, StoreFault>;
    /// The accounts that have this key, by id.
    fn accounts_by_key(&self, key: Key, value: &str) -> Result<Vec<Account>, StoreFault>;
    /// Up to `limit` accounts that the predicate fits and whose id is greater than `after`, by id.
    fn accounts(&self, predicate: &Predicate, after: AccountId, limit: usize) -> Result<Vec<Account>, StoreFault>;
    /// The ids of all accounts that the predicate fits and that are greater than `after`, in order.
    fn account_ids(&self, predicate: &Predicate, after: AccountId) -> Result<Vec<AccountId>, StoreFault>;
    /// How many accounts the predicate fits.
    fn count(&self, predicate: &Predicate) -> Result<u64, StoreFault>;
    /// Clears a text attribute wherever it has this value, whatever its case; says how often.
    fn clear_attribute(&mut self, attribute: Attribute, value: &str) -> Result<u64, StoreFault>;

    /// The state of an account's PIN; the default when none was kept.
    fn pin(&self, id: AccountId) -> Result<PinState, StoreFault>;
    /// Keeps the state of an account's PIN.
    fn put_pin(&mut self, id: AccountId, state: &PinState) -> Result<(), StoreFault>;
    /// Forgets an account's PIN and its history.
    fn remove_pin(&mut self, id: AccountId) -> Result<(), StoreFault>;

    /// The topology.
    fn topology(&self) -> Result<Topology, StoreFault>;
    /// The name of the site that a pool stands in.
    fn site_of_pool(&self, pool: &str) -> Result<Option<String>, StoreFault> {
        Ok(self.topology()?.site_of_pool(pool).map(|site| site.identity.clone()))
    }
    /// Replaces the topology.
    fn set_topology(&mut self, topology: &Topology) -> Result<(), StoreFault>;

    /// All PIN policies: the global one, then sites', then those for users, each by name.
    fn pin_policies(&self) -> Result<Vec<PinPolicy>, StoreFault>;
    /// The PIN policy with this scope key.
    fn pin_policy(&self, key: &str) -> Result<Option<PinPolicy>, StoreFault>;
    /// Adds a PIN policy or replaces the one at the same scope.
    fn put_pin_policy(&mut self, policy: &PinPolicy) -> Result<(), StoreFault>;
    /// Removes a PIN policy.
    fn remove_pin_policy(&mut self, key: &str) -> Result<(), StoreFault>;

    /// The documents of a kind as (identity, body), by identity. Settings whose form the store need not know live here.
    fn documents(&self, kind: &str) -> Result<Vec<(String, String)>, StoreFault>;
    /// One document's identity and body; the identity is found in any case.
    fn document(&self, kind: &str, identity: &str) -> Result<Option<(String, String)>, StoreFault>;
    /// Adds or replaces a document.
    fn put_document(&mut self, kind: &str, identity: &str, body: &str) -> Result<(), StoreFault>;
    /// Removes a document; says whether there was one.
    fn remove_document(&mut self, kind: &str, identity: &str) -> Result<bool, StoreFault>;

    /// Adds a sealed record at the end of the audit trail.
    fn append_audit(&mut self, record: &AuditRecord) -> Result<(), StoreFault>;
    /// The last record.
    fn last_audit(&self) -> Result<Option<AuditRecord>, StoreFault>;
    /// Up to `limit` records after the one numbered `after`, in order.
    fn audit(&self, after: i64, limit: usize) -> Result<Vec<AuditRecord>, StoreFault>;
}

/// Runs `work` as one unit: everything it changed is kept, or nothing when it fails.
///
/// # Errors
/// The fault of `work`, or of the store.
pub fn unit_of_work<T, E: From<StoreFault>>(
    store: &mut dyn Store,
    work: impl FnOnce(&mut dyn Store) -> Result<T, E>,
) -> Result<T, E> {
    store.begin()?;
    match work(store) {
        Ok(value) => {
            store.commit()?;
            Ok(value)
        }
        Err(fault) => {
            store.rollback()?;
            Err(fault)
        }
    }
}

/// The text as it is compared: in lower case.
pub fn fold(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { text.to_lowercase() }
}
