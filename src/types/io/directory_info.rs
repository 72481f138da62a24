//! `System.IO.DirectoryInfo`.

use super::entry::FileEntry;
use super::file_system_info::{entry, full_path};
use super::{fault as io, pattern};
use crate::text::Str;
use crate::types::arguments::{Arguments, typed_array};
use crate::types::known::{DIRECTORY_INFO, FILE_INFO, FILE_SYSTEM_INFO};
use crate::types::table::{Method, Property, TypeTable};
use crate::value::{Env, Outcome, Value};

pub(super) static TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("Parent", "System.IO.DirectoryInfo", |_, this| {
            let parent = entry(this)?.parent();
            Ok(parent.map_or(Value::Null, folder_at))
        }),
        Property::new("Root", "System.IO.DirectoryInfo", |_, _| Ok(folder_at(Str::from("/")))),
    ],
    methods: &[
        Method::new("void Create()", create),
        Method::new("System.IO.DirectoryInfo CreateSubdirectory(string path)", create_subfolder),
        Method::new("void Delete()", delete),
        Method::new("void Delete(bool recursive)", delete),
        Method::new("System.IO.DirectoryInfo[] EnumerateDirectories()", folders),
        Method::new("System.IO.DirectoryInfo[] EnumerateDirectories(string searchPattern)", folders),
        Method::new(
            "System.IO.DirectoryInfo[] EnumerateDirectories(string searchPattern, System.IO.SearchOption searchOption)",
            folders,
        ),
        Method::new("System.IO.FileInfo[] EnumerateFiles()", files),
        Method::new("System.IO.FileInfo[] EnumerateFiles(string searchPattern)", files),
        Method::new(
            "System.IO.FileInfo[] EnumerateFiles(string searchPattern, System.IO.SearchOption searchOption)",
            files,
        ),
        Method::new("System.IO.DirectoryInfo[] GetDirectories()", folders),
        Method::new("System.IO.DirectoryInfo[] GetDirectories(string searchPattern)", folders),
        Method::new(
            "System.IO.DirectoryInfo[] GetDirectories(string searchPattern, System.IO.SearchOption searchOption)",
            folders,
        ),
        Method::new("System.IO.FileInfo[] GetFiles()", files),
        Method::new("System.IO.FileInfo[] GetFiles(string searchPattern)", files),
        Method::new("System.IO.FileInfo[] GetFiles(string searchPattern, System.IO.SearchOption searchOption)", files),
        Method::new("System.IO.FileSystemInfo[] GetFileSystemInfos()", both),
        Method::new("System.IO.FileSystemInfo[] GetFileSystemInfos(string searchPattern)", both),
        Method::new("void MoveTo(string destDirName)", move_to),
    ],
    constructors: &[Method::new("System.IO.DirectoryInfo new(string path)", construct)],
    ..TypeTable::of(&DIRECTORY_INFO)
};

fn folder_at(path: Str) -> Value {
    Value::native(FileEntry::new(path.clone(), path, true))
}

fn construct(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let text = arguments.needed_text(0, "path")?;
    Ok(Value::native(FileEntry::new(full_path(env, &text), text, true)))
}

fn create(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let entry = entry(this)?;
    let path = entry.path();
    let made = std::fs::create_dir_all(&*path);
    entry.refresh();
    made.map(|()| Value::Null).map_err(|failure| io::of(&failure, &path))
}

fn create_subfolder(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let path = super::file_system_info::absolute(&entry(this)?.path(), &arguments.needed_text(0, "path")?);
    std::fs::create_dir_all(&*path).map_err(|failure| io::of(&failure, &path))?;
    Ok(folder_at(path))
}

fn delete(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let entry = entry(this)?;
    let path = entry.path();
    let removed = if arguments.bool(0) { std::fs::remove_dir_all(&*path) } else { std::fs::remove_dir(&*path) };
    entry.refresh();
    removed.map(|()| Value::Null).map_err(|failure| io::of(&failure, &path))
}

fn move_to(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let entry = entry(this)?;
    let path = entry.path();
    let target = full_path(env, &arguments.needed_text(0, "destDirName")?);
    std::fs::rename(&*path, &*target).map_err(|failure| io::of(&failure, &path))?;
    entry.set_path(target);
    Ok(Value::Null)
}

fn folders(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(typed_array(&DIRECTORY_INFO, listed(this, arguments, |is_folder| is_folder)?))
}

fn files(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(typed_array(&FILE_INFO, listed(this, arguments, |is_folder| !is_folder)?))
}

fn both(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(typed_array(&FILE_SYSTEM_INFO, listed(this, arguments, |_| true)?))
}

/// The entries in a folder whose names fit the pattern of the call, below it too where the call says so.
fn listed(this: &Value, arguments: &[Value], wanted: fn(bool) -> bool) -> Outcome<Vec<Value>> {
    let folder = entry(this)?.path();
    let pattern = if arguments.is_empty() { Str::from("*") } else { arguments.text(0) };
    let deep = arguments.number(1) == 1;
    let mut waiting = vec![folder.to_string()];
    let mut found = Vec::new();
    while let Some(folder) = waiting.pop() {
        let entries = std::fs::read_dir(&folder).map_err(|failure| io::of(&failure, &folder))?;
        for entry in entries.flatten() {
            let path = entry.path().to_string_lossy().into_owned();
            let object = FileEntry::at(&path);
            let is_folder = object.is_folder;
            if deep && is_folder && !object.facts().is_link {
                waiting.push(path);
            }
            if wanted(is_folder) && pattern::fits(&pattern, &object.name()) {
                found.push(Value::native(object));
            }
        }
    }
    Ok(found)
}
