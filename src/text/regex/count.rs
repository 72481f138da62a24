//! The first pass over a pattern: which groups it has, and how they are numbered.
//!
//! Unnamed groups are numbered from one in order of their parentheses, numbered groups keep their numbers, and named
//! ones take the numbers left after all unnamed ones.

use super::ast::GroupInfo;
use super::options::RegexOptions;
use super::scan::{Parse, Scanner, is_name_char};
use crate::text::Str;
use std::collections::BTreeMap;

/// The groups of a pattern, by number.
pub(super) fn groups(pattern: &str, options: RegexOptions) -> Parse<Vec<GroupInfo>> {
    let mut count =
        Count { scanner: Scanner::new(pattern, options), numbered: BTreeMap::new(), names: Vec::new(), auto: 1 };
    count.note_number(0, 0);
    count.run()?;
    let Count { mut numbered, names, mut auto, .. } = count;
    for (name, opened) in names {
        while numbered.contains_key(&auto) {
            auto += 1;
        }
        numbered.insert(auto, (Str::from(name), opened));
    }
    Ok(numbered.into_iter().map(|(number, (name, opened))| GroupInfo { number, name, opened }).collect())
}

struct Count<'p> {
    scanner: Scanner<'p>,
    /// The name of each number and where its group opens.
    numbered: BTreeMap<u32, (Str, usize)>,
    names: Vec<(String, usize)>,
    auto: u32,
}

impl Count<'_> {
    fn note_number(&mut self, number: u32, opened: usize) {
        self.numbered.entry(number).or_insert_with(|| (Str::from(number.to_string()), opened));
    }

    fn run(&mut self) -> Parse<()> {
        let mut outer: Vec<RegexOptions> = Vec::new();
        let mut ignore_next = false;
        while let Some(c) = self.scanner.next() {
            match c {
                '\\' if !self.scanner.at_end() => self.scanner.skip_escape()?,
                '#' if self.scanner.has(RegexOptions::IGNORE_PATTERN_WHITESPACE) => {
                    self.scanner.pos -= 1;
                    self.scanner.blank()?;
                }
                '[' => _ = self.scanner.class(true)?,
                ')' => {
                    if let Some(options) = outer.pop() {
                        self.scanner.options = options;
                    }
                }
                '(' if self.scanner.peek() == Some('?') && self.scanner.peek_at(1) == Some('#') => {
                    self.scanner.pos -= 1;
                    self.scanner.blank()?;
                }
                '(' => {
                    outer.push(self.scanner.options);
                    ignore_next = self.open(ignore_next, &mut outer)?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Notes the group whose parenthesis is read; whether the next parenthesis belongs to a condition.
    fn open(&mut self, ignored: bool, outer: &mut Vec<RegexOptions>) -> Parse<bool> {
        let opened = self.scanner.pos - 1;
        if !self.scanner.eat('?') {
            if !ignored && !self.scanner.has(RegexOptions::EXPLICIT_CAPTURE) {
                self.note_number(self.auto, opened);
                self.auto += 1;
            }
            return Ok(false);
        }
        if self.scanner.left() > 1 && matches!(self.scanner.peek(), Some('<' | '\'')) {
            self.scanner.pos += 1;
            match self.scanner.peek() {
                Some('1'..='9') => {
                    let number = self.scanner.decimal()?;
                    self.note_number(number, opened);
                }
                Some(c) if c != '0' && is_name_char(c) => {
                    let name = self.scanner.name();
                    if !self.names.iter().any(|(known, _)| *known == name) {
                        self.names.push((name, opened));
                    }
                }
                _ => {}
            }
            return Ok(false);
        }
        self.scanner.inline_options();
        if self.scanner.eat(')') {
            outer.pop();
            return Ok(false);
        }
        Ok(self.scanner.peek() == Some('('))
    }
}
