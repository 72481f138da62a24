//! To `decimal`.

use super::fault::{CastFault, exception_of};
use super::number::{self, NumberFault};
use crate::text::Culture;
use crate::text::number::{NumberStyles, parse_decimal, parse_double, parse_number_string};
use crate::value::number::{NumberKind, integer};
use crate::value::{Env, Outcome, TypeRef, Value};
use num_traits::ToPrimitive;
use rust_decimal::Decimal;
use std::rc::Rc;

/// A value as a `decimal`.
///
/// # Errors
/// The errors of the cast.
pub fn to_decimal(env: &mut dyn Env, value: &Value) -> Outcome<Decimal> {
    match number::to_number(env, value, NumberKind::Decimal)? {
        Value::Decimal(n) => Ok(*n),
        _ => Ok(Decimal::ZERO),
    }
}

/// The decimal of a number; `None` when it does not fit. A double gives its first 15 digits, a single its first 7.
pub fn as_decimal(value: &Value) -> Option<Decimal> {
    match value {
        Value::Decimal(n) => Some(**n),
        Value::Double(n) => from_digits(*n, 15),
        Value::Single(n) => from_digits(f64::from(*n), 7),
        Value::BigInt(n) => n.to_i128().and_then(|n| Decimal::try_from_i128_with_scale(n, 0).ok()),
        other => integer(other).and_then(|n| Decimal::try_from_i128_with_scale(n, 0).ok()),
    }
}

fn from_digits(value: f64, digits: usize) -> Option<Decimal> {
    if !value.is_finite() {
        return None;
    }
    let text = format!("{value:.*e}", digits - 1);
    let decimal = parse_decimal(&text, NumberStyles::FLOAT, Culture::invariant()).ok()?;
    Some(decimal.normalize())
}

pub(super) fn change(value: &Value) -> Result<Value, NumberFault> {
    as_decimal(value)
        .map(|decimal| Value::Decimal(Rc::new(decimal)))
        .ok_or_else(|| NumberFault::overflow(NumberKind::Decimal.overflow_message()))
}

/// The text as the language reads numbers, else as `[decimal]::Parse` does, else as a double.
pub(super) fn parse(text: &str, target: &TypeRef) -> Outcome<Value> {
    if text.is_empty() {
        return Ok(NumberKind::Decimal.zero());
    }
    if let Some(scanned) = parse_number_string(text)
        && let Ok(value) = change(&Value::from(scanned))
    {
        return Ok(value);
    }
    let reason = match parse_decimal(text, NumberStyles::NUMBER, Culture::invariant()) {
        Ok(decimal) => return Ok(Value::Decimal(Rc::new(decimal))),
        Err(reason) => reason,
    };
    if reason.exception == "System.FormatException"
        && let Ok(double) = parse_double(text, NumberStyles::FLOAT_THOUSANDS, Culture::invariant())
        && let Ok(value) = change(&Value::Double(double))
    {
        return Ok(value);
    }
    Err(CastFault::because("InvalidCastFromStringToDecimal", text, target, exception_of(&reason)).into())
}
