//! `Regex.Escape` and `Regex.Unescape`.

use super::error::{Fault, RegexError};
use super::options::RegexOptions;
use super::scan::Scanner;

/// Escapes what is special in a pattern, so that it matches `text` literally.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{C}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            ' ' | '#' | '$' | '(' | ')' | '*' | '+' | '.' | '?' | '[' | '\\' | '^' | '{' | '|' => {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
    }
    out
}

/// Turns escapes into the characters that they stand for.
///
/// # Errors
/// A backslash at the end, or before what is no escape.
pub fn unescape(pattern: &str) -> Result<String, RegexError> {
    let mut scanner = Scanner::new(pattern, RegexOptions::NONE);
    let mut out = String::with_capacity(pattern.len());
    while let Some(c) = scanner.next() {
        if c != '\\' {
            out.push(c);
        } else if scanner.at_end() {
            return Err(scanner.fault(Fault::UnescapedEndingBackslash));
        } else {
            out.push(scanner.char_escape()?);
        }
    }
    Ok(out)
}
