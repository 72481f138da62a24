//! `Get-ChildItem`: what lies in a folder or on a drive.
use super::paths::given;
use super::{items, paths};
use crate::cmdlets::prelude::*;
use crate::provider::{self, Drive, Place, glob, session_drive};
use crate::types::{enums::FILE_ATTRIBUTES, io, io::FileEntry};
use crate::value::EnumValue;

cmdlet! {
    /// Gets the items in one or more locations.
    ///
    /// ```powershell
    /// New-Item -ItemType Directory reports | Out-Null
    /// Set-Content reports/pins.csv 'Identity,Pin'
    /// (Get-ChildItem reports -Filter *.csv).Name
    /// # pins.csv
    /// ```
    pub struct GetChildItem: "Get-ChildItem", alias "gci", alias "dir", default_set "Items",
        module "Microsoft.PowerShell.Management";

    /// The folders to list, wildcards allowed; the current one by default.
    param path: Vec<Str>, set "Items", position 0, pipeline, by_name;
    /// The folders to list, their names taken as they are.
    param literal_path: Vec<Str>, alias "PSPath", alias "LP", set "LiteralItems", mandatory, by_name;
    /// A pattern of the file system for the names.
    param filter: Str, position 1;
    /// Names to get.
    param include: Vec<Str>;
    /// Names to leave out.
    param exclude: Vec<Str>;
    /// Lists the folders below as well.
    param recurse: Switch, alias "s", alias "r";
    /// How many levels below the folder to list.
    param depth: Option<u32>;
    /// Gets hidden items too.
    param force: Switch;
    /// Writes the relative names alone.
    param name: Switch;
    /// The attributes that the items must have.
    param attributes: Option<Value>;
    /// Enters folders that symbolic links point at.
    param follow_symlink: Switch;
    /// Folders only.
    param directory: Switch, alias "ad", alias "d";
    /// Files only.
    param file: Switch, alias "af";
    /// Hidden items only.
    param hidden: Switch, alias "ah", alias "h";
    /// Items that cannot be written only.
    param read_only: Switch, alias "ar";
    /// System items only.
    param system: Switch, alias "as";
}

impl Cmdlet for GetChildItem {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let here = [Str::from(".")];
        let (names, literal) = given(&self.path, &self.literal_path);
        let names = if names.is_empty() { &here[..] } else { names };
        for name in names {
            let literal = literal || (self.path.is_empty() && self.literal_path.is_empty());
            match provider::existing(cx.session, name, literal) {
                Ok(places) => {
                    let with_wildcards = !literal && crate::text::wildcard::contains_wildcards(name);
                    for place in places {
                        self.list(cx, &place, with_wildcards, name)?;
                    }
                }
                Err(flow) => self.search(cx, name, literal, flow)?,
            }
        }
        Ok(())
    }
}

impl GetChildItem {
    fn is_deep(&self) -> bool {
        *self.recurse || self.depth.is_some()
    }

    /// With `-Recurse` the last part of a path that is not there is a name to look for below.
    fn search(&self, cx: &mut Cx, name: &str, literal: bool, flow: Flow) -> Outcome {
        let folder = match name.rsplit_once('/') {
            Some((folder, _)) => folder,
            None => ".",
        };
        if literal || !self.is_deep() || !self.include.is_empty() {
            return cx.report(flow);
        }
        match provider::existing(cx.session, folder, true) {
            Ok(places) => {
                let pattern = [Str::from(paths::leaf(name))];
                for place in places {
                    let found = self.walk(cx, &place, &pattern)?;
                    self.emit(cx, &place, found)?;
                }
                Ok(())
            }
            Err(_) => cx.report(flow),
        }
    }

    fn list(&self, cx: &mut Cx, place: &Place, with_wildcards: bool, pattern: &str) -> Outcome {
        if place.drive != Drive::FileSystem {
            return self.list_drive(cx, place);
        }
        if !place.is_container() || (with_wildcards && !self.is_deep()) {
            let leaf = paths::leaf(&place.path);
            let is_hidden_match = with_wildcards && leaf.starts_with('.') && !self.shows_hidden();
            let entry = FileEntry::at(&place.path);
            // A folder that a wildcard named, when its name is not among those wanted, is looked into instead.
            if entry.is_folder
                && with_wildcards
                && (!self.exclude.is_empty() || !self.include.is_empty())
                && !is_hidden_match
            {
                if self.include.is_empty() && self.wants_name(leaf, &[]) {
                    let found = self.walk(cx, place, &[])?;
                    return self.emit(cx, place, found);
                }
                if self.wants(&entry, &[]) {
                    return self.emit(cx, place, vec![place.path.clone()]);
                }
                return Ok(());
            }
            if is_hidden_match || !self.wants(&entry, &[]) {
                return Ok(());
            }
            let base = Place { drive: Drive::FileSystem, path: paths::parent(&place.path) };
            return self.emit(cx, &base, vec![place.path.clone()]);
        }
        if with_wildcards && self.is_deep() {
            let entry = FileEntry::at(&place.path);
            let leaf = paths::leaf(&place.path);
            let last = paths::leaf(pattern);
            if last != "*" && self.wants(&entry, &[]) && !leaf.starts_with('.') {
                let base = Place { drive: Drive::FileSystem, path: paths::parent(&place.path) };
                self.emit(cx, &base, vec![place.path.clone()])?;
            } else if last == "*" && self.wants(&entry, &[]) {
                self.emit(cx, place, vec![place.path.clone()])?;
            }
        }
        if !self.is_deep() && !self.include.is_empty() {
            // Without a wildcard the patterns are compared with the folder's own name.
            return Ok(());
        }
        let found = self.walk(cx, place, &[])?;
        self.emit(cx, place, found)
    }

    fn list_drive(&self, cx: &mut Cx, place: &Place) -> Outcome {
        let names = match place.path.is_empty() {
            true => session_drive::names(cx.session, place.drive),
            false => vec![place.path.clone()],
        };
        for path in names {
            if !paths::passes(&path, &self.include, &self.exclude) {
                continue;
            }
            if *self.name {
                cx.write(Value::Str(path))?;
                continue;
            }
            items::write(cx, &Place { drive: place.drive, path })?;
        }
        Ok(())
    }

    /// The paths below a folder that are wanted, folders before files on each level.
    fn walk(&self, cx: &mut Cx, place: &Place, names: &[Str]) -> Outcome<Vec<Str>> {
        let levels = match self.depth {
            Some(depth) => depth,
            None if *self.recurse => u32::MAX,
            None => 0,
        };
        let mut found = Vec::new();
        self.descend(cx, &place.path, levels, names, &mut found)?;
        Ok(found)
    }

    fn descend(&self, cx: &mut Cx, folder: &str, levels: u32, names: &[Str], found: &mut Vec<Str>) -> Outcome {
        if let Err(failure) = std::fs::read_dir(folder) {
            let text = format!("Access to the path '{folder}' is denied.");
            let (exception, _) = io::fault::exception(&failure, folder);
            return cx.error(
                Fault::new("DirUnauthorizedAccessError", ErrorCategory::PermissionDenied, text)
                    .of(exception)
                    .target(Value::from(folder)),
            );
        }
        let base = folder.trim_end_matches('/');
        let entries: Vec<FileEntry> =
            glob::names_in(folder).into_iter().map(|name| FileEntry::at(&format!("{base}/{name}"))).collect();
        for wanted_folders in [true, false] {
            for entry in entries.iter().filter(|entry| entry.is_folder == wanted_folders) {
                if self.wants(entry, names) {
                    found.push(entry.path());
                }
            }
        }
        if levels == 0 {
            return Ok(());
        }
        for entry in entries.iter().filter(|entry| entry.is_folder) {
            let is_hidden = entry.name().starts_with('.');
            if (is_hidden && !self.shows_hidden()) || (entry.facts().is_link && !*self.follow_symlink) {
                continue;
            }
            self.descend(cx, &entry.path(), levels - 1, names, found)?;
        }
        Ok(())
    }

    fn shows_hidden(&self) -> bool {
        *self.force || *self.hidden || self.attributes_name_hidden()
    }

    fn attributes_name_hidden(&self) -> bool {
        self.attribute_terms().iter().flatten().any(|(_, flag)| *flag == 2)
    }

    fn wants_name(&self, name: &str, names: &[Str]) -> bool {
        (self.filter.is_empty() || io::fits(&self.filter, name))
            && paths::passes(name, &self.include, &self.exclude)
            && (names.is_empty() || paths::passes(name, names, &[]))
    }

    fn wants(&self, entry: &FileEntry, names: &[Str]) -> bool {
        let name = entry.name();
        let attributes = entry.attributes();
        let kind = match (*self.directory, *self.file) {
            (true, false) => entry.is_folder,
            (false, true) => !entry.is_folder,
            (true, true) => false,
            (false, false) => true,
        };
        kind && self.wants_name(&name, names)
            && (self.shows_hidden() || attributes & 2 == 0)
            && (!*self.hidden || attributes & 2 != 0)
            && (!*self.read_only || attributes & 1 != 0)
            && (!*self.system || attributes & 4 != 0)
            && self.has_attributes(attributes)
    }

    /// `-Attributes`: alternatives separated by commas, each of terms joined by `+`, a term negated by `!`.
    fn attribute_terms(&self) -> Vec<Vec<(bool, i64)>> {
        let Some(value) = &self.attributes else { return Vec::new() };
        let text = match value.base() {
            Value::Enum(value) => value.name().to_string(),
            Value::Str(text) => text.to_string(),
            Value::Array(array) => {
                let items = array.items.borrow();
                items.iter().filter_map(|item| item.as_str().map(Str::to_string)).collect::<Vec<_>>().join(",")
            }
            _ => return Vec::new(),
        };
        let flags = EnumValue::members(&TypeRef::Native(&FILE_ATTRIBUTES));
        let flag_of = |term: &str| {
            let (is_negated, name) = match term.strip_prefix('!') {
                Some(name) => (true, name),
                None => (false, term),
            };
            let name = match &*name.to_ascii_lowercase() {
                "d" => "Directory",
                "h" => "Hidden",
                "r" => "ReadOnly",
                "s" => "System",
                _ => name,
            };
            flags.iter().find(|(flag, _)| flag.eq_ignore_ascii_case(name)).map(|(_, value)| (is_negated, *value))
        };
        text.split(',').map(|part| part.split('+').filter_map(|term| flag_of(term.trim())).collect()).collect()
    }

    fn has_attributes(&self, attributes: i64) -> bool {
        let alternatives = self.attribute_terms();
        alternatives.is_empty()
            || alternatives
                .iter()
                .any(|terms| terms.iter().all(|(is_negated, flag)| (attributes & flag != 0) != *is_negated))
    }

    fn emit(&self, cx: &mut Cx, base: &Place, found: Vec<Str>) -> Outcome {
        for path in found {
            if *self.name {
                let relative = path.strip_prefix(&*base.path).unwrap_or(&path).trim_start_matches('/');
                cx.write(Value::from(relative))?;
                continue;
            }
            items::write(cx, &Place { drive: Drive::FileSystem, path })?;
        }
        Ok(())
    }
}
