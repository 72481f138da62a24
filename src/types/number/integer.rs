//! The static methods of the whole-number types.

use super::{absolute, kind_of_call, sign_of};
use crate::types::arguments::Arguments;
use crate::types::fault;
use crate::types::tuple;
use crate::value::error::{ARGUMENT_OUT_OF_RANGE_EXCEPTION, DIVIDE_BY_ZERO_EXCEPTION, OVERFLOW_EXCEPTION};
use crate::value::number::{NumberKind, integer};
use crate::value::{Env, Outcome, Value};

fn whole(arguments: &[Value], place: usize) -> i128 {
    arguments.get(place).and_then(integer).unwrap_or_default()
}

/// The width of the type in bits.
fn width(kind: NumberKind) -> u32 {
    match kind {
        NumberKind::SByte | NumberKind::Byte => 8,
        NumberKind::Int16 | NumberKind::UInt16 => 16,
        NumberKind::Int64 | NumberKind::UInt64 => 64,
        _ => 32,
    }
}

/// The bits of a number of the type.
fn bits(number: i128, kind: NumberKind) -> u64 {
    let mask = u64::MAX >> (64 - width(kind));
    (number as u64) & mask
}

/// The number of the type that has these bits.
fn of_bits(bits: u64, kind: NumberKind) -> Value {
    let width = width(kind);
    let number = if kind.is_signed() && bits >> (width - 1) & 1 == 1 {
        i128::from(bits) - (1_i128 << width)
    } else {
        i128::from(bits)
    };
    kind.fit(number).unwrap_or_else(|| kind.zero())
}

fn same(kind: NumberKind, number: i128) -> Outcome<Value> {
    kind.fit(number).ok_or_else(|| fault::raise(&OVERFLOW_EXCEPTION, kind.overflow_message()))
}

pub(super) fn abs(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    absolute(&arguments.value(0))
}

pub(super) fn sign(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Int(sign_of(&arguments.value(0)).unwrap_or_default()))
}

pub(super) fn big_mul(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let product = whole(arguments, 0) * whole(arguments, 1);
    match kind_of_call(this) {
        NumberKind::UInt32 => same(NumberKind::UInt64, product),
        _ => same(NumberKind::Int64, product),
    }
}

pub(super) fn div_rem(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (left, right) = (whole(arguments, 0), whole(arguments, 1));
    if right == 0 {
        return Err(fault::raise(&DIVIDE_BY_ZERO_EXCEPTION, "Attempted to divide by zero."));
    }
    let kind = kind_of_call(this);
    Ok(tuple::of_values(vec![same(kind, left / right)?, same(kind, left % right)?]))
}

pub(super) fn leading_zero_count(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let kind = kind_of_call(this);
    same(kind, i128::from(bits(whole(arguments, 0), kind).leading_zeros() + width(kind) - 64))
}

pub(super) fn trailing_zero_count(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let kind = kind_of_call(this);
    same(kind, i128::from(bits(whole(arguments, 0), kind).trailing_zeros().min(width(kind))))
}

pub(super) fn pop_count(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let kind = kind_of_call(this);
    same(kind, i128::from(bits(whole(arguments, 0), kind).count_ones()))
}

fn rotated(this: &Value, arguments: &[Value], left: bool) -> Outcome<Value> {
    let kind = kind_of_call(this);
    let width = width(kind);
    let own = bits(whole(arguments, 0), kind);
    let amount = arguments.int(1).rem_euclid(width as i32) as u32;
    let amount = if left { amount } else { (width - amount) % width };
    let turned = if amount == 0 { own } else { own << amount | own >> (width - amount) };
    Ok(of_bits(turned & (u64::MAX >> (64 - width)), kind))
}

pub(super) fn rotate_left(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    rotated(this, arguments, true)
}

pub(super) fn rotate_right(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    rotated(this, arguments, false)
}

pub(super) fn is_pow2(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let number = whole(arguments, 0);
    Ok(Value::Bool(number > 0 && number & (number - 1) == 0))
}

pub(super) fn log2(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let number = whole(arguments, 0);
    if number < 0 {
        return Err(fault::raise(
            &ARGUMENT_OUT_OF_RANGE_EXCEPTION,
            "Non-negative number required. (Parameter 'value')",
        ));
    }
    same(kind_of_call(this), i128::from(u128::try_from(number).unwrap_or(1).max(1).ilog2()))
}

pub(super) fn copy_sign(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (number, sign) = (whole(arguments, 0), whole(arguments, 1));
    same(kind_of_call(this), if sign < 0 { -number.abs() } else { number.abs() })
}

pub(super) fn is_even_integer(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Bool(whole(arguments, 0) % 2 == 0))
}

pub(super) fn is_odd_integer(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Bool(whole(arguments, 0) % 2 != 0))
}

pub(super) fn is_negative(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Bool(whole(arguments, 0) < 0))
}

pub(super) fn is_positive(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Bool(whole(arguments, 0) >= 0))
}

fn by_magnitude(arguments: &[Value], larger: bool) -> Value {
    let (a, b) = (whole(arguments, 0), whole(arguments, 1));
    let first = match a.abs().cmp(&b.abs()) {
        std::cmp::Ordering::Equal => (a > b) == larger,
        order => order.is_gt() == larger,
    };
    arguments.value(usize::from(!first))
}

pub(super) fn max_magnitude(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(by_magnitude(arguments, true))
}

pub(super) fn min_magnitude(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(by_magnitude(arguments, false))
}
