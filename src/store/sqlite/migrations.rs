//! The forms of the store, one step after the other. A step is never edited once it has been released.

use rusqlite::Connection;

/// The step to version n + 1 is at place n.
const STEPS: &[&str] = &[include_str!("../migrations/0001_store.sql")];

/// The version that this program writes.
pub(super) const VERSION: i64 = STEPS.len() as i64;

/// Brings an open transaction's store from `version` to [`VERSION`].
pub(super) fn migrate(connection: &Connection, version: i64) -> rusqlite::Result<()> {
    let done = usize::try_from(version).unwrap_or_default();
    for step in STEPS.iter().skip(done) {
        connection.execute_batch(step)?;
    }
    connection.pragma_update(None, "user_version", VERSION)
}
