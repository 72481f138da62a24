//! `first..last`: whole numbers, or characters.

use crate::text::number::{IntegerKind, NumberStyles, parse_integer, parse_number_string};
use crate::text::{Culture, Number};
use crate::value::convert::exception_type;
use crate::value::error::{Fault, INVALID_CAST_EXCEPTION, OVERFLOW_EXCEPTION};
use crate::value::number::{NumberKind, integer};
use crate::value::{Env, Outcome, Value, convert};

/// `first..last` as an `object[]` of `int`s, or of `char`s where both ends are one character and neither is a digit.
///
/// # Errors
/// Ends that are no whole numbers of 32 bits, as .NET reports them.
pub fn range(env: &mut dyn Env, first: &Value, last: &Value) -> Outcome<Value> {
    if let (Some(first), Some(last)) = (letter(first), letter(last)) {
        let units: Vec<Value> = if first <= last {
            (first..=last).map(Value::Char).collect()
        } else {
            (last..=first).rev().map(Value::Char).collect()
        };
        return Ok(Value::array(units));
    }
    let (first, last) = (end(env, first)?, end(env, last)?);
    let numbers: Vec<Value> = if first <= last {
        (first..=last).map(Value::Int).collect()
    } else {
        (last..=first).rev().map(Value::Int).collect()
    };
    Ok(Value::array(numbers))
}

/// The character of an end that stands for one.
fn letter(end: &Value) -> Option<u16> {
    match end.base() {
        Value::Char(unit) => Some(*unit),
        Value::Str(text) if text.utf16_len() == 1 => text.unit_at(0).filter(|unit| !(48..=57).contains(unit)),
        _ => None,
    }
}

/// An end as a whole number.
///
/// # Errors
/// .NET's own exceptions, which leave the expression as they are.
pub fn end(env: &mut dyn Env, value: &Value) -> Outcome<i32> {
    let overflow = || Fault::raw(&OVERFLOW_EXCEPTION, NumberKind::Int32.overflow_message()).into();
    match value.base() {
        Value::Int(n) => Ok(*n),
        Value::Null | Value::Void => Ok(0),
        Value::Str(text) => {
            if let Some(number) = parse_number_string(text) {
                return match convert::try_change(&Value::from(number), NumberKind::Int32) {
                    Some(Value::Int(n)) => Ok(n),
                    _ => Err(overflow()),
                };
            }
            match parse_integer(text, IntegerKind::Int32, NumberStyles::INTEGER, Culture::invariant()) {
                Ok(Number::Int32(n)) => Ok(n),
                Ok(_) => Err(overflow()),
                Err(fault) => Err(Fault::raw(exception_type(&fault), fault.message.as_str()).into()),
            }
        }
        Value::Bool(b) => Ok(i32::from(*b)),
        Value::Char(unit) => Ok(i32::from(*unit)),
        Value::Enum(value) => i32::try_from(value.value).map_err(|_| overflow()),
        number if integer(number).is_some() || NumberKind::of(number).is_some() => {
            match convert::try_change(number, NumberKind::Int32) {
                Some(Value::Int(n)) => Ok(n),
                _ => Err(overflow()),
            }
        }
        other => {
            let name = env.type_names(other).into_iter().next().unwrap_or_default();
            let message = format!("Unable to cast object of type '{name}' to type 'System.IConvertible'.");
            Err(Fault::raw(&INVALID_CAST_EXCEPTION, message).into())
        }
    }
}
