//! The default order and equality of .NET: `Comparer.Default` and `Object.Equals`.

use super::arguments::whole;
use super::fault;
use crate::text::collate::{self, CaseRule};
use crate::value::error::{ARGUMENT_EXCEPTION, INVALID_OPERATION_EXCEPTION};
use crate::value::types::TypeRef;
use crate::value::{Env, Exception, Fault, Flow, Outcome, Value};
use std::cmp::Ordering;

/// The order of two values by `IComparable`; null comes first.
///
/// # Errors
/// `ArgumentException` for values of different types or without an order.
pub fn order(env: &mut dyn Env, a: &Value, b: &Value) -> Outcome<Ordering> {
    match (a.is_null(), b.is_null()) {
        (true, true) => return Ok(Ordering::Equal),
        (true, false) => return Ok(Ordering::Less),
        (false, true) => return Ok(Ordering::Greater),
        (false, false) => {}
    }
    let (a, b) = (a.base(), b.base());
    if a.same_reference(b) {
        return Ok(Ordering::Equal);
    }
    if let Some(order) = same_type(a, b) {
        return Ok(order);
    }
    if is_comparable(env, a) {
        return compare_to(env, a, b);
    }
    if is_comparable(env, b) {
        return Ok(compare_to(env, b, a)?.reverse());
    }
    Err(fault::raise(&ARGUMENT_EXCEPTION, "At least one object must implement IComparable."))
}

/// The order of two scalars of one type.
fn same_type(a: &Value, b: &Value) -> Option<Ordering> {
    Some(match (a, b) {
        (Value::Int(a), Value::Int(b)) => a.cmp(b),
        (Value::Str(a), Value::Str(b)) => collate::compare(a, b, CaseRule::Sensitive),
        (Value::Bool(a), Value::Bool(b)) => a.cmp(b),
        (Value::Double(a), Value::Double(b)) => float_order(*a, *b),
        (Value::Single(a), Value::Single(b)) => float_order(f64::from(*a), f64::from(*b)),
        (Value::Decimal(a), Value::Decimal(b)) => a.cmp(b),
        (Value::BigInt(a), Value::BigInt(b)) => a.cmp(b),
        (Value::Enum(x), Value::Enum(y)) if x.ty == y.ty => x.value.cmp(&y.value),
        (Value::Enum(_), _) | (_, Value::Enum(_)) => return None,
        _ if a.type_ref() == b.type_ref() => whole(a)?.cmp(&whole(b)?),
        _ => return None,
    })
}

/// The order of doubles in .NET: NaN comes first and equals itself.
pub(super) fn float_order(a: f64, b: f64) -> Ordering {
    a.partial_cmp(&b).unwrap_or_else(|| b.is_nan().cmp(&a.is_nan()))
}

fn is_comparable(env: &mut dyn Env, value: &Value) -> bool {
    match value {
        Value::Native(native) => {
            native.data().order(value).is_some() || native.type_ref().native().is(&crate::value::types::I_COMPARABLE)
        }
        Value::Instance(_) => env.has_method(value, "CompareTo"),
        Value::Array(_) | Value::Table(_) | Value::Object(_) | Value::Type(_) => false,
        _ => true,
    }
}

fn compare_to(env: &mut dyn Env, a: &Value, b: &Value) -> Outcome<Ordering> {
    match a {
        Value::Native(native) => native.data().order(b).ok_or_else(|| must_be(&native.type_ref())),
        Value::Instance(_) => {
            let result = env.call_method(a, "CompareTo", std::slice::from_ref(b))?;
            Ok(crate::value::convert::to_int(env, &result)?.cmp(&0))
        }
        _ => Err(must_be(&a.type_ref().unwrap_or(TypeRef::Native(&crate::value::types::OBJECT)))),
    }
}

/// `CompareTo` was given a value of another type.
pub(super) fn must_be(ty: &TypeRef) -> Flow {
    fault::raise(&ARGUMENT_EXCEPTION, format!("Object must be of type {}.", ty.short_name()))
}

/// `Object.Equals(a, b)`: same type and same content, or the same object.
///
/// # Errors
/// What an `Equals` method of a script raises.
pub fn equals(env: &mut dyn Env, a: &Value, b: &Value) -> Outcome<bool> {
    let (a, b) = (a.base(), b.base());
    Ok(match (a, b) {
        (Value::Null | Value::Void, Value::Null | Value::Void) => true,
        (Value::Null | Value::Void, _) | (_, Value::Null | Value::Void) => false,
        (Value::Str(a), Value::Str(b)) => a == b,
        (Value::Type(a), Value::Type(b)) => a == b,
        (Value::Enum(a), Value::Enum(b)) => a.ty == b.ty && a.value == b.value,
        (Value::Native(x), Value::Native(y)) => {
            a.same_reference(b)
                || x.type_ref() == y.type_ref()
                    && x.data().content_key().is_some_and(|key| Some(key) == y.data().content_key())
        }
        (Value::Instance(_), _) if env.has_method(a, "Equals") => {
            let result = env.call_method(a, "Equals", std::slice::from_ref(b))?;
            crate::value::convert::to_bool(env, &result)?
        }
        _ => a.same_reference(b) || same_type(a, b) == Some(Ordering::Equal),
    })
}

/// The error of a sort or search whose comparison failed.
pub(super) fn failed(flow: Flow) -> Flow {
    let Flow::Error(record) = flow else { return flow };
    Fault::exception(&INVALID_OPERATION_EXCEPTION, "Failed to compare two elements in the array.")
        .inner(innermost(&record.exception))
        .into()
}

/// What a script's method threw stands inside the exception of the call.
fn innermost(exception: &Value) -> Value {
    match exception.downcast::<Exception>() {
        Some(outer) if outer.ty == &crate::value::error::METHOD_INVOCATION_EXCEPTION && !outer.inner.is_null() => {
            outer.inner.clone()
        }
        _ => exception.clone(),
    }
}
