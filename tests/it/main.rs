//! The one binary of tests that look at the program from outside.

mod conformance;
mod grammar;
mod parse;
mod place;
mod tidy;
