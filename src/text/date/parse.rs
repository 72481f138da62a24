//! `DateTime.Parse`: dates and times in the forms that people write.

use super::lexer::{Lexer, Separator, Suffix, Word};
use super::parse_table::{Goal, Kind, State, Step, step};
use super::parsing::{DateContext, DateStyles, Fault, Parts, Reading, four_digit_year};
use super::pattern::{Token, tokens};
use super::{DateTime, DateTimeOffset, TimeSpan, days_in_month};
use crate::text::TextError;

impl DateTime {
    /// Reads a date in any usual form; an offset in the text moves the date to the local zone, unless the styles say
    /// otherwise.
    ///
    /// # Errors
    /// .NET's `FormatException`s, and an `ArgumentException` for styles that do not go together.
    pub fn parse(text: &str, styles: DateStyles, context: DateContext<'_>) -> Result<DateTime, TextError> {
        styles.check(false)?;
        let reading = Reading { context, styles, keep_offset: false };
        Parser::parse(text, reading).map(|(date, _)| date).map_err(|fault| fault.error(text))
    }
}

impl DateTimeOffset {
    /// Reads a date in any usual form; without an offset in the text it has the local zone's.
    ///
    /// # Errors
    /// .NET's `FormatException`s, and an `ArgumentException` for styles that do not go together.
    pub fn parse(text: &str, styles: DateStyles, context: DateContext<'_>) -> Result<DateTimeOffset, TextError> {
        styles.check(true)?;
        let reading = Reading { context, styles, keep_offset: true };
        let (date, offset) = Parser::parse(text, reading).map_err(|fault| fault.error(text))?;
        DateTimeOffset::new(date.with_kind(super::DateKind::Unspecified), offset)
    }
}

/// Reads a date or time; tells too whether its parts are of the kind that `foreign` looks for.
pub(super) fn parse_only(
    text: &str,
    styles: DateStyles,
    context: DateContext<'_>,
    foreign: impl FnOnce(&Parts) -> bool,
) -> Option<(DateTime, bool)> {
    let reading = Reading { context, styles, keep_offset: false };
    let parser = Parser::over(text, reading).ok()?;
    let (reading, parts) = parser.run().ok()?;
    let has_other = foreign(&parts);
    reading.finish(parts).ok().map(|(date, _)| (date, has_other))
}

/// Which of year, month and day comes first in a culture's patterns.
#[derive(Clone, Copy, PartialEq, Eq)]
enum First {
    Year,
    Month,
    Day,
}

struct Parser<'a> {
    reading: Reading<'a>,
    lexer: Lexer,
    state: State,
    parts: Parts,
    /// Numbers that no date or time has taken yet.
    numbers: Vec<i32>,
    /// A number that is surely a year, and a month that was named.
    year: Option<i32>,
    month: Option<i32>,
    /// The second half of the day.
    afternoon: Option<bool>,
    has_date: bool,
    has_time: bool,
    complete: bool,
}

/// What a round of the lexer brought.
enum Found {
    Token(Kind),
    /// Something that only needed skipping or noting.
    Nothing,
    /// An ISO date is complete up to its `T`.
    IsoTime,
}

impl<'a> Parser<'a> {
    fn parse(text: &str, reading: Reading<'a>) -> Result<(DateTime, TimeSpan), Fault> {
        let (reading, parts) = Parser::over(text, reading)?.run()?;
        reading.finish(parts)
    }

    fn over(text: &str, reading: Reading<'a>) -> Result<Parser<'a>, Fault> {
        if text.is_empty() {
            return Err(Fault::Bad);
        }
        Ok(Parser {
            lexer: Lexer::new(text, reading.context.culture),
            reading,
            state: State::Begin,
            parts: Parts::default(),
            numbers: Vec::new(),
            year: None,
            month: None,
            afternoon: None,
            has_date: false,
            has_time: false,
            complete: false,
        })
    }

    fn run(mut self) -> Result<(Reading<'a>, Parts), Fault> {
        loop {
            let kind = match self.next_token()? {
                Found::Nothing => continue,
                Found::IsoTime => return self.iso_time(),
                Found::Token(kind) => kind,
            };
            match step(self.state, kind) {
                Step::X => return Err(Fault::Bad),
                Step::Go(state) => self.state = state,
                Step::Done(goal) => {
                    self.reach(goal)?;
                    self.complete = true;
                    self.state = State::Begin;
                }
            }
            if matches!(kind, Kind::End | Kind::NumberEnd | Kind::MonthEnd) {
                break;
            }
        }
        if !self.complete {
            return Err(Fault::Bad);
        }
        if let Some(afternoon) = self.afternoon {
            self.parts.hour = Some(match (self.parts.hour.ok_or(Fault::Bad)?, afternoon) {
                (12, false) => 0,
                (hour @ 0..12, false) | (hour @ 12..24, true) => hour,
                (hour @ 0..12, true) => hour + 12,
                _ => return Err(Fault::Bad),
            });
        }
        Ok((self.reading, self.parts))
    }

    fn next_token(&mut self) -> Result<Found, Fault> {
        let word = self.lexer.word();
        match word {
            Word::LongNumber => return Err(Fault::Bad),
            Word::Number(_) | Word::Year(_) => return self.number(word),
            Word::Month(month) => {
                if self.month.replace(month).is_some() {
                    return Err(Fault::Bad);
                }
                let separator = self.lexer_separator(Kind::MonthDate, Kind::MonthSpace);
                return separator.month().map(Found::Token).ok_or(Fault::Bad);
            }
            Word::DayOfWeek(day) => {
                if self.parts.day_of_week.replace(day).is_some() {
                    return Err(Fault::Bad);
                }
                return Ok(Found::Token(Kind::DayOfWeek));
            }
            Word::Era => return Ok(Found::Token(Kind::Era)),
            Word::Zone => {
                if self.parts.offset.replace(TimeSpan::ZERO).is_some() {
                    return Err(Fault::Bad);
                }
                self.parts.utc = true;
                return Ok(Found::Token(Kind::Zone));
            }
            Word::End => return Ok(Found::Token(Kind::End)),
            Word::Mark(afternoon) => self.set_mark(afternoon)?,
            Word::Ignorable => {}
            Word::Unknown => self.unknown()?,
        }
        Ok(Found::Nothing)
    }

    fn unknown(&mut self) -> Result<(), Fault> {
        if self.lexer.peek().is_some_and(char::is_alphabetic) {
            return Err(Fault::UnknownWord(self.lexer.unit_index()));
        }
        if self.parts.offset.is_none() {
            self.parts.offset = self.lexer.offset();
            if self.parts.offset.is_some() {
                return Ok(());
            }
        }
        if self.lexer.punctuation() { Ok(()) } else { Err(Fault::Bad) }
    }

    fn set_mark(&mut self, afternoon: bool) -> Result<(), Fault> {
        if self.afternoon.replace(afternoon).is_some() { Err(Fault::Bad) } else { Ok(()) }
    }

    /// The separator at hand. A hyphen that would not fit as a date separator, where the number completes the date,
    /// is left for the offset that it begins.
    fn lexer_separator(&mut self, date: Kind, space: Kind) -> Separator {
        let before = self.lexer.at;
        let separator = self.lexer.separator();
        let completes = step(self.state, date) == Step::X && matches!(step(self.state, space), Step::Done(_));
        if separator == Separator::DateOrOffset && completes {
            self.lexer.at = before;
            return Separator::Space;
        }
        separator
    }

    fn number(&mut self, word: Word) -> Result<Found, Fault> {
        if self.numbers.len() == 3 {
            return Err(Fault::Bad);
        }
        let in_time = matches!(self.state, State::TimeNt | State::TimeNnt);
        if self.state == State::TimeNnt {
            self.parts.fraction = self.lexer.fraction().unwrap_or(self.parts.fraction);
        }
        if in_time {
            self.offset_behind()?;
        }
        match word {
            Word::Year(year) => {
                if self.year.replace(year).is_some() {
                    return Err(Fault::Bad);
                }
                let separator = self.lexer_separator(Kind::YearDate, Kind::YearSpace);
                match separator {
                    Separator::Mark(afternoon) => self.set_mark(afternoon)?,
                    Separator::DateSuffix(suffix) | Separator::TimeSuffix(suffix) => self.suffixed(suffix, year)?,
                    _ => {}
                }
                separator.year().map(Found::Token).ok_or(Fault::Bad)
            }
            Word::Number(number) => {
                let separator = self.lexer_separator(Kind::NumberDate, Kind::NumberSpace);
                match separator {
                    Separator::Mark(afternoon) => {
                        self.set_mark(afternoon)?;
                        if self.state == State::DateNn {
                            self.reach(Goal::DayNn)?;
                        }
                        self.numbers.push(number);
                        if in_time {
                            self.offset_behind()?;
                        }
                    }
                    Separator::LocalTime => {
                        self.numbers.push(number);
                        let iso = matches!(self.state, State::DateYn | State::DateYnd);
                        return if iso { Ok(Found::IsoTime) } else { Err(Fault::Bad) };
                    }
                    Separator::DateSuffix(suffix) | Separator::TimeSuffix(suffix) => self.suffixed(suffix, number)?,
                    _ => self.numbers.push(number),
                }
                separator.number().map(Found::Token).ok_or(Fault::Bad)
            }
            _ => Err(Fault::Bad),
        }
    }

    /// An offset right behind a time, as in `10:20-08`.
    fn offset_behind(&mut self) -> Result<(), Fault> {
        if !self.lexer.find_sign() {
            return Ok(());
        }
        if self.parts.offset.is_some() {
            return Err(Fault::Bad);
        }
        self.parts.offset = Some(self.lexer.offset().ok_or(Fault::Bad)?);
        Ok(())
    }

    fn suffixed(&mut self, suffix: Suffix, number: i32) -> Result<(), Fault> {
        let (part, value) = match suffix {
            Suffix::Year => {
                self.year = Some(four_digit_year(number));
                (&mut self.parts.year, four_digit_year(number))
            }
            Suffix::Month => {
                self.month = Some(number);
                (&mut self.parts.month, number)
            }
            Suffix::Day => (&mut self.parts.day, number),
            Suffix::Hour => (&mut self.parts.hour, number),
            Suffix::Minute => (&mut self.parts.minute, number),
            Suffix::Second => (&mut self.parts.second, number),
        };
        if part.replace(value).is_some() { Err(Fault::Bad) } else { Ok(()) }
    }

    /// The time behind the `T` of ISO 8601, and nothing else behind it but a zone.
    fn iso_time(mut self) -> Result<(Reading<'a>, Parts), Fault> {
        let two_digits = |lexer: &mut Lexer| {
            lexer.skip_blanks();
            let (value, count) = lexer.digits(2);
            if count == 2 { Ok(value) } else { Err(Fault::Bad) }
        };
        self.parts.hour = Some(two_digits(&mut self.lexer)?);
        self.lexer.skip_blanks();
        if !self.lexer.take(':') {
            return Err(Fault::Bad);
        }
        self.parts.minute = Some(two_digits(&mut self.lexer)?);
        self.lexer.skip_blanks();
        if self.lexer.take(':') {
            self.parts.second = Some(two_digits(&mut self.lexer)?);
            if matches!(self.lexer.peek(), Some('.' | ',')) {
                self.parts.fraction = self.lexer.fraction().ok_or(Fault::Bad)?;
            }
            self.lexer.skip_blanks();
        }
        match self.lexer.peek() {
            Some('+' | '-') => self.parts.offset = Some(self.lexer.offset().ok_or(Fault::Bad)?),
            Some('Z' | 'z') => {
                self.lexer.at += 1;
                self.parts.offset = Some(TimeSpan::ZERO);
                self.parts.utc = true;
            }
            _ => {}
        }
        self.lexer.skip_blanks();
        while matches!(self.lexer.peek(), Some('#' | '\0')) {
            if !self.lexer.punctuation() {
                return Err(Fault::Bad);
            }
            self.lexer.skip_blanks();
        }
        if self.lexer.peek().is_some() {
            return Err(Fault::Bad);
        }
        self.parts.year = self.year;
        (self.parts.month, self.parts.day) = (self.numbers.first().copied(), self.numbers.get(1).copied());
        Ok((self.reading, self.parts))
    }

    /// Takes the numbers at hand for a date or time that is complete.
    fn reach(&mut self, goal: Goal) -> Result<(), Fault> {
        let numbers = std::mem::take(&mut self.numbers);
        let number = |index: usize| numbers.get(index).copied().ok_or(Fault::Bad);
        let order = self.date_order();
        let year = self.year.ok_or(Fault::Bad);
        let month = self.month.ok_or(Fault::Bad);
        match goal {
            Goal::TimeN => {
                self.afternoon.ok_or(Fault::Bad)?;
                self.set_time(number(0)?, None, None)
            }
            Goal::TimeNn => self.set_time(number(0)?, Some(number(1)?), None),
            Goal::TimeNnn => self.set_time(number(0)?, Some(number(1)?), Some(number(2)?)),
            Goal::TimeSuffixed | Goal::DaySuffixed => Ok(()),
            Goal::DayNn => {
                let this_year = self.default_year();
                let (month, day) = match self.month_day_order() {
                    First::Day => (number(1)?, number(0)?),
                    _ => (number(0)?, number(1)?),
                };
                self.set_date(this_year, month, day)
            }
            Goal::DayNnn => {
                let (year, month, day) = match order? {
                    First::Year => (number(0)?, number(1)?, number(2)?),
                    First::Month => (number(2)?, number(0)?, number(1)?),
                    First::Day => (number(2)?, number(1)?, number(0)?),
                };
                self.set_date(four_digit_year(year), month, day)
            }
            Goal::DayMn | Goal::DayNm => self.month_and_number(goal, month?, number(0)?),
            Goal::DayMnn => {
                let (first, second) = (number(0)?, number(1)?);
                let tries = if order? == First::Year {
                    [(first, second), (second, first)]
                } else {
                    [(second, first), (first, second)]
                };
                let month = month?;
                let valid = |(year, day): &(i32, i32)| is_date(four_digit_year(*year), month, *day);
                let (year, day) = tries.into_iter().find(valid).ok_or(Fault::Bad)?;
                self.set_date(four_digit_year(year), month, day)
            }
            Goal::DayYnn => self.set_date(year?, number(0)?, number(1)?),
            Goal::DayNny if order? == First::Day => self.set_date(year?, number(1)?, number(0)?),
            Goal::DayNny => self.set_date(year?, number(0)?, number(1)?),
            Goal::DayYmn => self.set_date(year?, month?, number(0)?),
            Goal::DayYn => self.set_date(year?, number(0)?, 1),
            Goal::DayYm => self.set_date(year?, month?, 1),
            Goal::DaySuffixedN => {
                if self.parts.day.replace(number(0)?).is_some() {
                    Err(Fault::Bad)
                } else {
                    Ok(())
                }
            }
            Goal::DayNSuffixed => {
                self.parts.month.ok_or(Fault::Bad)?;
                self.parts.day = Some(1);
                let year = four_digit_year(number(0)?);
                if self.parts.year.replace(year).is_some() { Err(Fault::Bad) } else { Ok(()) }
            }
            Goal::DayNnSuffixed => {
                let (first, second) = (number(0)?, number(1)?);
                match (self.parts.year, self.parts.month, self.parts.day) {
                    (Some(year), None, None) => self.set_date(year, first, second),
                    (None, Some(month), None) if order? == First::Year => {
                        self.set_date(four_digit_year(first), month, second)
                    }
                    (None, Some(month), None) => self.set_date(four_digit_year(second), month, first),
                    _ => Err(Fault::Bad),
                }
            }
        }
    }

    /// A month's name with one number: a day of this year, or a year where the culture writes years there.
    fn month_and_number(&mut self, goal: Goal, month: i32, number: i32) -> Result<(), Fault> {
        let year_behind = self.reading.context.culture.date.year_month.find('y')
            > self.reading.context.culture.date.year_month.find('M');
        let is_year = match (goal, self.month_day_order()) {
            (Goal::DayMn, First::Day) => year_behind,
            (Goal::DayNm, First::Month) => !year_behind,
            _ => false,
        };
        if self.has_date {
            return Err(Fault::Bad);
        }
        if is_year {
            return self.put_date(four_digit_year(number), month, 1);
        }
        let this_year = self.default_year();
        self.put_date(this_year, month, number)
    }

    fn default_year(&mut self) -> i32 {
        self.parts.default_year = true;
        self.reading.now(&self.parts).year()
    }

    fn set_date(&mut self, year: i32, month: i32, day: i32) -> Result<(), Fault> {
        if std::mem::replace(&mut self.has_date, true) {
            return Err(Fault::Bad);
        }
        self.put_date(year, month, day)
    }

    fn put_date(&mut self, year: i32, month: i32, day: i32) -> Result<(), Fault> {
        if !is_date(year, month, day) {
            return Err(Fault::Bad);
        }
        (self.parts.year, self.parts.month, self.parts.day) = (Some(year), Some(month), Some(day));
        Ok(())
    }

    fn set_time(&mut self, hour: i32, minute: Option<i32>, second: Option<i32>) -> Result<(), Fault> {
        if std::mem::replace(&mut self.has_time, true) {
            return Err(Fault::Bad);
        }
        self.parts.hour = Some(hour);
        self.parts.minute = minute.or(self.parts.minute);
        self.parts.second = second.or(self.parts.second);
        Ok(())
    }

    fn date_order(&self) -> Result<First, Fault> {
        match field_order(self.reading.context.culture.date.short_date).get(..3) {
            Some(['y', ..]) => Ok(First::Year),
            Some(['M', 'd', ..]) => Ok(First::Month),
            Some(['d', ..]) => Ok(First::Day),
            _ => Err(Fault::Bad),
        }
    }

    fn month_day_order(&self) -> First {
        match field_order(self.reading.context.culture.date.month_day).first() {
            Some('d') => First::Day,
            _ => First::Month,
        }
    }
}

/// The letters of year, month and day in the order of a pattern.
fn field_order(pattern: &str) -> Vec<char> {
    let fields = tokens(pattern, "yMd", "").unwrap_or_default();
    let letter = |token| match token {
        Token::Field { letter: 'd', count: 3.., .. } => None,
        Token::Field { letter, .. } => Some(letter),
        _ => None,
    };
    fields.into_iter().filter_map(letter).collect()
}

fn is_date(year: i32, month: i32, day: i32) -> bool {
    (1..=9999).contains(&year) && day >= 1 && day <= days_in_month(year, month)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Culture;
    use crate::text::date::{DateKind, TimeZone};

    /// Reads in Berlin on 2024-07-01; gives the sortable form and the kind's first letter.
    fn read(text: &str, culture: &str, styles: u32) -> String {
        let zone = TimeZone::find("Europe/Berlin").unwrap();
        let now = DateTime::from_date(2024, 7, 1).unwrap().with_kind(DateKind::Utc);
        let context = DateContext { culture: Culture::find(culture).unwrap(), zone: &zone, now };
        match DateTime::parse(text, DateStyles(styles), context) {
            Ok(date) => {
                let text = date.format("s", Culture::invariant(), &zone).unwrap();
                format!("{text} {}", format!("{:?}", date.kind).chars().next().unwrap())
            }
            Err(error) => error.message,
        }
    }

    #[test]
    fn iso_dates() {
        assert_eq!(read("2024-01-31", "", 0), "2024-01-31T00:00:00 U");
        assert_eq!(read("2024-01-31T10:20", "", 0), "2024-01-31T10:20:00 U");
        assert_eq!(read("2024-01-31T10:20:30.5Z", "", 0), "2024-01-31T11:20:30 L");
        assert_eq!(read("2024-01-31T10:20:30-0530", "", 0x10), "2024-01-31T15:50:30 U");
        assert_eq!(read("2024-01-31T10:20:30Z", "", 0x80), "2024-01-31T10:20:30 U");
        assert_eq!(read("2024-01-31+08:00", "", 0), "2024-01-30T17:00:00 L");
        assert_eq!(read("2024-01-31T10", "", 0), "String '2024-01-31T10' was not recognized as a valid DateTime.");
    }

    #[test]
    fn numbers_follow_the_order_of_the_culture() {
        assert_eq!(read("1/31/2024", "en-US", 0), "2024-01-31T00:00:00 U");
        assert_eq!(read("5/6", "en-GB", 0), "2024-06-05T00:00:00 U");
        assert_eq!(read("31.1.24", "de-DE", 0), "2024-01-31T00:00:00 U");
        assert_eq!(read("1/31/50", "en-US", 0), "1950-01-31T00:00:00 U");
        assert_eq!(read("13/1/2024", "en-US", 0), "String '13/1/2024' was not recognized as a valid DateTime.");
    }

    #[test]
    fn names_of_months_and_days() {
        assert_eq!(read("Wed, 31 Jan 2024 15:04:05 GMT", "en-US", 0), "2024-01-31T16:04:05 L");
        assert_eq!(read("January 31, 2024 3:04 PM", "en-US", 0), "2024-01-31T15:04:00 U");
        assert_eq!(read("31. Januar 2024", "de-DE", 0), "2024-01-31T00:00:00 U");
        assert_eq!(read("Jan 5", "en-US", 0), "2024-01-05T00:00:00 U");
        assert_eq!(
            read("Tue, 31 Jan 2024", "en-US", 0),
            "String 'Tue, 31 Jan 2024' was not recognized as a valid DateTime because the day of week was incorrect."
        );
    }

    #[test]
    fn times_alone_are_of_today() {
        assert_eq!(read("3 PM", "en-US", 0), "2024-07-01T15:00:00 U");
        assert_eq!(read("10:20:30", "en-US", 8), "0001-01-01T10:20:30 U");
        assert_eq!(read("12:04 AM", "en-US", 0), "2024-07-01T00:04:00 U");
    }

    #[test]
    fn marks_of_chinese_and_japanese_dates() {
        assert_eq!(read("2024年1月31日 15時4分5秒", "ja-JP", 0), "2024-01-31T15:04:05 U");
        assert_eq!(read("1月31日", "en-US", 0), "2024-01-31T00:00:00 U");
    }

    #[test]
    fn faults_say_what_is_wrong() {
        assert_eq!(
            read("1/31/2024 abc", "en-US", 0),
            "The string '1/31/2024 abc' was not recognized as a valid DateTime. There is an unknown word starting at \
             index '10'."
        );
        assert_eq!(
            read("2024-01-31 25:00", "en-US", 0),
            "The DateTime represented by the string '2024-01-31 25:00' is not supported in calendar \
             'System.Globalization.GregorianCalendar'."
        );
        assert_eq!(
            read("2024-01-31T10:20:30+15:00", "en-US", 0),
            "The time zone offset of string '2024-01-31T10:20:30+15:00' must be within plus or minus 14 hours."
        );
    }
}
