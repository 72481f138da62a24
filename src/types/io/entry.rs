//! A file or folder as an object, with what the file system said of it when it was asked last.

use super::owner;
use crate::text::Str;
use crate::text::date::DateTime;
use crate::types::known::{DIRECTORY_INFO, FILE_INFO};
use crate::value::{Env, Native, Outcome, TypeRef, Value};
use std::cell::RefCell;
use std::os::unix::fs::{FileTypeExt, MetadataExt};
use std::rc::Rc;

/// A `FileInfo` or a `DirectoryInfo`.
pub struct FileEntry {
    pub is_folder: bool,
    path: RefCell<Str>,
    /// What `ToString()` gives.
    text: RefCell<Str>,
    facts: RefCell<Option<Rc<Facts>>>,
}

/// What the file system says; the neutral values where nothing is there.
pub struct Facts {
    pub exists: bool,
    pub is_folder: bool,
    pub is_link: bool,
    pub length: u64,
    pub mode: u32,
    pub links: u64,
    pub user: u32,
    pub group: u32,
    /// Nanoseconds since 1970.
    pub changed: i128,
    pub accessed: i128,
    pub created: i128,
    kind: char,
}

impl FileEntry {
    /// The entry of a path, made absolute; `text` is what it is shown as.
    pub fn new(path: Str, text: Str, is_folder: bool) -> FileEntry {
        FileEntry { is_folder, path: RefCell::new(path), text: RefCell::new(text), facts: RefCell::default() }
    }

    /// The object for a path that is there: a folder or a file, as the file system says.
    pub fn at(path: &str) -> FileEntry {
        let is_folder = std::fs::metadata(path).is_ok_and(|facts| facts.is_dir());
        let entry = FileEntry::new(Str::from(path), Str::from(path), is_folder);
        entry.facts();
        entry
    }

    /// As [`FileEntry::at`], as a value.
    pub fn value(path: &str) -> Value {
        Value::native(FileEntry::at(path))
    }

    pub fn path(&self) -> Str {
        self.path.borrow().clone()
    }

    /// Names another path from now on.
    pub fn set_path(&self, path: Str) {
        self.text.replace(path.clone());
        self.path.replace(path);
        self.refresh();
    }

    /// Forgets what the file system said.
    pub fn refresh(&self) {
        self.facts.replace(None);
    }

    /// What the file system says, asked once.
    pub fn facts(&self) -> Rc<Facts> {
        self.facts.borrow_mut().get_or_insert_with(|| Rc::new(Facts::read(&self.path.borrow()))).clone()
    }

    /// The last part of the path.
    pub fn name(&self) -> Str {
        let path = self.path.borrow();
        let plain = path.trim_end_matches('/');
        if plain.is_empty() {
            return Str::from("/");
        }
        Str::from(plain.rsplit('/').next().unwrap_or(plain))
    }

    /// The end of the name from the last dot on; empty where there is none.
    pub fn extension(&self) -> Str {
        let name = self.name();
        match name.rfind('.') {
            Some(at) if at + 1 < name.len() => Str::from(name.get(at..).unwrap_or_default()),
            _ => Str::default(),
        }
    }

    /// The path of the folder that it lies in; `None` for the root.
    pub fn parent(&self) -> Option<Str> {
        let path = self.path.borrow();
        let plain = path.trim_end_matches('/');
        match plain.rsplit_once('/') {
            Some(("", _)) => Some(Str::from("/")),
            Some((parent, _)) => Some(Str::from(parent)),
            None => None,
        }
    }

    /// What a symbolic link points at.
    pub fn link_target(&self) -> Option<Str> {
        if !self.facts().is_link {
            return None;
        }
        std::fs::read_link(&**self.path.borrow()).ok().map(|target| Str::from(target.to_string_lossy().as_ref()))
    }

    /// `System.IO.FileAttributes` as a number.
    pub fn attributes(&self) -> i64 {
        let facts = self.facts();
        if !facts.exists {
            return -1;
        }
        let mut flags = 0;
        if facts.is_read_only() {
            flags |= 1;
        }
        if self.name().starts_with('.') {
            flags |= 2;
        }
        if facts.is_folder {
            flags |= 16;
        }
        if facts.is_link {
            flags |= 1024;
        }
        if flags == 0 { 128 } else { flags }
    }

    /// The letters of the attributes, such as `d----`; with `hard_links` a file with several names counts as a link.
    pub fn mode(&self, hard_links: bool) -> String {
        let facts = self.facts();
        let attributes = self.attributes();
        let has = |flag: i64| attributes != -1 && attributes & flag != 0;
        let kind = match () {
            () if has(1024) || (hard_links && !self.is_folder && facts.links > 1) => 'l',
            () if has(16) => 'd',
            () => '-',
        };
        let letter = |flag: i64, letter: char| if has(flag) { letter } else { '-' };
        [kind, letter(32, 'a'), letter(1, 'r'), letter(2, 'h'), letter(4, 's')].iter().collect()
    }
}

impl Facts {
    fn read(path: &str) -> Facts {
        let Ok(own) = std::fs::symlink_metadata(path) else {
            // What .NET answers for something that is not there: midnight of January 1 of 1601.
            const NEVER: i128 = -11_644_473_600_000_000_000;
            return Facts {
                exists: false,
                is_folder: false,
                is_link: false,
                length: 0,
                mode: 0,
                links: 0,
                user: 0,
                group: 0,
                changed: NEVER,
                accessed: NEVER,
                created: NEVER,
                kind: '-',
            };
        };
        let is_link = own.is_symlink();
        let followed = if is_link { std::fs::metadata(path).ok() } else { None };
        let time = |seconds: i64, nanoseconds: i64| i128::from(seconds) * 1_000_000_000 + i128::from(nanoseconds);
        let changed = time(own.mtime(), own.mtime_nsec());
        let kind = own.file_type();
        Facts {
            exists: true,
            is_folder: followed.as_ref().unwrap_or(&own).is_dir(),
            is_link,
            length: own.len(),
            mode: own.mode(),
            links: own.nlink(),
            user: own.uid(),
            group: own.gid(),
            changed,
            accessed: time(own.atime(), own.atime_nsec()),
            created: own.created().ok().map_or_else(
                || changed.min(time(own.ctime(), own.ctime_nsec())),
                |born| {
                    let since = born.duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
                    i128::try_from(since.as_nanos()).unwrap_or(changed)
                },
            ),
            kind: match () {
                () if is_link => 'l',
                () if kind.is_dir() => 'd',
                () if kind.is_char_device() => 'c',
                () if kind.is_block_device() => 'b',
                () if kind.is_fifo() => 'p',
                () if kind.is_socket() => 's',
                () => '-',
            },
        }
    }

    /// Whether the mode bits keep the process's user from writing.
    pub fn is_read_only(&self) -> bool {
        let (user, group) = owner::process_ids();
        let bit = match () {
            () if user == self.user => 0o200,
            () if group == self.group => 0o020,
            () => 0o002,
        };
        self.exists && self.mode & bit == 0
    }

    /// The letters that `ls -l` shows, such as `-rw-r--r--`.
    pub fn unix_mode(&self) -> String {
        let mut text = String::from(self.kind);
        for (shift, special, set, unset) in [(6, 0o4000, 's', 'S'), (3, 0o2000, 's', 'S'), (0, 0o1000, 't', 'T')] {
            let bits = self.mode >> shift;
            text.push(if bits & 4 != 0 { 'r' } else { '-' });
            text.push(if bits & 2 != 0 { 'w' } else { '-' });
            text.push(match (bits & 1 != 0, self.mode & special != 0) {
                (true, true) => set,
                (false, true) => unset,
                (true, false) => 'x',
                (false, false) => '-',
            });
        }
        text
    }
}

/// A moment of the file system in UTC.
pub fn moment(nanoseconds: i128) -> DateTime {
    DateTime::from_unix_nanoseconds(nanoseconds)
}

impl Native for FileEntry {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(if self.is_folder { &DIRECTORY_INFO } else { &FILE_INFO })
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(self.text.borrow().clone()))
    }

    fn dynamic_property(&self, name: &str) -> Option<Value> {
        // What the views show; the properties do not list.
        Some(match () {
            () if name.eq_ignore_ascii_case("NameString") => match self.link_target() {
                Some(target) => Value::from(format!("{} -> {target}", self.name())),
                None => Value::Str(self.name()),
            },
            () if name.eq_ignore_ascii_case("LengthString") && self.is_folder => Value::from(""),
            () if name.eq_ignore_ascii_case("LengthString") => Value::from(self.facts().length.to_string()),
            () => return None,
        })
    }
}
