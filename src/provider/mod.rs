//! The drives: file system, variables, environment, functions, aliases.
//!
//! A path is [located](locate) on a drive; wildcards in it are [expanded](expand). What lies on the drives of the
//! session itself (`env:`, `variable:`, `function:`, `alias:`) is read and written by [`session_drive`].

pub mod encoding;
pub mod glob;
pub mod session_drive;

use crate::engine::Session;
use crate::engine::drive::{DRIVE_NOT_FOUND_EXCEPTION, ITEM_NOT_FOUND_EXCEPTION};
use crate::text::Str;
use crate::value::{ErrorCategory, Fault, Outcome, Value};

/// Which provider a path belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drive {
    FileSystem,
    Env,
    Variable,
    Function,
    Alias,
}

impl Drive {
    /// The provider's name.
    pub fn provider(self) -> &'static str {
        match self {
            Drive::FileSystem => "FileSystem",
            Drive::Env => "Environment",
            Drive::Variable => "Variable",
            Drive::Function => "Function",
            Drive::Alias => "Alias",
        }
    }

    /// The drive's name as it stands before the colon; of the file system there is only the root.
    pub fn name(self) -> &'static str {
        match self {
            Drive::FileSystem => "/",
            Drive::Env => "Env",
            Drive::Variable => "Variable",
            Drive::Function => "Function",
            Drive::Alias => "Alias",
        }
    }

    /// The drive of a name.
    pub fn find(name: &str) -> Option<Drive> {
        [Drive::Env, Drive::Variable, Drive::Function, Drive::Alias]
            .into_iter()
            .find(|drive| drive.name().eq_ignore_ascii_case(name) || drive.provider().eq_ignore_ascii_case(name))
    }
}

/// A path on a drive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub drive: Drive,
    /// An absolute path of the file system, or the name of an item of another drive; empty for the drive itself.
    pub path: Str,
}

impl Place {
    /// The path as messages and `PSPath` show it.
    pub fn shown(&self) -> Str {
        match self.drive {
            Drive::FileSystem => self.path.clone(),
            other => Str::from(format!("{}:{}", other.name(), self.path)),
        }
    }

    /// Whether something is there.
    pub fn exists(&self, session: &Session) -> bool {
        match self.drive {
            Drive::FileSystem => std::fs::symlink_metadata(&*self.path).is_ok(),
            _ if self.path.is_empty() => true,
            _ => session_drive::exists(session, self),
        }
    }

    /// Whether it is a folder or a drive.
    pub fn is_container(&self) -> bool {
        match self.drive {
            Drive::FileSystem => std::fs::metadata(&*self.path).is_ok_and(|facts| facts.is_dir()),
            _ => self.path.is_empty(),
        }
    }
}

/// Where a path without wildcards lies.
///
/// # Errors
/// `DriveNotFound` for a drive that there is none of.
pub fn locate(session: &Session, path: &str) -> Outcome<Place> {
    let path = without_provider(path);
    if let Some((drive, rest)) = path.split_once(':')
        && !drive.contains(['/', '\\'])
        && !drive.is_empty()
    {
        if let Some(drive) = Drive::find(drive) {
            let rest = rest.trim_start_matches([':', '/', '\\']);
            return Ok(Place { drive, path: Str::from(rest) });
        }
        if session.drives.iter().any(|(name, _, _)| name.eq_ignore_ascii_case(drive)) {
            return Ok(Place { drive: Drive::FileSystem, path: session.full_path(path) });
        }
        let is_file = std::fs::symlink_metadata(&*session.full_path(path)).is_ok();
        if !is_file {
            let text = format!("Cannot find drive. A drive with the name '{drive}' does not exist.");
            return Err(Fault::new("DriveNotFound", ErrorCategory::ObjectNotFound, text)
                .of(&DRIVE_NOT_FOUND_EXCEPTION)
                .target(Value::from(drive))
                .into());
        }
    }
    if let Some(drive) = Drive::find(&session.drive) {
        if path.starts_with('/') || path.starts_with('~') {
            return Ok(Place { drive: Drive::FileSystem, path: session.full_path(path) });
        }
        let name = if path == "." { "" } else { path };
        return Ok(Place { drive, path: Str::from(name) });
    }
    Ok(Place { drive: Drive::FileSystem, path: session.full_path(path) })
}

/// The path without the provider's name in front, such as `FileSystem::`.
fn without_provider(path: &str) -> &str {
    match path.split_once("::") {
        Some((provider, rest)) => {
            let provider = provider.rsplit('\\').next().unwrap_or(provider);
            let is_known = provider.eq_ignore_ascii_case("FileSystem") || Drive::find(provider).is_some();
            if provider.eq_ignore_ascii_case("FileSystem") || !is_known { rest } else { path }
        }
        None => path,
    }
}

/// The places that a path stands for, its wildcards expanded; a path without wildcards stands for itself, there or not.
///
/// # Errors
/// As [`locate`].
pub fn expand(session: &Session, path: &str) -> Outcome<Vec<Place>> {
    if !crate::text::wildcard::contains_wildcards(path) {
        let plain = crate::text::wildcard::unescape(path);
        return Ok(vec![locate(session, &plain)?]);
    }
    let place = locate(session, path)?;
    Ok(match place.drive {
        Drive::FileSystem => glob::files(&place.path)
            .into_iter()
            .map(|path| Place { drive: Drive::FileSystem, path: Str::from(path) })
            .collect(),
        drive => session_drive::names_like(session, drive, &place.path)
            .into_iter()
            .map(|path| Place { drive, path })
            .collect(),
    })
}

/// The places of a path that must be there: wildcards may stand for none, a plain path may not.
///
/// # Errors
/// `PathNotFound` for a plain path with nothing there.
pub fn existing(session: &Session, path: &str, literal: bool) -> Outcome<Vec<Place>> {
    let places = match literal {
        true => vec![locate(session, path)?],
        false => expand(session, path)?,
    };
    let has_wildcards = !literal && crate::text::wildcard::contains_wildcards(path);
    if !has_wildcards && let Some(missing) = places.iter().find(|place| !place.exists(session)) {
        return Err(not_found(missing).into());
    }
    Ok(places)
}

/// The error for a path with nothing there.
pub fn not_found(place: &Place) -> Fault {
    let text = match place.drive {
        Drive::FileSystem => format!("Cannot find path '{}' because it does not exist.", place.path),
        _ => format!("Cannot find path '{}' because it does not exist.", place.path),
    };
    Fault::new("PathNotFound", ErrorCategory::ObjectNotFound, text)
        .of(&ITEM_NOT_FOUND_EXCEPTION)
        .target(Value::Str(place.shown()))
}

/// The error for what the file system refused.
pub fn io_fault(id: &str, category: ErrorCategory, path: &str, failure: &std::io::Error) -> Fault {
    use crate::engine::file_sink::{DIRECTORY_NOT_FOUND_EXCEPTION, IO_EXCEPTION, UNAUTHORIZED_ACCESS_EXCEPTION};
    let (exception, text) = match failure.kind() {
        std::io::ErrorKind::NotFound => {
            (&DIRECTORY_NOT_FOUND_EXCEPTION, format!("Could not find a part of the path '{path}'."))
        }
        std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::IsADirectory => {
            (&UNAUTHORIZED_ACCESS_EXCEPTION, format!("Access to the path '{path}' is denied."))
        }
        std::io::ErrorKind::AlreadyExists => (&IO_EXCEPTION, format!("The file '{path}' already exists.")),
        _ => (&IO_EXCEPTION, format!("{failure} : '{path}'")),
    };
    Fault::new(id, category, text).of(exception).target(Value::from(path))
}
