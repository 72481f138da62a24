//! To `double` and `float`.

use super::fault::{CastFault, exception_of};
use super::number::{self, NumberFault};
use crate::text::Culture;
use crate::text::number::{NumberStyles, parse_double, parse_number_string, parse_single};
use crate::value::number::{NumberKind, big_to_double, decimal_to_double, integer};
use crate::value::{Env, Outcome, TypeRef, Value};

/// A value as a `double`.
///
/// # Errors
/// The errors of the cast.
#[inline]
pub fn to_double(env: &mut dyn Env, value: &Value) -> Outcome<f64> {
    match value {
        Value::Double(n) => Ok(*n),
        Value::Int(n) => Ok(f64::from(*n)),
        other => match number::to_number(env, other, NumberKind::Double)? {
            Value::Double(n) => Ok(n),
            _ => Ok(0.0),
        },
    }
}

/// The double nearest to a number; `None` for what is no number.
pub fn as_double(value: &Value) -> Option<f64> {
    Some(match value {
        Value::Double(n) => *n,
        Value::Single(n) => f64::from(*n),
        Value::Decimal(n) => decimal_to_double(n),
        Value::BigInt(n) => big_to_double(n),
        other => integer(other)? as f64,
    })
}

/// A number as a double or a single; what is too large becomes infinite.
pub(super) fn change(value: &Value, kind: NumberKind) -> Result<Value, NumberFault> {
    let double = as_double(value).unwrap_or(0.0);
    Ok(match (kind, value) {
        (NumberKind::Single, Value::Single(n)) => Value::Single(*n),
        (NumberKind::Single, Value::Decimal(n)) => Value::Single(n.to_string().parse().unwrap_or(double as f32)),
        (NumberKind::Single, _) => Value::Single(double as f32),
        _ => Value::Double(double),
    })
}

/// The text as the language reads numbers, else as `[double]::Parse` does.
pub(super) fn parse(text: &str, kind: NumberKind, target: &TypeRef) -> Outcome<Value> {
    if text.is_empty() {
        return Ok(kind.zero());
    }
    if let Some(scanned) = parse_number_string(text)
        && let Ok(value) = change(&Value::from(scanned), kind)
    {
        return Ok(value);
    }
    let parsed = match kind {
        NumberKind::Single => {
            parse_single(text, NumberStyles::FLOAT_THOUSANDS, Culture::invariant()).map(Value::Single)
        }
        _ => parse_double(text, NumberStyles::FLOAT_THOUSANDS, Culture::invariant()).map(Value::Double),
    };
    parsed.map_err(|reason| {
        CastFault::because("InvalidCastFromStringToDoubleOrSingle", text, target, exception_of(&reason)).into()
    })
}
