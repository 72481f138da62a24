//! The audit trail and the documents that further settings are kept in.

use super::{DeskFault, PinDesk};
use crate::store::{AuditRecord, AuditReport, verify_trail};

impl PinDesk {
    /// Up to `limit` records of the trail after the one numbered `after` (0 for all), in order.
    ///
    /// # Errors
    /// The store's.
    pub fn events(&self, after: i64, limit: usize) -> Result<Vec<AuditRecord>, DeskFault> {
        Ok(self.store.audit(after, limit)?)
    }

    /// Examines the whole trail.
    ///
    /// # Errors
    /// The store's; a broken trail is a result.
    pub fn test_trail(&self) -> Result<AuditReport, DeskFault> {
        Ok(verify_trail(&*self.store, &self.audit_key)?)
    }

    /// The documents of a kind as (identity, body), by identity.
    ///
    /// # Errors
    /// The store's.
    pub fn documents(&self, kind: &str) -> Result<Vec<(String, String)>, DeskFault> {
        Ok(self.store.documents(kind)?)
    }

    /// A document's identity and body, found in any case.
    ///
    /// # Errors
    /// The store's.
    pub fn document(&self, kind: &str, identity: &str) -> Result<Option<(String, String)>, DeskFault> {
        Ok(self.store.document(kind, identity)?)
    }

    /// Adds or replaces a document, recorded as `action`.
    ///
    /// # Errors
    /// The store's.
    pub fn put_document(&mut self, action: &str, kind: &str, identity: &str, body: &str) -> Result<(), DeskFault> {
        self.unit(|desk| {
            desk.store.put_document(kind, identity, body)?;
            desk.done(action, identity)
        })
    }

    /// Removes a document, recorded as `action`; says whether there was one.
    ///
    /// # Errors
    /// The store's.
    pub fn remove_document(&mut self, action: &str, kind: &str, identity: &str) -> Result<bool, DeskFault> {
        self.unit(|desk| {
            let existed = desk.store.remove_document(kind, identity)?;
            if existed {
                desk.done(action, identity)?;
            }
            Ok(existed)
        })
    }
}
