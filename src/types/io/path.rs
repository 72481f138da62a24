//! `System.IO.Path`.

use super::{full_path, process_folder};
use crate::types::arguments::{Arguments, typed_array};
use crate::types::table::{Method, StaticProperty, TypeTable};
use crate::types::{fault, known};
use crate::value::types::CHAR;
use crate::value::{Env, Outcome, Value};

pub(super) static TABLE: TypeTable = TypeTable {
    static_properties: &[
        StaticProperty::new("AltDirectorySeparatorChar", "char", |_| Ok(Value::Char(u16::from(b'/')))),
        StaticProperty::new("DirectorySeparatorChar", "char", |_| Ok(Value::Char(u16::from(b'/')))),
        StaticProperty::new("InvalidPathChars", "char[]", |_| Ok(units(&[0]))),
        StaticProperty::new("PathSeparator", "char", |_| Ok(Value::Char(u16::from(b':')))),
        StaticProperty::new("VolumeSeparatorChar", "char", |_| Ok(Value::Char(u16::from(b'/')))),
    ],
    static_methods: &[
        Method::new("string ChangeExtension(string path, string extension)", change_extension),
        Method::new("string Combine(string path1, string path2)", combine),
        Method::new("string Combine(string path1, string path2, string path3)", combine),
        Method::new("string Combine(string path1, string path2, string path3, string path4)", combine),
        Method::new("string Combine(Params string[] paths)", combine),
        Method::new("bool EndsInDirectorySeparator(string path)", |_, _, arguments| {
            Ok(Value::Bool(arguments.text(0).ends_with('/')))
        }),
        Method::new("bool Exists(string path)", |_, _, arguments| {
            let path = arguments.text(0);
            Ok(Value::Bool(!path.is_empty() && std::path::Path::new(&full_path(&path)).exists()))
        }),
        Method::new("string GetDirectoryName(string path)", get_directory_name),
        Method::new("string GetExtension(string path)", |_, _, arguments| {
            Ok(optional(arguments, |path| extension(path).unwrap_or_default().to_string()))
        }),
        Method::new("string GetFileName(string path)", |_, _, arguments| {
            Ok(optional(arguments, |path| file_name(path).to_string()))
        }),
        Method::new("string GetFileNameWithoutExtension(string path)", |_, _, arguments| {
            Ok(optional(arguments, |path| stem(file_name(path)).to_string()))
        }),
        Method::new("string GetFullPath(string path)", get_full_path),
        Method::new("string GetFullPath(string path, string basePath)", get_full_path),
        Method::new("char[] GetInvalidFileNameChars()", |_, _, _| Ok(units(&[0, u16::from(b'/')]))),
        Method::new("char[] GetInvalidPathChars()", |_, _, _| Ok(units(&[0]))),
        Method::new("string GetPathRoot(string path)", |_, _, arguments| {
            Ok(optional(arguments, |path| if path.starts_with('/') { "/".into() } else { String::new() }))
        }),
        Method::new("string GetRandomFileName()", |env, _, _| Ok(Value::from(random_name(env, 8, 3)))),
        Method::new("string GetRelativePath(string relativeTo, string path)", get_relative_path),
        Method::new("string GetTempFileName()", get_temp_file_name),
        Method::new("string GetTempPath()", |env, _, _| Ok(Value::from(temporary_folder(env)))),
        Method::new("bool HasExtension(string path)", |_, _, arguments| {
            Ok(Value::Bool(extension(&arguments.text(0)).is_some_and(|extension| !extension.is_empty())))
        }),
        Method::new("bool IsPathFullyQualified(string path)", |_, _, arguments| {
            Ok(Value::Bool(arguments.needed_text(0, "path")?.starts_with('/')))
        }),
        Method::new("bool IsPathRooted(string path)", |_, _, arguments| {
            Ok(Value::Bool(arguments.text(0).starts_with('/')))
        }),
        Method::new("string Join(string path1, string path2)", join),
        Method::new("string Join(string path1, string path2, string path3)", join),
        Method::new("string Join(string path1, string path2, string path3, string path4)", join),
        Method::new("string Join(Params string[] paths)", join),
        Method::new("string TrimEndingDirectorySeparator(string path)", |_, _, arguments| {
            let path = arguments.text(0);
            let trimmed = path.strip_suffix('/').filter(|rest| !rest.is_empty()).unwrap_or(&path);
            Ok(Value::from(trimmed))
        }),
    ],
    ..TypeTable::of(&known::PATH)
};

fn units(units: &[u16]) -> Value {
    typed_array(&CHAR, units.iter().map(|unit| Value::Char(*unit)).collect())
}

/// What a function makes of the first argument; null stays null.
fn optional(arguments: &[Value], make: impl Fn(&str) -> String) -> Value {
    if arguments.is_null(0) { Value::Null } else { Value::from(make(&arguments.text(0))) }
}

/// The part behind the last separator.
pub fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The extension with its dot; empty for a name that ends with one.
pub fn extension(path: &str) -> Option<&str> {
    let name = file_name(path);
    let dot = name.rfind('.')?;
    Some(name.get(dot..).filter(|extension| extension.len() > 1).unwrap_or_default())
}

/// A name without its extension.
pub fn stem(name: &str) -> &str {
    name.rfind('.').and_then(|dot| name.get(..dot)).unwrap_or(name)
}

/// A path with `.`, `..` and doubled separators worked out; a separator at the end stays.
pub fn normalized(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            name => parts.push(name),
        }
    }
    let tail = if path.ends_with('/') && !parts.is_empty() { "/" } else { "" };
    format!("/{}{tail}", parts.join("/"))
}

fn change_extension(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let path = arguments.text(0);
    if path.is_empty() {
        return Ok(Value::Str(path));
    }
    let name = file_name(&path);
    let folder = path.get(..path.len() - name.len()).unwrap_or_default();
    let base = stem(name);
    if arguments.is_null(1) {
        return Ok(Value::from(format!("{folder}{base}")));
    }
    let extension = arguments.text(1);
    let dot = if extension.starts_with('.') { "" } else { "." };
    Ok(Value::from(format!("{folder}{base}{dot}{extension}")))
}

/// The paths of the arguments, given one by one or as an array.
fn paths(arguments: &[Value]) -> Vec<String> {
    let items = match arguments {
        [Value::Array(array)] => array.items.borrow().clone(),
        other => other.to_vec(),
    };
    items.iter().map(|item| item.as_str().map(ToString::to_string).unwrap_or_default()).collect()
}

fn combine(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let mut combined = String::new();
    for path in paths(arguments) {
        if path.is_empty() {
            continue;
        }
        if path.starts_with('/') || combined.is_empty() {
            combined = path;
            continue;
        }
        if !combined.ends_with('/') {
            combined.push('/');
        }
        combined.push_str(&path);
    }
    Ok(Value::from(combined))
}

fn join(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let mut joined = String::new();
    for path in paths(arguments).into_iter().filter(|path| !path.is_empty()) {
        if !joined.is_empty() && !joined.ends_with('/') && !path.starts_with('/') {
            joined.push('/');
        }
        joined.push_str(&path);
    }
    Ok(Value::from(joined))
}

fn get_directory_name(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let path = arguments.text(0);
    if path.is_empty() || path.chars().all(|c| c == '/') {
        return Ok(Value::Null);
    }
    Ok(Value::from(parent(&path)))
}

/// The folder part of a path, with doubled separators made single.
pub fn parent(path: &str) -> String {
    let name = file_name(path);
    let folder = path.get(..path.len() - name.len()).unwrap_or_default();
    let trimmed = folder.trim_end_matches('/');
    if trimmed.is_empty() && folder.starts_with('/') {
        return "/".to_string();
    }
    let mut single = String::with_capacity(trimmed.len());
    for c in trimmed.chars() {
        if c != '/' || !single.ends_with('/') {
            single.push(c);
        }
    }
    single
}

fn get_full_path(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let path = arguments.needed_text(0, "path")?;
    if arguments.len() == 2 {
        let base = arguments.text(1);
        if !base.starts_with('/') {
            return Err(fault::argument("Basepath argument is not fully qualified.", "basePath"));
        }
        return Ok(Value::from(normalized(&std::path::Path::new(base.as_str()).join(path.as_str()).to_string_lossy())));
    }
    if path.is_empty() {
        return Err(fault::argument("The path is empty.", "path"));
    }
    Ok(Value::from(normalized(&process_folder().join(path.as_str()).to_string_lossy())))
}

fn get_relative_path(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (from, to) = (arguments.needed_text(0, "relativeTo")?, arguments.needed_text(1, "path")?);
    let (from, to) = (full_path(&from), full_path(&to));
    let split = |path: &str| path.split('/').filter(|part| !part.is_empty()).map(str::to_string).collect::<Vec<_>>();
    let (own, other) = (split(&from), split(&to));
    let common = own.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let mut parts = vec!["..".to_string(); own.len() - common];
    parts.extend(other.into_iter().skip(common));
    if parts.is_empty() {
        return Ok(Value::from("."));
    }
    let tail = if to.ends_with('/') { "/" } else { "" };
    Ok(Value::from(format!("{}{tail}", parts.join("/"))))
}

/// `TMPDIR` or `/tmp/`, with a separator at the end.
fn temporary_folder(env: &dyn Env) -> String {
    match env.environment("TMPDIR") {
        Some(folder) if !folder.is_empty() => {
            if folder.ends_with('/') {
                folder.to_string()
            } else {
                format!("{folder}/")
            }
        }
        _ => "/tmp/".to_string(),
    }
}

/// A random name of letters and digits.
fn random_name(env: &mut dyn Env, name: usize, extension: usize) -> String {
    const LETTERS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz012345";
    let mut letters = |count: usize| -> String {
        (0..count).map(|_| char::from(LETTERS[usize::try_from(env.random() % 32).unwrap_or_default()])).collect()
    };
    let (name, extension) = (letters(name), letters(extension));
    format!("{name}.{extension}")
}

fn get_temp_file_name(env: &mut dyn Env, _this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let folder = temporary_folder(env);
    loop {
        let name = random_name(env, 6, 3);
        let path = format!("{folder}tmp{}.tmp", name.get(..6).unwrap_or("000000"));
        match std::fs::File::create_new(&path) {
            Ok(_) => return Ok(Value::from(path)),
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(super::fault_of(&error, &path, false)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_are_worked_out() {
        assert_eq!(normalized("/a/./b//../c"), "/a/c");
        assert_eq!(normalized("/../.."), "/");
        assert_eq!(normalized("/a/"), "/a/");
    }

    #[test]
    fn a_name_has_its_extension_behind_the_last_dot() {
        assert_eq!(extension("/a.b/c.tar.gz"), Some(".gz"));
        assert_eq!(extension("/a.b/c"), None);
        assert_eq!(stem(".bashrc"), "");
        assert_eq!(parent("/a//b/c"), "/a/b");
    }
}
