//! `System.Collections.DictionaryEntry`: a key and its value.

use super::arguments::Arguments;
use super::invoke::receiver;
use super::table::{Method, Property, TypeTable};
use crate::text::Str;
use crate::value::convert::object_text;
use crate::value::types::{DICTIONARY_ENTRY, TypeRef};
use crate::value::{Env, Native, Outcome, Value};
use std::cell::RefCell;

/// A key and a value, as a dictionary enumerates them.
pub struct Entry {
    key: RefCell<Value>,
    value: RefCell<Value>,
}

impl Entry {
    pub fn key(&self) -> Value {
        self.key.borrow().clone()
    }

    pub fn value(&self) -> Value {
        self.value.borrow().clone()
    }
}

/// An entry as a value.
pub fn entry(key: Value, value: Value) -> Value {
    Value::native(Entry { key: RefCell::new(key), value: RefCell::new(value) })
}

impl Native for Entry {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&DICTIONARY_ENTRY)
    }

    fn text(&self, env: &mut dyn Env) -> Outcome<Option<Str>> {
        let key = object_text(env, &self.key())?;
        let value = object_text(env, &self.value())?;
        Ok(Some(format!("[{key}, {value}]").into()))
    }
}

pub(super) static TABLE: TypeTable = TypeTable {
    properties: &[
        Property::settable("Key", "System.Object", key, set_key),
        Property::settable("Value", "System.Object", value, set_value),
        // An alias of the key, which PowerShell's type data adds.
        Property::settable("Name", "System.Object", key, set_key),
    ],
    constructors: &[
        Method::new("System.Collections.DictionaryEntry new()", new),
        Method::new("System.Collections.DictionaryEntry new(System.Object key, System.Object value)", new),
    ],
    ..TypeTable::of(&DICTIONARY_ENTRY)
};

fn key(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(receiver::<Entry>(this)?.key())
}

fn value(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(receiver::<Entry>(this)?.value())
}

fn set_key(_env: &mut dyn Env, this: &Value, value: Value) -> Outcome<()> {
    receiver::<Entry>(this)?.key.replace(value);
    Ok(())
}

fn set_value(_env: &mut dyn Env, this: &Value, value: Value) -> Outcome<()> {
    receiver::<Entry>(this)?.value.replace(value);
    Ok(())
}

fn new(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(entry(arguments.value(0), arguments.value(1)))
}

/// The key and value of an entry or pair; anything else is a key without a value.
pub(super) fn key_and_value(item: &Value) -> (Value, Value) {
    if let Some(pair) = item.downcast::<super::collections::pair::Pair>() {
        return (pair.key.clone(), pair.value.clone());
    }
    match item.downcast::<Entry>() {
        Some(entry) => (entry.key(), entry.value()),
        None => (item.clone(), Value::Null),
    }
}
