//! Time zones: the offset of a zone at a point in time, from the system's zone database.

use super::zone_names::{WINDOWS_IDS, ZONES, ZoneNames};
use super::{DateTime, TICKS_PER_MINUTE, TICKS_PER_SECOND, TimeSpan};
use jiff::Timestamp;
use jiff::tz::{self, AmbiguousOffset, Dst, Offset};

/// A time zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeZone {
    zone: tz::TimeZone,
    id: String,
}

impl TimeZone {
    /// Coordinated Universal Time.
    pub fn utc() -> TimeZone {
        TimeZone { zone: tz::TimeZone::UTC, id: "UTC".to_owned() }
    }

    /// The zone of an id such as `Europe/Berlin` or `W. Europe Standard Time`; the database decides what exists.
    pub fn find(id: &str) -> Option<TimeZone> {
        if id.eq_ignore_ascii_case("UTC") {
            return Some(TimeZone::utc());
        }
        if let Some((windows, iana)) = WINDOWS_IDS.iter().find(|(windows, _)| windows.eq_ignore_ascii_case(id)) {
            return tz::TimeZone::get(iana).ok().map(|zone| TimeZone { zone, id: (*windows).to_owned() });
        }
        let zone = tz::TimeZone::get(id).ok()?;
        let id = zone.iana_name().unwrap_or(id).to_owned();
        Some(TimeZone { zone, id })
    }

    /// The local zone: what the environment's `TZ` says, else the system's setting, else UTC.
    pub fn local(variable: Option<&str>) -> TimeZone {
        match variable {
            Some(id) => TimeZone::find(id.trim_start_matches(':')).unwrap_or_else(TimeZone::utc),
            None => match tz::TimeZone::try_system() {
                Ok(zone) => {
                    let id = zone.iana_name().unwrap_or("Local").to_owned();
                    TimeZone { zone, id }
                }
                Err(_) => TimeZone::utc(),
            },
        }
    }

    /// The zone's id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The zones that are listed, from west to east.
    pub fn all() -> Vec<TimeZone> {
        ZONES.iter().filter_map(|names| TimeZone::find(names.id)).collect()
    }

    fn names(&self) -> Option<&'static ZoneNames> {
        let windows = WINDOWS_IDS.iter().find(|(windows, _)| *windows == self.id);
        let id = windows.map_or(self.id.as_str(), |(_, iana)| iana);
        let id = if matches!(id, "Etc/UTC" | "Etc/UCT" | "Zulu" | "Etc/Zulu") { "UTC" } else { id };
        ZONES.iter().find(|names| names.id == id)
    }

    /// The name in lists, as in `(UTC+01:00) Central European Time (Berlin)`.
    pub fn display_name(&self) -> String {
        let general = self.names().map_or(self.id.as_str(), |names| names.general);
        if self.base_offset() == TimeSpan::ZERO && general == "Coordinated Universal Time" {
            return format!("(UTC) {general}");
        }
        let minutes = self.base_offset().ticks / TICKS_PER_MINUTE;
        let sign = if minutes < 0 { '-' } else { '+' };
        format!("(UTC{sign}{:02}:{:02}) {general}", minutes.abs() / 60, minutes.abs() % 60)
    }

    /// The name of the zone's standard time.
    pub fn standard_name(&self) -> String {
        self.names().map_or_else(|| self.id.clone(), |names| names.standard.to_owned())
    }

    /// The name of the zone's summer time.
    pub fn daylight_name(&self) -> String {
        self.names().map_or_else(|| self.id.clone(), |names| names.daylight.to_owned())
    }

    /// Whether the zone has, or ever had, summer time.
    pub fn has_daylight(&self) -> bool {
        self.names().is_some_and(|names| names.has_daylight)
    }

    /// The offset of the zone's standard time.
    pub fn base_offset(&self) -> TimeSpan {
        self.span(self.standard_offset())
    }

    /// The offset from UTC at a universal point in time.
    pub fn offset_of_utc(&self, utc: DateTime) -> TimeSpan {
        instant(utc).map_or(TimeSpan::ZERO, |at| self.span(self.zone.to_offset(at)))
    }

    /// The offset that a clock in the zone has when it shows `local`: the standard one when the hour comes twice, the
    /// one before the change when the hour is left out.
    pub fn offset_of_local(&self, local: DateTime) -> TimeSpan {
        let Some(clock) = civil(local) else { return TimeSpan::ZERO };
        self.span(match self.zone.to_ambiguous_timestamp(clock).offset() {
            AmbiguousOffset::Unambiguous { offset } => offset,
            AmbiguousOffset::Gap { before, .. } => before,
            AmbiguousOffset::Fold { before, after } => before.min(after),
        })
    }

    /// The offset as .NET keeps it: what differs from the zone's standard offset is cut to whole minutes.
    fn span(&self, offset: Offset) -> TimeSpan {
        let mut seconds = i64::from(offset.seconds());
        if seconds % 60 != 0 {
            let standard = i64::from(self.standard_offset().seconds());
            seconds = standard + (seconds - standard) / 60 * 60;
        }
        TimeSpan::from_ticks(seconds * TICKS_PER_SECOND)
    }

    /// The offset of the zone's winter in 2024.
    fn standard_offset(&self) -> Offset {
        let offset = |second| Timestamp::from_second(second).map_or(Offset::UTC, |at| self.zone.to_offset(at));
        offset(1_704_100_000).min(offset(1_719_830_000))
    }

    /// Whether summer time holds at a universal point in time.
    pub fn is_daylight_utc(&self, utc: DateTime) -> bool {
        instant(utc).is_some_and(|at| self.zone.to_offset_info(at).dst() == Dst::Yes)
    }

    /// Whether a clock in the zone shows summer time when it shows `local`; an hour that comes twice is standard time.
    pub fn is_daylight_local(&self, local: DateTime) -> bool {
        let utc = local.ticks - self.offset_of_local(local).ticks;
        let ambiguous = self.is_ambiguous(local) || self.is_invalid(local);
        !ambiguous && self.is_daylight_utc(DateTime { ticks: utc.max(0), ..local })
    }

    /// Whether a clock in the zone shows `local` twice.
    pub fn is_ambiguous(&self, local: DateTime) -> bool {
        civil(local)
            .is_some_and(|c| matches!(self.zone.to_ambiguous_timestamp(c).offset(), AmbiguousOffset::Fold { .. }))
    }

    /// Whether a clock in the zone never shows `local`.
    pub fn is_invalid(&self, local: DateTime) -> bool {
        civil(local)
            .is_some_and(|c| matches!(self.zone.to_ambiguous_timestamp(c).offset(), AmbiguousOffset::Gap { .. }))
    }

    /// The abbreviation at a universal point in time, as in `CEST`.
    pub fn abbreviation(&self, utc: DateTime) -> String {
        instant(utc).map_or_else(String::new, |at| self.zone.to_offset_info(at).abbreviation().to_owned())
    }
}

fn instant(utc: DateTime) -> Option<Timestamp> {
    let nanoseconds = i32::try_from(utc.ticks_of_second() * 100).ok()?;
    // The ends of the range are out of jiff's reach, where no zone changes any more.
    Timestamp::new(utc.unix_seconds().clamp(-62_135_500_000, 253_402_200_000), nanoseconds).ok()
}

fn civil(local: DateTime) -> Option<jiff::civil::DateTime> {
    let (year, month, day) = local.ymd();
    jiff::civil::DateTime::new(
        i16::try_from(year).ok()?,
        i8::try_from(month).ok()?,
        i8::try_from(day).ok()?,
        i8::try_from(local.hour()).ok()?,
        i8::try_from(local.minute()).ok()?,
        i8::try_from(local.second()).ok()?,
        i32::try_from(local.ticks_of_second() * 100).ok()?,
    )
    .ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::date::{DateKind, TICKS_PER_HOUR};

    fn at(month: i32, day: i32, hour: i32, minute: i32) -> DateTime {
        DateTime::from_parts((2024, month, day), (hour, minute, 0), 0).unwrap()
    }

    #[test]
    fn local_times_map_as_dotnet_does() {
        let Some(zone) = TimeZone::find("America/New_York") else { return };
        assert_eq!(at(7, 1, 12, 0).to_utc(&zone).hour(), 16);
        assert_eq!(at(3, 10, 2, 30).to_utc(&zone).hour(), 7, "a left-out hour counts as standard time");
        assert_eq!(at(11, 3, 1, 30).to_utc(&zone).hour(), 6, "an hour that comes twice counts as standard time");
        assert!(zone.is_daylight_local(at(7, 1, 12, 0)));
        assert!(!zone.is_daylight_local(at(11, 3, 1, 30)));
        let noon = at(1, 1, 12, 0).with_kind(DateKind::Utc);
        assert_eq!(zone.offset_of_utc(noon).ticks, -5 * TICKS_PER_HOUR);
    }

    #[test]
    fn zones_have_names_and_windows_ids() {
        let Some(zone) = TimeZone::find("pacific standard time") else { return };
        assert_eq!(zone.id(), "Pacific Standard Time");
        assert_eq!(zone.display_name(), "(UTC-08:00) Pacific Time (Los Angeles)");
        assert_eq!(zone.daylight_name(), "Pacific Daylight Time");
        assert_eq!(TimeZone::utc().display_name(), "(UTC) Coordinated Universal Time");
    }
}
