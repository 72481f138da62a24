//! `System.DBNull`: the null of databases.

use super::known;
use super::table::{Method, StaticProperty, TypeTable};
use crate::text::Str;
use crate::value::types::TypeRef;
use crate::value::{Env, Native, Outcome, Value};

struct DbNull;

impl Native for DbNull {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&known::DB_NULL)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(Str::default()))
    }

    fn content_key(&self) -> Option<Str> {
        Some(Str::default())
    }
}

thread_local! {
    /// There is only one.
    static VALUE: Value = Value::native(DbNull);
}

/// `DBNull.Value`.
pub fn value() -> Value {
    VALUE.with(Clone::clone)
}

/// Whether a value is the null of databases.
pub fn is(value: &Value) -> bool {
    value.downcast::<DbNull>().is_some()
}

pub(super) static TABLE: TypeTable = TypeTable {
    methods: &[Method::new("string ToString()", super::object::to_string)],
    static_properties: &[StaticProperty::new("Value", "System.DBNull", |_| Ok(value()))],
    ..TypeTable::of(&known::DB_NULL)
};
