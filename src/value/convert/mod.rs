//! Conversions: one file per target, as casts, parameters and typed variables ask for them.

mod array;
mod big_integer;
mod boolean;
mod character;
mod decimal;
pub mod enumeration;
mod fault;
mod integer;
mod member;
mod number;
mod object;
mod real;
mod special;
mod text;
mod type_test;

pub use array::to_array;
pub use big_integer::as_big_integer;
pub use boolean::to_bool;
pub use character::to_char;
pub use decimal::{as_decimal, to_decimal};
pub use enumeration::to_enum;
pub use fault::{CastFault, cause, exception_of, exception_type, is_cast_failure, message_of, no_conversion};
pub use integer::{to_int, to_long};
pub use number::to_number;
pub(crate) use number::{parse, try_change};
pub use object::to_custom_object;
pub use real::{as_double, to_double};
pub(crate) use text::item_text;
pub use text::{culture_text, current_culture, object_text, to_text};
pub use type_test::is_type;

use super::number::NumberKind;
use super::types;
use super::{Env, Outcome, PsObject, SwitchParameter, TypeRef, Value};
use std::rc::Rc;

/// A value as one of another type: the cast `[target]value`, and what parameters and typed variables do.
///
/// `[psobject]` and `[object]` take everything as it is. `[pscustomobject]` in a cast means the type `PSCustomObject`,
/// to which a table converts by its keys; everywhere else the name stands for `PSObject`. A script block becomes a
/// delegate; `[ref]` and other types of the engine take only their own objects here.
///
/// # Errors
/// A failed conversion, with PowerShell's id: `InvalidCastFromStringToInteger`, `InvalidCastParseTargetInvocation`,
/// `ConvertToFinalInvalidCastException` and so on.
pub fn convert(env: &mut dyn Env, value: &Value, target: &TypeRef) -> Outcome<Value> {
    match target {
        TypeRef::Native(native) => to_native(env, value, native, target),
        TypeRef::Array(array) => match value.base() {
            Value::Array(own) if own.type_ref() == *target => Ok(value.base().clone()),
            _ if array.1 == 1 => to_array(env, value, &array.0),
            Value::Null | Value::Void => Ok(Value::Null),
            _ => Err(no_conversion(env, value, target)),
        },
        TypeRef::Generic(generic) if std::ptr::eq(generic.0, &types::NULLABLE) => match generic.1.first() {
            _ if value.is_null() => Ok(Value::Null),
            Some(inner) => match convert(env, value, inner) {
                Err(flow) if fault::has_no_conversion(&flow) => Err(no_conversion(env, value, target)),
                other => other,
            },
            None => Ok(value.clone()),
        },
        TypeRef::Generic(_) | TypeRef::Script(_) => other_types(env, value, target),
    }
}

/// The cast `[target]value`: [`convert`], except that `[psobject]` and `[pscustomobject]` give a scalar the wrapper by
/// which `-is [psobject]` knows it.
///
/// # Errors
/// As [`convert`].
pub fn cast(env: &mut dyn Env, value: &Value, target: &TypeRef) -> Outcome<Value> {
    let converted = convert(env, value, target)?;
    let is_object = target.is_native(&types::PS_OBJECT) || target.is_native(&types::PS_CUSTOM_OBJECT);
    let is_scalar = matches!(converted, Value::Str(_) | Value::Bool(_) | Value::Char(_) | Value::Enum(_))
        || NumberKind::of(&converted).is_some();
    if is_object && is_scalar {
        return Ok(Value::Object(Rc::new(PsObject::wrapping(converted))));
    }
    Ok(converted)
}

fn to_native(env: &mut dyn Env, value: &Value, native: &'static types::NativeType, target: &TypeRef) -> Outcome<Value> {
    let is = |ty: &'static types::NativeType| std::ptr::eq(native, ty);
    if is(&types::STRING) {
        return match value {
            Value::Str(_) => Ok(value.clone()),
            other => to_text(env, other).map(Value::Str),
        };
    }
    if is(&types::INT32) {
        return to_int(env, value).map(Value::Int);
    }
    if is(&types::BOOLEAN) {
        return to_bool(env, value).map(Value::Bool);
    }
    if is(&types::OBJECT) || is(&types::PS_OBJECT) {
        return Ok(if matches!(value, Value::Void) { Value::Null } else { value.clone() });
    }
    if let Some(kind) = NumberKind::of_type(native) {
        return to_number(env, value, kind);
    }
    if is(&types::CHAR) {
        return to_char(env, value).map(Value::Char);
    }
    if is(&types::PS_CUSTOM_OBJECT) {
        return to_custom_object(env, value);
    }
    if is(&types::VOID) {
        return Ok(Value::Void);
    }
    if is(&types::SWITCH_PARAMETER) {
        return match value.base() {
            Value::Null | Value::Void => Ok(SwitchParameter::value(false)),
            Value::Bool(b) => Ok(SwitchParameter::value(*b)),
            base if base.downcast::<SwitchParameter>().is_some() => Ok(base.clone()),
            _ => Err(no_conversion(env, value, target)),
        };
    }
    if is(&types::ARRAY) {
        return Ok(array::to_any_array(value));
    }
    if is(&types::HASHTABLE) {
        return special::to_hashtable(env, value, target);
    }
    other_types(env, value, target)
}

fn other_types(env: &mut dyn Env, value: &Value, target: &TypeRef) -> Outcome<Value> {
    if target.is_enum() {
        return to_enum(env, value, target);
    }
    let base = value.base();
    if value.is_null() {
        return if types::is_value_type(target) { Err(no_conversion(env, value, target)) } else { Ok(Value::Null) };
    }
    if base.type_ref().is_some_and(|own| own.is(target)) {
        return Ok(base.clone());
    }
    if is_delegate(target.native())
        && base.type_ref().is_some_and(|own| own.is_native(&types::SCRIPT_BLOCK))
        && let Some(delegate) = env.construct(target, std::slice::from_ref(base))
    {
        return delegate;
    }
    match special::by_name(env, base, target) {
        Some(converted) => converted,
        None => member::by_members(env, value, target),
    }
}

fn is_delegate(ty: &'static types::NativeType) -> bool {
    std::iter::successors(Some(ty), |ty| ty.base).any(|ty| ty.name == "System.Delegate")
}

/// `value -as target`: the converted value, or null where it does not convert.
///
/// # Errors
/// Only what is no failed conversion.
pub fn as_operator(env: &mut dyn Env, value: &Value, target: &TypeRef) -> Outcome<Value> {
    match convert(env, value, target) {
        Err(flow) if is_cast_failure(&flow) => Ok(Value::Null),
        other => other,
    }
}
