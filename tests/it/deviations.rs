//! The list of known deviations from PowerShell: each entry still deviates, in the way that it says.

use super::place::Place;

struct Deviation<'a> {
    script: &'a str,
    powershell: &'a str,
    pinsh: &'a str,
}

fn field<'a>(entry: &'a str, name: &str) -> &'a str {
    let line = entry.lines().find_map(|line| line.strip_prefix(name));
    line.unwrap_or_else(|| panic!("no `{name}` in: {entry}")).trim()
}

fn deviations(text: &str) -> Vec<Deviation<'_>> {
    let entries = text.split("\n\n").filter(|entry| entry.starts_with("reason:"));
    entries
        .map(|entry| {
            assert!(!field(entry, "reason:").is_empty(), "an entry without a reason: {entry}");
            Deviation {
                script: field(entry, "script:"),
                powershell: field(entry, "powershell:"),
                pinsh: field(entry, "pinsh:"),
            }
        })
        .collect()
}

#[test]
fn listed_deviations_are_as_they_are_listed() {
    let list = deviations(include_str!("../deviations.txt"));
    assert!(!list.is_empty());
    for Deviation { script, powershell, pinsh } in list {
        let output = Place::new().shell().args(["-NoProfile", "-Command", script]).output().expect("the program");
        let shown = String::from_utf8_lossy(&output.stdout);
        assert_eq!(shown.trim(), pinsh, "{script}");
        assert_ne!(shown.trim(), powershell, "no longer a deviation: {script}");
    }
}
