//! The one binary of tests that look at the program from outside.

mod grammar;
mod parse;
