//! Prints the tree of a script, one node a line, in the form that the tests record PowerShell's trees in:
//!
//! `Kind start-end name=value …`, indented by depth, offsets in UTF-16 units, facts in alphabetical order with defaults
//! left out, children by start and the longer first; then the faults, `! Id start-end`.
//!
//! `ast FILE… [-Errors] [-Under FOLDER]`: `-Errors` prints the faults alone, `-Under` takes every script below a folder.

mod nodes;

use pinsh::syntax::{Source, parse};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut files = Vec::new();
    let mut errors_only = false;
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "-Errors" => errors_only = true,
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
    let work = move || print_all(&files, errors_only);
    match std::thread::Builder::new().stack_size(256 << 20).spawn(work).map(std::thread::JoinHandle::join) {
        Ok(Ok(Ok(()))) => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
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

fn print_all(files: &[PathBuf], errors_only: bool) -> std::io::Result<()> {
    let mut to = std::io::BufWriter::new(std::io::stdout().lock());
    for file in files {
        let bytes = std::fs::read(file)?;
        let text = String::from_utf8_lossy(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes)).into_owned();
        let source = Source::new(None, text.into());
        let parsed = parse(&source);
        if files.len() > 1 {
            writeln!(to, "# {}", file.display())?;
        }
        to.write_all(nodes::print(&parsed, !errors_only).as_bytes())?;
    }
    to.flush()
}
