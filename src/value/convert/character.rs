//! To `char`.

use super::fault::{CastFault, no_conversion};
use super::text::object_text;
use crate::value::error::{FORMAT_EXCEPTION, INVALID_CAST_EXCEPTION, OVERFLOW_EXCEPTION};
use crate::value::number::{NumberKind, integer};
use crate::value::{Env, NativeType, Outcome, TypeRef, Value, types};

/// A value as a `char`: one UTF-16 unit. Null gives the unit 0.
///
/// # Errors
/// A text that has not exactly one unit, a number that is none, a type that does not convert.
pub fn to_char(env: &mut dyn Env, value: &Value) -> Outcome<u16> {
    let base = value.base();
    let (id, exception, message): (_, &'static NativeType, String) = match base {
        Value::Null | Value::Void => return Ok(0),
        Value::Char(unit) => return Ok(*unit),
        Value::Str(text) => match text.unit_at(0) {
            Some(unit) if text.utf16_len() == 1 => return Ok(unit),
            _ => {
                let message = "String must be exactly one character long.";
                ("InvalidCastParseTargetInvocation", &FORMAT_EXCEPTION, message.to_string())
            }
        },
        Value::Bool(_) | Value::Single(_) | Value::Double(_) | Value::Decimal(_) | Value::Enum(_) => {
            let source = match base {
                Value::Enum(_) => "Int32",
                Value::Bool(_) => "Boolean",
                other => NumberKind::of(other).map_or("Object", |kind| kind.native().short_name()),
            };
            if let Value::Enum(value) = base
                && let Ok(unit) = u16::try_from(value.value)
            {
                return Ok(unit);
            }
            let message = format!("Invalid cast from '{source}' to 'Char'.");
            ("InvalidCastIConvertible", &INVALID_CAST_EXCEPTION, message)
        }
        Value::BigInt(_) => {
            ("InvalidCastIConvertible", &INVALID_CAST_EXCEPTION, "Object must implement IConvertible.".to_string())
        }
        other => match integer(other) {
            Some(number) => match u16::try_from(number) {
                Ok(unit) => return Ok(unit),
                Err(_) => {
                    let message = "Value was either too large or too small for a character.";
                    ("InvalidCastIConvertible", &OVERFLOW_EXCEPTION, message.to_string())
                }
            },
            None => return Err(no_conversion(env, value, &TypeRef::Native(&types::CHAR))),
        },
    };
    let text = object_text(env, value)?;
    Err(CastFault::reason(id, &text, &TypeRef::Native(&types::CHAR), exception, &message).into())
}
