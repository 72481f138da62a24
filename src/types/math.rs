//! `System.Math`.

use super::arguments::Arguments;
use super::invoke::assign;
use super::number::{absolute, clamp, max, min, sign_of};
use super::table::{Method, StaticProperty, TypeTable};
use super::{fault, known, tuple};
use crate::value::error::{ARITHMETIC_EXCEPTION, DIVIDE_BY_ZERO_EXCEPTION, OVERFLOW_EXCEPTION};
use crate::value::number::{NumberKind, integer};
use crate::value::{Env, Outcome, Value};
use rust_decimal::{Decimal, RoundingStrategy};
use std::rc::Rc;

pub(super) static TABLE: TypeTable = TypeTable {
    static_properties: &[
        StaticProperty::new("E", "double", e),
        StaticProperty::new("PI", "double", pi),
        StaticProperty::new("Tau", "double", tau),
    ],
    static_methods: &[
        Method::new("double Acos(double d)", acos),
        Method::new("double Acosh(double d)", acosh),
        Method::new("double Asin(double d)", asin),
        Method::new("double Asinh(double d)", asinh),
        Method::new("double Atan(double d)", atan),
        Method::new("double Atanh(double d)", atanh),
        Method::new("double Atan2(double y, double x)", atan2),
        Method::new("double Cbrt(double d)", cbrt),
        Method::new("double Ceiling(double a)", ceiling),
        Method::new("double Cos(double d)", cos),
        Method::new("double Cosh(double value)", cosh),
        Method::new("double Exp(double d)", exp),
        Method::new("double Floor(double d)", floor),
        Method::new("double FusedMultiplyAdd(double x, double y, double z)", fused_multiply_add),
        Method::new("double Log(double d)", log),
        Method::new("double Log2(double x)", log2),
        Method::new("double Log10(double d)", log10),
        Method::new("double Pow(double x, double y)", pow),
        Method::new("double Sin(double a)", sin),
        Method::new("System.ValueTuple[double,double] SinCos(double x)", sin_cos),
        Method::new("double Sinh(double value)", sinh),
        Method::new("double Sqrt(double d)", sqrt),
        Method::new("double Tan(double a)", tan),
        Method::new("double Tanh(double value)", tanh),
        Method::new("short Abs(short value)", abs),
        Method::new("int Abs(int value)", abs),
        Method::new("long Abs(long value)", abs),
        Method::new("sbyte Abs(sbyte value)", abs),
        Method::new("decimal Abs(decimal value)", abs),
        Method::new("double Abs(double value)", abs),
        Method::new("float Abs(float value)", abs),
        Method::new("ulong BigMul(uint a, uint b)", big_mul),
        Method::new("long BigMul(int a, int b)", big_mul),
        Method::new("ulong BigMul(ulong a, ulong b, [ref] ulong low)", big_mul),
        Method::new("long BigMul(long a, long b, [ref] long low)", big_mul),
        Method::new("double BitDecrement(double x)", bit_decrement),
        Method::new("double BitIncrement(double x)", bit_increment),
        Method::new("double CopySign(double x, double y)", copy_sign),
        Method::new("int DivRem(int a, int b, [ref] int result)", div_rem),
        Method::new("long DivRem(long a, long b, [ref] long result)", div_rem),
        Method::new("System.ValueTuple[sbyte,sbyte] DivRem(sbyte left, sbyte right)", div_rem),
        Method::new("System.ValueTuple[byte,byte] DivRem(byte left, byte right)", div_rem),
        Method::new("System.ValueTuple[short,short] DivRem(short left, short right)", div_rem),
        Method::new("System.ValueTuple[ushort,ushort] DivRem(ushort left, ushort right)", div_rem),
        Method::new("System.ValueTuple[int,int] DivRem(int left, int right)", div_rem),
        Method::new("System.ValueTuple[uint,uint] DivRem(uint left, uint right)", div_rem),
        Method::new("System.ValueTuple[long,long] DivRem(long left, long right)", div_rem),
        Method::new("System.ValueTuple[ulong,ulong] DivRem(ulong left, ulong right)", div_rem),
        Method::new("decimal Ceiling(decimal d)", ceiling),
        Method::new("byte Clamp(byte value, byte min, byte max)", clamp),
        Method::new("decimal Clamp(decimal value, decimal min, decimal max)", clamp),
        Method::new("double Clamp(double value, double min, double max)", clamp),
        Method::new("short Clamp(short value, short min, short max)", clamp),
        Method::new("int Clamp(int value, int min, int max)", clamp),
        Method::new("long Clamp(long value, long min, long max)", clamp),
        Method::new("sbyte Clamp(sbyte value, sbyte min, sbyte max)", clamp),
        Method::new("float Clamp(float value, float min, float max)", clamp),
        Method::new("ushort Clamp(ushort value, ushort min, ushort max)", clamp),
        Method::new("uint Clamp(uint value, uint min, uint max)", clamp),
        Method::new("ulong Clamp(ulong value, ulong min, ulong max)", clamp),
        Method::new("decimal Floor(decimal d)", floor),
        Method::new("double IEEERemainder(double x, double y)", ieee_remainder),
        Method::new("int ILogB(double x)", i_log_b),
        Method::new("double Log(double a, double newBase)", log),
        Method::new("byte Max(byte val1, byte val2)", max),
        Method::new("decimal Max(decimal val1, decimal val2)", max),
        Method::new("double Max(double val1, double val2)", max),
        Method::new("short Max(short val1, short val2)", max),
        Method::new("int Max(int val1, int val2)", max),
        Method::new("long Max(long val1, long val2)", max),
        Method::new("sbyte Max(sbyte val1, sbyte val2)", max),
        Method::new("float Max(float val1, float val2)", max),
        Method::new("ushort Max(ushort val1, ushort val2)", max),
        Method::new("uint Max(uint val1, uint val2)", max),
        Method::new("ulong Max(ulong val1, ulong val2)", max),
        Method::new("double MaxMagnitude(double x, double y)", max_magnitude),
        Method::new("byte Min(byte val1, byte val2)", min),
        Method::new("decimal Min(decimal val1, decimal val2)", min),
        Method::new("double Min(double val1, double val2)", min),
        Method::new("short Min(short val1, short val2)", min),
        Method::new("int Min(int val1, int val2)", min),
        Method::new("long Min(long val1, long val2)", min),
        Method::new("sbyte Min(sbyte val1, sbyte val2)", min),
        Method::new("float Min(float val1, float val2)", min),
        Method::new("ushort Min(ushort val1, ushort val2)", min),
        Method::new("uint Min(uint val1, uint val2)", min),
        Method::new("ulong Min(ulong val1, ulong val2)", min),
        Method::new("double MinMagnitude(double x, double y)", min_magnitude),
        Method::new("decimal Round(decimal d)", round),
        Method::new("decimal Round(decimal d, int decimals)", round),
        Method::new("decimal Round(decimal d, System.MidpointRounding mode)", round),
        Method::new("decimal Round(decimal d, int decimals, System.MidpointRounding mode)", round),
        Method::new("double Round(double a)", round),
        Method::new("double Round(double value, int digits)", round),
        Method::new("double Round(double value, System.MidpointRounding mode)", round),
        Method::new("double Round(double value, int digits, System.MidpointRounding mode)", round),
        Method::new("int Sign(decimal value)", sign),
        Method::new("int Sign(double value)", sign),
        Method::new("int Sign(short value)", sign),
        Method::new("int Sign(int value)", sign),
        Method::new("int Sign(long value)", sign),
        Method::new("int Sign(sbyte value)", sign),
        Method::new("int Sign(float value)", sign),
        Method::new("decimal Truncate(decimal d)", truncate),
        Method::new("double Truncate(double d)", truncate),
        Method::new("double ScaleB(double x, int n)", scale_b),
    ],
    ..TypeTable::of(&known::MATH)
};

fn e(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Double(std::f64::consts::E))
}

fn pi(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Double(std::f64::consts::PI))
}

fn tau(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Double(std::f64::consts::TAU))
}

fn acos(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Double(arguments.double(0).acos()))
}

fn acosh(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Double(arguments.double(0).acosh()))
}

fn asin(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Double(arguments.double(0).asin()))
}

fn asinh(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Double(arguments.double(0).asinh()))
}

fn atan(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Double(arguments.double(0).atan()))
}

fn atanh(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Double(arguments.double(0).atanh()))
}

fn atan2(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Double(arguments.double(0).atan2(arguments.double(1))))
}

fn cbrt(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Double(arguments.double(0).cbrt()))
}

fn cos(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Double(arguments.double(0).cos()))
}

fn cosh(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Double(arguments.double(0).cosh()))
}

fn exp(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Double(arguments.double(0).exp()))
}

fn sin(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Double(arguments.double(0).sin()))
}

fn sinh(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Double(arguments.double(0).sinh()))
}

fn sqrt(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Double(arguments.double(0).sqrt()))
}

fn tan(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Double(arguments.double(0).tan()))
}

fn tanh(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Double(arguments.double(0).tanh()))
}

fn sin_cos(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (sin, cos) = arguments.double(0).sin_cos();
    Ok(tuple::of_values(vec![Value::Double(sin), Value::Double(cos)]))
}

fn log(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Double(logarithm(arguments)))
}

/// The natural logarithm, or that to a base that is the second argument, with .NET's special cases.
pub(super) fn logarithm(arguments: &[Value]) -> f64 {
    let number = arguments.double(0);
    if arguments.len() < 2 {
        return number.ln();
    }
    let base = arguments.double(1);
    if number.is_nan() || base.is_nan() || base == 1.0 || (number != 1.0 && (base == 0.0 || base == f64::INFINITY)) {
        return if number.is_nan() { number } else { f64::NAN };
    }
    number.ln() / base.ln()
}

fn log2(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Double(arguments.double(0).log2()))
}

fn log10(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Double(arguments.double(0).log10()))
}

fn pow(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Double(arguments.double(0).powf(arguments.double(1))))
}

fn fused_multiply_add(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Double(arguments.double(0).mul_add(arguments.double(1), arguments.double(2))))
}

fn abs(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    absolute(&arguments.value(0))
}

fn sign(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    sign_of(&arguments.value(0)).map(Value::Int).ok_or_else(|| {
        fault::raise(&ARITHMETIC_EXCEPTION, "Function does not accept floating point Not-a-Number values.")
    })
}

fn whole(arguments: &[Value], place: usize) -> i128 {
    arguments.get(place).and_then(integer).unwrap_or_default()
}

fn overflow() -> crate::value::Flow {
    fault::raise(&OVERFLOW_EXCEPTION, "Arithmetic operation resulted in an overflow.")
}

fn big_mul(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (a, b) = (whole(arguments, 0), whole(arguments, 1));
    let is_unsigned = matches!(arguments.first(), Some(Value::UInt32(_) | Value::UInt64(_)));
    let Some(low) = arguments.get(2) else {
        let kind = if is_unsigned { NumberKind::UInt64 } else { NumberKind::Int64 };
        return kind.fit(a * b).ok_or_else(overflow);
    };
    if is_unsigned {
        let product = a.cast_unsigned() * b.cast_unsigned();
        assign(env, Some(low), Value::UInt64(product as u64))?;
        return Ok(Value::UInt64((product >> 64) as u64));
    }
    let product = a * b;
    assign(env, Some(low), Value::Long(product as i64))?;
    Ok(Value::Long((product >> 64) as i64))
}

fn bit_decrement(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Double(arguments.double(0).next_down()))
}

fn bit_increment(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Double(arguments.double(0).next_up()))
}

fn copy_sign(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Double(arguments.double(0).copysign(arguments.double(1))))
}

fn div_rem(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (left, right) = (whole(arguments, 0), whole(arguments, 1));
    if right == 0 {
        return Err(fault::raise(&DIVIDE_BY_ZERO_EXCEPTION, "Attempted to divide by zero."));
    }
    let kind = arguments.first().and_then(NumberKind::of).unwrap_or(NumberKind::Int32);
    let quotient = kind.fit(left / right).ok_or_else(overflow)?;
    let rest = kind.fit(left % right).ok_or_else(overflow)?;
    match arguments.get(2) {
        Some(reference) => {
            assign(env, Some(reference), rest)?;
            Ok(quotient)
        }
        None => Ok(tuple::of_values(vec![quotient, rest])),
    }
}

fn decimal_or_double(arguments: &[Value], decimal: fn(&Decimal) -> Decimal, double: fn(f64) -> f64) -> Outcome<Value> {
    Ok(match arguments.first() {
        Some(Value::Decimal(number)) => Value::Decimal(Rc::new(decimal(number))),
        _ => Value::Double(double(arguments.double(0))),
    })
}

fn ceiling(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    decimal_or_double(arguments, Decimal::ceil, f64::ceil)
}

fn floor(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    decimal_or_double(arguments, Decimal::floor, f64::floor)
}

fn truncate(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    decimal_or_double(arguments, Decimal::trunc, f64::trunc)
}

fn ieee_remainder(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (x, y) = (arguments.double(0), arguments.double(1));
    Ok(Value::Double(if y.is_infinite() && x.is_finite() { x } else { x - y * (x / y).round_ties_even() }))
}

fn i_log_b(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let number = arguments.double(0);
    Ok(Value::Int(if number.is_nan() || number.is_infinite() {
        i32::MAX
    } else if number == 0.0 {
        i32::MIN
    } else {
        number.abs().log2().floor() as i32
    }))
}

fn scale_b(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Double(arguments.double(0) * 2_f64.powi(arguments.int(1))))
}

fn by_magnitude(arguments: &[Value], larger: bool) -> f64 {
    let (a, b) = (arguments.double(0), arguments.double(1));
    if a.is_nan() || b.is_nan() {
        return f64::NAN;
    }
    match a.abs().total_cmp(&b.abs()) {
        std::cmp::Ordering::Equal if larger => a.max(b),
        std::cmp::Ordering::Equal => a.min(b),
        order if order.is_gt() == larger => a,
        _ => b,
    }
}

fn max_magnitude(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Double(by_magnitude(arguments, true)))
}

fn min_magnitude(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Double(by_magnitude(arguments, false)))
}

fn round(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    match arguments.first() {
        Some(Value::Decimal(_)) => rounded_decimal(arguments).map(|number| Value::Decimal(Rc::new(number))),
        _ => rounded(arguments).map(Value::Double),
    }
}

/// The digits and the `MidpointRounding` behind the number.
fn digits_and_mode(arguments: &[Value]) -> (i32, i64) {
    match arguments.get(1) {
        Some(Value::Enum(mode)) => (0, mode.value),
        Some(_) => (arguments.int(1), arguments.number(2)),
        None => (0, 0),
    }
}

fn check_mode(mode: i64) -> Outcome<()> {
    if (0..=4).contains(&mode) {
        return Ok(());
    }
    let message = format!("The value '{mode}' is not valid for this usage of the type MidpointRounding.");
    Err(fault::argument(&message, "mode"))
}

/// A double rounded to digits after the point, half to even unless another mode is asked for.
///
/// # Errors
/// `ArgumentOutOfRangeException` for more than 15 digits.
pub(super) fn rounded(arguments: &[Value]) -> Outcome<f64> {
    let number = arguments.double(0);
    let (digits, mode) = digits_and_mode(arguments);
    if !(0..=15).contains(&digits) {
        return Err(fault::out_of_range("Rounding digits must be between 0 and 15, inclusive.", "digits"));
    }
    check_mode(mode)?;
    let whole = |n: f64| match mode {
        0 => n.round_ties_even(),
        1 => n.round(),
        2 => n.trunc(),
        3 => n.floor(),
        _ => n.ceil(),
    };
    if digits == 0 || number.abs() >= 1e16 {
        return Ok(if number.abs() >= 1e16 { number } else { whole(number) });
    }
    let power = 10_f64.powi(digits);
    Ok(whole(number * power) / power)
}

/// A decimal rounded likewise.
///
/// # Errors
/// `ArgumentOutOfRangeException` for more than 28 digits.
pub(super) fn rounded_decimal(arguments: &[Value]) -> Outcome<Decimal> {
    let number = arguments.decimal(0);
    let (digits, mode) = digits_and_mode(arguments);
    if !(0..=28).contains(&digits) {
        let message = "Decimal can only round to between 0 and 28 digits of precision.";
        return Err(fault::out_of_range(message, "decimals"));
    }
    check_mode(mode)?;
    let strategy = match mode {
        0 => RoundingStrategy::MidpointNearestEven,
        1 => RoundingStrategy::MidpointAwayFromZero,
        2 => RoundingStrategy::ToZero,
        3 => RoundingStrategy::ToNegativeInfinity,
        _ => RoundingStrategy::ToPositiveInfinity,
    };
    Ok(number.round_dp_with_strategy(digits as u32, strategy))
}
