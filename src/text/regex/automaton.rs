//! The linear-time way: regular patterns as a finite automaton, for texts on which backtracking takes too long.
//!
//! A pattern is regular when it has neither references, look-arounds, atomic groups, conditionals nor `\G`, runs
//! forward, and repeats nothing that can be empty (where both engines would count rounds differently). Word boundaries
//! agree on ASCII texts only, and `$` without a final line feed only.

use super::ast::{Assertion, Node};
use super::machine::Span;
use super::set::CharSet;
use regex_automata::meta::{Config, Regex};
use regex_automata::{Anchored, Input};
use regex_syntax::hir::{Capture, Class, ClassUnicode, ClassUnicodeRange, Hir, Look, Repetition};

/// A regular pattern, compiled.
#[derive(Debug)]
pub(super) struct Automaton {
    regex: Regex,
    /// The group of each capture of the automaton.
    groups: Vec<usize>,
    group_count: usize,
    /// Whether a group lies in a repetition, so that the automaton's capture is only its last.
    pub repeats_captures: bool,
    needs_ascii: bool,
    needs_no_final_newline: bool,
}

impl Automaton {
    /// The automaton of a pattern; `None` when it is not regular, or too large.
    pub fn new(root: &Node, group_count: usize) -> Option<Automaton> {
        const LARGEST: usize = 8 << 20;
        let mut builder =
            Builder { groups: vec![0], repeats: 0, repeats_captures: false, ascii: false, no_final_newline: false };
        let hir = builder.node(root)?;
        let config = Config::new().nfa_size_limit(Some(LARGEST)).onepass_size_limit(Some(LARGEST));
        let regex = Regex::builder().configure(config).build_from_hir(&hir).ok()?;
        Some(Automaton {
            regex,
            groups: builder.groups,
            group_count,
            repeats_captures: builder.repeats_captures,
            needs_ascii: builder.ascii,
            needs_no_final_newline: builder.no_final_newline,
        })
    }

    /// Whether the automaton finds in this text what .NET would.
    pub fn suits(&self, text: &str) -> bool {
        !(self.needs_ascii && !text.is_ascii() || self.needs_no_final_newline && text.ends_with('\n'))
    }

    pub fn is_match(&self, text: &str, from: usize) -> bool {
        from <= text.len() && self.regex.is_match(Input::new(text).range(from..))
    }

    /// The last capture of every group in the first match at or after `from`.
    pub fn search(&self, text: &str, from: usize) -> Option<Vec<Vec<Span>>> {
        if from > text.len() {
            return None;
        }
        let mut found = self.regex.create_captures();
        self.regex.captures(Input::new(text).range(from..).anchored(Anchored::No), &mut found);
        found.get_match()?;
        let mut spans = vec![Vec::new(); self.group_count];
        for (i, group) in self.groups.iter().enumerate() {
            if let (Some(span), Some(list)) = (found.get_group(i), spans.get_mut(*group)) {
                list.push((span.start, span.end));
            }
        }
        Some(spans)
    }
}

struct Builder {
    groups: Vec<usize>,
    repeats: usize,
    repeats_captures: bool,
    ascii: bool,
    no_final_newline: bool,
}

impl Builder {
    fn node(&mut self, node: &Node) -> Option<Hir> {
        Some(match node {
            Node::Empty => Hir::empty(),
            Node::Char(c) => Hir::literal(c.encode_utf8(&mut [0; 4]).as_bytes().to_vec()),
            Node::Set(set) => class(set),
            Node::NotNewline => class(&CharSet::of(&['\n']).negate()),
            Node::Any => class(&CharSet::default().negate()),
            Node::Assert(assertion) => Hir::look(self.look(*assertion)?),
            Node::Concat(parts) => Hir::concat(parts.iter().map(|part| self.node(part)).collect::<Option<_>>()?),
            Node::Alternate(parts) => {
                Hir::alternation(parts.iter().map(|part| self.node(part)).collect::<Option<_>>()?)
            }
            Node::Loop { body, min, max, lazy } => {
                if *max > 1 && body.can_be_empty() {
                    return None;
                }
                self.repeats += usize::from(*max > 1);
                let sub = Box::new(self.node(body)?);
                self.repeats -= usize::from(*max > 1);
                let max = (*max != u32::MAX).then_some(*max);
                Hir::repetition(Repetition { min: *min, max, greedy: !lazy, sub })
            }
            Node::Capture { group: Some(group), uncapture: None, body } => {
                if self.groups.contains(group) {
                    return None;
                }
                let index = u32::try_from(self.groups.len()).ok()?;
                self.groups.push(*group);
                self.repeats_captures |= self.repeats > 0;
                Hir::capture(Capture { index, name: None, sub: Box::new(self.node(body)?) })
            }
            Node::Capture { .. }
            | Node::Atomic(_)
            | Node::Look { .. }
            | Node::Backreference { .. }
            | Node::IfGroup { .. }
            | Node::IfMatch { .. } => return None,
        })
    }

    fn look(&mut self, assertion: Assertion) -> Option<Look> {
        Some(match assertion {
            Assertion::Start => Look::Start,
            Assertion::End => Look::End,
            Assertion::EndOrFinalNewline => {
                self.no_final_newline = true;
                Look::End
            }
            Assertion::LineStart => Look::StartLF,
            Assertion::LineEnd => Look::EndLF,
            Assertion::SearchStart => return None,
            Assertion::Boundary { negative, .. } => {
                self.ascii = true;
                if negative { Look::WordAsciiNegate } else { Look::WordAscii }
            }
        })
    }
}

/// The class of a set; surrogates are no characters here.
fn class(set: &CharSet) -> Hir {
    let range = |(low, high): &(u32, u32)| {
        let low = char::from_u32(*low).unwrap_or('\u{E000}');
        let high = char::from_u32(*high).unwrap_or('\u{D7FF}');
        (low <= high).then(|| ClassUnicodeRange::new(low, high))
    };
    Hir::class(Class::Unicode(ClassUnicode::new(set.ranges().iter().filter_map(range))))
}
