//! To the whole-number types of a fixed width: rounding half to even, and overflow as an error.

use super::fault::{CastFault, exception_of};
use super::number::{self, NumberFault};
use crate::text::number::{IntegerKind, NumberStyles, parse_double, parse_integer, parse_number_string};
use crate::text::{Culture, TextError};
use crate::value::number::{NumberKind, integer};
use crate::value::{Env, Outcome, TypeRef, Value};
use num_traits::ToPrimitive;

/// A value as an `int`.
///
/// # Errors
/// The errors of the cast.
#[inline]
pub fn to_int(env: &mut dyn Env, value: &Value) -> Outcome<i32> {
    match value {
        Value::Int(n) => Ok(*n),
        other => match number::to_number(env, other, NumberKind::Int32)? {
            Value::Int(n) => Ok(n),
            _ => Ok(0),
        },
    }
}

/// A value as a `long`.
///
/// # Errors
/// The errors of the cast.
#[inline]
pub fn to_long(env: &mut dyn Env, value: &Value) -> Outcome<i64> {
    match value {
        Value::Int(n) => Ok(i64::from(*n)),
        Value::Long(n) => Ok(*n),
        other => match number::to_number(env, other, NumberKind::Int64)? {
            Value::Long(n) => Ok(n),
            _ => Ok(0),
        },
    }
}

/// A number as a whole number of the given type.
pub(super) fn change(value: &Value, kind: NumberKind) -> Result<Value, NumberFault> {
    let overflow = || NumberFault::overflow(kind.overflow_message());
    match value {
        Value::Single(n) => from_double(f64::from(*n), kind),
        Value::Double(n) => from_double(*n, kind),
        Value::Decimal(n) => n.round().to_i128().and_then(|n| kind.fit(n)).ok_or_else(overflow),
        Value::BigInt(n) => {
            // As .NET does, by way of `int` into the narrower types.
            let narrow = kind < NumberKind::Int32 && n.to_i32().is_none();
            let shown = if narrow { NumberKind::Int32 } else { kind };
            let fits = n.to_i128().and_then(|n| kind.fit(n));
            fits.ok_or_else(|| NumberFault::overflow(shown.overflow_message()))
        }
        other => integer(other).and_then(|n| kind.fit(n)).ok_or_else(overflow),
    }
}

/// .NET converts a double to the narrow types by way of `int`, whose message it then shows, and to the 64-bit types by
/// a checked cast, which has a message of its own.
fn from_double(value: f64, kind: NumberKind) -> Result<Value, NumberFault> {
    let rounded = value.round_ties_even();
    let whole = rounded.is_finite().then(|| rounded.to_i128()).flatten();
    if matches!(kind, NumberKind::Int64 | NumberKind::UInt64) {
        let fits = whole.and_then(|whole| kind.fit(whole));
        return fits.ok_or_else(|| NumberFault::overflow("Arithmetic operation resulted in an overflow."));
    }
    let narrow = kind < NumberKind::Int32;
    if narrow && whole.is_none_or(|whole| i32::try_from(whole).is_err()) {
        return Err(NumberFault::overflow(NumberKind::Int32.overflow_message()));
    }
    whole.and_then(|whole| kind.fit(whole)).ok_or_else(|| NumberFault::overflow(kind.overflow_message()))
}

/// The text as the language reads numbers, else as .NET's converter reads whole numbers, else as a double.
pub(super) fn parse(text: &str, kind: NumberKind, target: &TypeRef) -> Outcome<Value> {
    if text.is_empty() {
        return Ok(kind.zero());
    }
    if let Some(scanned) = parse_number_string(text)
        && let Ok(value) = change(&Value::from(scanned), kind)
    {
        return Ok(value);
    }
    let reason = match convert_text(text, kind) {
        Ok(value) => return Ok(value),
        Err(reason) => reason,
    };
    if reason.exception == "System.FormatException"
        && let Ok(double) = parse_double(text, NumberStyles::FLOAT_THOUSANDS, Culture::invariant())
        && let Ok(value) = change(&Value::Double(double), kind)
    {
        return Ok(value);
    }
    Err(CastFault::because("InvalidCastFromStringToInteger", text, target, exception_of(&reason)).into())
}

/// What .NET's type converters read: decimal digits, or hex digits after `#`, `0x` or `&h`.
fn convert_text(text: &str, kind: NumberKind) -> Result<Value, TextError> {
    let Some(wanted) = integer_kind(kind) else { return Err(TextError::bad_number(text)) };
    let trimmed = text.trim();
    let prefix = ["#", "0x", "0X", "&h", "&H"].into_iter().find_map(|prefix| trimmed.strip_prefix(prefix));
    let (digits, styles) = match prefix {
        Some(digits) => (digits, NumberStyles::HEX_SPECIFIER),
        None => (trimmed, NumberStyles::INTEGER),
    };
    let parsed = parse_integer(digits, wanted, styles, Culture::invariant());
    if prefix.is_some() && parsed.is_err() {
        // Hex digits are read into an unsigned number of 32 or 64 bits first.
        let wide = if kind >= NumberKind::Int64 { IntegerKind::UInt64 } else { IntegerKind::UInt32 };
        parse_integer(digits, wide, styles, Culture::invariant())?;
    }
    parsed.map(Value::from)
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
