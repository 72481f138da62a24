//! `System.BitConverter` and `System.Buffer`.

use super::arguments::{Arguments, byte_array};
use super::table::{Method, StaticProperty, TypeTable};
use super::{fault, known};
use crate::value::error::ARGUMENT_EXCEPTION;
use crate::value::{Env, Outcome, Value};

pub(super) static TABLE: TypeTable = TypeTable {
    static_properties: &[StaticProperty::new("IsLittleEndian", "bool", is_little_endian)],
    static_methods: &[
        Method::new("byte[] GetBytes(bool value)", get_bytes),
        Method::new("byte[] GetBytes(char value)", get_bytes),
        Method::new("byte[] GetBytes(short value)", get_bytes),
        Method::new("byte[] GetBytes(int value)", get_bytes),
        Method::new("byte[] GetBytes(long value)", get_bytes),
        Method::new("byte[] GetBytes(ushort value)", get_bytes),
        Method::new("byte[] GetBytes(uint value)", get_bytes),
        Method::new("byte[] GetBytes(ulong value)", get_bytes),
        Method::new("byte[] GetBytes(float value)", get_bytes),
        Method::new("byte[] GetBytes(double value)", get_bytes),
        Method::new("char ToChar(byte[] value, int startIndex)", to_char),
        Method::new("short ToInt16(byte[] value, int startIndex)", to_int16),
        Method::new("int ToInt32(byte[] value, int startIndex)", to_int32),
        Method::new("long ToInt64(byte[] value, int startIndex)", to_int64),
        Method::new("ushort ToUInt16(byte[] value, int startIndex)", to_u_int16),
        Method::new("uint ToUInt32(byte[] value, int startIndex)", to_u_int32),
        Method::new("ulong ToUInt64(byte[] value, int startIndex)", to_u_int64),
        Method::new("float ToSingle(byte[] value, int startIndex)", to_single),
        Method::new("double ToDouble(byte[] value, int startIndex)", to_double),
        Method::new("string ToString(byte[] value, int startIndex, int length)", to_string),
        Method::new("string ToString(byte[] value)", to_string),
        Method::new("string ToString(byte[] value, int startIndex)", to_string),
        Method::new("bool ToBoolean(byte[] value, int startIndex)", to_boolean),
        Method::new("long DoubleToInt64Bits(double value)", double_to_int64_bits),
        Method::new("double Int64BitsToDouble(long value)", int64_bits_to_double),
        Method::new("int SingleToInt32Bits(float value)", single_to_int32_bits),
        Method::new("float Int32BitsToSingle(int value)", int32_bits_to_single),
        Method::new("ulong DoubleToUInt64Bits(double value)", double_to_u_int64_bits),
        Method::new("double UInt64BitsToDouble(ulong value)", u_int64_bits_to_double),
        Method::new("uint SingleToUInt32Bits(float value)", single_to_u_int32_bits),
        Method::new("float UInt32BitsToSingle(uint value)", u_int32_bits_to_single),
    ],
    ..TypeTable::of(&known::BIT_CONVERTER)
};

pub(super) static BUFFER: TypeTable = TypeTable {
    static_methods: &[
        Method::new("void BlockCopy(array src, int srcOffset, array dst, int dstOffset, int count)", block_copy),
        Method::new("int ByteLength(array array)", byte_length),
    ],
    ..TypeTable::of(&known::BUFFER)
};

fn is_little_endian(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Bool(true))
}

/// The bytes of a scalar, the lowest first.
fn bytes_of(value: &Value) -> Vec<u8> {
    match value {
        Value::Bool(n) => vec![u8::from(*n)],
        Value::Byte(n) => vec![*n],
        Value::SByte(n) => n.to_le_bytes().to_vec(),
        Value::Char(n) | Value::UInt16(n) => n.to_le_bytes().to_vec(),
        Value::Int16(n) => n.to_le_bytes().to_vec(),
        Value::Int(n) => n.to_le_bytes().to_vec(),
        Value::UInt32(n) => n.to_le_bytes().to_vec(),
        Value::Long(n) => n.to_le_bytes().to_vec(),
        Value::UInt64(n) => n.to_le_bytes().to_vec(),
        Value::Single(n) => n.to_le_bytes().to_vec(),
        Value::Double(n) => n.to_le_bytes().to_vec(),
        _ => Vec::new(),
    }
}

fn get_bytes(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(byte_array(&bytes_of(&arguments.value(0))))
}

/// So many bytes from an index on.
fn taken<const N: usize>(arguments: &[Value]) -> Outcome<[u8; N]> {
    if arguments.is_null(0) {
        return Err(fault::argument_null("value"));
    }
    let bytes = arguments.bytes(0);
    let start = usize::try_from(arguments.int(1)).ok().filter(|start| *start < bytes.len());
    let start = start.ok_or_else(|| {
        fault::out_of_range(
            "Index was out of range. Must be non-negative and less than the size of the collection.",
            "startIndex",
        )
    })?;
    let part = bytes.get(start..).and_then(|rest| rest.first_chunk::<N>());
    part.copied().ok_or_else(|| {
        fault::argument(
            "The array starting from the specified index is not long enough to read a value of the specified type.",
            "value",
        )
    })
}

fn to_boolean(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    taken::<1>(arguments).map(|bytes| Value::Bool(bytes != [0]))
}

fn to_char(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    taken(arguments).map(|bytes| Value::Char(u16::from_le_bytes(bytes)))
}

fn to_int16(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    taken(arguments).map(|bytes| Value::Int16(i16::from_le_bytes(bytes)))
}

fn to_u_int16(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    taken(arguments).map(|bytes| Value::UInt16(u16::from_le_bytes(bytes)))
}

fn to_int32(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    taken(arguments).map(|bytes| Value::Int(i32::from_le_bytes(bytes)))
}

fn to_u_int32(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    taken(arguments).map(|bytes| Value::UInt32(u32::from_le_bytes(bytes)))
}

fn to_int64(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    taken(arguments).map(|bytes| Value::Long(i64::from_le_bytes(bytes)))
}

fn to_u_int64(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    taken(arguments).map(|bytes| Value::UInt64(u64::from_le_bytes(bytes)))
}

fn to_single(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    taken(arguments).map(|bytes| Value::Single(f32::from_le_bytes(bytes)))
}

fn to_double(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    taken(arguments).map(|bytes| Value::Double(f64::from_le_bytes(bytes)))
}

fn to_string(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let bytes = arguments.bytes(0);
    let start = usize::try_from(arguments.int(1)).unwrap_or(usize::MAX).min(bytes.len());
    let length = match arguments.len() {
        3 => usize::try_from(arguments.int(2)).unwrap_or_default(),
        _ => bytes.len() - start,
    };
    let part = bytes.get(start..start.saturating_add(length)).ok_or_else(|| {
        fault::raise(
            &ARGUMENT_EXCEPTION,
            "The array starting from the specified index is not long enough to read a value of the specified type. \
             (Parameter 'value')",
        )
    })?;
    let texts: Vec<String> = part.iter().map(|byte| format!("{byte:02X}")).collect();
    Ok(Value::from(texts.join("-")))
}

fn double_to_int64_bits(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Long(arguments.double(0).to_bits().cast_signed()))
}

fn int64_bits_to_double(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Double(f64::from_bits(arguments.long(0).cast_unsigned())))
}

fn single_bits(arguments: &[Value]) -> u32 {
    (arguments.double(0) as f32).to_bits()
}

fn single_to_int32_bits(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Int(single_bits(arguments).cast_signed()))
}

fn int32_bits_to_single(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Single(f32::from_bits(arguments.int(0).cast_unsigned())))
}

fn double_to_u_int64_bits(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::UInt64(arguments.double(0).to_bits()))
}

fn u_int64_bits_to_double(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let bits = arguments.first().and_then(crate::value::number::integer).unwrap_or_default();
    Ok(Value::Double(f64::from_bits(bits as u64)))
}

fn single_to_u_int32_bits(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::UInt32(single_bits(arguments)))
}

fn u_int32_bits_to_single(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Single(f32::from_bits(arguments.long(0) as u32)))
}

fn block_copy(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let count = usize::try_from(arguments.int(4)).unwrap_or_default();
    let start = usize::try_from(arguments.int(1)).unwrap_or_default();
    let items: Vec<Value> = arguments.items(0).into_iter().skip(start).take(count).collect();
    let is_short = items.len() < count;
    if is_short {
        return Err(fault::raise(
            &ARGUMENT_EXCEPTION,
            "Offset and length were out of bounds for the array or count is greater than the number of elements from \
             index to the end of the source collection.",
        ));
    }
    super::sequence::copy_to(items, &arguments.value(2), arguments.int(3))
}

fn byte_length(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let length: usize = arguments.items(0).iter().map(|item| bytes_of(item).len()).sum();
    Ok(Value::Int(length as i32))
}
