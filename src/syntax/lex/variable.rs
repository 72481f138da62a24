//! Variables: `$x`, `$script:x`, `${any name}`, `$?`, `@splatted`.

use super::chars::{ends_token, is_double_quote, is_letter_or_digit, is_variable_start};
use super::input::{Input, Mode};
use super::scan::finish;
use super::token::{Data, Kind, Token};
use super::{string, word};
use crate::syntax::fault::messages;
use crate::syntax::variable_path::VariablePath;

/// A variable that was read, or the word that it turns out to be.
pub(super) enum Found<'a> {
    Variable {
        end: Input<'a>,
        path: String,
        braced: bool,
    },
    /// In a command what follows without a gap belongs to the word.
    Word,
}

/// A variable in code; `start` stands at its `$` or `@`.
pub(super) fn variable(start: Input<'_>, splatted: bool) -> Token {
    let after = start.skip(1);
    if after.byte() != b'{' && !after.char().is_some_and(is_variable_start) {
        return word::generic(start, after, "$".to_owned());
    }
    match find(start, false) {
        Found::Variable { end, path, braced } => {
            let kind = if splatted { Kind::SplattedVariable } else { Kind::Variable };
            finish(start, end, kind, Data::Variable { path: path.into(), braced })
        }
        Found::Word => word::generic(start, start, String::new()),
    }
}

/// Reads the name at `start`, whose `$` is followed by a brace or by what may begin a name.
pub(super) fn find(start: Input<'_>, in_string: bool) -> Found<'_> {
    if start.byte_at(1) == b'{' { in_braces(start, in_string) } else { bare(start) }
}

fn in_braces(start: Input<'_>, in_string: bool) -> Found<'_> {
    let open = start.skip(1);
    let mut i = open.skip(1);
    let mut name = string::Pieces::new(String::new());
    let mut closed = false;
    while let Some(c) = i.char() {
        let after = i.past(c);
        i = match c {
            '}' => {
                closed = true;
                i = after;
                break;
            }
            '`' if after.is_at_end() => {
                i = after;
                break;
            }
            '`' => string::backtick(i, &mut name),
            _ if in_string && is_double_quote(c) => match after.char() {
                None => {
                    i = after;
                    break;
                }
                Some(second) if is_double_quote(second) => {
                    name.push(second);
                    after.past(second)
                }
                Some(_) => {
                    name.push(c);
                    after
                }
            },
            _ => {
                if c == '{' {
                    let next = after.char().map_or(1, char::len_utf8) as u32;
                    i.fault(
                        messages::OPEN_BRACE_NEEDS_TO_BE_BACK_TICKED_IN_VARIABLE_NAME,
                        i.cx.raw_span(after.at, after.at + next),
                        &[],
                    );
                }
                name.push(c);
                after
            }
        };
    }
    let mut path = name.into_text();
    if !closed {
        i.unfinished(messages::INCOMPLETE_DOLLAR_VARIABLE_REFERENCE, i.cx.raw_span(open.at, i.at), &[]);
    }
    if path.is_empty() {
        if closed {
            i.fault(messages::EMPTY_VARIABLE_REFERENCE, i.cx.raw_span(i.at - 1, i.at), &[]);
        }
        path.push_str(":Error:");
    }
    if start.mode == Mode::Command && !ends_token(i.char()) && !matches!(i.char(), Some('.' | '[')) {
        return Found::Word;
    }
    if VariablePath::new(&path).name.is_empty() {
        i.fault(messages::INVALID_BRACED_VARIABLE_REFERENCE, i.cx.raw_span(start.at, i.at), &[]);
    }
    Found::Variable { end: i, path, braced: true }
}

fn bare(start: Input<'_>) -> Found<'_> {
    let first = start.skip(1);
    let Some(c) = first.char() else { return Found::Word };
    let mut i = first.past(c);
    if matches!(c, '$' | '?' | '^') {
        if start.mode == Mode::Command && !ends_token(i.char()) {
            return Found::Word;
        }
    } else {
        while let Some(c) = i.char() {
            match c {
                ':' if i.byte_at(1) == b':' => break,
                '_' | '?' | ':' => {}
                '.' | '[' | '=' => break,
                _ if is_letter_or_digit(c) => {}
                _ if start.mode == Mode::Command && !ends_token(Some(c)) => return Found::Word,
                _ => break,
            }
            i = i.past(c);
        }
    }
    let name = first.until(i);
    let path = VariablePath::new(name);
    if path.name.is_empty() {
        let message = if path.drive.is_some() {
            messages::INVALID_VARIABLE_REFERENCE_WITH_DRIVE
        } else {
            messages::INVALID_VARIABLE_REFERENCE
        };
        i.fault(message, i.cx.raw_span(start.at, i.at), &[]);
    }
    Found::Variable { end: i, path: name.to_owned(), braced: false }
}
