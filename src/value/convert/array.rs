//! To arrays: item by item, a single value as the only item.

use super::fault::{CastFault, cause, has_no_conversion, no_conversion};
use super::text::object_text;
use crate::value::{Array, Env, Outcome, TypeRef, Value, enumerate, types};
use std::rc::Rc;

/// A value as a one-dimensional array of `element`; null stays null.
///
/// # Errors
/// Those of the items' conversion: as they are for the items of an array, wrapped for those of another list
/// (`InvalidCastExceptionEnumerableToArray`) and for a single value (`InvalidCastExceptionScalarToArray`).
pub fn to_array(env: &mut dyn Env, value: &Value, element: &TypeRef) -> Outcome<Value> {
    let base = value.base();
    let items = match base {
        Value::Null | Value::Void => return Ok(Value::Null),
        Value::Array(array) if array.element.is(element) && !types::is_value_type(&array.element) => {
            return Ok(base.clone());
        }
        Value::Array(array) => {
            let items = array.items.borrow().clone();
            let converted: Outcome<Vec<Value>> = items.iter().map(|item| super::convert(env, item, element)).collect();
            return Ok(typed(element, converted?));
        }
        Value::Str(text) if element.is_native(&types::CHAR) => {
            return Ok(typed(element, text.units().into_iter().map(Value::Char).collect()));
        }
        other => enumerate::items_of(other),
    };
    let id =
        if items.is_some() { "InvalidCastExceptionEnumerableToArray" } else { "InvalidCastExceptionScalarToArray" };
    let is_scalar = items.is_none();
    let items = items.unwrap_or_else(|| vec![value.clone()]);
    let converted: Outcome<Vec<Value>> = items.iter().map(|item| super::convert(env, item, element)).collect();
    match converted {
        Ok(items) => Ok(typed(element, items)),
        Err(flow) => {
            let target = TypeRef::array_of(element.clone());
            if is_scalar && has_no_conversion(&flow) {
                return Err(no_conversion(env, value, &target));
            }
            let reason = cause(flow)?;
            let text = object_text(env, base)?;
            Err(CastFault::because(id, &text, &target, reason).into())
        }
    }
}

/// A value as `System.Array`: an array as it is, every other list as an `object[]`.
pub(super) fn to_any_array(value: &Value) -> Value {
    match value.base() {
        Value::Null | Value::Void => Value::Null,
        Value::Array(_) => value.base().clone(),
        other => Value::array(enumerate::items_of(other).unwrap_or_else(|| vec![value.clone()])),
    }
}

fn typed(element: &TypeRef, items: Vec<Value>) -> Value {
    Value::Array(Rc::new(Array::typed(element.clone(), items)))
}
