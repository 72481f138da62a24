//! From a pattern's tree to the instructions of the backtracking machine.
//!
//! Each consuming instruction knows its direction: look-behinds, and the whole pattern under `RightToLeft`, run
//! backwards, with their sequences in reverse.

use super::ast::{Assertion, Node};
use super::set::CharSet;
use std::rc::Rc;

/// What one character must be.
#[derive(Clone, Debug)]
pub(super) enum Test {
    Char(char),
    Set(Rc<CharSet>),
    NotNewline,
    Any,
}

impl Test {
    #[inline]
    pub fn accepts(&self, c: char) -> bool {
        match self {
            Test::Char(wanted) => c == *wanted,
            Test::Set(set) => set.contains(c),
            Test::NotNewline => c != '\n',
            Test::Any => true,
        }
    }

    fn of(node: &Node) -> Option<Test> {
        match node {
            Node::Char(c) => Some(Test::Char(*c)),
            Node::Set(set) => Some(Test::Set(Rc::clone(set))),
            Node::NotNewline => Some(Test::NotNewline),
            Node::Any => Some(Test::Any),
            _ => None,
        }
    }
}

#[derive(Clone, Debug)]
pub(super) enum Op {
    One {
        test: Test,
        back: bool,
    },
    Text {
        text: Box<str>,
        back: bool,
    },
    /// As many characters as pass the test, between the limits, given back or taken one by one.
    Repeat {
        test: Test,
        min: u32,
        max: u32,
        lazy: bool,
        back: bool,
    },
    /// Tries the next instruction first, then `other`.
    Split {
        other: usize,
    },
    Jump(usize),
    CaptureStart {
        register: usize,
    },
    CaptureEnd {
        register: usize,
        group: Option<usize>,
        uncapture: Option<usize>,
    },
    Assert(Assertion),
    Backreference {
        group: usize,
        ignore_case: bool,
        back: bool,
        ecma: bool,
    },
    /// Runs the following instructions up to `Accept` and goes on at `after` if they match, or if they do not.
    Look {
        negative: bool,
        after: usize,
    },
    /// Runs the following instructions up to `Accept` and goes on at `after` without their alternatives.
    Atomic {
        after: usize,
    },
    IfGroup {
        group: usize,
        no: usize,
    },
    /// Runs the following instructions up to `Accept` as a look; goes on at `yes` or `no`.
    IfMatch {
        yes: usize,
        no: usize,
    },
    LoopEnter {
        register: usize,
    },
    /// Decides between another round, at the next instruction, and `exit`.
    LoopTest {
        register: usize,
        min: u32,
        max: u32,
        lazy: bool,
        exit: usize,
    },
    /// Starts another round.
    LoopRound {
        register: usize,
    },
    Accept,
}

/// A compiled pattern.
#[derive(Debug)]
pub(super) struct Program {
    pub ops: Vec<Op>,
    pub loops: usize,
    pub captures: usize,
    pub groups: usize,
    pub start: StartHint,
}

/// What is known about where a match can start, going forward.
#[derive(Debug)]
pub(super) enum StartHint {
    Anywhere,
    /// Only at the very start of the text.
    TextStart,
    /// Only where the search starts.
    SearchStart,
    /// Only where this text is.
    Prefix(Box<str>),
    /// Only where one of these characters is.
    First(CharSet),
}

pub(super) fn compile(root: &Node, groups: usize, right_to_left: bool) -> Program {
    let mut compiler = Compiler { ops: Vec::new(), loops: 0, captures: 0 };
    compiler.node(root, right_to_left);
    compiler.ops.push(Op::Accept);
    let start = if right_to_left { StartHint::Anywhere } else { start_hint(root) };
    Program { ops: compiler.ops, loops: compiler.loops, captures: compiler.captures, groups, start }
}

struct Compiler {
    ops: Vec<Op>,
    loops: usize,
    captures: usize,
}

impl Compiler {
    fn here(&self) -> usize {
        self.ops.len()
    }

    /// Writes an instruction that is patched later, and tells its place.
    fn push(&mut self, op: Op) -> usize {
        self.ops.push(op);
        self.ops.len() - 1
    }

    fn patch(&mut self, at: usize, op: Op) {
        if let Some(slot) = self.ops.get_mut(at) {
            *slot = op;
        }
    }

    fn node(&mut self, node: &Node, back: bool) {
        match node {
            Node::Empty => {}
            Node::Char(_) | Node::Set(_) | Node::NotNewline | Node::Any => {
                if let Some(test) = Test::of(node) {
                    self.push(Op::One { test, back });
                }
            }
            Node::Assert(assertion) => _ = self.push(Op::Assert(*assertion)),
            Node::Concat(parts) => self.concat(parts, back),
            Node::Alternate(parts) => self.alternate(parts, back),
            Node::Loop { body, min, max, lazy } => self.repeat(body, *min, *max, *lazy, back),
            Node::Capture { group, uncapture, body } => {
                let register = self.captures;
                self.captures += 1;
                self.push(Op::CaptureStart { register });
                self.node(body, back);
                self.push(Op::CaptureEnd { register, group: *group, uncapture: *uncapture });
            }
            Node::Atomic(body) => {
                let at = self.push(Op::Accept);
                self.node(body, back);
                self.push(Op::Accept);
                self.patch(at, Op::Atomic { after: self.here() });
            }
            Node::Look { behind, negative, body } => {
                let at = self.push(Op::Accept);
                self.node(body, *behind);
                self.push(Op::Accept);
                self.patch(at, Op::Look { negative: *negative, after: self.here() });
            }
            Node::Backreference { group, ignore_case, ecma } => {
                self.push(Op::Backreference { group: *group, ignore_case: *ignore_case, back, ecma: *ecma });
            }
            Node::IfGroup { group, yes, no } => {
                let at = self.push(Op::Accept);
                let no = self.branches(yes, no, back);
                self.patch(at, Op::IfGroup { group: *group, no });
            }
            Node::IfMatch { test, yes, no } => {
                let at = self.push(Op::Accept);
                self.node(test, back);
                self.push(Op::Accept);
                let yes_at = self.here();
                let no = self.branches(yes, no, back);
                self.patch(at, Op::IfMatch { yes: yes_at, no });
            }
        }
    }

    /// Writes both branches of a conditional; the result is where the second starts.
    fn branches(&mut self, yes: &Node, no: &Node, back: bool) -> usize {
        self.node(yes, back);
        let jump = self.push(Op::Accept);
        let no_at = self.here();
        self.node(no, back);
        self.patch(jump, Op::Jump(self.here()));
        no_at
    }

    fn concat(&mut self, parts: &[Node], back: bool) {
        let mut text = String::new();
        let ordered: Box<dyn Iterator<Item = &Node>> =
            if back { Box::new(parts.iter().rev()) } else { Box::new(parts.iter()) };
        for part in ordered {
            if let Node::Char(c) = part {
                text.push(*c);
                continue;
            }
            self.flush(&mut text, back);
            self.node(part, back);
        }
        self.flush(&mut text, back);
    }

    fn flush(&mut self, text: &mut String, back: bool) {
        let mut chars = text.chars();
        match (chars.next(), chars.next()) {
            (None, _) => {}
            (Some(c), None) => _ = self.push(Op::One { test: Test::Char(c), back }),
            _ => {
                let text = if back { text.chars().rev().collect() } else { text.clone() };
                self.push(Op::Text { text: text.into(), back });
            }
        }
        text.clear();
    }

    fn alternate(&mut self, parts: &[Node], back: bool) {
        let mut jumps = Vec::new();
        let Some((last, others)) = parts.split_last() else { return };
        for part in others {
            let split = self.push(Op::Accept);
            self.node(part, back);
            jumps.push(self.push(Op::Accept));
            self.patch(split, Op::Split { other: self.here() });
        }
        self.node(last, back);
        for jump in jumps {
            self.patch(jump, Op::Jump(self.here()));
        }
    }

    fn repeat(&mut self, body: &Node, min: u32, max: u32, lazy: bool, back: bool) {
        if max == 0 {
            return;
        }
        if let Some(test) = Test::of(body) {
            self.push(Op::Repeat { test, min, max, lazy, back });
            return;
        }
        if min == 1 && max == 1 {
            return self.node(body, back);
        }
        let register = self.loops;
        self.loops += 1;
        self.push(Op::LoopEnter { register });
        let test = self.push(Op::Accept);
        self.push(Op::LoopRound { register });
        self.node(body, back);
        self.push(Op::Jump(test));
        self.patch(test, Op::LoopTest { register, min, max, lazy, exit: self.here() });
    }
}

fn start_hint(root: &Node) -> StartHint {
    match leading_assertion(root) {
        Some(Assertion::Start) => return StartHint::TextStart,
        Some(Assertion::SearchStart) => return StartHint::SearchStart,
        _ => {}
    }
    let mut prefix = String::new();
    literal_prefix(root, &mut prefix);
    if prefix.chars().nth(1).is_some() {
        return StartHint::Prefix(prefix.into());
    }
    match first(root) {
        Some(First { set, empty: false }) => StartHint::First(set),
        _ => StartHint::Anywhere,
    }
}

/// The assertion that every match starts with.
fn leading_assertion(node: &Node) -> Option<Assertion> {
    match node {
        Node::Assert(assertion) => Some(*assertion),
        Node::Concat(parts) => parts.first().and_then(leading_assertion),
        Node::Capture { body, .. } | Node::Atomic(body) => leading_assertion(body),
        _ => None,
    }
}

/// Collects the text that every match starts with; whether the whole node is that text.
fn literal_prefix(node: &Node, prefix: &mut String) -> bool {
    match node {
        Node::Empty => true,
        Node::Char(c) => {
            prefix.push(*c);
            true
        }
        Node::Concat(parts) => parts.iter().all(|part| literal_prefix(part, prefix)),
        Node::Capture { body, .. } | Node::Atomic(body) => literal_prefix(body, prefix),
        Node::Loop { body, min, max, .. } if *min > 0 => literal_prefix(body, prefix) && *min == 1 && *max == 1,
        _ => false,
    }
}

/// The characters that a match can start with, and whether it can be empty.
struct First {
    set: CharSet,
    empty: bool,
}

/// `None` when the characters cannot be told.
fn first(node: &Node) -> Option<First> {
    let nothing = || First { set: CharSet::default(), empty: true };
    Some(match node {
        Node::Empty | Node::Assert(_) | Node::Look { .. } => nothing(),
        Node::Char(c) => First { set: CharSet::of(&[*c]), empty: false },
        Node::Set(set) => First { set: CharSet::clone(set), empty: false },
        Node::NotNewline => First { set: CharSet::of(&['\n']).negate(), empty: false },
        Node::Concat(parts) => {
            let mut all = nothing();
            for part in parts {
                let next = first(part)?;
                all = First { set: all.set.union(&next.set), empty: next.empty };
                if !all.empty {
                    break;
                }
            }
            all
        }
        Node::Alternate(parts) => {
            let mut all = First { set: CharSet::default(), empty: false };
            for part in parts {
                let next = first(part)?;
                all = First { set: all.set.union(&next.set), empty: all.empty || next.empty };
            }
            all
        }
        Node::Loop { body, min, .. } => {
            let inner = first(body)?;
            First { empty: inner.empty || *min == 0, set: inner.set }
        }
        Node::Capture { body, .. } | Node::Atomic(body) => first(body)?,
        Node::Any | Node::Backreference { .. } | Node::IfGroup { .. } | Node::IfMatch { .. } => return None,
    })
}
