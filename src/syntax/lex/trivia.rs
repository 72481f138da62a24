//! White space, ends of lines and comments.

use super::chars::is_whitespace;
use super::input::Input;
use super::signature;
use crate::syntax::fault::messages;

/// Skips white space within the line.
pub(crate) fn whitespace(mut i: Input<'_>) -> Input<'_> {
    while let Some(c) = i.char().filter(|c| is_whitespace(*c)) {
        i = i.past(c);
    }
    i
}

/// Skips one end of line; `c` is its first character and stands before `i`.
pub(super) fn end_of_line(c: char, i: Input<'_>) -> Input<'_> {
    if c == '\r' && i.byte() == b'\n' { i.skip(1) } else { i }
}

/// Skips a comment to the end of its line; `i` stands after the `#`.
pub(super) fn line_comment(i: Input<'_>) -> Input<'_> {
    let rest = i.rest();
    let length = rest.bytes().position(|b| b == b'\r' || b == b'\n').unwrap_or(rest.len());
    let end = i.skip(length as u32);
    let text = i.until(end);
    if signature::looks_like_one(text) {
        i.cx.shared.signature.set(Some(i.at - 1));
    } else if !i.cx.is_nested() && starts_with_requires(text) {
        let mut requires = i.cx.shared.requires.borrow_mut();
        let span = i.span_to(end);
        if !requires.contains(&span) {
            requires.push(span);
        }
    }
    end
}

fn starts_with_requires(comment: &str) -> bool {
    comment.get(.."requires".len()).is_some_and(|word| word.eq_ignore_ascii_case("requires"))
}

/// Skips a comment in `<# #>`; `i` stands after the `<#`.
pub(super) fn block_comment(i: Input<'_>) -> Input<'_> {
    match i.rest().find("#>") {
        Some(length) => i.skip(length as u32 + 2),
        None => {
            let end = i.skip(i.rest().len() as u32);
            i.unfinished(messages::MISSING_TERMINATOR_MULTI_LINE_COMMENT, i.cx.raw_span(i.at - 2, end.at), &[]);
            end
        }
    }
}

/// Skips ends of lines, white space and comments, and semicolons if asked to; a token that was looked at stays unless
/// it is one of them.
fn skip_lines(mut i: Input<'_>, semicolons: bool) -> Input<'_> {
    use super::token::Kind;
    if i.held.is_some() {
        let kind = i.peek_kind();
        if kind != Kind::NewLine && !(semicolons && kind == Kind::Semi) {
            return i;
        }
        i = i.fresh();
    }
    while let Some(c) = i.char() {
        let after = i.past(c);
        i = match c {
            '\r' | '\n' => end_of_line(c, after),
            ';' if semicolons => after,
            '#' => line_comment(after),
            '<' if after.byte() == b'#' => block_comment(after.skip(1)),
            '`' => match after.char() {
                Some(next @ ('\r' | '\n')) => end_of_line(next, after.past(next)),
                Some(next) if next.is_whitespace() => whitespace(after.past(next)),
                _ => break,
            },
            _ if is_whitespace(c) => whitespace(after),
            _ => break,
        };
    }
    i
}

/// Skips ends of lines with the white space and comments around them.
pub(crate) fn skip_newlines(i: Input<'_>) -> Input<'_> {
    skip_lines(i, false)
}

/// Skips ends of lines and semicolons with the white space and comments around them.
pub(crate) fn skip_terminators(i: Input<'_>) -> Input<'_> {
    skip_lines(i, true)
}
