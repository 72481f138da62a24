//! `System.Int32`.

use super::{clamp, compare_to, equals, get_type_code, integer, max, min, parse, to_string, try_parse};
use crate::types::object;
use crate::types::table::{Method, StaticProperty, TypeTable};
use crate::value::types::INT32;
use crate::value::{Env, Outcome, Value};

pub(super) static TABLE: TypeTable = TypeTable {
    methods: &[
        Method::new("int CompareTo(System.Object value)", compare_to),
        Method::new("int CompareTo(int value)", compare_to),
        Method::new("bool Equals(System.Object obj)", equals),
        Method::new("bool Equals(int obj)", equals),
        Method::new("int GetHashCode()", object::get_hash_code),
        Method::new("string ToString()", to_string),
        Method::new("string ToString(string format)", to_string),
        Method::new("string ToString(System.IFormatProvider provider)", to_string),
        Method::new("string ToString(string format, System.IFormatProvider provider)", to_string),
        Method::new("System.TypeCode GetTypeCode()", get_type_code),
    ],
    static_properties: &[
        StaticProperty::new("MaxValue", "int", max_value),
        StaticProperty::new("MinValue", "int", min_value),
    ],
    static_methods: &[
        Method::new("long BigMul(int left, int right)", integer::big_mul),
        Method::new("int Parse(string s)", parse),
        Method::new("int Parse(string s, System.Globalization.NumberStyles style)", parse),
        Method::new("int Parse(string s, System.IFormatProvider provider)", parse),
        Method::new(
            "int Parse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider)",
            parse,
        ),
        Method::new("bool TryParse(string s, [ref] int result)", try_parse),
        Method::new(
            "bool TryParse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider, [ref] int result)",
            try_parse,
        ),
        Method::new("System.ValueTuple[int,int] DivRem(int left, int right)", integer::div_rem),
        Method::new("int LeadingZeroCount(int value)", integer::leading_zero_count),
        Method::new("int PopCount(int value)", integer::pop_count),
        Method::new("int RotateLeft(int value, int rotateAmount)", integer::rotate_left),
        Method::new("int RotateRight(int value, int rotateAmount)", integer::rotate_right),
        Method::new("int TrailingZeroCount(int value)", integer::trailing_zero_count),
        Method::new("bool IsPow2(int value)", integer::is_pow2),
        Method::new("int Log2(int value)", integer::log2),
        Method::new("int Clamp(int value, int min, int max)", clamp),
        Method::new("int CopySign(int value, int sign)", integer::copy_sign),
        Method::new("int Max(int x, int y)", max),
        Method::new("int Min(int x, int y)", min),
        Method::new("int Sign(int value)", integer::sign),
        Method::new("int Abs(int value)", integer::abs),
        Method::new("bool IsEvenInteger(int value)", integer::is_even_integer),
        Method::new("bool IsNegative(int value)", integer::is_negative),
        Method::new("bool IsOddInteger(int value)", integer::is_odd_integer),
        Method::new("bool IsPositive(int value)", integer::is_positive),
        Method::new("int MaxMagnitude(int x, int y)", integer::max_magnitude),
        Method::new("int MinMagnitude(int x, int y)", integer::min_magnitude),
        Method::new("bool TryParse(string s, System.IFormatProvider provider, [ref] int result)", try_parse),
    ],
    ..TypeTable::of(&INT32)
};

fn max_value(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Int(i32::MAX))
}

fn min_value(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Int(i32::MIN))
}
