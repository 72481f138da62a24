//! Spans as text: `c`, `g`, `G` and custom formats of `TimeSpan`.

use super::format::{only_char, push_fraction};
use super::pattern::{Token, bad_pattern, tokens};
use super::{TICKS_PER_SECOND, TimeSpan};
use crate::text::{Culture, TextError};

pub(super) const SPAN_FIELDS: &str = "dhmsfF";

impl TimeSpan {
    /// `ToString()`: the constant format `[-][d.]hh:mm:ss[.fffffff]`.
    pub fn to_text(self) -> String {
        let parts = Absolute::of(self);
        let days = if parts.days > 0 { format!("{}.", parts.days) } else { String::new() };
        let fraction = if parts.fraction > 0 { format!(".{:07}", parts.fraction) } else { String::new() };
        let Absolute { sign, hours, minutes, seconds, .. } = parts;
        format!("{sign}{days}{hours:02}:{minutes:02}:{seconds:02}{fraction}")
    }

    /// `ToString(format)`; an empty format is `c`.
    ///
    /// # Errors
    /// A `FormatException` for an unknown letter or a broken pattern.
    pub fn format(self, format: &str, culture: &Culture) -> Result<String, TextError> {
        match only_char(format) {
            _ if format.is_empty() => Ok(self.to_text()),
            Some('c' | 't' | 'T') => Ok(self.to_text()),
            Some('g') => Ok(self.general_short(culture)),
            Some('G') => Ok(self.general_long(culture)),
            Some(_) => Err(bad_pattern()),
            None => self.custom(format),
        }
    }

    fn general_short(self, culture: &Culture) -> String {
        let Absolute { sign, days, hours, minutes, seconds, fraction } = Absolute::of(self);
        let days = if days > 0 { format!("{days}:") } else { String::new() };
        let digits = format!("{fraction:07}");
        let fraction = match digits.trim_end_matches('0') {
            "" => String::new(),
            digits => format!("{}{digits}", culture.number.number.decimal),
        };
        format!("{sign}{days}{hours}:{minutes:02}:{seconds:02}{fraction}")
    }

    fn general_long(self, culture: &Culture) -> String {
        let Absolute { sign, days, hours, minutes, seconds, fraction } = Absolute::of(self);
        let point = culture.number.number.decimal;
        format!("{sign}{days}:{hours:02}:{minutes:02}:{seconds:02}{point}{fraction:07}")
    }

    /// Custom formats show no sign.
    fn custom(self, format: &str) -> Result<String, TextError> {
        let parts = Absolute::of(self);
        let mut text = String::new();
        for token in tokens(format, SPAN_FIELDS, "")? {
            let (letter, count) = match token {
                Token::Quoted(literal) => {
                    text.push_str(&literal);
                    continue;
                }
                Token::Bare(_) => return Err(bad_pattern()),
                Token::Field { letter, count, .. } => (letter, count),
            };
            let (value, longest) = match letter {
                'd' => (parts.days, 8),
                'h' => (parts.hours, 2),
                'm' => (parts.minutes, 2),
                's' => (parts.seconds, 2),
                _ => {
                    let ticks = i64::try_from(parts.fraction).unwrap_or(0);
                    push_fraction(&mut text, ticks, letter, count)?;
                    continue;
                }
            };
            if count > longest {
                return Err(bad_pattern());
            }
            text.push_str(&format!("{value:0count$}"));
        }
        Ok(text)
    }
}

/// The parts of a span without its sign.
struct Absolute {
    sign: &'static str,
    days: u64,
    hours: u64,
    minutes: u64,
    seconds: u64,
    /// Ticks within the second.
    fraction: u64,
}

impl Absolute {
    fn of(span: TimeSpan) -> Absolute {
        let ticks = span.ticks.unsigned_abs();
        let seconds = ticks / TICKS_PER_SECOND.unsigned_abs();
        Absolute {
            sign: if span.ticks < 0 { "-" } else { "" },
            days: seconds / 86_400,
            hours: seconds / 3600 % 24,
            minutes: seconds / 60 % 60,
            seconds: seconds % 60,
            fraction: ticks % TICKS_PER_SECOND.unsigned_abs(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(ticks: i64, format: &str, culture: &str) -> String {
        let culture = Culture::find(culture).unwrap();
        TimeSpan::from_ticks(ticks).format(format, culture).unwrap_or_else(|e| e.message)
    }

    #[test]
    fn standard_formats() {
        let ticks = 937_845_060_000;
        assert_eq!(show(ticks, "", ""), "1.02:03:04.5060000");
        assert_eq!(show(-ticks, "g", "de-DE"), "-1:2:03:04,506");
        assert_eq!(show(ticks, "G", ""), "1:02:03:04.5060000");
        assert_eq!(show(i64::MIN, "c", ""), "-10675199.02:48:05.4775808");
        assert_eq!(show(0, "g", ""), "0:00:00");
    }

    #[test]
    fn custom_formats_need_quotes_around_text() {
        let ticks = -937_845_060_000;
        assert_eq!(show(ticks, "d\\.hh\\:mm", ""), "1.02:03");
        assert_eq!(show(ticks, "%F", ""), "5");
        assert_eq!(show(ticks, "hh:mm", ""), "Input string was not in a correct format.");
        assert_eq!(show(ticks, "hhh", ""), "Input string was not in a correct format.");
    }
}
