//! `System.Int16`.

use super::{clamp, compare_to, equals, get_type_code, integer, max, min, parse, to_string, try_parse};
use crate::types::object;
use crate::types::table::{Method, StaticProperty, TypeTable};
use crate::value::types::INT16;
use crate::value::{Env, Outcome, Value};

pub(super) static TABLE: TypeTable = TypeTable {
    methods: &[
        Method::new("int CompareTo(System.Object value)", compare_to),
        Method::new("int CompareTo(short value)", compare_to),
        Method::new("bool Equals(System.Object obj)", equals),
        Method::new("bool Equals(short obj)", equals),
        Method::new("int GetHashCode()", object::get_hash_code),
        Method::new("string ToString()", to_string),
        Method::new("string ToString(System.IFormatProvider provider)", to_string),
        Method::new("string ToString(string format)", to_string),
        Method::new("string ToString(string format, System.IFormatProvider provider)", to_string),
        Method::new("System.TypeCode GetTypeCode()", get_type_code),
    ],
    static_properties: &[
        StaticProperty::new("MaxValue", "short", max_value),
        StaticProperty::new("MinValue", "short", min_value),
    ],
    static_methods: &[
        Method::new("short Parse(string s)", parse),
        Method::new("short Parse(string s, System.Globalization.NumberStyles style)", parse),
        Method::new("short Parse(string s, System.IFormatProvider provider)", parse),
        Method::new(
            "short Parse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider)",
            parse,
        ),
        Method::new("bool TryParse(string s, [ref] short result)", try_parse),
        Method::new(
            "bool TryParse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider, [ref] short result)",
            try_parse,
        ),
        Method::new("System.ValueTuple[short,short] DivRem(short left, short right)", integer::div_rem),
        Method::new("short LeadingZeroCount(short value)", integer::leading_zero_count),
        Method::new("short PopCount(short value)", integer::pop_count),
        Method::new("short RotateLeft(short value, int rotateAmount)", integer::rotate_left),
        Method::new("short RotateRight(short value, int rotateAmount)", integer::rotate_right),
        Method::new("short TrailingZeroCount(short value)", integer::trailing_zero_count),
        Method::new("bool IsPow2(short value)", integer::is_pow2),
        Method::new("short Log2(short value)", integer::log2),
        Method::new("short Clamp(short value, short min, short max)", clamp),
        Method::new("short CopySign(short value, short sign)", integer::copy_sign),
        Method::new("short Max(short x, short y)", max),
        Method::new("short Min(short x, short y)", min),
        Method::new("int Sign(short value)", integer::sign),
        Method::new("short Abs(short value)", integer::abs),
        Method::new("bool IsEvenInteger(short value)", integer::is_even_integer),
        Method::new("bool IsNegative(short value)", integer::is_negative),
        Method::new("bool IsOddInteger(short value)", integer::is_odd_integer),
        Method::new("bool IsPositive(short value)", integer::is_positive),
        Method::new("short MaxMagnitude(short x, short y)", integer::max_magnitude),
        Method::new("short MinMagnitude(short x, short y)", integer::min_magnitude),
        Method::new("bool TryParse(string s, System.IFormatProvider provider, [ref] short result)", try_parse),
    ],
    ..TypeTable::of(&INT16)
};

fn max_value(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Int16(i16::MAX))
}

fn min_value(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Int16(i16::MIN))
}
