//! `System.Convert`.

mod radix;

use super::arguments::{Arguments, byte_array, whole};
use super::number::read as read_number;
use super::table::{Method, StaticProperty, TypeTable};
use super::{culture, db_null, enums, fault, format, known, type_info};
use crate::text::Culture;
use crate::text::date::{DateContext, DateStyles, DateTime};
use crate::value::convert::{as_big_integer, as_decimal, as_double};
use crate::value::error::{FORMAT_EXCEPTION, INVALID_CAST_EXCEPTION, OVERFLOW_EXCEPTION};
use crate::value::number::NumberKind;
use crate::value::types::{self, TypeRef};
use crate::value::{EnumValue, Env, Flow, Outcome, Value};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use num_traits::ToPrimitive;
use std::rc::Rc;

pub(super) static TABLE: TypeTable = TypeTable {
    static_properties: &[StaticProperty::new("DBNull", "System.Object", db_null)],
    static_methods: &[
        Method::new("System.TypeCode GetTypeCode(System.Object value)", get_type_code),
        Method::new("bool IsDBNull(System.Object value)", is_db_null),
        Method::new("System.Object ChangeType(System.Object value, System.TypeCode typeCode)", change_type),
        Method::new(
            "System.Object ChangeType(System.Object value, System.TypeCode typeCode, System.IFormatProvider provider)",
            change_type,
        ),
        Method::new("System.Object ChangeType(System.Object value, type conversionType)", change_type),
        Method::new(
            "System.Object ChangeType(System.Object value, type conversionType, System.IFormatProvider provider)",
            change_type,
        ),
        Method::new("bool ToBoolean(System.Object value)", to_boolean),
        Method::new("bool ToBoolean(System.Object value, System.IFormatProvider provider)", to_boolean),
        Method::new("bool ToBoolean(bool value)", to_boolean),
        Method::new("bool ToBoolean(sbyte value)", to_boolean),
        Method::new("bool ToBoolean(char value)", to_boolean),
        Method::new("bool ToBoolean(byte value)", to_boolean),
        Method::new("bool ToBoolean(short value)", to_boolean),
        Method::new("bool ToBoolean(ushort value)", to_boolean),
        Method::new("bool ToBoolean(int value)", to_boolean),
        Method::new("bool ToBoolean(uint value)", to_boolean),
        Method::new("bool ToBoolean(long value)", to_boolean),
        Method::new("bool ToBoolean(ulong value)", to_boolean),
        Method::new("bool ToBoolean(string value)", to_boolean),
        Method::new("bool ToBoolean(string value, System.IFormatProvider provider)", to_boolean),
        Method::new("bool ToBoolean(float value)", to_boolean),
        Method::new("bool ToBoolean(double value)", to_boolean),
        Method::new("bool ToBoolean(decimal value)", to_boolean),
        Method::new("bool ToBoolean(datetime value)", to_boolean),
        Method::new("char ToChar(System.Object value)", to_char),
        Method::new("char ToChar(System.Object value, System.IFormatProvider provider)", to_char),
        Method::new("char ToChar(bool value)", to_char),
        Method::new("char ToChar(char value)", to_char),
        Method::new("char ToChar(sbyte value)", to_char),
        Method::new("char ToChar(byte value)", to_char),
        Method::new("char ToChar(short value)", to_char),
        Method::new("char ToChar(ushort value)", to_char),
        Method::new("char ToChar(int value)", to_char),
        Method::new("char ToChar(uint value)", to_char),
        Method::new("char ToChar(long value)", to_char),
        Method::new("char ToChar(ulong value)", to_char),
        Method::new("char ToChar(string value)", to_char),
        Method::new("char ToChar(string value, System.IFormatProvider provider)", to_char),
        Method::new("char ToChar(float value)", to_char),
        Method::new("char ToChar(double value)", to_char),
        Method::new("char ToChar(decimal value)", to_char),
        Method::new("char ToChar(datetime value)", to_char),
        Method::new("sbyte ToSByte(System.Object value)", to_s_byte),
        Method::new("sbyte ToSByte(System.Object value, System.IFormatProvider provider)", to_s_byte),
        Method::new("sbyte ToSByte(bool value)", to_s_byte),
        Method::new("sbyte ToSByte(sbyte value)", to_s_byte),
        Method::new("sbyte ToSByte(char value)", to_s_byte),
        Method::new("sbyte ToSByte(byte value)", to_s_byte),
        Method::new("sbyte ToSByte(short value)", to_s_byte),
        Method::new("sbyte ToSByte(ushort value)", to_s_byte),
        Method::new("sbyte ToSByte(int value)", to_s_byte),
        Method::new("sbyte ToSByte(uint value)", to_s_byte),
        Method::new("sbyte ToSByte(long value)", to_s_byte),
        Method::new("sbyte ToSByte(ulong value)", to_s_byte),
        Method::new("sbyte ToSByte(float value)", to_s_byte),
        Method::new("sbyte ToSByte(double value)", to_s_byte),
        Method::new("sbyte ToSByte(decimal value)", to_s_byte),
        Method::new("sbyte ToSByte(string value)", to_s_byte),
        Method::new("sbyte ToSByte(string value, System.IFormatProvider provider)", to_s_byte),
        Method::new("sbyte ToSByte(datetime value)", to_s_byte),
        Method::new("byte ToByte(System.Object value)", to_byte),
        Method::new("byte ToByte(System.Object value, System.IFormatProvider provider)", to_byte),
        Method::new("byte ToByte(bool value)", to_byte),
        Method::new("byte ToByte(byte value)", to_byte),
        Method::new("byte ToByte(char value)", to_byte),
        Method::new("byte ToByte(sbyte value)", to_byte),
        Method::new("byte ToByte(short value)", to_byte),
        Method::new("byte ToByte(ushort value)", to_byte),
        Method::new("byte ToByte(int value)", to_byte),
        Method::new("byte ToByte(uint value)", to_byte),
        Method::new("byte ToByte(long value)", to_byte),
        Method::new("byte ToByte(ulong value)", to_byte),
        Method::new("byte ToByte(float value)", to_byte),
        Method::new("byte ToByte(double value)", to_byte),
        Method::new("byte ToByte(decimal value)", to_byte),
        Method::new("byte ToByte(string value)", to_byte),
        Method::new("byte ToByte(string value, System.IFormatProvider provider)", to_byte),
        Method::new("byte ToByte(datetime value)", to_byte),
        Method::new("short ToInt16(System.Object value)", to_int16),
        Method::new("short ToInt16(System.Object value, System.IFormatProvider provider)", to_int16),
        Method::new("short ToInt16(bool value)", to_int16),
        Method::new("short ToInt16(char value)", to_int16),
        Method::new("short ToInt16(sbyte value)", to_int16),
        Method::new("short ToInt16(byte value)", to_int16),
        Method::new("short ToInt16(ushort value)", to_int16),
        Method::new("short ToInt16(int value)", to_int16),
        Method::new("short ToInt16(uint value)", to_int16),
        Method::new("short ToInt16(short value)", to_int16),
        Method::new("short ToInt16(long value)", to_int16),
        Method::new("short ToInt16(ulong value)", to_int16),
        Method::new("short ToInt16(float value)", to_int16),
        Method::new("short ToInt16(double value)", to_int16),
        Method::new("short ToInt16(decimal value)", to_int16),
        Method::new("short ToInt16(string value)", to_int16),
        Method::new("short ToInt16(string value, System.IFormatProvider provider)", to_int16),
        Method::new("short ToInt16(datetime value)", to_int16),
        Method::new("ushort ToUInt16(System.Object value)", to_u_int16),
        Method::new("ushort ToUInt16(System.Object value, System.IFormatProvider provider)", to_u_int16),
        Method::new("ushort ToUInt16(bool value)", to_u_int16),
        Method::new("ushort ToUInt16(char value)", to_u_int16),
        Method::new("ushort ToUInt16(sbyte value)", to_u_int16),
        Method::new("ushort ToUInt16(byte value)", to_u_int16),
        Method::new("ushort ToUInt16(short value)", to_u_int16),
        Method::new("ushort ToUInt16(int value)", to_u_int16),
        Method::new("ushort ToUInt16(ushort value)", to_u_int16),
        Method::new("ushort ToUInt16(uint value)", to_u_int16),
        Method::new("ushort ToUInt16(long value)", to_u_int16),
        Method::new("ushort ToUInt16(ulong value)", to_u_int16),
        Method::new("ushort ToUInt16(float value)", to_u_int16),
        Method::new("ushort ToUInt16(double value)", to_u_int16),
        Method::new("ushort ToUInt16(decimal value)", to_u_int16),
        Method::new("ushort ToUInt16(string value)", to_u_int16),
        Method::new("ushort ToUInt16(string value, System.IFormatProvider provider)", to_u_int16),
        Method::new("ushort ToUInt16(datetime value)", to_u_int16),
        Method::new("int ToInt32(System.Object value)", to_int32),
        Method::new("int ToInt32(System.Object value, System.IFormatProvider provider)", to_int32),
        Method::new("int ToInt32(bool value)", to_int32),
        Method::new("int ToInt32(char value)", to_int32),
        Method::new("int ToInt32(sbyte value)", to_int32),
        Method::new("int ToInt32(byte value)", to_int32),
        Method::new("int ToInt32(short value)", to_int32),
        Method::new("int ToInt32(ushort value)", to_int32),
        Method::new("int ToInt32(uint value)", to_int32),
        Method::new("int ToInt32(int value)", to_int32),
        Method::new("int ToInt32(long value)", to_int32),
        Method::new("int ToInt32(ulong value)", to_int32),
        Method::new("int ToInt32(float value)", to_int32),
        Method::new("int ToInt32(double value)", to_int32),
        Method::new("int ToInt32(decimal value)", to_int32),
        Method::new("int ToInt32(string value)", to_int32),
        Method::new("int ToInt32(string value, System.IFormatProvider provider)", to_int32),
        Method::new("int ToInt32(datetime value)", to_int32),
        Method::new("uint ToUInt32(System.Object value)", to_u_int32),
        Method::new("uint ToUInt32(System.Object value, System.IFormatProvider provider)", to_u_int32),
        Method::new("uint ToUInt32(bool value)", to_u_int32),
        Method::new("uint ToUInt32(char value)", to_u_int32),
        Method::new("uint ToUInt32(sbyte value)", to_u_int32),
        Method::new("uint ToUInt32(byte value)", to_u_int32),
        Method::new("uint ToUInt32(short value)", to_u_int32),
        Method::new("uint ToUInt32(ushort value)", to_u_int32),
        Method::new("uint ToUInt32(int value)", to_u_int32),
        Method::new("uint ToUInt32(uint value)", to_u_int32),
        Method::new("uint ToUInt32(long value)", to_u_int32),
        Method::new("uint ToUInt32(ulong value)", to_u_int32),
        Method::new("uint ToUInt32(float value)", to_u_int32),
        Method::new("uint ToUInt32(double value)", to_u_int32),
        Method::new("uint ToUInt32(decimal value)", to_u_int32),
        Method::new("uint ToUInt32(string value)", to_u_int32),
        Method::new("uint ToUInt32(string value, System.IFormatProvider provider)", to_u_int32),
        Method::new("uint ToUInt32(datetime value)", to_u_int32),
        Method::new("long ToInt64(System.Object value)", to_int64),
        Method::new("long ToInt64(System.Object value, System.IFormatProvider provider)", to_int64),
        Method::new("long ToInt64(bool value)", to_int64),
        Method::new("long ToInt64(char value)", to_int64),
        Method::new("long ToInt64(sbyte value)", to_int64),
        Method::new("long ToInt64(byte value)", to_int64),
        Method::new("long ToInt64(short value)", to_int64),
        Method::new("long ToInt64(ushort value)", to_int64),
        Method::new("long ToInt64(int value)", to_int64),
        Method::new("long ToInt64(uint value)", to_int64),
        Method::new("long ToInt64(ulong value)", to_int64),
        Method::new("long ToInt64(long value)", to_int64),
        Method::new("long ToInt64(float value)", to_int64),
        Method::new("long ToInt64(double value)", to_int64),
        Method::new("long ToInt64(decimal value)", to_int64),
        Method::new("long ToInt64(string value)", to_int64),
        Method::new("long ToInt64(string value, System.IFormatProvider provider)", to_int64),
        Method::new("long ToInt64(datetime value)", to_int64),
        Method::new("ulong ToUInt64(System.Object value)", to_u_int64),
        Method::new("ulong ToUInt64(System.Object value, System.IFormatProvider provider)", to_u_int64),
        Method::new("ulong ToUInt64(bool value)", to_u_int64),
        Method::new("ulong ToUInt64(char value)", to_u_int64),
        Method::new("ulong ToUInt64(sbyte value)", to_u_int64),
        Method::new("ulong ToUInt64(byte value)", to_u_int64),
        Method::new("ulong ToUInt64(short value)", to_u_int64),
        Method::new("ulong ToUInt64(ushort value)", to_u_int64),
        Method::new("ulong ToUInt64(int value)", to_u_int64),
        Method::new("ulong ToUInt64(uint value)", to_u_int64),
        Method::new("ulong ToUInt64(long value)", to_u_int64),
        Method::new("ulong ToUInt64(ulong value)", to_u_int64),
        Method::new("ulong ToUInt64(float value)", to_u_int64),
        Method::new("ulong ToUInt64(double value)", to_u_int64),
        Method::new("ulong ToUInt64(decimal value)", to_u_int64),
        Method::new("ulong ToUInt64(string value)", to_u_int64),
        Method::new("ulong ToUInt64(string value, System.IFormatProvider provider)", to_u_int64),
        Method::new("ulong ToUInt64(datetime value)", to_u_int64),
        Method::new("float ToSingle(System.Object value)", to_single),
        Method::new("float ToSingle(System.Object value, System.IFormatProvider provider)", to_single),
        Method::new("float ToSingle(sbyte value)", to_single),
        Method::new("float ToSingle(byte value)", to_single),
        Method::new("float ToSingle(char value)", to_single),
        Method::new("float ToSingle(short value)", to_single),
        Method::new("float ToSingle(ushort value)", to_single),
        Method::new("float ToSingle(int value)", to_single),
        Method::new("float ToSingle(uint value)", to_single),
        Method::new("float ToSingle(long value)", to_single),
        Method::new("float ToSingle(ulong value)", to_single),
        Method::new("float ToSingle(float value)", to_single),
        Method::new("float ToSingle(double value)", to_single),
        Method::new("float ToSingle(decimal value)", to_single),
        Method::new("float ToSingle(string value)", to_single),
        Method::new("float ToSingle(string value, System.IFormatProvider provider)", to_single),
        Method::new("float ToSingle(bool value)", to_single),
        Method::new("float ToSingle(datetime value)", to_single),
        Method::new("double ToDouble(System.Object value)", to_double),
        Method::new("double ToDouble(System.Object value, System.IFormatProvider provider)", to_double),
        Method::new("double ToDouble(sbyte value)", to_double),
        Method::new("double ToDouble(byte value)", to_double),
        Method::new("double ToDouble(short value)", to_double),
        Method::new("double ToDouble(char value)", to_double),
        Method::new("double ToDouble(ushort value)", to_double),
        Method::new("double ToDouble(int value)", to_double),
        Method::new("double ToDouble(uint value)", to_double),
        Method::new("double ToDouble(long value)", to_double),
        Method::new("double ToDouble(ulong value)", to_double),
        Method::new("double ToDouble(float value)", to_double),
        Method::new("double ToDouble(double value)", to_double),
        Method::new("double ToDouble(decimal value)", to_double),
        Method::new("double ToDouble(string value)", to_double),
        Method::new("double ToDouble(string value, System.IFormatProvider provider)", to_double),
        Method::new("double ToDouble(bool value)", to_double),
        Method::new("double ToDouble(datetime value)", to_double),
        Method::new("decimal ToDecimal(System.Object value)", to_decimal),
        Method::new("decimal ToDecimal(System.Object value, System.IFormatProvider provider)", to_decimal),
        Method::new("decimal ToDecimal(sbyte value)", to_decimal),
        Method::new("decimal ToDecimal(byte value)", to_decimal),
        Method::new("decimal ToDecimal(char value)", to_decimal),
        Method::new("decimal ToDecimal(short value)", to_decimal),
        Method::new("decimal ToDecimal(ushort value)", to_decimal),
        Method::new("decimal ToDecimal(int value)", to_decimal),
        Method::new("decimal ToDecimal(uint value)", to_decimal),
        Method::new("decimal ToDecimal(long value)", to_decimal),
        Method::new("decimal ToDecimal(ulong value)", to_decimal),
        Method::new("decimal ToDecimal(float value)", to_decimal),
        Method::new("decimal ToDecimal(double value)", to_decimal),
        Method::new("decimal ToDecimal(string value)", to_decimal),
        Method::new("decimal ToDecimal(string value, System.IFormatProvider provider)", to_decimal),
        Method::new("decimal ToDecimal(decimal value)", to_decimal),
        Method::new("decimal ToDecimal(bool value)", to_decimal),
        Method::new("decimal ToDecimal(datetime value)", to_decimal),
        Method::new("datetime ToDateTime(datetime value)", to_date_time),
        Method::new("datetime ToDateTime(System.Object value)", to_date_time),
        Method::new("datetime ToDateTime(System.Object value, System.IFormatProvider provider)", to_date_time),
        Method::new("datetime ToDateTime(string value)", to_date_time),
        Method::new("datetime ToDateTime(string value, System.IFormatProvider provider)", to_date_time),
        Method::new("datetime ToDateTime(sbyte value)", to_date_time),
        Method::new("datetime ToDateTime(byte value)", to_date_time),
        Method::new("datetime ToDateTime(short value)", to_date_time),
        Method::new("datetime ToDateTime(ushort value)", to_date_time),
        Method::new("datetime ToDateTime(int value)", to_date_time),
        Method::new("datetime ToDateTime(uint value)", to_date_time),
        Method::new("datetime ToDateTime(long value)", to_date_time),
        Method::new("datetime ToDateTime(ulong value)", to_date_time),
        Method::new("datetime ToDateTime(bool value)", to_date_time),
        Method::new("datetime ToDateTime(char value)", to_date_time),
        Method::new("datetime ToDateTime(float value)", to_date_time),
        Method::new("datetime ToDateTime(double value)", to_date_time),
        Method::new("datetime ToDateTime(decimal value)", to_date_time),
        Method::new("string ToString(System.Object value)", to_string),
        Method::new("string ToString(System.Object value, System.IFormatProvider provider)", to_string),
        Method::new("string ToString(bool value)", to_string),
        Method::new("string ToString(bool value, System.IFormatProvider provider)", to_string),
        Method::new("string ToString(char value)", to_string),
        Method::new("string ToString(char value, System.IFormatProvider provider)", to_string),
        Method::new("string ToString(sbyte value)", to_string),
        Method::new("string ToString(sbyte value, System.IFormatProvider provider)", to_string),
        Method::new("string ToString(byte value)", to_string),
        Method::new("string ToString(byte value, System.IFormatProvider provider)", to_string),
        Method::new("string ToString(short value)", to_string),
        Method::new("string ToString(short value, System.IFormatProvider provider)", to_string),
        Method::new("string ToString(ushort value)", to_string),
        Method::new("string ToString(ushort value, System.IFormatProvider provider)", to_string),
        Method::new("string ToString(int value)", to_string),
        Method::new("string ToString(int value, System.IFormatProvider provider)", to_string),
        Method::new("string ToString(uint value)", to_string),
        Method::new("string ToString(uint value, System.IFormatProvider provider)", to_string),
        Method::new("string ToString(long value)", to_string),
        Method::new("string ToString(long value, System.IFormatProvider provider)", to_string),
        Method::new("string ToString(ulong value)", to_string),
        Method::new("string ToString(ulong value, System.IFormatProvider provider)", to_string),
        Method::new("string ToString(float value)", to_string),
        Method::new("string ToString(float value, System.IFormatProvider provider)", to_string),
        Method::new("string ToString(double value)", to_string),
        Method::new("string ToString(double value, System.IFormatProvider provider)", to_string),
        Method::new("string ToString(decimal value)", to_string),
        Method::new("string ToString(decimal value, System.IFormatProvider provider)", to_string),
        Method::new("string ToString(datetime value)", to_string),
        Method::new("string ToString(datetime value, System.IFormatProvider provider)", to_string),
        Method::new("string ToString(string value)", to_string),
        Method::new("string ToString(string value, System.IFormatProvider provider)", to_string),
        Method::new("byte ToByte(string value, int fromBase)", to_byte),
        Method::new("sbyte ToSByte(string value, int fromBase)", to_s_byte),
        Method::new("short ToInt16(string value, int fromBase)", to_int16),
        Method::new("ushort ToUInt16(string value, int fromBase)", to_u_int16),
        Method::new("int ToInt32(string value, int fromBase)", to_int32),
        Method::new("uint ToUInt32(string value, int fromBase)", to_u_int32),
        Method::new("long ToInt64(string value, int fromBase)", to_int64),
        Method::new("ulong ToUInt64(string value, int fromBase)", to_u_int64),
        Method::new("string ToString(byte value, int toBase)", to_string),
        Method::new("string ToString(short value, int toBase)", to_string),
        Method::new("string ToString(int value, int toBase)", to_string),
        Method::new("string ToString(long value, int toBase)", to_string),
        Method::new("string ToBase64String(byte[] inArray)", to_base64_string),
        Method::new("string ToBase64String(byte[] inArray, System.Base64FormattingOptions options)", to_base64_string),
        Method::new("string ToBase64String(byte[] inArray, int offset, int length)", to_base64_string),
        Method::new(
            "string ToBase64String(byte[] inArray, int offset, int length, System.Base64FormattingOptions options)",
            to_base64_string,
        ),
        Method::new(
            "int ToBase64CharArray(byte[] inArray, int offsetIn, int length, char[] outArray, int offsetOut)",
            to_base64_char_array,
        ),
        Method::new(
            "int ToBase64CharArray(byte[] inArray, int offsetIn, int length, char[] outArray, int offsetOut, System.Base64FormattingOptions options)",
            to_base64_char_array,
        ),
        Method::new("byte[] FromBase64String(string s)", from_base64_string),
        Method::new("byte[] FromBase64CharArray(char[] inArray, int offset, int length)", from_base64_char_array),
        Method::new("byte[] FromHexString(string s)", from_hex_string),
        Method::new("string ToHexString(byte[] inArray)", to_hex_string),
        Method::new("string ToHexString(byte[] inArray, int offset, int length)", to_hex_string),
        Method::new("string ToHexStringLower(byte[] inArray)", to_hex_string_lower),
        Method::new("string ToHexStringLower(byte[] inArray, int offset, int length)", to_hex_string_lower),
    ],
    ..TypeTable::of(&known::CONVERT)
};

fn db_null(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(db_null::value())
}

fn get_type_code(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let code = arguments.value(0).type_ref().map_or(0, |ty| type_info::type_code(&ty));
    Ok(EnumValue::native(&enums::TYPE_CODE, code))
}

fn is_db_null(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Bool(db_null::is(&arguments.value(0))))
}

fn short_name(value: &Value) -> String {
    value.type_ref().map_or_else(String::new, |ty| ty.short_name())
}

fn invalid(value: &Value, target: &str) -> Flow {
    fault::raise(&INVALID_CAST_EXCEPTION, format!("Invalid cast from '{}' to '{target}'.", short_name(value)))
}

/// What has no `IConvertible`.
fn not_convertible(value: &Value) -> Flow {
    let name = match value {
        Value::Object(_) => types::PS_OBJECT.name.to_string(),
        other => other.type_ref().map_or_else(String::new, |ty| ty.full_name()),
    };
    let message = format!("Unable to cast object of type '{name}' to type 'System.IConvertible'.");
    fault::raise(&INVALID_CAST_EXCEPTION, message)
}

/// Whether a value has `IConvertible`.
fn is_convertible(value: &Value) -> bool {
    match value {
        Value::Null | Value::Void | Value::Bool(_) | Value::Char(_) | Value::Str(_) | Value::Enum(_) => true,
        Value::Native(_) => value.downcast::<DateTime>().is_some() || db_null::is(value),
        other => NumberKind::of(other).is_some_and(|kind| kind != NumberKind::BigInteger),
    }
}

/// A value as a number of a type: texts are read, fractions rounded half to even.
fn to_number(env: &mut dyn Env, arguments: &[Value], kind: NumberKind) -> Outcome<Value> {
    let value = arguments.value(0);
    if let (Value::Str(text), Some(Value::Int(base))) = (&value, arguments.get(1)) {
        return radix::read(text, *base, kind);
    }
    let culture = culture::of_argument(env, arguments, 1);
    number_of(&value, kind, culture)
}

fn number_of(value: &Value, kind: NumberKind, culture: &'static Culture) -> Outcome<Value> {
    let overflow = || fault::raise(&OVERFLOW_EXCEPTION, kind.overflow_message());
    match value.base() {
        Value::Null | Value::Void => return Ok(kind.zero()),
        Value::Bool(bit) => return kind.fit(i128::from(*bit)).ok_or_else(overflow),
        Value::Str(text) => return fault::lift(read_number(text, kind, None, culture)),
        Value::Char(_) if !kind.is_integer() => return Err(invalid(value, short(kind))),
        other if !is_convertible(other) => return Err(not_convertible(other)),
        Value::Native(_) => return Err(invalid(value, short(kind))),
        _ => {}
    }
    if let Some(number) = whole(value) {
        return kind.fit(number).ok_or_else(overflow);
    }
    match kind {
        NumberKind::Double => as_double(value).map(Value::Double).ok_or_else(overflow),
        NumberKind::Single => as_double(value).map(|number| Value::Single(number as f32)).ok_or_else(overflow),
        NumberKind::Decimal => as_decimal(value).map(|number| Value::Decimal(Rc::new(number))).ok_or_else(overflow),
        _ => rounded(value).and_then(|number| kind.fit(number)).ok_or_else(overflow),
    }
}

/// A fraction rounded half to even.
fn rounded(value: &Value) -> Option<i128> {
    match value.base() {
        Value::Double(number) => whole_double(*number),
        Value::Single(number) => whole_double(f64::from(*number)),
        Value::Decimal(number) => number.round().to_i128(),
        other => as_big_integer(other)?.to_i128(),
    }
}

fn whole_double(number: f64) -> Option<i128> {
    number.is_finite().then(|| number.round_ties_even().to_i128()).flatten()
}

fn short(kind: NumberKind) -> &'static str {
    kind.native().short_name()
}

fn to_byte(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    to_number(env, arguments, NumberKind::Byte)
}

fn to_s_byte(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    to_number(env, arguments, NumberKind::SByte)
}

fn to_int16(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    to_number(env, arguments, NumberKind::Int16)
}

fn to_u_int16(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    to_number(env, arguments, NumberKind::UInt16)
}

fn to_int32(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    to_number(env, arguments, NumberKind::Int32)
}

fn to_u_int32(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    to_number(env, arguments, NumberKind::UInt32)
}

fn to_int64(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    to_number(env, arguments, NumberKind::Int64)
}

fn to_u_int64(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    to_number(env, arguments, NumberKind::UInt64)
}

fn to_single(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    to_number(env, arguments, NumberKind::Single)
}

fn to_double(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    to_number(env, arguments, NumberKind::Double)
}

fn to_decimal(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    to_number(env, arguments, NumberKind::Decimal)
}

fn to_boolean(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    boolean_of(&arguments.value(0)).map(Value::Bool)
}

fn boolean_of(value: &Value) -> Outcome<bool> {
    match value.base() {
        Value::Null | Value::Void => Ok(false),
        Value::Bool(bit) => Ok(*bit),
        Value::Str(text) => super::boolean::read(text).ok_or_else(|| {
            fault::raise(&FORMAT_EXCEPTION, format!("String '{text}' was not recognized as a valid Boolean."))
        }),
        Value::Double(number) => Ok(*number != 0.0),
        Value::Single(number) => Ok(*number != 0.0),
        Value::Decimal(number) => Ok(!number.is_zero()),
        Value::Char(_) => Err(invalid(value, "Boolean")),
        other => match whole(other) {
            Some(number) => Ok(number != 0),
            None if is_convertible(other) => Err(invalid(value, "Boolean")),
            None => Err(not_convertible(other)),
        },
    }
}

fn to_char(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    char_of(&arguments.value(0))
}

fn char_of(value: &Value) -> Outcome<Value> {
    match value.base() {
        Value::Null | Value::Void => Ok(Value::Char(0)),
        Value::Str(text) => match text.units().as_slice() {
            [unit] => Ok(Value::Char(*unit)),
            _ => Err(fault::raise(&FORMAT_EXCEPTION, "String must be exactly one character long.")),
        },
        Value::Bool(_) | Value::Double(_) | Value::Single(_) | Value::Decimal(_) => Err(invalid(value, "Char")),
        other => match whole(other) {
            Some(number) => u16::try_from(number).map(Value::Char).map_err(|_| {
                fault::raise(&OVERFLOW_EXCEPTION, "Value was either too large or too small for a character.")
            }),
            None if is_convertible(other) => Err(invalid(value, "Char")),
            None => Err(not_convertible(other)),
        },
    }
}

fn to_date_time(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let culture = culture::of_argument(env, arguments, 1);
    date_of(env, &arguments.value(0), culture)
}

fn date_of(env: &mut dyn Env, value: &Value, culture: &'static Culture) -> Outcome<Value> {
    match value.base() {
        Value::Null | Value::Void => Ok(Value::native(DateTime::MIN)),
        Value::Str(text) => {
            let zone = super::time::local_zone(env);
            let context = DateContext { culture, zone: &zone, now: super::time::now(env) };
            fault::lift(DateTime::parse(text, DateStyles::NONE, context)).map(Value::native)
        }
        other if other.downcast::<DateTime>().is_some() => Ok(other.clone()),
        other if is_convertible(other) => Err(invalid(other, "DateTime")),
        other => Err(not_convertible(other)),
    }
}

fn to_string(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let value = arguments.value(0);
    if value.is_null() {
        return Ok(Value::from(""));
    }
    if let (Some(Value::Int(base)), Some(kind)) = (arguments.get(1), NumberKind::of(&value)) {
        return radix::write(&value, *base, kind);
    }
    let culture = culture::of_argument(env, arguments, 1);
    format::item_text(env, &value, None, culture).map(Value::from)
}

fn change_type(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let value = arguments.value(0);
    let culture = culture::of_argument(env, arguments, 2);
    let target = match arguments.get(1) {
        Some(Value::Type(ty)) => TypeRef::clone(ty),
        Some(Value::Enum(code)) => TypeRef::Native(type_of_code(code.value)),
        _ => return Err(fault::argument_null("conversionType")),
    };
    if value.is_null() {
        return if types::is_value_type(&target) {
            Err(fault::raise(&INVALID_CAST_EXCEPTION, "Null object cannot be converted to a value type."))
        } else {
            Ok(Value::Null)
        };
    }
    if value.type_ref().as_ref() == Some(&target) || target.is_native(&types::OBJECT) {
        return Ok(value);
    }
    if !is_convertible(value.base()) {
        return Err(fault::raise(&INVALID_CAST_EXCEPTION, "Object must implement IConvertible."));
    }
    let TypeRef::Native(native) = &target else { return Err(full_invalid(&value, &target)) };
    if let Some(kind) = NumberKind::of_type(native).filter(|kind| *kind != NumberKind::BigInteger) {
        return number_of(&value, kind, culture);
    }
    if **native == types::STRING {
        return format::item_text(env, &value, None, culture).map(Value::from);
    }
    if **native == types::BOOLEAN {
        return boolean_of(&value).map(Value::Bool);
    }
    if **native == types::CHAR {
        return char_of(&value);
    }
    if **native == known::DATE_TIME {
        return date_of(env, &value, culture);
    }
    Err(full_invalid(&value, &target))
}

fn full_invalid(value: &Value, target: &TypeRef) -> Flow {
    let name = value.type_ref().map_or_else(String::new, |ty| ty.full_name());
    let message = format!("Invalid cast from '{name}' to '{}'.", target.full_name());
    fault::raise(&INVALID_CAST_EXCEPTION, message)
}

/// The type of a `TypeCode`.
fn type_of_code(code: i64) -> &'static types::NativeType {
    let codes: [(i64, &'static types::NativeType); 15] = [
        (3, &types::BOOLEAN),
        (4, &types::CHAR),
        (5, &types::SBYTE),
        (6, &types::BYTE),
        (7, &types::INT16),
        (8, &types::UINT16),
        (9, &types::INT32),
        (10, &types::UINT32),
        (11, &types::INT64),
        (12, &types::UINT64),
        (13, &types::SINGLE),
        (14, &types::DOUBLE),
        (15, &types::DECIMAL),
        (16, &known::DATE_TIME),
        (18, &types::STRING),
    ];
    codes.into_iter().find(|(own, _)| *own == code).map_or(&types::OBJECT, |(_, ty)| ty)
}

/// The part of a `byte[]` that an offset and a length give.
fn part(arguments: &[Value], length: usize) -> Outcome<Vec<u8>> {
    if arguments.is_null(0) {
        return Err(fault::argument_null("inArray"));
    }
    let bytes = arguments.bytes(0);
    if arguments.len() < 3 || !matches!(arguments.get(length), Some(Value::Int(_))) {
        return Ok(bytes);
    }
    let range = usize::try_from(arguments.int(1)).ok().zip(usize::try_from(arguments.int(length)).ok());
    let part = range.and_then(|(start, count)| bytes.get(start..start.checked_add(count)?));
    part.map(<[u8]>::to_vec)
        .ok_or_else(|| fault::out_of_range("Offset and length must refer to a position in the string.", "offset"))
}

fn to_base64_string(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let bytes = part(arguments, 2)?;
    let text = STANDARD.encode(bytes);
    let breaks = matches!(arguments.last(), Some(Value::Enum(options)) if options.value == 1);
    if !breaks {
        return Ok(Value::from(text));
    }
    let lines: Vec<&str> = text.as_bytes().chunks(76).filter_map(|line| std::str::from_utf8(line).ok()).collect();
    Ok(Value::from(lines.join("\r\n")))
}

fn to_base64_char_array(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let text = STANDARD.encode(part(arguments, 2)?);
    let units = text.encode_utf16().map(Value::Char).collect::<Vec<_>>();
    let count = units.len() as i32;
    super::sequence::copy_to(units, &arguments.value(3), arguments.int(4))?;
    Ok(Value::Int(count))
}

fn decoded(text: &str) -> Outcome<Value> {
    let compact: String = text.chars().filter(|c| !matches!(c, ' ' | '\t' | '\r' | '\n')).collect();
    if !compact.len().is_multiple_of(4)
        && compact.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'='))
    {
        return Err(fault::raise(
            &FORMAT_EXCEPTION,
            "The input is not a valid Base-64 string as it contains a non-base 64 character, more than two padding \
             characters, or an illegal character among the padding characters.",
        ));
    }
    STANDARD.decode(compact).map(|bytes| byte_array(&bytes)).map_err(|_| {
        fault::raise(
            &FORMAT_EXCEPTION,
            "The input is not a valid Base-64 string as it contains a non-base 64 character, more than two padding \
             characters, or an illegal character among the padding characters.",
        )
    })
}

fn from_base64_string(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    decoded(&arguments.needed_text(0, "s")?)
}

fn from_base64_char_array(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let units: Vec<u16> = arguments
        .items(0)
        .iter()
        .skip(usize::try_from(arguments.int(1)).unwrap_or_default())
        .take(usize::try_from(arguments.int(2)).unwrap_or_default())
        .filter_map(whole)
        .filter_map(|unit| u16::try_from(unit).ok())
        .collect();
    decoded(&String::from_utf16_lossy(&units))
}

fn from_hex_string(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let text = arguments.needed_text(0, "s")?;
    let bad = |message: &str| fault::raise(&FORMAT_EXCEPTION, message);
    if text.len() % 2 != 0 {
        return Err(bad("The input is not a valid hex string as its length is not a multiple of 2."));
    }
    let digits: Option<Vec<u8>> =
        text.chars().map(|c| c.to_digit(16).and_then(|digit| u8::try_from(digit).ok())).collect();
    let digits =
        digits.ok_or_else(|| bad("The input is not a valid hex string as it contains a non-hex character."))?;
    let bytes: Vec<u8> = digits.chunks(2).map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit)).collect();
    Ok(byte_array(&bytes))
}

fn to_hex_string(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let text: String = part(arguments, 2)?.iter().map(|byte| format!("{byte:02X}")).collect();
    Ok(Value::from(text))
}

fn to_hex_string_lower(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let text: String = part(arguments, 2)?.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Value::from(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fractions_round_half_to_even() {
        let convert = |number| number_of(&Value::Double(number), NumberKind::Int32, Culture::invariant());
        assert!(matches!(convert(2.5), Ok(Value::Int(2))));
        assert!(matches!(convert(3.5), Ok(Value::Int(4))));
        assert!(convert(1e20).is_err());
    }
}
