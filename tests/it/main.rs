//! The one binary of tests that look at the program from outside.

mod cli;
mod conformance;
mod deviations;
mod grammar;
mod parse;
mod pin_examples;
mod pin_faults;
mod pin_fixture;
mod pin_lines;
mod pin_runbook;
mod pin_secrecy;
mod place;
mod readme;
mod repl;
mod tidy;
