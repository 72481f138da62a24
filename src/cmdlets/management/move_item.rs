//! `Move-Item`: moves files and folders.
use super::copy_item::within;
use super::items;
use super::paths::{self, given};
use crate::cmdlets::faults;
use crate::cmdlets::prelude::*;
use crate::provider::{self, Drive, Place, session_drive};
use crate::types::exceptions::{DIRECTORY_NOT_FOUND_EXCEPTION, IO_EXCEPTION};
use crate::types::io::{self, FileEntry};

cmdlet! {
    /// Moves an item from one location to another.
    ///
    /// ```powershell
    /// Set-Content a.txt 'pin'
    /// Move-Item a.txt b.txt
    /// Test-Path a.txt, b.txt
    /// # False
    /// # True
    /// ```
    pub struct MoveItem: "Move-Item", alias "mi", alias "move", default_set "Path", should_process,
        module "Microsoft.PowerShell.Management";

    /// The items to move, wildcards allowed.
    param path: Vec<Str>, set "Path", mandatory, position 0, pipeline, by_name;
    /// The items to move, their names taken as they are.
    param literal_path: Vec<Str>, alias "PSPath", alias "LP", set "LiteralPath", mandatory, by_name;
    /// Where to move them; the current folder by default.
    param destination: Option<Str>, position 1, by_name;
    /// Replaces a file that is there.
    param force: Switch;
    /// A pattern of the file system for the names.
    param filter: Str;
    /// Names to move.
    param include: Vec<Str>;
    /// Names to leave.
    param exclude: Vec<Str>;
    /// Writes the moved items.
    param pass_thru: Switch;
}

impl Cmdlet for MoveItem {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let (names, literal) = given(&self.path, &self.literal_path);
        let target = self.destination.clone().unwrap_or_else(|| Str::from("."));
        let target = match provider::locate(cx.session, &target) {
            Ok(target) => target,
            Err(flow) => return cx.report(flow),
        };
        let places = paths::existing(cx, names, literal)?;
        for place in paths::sifted(places, &self.include, &self.exclude) {
            if !self.filter.is_empty() && !io::fits(&self.filter, paths::leaf(&place.path)) {
                continue;
            }
            match place.drive {
                Drive::FileSystem => self.move_file(cx, &place.path, &target.path)?,
                _ => self.move_in_session(cx, &place, &target)?,
            }
        }
        Ok(())
    }
}

impl MoveItem {
    fn move_in_session(&self, cx: &mut Cx, place: &Place, target: &Place) -> Outcome {
        let text = format!("Item: {} Destination: {}", place.path, target.path);
        if !cx.should_process(&text, "Move Item")? {
            return Ok(());
        }
        let value = session_drive::content(cx.session, place).unwrap_or_default();
        let target = Place { drive: place.drive, path: target.path.clone() };
        session_drive::set_content(cx.session, &target, value)?;
        session_drive::remove(cx.session, place)?;
        if *self.pass_thru { items::write(cx, &target) } else { Ok(()) }
    }

    fn move_file(&self, cx: &mut Cx, path: &str, target: &str) -> Outcome {
        let source = FileEntry::at(path);
        let into_folder = std::path::Path::new(target).is_dir() && target != path;
        let target = if into_folder { within(target, paths::leaf(path)) } else { Str::from(target) };
        let kind = if source.is_folder { "Directory" } else { "File" };
        let text = format!("Item: {path} Destination: {target}");
        if !cx.should_process(&text, &format!("Move {kind}"))? {
            return Ok(());
        }
        let id = format!("Move{kind}InfoItemIOError");
        let there = std::fs::symlink_metadata(&*target);
        if *target != *path
            && let Ok(there) = &there
        {
            let is_refused = source.is_folder || there.is_dir() || !*self.force;
            if is_refused {
                let text = match there.is_dir() || source.is_folder {
                    true => format!(
                        "Cannot create '{target}' because a file or directory with the same name already exists."
                    ),
                    false => format!("The file '{target}' already exists."),
                };
                let fault = Fault::new(id, ErrorCategory::WriteError, text).of(&IO_EXCEPTION);
                return cx.error(fault.target(Value::native(source)));
            }
        }
        if source.is_folder && target.starts_with(&format!("{path}/")) {
            let text = format!("Destination path cannot be a subdirectory of the source: {target}.");
            let fault = faults::argument("Argument", &text, "");
            return cx.error(fault.target(Value::native(source)));
        }
        let moved = std::fs::rename(path, &*target).or_else(|failure| match failure.kind() {
            std::io::ErrorKind::CrossesDevices if !source.is_folder => {
                std::fs::copy(path, &*target).and_then(|_| std::fs::remove_file(path))
            }
            _ => Err(failure),
        });
        if let Err(failure) = moved {
            let (ty, text) = match failure.kind() {
                std::io::ErrorKind::NotFound => {
                    (&DIRECTORY_NOT_FOUND_EXCEPTION, format!("Could not find a part of the path '{target}'."))
                }
                _ => {
                    let (ty, text) = io::fault::exception(&failure, &target);
                    return cx
                        .error(Fault::new(id, ErrorCategory::WriteError, text).of(ty).target(Value::native(source)));
                }
            };
            return cx.error(Fault::new(id, ErrorCategory::WriteError, text).of(ty).target(Value::native(source)));
        }
        if *self.pass_thru {
            items::write(cx, &Place { drive: Drive::FileSystem, path: target })?;
        }
        Ok(())
    }
}
