//! `System.Int64`.

use super::{clamp, compare_to, equals, get_type_code, integer, max, min, parse, to_string, try_parse};
use crate::types::object;
use crate::types::table::{Method, StaticProperty, TypeTable};
use crate::value::types::INT64;
use crate::value::{Env, Outcome, Value};

pub(super) static TABLE: TypeTable = TypeTable {
    methods: &[
        Method::new("int CompareTo(System.Object value)", compare_to),
        Method::new("int CompareTo(long value)", compare_to),
        Method::new("bool Equals(System.Object obj)", equals),
        Method::new("bool Equals(long obj)", equals),
        Method::new("int GetHashCode()", object::get_hash_code),
        Method::new("string ToString()", to_string),
        Method::new("string ToString(System.IFormatProvider provider)", to_string),
        Method::new("string ToString(string format)", to_string),
        Method::new("string ToString(string format, System.IFormatProvider provider)", to_string),
        Method::new("System.TypeCode GetTypeCode()", get_type_code),
    ],
    static_properties: &[
        StaticProperty::new("MaxValue", "long", max_value),
        StaticProperty::new("MinValue", "long", min_value),
    ],
    static_methods: &[
        Method::new("long Parse(string s)", parse),
        Method::new("long Parse(string s, System.Globalization.NumberStyles style)", parse),
        Method::new("long Parse(string s, System.IFormatProvider provider)", parse),
        Method::new(
            "long Parse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider)",
            parse,
        ),
        Method::new("bool TryParse(string s, [ref] long result)", try_parse),
        Method::new(
            "bool TryParse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider, [ref] long result)",
            try_parse,
        ),
        Method::new("System.ValueTuple[long,long] DivRem(long left, long right)", integer::div_rem),
        Method::new("long LeadingZeroCount(long value)", integer::leading_zero_count),
        Method::new("long PopCount(long value)", integer::pop_count),
        Method::new("long RotateLeft(long value, int rotateAmount)", integer::rotate_left),
        Method::new("long RotateRight(long value, int rotateAmount)", integer::rotate_right),
        Method::new("long TrailingZeroCount(long value)", integer::trailing_zero_count),
        Method::new("bool IsPow2(long value)", integer::is_pow2),
        Method::new("long Log2(long value)", integer::log2),
        Method::new("long Clamp(long value, long min, long max)", clamp),
        Method::new("long CopySign(long value, long sign)", integer::copy_sign),
        Method::new("long Max(long x, long y)", max),
        Method::new("long Min(long x, long y)", min),
        Method::new("int Sign(long value)", integer::sign),
        Method::new("long Abs(long value)", integer::abs),
        Method::new("bool IsEvenInteger(long value)", integer::is_even_integer),
        Method::new("bool IsNegative(long value)", integer::is_negative),
        Method::new("bool IsOddInteger(long value)", integer::is_odd_integer),
        Method::new("bool IsPositive(long value)", integer::is_positive),
        Method::new("long MaxMagnitude(long x, long y)", integer::max_magnitude),
        Method::new("long MinMagnitude(long x, long y)", integer::min_magnitude),
        Method::new("bool TryParse(string s, System.IFormatProvider provider, [ref] long result)", try_parse),
    ],
    ..TypeTable::of(&INT64)
};

fn max_value(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Long(i64::MAX))
}

fn min_value(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Long(i64::MIN))
}
