//! Files, folders and programs.

use super::word::Word;
use super::{Candidate, Completion};
use crate::engine::Session;
use std::os::unix::fs::PermissionsExt;

/// What makes quotes necessary around an argument.
const SPECIAL: [char; 16] = [' ', '\'', '"', '`', '$', '(', ')', '{', '}', ';', '|', '&', ',', '<', '>', '@'];

/// The files and folders whose path begins like the word.
pub fn complete(session: &Session, word: &Word) -> Completion {
    let typed = word.text;
    let (folder, start) = typed.rsplit_once('/').map_or(("", typed), |(folder, start)| (folder, start));
    let shown_folder = if typed.contains('/') { format!("{folder}/") } else { String::new() };
    let place = match (typed.contains('/'), folder) {
        (false, _) => session.folder.to_string(),
        (true, "") => "/".to_string(),
        (true, folder) => session.full_path(folder).to_string(),
    };
    let mut candidates = Vec::new();
    for entry in std::fs::read_dir(place).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_hidden = name.starts_with('.') && !start.starts_with('.');
        if is_hidden || !name.starts_with(start) {
            continue;
        }
        let end = if entry.path().is_dir() { "/" } else { "" };
        let path = format!("{shown_folder}{name}{end}");
        candidates.push(Candidate { shown: format!("{name}{end}"), text: quoted(&path, word.quote) });
    }
    Completion { start: word.start, candidates }
}

/// An argument in quotes where it needs them and none are open.
pub fn quoted(text: &str, open: Option<char>) -> String {
    match open {
        Some('\'') => text.replace('\'', "''"),
        Some(_) => text.replace('`', "``").replace('$', "`$").replace('"', "`\""),
        None if matches!(text, "$true" | "$false") => text.to_string(),
        None if text.contains(SPECIAL) => format!("'{}'", text.replace('\'', "''")),
        None => text.to_string(),
    }
}

/// The programs of the system whose name begins like this.
pub fn programs(session: &Session, start: &str) -> Vec<String> {
    let folders = session.environment.get("PATH").cloned().unwrap_or_default();
    let mut names = Vec::new();
    for folder in folders.split(':').filter(|folder| !folder.is_empty()) {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with(start) && entry.metadata().is_ok_and(|facts| facts.permissions().mode() & 0o111 != 0) {
                names.push(name);
            }
        }
    }
    names
}
