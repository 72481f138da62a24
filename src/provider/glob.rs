//! Wildcards in paths of the file system.

use crate::syntax::ast::CaseRule;
use crate::text::Wildcard;
use crate::text::wildcard::{contains_wildcards, unescape};

/// The paths that an absolute pattern fits, in order of name; each part between slashes is a pattern of its own.
pub fn files(pattern: &str) -> Vec<String> {
    let mut paths = vec![String::new()];
    let mut has_wildcards = false;
    for part in pattern.split('/').filter(|part| !part.is_empty()) {
        let mut next = Vec::new();
        for base in paths {
            // Behind a wildcard, plain parts are compared as patterns are: without regard to case.
            if !has_wildcards && !contains_wildcards(part) {
                let path = format!("{base}/{}", unescape(part));
                if std::fs::symlink_metadata(&path).is_ok() {
                    next.push(path);
                }
                continue;
            }
            let Ok(wildcard) = Wildcard::new(part, CaseRule::Insensitive) else { continue };
            next.extend(
                names_in(&base).into_iter().filter(|name| wildcard.is_match(name)).map(|name| format!("{base}/{name}")),
            );
        }
        has_wildcards |= contains_wildcards(part);
        paths = next;
    }
    paths
}

/// The names in a folder, sorted as the shell lists them: without regard to case.
pub fn names_in(folder: &str) -> Vec<String> {
    let folder = if folder.is_empty() { "/" } else { folder };
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .map(|entries| entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect())
        .unwrap_or_default();
    names.sort_by(|a, b| crate::text::collate::compare(a, b, crate::text::collate::CaseRule::Insensitive));
    names
}
