//! What a match found: spans, groups with all their captures, and the sequence of matches in a text.

use super::ast::GroupInfo;
use super::machine;
use super::{Regex, RegexError};
use crate::text::{Str, search};

/// A piece of a text, as byte offsets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The piece itself.
    pub fn value(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// The index and length in UTF-16 units, which are .NET's `Index` and `Length`.
    pub fn units(self, text: &str) -> (usize, usize) {
        (search::units_before(text, self.start), self.value(text).chars().map(char::len_utf16).sum())
    }
}

/// A group of a match.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    pub number: u32,
    /// The name, or the number of an unnamed group.
    pub name: Str,
    /// In the order in which they were captured; empty when the group took no part.
    pub captures: Vec<Span>,
}

impl Group {
    /// Whether the group took part in the match.
    pub fn success(&self) -> bool {
        !self.captures.is_empty()
    }

    /// The last capture.
    pub fn span(&self) -> Option<Span> {
        self.captures.last().copied()
    }

    /// The text of the last capture, or nothing.
    pub fn value<'t>(&self, text: &'t str) -> &'t str {
        self.span().map_or("", |span| span.value(text))
    }
}

/// A match; its first group is the whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    pub groups: Vec<Group>,
}

impl Match {
    pub(super) fn new(infos: &[GroupInfo], spans: Vec<Vec<machine::Span>>) -> Match {
        let group = |(info, spans): (&GroupInfo, Vec<machine::Span>)| Group {
            number: info.number,
            name: info.name.clone(),
            captures: spans.into_iter().map(|(start, end)| Span { start, end }).collect(),
        };
        Match { groups: infos.iter().zip(spans).map(group).collect() }
    }

    /// Where the match lies.
    pub fn span(&self) -> Span {
        self.groups.first().and_then(Group::span).unwrap_or(Span { start: 0, end: 0 })
    }

    pub fn start(&self) -> usize {
        self.span().start
    }

    pub fn end(&self) -> usize {
        self.span().end
    }

    /// The text of the match.
    pub fn value<'t>(&self, text: &'t str) -> &'t str {
        self.span().value(text)
    }

    /// The group with a number.
    pub fn group(&self, number: u32) -> Option<&Group> {
        self.groups.iter().find(|group| group.number == number)
    }

    /// The group with a name, or with a number written as a name.
    pub fn group_named(&self, name: &str) -> Option<&Group> {
        self.groups.iter().find(|group| &*group.name == name)
    }
}

/// The matches in a text, one after the other; ends after an error.
#[derive(Debug)]
pub struct Matches<'r, 't> {
    regex: &'r Regex,
    text: &'t str,
    state: State,
}

#[derive(Debug)]
enum State {
    Fresh(usize),
    After(Match),
    Done,
}

impl<'r, 't> Matches<'r, 't> {
    pub(super) fn new(regex: &'r Regex, text: &'t str, from: usize) -> Matches<'r, 't> {
        Matches { regex, text, state: State::Fresh(from) }
    }
}

impl Iterator for Matches<'_, '_> {
    type Item = Result<Match, RegexError>;

    fn next(&mut self) -> Option<Self::Item> {
        let found = match &self.state {
            State::Fresh(from) => self.regex.find_at(self.text, *from),
            State::After(previous) => self.regex.find_next(self.text, previous),
            State::Done => return None,
        };
        self.state = match &found {
            Ok(Some(found)) => State::After(found.clone()),
            _ => State::Done,
        };
        found.transpose()
    }
}
