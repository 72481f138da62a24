//! Words: identifiers and keywords, command names and arguments, parameters, labels.

use super::chars::{
    ends_token, is_double_quote, is_identifier_follow, is_identifier_start, is_single_quote, is_whitespace,
};
use super::input::{Input, Mode, Reading};
use super::keyword::{self, Keyword};
use super::scan::finish;
use super::string::{self, Pieces};
use super::token::{Data, Kind, Token};
use super::{trivia, type_name};

/// A word that begins with a letter.
pub(super) fn identifier(start: Input<'_>, reading: Reading) -> Token {
    let mut i = start;
    while let Some(c) = i.char().filter(|c| is_identifier_follow(*c)) {
        i = i.past(c);
    }
    if start.mode == Mode::TypeName {
        return type_name::rest_of_name(start, i);
    }
    if !reading.simple_name {
        if start.mode == Mode::Command && !ends_token(i.char()) {
            return generic(start, i, start.until(i).to_owned());
        }
        if matches!(start.mode, Mode::Command | Mode::Signature)
            && let Some(keyword) = keyword::keyword(start.until(i))
            && (keyword != Keyword::InlineScript || start.workflow)
        {
            return finish(start, i, Kind::Keyword(keyword), Data::None);
        }
    }
    finish(start, i, Kind::Identifier, Data::None)
}

/// A command name or an argument: everything up to a character that ends a token, with quotes and variables in it.
///
/// `i` stands after what was read so far, and `text` is what that is worth.
pub(super) fn generic<'a>(start: Input<'a>, mut i: Input<'a>, text: String) -> Token {
    let mut pieces = Pieces::new(text);
    while let Some(c) = i.char() {
        if ends_token(Some(c)) {
            break;
        }
        let after = i.past(c);
        i = match c {
            '`' => string::backtick(i, &mut pieces),
            '$' => string::dollar(i, &mut pieces, false),
            _ if is_single_quote(c) => string::single_quoted(after, &mut pieces).0,
            _ if is_double_quote(c) => string::double_quoted(after, &mut pieces).0,
            _ => {
                pieces.push(c);
                after
            }
        };
    }
    finish(start, i, Kind::Generic, pieces.into_data())
}

/// A parameter, or an operator that is a word; `start` stands at the dash and `i` after it.
pub(super) fn parameter<'a>(start: Input<'a>, mut i: Input<'a>) -> Token {
    let first = i;
    let in_command = start.mode == Mode::Command;
    let mut colon = false;
    let mut end = i;
    while let Some(c) = i.char() {
        if is_whitespace(c) {
            break;
        }
        match c {
            '{' | '}' | '(' | ')' | ';' | ',' | '|' | '&' | '.' | '[' | '\r' | '\n' | '\0' => break,
            ':' => {
                colon = true;
                if in_command {
                    i = i.skip(1);
                }
                break;
            }
            _ if c.is_ascii_alphabetic() => {}
            _ if is_single_quote(c) || is_double_quote(c) => {
                if in_command {
                    return generic(start, i, start.until(i).to_owned());
                }
                break;
            }
            _ if in_command => {}
            _ => break,
        }
        i = i.past(c);
        end = i;
    }
    let name = first.until(end);
    if start.mode == Mode::Expression
        && let Some(kind) = keyword::operator(name)
    {
        return finish(start, i, kind, Data::None);
    }
    if name.is_empty() {
        return finish(start, i, Kind::Minus, Data::None);
    }
    finish(start, i, Kind::Parameter, Data::Parameter { name: name.into(), colon })
}

/// A label, or the argument that it turns out to be; `start` stands at the colon and `i` after it.
pub(super) fn label<'a>(start: Input<'a>, i: Input<'a>) -> Token {
    if !i.char().is_some_and(is_identifier_start) {
        return generic(start, i, ":".to_owned());
    }
    let mut end = i;
    while let Some(c) = end.char().filter(|c| is_identifier_follow(*c)) {
        end = end.past(c);
    }
    if let Some(c) = end.char().filter(|c| !ends_token(Some(*c))) {
        // The character that makes it a word stands for itself, be it a quote or a dollar.
        let end = end.past(c);
        return generic(start, end, start.until(end).to_owned());
    }
    finish(start, end, Kind::Label, Data::Label(i.until(end).into()))
}

/// What follows `--%`: the rest of the line as it stands, up to a pipe or `&&`.
pub(crate) fn verbatim(i: Input<'_>) -> (Input<'_>, Token) {
    let start = trivia::whitespace(i);
    let mut end = start;
    let mut quoted = false;
    while let Some(c) = end.char() {
        if matches!(c, '\r' | '\n') || (!quoted && (c == '|' || end.rest().starts_with("&&"))) {
            break;
        }
        quoted ^= is_double_quote(c);
        end = end.past(c);
    }
    let token = finish(start, end, Kind::Generic, Data::Text(start.until(end).into()));
    (end, token)
}
