//! Strings: in single and double quotes, over several lines, and the variables in them.

use super::chars::{is_double_quote, is_single_quote, is_variable_start, is_whitespace};
use super::input::{Input, Mode};
use super::scan::finish;
use super::token::{Data, Kind, Part, SubText, Token};
use super::trivia::end_of_line;
use super::variable::{self, Found};
use crate::syntax::fault::messages;

/// The value of a string while it is read: text with variables between.
pub(super) struct Pieces {
    parts: Vec<Part>,
    text: String,
    /// The first half of a surrogate pair whose second half may follow, and the length of the text after it.
    high: Option<(u32, usize)>,
}

impl Pieces {
    pub fn new(text: String) -> Pieces {
        Pieces { parts: Vec::new(), text, high: None }
    }

    pub fn push(&mut self, c: char) {
        self.text.push(c);
    }

    /// Adds a code unit or point that was written as a number; half a surrogate pair becomes U+FFFD unless its other
    /// half follows.
    fn push_code(&mut self, code: u32) {
        if let Some((high, length)) = self.high.take()
            && length == self.text.len()
            && (0xdc00..0xe000).contains(&code)
            && let Some(c) = char::from_u32(0x1_0000 + ((high - 0xd800) << 10) + (code - 0xdc00))
        {
            self.text.pop();
            self.text.push(c);
            return;
        }
        self.text.push(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
        if (0xd800..0xdc00).contains(&code) {
            self.high = Some((code, self.text.len()));
        }
    }

    fn push_part(&mut self, part: Part) {
        if !self.text.is_empty() {
            let text = std::mem::take(&mut self.text);
            self.parts.push(Part::Text(text.into()));
        }
        self.parts.push(part);
    }

    pub fn into_text(self) -> String {
        self.text
    }

    pub fn into_data(mut self) -> Data {
        if self.parts.is_empty() {
            return Data::Text(self.text.into());
        }
        if !self.text.is_empty() {
            self.parts.push(Part::Text(self.text.into()));
        }
        Data::Parts(self.parts)
    }
}

/// A string in single quotes; `i` stands after the opening one.
pub(super) fn literal<'a>(start: Input<'a>, i: Input<'a>) -> Token {
    let mut pieces = Pieces::new(String::new());
    let (end, _) = single_quoted(i, &mut pieces);
    finish(start, end, Kind::StringLiteral, pieces.into_data())
}

/// A string in double quotes; `i` stands after the opening one.
pub(super) fn expandable<'a>(start: Input<'a>, i: Input<'a>) -> Token {
    let mut pieces = Pieces::new(String::new());
    let (end, _) = double_quoted(i, &mut pieces);
    finish(start, end, Kind::StringExpandable, pieces.into_data())
}

/// Reads up to the closing single quote; says whether there was one.
pub(super) fn single_quoted<'a>(start: Input<'a>, pieces: &mut Pieces) -> (Input<'a>, bool) {
    let mut i = start;
    while let Some(c) = i.char() {
        i = i.past(c);
        if is_single_quote(c) {
            match i.char() {
                Some(second) if is_single_quote(second) => {
                    pieces.push(second);
                    i = i.past(second);
                }
                _ => return (i, true),
            }
        } else {
            pieces.push(c);
        }
    }
    unterminated(start, i, "'");
    (i, false)
}

/// Reads up to the closing double quote; says whether there was one.
pub(super) fn double_quoted<'a>(start: Input<'a>, pieces: &mut Pieces) -> (Input<'a>, bool) {
    let mut i = start;
    while let Some(c) = i.char() {
        let after = i.past(c);
        i = match c {
            '`' => backtick(i, pieces),
            '$' => dollar(i, pieces, false),
            _ if is_double_quote(c) => match after.char() {
                Some(second) if is_double_quote(second) => {
                    pieces.push(second);
                    after.past(second)
                }
                _ => return (after, true),
            },
            _ => {
                pieces.push(c);
                after
            }
        };
    }
    unterminated(start, i, "\"");
    (i, false)
}

/// Reports a missing terminator at the opening quote, which stands before `start`.
fn unterminated(start: Input<'_>, end: Input<'_>, terminator: &str) {
    let before = start.cx.text.get(..start.at as usize).and_then(|text| text.chars().next_back());
    let quote = start.at - before.map_or(0, char::len_utf8) as u32;
    end.unfinished(messages::TERMINATOR_EXPECTED_AT_END_OF_STRING, end.cx.raw_span(quote, end.at), &[terminator]);
}

/// Reads an escape at a backtick.
pub(super) fn backtick<'a>(start: Input<'a>, pieces: &mut Pieces) -> Input<'a> {
    let i = start.skip(1);
    let Some(c) = i.char().filter(|c| *c != '\0') else {
        pieces.push('`');
        return i;
    };
    let after = i.past(c);
    let value = match c {
        '0' => '\0',
        'a' => '\u{7}',
        'b' => '\u{8}',
        'e' => '\u{1b}',
        'f' => '\u{c}',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'v' => '\u{b}',
        'u' => {
            let (end, value) = unicode(start, after);
            // What cannot be read leaves this mark in the value.
            pieces.push_code(value.unwrap_or(0xffff));
            return end;
        }
        _ => c,
    };
    pieces.push(value);
    after
}

/// Reads the braces of `` `u{1F600} ``; `start` stands at the backtick and `i` after the `u`.
fn unicode<'a>(start: Input<'a>, mut i: Input<'a>) -> (Input<'a>, Option<u32>) {
    const MOST_DIGITS: usize = 6;
    let at = |i: Input<'a>| i.cx.raw_span(i.at, i.at + i.char().map_or(1, char::len_utf8) as u32);
    if i.byte() != b'{' {
        i.fault(messages::INVALID_UNICODE_ESCAPE_SEQUENCE, i.cx.raw_span(start.at, i.at), &[]);
        return (i, None);
    }
    i = i.skip(1);
    let digits = i;
    let mut count = 0;
    while i.byte() != b'}' {
        let message = match (i.byte().is_ascii_hexdigit(), count) {
            (true, MOST_DIGITS) => messages::TOO_MANY_DIGITS_IN_UNICODE_ESCAPE_SEQUENCE,
            (true, _) => {
                count += 1;
                i = i.skip(1);
                continue;
            }
            (false, MOST_DIGITS) => messages::MISSING_UNICODE_ESCAPE_SEQUENCE_TERMINATOR,
            (false, _) => messages::INVALID_UNICODE_ESCAPE_SEQUENCE,
        };
        i.fault(message, at(i), &[]);
        return (i, None);
    }
    let end = i.skip(1);
    if count == 0 {
        i.fault(messages::INVALID_UNICODE_ESCAPE_SEQUENCE, i.cx.raw_span(start.at, end.at), &[]);
        return (end, None);
    }
    let code = u32::from_str_radix(digits.until(i), 16).unwrap_or(u32::MAX);
    if code > 0x10_ffff {
        i.fault(messages::INVALID_UNICODE_ESCAPE_SEQUENCE_VALUE, i.cx.raw_span(digits.at, i.at), &[]);
        return (end, None);
    }
    (end, Some(code))
}

/// Reads a variable or a `$( … )` in a string, or a lone dollar.
pub(super) fn dollar<'a>(start: Input<'a>, pieces: &mut Pieces, here: bool) -> Input<'a> {
    let next = start.skip(1);
    if next.byte() == b'(' {
        let (end, sub) = sub_expression(start, here);
        pieces.push_part(Part::Sub(sub));
        return end;
    }
    if next.byte() == b'{' || next.char().is_some_and(is_variable_start) {
        let in_expression = Input { mode: Mode::Expression, ..start };
        if let Found::Variable { end, path, braced } = variable::find(in_expression, true) {
            let written = start.until(end).into();
            pieces.push_part(Part::Variable { span: start.span_to(end), path: path.into(), braced, written });
            return Input { mode: start.mode, ..end };
        }
    }
    pieces.push('$');
    next
}

/// Reads a `$( … )` up to the parenthesis that closes it, counting parentheses alone; doubled quotes become single.
fn sub_expression(start: Input<'_>, here: bool) -> (Input<'_>, SubText) {
    let mut text = String::from("$(");
    let mut dropped = Vec::new();
    let mut depth = 1;
    let mut i = start.skip(2);
    while depth > 0 {
        let Some(c) = i.char() else {
            i.unfinished(messages::INCOMPLETE_DOLLAR_SUBEXPRESSION_REFERENCE, i.cx.raw_span(start.at, i.at), &[]);
            break;
        };
        let after = i.past(c);
        let next = after.char();
        i = match next {
            Some(second) if !here && (c == '`' || is_double_quote(c)) && is_double_quote(second) => {
                dropped.push((i.cx.raw_span(i.at, i.at).start, c.len_utf8() as u32));
                text.push(second);
                after.past(second)
            }
            _ => {
                match c {
                    '(' => depth += 1,
                    ')' => depth -= 1,
                    _ => {}
                }
                text.push(c);
                after
            }
        };
    }
    let dropped = (!dropped.is_empty()).then_some(dropped);
    (i, SubText { span: start.span_to(i), text: text.into(), written: start.until(i).into(), dropped })
}

/// `@'` to `'@`; `i` stands after the opening.
pub(super) fn here_literal<'a>(start: Input<'a>, i: Input<'a>) -> Token {
    let mut pieces = Pieces::new(String::new());
    let end = here_string(start, i, &mut pieces, '\'', is_single_quote);
    finish(start, end, Kind::HereStringLiteral, pieces.into_data())
}

/// `@"` to `"@`; `i` stands after the opening.
pub(super) fn here_expandable<'a>(start: Input<'a>, i: Input<'a>) -> Token {
    let mut pieces = Pieces::new(String::new());
    let end = here_string(start, i, &mut pieces, '"', is_double_quote);
    finish(start, end, Kind::HereStringExpandable, pieces.into_data())
}

fn here_string<'a>(
    start: Input<'a>,
    i: Input<'a>,
    pieces: &mut Pieces,
    quote: char,
    is_quote: fn(char) -> bool,
) -> Input<'a> {
    let terminator = format!("{quote}@");
    let mut i = match here_header(start, i, &terminator) {
        Ok(i) => i,
        Err(i) => return i,
    };
    let mut misplaced = None;
    match footer(i, pieces, is_quote, &mut misplaced) {
        Ok(end) => return end,
        Err(rest) => i = rest,
    }
    while let Some(c) = i.char() {
        let after = i.past(c);
        i = match c {
            '\r' | '\n' => {
                // The line end before the terminator is not part of the value.
                let length = pieces.text.len();
                let line = end_of_line(c, after);
                pieces.text.push_str(i.until(line));
                match footer(line, pieces, is_quote, &mut misplaced) {
                    Ok(end) => {
                        pieces.text.truncate(length);
                        return end;
                    }
                    Err(rest) => rest,
                }
            }
            '`' if quote == '"' => backtick(i, pieces),
            '$' if quote == '"' => dollar(i, pieces, true),
            _ => {
                pieces.push(c);
                after
            }
        };
    }
    match misplaced {
        Some(at) => i.unfinished(messages::WHITESPACE_BEFORE_HERE_STRING_FOOTER, i.cx.raw_span(at, i.at), &[]),
        None => {
            let span = i.cx.raw_span(start.at, i.at);
            i.unfinished(messages::TERMINATOR_EXPECTED_AT_END_OF_STRING, span, &[&terminator])
        }
    };
    i
}

/// Skips the rest of the header's line, which must be empty; otherwise the place where reading goes on after the fault.
fn here_header<'a>(start: Input<'a>, i: Input<'a>, terminator: &str) -> Result<Input<'a>, Input<'a>> {
    let mut i = super::trivia::whitespace(i);
    match i.char() {
        Some(c @ ('\r' | '\n')) => return Ok(end_of_line(c, i.past(c))),
        None => {
            let span = i.cx.raw_span(start.at, i.at);
            i.unfinished(messages::TERMINATOR_EXPECTED_AT_END_OF_STRING, span, &[terminator]);
            return Err(i);
        }
        Some(c) => {
            let span = i.cx.raw_span(i.at, i.at + c.len_utf8() as u32);
            i.fault(messages::UNEXPECTED_CHARACTERS_AFTER_HERE_STRING_HEADER, span, &[]);
        }
    }
    while let Some(c) = i.char().filter(|c| !matches!(c, '\r' | '\n')) {
        if i.rest().starts_with(terminator) {
            return Err(i.skip(2));
        }
        i = i.past(c);
    }
    Err(i)
}

/// Looks for the terminator at the start of a line: `Ok` is the place after it, `Err` the place where the value goes on.
fn footer<'a>(
    i: Input<'a>,
    pieces: &mut Pieces,
    is_quote: fn(char) -> bool,
    misplaced: &mut Option<u32>,
) -> Result<Input<'a>, Input<'a>> {
    let ends = |i: Input<'a>| i.char().filter(|c| is_quote(*c)).map(|c| i.past(c)).filter(|after| after.byte() == b'@');
    if let Some(after) = ends(i) {
        return Ok(after.skip(1));
    }
    let mut at = i;
    while let Some(c) = at.char().filter(|c| is_whitespace(*c)) {
        pieces.push(c);
        at = at.past(c);
    }
    if let Some(after) = ends(at) {
        misplaced.get_or_insert(at.at);
        let end = after.skip(1);
        pieces.text.push_str(at.until(end));
        return Err(end);
    }
    Err(at)
}
