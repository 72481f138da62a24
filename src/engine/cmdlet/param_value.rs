//! The Rust types that parameters can have.
//!
//! The binder has converted each value to the declared .NET type before it is set, so that reading it here cannot fail;
//! a value of any other type counts as the default.

use crate::engine::block::ScriptBlock;
use crate::text::Str;
use crate::value::{SwitchParameter, Table, TypeRef, Value, types};
use std::rc::Rc;

/// A type that a parameter can have.
pub trait ParamValue: Default {
    /// The declared .NET type.
    fn type_ref() -> TypeRef;

    fn from_value(value: Value) -> Self;

    fn from_bound(value: Option<Value>) -> Self {
        value.map(Self::from_value).unwrap_or_default()
    }
}

/// A switch parameter, on or off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Switch(pub bool);

impl std::ops::Deref for Switch {
    type Target = bool;
    fn deref(&self) -> &bool {
        &self.0
    }
}

impl ParamValue for Value {
    fn type_ref() -> TypeRef {
        TypeRef::Native(&types::OBJECT)
    }
    fn from_value(value: Value) -> Self {
        value
    }
}

impl ParamValue for Switch {
    fn type_ref() -> TypeRef {
        TypeRef::Native(&types::SWITCH_PARAMETER)
    }
    fn from_value(value: Value) -> Self {
        Switch(matches!(value.base(), Value::Bool(true)) || value.downcast() == Some(&SwitchParameter(true)))
    }
}

impl ParamValue for bool {
    fn type_ref() -> TypeRef {
        TypeRef::Native(&types::BOOLEAN)
    }
    fn from_value(value: Value) -> Self {
        matches!(value.base(), Value::Bool(true))
    }
}

impl ParamValue for Str {
    fn type_ref() -> TypeRef {
        TypeRef::Native(&types::STRING)
    }
    fn from_value(value: Value) -> Self {
        value.as_str().cloned().unwrap_or_default()
    }
}

impl ParamValue for i32 {
    fn type_ref() -> TypeRef {
        TypeRef::Native(&types::INT32)
    }
    fn from_value(value: Value) -> Self {
        match value.base() {
            Value::Int(n) => *n,
            _ => 0,
        }
    }
}

impl ParamValue for u32 {
    fn type_ref() -> TypeRef {
        TypeRef::Native(&types::UINT32)
    }
    fn from_value(value: Value) -> Self {
        match value.base() {
            Value::UInt32(n) => *n,
            _ => 0,
        }
    }
}

impl ParamValue for i64 {
    fn type_ref() -> TypeRef {
        TypeRef::Native(&types::INT64)
    }
    fn from_value(value: Value) -> Self {
        match value.base() {
            Value::Long(n) => *n,
            _ => 0,
        }
    }
}

impl ParamValue for u64 {
    fn type_ref() -> TypeRef {
        TypeRef::Native(&types::UINT64)
    }
    fn from_value(value: Value) -> Self {
        match value.base() {
            Value::UInt64(n) => *n,
            _ => 0,
        }
    }
}

impl ParamValue for f64 {
    fn type_ref() -> TypeRef {
        TypeRef::Native(&types::DOUBLE)
    }
    fn from_value(value: Value) -> Self {
        match value.base() {
            Value::Double(n) => *n,
            _ => 0.0,
        }
    }
}

impl ParamValue for Option<Rc<Table>> {
    fn type_ref() -> TypeRef {
        TypeRef::Native(&types::I_DICTIONARY)
    }
    fn from_value(value: Value) -> Self {
        match value.base() {
            Value::Table(table) => Some(table.clone()),
            _ => None,
        }
    }
}

impl ParamValue for Option<Rc<ScriptBlock>> {
    fn type_ref() -> TypeRef {
        TypeRef::Native(&types::SCRIPT_BLOCK)
    }
    fn from_value(value: Value) -> Self {
        value.downcast::<Rc<ScriptBlock>>().cloned()
    }
}

impl<T: ParamValue> ParamValue for Vec<T> {
    fn type_ref() -> TypeRef {
        TypeRef::array_of(T::type_ref())
    }
    fn from_value(value: Value) -> Self {
        match value.base() {
            Value::Array(array) => array.items.borrow().iter().cloned().map(T::from_value).collect(),
            Value::Null | Value::Void => Vec::new(),
            _ => vec![T::from_value(value)],
        }
    }
}

/// Tells a parameter that was given from one that was left out; null counts as given where `T` can hold it.
macro_rules! optional {
    ($($ty:ty),*) => {$(
        impl ParamValue for Option<$ty> {
            fn type_ref() -> TypeRef {
                <$ty as ParamValue>::type_ref()
            }
            fn from_value(value: Value) -> Self {
                if value.is_null() { None } else { Some(<$ty as ParamValue>::from_value(value)) }
            }
        }
    )*};
}

optional!(bool, Str, i32, u32, i64, u64, f64, Vec<Str>, Vec<i32>);

impl ParamValue for Option<Value> {
    fn type_ref() -> TypeRef {
        TypeRef::Native(&types::OBJECT)
    }
    fn from_value(value: Value) -> Self {
        Some(value)
    }
}
