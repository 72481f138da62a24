//! `System.DateTimeOffset`.

use super::{
    date_time, date_time_offset as own, day_of_week_value, format_and_culture, formats, in_context, local_zone,
    now as utc, styles_of, time_span,
};
use crate::text::Str;
use crate::text::date::{
    DateKind, DateOnly, DateTime, DateTimeOffset, TICKS_PER_DAY, TICKS_PER_HOUR, TICKS_PER_MICROSECOND,
    TICKS_PER_MILLISECOND, TICKS_PER_MINUTE, TICKS_PER_SECOND, TimeOnly, TimeSpan,
};
use crate::text::{Culture, TextError};
use crate::types::arguments::Arguments;
use crate::types::culture;
use crate::types::fault::lift;
use crate::types::invoke::assign;
use crate::types::table::{Method, Property, StaticProperty, TypeTable};
use crate::types::{known, object};
use crate::value::types::TypeRef;
use crate::value::{Env, Native, Outcome, Value, convert};
use std::cmp::Ordering;

impl Native for DateTimeOffset {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&known::DATE_TIME_OFFSET)
    }

    fn text(&self, env: &mut dyn Env) -> Outcome<Option<Str>> {
        self.format(env, "")
    }

    fn invariant_text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        lift(DateTimeOffset::format(*self, "", Culture::invariant())).map(|text| Some(Str::from(text)))
    }

    fn format(&self, env: &mut dyn Env, format: &str) -> Outcome<Option<Str>> {
        let culture = convert::current_culture(env);
        lift(DateTimeOffset::format(*self, format, culture)).map(|text| Some(Str::from(text)))
    }

    fn content_key(&self) -> Option<Str> {
        Some(Str::from(self.utc().ticks.to_string()))
    }

    fn order(&self, other: &Value) -> Option<Ordering> {
        other.downcast::<DateTimeOffset>().map(|other| self.utc().cmp(&other.utc()))
    }
}

pub(super) static TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("DateTime", "datetime", clock),
        Property::new("UtcDateTime", "datetime", utc_date_time),
        Property::new("LocalDateTime", "datetime", local_date_time),
        Property::new("Date", "datetime", date),
        Property::new("Day", "int", day),
        Property::new("DayOfWeek", "System.DayOfWeek", day_of_week),
        Property::new("DayOfYear", "int", day_of_year),
        Property::new("Hour", "int", hour),
        Property::new("Millisecond", "int", millisecond),
        Property::new("Microsecond", "int", microsecond),
        Property::new("Nanosecond", "int", nanosecond),
        Property::new("Minute", "int", minute),
        Property::new("Month", "int", month),
        Property::new("Offset", "timespan", offset),
        Property::new("TotalOffsetMinutes", "int", total_offset_minutes),
        Property::new("Second", "int", second),
        Property::new("Ticks", "long", ticks),
        Property::new("UtcTicks", "long", utc_ticks),
        Property::new("TimeOfDay", "timespan", time_of_day),
        Property::new("Year", "int", year),
    ],
    methods: &[
        Method::new("System.DateTimeOffset ToOffset(timespan offset)", to_offset),
        Method::new("System.DateTimeOffset Add(timespan timeSpan)", add),
        Method::new("System.DateTimeOffset AddDays(double days)", add_days),
        Method::new("System.DateTimeOffset AddHours(double hours)", add_hours),
        Method::new("System.DateTimeOffset AddMilliseconds(double milliseconds)", add_milliseconds),
        Method::new("System.DateTimeOffset AddMicroseconds(double microseconds)", add_microseconds),
        Method::new("System.DateTimeOffset AddMinutes(double minutes)", add_minutes),
        Method::new("System.DateTimeOffset AddMonths(int months)", add_months),
        Method::new("System.DateTimeOffset AddSeconds(double seconds)", add_seconds),
        Method::new("System.DateTimeOffset AddTicks(long ticks)", add_ticks),
        Method::new("System.DateTimeOffset AddYears(int years)", add_years),
        Method::new("int CompareTo(System.DateTimeOffset other)", compare_to),
        Method::new("bool Equals(System.Object obj)", object::equals),
        Method::new("bool Equals(System.DateTimeOffset other)", object::equals),
        Method::new("bool EqualsExact(System.DateTimeOffset other)", equals_exact),
        Method::new("int GetHashCode()", object::get_hash_code),
        Method::new("timespan Subtract(System.DateTimeOffset value)", subtract),
        Method::new("System.DateTimeOffset Subtract(timespan value)", subtract),
        Method::new("long ToFileTime()", to_file_time),
        Method::new("long ToUnixTimeSeconds()", to_unix_time_seconds),
        Method::new("long ToUnixTimeMilliseconds()", to_unix_time_milliseconds),
        Method::new("System.DateTimeOffset ToLocalTime()", to_local_time),
        Method::new("string ToString()", to_string),
        Method::new("string ToString(string format)", to_string),
        Method::new("string ToString(System.IFormatProvider formatProvider)", to_string),
        Method::new("string ToString(string format, System.IFormatProvider formatProvider)", to_string),
        Method::new("System.DateTimeOffset ToUniversalTime()", to_universal_time),
        Method::new(
            "void Deconstruct([ref] System.DateOnly date, [ref] System.TimeOnly time, [ref] timespan offset)",
            deconstruct,
        ),
    ],
    constructors: &[
        Method::new("System.DateTimeOffset new(long ticks, timespan offset)", new),
        Method::new("System.DateTimeOffset new(datetime dateTime)", new),
        Method::new("System.DateTimeOffset new(datetime dateTime, timespan offset)", new),
        Method::new("System.DateTimeOffset new(System.DateOnly date, System.TimeOnly time, timespan offset)", new),
        Method::new(
            "System.DateTimeOffset new(int year, int month, int day, int hour, int minute, int second, timespan offset)",
            new,
        ),
        Method::new(
            "System.DateTimeOffset new(int year, int month, int day, int hour, int minute, int second, int millisecond, timespan offset)",
            new,
        ),
        Method::new(
            "System.DateTimeOffset new(int year, int month, int day, int hour, int minute, int second, int millisecond, System.Globalization.Calendar calendar, timespan offset)",
            new,
        ),
        Method::new(
            "System.DateTimeOffset new(int year, int month, int day, int hour, int minute, int second, int millisecond, int microsecond, timespan offset)",
            new,
        ),
        Method::new(
            "System.DateTimeOffset new(int year, int month, int day, int hour, int minute, int second, int millisecond, int microsecond, System.Globalization.Calendar calendar, timespan offset)",
            new,
        ),
    ],
    static_properties: &[
        StaticProperty::new("UtcNow", "System.DateTimeOffset", utc_now),
        StaticProperty::new("Now", "System.DateTimeOffset", now),
        StaticProperty::new("MinValue", "System.DateTimeOffset", min_value),
        StaticProperty::new("MaxValue", "System.DateTimeOffset", max_value),
        StaticProperty::new("UnixEpoch", "System.DateTimeOffset", unix_epoch),
    ],
    static_methods: &[
        Method::new("System.DateTimeOffset op_Implicit(datetime dateTime)", op_implicit),
        Method::new(
            "System.DateTimeOffset op_Addition(System.DateTimeOffset dateTimeOffset, timespan timeSpan)",
            op_addition,
        ),
        Method::new(
            "System.DateTimeOffset op_Subtraction(System.DateTimeOffset dateTimeOffset, timespan timeSpan)",
            op_subtraction,
        ),
        Method::new("timespan op_Subtraction(System.DateTimeOffset left, System.DateTimeOffset right)", op_subtraction),
        Method::new("int Compare(System.DateTimeOffset first, System.DateTimeOffset second)", compare),
        Method::new("bool Equals(System.DateTimeOffset first, System.DateTimeOffset second)", equals),
        Method::new("System.DateTimeOffset FromFileTime(long fileTime)", from_file_time),
        Method::new("System.DateTimeOffset FromUnixTimeSeconds(long seconds)", from_unix_time_seconds),
        Method::new("System.DateTimeOffset FromUnixTimeMilliseconds(long milliseconds)", from_unix_time_milliseconds),
        Method::new("System.DateTimeOffset Parse(string input)", parse),
        Method::new("System.DateTimeOffset Parse(string input, System.IFormatProvider formatProvider)", parse),
        Method::new(
            "System.DateTimeOffset Parse(string input, System.IFormatProvider formatProvider, System.Globalization.DateTimeStyles styles)",
            parse,
        ),
        Method::new(
            "System.DateTimeOffset ParseExact(string input, string format, System.IFormatProvider formatProvider)",
            parse_exact,
        ),
        Method::new(
            "System.DateTimeOffset ParseExact(string input, string format, System.IFormatProvider formatProvider, System.Globalization.DateTimeStyles styles)",
            parse_exact,
        ),
        Method::new(
            "System.DateTimeOffset ParseExact(string input, string[] formats, System.IFormatProvider formatProvider, System.Globalization.DateTimeStyles styles)",
            parse_exact,
        ),
        Method::new("bool TryParse(string input, [ref] System.DateTimeOffset result)", try_parse),
        Method::new(
            "bool TryParse(string input, System.IFormatProvider formatProvider, System.Globalization.DateTimeStyles styles, [ref] System.DateTimeOffset result)",
            try_parse,
        ),
        Method::new(
            "bool TryParseExact(string input, string format, System.IFormatProvider formatProvider, System.Globalization.DateTimeStyles styles, [ref] System.DateTimeOffset result)",
            try_parse_exact,
        ),
        Method::new(
            "bool TryParseExact(string input, string[] formats, System.IFormatProvider formatProvider, System.Globalization.DateTimeStyles styles, [ref] System.DateTimeOffset result)",
            try_parse_exact,
        ),
        Method::new(
            "bool TryParse(string s, System.IFormatProvider provider, [ref] System.DateTimeOffset result)",
            try_parse,
        ),
    ],
    ..TypeTable::of(&known::DATE_TIME_OFFSET)
};

fn value(date: DateTimeOffset) -> Value {
    Value::native(date)
}

fn made(date: Result<DateTimeOffset, TextError>) -> Outcome<Value> {
    lift(date).map(value)
}

fn clock(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::native(own(this)?.clock()))
}

fn utc_date_time(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::native(own(this)?.utc()))
}

fn local_date_time(env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::native(own(this)?.local(&local_zone(env))))
}

fn date(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::native(own(this)?.clock().date()))
}

fn day(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.clock().day()))
}

fn day_of_week(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(day_of_week_value(own(this)?.clock()))
}

fn day_of_year(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.clock().day_of_year()))
}

fn hour(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.clock().hour()))
}

fn millisecond(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.clock().millisecond()))
}

fn microsecond(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.clock().microsecond()))
}

fn nanosecond(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.clock().nanosecond()))
}

fn minute(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.clock().minute()))
}

fn month(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.clock().month()))
}

fn offset(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::native(own(this)?.offset()))
}

fn total_offset_minutes(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int((own(this)?.offset().ticks / TICKS_PER_MINUTE) as i32))
}

fn second(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.clock().second()))
}

fn ticks(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Long(own(this)?.clock().ticks))
}

fn utc_ticks(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Long(own(this)?.utc().ticks))
}

fn time_of_day(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::native(own(this)?.clock().time_of_day()))
}

fn year(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.clock().year()))
}

fn now(env: &mut dyn Env) -> Outcome<Value> {
    Ok(value(DateTimeOffset::from_date_time(utc(env), &local_zone(env)).to_zone(&local_zone(env))))
}

fn utc_now(env: &mut dyn Env) -> Outcome<Value> {
    Ok(value(DateTimeOffset::from_date_time(utc(env), &local_zone(env))))
}

fn min_value(_env: &mut dyn Env) -> Outcome<Value> {
    made(DateTimeOffset::new(DateTime::MIN, TimeSpan::ZERO))
}

fn max_value(_env: &mut dyn Env) -> Outcome<Value> {
    made(DateTimeOffset::new(DateTime::MAX, TimeSpan::ZERO))
}

fn unix_epoch(_env: &mut dyn Env) -> Outcome<Value> {
    made(DateTimeOffset::from_unix_seconds(0))
}

fn to_offset(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    made(own(this)?.to_offset(time_span(&arguments.value(0))?))
}

fn add(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let span = time_span(&arguments.value(0))?;
    made(own(this)?.map(|clock| clock.add_ticks(span.ticks)))
}

fn add_units(this: &Value, arguments: &[Value], unit: i64) -> Outcome<Value> {
    made(own(this)?.map(|clock| clock.add_units(arguments.double(0), unit)))
}

fn add_days(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    add_units(this, arguments, TICKS_PER_DAY)
}

fn add_hours(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    add_units(this, arguments, TICKS_PER_HOUR)
}

fn add_milliseconds(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    add_units(this, arguments, TICKS_PER_MILLISECOND)
}

fn add_microseconds(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    add_units(this, arguments, TICKS_PER_MICROSECOND)
}

fn add_minutes(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    add_units(this, arguments, TICKS_PER_MINUTE)
}

fn add_seconds(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    add_units(this, arguments, TICKS_PER_SECOND)
}

fn add_months(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    made(own(this)?.map(|clock| clock.add_months(arguments.int(0))))
}

fn add_ticks(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    made(own(this)?.map(|clock| clock.add_ticks(arguments.long(0))))
}

fn add_years(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    made(own(this)?.map(|clock| clock.add_years(arguments.int(0))))
}

fn compare_to(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.utc().cmp(&own(&arguments.value(0))?.utc()) as i32))
}

fn equals_exact(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (a, b) = (own(this)?, own(&arguments.value(0))?);
    Ok(Value::Bool(a.clock() == b.clock() && a.offset() == b.offset()))
}

fn subtract(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let other = arguments.value(0);
    match other.downcast::<DateTimeOffset>() {
        Some(other) => Ok(Value::native(own(this)?.since(*other))),
        None => {
            let span = time_span(&other)?;
            made(own(this)?.map(|clock| clock.checked_sub(span)))
        }
    }
}

fn to_file_time(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    lift(own(this)?.utc().to_file_time()).map(Value::Long)
}

fn to_unix_time_seconds(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Long(own(this)?.unix_seconds()))
}

fn to_unix_time_milliseconds(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Long(own(this)?.unix_milliseconds()))
}

fn to_local_time(env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(value(own(this)?.to_zone(&local_zone(env))))
}

fn to_universal_time(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    made(own(this)?.to_offset(TimeSpan::ZERO))
}

fn to_string(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (format, culture) = format_and_culture(env, arguments);
    lift(DateTimeOffset::format(own(this)?, &format, culture)).map(Value::from)
}

fn deconstruct(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let date = own(this)?;
    assign(env, arguments.first(), Value::native(DateOnly::from_date_time(date.clock())))?;
    assign(env, arguments.get(1), Value::native(TimeOnly::from_date_time(date.clock())))?;
    assign(env, arguments.get(2), Value::native(date.offset()))?;
    Ok(Value::Void)
}

fn new(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let offset = arguments.last().and_then(|last| last.downcast::<TimeSpan>().copied());
    let Some(offset) = offset else {
        let date = date_time(&arguments.value(0))?;
        return Ok(value(DateTimeOffset::from_date_time(date, &local_zone(env))));
    };
    if let Some(date) = arguments.value(0).downcast::<DateTime>() {
        return made(DateTimeOffset::new(*date, offset));
    }
    if let (Some(date), Some(time)) =
        (arguments.value(0).downcast::<DateOnly>(), arguments.value(1).downcast::<TimeOnly>())
    {
        let clock = DateTime { ticks: date.date_time().ticks + time.span().ticks, kind: DateKind::Unspecified };
        return made(DateTimeOffset::new(clock, offset));
    }
    if arguments.len() == 2 {
        let clock = lift(DateTime::from_ticks(arguments.long(0), DateKind::Unspecified))?;
        return made(DateTimeOffset::new(clock, offset));
    }
    let number = |place: usize| match arguments.get(place) {
        Some(Value::Int(number)) => *number,
        _ => 0,
    };
    let clock = DateTime::from_parts((number(0), number(1), number(2)), (number(3), number(4), number(5)), number(6));
    let clock = lift(clock.and_then(|clock| clock.add_ticks(i64::from(number(7)) * TICKS_PER_MICROSECOND)))?;
    made(DateTimeOffset::new(clock, offset))
}

fn compare(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Int(own(&arguments.value(0))?.utc().cmp(&own(&arguments.value(1))?.utc()) as i32))
}

fn equals(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Bool(own(&arguments.value(0))?.utc() == own(&arguments.value(1))?.utc()))
}

fn from_file_time(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let utc = lift(DateTime::from_file_time(arguments.long(0)))?;
    let zone = local_zone(env);
    Ok(value(DateTimeOffset::from_date_time(utc.with_kind(DateKind::Utc), &zone).to_zone(&zone)))
}

fn from_unix_time_seconds(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    made(DateTimeOffset::from_unix_seconds(arguments.long(0)))
}

fn from_unix_time_milliseconds(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    made(DateTimeOffset::from_unix_milliseconds(arguments.long(0)))
}

fn read(env: &mut dyn Env, arguments: &[Value]) -> Result<DateTimeOffset, TextError> {
    let culture = culture::of_argument(env, arguments, 1);
    in_context(env, culture, |context| DateTimeOffset::parse(&arguments.text(0), styles_of(arguments, 2), context))
}

fn read_exact(env: &mut dyn Env, arguments: &[Value]) -> Result<DateTimeOffset, TextError> {
    let culture = culture::of_argument(env, arguments, 2);
    let text = arguments.text(0);
    let formats = formats(arguments, 1);
    let mut failed = TextError::format(format!("String '{text}' was not recognized as a valid DateTime."));
    for format in &formats {
        let styles = styles_of(arguments, 3);
        match in_context(env, culture, |context| DateTimeOffset::parse_exact(&text, format, styles, context)) {
            Ok(date) => return Ok(date),
            Err(error) if formats.len() == 1 => failed = error,
            Err(_) => {}
        }
    }
    Err(failed)
}

fn parse(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    made(read(env, arguments))
}

fn parse_exact(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    made(read_exact(env, arguments))
}

fn give(env: &mut dyn Env, reference: &Value, read: Result<DateTimeOffset, TextError>) -> Outcome<Value> {
    let succeeded = read.is_ok();
    let date = lift(read.or_else(|_| DateTimeOffset::new(DateTime::MIN, TimeSpan::ZERO)))?;
    assign(env, Some(reference), value(date))?;
    Ok(Value::Bool(succeeded))
}

fn try_parse(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let Some((reference, rest)) = arguments.split_last() else { return Ok(Value::Bool(false)) };
    let read = read(env, rest);
    give(env, reference, read)
}

fn try_parse_exact(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let Some((reference, rest)) = arguments.split_last() else { return Ok(Value::Bool(false)) };
    let read = read_exact(env, rest);
    give(env, reference, read)
}

fn op_implicit(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    new(env, this, arguments)
}

fn op_addition(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    add(env, &arguments.value(0), arguments.get(1..).unwrap_or(&[]))
}

fn op_subtraction(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    subtract(env, &arguments.value(0), arguments.get(1..).unwrap_or(&[]))
}
