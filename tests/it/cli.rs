//! The command line: options, exit statuses, standard streams.

use super::place::Place;
use std::io::Write;
use std::process::{Output, Stdio};

/// Runs the program with words and input.
fn run_in(place: &Place, words: &[&str], input: &str) -> Output {
    let mut shell = place.shell();
    shell.args(words).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = shell.spawn().expect("the program");
    let written = child.stdin.take().expect("its input").write_all(input.as_bytes());
    // A program that does not read its input may be gone before it is written.
    drop(written);
    child.wait_with_output().expect("its output")
}

fn run(words: &[&str]) -> Output {
    run_in(&Place::new(), words, "")
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[track_caller]
fn assert_ends(words: &[&str], code: i32, stdout: &str) {
    let output = run(words);
    assert_eq!((output.status.code(), out(&output).as_str()), (Some(code), stdout), "{}", err(&output));
}

#[test]
fn statuses_are_powershells() {
    assert_ends(&["-nop", "-c", "'a'; exit 7"], 7, "a\n");
    assert_ends(&["-nop", "-c", "exit -1"], 255, "");
    assert_ends(&["-nop", "-c", "throw 'x'"], 1, "");
    assert_ends(&["-nop", "-c", "no-such-command; 'b'"], 0, "b\n");
    assert_ends(&["-nop", "-c", "no-such-command"], 1, "");
    assert_ends(&["-nop", "-c", ""], 0, "");
    assert_ends(&["-nop", "-File", "nowhere.ps1"], 64, &out(&run(&["nowhere.ps1"])));
}

#[test]
fn a_text_that_ends_too_early_fails_without_words() {
    let output = run(&["-nop", "-c", "'a'; if ($true) {"]);
    assert_eq!((output.status.code(), out(&output), err(&output)), (Some(1), String::new(), String::new()));
}

#[test]
fn a_parse_error_shows_its_line() {
    let output = run(&["-nop", "-c", "1 )"]);
    let expected =
        "ParserError: \nLine |\n   1 |  1 )\n     |    ~\n     | Unexpected token ')' in expression or statement.\n";
    assert_eq!((output.status.code(), err(&output).as_str()), (Some(1), expected));
}

#[test]
fn errors_go_to_standard_error_and_warnings_to_output() {
    let place = Place::new();
    place.write("s.ps1", "'one'\n1/0\n[pscustomobject]@{ A = 1 }\n'two'\n");
    let output = run_in(&place, &["-nop", "s.ps1"], "");
    assert_eq!(out(&output), "one\n\nA\n-\n1\ntwo\n\n");
    assert!(err(&output).starts_with("RuntimeException: "), "{}", err(&output));
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn a_script_runs_in_the_global_scope_with_its_arguments() {
    let place = Place::new();
    place.write("s.ps1", "param([switch]$S, $X)\n$script:a = 1\n\"$S $X $args $global:a\"\n");
    let output = run_in(&place, &["-nop", "s.ps1", "-S:$false", "-X", "-1", "rest"], "");
    assert_eq!((out(&output).as_str(), err(&output).as_str()), ("False -1 rest 1\n", ""));
}

#[test]
fn lines_of_input_run_one_by_one_and_blocks_end_with_a_blank_line() {
    let input = "'one'\n'two' )\nif ($true) {\n'three'\n}\n\n'four'\n";
    let output = run_in(&Place::new(), &["-nop", "-Command", "-"], input);
    assert_eq!((output.status.code(), out(&output).as_str()), (Some(0), "one\nthree\nfour\n"));
}

#[test]
fn piped_input_without_an_option_shows_prompts() {
    let place = Place::new();
    let output = run_in(&place, &["-nop", "-nologo"], "'one'\n");
    let prompt = format!("PS {}> ", place.work().display());
    assert_eq!(out(&output), format!("{prompt}'one'\none\n{prompt}"));
}

#[test]
fn input_reaches_the_script_as_dollar_input() {
    let output = run_in(&Place::new(), &["-nop", "-c", "$input | ForEach-Object { \"<$_>\" }"], "a\nb");
    assert_eq!(out(&output), "<a>\n<b>\n");
}

#[test]
fn a_reader_that_goes_away_ends_the_program_quietly() {
    let place = Place::new();
    let mut shell = place.shell();
    shell.args(["-nop", "-c", "while ($true) { 'line' }"]).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = shell.spawn().expect("the program");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the end");
    assert_eq!((output.status.code(), err(&output).as_str()), (Some(141), ""));
}

#[test]
fn deep_recursion_is_an_error_that_can_be_caught() {
    let script = "function Deep { Deep }; try { Deep } catch { $_.FullyQualifiedErrorId }";
    assert_ends(&["-nop", "-c", script], 0, "CallDepthOverflow\n");
}

#[test]
fn version_and_help_are_told() {
    assert_ends(&["-v"], 0, &format!("pinsh {}\n", env!("CARGO_PKG_VERSION")));
    assert!(out(&run(&["-?"])).contains("-CommandWithArgs"));
}
