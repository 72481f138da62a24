//! Dates, times, spans and zones.

mod date_only;
mod date_time;
mod date_time_offset;
mod time_only;
mod time_span;
mod time_zone;

pub use time_zone::Zone;

use super::arguments::Arguments;
use super::invoke::receiver;
use super::table::TypeTable;
use super::{culture, enums};
use crate::text::date::{DateContext, DateKind, DateStyles, DateTime, DateTimeOffset, TimeSpan, TimeZone};
use crate::text::{Culture, Str};
use crate::value::{EnumValue, Env, Outcome, Value};
use std::cell::RefCell;
use std::rc::Rc;

pub(super) static TABLES: &[&TypeTable] = &[
    &date_only::TABLE,
    &date_time::TABLE,
    &date_time_offset::TABLE,
    &time_only::TABLE,
    &time_span::TABLE,
    &time_zone::TABLE,
];

thread_local! {
    /// The local zone that was asked for last, since finding one reads the database.
    static LOCAL: RefCell<Option<(Str, Rc<TimeZone>)>> = RefCell::default();
}

/// The local zone.
pub fn local_zone(env: &dyn Env) -> Rc<TimeZone> {
    let id = env.time_zone();
    LOCAL.with_borrow_mut(|known| {
        if let Some((known_id, zone)) = known
            && *known_id == id
        {
            return zone.clone();
        }
        let zone = Rc::new(TimeZone::find(&id).unwrap_or_else(TimeZone::utc));
        *known = Some((id, zone.clone()));
        zone
    })
}

/// The moment now, in UTC.
pub fn now(env: &dyn Env) -> DateTime {
    DateTime { ticks: env.now_ticks(), kind: DateKind::Utc }
}

/// Runs `read` with what reading a date depends on.
fn in_context<T>(env: &dyn Env, culture: &'static Culture, read: impl FnOnce(DateContext<'_>) -> T) -> T {
    let zone = local_zone(env);
    read(DateContext { culture, zone: &zone, now: now(env) })
}

fn date_time(value: &Value) -> Outcome<DateTime> {
    receiver::<DateTime>(value).copied()
}

fn time_span(value: &Value) -> Outcome<TimeSpan> {
    receiver::<TimeSpan>(value).copied()
}

fn date_time_offset(value: &Value) -> Outcome<DateTimeOffset> {
    receiver::<DateTimeOffset>(value).copied()
}

/// `DateTimeKind` of an argument.
fn kind_of(arguments: &[Value], place: usize) -> DateKind {
    match arguments.number(place) {
        1 => DateKind::Utc,
        2 => DateKind::Local,
        _ => DateKind::Unspecified,
    }
}

/// `DateTimeStyles` of an argument.
fn styles_of(arguments: &[Value], place: usize) -> DateStyles {
    DateStyles(u32::try_from(arguments.number(place)).unwrap_or_default())
}

fn day_of_week_value(date: DateTime) -> Value {
    EnumValue::native(&enums::DAY_OF_WEEK, date.day_of_week() as i64)
}

/// The format and the culture of a `ToString`: text first, the provider behind it or alone.
fn format_and_culture(env: &dyn Env, arguments: &[Value]) -> (Str, &'static Culture) {
    let has_format = matches!(arguments.first(), Some(Value::Str(_)));
    let format = if has_format { arguments.text(0) } else { Str::default() };
    (format, culture::of_argument(env, arguments, usize::from(has_format)))
}

/// The formats of a `ParseExact`: one text or several.
fn formats(arguments: &[Value], place: usize) -> Vec<Str> {
    match arguments.get(place) {
        Some(Value::Str(format)) => vec![format.clone()],
        _ => arguments.items(place).iter().filter_map(|item| item.as_str().cloned()).collect(),
    }
}
