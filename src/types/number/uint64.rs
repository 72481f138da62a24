//! `System.UInt64`.

use super::{clamp, compare_to, equals, get_type_code, integer, max, min, parse, to_string, try_parse};
use crate::types::object;
use crate::types::table::{Method, StaticProperty, TypeTable};
use crate::value::types::UINT64;
use crate::value::{Env, Outcome, Value};

pub(super) static TABLE: TypeTable = TypeTable {
    methods: &[
        Method::new("int CompareTo(System.Object value)", compare_to),
        Method::new("int CompareTo(ulong value)", compare_to),
        Method::new("bool Equals(System.Object obj)", equals),
        Method::new("bool Equals(ulong obj)", equals),
        Method::new("int GetHashCode()", object::get_hash_code),
        Method::new("string ToString()", to_string),
        Method::new("string ToString(System.IFormatProvider provider)", to_string),
        Method::new("string ToString(string format)", to_string),
        Method::new("string ToString(string format, System.IFormatProvider provider)", to_string),
        Method::new("System.TypeCode GetTypeCode()", get_type_code),
    ],
    static_properties: &[
        StaticProperty::new("MaxValue", "ulong", max_value),
        StaticProperty::new("MinValue", "ulong", min_value),
    ],
    static_methods: &[
        Method::new("ulong Parse(string s)", parse),
        Method::new("ulong Parse(string s, System.Globalization.NumberStyles style)", parse),
        Method::new("ulong Parse(string s, System.IFormatProvider provider)", parse),
        Method::new(
            "ulong Parse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider)",
            parse,
        ),
        Method::new("bool TryParse(string s, [ref] ulong result)", try_parse),
        Method::new(
            "bool TryParse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider, [ref] ulong result)",
            try_parse,
        ),
        Method::new("System.ValueTuple[ulong,ulong] DivRem(ulong left, ulong right)", integer::div_rem),
        Method::new("ulong LeadingZeroCount(ulong value)", integer::leading_zero_count),
        Method::new("ulong PopCount(ulong value)", integer::pop_count),
        Method::new("ulong RotateLeft(ulong value, int rotateAmount)", integer::rotate_left),
        Method::new("ulong RotateRight(ulong value, int rotateAmount)", integer::rotate_right),
        Method::new("ulong TrailingZeroCount(ulong value)", integer::trailing_zero_count),
        Method::new("bool IsPow2(ulong value)", integer::is_pow2),
        Method::new("ulong Log2(ulong value)", integer::log2),
        Method::new("ulong Clamp(ulong value, ulong min, ulong max)", clamp),
        Method::new("ulong Max(ulong x, ulong y)", max),
        Method::new("ulong Min(ulong x, ulong y)", min),
        Method::new("int Sign(ulong value)", integer::sign),
        Method::new("bool IsEvenInteger(ulong value)", integer::is_even_integer),
        Method::new("bool IsOddInteger(ulong value)", integer::is_odd_integer),
        Method::new("bool TryParse(string s, System.IFormatProvider provider, [ref] ulong result)", try_parse),
    ],
    ..TypeTable::of(&UINT64)
};

fn max_value(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::UInt64(u64::MAX))
}

fn min_value(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::UInt64(u64::MIN))
}
