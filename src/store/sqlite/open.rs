//! Opening a store, making it when it does not exist, and refusing what is none.

use std::fs::{self, OpenOptions};
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

/// Set for every connection. The cache is 32 MB.
const PRAGMAS: &str = "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; \
                       PRAGMA cache_size = -32000;";

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
        let founding = Founding { key_path, domain, now };
        if !path.exists() {
            make(path, founding, randomness)?;
        }
        let mut store = SqliteStore::connect(path)?;
        let Header { application, version, is_empty } = store.header().map_err(|error| opening_fault(path, error))?;
        if application != APPLICATION_ID && !is_empty {
            return Err(StoreFault::NotAStore(path.into()));
        }
        if version > VERSION {
            return Err(StoreFault::Newer { path: path.into(), found: version, known: VERSION });
        }
        if version < VERSION {
            store.prepare(founding, randomness)?;
        }
        let key = read_key_file(key_path)?;
        let expected = store.meta("key_id")?.ok_or_else(|| StoreFault::Damaged("the key's id is missing".into()))?;
        if key.id() != expected {
            return Err(StoreFault::KeyWrong { path: key_path.into(), expected, found: key.id() });
        }
        Ok((store, key))
    }

    fn connect(path: &Path) -> Result<SqliteStore, StoreFault> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags)
            .map_err(|error| StoreFault::File { path: path.into(), fault: io::Error::other(error.to_string()) })?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        connection.busy_timeout(PATIENCE).map_err(fault)?;
        connection.execute_batch(PRAGMAS).map_err(|error| opening_fault(path, error))?;
        let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
        connection.create_scalar_function("fold", 1, flags, folded).map_err(fault)?;
        Ok(SqliteStore { connection, depth: 0, columns: accounts::Columns::new() })
    }

    /// Reads what the file is, all of it at one moment.
    fn header(&self) -> rusqlite::Result<Header> {
        let connection = &self.connection;
        connection.execute_batch("BEGIN")?;
        let objects: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
        let application = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
        let version = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
        connection.execute_batch("COMMIT")?;
        Ok(Header { application, version, is_empty: objects == 0 })
    }

    /// Fills an empty file, or brings an older store to the present form.
    fn prepare(&mut self, founding: Founding<'_>, randomness: &mut dyn Randomness) -> Result<(), StoreFault> {
        self.connection.pragma_update(None, "journal_mode", "WAL").map_err(fault)?;
        self.begin()?;
        match self.prepare_in_unit(founding, randomness) {
            Ok(()) => self.commit(),
            Err(fault) => {
                self.rollback()?;
                Err(fault)
            }
        }
    }

    fn prepare_in_unit(&mut self, founding: Founding<'_>, randomness: &mut dyn Randomness) -> Result<(), StoreFault> {
        // Read again: another process may have been faster.
        let version: i64 = self.connection.pragma_query_value(None, "user_version", |row| row.get(0)).map_err(fault)?;
        if version >= VERSION {
            return Ok(());
        }
        migrate(&self.connection, version).map_err(fault)?;
        if version == 0 {
            self.connection.pragma_update(None, "application_id", APPLICATION_ID).map_err(fault)?;
            found(self, founding.domain, founding.now, randomness)?;
            let key = create_key_file(founding.key_path, randomness)?;
            self.set_meta("key_id", &key.id())?;
        }
        Ok(())
    }
}

/// What a new store is made with.
#[derive(Clone, Copy)]
struct Founding<'a> {
    key_path: &'a Path,
    domain: &'a Domain,
    now: Timestamp,
}

struct Header {
    application: i64,
    version: i64,
    is_empty: bool,
}

/// Makes a store under another name and then gives it its own, so that no process ever sees half of one. Of several
/// that do this at once one wins, and all use its store.
fn make(path: &Path, founding: Founding<'_>, randomness: &mut dyn Randomness) -> Result<(), StoreFault> {
    let folder = private_folder(path)?;
    let mut suffix = [0; 8];
    randomness.fill(&mut suffix);
    let temporary = folder.join(format!(".store-{:016x}", u64::from_be_bytes(suffix)));
    let failed = |fault| StoreFault::File { path: path.into(), fault };
    // Made before SQLite would, for the owner alone; the log files inherit its mode.
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(&temporary).map_err(failed)?;
    let prepared = SqliteStore::connect(&temporary).and_then(|mut store| store.prepare(founding, randomness));
    let linked = prepared.and_then(|()| match fs::hard_link(&temporary, path) {
        Err(fault) if fault.kind() != io::ErrorKind::AlreadyExists => Err(failed(fault)),
        _ => Ok(()),
    });
    for suffix in ["", "-wal", "-shm"] {
        let mut name = temporary.clone().into_os_string();
        name.push(suffix);
        match fs::remove_file(name) {
            Err(fault) if fault.kind() != io::ErrorKind::NotFound => return Err(failed(fault)),
            _ => {}
        }
    }
    linked?;
    sync_folder(&folder).map_err(failed)
}

/// The function `fold` in SQL.
fn folded(context: &rusqlite::functions::Context<'_>) -> rusqlite::Result<Value> {
    Ok(match context.get_raw(0) {
        ValueRef::Text(bytes) => Value::Text(fold(&String::from_utf8_lossy(bytes))),
        other => Value::from(other),
    })
}

/// The fault for an error that the first look into the file gives.
fn opening_fault(path: &Path, error: rusqlite::Error) -> StoreFault {
    match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => StoreFault::NotAStore(path.into()),
        _ => fault(error),
    }
}
