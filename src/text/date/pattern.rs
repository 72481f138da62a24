//! Custom date and time patterns: runs of field letters, quoted and escaped text.

use crate::text::TextError;

/// A part of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A field letter and how often it stands; where it begins, in characters.
    Field { letter: char, count: usize, at: usize },
    /// Text in quotes or behind a backslash.
    Quoted(String),
    /// A character that stands for itself.
    Bare(char),
}

/// The error of a pattern that cannot be read.
pub(super) fn bad_pattern() -> TextError {
    TextError::format("Input string was not in a correct format.")
}

/// The error of a quote that is never closed.
fn open_quote(quote: char) -> TextError {
    TextError::format(format!("Cannot find a matching quote character for the character '{quote}'."))
}

/// Splits a pattern; `fields` are the letters that repeat, `single` those that stand alone.
///
/// # Errors
/// An open quote, and `%` or a backslash with nothing behind it.
pub(super) fn tokens(pattern: &str, fields: &str, single: &str) -> Result<Vec<Token>, TextError> {
    let chars: Vec<char> = pattern.chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(letter) = chars.get(at).copied() {
        let start = at;
        at += 1;
        match letter {
            '\'' | '"' => {
                let mut text = String::new();
                loop {
                    let c = *chars.get(at).ok_or_else(|| open_quote(letter))?;
                    at += 1;
                    match c {
                        '\\' => {
                            text.push(*chars.get(at).ok_or_else(bad_pattern)?);
                            at += 1;
                        }
                        c if c == letter => break,
                        c => text.push(c),
                    }
                }
                tokens.push(Token::Quoted(text));
            }
            '\\' => {
                tokens.push(Token::Quoted(chars.get(at).ok_or_else(bad_pattern)?.to_string()));
                at += 1;
            }
            '%' => {
                let letter = *chars.get(at).filter(|c| **c != '%').ok_or_else(bad_pattern)?;
                if fields.contains(letter) {
                    tokens.push(Token::Field { letter, count: 1, at });
                    at += 1;
                }
            }
            _ if fields.contains(letter) => {
                while chars.get(at) == Some(&letter) {
                    at += 1;
                }
                tokens.push(Token::Field { letter, count: at - start, at: start });
            }
            _ if single.contains(letter) => tokens.push(Token::Field { letter, count: 1, at: start }),
            _ => tokens.push(Token::Bare(letter)),
        }
    }
    Ok(tokens)
}

/// Whether a month at `at` stands beside a day of the month, where some languages inflect its name.
pub(super) fn is_genitive(pattern: &str, at: usize, count: usize) -> bool {
    let chars: Vec<char> = pattern.chars().collect();
    let run = |mut from: usize, step: fn(usize) -> Option<usize>| {
        let mut length = 1;
        while let Some(next) = step(from).filter(|next| chars.get(*next) == Some(&'d')) {
            length += 1;
            from = next;
        }
        length
    };
    let before = (0..at).rev().find(|i| chars.get(*i) == Some(&'d'));
    if before.is_some_and(|i| run(i, |i| i.checked_sub(1)) <= 2) {
        return true;
    }
    let after = (at + count..chars.len()).find(|i| chars.get(*i) == Some(&'d'));
    after.is_some_and(|i| run(i, |i| i.checked_add(1)) <= 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percent_sign_makes_one_field() {
        let expected =
            vec![Token::Field { letter: 'd', count: 1, at: 1 }, Token::Field { letter: 'd', count: 1, at: 2 }];
        assert_eq!(tokens("%dd", "d", ""), Ok(expected));
        assert!(tokens("%", "d", "").is_err());
        assert!(tokens("'abc", "d", "").is_err());
    }

    #[test]
    fn months_beside_days_are_genitive() {
        assert!(is_genitive("d MMM yyyy", 2, 3));
        assert!(is_genitive("MMM dd", 0, 3));
        assert!(!is_genitive("dddd MMM", 5, 3));
    }
}
