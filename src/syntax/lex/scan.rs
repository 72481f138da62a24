//! The next token, whatever it is.

use super::chars::{
    ends_token, is_dash, is_digit, is_double_quote, is_identifier_start, is_letter, is_single_quote, is_variable_start,
    is_whitespace,
};
use super::input::{Input, Mode, Reading};
use super::token::{Data, Kind, Token};
use super::{number, string, trivia, variable, word};
use crate::syntax::ast::{AssignOperator, StreamName};
use crate::syntax::fault::messages;

/// The token between two places.
pub(super) fn finish(start: Input<'_>, end: Input<'_>, kind: Kind, data: Data) -> Token {
    Token { kind, start: start.at, end: end.at, span: start.span_to(end), data }
}

fn simple(start: Input<'_>, length: u32, kind: Kind) -> Token {
    finish(start, start.skip(length), kind, Data::None)
}

/// The end of the text, which stands one past it.
fn end(i: Input<'_>) -> Token {
    let past = i.at + 1;
    Token { kind: Kind::End, start: past, end: past, span: i.cx.raw_span(past, past), data: Data::None }
}

/// The first token that is neither white space nor a comment.
pub(super) fn token(mut i: Input<'_>, reading: Reading) -> Token {
    loop {
        let Some(c) = i.char() else { return end(i) };
        let after = i.past(c);
        i = match c {
            _ if is_whitespace(c) => trivia::whitespace(after),
            '#' => trivia::line_comment(after),
            '<' if after.byte() == b'#' => trivia::block_comment(after.skip(1)),
            '`' => match after.char() {
                Some(next @ ('\r' | '\n')) => trivia::end_of_line(next, after.past(next)),
                Some(next) if next.is_whitespace() => trivia::whitespace(after.past(next)),
                None => {
                    i.unfinished(messages::INCOMPLETE_STRING, i.cx.raw_span(after.at + 1, after.at + 1), &[]);
                    after
                }
                Some('\0') => return word::generic(i, after.skip(1), "\0".to_owned()),
                Some(_) => return word::generic(i, i, String::new()),
            },
            _ => return at_first_character(i, c, reading),
        };
    }
}

fn at_first_character(i: Input<'_>, c: char, reading: Reading) -> Token {
    let after = i.past(c);
    match c {
        'a'..='z' | 'A'..='Z' | '_' => word::identifier(i, reading),
        '\n' => simple(i, 1, Kind::NewLine),
        '\r' => finish(i, trivia::end_of_line(c, after), Kind::NewLine, Data::None),
        '$' if after.byte() == b'(' => simple(i, 2, Kind::DollarParen),
        '$' => variable::variable(i, false),
        '(' => simple(i, 1, Kind::LParen),
        ')' => simple(i, 1, Kind::RParen),
        ']' => simple(i, 1, Kind::RBracket),
        '{' => simple(i, 1, Kind::LCurly),
        '}' => simple(i, 1, Kind::RCurly),
        ';' => simple(i, 1, Kind::Semi),
        ',' => simple(i, 1, Kind::Comma),
        '&' if after.byte() == b'&' => simple(i, 2, Kind::AndAnd),
        '&' => simple(i, 1, Kind::Ampersand),
        '|' if after.byte() == b'|' => simple(i, 2, Kind::OrOr),
        '|' => simple(i, 1, Kind::Pipe),
        '[' => operator(i, 1, Kind::LBracket),
        '=' => operator(i, 1, Kind::Assign(AssignOperator::Equals)),
        '+' => plus(i, reading),
        '*' => star(i),
        '/' => operator_or_assignment(i, Kind::Divide, AssignOperator::DivideEquals),
        '%' => operator_or_assignment(i, Kind::Rem, AssignOperator::RemainderEquals),
        '<' => simple(i, 1, Kind::RedirectInput),
        '>' => file_redirection(i, 1, StreamName::Output, false),
        '.' => dot(i, reading),
        '0'..='9' => digit(i, c, reading),
        '!' => exclamation(i, reading),
        ':' => colon(i, reading),
        '?' if i.mode == Mode::Expression => question_mark(i),
        '@' => at_sign(i),
        _ if is_dash(c) => dash(i, after, reading),
        _ if is_single_quote(c) => string::literal(i, after),
        _ if is_double_quote(c) => string::expandable(i, after),
        _ if is_letter(c) => word::identifier(i, reading),
        _ => word::generic(i, after, c.to_string()),
    }
}

/// An operator, which is the start of an argument where no gap follows in a command.
fn operator(start: Input<'_>, length: u32, kind: Kind) -> Token {
    operator_to(start, start.skip(length), kind)
}

fn operator_to<'a>(start: Input<'a>, end: Input<'a>, kind: Kind) -> Token {
    if start.mode == Mode::Command && !ends_token(end.char()) {
        return word::generic(start, end, start.until(end).to_owned());
    }
    finish(start, end, kind, Data::None)
}

fn operator_or_assignment(i: Input<'_>, kind: Kind, assign: AssignOperator) -> Token {
    if i.byte_at(1) == b'=' { operator(i, 2, Kind::Assign(assign)) } else { operator(i, 1, kind) }
}

fn starts_signed_number(next: Option<char>, reading: Reading) -> bool {
    reading.signed && next.is_some_and(|c| c == '.' || is_digit(c))
}

fn plus(i: Input<'_>, reading: Reading) -> Token {
    match i.byte_at(1) {
        b'+' => operator(i, 2, Kind::PlusPlus),
        b'=' => operator(i, 2, Kind::Assign(AssignOperator::PlusEquals)),
        _ if starts_signed_number(i.skip(1).char(), reading) => number::number(i, reading),
        _ => operator(i, 1, Kind::Plus),
    }
}

fn dash<'a>(i: Input<'a>, after: Input<'a>, reading: Reading) -> Token {
    match after.char() {
        Some(c) if is_dash(c) => operator_to(i, after.past(c), Kind::MinusMinus),
        Some('=') => operator_to(i, after.skip(1), Kind::Assign(AssignOperator::MinusEquals)),
        Some(c) if is_letter(c) || c == '_' || c == '?' => word::parameter(i, after),
        next if starts_signed_number(next, reading) => number::number(i, reading),
        _ => operator_to(i, after, Kind::Minus),
    }
}

fn star(i: Input<'_>) -> Token {
    match i.byte_at(1) {
        b'=' => operator(i, 2, Kind::Assign(AssignOperator::MultiplyEquals)),
        b'>' if i.rest().starts_with("*>&1") => merge(i, StreamName::All, StreamName::Output),
        b'>' => file_redirection(i, 2, StreamName::All, false),
        _ => operator(i, 1, Kind::Multiply),
    }
}

fn merge(i: Input<'_>, from: StreamName, to: StreamName) -> Token {
    finish(i, i.skip(4), Kind::Redirection, Data::Merge { from, to })
}

/// A redirection into a file, of which `length` bytes up to the first `>` were seen. Where the stream's number was
/// written, an expression has the number instead.
fn file_redirection(i: Input<'_>, length: u32, from: StreamName, numbered: bool) -> Token {
    if numbered && i.mode == Mode::Expression {
        return finish(i, i.skip(1), Kind::Number, Data::Number(number_of(i)));
    }
    let append = i.byte_at(length as usize) == b'>';
    finish(i, i.skip(length + u32::from(append)), Kind::Redirection, Data::File { from, append })
}

fn number_of(i: Input<'_>) -> Option<crate::text::Number> {
    crate::text::number::scan(i.until(i.skip(1)))
}

fn digit(i: Input<'_>, c: char, reading: Reading) -> Token {
    let stream = match c {
        '1' => StreamName::Output,
        '2' => StreamName::Error,
        '3' => StreamName::Warning,
        '4' => StreamName::Verbose,
        '5' => StreamName::Debug,
        '6' => StreamName::Information,
        _ => return number::number(i, reading),
    };
    match (i.byte_at(1), i.byte_at(2), i.byte_at(3)) {
        (b'>', b'&', b'1') => merge(i, stream, StreamName::Output),
        (b'>', b'&', b'2') => merge(i, stream, StreamName::Error),
        (b'>', ..) => file_redirection(i, 2, stream, true),
        _ => number::number(i, reading),
    }
}

fn dot(i: Input<'_>, reading: Reading) -> Token {
    let after = i.skip(1);
    match after.char() {
        Some('.') if i.mode == Mode::Command && !ends_token(after.skip(1).char()) => {
            word::generic(i, after, ".".to_owned())
        }
        Some('.') => simple(i, 2, Kind::DotDot),
        Some('0'..='9') => number::number(i, reading),
        // `.$command` and `."command"` run the command in this scope.
        next if i.mode == Mode::Command && !ends_token(next) && !matches!(next, Some('$' | '"' | '\'')) => {
            word::generic(i, after, ".".to_owned())
        }
        _ => simple(i, 1, Kind::Dot),
    }
}

fn exclamation(i: Input<'_>, reading: Reading) -> Token {
    let after = i.skip(1);
    let next = after.char();
    let is_word = match i.mode {
        Mode::Command => !ends_token(next),
        Mode::Expression if next.is_some_and(is_identifier_start) => true,
        Mode::Expression if next.is_some_and(|c| c == '.' || is_digit(c)) => !number::is_number(after, reading),
        _ => false,
    };
    if is_word { word::generic(i, after, "!".to_owned()) } else { simple(i, 1, Kind::Exclaim) }
}

fn colon(i: Input<'_>, reading: Reading) -> Token {
    let after = i.skip(1);
    if after.byte() == b':' {
        let end = i.skip(2);
        if i.mode == Mode::Command && !reading.simple_name && !ends_token(end.char()) {
            return word::generic(i, end, "::".to_owned());
        }
        return simple(i, 2, Kind::ColonColon);
    }
    if i.mode == Mode::Command {
        return word::label(i, after);
    }
    simple(i, 1, Kind::Colon)
}

fn question_mark(i: Input<'_>) -> Token {
    match (i.byte_at(1), i.byte_at(2)) {
        (b'?', b'=') => simple(i, 3, Kind::Assign(AssignOperator::QuestionQuestionEquals)),
        (b'?', _) => simple(i, 2, Kind::QuestionQuestion),
        _ => simple(i, 1, Kind::QuestionMark),
    }
}

fn at_sign(i: Input<'_>) -> Token {
    let after = i.skip(1);
    match after.char() {
        Some('{') => simple(i, 2, Kind::AtCurly),
        Some('(') => simple(i, 2, Kind::AtParen),
        Some(c) if is_single_quote(c) => string::here_literal(i, after.past(c)),
        Some(c) if is_double_quote(c) => string::here_expandable(i, after.past(c)),
        Some(c) if is_variable_start(c) => variable::variable(i, true),
        _ => {
            i.fault(messages::UNRECOGNIZED_TOKEN, i.cx.raw_span(i.at, after.at), &[]);
            simple(i, 1, Kind::Unknown)
        }
    }
}

/// The operator for a member or an index that follows an operand without a gap; comments may stand between.
pub(crate) fn member_operator(mut i: Input<'_>, brackets: bool) -> Option<Token> {
    if i.held.is_some() {
        return None;
    }
    while i.rest().starts_with("<#") {
        i = trivia::block_comment(i.skip(2));
    }
    let ends_command = |i: Input<'_>| {
        i.mode == Mode::Command && i.char().is_none_or(|c| is_whitespace(c) || matches!(c, '\0' | '\r' | '\n'))
    };
    match (i.byte(), i.byte_at(1)) {
        (b'.', b'.') => None,
        (b'.', _) => (!ends_command(i.skip(1))).then(|| simple(i, 1, Kind::Dot)),
        (b':', b':') => (!ends_command(i.skip(2))).then(|| simple(i, 2, Kind::ColonColon)),
        (b'[', _) if brackets => Some(simple(i, 1, Kind::LBracket)),
        (b'?', b'.') => Some(simple(i, 2, Kind::QuestionDot)),
        (b'?', b'[') if brackets => Some(simple(i, 2, Kind::QuestionLBracket)),
        _ => None,
    }
}

/// The parenthesis or brace of an invocation, which follows the member's name without a gap.
pub(crate) fn invocation_bracket(i: Input<'_>) -> Option<Token> {
    match i.byte() {
        _ if i.held.is_some() => None,
        b'(' => Some(simple(i, 1, Kind::LParen)),
        b'{' => Some(simple(i, 1, Kind::LCurly)),
        _ => None,
    }
}

/// The `[` of an attribute or type after white space and comments, in every mode.
///
/// Without one, the place is where the reading goes on: before what was skipped, if that might be a member's operator.
pub(crate) fn left_bracket(i: Input<'_>) -> (Input<'_>, Option<Token>) {
    if i.held.is_some() {
        let (_, token) = i.peek();
        if token.is(Kind::LBracket) {
            let (rest, _) = i.next();
            return (rest, Some(finish(i.resync(&token), rest, Kind::LBracket, Data::None)));
        }
        return (i, None);
    }
    let mut at = i;
    let mut gap = false;
    while let Some(c) = at.char() {
        let after = at.past(c);
        at = match c {
            '#' => {
                gap = true;
                trivia::line_comment(after)
            }
            '<' if after.byte() == b'#' => {
                gap = false;
                trivia::block_comment(after.skip(1))
            }
            _ if is_whitespace(c) => {
                gap = true;
                trivia::whitespace(after)
            }
            '[' => return (after, Some(simple(at, 1, Kind::LBracket))),
            '.' | ':' if gap => return (i, None),
            _ => break,
        };
    }
    (at, None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::Source;
    use crate::syntax::lex::{Shared, Text};

    fn kinds(text: &str, mode: Mode) -> Vec<Kind> {
        let source = Source::new(None, text.into());
        let shared = Shared::new(&source);
        let scanned = Text::whole(&shared);
        let mut i = Input::new(&scanned, mode);
        let mut kinds = Vec::new();
        loop {
            let (rest, token) = i.next();
            if token.is(Kind::End) {
                return kinds;
            }
            kinds.push(token.kind);
            i = rest;
        }
    }

    #[test]
    fn a_mode_decides_what_a_token_is() {
        assert_eq!(kinds("-eq", Mode::Command), [Kind::Parameter]);
        assert_eq!(kinds("a-b+c", Mode::Command), [Kind::Generic]);
        assert_eq!(kinds("1+2", Mode::Command), [Kind::Generic]);
        assert_eq!(kinds("1+2", Mode::Expression), [Kind::Number, Kind::Plus, Kind::Number]);
        assert_eq!(kinds("x.y+z", Mode::TypeName), [Kind::Identifier]);
        assert_eq!(kinds("a?b", Mode::Expression), [Kind::Identifier, Kind::QuestionMark, Kind::Identifier]);
    }

    #[test]
    fn a_range_ends_a_number_and_a_letter_undoes_it() {
        assert_eq!(kinds("1..5", Mode::Expression), [Kind::Number, Kind::DotDot, Kind::Number]);
        assert_eq!(kinds("10kb 0x1f 1.5e3d", Mode::Expression), [Kind::Number; 3]);
        assert_eq!(kinds("10kx 0b", Mode::Expression), [Kind::Generic; 2]);
    }

    #[test]
    fn streams_are_redirected_in_commands_alone() {
        assert_eq!(kinds("2>&1 3>x *>>y", Mode::Command).first(), Some(&Kind::Redirection));
        assert_eq!(kinds("2>x", Mode::Expression).first(), Some(&Kind::Number));
    }
}
