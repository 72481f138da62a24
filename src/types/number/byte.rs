//! `System.Byte`.

use super::{clamp, compare_to, equals, get_type_code, integer, max, min, parse, to_string, try_parse};
use crate::types::object;
use crate::types::table::{Method, StaticProperty, TypeTable};
use crate::value::types::BYTE;
use crate::value::{Env, Outcome, Value};

pub(super) static TABLE: TypeTable = TypeTable {
    methods: &[
        Method::new("int CompareTo(System.Object value)", compare_to),
        Method::new("int CompareTo(byte value)", compare_to),
        Method::new("bool Equals(System.Object obj)", equals),
        Method::new("bool Equals(byte obj)", equals),
        Method::new("int GetHashCode()", object::get_hash_code),
        Method::new("string ToString()", to_string),
        Method::new("string ToString(string format)", to_string),
        Method::new("string ToString(System.IFormatProvider provider)", to_string),
        Method::new("string ToString(string format, System.IFormatProvider provider)", to_string),
        Method::new("System.TypeCode GetTypeCode()", get_type_code),
    ],
    static_properties: &[
        StaticProperty::new("MaxValue", "byte", max_value),
        StaticProperty::new("MinValue", "byte", min_value),
    ],
    static_methods: &[
        Method::new("byte Parse(string s)", parse),
        Method::new("byte Parse(string s, System.Globalization.NumberStyles style)", parse),
        Method::new("byte Parse(string s, System.IFormatProvider provider)", parse),
        Method::new(
            "byte Parse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider)",
            parse,
        ),
        Method::new("bool TryParse(string s, [ref] byte result)", try_parse),
        Method::new(
            "bool TryParse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider, [ref] byte result)",
            try_parse,
        ),
        Method::new("System.ValueTuple[byte,byte] DivRem(byte left, byte right)", integer::div_rem),
        Method::new("byte LeadingZeroCount(byte value)", integer::leading_zero_count),
        Method::new("byte PopCount(byte value)", integer::pop_count),
        Method::new("byte RotateLeft(byte value, int rotateAmount)", integer::rotate_left),
        Method::new("byte RotateRight(byte value, int rotateAmount)", integer::rotate_right),
        Method::new("byte TrailingZeroCount(byte value)", integer::trailing_zero_count),
        Method::new("bool IsPow2(byte value)", integer::is_pow2),
        Method::new("byte Log2(byte value)", integer::log2),
        Method::new("byte Clamp(byte value, byte min, byte max)", clamp),
        Method::new("byte Max(byte x, byte y)", max),
        Method::new("byte Min(byte x, byte y)", min),
        Method::new("int Sign(byte value)", integer::sign),
        Method::new("bool IsEvenInteger(byte value)", integer::is_even_integer),
        Method::new("bool IsOddInteger(byte value)", integer::is_odd_integer),
        Method::new("bool TryParse(string s, System.IFormatProvider provider, [ref] byte result)", try_parse),
    ],
    ..TypeTable::of(&BYTE)
};

fn max_value(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Byte(u8::MAX))
}

fn min_value(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Byte(u8::MIN))
}
