//! Arithmetic on two numbers: the common type, overflow into doubles, division.

use super::Operator;
use crate::text::number::{decimal, parse_number_string};
use crate::value::convert::{self, as_big_integer, as_decimal, as_double};
use crate::value::error::{
    DIVIDE_BY_ZERO_EXCEPTION, ErrorCategory, Exception, Fault, Flow, INVALID_CAST_EXCEPTION,
    METHOD_INVOCATION_EXCEPTION, OVERFLOW_EXCEPTION,
};
use crate::value::number::{NumberKind, integer};
use crate::value::{EnumValue, Env, NativeType, Outcome, TypeRef, Value, types};
use num_bigint::{BigInt, Sign};
use rust_decimal::Decimal;
use std::rc::Rc;

/// The type in which an operation on two numbers is done.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Common {
    Int(NumberKind),
    Double,
    Decimal,
    BigInteger,
}

/// The common type: the wider one, where an unsigned type beside a negative number gives way to one that holds both.
fn common(a: &Value, b: &Value) -> Option<Common> {
    let (left, right) = (NumberKind::of(a)?, NumberKind::of(b)?);
    if left == NumberKind::BigInteger || (right == NumberKind::BigInteger && left != NumberKind::Decimal) {
        return Some(Common::BigInteger);
    }
    let negative = integer(a).is_some_and(|n| n < 0) || integer(b).is_some_and(|n| n < 0);
    Some(match left.max(right) {
        NumberKind::Decimal | NumberKind::BigInteger => Common::Decimal,
        NumberKind::Single | NumberKind::Double => Common::Double,
        NumberKind::UInt64 if negative => Common::Decimal,
        NumberKind::UInt64 => Common::Int(NumberKind::UInt64),
        NumberKind::Int64 => Common::Int(NumberKind::Int64),
        NumberKind::UInt32 if negative => Common::Int(NumberKind::Int64),
        NumberKind::UInt32 => Common::Int(NumberKind::UInt32),
        _ => Common::Int(NumberKind::Int32),
    })
}

/// The result of an operator on two numbers.
pub(super) fn calculate(operator: Operator, a: &Value, b: &Value) -> Outcome<Value> {
    match common(a, b) {
        Some(Common::Int(kind)) => integers(operator, kind, integer(a).unwrap_or(0), integer(b).unwrap_or(0)),
        Some(Common::Double) => Ok(doubles(operator, as_double(a).unwrap_or(0.0), as_double(b).unwrap_or(0.0))),
        Some(Common::Decimal) => decimals(operator, to_decimal(a)?, to_decimal(b)?),
        Some(Common::BigInteger) => big_integers(operator, &to_big(a)?, &to_big(b)?),
        None => Ok(Value::Null),
    }
}

fn integers(operator: Operator, kind: NumberKind, a: i128, b: i128) -> Outcome<Value> {
    let (exact, inexact) = match operator {
        Operator::Add => (a.checked_add(b), a as f64 + b as f64),
        Operator::Subtract => (a.checked_sub(b), a as f64 - b as f64),
        Operator::Multiply => (a.checked_mul(b), a.checked_mul(b).map_or(a as f64 * b as f64, cut_to_double)),
        Operator::Divide if b == 0 => return Err(divided_by_zero()),
        Operator::Divide => ((a % b == 0).then(|| a / b), a as f64 / b as f64),
        Operator::Remainder if b == 0 => return Err(divided_by_zero()),
        Operator::Remainder => (Some(a % b), 0.0),
    };
    Ok(exact.and_then(|exact| kind.fit(exact)).unwrap_or(Value::Double(inexact)))
}

/// A whole number with the bits cut off that a double cannot hold, as `BigInteger` becomes a double.
fn cut_to_double(number: i128) -> f64 {
    let magnitude = number.unsigned_abs();
    let surplus = (128 - magnitude.leading_zeros()).saturating_sub(f64::MANTISSA_DIGITS);
    let cut = ((magnitude >> surplus) << surplus) as f64;
    if number < 0 { -cut } else { cut }
}

fn doubles(operator: Operator, a: f64, b: f64) -> Value {
    Value::Double(match operator {
        Operator::Add => a + b,
        Operator::Subtract => a - b,
        Operator::Multiply => a * b,
        Operator::Divide => a / b,
        Operator::Remainder => a % b,
    })
}

fn decimals(operator: Operator, a: Decimal, b: Decimal) -> Outcome<Value> {
    if b.is_zero() && matches!(operator, Operator::Divide | Operator::Remainder) {
        return Err(divided_by_zero());
    }
    let result = match operator {
        Operator::Add => decimal::add(&a, &b),
        Operator::Subtract => decimal::subtract(&a, &b),
        Operator::Multiply => decimal::multiply(&a, &b),
        Operator::Divide => decimal::divide(&a, &b),
        Operator::Remainder => decimal::remainder(&a, &b),
    };
    match result {
        Some(result) => Ok(Value::Decimal(Rc::new(result))),
        None => Err(wrapped(&OVERFLOW_EXCEPTION, NumberKind::Decimal.overflow_message())),
    }
}

fn big_integers(operator: Operator, a: &BigInt, b: &BigInt) -> Outcome<Value> {
    if b.sign() == Sign::NoSign && matches!(operator, Operator::Divide | Operator::Remainder) {
        return Err(call_failed(operator.method(), &DIVIDE_BY_ZERO_EXCEPTION, DIVIDED_BY_ZERO));
    }
    Ok(Value::BigInt(Rc::new(match operator {
        Operator::Add => a + b,
        Operator::Subtract => a - b,
        Operator::Multiply => a * b,
        Operator::Divide => a / b,
        Operator::Remainder => a % b,
    })))
}

/// The error of an operator that is a method of the number's type.
pub(super) fn call_failed(method: &str, ty: &'static NativeType, reason: &str) -> Flow {
    let inner = Value::native(Exception::new(ty, reason));
    let message = format!("Exception calling \"{method}\" with \"2\" argument(s): \"{reason}\"");
    let fault = Fault::new("DotNetMethodException", ErrorCategory::NotSpecified, message);
    fault.of(&METHOD_INVOCATION_EXCEPTION).inner(inner).into()
}

fn to_decimal(value: &Value) -> Outcome<Decimal> {
    as_decimal(value).ok_or_else(|| Fault::raw(&OVERFLOW_EXCEPTION, NumberKind::Decimal.overflow_message()).into())
}

fn to_big(value: &Value) -> Outcome<BigInt> {
    as_big_integer(value)
        .ok_or_else(|| Fault::raw(&OVERFLOW_EXCEPTION, NumberKind::BigInteger.overflow_message()).into())
}

const DIVIDED_BY_ZERO: &str = "Attempted to divide by zero.";

fn divided_by_zero() -> Flow {
    wrapped(&DIVIDE_BY_ZERO_EXCEPTION, DIVIDED_BY_ZERO)
}

/// An exception of arithmetic, as the language wraps it.
fn wrapped(ty: &'static NativeType, message: &str) -> Flow {
    let inner = Value::native(Exception::new(ty, message));
    Fault::new("RuntimeException", ErrorCategory::NotSpecified, message).inner(inner).into()
}

/// An operator with an enum on the left: done on `int`, the result is of the enum again.
pub(super) fn on_enum(env: &mut dyn Env, operator: Operator, own: &Rc<EnumValue>, right: &Value) -> Outcome<Value> {
    let b = match right.base() {
        Value::Null | Value::Void => Value::Int(0),
        Value::Bool(b) => Value::Int(i32::from(*b)),
        Value::Char(unit) => Value::Int(i32::from(*unit)),
        Value::Str(text) if parse_number_string(text).is_none() => match convert::to_enum(env, right, &own.ty)? {
            Value::Enum(other) => underlying(other.value),
            other => other,
        },
        Value::Str(text) => return on_enum(env, operator, own, &number_in(text)),
        Value::Enum(other) => underlying(other.value),
        other => match NumberKind::of(other) {
            Some(NumberKind::BigInteger) | None => {
                return super::members::call(env, operator.method(), &Value::Enum(own.clone()), right);
            }
            Some(kind) if kind <= NumberKind::Int32 => other.clone(),
            Some(kind) if kind.is_integer() => return Err(not_castable(&TypeRef::Native(kind.native()), &own.ty)),
            Some(kind) => return Err(not_castable(&own.ty, &TypeRef::Native(kind.native()))),
        },
    };
    match calculate(operator, &underlying(own.value), &b)? {
        Value::Double(_) => Err(not_castable(&TypeRef::Native(&types::DOUBLE), &own.ty)),
        result => {
            let value = integer(&result).and_then(|n| i64::try_from(n).ok()).unwrap_or(0);
            Ok(Value::Enum(Rc::new(EnumValue { ty: own.ty.clone(), value })))
        }
    }
}

/// The number of an enum member: an `int` where it fits.
fn underlying(value: i64) -> Value {
    i32::try_from(value).map_or(Value::Long(value), Value::Int)
}

fn number_in(text: &str) -> Value {
    parse_number_string(text).map_or(Value::Null, Value::from)
}

fn not_castable(from: &TypeRef, to: &TypeRef) -> Flow {
    let message = format!("Unable to cast object of type '{}' to type '{}'.", from.full_name(), to.full_name());
    Fault::raw(&INVALID_CAST_EXCEPTION, message).into()
}
