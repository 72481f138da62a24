//! What taste demands of every source file, as far as a machine can see it.

use super::place::project;
use std::fs;
use std::path::{Path, PathBuf};

/// The modules from the ground up; each may use only those before it.
const LAYERS: [&str; 11] =
    ["text", "syntax", "value", "types", "pin", "store", "engine", "provider", "format", "cmdlets", "host"];
/// What `pin` and `store` may use: they know nothing of the language.
const DOMAIN: [&str; 3] = ["text", "pin", "store"];
/// The longest file that is no table.
const LONGEST: usize = 800;
/// Files that are tables: rows of data, which may be long.
const TABLES: [&str; 1] = ["src/types/enums.rs"];

struct SourceFile {
    /// The path below the project's folder.
    name: String,
    text: String,
}

fn sources() -> Vec<SourceFile> {
    let root = project("");
    let mut paths = Vec::new();
    for folder in ["src", "tests"] {
        collect(&root.join(folder), &mut paths);
    }
    paths.sort();
    let name = |path: &Path| path.strip_prefix(&root).unwrap_or(path).to_string_lossy().into_owned();
    paths.iter().map(|path| SourceFile { name: name(path), text: fs::read_to_string(path).expect("a file") }).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry of the folder").path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            paths.push(path);
        }
    }
}

/// The top module that a file of the library belongs to.
fn layer(file: &SourceFile) -> Option<usize> {
    let rest = file.name.strip_prefix("src/")?;
    let name = rest.split(['/', '.']).next()?;
    LAYERS.iter().position(|layer| *layer == name)
}

/// The layers that a line of code names: `crate::text::…`.
fn used(line: &str) -> Vec<&'static str> {
    let parts = line.split("crate::").skip(1);
    parts
        .filter_map(|rest| {
            let name = rest.split(|c: char| !c.is_alphanumeric() && c != '_').next()?;
            LAYERS.into_iter().find(|layer| *layer == name)
        })
        .collect()
}

#[test]
fn modules_use_only_those_below_them() {
    let mut faults = Vec::new();
    for file in sources() {
        let Some(own) = layer(&file) else { continue };
        let own_name = LAYERS[own];
        let is_domain = matches!(own_name, "pin" | "store");
        for (i, line) in file.text.lines().enumerate() {
            if line.trim_start().starts_with("//") {
                continue;
            }
            for other in used(line) {
                let is_lower = LAYERS.iter().position(|layer| *layer == other).is_some_and(|place| place <= own);
                if !is_lower || (is_domain && !DOMAIN.contains(&other)) {
                    faults.push(format!("{}:{}: {own_name} uses {other}", file.name, i + 1));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_file_says_what_it_is_for() {
    let silent: Vec<String> =
        sources().into_iter().filter(|file| !file.text.starts_with("//!")).map(|file| file.name).collect();
    assert!(silent.is_empty(), "without a headline: {silent:#?}");
}

#[test]
fn files_are_no_longer_than_can_be_read() {
    let long: Vec<String> = sources()
        .into_iter()
        .filter(|file| file.text.lines().count() > LONGEST && !TABLES.contains(&file.name.as_str()))
        .map(|file| file.name)
        .collect();
    assert!(long.is_empty(), "longer than {LONGEST} lines: {long:#?}");
}

#[test]
fn tables_are_long_or_not_listed() {
    let sources = sources();
    let stale: Vec<&&str> = TABLES.iter().filter(|name| !sources.iter().any(|file| file.name == **name)).collect();
    assert!(stale.is_empty(), "listed as tables, but gone: {stale:#?}");
}

#[test]
fn nothing_is_left_for_later() {
    let marks = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X:")];
    let mut faults = Vec::new();
    for file in sources() {
        for (i, line) in file.text.lines().enumerate() {
            if marks.iter().any(|mark| line.contains(mark)) {
                faults.push(format!("{}:{}: {}", file.name, i + 1, line.trim()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
