//! `System.IO.File`.

use super::by_path::{self, Stamp};
use super::{full_path, lines, on_file, path_argument, reader, stream, writer};
use crate::text::Str;
use crate::types::arguments::{Arguments, byte_array, items_of, string_array};
use crate::types::encoding::{self, decode_marked};
use crate::types::table::{Method, TypeTable};
use crate::types::{exceptions, fault, known};
use crate::value::types::{STRING, TypeRef};
use crate::value::{Env, Outcome, Value};
use std::fs;
use std::io::Write;
use std::path::Path;

pub(super) static TABLE: TypeTable = TypeTable {
    static_methods: &[
        Method::new("System.IO.StreamReader OpenText(string path)", open_text),
        Method::new("System.IO.StreamWriter CreateText(string path)", create_text),
        Method::new("System.IO.StreamWriter AppendText(string path)", append_text),
        Method::new("void Copy(string sourceFileName, string destFileName)", copy),
        Method::new("void Copy(string sourceFileName, string destFileName, bool overwrite)", copy),
        Method::new("System.IO.FileStream Create(string path)", create),
        Method::new("System.IO.FileStream Create(string path, int bufferSize)", create),
        Method::new("System.IO.FileStream Create(string path, int bufferSize, System.IO.FileOptions options)", create),
        Method::new("void Delete(string path)", delete),
        Method::new("bool Exists(string path)", exists),
        Method::new("System.IO.FileStream Open(string path, System.IO.FileStreamOptions options)", open),
        Method::new("System.IO.FileStream Open(string path, System.IO.FileMode mode)", open),
        Method::new(
            "System.IO.FileStream Open(string path, System.IO.FileMode mode, System.IO.FileAccess access)",
            open,
        ),
        Method::new(
            "System.IO.FileStream Open(string path, System.IO.FileMode mode, System.IO.FileAccess access, System.IO.FileShare share)",
            open,
        ),
        Method::new("void SetCreationTime(string path, datetime creationTime)", set_creation_time),
        Method::new("void SetCreationTimeUtc(string path, datetime creationTimeUtc)", set_creation_time),
        Method::new("datetime GetCreationTime(string path)", get_creation_time),
        Method::new("datetime GetCreationTimeUtc(string path)", get_creation_time_utc),
        Method::new("void SetLastAccessTime(string path, datetime lastAccessTime)", set_last_access_time),
        Method::new("void SetLastAccessTimeUtc(string path, datetime lastAccessTimeUtc)", set_last_access_time),
        Method::new("datetime GetLastAccessTime(string path)", get_last_access_time),
        Method::new("datetime GetLastAccessTimeUtc(string path)", get_last_access_time_utc),
        Method::new("void SetLastWriteTime(string path, datetime lastWriteTime)", set_last_write_time),
        Method::new("void SetLastWriteTimeUtc(string path, datetime lastWriteTimeUtc)", set_last_write_time),
        Method::new("datetime GetLastWriteTime(string path)", get_last_write_time),
        Method::new("datetime GetLastWriteTimeUtc(string path)", get_last_write_time_utc),
        Method::new("System.IO.FileAttributes GetAttributes(string path)", get_attributes),
        Method::new("void SetAttributes(string path, System.IO.FileAttributes fileAttributes)", set_attributes),
        Method::new("System.IO.UnixFileMode GetUnixFileMode(string path)", get_unix_file_mode),
        Method::new("void SetUnixFileMode(string path, System.IO.UnixFileMode mode)", set_unix_file_mode),
        Method::new("System.IO.FileStream OpenRead(string path)", open_read),
        Method::new("System.IO.FileStream OpenWrite(string path)", open_write),
        Method::new("string ReadAllText(string path)", read_all_text),
        Method::new("string ReadAllText(string path, System.Text.Encoding encoding)", read_all_text),
        Method::new("void WriteAllText(string path, string contents)", write_all_text),
        Method::new("void WriteAllText(string path, string contents, System.Text.Encoding encoding)", write_all_text),
        Method::new("byte[] ReadAllBytes(string path)", read_all_bytes),
        Method::new("void WriteAllBytes(string path, byte[] bytes)", write_all_bytes),
        Method::new("void AppendAllBytes(string path, byte[] bytes)", append_all_bytes),
        Method::new("string[] ReadAllLines(string path)", read_all_lines),
        Method::new("string[] ReadAllLines(string path, System.Text.Encoding encoding)", read_all_lines),
        Method::new("System.Collections.Generic.IEnumerable[string] ReadLines(string path)", read_lines),
        Method::new(
            "System.Collections.Generic.IEnumerable[string] ReadLines(string path, System.Text.Encoding encoding)",
            read_lines,
        ),
        Method::new("void WriteAllLines(string path, string[] contents)", write_all_lines),
        Method::new(
            "void WriteAllLines(string path, System.Collections.Generic.IEnumerable[string] contents)",
            write_all_lines,
        ),
        Method::new(
            "void WriteAllLines(string path, string[] contents, System.Text.Encoding encoding)",
            write_all_lines,
        ),
        Method::new(
            "void WriteAllLines(string path, System.Collections.Generic.IEnumerable[string] contents, System.Text.Encoding encoding)",
            write_all_lines,
        ),
        Method::new("void AppendAllText(string path, string contents)", append_all_text),
        Method::new("void AppendAllText(string path, string contents, System.Text.Encoding encoding)", append_all_text),
        Method::new(
            "void AppendAllLines(string path, System.Collections.Generic.IEnumerable[string] contents)",
            append_all_lines,
        ),
        Method::new(
            "void AppendAllLines(string path, System.Collections.Generic.IEnumerable[string] contents, System.Text.Encoding encoding)",
            append_all_lines,
        ),
        Method::new(
            "void Replace(string sourceFileName, string destinationFileName, string destinationBackupFileName)",
            replace,
        ),
        Method::new(
            "void Replace(string sourceFileName, string destinationFileName, string destinationBackupFileName, bool ignoreMetadataErrors)",
            replace,
        ),
        Method::new("void Move(string sourceFileName, string destFileName)", move_),
        Method::new("void Move(string sourceFileName, string destFileName, bool overwrite)", move_),
    ],
    ..TypeTable::of(&known::FILE)
};

fn path(arguments: &[Value]) -> Outcome<String> {
    path_argument(arguments, 0, "path")
}

fn exists(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let path = arguments.text(0);
    Ok(Value::Bool(!path.is_empty() && !path.ends_with('/') && Path::new(&full_path(&path)).is_file()))
}

fn bytes_of_file(path: &str) -> Outcome<Vec<u8>> {
    on_file(fs::read(path), path)
}

fn text_of_file(arguments: &[Value]) -> Outcome<String> {
    let bytes = bytes_of_file(&path(arguments)?)?;
    Ok(decode_marked(&bytes, encoding::of_argument(arguments, 1)))
}

fn read_all_text(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    text_of_file(arguments).map(Value::from)
}

fn read_all_bytes(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    bytes_of_file(&path(arguments)?).map(|bytes| byte_array(&bytes))
}

fn read_all_lines(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(string_array(lines(&text_of_file(arguments)?)))
}

fn read_lines(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let items = lines(&text_of_file(arguments)?).into_iter().map(Value::Str).collect();
    Ok(Value::native(crate::types::list::List::read_only(TypeRef::Native(&STRING), items)))
}

/// Writes bytes, replacing a file or behind what it has.
fn put(path: &str, bytes: &[u8], append: bool) -> Outcome<Value> {
    let file =
        if append { fs::OpenOptions::new().append(true).create(true).open(path) } else { fs::File::create(path) };
    on_file(file.and_then(|mut file| file.write_all(bytes)), path)?;
    Ok(Value::Void)
}

/// The bytes of a text in an encoding, with a mark at the start of a file.
fn encoded(text: &str, arguments: &[Value], at_start: bool) -> Vec<u8> {
    let encoding = encoding::of_argument(arguments, 2);
    let mut bytes = if at_start { encoding.mark().to_vec() } else { Vec::new() };
    bytes.extend(encoding.encode(text));
    bytes
}

fn write_all_text(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    put(&path(arguments)?, &encoded(&arguments.text(1), arguments, true), false)
}

fn write_all_bytes(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    if arguments.is_null(1) {
        return Err(fault::argument_null("bytes"));
    }
    put(&path(arguments)?, &arguments.bytes(1), false)
}

fn append_all_bytes(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    put(&path(arguments)?, &arguments.bytes(1), true)
}

/// Lines with an end behind each.
fn joined(value: &Value) -> String {
    let mut text = String::new();
    for line in items_of(value) {
        text.push_str(line.as_str().map(Str::as_str).unwrap_or_default());
        text.push('\n');
    }
    text
}

fn write_all_lines(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    if arguments.is_null(1) {
        return Err(fault::argument_null("contents"));
    }
    put(&path(arguments)?, &encoded(&joined(&arguments.value(1)), arguments, true), false)
}

/// Whether a file has nothing yet, so that a mark comes first.
fn is_fresh(path: &str) -> bool {
    fs::metadata(path).map_or(true, |metadata| metadata.len() == 0)
}

fn append_all_text(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let path = path(arguments)?;
    put(&path, &encoded(&arguments.text(1), arguments, is_fresh(&path)), true)
}

fn append_all_lines(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let path = path(arguments)?;
    put(&path, &encoded(&joined(&arguments.value(1)), arguments, is_fresh(&path)), true)
}

fn delete(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    remove(&path(arguments)?)
}

/// Deletes a file; one that there is not is no error, a folder that there is not is one.
pub(super) fn remove(path: &str) -> Outcome<Value> {
    match fs::remove_file(path) {
        Err(error)
            if error.kind() == std::io::ErrorKind::NotFound && Path::new(path).parent().is_some_and(Path::is_dir) => {}
        other => on_file(other, path)?,
    }
    Ok(Value::Void)
}

/// The source and the target of a copy or a move.
fn both(arguments: &[Value]) -> Outcome<(String, String)> {
    Ok((path_argument(arguments, 0, "sourceFileName")?, path_argument(arguments, 1, "destFileName")?))
}

/// Fails where the target is there and must not be replaced.
pub(super) fn check_target(source: &str, target: &str, overwrite: bool) -> Outcome<()> {
    on_file(fs::metadata(source), source)?;
    if !overwrite && Path::new(target).exists() {
        return Err(fault::raise(&exceptions::IO_EXCEPTION, format!("The file '{target}' already exists.")));
    }
    Ok(())
}

fn copy(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (source, target) = both(arguments)?;
    check_target(&source, &target, arguments.bool(2))?;
    on_file(fs::copy(&source, &target), &target)?;
    Ok(Value::Void)
}

fn move_(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (source, target) = both(arguments)?;
    check_target(&source, &target, arguments.bool(2))?;
    on_file(fs::rename(&source, &target), &target)?;
    Ok(Value::Void)
}

fn replace(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (source, target) = both(arguments)?;
    on_file(fs::metadata(&target), &target)?;
    if !arguments.is_null(2) && !arguments.text(2).is_empty() {
        let backup = full_path(&arguments.text(2));
        on_file(fs::rename(&target, &backup), &backup)?;
    }
    on_file(fs::rename(&source, &target), &source)?;
    Ok(Value::Void)
}

fn create(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    stream::open(&path(arguments)?, stream::Mode::Create, stream::Access::Both)
}

fn create_text(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    writer::to_file(&path(arguments)?, false, encoding::of_argument(&[], 0))
}

fn append_text(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    writer::to_file(&path(arguments)?, true, encoding::of_argument(&[], 0))
}

fn open_text(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    reader::of_file(&path(arguments)?, encoding::of_argument(&[], 0))
}

fn open(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    stream::open(&path(arguments)?, stream::Mode::of(arguments, 1), stream::Access::of(arguments, 2))
}

fn open_read(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    stream::open(&path(arguments)?, stream::Mode::Open, stream::Access::Read)
}

fn open_write(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    stream::open(&path(arguments)?, stream::Mode::OpenOrCreate, stream::Access::Write)
}

fn get_attributes(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let path = path(arguments)?;
    on_file(fs::symlink_metadata(&path), &path)?;
    Ok(by_path::attributes(&path))
}

fn set_attributes(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    by_path::set_attributes(&path(arguments)?, arguments.number(1))
}

fn get_unix_file_mode(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let path = path(arguments)?;
    on_file(fs::metadata(&path), &path)?;
    by_path::unix_file_mode(env, &path)
}

fn set_unix_file_mode(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    by_path::set_unix_file_mode(env, &path(arguments)?, arguments.value(1))
}

fn get_creation_time(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(by_path::moment_value(env, &path(arguments)?, Stamp::Created, false))
}

fn get_creation_time_utc(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(by_path::moment_value(env, &path(arguments)?, Stamp::Created, true))
}

fn get_last_access_time(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(by_path::moment_value(env, &path(arguments)?, Stamp::Accessed, false))
}

fn get_last_access_time_utc(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(by_path::moment_value(env, &path(arguments)?, Stamp::Accessed, true))
}

fn get_last_write_time(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(by_path::moment_value(env, &path(arguments)?, Stamp::Changed, false))
}

fn get_last_write_time_utc(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(by_path::moment_value(env, &path(arguments)?, Stamp::Changed, true))
}

fn set_creation_time(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    by_path::set_moment(env, &path(arguments)?, Stamp::Created, &arguments.value(1))
}

fn set_last_access_time(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    by_path::set_moment(env, &path(arguments)?, Stamp::Accessed, &arguments.value(1))
}

fn set_last_write_time(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    by_path::set_moment(env, &path(arguments)?, Stamp::Changed, &arguments.value(1))
}
