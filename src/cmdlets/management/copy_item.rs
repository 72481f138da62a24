//! `Copy-Item`: copies files, folders and items of other drives.
use super::paths::given;
use super::{items, paths};
use crate::cmdlets::faults;
use crate::cmdlets::prelude::*;
use crate::provider::{self, Drive, Place, glob, session_drive};
use crate::types::exceptions::IO_EXCEPTION;
use crate::types::io::{self, FileEntry};

cmdlet! {
    /// Copies an item from one location to another.
    ///
    /// ```powershell
    /// Set-Content a.txt 'pin'
    /// Copy-Item a.txt b.txt
    /// Get-Content b.txt
    /// # pin
    /// ```
    pub struct CopyItem: "Copy-Item", alias "copy", alias "cpi", default_set "Path", should_process,
        module "Microsoft.PowerShell.Management";

    /// The items to copy, wildcards allowed.
    param path: Vec<Str>, set "Path", mandatory, position 0, pipeline, by_name;
    /// The items to copy, their names taken as they are.
    param literal_path: Vec<Str>, alias "PSPath", alias "LP", set "LiteralPath", mandatory, by_name;
    /// Where to copy them; the current folder by default.
    param destination: Option<Str>, position 1, by_name;
    /// Copies a folder itself.
    param container: Switch;
    /// Replaces read-only files.
    param force: Switch;
    /// A pattern of the file system for the names.
    param filter: Str;
    /// Names to copy.
    param include: Vec<Str>;
    /// Names to leave out.
    param exclude: Vec<Str>;
    /// Copies what lies below.
    param recurse: Switch;
    /// Writes the copies.
    param pass_thru: Switch;
}

impl Cmdlet for CopyItem {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let (names, literal) = given(&self.path, &self.literal_path);
        let target = self.destination.clone().unwrap_or_else(|| Str::from("."));
        let target = match provider::locate(cx.session, &target) {
            Ok(target) => target,
            Err(flow) => return cx.report(flow),
        };
        for place in paths::existing(cx, names, literal)? {
            if !paths::passes(paths::leaf(&place.path), &self.include, &self.exclude) {
                continue;
            }
            match place.drive {
                Drive::FileSystem => self.copy(cx, &place.path, &target.path)?,
                _ => self.copy_in_session(cx, &place, &target)?,
            }
        }
        Ok(())
    }
}

impl CopyItem {
    fn copy_in_session(&self, cx: &mut Cx, place: &Place, target: &Place) -> Outcome {
        let text = format!("Item: {} Destination: {}", place.path, target.path);
        if !cx.should_process(&text, "Copy Item")? {
            return Ok(());
        }
        let value = session_drive::content(cx.session, place).unwrap_or_default();
        let target = Place { drive: place.drive, path: target.path.clone() };
        if let Err(flow) = session_drive::set_content(cx.session, &target, value) {
            return cx.report(flow);
        }
        if *self.pass_thru { items::write(cx, &target) } else { Ok(()) }
    }

    fn copy(&self, cx: &mut Cx, path: &str, target: &str) -> Outcome {
        let source = FileEntry::at(path);
        let is_target_folder = std::path::Path::new(target).is_dir();
        if source.is_folder {
            if std::path::Path::new(target).is_file() {
                let text = "Container cannot be copied onto existing leaf item.";
                let id = "CopyContainerItemToLeafError";
                let fault = faults::ps_argument(id, ErrorCategory::InvalidArgument, text, "");
                return cx.error(fault.target(Value::from(path)));
            }
            let target = if is_target_folder { within(target, paths::leaf(path)) } else { Str::from(target) };
            return self.copy_folder(cx, path, &target, *self.recurse);
        }
        let target = if is_target_folder { within(target, paths::leaf(path)) } else { Str::from(target) };
        self.copy_file(cx, source, &target)
    }

    fn copy_folder(&self, cx: &mut Cx, path: &str, target: &str, deep: bool) -> Outcome {
        let text = format!("Item: {path} Destination: {target}");
        if !cx.should_process(&text, "Copy Directory")? {
            return Ok(());
        }
        let is_new = !std::path::Path::new(target).is_dir();
        if is_new && let Err(failure) = std::fs::create_dir_all(target) {
            let (ty, text) = io::fault::exception(&failure, target);
            let fault = Fault::new("CopyDirectoryInfoItemIOError", ErrorCategory::WriteError, text);
            return cx.error(fault.of(ty).target(Value::from(path)));
        }
        if *self.pass_thru && is_new {
            items::write(cx, &Place { drive: Drive::FileSystem, path: Str::from(target) })?;
        }
        if !deep {
            return Ok(());
        }
        let base = path.trim_end_matches('/');
        let entries: Vec<FileEntry> =
            glob::names_in(path).into_iter().map(|name| FileEntry::at(&format!("{base}/{name}"))).collect();
        let (folders, files): (Vec<FileEntry>, Vec<FileEntry>) = entries.into_iter().partition(|entry| entry.is_folder);
        for entry in files {
            let name = entry.name();
            if paths::passes(&name, &self.include, &self.exclude)
                && (self.filter.is_empty() || io::fits(&self.filter, &name))
            {
                self.copy_file(cx, entry, &within(target, &name))?;
            }
        }
        for entry in folders {
            let name = entry.name();
            if paths::passes(&name, &[], &self.exclude) && *within(target, &name) != *path {
                self.copy_folder(cx, &entry.path(), &within(target, &name), true)?;
            }
        }
        Ok(())
    }

    fn copy_file(&self, cx: &mut Cx, source: FileEntry, target: &str) -> Outcome {
        let path = source.path();
        let text = format!("Item: {path} Destination: {target}");
        if !cx.should_process(&text, "Copy File")? {
            return Ok(());
        }
        if *path == *target {
            let text = format!("Cannot overwrite the item {path} with itself.");
            let fault = Fault::new("CopyError", ErrorCategory::WriteError, text).of(&IO_EXCEPTION);
            return cx.error(fault.target(Value::Str(path)));
        }
        let guarded = FileEntry::at(target);
        if guarded.facts().exists && guarded.facts().is_read_only() {
            if !*self.force {
                let text = format!("Access to the path '{target}' is denied.");
                let fault =
                    Fault::new("CopyFileInfoItemUnauthorizedAccessError", ErrorCategory::PermissionDenied, text);
                let fault = fault.of(&crate::types::exceptions::UNAUTHORIZED_ACCESS_EXCEPTION);
                return cx.error(fault.target(Value::native(source)));
            }
            if let Err(failure) = std::fs::remove_file(target) {
                return self.refused(cx, &failure, source, target);
            }
        }
        let changed = std::fs::metadata(&*path).and_then(|facts| facts.modified());
        if let Err(failure) = std::fs::copy(&*path, target) {
            return self.refused(cx, &failure, source, target);
        }
        if let Ok(changed) = changed
            && let Ok(file) = std::fs::File::options().append(true).open(target)
            && let Err(failure) = file.set_modified(changed)
        {
            return self.refused(cx, &failure, source, target);
        }
        if *self.pass_thru {
            items::write(cx, &Place { drive: Drive::FileSystem, path: Str::from(target) })?;
        }
        Ok(())
    }

    fn refused(&self, cx: &mut Cx, failure: &std::io::Error, source: FileEntry, target: &str) -> Outcome {
        let (ty, text) = io::fault::exception(failure, target);
        let (id, category) = match failure.kind() {
            std::io::ErrorKind::PermissionDenied => {
                ("CopyFileInfoItemUnauthorizedAccessError", ErrorCategory::PermissionDenied)
            }
            _ => ("CopyFileInfoItemIOError", ErrorCategory::WriteError),
        };
        cx.error(Fault::new(id, category, text).of(ty).target(Value::native(source)))
    }
}

/// The path of a name in a folder.
pub fn within(folder: &str, name: &str) -> Str {
    Str::from(format!("{}/{name}", folder.trim_end_matches('/')))
}
