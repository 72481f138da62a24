//! The store in an SQLite file.
//!
//! A change is on the disk when its unit of work has been committed (write-ahead log, `synchronous=FULL`). Opening an
//! existing store reads its header and two values and nothing else.

mod accounts;
mod migrations;
mod open;
mod pins;
mod settings;
#[cfg(test)]
mod tests;

use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, OptionalExtension, Params, Row, Statement};

use super::{
    Account, AccountId, Attribute, AuditEntry, AuditRecord, Datum, Dn, Key, OrgUnit, Predicate, Store, StoreFault,
    Topology, UnitKind,
};
use crate::pin::{PinPolicy, PinState, Timestamp};

/// The store.
pub struct SqliteStore {
    connection: Connection,
    /// How many units of work are open, one inside the other.
    depth: usize,
    columns: accounts::Columns,
}

impl SqliteStore {
    fn run(&self, sql: &str, parameters: impl Params) -> Result<usize, StoreFault> {
        self.connection.prepare_cached(sql).and_then(|mut statement| statement.execute(parameters)).map_err(fault)
    }

    fn one<T>(
        &self,
        sql: &str,
        parameters: impl Params,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>, StoreFault> {
        let row = self
            .connection
            .prepare_cached(sql)
            .and_then(|mut statement| statement.query_row(parameters, read).optional());
        row.map_err(fault)
    }

    fn all<T>(
        &self,
        sql: &str,
        parameters: impl Params,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, StoreFault> {
        let rows = |mut statement: rusqlite::CachedStatement<'_>| collect(&mut statement, parameters, read);
        self.connection.prepare_cached(sql).and_then(rows).map_err(fault)
    }
}

fn collect<T>(
    statement: &mut Statement<'_>,
    parameters: impl Params,
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Vec<T>> {
    statement.query_map(parameters, read)?.collect()
}

/// The store's fault for one of SQLite.
fn fault(fault: rusqlite::Error) -> StoreFault {
    use rusqlite::ErrorCode::{DatabaseBusy, DatabaseLocked};
    match fault.sqlite_error_code() {
        Some(DatabaseBusy | DatabaseLocked) => StoreFault::Busy,
        _ => StoreFault::Database(fault.to_string()),
    }
}

/// The value that SQLite keeps for a datum.
fn stored(datum: &Datum) -> Value {
    match datum {
        Datum::Text(text) => Value::Text(text.clone()),
        Datum::Flag(flag) => Value::Integer(i64::from(*flag)),
        Datum::Number(number) => Value::Integer(*number),
        Datum::Time(time) => Value::Integer(time.ticks()),
    }
}

/// A text as stored; what is not UTF-8 or no text shows as a database fault.
fn text(value: ValueRef<'_>) -> rusqlite::Result<String> {
    value
        .as_str()
        .map(str::to_string)
        .map_err(|fault| rusqlite::Error::FromSqlConversionFailure(0, value.data_type(), Box::new(fault)))
}

fn time(row: &Row<'_>, index: usize) -> rusqlite::Result<Option<Timestamp>> {
    Ok(row.get::<_, Option<i64>>(index)?.map(Timestamp::from_ticks))
}

impl Store for SqliteStore {
    fn begin(&mut self) -> Result<(), StoreFault> {
        match self.depth {
            // Writers queue at the beginning: an upgrade in the middle could only fail.
            0 => self.run("BEGIN IMMEDIATE", [])?,
            depth => self.run(&format!("SAVEPOINT unit_{depth}"), [])?,
        };
        self.depth += 1;
        Ok(())
    }

    fn commit(&mut self) -> Result<(), StoreFault> {
        match self.depth {
            0 => return Err(StoreFault::Database("no unit of work is open".into())),
            1 => {
                if let Err(fault) = self.run("COMMIT", []) {
                    self.rollback()?;
                    return Err(fault);
                }
            }
            depth => {
                self.run(&format!("RELEASE unit_{}", depth - 1), [])?;
            }
        }
        self.depth -= 1;
        Ok(())
    }

    fn rollback(&mut self) -> Result<(), StoreFault> {
        match self.depth {
            0 => return Err(StoreFault::Database("no unit of work is open".into())),
            1 => {
                // A full disk makes SQLite roll back by itself.
                if !self.connection.is_autocommit() {
                    self.run("ROLLBACK", [])?;
                }
            }
            depth => {
                let unit = depth - 1;
                self.run(&format!("ROLLBACK TO unit_{unit}"), [])?;
                self.run(&format!("RELEASE unit_{unit}"), [])?;
            }
        }
        self.depth -= 1;
        Ok(())
    }

    fn meta(&self, name: &str) -> Result<Option<String>, StoreFault> {
        self.one("SELECT value FROM meta WHERE name = ?", [name], |row| row.get(0))
    }

    fn set_meta(&mut self, name: &str, value: &str) -> Result<(), StoreFault> {
        self.run("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", [name, value])?;
        Ok(())
    }

    fn units(&self) -> Result<Vec<OrgUnit>, StoreFault> {
        let sql = "SELECT kind, dn, guid, description, protected, created, changed FROM unit ORDER BY path";
        self.all(sql, [], settings::unit)?.into_iter().collect()
    }

    fn unit(&self, path: &str) -> Result<Option<OrgUnit>, StoreFault> {
        let sql = "SELECT kind, dn, guid, description, protected, created, changed FROM unit WHERE path = ?";
        self.one(sql, [path], settings::unit)?.transpose()
    }

    fn put_unit(&mut self, unit: &OrgUnit) -> Result<(), StoreFault> {
        self.write_unit(unit)
    }

    fn remove_unit(&mut self, path: &str) -> Result<(), StoreFault> {
        self.run("DELETE FROM unit WHERE path = ?", [path])?;
        Ok(())
    }

    fn insert_account(&mut self, account: &Account) -> Result<AccountId, StoreFault> {
        self.write_new_account(account)
    }

    fn update_account(&mut self, account: &Account) -> Result<(), StoreFault> {
        self.write_account(account)
    }

    fn remove_account(&mut self, id: AccountId) -> Result<(), StoreFault> {
        self.run("DELETE FROM account WHERE id = ?", [id.0])?;
        Ok(())
    }

    fn account(&self, id: AccountId) -> Result<Option<Account>, StoreFault> {
        self.one(&self.columns.select_by_id, [id.0], accounts::read)
    }

    fn accounts_by_key(&self, key: Key, value: &str) -> Result<Vec<Account>, StoreFault> {
        self.all(&format!("{} WHERE {} = ? ORDER BY id", self.columns.select, key.column()), [value], accounts::read)
    }

    fn accounts(&self, predicate: &Predicate, after: AccountId, limit: usize) -> Result<Vec<Account>, StoreFault> {
        self.read_accounts(predicate, after, limit)
    }

    fn account_ids(&self, predicate: &Predicate, after: AccountId) -> Result<Vec<AccountId>, StoreFault> {
        self.read_ids(predicate, after)
    }

    fn count(&self, predicate: &Predicate) -> Result<u64, StoreFault> {
        self.count_accounts(predicate)
    }

    fn clear_attribute(&mut self, attribute: Attribute, value: &str) -> Result<u64, StoreFault> {
        self.clear_column(attribute, value)
    }

    fn pin(&self, id: AccountId) -> Result<PinState, StoreFault> {
        self.read_pin(id)
    }

    fn put_pin(&mut self, id: AccountId, state: &PinState) -> Result<(), StoreFault> {
        self.write_pin(id, state)
    }

    fn remove_pin(&mut self, id: AccountId) -> Result<(), StoreFault> {
        self.run("DELETE FROM pin_history WHERE account = ?", [id.0])?;
        self.run("DELETE FROM pin WHERE account = ?", [id.0])?;
        Ok(())
    }

    fn topology(&self) -> Result<Topology, StoreFault> {
        self.read_topology()
    }

    fn site_of_pool(&self, pool: &str) -> Result<Option<String>, StoreFault> {
        let sql = "SELECT site FROM pool WHERE identity = ?1 OR fold(identity) = fold(?1) LIMIT 1";
        self.one(sql, [pool.trim()], |row| row.get(0))
    }

    fn set_topology(&mut self, topology: &Topology) -> Result<(), StoreFault> {
        self.write_topology(topology)
    }

    fn pin_policies(&self) -> Result<Vec<PinPolicy>, StoreFault> {
        self.read_policies()
    }

    fn pin_policy(&self, key: &str) -> Result<Option<PinPolicy>, StoreFault> {
        self.read_policy(key)
    }

    fn put_pin_policy(&mut self, policy: &PinPolicy) -> Result<(), StoreFault> {
        self.write_policy(policy)
    }

    fn remove_pin_policy(&mut self, key: &str) -> Result<(), StoreFault> {
        self.run("DELETE FROM pin_policy WHERE key = ?", [key])?;
        Ok(())
    }

    fn documents(&self, kind: &str) -> Result<Vec<(String, String)>, StoreFault> {
        let sql = "SELECT identity, body FROM document WHERE kind = ? ORDER BY key";
        self.all(sql, [kind], |row| Ok((row.get(0)?, row.get(1)?)))
    }

    fn document(&self, kind: &str, identity: &str) -> Result<Option<(String, String)>, StoreFault> {
        let sql = "SELECT identity, body FROM document WHERE kind = ? AND key = ?";
        self.one(sql, [kind, &super::fold(identity)], |row| Ok((row.get(0)?, row.get(1)?)))
    }

    fn put_document(&mut self, kind: &str, identity: &str, body: &str) -> Result<(), StoreFault> {
        let sql = "INSERT OR REPLACE INTO document (kind, key, identity, body) VALUES (?, ?, ?, ?)";
        self.run(sql, [kind, &super::fold(identity), identity, body])?;
        Ok(())
    }

    fn remove_document(&mut self, kind: &str, identity: &str) -> Result<bool, StoreFault> {
        Ok(self.run("DELETE FROM document WHERE kind = ? AND key = ?", [kind, &super::fold(identity)])? > 0)
    }

    fn append_audit(&mut self, record: &AuditRecord) -> Result<(), StoreFault> {
        self.write_audit(record)
    }

    fn last_audit(&self) -> Result<Option<AuditRecord>, StoreFault> {
        self.one(&format!("{} ORDER BY sequence DESC LIMIT 1", settings::AUDIT), [], settings::audit)
    }

    fn audit(&self, after: i64, limit: usize) -> Result<Vec<AuditRecord>, StoreFault> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        self.all(
            &format!("{} WHERE sequence > ? ORDER BY sequence LIMIT ?", settings::AUDIT),
            [after, limit],
            settings::audit,
        )
    }
}
