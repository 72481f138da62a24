//! Trees of scripts are those that PowerShell makes, node by node, also of scripts with faults.
//!
//! `tests/golden/parse/NAME.ast` and `NAME.faults` were recorded from PowerShell for `NAME.ps1` beside them.

#[path = "../example/nodes.rs"]
mod nodes;

use pinsh::syntax::{Source, parse};
use std::path::{Path, PathBuf};

fn on_large_stack<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    std::thread::Builder::new().stack_size(64 << 20).spawn(work).unwrap().join().unwrap()
}

fn scripts(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut found: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.retain(|path| path.extension().is_some_and(|extension| extension == "ps1"));
    found.sort();
    found
}

/// The first line in which a recorded file and what is printed of its script differ.
fn difference(script: &Path, recorded: &str, what: nodes::What) -> Option<String> {
    let expected = std::fs::read_to_string(script.with_extension(recorded)).ok()?;
    let text = std::fs::read_to_string(script).unwrap();
    let actual = nodes::print(&parse(&Source::new(None, text.into())), what);
    let count = expected.lines().count().max(actual.lines().count());
    let line = |text: &str, n| text.lines().nth(n).unwrap_or("(nothing)").to_owned();
    let n = (0..count).find(|n| line(&expected, *n) != line(&actual, *n))?;
    let (expected, actual) = (line(&expected, n), line(&actual, n));
    Some(format!("{}:{}\n  PowerShell {expected}\n  here       {actual}\n", script.display(), n + 1))
}

fn differences(recorded: &'static str, what: nodes::What) -> String {
    on_large_stack(move || {
        scripts("tests/golden/parse").iter().filter_map(|script| difference(script, recorded, what)).collect()
    })
}

#[test]
fn trees_are_those_of_powershell() {
    assert_eq!(differences("ast", nodes::What::Tree), "");
}

#[test]
fn faults_say_what_powershells_say() {
    assert_eq!(differences("faults", nodes::What::Messages), "");
}

#[test]
fn what_is_nested_without_end_is_a_fault_and_no_crash() {
    on_large_stack(|| {
        for open in ["(", "$(", "@(", "{", "@{a=", "if (1) {", "$a[", "!", "$x=", "[a[", "\"$(", "function f {"] {
            let parsed = parse(&Source::new(None, open.repeat(20_000).into()));
            assert!(!parsed.faults.is_empty(), "{open}");
        }
    });
}
