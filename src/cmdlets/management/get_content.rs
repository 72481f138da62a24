//! `Get-Content`: the lines of a file, or what an item of another drive holds.
use super::content::encoding;
use super::paths::{self, given};
use crate::cmdlets::prelude::*;
use crate::provider::{Drive, Place, io_fault, session_drive};
use crate::value::error::INVALID_OPERATION_EXCEPTION;
use std::collections::VecDeque;

cmdlet! {
    /// Gets the content of the item at the specified location.
    ///
    /// ```powershell
    /// Set-Content pins.txt 'one', 'two', 'three'
    /// Get-Content pins.txt -TotalCount 2
    /// # one
    /// # two
    /// (Get-Content pins.txt -Raw).Length
    /// # 14
    /// ```
    pub struct GetContent: "Get-Content", alias "gc", alias "type", default_set "Path",
        module "Microsoft.PowerShell.Management";

    /// How many lines come together as one array; 0 for all at once.
    param read_count: i64, by_name;
    /// How many lines to read from the start.
    param total_count: i64, alias "First", alias "Head", by_name;
    /// How many lines to read from the end.
    param tail: i32, alias "Last", by_name;
    /// The files to read, wildcards allowed.
    param path: Vec<Str>, set "Path", mandatory, position 0, by_name;
    /// The files to read, their names taken as they are.
    param literal_path: Vec<Str>, alias "PSPath", alias "LP", set "LiteralPath", mandatory, by_name;
    /// Unused by the file system.
    param filter: Str;
    /// Names to read among those that a wildcard stands for.
    param include: Vec<Str>;
    /// Names to leave out.
    param exclude: Vec<Str>;
    /// Reads hidden files too.
    param force: Switch;
    /// What separates the parts, where it is not the end of a line.
    param delimiter: Str;
    /// Waits for more; the content is read once.
    param wait: Switch;
    /// All of it as one text.
    param raw: Switch;
    /// How bytes become text.
    param encoding: Value, completions crate::provider::encoding::NAMES;
    /// The bytes as they are.
    param as_byte_stream: Switch;
}

impl Cmdlet for GetContent {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let (names, literal) = given(&self.path, &self.literal_path);
        if cx.is_bound("Tail") && cx.is_bound("TotalCount") {
            let text = "The parameters TotalCount and Tail cannot be used together. Please specify only one parameter.";
            return Err(cx.stop(
                Fault::new("TailAndHeadCannotCoexist", ErrorCategory::InvalidOperation, text)
                    .of(&INVALID_OPERATION_EXCEPTION),
            ));
        }
        let places = paths::existing(cx, names, literal)?;
        for place in paths::sifted(places, &self.include, &self.exclude) {
            self.read(cx, &place)?;
        }
        Ok(())
    }
}

impl GetContent {
    fn read(&self, cx: &mut Cx, place: &Place) -> Outcome {
        if place.drive != Drive::FileSystem {
            let value = session_drive::content(cx.session, place).unwrap_or_default();
            return cx.write_items(value);
        }
        if place.is_container() {
            let text = format!(
                "Unable to get content because it is a directory: '{}'. Please use 'Get-ChildItem' instead.",
                place.path
            );
            let fault = Fault::new("GetContainerContentException", ErrorCategory::InvalidOperation, text)
                .of(&INVALID_OPERATION_EXCEPTION)
                .target(Value::Str(place.path.clone()));
            return cx.error(fault);
        }
        let bytes = match std::fs::read(&*place.path) {
            Ok(bytes) => bytes,
            Err(failure) => {
                let (id, category) = match failure.kind() {
                    std::io::ErrorKind::PermissionDenied => {
                        ("GetContentReaderUnauthorizedAccessError", ErrorCategory::PermissionDenied)
                    }
                    _ => ("GetContentReaderIOError", ErrorCategory::ReadError),
                };
                return cx.error(io_fault(id, category, &place.path, &failure));
            }
        };
        if *self.as_byte_stream {
            let values: Vec<Value> = bytes.into_iter().map(Value::Byte).collect();
            if *self.raw {
                let array = crate::value::Array::typed(TypeRef::Native(&crate::value::types::BYTE), values);
                return cx.write(Value::Array(Rc::new(array)));
            }
            return self.emit(cx, values);
        }
        let text = encoding(cx, &self.encoding)?.decode(&bytes);
        if *self.raw {
            if text.is_empty() {
                return Ok(());
            }
            return cx.write(Value::from(text));
        }
        let values = match cx.is_bound("Delimiter") {
            true if !self.delimiter.is_empty() => {
                let mut parts: Vec<Value> = text.split(&*self.delimiter).map(Value::from).collect();
                if matches!(parts.last(), Some(Value::Str(last)) if last.is_empty()) {
                    parts.pop();
                }
                parts
            }
            _ => lines(&text),
        };
        self.emit(cx, values)
    }

    /// Writes the parts that are asked for, one by one or in groups.
    fn emit(&self, cx: &mut Cx, values: Vec<Value>) -> Outcome {
        let mut values: VecDeque<Value> = values.into();
        if cx.is_bound("Tail") {
            let keep = usize::try_from(self.tail).unwrap_or(0);
            values.drain(..values.len().saturating_sub(keep));
        }
        if cx.is_bound("TotalCount") && self.total_count >= 0 {
            values.truncate(usize::try_from(self.total_count).unwrap_or(0));
        }
        if !cx.is_bound("ReadCount") || self.read_count == 1 {
            for value in values {
                cx.write(value)?;
            }
            return Ok(());
        }
        let size = match usize::try_from(self.read_count) {
            Ok(0) | Err(_) => values.len().max(1),
            Ok(size) => size,
        };
        while !values.is_empty() {
            let group: Vec<Value> = values.drain(..size.min(values.len())).collect();
            let group = match group.len() {
                1 => group.into_iter().next().unwrap_or_default(),
                _ => Value::array(group),
            };
            cx.write(group)?;
        }
        Ok(())
    }
}

/// The lines of a text; the last has no empty one behind its end.
pub fn lines(text: &str) -> Vec<Value> {
    let mut lines = Vec::new();
    let mut rest = text;
    while let Some(end) = rest.find(['\n', '\r']) {
        lines.push(Value::from(rest.get(..end).unwrap_or_default()));
        let width = if rest.get(end..).is_some_and(|tail| tail.starts_with("\r\n")) { 2 } else { 1 };
        rest = rest.get(end + width..).unwrap_or_default();
    }
    if !rest.is_empty() {
        lines.push(Value::from(rest));
    }
    lines
}
