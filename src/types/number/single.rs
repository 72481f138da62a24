//! `System.Single`.

use super::{clamp, compare_to, equals, get_type_code, max, min, parse, real, to_string, try_parse};
use crate::types::object;
use crate::types::table::{Method, StaticProperty, TypeTable};
use crate::value::types::SINGLE;
use crate::value::{Env, Outcome, Value};

pub(super) static TABLE: TypeTable = TypeTable {
    methods: &[
        Method::new("int CompareTo(System.Object value)", compare_to),
        Method::new("int CompareTo(float value)", compare_to),
        Method::new("bool Equals(System.Object obj)", equals),
        Method::new("bool Equals(float obj)", equals),
        Method::new("int GetHashCode()", object::get_hash_code),
        Method::new("string ToString()", to_string),
        Method::new("string ToString(System.IFormatProvider provider)", to_string),
        Method::new("string ToString(string format)", to_string),
        Method::new("string ToString(string format, System.IFormatProvider provider)", to_string),
        Method::new("System.TypeCode GetTypeCode()", get_type_code),
    ],
    static_properties: &[
        StaticProperty::new("MinValue", "float", min_value),
        StaticProperty::new("MaxValue", "float", max_value),
        StaticProperty::new("Epsilon", "float", epsilon),
        StaticProperty::new("NegativeInfinity", "float", negative_infinity),
        StaticProperty::new("PositiveInfinity", "float", positive_infinity),
        StaticProperty::new("NaN", "float", nan),
        StaticProperty::new("NegativeZero", "float", negative_zero),
        StaticProperty::new("E", "float", e),
        StaticProperty::new("Pi", "float", pi),
        StaticProperty::new("Tau", "float", tau),
    ],
    static_methods: &[
        Method::new("bool IsFinite(float f)", real::is_finite),
        Method::new("bool IsInfinity(float f)", real::is_infinity),
        Method::new("bool IsNaN(float f)", real::is_nan),
        Method::new("bool IsNegative(float f)", real::is_negative),
        Method::new("bool IsNegativeInfinity(float f)", real::is_negative_infinity),
        Method::new("bool IsNormal(float f)", real::is_normal),
        Method::new("bool IsPositiveInfinity(float f)", real::is_positive_infinity),
        Method::new("bool IsSubnormal(float f)", real::is_subnormal),
        Method::new("float Parse(string s)", parse),
        Method::new("float Parse(string s, System.Globalization.NumberStyles style)", parse),
        Method::new("float Parse(string s, System.IFormatProvider provider)", parse),
        Method::new(
            "float Parse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider)",
            parse,
        ),
        Method::new("bool TryParse(string s, [ref] float result)", try_parse),
        Method::new(
            "bool TryParse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider, [ref] float result)",
            try_parse,
        ),
        Method::new("float Log2(float value)", real::log2),
        Method::new("float Exp(float x)", real::exp),
        Method::new("float Ceiling(float x)", real::ceiling),
        Method::new("float Floor(float x)", real::floor),
        Method::new("float Round(float x)", real::round),
        Method::new("float Round(float x, int digits)", real::round),
        Method::new("float Round(float x, System.MidpointRounding mode)", real::round),
        Method::new("float Round(float x, int digits, System.MidpointRounding mode)", real::round),
        Method::new("float Truncate(float x)", real::truncate),
        Method::new("float Atan2(float y, float x)", real::atan2),
        Method::new("float Log(float x)", real::log),
        Method::new("float Log(float x, float newBase)", real::log),
        Method::new("float Log10(float x)", real::log10),
        Method::new("float Clamp(float value, float min, float max)", clamp),
        Method::new("float CopySign(float value, float sign)", real::copy_sign),
        Method::new("float Max(float x, float y)", max),
        Method::new("float Min(float x, float y)", min),
        Method::new("int Sign(float value)", real::sign),
        Method::new("float Abs(float value)", real::abs),
        Method::new("bool IsEvenInteger(float value)", real::is_even_integer),
        Method::new("bool IsInteger(float value)", real::is_integer),
        Method::new("bool IsOddInteger(float value)", real::is_odd_integer),
        Method::new("bool IsPositive(float value)", real::is_positive),
        Method::new("bool IsRealNumber(float value)", real::is_real_number),
        Method::new("bool TryParse(string s, System.IFormatProvider provider, [ref] float result)", try_parse),
        Method::new("float Pow(float x, float y)", real::pow),
        Method::new("float Cbrt(float x)", real::cbrt),
        Method::new("float Hypot(float x, float y)", real::hypot),
        Method::new("float Sqrt(float x)", real::sqrt),
        Method::new("float Acos(float x)", real::acos),
        Method::new("float Asin(float x)", real::asin),
        Method::new("float Atan(float x)", real::atan),
        Method::new("float Cos(float x)", real::cos),
        Method::new("float DegreesToRadians(float degrees)", real::degrees_to_radians),
        Method::new("float RadiansToDegrees(float radians)", real::radians_to_degrees),
        Method::new("float Sin(float x)", real::sin),
        Method::new("float Tan(float x)", real::tan),
    ],
    ..TypeTable::of(&SINGLE)
};

fn min_value(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Single(f32::MIN))
}

fn max_value(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Single(f32::MAX))
}

fn epsilon(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Single(f32::from_bits(1)))
}

fn negative_infinity(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Single(f32::NEG_INFINITY))
}

fn positive_infinity(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Single(f32::INFINITY))
}

fn nan(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Single(f32::NAN))
}

fn negative_zero(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Single(-0.0))
}

fn e(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Single(std::f32::consts::E))
}

fn pi(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Single(std::f32::consts::PI))
}

fn tau(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Single(std::f32::consts::TAU))
}
