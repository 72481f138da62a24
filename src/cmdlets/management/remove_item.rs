//! `Remove-Item`: deletes files, folders and items of other drives.
use super::paths::{self, given};
use crate::cmdlets::prelude::*;
use crate::provider::{Drive, Place, session_drive};
use crate::types::exceptions::IO_EXCEPTION;
use crate::types::io::{self, FileEntry};

cmdlet! {
    /// Deletes the specified items.
    ///
    /// ```powershell
    /// Set-Content old.txt 'x'
    /// Remove-Item old.txt
    /// Test-Path old.txt
    /// # False
    /// ```
    pub struct RemoveItem: "Remove-Item", alias "ri", alias "del", alias "erase", alias "rd",
        default_set "Path", should_process, module "Microsoft.PowerShell.Management";

    /// The items to delete, wildcards allowed.
    param path: Vec<Str>, set "Path", mandatory, position 0, pipeline, by_name;
    /// The items to delete, their names taken as they are.
    param literal_path: Vec<Str>, alias "PSPath", alias "LP", set "LiteralPath", mandatory, by_name;
    /// A pattern of the file system for the names.
    param filter: Str;
    /// Names to delete among those that a wildcard stands for.
    param include: Vec<Str>;
    /// Names to leave.
    param exclude: Vec<Str>;
    /// Deletes what lies below a folder without asking.
    param recurse: Switch;
    /// Deletes hidden and read-only items too.
    param force: Switch;
    /// Alternate streams, which the file system here does not have.
    param stream: Vec<Str>;
}

impl Cmdlet for RemoveItem {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let (names, literal) = given(&self.path, &self.literal_path);
        for name in names {
            let with_wildcards = !literal && crate::text::wildcard::contains_wildcards(name);
            let places = paths::existing(cx, std::slice::from_ref(name), literal)?;
            for place in paths::sifted(places, &self.include, &self.exclude) {
                let leaf = paths::leaf(&place.path);
                let is_hidden = place.drive == Drive::FileSystem && leaf.starts_with('.');
                if (with_wildcards && is_hidden && !*self.force)
                    || (!self.filter.is_empty() && !io::fits(&self.filter, leaf))
                {
                    continue;
                }
                match place.drive {
                    Drive::FileSystem => self.remove_file(cx, &place)?,
                    _ => remove_from_session(cx, &place)?,
                }
            }
        }
        Ok(())
    }
}

fn remove_from_session(cx: &mut Cx, place: &Place) -> Outcome {
    if !cx.should_process(&format!("Item: {}", place.path), "Remove Item")? {
        return Ok(());
    }
    match session_drive::remove(cx.session, place) {
        Ok(_) => Ok(()),
        Err(flow) => cx.report(flow),
    }
}

impl RemoveItem {
    fn remove_file(&self, cx: &mut Cx, place: &Place) -> Outcome {
        let path = &*place.path;
        let entry = FileEntry::at(path);
        let is_link = entry.facts().is_link;
        let is_folder = entry.is_folder && !is_link;
        if is_folder && path != "/" && cx.session.folder.starts_with(&format!("{path}/")) || *cx.session.folder == *path
        {
            let text = format!("Cannot remove the item at '{path}' because it is in use.");
            return cx.error(
                Fault::new("InvalidOperation", ErrorCategory::InvalidOperation, text)
                    .of(&crate::types::exceptions::PS_INVALID_OPERATION_EXCEPTION),
            );
        }
        if is_folder && !*self.recurse && std::fs::read_dir(path).is_ok_and(|mut entries| entries.next().is_some()) {
            let question = format!(
                "The item at {path} has children and the Recurse parameter was not specified. If you continue, all children will be removed with the item. Are you sure you want to continue?"
            );
            if !cx.should_continue(&question, "Confirm")? {
                return Ok(());
            }
        }
        let action = if is_folder { "Remove Directory" } else { "Remove File" };
        if !cx.should_process(path, action)? {
            return Ok(());
        }
        let is_guarded = entry.facts().is_read_only() || entry.name().starts_with('.') && !is_folder;
        if is_guarded && !is_link && !*self.force && !is_folder {
            let text = "You do not have sufficient access rights to perform this operation or the item is hidden, system, or read only.";
            return cx.error(
                Fault::new("RemoveFileSystemItemUnAuthorizedAccess", ErrorCategory::PermissionDenied, text)
                    .of(&IO_EXCEPTION)
                    .target(Value::native(entry)),
            );
        }
        let removed = if is_folder { std::fs::remove_dir_all(path) } else { std::fs::remove_file(path) };
        let Err(failure) = removed else { return Ok(()) };
        let (ty, text) = io::fault::exception(&failure, path);
        let (id, category) = match failure.kind() {
            std::io::ErrorKind::PermissionDenied => {
                ("RemoveFileSystemItemUnAuthorizedAccess", ErrorCategory::PermissionDenied)
            }
            _ => ("RemoveFileSystemItemIOError", ErrorCategory::WriteError),
        };
        cx.error(Fault::new(id, category, text).of(ty).target(Value::native(entry)))
    }
}
