//! The desk's instants and GUIDs as the values that scripts know.

use crate::pin::Timestamp;
use crate::text::date::{DateKind, DateTime, TimeZone};
use crate::value::{Env, Value};

/// An instant as a `DateTime` in local time, which is what `Get-Date` gives and comparisons expect.
pub fn moment(env: &dyn Env, time: Timestamp) -> Value {
    let utc = DateTime { ticks: time.ticks(), kind: DateKind::Utc };
    let zone = TimeZone::find(&env.time_zone()).unwrap_or_else(TimeZone::utc);
    let ticks = time.ticks().saturating_add(zone.offset_of_utc(utc).ticks);
    match DateTime::from_ticks(ticks, DateKind::Local) {
        Ok(local) => Value::native(local),
        Err(_) => Value::native(utc),
    }
}

/// An instant that may be missing.
pub fn moment_or_null(env: &dyn Env, time: Option<Timestamp>) -> Value {
    time.map_or(Value::Null, |time| moment(env, time))
}

/// The instant of a `DateTime`; an unspecified one counts as local.
pub fn instant(env: &dyn Env, time: DateTime) -> Timestamp {
    if time.kind == DateKind::Utc {
        return Timestamp::from_ticks(time.ticks);
    }
    let zone = TimeZone::find(&env.time_zone()).unwrap_or_else(TimeZone::utc);
    Timestamp::from_ticks(time.ticks.saturating_sub(zone.offset_of_local(time).ticks))
}
