//! Regular expressions in .NET's dialect.
//!
//! A pattern is parsed as .NET parses it, down to the words of its errors, and run by a backtracking machine with .NET's
//! meaning: every capture of a group, balancing groups, look-behind of any width, right to left. A pattern that is
//! regular moves to a finite automaton when backtracking takes long, so that it never hangs; any other is given up when
//! its budget of steps is spent, which is a [`RegexError::Timeout`].
//!
//! Offsets are bytes; [`Span::units`] tells .NET's UTF-16 index and length. A character beyond the basic plane is one
//! character here and two in .NET: `.` matches a whole emoji. It is in no category but `Cs`, as there.

mod ast;
mod automaton;
mod blocks;
mod class;
mod count;
mod error;
mod escape;
mod machine;
mod matches;
mod options;
mod parse;
mod program;
mod replace;
mod scan;
mod set;

pub use error::{Fault, RegexError};
pub use escape::{escape, unescape};
pub use matches::{Group, Match, Matches, Span};
pub use options::RegexOptions;
pub use replace::Replacement;

use crate::text::Str;
use ast::{GroupInfo, Node};
use automaton::Automaton;
use machine::Machine;
use program::Program;
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

/// The steps that a match may take before it is given up: some seconds.
const BUDGET: u64 = 400_000_000;

/// The steps that a regular pattern may take before its automaton takes over, beside those by length of the text.
const SOFT_BUDGET: u64 = 20_000;

/// A compiled regular expression.
#[derive(Debug)]
pub struct Regex {
    pattern: Str,
    options: RegexOptions,
    groups: Vec<GroupInfo>,
    root: Node,
    program: Program,
    automaton: OnceCell<Option<Automaton>>,
    /// Whether backtracking has taken too long before.
    slow: Cell<bool>,
}

impl Regex {
    /// Compiles a pattern, or finds it among those compiled lately.
    ///
    /// # Errors
    /// The first rule that the pattern breaks, or options that exclude each other.
    pub fn new(pattern: &str, options: RegexOptions) -> Result<Rc<Regex>, RegexError> {
        if let Some(known) = CACHE.with_borrow_mut(|cache| cache.get(pattern, options)) {
            return Ok(known);
        }
        let regex = Rc::new(Regex::compile(pattern, options)?);
        CACHE.with_borrow_mut(|cache| cache.put(&regex));
        Ok(regex)
    }

    fn compile(pattern: &str, options: RegexOptions) -> Result<Regex, RegexError> {
        if !options.is_valid() {
            return Err(RegexError::Options);
        }
        let tree = parse::parse(pattern, options)?;
        let program = program::compile(&tree.root, tree.groups.len(), options.has(RegexOptions::RIGHT_TO_LEFT));
        Ok(Regex {
            pattern: Str::from(pattern),
            options,
            groups: tree.groups,
            root: tree.root,
            program,
            automaton: OnceCell::new(),
            slow: Cell::new(false),
        })
    }

    /// The pattern as it was given.
    pub fn pattern(&self) -> &Str {
        &self.pattern
    }

    /// The options as they were given.
    pub fn options(&self) -> RegexOptions {
        self.options
    }

    /// Whether matching runs from the end of the text to its start.
    pub fn right_to_left(&self) -> bool {
        self.options.has(RegexOptions::RIGHT_TO_LEFT)
    }

    /// The names of the groups, by number; an unnamed one is called by its number.
    pub fn group_names(&self) -> Vec<Str> {
        self.groups.iter().map(|group| group.name.clone()).collect()
    }

    /// The numbers of the groups, in order.
    pub fn group_numbers(&self) -> Vec<u32> {
        self.groups.iter().map(|group| group.number).collect()
    }

    /// The number of a group; names count by case.
    pub fn group_number_of(&self, name: &str) -> Option<u32> {
        self.groups.iter().find(|group| &*group.name == name).map(|group| group.number)
    }

    /// The name of a group.
    pub fn group_name_of(&self, number: u32) -> Option<Str> {
        self.groups.iter().find(|group| group.number == number).map(|group| group.name.clone())
    }

    pub(super) fn index_of_number(&self, number: u32) -> Option<usize> {
        self.groups.iter().position(|group| group.number == number)
    }

    pub(super) fn index_of_name(&self, name: &str) -> Option<usize> {
        self.groups.iter().position(|group| &*group.name == name)
    }

    /// Where a search starts when nothing else is said.
    fn default_start(&self, text: &str) -> usize {
        if self.right_to_left() { text.len() } else { 0 }
    }

    /// Whether the pattern matches anywhere in `text`.
    ///
    /// # Errors
    /// [`RegexError::Timeout`].
    pub fn is_match(&self, text: &str) -> Result<bool, RegexError> {
        if self.slow.get()
            && let Some(automaton) = self.automaton_for(text)
        {
            return Ok(automaton.is_match(text, 0));
        }
        Ok(self.find(text)?.is_some())
    }

    /// The first match in `text`.
    ///
    /// # Errors
    /// [`RegexError::Timeout`].
    pub fn find(&self, text: &str) -> Result<Option<Match>, RegexError> {
        self.find_at(text, self.default_start(text))
    }

    /// The first match at or after byte `from`, or going right to left at or before it.
    ///
    /// # Errors
    /// [`RegexError::Timeout`].
    pub fn find_at(&self, text: &str, from: usize) -> Result<Option<Match>, RegexError> {
        self.find_between(text, from, from)
    }

    /// The match after `previous`: where that was empty, one character on.
    ///
    /// # Errors
    /// [`RegexError::Timeout`].
    pub fn find_next(&self, text: &str, previous: &Match) -> Result<Option<Match>, RegexError> {
        let edge = if self.right_to_left() { previous.start() } else { previous.end() };
        if !previous.span().is_empty() {
            return self.find_between(text, edge, edge);
        }
        let beyond = if self.right_to_left() {
            text.get(..edge).and_then(|head| head.chars().next_back()).map(|c| edge - c.len_utf8())
        } else {
            text.get(edge..).and_then(|tail| tail.chars().next()).map(|c| edge + c.len_utf8())
        };
        beyond.map_or(Ok(None), |from| self.find_between(text, from, edge))
    }

    /// Searches from `from`, with `\G` at `search_start`.
    fn find_between(&self, text: &str, from: usize, search_start: usize) -> Result<Option<Match>, RegexError> {
        let spans = self.spans(text, from, search_start)?;
        Ok(spans.map(|spans| Match::new(&self.groups, spans)))
    }

    fn spans(
        &self,
        text: &str,
        from: usize,
        search_start: usize,
    ) -> Result<Option<Vec<Vec<machine::Span>>>, RegexError> {
        let back = self.right_to_left();
        if !self.slow.get() {
            let soft = SOFT_BUDGET + 16 * text.len() as u64;
            let mut machine = Machine::new(&self.program, text, search_start, soft);
            if let Ok(found) = machine.search(from, back) {
                return Ok(found);
            }
            self.slow.set(true);
        }
        if let Some(automaton) = self.automaton_for(text) {
            let Some(spans) = automaton.search(text, from) else { return Ok(None) };
            let start = spans.first().and_then(|whole| whole.first()).map(|span| span.0);
            if automaton.repeats_captures
                && let Some(start) = start
                && let Ok(Some(all)) = Machine::new(&self.program, text, search_start, BUDGET / 100).match_at(start)
            {
                return Ok(Some(all));
            }
            return Ok(Some(spans));
        }
        let mut machine = Machine::new(&self.program, text, search_start, BUDGET);
        machine.search(from, back).map_err(|_| RegexError::Timeout)
    }

    fn automaton_for(&self, text: &str) -> Option<&Automaton> {
        if self.right_to_left() {
            return None;
        }
        let automaton = self.automaton.get_or_init(|| Automaton::new(&self.root, self.groups.len()));
        automaton.as_ref().filter(|automaton| automaton.suits(text))
    }

    /// The matches in `text`, one after the other.
    pub fn matches<'r, 't>(&'r self, text: &'t str) -> Matches<'r, 't> {
        Matches::new(self, text, self.default_start(text))
    }

    /// The matches from byte `from` on.
    pub fn matches_from<'r, 't>(&'r self, text: &'t str, from: usize) -> Matches<'r, 't> {
        Matches::new(self, text, from)
    }

    /// All matches in `text`.
    ///
    /// # Errors
    /// [`RegexError::Timeout`].
    pub fn find_all(&self, text: &str) -> Result<Vec<Match>, RegexError> {
        self.matches(text).collect()
    }

    /// The pieces of `text` between the matches, with what the groups captured between them; at most `limit` pieces
    /// where that is not zero.
    ///
    /// # Errors
    /// [`RegexError::Timeout`].
    pub fn split<'t>(&self, text: &'t str, limit: usize) -> Result<Vec<&'t str>, RegexError> {
        self.split_from(text, limit, self.default_start(text))
    }

    /// [`Regex::split`] with the search starting at byte `from`.
    ///
    /// # Errors
    /// [`RegexError::Timeout`].
    pub fn split_from<'t>(&self, text: &'t str, limit: usize, from: usize) -> Result<Vec<&'t str>, RegexError> {
        let most = if limit == 0 { usize::MAX } else { limit - 1 };
        let back = self.right_to_left();
        let mut pieces = Vec::new();
        let mut edge = if back { text.len() } else { 0 };
        for found in self.matches_from(text, from).take(most) {
            let found = found?;
            let (piece, next) = if back {
                (text.get(found.end()..edge), found.start())
            } else {
                (text.get(edge..found.start()), found.end())
            };
            pieces.push(piece.unwrap_or_default());
            pieces.extend(found.groups.iter().skip(1).filter(|group| group.success()).map(|group| group.value(text)));
            edge = next;
        }
        pieces.push(if back { text.get(..edge) } else { text.get(edge..) }.unwrap_or_default());
        if back {
            pieces.reverse();
        }
        Ok(pieces)
    }

    /// Replaces every match by a replacement pattern.
    ///
    /// # Errors
    /// [`RegexError::Timeout`].
    pub fn replace(&self, text: &str, replacement: &str) -> Result<String, RegexError> {
        let replacement = Replacement::new(self, replacement);
        self.replace_with(text, usize::MAX, self.default_start(text), |found, out| {
            replacement.expand(found, text, out);
            Ok(())
        })
    }

    /// Replaces at most `most` matches, searched from byte `from`, by what `write` appends for each.
    ///
    /// # Errors
    /// [`RegexError::Timeout`], and what `write` fails with.
    pub fn replace_with<E: From<RegexError>>(
        &self,
        text: &str,
        most: usize,
        from: usize,
        mut write: impl FnMut(&Match, &mut String) -> Result<(), E>,
    ) -> Result<String, E> {
        let mut pieces: Vec<(Span, String)> = Vec::new();
        for found in self.matches_from(text, from).take(most) {
            let found = found?;
            let mut piece = String::new();
            write(&found, &mut piece)?;
            pieces.push((found.span(), piece));
        }
        if self.right_to_left() {
            pieces.reverse();
        }
        let mut out = String::with_capacity(text.len());
        let mut done = 0;
        for (span, piece) in pieces {
            out.push_str(text.get(done..span.start).unwrap_or_default());
            out.push_str(&piece);
            done = span.end;
        }
        out.push_str(text.get(done..).unwrap_or_default());
        Ok(out)
    }
}

thread_local! {
    static CACHE: RefCell<Cache> = RefCell::default();
}

/// The patterns compiled lately.
#[derive(Default)]
struct Cache {
    by_options: HashMap<RegexOptions, HashMap<Str, Entry>>,
    clock: u64,
    size: usize,
}

struct Entry {
    regex: Rc<Regex>,
    used: u64,
}

impl Cache {
    const LARGEST: usize = 256;

    fn get(&mut self, pattern: &str, options: RegexOptions) -> Option<Rc<Regex>> {
        self.clock += 1;
        let entry = self.by_options.get_mut(&options)?.get_mut(pattern)?;
        entry.used = self.clock;
        Some(Rc::clone(&entry.regex))
    }

    fn put(&mut self, regex: &Rc<Regex>) {
        if self.size >= Self::LARGEST {
            self.drop_older_half();
        }
        let entry = Entry { regex: Rc::clone(regex), used: self.clock };
        self.by_options.entry(regex.options).or_default().insert(regex.pattern.clone(), entry);
        self.size += 1;
    }

    fn drop_older_half(&mut self) {
        let mut ages: Vec<u64> =
            self.by_options.values().flat_map(|map| map.values().map(|entry| entry.used)).collect();
        ages.sort_unstable();
        let middle = ages.get(ages.len() / 2).copied().unwrap_or(0);
        for map in self.by_options.values_mut() {
            map.retain(|_, entry| entry.used >= middle);
        }
        self.size = self.by_options.values().map(HashMap::len).sum();
    }
}

#[cfg(test)]
mod tests;
