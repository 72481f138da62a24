//! A policy or pool as a property of a user: an object whose text is its name.

use crate::text::Str;
use crate::text::symbol::fold;
use crate::types::TypeTable;
use crate::types::table::{Method, Property};
use crate::value::{Env, Native, NativeType, Outcome, TypeRef, Value, convert, types};
use std::cmp::Ordering;

pub static NAMED_REFERENCE: NativeType =
    NativeType::class("Microsoft.Rtc.Management.ADConnect.Core.NamedReference", &types::OBJECT)
        .implements(&[&types::I_COMPARABLE]);

/// The reference; two are equal when their names are, whatever the case.
struct NamedReference(Str);

/// A reference to what has this name.
pub fn named_reference(name: &str) -> Value {
    Value::native(NamedReference(Str::from(name)))
}

impl Native for NamedReference {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&NAMED_REFERENCE)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(self.0.clone()))
    }

    fn content_key(&self) -> Option<Str> {
        Some(Str::from(fold(&self.0)))
    }

    fn order(&self, other: &Value) -> Option<Ordering> {
        match other.downcast::<NamedReference>() {
            Some(other) => Some(fold(&self.0).cmp(&fold(&other.0))),
            None => Some(Ordering::Greater),
        }
    }
}

pub static TABLE: TypeTable = TypeTable {
    properties: &[Property::new("FriendlyName", "string", friendly_name)],
    constructors: &[Method::new("Microsoft.Rtc.Management.ADConnect.Core.NamedReference new(string name)", new)],
    ..TypeTable::of(&NAMED_REFERENCE)
};

fn friendly_name(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(this.downcast::<NamedReference>().map_or(Value::Null, |reference| Value::Str(reference.0.clone())))
}

fn new(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let name = convert::to_text(env, arguments.first().unwrap_or(&Value::Null))?;
    Ok(named_reference(&name))
}
