//! What every way of reading a date shares: styles, the parts found so far, errors and the zone at the end.

use super::{DateKind, DateTime, TICKS_PER_DAY, TICKS_PER_HOUR, TimeSpan, TimeZone};
use crate::text::{Culture, TextError};
use std::ops::BitOr;

/// .NET's `DateTimeStyles`, with its bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DateStyles(pub u32);

impl DateStyles {
    pub const NONE: Self = DateStyles(0);
    pub const LEADING_WHITE: Self = DateStyles(0x1);
    pub const TRAILING_WHITE: Self = DateStyles(0x2);
    pub const INNER_WHITE: Self = DateStyles(0x4);
    pub const NO_CURRENT_DATE: Self = DateStyles(0x8);
    pub const ADJUST_TO_UNIVERSAL: Self = DateStyles(0x10);
    pub const ASSUME_LOCAL: Self = DateStyles(0x20);
    pub const ASSUME_UNIVERSAL: Self = DateStyles(0x40);
    pub const ROUND_TRIP_KIND: Self = DateStyles(0x80);

    /// Whether the styles go together; `offset` tells whether a `DateTimeOffset` is read.
    ///
    /// # Errors
    /// An `ArgumentException`.
    pub(super) fn check(self, offset: bool) -> Result<(), TextError> {
        let assume = Self::ASSUME_LOCAL | Self::ASSUME_UNIVERSAL;
        let message = if self.0 > 0xff {
            "An undefined DateTimeStyles value is being used."
        } else if self.has(Self::ASSUME_LOCAL) && self.has(Self::ASSUME_UNIVERSAL) {
            "The DateTimeStyles values AssumeLocal and AssumeUniversal cannot be used together."
        } else if offset && self.has(Self::NO_CURRENT_DATE) {
            "The DateTimeStyles value 'NoCurrentDateDefault' is not allowed when parsing DateTimeOffset."
        } else if !offset && self.has(Self::ROUND_TRIP_KIND) && self.has(assume | Self::ADJUST_TO_UNIVERSAL) {
            "The DateTimeStyles value RoundtripKind cannot be used with the values AssumeLocal, AssumeUniversal or \
             AdjustToUniversal."
        } else {
            return Ok(());
        };
        Err(TextError::argument(format!("{message} (Parameter 'styles')")))
    }

    /// Whether any of the bits of `other` is set.
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for DateStyles {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        DateStyles(self.0 | other.0)
    }
}

/// What reading a date depends on beside its text.
#[derive(Clone, Copy, Debug)]
pub struct DateContext<'a> {
    pub culture: &'static Culture,
    /// The local zone.
    pub zone: &'a TimeZone,
    /// The present, in UTC: the source of parts that the text leaves out.
    pub now: DateTime,
}

/// The reasons why a text is no date.
#[derive(Clone, Copy)]
pub(super) enum Fault {
    Bad,
    UnknownWord(usize),
    DayOfWeek,
    Calendar,
    OffsetRange,
    UtcRange,
    DateRange,
    IncompleteDate,
    RepeatedField(char),
    Specifier,
}

impl Fault {
    /// .NET's message about `text`.
    pub(super) fn error(self, text: &str) -> TextError {
        let message = match self {
            Fault::Bad => format!("String '{text}' was not recognized as a valid DateTime."),
            Fault::UnknownWord(index) => format!(
                "The string '{text}' was not recognized as a valid DateTime. There is an unknown word starting at \
                 index '{index}'."
            ),
            Fault::DayOfWeek => {
                format!("String '{text}' was not recognized as a valid DateTime because the day of week was incorrect.")
            }
            Fault::Calendar => format!(
                "The DateTime represented by the string '{text}' is not supported in calendar \
                 'System.Globalization.GregorianCalendar'."
            ),
            Fault::OffsetRange => {
                format!("The time zone offset of string '{text}' must be within plus or minus 14 hours.")
            }
            Fault::UtcRange => {
                format!("The UTC representation of the date '{text}' falls outside the year range 1-9999.")
            }
            Fault::DateRange => {
                format!("The DateTime represented by the string '{text}' is out of range.")
            }
            Fault::IncompleteDate => {
                format!("There must be at least a partial date with a year present in the input string '{text}'.")
            }
            Fault::RepeatedField(letter) => {
                format!("DateTime pattern '{letter}' appears more than once with different values.")
            }
            Fault::Specifier => "Input string was not in a correct format.".to_owned(),
        };
        TextError::format(message)
    }
}

/// The parts of a date as they are found.
#[derive(Default)]
pub(super) struct Parts {
    pub year: Option<i32>,
    pub month: Option<i32>,
    pub day: Option<i32>,
    pub hour: Option<i32>,
    pub minute: Option<i32>,
    pub second: Option<i32>,
    /// Fraction of a second.
    pub fraction: f64,
    /// The number of a weekday.
    pub day_of_week: Option<i32>,
    /// The zone's distance from UTC, when the text names one.
    pub offset: Option<TimeSpan>,
    /// Whether the zone was named as `Z` or GMT.
    pub utc: bool,
    /// Whether the year is the present one because the text has none.
    pub default_year: bool,
}

/// The year of two digits nearest to the years 1950 to 2049.
pub(super) fn four_digit_year(year: i32) -> i32 {
    match year {
        0..50 => year + 2000,
        50..100 => year + 1900,
        _ => year,
    }
}

/// How a date is read: its context, styles, and whether the offset is kept.
pub(super) struct Reading<'a> {
    pub context: DateContext<'a>,
    pub styles: DateStyles,
    /// Whether a `DateTimeOffset` is wanted.
    pub keep_offset: bool,
}

impl Reading<'_> {
    /// The date of the present, in the zone that the text is about.
    pub(super) fn now(&self, parts: &Parts) -> DateTime {
        let now = self.context.now.with_kind(DateKind::Utc);
        if self.keep_offset {
            if let Some(offset) = parts.offset {
                return now.checked_add(offset).unwrap_or(now);
            }
            if self.styles.has(DateStyles::ASSUME_UNIVERSAL) {
                return now;
            }
        }
        now.to_local(self.context.zone)
    }

    /// Puts the parts together; the offset is that of the text, or what stands for one.
    pub(super) fn finish(&self, mut parts: Parts) -> Result<(DateTime, TimeSpan), Fault> {
        let time_only = parts.year.is_none() && parts.month.is_none() && parts.day.is_none();
        self.fill(&mut parts, time_only)?;
        let (year, month, day) = (parts.year.unwrap_or(1), parts.month.unwrap_or(1), parts.day.unwrap_or(1));
        let clock = (parts.hour.unwrap_or(0), parts.minute.unwrap_or(0), parts.second.unwrap_or(0));
        let date = DateTime::from_parts((year, month, day), clock, 0).map_err(|_| Fault::Calendar)?;
        let fraction = (parts.fraction * 1e7).round_ties_even() as i64;
        let date = date.add_ticks(fraction).map_err(|_| Fault::Bad)?;
        if parts.day_of_week.is_some_and(|day| day != date.day_of_week() as i32) {
            return Err(Fault::DayOfWeek);
        }
        self.adjust(date, &parts, time_only)
    }

    /// Missing parts come from the present when nothing above them is known, else they are the first.
    fn fill(&self, parts: &mut Parts, time_only: bool) -> Result<(), Fault> {
        let year_missing = parts.year.is_none() || parts.default_year;
        if self.keep_offset && !time_only && year_missing && parts.offset.is_some() {
            return Err(Fault::IncompleteDate);
        }
        if time_only && !self.styles.has(DateStyles::NO_CURRENT_DATE) {
            let (year, month, day) = self.now(parts).ymd();
            (parts.year, parts.month, parts.day) = (Some(year), Some(month), Some(day));
        } else if parts.year.is_none() && !time_only {
            parts.year = Some(self.now(parts).year());
        }
        Ok(())
    }

    /// Moves the date to the zone and kind that the styles ask for.
    pub(super) fn adjust(&self, date: DateTime, parts: &Parts, time_only: bool) -> Result<(DateTime, TimeSpan), Fault> {
        let zone = self.context.zone;
        if self.keep_offset {
            return self.adjust_offset(date, parts);
        }
        if parts.offset.is_some_and(|offset| offset.ticks.abs() > 14 * TICKS_PER_HOUR) {
            return Err(Fault::OffsetRange);
        }
        let adjust = self.styles.has(DateStyles::ADJUST_TO_UNIVERSAL);
        let offset = match parts.offset {
            Some(offset) => offset,
            None if self.styles.has(DateStyles::ASSUME_LOCAL) => {
                if !adjust {
                    return Ok((date.with_kind(DateKind::Local), TimeSpan::ZERO));
                }
                zone.offset_of_local(date)
            }
            None if self.styles.has(DateStyles::ASSUME_UNIVERSAL) => {
                if adjust {
                    return Ok((date.with_kind(DateKind::Utc), TimeSpan::ZERO));
                }
                TimeSpan::ZERO
            }
            None => return Ok((date, TimeSpan::ZERO)),
        };
        if parts.utc && self.styles.has(DateStyles::ROUND_TRIP_KIND) {
            return Ok((date.with_kind(DateKind::Utc), offset));
        }
        let kind = if adjust { DateKind::Utc } else { DateKind::Local };
        let mut ticks = date.ticks - offset.ticks;
        if adjust {
            ticks += if ticks < 0 { TICKS_PER_DAY } else { 0 };
        } else if date.ticks < TICKS_PER_DAY {
            // A time of day takes the offset of the present and wraps around midnight.
            let at = if time_only { self.context.now.with_kind(DateKind::Utc).to_local(zone) } else { date };
            ticks += zone.offset_of_local(at).ticks;
            ticks += if ticks < 0 { TICKS_PER_DAY } else { 0 };
        } else {
            ticks += match DateTime::from_ticks(ticks, DateKind::Utc) {
                Ok(utc) => zone.offset_of_utc(utc),
                Err(_) => zone.offset_of_local(date),
            }
            .ticks;
        }
        DateTime::from_ticks(ticks, kind).map(|date| (date, offset)).map_err(|_| Fault::DateRange)
    }

    fn adjust_offset(&self, date: DateTime, parts: &Parts) -> Result<(DateTime, TimeSpan), Fault> {
        let universal = self.styles.has(DateStyles::ASSUME_UNIVERSAL);
        let offset = match parts.offset {
            Some(offset) => offset,
            None if universal => TimeSpan::ZERO,
            None => self.context.zone.offset_of_local(date),
        };
        let utc = DateTime::from_ticks(date.ticks - offset.ticks, DateKind::Unspecified);
        let utc = utc.map_err(|_| Fault::UtcRange)?;
        if offset.ticks.abs() > 14 * TICKS_PER_HOUR {
            return Err(Fault::OffsetRange);
        }
        if self.styles.has(DateStyles::ADJUST_TO_UNIVERSAL) { Ok((utc, TimeSpan::ZERO)) } else { Ok((date, offset)) }
    }
}
