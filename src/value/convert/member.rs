//! Conversions that a type's own members give: `Parse`, a constructor, a cast operator, settable properties.

use super::fault::{CastFault, cause, has_no_conversion, is_cast_failure, no_constructor, no_conversion};
use super::object::{pairs_of, with_properties};
use super::text::{object_text, to_text};
use crate::text::Str;
use crate::value::error::INVALID_CAST_EXCEPTION;
use crate::value::number::{NumberKind, integer};
use crate::value::types::{self, NativeKind};
use crate::value::{Array, Env, Outcome, TypeRef, Value};
use std::rc::Rc;

/// Types whose `Parse` takes a culture.
const CULTURE_PARSERS: [&str; 6] = [
    "System.DateTime",
    "System.DateTimeOffset",
    "System.DateOnly",
    "System.TimeOnly",
    "System.TimeSpan",
    "System.Guid",
];

/// The conversion by way of members, tried in the language's order.
///
/// # Errors
/// What the member raises, wrapped; `ConvertToFinalInvalidCastException` where no member fits.
pub(super) fn by_members(env: &mut dyn Env, value: &Value, target: &TypeRef) -> Outcome<Value> {
    let base = value.base();
    if let Value::Str(text) = base
        && let Some(parsed) = parse(env, text, target)
    {
        return parsed;
    }
    let is_number = matches!(target, TypeRef::Native(native) if NumberKind::of_type(native).is_some());
    if !is_number && let Some(made) = construct(env, base, target) {
        return made;
    }
    if let Some(cast) = cast(env, base, target) {
        return cast;
    }
    if NumberKind::of(base).is_some() {
        let text = Value::Str(to_text(env, base)?);
        return match super::convert(env, &text, target) {
            Err(flow) if has_no_conversion(&flow) => Err(no_conversion(env, value, target)),
            other => other,
        };
    }
    if is_convertible(base) {
        let source = base.type_ref().map(|ty| ty.full_name()).unwrap_or_default();
        let message = format!("Invalid cast from '{source}' to '{}'.", target.full_name());
        let text = object_text(env, base)?;
        let fault = CastFault::reason("InvalidCastIConvertible", &text, target, &INVALID_CAST_EXCEPTION, &message);
        return Err(fault.into());
    }
    if let Some(pairs) = pairs_of(env, base)? {
        let mut properties = Vec::with_capacity(pairs.len());
        for (key, item) in pairs {
            properties.push((to_text(env, &key)?, item));
        }
        if let Some(made) = with_properties(env, properties, target) {
            return made;
        }
    }
    if let TypeRef::Generic(generic) = target
        && let ([element], true) = (generic.1.as_slice(), is_collection(target))
        && let Some(made) = from_items(env, value, element, target)
    {
        return made;
    }
    if let Value::Object(object) = base {
        let members: Vec<(Str, Value)> = {
            let names = env.property_names(base);
            let mut members = Vec::with_capacity(names.len());
            for name in names {
                let item = env.get_property(base, crate::text::Symbol::new(&name))?;
                members.push((name, item));
            }
            members
        };
        if object.base().is_none()
            && let Some(made) = with_properties(env, members, target)
        {
            return made;
        }
        if types::is_value_type(target) {
            return Err(no_constructor(env, value, target));
        }
    }
    Err(no_conversion(env, value, target))
}

/// Whether a value is of a type that .NET asks to convert itself, numbers and texts apart.
fn is_convertible(value: &Value) -> bool {
    match value {
        Value::Bool(_) | Value::Char(_) | Value::Enum(_) => true,
        Value::Native(native) => native.type_ref().native().name == "System.DateTime",
        _ => false,
    }
}

fn is_collection(target: &TypeRef) -> bool {
    let native = target.native();
    native.is(&types::I_COLLECTION) || native.is(&types::I_ENUMERABLE)
}

fn parse(env: &mut dyn Env, text: &Str, target: &TypeRef) -> Option<Outcome<Value>> {
    let argument = Value::Str(text.clone());
    let (id, parsed) = if CULTURE_PARSERS.contains(&target.full_name().as_str()) {
        let id = "InvalidCastParseTargetInvocationWithFormatProvider";
        let culture = invariant_culture(env);
        let parsed = culture.and_then(|culture| env.call_static(target, "Parse", &[argument.clone(), culture]));
        (id, parsed.or_else(|| env.call_static(target, "Parse", &[argument])))
    } else {
        ("InvalidCastParseTargetInvocation", env.call_static(target, "Parse", &[argument]))
    };
    Some(parsed?.or_else(|flow| Err(CastFault::because(id, text, target, cause(flow)?).into())))
}

fn invariant_culture(env: &mut dyn Env) -> Option<Value> {
    let ty = env.find_type("System.Globalization.CultureInfo")?;
    env.call_static(&ty, "GetCultureInfo", &[Value::from("")])?.ok()
}

fn construct(env: &mut dyn Env, value: &Value, target: &TypeRef) -> Option<Outcome<Value>> {
    if matches!(target, TypeRef::Native(native) if matches!(native.kind, NativeKind::Static | NativeKind::Interface)) {
        return None;
    }
    if integer(value).is_some() && is_collection(target) {
        return None;
    }
    let made = env.construct_from(target, value)?;
    Some(made.or_else(|flow| {
        let text = object_text(env, value)?;
        Err(CastFault::because("InvalidCastConstructorException", &text, target, cause(flow)?).into())
    }))
}

/// The cast operators of the target, then those of the value's own type.
fn cast(env: &mut dyn Env, value: &Value, target: &TypeRef) -> Option<Outcome<Value>> {
    let own = value.type_ref()?;
    for ty in [target, &own] {
        if matches!(ty, TypeRef::Array(_))
            || matches!(ty, TypeRef::Native(native) if NumberKind::of_type(native).is_some())
        {
            continue;
        }
        for name in ["op_Implicit", "op_Explicit"] {
            let Some(result) = env.call_static(ty, name, std::slice::from_ref(value)) else { continue };
            match result {
                Ok(result) if result.type_ref().is_some_and(|ty| ty.is(target)) => return Some(Ok(result)),
                Ok(_) => {}
                Err(flow) if is_cast_failure(&flow) => {}
                Err(flow) => {
                    let id = match name {
                        "op_Implicit" => "InvalidCastTargetInvocationExceptionop_Implicit",
                        _ => "InvalidCastTargetInvocationExceptionop_Explicit",
                    };
                    return Some(
                        object_text(env, value)
                            .and_then(|text| Err(CastFault::because(id, &text, target, cause(flow)?).into())),
                    );
                }
            }
        }
    }
    None
}

/// A generic collection from a list of items, or from one.
fn from_items(env: &mut dyn Env, value: &Value, element: &TypeRef, target: &TypeRef) -> Option<Outcome<Value>> {
    let listed = match value.base() {
        Value::Array(array) => Some(array.items.borrow().clone()),
        _ => None,
    };
    let is_list = listed.is_some();
    let mut items = Vec::new();
    for item in listed.unwrap_or_else(|| vec![value.clone()]) {
        match super::convert(env, &item, element) {
            Ok(item) => items.push(item),
            Err(flow) if is_list && is_cast_failure(&flow) => return Some(Err(no_conversion(env, value, target))),
            Err(flow) => return Some(Err(flow)),
        }
    }
    let items = Value::Array(Rc::new(Array::typed(element.clone(), items)));
    env.construct(target, &[items])
}
