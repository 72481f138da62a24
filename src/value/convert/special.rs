//! To the types that have a conversion of their own in the language: `[xml]`, `[type]`, `[regex]`, `[uri]`, `[hashtable]`.

use super::fault::{CastFault, cause, no_constructor, no_conversion};
use super::text::to_text;
use crate::value::number::NumberKind;
use crate::value::{Env, Outcome, TypeRef, Value};
use std::rc::Rc;

/// The conversion to one of these types; `None` for every other target and for values that go the common way.
pub(super) fn by_name(env: &mut dyn Env, value: &Value, target: &TypeRef) -> Option<Outcome<Value>> {
    let TypeRef::Native(native) = target else { return None };
    match native.name {
        "System.Type" => to_type(env, value, target),
        "System.Xml.XmlDocument" => Some(to_xml(env, value, target)),
        "System.Text.RegularExpressions.Regex" => from_text(env, value, target, &[], "InvalidCastFromStringToRegex"),
        "System.Uri" => {
            // As a text the kind could as well be a flag of another constructor.
            let kind = match env.find_type("System.UriKind") {
                Some(kind) => super::convert(env, &Value::from("RelativeOrAbsolute"), &kind),
                None => Ok(Value::Null),
            };
            match kind {
                Ok(kind) => from_text(env, value, target, &[kind], "InvalidCastFromStringToUri"),
                Err(flow) => Some(Err(flow)),
            }
        }
        _ => None,
    }
}

fn to_type(env: &mut dyn Env, value: &Value, target: &TypeRef) -> Option<Outcome<Value>> {
    let text = match value {
        Value::Str(text) => text.clone(),
        other if NumberKind::of(other).is_some() => match to_text(env, other) {
            Ok(text) => text,
            Err(flow) => return Some(Err(flow)),
        },
        _ => return None,
    };
    Some(match env.find_type(&text) {
        Some(ty) => Ok(Value::Type(Rc::new(ty))),
        None => {
            let message = format!(
                "Cannot convert the \"{text}\" value of type \"System.String\" to type \"{}\".",
                target.full_name()
            );
            Err(CastFault::new("InvalidCastFromStringToType", message).into())
        }
    })
}

/// A text, or a number by its text, into the constructor of the type.
fn from_text(
    env: &mut dyn Env,
    value: &Value,
    target: &TypeRef,
    more: &[Value],
    id: &'static str,
) -> Option<Outcome<Value>> {
    let text = match value {
        Value::Str(text) => text.clone(),
        other if NumberKind::of(other).is_some() => match to_text(env, other) {
            Ok(text) => text,
            Err(flow) => return Some(Err(flow)),
        },
        _ => return None,
    };
    let arguments: Vec<Value> = std::iter::once(Value::Str(text.clone())).chain(more.iter().cloned()).collect();
    let made = env.construct(target, &arguments)?;
    Some(made.or_else(|flow| Err(CastFault::because(id, &text, target, cause(flow)?).into())))
}

/// The document of an XML text.
fn to_xml(env: &mut dyn Env, value: &Value, target: &TypeRef) -> Outcome<Value> {
    let text = to_text(env, value)?;
    let Some(document) = env.construct(target, &[]) else { return Err(no_conversion(env, value, target)) };
    let document = document?;
    match env.call_method(&document, "LoadXml", &[Value::Str(text.clone())]) {
        Ok(_) => Ok(document),
        Err(flow) => Err(CastFault::because("InvalidCastToXmlDocument", &text, target, cause(flow)?).into()),
    }
}

/// A dictionary of any kind as a `Hashtable`; null stays null.
pub(super) fn to_hashtable(env: &mut dyn Env, value: &Value, target: &TypeRef) -> Outcome<Value> {
    if value.is_null() {
        return Ok(Value::Null);
    }
    if let Some(table) = super::object::to_hashtable(env, value)? {
        return Ok(table);
    }
    Err(match value.base() {
        Value::Object(_) => no_constructor(env, value, target),
        _ => no_conversion(env, value, target),
    })
}
