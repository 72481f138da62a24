//! Signs, `++` and `--`.

use super::{add, subtract};
use crate::value::error::{ErrorCategory, Fault};
use crate::value::number::NumberKind;
use crate::value::{Env, Outcome, Value};

/// `-value`, which is `0 - value`.
///
/// # Errors
/// As [`subtract`].
#[inline]
pub fn negate(env: &mut dyn Env, value: &Value) -> Outcome<Value> {
    match value {
        Value::Int(n) => Ok(n.checked_neg().map_or(Value::Double(-f64::from(*n)), Value::Int)),
        Value::Double(n) => Ok(Value::Double(0.0 - n)),
        other => subtract(env, &Value::Int(0), other),
    }
}

/// `+value`, which is `0 + value`.
///
/// # Errors
/// As [`add`].
#[inline]
pub fn plus(env: &mut dyn Env, value: &Value) -> Outcome<Value> {
    match value {
        Value::Int(_) | Value::Double(_) => Ok(value.clone()),
        other => add(env, &Value::Int(0), other),
    }
}

/// `value++`: the next number; null counts as 0.
///
/// # Errors
/// `OperatorRequiresNumber` for what is no number.
#[inline]
pub fn increment(env: &mut dyn Env, value: &Value) -> Outcome<Value> {
    match value {
        Value::Int(n) => Ok(n.checked_add(1).map_or(Value::Double(f64::from(*n) + 1.0), Value::Int)),
        other => step(env, other, 1, "++"),
    }
}

/// `value--`: the number before; null counts as 0.
///
/// # Errors
/// `OperatorRequiresNumber` for what is no number.
#[inline]
pub fn decrement(env: &mut dyn Env, value: &Value) -> Outcome<Value> {
    match value {
        Value::Int(n) => Ok(n.checked_sub(1).map_or(Value::Double(f64::from(*n) - 1.0), Value::Int)),
        other => step(env, other, -1, "--"),
    }
}

fn step(env: &mut dyn Env, value: &Value, by: i32, sign: &str) -> Outcome<Value> {
    match value.base() {
        Value::Null | Value::Void => Ok(Value::Int(by)),
        Value::BigInt(_) => Err(not_a_number(value, sign)),
        Value::Enum(_) => add(env, value.base(), &Value::Int(by)),
        number if NumberKind::of(number).is_some() => add(env, number, &Value::Int(by)),
        _ => Err(not_a_number(value, sign)),
    }
}

fn not_a_number(value: &Value, sign: &str) -> crate::value::Flow {
    let name = value.type_ref().map(|ty| ty.full_name()).unwrap_or_default();
    let message = format!("The '{sign}' operator works only on numbers. The operand is a '{name}'.");
    Fault::new("OperatorRequiresNumber", ErrorCategory::InvalidOperation, message).into()
}
