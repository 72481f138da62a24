//! Enumerators: `GetEnumerator()`, `MoveNext()`, `Current`.

use super::entry::Entry;
use super::fault;
use super::invoke::receiver;
use super::known;
use super::table::{Method, Property, TypeTable};
use crate::value::types::{NativeType, TypeRef};
use crate::value::{Env, Native, Outcome, Value};
use std::cell::Cell;

/// An enumerator over the items that there were when it was made.
pub struct Enumerator {
    ty: &'static NativeType,
    items: Vec<Value>,
    /// One more than the place of the current item; 0 before the first.
    next: Cell<usize>,
}

/// An enumerator over items.
pub fn over(items: Vec<Value>) -> Value {
    of_type(&known::I_ENUMERATOR, items)
}

/// An enumerator over the entries of a dictionary, with `Key` and `Value`.
pub fn over_entries(items: Vec<Value>) -> Value {
    of_type(&known::I_DICTIONARY_ENUMERATOR, items)
}

/// An enumerator of a named type.
pub fn of_type(ty: &'static NativeType, items: Vec<Value>) -> Value {
    Value::native(Enumerator { ty, items, next: Cell::new(0) })
}

impl Enumerator {
    fn current(&self) -> Option<&Value> {
        self.items.get(self.next.get().checked_sub(1)?)
    }
}

impl Native for Enumerator {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(self.ty)
    }

    /// Enumerating takes what is left.
    fn items(&self) -> Option<Vec<Value>> {
        let rest = self.items.get(self.next.get()..).unwrap_or(&[]).to_vec();
        self.next.set(self.items.len() + 1);
        Some(rest)
    }

    fn count(&self) -> Option<usize> {
        None
    }
}

pub(super) static TABLE: TypeTable = TypeTable {
    properties: &[Property::new("Current", "System.Object", current)],
    methods: METHODS,
    ..TypeTable::of(&known::I_ENUMERATOR)
};

pub(super) static CHARACTERS: TypeTable = TypeTable {
    properties: &[Property::new("Current", "char", current)],
    methods: METHODS,
    ..TypeTable::of(&known::CHAR_ENUMERATOR)
};

pub(super) static ENTRIES: TypeTable = TypeTable {
    properties: &[
        Property::new("Current", "System.Object", current),
        Property::new("Entry", "System.Collections.DictionaryEntry", current),
        Property::new("Key", "System.Object", key),
        Property::new("Value", "System.Object", value),
    ],
    methods: METHODS,
    ..TypeTable::of(&known::I_DICTIONARY_ENUMERATOR)
};

static METHODS: &[Method] = &[
    Method::new("bool MoveNext()", move_next),
    Method::new("void Reset()", reset),
    Method::new("void Dispose()", dispose),
];

fn move_next(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let enumerator = receiver::<Enumerator>(this)?;
    let next = (enumerator.next.get() + 1).min(enumerator.items.len() + 1);
    enumerator.next.set(next);
    Ok(Value::Bool(next <= enumerator.items.len()))
}

fn reset(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    receiver::<Enumerator>(this)?.next.set(0);
    Ok(Value::Void)
}

fn dispose(_env: &mut dyn Env, _this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Void)
}

fn current(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let enumerator = receiver::<Enumerator>(this)?;
    enumerator.current().cloned().ok_or_else(|| {
        fault::invalid_operation(if enumerator.next.get() == 0 {
            "Enumeration has not started. Call MoveNext."
        } else {
            "Enumeration already finished."
        })
    })
}

fn key(env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(current(env, this)?.downcast::<Entry>().map(Entry::key).unwrap_or_default())
}

fn value(env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(current(env, this)?.downcast::<Entry>().map(Entry::value).unwrap_or_default())
}
