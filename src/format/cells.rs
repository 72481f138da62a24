//! How many terminal cells text takes, and cutting it to a width without breaking its colour sequences.
//!
//! The widths are PowerShell's own: one cell a UTF-16 unit, two for the wide ranges of East Asian scripts. They decide
//! where tables break, so that a more exact table of widths would print differently.

use std::borrow::Cow;

/// The sequence that switches every colour off.
pub const RESET: &str = "\x1b[0m";
/// What stands for text that was cut off.
pub const ELLIPSIS: &str = "…";

/// The cells that one character takes.
pub fn char_cells(c: char) -> usize {
    let code = u32::from(c);
    let wide = code >= 0x1100
        && (code <= 0x115f
            || code == 0x2329
            || code == 0x232a
            || ((0x2e80..=0xa4cf).contains(&code) && code != 0x303f)
            || (0xac00..=0xd7a3).contains(&code)
            || (0xf900..=0xfaff).contains(&code)
            || (0xfe10..=0xfe19).contains(&code)
            || (0xfe30..=0xfe6f).contains(&code)
            || (0xff00..=0xff60).contains(&code)
            || (0xffe0..=0xffe6).contains(&code)
            || code > 0xffff);
    if wide { 2 } else { 1 }
}

/// The cells that a text takes; colour sequences take none.
pub fn cells(text: &str) -> usize {
    if text.is_ascii() && !text.contains('\x1b') {
        return text.len();
    }
    pieces(text).map(|piece| if let Piece::Char(c) = piece { char_cells(c) } else { 0 }).sum()
}

/// A text is read as a row of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    Char(char),
    /// A colour, cursor or hyperlink sequence.
    Sequence(&'a str),
}

/// The characters and sequences of a text.
pub fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let c = rest.chars().next()?;
        if c == '\x1b'
            && let Some(length) = sequence_length(rest)
        {
            let (sequence, after) = rest.split_at(length);
            rest = after;
            return Some(Piece::Sequence(sequence));
        }
        rest = rest.get(c.len_utf8()..).unwrap_or("");
        Some(Piece::Char(c))
    })
}

/// The length in bytes of the sequence at the start of `text`: `ESC [ 1;31 m`, `ESC [ ? 25 h` or `ESC ] 8 ;; … ESC \`.
fn sequence_length(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    match bytes.get(1)? {
        b'[' if bytes.get(2) == Some(&b'?') => {
            let digits = bytes.get(3..)?.iter().take_while(|b| b.is_ascii_digit()).count();
            let end = 3 + digits;
            (digits > 0 && matches!(bytes.get(end), Some(b'h' | b'l'))).then_some(end + 1)
        }
        b'[' => {
            let body = bytes.get(2..)?.iter().take_while(|b| b.is_ascii_digit() || **b == b';').count();
            let end = 2 + body;
            let parameters = text.get(2..end)?;
            let well_formed = !parameters.split(';').skip(1).any(str::is_empty);
            (bytes.get(end) == Some(&b'm') && well_formed).then_some(end + 1)
        }
        b']' => {
            let after = text.strip_prefix("\x1b]8;;")?;
            after.find("\x1b\\").map(|at| "\x1b]8;;".len() + at + 2)
        }
        _ => None,
    }
}

/// The text without its sequences.
pub fn strip(text: &str) -> Cow<'_, str> {
    if !text.contains('\x1b') {
        return Cow::Borrowed(text);
    }
    let plain = pieces(text).filter_map(|piece| if let Piece::Char(c) = piece { Some(c) } else { None });
    Cow::Owned(plain.collect())
}

/// The number of leading characters (sequences apart) that fit into `width` cells.
fn head_count(text: &str, width: usize) -> usize {
    fitting(strip(text).chars(), width)
}

/// The number of characters to skip so that what is left fits into `width` cells.
fn tail_start(text: &str, width: usize) -> usize {
    let plain = strip(text);
    plain.chars().count() - fitting(plain.chars().rev(), width)
}

fn fitting(characters: impl Iterator<Item = char>, width: usize) -> usize {
    let mut filled = 0;
    let mut count = 0;
    for c in characters {
        filled += char_cells(c);
        if filled > width {
            break;
        }
        count += 1;
    }
    count
}

/// The head of a text that fits into `width` cells, followed by `append`.
pub fn head(text: &str, width: usize, append: &str) -> String {
    if text.is_ascii() && !text.contains('\x1b') {
        let kept = text.get(..width).unwrap_or(text);
        return format!("{kept}{append}");
    }
    part(text, 0, head_count(text, width), "", append)
}

/// The tail of a text that fits into `width` cells, preceded by `prepend`.
pub fn tail(text: &str, width: usize, prepend: &str) -> String {
    part(text, tail_start(text, width), usize::MAX, prepend, "")
}

/// `count` characters from `skip` on; sequences are kept, and colours end with the part.
fn part(text: &str, skip: usize, count: usize, prepend: &str, append: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut has_sequences = false;
    let mut seen = 0;
    let mut copied = 0;
    for piece in pieces(text) {
        match piece {
            Piece::Sequence(sequence) => {
                has_sequences = true;
                result.push_str(sequence);
            }
            Piece::Char(_) if seen < skip => seen += 1,
            Piece::Char(_) if copied == count => break,
            Piece::Char(c) => {
                if copied == 0 {
                    result.push_str(prepend);
                }
                result.push(c);
                copied += 1;
            }
        }
        if copied == count && count > 0 && seen >= skip {
            break;
        }
    }
    if !has_sequences {
        result.push_str(append);
    } else if result.ends_with(RESET) {
        result.insert_str(result.len() - RESET.len(), append);
    } else {
        result.push_str(append);
        result.push_str(RESET);
    }
    result
}

/// The first line of a text, with an ellipsis where more follow.
pub fn first_line(text: &str) -> Cow<'_, str> {
    match text.find(['\n', '\r']) {
        Some(end) => Cow::Owned(format!("{}{ELLIPSIS}", text.get(..end).unwrap_or(""))),
        None => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_characters_take_two_cells_and_sequences_none() {
        assert_eq!(cells("日本"), 4);
        assert_eq!(cells("x😀y"), 4);
        assert_eq!(cells("\x1b[31mred\x1b[0m"), 3);
        assert_eq!(cells("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\"), 4);
        assert_eq!(cells("\x1b[;m"), 4);
    }

    #[test]
    fn a_cut_text_keeps_its_colour_and_ends_it() {
        assert_eq!(head("\x1b[31mabcdef", 3, ELLIPSIS), "\x1b[31mabc…\x1b[0m");
        assert_eq!(head("abcdef", 3, ""), "abc");
        assert_eq!(tail("abcdef", 2, ELLIPSIS), "…ef");
    }
}
