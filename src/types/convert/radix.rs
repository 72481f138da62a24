//! Whole numbers to the bases 2, 8, 10 and 16, as `System.Convert` reads and writes them.

use crate::types::fault;
use crate::value::error::{ARGUMENT_EXCEPTION, FORMAT_EXCEPTION, OVERFLOW_EXCEPTION};
use crate::value::number::{NumberKind, integer};
use crate::value::{Flow, Outcome, Value};

fn invalid_base() -> Flow {
    fault::raise(&ARGUMENT_EXCEPTION, "Invalid Base.")
}

fn check(base: i32) -> Outcome<u32> {
    match base {
        2 | 8 | 10 | 16 => Ok(base.cast_unsigned()),
        _ => Err(invalid_base()),
    }
}

/// The width of a type in bits.
fn width(kind: NumberKind) -> u32 {
    match kind {
        NumberKind::SByte | NumberKind::Byte => 8,
        NumberKind::Int16 | NumberKind::UInt16 => 16,
        NumberKind::Int64 | NumberKind::UInt64 => 64,
        _ => 32,
    }
}

/// Reads a number; to a base other than ten its digits are the bits of the type.
///
/// # Errors
/// As .NET: for other bases, for texts without digits, and for numbers that do not fit.
pub(super) fn read(text: &str, base: i32, kind: NumberKind) -> Outcome<Value> {
    let radix = check(base)?;
    let overflow = || fault::raise(&OVERFLOW_EXCEPTION, kind.overflow_message());
    let (negative, rest) = match text.strip_prefix('-') {
        Some(_) if radix != 10 => {
            return Err(fault::raise(&ARGUMENT_EXCEPTION, "String cannot contain a minus sign if the base is not 10."));
        }
        Some(_) if !kind.is_signed() => {
            return Err(fault::raise(
                &OVERFLOW_EXCEPTION,
                "The string was being parsed as an unsigned number and could not have a negative sign.",
            ));
        }
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let rest = match radix {
        16 => rest.strip_prefix("0x").or_else(|| rest.strip_prefix("0X")).unwrap_or(rest),
        _ => rest,
    };
    if text.is_empty() {
        return Err(fault::raise(
            &crate::value::error::ARGUMENT_OUT_OF_RANGE_EXCEPTION,
            "Index was out of range. Must be non-negative and less than the size of the collection.",
        ));
    }
    if !rest.starts_with(|c: char| c.is_digit(radix)) {
        return Err(fault::raise(&FORMAT_EXCEPTION, "Could not find any recognizable digits."));
    }
    let mut number: i128 = 0;
    for c in rest.chars() {
        let digit = c.to_digit(radix).ok_or_else(|| {
            fault::raise(&FORMAT_EXCEPTION, "Additional non-parsable characters are at the end of the string.")
        })?;
        number = number * i128::from(radix) + i128::from(digit);
        if number > i128::from(u64::MAX) {
            return Err(overflow());
        }
    }
    if radix == 10 {
        return kind.fit(if negative { -number } else { number }).ok_or_else(overflow);
    }
    let width = width(kind);
    if number >> width != 0 {
        return Err(overflow());
    }
    if kind.is_signed() && number >> (width - 1) == 1 {
        number -= 1 << width;
    }
    kind.fit(number).ok_or_else(overflow)
}

/// Writes a number; to a base other than ten a negative one shows the bits of its type.
///
/// # Errors
/// `ArgumentException` for other bases.
pub(super) fn write(value: &Value, base: i32, kind: NumberKind) -> Outcome<Value> {
    let radix = check(base)?;
    let number = integer(value).unwrap_or_default();
    let bits = number & (i128::from(u64::MAX) >> (64 - width(kind)));
    Ok(Value::from(match radix {
        2 => format!("{bits:b}"),
        8 => format!("{bits:o}"),
        16 => format!("{bits:x}"),
        _ => number.to_string(),
    }))
}
