//! The tokens of a free-form date: numbers, names, separators, zones.

use super::TimeSpan;
use super::parse_table::Kind;
use crate::text::Culture;
use crate::text::symbol::fold_char;

/// What stands at a place, when no separator is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    End,
    /// A number of one or two digits.
    Number(i32),
    /// A number of three to eight digits.
    Year(i32),
    /// More digits than any number in a date has.
    LongNumber,
    DayOfWeek(i32),
    Month(i32),
    Era,
    Zone,
    /// The second half of the day.
    Mark(bool),
    /// A comma or a point.
    Ignorable,
    Unknown,
}

/// What follows a number or a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Separator {
    End,
    Space,
    Date,
    /// A hyphen: a date separator or the sign of an offset.
    DateOrOffset,
    Time,
    Mark(bool),
    /// The `T` of ISO 8601.
    LocalTime,
    DateSuffix(Suffix),
    TimeSuffix(Suffix),
}

/// The characters that mark a number in Chinese and Japanese dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Suffix {
    Year,
    Month,
    Day,
    Hour,
    Minute,
    Second,
}

const SUFFIXES: [(&str, Suffix); 7] = [
    ("年", Suffix::Year),
    ("月", Suffix::Month),
    ("日", Suffix::Day),
    ("時", Suffix::Hour),
    ("时", Suffix::Hour),
    ("分", Suffix::Minute),
    ("秒", Suffix::Second),
];

impl Separator {
    /// The kind of token that a plain number with this separator makes.
    pub(super) fn number(self) -> Option<Kind> {
        Some(match self {
            Separator::End => Kind::NumberEnd,
            Separator::Space => Kind::NumberSpace,
            Separator::Date | Separator::DateOrOffset => Kind::NumberDate,
            Separator::Time => Kind::NumberTime,
            Separator::Mark(_) => Kind::NumberMark,
            Separator::DateSuffix(_) => Kind::DateSuffix,
            Separator::TimeSuffix(_) => Kind::TimeSuffix,
            Separator::LocalTime => return None,
        })
    }

    /// The kind of token that a year with this separator makes.
    pub(super) fn year(self) -> Option<Kind> {
        Some(match self {
            Separator::End => Kind::YearEnd,
            Separator::Space | Separator::Mark(_) => Kind::YearSpace,
            Separator::Date | Separator::DateOrOffset => Kind::YearDate,
            Separator::DateSuffix(_) => Kind::DateSuffix,
            Separator::TimeSuffix(_) => Kind::TimeSuffix,
            Separator::Time | Separator::LocalTime => return None,
        })
    }

    /// The kind of token that a month's name with this separator makes.
    pub(super) fn month(self) -> Option<Kind> {
        Some(match self {
            Separator::End => Kind::MonthEnd,
            Separator::Space => Kind::MonthSpace,
            Separator::Date | Separator::DateOrOffset => Kind::MonthDate,
            _ => return None,
        })
    }
}

/// Walks over the characters of a date.
pub(super) struct Lexer {
    chars: Vec<char>,
    pub at: usize,
    culture: &'static Culture,
}

impl Lexer {
    pub(super) fn new(text: &str, culture: &'static Culture) -> Lexer {
        Lexer { chars: text.chars().collect(), at: 0, culture }
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    pub(super) fn take(&mut self, c: char) -> bool {
        let taken = self.peek() == Some(c);
        self.at += usize::from(taken);
        taken
    }

    pub(super) fn skip_blanks(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.at += 1;
        }
    }

    /// The place in UTF-16 units, which is how .NET counts.
    pub(super) fn unit_index(&self) -> usize {
        self.chars.iter().take(self.at).map(|c| c.len_utf16()).sum()
    }

    /// Up to `most` digits; their value, and how many they are.
    pub(super) fn digits(&mut self, most: usize) -> (i32, usize) {
        let (mut value, mut count) = (0i32, 0);
        while let Some(digit) = self.peek().and_then(|c| c.to_digit(10)).filter(|_| count < most) {
            value = value.saturating_mul(10).saturating_add(i32::try_from(digit).unwrap_or(0));
            count += 1;
            self.at += 1;
        }
        (value, count)
    }

    /// The digits of a fraction behind a point or comma; the separator alone is skipped too.
    pub(super) fn fraction(&mut self) -> Option<f64> {
        let before = self.at;
        if !self.take('.') && !self.take(',') {
            return None;
        }
        let (mut value, mut place) = (0.0, 0.1);
        let start = self.at;
        while let Some(digit) = self.peek().and_then(|c| c.to_digit(10)) {
            value += f64::from(digit) * place;
            place *= 0.1;
            self.at += 1;
        }
        if self.at == start {
            self.at = before + 1;
            return None;
        }
        Some(value)
    }

    /// An offset such as `+8`, `-08:30` or `+0830`, from its sign; the place is kept when it is none.
    pub(super) fn offset(&mut self) -> Option<TimeSpan> {
        let before = self.at;
        let offset = self.read_offset();
        if offset.is_none() {
            self.at = before;
        }
        offset
    }

    fn read_offset(&mut self) -> Option<TimeSpan> {
        let negative = match self.peek()? {
            '+' => false,
            '-' => true,
            _ => return None,
        };
        self.at += 1;
        let (value, count) = self.digits(usize::MAX);
        let (hours, minutes) = match count {
            1 | 2 if self.take(':') => {
                let (minutes, count) = self.digits(usize::MAX);
                (value, Some(minutes).filter(|_| matches!(count, 1 | 2))?)
            }
            1 | 2 => (value, 0),
            3 | 4 => (value / 100, value % 100),
            _ => return None,
        };
        if minutes >= 60 {
            return None;
        }
        let span = TimeSpan::from_parts(0, i64::from(hours), i64::from(minutes), 0, 0, 0).ok()?;
        if negative { span.negate().ok() } else { Some(span) }
    }

    /// Whether a sign stands behind blanks; if so, moves to it.
    pub(super) fn find_sign(&mut self) -> bool {
        let rest = self.chars.get(self.at..).unwrap_or_default();
        let blanks = rest.iter().take_while(|c| c.is_whitespace()).count();
        let found = matches!(rest.get(blanks), Some('+' | '-'));
        if found {
            self.at += blanks;
        }
        found
    }

    /// The next word, number or sign, behind blanks.
    pub(super) fn word(&mut self) -> Word {
        self.skip_blanks();
        let Some(c) = self.peek() else { return Word::End };
        if c.is_ascii_digit() {
            let (value, count) = self.digits(usize::MAX);
            return match count {
                1 | 2 => Word::Number(value),
                3..=8 => Word::Year(value),
                _ => Word::LongNumber,
            };
        }
        if matches!(c, ',' | '.') {
            self.at += 1;
            return Word::Ignorable;
        }
        self.name().unwrap_or(Word::Unknown)
    }

    fn name(&mut self) -> Option<Word> {
        if let Some(pm) = self.mark() {
            return Some(Word::Mark(pm));
        }
        for date in [&self.culture.date, &Culture::invariant().date] {
            let months = [&date.months, &date.short_months, &date.genitive_months, &date.short_genitive_months];
            for names in months {
                if let Some(index) = names.iter().position(|name| self.word_is(name)) {
                    return Some(Word::Month(self.skip_name(names, index) + 1));
                }
            }
            for names in [&date.days, &date.short_days] {
                if let Some(index) = names.iter().position(|name| self.word_is(name)) {
                    return Some(Word::DayOfWeek(self.skip_name(names, index)));
                }
            }
        }
        if self.take_word("GMT") || self.take_word("Z") {
            return Some(Word::Zone);
        }
        let eras = [self.culture.date.era, self.culture.date.short_era];
        eras.into_iter().any(|era| self.take_word(era)).then_some(Word::Era)
    }

    fn skip_name(&mut self, names: &[&str], index: usize) -> i32 {
        self.at += names.get(index).map_or(0, |name| name.chars().count());
        i32::try_from(index).unwrap_or(0)
    }

    fn mark(&mut self) -> Option<bool> {
        for date in [&self.culture.date, &Culture::invariant().date] {
            if self.take_word(date.am) {
                return Some(false);
            }
            if self.take_word(date.pm) {
                return Some(true);
            }
        }
        None
    }

    /// Whether `word` stands here without regard to case, and no letter follows a word of letters.
    fn word_is(&self, word: &str) -> bool {
        let mut at = self.at;
        for want in word.chars() {
            if self.chars.get(at).copied().map(fold_char) != Some(fold_char(want)) {
                return false;
            }
            at += 1;
        }
        let letters = self.peek().is_some_and(char::is_alphabetic);
        at > self.at && !(letters && self.chars.get(at).is_some_and(|c| c.is_alphabetic()))
    }

    fn take_word(&mut self, word: &str) -> bool {
        let found = self.word_is(word);
        if found {
            self.at += word.chars().count();
        }
        found
    }

    /// What follows a number or a month's name; blanks before a separator belong to it.
    pub(super) fn separator(&mut self) -> Separator {
        self.skip_blanks();
        let Some(c) = self.peek() else { return Separator::End };
        if c.is_ascii_digit() {
            return Separator::Space;
        }
        let date = &self.culture.date;
        if c == ':' || self.word_is(date.time_separator) {
            self.at += 1;
            return Separator::Time;
        }
        if let Some(pm) = self.mark() {
            return Separator::Mark(pm);
        }
        if c == '-' {
            self.at += 1;
            return Separator::DateOrOffset;
        }
        if c == '/' || date.date_separator.starts_with(c) {
            self.at += 1;
            return Separator::Date;
        }
        if self.take_word("T") {
            return Separator::LocalTime;
        }
        match SUFFIXES.iter().find(|(mark, _)| self.take_word(mark)) {
            Some((_, suffix @ (Suffix::Year | Suffix::Month | Suffix::Day))) => Separator::DateSuffix(*suffix),
            Some((_, suffix)) => Separator::TimeSuffix(*suffix),
            None => Separator::Space,
        }
    }

    /// Whether the text is wrapped in a pair of `#` that this one belongs to, or only NULs follow; skips them then.
    pub(super) fn punctuation(&mut self) -> bool {
        match self.peek() {
            Some('#') => {
                let hashes: Vec<usize> =
                    self.chars.iter().enumerate().filter(|(_, c)| **c == '#').map(|(i, _)| i).collect();
                let [first, last] = hashes[..] else { return false };
                let blank =
                    |part: Option<&[char]>| part.unwrap_or_default().iter().all(|c| c.is_whitespace() || *c == '\0');
                let wraps = blank(self.chars.get(..first)) && blank(self.chars.get(last + 1..));
                self.at += usize::from(wraps);
                wraps
            }
            Some('\0') => {
                let only = self.chars.get(self.at..).unwrap_or_default().iter().all(|c| *c == '\0');
                if only {
                    self.at = self.chars.len();
                }
                only
            }
            _ => false,
        }
    }
}
