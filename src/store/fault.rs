//! What can go wrong with a store.

use std::fmt;
use std::path::PathBuf;

use super::Key;

/// A fault of the store itself; faults of what is asked for are the desk's.
#[derive(Debug)]
pub enum StoreFault {
    /// A folder or file cannot be made, read or written.
    File { path: PathBuf, fault: std::io::Error },
    /// The file is no database, or one of another program.
    NotAStore(PathBuf),
    /// A newer program has changed the store's form.
    Newer { path: PathBuf, found: i64, known: i64 },
    /// A store cannot be made for a domain of this name.
    BadDomain(String),
    /// The store's key file does not exist.
    KeyMissing(PathBuf),
    /// The key file does not hold a key.
    KeyUnreadable(PathBuf),
    /// The key file holds another key than the store was made with.
    KeyWrong { path: PathBuf, expected: String, found: String },
    /// Another account has the same value.
    NotUnique { key: Key, value: String },
    /// Another process holds the store for too long.
    Busy,
    /// The database refuses.
    Database(String),
    /// A stored value cannot be read back.
    Damaged(String),
}

impl fmt::Display for StoreFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StoreFault::File { path, fault } => write!(f, "The file '{}' cannot be used: {fault}.", path.display()),
            StoreFault::NotAStore(path) => write!(f, "The file '{}' is not a pinsh store.", path.display()),
            StoreFault::Newer { path, found, known } => write!(
                f,
                "The store '{}' was made by a newer version of pinsh (format {found}; this version knows up to {known}). \
                 Use the newer version.",
                path.display()
            ),
            StoreFault::BadDomain(name) => write!(f, "\"{name}\" cannot be the name of a domain."),
            StoreFault::KeyMissing(path) => write!(
                f,
                "The key file '{}' does not exist. The store's PINs cannot be verified without the key it was made with; \
                 restore the file or point PINSH_KEY_FILE at it.",
                path.display()
            ),
            StoreFault::KeyUnreadable(path) => {
                write!(f, "The file '{}' is not a key file: it must hold exactly 32 bytes.", path.display())
            }
            StoreFault::KeyWrong { path, expected, found } => write!(
                f,
                "The key file '{}' holds the wrong key ({found}): the store was made with the key {expected}.",
                path.display()
            ),
            StoreFault::NotUnique { key, value } => write!(f, "The {} \"{value}\" is already in use.", key.noun()),
            StoreFault::Busy => f.write_str("The store is in use by another process; try again."),
            StoreFault::Database(why) => write!(f, "The store failed: {why}."),
            StoreFault::Damaged(what) => write!(f, "The store is damaged: {what}."),
        }
    }
}

impl std::error::Error for StoreFault {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            StoreFault::File { fault, .. } => Some(fault),
            _ => None,
        }
    }
}
