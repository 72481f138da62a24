//! `System.Object`, `System.ValueType` and `PSCustomObject`: what every object can do.

use super::arguments::Arguments;
use super::table::{Method, TypeTable};
use super::{compare, hash};
use crate::value::types::{OBJECT, PS_CUSTOM_OBJECT, PS_OBJECT, TypeRef};
use crate::value::{Env, Outcome, PsObject, Value, convert};
use std::rc::Rc;

pub(super) static TABLE: TypeTable = TypeTable {
    methods: &[
        Method::new("bool Equals(System.Object obj)", equals),
        Method::new("int GetHashCode()", get_hash_code),
        Method::new("type GetType()", get_type),
        Method::new("string ToString()", to_string),
    ],
    constructors: &[Method::new("System.Object new()", new)],
    static_methods: &[
        Method::new("bool Equals(System.Object objA, System.Object objB)", equals_static),
        Method::new("bool ReferenceEquals(System.Object objA, System.Object objB)", reference_equals),
    ],
    ..TypeTable::of(&OBJECT)
};

pub(super) static PS_OBJECT_TABLE: TypeTable = TypeTable {
    constructors: &[
        Method::new("psobject new()", new_custom),
        Method::new("psobject new(System.Object obj)", new_wrapper),
    ],
    static_methods: &[Method::new("psobject AsPSObject(System.Object obj)", new_wrapper)],
    ..TypeTable::of(&PS_OBJECT)
};

pub(super) static PS_CUSTOM_OBJECT_TABLE: TypeTable = TypeTable {
    methods: &[Method::new("string ToString()", to_string)],
    constructors: &[Method::new("System.Management.Automation.PSCustomObject new()", new_custom)],
    ..TypeTable::of(&PS_CUSTOM_OBJECT)
};

pub(super) fn equals(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Bool(compare::equals(env, this, &arguments.value(0))?))
}

pub(super) fn get_hash_code(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Int(hash::code_of(this)))
}

fn get_type(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Type(Rc::new(this.type_ref().unwrap_or(TypeRef::Native(&OBJECT)))))
}

/// The text of the object as its type gives it.
pub(super) fn to_string(env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    if let Value::Object(_) = this {
        return Ok(Value::from(""));
    }
    Ok(Value::Str(convert::object_text(env, this)?))
}

fn equals_static(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Bool(compare::equals(env, &arguments.value(0), &arguments.value(1))?))
}

fn reference_equals(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (a, b) = (arguments.value(0), arguments.value(1));
    Ok(Value::Bool(a.same_reference(&b)))
}

fn new(_env: &mut dyn Env, _this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::native(PlainObject))
}

fn new_custom(_env: &mut dyn Env, _this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Object(Rc::new(PsObject::new())))
}

fn new_wrapper(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let value = arguments.value(0);
    Ok(match value.extra() {
        Some(_) => value,
        None => Value::Object(Rc::new(PsObject::wrapping(value))),
    })
}

/// `[object]::new()`
struct PlainObject;

impl crate::value::Native for PlainObject {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&OBJECT)
    }
}
