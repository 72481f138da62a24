//! `System.TimeZoneInfo`.

use super::{date_time, local_zone};
use crate::text::Str;
use crate::text::date::{DateKind, DateTime, DateTimeOffset, TimeZone};
use crate::types::arguments::Arguments;
use crate::types::collections::list::List;
use crate::types::fault;
use crate::types::invoke::{assign, receiver};
use crate::types::table::{Method, Property, StaticProperty, TypeTable};
use crate::types::{exceptions, known, object};
use crate::value::types::TypeRef;
use crate::value::{Env, Native, Outcome, Value};
use std::rc::Rc;

/// A time zone.
pub struct Zone(pub Rc<TimeZone>);

impl Native for Zone {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&known::TIME_ZONE_INFO)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(Str::from(self.0.display_name())))
    }

    fn content_key(&self) -> Option<Str> {
        Some(Str::from(self.0.id()))
    }
}

pub(super) static TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("Id", "string", id),
        Property::new("HasIanaId", "bool", has_iana_id),
        Property::new("DisplayName", "string", display_name),
        Property::new("StandardName", "string", standard_name),
        Property::new("DaylightName", "string", daylight_name),
        Property::new("BaseUtcOffset", "timespan", base_utc_offset),
        Property::new("SupportsDaylightSavingTime", "bool", supports_daylight_saving_time),
    ],
    methods: &[
        Method::new("timespan GetUtcOffset(System.DateTimeOffset dateTimeOffset)", get_utc_offset),
        Method::new("timespan GetUtcOffset(datetime dateTime)", get_utc_offset),
        Method::new("bool IsAmbiguousTime(System.DateTimeOffset dateTimeOffset)", is_ambiguous_time),
        Method::new("bool IsAmbiguousTime(datetime dateTime)", is_ambiguous_time),
        Method::new("bool IsDaylightSavingTime(System.DateTimeOffset dateTimeOffset)", is_daylight_saving_time),
        Method::new("bool IsDaylightSavingTime(datetime dateTime)", is_daylight_saving_time),
        Method::new("bool IsInvalidTime(datetime dateTime)", is_invalid_time),
        Method::new("bool Equals(System.TimeZoneInfo other)", object::equals),
        Method::new("bool Equals(System.Object obj)", object::equals),
        Method::new("int GetHashCode()", object::get_hash_code),
        Method::new("string ToString()", object::to_string),
    ],
    static_properties: &[
        StaticProperty::new("Local", "System.TimeZoneInfo", local),
        StaticProperty::new("Utc", "System.TimeZoneInfo", utc),
    ],
    static_methods: &[
        Method::new("void ClearCachedData()", clear_cached_data),
        Method::new(
            "System.DateTimeOffset ConvertTimeBySystemTimeZoneId(System.DateTimeOffset dateTimeOffset, string \
             destinationTimeZoneId)",
            convert_time,
        ),
        Method::new(
            "datetime ConvertTimeBySystemTimeZoneId(datetime dateTime, string destinationTimeZoneId)",
            convert_time,
        ),
        Method::new(
            "datetime ConvertTimeBySystemTimeZoneId(datetime dateTime, string sourceTimeZoneId, string \
             destinationTimeZoneId)",
            convert_time,
        ),
        Method::new(
            "System.DateTimeOffset ConvertTime(System.DateTimeOffset dateTimeOffset, System.TimeZoneInfo \
             destinationTimeZone)",
            convert_time,
        ),
        Method::new("datetime ConvertTime(datetime dateTime, System.TimeZoneInfo destinationTimeZone)", convert_time),
        Method::new(
            "datetime ConvertTime(datetime dateTime, System.TimeZoneInfo sourceTimeZone, System.TimeZoneInfo \
             destinationTimeZone)",
            convert_time,
        ),
        Method::new(
            "datetime ConvertTimeFromUtc(datetime dateTime, System.TimeZoneInfo destinationTimeZone)",
            convert_time_from_utc,
        ),
        Method::new("datetime ConvertTimeToUtc(datetime dateTime)", convert_time_to_utc),
        Method::new(
            "datetime ConvertTimeToUtc(datetime dateTime, System.TimeZoneInfo sourceTimeZone)",
            convert_time_to_utc,
        ),
        Method::new("System.TimeZoneInfo FindSystemTimeZoneById(string id)", find_system_time_zone_by_id),
        Method::new(
            "bool TryFindSystemTimeZoneById(string id, [ref] System.TimeZoneInfo timeZoneInfo)",
            try_find_system_time_zone_by_id,
        ),
        Method::new(
            "System.Collections.ObjectModel.ReadOnlyCollection[System.TimeZoneInfo] GetSystemTimeZones()",
            get_system_time_zones,
        ),
    ],
    ..TypeTable::of(&known::TIME_ZONE_INFO)
};

fn own(this: &Value) -> Outcome<Rc<TimeZone>> {
    receiver::<Zone>(this).map(|zone| zone.0.clone())
}

fn value(zone: Rc<TimeZone>) -> Value {
    Value::native(Zone(zone))
}

fn id(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::from(own(this)?.id()))
}

fn has_iana_id(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Bool(!own(this)?.id().ends_with(" Time")))
}

fn display_name(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::from(own(this)?.display_name()))
}

fn standard_name(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::from(own(this)?.standard_name()))
}

fn daylight_name(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::from(own(this)?.daylight_name()))
}

fn base_utc_offset(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::native(own(this)?.base_offset()))
}

fn supports_daylight_saving_time(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Bool(own(this)?.has_daylight()))
}

fn local(env: &mut dyn Env) -> Outcome<Value> {
    Ok(value(local_zone(env)))
}

fn utc(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(value(Rc::new(TimeZone::utc())))
}

/// The argument as a date and whether it is a point in UTC: local dates are those of the local zone.
fn universal(env: &dyn Env, argument: &Value) -> Outcome<(DateTime, bool)> {
    if let Some(date) = argument.downcast::<DateTimeOffset>() {
        return Ok((date.utc(), true));
    }
    let date = date_time(argument)?;
    Ok(match date.kind {
        DateKind::Unspecified => (date, false),
        _ => (date.to_utc(&local_zone(env)), true),
    })
}

fn get_utc_offset(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let zone = own(this)?;
    let (date, is_utc) = universal(env, &arguments.value(0))?;
    Ok(Value::native(if is_utc { zone.offset_of_utc(date) } else { zone.offset_of_local(date) }))
}

/// What the zone's clock shows.
fn clock(env: &dyn Env, zone: &TimeZone, argument: &Value) -> Outcome<DateTime> {
    let (date, is_utc) = universal(env, argument)?;
    Ok(if is_utc { shown(date, zone) } else { date })
}

fn is_ambiguous_time(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let zone = own(this)?;
    Ok(Value::Bool(zone.is_ambiguous(clock(env, &zone, &arguments.value(0))?)))
}

fn is_invalid_time(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let zone = own(this)?;
    Ok(Value::Bool(zone.is_invalid(clock(env, &zone, &arguments.value(0))?)))
}

fn is_daylight_saving_time(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let zone = own(this)?;
    let (date, is_utc) = universal(env, &arguments.value(0))?;
    Ok(Value::Bool(if is_utc { zone.is_daylight_utc(date) } else { zone.is_daylight_local(date) }))
}

fn clear_cached_data(_env: &mut dyn Env, _this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Void)
}

/// What a clock in the zone shows at a point in UTC.
fn shown(utc: DateTime, zone: &TimeZone) -> DateTime {
    let ticks = utc.ticks.saturating_add(zone.offset_of_utc(utc).ticks);
    let kind = if zone.id() == "UTC" { DateKind::Utc } else { DateKind::Unspecified };
    DateTime::from_ticks(ticks, kind).unwrap_or(DateTime { kind, ..utc })
}

/// The zone that an argument is or that has its name.
fn zone_of(argument: &Value) -> Outcome<Rc<TimeZone>> {
    match argument.as_str() {
        Some(id) => found(id),
        None => own(argument),
    }
}

fn found(id: &str) -> Outcome<Rc<TimeZone>> {
    TimeZone::find(id).map(Rc::new).ok_or_else(|| {
        fault::raise(
            &exceptions::TIME_ZONE_NOT_FOUND_EXCEPTION,
            format!("The time zone ID '{id}' was not found on the local computer."),
        )
    })
}

/// A clock time in a zone as a point in UTC.
fn to_utc(date: DateTime, zone: &TimeZone) -> Outcome<DateTime> {
    if zone.is_invalid(date) {
        return Err(fault::argument(
            "The supplied DateTime represents an invalid time.  For example, when the clock is adjusted forward, any \
             time in the period that is skipped is invalid.",
            "dateTime",
        ));
    }
    let ticks = date.ticks.saturating_sub(zone.offset_of_local(date).ticks);
    Ok(DateTime::from_ticks(ticks, DateKind::Utc).unwrap_or(DateTime { kind: DateKind::Utc, ..date }))
}

/// The point that a date is: in its own zone, in the given one where it says none.
fn point(env: &dyn Env, date: DateTime, source: Option<&TimeZone>) -> Outcome<DateTime> {
    match (date.kind, source) {
        (DateKind::Utc, _) => Ok(date),
        (_, Some(zone)) => to_utc(date, zone),
        (_, None) => to_utc(date, &local_zone(env)),
    }
}

fn convert_time(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let target = zone_of(arguments.last().unwrap_or(&Value::Null))?;
    let first = arguments.value(0);
    if let Some(date) = first.downcast::<DateTimeOffset>() {
        return Ok(Value::native(date.to_zone(&target)));
    }
    let source = if arguments.len() > 2 { Some(zone_of(&arguments.value(1))?) } else { None };
    let utc = point(env, date_time(&first)?, source.as_deref())?;
    Ok(Value::native(converted(env, utc, &target)))
}

/// The clock time in a zone; in the local zone it is of the local kind.
fn converted(env: &dyn Env, utc: DateTime, zone: &TimeZone) -> DateTime {
    let date = shown(utc, zone);
    let is_local = zone.id() == local_zone(env).id() && date.kind != DateKind::Utc;
    if is_local { date.with_kind(DateKind::Local) } else { date }
}

fn convert_time_from_utc(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let date = date_time(&arguments.value(0))?;
    if date.kind == DateKind::Local {
        return Err(fault::argument(
            "The conversion could not be completed because the supplied DateTime did not have the Kind property set \
             correctly.  For example, when the Kind property is DateTimeKind.Local, the source time zone must be \
             TimeZoneInfo.Local.",
            "sourceTimeZone",
        ));
    }
    let zone = own(&arguments.value(1))?;
    Ok(Value::native(converted(env, date.with_kind(DateKind::Utc), &zone)))
}

fn convert_time_to_utc(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let source = if arguments.len() > 1 { Some(own(&arguments.value(1))?) } else { None };
    Ok(Value::native(point(env, date_time(&arguments.value(0))?, source.as_deref())?))
}

fn find_system_time_zone_by_id(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    found(&arguments.text(0)).map(value)
}

fn try_find_system_time_zone_by_id(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let zone = TimeZone::find(&arguments.text(0)).map(Rc::new);
    let succeeded = zone.is_some();
    assign(env, arguments.get(1), zone.map(value).unwrap_or_default())?;
    Ok(Value::Bool(succeeded))
}

fn get_system_time_zones(_env: &mut dyn Env, _this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let zones = TimeZone::all().into_iter().map(|zone| value(Rc::new(zone))).collect();
    Ok(Value::native(List::read_only(TypeRef::Native(&known::TIME_ZONE_INFO), zones)))
}
