//! `System.IO.Directory`.

use super::by_path::{self, Stamp};
use super::entry::FileEntry;
use super::{full_path, on_folder, path_argument, process_folder};
use crate::text::{CaseRule, Str, Wildcard};
use crate::types::arguments::{Arguments, string_array};
use crate::types::table::{Method, TypeTable};
use crate::types::{exceptions, fault, known};
use crate::value::{Env, Outcome, Value};
use std::fs;
use std::path::Path;

/// What a listing takes in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    Files,
    Folders,
    Both,
}

pub(super) static TABLE: TypeTable = TypeTable {
    static_methods: &[
        Method::new("System.IO.DirectoryInfo CreateDirectory(string path)", create_directory),
        Method::new("System.IO.DirectoryInfo CreateTempSubdirectory(string prefix = null)", create_temporary),
        Method::new("void Delete(string path)", |_, _, arguments| remove(&path(arguments)?, false)),
        Method::new("void Delete(string path, bool recursive)", |_, _, arguments| {
            remove(&path(arguments)?, arguments.bool(1))
        }),
        Method::new("string[] EnumerateDirectories(string path)", folders),
        Method::new("string[] EnumerateDirectories(string path, string searchPattern)", folders),
        Method::new(
            "string[] EnumerateDirectories(string path, string searchPattern, System.IO.SearchOption searchOption)",
            folders,
        ),
        Method::new("string[] EnumerateFiles(string path)", files),
        Method::new("string[] EnumerateFiles(string path, string searchPattern)", files),
        Method::new(
            "string[] EnumerateFiles(string path, string searchPattern, System.IO.SearchOption searchOption)",
            files,
        ),
        Method::new("string[] EnumerateFileSystemEntries(string path)", both),
        Method::new("string[] EnumerateFileSystemEntries(string path, string searchPattern)", both),
        Method::new("bool Exists(string path)", |_, _, arguments| {
            let path = arguments.text(0);
            Ok(Value::Bool(!path.is_empty() && Path::new(&full_path(&path)).is_dir()))
        }),
        Method::new("datetime GetCreationTime(string path)", |env, _, arguments| {
            Ok(by_path::moment_value(env, &path(arguments)?, Stamp::Created, false))
        }),
        Method::new("string GetCurrentDirectory()", |_, _, _| {
            Ok(Value::from(process_folder().to_string_lossy().into_owned()))
        }),
        Method::new("string[] GetDirectories(string path)", folders),
        Method::new("string[] GetDirectories(string path, string searchPattern)", folders),
        Method::new(
            "string[] GetDirectories(string path, string searchPattern, System.IO.SearchOption searchOption)",
            folders,
        ),
        Method::new("string GetDirectoryRoot(string path)", |_, _, _| Ok(Value::from("/"))),
        Method::new("string[] GetFiles(string path)", files),
        Method::new("string[] GetFiles(string path, string searchPattern)", files),
        Method::new("string[] GetFiles(string path, string searchPattern, System.IO.SearchOption searchOption)", files),
        Method::new("string[] GetFileSystemEntries(string path)", both),
        Method::new("string[] GetFileSystemEntries(string path, string searchPattern)", both),
        Method::new(
            "string[] GetFileSystemEntries(string path, string searchPattern, System.IO.SearchOption searchOption)",
            both,
        ),
        Method::new("datetime GetLastAccessTime(string path)", |env, _, arguments| {
            Ok(by_path::moment_value(env, &path(arguments)?, Stamp::Accessed, false))
        }),
        Method::new("datetime GetLastWriteTime(string path)", |env, _, arguments| {
            Ok(by_path::moment_value(env, &path(arguments)?, Stamp::Changed, false))
        }),
        Method::new("datetime GetLastWriteTimeUtc(string path)", |env, _, arguments| {
            Ok(by_path::moment_value(env, &path(arguments)?, Stamp::Changed, true))
        }),
        Method::new("string[] GetLogicalDrives()", |_, _, _| Ok(string_array(["/"]))),
        Method::new("System.IO.DirectoryInfo GetParent(string path)", |_, _, arguments| {
            Ok(by_path::parent(&path(arguments)?))
        }),
        Method::new("void Move(string sourceDirName, string destDirName)", move_),
        Method::new("void SetCurrentDirectory(string path)", |_, _, arguments| {
            let path = path(arguments)?;
            on_folder(std::env::set_current_dir(&path), &path)?;
            Ok(Value::Void)
        }),
        Method::new("void SetLastWriteTime(string path, datetime lastWriteTime)", |env, _, arguments| {
            by_path::set_moment(env, &path(arguments)?, Stamp::Changed, &arguments.value(1))
        }),
    ],
    ..TypeTable::of(&known::DIRECTORY)
};

fn path(arguments: &[Value]) -> Outcome<String> {
    path_argument(arguments, 0, "path")
}

fn create_directory(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let path = path(arguments)?;
    match fs::create_dir_all(&path) {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            let message = format!("The file '{path}' already exists.");
            return Err(fault::raise(&exceptions::IO_EXCEPTION, message));
        }
        other => on_folder(other, &path)?,
    }
    let text = arguments.text(0);
    Ok(Value::native(FileEntry::new(Str::from(path), text, true)))
}

fn create_temporary(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let folder = env.environment("TMPDIR").filter(|folder| !folder.is_empty()).unwrap_or_else(|| "/tmp".into());
    let path = format!("{}/{}{:06x}", folder.trim_end_matches('/'), arguments.text(0), env.random() & 0xFF_FFFF);
    on_folder(fs::create_dir(&path), &path)?;
    Ok(by_path::folder(Str::from(path)))
}

/// Deletes a folder, with all it holds where asked.
pub(super) fn remove(path: &str, recursive: bool) -> Outcome<Value> {
    if Path::new(path).is_file() {
        let message = format!("The directory name is invalid. : '{path}'");
        return Err(fault::raise(&exceptions::IO_EXCEPTION, message));
    }
    on_folder(if recursive { fs::remove_dir_all(path) } else { fs::remove_dir(path) }, path)?;
    Ok(Value::Void)
}

/// The paths of what a folder holds, as the file system gives them.
pub fn list(folder: &str, pattern: &str, deep: bool, wanted: Wanted) -> Outcome<Vec<String>> {
    let wildcard = match pattern {
        "*" | "" | "*.*" => None,
        // In these patterns brackets are no ranges.
        other => Wildcard::new(&other.replace('[', "`[").replace(']', "`]"), CaseRule::Sensitive).ok(),
    };
    let mut found = Vec::new();
    let mut folders = vec![folder.to_string()];
    while let Some(folder) = folders.pop() {
        let mut below = Vec::new();
        for entry in on_folder(fs::read_dir(&folder), &folder)?.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = format!("{}/{name}", folder.trim_end_matches('/'));
            let is_folder = fs::metadata(&path).is_ok_and(|metadata| metadata.is_dir());
            if deep && is_folder {
                below.push(path.clone());
            }
            let suits = match wanted {
                Wanted::Files => !is_folder,
                Wanted::Folders => is_folder,
                Wanted::Both => true,
            };
            if suits && wildcard.as_ref().is_none_or(|wildcard| wildcard.is_match(&name)) {
                found.push(path);
            }
        }
        folders.extend(below.into_iter().rev());
    }
    Ok(found)
}

/// The listing of an argument, whose own spelling the paths begin with.
fn listed(arguments: &[Value], wanted: Wanted) -> Outcome<Value> {
    let given = arguments.text(0);
    let full = path(arguments)?;
    let pattern = if arguments.len() > 1 { arguments.text(1) } else { "*".into() };
    let found = list(&full, &pattern, arguments.number(2) == 1, wanted)?;
    let paths = found.into_iter().map(|path| {
        let tail = path.get(full.trim_end_matches('/').len()..).unwrap_or_default();
        format!("{}{tail}", given.trim_end_matches('/'))
    });
    Ok(string_array(paths))
}

fn files(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    listed(arguments, Wanted::Files)
}

fn folders(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    listed(arguments, Wanted::Folders)
}

fn both(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    listed(arguments, Wanted::Both)
}

fn move_(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let source = path_argument(arguments, 0, "sourceDirName")?;
    let target = path_argument(arguments, 1, "destDirName")?;
    if Path::new(&target).exists() {
        let message =
            format!("Cannot create '{target}' because a file or directory with the same name already exists.");
        return Err(fault::raise(&exceptions::IO_EXCEPTION, message));
    }
    on_folder(fs::rename(&source, &target), &source)?;
    Ok(Value::Void)
}
