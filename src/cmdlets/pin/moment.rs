//! The desk's instants and GUIDs as the values that scripts know.

use crate::pin::Timestamp;
use crate::text::date::{DateKind, DateTime};
use crate::types::time::local_zone;
use crate::value::{Env, Value};

/// An instant as a `DateTime` in local time, which is what `Get-Date` gives and comparisons expect.
pub fn moment(env: &dyn Env, time: Timestamp) -> Value {
    let utc = DateTime { ticks: time.ticks(), kind: DateKind::Utc };
    let ticks = time.ticks().saturating_add(local_zone(env).offset_of_utc(utc).ticks);
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
    Timestamp::from_ticks(time.ticks.saturating_sub(local_zone(env).offset_of_local(time).ticks))
}
