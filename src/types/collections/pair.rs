//! ``KeyValuePair`2``: what dictionaries enumerate.

use crate::text::Str;
use crate::types::arguments::Arguments;
use crate::types::invoke::{assign, receiver, type_of_call};
use crate::types::known;
use crate::types::table::{Method, Property, TypeTable};
use crate::value::types::TypeRef;
use crate::value::{Env, Native, Outcome, TableKey, Value, convert};
use std::rc::Rc;

/// A key and a value that do not change.
pub struct Pair {
    ty: TypeRef,
    pub key: Value,
    pub value: Value,
}

/// A pair whose type has the arguments of its dictionary's.
pub fn pair(arguments: &[TypeRef], key: Value, value: Value) -> Value {
    let ty = TypeRef::Generic(Rc::new((&known::KEY_VALUE_PAIR_2, arguments.to_vec())));
    Value::native(Pair { ty, key, value })
}

impl Native for Pair {
    fn type_ref(&self) -> TypeRef {
        self.ty.clone()
    }

    fn text(&self, env: &mut dyn Env) -> Outcome<Option<Str>> {
        let key = convert::object_text(env, &self.key)?;
        let value = convert::object_text(env, &self.value)?;
        Ok(Some(Str::from(format!("[{key}, {value}]"))))
    }

    fn content_key(&self) -> Option<Str> {
        let keys = (TableKey::of(&self.key, true), TableKey::of(&self.value, true));
        Some(Str::from(format!("{keys:?}")))
    }
}

pub(super) static TABLES: &[&TypeTable] = &[&TABLE];

static TABLE: TypeTable = TypeTable {
    properties: &[Property::new("Key", "TKey", key), Property::new("Value", "TValue", value)],
    methods: &[Method::new("void Deconstruct([ref] TKey key, [ref] TValue value)", deconstruct)],
    constructors: &[Method::new(
        "System.Collections.Generic.KeyValuePair[TKey,TValue] new(TKey key, TValue value)",
        new,
    )],
    ..TypeTable::of(&known::KEY_VALUE_PAIR_2)
};

fn key(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(receiver::<Pair>(this)?.key.clone())
}

fn value(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(receiver::<Pair>(this)?.value.clone())
}

fn deconstruct(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let pair = receiver::<Pair>(this)?;
    assign(env, arguments.first(), pair.key.clone())?;
    assign(env, arguments.get(1), pair.value.clone())?;
    Ok(Value::Void)
}

fn new(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::native(Pair { ty: type_of_call(this), key: arguments.value(0), value: arguments.value(1) }))
}
