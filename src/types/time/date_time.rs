//! `System.DateTime`.

use super::{
    date_time as own, day_of_week_value, format_and_culture, formats, in_context, kind_of, local_zone, now as utc,
    styles_of, time_span,
};
use crate::text::Str;
use crate::text::date::{
    DateKind, DateOnly, DateTime, TICKS_PER_DAY, TICKS_PER_HOUR, TICKS_PER_MICROSECOND, TICKS_PER_MILLISECOND,
    TICKS_PER_MINUTE, TICKS_PER_SECOND, TimeOnly, TimeSpan, days_in_month as month_length, is_leap_year as leap,
};
use crate::text::{Culture, Symbol, TextError};
use crate::types::arguments::{Arguments, string_array};
use crate::types::culture;
use crate::types::fault::{self, lift};
use crate::types::invoke::{assign, receiver};
use crate::types::table::{Method, Property, StaticProperty, TypeTable};
use crate::types::{compare, enums, known, object};
use crate::value::types::TypeRef;
use crate::value::{EnumValue, Env, Native, Outcome, Value, convert};
use std::cmp::Ordering;

impl Native for DateTime {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&known::DATE_TIME)
    }

    fn text(&self, env: &mut dyn Env) -> Outcome<Option<Str>> {
        self.format(env, "")
    }

    fn invariant_text(&self, env: &mut dyn Env) -> Outcome<Option<Str>> {
        lift(DateTime::format(*self, "", Culture::invariant(), &local_zone(env))).map(|text| Some(Str::from(text)))
    }

    fn format(&self, env: &mut dyn Env, format: &str) -> Outcome<Option<Str>> {
        let culture = convert::current_culture(env);
        lift(DateTime::format(*self, format, culture, &local_zone(env))).map(|text| Some(Str::from(text)))
    }

    fn content_key(&self) -> Option<Str> {
        Some(Str::from(self.ticks.to_string()))
    }

    fn order(&self, other: &Value) -> Option<Ordering> {
        other.downcast::<DateTime>().map(|other| self.ticks.cmp(&other.ticks))
    }
}

pub(super) static TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("DateTime", "string", long_text),
        Property::new("Date", "datetime", date),
        Property::new("Day", "int", day),
        Property::new("DayOfWeek", "System.DayOfWeek", day_of_week),
        Property::new("DayOfYear", "int", day_of_year),
        Property::new("Hour", "int", hour),
        Property::new("Kind", "System.DateTimeKind", kind),
        Property::new("Millisecond", "int", millisecond),
        Property::new("Microsecond", "int", microsecond),
        Property::new("Nanosecond", "int", nanosecond),
        Property::new("Minute", "int", minute),
        Property::new("Month", "int", month),
        Property::new("Second", "int", second),
        Property::new("Ticks", "long", ticks),
        Property::new("TimeOfDay", "timespan", time_of_day),
        Property::new("Year", "int", year),
    ],
    methods: &[
        Method::new("datetime Add(timespan value)", add),
        Method::new("datetime AddDays(double value)", add_days),
        Method::new("datetime AddHours(double value)", add_hours),
        Method::new("datetime AddMilliseconds(double value)", add_milliseconds),
        Method::new("datetime AddMicroseconds(double value)", add_microseconds),
        Method::new("datetime AddMinutes(double value)", add_minutes),
        Method::new("datetime AddMonths(int months)", add_months),
        Method::new("datetime AddSeconds(double value)", add_seconds),
        Method::new("datetime AddTicks(long value)", add_ticks),
        Method::new("datetime AddYears(int value)", add_years),
        Method::new("int CompareTo(System.Object value)", compare_to),
        Method::new("int CompareTo(datetime value)", compare_to),
        Method::new("bool Equals(System.Object value)", object::equals),
        Method::new("bool Equals(datetime value)", object::equals),
        Method::new("bool IsDaylightSavingTime()", is_daylight_saving_time),
        Method::new("long ToBinary()", to_binary),
        Method::new("int GetHashCode()", object::get_hash_code),
        Method::new("timespan Subtract(datetime value)", subtract),
        Method::new("datetime Subtract(timespan value)", subtract),
        Method::new("double ToOADate()", to_oa_date),
        Method::new("long ToFileTime()", to_file_time),
        Method::new("long ToFileTimeUtc()", to_file_time_utc),
        Method::new("datetime ToLocalTime()", to_local_time),
        Method::new("string ToLongDateString()", to_long_date_string),
        Method::new("string ToLongTimeString()", to_long_time_string),
        Method::new("string ToShortDateString()", to_short_date_string),
        Method::new("string ToShortTimeString()", to_short_time_string),
        Method::new("string ToString()", to_string),
        Method::new("string ToString(string format)", to_string),
        Method::new("string ToString(System.IFormatProvider provider)", to_string),
        Method::new("string ToString(string format, System.IFormatProvider provider)", to_string),
        Method::new("datetime ToUniversalTime()", to_universal_time),
        Method::new("void Deconstruct([ref] System.DateOnly date, [ref] System.TimeOnly time)", deconstruct),
        Method::new("void Deconstruct([ref] int year, [ref] int month, [ref] int day)", deconstruct),
        Method::new("string[] GetDateTimeFormats()", get_date_time_formats),
        Method::new("string[] GetDateTimeFormats(System.IFormatProvider provider)", get_date_time_formats),
        Method::new("string[] GetDateTimeFormats(char format)", get_date_time_formats),
        Method::new("string[] GetDateTimeFormats(char format, System.IFormatProvider provider)", get_date_time_formats),
        Method::new("System.TypeCode GetTypeCode()", get_type_code),
    ],
    constructors: &[
        Method::new("datetime new(long ticks)", new),
        Method::new("datetime new(long ticks, System.DateTimeKind kind)", new),
        Method::new("datetime new(System.DateOnly date, System.TimeOnly time)", new),
        Method::new("datetime new(System.DateOnly date, System.TimeOnly time, System.DateTimeKind kind)", new),
        Method::new("datetime new(int year, int month, int day)", new),
        Method::new("datetime new(int year, int month, int day, System.Globalization.Calendar calendar)", new),
        Method::new(
            "datetime new(int year, int month, int day, int hour, int minute, int second, int millisecond, System.Globalization.Calendar calendar, System.DateTimeKind kind)",
            new,
        ),
        Method::new("datetime new(int year, int month, int day, int hour, int minute, int second)", new),
        Method::new(
            "datetime new(int year, int month, int day, int hour, int minute, int second, System.DateTimeKind kind)",
            new,
        ),
        Method::new(
            "datetime new(int year, int month, int day, int hour, int minute, int second, System.Globalization.Calendar calendar)",
            new,
        ),
        Method::new(
            "datetime new(int year, int month, int day, int hour, int minute, int second, int millisecond)",
            new,
        ),
        Method::new(
            "datetime new(int year, int month, int day, int hour, int minute, int second, int millisecond, System.DateTimeKind kind)",
            new,
        ),
        Method::new(
            "datetime new(int year, int month, int day, int hour, int minute, int second, int millisecond, System.Globalization.Calendar calendar)",
            new,
        ),
        Method::new(
            "datetime new(int year, int month, int day, int hour, int minute, int second, int millisecond, int microsecond)",
            new,
        ),
        Method::new(
            "datetime new(int year, int month, int day, int hour, int minute, int second, int millisecond, int microsecond, System.DateTimeKind kind)",
            new,
        ),
        Method::new(
            "datetime new(int year, int month, int day, int hour, int minute, int second, int millisecond, int microsecond, System.Globalization.Calendar calendar)",
            new,
        ),
        Method::new(
            "datetime new(int year, int month, int day, int hour, int minute, int second, int millisecond, int microsecond, System.Globalization.Calendar calendar, System.DateTimeKind kind)",
            new,
        ),
    ],
    static_properties: &[
        StaticProperty::new("Now", "datetime", now),
        StaticProperty::new("Today", "datetime", today),
        StaticProperty::new("UtcNow", "datetime", utc_now),
        StaticProperty::new("MinValue", "datetime", min_value),
        StaticProperty::new("MaxValue", "datetime", max_value),
        StaticProperty::new("UnixEpoch", "datetime", unix_epoch),
    ],
    static_methods: &[
        Method::new("datetime op_Addition(datetime d, timespan t)", op_addition),
        Method::new("datetime op_Subtraction(datetime d, timespan t)", op_subtraction),
        Method::new("timespan op_Subtraction(datetime d1, datetime d2)", op_subtraction),
        Method::new("int Compare(datetime t1, datetime t2)", compare),
        Method::new("int DaysInMonth(int year, int month)", days_in_month),
        Method::new("bool Equals(datetime t1, datetime t2)", equals),
        Method::new("datetime FromBinary(long dateData)", from_binary),
        Method::new("datetime FromFileTime(long fileTime)", from_file_time),
        Method::new("datetime FromFileTimeUtc(long fileTime)", from_file_time_utc),
        Method::new("datetime FromOADate(double d)", from_oa_date),
        Method::new("datetime SpecifyKind(datetime value, System.DateTimeKind kind)", specify_kind),
        Method::new("bool IsLeapYear(int year)", is_leap_year),
        Method::new("datetime Parse(string s)", parse),
        Method::new("datetime Parse(string s, System.IFormatProvider provider)", parse),
        Method::new(
            "datetime Parse(string s, System.IFormatProvider provider, System.Globalization.DateTimeStyles styles)",
            parse,
        ),
        Method::new("datetime ParseExact(string s, string format, System.IFormatProvider provider)", parse_exact),
        Method::new(
            "datetime ParseExact(string s, string format, System.IFormatProvider provider, System.Globalization.DateTimeStyles style)",
            parse_exact,
        ),
        Method::new(
            "datetime ParseExact(string s, string[] formats, System.IFormatProvider provider, System.Globalization.DateTimeStyles style)",
            parse_exact,
        ),
        Method::new("bool TryParse(string s, [ref] datetime result)", try_parse),
        Method::new(
            "bool TryParse(string s, System.IFormatProvider provider, System.Globalization.DateTimeStyles styles, [ref] datetime result)",
            try_parse,
        ),
        Method::new(
            "bool TryParseExact(string s, string format, System.IFormatProvider provider, System.Globalization.DateTimeStyles style, [ref] datetime result)",
            try_parse_exact,
        ),
        Method::new(
            "bool TryParseExact(string s, string[] formats, System.IFormatProvider provider, System.Globalization.DateTimeStyles style, [ref] datetime result)",
            try_parse_exact,
        ),
        Method::new("bool TryParse(string s, System.IFormatProvider provider, [ref] datetime result)", try_parse),
    ],
    ..TypeTable::of(&known::DATE_TIME)
};

fn value(date: DateTime) -> Value {
    Value::native(date)
}

fn made(date: Result<DateTime, TextError>) -> Outcome<Value> {
    lift(date).map(value)
}

fn date(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(value(own(this)?.date()))
}

fn day(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.day()))
}

fn day_of_week(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(day_of_week_value(own(this)?))
}

fn day_of_year(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.day_of_year()))
}

fn hour(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.hour()))
}

fn kind(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(EnumValue::native(&enums::DATE_TIME_KIND, own(this)?.kind as i64))
}

fn millisecond(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.millisecond()))
}

fn microsecond(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.microsecond()))
}

fn nanosecond(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.nanosecond()))
}

fn minute(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.minute()))
}

fn month(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.month()))
}

fn second(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.second()))
}

fn ticks(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Long(own(this)?.ticks))
}

fn time_of_day(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::native(own(this)?.time_of_day()))
}

fn year(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.year()))
}

fn now(env: &mut dyn Env) -> Outcome<Value> {
    Ok(value(utc(env).to_local(&local_zone(env))))
}

fn today(env: &mut dyn Env) -> Outcome<Value> {
    Ok(value(utc(env).to_local(&local_zone(env)).date()))
}

fn utc_now(env: &mut dyn Env) -> Outcome<Value> {
    Ok(value(utc(env)))
}

fn min_value(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(value(DateTime::MIN))
}

fn max_value(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(value(DateTime::MAX))
}

fn unix_epoch(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(value(DateTime::UNIX_EPOCH))
}

fn add(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let ticks = time_span(&arguments.value(0))?.ticks;
    made(own(this)?.add_ticks(ticks))
}

fn add_days(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    made(own(this)?.add_units(arguments.double(0), TICKS_PER_DAY))
}

fn add_hours(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    made(own(this)?.add_units(arguments.double(0), TICKS_PER_HOUR))
}

fn add_milliseconds(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    made(own(this)?.add_units(arguments.double(0), TICKS_PER_MILLISECOND))
}

fn add_microseconds(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    made(own(this)?.add_units(arguments.double(0), TICKS_PER_MICROSECOND))
}

fn add_minutes(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    made(own(this)?.add_units(arguments.double(0), TICKS_PER_MINUTE))
}

fn add_months(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    made(own(this)?.add_months(arguments.int(0)))
}

fn add_seconds(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    made(own(this)?.add_units(arguments.double(0), TICKS_PER_SECOND))
}

fn add_ticks(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    made(own(this)?.add_ticks(arguments.long(0)))
}

fn add_years(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    made(own(this)?.add_years(arguments.int(0)))
}

fn compare_to(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let other = arguments.value(0);
    if other.is_null() {
        return Ok(Value::Int(1));
    }
    let own = own(this)?;
    match other.downcast::<DateTime>() {
        Some(other) => Ok(Value::Int(own.cmp(other) as i32)),
        None => Err(compare::must_be(&TypeRef::Native(&known::DATE_TIME))),
    }
}

fn is_daylight_saving_time(env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let date = own(this)?;
    Ok(Value::Bool(date.kind != DateKind::Utc && local_zone(env).is_daylight_local(date)))
}

fn to_binary(env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Long(own(this)?.to_binary(&local_zone(env))))
}

fn subtract(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let other = arguments.value(0);
    match other.downcast::<DateTime>() {
        Some(other) => Ok(Value::native(own(this)?.since(*other))),
        None => made(own(this)?.checked_sub(time_span(&other)?)),
    }
}

fn to_oa_date(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    lift(own(this)?.to_ole_date()).map(Value::Double)
}

fn to_file_time(env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    lift(own(this)?.to_utc(&local_zone(env)).to_file_time()).map(Value::Long)
}

fn to_file_time_utc(env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let date = own(this)?;
    let date = if date.kind == DateKind::Local { date.to_utc(&local_zone(env)) } else { date };
    lift(date.to_file_time()).map(Value::Long)
}

fn to_local_time(env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(value(own(this)?.to_local(&local_zone(env))))
}

fn to_universal_time(env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(value(own(this)?.to_utc(&local_zone(env))))
}

fn written(env: &mut dyn Env, this: &Value, format: &str, culture: &'static Culture) -> Outcome<Value> {
    lift(DateTime::format(own(this)?, format, culture, &local_zone(env))).map(Value::from)
}

fn to_string(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (format, culture) = format_and_culture(env, arguments);
    written(env, this, &format, culture)
}

fn in_own_culture(env: &mut dyn Env, this: &Value, format: &str) -> Outcome<Value> {
    let culture = convert::current_culture(env);
    written(env, this, format, culture)
}

fn to_long_date_string(env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    in_own_culture(env, this, "D")
}

/// Long date and long time, or what `DisplayHint` leaves of them; PowerShell's type data adds it.
fn long_text(env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let hint = env.get_property(this, Symbol::new("DisplayHint"))?;
    let hint = convert::object_text(env, &hint)?;
    match hint.to_ascii_lowercase().as_str() {
        "date" => in_own_culture(env, this, "D"),
        "time" => in_own_culture(env, this, "T"),
        _ => {
            let date = in_own_culture(env, this, "D")?;
            let time = in_own_culture(env, this, "T")?;
            let date = convert::object_text(env, &date)?;
            let time = convert::object_text(env, &time)?;
            Ok(Value::from(format!("{date} {time}")))
        }
    }
}

fn to_long_time_string(env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    in_own_culture(env, this, "T")
}

fn to_short_date_string(env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    in_own_culture(env, this, "d")
}

fn to_short_time_string(env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    in_own_culture(env, this, "t")
}

fn deconstruct(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let date = own(this)?;
    if arguments.len() == 2 {
        assign(env, arguments.first(), Value::native(DateOnly::from_date_time(date)))?;
        assign(env, arguments.get(1), Value::native(TimeOnly::from_date_time(date)))?;
        return Ok(Value::Void);
    }
    for (place, number) in [date.year(), date.month(), date.day()].into_iter().enumerate() {
        assign(env, arguments.get(place), Value::Int(number))?;
    }
    Ok(Value::Void)
}

/// The texts of all standard formats, or of the one that was asked for.
fn get_date_time_formats(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let letters = match arguments.first() {
        Some(Value::Char(unit)) => String::from_utf16_lossy(&[*unit]),
        _ => "dDfFgGmMoOrRstTuUyY".to_string(),
    };
    let provider = arguments.last().filter(|last| !matches!(last, Value::Char(_))).cloned().unwrap_or_default();
    let culture = culture::of_provider(env, &provider);
    let zone = local_zone(env);
    let date = own(this)?;
    let mut texts: Vec<String> = Vec::new();
    for letter in letters.chars() {
        texts.push(lift(DateTime::format(date, &letter.to_string(), culture, &zone))?);
    }
    Ok(string_array(texts))
}

fn get_type_code(_env: &mut dyn Env, _this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(EnumValue::native(&enums::TYPE_CODE, 16))
}

fn new(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let kind = match arguments.last() {
        Some(Value::Enum(_)) => kind_of(arguments, arguments.len() - 1),
        _ => DateKind::Unspecified,
    };
    if let (Some(date), Some(time)) = (
        arguments.first().and_then(|date| date.downcast::<DateOnly>()),
        arguments.get(1).and_then(|time| time.downcast::<TimeOnly>()),
    ) {
        let ticks = date.date_time().ticks + time.span().ticks;
        return made(DateTime::from_ticks(ticks, kind));
    }
    let numbers = arguments.iter().filter(|argument| matches!(argument, Value::Int(_))).count();
    if numbers == 0 {
        return made(DateTime::from_ticks(arguments.long(0), kind));
    }
    let (date, number) =
        ((arguments.int(0), arguments.int(1), arguments.int(2)), |place: usize| match place < numbers {
            true => arguments.int(place),
            false => 0,
        });
    if numbers == 3 {
        return made(DateTime::from_date(date.0, date.1, date.2).map(|date| date.with_kind(kind)));
    }
    let whole = lift(DateTime::from_parts(date, (number(3), number(4), number(5)), number(6)))?;
    let micro = number(7);
    if !(0..1000).contains(&micro) {
        return Err(fault::out_of_range("Valid values are between 0 and 999, inclusive.", "microsecond"));
    }
    made(whole.add_ticks(i64::from(micro) * TICKS_PER_MICROSECOND).map(|date| date.with_kind(kind)))
}

fn compare(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (a, b) = (own(&arguments.value(0))?, own(&arguments.value(1))?);
    Ok(Value::Int(a.cmp(&b) as i32))
}

fn equals(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (a, b) = (own(&arguments.value(0))?, own(&arguments.value(1))?);
    Ok(Value::Bool(a == b))
}

fn days_in_month(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (year, month) = (arguments.int(0), arguments.int(1));
    if !(1..=12).contains(&month) {
        return Err(fault::out_of_range("Month must be between one and twelve.", "month"));
    }
    if !(1..=9999).contains(&year) {
        return Err(fault::out_of_range("Year must be between 1 and 9999.", "year"));
    }
    Ok(Value::Int(month_length(year, month)))
}

fn is_leap_year(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let year = arguments.int(0);
    if !(1..=9999).contains(&year) {
        return Err(fault::out_of_range("Year must be between 1 and 9999.", "year"));
    }
    Ok(Value::Bool(leap(year)))
}

/// The date of the 64 bits that `ToBinary` gives.
fn from_binary(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    const TICKS: i64 = (1 << 62) - 1;
    let bits = arguments.long(0);
    let invalid = || {
        fault::argument(
            "The binary data must result in a DateTime with ticks between DateTime.MinValue.Ticks and \
             DateTime.MaxValue.Ticks.",
            "dateData",
        )
    };
    let ticks = bits & TICKS;
    if bits < 0 {
        let utc = DateTime::from_ticks(ticks, DateKind::Utc).map_err(|_| invalid())?;
        return Ok(value(utc.to_local(&local_zone(env))));
    }
    let kind = if bits & (1 << 62) != 0 { DateKind::Utc } else { DateKind::Unspecified };
    DateTime::from_ticks(ticks, kind).map(value).map_err(|_| invalid())
}

fn from_file_time(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let utc = lift(DateTime::from_file_time(arguments.long(0)))?;
    Ok(value(utc.to_local(&local_zone(env))))
}

fn from_file_time_utc(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    made(DateTime::from_file_time(arguments.long(0)))
}

fn from_oa_date(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    made(DateTime::from_ole_date(arguments.double(0)))
}

fn specify_kind(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(value(own(&arguments.value(0))?.with_kind(kind_of(arguments, 1))))
}

fn read(env: &mut dyn Env, arguments: &[Value]) -> Result<DateTime, TextError> {
    let culture = culture::of_argument(env, arguments, 1);
    in_context(env, culture, |context| DateTime::parse(&arguments.text(0), styles_of(arguments, 2), context))
}

/// Reads by the first format that fits; the error is the last one's.
fn read_exact(env: &mut dyn Env, arguments: &[Value]) -> Result<DateTime, TextError> {
    let culture = culture::of_argument(env, arguments, 2);
    let text = arguments.text(0);
    let formats = formats(arguments, 1);
    let mut failed = TextError::format(format!("String '{text}' was not recognized as a valid DateTime."));
    for format in &formats {
        let styles = styles_of(arguments, 3);
        match in_context(env, culture, |context| DateTime::parse_exact(&text, format, styles, context)) {
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

fn give(env: &mut dyn Env, reference: &Value, read: Result<DateTime, TextError>) -> Outcome<Value> {
    let succeeded = read.is_ok();
    assign(env, Some(reference), value(read.unwrap_or(DateTime::MIN)))?;
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

fn op_addition(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let span = receiver::<TimeSpan>(&arguments.value(1)).copied()?;
    made(own(&arguments.value(0))?.checked_add(span))
}

fn op_subtraction(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    subtract(env, &arguments.value(0), arguments.get(1..).unwrap_or(&[]))
}
