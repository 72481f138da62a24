//! Classes of characters; administrators paste from web pages, so dashes and quotes come in several forms.

use crate::text::chars;

/// White space within a line; the ends of lines are not part of it.
pub(crate) fn is_whitespace(c: char) -> bool {
    match c {
        ' ' | '\t' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{a0}' => true,
        _ => c > '\u{ff}' && c.is_whitespace(),
    }
}

pub(crate) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2013}' | '\u{2014}' | '\u{2015}')
}

pub(crate) fn is_single_quote(c: char) -> bool {
    matches!(c, '\'' | '\u{2018}'..='\u{201b}')
}

pub(crate) fn is_double_quote(c: char) -> bool {
    matches!(c, '"' | '\u{201c}'..='\u{201e}')
}

pub(crate) fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || (('\u{80}'..='\u{ffff}').contains(&c) && chars::is_letter(c))
}

pub(crate) fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || (('\u{80}'..='\u{ffff}').contains(&c) && chars::is_digit(c))
}

pub(crate) fn is_letter_or_digit(c: char) -> bool {
    is_letter(c) || is_digit(c)
}

/// What may follow `$` in a variable without braces.
pub(crate) fn is_variable_start(c: char) -> bool {
    matches!(c, '$' | ':' | '?' | '^' | '_') || is_letter_or_digit(c)
}

pub(crate) fn is_identifier_start(c: char) -> bool {
    c == '_' || is_letter(c)
}

pub(crate) fn is_identifier_follow(c: char) -> bool {
    c == '_' || is_letter_or_digit(c)
}

/// Whether the next character, or the end, ends a word in every mode: `a#b` is one token, `a{` are two.
pub(crate) fn ends_token(next: Option<char>) -> bool {
    match next {
        None | Some('\0' | '\n' | '\r' | '&' | '(' | ')' | ',' | ';' | '{' | '|' | '}') => true,
        Some(c) => is_whitespace(c),
    }
}

/// Whether the next character ends a number in an expression; `ternary` adds `?` and `:`.
pub(crate) fn ends_number(next: Option<char>, ternary: bool) -> bool {
    match next {
        Some('!' | '#' | '%' | '*' | '+' | '.' | '/' | '<' | '=' | '>' | ']') => true,
        Some('?' | ':') => ternary,
        Some(c) => is_dash(c),
        None => false,
    }
}

/// Whether the next character ends a word of an assembly's name.
pub(crate) fn ends_assembly_word(next: Option<char>) -> bool {
    match next {
        None | Some('\0' | '\n' | '\r' | ',' | '=' | ']') => true,
        Some(c) => is_whitespace(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typographic_marks_count() {
        assert!(is_dash('–') && is_single_quote('’') && is_double_quote('„'));
        assert!(is_whitespace('\u{2003}') && !is_whitespace('\n'));
        assert!(is_digit('٣') && !is_digit('²') && !is_letter('😀'));
    }
}
