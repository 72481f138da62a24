//! `System.TimeOnly`.

use super::{date_time, format_and_culture, formats, in_context, time_span};
use crate::text::Str;
use crate::text::TextError;
use crate::text::date::{DateTime, TICKS_PER_DAY, TICKS_PER_HOUR, TICKS_PER_MICROSECOND, TICKS_PER_MINUTE, TimeOnly};
use crate::types::arguments::Arguments;
use crate::types::fault::lift;
use crate::types::invoke::{assign, receiver};
use crate::types::table::{Method, Property, StaticProperty, TypeTable};
use crate::types::{compare, culture, known, object};
use crate::value::types::TypeRef;
use crate::value::{Env, Native, Outcome, Value, convert};
use std::cmp::Ordering;

impl Native for TimeOnly {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&known::TIME_ONLY)
    }

    fn text(&self, env: &mut dyn Env) -> Outcome<Option<Str>> {
        self.format(env, "")
    }

    fn invariant_text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        lift(TimeOnly::format(*self, "", crate::text::Culture::invariant())).map(|text| Some(Str::from(text)))
    }

    fn format(&self, env: &mut dyn Env, format: &str) -> Outcome<Option<Str>> {
        let culture = convert::current_culture(env);
        lift(TimeOnly::format(*self, format, culture)).map(|text| Some(Str::from(text)))
    }

    fn content_key(&self) -> Option<Str> {
        Some(Str::from(self.span().ticks.to_string()))
    }

    fn order(&self, other: &Value) -> Option<Ordering> {
        other.downcast::<TimeOnly>().map(|other| self.cmp(other))
    }
}

pub(super) static TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("Hour", "int", hour),
        Property::new("Minute", "int", minute),
        Property::new("Second", "int", second),
        Property::new("Millisecond", "int", millisecond),
        Property::new("Microsecond", "int", microsecond),
        Property::new("Nanosecond", "int", nanosecond),
        Property::new("Ticks", "long", ticks),
    ],
    methods: &[
        Method::new("System.TimeOnly Add(timespan value)", add),
        Method::new("System.TimeOnly Add(timespan value, [ref] int wrappedDays)", add),
        Method::new("System.TimeOnly AddHours(double value)", add_hours),
        Method::new("System.TimeOnly AddHours(double value, [ref] int wrappedDays)", add_hours),
        Method::new("System.TimeOnly AddMinutes(double value)", add_minutes),
        Method::new("System.TimeOnly AddMinutes(double value, [ref] int wrappedDays)", add_minutes),
        Method::new("bool IsBetween(System.TimeOnly start, System.TimeOnly end)", is_between),
        Method::new("void Deconstruct([ref] int hour, [ref] int minute)", deconstruct),
        Method::new("void Deconstruct([ref] int hour, [ref] int minute, [ref] int second)", deconstruct),
        Method::new(
            "void Deconstruct([ref] int hour, [ref] int minute, [ref] int second, [ref] int millisecond)",
            deconstruct,
        ),
        Method::new(
            "void Deconstruct([ref] int hour, [ref] int minute, [ref] int second, [ref] int millisecond, [ref] int microsecond)",
            deconstruct,
        ),
        Method::new("timespan ToTimeSpan()", to_time_span),
        Method::new("int CompareTo(System.TimeOnly value)", compare_to),
        Method::new("int CompareTo(System.Object value)", compare_to),
        Method::new("bool Equals(System.TimeOnly value)", object::equals),
        Method::new("bool Equals(System.Object value)", object::equals),
        Method::new("int GetHashCode()", object::get_hash_code),
        Method::new("string ToLongTimeString()", to_long_time_string),
        Method::new("string ToShortTimeString()", to_short_time_string),
        Method::new("string ToString()", to_string),
        Method::new("string ToString(string format)", to_string),
        Method::new("string ToString(System.IFormatProvider provider)", to_string),
        Method::new("string ToString(string format, System.IFormatProvider provider)", to_string),
    ],
    constructors: &[
        Method::new("System.TimeOnly new(int hour, int minute)", new),
        Method::new("System.TimeOnly new(int hour, int minute, int second)", new),
        Method::new("System.TimeOnly new(int hour, int minute, int second, int millisecond)", new),
        Method::new("System.TimeOnly new(int hour, int minute, int second, int millisecond, int microsecond)", new),
        Method::new("System.TimeOnly new(long ticks)", new),
    ],
    static_properties: &[
        StaticProperty::new("MinValue", "System.TimeOnly", min_value),
        StaticProperty::new("MaxValue", "System.TimeOnly", max_value),
    ],
    static_methods: &[
        Method::new("System.TimeOnly FromTimeSpan(timespan timeSpan)", from_time_span),
        Method::new("System.TimeOnly FromDateTime(datetime dateTime)", from_date_time),
        Method::new("System.TimeOnly Parse(string s)", parse),
        Method::new(
            "System.TimeOnly Parse(string s, System.IFormatProvider provider, System.Globalization.DateTimeStyles style = System.Globalization.DateTimeStyles.None)",
            parse,
        ),
        Method::new("System.TimeOnly ParseExact(string s, string format)", parse_exact),
        Method::new(
            "System.TimeOnly ParseExact(string s, string format, System.IFormatProvider provider, System.Globalization.DateTimeStyles style = System.Globalization.DateTimeStyles.None)",
            parse_exact,
        ),
        Method::new("System.TimeOnly ParseExact(string s, string[] formats)", parse_exact),
        Method::new(
            "System.TimeOnly ParseExact(string s, string[] formats, System.IFormatProvider provider, System.Globalization.DateTimeStyles style = System.Globalization.DateTimeStyles.None)",
            parse_exact,
        ),
        Method::new("bool TryParse(string s, [ref] System.TimeOnly result)", try_parse),
        Method::new(
            "bool TryParse(string s, System.IFormatProvider provider, System.Globalization.DateTimeStyles style, [ref] System.TimeOnly result)",
            try_parse,
        ),
        Method::new("bool TryParseExact(string s, string format, [ref] System.TimeOnly result)", try_parse_exact),
        Method::new(
            "bool TryParseExact(string s, string format, System.IFormatProvider provider, System.Globalization.DateTimeStyles style, [ref] System.TimeOnly result)",
            try_parse_exact,
        ),
        Method::new("bool TryParseExact(string s, string[] formats, [ref] System.TimeOnly result)", try_parse_exact),
        Method::new(
            "bool TryParseExact(string s, string[] formats, System.IFormatProvider provider, System.Globalization.DateTimeStyles style, [ref] System.TimeOnly result)",
            try_parse_exact,
        ),
        Method::new("System.TimeOnly Parse(string s, System.IFormatProvider provider)", parse),
        Method::new(
            "bool TryParse(string s, System.IFormatProvider provider, [ref] System.TimeOnly result)",
            try_parse,
        ),
    ],
    ..TypeTable::of(&known::TIME_ONLY)
};

fn own(this: &Value) -> Outcome<TimeOnly> {
    receiver::<TimeOnly>(this).copied()
}

fn hour(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.date_time().hour()))
}

fn minute(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.date_time().minute()))
}

fn second(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.date_time().second()))
}

fn millisecond(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.date_time().millisecond()))
}

fn microsecond(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.date_time().microsecond()))
}

fn nanosecond(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.date_time().nanosecond()))
}

fn ticks(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Long(own(this)?.span().ticks))
}

fn min_value(_env: &mut dyn Env) -> Outcome<Value> {
    lift(TimeOnly::from_ticks(0)).map(Value::native)
}

fn max_value(_env: &mut dyn Env) -> Outcome<Value> {
    lift(TimeOnly::from_ticks(TICKS_PER_DAY - 1)).map(Value::native)
}

/// The time so many ticks later, around midnight if need be; the second argument counts the midnights.
fn later(env: &mut dyn Env, this: &Value, ticks: i128, arguments: &[Value]) -> Outcome<Value> {
    let total = i128::from(own(this)?.span().ticks) + ticks;
    let day = i128::from(TICKS_PER_DAY);
    if arguments.len() > 1 {
        assign(env, arguments.get(1), Value::Int(total.div_euclid(day) as i32))?;
    }
    lift(TimeOnly::from_ticks(total.rem_euclid(day) as i64)).map(Value::native)
}

fn add(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let ticks = time_span(&arguments.value(0))?.ticks;
    later(env, this, ticks.into(), arguments)
}

fn add_hours(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    later(env, this, (arguments.double(0) * TICKS_PER_HOUR as f64) as i128, arguments)
}

fn add_minutes(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    later(env, this, (arguments.double(0) * TICKS_PER_MINUTE as f64) as i128, arguments)
}

fn is_between(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (own, start, end) = (own(this)?, own(&arguments.value(0))?, own(&arguments.value(1))?);
    Ok(Value::Bool(if start <= end { start <= own && own < end } else { start <= own || own < end }))
}

fn deconstruct(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let time = own(this)?.date_time();
    let numbers = [time.hour(), time.minute(), time.second(), time.millisecond(), time.microsecond()];
    for (argument, number) in arguments.iter().zip(numbers) {
        assign(env, Some(argument), Value::Int(number))?;
    }
    Ok(Value::Void)
}

fn to_time_span(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::native(own(this)?.span()))
}

fn compare_to(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let other = arguments.value(0);
    if other.is_null() {
        return Ok(Value::Int(1));
    }
    match other.downcast::<TimeOnly>() {
        Some(other) => Ok(Value::Int(own(this)?.cmp(other) as i32)),
        None => Err(compare::must_be(&TypeRef::Native(&known::TIME_ONLY))),
    }
}

fn to_string(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (format, culture) = format_and_culture(env, arguments);
    lift(TimeOnly::format(own(this)?, &format, culture)).map(Value::from)
}

fn to_long_time_string(env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    lift(TimeOnly::format(own(this)?, "T", convert::current_culture(env))).map(Value::from)
}

fn to_short_time_string(env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    lift(TimeOnly::format(own(this)?, "t", convert::current_culture(env))).map(Value::from)
}

fn new(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    if arguments.len() == 1 {
        return lift(TimeOnly::from_ticks(arguments.long(0))).map(Value::native);
    }
    let clock = (arguments.int(0), arguments.int(1), arguments.int(2));
    let time = lift(DateTime::from_parts((1, 1, 1), clock, arguments.int(3)))?;
    let ticks = time.ticks + i64::from(arguments.int(4)) * TICKS_PER_MICROSECOND;
    lift(TimeOnly::from_ticks(ticks)).map(Value::native)
}

fn from_time_span(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    lift(TimeOnly::from_ticks(time_span(&arguments.value(0))?.ticks)).map(Value::native)
}

fn from_date_time(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::native(TimeOnly::from_date_time(date_time(&arguments.value(0))?)))
}

fn read(env: &mut dyn Env, arguments: &[Value]) -> Result<TimeOnly, TextError> {
    let culture = culture::of_argument(env, arguments, 1);
    in_context(env, culture, |context| TimeOnly::parse(&arguments.text(0), context))
}

fn read_exact(env: &mut dyn Env, arguments: &[Value]) -> Result<TimeOnly, TextError> {
    let culture = culture::of_argument(env, arguments, 2);
    let text = arguments.text(0);
    let mut failed = TextError::format(format!("String '{text}' was not recognized as a valid TimeOnly."));
    for format in formats(arguments, 1) {
        match in_context(env, culture, |context| TimeOnly::parse_exact(&text, &format, context)) {
            Ok(time) => return Ok(time),
            Err(error) => failed = error,
        }
    }
    Err(failed)
}

fn parse(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    lift(read(env, arguments)).map(Value::native)
}

fn parse_exact(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    lift(read_exact(env, arguments)).map(Value::native)
}

fn give(env: &mut dyn Env, reference: &Value, read: Result<TimeOnly, TextError>) -> Outcome<Value> {
    let succeeded = read.is_ok();
    assign(env, Some(reference), Value::native(read.unwrap_or_else(|_| TimeOnly::from_date_time(DateTime::MIN))))?;
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
