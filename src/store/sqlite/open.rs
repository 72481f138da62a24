//! Opening a store, making it when it does not exist, and refusing what is none.

use std::fs::OpenOptions;
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::time::Duration;

use rusqlite::functions::FunctionFlags;
use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::migrations::{VERSION, migrate};
use super::{SqliteStore, accounts, fault};
use crate::pin::{Randomness, SecretKey, Timestamp};
use crate::store::key_file::{private_folder, sync_folder};
use crate::store::{Domain, Store, StoreFault, create_key_file, fold, found, read_key_file};

/// Marks a file as a store: the letters PINS.
const APPLICATION_ID: i64 = 0x5049_4E53;

/// How long another process's unit of work is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// How many prepared statements are kept.
const STATEMENTS: usize = 128;

impl SqliteStore {
    /// Opens the store at `path` with the key at `key_path`. When there is none it is made for `domain`, and the key
    /// file with it unless it exists.
    ///
    /// # Errors
    /// The file is no store or newer than this program; the key file is missing or holds another key; the disk's.
    pub fn open(
        path: &Path,
        key_path: &Path,
        domain: &Domain,
        now: Timestamp,
        randomness: &mut dyn Randomness,
    ) -> Result<(SqliteStore, SecretKey), StoreFault> {
        let existed = path.exists();
        if !existed {
            make_file(path)?;
        }
        let connection = connect(path)?;
        let not_a_store = |error| opening_fault(path, error);
        let application: i64 =
            connection.pragma_query_value(None, "application_id", |row| row.get(0)).map_err(not_a_store)?;
        let version: i64 =
            connection.pragma_query_value(None, "user_version", |row| row.get(0)).map_err(not_a_store)?;
        if application != APPLICATION_ID && !is_empty(&connection).map_err(not_a_store)? {
            return Err(StoreFault::NotAStore(path.into()));
        }
        if version > VERSION {
            return Err(StoreFault::Newer { path: path.into(), found: version, known: VERSION });
        }
        let mut store = SqliteStore { connection, depth: 0, columns: accounts::Columns::new() };
        if version < VERSION {
            store.prepare(key_path, domain, now, randomness)?;
        }
        let key = read_key_file(key_path)?;
        let expected = store.meta("key_id")?.ok_or_else(|| StoreFault::Damaged("the key's id is missing".into()))?;
        if key.id() != expected {
            return Err(StoreFault::KeyWrong { path: key_path.into(), expected, found: key.id() });
        }
        Ok((store, key))
    }

    /// Makes a new store, or brings an older one to the present form.
    fn prepare(
        &mut self,
        key_path: &Path,
        domain: &Domain,
        now: Timestamp,
        randomness: &mut dyn Randomness,
    ) -> Result<(), StoreFault> {
        self.connection.pragma_update(None, "journal_mode", "WAL").map_err(fault)?;
        self.begin()?;
        let result = self.prepare_in_unit(key_path, domain, now, randomness);
        match result {
            Ok(()) => self.commit(),
            Err(fault) => {
                self.rollback()?;
                Err(fault)
            }
        }
    }

    fn prepare_in_unit(
        &mut self,
        key_path: &Path,
        domain: &Domain,
        now: Timestamp,
        randomness: &mut dyn Randomness,
    ) -> Result<(), StoreFault> {
        // Read again: another process may have been faster.
        let version: i64 = self.connection.pragma_query_value(None, "user_version", |row| row.get(0)).map_err(fault)?;
        if version >= VERSION {
            return Ok(());
        }
        migrate(&self.connection, version).map_err(fault)?;
        if version == 0 {
            self.connection.pragma_update(None, "application_id", APPLICATION_ID).map_err(fault)?;
            let key = create_key_file(key_path, randomness)?;
            self.set_meta("key_id", &key.id())?;
            found(self, domain, now, randomness)?;
        }
        Ok(())
    }
}

fn connect(path: &Path) -> Result<Connection, StoreFault> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)
        .map_err(|fault| StoreFault::File { path: path.into(), fault: io::Error::other(fault.to_string()) })?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    connection.busy_timeout(PATIENCE).map_err(fault)?;
    let pragmas = "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;";
    connection.execute_batch(pragmas).map_err(|error| opening_fault(path, error))?;
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
    let folded = |context: &rusqlite::functions::Context<'_>| {
        Ok(match context.get_raw(0) {
            ValueRef::Text(bytes) => Value::Text(fold(&String::from_utf8_lossy(bytes))),
            other => Value::from(other),
        })
    };
    connection.create_scalar_function("fold", 1, flags, folded).map_err(fault)?;
    Ok(connection)
}

/// The fault for an error that the first look into the file gives.
fn opening_fault(path: &Path, error: rusqlite::Error) -> StoreFault {
    match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => StoreFault::NotAStore(path.into()),
        _ => fault(error),
    }
}

fn is_empty(connection: &Connection) -> rusqlite::Result<bool> {
    let objects: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    Ok(objects == 0)
}

/// Makes the file before SQLite does, so that nobody else may ever read it; the log files inherit its mode.
fn make_file(path: &Path) -> Result<(), StoreFault> {
    let folder = private_folder(path)?;
    let made = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).and_then(|file| {
        file.sync_all()?;
        sync_folder(&folder)
    });
    match made {
        Err(fault) if fault.kind() != io::ErrorKind::AlreadyExists => {
            Err(StoreFault::File { path: path.into(), fault })
        }
        _ => Ok(()),
    }
}
