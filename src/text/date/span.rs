//! `System.TimeSpan`: a signed length of time.

use super::{TICKS_PER_DAY, TICKS_PER_HOUR, TICKS_PER_MILLISECOND, TICKS_PER_MINUTE, TICKS_PER_SECOND};
use crate::text::TextError;

/// A length of time in ticks of 100 ns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeSpan {
    pub ticks: i64,
}

/// The days, hours, minutes, seconds, milliseconds and ticks within the last millisecond of a span; all have its sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpanParts {
    pub days: i64,
    pub hours: i64,
    pub minutes: i64,
    pub seconds: i64,
    pub milliseconds: i64,
    pub microseconds: i64,
    pub nanoseconds: i64,
}

fn too_long() -> TextError {
    TextError::overflow("TimeSpan overflowed because the duration is too long.")
}

impl TimeSpan {
    pub const ZERO: TimeSpan = TimeSpan { ticks: 0 };
    pub const MIN: TimeSpan = TimeSpan { ticks: i64::MIN };
    pub const MAX: TimeSpan = TimeSpan { ticks: i64::MAX };

    /// A span of so many ticks.
    pub fn from_ticks(ticks: i64) -> TimeSpan {
        TimeSpan { ticks }
    }

    /// `count` units of `ticks_per_unit`, cut to whole ticks, as `[timespan]::FromDays` and its kin count.
    ///
    /// # Errors
    /// NaN and spans beyond the range.
    pub fn from_units(count: f64, ticks_per_unit: i64) -> Result<TimeSpan, TextError> {
        if count.is_nan() {
            return Err(TextError::argument("TimeSpan does not accept floating point Not-a-Number values."));
        }
        TimeSpan::from_float(count * ticks_per_unit as f64)
    }

    fn from_float(ticks: f64) -> Result<TimeSpan, TextError> {
        if ticks.is_nan() || ticks > i64::MAX as f64 || ticks < i64::MIN as f64 {
            return Err(too_long());
        }
        Ok(TimeSpan { ticks: ticks as i64 })
    }

    /// The span of the given parts, which may have any size and sign.
    ///
    /// # Errors
    /// An `ArgumentOutOfRangeException` beyond the range.
    pub fn from_parts(
        days: i64,
        hours: i64,
        minutes: i64,
        seconds: i64,
        milliseconds: i64,
        microseconds: i64,
    ) -> Result<TimeSpan, TextError> {
        let total = i128::from(days) * i128::from(TICKS_PER_DAY)
            + i128::from(hours) * i128::from(TICKS_PER_HOUR)
            + i128::from(minutes) * i128::from(TICKS_PER_MINUTE)
            + i128::from(seconds) * i128::from(TICKS_PER_SECOND)
            + i128::from(milliseconds) * i128::from(TICKS_PER_MILLISECOND)
            + i128::from(microseconds) * 10;
        i64::try_from(total)
            .map(TimeSpan::from_ticks)
            .map_err(|_| TextError::out_of_range("TimeSpan overflowed because the duration is too long."))
    }

    /// The parts that `.Days`, `.Hours` and so on show.
    pub fn parts(self) -> SpanParts {
        SpanParts {
            days: self.ticks / TICKS_PER_DAY,
            hours: self.ticks / TICKS_PER_HOUR % 24,
            minutes: self.ticks / TICKS_PER_MINUTE % 60,
            seconds: self.ticks / TICKS_PER_SECOND % 60,
            milliseconds: self.ticks / TICKS_PER_MILLISECOND % 1000,
            microseconds: self.ticks / 10 % 1000,
            nanoseconds: self.ticks % 10 * 100,
        }
    }

    /// The span in units of so many ticks, as `.TotalHours` and its kin.
    pub fn total(self, ticks_per_unit: i64) -> f64 {
        self.ticks as f64 / ticks_per_unit as f64
    }

    /// # Errors
    /// Overflow beyond the range.
    pub fn checked_add(self, other: TimeSpan) -> Result<TimeSpan, TextError> {
        self.ticks.checked_add(other.ticks).map(TimeSpan::from_ticks).ok_or_else(too_long)
    }

    /// # Errors
    /// Overflow beyond the range.
    pub fn checked_sub(self, other: TimeSpan) -> Result<TimeSpan, TextError> {
        self.ticks.checked_sub(other.ticks).map(TimeSpan::from_ticks).ok_or_else(too_long)
    }

    /// # Errors
    /// Overflow for the smallest span.
    pub fn negate(self) -> Result<TimeSpan, TextError> {
        self.ticks
            .checked_neg()
            .map(TimeSpan::from_ticks)
            .ok_or_else(|| TextError::overflow("Negating the minimum value of a twos complement number is invalid."))
    }

    /// The span without its sign.
    ///
    /// # Errors
    /// Overflow for the smallest span.
    pub fn duration(self) -> Result<TimeSpan, TextError> {
        self.ticks.checked_abs().map(TimeSpan::from_ticks).ok_or_else(|| {
            TextError::overflow(
                "The duration cannot be returned for TimeSpan.MinValue because the absolute value of \
                 TimeSpan.MinValue exceeds the value of TimeSpan.MaxValue.",
            )
        })
    }

    /// The product, rounded half to even.
    ///
    /// # Errors
    /// NaN and spans beyond the range.
    pub fn multiply(self, factor: f64) -> Result<TimeSpan, TextError> {
        if factor.is_nan() {
            return Err(TextError::argument(
                "TimeSpan does not accept floating point Not-a-Number values. (Parameter 'factor')",
            ));
        }
        TimeSpan::from_float((self.ticks as f64 * factor).round_ties_even())
    }

    /// The quotient, rounded half to even.
    ///
    /// # Errors
    /// NaN and spans beyond the range.
    pub fn divide(self, divisor: f64) -> Result<TimeSpan, TextError> {
        if divisor.is_nan() {
            return Err(TextError::argument(
                "TimeSpan does not accept floating point Not-a-Number values. (Parameter 'divisor')",
            ));
        }
        TimeSpan::from_float((self.ticks as f64 / divisor).round_ties_even())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_cut_to_ticks() {
        assert_eq!(TimeSpan::from_units(1.234_567_89, TICKS_PER_SECOND).unwrap().ticks, 12_345_678);
        assert_eq!(TimeSpan::from_units(1.0 / 3.0, TICKS_PER_DAY).unwrap().ticks, 288_000_000_000);
        assert!(TimeSpan::from_units(1e10, TICKS_PER_DAY).is_err());
    }

    #[test]
    fn parts_carry_the_sign() {
        let span = TimeSpan::from_parts(0, -25, -61, 0, 0, 0).unwrap();
        let parts = span.parts();
        assert_eq!((parts.days, parts.hours, parts.minutes), (-1, -2, -1));
    }

    #[test]
    fn division_rounds() {
        let span = TimeSpan::from_units(1.5, TICKS_PER_DAY).unwrap();
        assert_eq!(span.divide(7.0).unwrap().ticks, 185_142_857_143);
        assert!(span.divide(0.0).is_err());
    }
}
