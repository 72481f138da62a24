//! From tables and custom objects to objects: a new object whose properties are then set.

use super::fault::{CastFault, cause, message_of};
use super::text::to_text;
use crate::text::symbol::same_name;
use crate::text::{Str, Symbol};
use crate::value::error::{Exception, Flow};
use crate::value::{Env, Member, Members, Outcome, PsObject, Table, TableKind, TypeRef, Value, types};
use std::rc::Rc;

/// A table as a custom object with its keys for properties; every other value as it is. This is the cast
/// `[pscustomobject]@{ }`.
///
/// A key `PSTypeName` with a text becomes the object's first type name.
///
/// # Errors
/// Those of turning a key into text.
pub fn to_custom_object(env: &mut dyn Env, value: &Value) -> Outcome<Value> {
    let Some(pairs) = pairs_of(env, value)? else { return Ok(value.clone()) };
    let mut members = Members::default();
    let mut type_name = None;
    for (key, item) in pairs {
        let name = to_text(env, &key)?;
        if let (true, Value::Str(text)) = (same_name(&name, "PSTypeName"), item.base()) {
            type_name = Some(text.clone());
            continue;
        }
        members.set(name, Member::Note(if item.is_null() { Value::Null } else { item }));
    }
    let object = PsObject::with_members(members);
    if let Some(name) = type_name {
        let own = ["System.Management.Automation.PSCustomObject", "System.Object"].map(Str::from);
        object.extra.change(|parts| parts.type_names = Some(std::iter::once(name).chain(own).collect()));
    }
    Ok(Value::Object(Rc::new(object)))
}

/// A dictionary as a `Hashtable`; `None` for what is no dictionary.
pub(super) fn to_hashtable(env: &mut dyn Env, value: &Value) -> Outcome<Option<Value>> {
    if matches!(value.base(), Value::Table(table) if !table.kind.is_ordered()) {
        return Ok(Some(value.base().clone()));
    }
    let Some(pairs) = pairs_of(env, value)? else { return Ok(None) };
    let table = Table::new(TableKind::SensitiveHashtable);
    for (key, item) in pairs {
        table.set(key, item);
    }
    Ok(Some(Value::Table(Rc::new(table))))
}

/// The keys and values of a dictionary; `None` for what is none.
pub(super) fn pairs_of(env: &mut dyn Env, value: &Value) -> Outcome<Option<Vec<(Value, Value)>>> {
    match value.base() {
        Value::Table(table) => Ok(Some(table.pairs())),
        Value::Native(native) => {
            if let Some(pairs) = native.data().dictionary_pairs() {
                return Ok(Some(pairs));
            }
            if !native.type_ref().native().is(&types::I_DICTIONARY) {
                return Ok(None);
            }
            let keys = env.get_property(value.base(), Symbol::new("Keys"))?;
            let keys = crate::value::enumerate::items_of(&keys).unwrap_or_default();
            let mut pairs = Vec::with_capacity(keys.len());
            for key in keys {
                let item = match native.data().index(env, &key) {
                    Some(item) => item?,
                    None => Value::Null,
                };
                pairs.push((key, item));
            }
            Ok(Some(pairs))
        }
        _ => Ok(None),
    }
}

/// A new object of the type with these properties; `None` where the type has no constructor without arguments.
pub(super) fn with_properties(
    env: &mut dyn Env,
    properties: Vec<(Str, Value)>,
    target: &TypeRef,
) -> Option<Outcome<Value>> {
    let object = match env.construct(target, &[])? {
        Ok(object) => object,
        Err(flow) => return Some(Err(construction_failed(flow, target))),
    };
    Some(fill(env, &object, properties, target).map(|()| object))
}

fn fill(env: &mut dyn Env, object: &Value, properties: Vec<(Str, Value)>, target: &TypeRef) -> Outcome {
    for (name, value) in properties {
        let symbol = Symbol::new(&name);
        if !env.has_property(object, symbol) {
            let message = unknown_property(env, object, &name, target);
            return Err(CastFault::new("ObjectCreationError", message).into());
        }
        let value = if value.is_null() { Value::Null } else { value };
        if let Err(flow) = env.set_property(object, symbol, value) {
            return Err(construction_failed(flow, target));
        }
    }
    Ok(())
}

fn unknown_property(env: &mut dyn Env, object: &Value, name: &Str, target: &TypeRef) -> String {
    let ty = target.full_name();
    let mut settable = Vec::new();
    for property in env.property_names(object) {
        let value = env.get_property(object, Symbol::new(&property)).ok();
        let of = value.and_then(|value| value.type_ref()).map_or("System.Object".to_string(), |ty| ty.full_name());
        settable.push(format!("[{property} <{of}>]"));
    }
    let rest = match settable.is_empty() {
        true => "There is no settable property available.".to_string(),
        false => format!("The settable properties are: {}.", settable.join(", ")),
    };
    format!("Cannot create object of type \"{ty}\". The property '{name}' was not found for the '{ty}' object. {rest}")
}

fn construction_failed(flow: Flow, target: &TypeRef) -> Flow {
    let exception = match cause(flow) {
        Ok(exception) => exception,
        Err(flow) => return flow,
    };
    let inner = exception.downcast::<Exception>().map(|own| own.inner.clone()).filter(|inner| !inner.is_null());
    let inner = match inner {
        Some(inner) if message_of(&exception).starts_with("Exception setting") => inner,
        _ => exception,
    };
    let mut reason = message_of(&inner).to_string();
    if let Some(name) = reason.strip_prefix('\'').and_then(|rest| rest.strip_suffix("' is a ReadOnly property.")) {
        reason = format!("\"{name}\" is a ReadOnly property.");
    }
    let message = format!("Cannot create object of type \"{}\". {reason}", target.full_name());
    CastFault { inner, ..CastFault::new("ObjectCreationError", message) }.into()
}
