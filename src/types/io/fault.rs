//! The exceptions of the file system.

use crate::types::exceptions::{
    DIRECTORY_NOT_FOUND_EXCEPTION, FILE_NOT_FOUND_EXCEPTION, IO_EXCEPTION, UNAUTHORIZED_ACCESS_EXCEPTION,
};
use crate::value::NativeType;
use crate::value::{Fault, Flow};
use std::io::{Error, ErrorKind};

/// The exception that .NET throws for a failure at a path, and its message.
pub fn exception(failure: &Error, path: &str) -> (&'static NativeType, String) {
    let folder_is_there = std::path::Path::new(path).parent().is_none_or(std::path::Path::is_dir);
    match failure.kind() {
        ErrorKind::NotFound if folder_is_there => (&FILE_NOT_FOUND_EXCEPTION, format!("Could not find file '{path}'.")),
        ErrorKind::NotFound | ErrorKind::NotADirectory => {
            (&DIRECTORY_NOT_FOUND_EXCEPTION, format!("Could not find a part of the path '{path}'."))
        }
        ErrorKind::PermissionDenied | ErrorKind::IsADirectory => {
            (&UNAUTHORIZED_ACCESS_EXCEPTION, format!("Access to the path '{path}' is denied."))
        }
        ErrorKind::AlreadyExists => (&IO_EXCEPTION, format!("The file '{path}' already exists.")),
        ErrorKind::DirectoryNotEmpty => (&IO_EXCEPTION, format!("Directory not empty : '{path}'")),
        _ => {
            let text = failure.to_string();
            let text = text.split(" (os error").next().unwrap_or(&text).to_string();
            (&IO_EXCEPTION, format!("{text} : '{path}'"))
        }
    }
}

/// The exception as a flow.
pub fn of(failure: &Error, path: &str) -> Flow {
    let (ty, message) = exception(failure, path);
    Fault::exception(ty, message).into()
}
