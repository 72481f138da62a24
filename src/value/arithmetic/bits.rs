//! `-band -bor -bxor -bnot -shl -shr`.

use super::members::{self, bad_argument, not_defined, not_found};
use super::numeric::call_failed;
use super::{beside, operand, operands};
use crate::text::number::parse_number_string;
use crate::value::convert::{self, as_big_integer, as_double, to_int};
use crate::value::error::{Fault, INVALID_OPERATION_EXCEPTION, OVERFLOW_EXCEPTION};
use crate::value::number::{NumberKind, integer};
use crate::value::types::ScriptKind;
use crate::value::{EnumValue, Env, Outcome, TypeRef, Value};
use num_bigint::BigInt;
use std::rc::Rc;

/// The most bits that a `bigint` may have.
const LONGEST_BIG_INTEGER: u64 = 0x7FFF_FFFF;

/// The double of the largest `long`, which .NET takes for one although it is one too large.
const JUST_TOO_LARGE: f64 = 9_223_372_036_854_775_808.0;

#[derive(Clone, Copy)]
enum Bitwise {
    And,
    Or,
    Xor,
}

impl Bitwise {
    fn method(self) -> &'static str {
        match self {
            Bitwise::And => "op_BitwiseAnd",
            Bitwise::Or => "op_BitwiseOr",
            Bitwise::Xor => "op_ExclusiveOr",
        }
    }

    fn bits(self, a: i128, b: i128) -> i128 {
        match self {
            Bitwise::And => a & b,
            Bitwise::Or => a | b,
            Bitwise::Xor => a ^ b,
        }
    }

    fn big(self, a: BigInt, b: BigInt) -> BigInt {
        match self {
            Bitwise::And => a & b,
            Bitwise::Or => a | b,
            Bitwise::Xor => a ^ b,
        }
    }
}

/// `left -band right`.
///
/// # Errors
/// `MethodNotFound` where the types have no such operator, and the errors of the conversions.
#[inline]
pub fn band(env: &mut dyn Env, left: &Value, right: &Value) -> Outcome<Value> {
    match (left, right) {
        (Value::Int(a), Value::Int(b)) => Ok(Value::Int(a & b)),
        _ => bitwise(env, Bitwise::And, left, right),
    }
}

/// `left -bor right`.
///
/// # Errors
/// As [`band`].
#[inline]
pub fn bor(env: &mut dyn Env, left: &Value, right: &Value) -> Outcome<Value> {
    match (left, right) {
        (Value::Int(a), Value::Int(b)) => Ok(Value::Int(a | b)),
        _ => bitwise(env, Bitwise::Or, left, right),
    }
}

/// `left -bxor right`.
///
/// # Errors
/// As [`band`].
#[inline]
pub fn bxor(env: &mut dyn Env, left: &Value, right: &Value) -> Outcome<Value> {
    match (left, right) {
        (Value::Int(a), Value::Int(b)) => Ok(Value::Int(a ^ b)),
        _ => bitwise(env, Bitwise::Xor, left, right),
    }
}

fn bitwise(env: &mut dyn Env, operation: Bitwise, left: &Value, right: &Value) -> Outcome<Value> {
    if let Value::Enum(own) = left.base() {
        let b = match right.base() {
            Value::Str(text) if parse_number_string(text).is_none() => Some(convert::to_enum(env, right, &own.ty)?),
            _ => operand(right, &Value::Int(0))?,
        };
        let bits = match &b {
            Some(Value::Enum(other)) => Some(i128::from(other.value)),
            Some(other) => integer(other),
            None => None,
        };
        return match (bits, b) {
            (Some(bits), _) => Ok(enum_of(own, operation.bits(i128::from(own.value), bits))),
            (None, Some(b)) if !matches!(b, Value::BigInt(_)) => bitwise(env, operation, &Value::Long(own.value), &b),
            _ => members::call(env, operation.method(), left, right),
        };
    }
    let (a, b) = operands(left, right)?;
    let (Some(a), Some(b)) = (a, b) else { return members::call(env, operation.method(), left, right) };
    let (Some(one), Some(other)) = (NumberKind::of(&a), NumberKind::of(&b)) else {
        return members::call(env, operation.method(), left, right);
    };
    if one == NumberKind::BigInteger || other == NumberKind::BigInteger {
        let (a, b) = (as_big_integer(&a).unwrap_or_default(), as_big_integer(&b).unwrap_or_default());
        return Ok(Value::BigInt(Rc::new(operation.big(a, b))));
    }
    let kind = match one.max(other) {
        kind if !kind.is_integer() => {
            let negative = [&a, &b].into_iter().any(|value| as_double(value).is_some_and(|n| n < 0.0));
            if negative { NumberKind::Int64 } else { NumberKind::UInt64 }
        }
        kind => kind.max(NumberKind::Int32),
    };
    // Beside a double, a whole number becomes one first, with what that loses.
    let through_double = [one, other].iter().any(|kind| matches!(kind, NumberKind::Single | NumberKind::Double));
    let bits = |env: &mut dyn Env, value: &Value| -> Outcome<i128> {
        match integer(value) {
            Some(bits) if !through_double => Ok(bits),
            _ if through_double => {
                let double = as_double(value).unwrap_or(0.0);
                if kind == NumberKind::Int64 && double == JUST_TOO_LARGE {
                    return Ok(i128::from(i64::MIN));
                }
                Ok(integer(&convert::to_number(env, &Value::Double(double), kind)?).unwrap_or(0))
            }
            _ => Ok(integer(&convert::to_number(env, value, kind)?).unwrap_or(0)),
        }
    };
    let (a, b) = (bits(env, &a)?, bits(env, &b)?);
    Ok(truncate(operation.bits(a, b), kind))
}

/// A value of the enum with the lowest bits of a number.
fn enum_of(like: &EnumValue, bits: i128) -> Value {
    let kind = match &like.ty {
        TypeRef::Script(script) => match &script.kind {
            ScriptKind::Enum { underlying, .. } => NumberKind::of_type(underlying).unwrap_or(NumberKind::Int32),
            _ => NumberKind::Int32,
        },
        _ if i32::try_from(like.value).is_err() => NumberKind::Int64,
        _ => NumberKind::Int32,
    };
    let value = integer(&truncate(bits, kind)).map_or(0, |bits| bits as i64);
    Value::Enum(Rc::new(EnumValue { ty: like.ty.clone(), value }))
}

/// The lowest bits of a number as one of the type.
fn truncate(bits: i128, kind: NumberKind) -> Value {
    match kind {
        NumberKind::SByte => Value::SByte(bits as i8),
        NumberKind::Byte => Value::Byte(bits as u8),
        NumberKind::Int16 => Value::Int16(bits as i16),
        NumberKind::UInt16 => Value::UInt16(bits as u16),
        NumberKind::UInt32 => Value::UInt32(bits as u32),
        NumberKind::Int64 => Value::Long(bits as i64),
        NumberKind::UInt64 => Value::UInt64(bits as u64),
        _ => Value::Int(bits as i32),
    }
}

/// `-bnot value`; a number with a fraction is rounded into the first whole type that holds it.
///
/// # Errors
/// Those of the conversion to `int`.
#[inline]
pub fn bnot(env: &mut dyn Env, value: &Value) -> Outcome<Value> {
    if let Value::Int(n) = value {
        return Ok(Value::Int(!n));
    }
    match value.base() {
        Value::Enum(own) => return Ok(enum_of(own, !i128::from(own.value))),
        Value::BigInt(n) => return Ok(Value::BigInt(Rc::new(-(&**n) - 1))),
        _ => {}
    }
    let number = match operand(value, &Value::Int(0))? {
        Some(number) => number,
        None => Value::Int(to_int(env, value)?),
    };
    let number = whole(env, &number)?;
    let kind = NumberKind::of(&number).unwrap_or(NumberKind::Int32).max(NumberKind::Int32);
    Ok(truncate(!integer(&number).unwrap_or(0), kind))
}

/// A number as a whole one: `int`, else `uint`, `long` or `ulong`.
fn whole(env: &mut dyn Env, number: &Value) -> Outcome<Value> {
    if integer(number).is_some() {
        return Ok(number.clone());
    }
    for kind in [NumberKind::Int32, NumberKind::UInt32, NumberKind::Int64] {
        if let Some(whole) = convert::try_change(number, kind) {
            return Ok(whole);
        }
    }
    match convert::try_change(number, NumberKind::UInt64) {
        Some(whole) => Ok(whole),
        None => {
            let target = crate::value::TypeRef::Native(NumberKind::UInt64.native());
            Err(convert::no_conversion(env, number, &target))
        }
    }
}

/// `left -shl right`; the left operand keeps its type, the count is taken modulo its width.
///
/// # Errors
/// As [`band`], and `NotADefinedOperationForType` for booleans and characters.
#[inline]
pub fn shift_left(env: &mut dyn Env, left: &Value, right: &Value) -> Outcome<Value> {
    match (left, right) {
        (Value::Int(a), Value::Int(b)) => Ok(Value::Int(a.wrapping_shl(b.cast_unsigned()))),
        _ => shift(env, left, right, true),
    }
}

/// `left -shr right`; keeps the sign of a signed number.
///
/// # Errors
/// As [`shift_left`].
#[inline]
pub fn shift_right(env: &mut dyn Env, left: &Value, right: &Value) -> Outcome<Value> {
    match (left, right) {
        (Value::Int(a), Value::Int(b)) => Ok(Value::Int(a.wrapping_shr(b.cast_unsigned()))),
        _ => shift(env, left, right, false),
    }
}

fn shift(env: &mut dyn Env, left: &Value, right: &Value, to_left: bool) -> Outcome<Value> {
    let (method, sign) = if to_left { ("op_LeftShift", "-shl") } else { ("op_RightShift", "-shr") };
    match (left.base(), right.base()) {
        (Value::Null | Value::Void, _) => return Ok(Value::Int(0)),
        (Value::Bool(_) | Value::Char(_), Value::Decimal(_) | Value::Enum(_)) => {
            return Err(not_found(right.type_ref(), method));
        }
        (Value::Bool(_) | Value::Char(_), Value::BigInt(_)) => {
            let number = convert::to_number(env, left, NumberKind::BigInteger)?;
            return shift(env, &number, right, to_left);
        }
        (Value::Bool(_) | Value::Char(_), _) => {
            operand(right, &Value::Null)?;
            return Err(not_defined(sign, left, right));
        }
        (Value::Enum(own), _) => {
            operand(right, left)?;
            let operator = if to_left { "LeftShift" } else { "RightShift" };
            let message = format!(
                "The binary operator {operator} is not defined for the types '{}' and 'System.Int32'.",
                own.ty.full_name()
            );
            return Err(Fault::raw(&INVALID_OPERATION_EXCEPTION, message).into());
        }
        _ => {}
    }
    let Some(number) = operand(left, right)? else { return members::call(env, method, left, right) };
    let count = match right.base() {
        Value::Str(_) => operand(right, beside(left, Some(&number)))?.unwrap_or_default(),
        other => other.clone(),
    };
    let count = match to_int(env, &count) {
        Err(flow) if matches!(number, Value::BigInt(_)) => return Err(bad_argument(env, method, right, flow)),
        count => count?,
    };
    if let Value::BigInt(n) = &number {
        let distance = count.unsigned_abs();
        if to_left != (count >= 0) {
            return Ok(Value::BigInt(Rc::new((&**n) >> distance)));
        }
        if n.bits() + u64::from(distance) > LONGEST_BIG_INTEGER {
            let reason = "Arithmetic operation resulted in an overflow.";
            return Err(call_failed(method, &OVERFLOW_EXCEPTION, reason));
        }
        return Ok(Value::BigInt(Rc::new((&**n) << distance)));
    }
    let number = whole(env, &number)?;
    let kind = NumberKind::of(&number).unwrap_or(NumberKind::Int32);
    let bits = integer(&number).unwrap_or(0);
    let count = count.cast_unsigned() & if kind >= NumberKind::Int64 { 63 } else { 31 };
    Ok(truncate(if to_left { bits << count } else { bits >> count }, kind))
}
