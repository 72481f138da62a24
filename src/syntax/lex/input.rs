//! The input that every parser here takes: a place in a text and how to read on from there.

use super::token::{Kind, Token};
use crate::syntax::fault::{Faults, Message, messages};
use crate::syntax::{Source, Span};
use nom::IResult;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// How the next token is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Command names and arguments.
    Command,
    Expression,
    TypeName,
    /// Declarations of classes and their members.
    Signature,
}

/// What one reading of a token allows beyond its mode.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reading {
    /// A sign before digits belongs to the number.
    pub signed: bool,
    /// `?` and `:` end a number.
    pub ternary: bool,
    /// A word ends where an identifier does, and keywords are words.
    pub simple_name: bool,
}

/// Nothing of the kind begins here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Miss;

impl<I> nom::error::ParseError<I> for Miss {
    fn from_error_kind(_: I, _: nom::error::ErrorKind) -> Miss {
        Miss
    }

    fn append(_: I, _: nom::error::ErrorKind, other: Miss) -> Miss {
        other
    }
}

/// The result of every parser here. Faults are reported on the side, so an error only says "not here"; a failure gives
/// the whole text up.
pub(crate) type Res<'a, T> = IResult<Input<'a>, T, Miss>;

/// The error that says "not here".
pub(crate) fn miss<T>() -> Result<T, nom::Err<Miss>> {
    Err(nom::Err::Error(Miss))
}

/// What all readings of one source share.
#[derive(Debug)]
pub(crate) struct Shared {
    pub source: Rc<Source>,
    pub faults: RefCell<Faults>,
    /// The comments that ask for something to run the script.
    pub requires: RefCell<Vec<Span>>,
    /// Where the last comment begins that looks like the start of a signature.
    pub signature: Cell<Option<u32>>,
    /// A class or an enum was met.
    pub has_types: Cell<bool>,
    depth: Cell<u32>,
}

/// Brackets and blocks nested deeper than this are refused before they exhaust the stack. A level of blocks takes four
/// steps and 11 kB, one of functions a single step and 6 kB.
const MAX_DEPTH: u32 = 1000;

/// Longer chains of operators or members are refused: a tree leans to the left by one level for each.
const MAX_CHAIN: usize = 4000;

impl Shared {
    pub fn new(source: &Rc<Source>) -> Shared {
        Shared {
            source: source.clone(),
            faults: RefCell::default(),
            requires: RefCell::default(),
            signature: Cell::new(None),
            has_types: Cell::new(false),
            depth: Cell::new(0),
        }
    }
}

/// A token that was read, by where and how.
struct Memo {
    at: u32,
    mode: Mode,
    reading: Reading,
    workflow: bool,
    token: Rc<Token>,
}

/// The text that is being scanned: a whole source, or a `$( … )` taken from a string.
pub(crate) struct Text<'a> {
    pub shared: &'a Shared,
    pub text: &'a str,
    /// Where the text begins in the source.
    base: u32,
    /// Places in the source, with lengths, that are not in the text.
    pub dropped: &'a [(u32, u32)],
    /// The tokens read last: a token is looked at in one mode and often taken in another.
    memos: RefCell<[Option<Memo>; 3]>,
}

impl<'a> Text<'a> {
    pub fn whole(shared: &'a Shared) -> Text<'a> {
        Text { shared, text: &shared.source.text, base: 0, dropped: &[], memos: RefCell::default() }
    }

    pub fn nested(shared: &'a Shared, text: &'a str, base: u32, dropped: &'a [(u32, u32)]) -> Text<'a> {
        Text { shared, text, base, dropped, memos: RefCell::default() }
    }

    /// Whether this is a part of a string.
    pub fn is_nested(&self) -> bool {
        self.base != 0
    }

    /// The place in the source of a place in the text.
    fn locate(&self, at: u32) -> u32 {
        let mut place = at + self.base;
        for (dropped, length) in self.dropped {
            if *dropped < place {
                place += length;
            }
        }
        place
    }

    pub fn span(&self, start: u32, end: u32) -> Span {
        Span { start: self.locate(start), end: self.locate(end) }
    }

    /// The span without regard to dropped characters, as the scanner's own faults have it.
    pub fn raw_span(&self, start: u32, end: u32) -> Span {
        Span { start: start + self.base, end: end + self.base }
    }
}

/// A place in a text and how to read on from there.
#[derive(Clone, Copy)]
pub(crate) struct Input<'a> {
    pub cx: &'a Text<'a>,
    pub at: u32,
    pub mode: Mode,
    /// A comma ends the expression, as in arguments of methods.
    pub no_comma: bool,
    /// `inlinescript` is a keyword.
    pub workflow: bool,
    /// The next token has been looked at and was read so; what must stand without a gap is then no longer looked for.
    pub held: Option<Reading>,
}

impl<'a> Input<'a> {
    pub fn new(cx: &'a Text<'a>, mode: Mode) -> Input<'a> {
        Input { cx, at: 0, mode, no_comma: false, workflow: false, held: None }
    }

    // Characters

    pub fn rest(self) -> &'a str {
        self.cx.text.get(self.at as usize..).unwrap_or("")
    }

    /// The next byte; 0 at the end.
    pub fn byte(self) -> u8 {
        self.byte_at(0)
    }

    /// The byte at a distance; 0 past the end.
    pub fn byte_at(self, distance: usize) -> u8 {
        self.cx.text.as_bytes().get(self.at as usize + distance).copied().unwrap_or(0)
    }

    pub fn char(self) -> Option<char> {
        let byte = self.cx.text.as_bytes().get(self.at as usize)?;
        if byte.is_ascii() { Some(char::from(*byte)) } else { self.rest().chars().next() }
    }

    pub fn is_at_end(self) -> bool {
        self.at as usize >= self.cx.text.len()
    }

    /// The place after some bytes.
    pub fn skip(self, bytes: u32) -> Input<'a> {
        Input { at: self.at + bytes, held: None, ..self }
    }

    /// The place after a character.
    pub fn past(self, c: char) -> Input<'a> {
        self.skip(c.len_utf8() as u32)
    }

    /// The text from here to a later place.
    pub fn until(self, end: Input<'a>) -> &'a str {
        self.cx.text.get(self.at as usize..end.at as usize).unwrap_or("")
    }

    /// The span from here to a later place.
    pub fn span_to(self, end: Input<'a>) -> Span {
        self.cx.span(self.at, end.at)
    }

    /// The empty span of this place.
    pub fn here(self) -> Span {
        self.cx.span(self.at, self.at)
    }

    // Tokens

    /// The next token, and the place after it.
    pub fn next(self) -> (Input<'a>, Rc<Token>) {
        self.next_as(Reading::default())
    }

    fn next_as(self, reading: Reading) -> (Input<'a>, Rc<Token>) {
        let token = self.read(self.held.unwrap_or(reading));
        (self.after(&token), token)
    }

    /// The next token, which stays the next one.
    pub fn peek(self) -> (Input<'a>, Rc<Token>) {
        self.peek_as(Reading::default())
    }

    /// The next token in a special reading; a token that was looked at before stays as it is.
    pub fn peek_as(self, reading: Reading) -> (Input<'a>, Rc<Token>) {
        let reading = self.held.unwrap_or(reading);
        let token = self.read(reading);
        (Input { held: Some(reading), ..self }, token)
    }

    pub fn peek_kind(self) -> Kind {
        self.read(self.held.unwrap_or_default()).kind
    }

    /// The place after a token.
    pub fn after(self, token: &Token) -> Input<'a> {
        Input { at: token.end, held: None, ..self }
    }

    /// This place with its next token put back after it was taken.
    pub fn put_back(self) -> Input<'a> {
        Input { held: Some(self.held.unwrap_or_default()), ..self }
    }

    /// This place with its next token still to be read.
    pub fn fresh(self) -> Input<'a> {
        Input { held: None, ..self }
    }

    /// This place with its next token to be read again, if it was looked at.
    pub fn again(self) -> Input<'a> {
        if self.held.is_some() { self.resync(&self.peek().1) } else { self }
    }

    /// The place of a token that was looked at, to be read again.
    pub fn resync(self, token: &Token) -> Input<'a> {
        Input { at: token.start, held: None, ..self }
    }

    /// Reads on in another mode; a token that was looked at is read again if the modes differ about it.
    pub fn switch(self, mode: Mode) -> Input<'a> {
        let mut to = Input { mode, ..self };
        if let Some(reading) = self.held
            && mode != self.mode
        {
            let token = self.read(reading);
            if !token.kind.is_mode_invariant() {
                to = to.resync(&token);
            }
        }
        to
    }

    fn read(self, reading: Reading) -> Rc<Token> {
        let known = |memo: &&Memo| {
            memo.at == self.at
                && ((memo.mode == self.mode && memo.reading == reading && memo.workflow == self.workflow)
                    || memo.token.kind.is_mode_invariant())
        };
        if let Some(memo) = self.cx.memos.borrow().iter().flatten().find(known) {
            return memo.token.clone();
        }
        let token = Rc::new(super::scan::token(self.fresh(), reading));
        let memo = Memo { at: self.at, mode: self.mode, reading, workflow: self.workflow, token: token.clone() };
        let mut memos = self.cx.memos.borrow_mut();
        memos.rotate_right(1);
        if let Some(first) = memos.first_mut() {
            *first = Some(memo);
        }
        token
    }

    // Faults

    /// The text of a token as it was written.
    pub fn text(self, token: &Token) -> &'a str {
        self.cx.text.get(token.start as usize..token.end as usize).unwrap_or("")
    }

    pub fn fault(self, message: Message, span: Span, arguments: &[&str]) {
        self.cx.shared.faults.borrow_mut().add(message, span, false, arguments);
    }

    /// A fault that more text may mend if it stands at the end; says whether it does.
    pub fn unfinished(self, message: Message, span: Span, arguments: &[&str]) -> bool {
        self.unfinished_at(message, span, span, arguments)
    }

    /// The same where the place at which the fault was noticed is another than the one it is reported for.
    pub fn unfinished_at(self, message: Message, span: Span, noticed: Span, arguments: &[&str]) -> bool {
        let incomplete = self.only_trivia_after(noticed.end);
        self.cx.shared.faults.borrow_mut().add(message, span, incomplete, arguments);
        incomplete
    }

    pub fn has_faults(self) -> bool {
        !self.cx.shared.faults.borrow().is_empty()
    }

    /// Whether nothing but white space and comments follows a place of the source.
    fn only_trivia_after(self, place: u32) -> bool {
        let mut rest = self.cx.text.get(place as usize..).unwrap_or("");
        while let Some(c) = rest.chars().next() {
            rest = if c == '#' {
                rest.find(['\r', '\n']).and_then(|end| rest.get(end..)).unwrap_or("")
            } else if rest.starts_with("<#") {
                rest.find("#>").and_then(|end| rest.get(end + 2..)).unwrap_or("")
            } else if super::chars::is_whitespace(c) {
                rest.get(c.len_utf8()..).unwrap_or("")
            } else {
                return false;
            };
        }
        true
    }

    // Depth

    /// Runs a parser one level deeper, or refuses what is nested too deep.
    pub fn deeper<T>(self, parser: impl FnOnce(Input<'a>) -> Res<'a, T>) -> Res<'a, T> {
        let depth = &self.cx.shared.depth;
        if depth.get() >= MAX_DEPTH {
            return self.too_complicated();
        }
        depth.set(depth.get() + 1);
        let result = parser(self);
        depth.set(depth.get() - 1);
        result
    }

    fn too_complicated<T>(self) -> Res<'a, T> {
        self.fault(messages::SCRIPT_TOO_COMPLICATED, self.here(), &[]);
        Err(nom::Err::Failure(Miss))
    }

    /// Refuses a chain that is too long.
    pub fn chained(self, links: usize) -> Res<'a, ()> {
        if links > MAX_CHAIN { self.too_complicated() } else { Ok((self, ())) }
    }
}
