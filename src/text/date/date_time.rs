//! `System.DateTime`: a point in time without a zone of its own.

use super::calendar::{date_of, day_number, day_of_year};
use super::{
    DayOfWeek, TICKS_PER_DAY, TICKS_PER_HOUR, TICKS_PER_MICROSECOND, TICKS_PER_MILLISECOND, TICKS_PER_MINUTE,
    TICKS_PER_SECOND, TimeSpan, TimeZone, days_in_month,
};
use crate::text::TextError;
use std::cmp::Ordering;

/// What a date says of its zone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DateKind {
    #[default]
    Unspecified,
    Utc,
    Local,
}

/// A date and time; equality and order look at the ticks alone, as in .NET.
#[derive(Clone, Copy, Debug)]
pub struct DateTime {
    /// 100 ns since 0001-01-01.
    pub ticks: i64,
    pub kind: DateKind,
}

const MAX_TICKS: i64 = 3_155_378_975_999_999_999;
const UNIX_EPOCH_TICKS: i64 = 621_355_968_000_000_000;
const FILE_TIME_TICKS: i64 = 504_911_232_000_000_000;
const OLE_DATE_TICKS: i64 = 693_593 * TICKS_PER_DAY;
const MILLISECONDS_PER_DAY: i64 = 86_400_000;

fn unrepresentable(parameter: &str) -> TextError {
    TextError::out_of_range(format!(
        "The added or subtracted value results in an un-representable DateTime. (Parameter '{parameter}')"
    ))
}

impl DateTime {
    pub const MIN: DateTime = DateTime { ticks: 0, kind: DateKind::Unspecified };
    pub const MAX: DateTime = DateTime { ticks: MAX_TICKS, kind: DateKind::Unspecified };
    /// 1970-01-01 in UTC.
    pub const UNIX_EPOCH: DateTime = DateTime { ticks: UNIX_EPOCH_TICKS, kind: DateKind::Utc };

    /// The date of so many ticks.
    ///
    /// # Errors
    /// Ticks before the year 1 or after the year 9999.
    pub fn from_ticks(ticks: i64, kind: DateKind) -> Result<DateTime, TextError> {
        if (0..=MAX_TICKS).contains(&ticks) {
            return Ok(DateTime { ticks, kind });
        }
        Err(TextError::out_of_range(
            "Ticks must be between DateTime.MinValue.Ticks and DateTime.MaxValue.Ticks. (Parameter 'ticks')",
        ))
    }

    /// Midnight of a calendar date.
    ///
    /// # Errors
    /// A date that does not exist.
    pub fn from_date(year: i32, month: i32, day: i32) -> Result<DateTime, TextError> {
        let days = day_number(year, month, day).ok_or_else(|| {
            TextError::out_of_range("Year, Month, and Day parameters describe an un-representable DateTime.")
        })?;
        Ok(DateTime { ticks: days * TICKS_PER_DAY, kind: DateKind::Unspecified })
    }

    /// A calendar date with a time of day.
    ///
    /// # Errors
    /// A date or time that does not exist.
    pub fn from_parts(
        (year, month, day): (i32, i32, i32),
        (hour, minute, second): (i32, i32, i32),
        millisecond: i32,
    ) -> Result<DateTime, TextError> {
        let date = DateTime::from_date(year, month, day)?;
        if !((0..24).contains(&hour) && (0..60).contains(&minute) && (0..60).contains(&second)) {
            return Err(TextError::out_of_range(
                "Hour, Minute, and Second parameters describe an un-representable DateTime.",
            ));
        }
        if !(0..1000).contains(&millisecond) {
            return Err(TextError::out_of_range(
                "Valid values are between 0 and 999, inclusive. (Parameter 'millisecond')",
            ));
        }
        let ticks = i64::from(hour) * TICKS_PER_HOUR
            + i64::from(minute) * TICKS_PER_MINUTE
            + i64::from(second) * TICKS_PER_SECOND
            + i64::from(millisecond) * TICKS_PER_MILLISECOND;
        Ok(DateTime { ticks: date.ticks + ticks, ..date })
    }

    /// The same ticks with another kind.
    pub fn with_kind(self, kind: DateKind) -> DateTime {
        DateTime { kind, ..self }
    }

    /// The year, month and day.
    pub fn ymd(self) -> (i32, i32, i32) {
        date_of(self.ticks / TICKS_PER_DAY)
    }

    pub fn year(self) -> i32 {
        self.ymd().0
    }

    pub fn month(self) -> i32 {
        self.ymd().1
    }

    pub fn day(self) -> i32 {
        self.ymd().2
    }

    pub fn hour(self) -> i32 {
        self.clock(TICKS_PER_HOUR, 24)
    }

    pub fn minute(self) -> i32 {
        self.clock(TICKS_PER_MINUTE, 60)
    }

    pub fn second(self) -> i32 {
        self.clock(TICKS_PER_SECOND, 60)
    }

    pub fn millisecond(self) -> i32 {
        self.clock(TICKS_PER_MILLISECOND, 1000)
    }

    pub fn microsecond(self) -> i32 {
        self.clock(TICKS_PER_MICROSECOND, 1000)
    }

    pub fn nanosecond(self) -> i32 {
        self.clock(1, 10) * 100
    }

    fn clock(self, unit: i64, modulus: i64) -> i32 {
        i32::try_from(self.ticks / unit % modulus).unwrap_or(0)
    }

    pub fn day_of_week(self) -> DayOfWeek {
        DayOfWeek::from_number(self.ticks / TICKS_PER_DAY + 1)
    }

    /// The number of the day within its year, from 1.
    pub fn day_of_year(self) -> i32 {
        let (year, month, day) = self.ymd();
        day_of_year(year, month, day)
    }

    /// Midnight of the same day.
    pub fn date(self) -> DateTime {
        DateTime { ticks: self.ticks - self.ticks % TICKS_PER_DAY, ..self }
    }

    /// The time since midnight.
    pub fn time_of_day(self) -> TimeSpan {
        TimeSpan::from_ticks(self.ticks % TICKS_PER_DAY)
    }

    /// # Errors
    /// A sum outside the years 1 to 9999.
    pub fn add_ticks(self, ticks: i64) -> Result<DateTime, TextError> {
        self.shifted(ticks).ok_or_else(|| unrepresentable("value"))
    }

    fn shifted(self, ticks: i64) -> Option<DateTime> {
        let ticks = self.ticks.checked_add(ticks).filter(|ticks| (0..=MAX_TICKS).contains(ticks))?;
        Some(DateTime { ticks, ..self })
    }

    /// # Errors
    /// A sum outside the years 1 to 9999.
    pub fn checked_add(self, span: TimeSpan) -> Result<DateTime, TextError> {
        self.shifted(span.ticks).ok_or_else(|| unrepresentable("t"))
    }

    /// # Errors
    /// A difference outside the years 1 to 9999.
    pub fn checked_sub(self, span: TimeSpan) -> Result<DateTime, TextError> {
        let ticks = span.ticks.checked_neg().ok_or_else(|| unrepresentable("t"))?;
        self.shifted(ticks).ok_or_else(|| unrepresentable("t"))
    }

    /// The span from `other` to this date, of ticks alone.
    pub fn since(self, other: DateTime) -> TimeSpan {
        TimeSpan::from_ticks(self.ticks - other.ticks)
    }

    /// Adds `count` units of `ticks_per_unit`, as `AddDays` and its kin: whole units exactly, the rest cut to ticks.
    ///
    /// # Errors
    /// A sum outside the years 1 to 9999.
    pub fn add_units(self, count: f64, ticks_per_unit: i64) -> Result<DateTime, TextError> {
        if count.abs() > (MAX_TICKS / ticks_per_unit) as f64 {
            return Err(TextError::out_of_range("Value to add was out of range. (Parameter 'value')"));
        }
        let whole = count.trunc();
        let ticks = (whole as i64).checked_mul(ticks_per_unit).ok_or_else(|| unrepresentable("value"))?;
        let rest = ((count - whole) * ticks_per_unit as f64) as i64;
        self.add_ticks(ticks.saturating_add(rest))
    }

    /// Adds months; a day that the target month lacks becomes its last.
    ///
    /// # Errors
    /// More than 120 000 months, and dates outside the years 1 to 9999.
    pub fn add_months(self, months: i32) -> Result<DateTime, TextError> {
        if !(-120_000..=120_000).contains(&months) {
            return Err(TextError::out_of_range("Months value must be between +/-120000. (Parameter 'months')"));
        }
        self.months_later(months).ok_or_else(|| unrepresentable("months"))
    }

    fn months_later(self, months: i32) -> Option<DateTime> {
        let (year, month, day) = self.ymd();
        let index = year * 12 + month - 1 + months;
        let (year, month) = (index.div_euclid(12), index.rem_euclid(12) + 1);
        let days = day_number(year, month, day.min(days_in_month(year, month)))?;
        Some(DateTime { ticks: days * TICKS_PER_DAY + self.ticks % TICKS_PER_DAY, ..self })
    }

    /// Adds years; the 29th of February becomes the 28th in common years.
    ///
    /// # Errors
    /// More than 10 000 years, and dates outside the years 1 to 9999.
    pub fn add_years(self, years: i32) -> Result<DateTime, TextError> {
        if !(-10_000..=10_000).contains(&years) {
            return Err(TextError::out_of_range("Years value must be between +/-10000. (Parameter 'value')"));
        }
        self.months_later(years * 12).ok_or_else(|| unrepresentable("value"))
    }

    /// `ToUniversalTime`: local and unspecified dates are moved from the zone; results stop at the range's ends.
    pub fn to_utc(self, zone: &TimeZone) -> DateTime {
        if self.kind == DateKind::Utc {
            return self;
        }
        let ticks = (self.ticks - zone.offset_of_local(self).ticks).clamp(0, MAX_TICKS);
        DateTime { ticks, kind: DateKind::Utc }
    }

    /// `ToLocalTime`: universal and unspecified dates are moved to the zone; results stop at the range's ends.
    pub fn to_local(self, zone: &TimeZone) -> DateTime {
        if self.kind == DateKind::Local {
            return self;
        }
        let ticks = (self.ticks + zone.offset_of_utc(self).ticks).clamp(0, MAX_TICKS);
        DateTime { ticks, kind: DateKind::Local }
    }

    /// The universal date of a Unix time in nanoseconds, stopped at the range's ends.
    pub fn from_unix_nanoseconds(nanoseconds: i128) -> DateTime {
        let ticks = nanoseconds.div_euclid(100) + i128::from(UNIX_EPOCH_TICKS);
        let ticks = i64::try_from(ticks.clamp(0, i128::from(MAX_TICKS))).unwrap_or(0);
        DateTime { ticks, kind: DateKind::Utc }
    }

    /// Whole seconds from the Unix epoch to the ticks as they stand.
    pub fn unix_seconds(self) -> i64 {
        (self.ticks - UNIX_EPOCH_TICKS).div_euclid(TICKS_PER_SECOND)
    }

    /// The ticks within the last second.
    pub(super) fn ticks_of_second(self) -> i64 {
        self.ticks % TICKS_PER_SECOND
    }

    /// Ticks since 1601 of a universal date, as `ToFileTimeUtc`.
    ///
    /// # Errors
    /// Dates before 1601.
    pub fn to_file_time(self) -> Result<i64, TextError> {
        let ticks = self.ticks - FILE_TIME_TICKS;
        if ticks < 0 { Err(TextError::out_of_range("Not a valid Win32 FileTime.")) } else { Ok(ticks) }
    }

    /// The universal date of a file time.
    ///
    /// # Errors
    /// Negative numbers and dates after the year 9999.
    pub fn from_file_time(ticks: i64) -> Result<DateTime, TextError> {
        if !(0..=MAX_TICKS - FILE_TIME_TICKS).contains(&ticks) {
            return Err(TextError::out_of_range("Not a valid Win32 FileTime. (Parameter 'fileTime')"));
        }
        Ok(DateTime { ticks: ticks + FILE_TIME_TICKS, kind: DateKind::Utc })
    }

    /// Days since 1899-12-30 in whole milliseconds; before it the time of day counts away from midnight.
    ///
    /// # Errors
    /// Dates before the year 100.
    pub fn to_ole_date(self) -> Result<f64, TextError> {
        let mut ticks = self.ticks;
        if ticks == 0 {
            return Ok(0.0);
        }
        if ticks < TICKS_PER_DAY {
            ticks += OLE_DATE_TICKS;
        }
        if ticks < 36_159 * TICKS_PER_DAY {
            return Err(TextError::overflow("Not a legal OleAut date."));
        }
        let mut millis = (ticks - OLE_DATE_TICKS) / TICKS_PER_MILLISECOND;
        if millis < 0 && millis % MILLISECONDS_PER_DAY != 0 {
            millis -= (MILLISECONDS_PER_DAY + millis % MILLISECONDS_PER_DAY) * 2;
        }
        Ok(millis as f64 / MILLISECONDS_PER_DAY as f64)
    }

    /// The date of an OLE number, to the millisecond.
    ///
    /// # Errors
    /// Numbers outside the years 100 to 9999.
    pub fn from_ole_date(value: f64) -> Result<DateTime, TextError> {
        let illegal = || TextError::argument("Not a legal OleAut date.");
        if !(value < 2_958_466.0 && value > -657_435.0) {
            return Err(illegal());
        }
        let half = if value >= 0.0 { 0.5 } else { -0.5 };
        let mut millis = (value * MILLISECONDS_PER_DAY as f64 + half) as i64;
        if millis < 0 {
            millis -= millis % MILLISECONDS_PER_DAY * 2;
        }
        millis += OLE_DATE_TICKS / TICKS_PER_MILLISECOND;
        let ticks = millis.checked_mul(TICKS_PER_MILLISECOND).filter(|ticks| (0..=MAX_TICKS).contains(ticks));
        ticks.map(|ticks| DateTime { ticks, kind: DateKind::Unspecified }).ok_or_else(illegal)
    }

    /// The 64 bits of `ToBinary`: the kind in the two highest, local dates as universal ones.
    pub fn to_binary(self, zone: &TimeZone) -> i64 {
        const UTC: i64 = 1 << 62;
        match self.kind {
            DateKind::Unspecified => self.ticks,
            DateKind::Utc => self.ticks | UTC,
            DateKind::Local => {
                let ticks = self.ticks - zone.offset_of_local(self).ticks;
                (ticks & (UTC - 1)) | i64::MIN
            }
        }
    }
}

impl PartialEq for DateTime {
    fn eq(&self, other: &Self) -> bool {
        self.ticks == other.ticks
    }
}

impl Eq for DateTime {}

impl PartialOrd for DateTime {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for DateTime {
    fn cmp(&self, other: &Self) -> Ordering {
        self.ticks.cmp(&other.ticks)
    }
}

impl std::hash::Hash for DateTime {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.ticks.hash(state);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: i32, month: i32, day: i32) -> DateTime {
        DateTime::from_date(year, month, day).unwrap()
    }

    #[test]
    fn months_end_at_the_last_day() {
        assert_eq!(date(2024, 1, 31).add_months(1), Ok(date(2024, 2, 29)));
        assert_eq!(date(2024, 2, 29).add_years(-1), Ok(date(2023, 2, 28)));
        assert!(DateTime::MIN.add_months(-1).is_err());
    }

    #[test]
    fn fractions_of_units_are_cut() {
        let at = date(2024, 1, 31);
        assert_eq!(at.add_units(-1.0 / 7.0, TICKS_PER_MINUTE).unwrap().ticks, 638_422_559_914_285_715);
        assert_eq!(at.add_units(f64::NAN, TICKS_PER_DAY), Ok(at));
        assert!(at.add_units(1e300, TICKS_PER_DAY).is_err());
    }

    #[test]
    fn ole_dates_count_time_away_from_midnight_before_1900() {
        let early = DateTime::from_parts((1899, 12, 29), (6, 0, 0), 0).unwrap();
        assert_eq!(early.to_ole_date(), Ok(-1.25));
        assert_eq!(DateTime::from_ole_date(-1.25), Ok(early));
        assert_eq!(date(2024, 1, 31).to_ole_date(), Ok(45322.0));
    }

    #[test]
    fn week_and_year_days() {
        assert_eq!(date(2024, 2, 29).day_of_week(), DayOfWeek::Thursday);
        assert_eq!(date(2024, 12, 31).day_of_year(), 366);
        assert_eq!(DateTime::MIN.day_of_week(), DayOfWeek::Monday);
    }

    #[test]
    fn binary_form_keeps_the_kind() {
        let zone = TimeZone::utc();
        let at = date(2024, 1, 31);
        assert_eq!(at.with_kind(DateKind::Utc).to_binary(&zone), 5_250_108_578_427_387_904);
        assert_eq!(at.with_kind(DateKind::Local).to_binary(&zone), -8_584_949_476_854_775_808);
    }
}
