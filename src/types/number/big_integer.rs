//! `System.Numerics.BigInteger`.

use super::{absolute, clamp, compare_to, equals, max, min, parse, sign_of, to_string, try_parse};
use crate::types::arguments::{Arguments, byte_array};
use crate::types::invoke::assign;
use crate::types::table::{Method, Property, StaticProperty, TypeTable};
use crate::types::{fault, object, tuple};
use crate::value::convert::as_big_integer;
use crate::value::error::{ARGUMENT_OUT_OF_RANGE_EXCEPTION, DIVIDE_BY_ZERO_EXCEPTION, OVERFLOW_EXCEPTION};
use crate::value::number::big_to_double;
use crate::value::types::BIG_INTEGER;
use crate::value::{Env, Outcome, Value};
use num_bigint::{BigInt, Sign};
use num_traits::{One, Signed, Zero};
use std::rc::Rc;

pub(super) static TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("IsPowerOfTwo", "bool", is_power_of_two),
        Property::new("IsZero", "bool", is_zero),
        Property::new("IsOne", "bool", is_one),
        Property::new("IsEven", "bool", is_even),
        Property::new("Sign", "int", sign),
    ],
    methods: &[
        Method::new("int GetHashCode()", object::get_hash_code),
        Method::new("bool Equals(System.Object obj)", equals),
        Method::new("bool Equals(long other)", equals),
        Method::new("bool Equals(ulong other)", equals),
        Method::new("bool Equals(bigint other)", equals),
        Method::new("int CompareTo(long other)", compare_to),
        Method::new("int CompareTo(ulong other)", compare_to),
        Method::new("int CompareTo(bigint other)", compare_to),
        Method::new("int CompareTo(System.Object obj)", compare_to),
        Method::new("byte[] ToByteArray()", to_byte_array),
        Method::new("byte[] ToByteArray(bool isUnsigned = False, bool isBigEndian = False)", to_byte_array),
        Method::new("int GetByteCount(bool isUnsigned = False)", get_byte_count),
        Method::new("string ToString()", to_string),
        Method::new("string ToString(System.IFormatProvider provider)", to_string),
        Method::new("string ToString(string format)", to_string),
        Method::new("string ToString(string format, System.IFormatProvider provider)", to_string),
        Method::new("long GetBitLength()", get_bit_length),
    ],
    constructors: &[
        Method::new("bigint new(int value)", new),
        Method::new("bigint new(uint value)", new),
        Method::new("bigint new(long value)", new),
        Method::new("bigint new(ulong value)", new),
        Method::new("bigint new(float value)", new),
        Method::new("bigint new(double value)", new),
        Method::new("bigint new(decimal value)", new),
        Method::new("bigint new(byte[] value)", new),
    ],
    static_properties: &[
        StaticProperty::new("Zero", "bigint", zero),
        StaticProperty::new("One", "bigint", one),
        StaticProperty::new("MinusOne", "bigint", minus_one),
    ],
    static_methods: &[
        Method::new("bigint Parse(string value)", parse),
        Method::new("bigint Parse(string value, System.Globalization.NumberStyles style)", parse),
        Method::new("bigint Parse(string value, System.IFormatProvider provider)", parse),
        Method::new(
            "bigint Parse(string value, System.Globalization.NumberStyles style, System.IFormatProvider provider)",
            parse,
        ),
        Method::new("bool TryParse(string value, [ref] bigint result)", try_parse),
        Method::new(
            "bool TryParse(string value, System.Globalization.NumberStyles style, System.IFormatProvider provider, [ref] bigint result)",
            try_parse,
        ),
        Method::new("int Compare(bigint left, bigint right)", compare),
        Method::new("bigint Abs(bigint value)", abs),
        Method::new("bigint Add(bigint left, bigint right)", add),
        Method::new("bigint Subtract(bigint left, bigint right)", subtract),
        Method::new("bigint Multiply(bigint left, bigint right)", multiply),
        Method::new("bigint Divide(bigint dividend, bigint divisor)", divide),
        Method::new("bigint Remainder(bigint dividend, bigint divisor)", remainder),
        Method::new("bigint DivRem(bigint dividend, bigint divisor, [ref] bigint remainder)", div_rem),
        Method::new("bigint Negate(bigint value)", negate),
        Method::new("double Log(bigint value)", log),
        Method::new("double Log(bigint value, double baseValue)", log),
        Method::new("double Log10(bigint value)", log10),
        Method::new("bigint GreatestCommonDivisor(bigint left, bigint right)", greatest_common_divisor),
        Method::new("bigint Max(bigint left, bigint right)", max),
        Method::new("bigint Min(bigint left, bigint right)", min),
        Method::new("bigint ModPow(bigint value, bigint exponent, bigint modulus)", mod_pow),
        Method::new("bigint Pow(bigint value, int exponent)", pow),
        Method::new("System.ValueTuple[bigint,bigint] DivRem(bigint left, bigint right)", div_rem),
        Method::new("bool IsPow2(bigint value)", is_pow2),
        Method::new("bigint Log2(bigint value)", log2),
        Method::new("bigint Clamp(bigint value, bigint min, bigint max)", clamp),
        Method::new("bool IsEvenInteger(bigint value)", is_even_integer),
        Method::new("bool IsNegative(bigint value)", is_negative),
        Method::new("bool IsOddInteger(bigint value)", is_odd_integer),
        Method::new("bool IsPositive(bigint value)", is_positive),
        Method::new("bool TryParse(string s, System.IFormatProvider provider, [ref] bigint result)", try_parse),
    ],
    ..TypeTable::of(&BIG_INTEGER)
};

fn value(number: BigInt) -> Value {
    Value::BigInt(Rc::new(number))
}

fn own(this: &Value) -> BigInt {
    std::slice::from_ref(this).big(0)
}

fn is_power_of_two(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let number = own(this);
    Ok(Value::Bool(number.is_positive() && number.magnitude().count_ones() == 1))
}

fn is_zero(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Bool(own(this).is_zero()))
}

fn is_one(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Bool(own(this).is_one()))
}

fn is_even(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Bool(!own(this).bit(0)))
}

fn sign(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(sign_of(this).unwrap_or_default()))
}

fn zero(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(value(BigInt::zero()))
}

fn one(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(value(BigInt::one()))
}

fn minus_one(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(value(-BigInt::one()))
}

fn new(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    if let Some(Value::Array(_)) = arguments.first() {
        return Ok(value(BigInt::from_signed_bytes_le(&arguments.bytes(0))));
    }
    as_big_integer(&arguments.value(0))
        .map(value)
        .ok_or_else(|| fault::raise(&OVERFLOW_EXCEPTION, "BigInteger cannot represent infinity."))
}

fn to_byte_array(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let number = own(this);
    let mut bytes = if arguments.bool(0) {
        if number.is_negative() {
            return Err(fault::raise(&OVERFLOW_EXCEPTION, "Negative values do not have an unsigned representation."));
        }
        number.magnitude().to_bytes_le()
    } else {
        number.to_signed_bytes_le()
    };
    if arguments.bool(1) {
        bytes.reverse();
    }
    Ok(byte_array(&bytes))
}

fn get_byte_count(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let number = own(this);
    let count =
        if arguments.bool(0) { number.magnitude().to_bytes_le().len() } else { number.to_signed_bytes_le().len() };
    Ok(Value::Int(count as i32))
}

fn get_bit_length(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let number = own(this);
    let bits = if number.is_negative() { (-number - 1_i32).bits() } else { number.bits() };
    Ok(Value::Long(bits as i64))
}

fn compare(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Int(arguments.big(0).cmp(&arguments.big(1)) as i32))
}

fn abs(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    absolute(&arguments.value(0))
}

fn add(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(value(arguments.big(0) + arguments.big(1)))
}

fn subtract(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(value(arguments.big(0) - arguments.big(1)))
}

fn multiply(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(value(arguments.big(0) * arguments.big(1)))
}

/// The divisor, which must not be zero.
fn divisor(arguments: &[Value], place: usize) -> Outcome<BigInt> {
    let divisor = arguments.big(place);
    if divisor.is_zero() {
        return Err(fault::raise(&DIVIDE_BY_ZERO_EXCEPTION, "Attempted to divide by zero."));
    }
    Ok(divisor)
}

fn divide(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(value(arguments.big(0) / divisor(arguments, 1)?))
}

fn remainder(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(value(arguments.big(0) % divisor(arguments, 1)?))
}

fn div_rem(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (left, right) = (arguments.big(0), divisor(arguments, 1)?);
    let (quotient, rest) = (value(&left / &right), value(&left % &right));
    match arguments.get(2) {
        Some(reference) => {
            assign(env, Some(reference), rest)?;
            Ok(quotient)
        }
        None => Ok(tuple::of_values(vec![quotient, rest])),
    }
}

fn negate(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(value(-arguments.big(0)))
}

/// The natural logarithm, also of numbers beyond the doubles.
fn logarithm(number: &BigInt) -> f64 {
    if !number.is_positive() {
        return if number.is_zero() { f64::NEG_INFINITY } else { f64::NAN };
    }
    let shift = number.bits().saturating_sub(1000);
    big_to_double(&(number >> shift)).ln() + shift as f64 * std::f64::consts::LN_2
}

fn log(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let natural = logarithm(&arguments.big(0));
    Ok(Value::Double(if arguments.len() > 1 { natural / arguments.double(1).ln() } else { natural }))
}

fn log10(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Double(logarithm(&arguments.big(0)) / std::f64::consts::LN_10))
}

fn log2(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(value(BigInt::from(arguments.big(0).bits().saturating_sub(1))))
}

fn greatest_common_divisor(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (mut a, mut b) = (arguments.big(0).abs(), arguments.big(1).abs());
    while !b.is_zero() {
        (a, b) = (b.clone(), a % b);
    }
    Ok(value(a))
}

fn mod_pow(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (base, exponent, modulus) = (arguments.big(0), arguments.big(1), divisor(arguments, 2)?);
    if exponent.is_negative() {
        return Err(negative_exponent());
    }
    let power = base.magnitude().modpow(exponent.magnitude(), modulus.magnitude());
    let is_negative = base.is_negative() && exponent.bit(0);
    Ok(value(BigInt::from_biguint(if is_negative { Sign::Minus } else { Sign::Plus }, power)))
}

fn pow(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let exponent = u32::try_from(arguments.int(1)).map_err(|_| negative_exponent())?;
    Ok(value(arguments.big(0).pow(exponent)))
}

fn negative_exponent() -> crate::value::Flow {
    fault::raise(
        &ARGUMENT_OUT_OF_RANGE_EXCEPTION,
        "The number must be greater than or equal to zero. (Parameter 'exponent')",
    )
}

fn is_pow2(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    is_power_of_two(env, &arguments.value(0))
}

fn is_even_integer(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    is_even(env, &arguments.value(0))
}

fn is_odd_integer(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Bool(arguments.big(0).bit(0)))
}

fn is_negative(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Bool(arguments.big(0).is_negative()))
}

fn is_positive(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Bool(!arguments.big(0).is_negative()))
}
