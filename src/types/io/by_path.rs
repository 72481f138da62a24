//! What `File` and `Directory` read and set of an entry that they know by its path.

use super::entry::{FileEntry, moment};
use super::file_system_info as info;
use crate::text::Str;
use crate::types::enums::FILE_ATTRIBUTES;
use crate::types::time::local_zone;
use crate::value::{EnumValue, Env, Outcome, Value};

pub(super) use info::Stamp;

/// A moment that the file system keeps, in local time or in UTC.
pub(super) fn moment_value(env: &dyn Env, path: &str, stamp: Stamp, in_utc: bool) -> Value {
    let facts = FileEntry::at(path).facts();
    let at = moment(match stamp {
        Stamp::Created => facts.created,
        Stamp::Accessed => facts.accessed,
        Stamp::Changed => facts.changed,
    });
    Value::native(if in_utc { at } else { at.to_local(&local_zone(env)) })
}

/// Sets a moment.
pub(super) fn set_moment(env: &mut dyn Env, path: &str, stamp: Stamp, value: &Value) -> Outcome<Value> {
    info::set_time(env, &FileEntry::value(path), value, stamp)?;
    Ok(Value::Void)
}

/// The `FileAttributes`.
pub(super) fn attributes(path: &str) -> Value {
    EnumValue::native(&FILE_ATTRIBUTES, FileEntry::at(path).attributes())
}

/// Of the attributes only read-only can be set.
pub(super) fn set_attributes(path: &str, bits: i64) -> Outcome<Value> {
    info::set_read_only(&FileEntry::at(path), bits & 1 != 0)?;
    Ok(Value::Void)
}

/// The `UnixFileMode`.
pub(super) fn unix_file_mode(env: &mut dyn Env, path: &str) -> Outcome<Value> {
    info::unix_file_mode(env, &FileEntry::value(path))
}

/// Sets the `UnixFileMode`.
pub(super) fn set_unix_file_mode(env: &mut dyn Env, path: &str, mode: Value) -> Outcome<Value> {
    info::set_unix_file_mode(env, &FileEntry::value(path), mode)?;
    Ok(Value::Void)
}

/// The folder above a path as an object; null for the root.
pub(super) fn parent(path: &str) -> Value {
    let parent = FileEntry::new(Str::from(path), Str::from(path), true).parent();
    parent.map_or(Value::Null, folder)
}

/// The object of a folder.
pub(super) fn folder(path: Str) -> Value {
    Value::native(FileEntry::new(path.clone(), path, true))
}
