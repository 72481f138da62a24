//! The README's tour works as it stands.

use super::place::Place;
use std::process::Output;

fn tour() -> &'static str {
    let readme = include_str!("../../README.md");
    let start = readme.find("```powershell\n").expect("a tour") + "```powershell\n".len();
    let rest = &readme[start..];
    &rest[..rest.find("```").expect("the tour's end")]
}

fn run(place: &Place, words: &[&str]) -> Output {
    let store = place.work().join("tour.db");
    let mut shell = place.shell();
    shell.current_dir(env!("CARGO_MANIFEST_DIR")).arg("-NoProfile").arg("-StorePath").arg(store);
    shell.args(words).output().expect("the program")
}

#[test]
fn the_tour_runs_as_a_script_with_its_two_refusals_and_no_other_error() {
    let place = Place::new();
    place.write("tour.ps1", tour());
    let script = place.work().join("tour.ps1");
    let output = run(&place, &["-File", script.to_str().expect("a plain path")]);
    let (shown, errors) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(0), "{errors}");
    assert_eq!(errors.matches("Set-CsClientPin: ").count(), 2, "{errors}");
    assert_eq!(errors.lines().filter(|line| line.starts_with("Line |")).count(), 2, "{errors}");
    assert!(errors.contains("ConsecutiveDigits") && errors.contains("Unlock it first"), "{errors}");
    assert!(shown.contains("caught: ObjectNotFound"), "{shown}");
    assert!(!shown.contains("121989") && !errors.contains("123456"), "a PIN was shown");
}
