//! The tree of a pattern.

use super::set::CharSet;
use std::rc::Rc;

/// A pattern or a part of it; groups are dense indices into the pattern's list of groups.
#[derive(Clone, Debug)]
pub(super) enum Node {
    Empty,
    Char(char),
    Set(Rc<CharSet>),
    /// Any character but a line feed.
    NotNewline,
    /// Any character.
    Any,
    Assert(Assertion),
    Concat(Vec<Node>),
    Alternate(Vec<Node>),
    Loop {
        body: Box<Node>,
        min: u32,
        max: u32,
        lazy: bool,
    },
    /// A capturing group; `uncapture` names the group that a balancing group pops.
    Capture {
        group: Option<usize>,
        uncapture: Option<usize>,
        body: Box<Node>,
    },
    Atomic(Box<Node>),
    Look {
        behind: bool,
        negative: bool,
        body: Box<Node>,
    },
    Backreference {
        group: usize,
        ignore_case: bool,
        ecma: bool,
    },
    IfGroup {
        group: usize,
        yes: Box<Node>,
        no: Box<Node>,
    },
    IfMatch {
        test: Box<Node>,
        yes: Box<Node>,
        no: Box<Node>,
    },
}

/// What holds at a place between two characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Assertion {
    /// `\A`, and `^` outside multi-line mode.
    Start,
    /// `\z`.
    End,
    /// `\Z`, and `$` outside multi-line mode: the end, or before a final line feed.
    EndOrFinalNewline,
    LineStart,
    LineEnd,
    /// `\G`: where the search began.
    SearchStart,
    Boundary {
        negative: bool,
        ecma: bool,
    },
}

/// A group of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct GroupInfo {
    pub number: u32,
    pub name: crate::text::Str,
    /// Where its first parenthesis stands, in characters.
    pub opened: usize,
}

/// A parsed pattern.
#[derive(Clone, Debug)]
pub(super) struct Tree {
    pub root: Node,
    /// By number; the first is the whole match.
    pub groups: Vec<GroupInfo>,
}

impl Node {
    /// Whether the part can match without consuming a character; parts that are hard to tell count as such.
    pub fn can_be_empty(&self) -> bool {
        match self {
            Node::Char(_) | Node::Set(_) | Node::NotNewline | Node::Any => false,
            Node::Concat(parts) => parts.iter().all(Node::can_be_empty),
            Node::Alternate(parts) => parts.iter().any(Node::can_be_empty),
            Node::Loop { body, min, .. } => *min == 0 || body.can_be_empty(),
            Node::Capture { body, .. } | Node::Atomic(body) => body.can_be_empty(),
            Node::IfGroup { yes, no, .. } | Node::IfMatch { yes, no, .. } => yes.can_be_empty() || no.can_be_empty(),
            Node::Empty | Node::Assert(_) | Node::Look { .. } | Node::Backreference { .. } => true,
        }
    }
}
