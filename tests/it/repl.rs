//! The prompt, through a terminal.

use super::place::Place;
use rexpect::session::{PtySession, spawn_command};
use std::os::unix::fs::PermissionsExt;

const PATIENCE: u64 = 10_000;
const CTRL_C: char = 'c';
const CTRL_D: char = 'd';

/// A session at a terminal.
fn session(place: &Place, words: &[&str]) -> PtySession {
    let mut shell = place.shell();
    shell.args(words).env("TERM", "xterm");
    spawn_command(shell, Some(PATIENCE)).expect("a terminal")
}

fn at_prompt(place: &Place) -> PtySession {
    let mut session = session(place, &["-NoProfile", "-NoLogo"]);
    session.exp_string("> ").expect("a prompt");
    session
}

fn history(place: &Place) -> String {
    std::fs::read_to_string(place.home().join(".local/share/pinsh/history.txt")).expect("a history")
}

#[test]
fn commands_run_and_exit_gives_the_status() {
    let place = Place::new();
    let mut session = at_prompt(&place);
    session.send_line("'answer ' + (40 + 2)").expect("a line");
    session.exp_string("answer 42").expect("output");
    session.send_line("exit 3").expect("a line");
    let status = session.process().wait().expect("the end");
    assert!(format!("{status:?}").contains("Exited") && format!("{status:?}").contains(", 3"), "{status:?}");
}

#[test]
fn a_statement_may_take_several_lines() {
    let place = Place::new();
    let mut session = at_prompt(&place);
    session.send_line("foreach ($i in 1..2) {").expect("a line");
    session.send_line("\"turn $i of two\"").expect("a line");
    session.send_line("}").expect("a line");
    session.exp_string("turn 1 of two").expect("output");
    session.exp_string("turn 2 of two").expect("output");
    session.send_control(CTRL_D).expect("the end of input");
    session.exp_eof().expect("the end");
}

#[test]
fn ctrl_c_stops_the_command_and_not_the_session() {
    let place = Place::new();
    let mut session = at_prompt(&place);
    session.send_line("'begun'; while ($true) { }").expect("a line");
    session.exp_string("\nbegun").expect("output");
    session.send_control(CTRL_C).expect("a key");
    session.exp_string("> ").expect("a prompt");
    session.send_line("'still ' + 'here'").expect("a line");
    session.exp_string("still here").expect("output");
}

#[test]
fn pins_do_not_reach_the_history() {
    let place = Place::new();
    let mut session = at_prompt(&place);
    session.send_line("function Set-Thing($Identity, $Pin) { 'set' + 'done' }").expect("a line");
    session.exp_string("> ").expect("a prompt");
    session.send_line("Set-Thing bob -Pi 071293").expect("a line");
    session.exp_string("setdone").expect("output");
    session.send_line("exit").expect("a line");
    session.exp_eof().expect("the end");
    let history = history(&place);
    assert!(history.contains("Set-Thing bob -Pi ****"), "{history}");
    assert!(!history.contains("071293"), "{history}");
    let facts = std::fs::metadata(place.home().join(".local/share/pinsh/history.txt")).expect("the file");
    assert_eq!(facts.permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_mistyped_command_gets_a_hint() {
    let place = Place::new();
    let mut session = at_prompt(&place);
    session.send_line("Out-Nul").expect("a line");
    session.exp_string("is not recognized").expect("an error");
    session.exp_string("Out-Null").expect("a hint");
}

#[test]
fn the_prompt_is_a_function_of_the_user() {
    let place = Place::new();
    let mut session = at_prompt(&place);
    session.send_line("function prompt { \"next is $(1 + 1)? \" }").expect("a line");
    session.exp_string("next is 2? ").expect("the new prompt");
}

#[test]
fn the_tab_key_completes() {
    let place = Place::new();
    let mut session = at_prompt(&place);
    session.send_line("function Show-Everything { 'all ' + 'shown' }").expect("a line");
    session.exp_string("> ").expect("a prompt");
    session.send("Show-Ev\t\r").expect("keys");
    session.flush().expect("keys");
    session.exp_string("all shown").expect("output");
}

#[test]
fn the_profile_runs_first() {
    let place = Place::new();
    let folder = place.home().join(".config/pinsh");
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join("profile.ps1"), "$fromProfile = 'profile ' + 'ran'\n").expect("a profile");
    let mut session = session(&place, &["-NoLogo"]);
    session.exp_string("> ").expect("a prompt");
    session.send_line("$fromProfile").expect("a line");
    session.exp_string("profile ran").expect("output");
}

#[test]
fn questions_are_answered_and_ctrl_c_still_works() {
    let place = Place::new();
    let mut session = at_prompt(&place);
    session.send_line("'<' + (Read-Host name) + '>'").expect("a line");
    session.exp_string("name: ").expect("a question");
    session.send_line("b\u{7f}ann").expect("an answer");
    session.exp_string("<ann>").expect("output");
    session.send_line("'<' + (Read-Host pin -MaskInput) + '>'").expect("a line");
    session.exp_string("pin: ").expect("a question");
    session.send_line("4711").expect("an answer");
    session.exp_string("****").expect("asterisks");
    session.exp_string("<4711>").expect("output");
    session.send_line("'asleep'; Start-Sleep 60").expect("a line");
    session.exp_string("\nasleep").expect("output");
    session.send_control(CTRL_C).expect("a key");
    session.send_line("'a' + 'wake'").expect("a line");
    session.exp_string("awake").expect("output");
}
