//! `System.Guid`.

use super::arguments::{Arguments, byte_array, whole};
use super::fault::{self, lift};
use super::invoke::{assign, receiver};
use super::table::{Method, Property, StaticProperty, TypeTable};
use super::{compare, known, object, time};
use crate::text::Str;
use crate::text::guid as text;
use crate::value::types::TypeRef;
use crate::value::{Env, Native, Outcome, Value, convert};
use std::cmp::Ordering;
use uuid::Uuid;

impl Native for Uuid {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&known::GUID)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(Str::from(self.hyphenated().to_string())))
    }

    fn format(&self, _env: &mut dyn Env, format: &str) -> Outcome<Option<Str>> {
        lift(text::format(self, format)).map(|text| Some(Str::from(text)))
    }

    fn content_key(&self) -> Option<Str> {
        Some(Str::from(self.simple().to_string()))
    }

    fn order(&self, other: &Value) -> Option<Ordering> {
        other.downcast::<Uuid>().map(|other| self.cmp(other))
    }
}

pub(super) static TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("Variant", "int", variant),
        Property::new("Version", "int", version),
        // The text, which PowerShell's type data adds.
        Property::new("Guid", "string", |env, this| Ok(Value::Str(convert::object_text(env, this)?))),
    ],
    methods: &[
        Method::new("byte[] ToByteArray()", to_byte_array),
        Method::new("byte[] ToByteArray(bool bigEndian)", to_byte_array),
        Method::new("int GetHashCode()", object::get_hash_code),
        Method::new("bool Equals(System.Object o)", object::equals),
        Method::new("bool Equals(guid g)", object::equals),
        Method::new("int CompareTo(System.Object value)", compare_to),
        Method::new("int CompareTo(guid value)", compare_to),
        Method::new("string ToString()", to_string),
        Method::new("string ToString(string format)", to_string),
        Method::new("string ToString(string format, System.IFormatProvider provider)", to_string),
    ],
    constructors: &[
        Method::new("guid new(byte[] b)", new),
        Method::new(
            "guid new(uint a, ushort b, ushort c, byte d, byte e, byte f, byte g, byte h, byte i, byte j, byte k)",
            new,
        ),
        Method::new("guid new(int a, short b, short c, byte[] d)", new),
        Method::new(
            "guid new(int a, short b, short c, byte d, byte e, byte f, byte g, byte h, byte i, byte j, byte k)",
            new,
        ),
        Method::new("guid new(string g)", new),
    ],
    static_properties: &[
        StaticProperty::new("AllBitsSet", "guid", all_bits_set),
        StaticProperty::new("Empty", "guid", empty),
    ],
    static_methods: &[
        Method::new("guid CreateVersion7()", create_version7),
        Method::new("guid CreateVersion7(System.DateTimeOffset timestamp)", create_version7),
        Method::new("guid Parse(string input)", parse),
        Method::new("bool TryParse(string input, [ref] guid result)", try_parse),
        Method::new("guid ParseExact(string input, string format)", parse_exact),
        Method::new("bool TryParseExact(string input, string format, [ref] guid result)", try_parse_exact),
        Method::new("guid Parse(string s, System.IFormatProvider provider)", parse),
        Method::new("bool TryParse(string s, System.IFormatProvider provider, [ref] guid result)", try_parse),
        Method::new("guid NewGuid()", new_guid),
    ],
    ..TypeTable::of(&known::GUID)
};

fn own(this: &Value) -> Outcome<Uuid> {
    receiver::<Uuid>(this).copied()
}

fn value(guid: Uuid) -> Value {
    Value::native(guid)
}

fn variant(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(i32::from(own(this)?.as_bytes()[8] >> 4)))
}

fn version(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.get_version_num() as i32))
}

fn empty(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(value(Uuid::nil()))
}

fn all_bits_set(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(value(Uuid::max()))
}

fn to_byte_array(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let guid = own(this)?;
    Ok(if arguments.bool(0) { byte_array(guid.as_bytes()) } else { byte_array(&guid.to_bytes_le()) })
}

fn compare_to(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let other = arguments.value(0);
    if other.is_null() {
        return Ok(Value::Int(1));
    }
    match other.downcast::<Uuid>() {
        Some(other) => Ok(Value::Int(own(this)?.cmp(other) as i32)),
        None => Err(compare::must_be(&TypeRef::Native(&known::GUID))),
    }
}

fn to_string(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    lift(text::format(&own(this)?, &arguments.text(0))).map(Value::from)
}

fn new(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let part = |place: usize| arguments.get(place).and_then(whole).unwrap_or_default();
    match arguments.len() {
        1 => match arguments.first() {
            Some(Value::Str(guid)) => lift(text::parse(guid)).map(value),
            _ => match <[u8; 16]>::try_from(arguments.bytes(0)) {
                Ok(bytes) => Ok(value(Uuid::from_bytes_le(bytes))),
                Err(_) => Err(fault::argument("Byte array for Guid must be exactly 16 bytes long.", "b")),
            },
        },
        4 => match <[u8; 8]>::try_from(arguments.bytes(3)) {
            Ok(rest) => Ok(value(Uuid::from_fields(part(0) as u32, part(1) as u16, part(2) as u16, &rest))),
            Err(_) => Err(fault::argument("Byte array for Guid must be exactly 8 bytes long.", "d")),
        },
        _ => {
            let mut rest = [0; 8];
            for (place, byte) in rest.iter_mut().enumerate() {
                *byte = part(place + 3) as u8;
            }
            Ok(value(Uuid::from_fields(part(0) as u32, part(1) as u16, part(2) as u16, &rest)))
        }
    }
}

fn parse(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    lift(text::parse(&arguments.text(0))).map(value)
}

fn parse_exact(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    lift(text::parse_exact(&arguments.text(0), &arguments.text(1))).map(value)
}

fn try_parse(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let read = text::parse(&arguments.text(0));
    assign(env, arguments.last(), value(read.clone().unwrap_or_default()))?;
    Ok(Value::Bool(read.is_ok()))
}

fn try_parse_exact(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let read = text::parse_exact(&arguments.text(0), &arguments.text(1));
    assign(env, arguments.last(), value(read.clone().unwrap_or_default()))?;
    Ok(Value::Bool(read.is_ok()))
}

/// Random bits with the version and variant in their places.
fn random_bits(env: &mut dyn Env) -> u128 {
    u128::from(env.random()) << 64 | u128::from(env.random())
}

fn new_guid(env: &mut dyn Env, _this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let bytes = random_bits(env).to_be_bytes();
    Ok(value(uuid::Builder::from_random_bytes(bytes).into_uuid()))
}

fn create_version7(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let milliseconds = match arguments.value(0).downcast::<crate::text::date::DateTimeOffset>() {
        Some(at) => at.unix_milliseconds(),
        None => time::now(env).unix_seconds() * 1000 + i64::from(time::now(env).millisecond()),
    };
    let tail = random_bits(env) & ((1 << 80) - 1);
    let bits = (milliseconds.cast_unsigned() as u128) << 80 | tail;
    let bits = bits & !(0xF_u128 << 76) & !(0x3_u128 << 62) | 0x7_u128 << 76 | 0x2_u128 << 62;
    Ok(value(Uuid::from_u128(bits)))
}
