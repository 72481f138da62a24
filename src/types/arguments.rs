//! Reading converted arguments: each accessor trusts the resolver and gives a neutral value where it is missing.

use super::fault;
use crate::text::Str;
use crate::value::{Outcome, Value};
use num_bigint::BigInt;
use num_traits::ToPrimitive;
use rust_decimal::Decimal;

/// The arguments of a call, each already of its parameter's type.
pub(super) trait Arguments {
    fn value(&self, place: usize) -> Value;
    /// The text; empty for null.
    fn text(&self, place: usize) -> Str;
    fn int(&self, place: usize) -> i32;
    fn long(&self, place: usize) -> i64;
    fn double(&self, place: usize) -> f64;
    fn decimal(&self, place: usize) -> Decimal;
    fn big(&self, place: usize) -> BigInt;
    fn bool(&self, place: usize) -> bool;
    /// A UTF-16 unit.
    fn unit(&self, place: usize) -> u16;
    /// The number of an enum's member.
    fn number(&self, place: usize) -> i64;
    /// The items of an array or another list; empty for null.
    fn items(&self, place: usize) -> Vec<Value>;
    /// The bytes of a `byte[]`.
    fn bytes(&self, place: usize) -> Vec<u8>;
    /// The text, which must not be null.
    fn needed_text(&self, place: usize, parameter: &str) -> Outcome<Str>;
    fn is_null(&self, place: usize) -> bool;
}

impl Arguments for [Value] {
    fn value(&self, place: usize) -> Value {
        self.get(place).cloned().unwrap_or_default()
    }

    fn text(&self, place: usize) -> Str {
        match self.get(place).map(Value::base) {
            Some(Value::Str(text)) => text.clone(),
            _ => Str::default(),
        }
    }

    fn int(&self, place: usize) -> i32 {
        self.long(place).to_i32().unwrap_or_default()
    }

    fn long(&self, place: usize) -> i64 {
        match self.get(place).map(Value::base) {
            Some(value) => whole(value).and_then(|n| i64::try_from(n).ok()).unwrap_or_default(),
            None => 0,
        }
    }

    fn double(&self, place: usize) -> f64 {
        match self.get(place).map(Value::base) {
            Some(Value::Double(n)) => *n,
            Some(Value::Single(n)) => f64::from(*n),
            Some(value) => whole(value).map_or(0.0, |n| n as f64),
            None => 0.0,
        }
    }

    fn decimal(&self, place: usize) -> Decimal {
        match self.get(place).map(Value::base) {
            Some(Value::Decimal(n)) => **n,
            _ => Decimal::ZERO,
        }
    }

    fn big(&self, place: usize) -> BigInt {
        match self.get(place).map(Value::base) {
            Some(Value::BigInt(n)) => BigInt::clone(n),
            Some(value) => whole(value).map(BigInt::from).unwrap_or_default(),
            None => BigInt::default(),
        }
    }

    fn bool(&self, place: usize) -> bool {
        matches!(self.get(place).map(Value::base), Some(Value::Bool(true)))
    }

    fn unit(&self, place: usize) -> u16 {
        match self.get(place).map(Value::base) {
            Some(Value::Char(unit)) => *unit,
            _ => 0,
        }
    }

    fn number(&self, place: usize) -> i64 {
        match self.get(place).map(Value::base) {
            Some(Value::Enum(value)) => value.value,
            Some(_) => self.long(place),
            None => 0,
        }
    }

    fn items(&self, place: usize) -> Vec<Value> {
        self.get(place).map(items_of).unwrap_or_default()
    }

    fn bytes(&self, place: usize) -> Vec<u8> {
        bytes_of(&self.items(place))
    }

    fn needed_text(&self, place: usize, parameter: &str) -> Outcome<Str> {
        if self.is_null(place) { Err(fault::argument_null(parameter)) } else { Ok(self.text(place)) }
    }

    fn is_null(&self, place: usize) -> bool {
        self.get(place).is_none_or(Value::is_null)
    }
}

/// The whole number that an integer, a character or an enum's member is.
pub(super) fn whole(value: &Value) -> Option<i128> {
    Some(match value.base() {
        Value::Char(n) => i128::from(*n),
        Value::SByte(n) => i128::from(*n),
        Value::Byte(n) => i128::from(*n),
        Value::Int16(n) => i128::from(*n),
        Value::UInt16(n) => i128::from(*n),
        Value::Int(n) => i128::from(*n),
        Value::UInt32(n) => i128::from(*n),
        Value::Long(n) => i128::from(*n),
        Value::UInt64(n) => i128::from(*n),
        Value::Enum(n) => i128::from(n.value),
        _ => return None,
    })
}

/// The items of a value that enumerates; empty for null, the value itself where it is a single item.
pub(super) fn items_of(value: &Value) -> Vec<Value> {
    match value.base() {
        Value::Null | Value::Void => Vec::new(),
        Value::Array(array) => array.items.borrow().clone(),
        Value::Str(text) => text.units().into_iter().map(Value::Char).collect(),
        Value::Native(native) => super::collections::entries_of(value)
            .or_else(|| native.data().items())
            .unwrap_or_else(|| vec![value.clone()]),
        Value::Instance(instance) => {
            instance.native_base().and_then(|base| base.data().items()).unwrap_or_else(|| vec![value.clone()])
        }
        Value::Table(table) => table.pairs().into_iter().map(|(key, value)| super::entry::entry(key, value)).collect(),
        other => vec![other.clone()],
    }
}

/// Bytes from values that are numbers.
pub(super) fn bytes_of(items: &[Value]) -> Vec<u8> {
    items.iter().map(|item| whole(item).and_then(|n| u8::try_from(n).ok()).unwrap_or_default()).collect()
}

/// A `byte[]`.
pub fn byte_array(bytes: &[u8]) -> Value {
    let items = bytes.iter().map(|byte| Value::Byte(*byte)).collect();
    typed_array(&crate::value::types::BYTE, items)
}

/// A `string[]`.
pub fn string_array<T: Into<Str>>(texts: impl IntoIterator<Item = T>) -> Value {
    let items = texts.into_iter().map(|text| Value::Str(text.into())).collect();
    typed_array(&crate::value::types::STRING, items)
}

/// An array of a native type, whose items must be of it already.
pub fn typed_array(element: &'static crate::value::NativeType, items: Vec<Value>) -> Value {
    Value::Array(std::rc::Rc::new(crate::value::Array::typed(element.into(), items)))
}
