//! Prints the tree of a script, one node a line, in the form that the tests record PowerShell's trees in:
//!
//! `Kind start-end name=value …`, indented by depth, offsets in UTF-16 units, facts in alphabetical order with defaults
//! left out, children by start and the longer first; then the faults, `! Id start-end`.
//!
//! `ast FILE… [-Errors] [-Under FOLDER] [-Types FILE]`: `-Errors` prints the faults alone, `-Under` takes every script
//! below a folder, `-Types` names a file with the types that there are, one a line; without it all are there. `-Messages`
//! prints the faults with what they say and whether more text may mend them.

mod nodes;

use pinsh::syntax::{Known, Source, parse_with};
use std::collections::HashSet;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut files = Vec::new();
    let mut what = nodes::What::Tree;
    let mut errors_only = false;
    let mut known = World::default();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "-Errors" => errors_only = true,
            "-Messages" => what = nodes::What::Messages,
            "-Types" => known.read(Path::new(&arguments.next().unwrap_or_default())),
            "-Under" => {
                let mut found = Vec::new();
                collect(Path::new(&arguments.next().unwrap_or_default()), &mut found);
                found.sort();
                files.extend(found);
            }
            _ => files.push(PathBuf::from(argument)),
        }
    }
    // Trees are as deep as scripts nest, so they are walked on a stack of their own size.
    let work = move || print_all(&files, what, errors_only, &known);
    match std::thread::Builder::new().stack_size(256 << 20).spawn(work).map(std::thread::JoinHandle::join) {
        Ok(Ok(Ok(()))) => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

/// The types that there are; modules and assemblies there are none.
#[derive(Default)]
struct World {
    types: Option<HashSet<String>>,
}

impl World {
    fn read(&mut self, file: &Path) {
        let text = std::fs::read_to_string(file).unwrap_or_default();
        self.types = Some(text.lines().map(str::to_lowercase).collect());
    }
}

impl Known for World {
    fn has_type(&self, name: &str) -> bool {
        let name = name.to_lowercase();
        let is_known = |types: &HashSet<String>| types.contains(&name) || types.contains(&format!("system.{name}"));
        self.types.as_ref().is_none_or(is_known)
    }

    fn has_module(&self, _: &str) -> bool {
        false
    }

    fn has_assembly(&self, _: &str) -> bool {
        false
    }
}

/// The scripts below a folder.
fn collect(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, into);
        } else if path.extension().is_some_and(|ext| ext == "ps1" || ext == "psm1" || ext == "psd1") {
            into.push(path);
        }
    }
}

fn print_all(files: &[PathBuf], what: nodes::What, errors_only: bool, known: &World) -> std::io::Result<()> {
    let mut to = std::io::BufWriter::new(std::io::stdout().lock());
    for file in files {
        let bytes = std::fs::read(file)?;
        let text = String::from_utf8_lossy(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes)).into_owned();
        let source = Source::new(None, text.into());
        let parsed = parse_with(&source, known);
        if files.len() > 1 {
            writeln!(to, "# {}", file.display())?;
        }
        let text = nodes::print(&parsed, what);
        for line in text.lines().filter(|line| !errors_only || line.starts_with("! ")) {
            writeln!(to, "{line}")?;
        }
    }
    to.flush()
}
