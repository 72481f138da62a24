//! `System.UInt16`.

use super::{clamp, compare_to, equals, get_type_code, integer, max, min, parse, to_string, try_parse};
use crate::types::object;
use crate::types::table::{Method, StaticProperty, TypeTable};
use crate::value::types::UINT16;
use crate::value::{Env, Outcome, Value};

pub(super) static TABLE: TypeTable = TypeTable {
    methods: &[
        Method::new("int CompareTo(System.Object value)", compare_to),
        Method::new("int CompareTo(ushort value)", compare_to),
        Method::new("bool Equals(System.Object obj)", equals),
        Method::new("bool Equals(ushort obj)", equals),
        Method::new("int GetHashCode()", object::get_hash_code),
        Method::new("string ToString()", to_string),
        Method::new("string ToString(System.IFormatProvider provider)", to_string),
        Method::new("string ToString(string format)", to_string),
        Method::new("string ToString(string format, System.IFormatProvider provider)", to_string),
        Method::new("System.TypeCode GetTypeCode()", get_type_code),
    ],
    static_properties: &[
        StaticProperty::new("MaxValue", "ushort", max_value),
        StaticProperty::new("MinValue", "ushort", min_value),
    ],
    static_methods: &[
        Method::new("ushort Parse(string s)", parse),
        Method::new("ushort Parse(string s, System.Globalization.NumberStyles style)", parse),
        Method::new("ushort Parse(string s, System.IFormatProvider provider)", parse),
        Method::new(
            "ushort Parse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider)",
            parse,
        ),
        Method::new("bool TryParse(string s, [ref] ushort result)", try_parse),
        Method::new(
            "bool TryParse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider, [ref] ushort result)",
            try_parse,
        ),
        Method::new("System.ValueTuple[ushort,ushort] DivRem(ushort left, ushort right)", integer::div_rem),
        Method::new("ushort LeadingZeroCount(ushort value)", integer::leading_zero_count),
        Method::new("ushort PopCount(ushort value)", integer::pop_count),
        Method::new("ushort RotateLeft(ushort value, int rotateAmount)", integer::rotate_left),
        Method::new("ushort RotateRight(ushort value, int rotateAmount)", integer::rotate_right),
        Method::new("ushort TrailingZeroCount(ushort value)", integer::trailing_zero_count),
        Method::new("bool IsPow2(ushort value)", integer::is_pow2),
        Method::new("ushort Log2(ushort value)", integer::log2),
        Method::new("ushort Clamp(ushort value, ushort min, ushort max)", clamp),
        Method::new("ushort Max(ushort x, ushort y)", max),
        Method::new("ushort Min(ushort x, ushort y)", min),
        Method::new("int Sign(ushort value)", integer::sign),
        Method::new("bool IsEvenInteger(ushort value)", integer::is_even_integer),
        Method::new("bool IsOddInteger(ushort value)", integer::is_odd_integer),
        Method::new("bool TryParse(string s, System.IFormatProvider provider, [ref] ushort result)", try_parse),
    ],
    ..TypeTable::of(&UINT16)
};

fn max_value(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::UInt16(u16::MAX))
}

fn min_value(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::UInt16(u16::MIN))
}
