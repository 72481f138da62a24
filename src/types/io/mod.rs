//! Files and folders: `System.IO.FileInfo`, `System.IO.DirectoryInfo`.

pub mod directory_info;
pub mod entry;
pub mod fault;
pub mod file_info;
pub mod file_system_info;
pub mod owner;
mod pattern;

pub use entry::FileEntry;
pub use pattern::fits;

use super::TypeTable;

pub(super) static TABLES: &[&TypeTable] = &[&directory_info::TABLE, &file_info::TABLE, &file_system_info::TABLE];
