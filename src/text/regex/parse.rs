//! From a pattern in .NET's dialect to its tree.

use super::ast::{Assertion, GroupInfo, Node, Tree};
use super::count;
use super::error::{Fault, RegexError};
use super::options::RegexOptions;
use super::scan::{Parse, Scanner, is_name_char};
use super::set::{self, CharSet};
use std::rc::Rc;

/// How deep groups may nest; the parser and the compiler recurse.
const DEEPEST: usize = 200;

/// Parses a pattern.
///
/// # Errors
/// The first rule that the pattern breaks, as .NET words it.
pub(super) fn parse(pattern: &str, options: RegexOptions) -> Result<Tree, RegexError> {
    let groups = count::groups(pattern, options)?;
    let mut parser = Parser { scanner: Scanner::new(pattern, options), groups, auto: 1, depth: 0 };
    let root = parser.body(Body::Whole)?;
    Ok(Tree { root, groups: parser.groups })
}

pub(super) struct Parser<'p> {
    pub scanner: Scanner<'p>,
    groups: Vec<GroupInfo>,
    auto: u32,
    depth: usize,
}

/// What a sequence of alternatives is the inside of.
#[derive(Clone, Copy, PartialEq)]
enum Body {
    Whole,
    Group,
    /// The branches of a conditional on a group, of which there are at most two.
    Branches,
    /// The branches of a conditional on a match, in which moreover no group of their own level takes options.
    TestBranches,
}

/// A group's opening, read up to what it holds.
enum Opening {
    /// `(?i)`: options for the rest of the enclosing group.
    Options,
    Plain,
    Capture {
        group: Option<usize>,
        uncapture: Option<usize>,
    },
    Atomic,
    Look {
        behind: bool,
        negative: bool,
    },
    IfGroup(usize),
    IfMatch,
}

impl Parser<'_> {
    fn err<T>(&self, fault: Fault) -> Parse<T> {
        Err(self.scanner.fault(fault))
    }

    pub fn slot_of_number(&self, number: u32) -> Option<usize> {
        self.groups.binary_search_by_key(&number, |group| group.number).ok()
    }

    pub fn slot_of_name(&self, name: &str) -> Option<usize> {
        self.groups.iter().position(|group| &*group.name == name && group.number.to_string() != name)
    }

    /// Reads alternatives up to the closing parenthesis, which is read, or the end.
    fn body(&mut self, kind: Body) -> Parse<Node> {
        let outer = self.scanner.options;
        let mut done: Vec<Node> = Vec::new();
        let mut current: Vec<Node> = Vec::new();
        let mut quantified = false;
        loop {
            let was_quantified = std::mem::replace(&mut quantified, false);
            self.scanner.blank()?;
            let brace_is_literal = !self.scanner.at_quantifier();
            let Some(c) = self.scanner.next() else {
                if kind != Body::Whole {
                    return self.err(Fault::InsufficientClosingParentheses);
                }
                break;
            };
            let unit = match c {
                '(' => match self.group(kind == Body::TestBranches)? {
                    Some(node) => node,
                    None => continue,
                },
                ')' if kind == Body::Whole => return self.err(Fault::InsufficientOpeningParentheses),
                ')' => break,
                '|' => {
                    done.push(concat(std::mem::take(&mut current)));
                    continue;
                }
                '[' => {
                    let set = self.scanner.class(false)?;
                    self.set(Rc::new(set))
                }
                '\\' => self.backslash()?,
                '^' => Node::Assert(self.by_line(Assertion::LineStart, Assertion::Start)),
                '$' => Node::Assert(self.by_line(Assertion::LineEnd, Assertion::EndOrFinalNewline)),
                '.' if self.scanner.has(RegexOptions::SINGLELINE) => Node::Any,
                '.' => Node::NotNewline,
                '*' | '+' | '?' | '{' if c != '{' || !brace_is_literal => {
                    return self.err(if was_quantified {
                        Fault::NestedQuantifiersNotParenthesized(c)
                    } else {
                        Fault::QuantifierAfterNothing(c)
                    });
                }
                _ => self.literal(c),
            };
            self.scanner.blank()?;
            if !self.scanner.at_quantifier() {
                current.push(unit);
                continue;
            }
            quantified = true;
            let unit = self.quantified(unit)?;
            current.push(unit);
        }
        self.scanner.options = outer;
        done.push(concat(current));
        if matches!(kind, Body::Branches | Body::TestBranches) && done.len() > 2 {
            return self.err(Fault::AlternationHasTooManyConditions);
        }
        let single = done.len() == 1;
        Ok(match done.pop() {
            Some(only) if single => only,
            Some(last) => {
                done.push(last);
                Node::Alternate(done)
            }
            None => Node::Empty,
        })
    }

    fn by_line(&self, multiline: Assertion, whole: Assertion) -> Assertion {
        if self.scanner.has(RegexOptions::MULTILINE) { multiline } else { whole }
    }

    fn quantified(&mut self, unit: Node) -> Parse<Node> {
        let (min, max) = match self.scanner.next() {
            Some('*') => (0, u32::MAX),
            Some('+') => (1, u32::MAX),
            Some('?') => (0, 1),
            _ => {
                let min = self.scanner.decimal()?;
                let max = match self.scanner.eat(',') {
                    true if self.scanner.peek() == Some('}') => u32::MAX,
                    true => self.scanner.decimal()?,
                    false => min,
                };
                self.scanner.eat('}');
                (min, max)
            }
        };
        self.scanner.blank()?;
        let lazy = self.scanner.eat('?');
        if min > max {
            return self.err(Fault::ReversedQuantifierRange);
        }
        Ok(Node::Loop { body: Box::new(unit), min, max, lazy })
    }

    /// A character as the current options match it.
    fn literal(&self, c: char) -> Node {
        if !self.scanner.has(RegexOptions::IGNORE_CASE) {
            return Node::Char(c);
        }
        let mut ranges = vec![(u32::from(c), u32::from(c))];
        set::add_case(&mut ranges, self.scanner.has(RegexOptions::CULTURE_INVARIANT));
        if ranges.len() == 1 { Node::Char(c) } else { self.set(Rc::new(CharSet::from_ranges(ranges))) }
    }

    fn set(&self, set: Rc<CharSet>) -> Node {
        match set.ranges() {
            [(low, high)] if low == high => char::from_u32(*low).map_or(Node::Set(set), Node::Char),
            _ => Node::Set(set),
        }
    }

    /// Reads a group whose parenthesis is read; `None` for mere options.
    fn group(&mut self, without_options: bool) -> Parse<Option<Node>> {
        if self.depth >= DEEPEST {
            return self.err(Fault::TooDeep);
        }
        self.depth += 1;
        let outer = self.scanner.options;
        let opening = self.opening(without_options, false)?;
        let options_only = matches!(opening, Opening::Options);
        let node = if options_only { None } else { Some(self.inside(opening)?) };
        self.depth -= 1;
        if !options_only {
            self.scanner.options = outer;
        }
        Ok(node)
    }

    fn inside(&mut self, opening: Opening) -> Parse<Node> {
        Ok(match opening {
            Opening::Options => Node::Empty,
            Opening::Plain => self.body(Body::Group)?,
            Opening::Capture { group, uncapture } => {
                Node::Capture { group, uncapture, body: Box::new(self.body(Body::Group)?) }
            }
            Opening::Atomic => Node::Atomic(Box::new(self.body(Body::Group)?)),
            Opening::Look { behind, negative } => {
                Node::Look { behind, negative, body: Box::new(self.body(Body::Group)?) }
            }
            Opening::IfGroup(group) => {
                let (yes, no) = self.branches(Body::Branches)?;
                Node::IfGroup { group, yes, no }
            }
            Opening::IfMatch => {
                self.scanner.eat('(');
                let outer = self.scanner.options;
                let opening = self.opening(true, true)?;
                let test = Box::new(self.inside(opening)?);
                self.scanner.options = outer;
                let (yes, no) = self.branches(Body::TestBranches)?;
                Node::IfMatch { test, yes, no }
            }
        })
    }

    fn branches(&mut self, kind: Body) -> Parse<(Box<Node>, Box<Node>)> {
        Ok(match self.body(kind)? {
            Node::Alternate(mut parts) if parts.len() == 2 => {
                let no = parts.pop().unwrap_or(Node::Empty);
                (Box::new(parts.pop().unwrap_or(Node::Empty)), Box::new(no))
            }
            yes => (Box::new(yes), Box::new(Node::Empty)),
        })
    }

    /// Reads what follows an opening parenthesis. A condition's own parenthesis does not capture.
    fn opening(&mut self, without_options: bool, uncounted: bool) -> Parse<Opening> {
        if self.scanner.peek() != Some('?') || self.scanner.peek_at(1) == Some(')') {
            if uncounted || self.scanner.has(RegexOptions::EXPLICIT_CAPTURE) {
                return Ok(Opening::Plain);
            }
            let group = self.slot_of_number(self.auto);
            self.auto += 1;
            return Ok(Opening::Capture { group, uncapture: None });
        }
        self.scanner.pos += 1;
        match self.scanner.next() {
            Some(':') => return Ok(Opening::Plain),
            Some('=') => return Ok(Opening::Look { behind: false, negative: false }),
            Some('!') => return Ok(Opening::Look { behind: false, negative: true }),
            Some('>') => return Ok(Opening::Atomic),
            Some(quote @ ('<' | '\'')) => {
                if let Some(opening) = self.angled(if quote == '<' { '>' } else { '\'' })? {
                    return Ok(opening);
                }
            }
            Some('(') => return self.condition(),
            Some(_) => {
                self.scanner.pos -= 1;
                if !without_options {
                    self.scanner.inline_options();
                }
                match self.scanner.next() {
                    Some(')') => return Ok(Opening::Options),
                    Some(':') => return Ok(Opening::Plain),
                    _ => {}
                }
            }
            None => {}
        }
        self.err(Fault::InvalidGroupingConstruct)
    }

    /// Reads a look-behind or a named, numbered or balancing group, from behind the quote; `None` when it is neither.
    fn angled(&mut self, close: char) -> Parse<Option<Opening>> {
        let Some(c) = self.scanner.next() else { return Ok(None) };
        if matches!(c, '=' | '!') {
            return Ok((close == '>').then_some(Opening::Look { behind: true, negative: c == '!' }));
        }
        self.scanner.pos -= 1;
        let mut group = None;
        if c.is_ascii_digit() {
            let number = self.scanner.decimal()?;
            group = self.slot_of_number(number);
            self.ends_name(&[close, '-'])?;
            if number == 0 {
                return self.err(Fault::CaptureGroupOfZero);
            }
        } else if is_name_char(c) {
            let name = self.scanner.name();
            group = self.slot_of_name(&name);
            self.ends_name(&[close, '-'])?;
        } else if c != '-' {
            return self.err(Fault::CaptureGroupNameInvalid);
        }
        let mut uncapture = None;
        if (group.is_some() || c == '-') && self.scanner.left() > 1 && self.scanner.eat('-') {
            match self.scanner.peek() {
                Some(c) if c.is_ascii_digit() => {
                    let number = self.scanner.decimal()?;
                    uncapture = self.slot_of_number(number);
                    if uncapture.is_none() {
                        return self.err(Fault::UndefinedNumberedReference(number));
                    }
                }
                Some(c) if is_name_char(c) => {
                    let name = self.scanner.name();
                    uncapture = self.slot_of_name(&name);
                    if uncapture.is_none() {
                        return self.err(Fault::UndefinedNamedReference(name));
                    }
                }
                _ => return self.err(Fault::CaptureGroupNameInvalid),
            }
            self.ends_name(&[close])?;
        }
        let complete =
            (group.is_some() || uncapture.is_some()) && !self.scanner.at_end() && self.scanner.next_is(close);
        Ok(complete.then_some(Opening::Capture { group, uncapture }))
    }

    /// A name that goes on with anything but these is none; one that the pattern's end cuts off is judged elsewhere.
    fn ends_name(&self, allowed: &[char]) -> Parse<()> {
        match self.scanner.peek() {
            Some(c) if !allowed.contains(&c) => self.err(Fault::CaptureGroupNameInvalid),
            _ => Ok(()),
        }
    }

    /// Reads a conditional's test, from behind its parenthesis.
    fn condition(&mut self) -> Parse<Opening> {
        let inside = self.scanner.pos;
        match self.scanner.peek() {
            Some(c) if c.is_ascii_digit() => {
                let number = self.scanner.decimal()?;
                if !self.scanner.next_is(')') {
                    return self.err(Fault::AlternationHasMalformedReference(number));
                }
                return match self.slot_of_number(number) {
                    Some(group) => Ok(Opening::IfGroup(group)),
                    None => self.err(Fault::AlternationHasUndefinedReference(number)),
                };
            }
            Some(c) if is_name_char(c) => {
                let name = self.scanner.name();
                if let Some(group) = self.slot_of_name(&name)
                    && self.scanner.next_is(')')
                {
                    return Ok(Opening::IfGroup(group));
                }
            }
            _ => {}
        }
        self.scanner.pos = inside - 1;
        if self.scanner.peek_at(1) == Some('?') {
            let named = match self.scanner.peek_at(2) {
                Some('#') => return self.err(Fault::AlternationHasComment),
                Some('\'') => true,
                Some('<') => self.scanner.peek_at(3).is_some_and(|c| !matches!(c, '!' | '=')),
                _ => false,
            };
            if named {
                return self.err(Fault::AlternationHasNamedCapture);
            }
        }
        Ok(Opening::IfMatch)
    }

    /// Reads what follows a backslash outside a class.
    fn backslash(&mut self) -> Parse<Node> {
        let ecma = self.scanner.has(RegexOptions::ECMA_SCRIPT);
        let Some(c) = self.scanner.peek() else { return self.err(Fault::UnescapedEndingBackslash) };
        let assertion = match c {
            'b' => Assertion::Boundary { negative: false, ecma },
            'B' => Assertion::Boundary { negative: true, ecma },
            'A' => Assertion::Start,
            'G' => Assertion::SearchStart,
            'Z' => Assertion::EndOrFinalNewline,
            'z' => Assertion::End,
            'w' | 'W' | 's' | 'S' | 'd' | 'D' => {
                self.scanner.pos += 1;
                return Ok(Node::Set(self.scanner.shorthand(c)));
            }
            'p' | 'P' => {
                self.scanner.pos += 1;
                let set = self.scanner.property(c)?;
                return Ok(self.set(Rc::new(set)));
            }
            _ => return self.reference_or_char(),
        };
        self.scanner.pos += 1;
        Ok(Node::Assert(assertion))
    }

    fn reference_or_char(&mut self) -> Parse<Node> {
        let start = self.scanner.pos;
        let ecma = self.scanner.has(RegexOptions::ECMA_SCRIPT);
        let group = match self.scanner.reference()? {
            Some(Reference::Angled(Target::Number(number))) => match self.slot_of_number(number) {
                Some(group) => Some(group),
                None => return self.err(Fault::UndefinedNumberedReference(number)),
            },
            Some(Reference::Angled(Target::Name(name))) => match self.slot_of_name(&name) {
                Some(group) => Some(group),
                None => return self.err(Fault::UndefinedNamedReference(name)),
            },
            Some(Reference::Bare(_)) if ecma => self.opened_before(start),
            Some(Reference::Bare(number)) => match self.slot_of_number(number) {
                None if number <= 9 => return self.err(Fault::UndefinedNumberedReference(number)),
                known => known,
            },
            None => None,
        };
        if let Some(group) = group {
            let ignore_case = self.scanner.has(RegexOptions::IGNORE_CASE);
            return Ok(Node::Backreference { group, ignore_case, ecma });
        }
        self.scanner.pos = start;
        let c = self.scanner.char_escape()?;
        Ok(self.literal(c))
    }
}

impl Parser<'_> {
    /// The ECMAScript reading of the digits at `start`: as many as number a group that opens before them, which are then
    /// read.
    fn opened_before(&mut self, start: usize) -> Option<usize> {
        let end = self.scanner.pos;
        self.scanner.pos = start;
        let (mut number, mut found) = (0_u32, None);
        while let Some(digit) = self.scanner.peek().and_then(|c| c.to_digit(10)).filter(|_| self.scanner.pos < end) {
            number = number.checked_mul(10)?.checked_add(digit)?;
            self.scanner.pos += 1;
            let slot = self.slot_of_number(number);
            if let Some(slot) = slot.filter(|slot| self.groups.get(*slot).is_some_and(|group| group.opened < start)) {
                found = Some((slot, self.scanner.pos));
            }
        }
        found.map(|(slot, pos)| {
            self.scanner.pos = pos;
            slot
        })
    }
}

pub(super) enum Reference {
    /// `\k<name>`, `\<name>` and their kin.
    Angled(Target),
    /// `\1`.
    Bare(u32),
}

pub(super) enum Target {
    Number(u32),
    Name(String),
}

impl Scanner<'_> {
    /// Reads a reference to a group, from behind the backslash; `None` when it is something else.
    fn reference(&mut self) -> Parse<Option<Reference>> {
        let mut close = None;
        match self.peek() {
            Some('k') => {
                if self.left() > 1 {
                    self.pos += 1;
                    close = self.next().and_then(closing);
                }
                if close.is_none() || self.at_end() {
                    return Err(self.fault(Fault::MalformedNamedReference));
                }
            }
            Some(c @ ('<' | '\'')) if self.left() > 1 => {
                close = closing(c);
                self.pos += 1;
            }
            _ => {}
        }
        let Some(c) = self.peek() else { return Ok(None) };
        match close {
            Some(close) if c.is_ascii_digit() => {
                let number = self.decimal()?;
                Ok(self.next_is(close).then_some(Reference::Angled(Target::Number(number))))
            }
            Some(close) if is_name_char(c) => {
                let name = self.name();
                Ok(self.next_is(close).then_some(Reference::Angled(Target::Name(name))))
            }
            None if matches!(c, '1'..='9') => Ok(Some(Reference::Bare(self.decimal()?))),
            _ => Ok(None),
        }
    }

    /// Steps over an escape outside a class, in the first pass.
    pub fn skip_escape(&mut self) -> Parse<()> {
        if matches!(
            self.peek(),
            Some('b' | 'B' | 'A' | 'G' | 'Z' | 'z' | 'w' | 'W' | 's' | 'S' | 'd' | 'D' | 'p' | 'P')
        ) {
            self.pos += 1;
            return Ok(());
        }
        let start = self.pos;
        if self.reference()?.is_none() {
            self.pos = start;
            self.char_escape()?;
        }
        Ok(())
    }
}

fn closing(quote: char) -> Option<char> {
    match quote {
        '<' => Some('>'),
        '\'' => Some('\''),
        _ => None,
    }
}

fn concat(mut parts: Vec<Node>) -> Node {
    match parts.len() {
        0 => Node::Empty,
        1 => parts.pop().unwrap_or(Node::Empty),
        _ => Node::Concat(parts),
    }
}
