//! The shipped runbook: from nothing to users who can dial in, and once more without a change.

use super::pin_fixture::Fixture;
use super::place::project;

#[test]
fn the_first_day_runs_twice() {
    let fixture = Fixture::without_store();
    let script = project("scripts/first-day.ps1");
    let script = script.to_string_lossy();
    let first = fixture.start(&["-NoProfile", "-File", &script, "-PinList", "pins.csv"], None);
    assert_eq!(first.err, "");
    for text in ["Users   : 62", "WithPin : 62", "Locked  : 0", "Expire  : 14", "LockReason  : Administrator"] {
        assert!(first.out.contains(text), "{text} is not in:\n{}", first.out);
    }
    let pins = fixture.run("(Import-Csv pins.csv).Count; @(Import-Csv pins.csv | Group-Object Pin).Count -gt 50");
    assert_eq!(pins.out, "62\nTrue\n");
    let second = fixture.start(&["-NoProfile", "-File", &script], None);
    assert_eq!(second.err, "");
    assert!(second.out.contains("WithPin : 62"), "{}", second.out);
    assert_eq!(fixture.run("(Test-CsAuditTrail).Valid").out, "True\n");
}
