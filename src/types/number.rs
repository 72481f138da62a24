//! What the numeric types share: parsing, formatting, comparison, and the arithmetic of their static methods.
//!
//! Each type lists its members in a file of its own; the functions here find the type in the receiver.

mod big_integer;
mod byte;
mod decimal;
mod double;
mod int16;
mod int32;
mod int64;
mod integer;
mod real;
mod sbyte;
mod single;
mod uint16;
mod uint32;
mod uint64;

use super::arguments::Arguments;
use super::invoke::{assign, type_of_call};
use super::table::TypeTable;
use super::{compare, culture, enums, fault};
use crate::text::number::{
    IntegerKind, NumberStyles, parse_big_integer, parse_decimal, parse_double, parse_integer, parse_single,
};
use crate::text::{Culture, TextError, format as text_format};
use crate::value::number::{NumberKind, as_number};

use crate::value::{EnumValue, Env, Outcome, Value};
use std::rc::Rc;

/// The tables of the numeric types.
pub(super) static TABLES: &[&TypeTable] = &[
    &big_integer::TABLE,
    &byte::TABLE,
    &decimal::TABLE,
    &double::TABLE,
    &int16::TABLE,
    &int32::TABLE,
    &int64::TABLE,
    &sbyte::TABLE,
    &single::TABLE,
    &uint16::TABLE,
    &uint32::TABLE,
    &uint64::TABLE,
];

/// The text of a number by a format; `None` for what is no number.
///
/// # Errors
/// `FormatException` for a format that the type does not know.
pub(super) fn text(value: &Value, format: &str, culture: &'static Culture) -> Outcome<Option<String>> {
    let text = match value {
        Value::Single(n) if format.is_empty() => Ok(text_format::single_to_text(*n, culture)),
        Value::Single(n) => text_format::format_single(*n, format, culture),
        other => match as_number(other) {
            Some(number) if format.is_empty() => Ok(text_format::number_to_text(&number, culture)),
            Some(number) => text_format::format_number(&number, format, culture),
            None => return Ok(None),
        },
    };
    text.map(Some).map_err(|error| fault::of_text(&error))
}

/// `ToString()`, `ToString(format)`, `ToString(provider)`, `ToString(format, provider)`.
fn to_string(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let has_format = matches!(arguments.first(), Some(Value::Str(_)));
    let culture = culture::of_argument(env, arguments, usize::from(has_format));
    let format = if has_format { arguments.text(0) } else { Default::default() };
    Ok(text(this, &format, culture)?.map(Value::from).unwrap_or_default())
}

fn compare_to(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Int(compare::order(env, this, &arguments.value(0))? as i32))
}

fn equals(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Bool(compare::equals(env, this, &arguments.value(0))?))
}

fn get_type_code(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let code = match this {
        Value::SByte(_) => 5,
        Value::Byte(_) => 6,
        Value::Int16(_) => 7,
        Value::UInt16(_) => 8,
        Value::Int(_) => 9,
        Value::UInt32(_) => 10,
        Value::Long(_) => 11,
        Value::UInt64(_) => 12,
        Value::Single(_) => 13,
        Value::Double(_) => 14,
        Value::Decimal(_) => 15,
        _ => 1,
    };
    Ok(EnumValue::native(&enums::TYPE_CODE, code))
}

/// The numeric type that a static method was called on.
fn kind_of_call(this: &Value) -> NumberKind {
    NumberKind::of_type(type_of_call(this).native()).unwrap_or(NumberKind::Int32)
}

fn integer_kind(kind: NumberKind) -> Option<IntegerKind> {
    Some(match kind {
        NumberKind::SByte => IntegerKind::SByte,
        NumberKind::Byte => IntegerKind::Byte,
        NumberKind::Int16 => IntegerKind::Int16,
        NumberKind::UInt16 => IntegerKind::UInt16,
        NumberKind::Int32 => IntegerKind::Int32,
        NumberKind::UInt32 => IntegerKind::UInt32,
        NumberKind::Int64 => IntegerKind::Int64,
        NumberKind::UInt64 => IntegerKind::UInt64,
        _ => return None,
    })
}

/// The styles that `Parse` allows when none are given.
fn default_styles(kind: NumberKind) -> NumberStyles {
    match kind {
        NumberKind::Single | NumberKind::Double => NumberStyles::FLOAT_THOUSANDS,
        NumberKind::Decimal => NumberStyles::NUMBER,
        _ => NumberStyles::INTEGER,
    }
}

/// Reads a number of a type.
///
/// # Errors
/// As .NET's `Parse`.
pub(super) fn read(
    text: &str,
    kind: NumberKind,
    styles: Option<NumberStyles>,
    culture: &'static Culture,
) -> Result<Value, TextError> {
    let styles = styles.unwrap_or_else(|| default_styles(kind));
    match kind {
        NumberKind::Single => parse_single(text, styles, culture).map(Value::Single),
        NumberKind::Double => parse_double(text, styles, culture).map(Value::Double),
        NumberKind::Decimal => parse_decimal(text, styles, culture).map(|n| Value::Decimal(Rc::new(n))),
        NumberKind::BigInteger => parse_big_integer(text, styles, culture).map(|n| Value::BigInt(Rc::new(n))),
        whole => {
            parse_integer(text, integer_kind(whole).unwrap_or(IntegerKind::Int32), styles, culture).map(Value::from)
        }
    }
}

/// The text, styles and provider of a `Parse` or `TryParse`.
fn read_arguments(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Result<Value, TextError> {
    let styles = match arguments.get(1) {
        Some(Value::Enum(styles)) => Some(NumberStyles(u32::try_from(styles.value).unwrap_or_default())),
        _ => None,
    };
    let culture = culture::of_argument(env, arguments, if styles.is_some() { 2 } else { 1 });
    read(&arguments.text(0), kind_of_call(this), styles, culture)
}

fn parse(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    read_arguments(env, this, arguments).map_err(|error| fault::of_text(&error))
}

fn try_parse(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (result, rest) = arguments.split_last().unwrap_or((&Value::Null, &[]));
    let read = read_arguments(env, this, rest);
    let succeeded = read.is_ok();
    assign(env, Some(result), read.unwrap_or_else(|_| kind_of_call(this).zero()))?;
    Ok(Value::Bool(succeeded))
}

/// The larger of two numbers of one type.
pub(super) fn max(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (a, b) = (arguments.value(0), arguments.value(1));
    if is_nan(&a) || is_nan(&b) {
        return Ok(if is_nan(&a) { a } else { b });
    }
    Ok(if compare::order(env, &a, &b)?.is_lt() { b } else { a })
}

/// The smaller of two numbers of one type.
pub(super) fn min(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (a, b) = (arguments.value(0), arguments.value(1));
    if is_nan(&a) || is_nan(&b) {
        return Ok(if is_nan(&a) { a } else { b });
    }
    Ok(if compare::order(env, &b, &a)?.is_lt() { b } else { a })
}

fn is_nan(value: &Value) -> bool {
    match value {
        Value::Double(n) => n.is_nan(),
        Value::Single(n) => n.is_nan(),
        _ => false,
    }
}

/// A number held between two limits.
pub(super) fn clamp(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (value, low, high) = (arguments.value(0), arguments.value(1), arguments.value(2));
    if compare::order(env, &low, &high)?.is_gt() {
        let culture = Culture::invariant();
        let (low, high) = (text(&low, "", culture)?.unwrap_or_default(), text(&high, "", culture)?.unwrap_or_default());
        return Err(fault::raise(
            &crate::value::error::ARGUMENT_EXCEPTION,
            format!("'{low}' cannot be greater than {high}."),
        ));
    }
    if compare::order(env, &value, &low)?.is_lt() {
        return Ok(low);
    }
    Ok(if compare::order(env, &value, &high)?.is_gt() { high } else { value })
}

/// The sign of a number as `-1`, `0` or `1`; `None` for NaN and what is no number.
pub(super) fn sign_of(value: &Value) -> Option<i32> {
    Some(match value {
        Value::Double(n) => real_sign(*n)?,
        Value::Single(n) => real_sign(f64::from(*n))?,
        Value::Decimal(n) => n.cmp(&Rc::default()) as i32,
        Value::BigInt(n) => n.cmp(&Rc::default()) as i32,
        other => crate::value::number::integer(other)?.signum() as i32,
    })
}

fn real_sign(n: f64) -> Option<i32> {
    n.partial_cmp(&0.0).map(|order| order as i32)
}

/// The positive value of a number.
///
/// # Errors
/// `OverflowException` for the smallest value of a signed type.
pub(super) fn absolute(value: &Value) -> Outcome<Value> {
    let overflow = || {
        fault::raise(
            &crate::value::error::OVERFLOW_EXCEPTION,
            "Negating the minimum value of a twos complement number is invalid.",
        )
    };
    Ok(match value {
        Value::Double(n) => Value::Double(n.abs()),
        Value::Single(n) => Value::Single(n.abs()),
        Value::Decimal(n) => Value::Decimal(Rc::new(n.abs())),
        Value::BigInt(n) => Value::BigInt(Rc::new(num_bigint::BigInt::from(n.magnitude().clone()))),
        other => {
            let number = crate::value::number::integer(other).unwrap_or_default();
            NumberKind::of(other).and_then(|kind| kind.fit(number.abs())).ok_or_else(overflow)?
        }
    })
}
