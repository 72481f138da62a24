//! Dates as text: .NET's standard and custom formats of `DateTime` and `DateTimeOffset`.

use super::pattern::{Token, bad_pattern, is_genitive, tokens};
use super::{DateKind, DateTime, DateTimeOffset, TICKS_PER_HOUR, TICKS_PER_MINUTE, TimeSpan, TimeZone};
use crate::text::{Culture, TextError};

pub(super) const FIELDS: &str = "dfFghHmMstyz";
pub(super) const SINGLE: &str = "K:/";

pub(super) const ROUND_TRIP: &str = "yyyy'-'MM'-'dd'T'HH':'mm':'ss'.'fffffffK";
pub(super) const RFC1123: &str = "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'";
pub(super) const SORTABLE: &str = "yyyy'-'MM'-'dd'T'HH':'mm':'ss";
pub(super) const UNIVERSAL_SORTABLE: &str = "yyyy'-'MM'-'dd HH':'mm':'ss'Z'";

/// The pattern that a standard format letter stands for; whether it is the invariant culture's.
pub(super) fn standard_pattern(letter: char, culture: &Culture) -> Option<(String, bool)> {
    let date = &culture.date;
    let pattern = match letter {
        'd' => date.short_date.to_owned(),
        'D' => date.long_date.to_owned(),
        'f' => format!("{} {}", date.long_date, date.short_time),
        'F' | 'U' => date.full_date_time.to_owned(),
        'g' => format!("{} {}", date.short_date, date.short_time),
        'G' => format!("{} {}", date.short_date, date.long_time),
        'm' | 'M' => date.month_day.to_owned(),
        't' => date.short_time.to_owned(),
        'T' => date.long_time.to_owned(),
        'y' | 'Y' => date.year_month.to_owned(),
        'o' | 'O' => return Some((ROUND_TRIP.to_owned(), true)),
        'r' | 'R' => return Some((RFC1123.to_owned(), true)),
        's' => return Some((SORTABLE.to_owned(), true)),
        'u' => return Some((UNIVERSAL_SORTABLE.to_owned(), true)),
        _ => return None,
    };
    Some((pattern, false))
}

/// The only character of a text.
pub(super) fn only_char(text: &str) -> Option<char> {
    let mut chars = text.chars();
    chars.next().filter(|_| chars.as_str().is_empty())
}

impl DateTime {
    /// `ToString(format)`; an empty format is `G`. The zone tells the offset of dates that are not universal.
    ///
    /// # Errors
    /// A `FormatException` for an unknown letter or a broken pattern.
    pub fn format(self, format: &str, culture: &'static Culture, zone: &TimeZone) -> Result<String, TextError> {
        let mut writer = Writer { date: self, offset: Offset::Kind(zone), culture };
        let letter = if format.is_empty() { Some('G') } else { only_char(format) };
        let Some(letter) = letter else { return writer.custom(format) };
        let (pattern, invariant) = standard_pattern(letter, culture).ok_or_else(bad_pattern)?;
        if invariant {
            writer.culture = Culture::invariant();
        }
        if letter == 'U' {
            writer.date = self.to_utc(zone);
        }
        writer.custom(&pattern)
    }
}

impl DateTimeOffset {
    /// `ToString(format)`; an empty format is `G` with the offset behind it.
    ///
    /// # Errors
    /// As [`DateTime::format`]; `U` is unknown here.
    pub fn format(self, format: &str, culture: &'static Culture) -> Result<String, TextError> {
        let mut writer = Writer { date: self.clock(), offset: Offset::Fixed(self.offset()), culture };
        if format.is_empty() {
            let general = standard_pattern('G', culture).ok_or_else(bad_pattern)?.0;
            return writer.custom(&format!("{general} zzz"));
        }
        let Some(letter) = only_char(format) else { return writer.custom(format) };
        let (pattern, invariant) =
            standard_pattern(letter, culture).filter(|_| letter != 'U').ok_or_else(bad_pattern)?;
        if invariant {
            writer.culture = Culture::invariant();
        }
        if matches!(letter, 'r' | 'R' | 'u') {
            writer.date = self.utc().with_kind(DateKind::Unspecified);
        }
        writer.custom(&pattern)
    }
}

enum Offset<'a> {
    /// What the date's kind says, in this zone.
    Kind(&'a TimeZone),
    Fixed(TimeSpan),
}

struct Writer<'a> {
    date: DateTime,
    offset: Offset<'a>,
    culture: &'static Culture,
}

impl Writer<'_> {
    fn custom(&self, pattern: &str) -> Result<String, TextError> {
        let mut text = String::new();
        for token in tokens(pattern, FIELDS, SINGLE)? {
            match token {
                Token::Quoted(literal) => text.push_str(&literal),
                Token::Bare(c) => text.push(c),
                Token::Field { letter, count, at } => self.field(&mut text, pattern, letter, count, at)?,
            }
        }
        Ok(text)
    }

    fn field(&self, text: &mut String, pattern: &str, letter: char, count: usize, at: usize) -> Result<(), TextError> {
        let names = &self.culture.date;
        let digits = |value: i32| format!("{value:0width$}", width = count.min(2));
        match letter {
            'd' if count <= 2 => text.push_str(&digits(self.date.day())),
            'd' => {
                let days = if count == 3 { &names.short_days } else { &names.days };
                text.push_str(days.get(self.date.day_of_week() as usize).copied().unwrap_or_default());
            }
            'M' if count <= 2 => text.push_str(&digits(self.date.month())),
            'M' => {
                let months = match (count == 3, is_genitive(pattern, at, count)) {
                    (true, true) => &names.short_genitive_months,
                    (true, false) => &names.short_months,
                    (false, true) => &names.genitive_months,
                    (false, false) => &names.months,
                };
                let index = usize::try_from(self.date.month() - 1).unwrap_or(0);
                text.push_str(months.get(index).copied().unwrap_or_default());
            }
            'y' if count <= 2 => text.push_str(&digits(self.date.year() % 100)),
            'y' => {
                let year = self.date.year().to_string();
                text.extend(std::iter::repeat_n('0', count.saturating_sub(year.len())));
                text.push_str(&year);
            }
            'h' => text.push_str(&digits((self.date.hour() + 11) % 12 + 1)),
            'H' => text.push_str(&digits(self.date.hour())),
            'm' => text.push_str(&digits(self.date.minute())),
            's' => text.push_str(&digits(self.date.second())),
            'f' | 'F' => push_fraction(text, self.date.ticks_of_second(), letter, count)?,
            't' => {
                let mark = if self.date.hour() < 12 { names.am } else { names.pm };
                let length = if count == 1 { 1 } else { usize::MAX };
                text.extend(mark.chars().take(length));
            }
            'g' => text.push_str(names.era),
            'z' => push_offset(text, self.offset(), count),
            'K' => self.round_trip_zone(text),
            ':' => text.push_str(names.time_separator),
            _ => text.push_str(names.date_separator),
        }
        Ok(())
    }

    fn offset(&self) -> TimeSpan {
        match self.offset {
            Offset::Fixed(offset) => offset,
            Offset::Kind(_) if self.date.kind == DateKind::Utc => TimeSpan::ZERO,
            Offset::Kind(zone) => zone.offset_of_local(self.date),
        }
    }

    /// `K`: nothing for a date of no zone, `Z` for a universal one, else the offset.
    fn round_trip_zone(&self, text: &mut String) {
        match (&self.offset, self.date.kind) {
            (Offset::Kind(_), DateKind::Unspecified) => {}
            (Offset::Kind(_), DateKind::Utc) => text.push('Z'),
            _ => push_offset(text, self.offset(), 3),
        }
    }
}

/// Fractions of a second from ticks; `F` drops zeros at the end, and a point before nothing.
pub(super) fn push_fraction(text: &mut String, ticks: i64, letter: char, count: usize) -> Result<(), TextError> {
    if count > 7 {
        return Err(bad_pattern());
    }
    let digits = format!("{ticks:07}");
    let digits = digits.get(..count).unwrap_or_default();
    if letter == 'f' {
        text.push_str(digits);
        return Ok(());
    }
    let digits = digits.trim_end_matches('0');
    text.push_str(digits);
    if digits.is_empty() && text.ends_with('.') {
        text.pop();
    }
    Ok(())
}

fn push_offset(text: &mut String, offset: TimeSpan, count: usize) {
    let sign = if offset.ticks < 0 { '-' } else { '+' };
    let hours = (offset.ticks / TICKS_PER_HOUR).abs();
    let minutes = (offset.ticks / TICKS_PER_MINUTE % 60).abs();
    text.push_str(&match count {
        1 => format!("{sign}{hours}"),
        2 => format!("{sign}{hours:02}"),
        _ => format!("{sign}{hours:02}:{minutes:02}"),
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> DateTime {
        let date = DateTime::from_parts((2024, 1, 31), (15, 4, 5), 67).unwrap();
        date.add_ticks(8900).unwrap()
    }

    fn show(format: &str, culture: &str) -> String {
        sample().format(format, Culture::find(culture).unwrap(), &TimeZone::utc()).unwrap_or_else(|e| e.message)
    }

    #[test]
    fn standard_formats_follow_the_culture() {
        assert_eq!(show("", "en-US"), "1/31/2024 3:04:05\u{202f}PM");
        assert_eq!(show("G", ""), "01/31/2024 15:04:05");
        assert_eq!(show("D", "de-DE"), "Mittwoch, 31. Januar 2024");
        assert_eq!(show("F", "ja-JP"), "2024年1月31日水曜日 15:04:05");
        assert_eq!(show("o", "sv-SE"), "2024-01-31T15:04:05.0678900");
        assert_eq!(show("r", "de-DE"), "Wed, 31 Jan 2024 15:04:05 GMT");
        assert_eq!(show("x", "en-US"), "Input string was not in a correct format.");
    }

    #[test]
    fn custom_formats_take_fields_and_literals() {
        assert_eq!(show("yyyyy-MM-dd 'at' h\\h", "en-US"), "02024-01-31 at 3h");
        assert_eq!(show("d MMM yyyy", "de-DE"), "31 Jan. 2024");
        assert_eq!(show("MMM yyyy", "de-DE"), "Jan 2024");
        assert_eq!(show("ss.FFFFFFF", ""), "05.06789");
        assert_eq!(show("%F", ""), "");
        assert_eq!(show("%t zzz", "en-US"), "P +00:00");
        assert_eq!(show("ffffffff", ""), "Input string was not in a correct format.");
    }

    #[test]
    fn kinds_show_in_the_round_trip_zone() {
        let zone = TimeZone::utc();
        let show = |kind| sample().with_kind(kind).format("%K", Culture::invariant(), &zone).unwrap();
        assert_eq!(show(DateKind::Utc), "Z");
        assert_eq!(show(DateKind::Local), "+00:00");
        assert_eq!(show(DateKind::Unspecified), "");
    }

    #[test]
    fn offsets_are_part_of_the_text() {
        let offset = TimeSpan::from_parts(0, -1, -30, 0, 0, 0).unwrap();
        let point = DateTimeOffset::new(sample(), offset).unwrap();
        assert_eq!(point.format("", Culture::invariant()).unwrap(), "01/31/2024 15:04:05 -01:30");
        assert_eq!(point.format("u", Culture::invariant()).unwrap(), "2024-01-31 16:34:05Z");
        assert!(point.format("U", Culture::invariant()).is_err());
    }
}
