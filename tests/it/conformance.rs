//! The recorded cases: every script below `tests/conformance` must print what it printed when it was recorded.
//!
//! A case is `NAME.ps1` with `NAME.out` and, where the status was not 0, `NAME.code`. A case with a `NAME.json` beside it
//! runs as that file says, every other one as `-NoProfile -NonInteractive -File NAME.ps1`. Cases that are known to fail
//! stand in `failing.txt`, perhaps with a reason; `PINSH_UPDATE=1` writes that file anew, `PINSH_AREA=cli` looks at one
//! area only.

use super::place::{Place, project};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Mutex;
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(10);
/// How many cases run at a time.
const RUNNERS: usize = 2;

/// One recorded case.
struct Case {
    script: PathBuf,
    /// `area/name`
    name: String,
}

/// What a run of the program gave.
struct Run {
    /// `None` where it had to be stopped.
    code: Option<i32>,
    lines: Vec<String>,
}

#[test]
fn recorded_cases_print_what_was_recorded() {
    let area = std::env::var_os("PINSH_AREA").map(|area| area.to_string_lossy().into_owned());
    let cases: Vec<Case> =
        cases().into_iter().filter(|case| area.as_ref().is_none_or(|area| case.area() == area)).collect();
    let results = run_all(&cases);
    summarise(&results);
    let known = known_failures();
    let failing: Vec<&String> = results.iter().filter(|(_, passed)| !**passed).map(|(name, _)| name).collect();
    if std::env::var_os("PINSH_UPDATE").is_some() {
        rewrite(&known, &results);
        return;
    }
    let new: Vec<&&String> = failing.iter().filter(|name| !known.contains_key(**name)).collect();
    let mended: Vec<&String> =
        known.keys().filter(|name| results.get(*name).is_none_or(|passed| *passed) && is_in(name, &area)).collect();
    assert!(
        new.is_empty() && mended.is_empty(),
        "fail, but are not listed: {new:#?}\nare listed, but pass or are gone: {mended:#?}"
    );
}

fn is_in(name: &str, area: &Option<String>) -> bool {
    area.as_ref().is_none_or(|area| name.split('/').next() == Some(area))
}

impl Case {
    fn area(&self) -> &str {
        self.name.split('/').next().unwrap_or_default()
    }

    fn passes(&self) -> bool {
        let recorded = fs::read_to_string(self.script.with_extension("out")).expect("recorded output");
        let code = fs::read_to_string(self.script.with_extension("code"));
        let code = code.map_or(0, |text| text.trim().parse().expect("a recorded status"));
        let run = self.run();
        run.code == Some(code) && run.lines == folded(&recorded)
    }

    fn run(&self) -> Run {
        let place = Place::new();
        let mut shell = place.shell();
        match fs::read_to_string(self.script.with_extension("json")) {
            Ok(text) => {
                let sidecar: serde_json::Value = serde_json::from_str(&text).expect("a sidecar");
                let words = sidecar["args"].as_array().expect("arguments").iter();
                shell.args(words.map(|word| word.as_str().expect("an argument")));
                for (name, text) in sidecar["files"].as_object().into_iter().flatten() {
                    place.write(name, text.as_str().expect("the text of a file"));
                }
                shell.stdin(match sidecar["stdin"].as_str() {
                    Some(text) => stored(&place, text),
                    None => Stdio::null(),
                });
            }
            Err(_) => {
                let name = self.script.file_name().unwrap_or_default();
                fs::copy(&self.script, place.work().join(name)).expect("a copy of the script");
                shell.args(["-NoProfile", "-NonInteractive", "-File"]).arg(name).stdin(Stdio::null());
            }
        }
        let output = place.home().with_extension("out");
        shell.stdout(File::create(&output).expect("a file for the output")).stderr(Stdio::null());
        let mut child = shell.spawn().expect("the program");
        let started = Instant::now();
        let code = loop {
            match child.try_wait().expect("the program's status") {
                Some(status) => break status.code(),
                None if started.elapsed() > PATIENCE => {
                    child.kill().expect("the end of the program");
                    child.wait().expect("the program's status");
                    break None;
                }
                None => std::thread::sleep(Duration::from_millis(3)),
            }
        };
        let bytes = fs::read(&output).expect("the output");
        Run { code, lines: folded(&String::from_utf8_lossy(&bytes)) }
    }
}

/// Standard input that holds a text.
fn stored(place: &Place, text: &str) -> Stdio {
    let path = place.home().with_extension("in");
    fs::write(&path, text).expect("a file for the input");
    File::open(path).expect("the input").into()
}

/// Lines without trailing blanks, and without blank ones at the end.
fn folded(text: &str) -> Vec<String> {
    let text = text.replace("\r\n", "\n");
    let mut lines: Vec<String> = text.split('\n').map(|line| line.trim_end().to_string()).collect();
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines
}

fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for area in entries(&project("tests/conformance")) {
        for script in entries(&area) {
            let is_case =
                script.extension().is_some_and(|extension| extension == "ps1") && script.with_extension("out").exists();
            if is_case {
                let part = |path: &Path| path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
                cases.push(Case { name: format!("{}/{}", part(&area), part(&script)), script });
            }
        }
    }
    cases.sort_by(|a, b| a.name.cmp(&b.name));
    cases
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    entries.map(|entry| entry.expect("an entry of the folder").path()).collect()
}

fn run_all(cases: &[Case]) -> BTreeMap<String, bool> {
    let next = Mutex::new(cases.iter());
    let results = Mutex::new(BTreeMap::new());
    std::thread::scope(|scope| {
        for _ in 0..RUNNERS {
            scope.spawn(|| {
                loop {
                    let Some(case) = next.lock().expect("the cases").next() else { return };
                    let passed = case.passes();
                    results.lock().expect("the results").insert(case.name.clone(), passed);
                }
            });
        }
    });
    results.into_inner().expect("the results")
}

fn summarise(results: &BTreeMap<String, bool>) {
    let mut areas: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (name, passed) in results {
        let area = areas.entry(name.split('/').next().unwrap_or_default()).or_default();
        area.0 += usize::from(*passed);
        area.1 += 1;
    }
    let total = areas.values().fold((0, 0), |sum, area| (sum.0 + area.0, sum.1 + area.1));
    for (area, (good, all)) in areas.into_iter().chain([("total", total)]) {
        println!("{area:26} {good:4} / {all:<4} {:5.1} %", 100.0 * good as f64 / all.max(1) as f64);
    }
}

fn list() -> PathBuf {
    project("tests/conformance/failing.txt")
}

/// The cases that are known to fail, with what the list says about each.
fn known_failures() -> BTreeMap<String, String> {
    let text = fs::read_to_string(list()).unwrap_or_default();
    let entries = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    entries
        .map(|line| {
            let (name, reason) = line.split_once('#').unwrap_or((line, ""));
            (name.trim().to_string(), reason.trim().to_string())
        })
        .collect()
}

/// Writes the list anew: what fails now, with the reasons that were there, and what was not looked at.
fn rewrite(known: &BTreeMap<String, String>, results: &BTreeMap<String, bool>) {
    let mut entries: BTreeMap<&str, &str> = BTreeMap::new();
    for (name, reason) in known {
        if !results.contains_key(name) && project("tests/conformance").join(format!("{name}.ps1")).exists() {
            entries.insert(name, reason);
        }
    }
    for (name, passed) in results {
        if !passed {
            entries.insert(name, known.get(name).map_or("", String::as_str));
        }
    }
    let line = |(name, reason): (&&str, &&str)| match *reason {
        "" => format!("{name}\n"),
        reason => format!("{name} # {reason}\n"),
    };
    let text: String = entries.iter().map(line).collect();
    let head =
        "# Recorded cases that fail: one a line, a reason behind it. The conformance test keeps this list true.\n";
    fs::write(list(), format!("{head}{text}")).expect("the list of failing cases");
}
