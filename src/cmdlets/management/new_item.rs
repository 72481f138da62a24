//! `New-Item`: makes a file, a folder, a link, or an item of another drive.
use super::{items, paths};
use crate::cmdlets::faults;
use crate::cmdlets::prelude::*;
use crate::provider::{self, Drive, Place, session_drive};
use crate::types::exceptions::IO_EXCEPTION;
use crate::types::io::fault::exception;

cmdlet! {
    /// Creates a new item.
    ///
    /// ```powershell
    /// (New-Item pins.txt -Value '123456').Length
    /// # 6
    /// ```
    pub struct NewItem: "New-Item", alias "ni", default_set "pathSet", should_process,
        module "Microsoft.PowerShell.Management";

    /// Where to make it.
    param path: Vec<Str>, set "pathSet", mandatory, position 0, by_name, set "nameSet", position 0, by_name;
    /// The name in the folder of the path.
    param name: Str, set "nameSet", mandatory, by_name, allow_null, allow_empty_string;
    /// `File`, `Directory`, `SymbolicLink`, `HardLink`.
    param item_type: Str, alias "Type", by_name;
    /// The content, or what a link points at.
    param value: Value, alias "Target", pipeline, by_name;
    /// Replaces what is there, and makes the folders that are missing.
    param force: Switch;
}

/// What kind of item of the file system to make.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    File,
    Directory,
    SymbolicLink,
    HardLink,
}

impl Cmdlet for NewItem {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let names = if self.path.is_empty() { vec![Str::from(".")] } else { self.path.clone() };
        for name in names {
            let full = match self.name.is_empty() {
                true => name.clone(),
                false => Str::from(format!("{}/{}", name.trim_end_matches('/'), self.name)),
            };
            let place = match provider::locate(cx.session, &full) {
                Ok(place) => place,
                Err(flow) => {
                    cx.report(flow)?;
                    continue;
                }
            };
            let made = match place.drive {
                Drive::FileSystem => self.make(cx, &place, &full),
                _ => self.make_in_session(cx, &place),
            };
            if let Err(flow) = made {
                cx.report(flow)?;
            }
        }
        Ok(())
    }
}

impl NewItem {
    fn kind(&self) -> Outcome<Kind> {
        let wanted = self.item_type.to_ascii_lowercase();
        let starts = |full: &str| !wanted.is_empty() && full.starts_with(&*wanted);
        Ok(match () {
            () if wanted.is_empty() || starts("file") => Kind::File,
            () if starts("directory") || starts("container") => Kind::Directory,
            () if starts("symboliclink") => Kind::SymbolicLink,
            () if starts("junction") => Kind::SymbolicLink,
            () if starts("hardlink") => Kind::HardLink,
            () => {
                let text = "The type is not a known type for the file system. Only \"file\",\"directory\" or \"symboliclink\" can be specified.";
                return Err(faults::ps_argument("Argument", ErrorCategory::InvalidArgument, text, "").into());
            }
        })
    }

    fn make(&self, cx: &mut Cx, place: &Place, given: &str) -> Outcome {
        let kind = self.kind()?;
        let path = &*place.path;
        let action = match kind {
            Kind::File => "Create File",
            Kind::Directory => "Create Directory",
            Kind::SymbolicLink => "Create Symbolic Link",
            Kind::HardLink => "Create Hard Link",
        };
        if !cx.should_process(&format!("Destination: {path}"), action)? {
            return Ok(());
        }
        match kind {
            Kind::File => self.file(cx, path)?,
            Kind::Directory => {
                if place.exists(cx.session) && !(*self.force && place.is_container()) {
                    let text = format!("An item with the specified name {path} already exists.");
                    let fault = Fault::new("DirectoryExist", ErrorCategory::ResourceExists, text).of(&IO_EXCEPTION);
                    return Err(fault.target(Value::from(path)).into());
                }
                std::fs::create_dir_all(path).map_err(|failure| refused("CreateDirectoryIOError", path, &failure))?;
            }
            Kind::SymbolicLink | Kind::HardLink => self.link(cx, kind, path, given)?,
        }
        items::write(cx, place)
    }

    fn file(&self, cx: &mut Cx, path: &str) -> Outcome {
        let io = |failure: &std::io::Error| refused("NewItemIOError", path, failure);
        if *self.force {
            std::fs::create_dir_all(&*paths::parent(path)).map_err(|failure| io(&failure))?;
        } else if std::fs::symlink_metadata(path).is_ok() {
            return Err(io(&std::io::ErrorKind::AlreadyExists.into()));
        }
        let text = match self.value.is_null() {
            true => Str::default(),
            false => convert::to_text(cx.session, &self.value)?,
        };
        std::fs::write(path, text.as_bytes()).map_err(|failure| match failure.kind() {
            std::io::ErrorKind::PermissionDenied => {
                let (ty, text) = exception(&failure, path);
                Fault::new("NewItemUnauthorizedAccessError", ErrorCategory::PermissionDenied, text)
                    .of(ty)
                    .target(Value::from(path))
                    .into()
            }
            _ => io(&failure),
        })
    }

    fn link(&self, cx: &mut Cx, kind: Kind, path: &str, given: &str) -> Outcome {
        if self.value.is_null() {
            let text = format!("Link '{given}' cannot be created because the target Value was not specified.");
            let fault = Fault::new("ArgumentNull", ErrorCategory::InvalidArgument, text);
            return Err(fault.of(&crate::types::exceptions::PS_ARGUMENT_NULL_EXCEPTION).into());
        }
        let target = convert::to_text(cx.session, &self.value)?;
        let full = cx.session.full_path(&target);
        if std::fs::symlink_metadata(path).is_ok() {
            if !*self.force {
                return Err(refused("NewItemIOError", path, &std::io::ErrorKind::AlreadyExists.into()));
            }
            std::fs::remove_file(path).map_err(|failure| refused("NewItemIOError", path, &failure))?;
        }
        let made = match kind {
            Kind::HardLink if std::fs::symlink_metadata(&*full).is_err() => {
                let text = format!("Could not find item {full}.");
                return Err(faults::item_not_found("ItemNotFound", text, &full).into());
            }
            Kind::HardLink => std::fs::hard_link(&*full, path),
            _ => std::os::unix::fs::symlink(&*target, path),
        };
        made.map_err(|failure| refused("NewItemIOError", path, &failure))
    }

    fn make_in_session(&self, cx: &mut Cx, place: &Place) -> Outcome {
        let shown = convert::to_text(cx.session, &self.value)?;
        let target = format!("Item: {} Type: {} Value: {shown}", place.path, self.item_type);
        if !cx.should_process(&target, "New Item")? {
            return Ok(());
        }
        if place.exists(cx.session) && !*self.force && place.drive != Drive::Variable {
            let text = format!("The item at path '{}' already exists.", place.path);
            return Err(faults::ps_argument("Argument", ErrorCategory::InvalidArgument, &text, "").into());
        }
        session_drive::set_content(cx.session, place, self.value.clone())?;
        items::write(cx, place)
    }
}

/// The error for what the file system refused.
fn refused(id: &str, path: &str, failure: &std::io::Error) -> Flow {
    let (ty, text) = exception(failure, path);
    let text = match failure.kind() {
        std::io::ErrorKind::NotFound => format!("Could not find a part of the path '{path}'."),
        _ => text,
    };
    Fault::new(id, ErrorCategory::WriteError, text).of(ty).target(Value::from(path)).into()
}
