//! `Rename-Item`: gives an item another name in its place.
use super::copy_item::within;
use super::items;
use super::paths;
use crate::cmdlets::faults;
use crate::cmdlets::prelude::*;
use crate::provider::{self, Drive, Place, session_drive};
use crate::types::exceptions::IO_EXCEPTION;
use crate::types::io::{self, FileEntry};

cmdlet! {
    /// Renames an item.
    ///
    /// ```powershell
    /// Set-Content a.txt 'pin'
    /// Rename-Item a.txt b.txt
    /// Test-Path b.txt
    /// # True
    /// ```
    pub struct RenameItem: "Rename-Item", alias "rni", alias "ren", default_set "ByPath", should_process,
        module "Microsoft.PowerShell.Management";

    /// The item to rename.
    param path: Str, set "ByPath", mandatory, position 0, pipeline, by_name;
    /// The item to rename, its name taken as it is.
    param literal_path: Str, alias "PSPath", alias "LP", set "ByLiteralPath", mandatory, by_name;
    /// The new name.
    param new_name: Str, mandatory, position 1, by_name;
    /// Replaces a file of the new name.
    param force: Switch;
    /// Writes the renamed item.
    param pass_thru: Switch;
}

impl Cmdlet for RenameItem {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let literal = self.path.is_empty();
        let name = if literal { self.literal_path.clone() } else { self.path.clone() };
        let places = match provider::existing(cx.session, &name, literal) {
            Ok(places) => places,
            Err(flow) => return cx.report(flow),
        };
        for place in places {
            match place.drive {
                Drive::FileSystem => self.rename(cx, &place)?,
                _ => self.rename_in_session(cx, &place)?,
            }
        }
        Ok(())
    }
}

impl RenameItem {
    fn rename_in_session(&self, cx: &mut Cx, place: &Place) -> Outcome {
        let text = format!("Item: {} NewName: {}", place.path, self.new_name);
        if !cx.should_process(&text, "Rename Item")? {
            return Ok(());
        }
        let value = session_drive::content(cx.session, place).unwrap_or_default();
        let target = Place { drive: place.drive, path: self.new_name.clone() };
        session_drive::set_content(cx.session, &target, value)?;
        session_drive::remove(cx.session, place)?;
        if *self.pass_thru { items::write(cx, &target) } else { Ok(()) }
    }

    fn rename(&self, cx: &mut Cx, place: &Place) -> Outcome {
        let path = &*place.path;
        let folder = paths::parent(path);
        let new_name = self.new_name.strip_prefix("./").unwrap_or(&self.new_name);
        let new_name = match new_name.rsplit_once('/') {
            Some((parent, leaf)) if cx.session.full_path(parent) == folder && !parent.is_empty() => leaf,
            Some(_) => {
                let text = "Cannot rename the specified target, because it represents a path or device name.";
                return cx.error(faults::ps_argument("Argument", ErrorCategory::InvalidArgument, text, ""));
            }
            None => new_name,
        };
        let target = within(&folder, new_name);
        let source = FileEntry::at(path);
        let kind = if source.is_folder { "Directory" } else { "File" };
        let text = format!("Item: {path} Destination: {target}");
        if !cx.should_process(&text, &format!("Rename {kind}"))? {
            return Ok(());
        }
        let refused = |text: String| {
            Fault::new("RenameItemIOError", ErrorCategory::WriteError, text).of(&IO_EXCEPTION).target(Value::from(path))
        };
        if *target == *path && source.is_folder {
            return cx.error(refused("Source and destination path must be different.".to_string()));
        }
        if *target != *path && std::fs::symlink_metadata(&*target).is_ok() && (!*self.force || source.is_folder) {
            let text = match source.is_folder {
                true => {
                    format!("Cannot create '{target}' because a file or directory with the same name already exists.")
                }
                false => format!("The file '{target}' already exists."),
            };
            return cx.error(refused(text));
        }
        if let Err(failure) = std::fs::rename(path, &*target) {
            let (ty, text) = io::fault::exception(&failure, &target);
            return cx.error(refused(text).of(ty));
        }
        if *self.pass_thru {
            items::write(cx, &Place { drive: Drive::FileSystem, path: target })?;
        }
        Ok(())
    }
}
