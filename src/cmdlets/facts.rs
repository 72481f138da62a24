//! Plain objects of .NET types that cmdlets write: a type and the values of its properties.

use crate::text::Str;
use crate::types::fault;
use crate::value::{Env, Native, NativeType, Outcome, TypeRef, Value};
use std::cell::RefCell;

/// An object whose properties are values in the order of its type's table.
pub struct Facts {
    ty: &'static NativeType,
    values: RefCell<Vec<Value>>,
    text: Option<Str>,
}

impl Facts {
    pub fn value(ty: &'static NativeType, values: Vec<Value>) -> Value {
        Value::native(Facts { ty, values: RefCell::new(values), text: None })
    }

    /// An object with a text of its own.
    pub fn with_text(ty: &'static NativeType, values: Vec<Value>, text: impl Into<Str>) -> Value {
        Value::native(Facts { ty, values: RefCell::new(values), text: Some(text.into()) })
    }
}

impl Native for Facts {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(self.ty)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(self.text.clone())
    }
}

/// The value of the property at a place.
///
/// # Errors
/// `NullReferenceException` for an object of another kind.
pub fn get(this: &Value, place: usize) -> Outcome<Value> {
    let facts = this.downcast::<Facts>().ok_or_else(fault::null_reference)?;
    Ok(facts.values.borrow().get(place).cloned().unwrap_or_default())
}

/// Sets the property at a place.
///
/// # Errors
/// `NullReferenceException` for an object of another kind.
pub fn set(this: &Value, place: usize, value: Value) -> Outcome {
    let facts = this.downcast::<Facts>().ok_or_else(fault::null_reference)?;
    if let Some(old) = facts.values.borrow_mut().get_mut(place) {
        *old = value;
    }
    Ok(())
}
