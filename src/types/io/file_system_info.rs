//! `System.IO.FileSystemInfo`: what files and folders have in common, and what the shell adds to both.

use super::entry::{Facts, FileEntry, moment};
use super::{fault as io, owner};
use crate::text::Str;
use crate::text::date::{DateKind, DateTime};
use crate::types::arguments::Arguments;
use crate::types::enums::{FILE_ATTRIBUTES, UNIX_FILE_MODE};
use crate::types::invoke::receiver;
use crate::types::known::FILE_SYSTEM_INFO;
use crate::types::table::{Method, Property, TypeTable};
use crate::types::time::local_zone;
use crate::value::{EnumValue, Env, Outcome, Value};
use std::fs::FileTimes;
use std::os::unix::fs::PermissionsExt;
use std::time::{Duration, SystemTime};

pub(super) static TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("UnixMode", "System.Object", |_, this| Ok(Value::from(facts(this)?.unix_mode()))),
        Property::new("User", "System.Object", |_, this| Ok(Value::from(owner::user_name(facts(this)?.user)))),
        Property::new("Group", "System.Object", |_, this| Ok(Value::from(owner::group_name(facts(this)?.group)))),
        Property::new("Size", "System.Object", |_, this| Ok(Value::Long(facts(this)?.length.cast_signed()))),
        Property::new("Mode", "System.String", |_, this| Ok(Value::from(entry(this)?.mode(true)))),
        Property::new("ModeWithoutHardLink", "System.String", |_, this| Ok(Value::from(entry(this)?.mode(false)))),
        Property::new("BaseName", "System.Object", base_name),
        Property::new("ResolvedTarget", "System.String", resolved_target),
        Property::new("Target", "string", link_target),
        Property::new("LinkType", "System.String", link_type),
        Property::settable("Attributes", "System.IO.FileAttributes", attributes, set_attributes),
        Property::settable(
            "CreationTime",
            "datetime",
            |env, this| local(env, facts(this)?.created),
            |env, this, value| set_time(env, this, &value, Stamp::Changed),
        ),
        Property::settable(
            "CreationTimeUtc",
            "datetime",
            |_, this| Ok(Value::native(moment(facts(this)?.created))),
            |env, this, value| set_time(env, this, &value, Stamp::Changed),
        ),
        Property::new("Exists", "bool", exists),
        Property::new("Extension", "string", |_, this| Ok(Value::Str(entry(this)?.extension()))),
        Property::new("FullName", "string", |_, this| Ok(Value::Str(entry(this)?.path()))),
        Property::settable(
            "LastAccessTime",
            "datetime",
            |env, this| local(env, facts(this)?.accessed),
            |env, this, value| set_time(env, this, &value, Stamp::Accessed),
        ),
        Property::settable(
            "LastAccessTimeUtc",
            "datetime",
            |_, this| Ok(Value::native(moment(facts(this)?.accessed))),
            |env, this, value| set_time(env, this, &value, Stamp::Accessed),
        ),
        Property::settable(
            "LastWriteTime",
            "datetime",
            |env, this| local(env, facts(this)?.changed),
            |env, this, value| set_time(env, this, &value, Stamp::Changed),
        ),
        Property::settable(
            "LastWriteTimeUtc",
            "datetime",
            |_, this| Ok(Value::native(moment(facts(this)?.changed))),
            |env, this, value| set_time(env, this, &value, Stamp::Changed),
        ),
        Property::new("LinkTarget", "string", link_target),
        Property::new("Name", "string", |_, this| Ok(Value::Str(entry(this)?.name()))),
        Property::settable("UnixFileMode", "System.IO.UnixFileMode", unix_file_mode, set_unix_file_mode),
    ],
    methods: &[
        Method::new("void Refresh()", |_, this, _| {
            entry(this)?.refresh();
            Ok(Value::Null)
        }),
        Method::new("string ToString()", |env, this, _| crate::value::convert::object_text(env, this).map(Value::Str)),
        Method::new("System.IO.FileSystemInfo ResolveLinkTarget(bool returnFinalTarget)", resolve_link_target),
        Method::new("void CreateAsSymbolicLink(string pathToTarget)", create_link),
    ],
    ..TypeTable::of(&FILE_SYSTEM_INFO)
};

/// The file or folder that a receiver is.
pub(super) fn entry(this: &Value) -> Outcome<&FileEntry> {
    receiver::<FileEntry>(this)
}

fn facts(this: &Value) -> Outcome<std::rc::Rc<Facts>> {
    Ok(entry(this)?.facts())
}

fn local(env: &mut dyn Env, nanoseconds: i128) -> Outcome<Value> {
    let zone = local_zone(env);
    Ok(Value::native(moment(nanoseconds).to_local(&zone)))
}

/// A moment that the file system keeps of an entry.
#[derive(Clone, Copy)]
pub(super) enum Stamp {
    Changed,
    Accessed,
    Created,
}

/// Linux keeps no settable moment of creation; as .NET does, setting it sets that of the last change.
pub(super) fn set_time(env: &mut dyn Env, this: &Value, value: &Value, stamp: Stamp) -> Outcome {
    let entry = entry(this)?;
    let Some(moment) = value.downcast::<DateTime>() else { return Ok(()) };
    let zone = local_zone(env);
    let utc = if moment.kind == DateKind::Utc { *moment } else { moment.to_utc(&zone) };
    let since_epoch = utc.ticks - 621_355_968_000_000_000;
    let distance = Duration::from_nanos(since_epoch.unsigned_abs().saturating_mul(100));
    let time = match since_epoch >= 0 {
        true => SystemTime::UNIX_EPOCH.checked_add(distance),
        false => SystemTime::UNIX_EPOCH.checked_sub(distance),
    };
    let Some(time) = time else { return Ok(()) };
    let times = match stamp {
        Stamp::Changed | Stamp::Created => FileTimes::new().set_modified(time),
        Stamp::Accessed => FileTimes::new().set_accessed(time),
    };
    let path = entry.path();
    let set = std::fs::File::open(&*path).and_then(|file| file.set_times(times));
    entry.refresh();
    set.map_err(|failure| io::of(&failure, &path))
}

fn base_name(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let entry = entry(this)?;
    let name = entry.name();
    if entry.is_folder {
        return Ok(Value::Str(name));
    }
    let base = name.len() - entry.extension().len();
    Ok(Value::from(name.get(..base).unwrap_or_default()))
}

fn exists(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let entry = entry(this)?;
    let facts = entry.facts();
    Ok(Value::Bool(facts.exists && facts.is_folder == entry.is_folder))
}

fn link_target(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(entry(this)?.link_target().map_or(Value::Null, Value::Str))
}

fn link_type(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let entry = entry(this)?;
    let facts = entry.facts();
    Ok(match () {
        () if facts.is_link => Value::from("SymbolicLink"),
        () if !entry.is_folder && facts.links > 1 => Value::from("HardLink"),
        () => Value::Null,
    })
}

fn resolved_target(env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let path = entry(this)?.path();
    let link = resolve(env, this)?;
    Ok(link.map_or(Value::Str(path), Value::Str))
}

/// The absolute path of what a link points at; `None` for anything else.
fn resolve(_env: &mut dyn Env, this: &Value) -> Outcome<Option<Str>> {
    let entry = entry(this)?;
    let Some(target) = entry.link_target() else { return Ok(None) };
    let folder = entry.parent().unwrap_or_else(|| Str::from("/"));
    Ok(Some(absolute(&folder, &target)))
}

fn resolve_link_target(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let Some(mut target) = resolve(env, this)? else { return Ok(Value::Null) };
    if arguments.bool(0)
        && let Ok(last) = std::fs::canonicalize(&*target)
    {
        target = Str::from(last.to_string_lossy().as_ref());
    }
    Ok(FileEntry::value(&target))
}

fn create_link(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let entry = entry(this)?;
    let path = entry.path();
    let made = std::os::unix::fs::symlink(&*arguments.text(0), &*path);
    entry.refresh();
    made.map(|()| Value::Null).map_err(|failure| io::of(&failure, &path))
}

fn attributes(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(EnumValue::native(&FILE_ATTRIBUTES, entry(this)?.attributes()))
}

fn set_attributes(_env: &mut dyn Env, this: &Value, value: Value) -> Outcome {
    let read_only = matches!(value.base(), Value::Enum(value) if value.value & 1 != 0);
    set_read_only(entry(this)?, read_only)
}

/// Takes the write permission away from everybody, or gives it back to the owner.
pub(super) fn set_read_only(entry: &FileEntry, read_only: bool) -> Outcome {
    let path = entry.path();
    let set = std::fs::metadata(&*path).and_then(|facts| {
        let mut permissions = facts.permissions();
        let mode = permissions.mode();
        permissions.set_mode(if read_only { mode & !0o222 } else { mode | 0o200 });
        std::fs::set_permissions(&*path, permissions)
    });
    entry.refresh();
    set.map_err(|failure| io::of(&failure, &path))
}

pub(super) fn unix_file_mode(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let entry = entry(this)?;
    let facts = entry.facts();
    let mode = match facts.is_link {
        true => std::fs::metadata(&*entry.path()).map_or(facts.mode, |facts| facts.permissions().mode()),
        false => facts.mode,
    };
    Ok(EnumValue::native(&UNIX_FILE_MODE, if facts.exists { i64::from(mode & 0o7777) } else { -1 }))
}

pub(super) fn set_unix_file_mode(_env: &mut dyn Env, this: &Value, value: Value) -> Outcome {
    let entry = entry(this)?;
    let Value::Enum(mode) = value.base() else { return Ok(()) };
    let path = entry.path();
    let mode = u32::try_from(mode.value & 0o7777).unwrap_or_default();
    let set = std::fs::set_permissions(&*path, std::fs::Permissions::from_mode(mode));
    entry.refresh();
    set.map_err(|failure| io::of(&failure, &path))
}

/// A path made absolute and plain, as `Path.GetFullPath` does.
pub fn absolute(folder: &str, path: &str) -> Str {
    let joined = if path.starts_with('/') { path.to_string() } else { format!("{folder}/{path}") };
    let mut parts: Vec<&str> = Vec::new();
    for part in joined.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            other => parts.push(other),
        }
    }
    Str::from(format!("/{}", parts.join("/")))
}

/// A path of an argument made absolute, from the folder that relative paths start from.
pub(super) fn full_path(env: &dyn Env, path: &str) -> Str {
    absolute(&env.current_folder(), path)
}
