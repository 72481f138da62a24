//! `System.TimeSpan`.

use super::{format_and_culture, formats, time_span as own};
use crate::text::Str;
use crate::text::TextError;
use crate::text::date::{
    TICKS_PER_DAY, TICKS_PER_HOUR, TICKS_PER_MICROSECOND, TICKS_PER_MILLISECOND, TICKS_PER_MINUTE, TICKS_PER_SECOND,
    TimeSpan,
};
use crate::types::arguments::Arguments;
use crate::types::fault::{self, lift};
use crate::types::invoke::assign;
use crate::types::table::{Method, Property, StaticProperty, TypeTable};
use crate::types::{compare as ordering, culture, known, object};
use crate::value::types::TypeRef;
use crate::value::{Env, Native, Outcome, Value, convert};
use std::cmp::Ordering;

impl Native for TimeSpan {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&known::TIME_SPAN)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(Str::from(self.to_text())))
    }

    fn format(&self, env: &mut dyn Env, format: &str) -> Outcome<Option<Str>> {
        let culture = convert::current_culture(env);
        lift(TimeSpan::format(*self, format, culture)).map(|text| Some(Str::from(text)))
    }

    fn content_key(&self) -> Option<Str> {
        Some(Str::from(self.ticks.to_string()))
    }

    fn order(&self, other: &Value) -> Option<Ordering> {
        other.downcast::<TimeSpan>().map(|other| self.cmp(other))
    }
}

pub(super) static TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("Ticks", "long", ticks),
        Property::new("Days", "int", days),
        Property::new("Hours", "int", hours),
        Property::new("Milliseconds", "int", milliseconds),
        Property::new("Microseconds", "int", microseconds),
        Property::new("Nanoseconds", "int", nanoseconds),
        Property::new("Minutes", "int", minutes),
        Property::new("Seconds", "int", seconds),
        Property::new("TotalDays", "double", total_days),
        Property::new("TotalHours", "double", total_hours),
        Property::new("TotalMilliseconds", "double", total_milliseconds),
        Property::new("TotalMicroseconds", "double", total_microseconds),
        Property::new("TotalNanoseconds", "double", total_nanoseconds),
        Property::new("TotalMinutes", "double", total_minutes),
        Property::new("TotalSeconds", "double", total_seconds),
    ],
    methods: &[
        Method::new("timespan Add(timespan ts)", add),
        Method::new("int CompareTo(System.Object value)", compare_to),
        Method::new("int CompareTo(timespan value)", compare_to),
        Method::new("timespan Duration()", duration),
        Method::new("bool Equals(System.Object value)", object::equals),
        Method::new("bool Equals(timespan obj)", object::equals),
        Method::new("int GetHashCode()", object::get_hash_code),
        Method::new("timespan Negate()", negate),
        Method::new("timespan Subtract(timespan ts)", subtract),
        Method::new("timespan Multiply(double factor)", multiply),
        Method::new("timespan Divide(double divisor)", divide),
        Method::new("double Divide(timespan ts)", divide),
        Method::new("string ToString()", to_string),
        Method::new("string ToString(string format)", to_string),
        Method::new("string ToString(string format, System.IFormatProvider formatProvider)", to_string),
    ],
    constructors: &[
        Method::new("timespan new(long ticks)", new),
        Method::new("timespan new(int hours, int minutes, int seconds)", new),
        Method::new("timespan new(int days, int hours, int minutes, int seconds)", new),
        Method::new("timespan new(int days, int hours, int minutes, int seconds, int milliseconds)", new),
        Method::new(
            "timespan new(int days, int hours, int minutes, int seconds, int milliseconds, int microseconds)",
            new,
        ),
    ],
    static_properties: &[
        StaticProperty::new("Zero", "timespan", zero),
        StaticProperty::new("MaxValue", "timespan", max_value),
        StaticProperty::new("MinValue", "timespan", min_value),
        StaticProperty::new("NanosecondsPerTick", "long", nanoseconds_per_tick),
        StaticProperty::new("TicksPerMicrosecond", "long", ticks_per_microsecond),
        StaticProperty::new("TicksPerMillisecond", "long", ticks_per_millisecond),
        StaticProperty::new("TicksPerSecond", "long", ticks_per_second),
        StaticProperty::new("TicksPerMinute", "long", ticks_per_minute),
        StaticProperty::new("TicksPerHour", "long", ticks_per_hour),
        StaticProperty::new("TicksPerDay", "long", ticks_per_day),
        StaticProperty::new("MicrosecondsPerMillisecond", "long", microseconds_per_millisecond),
        StaticProperty::new("MicrosecondsPerSecond", "long", microseconds_per_second),
        StaticProperty::new("MicrosecondsPerMinute", "long", microseconds_per_minute),
        StaticProperty::new("MicrosecondsPerHour", "long", microseconds_per_hour),
        StaticProperty::new("MicrosecondsPerDay", "long", microseconds_per_day),
        StaticProperty::new("MillisecondsPerSecond", "long", milliseconds_per_second),
        StaticProperty::new("MillisecondsPerMinute", "long", milliseconds_per_minute),
        StaticProperty::new("MillisecondsPerHour", "long", milliseconds_per_hour),
        StaticProperty::new("MillisecondsPerDay", "long", milliseconds_per_day),
        StaticProperty::new("SecondsPerMinute", "long", seconds_per_minute),
        StaticProperty::new("SecondsPerHour", "long", seconds_per_hour),
        StaticProperty::new("SecondsPerDay", "long", seconds_per_day),
        StaticProperty::new("MinutesPerHour", "long", minutes_per_hour),
        StaticProperty::new("MinutesPerDay", "long", minutes_per_day),
        StaticProperty::new("HoursPerDay", "int", hours_per_day),
    ],
    static_methods: &[
        Method::new("timespan op_Addition(timespan t1, timespan t2)", op_addition),
        Method::new("timespan op_Subtraction(timespan t1, timespan t2)", op_subtraction),
        Method::new("timespan op_Multiply(timespan timeSpan, double factor)", op_multiply),
        Method::new("timespan op_Multiply(double factor, timespan timeSpan)", op_multiply),
        Method::new("timespan op_Division(timespan timeSpan, double divisor)", op_division),
        Method::new("double op_Division(timespan t1, timespan t2)", op_division),
        Method::new("timespan op_UnaryNegation(timespan t)", op_unary_negation),
        Method::new("int Compare(timespan t1, timespan t2)", compare),
        Method::new("timespan FromDays(double value)", from_days),
        Method::new("bool Equals(timespan t1, timespan t2)", equals),
        Method::new("timespan FromDays(int days)", from_days),
        Method::new(
            "timespan FromDays(int days, int hours = 0, long minutes = 0, long seconds = 0, long milliseconds = 0, long microseconds = 0)",
            from_days,
        ),
        Method::new("timespan FromHours(int hours)", from_hours),
        Method::new(
            "timespan FromHours(int hours, long minutes = 0, long seconds = 0, long milliseconds = 0, long microseconds = 0)",
            from_hours,
        ),
        Method::new("timespan FromMinutes(long minutes)", from_minutes),
        Method::new(
            "timespan FromMinutes(long minutes, long seconds = 0, long milliseconds = 0, long microseconds = 0)",
            from_minutes,
        ),
        Method::new("timespan FromSeconds(long seconds)", from_seconds),
        Method::new("timespan FromSeconds(long seconds, long milliseconds = 0, long microseconds = 0)", from_seconds),
        Method::new("timespan FromMilliseconds(long milliseconds)", from_milliseconds),
        Method::new("timespan FromMilliseconds(long milliseconds, long microseconds)", from_milliseconds),
        Method::new("timespan FromMicroseconds(long microseconds)", from_microseconds),
        Method::new("timespan FromHours(double value)", from_hours),
        Method::new("timespan FromMilliseconds(double value)", from_milliseconds),
        Method::new("timespan FromMicroseconds(double value)", from_microseconds),
        Method::new("timespan FromMinutes(double value)", from_minutes),
        Method::new("timespan FromSeconds(double value)", from_seconds),
        Method::new("timespan FromTicks(long value)", from_ticks),
        Method::new("timespan Parse(string s)", parse),
        Method::new("timespan Parse(string input, System.IFormatProvider formatProvider)", parse),
        Method::new(
            "timespan ParseExact(string input, string format, System.IFormatProvider formatProvider)",
            parse_exact,
        ),
        Method::new(
            "timespan ParseExact(string input, string[] formats, System.IFormatProvider formatProvider)",
            parse_exact,
        ),
        Method::new(
            "timespan ParseExact(string input, string format, System.IFormatProvider formatProvider, System.Globalization.TimeSpanStyles styles)",
            parse_exact,
        ),
        Method::new(
            "timespan ParseExact(string input, string[] formats, System.IFormatProvider formatProvider, System.Globalization.TimeSpanStyles styles)",
            parse_exact,
        ),
        Method::new("bool TryParse(string s, [ref] timespan result)", try_parse),
        Method::new(
            "bool TryParse(string input, System.IFormatProvider formatProvider, [ref] timespan result)",
            try_parse,
        ),
        Method::new(
            "bool TryParseExact(string input, string format, System.IFormatProvider formatProvider, [ref] timespan result)",
            try_parse_exact,
        ),
        Method::new(
            "bool TryParseExact(string input, string[] formats, System.IFormatProvider formatProvider, [ref] timespan result)",
            try_parse_exact,
        ),
        Method::new(
            "bool TryParseExact(string input, string format, System.IFormatProvider formatProvider, System.Globalization.TimeSpanStyles styles, [ref] timespan result)",
            try_parse_exact,
        ),
        Method::new(
            "bool TryParseExact(string input, string[] formats, System.IFormatProvider formatProvider, System.Globalization.TimeSpanStyles styles, [ref] timespan result)",
            try_parse_exact,
        ),
    ],
    ..TypeTable::of(&known::TIME_SPAN)
};

fn value(span: TimeSpan) -> Value {
    Value::native(span)
}

fn made(span: Result<TimeSpan, TextError>) -> Outcome<Value> {
    lift(span).map(value)
}

fn part(number: i64) -> Value {
    Value::Int(i32::try_from(number).unwrap_or_default())
}

fn ticks(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Long(own(this)?.ticks))
}

fn days(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(part(own(this)?.parts().days))
}

fn hours(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(part(own(this)?.parts().hours))
}

fn minutes(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(part(own(this)?.parts().minutes))
}

fn seconds(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(part(own(this)?.parts().seconds))
}

fn milliseconds(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(part(own(this)?.parts().milliseconds))
}

fn microseconds(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(part(own(this)?.parts().microseconds))
}

fn nanoseconds(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(part(own(this)?.parts().nanoseconds))
}

fn total_days(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Double(own(this)?.total(TICKS_PER_DAY)))
}

fn total_hours(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Double(own(this)?.total(TICKS_PER_HOUR)))
}

fn total_minutes(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Double(own(this)?.total(TICKS_PER_MINUTE)))
}

fn total_seconds(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Double(own(this)?.total(TICKS_PER_SECOND)))
}

fn total_milliseconds(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Double(own(this)?.total(TICKS_PER_MILLISECOND)))
}

fn total_microseconds(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Double(own(this)?.total(TICKS_PER_MICROSECOND)))
}

fn total_nanoseconds(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Double(own(this)?.ticks as f64 * 100.0))
}

fn zero(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(value(TimeSpan::ZERO))
}

fn max_value(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(value(TimeSpan::MAX))
}

fn min_value(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(value(TimeSpan::MIN))
}

fn add(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    made(own(this)?.checked_add(own(&arguments.value(0))?))
}

fn subtract(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    made(own(this)?.checked_sub(own(&arguments.value(0))?))
}

fn compare_to(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let other = arguments.value(0);
    if other.is_null() {
        return Ok(Value::Int(1));
    }
    match other.downcast::<TimeSpan>() {
        Some(other) => Ok(Value::Int(own(this)?.cmp(other) as i32)),
        None => Err(ordering::must_be(&TypeRef::Native(&known::TIME_SPAN))),
    }
}

fn duration(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    made(own(this)?.duration())
}

fn negate(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    made(own(this)?.negate())
}

fn multiply(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    made(own(this)?.multiply(arguments.double(0)))
}

fn divide(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let span = own(this)?;
    match arguments.value(0).downcast::<TimeSpan>() {
        Some(other) => Ok(Value::Double(span.ticks as f64 / other.ticks as f64)),
        None => made(span.divide(arguments.double(0))),
    }
}

fn to_string(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (format, culture) = format_and_culture(env, arguments);
    lift(TimeSpan::format(own(this)?, &format, culture)).map(Value::from)
}

fn new(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let number = |place: usize| arguments.long(place);
    made(match arguments.len() {
        1 => Ok(TimeSpan::from_ticks(number(0))),
        3 => TimeSpan::from_parts(0, number(0), number(1), number(2), 0, 0),
        _ => TimeSpan::from_parts(number(0), number(1), number(2), number(3), number(4), number(5)),
    })
}

fn compare(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Int(own(&arguments.value(0))?.cmp(&own(&arguments.value(1))?) as i32))
}

fn equals(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Bool(own(&arguments.value(0))? == own(&arguments.value(1))?))
}

/// A span of units: a fraction of them, or whole ones with smaller units behind.
fn of_units(arguments: &[Value], unit: i64) -> Outcome<Value> {
    if let Some(Value::Double(count)) = arguments.first() {
        return made(TimeSpan::from_units(*count, unit));
    }
    let units = [
        TICKS_PER_DAY,
        TICKS_PER_HOUR,
        TICKS_PER_MINUTE,
        TICKS_PER_SECOND,
        TICKS_PER_MILLISECOND,
        TICKS_PER_MICROSECOND,
    ];
    let sizes = units.into_iter().skip_while(|size| *size != unit);
    let total: i128 =
        sizes.zip(0..arguments.len()).map(|(size, place)| i128::from(size) * i128::from(arguments.long(place))).sum();
    i64::try_from(total)
        .map(|ticks| value(TimeSpan::from_ticks(ticks)))
        .map_err(|_| fault::of_text(&TextError::out_of_range("TimeSpan overflowed because the duration is too long.")))
}

fn from_days(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    of_units(arguments, TICKS_PER_DAY)
}

fn from_hours(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    of_units(arguments, TICKS_PER_HOUR)
}

fn from_minutes(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    of_units(arguments, TICKS_PER_MINUTE)
}

fn from_seconds(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    of_units(arguments, TICKS_PER_SECOND)
}

fn from_milliseconds(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    of_units(arguments, TICKS_PER_MILLISECOND)
}

fn from_microseconds(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    of_units(arguments, TICKS_PER_MICROSECOND)
}

fn from_ticks(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(value(TimeSpan::from_ticks(arguments.long(0))))
}

fn read(env: &mut dyn Env, arguments: &[Value]) -> Result<TimeSpan, TextError> {
    TimeSpan::parse(&arguments.text(0), culture::of_argument(env, arguments, 1))
}

/// Reads by the first format that fits; the style can make the span negative.
fn read_exact(env: &mut dyn Env, arguments: &[Value]) -> Result<TimeSpan, TextError> {
    let culture = culture::of_argument(env, arguments, 2);
    let text = arguments.text(0);
    let mut failed = TextError::format(format!("String '{text}' was not recognized as a valid TimeSpan."));
    for format in formats(arguments, 1) {
        match TimeSpan::parse_exact(&text, &format, culture) {
            Ok(span) if arguments.number(3) == 1 && format.chars().count() > 1 => return span.negate(),
            Ok(span) => return Ok(span),
            Err(error) => failed = error,
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

fn give(env: &mut dyn Env, reference: &Value, read: Result<TimeSpan, TextError>) -> Outcome<Value> {
    let succeeded = read.is_ok();
    assign(env, Some(reference), value(read.unwrap_or(TimeSpan::ZERO)))?;
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

fn op_addition(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    add(env, &arguments.value(0), arguments.get(1..).unwrap_or(&[]))
}

fn op_subtraction(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    subtract(env, &arguments.value(0), arguments.get(1..).unwrap_or(&[]))
}

fn op_multiply(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    match arguments.value(0).downcast::<TimeSpan>() {
        Some(span) => made(span.multiply(arguments.double(1))),
        None => made(own(&arguments.value(1))?.multiply(arguments.double(0))),
    }
}

fn op_division(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    divide(env, &arguments.value(0), arguments.get(1..).unwrap_or(&[]))
}

fn op_unary_negation(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    negate(env, &arguments.value(0), &[])
}

fn ticks_per_day(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Long(TICKS_PER_DAY))
}

fn ticks_per_hour(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Long(TICKS_PER_HOUR))
}

fn ticks_per_minute(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Long(TICKS_PER_MINUTE))
}

fn ticks_per_second(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Long(TICKS_PER_SECOND))
}

fn ticks_per_millisecond(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Long(TICKS_PER_MILLISECOND))
}

fn ticks_per_microsecond(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Long(TICKS_PER_MICROSECOND))
}

fn nanoseconds_per_tick(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Long(100))
}

/// A count of smaller units, such as the hours of a day.
fn count(per: i64, unit: i64) -> Outcome<Value> {
    Ok(Value::Long(per / unit))
}

fn hours_per_day(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Int(24))
}

fn minutes_per_day(_env: &mut dyn Env) -> Outcome<Value> {
    count(TICKS_PER_DAY, TICKS_PER_MINUTE)
}

fn minutes_per_hour(_env: &mut dyn Env) -> Outcome<Value> {
    count(TICKS_PER_HOUR, TICKS_PER_MINUTE)
}

fn seconds_per_day(_env: &mut dyn Env) -> Outcome<Value> {
    count(TICKS_PER_DAY, TICKS_PER_SECOND)
}

fn seconds_per_hour(_env: &mut dyn Env) -> Outcome<Value> {
    count(TICKS_PER_HOUR, TICKS_PER_SECOND)
}

fn seconds_per_minute(_env: &mut dyn Env) -> Outcome<Value> {
    count(TICKS_PER_MINUTE, TICKS_PER_SECOND)
}

fn milliseconds_per_day(_env: &mut dyn Env) -> Outcome<Value> {
    count(TICKS_PER_DAY, TICKS_PER_MILLISECOND)
}

fn milliseconds_per_hour(_env: &mut dyn Env) -> Outcome<Value> {
    count(TICKS_PER_HOUR, TICKS_PER_MILLISECOND)
}

fn milliseconds_per_minute(_env: &mut dyn Env) -> Outcome<Value> {
    count(TICKS_PER_MINUTE, TICKS_PER_MILLISECOND)
}

fn milliseconds_per_second(_env: &mut dyn Env) -> Outcome<Value> {
    count(TICKS_PER_SECOND, TICKS_PER_MILLISECOND)
}

fn microseconds_per_day(_env: &mut dyn Env) -> Outcome<Value> {
    count(TICKS_PER_DAY, TICKS_PER_MICROSECOND)
}

fn microseconds_per_hour(_env: &mut dyn Env) -> Outcome<Value> {
    count(TICKS_PER_HOUR, TICKS_PER_MICROSECOND)
}

fn microseconds_per_minute(_env: &mut dyn Env) -> Outcome<Value> {
    count(TICKS_PER_MINUTE, TICKS_PER_MICROSECOND)
}

fn microseconds_per_second(_env: &mut dyn Env) -> Outcome<Value> {
    count(TICKS_PER_SECOND, TICKS_PER_MICROSECOND)
}

fn microseconds_per_millisecond(_env: &mut dyn Env) -> Outcome<Value> {
    count(TICKS_PER_MILLISECOND, TICKS_PER_MICROSECOND)
}
