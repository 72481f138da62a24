//! To `bool`: what the language takes for true.

use crate::value::{Env, Outcome, SwitchParameter, Value};

/// Whether the language takes a value for true: null, zero and an empty string are false; a list with one item is as
/// true as its item, a longer one is true; every other object is true.
#[inline]
pub fn to_bool(env: &mut dyn Env, value: &Value) -> Outcome<bool> {
    match value {
        Value::Bool(b) => Ok(*b),
        Value::Null | Value::Void => Ok(false),
        Value::Int(n) => Ok(*n != 0),
        Value::Str(text) => Ok(!text.is_empty()),
        other => Ok(is_true(env, other)),
    }
}

fn is_true(env: &mut dyn Env, value: &Value) -> bool {
    match value.base() {
        Value::Null | Value::Void => false,
        Value::Bool(b) => *b,
        Value::Char(c) => *c != 0,
        Value::SByte(n) => *n != 0,
        Value::Byte(n) => *n != 0,
        Value::Int16(n) => *n != 0,
        Value::UInt16(n) => *n != 0,
        Value::Int(n) => *n != 0,
        Value::UInt32(n) => *n != 0,
        Value::Long(n) => *n != 0,
        Value::UInt64(n) => *n != 0,
        Value::Single(n) => *n != 0.0,
        Value::Double(n) => *n != 0.0,
        Value::Decimal(n) => !n.is_zero(),
        Value::BigInt(n) => n.sign() != num_bigint::Sign::NoSign,
        Value::Str(text) => !text.is_empty(),
        Value::Enum(value) => value.value != 0,
        Value::Array(array) => list_is_true(env, array.len(), || array.get(0)),
        Value::Native(native) => {
            if let Some(switch) = native.downcast::<SwitchParameter>() {
                return switch.0;
            }
            if !native.type_ref().native().is(&crate::value::types::I_LIST) {
                return true;
            }
            let items = native.data().items().unwrap_or_default();
            list_is_true(env, items.len(), || items.first().cloned())
        }
        Value::Instance(instance) => match instance.native_base() {
            Some(base) if base.type_ref().native().is(&crate::value::types::I_LIST) => {
                is_true(env, &Value::Native(base.clone()))
            }
            _ => true,
        },
        Value::Type(_) | Value::Table(_) | Value::Object(_) => true,
    }
}

/// A list with one item that is a list itself is true when that has items at all.
fn list_is_true(env: &mut dyn Env, length: usize, first: impl FnOnce() -> Option<Value>) -> bool {
    match length {
        0 => false,
        1 => match first() {
            Some(item) => match inner_length(&item) {
                Some(length) => length > 0,
                None => is_true(env, &item),
            },
            None => false,
        },
        _ => true,
    }
}

fn inner_length(item: &Value) -> Option<usize> {
    match item.base() {
        Value::Array(array) => Some(array.len()),
        Value::Native(native) if native.type_ref().native().is(&crate::value::types::I_LIST) => native.data().count(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::env::TestEnv;

    #[test]
    fn a_list_with_one_item_is_as_true_as_its_item() {
        let env = &mut TestEnv::default();
        let list = |items: Vec<Value>| Value::array(items);
        let cases = [
            (list(vec![]), false),
            (list(vec![Value::Int(0)]), false),
            (list(vec![Value::from("")]), false),
            (list(vec![Value::Int(0), Value::Int(0)]), true),
            (list(vec![list(vec![])]), false),
            (list(vec![list(vec![Value::Int(0)])]), true),
            (Value::from("False"), true),
            (Value::object([]), true),
            (SwitchParameter::value(false), false),
        ];
        for (value, expected) in cases {
            assert_eq!(to_bool(env, &value).ok(), Some(expected), "{value:?}");
        }
    }
}
