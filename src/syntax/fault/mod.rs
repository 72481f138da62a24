//! Parse faults: what is wrong with a text, and where.

pub(crate) mod messages;

use super::Span;
use std::collections::HashSet;

/// One thing that is wrong with a text, as PowerShell's `ParseError`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseFault {
    /// The id that PowerShell gives it, such as `MissingEndCurlyBrace`.
    pub id: &'static str,
    /// Its place; one past the end of the text where the end itself was unexpected.
    pub span: Span,
    pub message: String,
    /// Whether more text could mend it, so that a prompt asks for another line.
    pub incomplete: bool,
}

/// The id of a fault and its sentence with `{0}` and `{1}` to be filled in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Message {
    pub id: &'static str,
    pub text: &'static str,
}

impl Message {
    /// The sentence with its blanks filled in.
    pub fn fill(self, arguments: &[&str]) -> String {
        let mut text = self.text.to_owned();
        for (i, argument) in arguments.iter().enumerate() {
            text = text.replace(&format!("{{{i}}}"), argument);
        }
        text
    }
}

/// The faults of one text in the order in which they were found.
///
/// Text may be scanned more than once, so a fault that is already known at its place is not added again.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    list: Vec<ParseFault>,
    known: HashSet<(&'static str, u32, u32)>,
}

impl Faults {
    pub fn add(&mut self, message: Message, span: Span, incomplete: bool, arguments: &[&str]) {
        if self.known.insert((message.id, span.start, span.end)) {
            self.list.push(ParseFault { id: message.id, span, message: message.fill(arguments), incomplete });
        }
    }

    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    pub fn into_list(self) -> Vec<ParseFault> {
        self.list
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_fault_at_the_same_place_counts_once() {
        let mut faults = Faults::default();
        for _ in 0..2 {
            faults.add(messages::UNEXPECTED_TOKEN, Span::new(3, 4), false, &["}"]);
        }
        let [fault] = faults.into_list().try_into().expect("one fault");
        assert_eq!(fault.message, "Unexpected token '}' in expression or statement.");
    }
}
