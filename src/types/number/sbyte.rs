//! `System.SByte`.

use super::{clamp, compare_to, equals, get_type_code, integer, max, min, parse, to_string, try_parse};
use crate::types::object;
use crate::types::table::{Method, StaticProperty, TypeTable};
use crate::value::types::SBYTE;
use crate::value::{Env, Outcome, Value};

pub(super) static TABLE: TypeTable = TypeTable {
    methods: &[
        Method::new("int CompareTo(System.Object obj)", compare_to),
        Method::new("int CompareTo(sbyte value)", compare_to),
        Method::new("bool Equals(System.Object obj)", equals),
        Method::new("bool Equals(sbyte obj)", equals),
        Method::new("int GetHashCode()", object::get_hash_code),
        Method::new("string ToString()", to_string),
        Method::new("string ToString(string format)", to_string),
        Method::new("string ToString(System.IFormatProvider provider)", to_string),
        Method::new("string ToString(string format, System.IFormatProvider provider)", to_string),
        Method::new("System.TypeCode GetTypeCode()", get_type_code),
    ],
    static_properties: &[
        StaticProperty::new("MaxValue", "sbyte", max_value),
        StaticProperty::new("MinValue", "sbyte", min_value),
    ],
    static_methods: &[
        Method::new("sbyte Parse(string s)", parse),
        Method::new("sbyte Parse(string s, System.Globalization.NumberStyles style)", parse),
        Method::new("sbyte Parse(string s, System.IFormatProvider provider)", parse),
        Method::new(
            "sbyte Parse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider)",
            parse,
        ),
        Method::new("bool TryParse(string s, [ref] sbyte result)", try_parse),
        Method::new(
            "bool TryParse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider, [ref] sbyte result)",
            try_parse,
        ),
        Method::new("System.ValueTuple[sbyte,sbyte] DivRem(sbyte left, sbyte right)", integer::div_rem),
        Method::new("sbyte LeadingZeroCount(sbyte value)", integer::leading_zero_count),
        Method::new("sbyte PopCount(sbyte value)", integer::pop_count),
        Method::new("sbyte RotateLeft(sbyte value, int rotateAmount)", integer::rotate_left),
        Method::new("sbyte RotateRight(sbyte value, int rotateAmount)", integer::rotate_right),
        Method::new("sbyte TrailingZeroCount(sbyte value)", integer::trailing_zero_count),
        Method::new("bool IsPow2(sbyte value)", integer::is_pow2),
        Method::new("sbyte Log2(sbyte value)", integer::log2),
        Method::new("sbyte Clamp(sbyte value, sbyte min, sbyte max)", clamp),
        Method::new("sbyte CopySign(sbyte value, sbyte sign)", integer::copy_sign),
        Method::new("sbyte Max(sbyte x, sbyte y)", max),
        Method::new("sbyte Min(sbyte x, sbyte y)", min),
        Method::new("int Sign(sbyte value)", integer::sign),
        Method::new("sbyte Abs(sbyte value)", integer::abs),
        Method::new("bool IsEvenInteger(sbyte value)", integer::is_even_integer),
        Method::new("bool IsNegative(sbyte value)", integer::is_negative),
        Method::new("bool IsOddInteger(sbyte value)", integer::is_odd_integer),
        Method::new("bool IsPositive(sbyte value)", integer::is_positive),
        Method::new("sbyte MaxMagnitude(sbyte x, sbyte y)", integer::max_magnitude),
        Method::new("sbyte MinMagnitude(sbyte x, sbyte y)", integer::min_magnitude),
        Method::new("bool TryParse(string s, System.IFormatProvider provider, [ref] sbyte result)", try_parse),
    ],
    ..TypeTable::of(&SBYTE)
};

fn max_value(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::SByte(i8::MAX))
}

fn min_value(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::SByte(i8::MIN))
}
