//! Files that text is read from and written to, with the errors of PowerShell's export cmdlets.

use crate::cmdlets::management::content;
use crate::cmdlets::prelude::*;
use crate::provider::encoding::Encoding;
use crate::provider::{self, Drive};
use crate::types::exceptions::IO_EXCEPTION;
use crate::types::io::fault::exception;
use std::fs::File;
use std::io::Write;

/// The error for a file that cannot be opened.
pub fn open_failure(path: &str, failure: &std::io::Error) -> Fault {
    let (ty, text) = exception(failure, path);
    Fault::new("FileOpenFailure", ErrorCategory::OpenError, text).of(ty).target(Value::from(path))
}

/// The text of the one file that a path stands for.
///
/// # Errors
/// A path that stands for several files; a file that cannot be opened. Both end the command.
pub fn read(cx: &mut Cx, path: &str, literal: bool, encoding_name: &Value) -> Outcome<String> {
    let places = match literal {
        true => vec![provider::locate(cx.session, path)?],
        false => provider::expand(cx.session, path)?,
    };
    if places.len() > 1 {
        let text = "Cannot perform operation because the path resolved to more than one file. This command cannot operate on multiple files.";
        let fault = Fault::new("ReadWriteMultipleFilesNotSupported", ErrorCategory::InvalidArgument, text);
        return Err(cx.stop(fault.of(&crate::value::error::INVALID_OPERATION_EXCEPTION)));
    }
    let full = match places.into_iter().next() {
        Some(place) if place.drive == Drive::FileSystem => place.path,
        _ => cx.session.full_path(path),
    };
    let encoding = content::encoding(cx, encoding_name)?;
    match std::fs::read(&*full) {
        Ok(bytes) => Ok(encoding.decode(&bytes)),
        Err(failure) => Err(cx.stop(open_failure(&full, &failure))),
    }
}

/// How a file is opened for writing.
#[derive(Clone, Copy, Default)]
pub struct Opening {
    pub append: bool,
    pub force: bool,
    pub no_clobber: bool,
}

/// An open file that text is written to.
pub struct Output {
    file: File,
    encoding: Encoding,
    path: Str,
    /// What was in the file before, where it is appended to.
    pub before: String,
}

impl Output {
    /// Opens a file.
    ///
    /// # Errors
    /// A file that must not be replaced, or that cannot be opened.
    pub fn open(cx: &mut Cx, path: &str, opening: Opening, encoding_name: &Value) -> Outcome<Output> {
        let encoding = content::encoding(cx, encoding_name)?;
        let place = provider::locate(cx.session, path)?;
        let path = place.path;
        let there = std::fs::metadata(&*path);
        if opening.no_clobber && there.is_ok() {
            let text = format!("The file '{path}' already exists.");
            let fault = Fault::new("NoClobber", ErrorCategory::ResourceExists, text).of(&IO_EXCEPTION);
            let record = fault.target(Value::Str(path.clone())).record();
            record.details.replace(Some(Str::from(format!("File {path} already exists and NoClobber was specified."))));
            return Err(Flow::Error(record));
        }
        if opening.force && there.as_ref().is_ok_and(|facts| facts.permissions().readonly()) {
            let entry = crate::types::io::FileEntry::value(&path);
            cx.session.set_property(&entry, Symbol::new("IsReadOnly"), Value::Bool(false))?;
        }
        let before = match opening.append {
            true => std::fs::read(&*path).map(|bytes| encoding.decode(&bytes)).unwrap_or_default(),
            false => String::new(),
        };
        let opened = match opening.append {
            true => File::options().append(true).create(true).open(&*path),
            false => File::create(&*path),
        };
        match opened {
            Ok(file) => Ok(Output { file, encoding, path, before }),
            Err(failure) => Err(cx.stop(open_failure(&path, &failure))),
        }
    }

    /// Writes text; the mark of the encoding comes first in a new file.
    pub fn write(&mut self, cx: &mut Cx, text: &str) -> Outcome {
        let is_new = self.file.metadata().is_ok_and(|facts| facts.len() == 0);
        let mut bytes = if is_new { self.encoding.mark().to_vec() } else { Vec::new() };
        bytes.extend(self.encoding.encode(text));
        match self.file.write_all(&bytes) {
            Ok(()) => Ok(()),
            Err(failure) => Err(cx.stop(open_failure(&self.path, &failure))),
        }
    }

    pub fn path(&self) -> &str {
        &self.path
    }
}
