//! `System.DateTimeOffset`: a date and time with its distance from UTC.

use super::{
    DateKind, DateTime, TICKS_PER_HOUR, TICKS_PER_MILLISECOND, TICKS_PER_MINUTE, TICKS_PER_SECOND, TimeSpan, TimeZone,
};
use crate::text::TextError;
use std::cmp::Ordering;

/// A clock time with the offset of that clock; equality and order look at the point in time.
#[derive(Clone, Copy, Debug)]
pub struct DateTimeOffset {
    /// What the clock shows, of unspecified kind.
    clock: DateTime,
    offset: TimeSpan,
}

impl DateTimeOffset {
    pub const MIN: DateTimeOffset = DateTimeOffset { clock: DateTime::MIN, offset: TimeSpan::ZERO };
    pub const MAX: DateTimeOffset = DateTimeOffset { clock: DateTime::MAX, offset: TimeSpan::ZERO };

    /// A clock time at an offset.
    ///
    /// # Errors
    /// Offsets of more than 14 hours or of part of a minute, offsets other than 0 for universal dates, and points
    /// in time outside the years 1 to 9999.
    pub fn new(clock: DateTime, offset: TimeSpan) -> Result<DateTimeOffset, TextError> {
        if clock.kind == DateKind::Utc && offset != TimeSpan::ZERO {
            return Err(TextError::argument(
                "The UTC Offset for Utc DateTime instances must be 0. (Parameter 'offset')",
            ));
        }
        if offset.ticks % TICKS_PER_MINUTE != 0 {
            return Err(TextError::argument("Offset must be specified in whole minutes. (Parameter 'offset')"));
        }
        if offset.ticks.abs() > 14 * TICKS_PER_HOUR {
            return Err(TextError::out_of_range("Offset must be within plus or minus 14 hours. (Parameter 'offset')"));
        }
        if clock.checked_sub(offset).is_err() {
            return Err(TextError::out_of_range(
                "The UTC time represented when the offset is applied must be between year 0 and 10,000. \
                 (Parameter 'offset')",
            ));
        }
        Ok(DateTimeOffset { clock: clock.with_kind(DateKind::Unspecified), offset })
    }

    /// A date with the offset that its kind asks for: 0 for universal dates, else the zone's.
    pub fn from_date_time(date: DateTime, zone: &TimeZone) -> DateTimeOffset {
        let offset = if date.kind == DateKind::Utc { TimeSpan::ZERO } else { zone.offset_of_local(date) };
        let clock = date.with_kind(DateKind::Unspecified);
        DateTimeOffset::new(clock, offset).unwrap_or(DateTimeOffset { clock, offset: TimeSpan::ZERO })
    }

    /// The point of so many seconds since 1970.
    ///
    /// # Errors
    /// Years outside 1 to 9999.
    pub fn from_unix_seconds(seconds: i64) -> Result<DateTimeOffset, TextError> {
        DateTimeOffset::from_unix(seconds, TICKS_PER_SECOND, "seconds", -62_135_596_800, 253_402_300_799)
    }

    /// The point of so many milliseconds since 1970.
    ///
    /// # Errors
    /// Years outside 1 to 9999.
    pub fn from_unix_milliseconds(milliseconds: i64) -> Result<DateTimeOffset, TextError> {
        let (first, last) = (-62_135_596_800_000, 253_402_300_799_999);
        DateTimeOffset::from_unix(milliseconds, TICKS_PER_MILLISECOND, "milliseconds", first, last)
    }

    fn from_unix(count: i64, unit: i64, parameter: &str, first: i64, last: i64) -> Result<DateTimeOffset, TextError> {
        if !(first..=last).contains(&count) {
            return Err(TextError::out_of_range(format!(
                "Valid values are between {first} and {last}, inclusive. (Parameter '{parameter}')\n\
                 Actual value was {count}."
            )));
        }
        let clock = DateTime { ticks: DateTime::UNIX_EPOCH.ticks + count * unit, kind: DateKind::Unspecified };
        Ok(DateTimeOffset { clock, offset: TimeSpan::ZERO })
    }

    /// Whole seconds since 1970.
    pub fn unix_seconds(self) -> i64 {
        self.utc().unix_seconds()
    }

    /// Whole milliseconds since 1970.
    pub fn unix_milliseconds(self) -> i64 {
        (self.utc().ticks - DateTime::UNIX_EPOCH.ticks).div_euclid(TICKS_PER_MILLISECOND)
    }

    /// The clock time, of unspecified kind.
    pub fn clock(self) -> DateTime {
        self.clock
    }

    /// The distance from UTC.
    pub fn offset(self) -> TimeSpan {
        self.offset
    }

    /// The universal date and time.
    pub fn utc(self) -> DateTime {
        DateTime { ticks: self.clock.ticks - self.offset.ticks, kind: DateKind::Utc }
    }

    /// The date and time on the zone's clock, of local kind.
    pub fn local(self, zone: &TimeZone) -> DateTime {
        self.utc().to_local(zone)
    }

    /// The same point in time at another offset.
    ///
    /// # Errors
    /// As [`DateTimeOffset::new`].
    pub fn to_offset(self, offset: TimeSpan) -> Result<DateTimeOffset, TextError> {
        DateTimeOffset::new(self.utc().with_kind(DateKind::Unspecified).checked_add(offset)?, offset)
    }

    /// The same point in time at the zone's offset.
    pub fn to_zone(self, zone: &TimeZone) -> DateTimeOffset {
        self.to_offset(zone.offset_of_utc(self.utc())).unwrap_or(self)
    }

    /// Changes the clock time and keeps the offset.
    ///
    /// # Errors
    /// The change's own, and points in time outside the years 1 to 9999.
    pub fn map(
        self,
        change: impl FnOnce(DateTime) -> Result<DateTime, TextError>,
    ) -> Result<DateTimeOffset, TextError> {
        DateTimeOffset::new(change(self.clock)?, self.offset)
    }

    /// The span from `other` to this point.
    pub fn since(self, other: DateTimeOffset) -> TimeSpan {
        self.utc().since(other.utc())
    }
}

impl PartialEq for DateTimeOffset {
    fn eq(&self, other: &Self) -> bool {
        self.utc() == other.utc()
    }
}

impl Eq for DateTimeOffset {}

impl PartialOrd for DateTimeOffset {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for DateTimeOffset {
    fn cmp(&self, other: &Self) -> Ordering {
        self.utc().cmp(&other.utc())
    }
}

impl std::hash::Hash for DateTimeOffset {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.utc().hash(state);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equality_is_of_the_point_in_time() {
        let noon = DateTime::from_parts((2024, 1, 31), (12, 0, 0), 0).unwrap();
        let here = DateTimeOffset::new(noon, TimeSpan::from_ticks(2 * TICKS_PER_HOUR)).unwrap();
        assert_eq!(here, here.to_offset(TimeSpan::ZERO).unwrap());
        assert_eq!(here.utc().hour(), 10);
        assert!(DateTimeOffset::new(noon, TimeSpan::from_ticks(15 * TICKS_PER_HOUR)).is_err());
    }

    #[test]
    fn unix_times_go_both_ways() {
        let point = DateTimeOffset::from_unix_seconds(10_000_000_000).unwrap();
        assert_eq!(point.clock().ymd(), (2286, 11, 20));
        assert_eq!(point.unix_milliseconds(), 10_000_000_000_000);
        assert!(DateTimeOffset::from_unix_seconds(10_000_000_000_000).is_err());
    }
}
