//! `System.UInt32`.

use super::{clamp, compare_to, equals, get_type_code, integer, max, min, parse, to_string, try_parse};
use crate::types::object;
use crate::types::table::{Method, StaticProperty, TypeTable};
use crate::value::types::UINT32;
use crate::value::{Env, Outcome, Value};

pub(super) static TABLE: TypeTable = TypeTable {
    methods: &[
        Method::new("int CompareTo(System.Object value)", compare_to),
        Method::new("int CompareTo(uint value)", compare_to),
        Method::new("bool Equals(System.Object obj)", equals),
        Method::new("bool Equals(uint obj)", equals),
        Method::new("int GetHashCode()", object::get_hash_code),
        Method::new("string ToString()", to_string),
        Method::new("string ToString(System.IFormatProvider provider)", to_string),
        Method::new("string ToString(string format)", to_string),
        Method::new("string ToString(string format, System.IFormatProvider provider)", to_string),
        Method::new("System.TypeCode GetTypeCode()", get_type_code),
    ],
    static_properties: &[
        StaticProperty::new("MaxValue", "uint", max_value),
        StaticProperty::new("MinValue", "uint", min_value),
    ],
    static_methods: &[
        Method::new("ulong BigMul(uint left, uint right)", integer::big_mul),
        Method::new("uint Parse(string s)", parse),
        Method::new("uint Parse(string s, System.Globalization.NumberStyles style)", parse),
        Method::new("uint Parse(string s, System.IFormatProvider provider)", parse),
        Method::new(
            "uint Parse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider)",
            parse,
        ),
        Method::new("bool TryParse(string s, [ref] uint result)", try_parse),
        Method::new(
            "bool TryParse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider, [ref] uint result)",
            try_parse,
        ),
        Method::new("System.ValueTuple[uint,uint] DivRem(uint left, uint right)", integer::div_rem),
        Method::new("uint LeadingZeroCount(uint value)", integer::leading_zero_count),
        Method::new("uint PopCount(uint value)", integer::pop_count),
        Method::new("uint RotateLeft(uint value, int rotateAmount)", integer::rotate_left),
        Method::new("uint RotateRight(uint value, int rotateAmount)", integer::rotate_right),
        Method::new("uint TrailingZeroCount(uint value)", integer::trailing_zero_count),
        Method::new("bool IsPow2(uint value)", integer::is_pow2),
        Method::new("uint Log2(uint value)", integer::log2),
        Method::new("uint Clamp(uint value, uint min, uint max)", clamp),
        Method::new("uint Max(uint x, uint y)", max),
        Method::new("uint Min(uint x, uint y)", min),
        Method::new("int Sign(uint value)", integer::sign),
        Method::new("bool IsEvenInteger(uint value)", integer::is_even_integer),
        Method::new("bool IsOddInteger(uint value)", integer::is_odd_integer),
        Method::new("bool TryParse(string s, System.IFormatProvider provider, [ref] uint result)", try_parse),
    ],
    ..TypeTable::of(&UINT32)
};

fn max_value(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::UInt32(u32::MAX))
}

fn min_value(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::UInt32(u32::MIN))
}
