//! `DateTime.ParseExact`: a date that has precisely the form of a pattern.

use super::format::{FIELDS, SINGLE, only_char, standard_pattern};
use super::parsing::{DateContext, DateStyles, Fault, Parts, Reading, four_digit_year};
use super::pattern::{Token, tokens};
use super::{DateKind, DateTime, DateTimeOffset, TimeSpan};
use crate::text::symbol::fold_char;
use crate::text::{Culture, TextError};

impl DateTime {
    /// Reads a date of the given standard or custom format.
    ///
    /// # Errors
    /// .NET's `FormatException`s, and an `ArgumentException` for styles that do not go together.
    pub fn parse_exact(
        text: &str,
        format: &str,
        styles: DateStyles,
        context: DateContext<'_>,
    ) -> Result<DateTime, TextError> {
        styles.check(false)?;
        let reading = Reading { context, styles, keep_offset: false };
        read(text, format, &reading).map(|(date, _)| date)
    }
}

impl DateTimeOffset {
    /// Reads a date with an offset of the given standard or custom format.
    ///
    /// # Errors
    /// .NET's `FormatException`s, and an `ArgumentException` for styles that do not go together.
    pub fn parse_exact(
        text: &str,
        format: &str,
        styles: DateStyles,
        context: DateContext<'_>,
    ) -> Result<DateTimeOffset, TextError> {
        styles.check(true)?;
        let reading = Reading { context, styles, keep_offset: true };
        let (date, offset) = read(text, format, &reading)?;
        DateTimeOffset::new(date.with_kind(DateKind::Unspecified), offset)
    }
}

fn read(text: &str, format: &str, reading: &Reading<'_>) -> Result<(DateTime, TimeSpan), TextError> {
    if text.is_empty() {
        return Err(Fault::Bad.error(text));
    }
    if format.is_empty() {
        return Err(TextError::format("Format specifier '' was invalid."));
    }
    let mut matcher = Matcher {
        rest: text,
        culture: reading.context.culture,
        inner_white: reading.styles.has(DateStyles::INNER_WHITE),
        parts: Parts::default(),
        two_digit_year: false,
        hour12: false,
        afternoon: None,
        has_fraction: false,
    };
    let mut styles = reading.styles;
    let pattern = match only_char(format) {
        Some(letter) => {
            let (pattern, invariant) =
                standard_pattern(letter, matcher.culture).ok_or_else(|| Fault::Specifier.error(text))?;
            if invariant {
                matcher.culture = Culture::invariant();
            }
            let universal = letter == 'U' || (reading.keep_offset && matches!(letter, 'r' | 'R' | 'u'));
            if universal {
                matcher.parts.offset = Some(TimeSpan::ZERO);
                matcher.parts.utc = true;
            }
            if letter == 'U' {
                styles = styles | DateStyles::ADJUST_TO_UNIVERSAL;
            }
            pattern
        }
        None => format.to_owned(),
    };
    let reading = Reading { context: reading.context, styles, keep_offset: reading.keep_offset };
    let pattern = matcher.trim(&pattern, styles);
    let tokens = tokens(pattern, FIELDS, SINGLE)?;
    let parts = matcher.run(&tokens).map_err(|fault| fault.error(text))?;
    reading.finish(parts).map_err(|fault| fault.error(text))
}

struct Matcher<'a> {
    rest: &'a str,
    culture: &'static Culture,
    inner_white: bool,
    parts: Parts,
    two_digit_year: bool,
    hour12: bool,
    afternoon: Option<bool>,
    has_fraction: bool,
}

impl Matcher<'_> {
    /// Cuts white space where the styles allow it, from the text and from the pattern.
    fn trim<'p>(&mut self, mut pattern: &'p str, styles: DateStyles) -> &'p str {
        if styles.has(DateStyles::TRAILING_WHITE) {
            pattern = pattern.trim_end();
            self.rest = self.rest.trim_end();
        }
        if styles.has(DateStyles::LEADING_WHITE) {
            pattern = pattern.trim_start();
            self.rest = self.rest.trim_start();
        }
        pattern
    }

    fn run(mut self, tokens: &[Token]) -> Result<Parts, Fault> {
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            at += 1;
            if self.inner_white {
                self.rest = self.rest.trim_start();
            }
            match token {
                Token::Field { letter, count, .. } => self.field(*letter, *count)?,
                Token::Quoted(text) => {
                    for c in text.chars() {
                        if c == ' ' && self.inner_white {
                            self.rest = self.rest.trim_start();
                        } else {
                            self.expect(c)?;
                        }
                    }
                }
                Token::Bare('.') if !self.rest.starts_with('.') => {
                    // A point before `F` goes with the fraction that is not there.
                    let optional = matches!(tokens.get(at), Some(Token::Field { letter: 'F', .. }));
                    at += usize::from(optional);
                    if !optional {
                        return Err(Fault::Bad);
                    }
                }
                Token::Bare(' ') if self.inner_white => {}
                Token::Bare('G') if is_gmt(tokens.get(at..)) => {
                    at += 2;
                    self.rest = self.rest.strip_prefix("GMT").ok_or(Fault::Bad)?;
                    self.parts.offset = Some(TimeSpan::ZERO);
                }
                Token::Bare('Z') => {
                    self.set_offset(TimeSpan::ZERO, 'Z')?;
                    self.parts.utc = true;
                    let taken = self.take_word("GMT") || self.take_word("Z");
                    if !taken || self.rest.starts_with(char::is_alphabetic) {
                        return Err(Fault::Bad);
                    }
                }
                Token::Bare(c) => self.expect(*c)?,
            }
        }
        if !self.rest.is_empty() {
            return Err(Fault::Bad);
        }
        self.complete()
    }

    fn complete(mut self) -> Result<Parts, Fault> {
        if self.two_digit_year {
            self.parts.year = self.parts.year.map(four_digit_year);
        }
        match (self.parts.hour, self.hour12, self.afternoon) {
            (Some(13..), true, _) => return Err(Fault::Bad),
            (Some(hour), true, afternoon) => {
                self.parts.hour = Some(hour % 12 + if afternoon == Some(true) { 12 } else { 0 });
            }
            (Some(12..), false, Some(false)) | (Some(..12), false, Some(true)) => return Err(Fault::Bad),
            _ => {}
        }
        Ok(self.parts)
    }

    fn expect(&mut self, c: char) -> Result<(), Fault> {
        self.rest = self.rest.strip_prefix(c).ok_or(Fault::Bad)?;
        Ok(())
    }

    fn field(&mut self, letter: char, count: usize) -> Result<(), Fault> {
        match letter {
            'y' => {
                self.two_digit_year |= count <= 2;
                let year = self.digits(count)?;
                store(&mut self.parts.year, year, letter)
            }
            'M' if count <= 2 => {
                let month = self.digits(count)?;
                store(&mut self.parts.month, month, letter)
            }
            'M' => {
                let date = &self.culture.date;
                let month = if count == 3 {
                    self.longest_name(&[&date.short_months, &date.short_genitive_months])?
                } else {
                    self.longest_name(&[&date.months, &date.genitive_months])?
                };
                store(&mut self.parts.month, month + 1, letter)
            }
            'd' if count <= 2 => {
                let day = self.digits(count)?;
                store(&mut self.parts.day, day, letter)
            }
            'd' => {
                let date = &self.culture.date;
                let names = if count == 3 { &date.short_days } else { &date.days };
                let day = self.longest_name(&[names])?;
                store(&mut self.parts.day_of_week, day, letter)
            }
            'h' | 'H' => {
                self.hour12 |= letter == 'h';
                let hour = self.digits(count.min(2))?;
                store(&mut self.parts.hour, hour, letter)
            }
            'm' => {
                let minute = self.digits(count.min(2))?;
                store(&mut self.parts.minute, minute, letter)
            }
            's' => {
                let second = self.digits(count.min(2))?;
                store(&mut self.parts.second, second, letter)
            }
            'f' | 'F' => self.fraction(letter, count),
            't' => self.mark(count),
            'g' => {
                let date = &self.culture.date;
                let taken = [date.era, date.short_era].into_iter().any(|era| self.take_word(era));
                if taken { Ok(()) } else { Err(Fault::Bad) }
            }
            'z' => {
                let offset = self.offset(count)?;
                self.set_offset(offset, 'z')
            }
            'K' if self.rest.starts_with('Z') => {
                self.expect('Z')?;
                self.parts.utc = true;
                self.set_offset(TimeSpan::ZERO, 'K')
            }
            'K' if self.rest.starts_with(['+', '-']) => {
                let offset = self.offset(3)?;
                self.set_offset(offset, 'K')
            }
            'K' => Ok(()),
            ':' => self.separator(":", self.culture.date.time_separator),
            _ => self.separator("/", self.culture.date.date_separator),
        }
    }

    fn separator(&mut self, plain: &str, own: &str) -> Result<(), Fault> {
        let rest = self.rest.strip_prefix(plain).or_else(|| self.rest.strip_prefix(own));
        self.rest = rest.ok_or(Fault::Bad)?;
        Ok(())
    }

    /// Exactly `count` digits; one stands for one or two.
    fn digits(&mut self, count: usize) -> Result<i32, Fault> {
        let most = if count == 1 { 2 } else { count };
        let length = self.rest.bytes().take(most).take_while(u8::is_ascii_digit).count();
        if length < count {
            return Err(Fault::Bad);
        }
        let (digits, rest) = self.rest.split_at(length);
        self.rest = rest;
        digits.parse().map_err(|_| Fault::Bad)
    }

    fn fraction(&mut self, letter: char, count: usize) -> Result<(), Fault> {
        if count > 7 {
            return Err(Fault::Bad);
        }
        let length = self.rest.bytes().take(count).take_while(u8::is_ascii_digit).count();
        let (digits, rest) = self.rest.split_at(length);
        self.rest = rest;
        if letter == 'f' && length < count {
            return Err(Fault::Bad);
        }
        let fraction = format!("0.{digits}0").parse().map_err(|_| Fault::Bad)?;
        if self.has_fraction && fraction != self.parts.fraction {
            return Err(Fault::RepeatedField(letter));
        }
        self.has_fraction = true;
        self.parts.fraction = fraction;
        Ok(())
    }

    /// The half of the day; one letter is that of the designator, in its case.
    fn mark(&mut self, count: usize) -> Result<(), Fault> {
        let marks = [(self.culture.date.am, false), (self.culture.date.pm, true)];
        let found = if count == 1 {
            let first = self.rest.chars().next().ok_or(Fault::Bad)?;
            let found = marks.iter().find(|(mark, _)| mark.starts_with(first));
            self.rest = self.rest.strip_prefix(first).unwrap_or_default();
            found
        } else {
            marks.iter().find(|(mark, _)| self.take_word(mark))
        };
        let afternoon = found.ok_or(Fault::Bad)?.1;
        if self.afternoon.replace(afternoon).is_some_and(|before| before != afternoon) {
            return Err(Fault::RepeatedField('t'));
        }
        Ok(())
    }

    fn offset(&mut self, count: usize) -> Result<TimeSpan, Fault> {
        let negative = self.rest.starts_with('-');
        if !negative && !self.rest.starts_with('+') {
            return Err(Fault::Bad);
        }
        self.rest = self.rest.get(1..).unwrap_or_default();
        let hours = self.digits(if count == 2 { 2 } else { 1 })?;
        let minutes = if count > 2 {
            self.rest = self.rest.strip_prefix(':').unwrap_or(self.rest);
            self.digits(2)?
        } else {
            0
        };
        if minutes >= 60 {
            return Err(Fault::Bad);
        }
        let sign = if negative { -1 } else { 1 };
        TimeSpan::from_parts(0, i64::from(sign * hours), i64::from(sign * minutes), 0, 0, 0).map_err(|_| Fault::Bad)
    }

    fn set_offset(&mut self, offset: TimeSpan, letter: char) -> Result<(), Fault> {
        if self.parts.offset.replace(offset).is_some_and(|before| before != offset) {
            return Err(Fault::RepeatedField(letter));
        }
        Ok(())
    }

    /// The index of the longest of the names that the text goes on with.
    fn longest_name(&mut self, lists: &[&[&'static str]]) -> Result<i32, Fault> {
        let names = lists.iter().flat_map(|names| names.iter().enumerate());
        let matches = names.filter_map(|(index, name)| Some((index, strip_folded(self.rest, name)?)));
        let (index, rest) = matches.min_by_key(|(_, rest)| rest.len()).ok_or(Fault::Bad)?;
        self.rest = rest;
        i32::try_from(index).map_err(|_| Fault::Bad)
    }

    fn take_word(&mut self, word: &str) -> bool {
        let rest = strip_folded(self.rest, word);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }
}

/// Notes a part; a second one must agree.
fn store(part: &mut Option<i32>, value: i32, letter: char) -> Result<(), Fault> {
    if part.replace(value).is_some_and(|before| before != value) { Err(Fault::RepeatedField(letter)) } else { Ok(()) }
}

/// Whether the tokens behind a `G` spell out the word GMT.
fn is_gmt(rest: Option<&[Token]>) -> bool {
    matches!(rest, Some([Token::Field { letter: 'M', count: 1, .. }, Token::Bare('T'), after @ ..])
        if !matches!(after.first(), Some(Token::Field { .. })))
}

fn strip_folded<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let mut chars = text.chars();
    for want in word.chars() {
        if chars.next().map(fold_char) != Some(fold_char(want)) {
            return None;
        }
    }
    if word.is_empty() { None } else { Some(chars.as_str()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::date::TimeZone;

    fn read(text: &str, format: &str) -> String {
        let zone = TimeZone::utc();
        let now = DateTime::from_date(2024, 7, 1).unwrap().with_kind(DateKind::Utc);
        let context = DateContext { culture: Culture::en_us(), zone: &zone, now };
        match DateTime::parse_exact(text, format, DateStyles::NONE, context) {
            Ok(date) => date.format("s", Culture::invariant(), &zone).unwrap(),
            Err(error) => error.message,
        }
    }

    #[test]
    fn digits_must_be_as_many_as_the_letters() {
        assert_eq!(read("20240131102030", "yyyyMMddHHmmss"), "2024-01-31T10:20:30");
        assert_eq!(read("5/1/24", "d/M/yy"), "2024-01-05T00:00:00");
        assert_eq!(read("2024-1-31", "yyyy-MM-dd"), "String '2024-1-31' was not recognized as a valid DateTime.");
    }

    #[test]
    fn fractions_may_be_optional() {
        assert_eq!(read("10:20:30", "HH:mm:ss.FFF"), "2024-07-01T10:20:30");
        assert_eq!(read("10:20:30.1", "HH:mm:ss.fff"), "String '10:20:30.1' was not recognized as a valid DateTime.");
    }

    #[test]
    fn hours_agree_with_their_half_of_the_day() {
        assert_eq!(read("12:20 AM", "hh:mm tt"), "2024-07-01T00:20:00");
        assert_eq!(read("13:20 AM", "HH:mm tt"), "String '13:20 AM' was not recognized as a valid DateTime.");
    }

    #[test]
    fn a_repeated_field_must_agree() {
        assert_eq!(read("5 5", "d d"), "2024-01-05T00:00:00");
        assert_eq!(read("5 6", "d d"), "DateTime pattern 'd' appears more than once with different values.");
    }

    #[test]
    fn standard_formats_and_zones() {
        assert_eq!(read("Wed, 31 Jan 2024 15:04:05 GMT", "r"), "2024-01-31T15:04:05");
        assert_eq!(read("2024-01-31T10:20:30.1234567+02:00", "o"), "2024-01-31T08:20:30");
        assert_eq!(read("31 Jan 2024 15:04 GMT", "dd MMM yyyy HH:mm GMT"), "2024-01-31T15:04:00");
        assert_eq!(read("1", "x"), "Input string was not in a correct format.");
    }
}
