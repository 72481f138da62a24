//! `TimeSpan.Parse` and `ParseExact`.

use super::format::only_char;
use super::pattern::{Token, bad_pattern, tokens};
use super::span_format::SPAN_FIELDS;
use super::{TICKS_PER_DAY, TICKS_PER_HOUR, TICKS_PER_MINUTE, TICKS_PER_SECOND, TimeSpan};
use crate::text::{Culture, TextError};

/// Why a text is no span.
#[derive(Clone, Copy)]
enum Fault {
    Form,
    Range,
}

impl Fault {
    fn error(self, text: &str) -> TextError {
        match self {
            Fault::Form => TextError::format(format!("String '{text}' was not recognized as a valid TimeSpan.")),
            Fault::Range => TextError::overflow(format!(
                "The TimeSpan string '{text}' could not be parsed because at least one of the numeric components is \
                 out of range or contains too many digits."
            )),
        }
    }
}

impl TimeSpan {
    /// Reads `[-]{d | [d.]hh:mm[:ss[.ff]]}`, or the culture's form `[-]d:hh:mm:ss,ff`.
    ///
    /// # Errors
    /// A `FormatException`, or an `OverflowException` when the form is right but a part is too large.
    pub fn parse(text: &str, culture: &Culture) -> Result<TimeSpan, TextError> {
        let forms = [Form { day: ".", point: "." }, Form { day: ":", point: culture.number.number.decimal }];
        read(text, &forms, false).map_err(|fault| fault.error(text))
    }

    /// Reads a span of the given standard or custom format.
    ///
    /// # Errors
    /// As [`TimeSpan::parse`], and a `FormatException` for a broken format.
    pub fn parse_exact(text: &str, format: &str, culture: &Culture) -> Result<TimeSpan, TextError> {
        let local = [Form { day: ":", point: culture.number.number.decimal }];
        let span = match only_char(format) {
            Some('c' | 't' | 'T') => read(text, &[Form { day: ".", point: "." }], false),
            Some('g') => read(text, &local, false),
            Some('G') => read(text, &local, true),
            None if !format.is_empty() => return custom(text, format),
            _ => return Err(TextError::format(format!("Format specifier '{format}' was invalid."))),
        };
        span.map_err(|fault| fault.error(text))
    }
}

/// The separators behind the days and before the fraction.
struct Form<'a> {
    day: &'a str,
    point: &'a str,
}

/// A run of digits.
struct Digits<'a>(&'a str);

impl Digits<'_> {
    fn number(&self, largest: i64) -> Result<i64, Fault> {
        self.0.parse().ok().filter(|value| *value <= largest).ok_or(Fault::Range)
    }

    /// The digits as ticks; more than seven are rounded, but only when the first is 0.
    fn fraction(&self) -> Result<i64, Fault> {
        let value: i64 = self.0.parse().map_err(|_| Fault::Range)?;
        let length = u32::try_from(self.0.len()).map_err(|_| Fault::Range)?;
        if value == 0 || length <= 7 {
            return Ok(value * 10i64.pow(7u32.saturating_sub(length)));
        }
        if !self.0.starts_with('0') || value > i64::from(i32::MAX) {
            return Err(Fault::Range);
        }
        let divisor = 10i64.checked_pow(length - 7).ok_or(Fault::Range)?;
        Ok((value + divisor / 2) / divisor)
    }
}

fn read(text: &str, forms: &[Form<'_>], full: bool) -> Result<TimeSpan, Fault> {
    let trimmed = text.trim();
    let (negative, body) = trimmed.strip_prefix('-').map_or((false, trimmed), |rest| (true, rest));
    let (numbers, separators) = split(body).ok_or(Fault::Form)?;
    let mut outcome = Err(Fault::Form);
    for form in forms {
        for (parts, expected) in form.shapes() {
            let fits = expected == separators && numbers.len() == parts.len() && (!full || parts.len() == 5);
            if !fits {
                continue;
            }
            match total(&numbers, parts, negative) {
                Ok(span) => return Ok(span),
                Err(fault) => outcome = Err(fault),
            }
        }
    }
    outcome
}

impl Form<'_> {
    /// The parts that numbers between the given separators mean.
    fn shapes(&self) -> [(&'static str, Vec<&str>); 9] {
        let Form { day, point } = *self;
        [
            ("d", vec![]),
            ("hm", vec![":"]),
            ("hms", vec![":", ":"]),
            ("dhm", vec![day, ":"]),
            ("hmf", vec![":", ":."]),
            ("hmsf", vec![":", ":", point]),
            ("dhms", vec![day, ":", ":"]),
            ("dhmf", vec![day, ":", ":."]),
            ("dhmsf", vec![day, ":", ":", point]),
        ]
    }
}

/// The numbers of a text and what stands between them; `None` unless it begins and ends with a digit.
fn split(text: &str) -> Option<(Vec<Digits<'_>>, Vec<&str>)> {
    let (mut numbers, mut separators) = (Vec::new(), Vec::new());
    let mut rest = text;
    loop {
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let (digits, behind) = rest.split_at(end);
        if digits.is_empty() {
            return None;
        }
        numbers.push(Digits(digits));
        if behind.is_empty() {
            return Some((numbers, separators));
        }
        let end = behind.find(|c: char| c.is_ascii_digit())?;
        let (separator, next) = behind.split_at(end);
        separators.push(separator);
        rest = next;
    }
}

fn total(numbers: &[Digits<'_>], parts: &str, negative: bool) -> Result<TimeSpan, Fault> {
    let mut ticks = 0i128;
    for (number, part) in numbers.iter().zip(parts.chars()) {
        ticks += i128::from(match part {
            'd' => number.number(10_675_199)? * TICKS_PER_DAY,
            'h' => number.number(23)? * TICKS_PER_HOUR,
            'm' => number.number(59)? * TICKS_PER_MINUTE,
            's' => number.number(59)? * TICKS_PER_SECOND,
            _ => number.fraction()?,
        });
    }
    let ticks = if negative { -ticks } else { ticks };
    i64::try_from(ticks).map(TimeSpan::from_ticks).map_err(|_| Fault::Range)
}

fn custom(text: &str, format: &str) -> Result<TimeSpan, TextError> {
    let mut rest = text;
    let mut numbers = Vec::new();
    let mut parts = String::new();
    for token in tokens(format, SPAN_FIELDS, "")? {
        let (letter, count) = match token {
            Token::Quoted(literal) => {
                rest = rest.strip_prefix(literal.as_str()).ok_or_else(bad_pattern)?;
                continue;
            }
            Token::Bare(_) => return Err(bad_pattern()),
            Token::Field { letter, count, .. } => (letter, count),
        };
        let (least, most, longest) = match letter {
            'd' if count == 1 => (1, 8, 8),
            'd' => (count, count, 8),
            'f' => (count, count, 7),
            'F' => (0, count, 7),
            _ if count == 1 => (1, 2, 2),
            _ => (count, count, 2),
        };
        let part = letter.to_ascii_lowercase();
        let length = rest.bytes().take(most).take_while(u8::is_ascii_digit).count();
        if count > longest || length < least || parts.contains(part) {
            return Err(bad_pattern());
        }
        let (digits, behind) = rest.split_at(length);
        rest = behind;
        if length > 0 {
            numbers.push(Digits(digits));
            parts.push(part);
        }
    }
    if !rest.is_empty() {
        return Err(bad_pattern());
    }
    total(&numbers, &parts, false).map_err(|fault| fault.error(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, culture: &str) -> String {
        let culture = Culture::find(culture).unwrap();
        TimeSpan::parse(text, culture).map(TimeSpan::to_text).unwrap_or_else(|e| e.exception.to_owned())
    }

    #[test]
    fn forms_of_one_to_five_numbers() {
        assert_eq!(read("1", ""), "1.00:00:00");
        assert_eq!(read(" -1.2:3 ", ""), "-1.02:03:00");
        assert_eq!(read("1:2:3.5", ""), "01:02:03.5000000");
        assert_eq!(read("1:2:3,5", "de-DE"), "01:02:03.5000000");
        assert_eq!(read("1:2:.5", ""), "01:02:00.5000000");
        assert_eq!(read("1.5", ""), "System.FormatException");
    }

    #[test]
    fn hours_beyond_23_become_days_only_with_three_numbers() {
        assert_eq!(read("24:00:00", ""), "24.00:00:00");
        assert_eq!(read("24:00", ""), "System.OverflowException");
    }

    #[test]
    fn long_fractions_round_only_behind_a_zero() {
        assert_eq!(read("1:2:3.01234567", ""), "01:02:03.0123457");
        assert_eq!(read("1:2:3.12345678", ""), "System.OverflowException");
        assert_eq!(read("-10675199.02:48:05.4775808", ""), "-10675199.02:48:05.4775808");
    }

    #[test]
    fn exact_formats_must_match_wholly() {
        let exact = |text: &str, format: &str| {
            TimeSpan::parse_exact(text, format, Culture::invariant()).map(TimeSpan::to_text).map_err(|e| e.message)
        };
        assert_eq!(exact("12:30", r"hh\:mm"), Ok("12:30:00".into()));
        assert_eq!(exact("", "FFF"), Ok("00:00:00".into()));
        assert_eq!(exact("5", "d"), Err("Format specifier 'd' was invalid.".into()));
        assert_eq!(exact("5", "ss"), Err("Input string was not in a correct format.".into()));
    }
}
