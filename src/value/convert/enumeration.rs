//! To enums: by name, by a unique beginning of a name, by number, and by lists of those.

use super::fault::{CastFault, no_constructor, no_conversion};
use super::text::{object_text, to_text};
use crate::text::Str;
use crate::text::number::{IntegerKind, NumberStyles, parse_integer};
use crate::text::symbol::same_name;
use crate::text::{Culture, Number};
use crate::value::error::{ARGUMENT_EXCEPTION, INVALID_CAST_EXCEPTION, OVERFLOW_EXCEPTION};
use crate::value::number::{NumberKind, integer};
use crate::value::{EnumValue, Env, Outcome, TypeRef, Value, enumerate};
use std::rc::Rc;

/// A value as an enum of the given type.
///
/// # Errors
/// `SubstringDisambiguationEnumParseThrewAnException` for a text that names no member or several,
/// `UndefinedIntegerToEnum` and `EnumParseUndefined` for numbers that are no member's.
pub fn to_enum(env: &mut dyn Env, value: &Value, target: &TypeRef) -> Outcome<Value> {
    let base = value.base();
    match base {
        Value::Enum(own) if own.ty == *target => Ok(base.clone()),
        Value::Enum(own) => from_integer(env, value, own.value, target),
        Value::Str(text) => from_text(text, target),
        Value::Null | Value::Void => Err(no_conversion(env, value, target)),
        Value::Bool(_) | Value::Char(_) => {
            let source = base.type_ref().map(|ty| ty.full_name()).unwrap_or_default();
            let message = format!("Invalid cast from '{source}' to '{}'.", target.full_name());
            let text = object_text(env, value)?;
            Err(CastFault::reason("InvalidCastIConvertible", &text, target, &INVALID_CAST_EXCEPTION, &message).into())
        }
        other if integer(other).is_some() => {
            from_integer(env, value, integer(other).and_then(as_bits).unwrap_or(0), target)
        }
        Value::BigInt(_) => Err(no_conversion(env, value, target)),
        Value::Object(_) => Err(no_constructor(env, value, target)),
        other if NumberKind::of(other).is_some() => {
            let text = to_text(env, other)?;
            from_text(&text, target)
        }
        other => match enumerate::items_of(other) {
            Some(items) => from_items(env, &items, target),
            None => Err(no_conversion(env, value, target)),
        },
    }
}

fn as_bits(number: i128) -> Option<i64> {
    i64::try_from(number).ok().or_else(|| u64::try_from(number).ok().map(u64::cast_signed))
}

fn make(target: &TypeRef, value: i64) -> Value {
    Value::Enum(Rc::new(EnumValue { ty: target.clone(), value }))
}

/// The members' names, joined.
pub fn names(target: &TypeRef, separator: &str) -> String {
    let members = in_order(target);
    let names: Vec<&str> = members.iter().map(|(name, _)| name.as_str()).collect();
    names.join(separator)
}

/// The members by value as unsigned numbers, which is the order in which .NET lists them.
fn in_order(target: &TypeRef) -> Vec<(Str, i64)> {
    let mut members = EnumValue::members(target);
    members.sort_by_key(|(_, value)| value.cast_unsigned());
    members
}

fn from_integer(env: &mut dyn Env, value: &Value, number: i64, target: &TypeRef) -> Outcome<Value> {
    if is_defined(target, number) {
        return Ok(make(target, number));
    }
    let text = object_text(env, value)?;
    Err(undefined("UndefinedIntegerToEnum", &text, target).into())
}

fn undefined(id: &'static str, value: &str, target: &TypeRef) -> CastFault {
    let message = format!(
        "Cannot convert value \"{value}\" to type \"{}\" due to enumeration values that are not valid. Specify one of \
         the following enumeration values and try again. The possible enumeration values are \"{}\".",
        target.full_name(),
        names(target, ",")
    );
    CastFault::new(id, message)
}

/// Whether a number is a member's, or made of members' bits where the enum combines. An enum with negative members
/// takes every number.
fn is_defined(target: &TypeRef, number: i64) -> bool {
    let members = EnumValue::members(target);
    if members.iter().any(|(_, value)| *value < 0) {
        return true;
    }
    if number < 0 {
        return false;
    }
    if EnumValue::is_flags(target) {
        let all = members.iter().fold(0, |all, (_, value)| all | value);
        return number | all == all;
    }
    members.iter().any(|(_, value)| *value == number)
}

/// The enum of a text: a name, a unique beginning of one, a number, or several with commas between.
///
/// # Errors
/// As [`to_enum`].
pub fn from_text(text: &str, target: &TypeRef) -> Outcome<Value> {
    let number = match parse_members(text, target)? {
        Some(number) => number,
        None => by_beginning(text, target)?,
    };
    if is_defined(target, number) {
        return Ok(make(target, number));
    }
    Err(undefined("EnumParseUndefined", text, target).into())
}

/// What `Enum.Parse` reads: a number, or names and numbers with commas between; `None` when it does not know them.
pub fn parse_members(text: &str, target: &TypeRef) -> Outcome<Option<i64>> {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return Ok(None);
    }
    if let Some(number) = parse_number(trimmed, text, target)? {
        return Ok(Some(number));
    }
    let members = EnumValue::members(target);
    let mut total = 0;
    for part in trimmed.split(',') {
        let part = part.trim();
        let exact = members.iter().find(|(name, _)| name == part);
        let found = exact.or_else(|| members.iter().find(|(name, _)| same_name(name, part)));
        match found {
            Some((_, value)) => total |= value,
            None => return Ok(None),
        }
    }
    Ok(Some(total))
}

fn parse_number(trimmed: &str, text: &str, target: &TypeRef) -> Outcome<Option<i64>> {
    if !trimmed.starts_with(|c: char| c.is_ascii_digit() || c == '+' || c == '-') {
        return Ok(None);
    }
    match parse_integer(trimmed, IntegerKind::Int64, NumberStyles::INTEGER, Culture::invariant()) {
        Ok(Number::Int64(number)) if i32::try_from(number).is_ok() => Ok(Some(number)),
        Err(fault) if fault.exception != OVERFLOW_EXCEPTION.name => Ok(None),
        _ => {
            let message = NumberKind::Int32.overflow_message();
            let id = "CaseSensitiveEnumParseThrewAnException";
            Err(CastFault::reason(id, text, target, &OVERFLOW_EXCEPTION, message).into())
        }
    }
}

/// Members that win over others with the same beginning.
const PREFERRED: [(&str, &str); 3] = [
    ("System.IO.FileAttributes", "Directory"),
    ("System.IO.FileAttributes", "ReadOnly"),
    ("System.IO.FileAttributes", "System"),
];

/// The member whose name alone begins with the text.
fn by_beginning(text: &str, target: &TypeRef) -> Outcome<i64> {
    let members = in_order(target);
    let begins = |name: &Str| {
        let length = text.chars().count();
        let start: String = name.chars().take(length).collect();
        start.chars().count() == length && same_name(&start, text)
    };
    let found: Vec<&(Str, i64)> = members.iter().filter(|(name, _)| begins(name)).collect();
    let message = match found.as_slice() {
        [(_, value)] => return Ok(*value),
        [] => format!(
            "Unable to match the identifier name {text} to a valid enumerator name. Specify one of the following \
             enumerator names and try again:\n{}",
            names(target, ", ")
        ),
        several => {
            let preferred = PREFERRED.iter().filter(|(ty, _)| *ty == target.full_name()).map(|(_, name)| *name);
            for name in std::iter::once(text).chain(preferred) {
                if let Some((_, value)) = several.iter().find(|(own, _)| same_name(own, name)) {
                    return Ok(*value);
                }
            }
            let names: Vec<&str> = several.iter().map(|(name, _)| name.as_str()).collect();
            format!(
                "The identifier name {text} cannot be processed because it is either too similar or identical to the \
                 following enumerator names: {}. Use a more specific identifier name.",
                names.join(", ")
            )
        }
    };
    let id = "SubstringDisambiguationEnumParseThrewAnException";
    Err(CastFault::reason(id, text, target, &ARGUMENT_EXCEPTION, &message).into())
}

/// A list of names and numbers, combined.
fn from_items(env: &mut dyn Env, items: &[Value], target: &TypeRef) -> Outcome<Value> {
    let mut parts = Vec::with_capacity(items.len());
    for item in items {
        match item.base() {
            Value::Str(text) => parts.push(text.clone()),
            _ => {
                if let Value::Enum(value) = to_enum(env, item, target)? {
                    parts.push(value.name());
                }
            }
        }
    }
    let parts: Vec<&str> = parts.iter().map(Str::as_str).collect();
    from_text(&parts.join(","), target)
}
