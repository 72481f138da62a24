//! `System.Double`.

use super::{clamp, compare_to, equals, get_type_code, max, min, parse, real, to_string, try_parse};
use crate::types::object;
use crate::types::table::{Method, StaticProperty, TypeTable};
use crate::value::types::DOUBLE;
use crate::value::{Env, Outcome, Value};

pub(super) static TABLE: TypeTable = TypeTable {
    methods: &[
        Method::new("int CompareTo(System.Object value)", compare_to),
        Method::new("int CompareTo(double value)", compare_to),
        Method::new("bool Equals(System.Object obj)", equals),
        Method::new("bool Equals(double obj)", equals),
        Method::new("int GetHashCode()", object::get_hash_code),
        Method::new("string ToString()", to_string),
        Method::new("string ToString(string format)", to_string),
        Method::new("string ToString(System.IFormatProvider provider)", to_string),
        Method::new("string ToString(string format, System.IFormatProvider provider)", to_string),
        Method::new("System.TypeCode GetTypeCode()", get_type_code),
    ],
    static_properties: &[
        StaticProperty::new("MinValue", "double", min_value),
        StaticProperty::new("MaxValue", "double", max_value),
        StaticProperty::new("Epsilon", "double", epsilon),
        StaticProperty::new("NegativeInfinity", "double", negative_infinity),
        StaticProperty::new("PositiveInfinity", "double", positive_infinity),
        StaticProperty::new("NaN", "double", nan),
        StaticProperty::new("NegativeZero", "double", negative_zero),
        StaticProperty::new("E", "double", e),
        StaticProperty::new("Pi", "double", pi),
        StaticProperty::new("Tau", "double", tau),
    ],
    static_methods: &[
        Method::new("bool IsFinite(double d)", real::is_finite),
        Method::new("bool IsInfinity(double d)", real::is_infinity),
        Method::new("bool IsNaN(double d)", real::is_nan),
        Method::new("bool IsNegative(double d)", real::is_negative),
        Method::new("bool IsNegativeInfinity(double d)", real::is_negative_infinity),
        Method::new("bool IsNormal(double d)", real::is_normal),
        Method::new("bool IsPositiveInfinity(double d)", real::is_positive_infinity),
        Method::new("bool IsSubnormal(double d)", real::is_subnormal),
        Method::new("double Parse(string s)", parse),
        Method::new("double Parse(string s, System.Globalization.NumberStyles style)", parse),
        Method::new("double Parse(string s, System.IFormatProvider provider)", parse),
        Method::new(
            "double Parse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider)",
            parse,
        ),
        Method::new("bool TryParse(string s, [ref] double result)", try_parse),
        Method::new(
            "bool TryParse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider, [ref] double result)",
            try_parse,
        ),
        Method::new("double Log2(double value)", real::log2),
        Method::new("double Exp(double x)", real::exp),
        Method::new("double Ceiling(double x)", real::ceiling),
        Method::new("double Floor(double x)", real::floor),
        Method::new("double Round(double x)", real::round),
        Method::new("double Round(double x, int digits)", real::round),
        Method::new("double Round(double x, System.MidpointRounding mode)", real::round),
        Method::new("double Round(double x, int digits, System.MidpointRounding mode)", real::round),
        Method::new("double Truncate(double x)", real::truncate),
        Method::new("double Atan2(double y, double x)", real::atan2),
        Method::new("double Log(double x)", real::log),
        Method::new("double Log(double x, double newBase)", real::log),
        Method::new("double Log10(double x)", real::log10),
        Method::new("double Clamp(double value, double min, double max)", clamp),
        Method::new("double CopySign(double value, double sign)", real::copy_sign),
        Method::new("double Max(double x, double y)", max),
        Method::new("double Min(double x, double y)", min),
        Method::new("int Sign(double value)", real::sign),
        Method::new("double Abs(double value)", real::abs),
        Method::new("bool IsEvenInteger(double value)", real::is_even_integer),
        Method::new("bool IsInteger(double value)", real::is_integer),
        Method::new("bool IsOddInteger(double value)", real::is_odd_integer),
        Method::new("bool IsPositive(double value)", real::is_positive),
        Method::new("bool IsRealNumber(double value)", real::is_real_number),
        Method::new("bool TryParse(string s, System.IFormatProvider provider, [ref] double result)", try_parse),
        Method::new("double Pow(double x, double y)", real::pow),
        Method::new("double Cbrt(double x)", real::cbrt),
        Method::new("double Hypot(double x, double y)", real::hypot),
        Method::new("double Sqrt(double x)", real::sqrt),
        Method::new("double Acos(double x)", real::acos),
        Method::new("double Asin(double x)", real::asin),
        Method::new("double Atan(double x)", real::atan),
        Method::new("double Cos(double x)", real::cos),
        Method::new("double DegreesToRadians(double degrees)", real::degrees_to_radians),
        Method::new("double RadiansToDegrees(double radians)", real::radians_to_degrees),
        Method::new("double Sin(double x)", real::sin),
        Method::new("double Tan(double x)", real::tan),
    ],
    ..TypeTable::of(&DOUBLE)
};

fn min_value(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Double(f64::MIN))
}

fn max_value(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Double(f64::MAX))
}

fn epsilon(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Double(f64::from_bits(1)))
}

fn negative_infinity(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Double(f64::NEG_INFINITY))
}

fn positive_infinity(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Double(f64::INFINITY))
}

fn nan(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Double(f64::NAN))
}

fn negative_zero(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Double(-0.0))
}

fn e(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Double(std::f64::consts::E))
}

fn pi(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Double(std::f64::consts::PI))
}

fn tau(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Double(std::f64::consts::TAU))
}
