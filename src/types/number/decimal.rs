//! `System.Decimal`.

use super::{absolute, clamp, compare_to, equals, get_type_code, max, min, parse, sign_of, to_string, try_parse};
use crate::types::arguments::{Arguments, typed_array, whole};
use crate::types::table::{Method, Property, StaticProperty, TypeTable};
use crate::types::{fault, math, object};
use crate::value::convert::{as_decimal, as_double};
use crate::value::error::{DIVIDE_BY_ZERO_EXCEPTION, OVERFLOW_EXCEPTION};
use crate::value::number::NumberKind;
use crate::value::types::{DECIMAL, INT32};
use crate::value::{Env, Flow, Outcome, Value};
use num_traits::ToPrimitive;
use rust_decimal::Decimal;
use std::rc::Rc;

pub(super) static TABLE: TypeTable = TypeTable {
    properties: &[Property::new("Scale", "byte", scale)],
    methods: &[
        Method::new("int CompareTo(System.Object value)", compare_to),
        Method::new("int CompareTo(decimal value)", compare_to),
        Method::new("bool Equals(System.Object value)", equals),
        Method::new("bool Equals(decimal value)", equals),
        Method::new("int GetHashCode()", object::get_hash_code),
        Method::new("string ToString()", to_string),
        Method::new("string ToString(string format)", to_string),
        Method::new("string ToString(System.IFormatProvider provider)", to_string),
        Method::new("string ToString(string format, System.IFormatProvider provider)", to_string),
        Method::new("System.TypeCode GetTypeCode()", get_type_code),
    ],
    constructors: &[
        Method::new("decimal new(int value)", new),
        Method::new("decimal new(uint value)", new),
        Method::new("decimal new(long value)", new),
        Method::new("decimal new(ulong value)", new),
        Method::new("decimal new(float value)", new),
        Method::new("decimal new(double value)", new),
        Method::new("decimal new(int[] bits)", new),
        Method::new("decimal new(int lo, int mid, int hi, bool isNegative, byte scale)", new),
    ],
    static_properties: &[
        StaticProperty::new("Zero", "decimal", zero),
        StaticProperty::new("One", "decimal", one),
        StaticProperty::new("MinusOne", "decimal", minus_one),
        StaticProperty::new("MaxValue", "decimal", max_value),
        StaticProperty::new("MinValue", "decimal", min_value),
    ],
    static_methods: &[
        Method::new("decimal Add(decimal d1, decimal d2)", add),
        Method::new("decimal Ceiling(decimal d)", ceiling),
        Method::new("int Compare(decimal d1, decimal d2)", compare),
        Method::new("decimal Divide(decimal d1, decimal d2)", divide),
        Method::new("bool Equals(decimal d1, decimal d2)", equals_static),
        Method::new("decimal Floor(decimal d)", floor),
        Method::new("decimal Parse(string s)", parse),
        Method::new("decimal Parse(string s, System.Globalization.NumberStyles style)", parse),
        Method::new("decimal Parse(string s, System.IFormatProvider provider)", parse),
        Method::new(
            "decimal Parse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider)",
            parse,
        ),
        Method::new("bool TryParse(string s, [ref] decimal result)", try_parse),
        Method::new(
            "bool TryParse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider, [ref] decimal result)",
            try_parse,
        ),
        Method::new("int[] GetBits(decimal d)", get_bits),
        Method::new("decimal Remainder(decimal d1, decimal d2)", remainder),
        Method::new("decimal Multiply(decimal d1, decimal d2)", multiply),
        Method::new("decimal Negate(decimal d)", negate),
        Method::new("decimal Round(decimal d)", round),
        Method::new("decimal Round(decimal d, int decimals)", round),
        Method::new("decimal Round(decimal d, System.MidpointRounding mode)", round),
        Method::new("decimal Round(decimal d, int decimals, System.MidpointRounding mode)", round),
        Method::new("decimal Subtract(decimal d1, decimal d2)", subtract),
        Method::new("byte ToByte(decimal value)", to_byte),
        Method::new("sbyte ToSByte(decimal value)", to_s_byte),
        Method::new("short ToInt16(decimal value)", to_int16),
        Method::new("double ToDouble(decimal d)", to_double),
        Method::new("int ToInt32(decimal d)", to_int32),
        Method::new("long ToInt64(decimal d)", to_int64),
        Method::new("ushort ToUInt16(decimal value)", to_u_int16),
        Method::new("uint ToUInt32(decimal d)", to_u_int32),
        Method::new("ulong ToUInt64(decimal d)", to_u_int64),
        Method::new("float ToSingle(decimal d)", to_single),
        Method::new("decimal Truncate(decimal d)", truncate),
        Method::new("decimal Clamp(decimal value, decimal min, decimal max)", clamp),
        Method::new("decimal CopySign(decimal value, decimal sign)", copy_sign),
        Method::new("decimal Max(decimal x, decimal y)", max),
        Method::new("decimal Min(decimal x, decimal y)", min),
        Method::new("int Sign(decimal d)", sign),
        Method::new("decimal Abs(decimal value)", abs),
        Method::new("bool IsEvenInteger(decimal value)", is_even_integer),
        Method::new("bool IsInteger(decimal value)", is_integer),
        Method::new("bool IsNegative(decimal value)", is_negative),
        Method::new("bool IsOddInteger(decimal value)", is_odd_integer),
        Method::new("bool IsPositive(decimal value)", is_positive),
        Method::new("decimal MaxMagnitude(decimal x, decimal y)", max_magnitude),
        Method::new("decimal MinMagnitude(decimal x, decimal y)", min_magnitude),
        Method::new("bool TryParse(string s, System.IFormatProvider provider, [ref] decimal result)", try_parse),
    ],
    ..TypeTable::of(&DECIMAL)
};

fn value(number: Decimal) -> Value {
    Value::Decimal(Rc::new(number))
}

fn overflow() -> Flow {
    fault::raise(&OVERFLOW_EXCEPTION, NumberKind::Decimal.overflow_message())
}

fn this_decimal(this: &Value) -> Decimal {
    std::slice::from_ref(this).decimal(0)
}

fn scale(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Byte(u8::try_from(this_decimal(this).scale()).unwrap_or_default()))
}

fn zero(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(value(Decimal::ZERO))
}

fn one(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(value(Decimal::ONE))
}

fn minus_one(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(value(Decimal::NEGATIVE_ONE))
}

fn max_value(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(value(Decimal::MAX))
}

fn min_value(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(value(Decimal::MIN))
}

fn new(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let bits = match arguments {
        [Value::Array(array)] => array.items.borrow().clone(),
        [number] => return as_decimal(number).map(value).ok_or_else(overflow),
        _ => {
            let mut flags = arguments.int(4) << 16;
            if arguments.bool(3) {
                flags |= i32::MIN;
            }
            arguments.get(..3).unwrap_or(&[]).iter().cloned().chain([Value::Int(flags)]).collect()
        }
    };
    let part = |place: usize| bits.get(place).and_then(whole).unwrap_or_default() as u32;
    let flags = part(3);
    let is_valid = bits.len() == 4 && flags & 0x7F00_FFFF == 0 && flags >> 16 & 0xFF <= 28;
    if !is_valid {
        return Err(fault::raise(
            &crate::value::error::ARGUMENT_EXCEPTION,
            "Decimal byte array constructor requires an array of length four containing valid decimal bytes.",
        ));
    }
    Ok(value(Decimal::from_parts(part(0), part(1), part(2), flags >> 31 == 1, flags >> 16 & 0xFF)))
}

fn get_bits(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let number = arguments.decimal(0);
    let mantissa = number.mantissa().unsigned_abs();
    let sign = if number.is_sign_negative() { i32::MIN } else { 0 };
    let flags = (number.scale() << 16) as i32 | sign;
    let parts = [mantissa as u32 as i32, (mantissa >> 32) as u32 as i32, (mantissa >> 64) as u32 as i32, flags];
    Ok(typed_array(&INT32, parts.map(Value::Int).to_vec()))
}

fn both(arguments: &[Value], work: fn(Decimal, Decimal) -> Option<Decimal>) -> Outcome<Value> {
    work(arguments.decimal(0), arguments.decimal(1)).map(value).ok_or_else(overflow)
}

fn add(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    both(arguments, Decimal::checked_add)
}

fn subtract(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    both(arguments, Decimal::checked_sub)
}

fn multiply(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    both(arguments, Decimal::checked_mul)
}

fn divide(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    not_zero(arguments)?;
    both(arguments, Decimal::checked_div)
}

fn remainder(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    not_zero(arguments)?;
    both(arguments, Decimal::checked_rem)
}

fn not_zero(arguments: &[Value]) -> Outcome<()> {
    if arguments.decimal(1).is_zero() {
        return Err(fault::raise(&DIVIDE_BY_ZERO_EXCEPTION, "Attempted to divide by zero."));
    }
    Ok(())
}

fn negate(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(value(-arguments.decimal(0)))
}

fn ceiling(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(value(arguments.decimal(0).ceil()))
}

fn floor(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(value(arguments.decimal(0).floor()))
}

fn truncate(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(value(arguments.decimal(0).trunc()))
}

fn round(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    math::rounded_decimal(arguments).map(value)
}

fn compare(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Int(arguments.decimal(0).cmp(&arguments.decimal(1)) as i32))
}

fn equals_static(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Bool(arguments.decimal(0) == arguments.decimal(1)))
}

fn abs(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    absolute(&arguments.value(0))
}

fn sign(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Int(sign_of(&arguments.value(0)).unwrap_or_default()))
}

fn copy_sign(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let mut number = arguments.decimal(0);
    number.set_sign_negative(arguments.decimal(1).is_sign_negative());
    Ok(value(number))
}

fn is_integer(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Bool(arguments.decimal(0).fract().is_zero()))
}

fn is_even_integer(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Bool((arguments.decimal(0) % Decimal::TWO).is_zero()))
}

fn is_odd_integer(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Bool((arguments.decimal(0) % Decimal::TWO).abs() == Decimal::ONE))
}

fn is_negative(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Bool(arguments.decimal(0).is_sign_negative()))
}

fn is_positive(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Bool(arguments.decimal(0).is_sign_positive()))
}

fn max_magnitude(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (a, b) = (arguments.decimal(0), arguments.decimal(1));
    Ok(value(if a.abs() < b.abs() { b } else { a }))
}

fn min_magnitude(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (a, b) = (arguments.decimal(0), arguments.decimal(1));
    Ok(value(if b.abs() < a.abs() { b } else { a }))
}

/// The whole part as an integer type.
fn to_integer(arguments: &[Value], kind: NumberKind) -> Outcome<Value> {
    let number = arguments.decimal(0).trunc().to_i128();
    number.and_then(|number| kind.fit(number)).ok_or_else(|| fault::raise(&OVERFLOW_EXCEPTION, kind.overflow_message()))
}

fn to_byte(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    to_integer(arguments, NumberKind::Byte)
}

fn to_s_byte(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    to_integer(arguments, NumberKind::SByte)
}

fn to_int16(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    to_integer(arguments, NumberKind::Int16)
}

fn to_int32(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    to_integer(arguments, NumberKind::Int32)
}

fn to_int64(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    to_integer(arguments, NumberKind::Int64)
}

fn to_u_int16(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    to_integer(arguments, NumberKind::UInt16)
}

fn to_u_int32(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    to_integer(arguments, NumberKind::UInt32)
}

fn to_u_int64(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    to_integer(arguments, NumberKind::UInt64)
}

fn to_double(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Double(as_double(&arguments.value(0)).unwrap_or_default()))
}

fn to_single(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Single(as_double(&arguments.value(0)).unwrap_or_default() as f32))
}
