//! The backtracking machine, which matches as .NET does: all captures of a group, balancing groups, both directions.
//!
//! Alternatives and the values that a step overwrote lie on one stack, so that text of any length takes no recursion;
//! only look-arounds and atomic groups recurse, as deep as the pattern nests. Every step counts against a budget.

use super::ast::Assertion;
use super::program::{Op, Program, StartHint, Test};
use super::scan::is_name_char;
use super::set;
use crate::text::chars::{self, Casing};

/// A piece of text as byte offsets.
pub(super) type Span = (usize, usize);

/// The budget is spent.
#[derive(Debug)]
pub(super) struct Exhausted;

#[derive(Clone, Copy, Default)]
struct LoopState {
    rounds: u32,
    started: usize,
}

enum Frame {
    /// Another way to go on.
    Branch {
        op: usize,
        pos: usize,
    },
    /// A greedy repetition that can give back characters down to `least`.
    GiveBack {
        op: usize,
        least: usize,
        pos: usize,
    },
    /// A lazy repetition that can take `left` more characters.
    TakeMore {
        op: usize,
        pos: usize,
        left: u32,
    },
    SetLoop {
        register: usize,
        state: LoopState,
    },
    SetStart {
        register: usize,
        pos: usize,
    },
    DropCapture {
        group: usize,
    },
    AddCapture {
        group: usize,
        span: Span,
    },
}

impl Frame {
    fn is_choice(&self) -> bool {
        matches!(self, Frame::Branch { .. } | Frame::GiveBack { .. } | Frame::TakeMore { .. })
    }
}

pub(super) struct Machine<'a> {
    program: &'a Program,
    text: &'a str,
    search_start: usize,
    stack: Vec<Frame>,
    loops: Vec<LoopState>,
    starts: Vec<usize>,
    captures: Vec<Vec<Span>>,
    budget: u64,
}

/// How deep the stack of alternatives may grow.
const MOST_FRAMES: usize = 20_000_000;

impl<'a> Machine<'a> {
    pub fn new(program: &'a Program, text: &'a str, search_start: usize, budget: u64) -> Machine<'a> {
        Machine {
            program,
            text,
            search_start,
            stack: Vec::new(),
            loops: vec![LoopState::default(); program.loops],
            starts: vec![0; program.captures],
            captures: vec![Vec::new(); program.groups],
            budget,
        }
    }

    /// The captures of every group in the first match at or after `from`, or going backwards at or before it.
    pub fn search(&mut self, from: usize, back: bool) -> Result<Option<Vec<Vec<Span>>>, Exhausted> {
        let mut at = from;
        loop {
            if !back {
                match self.next_start(at) {
                    Some(start) => at = start,
                    None => return Ok(None),
                }
            }
            if let Some(end) = self.run(0, at)? {
                self.stack.clear();
                if let Some(whole) = self.captures.first_mut() {
                    *whole = vec![(at.min(end), at.max(end))];
                }
                return Ok(Some(std::mem::take(&mut self.captures)));
            }
            match step(self.text, at, back) {
                Some((_, next)) => at = next,
                None => return Ok(None),
            }
        }
    }

    /// The captures of every group in a match that starts at `at`.
    pub fn match_at(&mut self, at: usize) -> Result<Option<Vec<Vec<Span>>>, Exhausted> {
        Ok(self.run(0, at)?.map(|end| {
            if let Some(whole) = self.captures.first_mut() {
                *whole = vec![(at, end)];
            }
            std::mem::take(&mut self.captures)
        }))
    }

    /// The first place at or after `at` where a match may start.
    fn next_start(&self, at: usize) -> Option<usize> {
        match &self.program.start {
            StartHint::Anywhere => Some(at),
            StartHint::TextStart => (at == 0).then_some(at),
            StartHint::SearchStart => (at == self.search_start).then_some(at),
            StartHint::Prefix(prefix) => self.text.get(at..)?.find(&**prefix).map(|found| at + found),
            StartHint::First(set) => {
                let tail = self.text.get(at..)?;
                let found = tail.char_indices().find(|(_, c)| {
                    u8::try_from(*c)
                        .ok()
                        .filter(u8::is_ascii)
                        .map_or_else(|| set.contains(*c), |b| set.contains_ascii(b))
                });
                found.map(|(offset, _)| at + offset)
            }
        }
    }

    /// Runs from an instruction to `Accept`; the result is the position there. Alternatives stay on the stack.
    fn run(&mut self, op: usize, pos: usize) -> Result<Option<usize>, Exhausted> {
        let base = self.stack.len();
        let program = self.program;
        let mut next = Some((op, pos));
        loop {
            let (op, pos) = match next {
                Some(state) => state,
                None => match self.backtrack(base) {
                    Some(state) => state,
                    None => return Ok(None),
                },
            };
            self.budget = self.budget.checked_sub(1).ok_or(Exhausted)?;
            if self.stack.len() > MOST_FRAMES {
                return Err(Exhausted);
            }
            next = match program.ops.get(op) {
                None | Some(Op::Accept) => return Ok(Some(pos)),
                Some(Op::One { test, back }) => {
                    step(self.text, pos, *back).filter(|(c, _)| test.accepts(*c)).map(|(_, pos)| (op + 1, pos))
                }
                Some(Op::Text { text, back }) => self.literal(text, pos, *back).map(|pos| (op + 1, pos)),
                Some(Op::Repeat { test, min, max, lazy, back }) => {
                    self.repeat(op, test, (*min, *max), *lazy, *back, pos)
                }
                Some(Op::Split { other }) => {
                    self.stack.push(Frame::Branch { op: *other, pos });
                    Some((op + 1, pos))
                }
                Some(Op::Jump(to)) => Some((*to, pos)),
                Some(Op::CaptureStart { register }) => {
                    self.set_start(*register, pos);
                    Some((op + 1, pos))
                }
                Some(Op::CaptureEnd { register, group, uncapture }) => {
                    let start = self.starts.get(*register).copied().unwrap_or(pos);
                    self.capture((start.min(pos), start.max(pos)), *group, *uncapture).then_some((op + 1, pos))
                }
                Some(Op::Assert(assertion)) => self.holds(*assertion, pos).then_some((op + 1, pos)),
                Some(Op::Backreference { group, ignore_case, back, ecma }) => {
                    self.backreference(*group, *ignore_case, *back, *ecma, pos).map(|pos| (op + 1, pos))
                }
                Some(Op::Look { negative, after }) => self.look(op + 1, pos, *negative)?.then_some((*after, pos)),
                Some(Op::Atomic { after }) => {
                    let base = self.stack.len();
                    let end = self.run(op + 1, pos)?;
                    self.cut(base);
                    end.map(|end| (*after, end))
                }
                Some(Op::IfGroup { group, no }) => {
                    let matched = self.captures.get(*group).is_some_and(|spans| !spans.is_empty());
                    Some((if matched { op + 1 } else { *no }, pos))
                }
                Some(Op::IfMatch { yes, no }) => {
                    let matched = self.look(op + 1, pos, false)?;
                    Some((if matched { *yes } else { *no }, pos))
                }
                Some(Op::LoopEnter { register }) => {
                    self.set_loop(*register, LoopState::default());
                    Some((op + 1, pos))
                }
                Some(Op::LoopTest { register, min, max, lazy, exit }) => {
                    Some(self.loop_test(op, *register, (*min, *max), *lazy, *exit, pos))
                }
                Some(Op::LoopRound { register }) => {
                    let rounds = self.loops.get(*register).map_or(0, |state| state.rounds);
                    self.set_loop(*register, LoopState { rounds: rounds.saturating_add(1), started: pos });
                    Some((op + 1, pos))
                }
            };
        }
    }

    /// Takes back steps until another way shows, but none below `base`.
    fn backtrack(&mut self, base: usize) -> Option<(usize, usize)> {
        while self.stack.len() > base {
            match self.stack.pop()? {
                Frame::Branch { op, pos } => return Some((op, pos)),
                Frame::GiveBack { op, least, pos } => {
                    let back = self.is_back(op);
                    let Some((_, pos)) = step(self.text, pos, !back) else { continue };
                    if pos != least {
                        self.stack.push(Frame::GiveBack { op, least, pos });
                    }
                    return Some((op + 1, pos));
                }
                Frame::TakeMore { op, pos, left } => {
                    if let Some(pos) = self.take_one(op, pos) {
                        if left > 1 {
                            self.stack.push(Frame::TakeMore { op, pos, left: left - 1 });
                        }
                        return Some((op + 1, pos));
                    }
                }
                undo => self.undo(undo),
            }
        }
        None
    }

    fn undo(&mut self, frame: Frame) {
        match frame {
            Frame::SetLoop { register, state } => {
                if let Some(slot) = self.loops.get_mut(register) {
                    *slot = state;
                }
            }
            Frame::SetStart { register, pos } => {
                if let Some(slot) = self.starts.get_mut(register) {
                    *slot = pos;
                }
            }
            Frame::DropCapture { group } => {
                if let Some(spans) = self.captures.get_mut(group) {
                    spans.pop();
                }
            }
            Frame::AddCapture { group, span } => {
                if let Some(spans) = self.captures.get_mut(group) {
                    spans.push(span);
                }
            }
            Frame::Branch { .. } | Frame::GiveBack { .. } | Frame::TakeMore { .. } => {}
        }
    }

    /// Forgets the alternatives above `base` but keeps what undoes the steps there.
    fn cut(&mut self, base: usize) {
        let mut kept = base;
        for i in base..self.stack.len() {
            if self.stack.get(i).is_some_and(|frame| !frame.is_choice()) {
                self.stack.swap(kept, i);
                kept += 1;
            }
        }
        self.stack.truncate(kept);
    }

    fn look(&mut self, op: usize, pos: usize, negative: bool) -> Result<bool, Exhausted> {
        let base = self.stack.len();
        let matched = self.run(op, pos)?.is_some();
        if !negative {
            self.cut(base);
            return Ok(matched);
        }
        while self.stack.len() > base {
            if let Some(frame) = self.stack.pop() {
                self.undo(frame);
            }
        }
        Ok(!matched)
    }

    fn is_back(&self, op: usize) -> bool {
        matches!(self.program.ops.get(op), Some(Op::Repeat { back: true, .. }))
    }

    fn take_one(&self, op: usize, pos: usize) -> Option<usize> {
        let Some(Op::Repeat { test, back, .. }) = self.program.ops.get(op) else { return None };
        step(self.text, pos, *back).filter(|(c, _)| test.accepts(*c)).map(|(_, pos)| pos)
    }

    fn literal(&self, literal: &str, pos: usize, back: bool) -> Option<usize> {
        if back {
            return self.text.get(..pos)?.ends_with(literal).then(|| pos - literal.len());
        }
        self.text.get(pos..)?.starts_with(literal).then(|| pos + literal.len())
    }

    fn repeat(
        &mut self,
        op: usize,
        test: &Test,
        (min, max): (u32, u32),
        lazy: bool,
        back: bool,
        start: usize,
    ) -> Option<(usize, usize)> {
        let mut pos = start;
        let mut least = start;
        let mut taken = 0;
        let wanted = if lazy { min } else { max };
        while taken < wanted {
            let Some((c, next)) = step(self.text, pos, back) else { break };
            if !test.accepts(c) {
                break;
            }
            pos = next;
            taken += 1;
            if taken == min {
                least = pos;
            }
        }
        self.budget = self.budget.saturating_sub(u64::from(taken) / 8);
        if taken < min {
            return None;
        }
        if lazy && max > min {
            self.stack.push(Frame::TakeMore { op, pos, left: max - min });
        } else if !lazy && taken > min {
            self.stack.push(Frame::GiveBack { op, least, pos });
        }
        Some((op + 1, pos))
    }

    fn loop_test(
        &mut self,
        op: usize,
        register: usize,
        (min, max): (u32, u32),
        lazy: bool,
        exit: usize,
        pos: usize,
    ) -> (usize, usize) {
        let state = self.loops.get(register).copied().unwrap_or_default();
        if state.rounds < min {
            return (op + 1, pos);
        }
        let empty_round = state.rounds > 0 && state.started == pos;
        if empty_round || state.rounds >= max {
            return (exit, pos);
        }
        let (now, later) = if lazy { (exit, op + 1) } else { (op + 1, exit) };
        self.stack.push(Frame::Branch { op: later, pos });
        (now, pos)
    }

    fn set_loop(&mut self, register: usize, state: LoopState) {
        if let Some(slot) = self.loops.get_mut(register) {
            let old = std::mem::replace(slot, state);
            self.stack.push(Frame::SetLoop { register, state: old });
        }
    }

    fn set_start(&mut self, register: usize, pos: usize) {
        if let Some(slot) = self.starts.get_mut(register) {
            let old = std::mem::replace(slot, pos);
            self.stack.push(Frame::SetStart { register, pos: old });
        }
    }

    /// Records a capture; a balancing group captures what lies between it and the capture that it pops, which must be.
    fn capture(&mut self, span: Span, group: Option<usize>, uncapture: Option<usize>) -> bool {
        let mut span = span;
        if let Some(popped_group) = uncapture {
            let Some(popped) = self.captures.get_mut(popped_group).and_then(Vec::pop) else { return false };
            self.stack.push(Frame::AddCapture { group: popped_group, span: popped });
            span = between(span, popped);
        }
        if let Some(group) = group
            && let Some(spans) = self.captures.get_mut(group)
        {
            spans.push(span);
            self.stack.push(Frame::DropCapture { group });
        }
        true
    }

    fn backreference(&self, group: usize, ignore_case: bool, back: bool, ecma: bool, pos: usize) -> Option<usize> {
        let Some((start, end)) = self.captures.get(group).and_then(|spans| spans.last()).copied() else {
            return ecma.then_some(pos);
        };
        let captured = self.text.get(start..end)?;
        if !ignore_case {
            return self.literal(captured, pos, back);
        }
        let mut at = pos;
        let lower = |c: char| chars::to_lower(c, Casing::Culture);
        let same = |wanted: char, at: &mut usize| {
            let (c, next) = step(self.text, *at, back)?;
            *at = next;
            (lower(c) == lower(wanted)).then_some(())
        };
        if back {
            captured.chars().rev().try_for_each(|c| same(c, &mut at))?;
        } else {
            captured.chars().try_for_each(|c| same(c, &mut at))?;
        }
        Some(at)
    }

    fn holds(&self, assertion: Assertion, pos: usize) -> bool {
        let before = || step(self.text, pos, true).map(|(c, _)| c);
        let after = || step(self.text, pos, false).map(|(c, _)| c);
        match assertion {
            Assertion::Start => pos == 0,
            Assertion::End => pos == self.text.len(),
            Assertion::EndOrFinalNewline => self.text.get(pos..).is_some_and(|tail| tail.is_empty() || tail == "\n"),
            Assertion::LineStart => before().is_none_or(|c| c == '\n'),
            Assertion::LineEnd => after().is_none_or(|c| c == '\n'),
            Assertion::SearchStart => pos == self.search_start,
            Assertion::Boundary { negative, ecma: false } => {
                (before().is_some_and(is_name_char) != after().is_some_and(is_name_char)) != negative
            }
            Assertion::Boundary { negative, ecma: true } => {
                let word = set::word(true);
                let is_word = |c: Option<char>| c.is_some_and(|c| word.contains(c));
                (is_word(before()) != is_word(after())) != negative
            }
        }
    }
}

/// The character next to `pos` in a direction, and the position behind it.
#[inline]
fn step(text: &str, pos: usize, back: bool) -> Option<(char, usize)> {
    if back {
        let c = text.get(..pos)?.chars().next_back()?;
        return Some((c, pos - c.len_utf8()));
    }
    match text.as_bytes().get(pos)? {
        byte if byte.is_ascii() => Some((char::from(*byte), pos + 1)),
        _ => text.get(pos..)?.chars().next().map(|c| (c, pos + c.len_utf8())),
    }
}

/// What a balancing group captures: the text between both spans, or where they overlap.
fn between((start, end): Span, (popped_start, popped_end): Span) -> Span {
    if start >= popped_end {
        (popped_end, start)
    } else if end <= popped_start {
        (popped_start.min(end), popped_start.max(end))
    } else {
        (start.max(popped_start), end.min(popped_end))
    }
}
