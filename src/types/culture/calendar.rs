//! `System.Globalization.Calendar`, `GregorianCalendar` and `ISOWeek`.

use crate::text::Culture;
use crate::text::culture::CalendarWeekRule;
use crate::text::date::{DateTime, DayOfWeek, days_in_month, is_leap_year};
use crate::types::arguments::Arguments;
use crate::types::fault::lift;
use crate::types::invoke::receiver;
use crate::types::table::{Method, Property, TypeTable};
use crate::types::{enums, known};
use crate::value::types::{NativeType, TypeRef};
use crate::value::{EnumValue, Env, Native, Outcome, Value};

/// The calendar of all cultures here.
struct Calendar;

impl Native for Calendar {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&known::GREGORIAN_CALENDAR)
    }
}

/// The calendar of a culture as a value.
pub(super) fn value(_culture: &'static Culture) -> Value {
    Value::native(Calendar)
}

pub(super) static CALENDAR: TypeTable = TypeTable {
    properties: &[
        Property::new("Eras", "int[]", |_, _| {
            Ok(crate::types::typed_array(&crate::value::types::INT32, vec![Value::Int(1)]))
        }),
        Property::new("IsReadOnly", "bool", |_, _| Ok(Value::Bool(false))),
        Property::new("MaxSupportedDateTime", "datetime", |_, _| Ok(Value::native(DateTime::MAX))),
        Property::new("MinSupportedDateTime", "datetime", |_, _| Ok(Value::native(DateTime::MIN))),
        Property::new("TwoDigitYearMax", "int", |_, _| Ok(Value::Int(2049))),
    ],
    methods: &[
        Method::new("datetime AddDays(datetime time, int days)", |_, _, arguments| {
            let ticks = i64::from(arguments.int(1)) * crate::text::date::TICKS_PER_DAY;
            lift(date(arguments)?.add_ticks(ticks)).map(Value::native)
        }),
        Method::new("datetime AddMonths(datetime time, int months)", |_, _, arguments| {
            lift(date(arguments)?.add_months(arguments.int(1))).map(Value::native)
        }),
        Method::new("datetime AddYears(datetime time, int years)", |_, _, arguments| {
            lift(date(arguments)?.add_years(arguments.int(1))).map(Value::native)
        }),
        Method::new("int GetDayOfMonth(datetime time)", |_, _, arguments| Ok(Value::Int(date(arguments)?.day()))),
        Method::new("System.DayOfWeek GetDayOfWeek(datetime time)", |_, _, arguments| {
            Ok(EnumValue::native(&enums::DAY_OF_WEEK, date(arguments)?.day_of_week() as i64))
        }),
        Method::new("int GetDayOfYear(datetime time)", |_, _, arguments| {
            Ok(Value::Int(date(arguments)?.day_of_year()))
        }),
        Method::new("int GetDaysInMonth(int year, int month)", |_, _, arguments| {
            Ok(Value::Int(days_in_month(arguments.int(0), arguments.int(1))))
        }),
        Method::new("int GetDaysInYear(int year)", |_, _, arguments| {
            Ok(Value::Int(if is_leap_year(arguments.int(0)) { 366 } else { 365 }))
        }),
        Method::new("int GetMonth(datetime time)", |_, _, arguments| Ok(Value::Int(date(arguments)?.month()))),
        Method::new("int GetMonthsInYear(int year)", |_, _, _| Ok(Value::Int(12))),
        Method::new(
            "int GetWeekOfYear(datetime time, System.Globalization.CalendarWeekRule rule, System.DayOfWeek \
             firstDayOfWeek)",
            |_, _, arguments| {
                let rule = match arguments.number(1) {
                    0 => CalendarWeekRule::FirstDay,
                    1 => CalendarWeekRule::FirstFullWeek,
                    _ => CalendarWeekRule::FirstFourDayWeek,
                };
                let first = usize::try_from(arguments.number(2)).ok().and_then(|day| DayOfWeek::ALL.get(day).copied());
                Ok(Value::Int(date(arguments)?.week_of_year(rule, first.unwrap_or(DayOfWeek::Sunday))))
            },
        ),
        Method::new("int GetYear(datetime time)", |_, _, arguments| Ok(Value::Int(date(arguments)?.year()))),
        Method::new("bool IsLeapYear(int year)", |_, _, arguments| Ok(Value::Bool(is_leap_year(arguments.int(0))))),
    ],
    ..TypeTable::of(&known::CALENDAR)
};

pub(super) static GREGORIAN: TypeTable = TypeTable {
    constructors: &[Method::new("System.Globalization.GregorianCalendar new()", |_, _, _| Ok(Value::native(Calendar)))],
    ..TypeTable::of(&known::GREGORIAN_CALENDAR)
};

static ISO_WEEK_TYPE: NativeType = NativeType::statics("System.Globalization.ISOWeek");

pub(super) static ISO_WEEK: TypeTable = TypeTable {
    static_methods: &[
        Method::new("int GetWeekOfYear(datetime date)", |_, _, arguments| {
            Ok(Value::Int(date(arguments)?.iso_week().1))
        }),
        Method::new("int GetYear(datetime date)", |_, _, arguments| Ok(Value::Int(date(arguments)?.iso_week().0))),
        Method::new("int GetWeeksInYear(int year)", |_: &mut dyn Env, _, arguments| {
            // The 28th of December is always in the last week.
            Ok(Value::Int(lift(DateTime::from_date(arguments.int(0), 12, 28))?.iso_week().1))
        }),
    ],
    ..TypeTable::of(&ISO_WEEK_TYPE)
};

fn date(arguments: &[Value]) -> Outcome<DateTime> {
    receiver::<DateTime>(arguments.first().unwrap_or(&Value::Null)).copied()
}
