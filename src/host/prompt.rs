//! What stands before the place where a command is typed.

use super::console::ConsoleHost;
use crate::engine::Session;
use crate::engine::invoke::Invocation;
use crate::engine::pipeline::Collect;
use crate::text::Symbol;
use crate::value::convert;
use std::rc::Rc;

/// What is shown where the function `prompt` gives nothing or fails.
const DEFAULT: &str = "PS>";

/// The text that the function `prompt` gives.
pub fn text(session: &mut Session, host: &Rc<ConsoleHost>) -> String {
    let Some(function) = session.find_function(Symbol::new("prompt")) else { return DEFAULT.to_string() };
    let success = session.success;
    let mut collected = Collect::default();
    let called = session.call_block(&function.block, Invocation::default(), &mut collected);
    host.abandon();
    let mut text = String::new();
    if called.is_ok() {
        for value in collected.0 {
            match convert::to_text(session, &value) {
                Ok(part) => text.push_str(&part),
                Err(_) => break,
            }
        }
    }
    session.success = success;
    if text.is_empty() { DEFAULT.to_string() } else { text }
}
