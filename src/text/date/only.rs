//! `System.DateOnly` and `System.TimeOnly`.

use super::format::{FIELDS, SINGLE, only_char};
use super::parse::parse_only;
use super::parsing::{DateContext, DateStyles};
use super::pattern::{Token, bad_pattern, tokens};
use super::{DateTime, TICKS_PER_DAY, TimeSpan, TimeZone};
use crate::text::{Culture, TextError};

/// A date without a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateOnly {
    /// Days since 0001-01-01.
    days: i64,
}

/// A time of day without a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOnly {
    /// Ticks since midnight.
    ticks: i64,
}

impl DateOnly {
    /// The date of a date and time.
    pub fn from_date_time(date: DateTime) -> DateOnly {
        DateOnly { days: date.ticks / TICKS_PER_DAY }
    }

    /// Midnight of the date.
    pub fn date_time(self) -> DateTime {
        DateTime { ticks: self.days * TICKS_PER_DAY, ..DateTime::MIN }
    }

    /// `DayNumber`: the days since 0001-01-01.
    pub fn day_number(self) -> i64 {
        self.days
    }

    /// Reads a date in any usual form that has no time and no zone.
    ///
    /// # Errors
    /// .NET's `FormatException`s.
    pub fn parse(text: &str, context: DateContext<'_>) -> Result<DateOnly, TextError> {
        let (date, has_other) = parse_only(text, DateStyles::NONE, context, |parts| {
            parts.hour.is_some() || parts.minute.is_some() || parts.offset.is_some()
        })
        .ok_or_else(|| unrecognized(text, "DateOnly"))?;
        if has_other { Err(foreign_parts(text, "DateOnly")) } else { Ok(DateOnly::from_date_time(date)) }
    }

    /// Reads a date of the given format.
    ///
    /// # Errors
    /// .NET's `FormatException`s.
    pub fn parse_exact(text: &str, format: &str, context: DateContext<'_>) -> Result<DateOnly, TextError> {
        let format = expand(format, &[('o', "yyyy-MM-dd"), ('r', "ddd, dd MMM yyyy")]);
        let date = DateTime::parse_exact(text, format, DateStyles::NONE, context);
        date.map(DateOnly::from_date_time).map_err(|_| unrecognized(text, "DateOnly"))
    }

    /// `ToString(format)`; an empty format is `d`.
    ///
    /// # Errors
    /// A `FormatException` for unknown letters and for fields of the time.
    pub fn format(self, format: &str, culture: &'static Culture) -> Result<String, TextError> {
        let invariant = matches!(format, "o" | "O" | "r" | "R");
        let format = match format {
            "" => "d",
            "o" | "O" => "yyyy-MM-dd",
            "r" | "R" => "ddd, dd MMM yyyy",
            other => other,
        };
        let culture = if invariant { Culture::invariant() } else { culture };
        check(format, "dDmMyY", "dMyg/")?;
        self.date_time().format(format, culture, &TimeZone::utc())
    }
}

impl TimeOnly {
    /// The time of a date and time.
    pub fn from_date_time(date: DateTime) -> TimeOnly {
        TimeOnly { ticks: date.ticks % TICKS_PER_DAY }
    }

    /// The time so many ticks after midnight.
    ///
    /// # Errors
    /// Negative ticks and those of a day or more.
    pub fn from_ticks(ticks: i64) -> Result<TimeOnly, TextError> {
        if (0..TICKS_PER_DAY).contains(&ticks) {
            return Ok(TimeOnly { ticks });
        }
        Err(TextError::out_of_range("Ticks must be between 0 and TimeOnly.MaxValue.Ticks. (Parameter 'ticks')"))
    }

    /// The time since midnight.
    pub fn span(self) -> TimeSpan {
        TimeSpan::from_ticks(self.ticks)
    }

    /// The time on the first day of the calendar.
    pub fn date_time(self) -> DateTime {
        DateTime { ticks: self.ticks, ..DateTime::MIN }
    }

    /// Reads a time in any usual form that has no date and no zone.
    ///
    /// # Errors
    /// .NET's `FormatException`s.
    pub fn parse(text: &str, context: DateContext<'_>) -> Result<TimeOnly, TextError> {
        let (date, has_other) = parse_only(text, DateStyles::NO_CURRENT_DATE, context, |parts| {
            parts.year.is_some() || parts.month.is_some() || parts.day.is_some() || parts.offset.is_some()
        })
        .ok_or_else(|| unrecognized(text, "TimeOnly"))?;
        if has_other { Err(foreign_parts(text, "TimeOnly")) } else { Ok(TimeOnly::from_date_time(date)) }
    }

    /// Reads a time of the given format.
    ///
    /// # Errors
    /// .NET's `FormatException`s.
    pub fn parse_exact(text: &str, format: &str, context: DateContext<'_>) -> Result<TimeOnly, TextError> {
        let format = expand(format, &[('o', "HH:mm:ss.fffffff"), ('r', "HH:mm:ss")]);
        let date = DateTime::parse_exact(text, format, DateStyles::NO_CURRENT_DATE, context);
        date.map(TimeOnly::from_date_time).map_err(|_| unrecognized(text, "TimeOnly"))
    }

    /// `ToString(format)`; an empty format is `t`.
    ///
    /// # Errors
    /// A `FormatException` for unknown letters and for fields of the date.
    pub fn format(self, format: &str, culture: &'static Culture) -> Result<String, TextError> {
        let invariant = matches!(format, "o" | "O" | "r" | "R");
        let format = match format {
            "" => "t",
            "o" | "O" => "HH:mm:ss.fffffff",
            "r" | "R" => "HH:mm:ss",
            other => other,
        };
        let culture = if invariant { Culture::invariant() } else { culture };
        check(format, "tT", "hHmsfFtK:")?;
        self.date_time().format(format, culture, &TimeZone::utc())
    }
}

fn unrecognized(text: &str, name: &str) -> TextError {
    TextError::format(format!("String '{text}' was not recognized as a valid {name}."))
}

fn foreign_parts(text: &str, name: &str) -> TextError {
    TextError::format(format!("String '{text}' contains parts which are not specific to the {name}."))
}

/// The pattern of a standard letter, whose case does not count.
fn expand<'a>(format: &'a str, letters: &[(char, &'a str)]) -> &'a str {
    let letter = only_char(format).map(|c| c.to_ascii_lowercase());
    letters.iter().find(|(known, _)| Some(*known) == letter).map_or(format, |(_, pattern)| pattern)
}

/// Whether a format has only letters and fields of its type.
fn check(format: &str, letters: &str, fields: &str) -> Result<(), TextError> {
    if let Some(letter) = only_char(format) {
        return if letters.contains(letter) { Ok(()) } else { Err(bad_pattern()) };
    }
    let foreign = |token: &Token| matches!(token, Token::Field { letter, .. } if !fields.contains(*letter));
    if tokens(format, FIELDS, SINGLE)?.iter().any(foreign) { Err(bad_pattern()) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::date::DateKind;

    fn context(zone: &TimeZone) -> DateContext<'_> {
        let now = DateTime::from_date(2024, 7, 1).unwrap().with_kind(DateKind::Utc);
        DateContext { culture: Culture::en_us(), zone, now }
    }

    #[test]
    fn dates_have_no_time() {
        let zone = TimeZone::utc();
        let read = |text: &str| DateOnly::parse(text, context(&zone)).map_err(|e| e.message);
        let date = read("Jan 31 2024").unwrap();
        assert_eq!(date.format("", Culture::en_us()).unwrap(), "1/31/2024");
        assert_eq!(date.format("r", Culture::en_us()).unwrap(), "Wed, 31 Jan 2024");
        assert!(date.format("HH", Culture::en_us()).is_err());
        assert_eq!(
            read("2024-01-31 10:20"),
            Err("String '2024-01-31 10:20' contains parts which are not specific to the DateOnly.".into())
        );
        assert_eq!(read("abc"), Err("String 'abc' was not recognized as a valid DateOnly.".into()));
    }

    #[test]
    fn times_have_no_date() {
        let zone = TimeZone::utc();
        let read = |text: &str| TimeOnly::parse(text, context(&zone)).map_err(|e| e.message);
        let time = read("3:04 PM").unwrap();
        assert_eq!(time.format("o", Culture::en_us()).unwrap(), "15:04:00.0000000");
        assert!(time.format("d", Culture::en_us()).is_err());
        assert_eq!(read("25:00"), Err("String '25:00' was not recognized as a valid TimeOnly.".into()));
        assert!(read("10:20Z").is_err());
        let exact = TimeOnly::parse_exact("1020", "HHmm", context(&zone)).unwrap();
        assert_eq!(exact.span().ticks, 372_000_000_000);
    }
}
