//! Composite formats: `{index,alignment:format}` between literal text.

use crate::text::TextError;

/// A part of a composite format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Literal text, its doubled braces made single.
    Text(String),
    /// A hole for the argument of that index; a positive alignment is a width padded on the left, a negative one on the
    /// right.
    Hole { index: usize, alignment: i32, format: Option<String> },
}

/// What .NET puts before the reason of a bad composite format.
fn fault(offset: usize, reason: &str) -> TextError {
    TextError::format(format!(
        "Input string was not in a correct format. Failure to parse near offset {offset}. {reason}"
    ))
}
const UNEXPECTED_CLOSE: &str = "Unexpected closing brace without a corresponding opening brace.";
const NO_DIGIT: &str = "Expected an ASCII digit.";
const ENDS: &str = "Format item ends prematurely.";

/// Splits a composite format into its pieces.
///
/// # Errors
/// .NET's `FormatException` with the offset in UTF-16 units.
pub fn parse_composite(format: &str) -> Result<Vec<Piece>, TextError> {
    composite_pieces(format).collect()
}

/// The pieces one after the other, so that an earlier hole's own error comes before a later one of the format.
pub fn composite_pieces(format: &str) -> impl Iterator<Item = Result<Piece, TextError>> {
    let mut splitter = Splitter { units: format.encode_utf16().collect(), at: 0, failed: false };
    std::iter::from_fn(move || splitter.piece())
}

/// Pads `text` to the width of `alignment`; a negative one puts the blanks behind it.
pub fn align(text: &str, alignment: i32) -> String {
    let width = alignment.unsigned_abs() as usize;
    let blanks = " ".repeat(width.saturating_sub(text.encode_utf16().count()));
    if alignment < 0 { format!("{text}{blanks}") } else { format!("{blanks}{text}") }
}

const LIMIT: i32 = 1_000_000;

struct Splitter {
    units: Vec<u16>,
    at: usize,
    failed: bool,
}

impl Splitter {
    fn peek(&self) -> Option<u8> {
        self.units.get(self.at).map(|unit| u8::try_from(*unit).unwrap_or(b'?'))
    }

    /// The next unit within a hole, which may not end here.
    fn next(&mut self) -> Result<u8, TextError> {
        self.at += 1;
        self.peek().ok_or_else(|| fault(self.at, ENDS))
    }

    fn text(&self, start: usize, end: usize) -> String {
        String::from_utf16_lossy(self.units.get(start..end).unwrap_or_default())
    }

    /// The next piece; nothing more comes after an error.
    fn piece(&mut self) -> Option<Result<Piece, TextError>> {
        if self.failed {
            return None;
        }
        let piece = self.literal_or_hole();
        self.failed = piece.is_err();
        piece.transpose()
    }

    fn literal_or_hole(&mut self) -> Result<Option<Piece>, TextError> {
        let mut literal = String::new();
        loop {
            let start = self.at;
            while self.peek().is_some_and(|unit| !matches!(unit, b'{' | b'}')) {
                self.at += 1;
            }
            literal.push_str(&self.text(start, self.at));
            let Some(brace) = self.peek() else { break };
            let doubled = self.units.get(self.at + 1) == self.units.get(self.at);
            if !doubled && !literal.is_empty() {
                break;
            }
            let next = self.next()?;
            if next == brace {
                literal.push(char::from(brace));
                self.at += 1;
            } else if brace == b'}' {
                return Err(fault(self.at, UNEXPECTED_CLOSE));
            } else {
                return self.hole().map(Some);
            }
        }
        Ok(if literal.is_empty() { None } else { Some(Piece::Text(literal)) })
    }

    /// A hole, from its first digit to behind its brace.
    fn hole(&mut self) -> Result<Piece, TextError> {
        let index = self.number()?;
        self.blanks()?;
        let mut alignment = 0;
        if self.peek() == Some(b',') {
            self.next()?;
            self.blanks()?;
            let negative = self.peek() == Some(b'-');
            if negative {
                self.next()?;
            }
            let width = self.number()?;
            alignment = if negative { -width } else { width };
            self.blanks()?;
        }
        let format = match self.peek() {
            Some(b'}') => None,
            Some(b':') => {
                self.next()?;
                let start = self.at;
                loop {
                    match self.peek() {
                        Some(b'}') => break,
                        Some(b'{') => return Err(fault(self.at, ENDS)),
                        Some(_) => self.next()?,
                        None => return Err(fault(self.at, ENDS)),
                    };
                }
                (self.at > start).then(|| self.text(start, self.at))
            }
            _ => return Err(fault(self.at, ENDS)),
        };
        self.at += 1;
        Ok(Piece::Hole { index: usize::try_from(index).unwrap_or(0), alignment, format })
    }

    fn number(&mut self) -> Result<i32, TextError> {
        let mut digit = self.peek().filter(u8::is_ascii_digit).ok_or_else(|| fault(self.at, NO_DIGIT))?;
        let mut value = 0;
        loop {
            value = value * 10 + i32::from(digit - b'0');
            digit = self.next()?;
            if !digit.is_ascii_digit() || value >= LIMIT {
                return Ok(value);
            }
        }
    }

    fn blanks(&mut self) -> Result<(), TextError> {
        while self.peek() == Some(b' ') {
            self.next()?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hole(index: usize, alignment: i32, format: Option<&str>) -> Piece {
        Piece::Hole { index, alignment, format: format.map(str::to_owned) }
    }

    fn text(text: &str) -> Piece {
        Piece::Text(text.to_owned())
    }

    #[test]
    fn holes_have_index_alignment_and_format() {
        assert_eq!(parse_composite("a{0 , -5 :x}b"), Ok(vec![text("a"), hole(0, -5, Some("x")), text("b")]));
        assert_eq!(parse_composite("{{{12:}}}"), Ok(vec![text("{"), hole(12, 0, None), text("}")]));
        assert_eq!(parse_composite(""), Ok(Vec::new()));
    }

    #[test]
    fn faults_name_offset_and_reason() {
        let fault = |format: &str| parse_composite(format).map_err(|e| e.message.split_at(71).1.to_owned());
        assert_eq!(fault("{"), Err("1. Format item ends prematurely.".into()));
        assert_eq!(fault("{-1}"), Err("1. Expected an ASCII digit.".into()));
        assert_eq!(fault("😀{"), Err("3. Format item ends prematurely.".into()));
        assert_eq!(fault("a}b"), Err("2. Unexpected closing brace without a corresponding opening brace.".into()));
        assert_eq!(fault("{0:{x}}"), Err("3. Format item ends prematurely.".into()));
    }

    #[test]
    fn alignment_counts_utf16_units() {
        assert_eq!(align("42", 5), "   42");
        assert_eq!(align("😀", -3), "😀 ");
    }
}
