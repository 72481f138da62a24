//! `System.DateOnly`.

use super::{date_time, day_of_week_value, format_and_culture, formats, in_context, kind_of};
use crate::text::Str;
use crate::text::TextError;
use crate::text::date::{DateKind, DateOnly, DateTime, TICKS_PER_DAY, TimeOnly};
use crate::types::arguments::Arguments;
use crate::types::fault::{self, lift};
use crate::types::invoke::{assign, receiver};
use crate::types::table::{Method, Property, StaticProperty, TypeTable};
use crate::types::{compare, culture, known, object};
use crate::value::types::TypeRef;
use crate::value::{Env, Native, Outcome, Value, convert};
use std::cmp::Ordering;

impl Native for DateOnly {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&known::DATE_ONLY)
    }

    fn text(&self, env: &mut dyn Env) -> Outcome<Option<Str>> {
        self.format(env, "")
    }

    fn invariant_text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        lift(DateOnly::format(*self, "", crate::text::Culture::invariant())).map(|text| Some(Str::from(text)))
    }

    fn format(&self, env: &mut dyn Env, format: &str) -> Outcome<Option<Str>> {
        let culture = convert::current_culture(env);
        lift(DateOnly::format(*self, format, culture)).map(|text| Some(Str::from(text)))
    }

    fn content_key(&self) -> Option<Str> {
        Some(Str::from(self.day_number().to_string()))
    }

    fn order(&self, other: &Value) -> Option<Ordering> {
        other.downcast::<DateOnly>().map(|other| self.cmp(other))
    }
}

pub(super) static TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("Year", "int", year),
        Property::new("Month", "int", month),
        Property::new("Day", "int", day),
        Property::new("DayOfWeek", "System.DayOfWeek", day_of_week),
        Property::new("DayOfYear", "int", day_of_year),
        Property::new("DayNumber", "int", day_number),
    ],
    methods: &[
        Method::new("System.DateOnly AddDays(int value)", add_days),
        Method::new("System.DateOnly AddMonths(int value)", add_months),
        Method::new("System.DateOnly AddYears(int value)", add_years),
        Method::new("void Deconstruct([ref] int year, [ref] int month, [ref] int day)", deconstruct),
        Method::new("datetime ToDateTime(System.TimeOnly time)", to_date_time),
        Method::new("datetime ToDateTime(System.TimeOnly time, System.DateTimeKind kind)", to_date_time),
        Method::new("int CompareTo(System.DateOnly value)", compare_to),
        Method::new("int CompareTo(System.Object value)", compare_to),
        Method::new("bool Equals(System.DateOnly value)", object::equals),
        Method::new("bool Equals(System.Object value)", object::equals),
        Method::new("int GetHashCode()", object::get_hash_code),
        Method::new("string ToLongDateString()", to_long_date_string),
        Method::new("string ToShortDateString()", to_short_date_string),
        Method::new("string ToString()", to_string),
        Method::new("string ToString(string format)", to_string),
        Method::new("string ToString(System.IFormatProvider provider)", to_string),
        Method::new("string ToString(string format, System.IFormatProvider provider)", to_string),
    ],
    constructors: &[
        Method::new("System.DateOnly new(int year, int month, int day)", new),
        Method::new("System.DateOnly new(int year, int month, int day, System.Globalization.Calendar calendar)", new),
    ],
    static_properties: &[
        StaticProperty::new("MinValue", "System.DateOnly", min_value),
        StaticProperty::new("MaxValue", "System.DateOnly", max_value),
    ],
    static_methods: &[
        Method::new("System.DateOnly FromDayNumber(int dayNumber)", from_day_number),
        Method::new("System.DateOnly FromDateTime(datetime dateTime)", from_date_time),
        Method::new("System.DateOnly Parse(string s)", parse),
        Method::new(
            "System.DateOnly Parse(string s, System.IFormatProvider provider, System.Globalization.DateTimeStyles style = System.Globalization.DateTimeStyles.None)",
            parse,
        ),
        Method::new("System.DateOnly ParseExact(string s, string format)", parse_exact),
        Method::new(
            "System.DateOnly ParseExact(string s, string format, System.IFormatProvider provider, System.Globalization.DateTimeStyles style = System.Globalization.DateTimeStyles.None)",
            parse_exact,
        ),
        Method::new("System.DateOnly ParseExact(string s, string[] formats)", parse_exact),
        Method::new(
            "System.DateOnly ParseExact(string s, string[] formats, System.IFormatProvider provider, System.Globalization.DateTimeStyles style = System.Globalization.DateTimeStyles.None)",
            parse_exact,
        ),
        Method::new("bool TryParse(string s, [ref] System.DateOnly result)", try_parse),
        Method::new(
            "bool TryParse(string s, System.IFormatProvider provider, System.Globalization.DateTimeStyles style, [ref] System.DateOnly result)",
            try_parse,
        ),
        Method::new("bool TryParseExact(string s, string format, [ref] System.DateOnly result)", try_parse_exact),
        Method::new(
            "bool TryParseExact(string s, string format, System.IFormatProvider provider, System.Globalization.DateTimeStyles style, [ref] System.DateOnly result)",
            try_parse_exact,
        ),
        Method::new("bool TryParseExact(string s, string[] formats, [ref] System.DateOnly result)", try_parse_exact),
        Method::new(
            "bool TryParseExact(string s, string[] formats, System.IFormatProvider provider, System.Globalization.DateTimeStyles style, [ref] System.DateOnly result)",
            try_parse_exact,
        ),
        Method::new("System.DateOnly Parse(string s, System.IFormatProvider provider)", parse),
        Method::new(
            "bool TryParse(string s, System.IFormatProvider provider, [ref] System.DateOnly result)",
            try_parse,
        ),
    ],
    ..TypeTable::of(&known::DATE_ONLY)
};

fn own(this: &Value) -> Outcome<DateOnly> {
    receiver::<DateOnly>(this).copied()
}

fn value(date: DateTime) -> Value {
    Value::native(DateOnly::from_date_time(date))
}

fn made(date: Result<DateTime, TextError>) -> Outcome<Value> {
    lift(date).map(value)
}

fn year(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.date_time().year()))
}

fn month(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.date_time().month()))
}

fn day(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.date_time().day()))
}

fn day_of_week(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(day_of_week_value(own(this)?.date_time()))
}

fn day_of_year(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.date_time().day_of_year()))
}

fn day_number(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.day_number() as i32))
}

fn min_value(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(value(DateTime::MIN))
}

fn max_value(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(value(DateTime::MAX))
}

/// The date so many days after the first.
fn of_days(days: i64, parameter: &str) -> Outcome<Value> {
    let ticks = days.checked_mul(TICKS_PER_DAY);
    let date = ticks.and_then(|ticks| DateTime::from_ticks(ticks, DateKind::Unspecified).ok());
    date.map(value).ok_or_else(|| match parameter {
        "dayNumber" => fault::out_of_range("Day number must be between 0 and DateOnly.MaxValue.DayNumber.", parameter),
        _ => fault::out_of_range("Value to add was out of range.", parameter),
    })
}

fn add_days(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    of_days(own(this)?.day_number() + arguments.long(0), "value")
}

fn add_months(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    made(own(this)?.date_time().add_months(arguments.int(0)))
}

fn add_years(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    made(own(this)?.date_time().add_years(arguments.int(0)))
}

fn deconstruct(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (year, month, day) = own(this)?.date_time().ymd();
    for (place, number) in [year, month, day].into_iter().enumerate() {
        assign(env, arguments.get(place), Value::Int(number))?;
    }
    Ok(Value::Void)
}

fn to_date_time(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let time = receiver::<TimeOnly>(arguments.first().unwrap_or(&Value::Null))?.span();
    let ticks = own(this)?.date_time().ticks + time.ticks;
    Ok(Value::native(DateTime { ticks, kind: kind_of(arguments, 1) }))
}

fn compare_to(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let other = arguments.value(0);
    if other.is_null() {
        return Ok(Value::Int(1));
    }
    match other.downcast::<DateOnly>() {
        Some(other) => Ok(Value::Int(own(this)?.cmp(other) as i32)),
        None => Err(compare::must_be(&TypeRef::Native(&known::DATE_ONLY))),
    }
}

fn to_string(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (format, culture) = format_and_culture(env, arguments);
    lift(DateOnly::format(own(this)?, &format, culture)).map(Value::from)
}

fn to_long_date_string(env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    lift(DateOnly::format(own(this)?, "D", convert::current_culture(env))).map(Value::from)
}

fn to_short_date_string(env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    lift(DateOnly::format(own(this)?, "d", convert::current_culture(env))).map(Value::from)
}

fn new(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    made(DateTime::from_date(arguments.int(0), arguments.int(1), arguments.int(2)))
}

fn from_day_number(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    of_days(arguments.long(0), "dayNumber")
}

fn from_date_time(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(value(date_time(&arguments.value(0))?))
}

fn read(env: &mut dyn Env, arguments: &[Value]) -> Result<DateOnly, TextError> {
    let culture = culture::of_argument(env, arguments, 1);
    in_context(env, culture, |context| DateOnly::parse(&arguments.text(0), context))
}

fn read_exact(env: &mut dyn Env, arguments: &[Value]) -> Result<DateOnly, TextError> {
    let culture = culture::of_argument(env, arguments, 2);
    let text = arguments.text(0);
    let mut failed = TextError::format(format!("String '{text}' was not recognized as a valid DateOnly."));
    for format in formats(arguments, 1) {
        match in_context(env, culture, |context| DateOnly::parse_exact(&text, &format, context)) {
            Ok(date) => return Ok(date),
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

fn give(env: &mut dyn Env, reference: &Value, read: Result<DateOnly, TextError>) -> Outcome<Value> {
    let succeeded = read.is_ok();
    assign(env, Some(reference), Value::native(read.unwrap_or_else(|_| DateOnly::from_date_time(DateTime::MIN))))?;
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
