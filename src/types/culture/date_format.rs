//! `System.Globalization.DateTimeFormatInfo`.

use super::calendar;
use crate::text::Culture;
use crate::text::culture::DateFormat;
use crate::types::arguments::{Arguments, string_array};
use crate::types::invoke::receiver;
use crate::types::table::{Get, Method, Property, StaticProperty, TypeTable};
use crate::types::{enums, fault, known};
use crate::value::types::TypeRef;
use crate::value::{EnumValue, Env, Native, Outcome, Value, convert};

/// The date conventions of a culture.
struct DateTimeFormatInfo(&'static Culture);

impl Native for DateTimeFormatInfo {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&known::DATE_TIME_FORMAT_INFO)
    }
}

/// The conventions of a culture as a value.
pub(super) fn value(culture: &'static Culture) -> Value {
    Value::native(DateTimeFormatInfo(culture))
}

/// The culture whose conventions a value is.
pub(super) fn of(value: &Value) -> Option<&'static Culture> {
    value.downcast::<DateTimeFormatInfo>().map(|info| info.0)
}

fn own(this: &Value) -> Outcome<&'static DateFormat> {
    receiver::<DateTimeFormatInfo>(this).map(|info| &info.0.date)
}

const fn text(name: &'static str, get: Get) -> Property {
    Property::new(name, "string", get)
}

const fn texts(name: &'static str, get: Get) -> Property {
    Property::new(name, "string[]", get)
}

/// Names of months, with the thirteenth that other calendars have.
fn months(names: &[&'static str]) -> Outcome<Value> {
    Ok(string_array(names.iter().copied().chain([""])))
}

pub(super) static TABLE: TypeTable = TypeTable {
    properties: &[
        texts("AbbreviatedDayNames", |_, this| Ok(string_array(own(this)?.short_days))),
        texts("AbbreviatedMonthGenitiveNames", |_, this| months(&own(this)?.short_genitive_months)),
        texts("AbbreviatedMonthNames", |_, this| months(&own(this)?.short_months)),
        text("AMDesignator", |_, this| Ok(Value::from(own(this)?.am))),
        Property::new("Calendar", "System.Globalization.Calendar", |_, this| {
            Ok(calendar::value(receiver::<DateTimeFormatInfo>(this)?.0))
        }),
        Property::new("CalendarWeekRule", "System.Globalization.CalendarWeekRule", |_, this| {
            Ok(EnumValue::native(&enums::CALENDAR_WEEK_RULE, own(this)?.week_rule as i64))
        }),
        text("DateSeparator", |_, this| Ok(Value::from(own(this)?.date_separator))),
        texts("DayNames", |_, this| Ok(string_array(own(this)?.days))),
        Property::new("FirstDayOfWeek", "System.DayOfWeek", |_, this| {
            Ok(EnumValue::native(&enums::DAY_OF_WEEK, own(this)?.first_day_of_week as i64))
        }),
        text("FullDateTimePattern", |_, this| Ok(Value::from(own(this)?.full_date_time))),
        Property::new("IsReadOnly", "bool", |_, _| Ok(Value::Bool(true))),
        text("LongDatePattern", |_, this| Ok(Value::from(own(this)?.long_date))),
        text("LongTimePattern", |_, this| Ok(Value::from(own(this)?.long_time))),
        text("MonthDayPattern", |_, this| Ok(Value::from(own(this)?.month_day))),
        texts("MonthGenitiveNames", |_, this| months(&own(this)?.genitive_months)),
        texts("MonthNames", |_, this| months(&own(this)?.months)),
        text("NativeCalendarName", |_, this| Ok(Value::from(own(this)?.calendar_name))),
        text("PMDesignator", |_, this| Ok(Value::from(own(this)?.pm))),
        text("RFC1123Pattern", |_, _| Ok(Value::from("ddd, dd MMM yyyy HH':'mm':'ss 'GMT'"))),
        text("ShortDatePattern", |_, this| Ok(Value::from(own(this)?.short_date))),
        texts("ShortestDayNames", |_, this| Ok(string_array(own(this)?.shortest_days))),
        text("ShortTimePattern", |_, this| Ok(Value::from(own(this)?.short_time))),
        text("SortableDateTimePattern", |_, _| Ok(Value::from("yyyy'-'MM'-'dd'T'HH':'mm':'ss"))),
        text("TimeSeparator", |_, this| Ok(Value::from(own(this)?.time_separator))),
        text("UniversalSortableDateTimePattern", |_, _| Ok(Value::from("yyyy'-'MM'-'dd HH':'mm':'ss'Z'"))),
        text("YearMonthPattern", |_, this| Ok(Value::from(own(this)?.year_month))),
    ],
    methods: &[
        Method::new("System.Object Clone()", |_, this, _| Ok(this.clone())),
        Method::new("string GetAbbreviatedDayName(System.DayOfWeek dayofweek)", |_, this, arguments| {
            day(&own(this)?.short_days, arguments)
        }),
        Method::new("string GetAbbreviatedEraName(int era)", |_, this, _| Ok(Value::from(own(this)?.short_era))),
        Method::new("string GetAbbreviatedMonthName(int month)", |_, this, arguments| {
            month(&own(this)?.short_months, arguments)
        }),
        Method::new("string GetDayName(System.DayOfWeek dayofweek)", |_, this, arguments| {
            day(&own(this)?.days, arguments)
        }),
        Method::new("string GetEraName(int era)", |_, this, _| Ok(Value::from(own(this)?.era))),
        Method::new("System.Object GetFormat(type formatType)", |_, this, _| Ok(this.clone())),
        Method::new("string GetMonthName(int month)", |_, this, arguments| month(&own(this)?.months, arguments)),
        Method::new("string GetShortestDayName(System.DayOfWeek dayOfWeek)", |_, this, arguments| {
            day(&own(this)?.shortest_days, arguments)
        }),
    ],
    constructors: &[Method::new("System.Globalization.DateTimeFormatInfo new()", |_, _, _| {
        Ok(value(Culture::invariant()))
    })],
    static_properties: &[
        StaticProperty::new("CurrentInfo", "System.Globalization.DateTimeFormatInfo", |env: &mut dyn Env| {
            Ok(value(convert::current_culture(env)))
        }),
        StaticProperty::new("InvariantInfo", "System.Globalization.DateTimeFormatInfo", |_| {
            Ok(value(Culture::invariant()))
        }),
    ],
    static_methods: &[Method::new(
        "System.Globalization.DateTimeFormatInfo GetInstance(System.IFormatProvider provider)",
        |env, _, arguments| Ok(value(super::of_provider(env, &arguments.value(0)))),
    )],
    ..TypeTable::of(&known::DATE_TIME_FORMAT_INFO)
};

fn day(names: &[&'static str; 7], arguments: &[Value]) -> Outcome<Value> {
    let name = usize::try_from(arguments.number(0)).ok().and_then(|day| names.get(day));
    name.map(|name| Value::from(*name))
        .ok_or_else(|| fault::out_of_range("Valid values are between Sunday and Saturday, inclusive.", "dayofweek"))
}

fn month(names: &[&'static str; 12], arguments: &[Value]) -> Outcome<Value> {
    let number = arguments.int(0);
    if number == 13 {
        return Ok(Value::from(""));
    }
    let name = usize::try_from(number - 1).ok().and_then(|month| names.get(month));
    name.map(|name| Value::from(*name))
        .ok_or_else(|| fault::out_of_range("Valid values are between 1 and 13, inclusive.", "month"))
}
