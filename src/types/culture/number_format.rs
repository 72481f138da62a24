//! `System.Globalization.NumberFormatInfo`.

use crate::text::Culture;
use crate::types::arguments::{Arguments, string_array, typed_array};
use crate::types::invoke::receiver;
use crate::types::known;
use crate::types::table::{Method, Property, StaticProperty, TypeTable};
use crate::value::types::{INT32, TypeRef};
use crate::value::{EnumValue, Env, Native, Outcome, Value, convert};

/// The number conventions of a culture.
struct NumberFormatInfo(&'static Culture);

impl Native for NumberFormatInfo {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&known::NUMBER_FORMAT_INFO)
    }
}

/// The conventions of a culture as a value.
pub(super) fn value(culture: &'static Culture) -> Value {
    Value::native(NumberFormatInfo(culture))
}

/// The culture whose conventions a value is.
pub(super) fn of(value: &Value) -> Option<&'static Culture> {
    value.downcast::<NumberFormatInfo>().map(|info| info.0)
}

fn own(this: &Value) -> Outcome<&'static crate::text::culture::NumberFormat> {
    receiver::<NumberFormatInfo>(this).map(|info| &info.0.number)
}

const fn text(name: &'static str, get: crate::types::table::Get) -> Property {
    Property::new(name, "string", get)
}

const fn int(name: &'static str, get: crate::types::table::Get) -> Property {
    Property::new(name, "int", get)
}

fn sizes(sizes: &[usize]) -> Value {
    typed_array(&INT32, sizes.iter().map(|size| Value::Int(*size as i32)).collect())
}

fn number(count: usize) -> Outcome<Value> {
    Ok(Value::Int(count as i32))
}

pub(super) static TABLE: TypeTable = TypeTable {
    properties: &[
        int("CurrencyDecimalDigits", |_, this| number(own(this)?.currency.digits)),
        text("CurrencyDecimalSeparator", |_, this| Ok(Value::from(own(this)?.currency.decimal))),
        text("CurrencyGroupSeparator", |_, this| Ok(Value::from(own(this)?.currency.group))),
        Property::new("CurrencyGroupSizes", "int[]", |_, this| Ok(sizes(own(this)?.currency.sizes))),
        int("CurrencyNegativePattern", |_, this| number(own(this)?.currency_negative_pattern.into())),
        int("CurrencyPositivePattern", |_, this| number(own(this)?.currency_positive_pattern.into())),
        text("CurrencySymbol", |_, this| Ok(Value::from(own(this)?.currency_symbol))),
        Property::new("DigitSubstitution", "System.Globalization.DigitShapes", |_, _| {
            Ok(EnumValue::native(&crate::types::enums::DIGIT_SHAPES, 1))
        }),
        Property::new("IsReadOnly", "bool", |_, _| Ok(Value::Bool(true))),
        text("NaNSymbol", |_, this| Ok(Value::from(own(this)?.nan))),
        Property::new("NativeDigits", "string[]", |_, _| Ok(string_array((0..10).map(|digit| digit.to_string())))),
        text("NegativeInfinitySymbol", |_, this| Ok(Value::from(own(this)?.negative_infinity))),
        text("NegativeSign", |_, this| Ok(Value::from(own(this)?.negative_sign))),
        int("NumberDecimalDigits", |_, this| number(own(this)?.number.digits)),
        text("NumberDecimalSeparator", |_, this| Ok(Value::from(own(this)?.number.decimal))),
        text("NumberGroupSeparator", |_, this| Ok(Value::from(own(this)?.number.group))),
        Property::new("NumberGroupSizes", "int[]", |_, this| Ok(sizes(own(this)?.number.sizes))),
        int("NumberNegativePattern", |_, this| number(own(this)?.number_negative_pattern.into())),
        int("PercentDecimalDigits", |_, this| number(own(this)?.percent.digits)),
        text("PercentDecimalSeparator", |_, this| Ok(Value::from(own(this)?.percent.decimal))),
        text("PercentGroupSeparator", |_, this| Ok(Value::from(own(this)?.percent.group))),
        Property::new("PercentGroupSizes", "int[]", |_, this| Ok(sizes(own(this)?.percent.sizes))),
        int("PercentNegativePattern", |_, this| number(own(this)?.percent_negative_pattern.into())),
        int("PercentPositivePattern", |_, this| number(own(this)?.percent_positive_pattern.into())),
        text("PercentSymbol", |_, this| Ok(Value::from(own(this)?.percent_symbol))),
        text("PerMilleSymbol", |_, this| Ok(Value::from(own(this)?.per_mille_symbol))),
        text("PositiveInfinitySymbol", |_, this| Ok(Value::from(own(this)?.positive_infinity))),
        text("PositiveSign", |_, this| Ok(Value::from(own(this)?.positive_sign))),
    ],
    methods: &[
        Method::new("System.Object Clone()", |_, this, _| Ok(this.clone())),
        Method::new("System.Object GetFormat(type formatType)", |_, this, _| Ok(this.clone())),
    ],
    constructors: &[Method::new("System.Globalization.NumberFormatInfo new()", |_, _, _| {
        Ok(value(Culture::invariant()))
    })],
    static_properties: &[
        StaticProperty::new("CurrentInfo", "System.Globalization.NumberFormatInfo", |env: &mut dyn Env| {
            Ok(value(convert::current_culture(env)))
        }),
        StaticProperty::new("InvariantInfo", "System.Globalization.NumberFormatInfo", |_| {
            Ok(value(Culture::invariant()))
        }),
    ],
    static_methods: &[Method::new(
        "System.Globalization.NumberFormatInfo GetInstance(System.IFormatProvider formatProvider)",
        |env, _, arguments| Ok(value(super::of_provider(env, &arguments.value(0)))),
    )],
    ..TypeTable::of(&known::NUMBER_FORMAT_INFO)
};
