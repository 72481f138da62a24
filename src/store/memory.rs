//! A store in memory, for tests and for trying things out: everything is gone with it.
//!
//! Units of work are an undo log: every change notes what it replaced, and rolling back plays that backwards.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;
use std::rc::Rc;

use super::{
    Account, AccountId, Attribute, AuditRecord, Domain, Key, OrgUnit, Predicate, Store, StoreFault, Topology, fold,
    found,
};
use crate::pin::{PinPolicy, PinState, Randomness, Scope, Timestamp};

/// The store.
#[derive(Default)]
pub struct MemoryStore {
    meta: BTreeMap<String, String>,
    units: BTreeMap<String, Rc<OrgUnit>>,
    accounts: BTreeMap<AccountId, Rc<Account>>,
    index: BTreeMap<(Key, String), BTreeSet<AccountId>>,
    last_id: i64,
    pins: BTreeMap<AccountId, Rc<PinState>>,
    topology: Rc<Topology>,
    policies: BTreeMap<String, Rc<PinPolicy>>,
    documents: BTreeMap<(String, String), (String, String)>,
    audit: Vec<AuditRecord>,
    undo: Vec<Undo>,
    /// Where each open unit begins in the undo log.
    marks: Vec<usize>,
}

/// How to take one change back.
enum Undo {
    Meta(String, Option<String>),
    Unit(String, Option<Rc<OrgUnit>>),
    Account(AccountId, Option<Rc<Account>>),
    Pin(AccountId, Option<Rc<PinState>>),
    Topology(Rc<Topology>),
    Policy(String, Option<Rc<PinPolicy>>),
    Document((String, String), Option<(String, String)>),
    Audit,
}

impl MemoryStore {
    /// A new store for a domain.
    ///
    /// # Errors
    /// None that can occur in memory; the type is that of every store.
    pub fn new(domain: &Domain, now: Timestamp, randomness: &mut dyn Randomness) -> Result<Self, StoreFault> {
        let mut store = MemoryStore::default();
        found(&mut store, domain, now, randomness)?;
        store.undo.clear();
        Ok(store)
    }

    fn note(&mut self, undo: Undo) {
        if !self.marks.is_empty() {
            self.undo.push(undo);
        }
    }

    /// Puts an account in its place, or takes it away, and keeps the index; what was there before is returned.
    fn place(&mut self, id: AccountId, account: Option<Rc<Account>>) -> Option<Rc<Account>> {
        let before = self.accounts.remove(&id);
        if let Some(before) = &before {
            for (key, value) in keys(before) {
                if let Some(ids) = self.index.get_mut(&(key, value.clone())) {
                    ids.remove(&id);
                    if ids.is_empty() {
                        self.index.remove(&(key, value));
                    }
                }
            }
        }
        if let Some(account) = account {
            for entry in keys(&account) {
                self.index.entry(entry).or_default().insert(id);
            }
            self.accounts.insert(id, account);
        }
        before
    }

    fn check_unique(&self, id: AccountId, account: &Account) -> Result<(), StoreFault> {
        for (key, value) in keys(account).into_iter().filter(|(key, _)| key.is_unique()) {
            let taken = self.index.get(&(key, value.clone())).is_some_and(|ids| ids.iter().any(|other| *other != id));
            if taken {
                return Err(StoreFault::NotUnique { key, value });
            }
        }
        Ok(())
    }

    fn take_back(&mut self, undo: Undo) {
        match undo {
            Undo::Meta(name, before) => put_back(&mut self.meta, name, before),
            Undo::Unit(path, before) => put_back(&mut self.units, path, before),
            Undo::Account(id, before) => {
                self.place(id, before);
            }
            Undo::Pin(id, before) => put_back(&mut self.pins, id, before),
            Undo::Topology(before) => self.topology = before,
            Undo::Policy(key, before) => put_back(&mut self.policies, key, before),
            Undo::Document(key, before) => put_back(&mut self.documents, key, before),
            Undo::Audit => {
                self.audit.pop();
            }
        }
    }
}

fn keys(account: &Account) -> Vec<(Key, String)> {
    Key::ALL.iter().filter_map(|key| Some((*key, key.of(account)?))).collect()
}

fn put_back<K: Ord, V>(map: &mut BTreeMap<K, V>, key: K, before: Option<V>) {
    match before {
        Some(value) => map.insert(key, value),
        None => map.remove(&key),
    };
}

const NOT_OPEN: &str = "no unit of work is open";

impl Store for MemoryStore {
    fn begin(&mut self) -> Result<(), StoreFault> {
        self.marks.push(self.undo.len());
        Ok(())
    }

    fn commit(&mut self) -> Result<(), StoreFault> {
        self.marks.pop().ok_or_else(|| StoreFault::Database(NOT_OPEN.into()))?;
        if self.marks.is_empty() {
            self.undo.clear();
        }
        Ok(())
    }

    fn rollback(&mut self) -> Result<(), StoreFault> {
        let mark = self.marks.pop().ok_or_else(|| StoreFault::Database(NOT_OPEN.into()))?;
        while self.undo.len() > mark {
            if let Some(undo) = self.undo.pop() {
                self.take_back(undo);
            }
        }
        Ok(())
    }

    fn meta(&self, name: &str) -> Result<Option<String>, StoreFault> {
        Ok(self.meta.get(name).cloned())
    }

    fn set_meta(&mut self, name: &str, value: &str) -> Result<(), StoreFault> {
        let before = self.meta.insert(name.into(), value.into());
        self.note(Undo::Meta(name.into(), before));
        Ok(())
    }

    fn units(&self) -> Result<Vec<OrgUnit>, StoreFault> {
        Ok(self.units.values().map(|unit| OrgUnit::clone(unit)).collect())
    }

    fn unit(&self, path: &str) -> Result<Option<OrgUnit>, StoreFault> {
        Ok(self.units.get(path).map(|unit| OrgUnit::clone(unit)))
    }

    fn put_unit(&mut self, unit: &OrgUnit) -> Result<(), StoreFault> {
        let path = unit.dn.path();
        let before = self.units.insert(path.clone(), Rc::new(unit.clone()));
        self.note(Undo::Unit(path, before));
        Ok(())
    }

    fn remove_unit(&mut self, path: &str) -> Result<(), StoreFault> {
        let before = self.units.remove(path);
        self.note(Undo::Unit(path.into(), before));
        Ok(())
    }

    fn insert_account(&mut self, account: &Account) -> Result<AccountId, StoreFault> {
        let id = AccountId(self.last_id.saturating_add(1));
        self.check_unique(id, account)?;
        self.last_id = id.0;
        let mut account = account.clone();
        account.id = id;
        self.place(id, Some(Rc::new(account)));
        self.note(Undo::Account(id, None));
        Ok(id)
    }

    fn update_account(&mut self, account: &Account) -> Result<(), StoreFault> {
        self.check_unique(account.id, account)?;
        if self.accounts.contains_key(&account.id) {
            let before = self.place(account.id, Some(Rc::new(account.clone())));
            self.note(Undo::Account(account.id, before));
        }
        Ok(())
    }

    fn remove_account(&mut self, id: AccountId) -> Result<(), StoreFault> {
        self.remove_pin(id)?;
        let before = self.place(id, None);
        self.note(Undo::Account(id, before));
        Ok(())
    }

    fn account(&self, id: AccountId) -> Result<Option<Account>, StoreFault> {
        Ok(self.accounts.get(&id).map(|account| Account::clone(account)))
    }

    fn accounts_by_key(&self, key: Key, value: &str) -> Result<Vec<Account>, StoreFault> {
        let ids = self.index.get(&(key, value.to_string()));
        let found = ids.into_iter().flatten().filter_map(|id| self.accounts.get(id));
        Ok(found.map(|account| Account::clone(account)).collect())
    }

    fn accounts(&self, predicate: &Predicate, after: AccountId, limit: usize) -> Result<Vec<Account>, StoreFault> {
        let rest = self.accounts.range((Bound::Excluded(after), Bound::Unbounded));
        let fitting = rest.map(|(_, account)| account).filter(|account| predicate.fits(account));
        Ok(fitting.take(limit).map(|account| Account::clone(account)).collect())
    }

    fn account_ids(&self, predicate: &Predicate, after: AccountId) -> Result<Vec<AccountId>, StoreFault> {
        let rest = self.accounts.range((Bound::Excluded(after), Bound::Unbounded));
        Ok(rest.filter(|(_, account)| predicate.fits(account)).map(|(id, _)| *id).collect())
    }

    fn count(&self, predicate: &Predicate) -> Result<u64, StoreFault> {
        Ok(self.accounts.values().filter(|account| predicate.fits(account)).count() as u64)
    }

    fn clear_attribute(&mut self, attribute: Attribute, value: &str) -> Result<u64, StoreFault> {
        let predicate = Predicate::equals(attribute, value);
        let fitting: Vec<Rc<Account>> =
            self.accounts.values().filter(|account| predicate.fits(account)).cloned().collect();
        for account in &fitting {
            let mut new = Account::clone(account);
            new.set(attribute, None);
            self.update_account(&new)?;
        }
        Ok(fitting.len() as u64)
    }

    fn pin(&self, id: AccountId) -> Result<PinState, StoreFault> {
        Ok(self.pins.get(&id).map(|state| PinState::clone(state)).unwrap_or_default())
    }

    fn put_pin(&mut self, id: AccountId, state: &PinState) -> Result<(), StoreFault> {
        let before = self.pins.insert(id, Rc::new(state.clone()));
        self.note(Undo::Pin(id, before));
        Ok(())
    }

    fn remove_pin(&mut self, id: AccountId) -> Result<(), StoreFault> {
        let before = self.pins.remove(&id);
        self.note(Undo::Pin(id, before));
        Ok(())
    }

    fn topology(&self) -> Result<Topology, StoreFault> {
        Ok(Topology::clone(&self.topology))
    }

    fn site_of_pool(&self, pool: &str) -> Result<Option<String>, StoreFault> {
        Ok(self.topology.site_of_pool(pool).map(|site| site.identity.clone()))
    }

    fn set_topology(&mut self, topology: &Topology) -> Result<(), StoreFault> {
        let before = std::mem::replace(&mut self.topology, Rc::new(topology.clone()));
        self.note(Undo::Topology(before));
        Ok(())
    }

    fn pin_policies(&self) -> Result<Vec<PinPolicy>, StoreFault> {
        // The keys are "global", "site:…" and "tag:…", whose order is the one that is wanted.
        Ok(self.policies.values().map(|policy| PinPolicy::clone(policy)).collect())
    }

    fn pin_policy(&self, key: &str) -> Result<Option<PinPolicy>, StoreFault> {
        Ok(self.policies.get(key).map(|policy| PinPolicy::clone(policy)))
    }

    fn put_pin_policy(&mut self, policy: &PinPolicy) -> Result<(), StoreFault> {
        let key = Scope::key(&policy.scope);
        let before = self.policies.insert(key.clone(), Rc::new(policy.clone()));
        self.note(Undo::Policy(key, before));
        Ok(())
    }

    fn remove_pin_policy(&mut self, key: &str) -> Result<(), StoreFault> {
        let before = self.policies.remove(key);
        self.note(Undo::Policy(key.into(), before));
        Ok(())
    }

    fn documents(&self, kind: &str) -> Result<Vec<(String, String)>, StoreFault> {
        let from = (kind.to_string(), String::new());
        let range = self.documents.range(from..).take_while(|((other, _), _)| other == kind);
        Ok(range.map(|(_, document)| document.clone()).collect())
    }

    fn document(&self, kind: &str, identity: &str) -> Result<Option<(String, String)>, StoreFault> {
        Ok(self.documents.get(&(kind.to_string(), fold(identity))).cloned())
    }

    fn put_document(&mut self, kind: &str, identity: &str, body: &str) -> Result<(), StoreFault> {
        let key = (kind.to_string(), fold(identity));
        let before = self.documents.insert(key.clone(), (identity.into(), body.into()));
        self.note(Undo::Document(key, before));
        Ok(())
    }

    fn remove_document(&mut self, kind: &str, identity: &str) -> Result<bool, StoreFault> {
        let key = (kind.to_string(), fold(identity));
        let before = self.documents.remove(&key);
        let existed = before.is_some();
        self.note(Undo::Document(key, before));
        Ok(existed)
    }

    fn append_audit(&mut self, record: &AuditRecord) -> Result<(), StoreFault> {
        self.audit.push(record.clone());
        self.note(Undo::Audit);
        Ok(())
    }

    fn last_audit(&self) -> Result<Option<AuditRecord>, StoreFault> {
        Ok(self.audit.last().cloned())
    }

    fn audit(&self, after: i64, limit: usize) -> Result<Vec<AuditRecord>, StoreFault> {
        let start = self.audit.partition_point(|record| record.sequence <= after);
        Ok(self.audit.iter().skip(start).take(limit).cloned().collect())
    }
}
