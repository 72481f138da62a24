//! `System.Security.Cryptography.RandomNumberGenerator`.

use crate::types::arguments::{Arguments, byte_array};
use crate::types::table::{Method, TypeTable};
use crate::types::{fault, known};
use crate::value::types::TypeRef;
use crate::value::{Env, Native, Outcome, Value};

/// A generator of random bytes.
struct Generator;

impl Native for Generator {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&known::RANDOM_NUMBER_GENERATOR)
    }
}

pub(super) static TABLE: TypeTable = TypeTable {
    methods: &[
        Method::new("void Dispose()", |_, _, _| Ok(Value::Void)),
        Method::new("void GetBytes(byte[] data)", fill),
        Method::new("void GetBytes(byte[] data, int offset, int count)", fill),
        Method::new("void GetNonZeroBytes(byte[] data)", fill_without_zeros),
    ],
    static_methods: &[
        Method::new("System.Security.Cryptography.RandomNumberGenerator Create()", |_, _, _| {
            Ok(Value::native(Generator))
        }),
        Method::new("int GetInt32(int fromInclusive, int toExclusive)", |env, _, arguments| {
            number(env, arguments.int(0), arguments.int(1))
        }),
        Method::new("int GetInt32(int toExclusive)", |env, _, arguments| number(env, 0, arguments.int(0))),
        Method::new("byte[] GetBytes(int count)", get_bytes),
        Method::new("string GetHexString(int stringLength, bool lowercase = False)", get_hex_string),
    ],
    ..TypeTable::of(&known::RANDOM_NUMBER_GENERATOR)
};

fn byte(env: &mut dyn Env) -> u8 {
    (env.random() >> 56) as u8
}

fn put(env: &mut dyn Env, arguments: &[Value], byte: fn(&mut dyn Env) -> u8) -> Outcome<Value> {
    let target = arguments.value(0);
    let Value::Array(array) = target.base() else { return Err(fault::argument_null("data")) };
    let length = array.len();
    let (start, count) = match arguments.len() {
        3 => (usize::try_from(arguments.int(1)).ok(), usize::try_from(arguments.int(2)).ok()),
        _ => (Some(0), Some(length)),
    };
    let end = start.zip(count).and_then(|(start, count)| start.checked_add(count)).filter(|end| *end <= length);
    let Some(end) = end else {
        return Err(fault::argument(
            "Offset and length were out of bounds for the array or count is greater than the number of elements from \
             index to the end of the source collection.",
            "count",
        ));
    };
    for slot in array.items.borrow_mut().iter_mut().take(end).skip(start.unwrap_or_default()) {
        *slot = Value::Byte(byte(env));
    }
    Ok(Value::Void)
}

fn fill(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    put(env, arguments, byte)
}

fn fill_without_zeros(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    put(env, arguments, |env| {
        loop {
            let byte = byte(env);
            if byte != 0 {
                return byte;
            }
        }
    })
}

fn number(env: &mut dyn Env, from: i32, to: i32) -> Outcome<Value> {
    if from >= to {
        return Err(fault::raise(
            &crate::value::error::ARGUMENT_EXCEPTION,
            "Range of random number does not contain at least one possibility.",
        ));
    }
    let width = (i64::from(to) - i64::from(from)).cast_unsigned();
    let offset = (u128::from(env.random()) * u128::from(width)) >> 64;
    Ok(Value::Int((i64::from(from) + offset as i64) as i32))
}

fn get_bytes(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let count = arguments.int(0);
    let count = usize::try_from(count).map_err(|_| fault::negative("count", count.into()))?;
    let bytes: Vec<u8> = (0..count).map(|_| byte(env)).collect();
    Ok(byte_array(&bytes))
}

fn get_hex_string(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let count = arguments.int(0);
    let count = usize::try_from(count).map_err(|_| fault::negative("stringLength", count.into()))?;
    let digits: &[u8; 16] = if arguments.bool(1) { b"0123456789abcdef" } else { b"0123456789ABCDEF" };
    let text: String = (0..count).map(|_| char::from(digits[usize::from(byte(env) >> 4)])).collect();
    Ok(Value::from(text))
}
