//! The static methods of `Double` and `Single`: worked in doubles, given back in the type.

use super::{absolute, kind_of_call, sign_of};
use crate::types::arguments::Arguments;
use crate::types::{fault, math};
use crate::value::error::ARITHMETIC_EXCEPTION;
use crate::value::number::NumberKind;
use crate::value::{Env, Outcome, Value};

/// A double as a value of the type that the method was called on.
fn same(this: &Value, number: f64) -> Outcome<Value> {
    Ok(match kind_of_call(this) {
        NumberKind::Single => Value::Single(number as f32),
        _ => Value::Double(number),
    })
}

fn holds(test: bool) -> Outcome<Value> {
    Ok(Value::Bool(test))
}

pub(super) fn is_finite(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    holds(arguments.double(0).is_finite())
}

pub(super) fn is_infinity(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    holds(arguments.double(0).is_infinite())
}

pub(super) fn is_nan(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    holds(arguments.double(0).is_nan())
}

pub(super) fn is_real_number(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    holds(!arguments.double(0).is_nan())
}

pub(super) fn is_negative(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    holds(arguments.double(0).is_sign_negative())
}

pub(super) fn is_positive(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    holds(arguments.double(0).is_sign_positive())
}

pub(super) fn is_negative_infinity(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    holds(arguments.double(0) == f64::NEG_INFINITY)
}

pub(super) fn is_positive_infinity(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    holds(arguments.double(0) == f64::INFINITY)
}

pub(super) fn is_normal(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    holds(match arguments.value(0) {
        Value::Single(n) => n.is_normal(),
        _ => arguments.double(0).is_normal(),
    })
}

pub(super) fn is_subnormal(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    holds(match arguments.value(0) {
        Value::Single(n) => n.is_subnormal(),
        _ => arguments.double(0).is_subnormal(),
    })
}

pub(super) fn is_integer(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let number = arguments.double(0);
    holds(number.is_finite() && number == number.trunc())
}

pub(super) fn is_even_integer(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    holds(arguments.double(0) % 2.0 == 0.0)
}

pub(super) fn is_odd_integer(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    holds((arguments.double(0) % 2.0).abs() == 1.0)
}

pub(super) fn abs(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    absolute(&arguments.value(0))
}

pub(super) fn sign(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    sign_of(&arguments.value(0)).map(Value::Int).ok_or_else(|| {
        fault::raise(&ARITHMETIC_EXCEPTION, "Function does not accept floating point Not-a-Number values.")
    })
}

pub(super) fn copy_sign(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    same(this, arguments.double(0).copysign(arguments.double(1)))
}

pub(super) fn round(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    same(this, math::rounded(arguments)?)
}

pub(super) fn ceiling(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    same(this, arguments.double(0).ceil())
}

pub(super) fn floor(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    same(this, arguments.double(0).floor())
}

pub(super) fn truncate(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    same(this, arguments.double(0).trunc())
}

pub(super) fn pow(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    same(this, arguments.double(0).powf(arguments.double(1)))
}

pub(super) fn sqrt(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    same(this, arguments.double(0).sqrt())
}

pub(super) fn cbrt(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    same(this, arguments.double(0).cbrt())
}

pub(super) fn hypot(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    same(this, arguments.double(0).hypot(arguments.double(1)))
}

pub(super) fn exp(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    same(this, arguments.double(0).exp())
}

pub(super) fn log(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    same(this, math::logarithm(arguments))
}

pub(super) fn log2(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    same(this, arguments.double(0).log2())
}

pub(super) fn log10(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    same(this, arguments.double(0).log10())
}

pub(super) fn sin(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    same(this, arguments.double(0).sin())
}

pub(super) fn cos(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    same(this, arguments.double(0).cos())
}

pub(super) fn tan(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    same(this, arguments.double(0).tan())
}

pub(super) fn asin(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    same(this, arguments.double(0).asin())
}

pub(super) fn acos(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    same(this, arguments.double(0).acos())
}

pub(super) fn atan(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    same(this, arguments.double(0).atan())
}

pub(super) fn atan2(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    same(this, arguments.double(0).atan2(arguments.double(1)))
}

pub(super) fn degrees_to_radians(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    same(this, arguments.double(0) * std::f64::consts::PI / 180.0)
}

pub(super) fn radians_to_degrees(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    same(this, arguments.double(0) * 180.0 / std::f64::consts::PI)
}
