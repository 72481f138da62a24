//! Files and folders: `Path`, `File`, `Directory`, `FileInfo`, `DirectoryInfo` and streams.

mod by_path;
pub mod directory;
pub mod directory_info;
pub mod entry;
pub mod fault;
mod file;
pub mod file_info;
pub mod file_system_info;
pub mod owner;
pub mod path;
mod pattern;
pub(super) mod reader;
pub mod stream;
pub(super) mod writer;

pub use entry::FileEntry;
pub use pattern::fits;

use super::TypeTable;
use super::arguments::Arguments;
use super::exceptions;
use super::fault as faults;
use crate::text::Str;
use crate::value::{Flow, Outcome, Value};
use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};

pub(super) static TABLES: &[&TypeTable] = &[
    &directory::TABLE,
    &directory_info::TABLE,
    &file::TABLE,
    &file_info::TABLE,
    &file_system_info::TABLE,
    &path::TABLE,
    &reader::BASE,
    &reader::OF_CONSOLE,
    &reader::OF_STREAM,
    &reader::OF_TEXT,
    &stream::BASE,
    &stream::FILE,
    &stream::MEMORY,
    &writer::BASE,
    &writer::OF_STREAM,
    &writer::OF_TEXT,
];

/// The folder of the process, from which .NET's own paths start; `Set-Location` does not change it.
pub fn process_folder() -> PathBuf {
    std::env::current_dir().unwrap_or_else(|_| PathBuf::from("/"))
}

/// A path made full, with `.` and `..` worked out.
pub fn full_path(path: &str) -> String {
    path::normalized(&process_folder().join(path).to_string_lossy())
}

/// The full path of an argument, which must not be empty.
fn path_argument(arguments: &[Value], place: usize, parameter: &str) -> Outcome<String> {
    let path = arguments.needed_text(place, parameter)?;
    if path.is_empty() {
        return Err(faults::argument("The value cannot be an empty string.", parameter));
    }
    Ok(full_path(&path))
}

/// The .NET exception for an error with a file, or with a folder.
pub fn fault_of(error: &Error, path: &str, is_folder: bool) -> Flow {
    let is_in_a_folder = || Path::new(path).parent().is_none_or(Path::is_dir);
    match error.kind() {
        ErrorKind::NotFound if is_folder => faults::raise(
            &exceptions::DIRECTORY_NOT_FOUND_EXCEPTION,
            format!("Could not find a part of the path '{path}'."),
        ),
        ErrorKind::NotFound if is_in_a_folder() => not_found(path),
        _ => fault::of(error, path),
    }
}

/// `FileNotFoundException` with the file's name.
fn not_found(path: &str) -> Flow {
    let exception =
        crate::value::Exception::new(&exceptions::FILE_NOT_FOUND_EXCEPTION, format!("Could not find file '{path}'."));
    exception.properties.borrow_mut().set(Str::from("FileName"), crate::value::Member::Note(Value::from(path)));
    let record = crate::value::ErrorRecord::new(
        Value::native(exception),
        "FileNotFoundException",
        crate::value::ErrorCategory::NotSpecified,
        Value::Null,
    );
    Flow::Error(std::rc::Rc::new(record))
}

/// The result of an operation on a file.
fn on_file<T>(result: std::io::Result<T>, path: &str) -> Outcome<T> {
    result.map_err(|error| fault_of(&error, path, false))
}

/// The result of an operation on a folder.
fn on_folder<T>(result: std::io::Result<T>, path: &str) -> Outcome<T> {
    result.map_err(|error| fault_of(&error, path, true))
}

/// The lines of a text; the last end of line begins no other line.
fn lines(text: &str) -> Vec<Str> {
    let mut lines = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        match rest.find(['\r', '\n']) {
            Some(end) => {
                lines.push(Str::from(rest.get(..end).unwrap_or_default()));
                let tail = rest.get(end..).unwrap_or_default();
                rest = tail.strip_prefix("\r\n").unwrap_or_else(|| tail.get(1..).unwrap_or_default());
            }
            None => {
                lines.push(Str::from(rest));
                rest = "";
            }
        }
    }
    lines
}
