//! To `bigint`, which cuts fractions off.

use super::fault::{CastFault, exception_of};
use super::number::NumberFault;
use crate::text::Culture;
use crate::text::number::{NumberStyles, parse_big_integer, parse_number_string};
use crate::value::number::{NumberKind, integer};
use crate::value::{Outcome, TypeRef, Value};
use num_bigint::BigInt;
use num_traits::{FromPrimitive, ToPrimitive};
use std::rc::Rc;

/// The whole part of a number; `None` for NaN, the infinities and what is no number.
pub fn as_big_integer(value: &Value) -> Option<BigInt> {
    match value {
        Value::BigInt(n) => Some((**n).clone()),
        Value::Double(n) => BigInt::from_f64(n.trunc()),
        Value::Single(n) => BigInt::from_f32(n.trunc()),
        Value::Decimal(n) => n.trunc().to_i128().map(BigInt::from),
        other => integer(other).map(BigInt::from),
    }
}

pub(super) fn change(value: &Value) -> Result<Value, NumberFault> {
    as_big_integer(value).map(|n| Value::BigInt(Rc::new(n))).ok_or_else(|| {
        let is_nan = matches!(value, Value::Double(n) if n.is_nan()) || matches!(value, Value::Single(n) if n.is_nan());
        let message = if is_nan { "The value is not a number." } else { NumberKind::BigInteger.overflow_message() };
        NumberFault { id: "InvalidCastConstructorException", ..NumberFault::overflow(message) }
    })
}

/// The text as the language reads numbers, else as digits with group separators.
pub(super) fn parse(text: &str, target: &TypeRef) -> Outcome<Value> {
    if text.is_empty() {
        return Ok(NumberKind::BigInteger.zero());
    }
    if let Some(scanned) = parse_number_string(text)
        && let Ok(value) = change(&Value::from(scanned))
    {
        return Ok(value);
    }
    let styles = NumberStyles(NumberStyles::INTEGER.0 | NumberStyles::THOUSANDS.0);
    match parse_big_integer(text, styles, Culture::invariant()) {
        Ok(number) => Ok(Value::BigInt(Rc::new(number))),
        Err(reason) => {
            Err(CastFault::because("InvalidCastFromStringToInteger", text, target, exception_of(&reason)).into())
        }
    }
}
