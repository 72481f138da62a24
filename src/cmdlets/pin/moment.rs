//! The desk's instants and GUIDs as the values that scripts know.

use crate::pin::Timestamp;
use crate::text::date::{DateKind, DateTime, TimeZone};
use crate::value::{Env, Value};

/// An instant as a `text in local time, in ISO form.
pub fn moment(env: &dyn Env, time: Timestamp) -> Value {
    let utc = DateTime { ticks: time.ticks(), kind: DateKind::Utc };
    let zone = TimeZone::find(&env.time_zone()).unwrap_or_else(TimeZone::utc);
    let ticks = time.ticks().saturating_add(zone.offset_of_utc(utc).ticks);
    match DateTime::from_ticks(ticks, DateKind::Local) {
        Ok(local) => written(local),
        Err(_) => written(utc),
    }
}

/// An instant that may be missing.
pub fn moment_or_null(env: &dyn Env, time: Option<Timestamp>) -> Value {
    time.map_or(Value::Null, |time| moment(env, time))
}

fn written(time: DateTime) -> Value {
    let (year, month, day) = time.ymd();
    Value::from(format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}", time.hour(), time.minute(), time.second()))
}
