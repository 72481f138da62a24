//! To any numeric type: which road a value takes there.

use super::fault::{CastFault, no_constructor, no_conversion};
use super::{big_integer, decimal, integer, real, text};
use crate::value::error::{INVALID_CAST_EXCEPTION, OVERFLOW_EXCEPTION};
use crate::value::number::NumberKind;
use crate::value::{Env, NativeType, Outcome, TypeRef, Value};

/// Why a number could not be changed into another type.
pub(super) struct NumberFault {
    pub id: &'static str,
    pub exception: &'static NativeType,
    pub message: &'static str,
}

impl NumberFault {
    pub fn overflow(message: &'static str) -> NumberFault {
        NumberFault { id: "InvalidCastIConvertible", exception: &OVERFLOW_EXCEPTION, message }
    }
}

/// A value as a number of the given type.
///
/// # Errors
/// `InvalidCastIConvertible` for a number that does not fit, `InvalidCastFromStringTo…` for a text that is no number,
/// `ConvertToFinalInvalidCastException` for what has no conversion.
pub fn to_number(env: &mut dyn Env, value: &Value, kind: NumberKind) -> Outcome<Value> {
    let target = TypeRef::Native(kind.native());
    let base = value.base();
    if NumberKind::of(base) == Some(kind) {
        return Ok(base.clone());
    }
    let number = match base {
        Value::Null | Value::Void => return Ok(kind.zero()),
        Value::Str(text) => return parse(text, kind),
        Value::Bool(b) if kind == NumberKind::BigInteger => return Ok(kind.fit(i128::from(*b)).unwrap_or_default()),
        Value::Bool(b) => Value::Int(i32::from(*b)),
        Value::Char(unit) => Value::Int(i32::from(*unit)),
        Value::Enum(value) => Value::Long(value.value),
        other if NumberKind::of(other).is_some() => other.clone(),
        Value::Native(native) if native.type_ref().full_name() == "System.DateTime" => {
            let text = text::object_text(env, base)?;
            let message = format!("Invalid cast from 'DateTime' to '{}'.", kind.native().short_name());
            return Err(CastFault::reason(
                "InvalidCastIConvertible",
                &text,
                &target,
                &INVALID_CAST_EXCEPTION,
                &message,
            )
            .into());
        }
        Value::Native(_) | Value::Instance(_) => return super::member::by_members(env, base, &target),
        Value::Object(_) if matches!(kind, NumberKind::Decimal | NumberKind::BigInteger) => {
            return Err(no_constructor(env, value, &target));
        }
        _ => return Err(no_conversion(env, value, &target)),
    };
    match change(&number, kind) {
        Ok(changed) => Ok(changed),
        Err(fault) => {
            let text = text::object_text(env, value)?;
            let id = match base {
                Value::BigInt(_) => "InvalidCastTargetInvocationExceptionop_Explicit",
                _ => fault.id,
            };
            Err(CastFault::reason(id, &text, &target, fault.exception, fault.message).into())
        }
    }
}

/// The text as a number of the given type.
pub(crate) fn parse(text: &str, kind: NumberKind) -> Outcome<Value> {
    let target = TypeRef::Native(kind.native());
    match kind {
        NumberKind::Single | NumberKind::Double => real::parse(text, kind, &target),
        NumberKind::Decimal => decimal::parse(text, &target),
        NumberKind::BigInteger => big_integer::parse(text, &target),
        _ => integer::parse(text, kind, &target),
    }
}

/// A number as one of another type; `None` when it does not fit.
pub(crate) fn try_change(value: &Value, kind: NumberKind) -> Option<Value> {
    change(value, kind).ok()
}

fn change(value: &Value, kind: NumberKind) -> Result<Value, NumberFault> {
    match kind {
        NumberKind::Single | NumberKind::Double => real::change(value, kind),
        NumberKind::Decimal => decimal::change(value),
        NumberKind::BigInteger => big_integer::change(value),
        _ => integer::change(value, kind),
    }
}
