//! Writing content: what `Set-Content` and `Add-Content` share.

use super::paths;
use crate::cmdlets::prelude::*;
use crate::provider::encoding::Encoding;
use crate::provider::{self, Drive, Place, session_drive};
use crate::value::error::ARGUMENT_EXCEPTION;
use std::fs::File;
use std::io::Write;

/// An open file or an item of a session drive, as content is written to it.
pub struct Writer {
    pub place: Place,
    file: Option<File>,
    encoding: Encoding,
    /// What an item of a session drive is given at the end.
    values: Vec<Value>,
    separator: &'static str,
}

/// The encoding of a name, or the error for a name that is none.
pub fn encoding(cx: &mut Cx, name: &Value) -> Outcome<Encoding> {
    let text = convert::to_text(cx.session, name)?;
    match Encoding::find(&text) {
        Some(encoding) => Ok(encoding),
        None => {
            let message = format!("'{text}' is not a supported encoding name.");
            Err(cx.stop(
                Fault::new("EncodingNotSupported", ErrorCategory::InvalidArgument, message).of(&ARGUMENT_EXCEPTION),
            ))
        }
    }
}

/// The values that are written one by one: lists are opened, whatever their depth, and null is left out.
pub fn parts(value: &Value) -> Vec<Value> {
    match enumerate::items_of(value) {
        Some(items) => items.iter().flat_map(parts).collect(),
        None if value.is_null() => Vec::new(),
        None => vec![value.clone()],
    }
}

/// The encoding that the mark at the start of a file tells.
fn marked(path: &str) -> Option<Encoding> {
    use std::io::Read;
    let mut start = Vec::new();
    File::open(path).ok()?.take(4).read_to_end(&mut start).ok()?;
    [Encoding::Utf32, Encoding::Utf8Bom, Encoding::Utf16, Encoding::Utf16BigEndian]
        .into_iter()
        .find(|encoding| start.starts_with(encoding.mark()))
}

/// How a file is opened.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Open {
    Replace,
    Append,
}

impl Writer {
    /// Opens a place for writing; a file that cannot be opened is a non-terminating error and `None`.
    pub fn open(cx: &mut Cx, place: Place, how: Open, encoding: Encoding, no_newline: bool) -> Outcome<Option<Writer>> {
        let separator = if no_newline { "" } else { "\n" };
        if place.drive != Drive::FileSystem {
            return Ok(Some(Writer { place, file: None, encoding, values: Vec::new(), separator }));
        }
        let opened = match how {
            Open::Replace => File::create(&*place.path),
            Open::Append => File::options().append(true).create(true).open(&*place.path),
        };
        match opened {
            Ok(file) => {
                let is_new = file.metadata().is_ok_and(|facts| facts.len() == 0);
                let mut writer = Writer { place, file: Some(file), encoding, values: Vec::new(), separator };
                if is_new {
                    writer.bytes(cx, encoding.mark())?;
                }
                Ok(Some(writer))
            }
            Err(failure) => {
                let (id, category) = match failure.kind() {
                    std::io::ErrorKind::NotFound => {
                        ("GetContentWriterDirectoryNotFoundError", ErrorCategory::ObjectNotFound)
                    }
                    std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::IsADirectory => {
                        ("GetContentWriterUnauthorizedAccessError", ErrorCategory::PermissionDenied)
                    }
                    _ => ("GetContentWriterIOError", ErrorCategory::WriteError),
                };
                cx.error(provider::io_fault(id, category, &place.path, &failure))?;
                Ok(None)
            }
        }
    }

    fn bytes(&mut self, cx: &mut Cx, bytes: &[u8]) -> Outcome {
        let Some(file) = &mut self.file else { return Ok(()) };
        match file.write_all(bytes) {
            Ok(()) => Ok(()),
            Err(failure) => {
                let fault =
                    provider::io_fault("WriteContentError", ErrorCategory::WriteError, &self.place.path, &failure);
                Err(cx.stop(fault))
            }
        }
    }

    /// Writes one value: a line of text, or with `raw` bytes as they are.
    pub fn write(&mut self, cx: &mut Cx, value: &Value, raw: bool) -> Outcome {
        if self.file.is_none() {
            self.values.push(value.clone());
            return Ok(());
        }
        if raw {
            let byte = convert::convert(cx.session, value, &TypeRef::Native(&crate::value::types::BYTE))?;
            if let Value::Byte(byte) = byte {
                return self.bytes(cx, &[byte]);
            }
        }
        let mut text = convert::to_text(cx.session, value)?.to_string();
        text.push_str(self.separator);
        let bytes = self.encoding.encode(&text);
        self.bytes(cx, &bytes)
    }

    /// Gives an item of a session drive what was collected for it.
    pub fn close(self, cx: &mut Cx) -> Outcome {
        if self.file.is_some() {
            return Ok(());
        }
        session_drive::set_content(cx.session, &self.place, enumerate::collapse(self.values))
    }
}

/// Opens the places that paths name for writing, asking `ShouldProcess` first.
pub fn open_all(
    cx: &mut Cx,
    places: (&[Str], bool),
    how: Open,
    encoding_name: &Value,
    no_newline: bool,
    action: &str,
) -> Outcome<Vec<Writer>> {
    let encoding = encoding(cx, encoding_name)?;
    let mut writers = Vec::new();
    for place in paths::named(cx, places.0, places.1)? {
        if !cx.should_process(&format!("Path: {}", place.shown()), action)? {
            continue;
        }
        let told = (how == Open::Append && encoding_name.is_null()).then(|| marked(&place.path)).flatten();
        writers.extend(Writer::open(cx, place, how, told.unwrap_or(encoding), no_newline)?);
    }
    Ok(writers)
}
