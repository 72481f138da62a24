//! `System.IO.FileInfo`.

use super::entry::FileEntry;
use super::fault as io;
use super::file_system_info::{entry, full_path, set_read_only};
use super::{reader, stream, writer};
use crate::text::Str;
use crate::types::arguments::Arguments;
use crate::types::encoding;
use crate::types::exceptions::{FILE_NOT_FOUND_EXCEPTION, IO_EXCEPTION};
use crate::types::fault::raise;
use crate::types::known::FILE_INFO;
use crate::types::table::{Method, Property, TypeTable};
use crate::value::{Env, Outcome, Value};

pub(super) static TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("Length", "long", length),
        Property::new("DirectoryName", "string", |_, this| Ok(entry(this)?.parent().map_or(Value::Null, Value::Str))),
        Property::new("Directory", "System.IO.DirectoryInfo", folder),
        Property::settable(
            "IsReadOnly",
            "bool",
            |_, this| Ok(Value::Bool(entry(this)?.facts().is_read_only())),
            |_, this, value| set_read_only(entry(this)?, matches!(value.base(), Value::Bool(true))),
        ),
    ],
    methods: &[
        Method::new("System.IO.StreamWriter AppendText()", |_, this, _| {
            writer::to_file(&entry(this)?.path(), true, encoding::of_argument(&[], 0))
        }),
        Method::new("System.IO.FileInfo CopyTo(string destFileName)", copy_to),
        Method::new("System.IO.FileInfo CopyTo(string destFileName, bool overwrite)", copy_to),
        Method::new("System.IO.FileStream Create()", |_, this, _| {
            stream::open(&entry(this)?.path(), stream::Mode::Create, stream::Access::Both)
        }),
        Method::new("System.IO.StreamWriter CreateText()", |_, this, _| {
            writer::to_file(&entry(this)?.path(), false, encoding::of_argument(&[], 0))
        }),
        Method::new("void Delete()", delete),
        Method::new("void MoveTo(string destFileName)", move_to),
        Method::new("void MoveTo(string destFileName, bool overwrite)", move_to),
        Method::new("System.IO.FileStream Open(System.IO.FileMode mode)", open),
        Method::new("System.IO.FileStream Open(System.IO.FileMode mode, System.IO.FileAccess access)", open),
        Method::new("System.IO.FileStream OpenRead()", |_, this, _| {
            stream::open(&entry(this)?.path(), stream::Mode::Open, stream::Access::Read)
        }),
        Method::new("System.IO.StreamReader OpenText()", |_, this, _| {
            reader::of_file(&entry(this)?.path(), encoding::of_argument(&[], 0))
        }),
        Method::new("System.IO.FileStream OpenWrite()", |_, this, _| {
            stream::open(&entry(this)?.path(), stream::Mode::OpenOrCreate, stream::Access::Write)
        }),
    ],
    constructors: &[Method::new("System.IO.FileInfo new(string fileName)", construct)],
    ..TypeTable::of(&FILE_INFO)
};

fn construct(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let text = arguments.needed_text(0, "fileName")?;
    Ok(Value::native(FileEntry::new(full_path(env, &text), text, false)))
}

fn open(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    stream::open(&entry(this)?.path(), stream::Mode::of(arguments, 0), stream::Access::of(arguments, 1))
}

fn length(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let entry = entry(this)?;
    let facts = entry.facts();
    if !facts.exists || facts.is_folder {
        return Err(raise(&FILE_NOT_FOUND_EXCEPTION, format!("Could not find file '{}'.", entry.path())));
    }
    Ok(Value::Long(facts.length.cast_signed()))
}

fn folder(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let parent = entry(this)?.parent();
    Ok(parent.map_or(Value::Null, |path| Value::native(FileEntry::new(path.clone(), path, true))))
}

fn target_of(env: &dyn Env, arguments: &[Value]) -> Outcome<(Str, bool)> {
    let target = full_path(env, &arguments.needed_text(0, "destFileName")?);
    let overwrite = arguments.bool(1);
    if !overwrite && std::fs::symlink_metadata(&*target).is_ok() {
        return Err(raise(&IO_EXCEPTION, format!("The file '{target}' already exists.")));
    }
    Ok((target, overwrite))
}

fn copy_to(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let path = entry(this)?.path();
    let (target, _) = target_of(env, arguments)?;
    std::fs::copy(&*path, &*target).map_err(|failure| io::of(&failure, &path))?;
    Ok(Value::native(FileEntry::new(target.clone(), target, false)))
}

fn move_to(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let entry = entry(this)?;
    let path = entry.path();
    let (target, _) = target_of(env, arguments)?;
    std::fs::rename(&*path, &*target).map_err(|failure| io::of(&failure, &path))?;
    entry.set_path(target);
    Ok(Value::Null)
}

fn delete(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let entry = entry(this)?;
    let path = entry.path();
    let removed = std::fs::remove_file(&*path);
    entry.refresh();
    match removed {
        Err(failure) if failure.kind() != std::io::ErrorKind::NotFound => Err(io::of(&failure, &path)),
        _ => Ok(Value::Null),
    }
}
