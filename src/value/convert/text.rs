//! To `string`: the text of a value in a string or a cast, and what its `ToString()` gives.

use crate::text::format::{
    decimal_to_text, double_to_language_text, double_to_text, number_to_text, single_to_language_text, single_to_text,
};
use crate::text::{Culture, Str, Symbol};
use crate::value::number::as_number;
use crate::value::{Env, Member, NativeObject, OtherMember, Outcome, PsObject, Value, type_name};

/// The text of a value as `"$x"` and `[string]$x` give it.
///
/// Null is empty, numbers are written in the invariant culture (doubles with 15 digits), items of a list are joined by
/// `$OFS`, a custom object shows its properties, and everything else its `ToString()`.
///
/// # Errors
/// What a `ToString` method of a script raises.
#[inline]
pub fn to_text(env: &mut dyn Env, value: &Value) -> Outcome<Str> {
    match value {
        Value::Str(text) => Ok(text.clone()),
        Value::Null | Value::Void => Ok(Str::default()),
        Value::Object(object) if object.token().is_some() => Ok(object.token().cloned().unwrap_or_default()),
        other => text_of(env, other, Depth::Outer, Style::Language),
    }
}

/// The text of a value as its method `ToString()` gives it, in the current culture; null is empty.
///
/// # Errors
/// What a `ToString` method of a script raises.
pub fn object_text(env: &mut dyn Env, value: &Value) -> Outcome<Str> {
    match value {
        Value::Object(object) if object.base().is_none() => text_of(env, value, Depth::Outer, Style::Language),
        other => text_of(env, other, Depth::Inner, Style::Method),
    }
}

/// The text of a value in the current culture, with lists joined by `$OFS`, as `-join` and error messages write it.
///
/// # Errors
/// What a `ToString` method of a script raises.
pub fn culture_text(env: &mut dyn Env, value: &Value) -> Outcome<Str> {
    text_of(env, value, Depth::Outer, Style::Culture)
}

/// The text of an item in a list that is being joined: lists and custom objects inside it are not opened.
pub(crate) fn item_text(env: &mut dyn Env, value: &Value, in_culture: bool) -> Outcome<Str> {
    text_of(env, value, Depth::Inner, if in_culture { Style::Culture } else { Style::Language })
}

/// Whether lists and custom objects are opened.
#[derive(Clone, Copy, PartialEq)]
enum Depth {
    Outer,
    Inner,
}

/// How numbers and dates are written.
#[derive(Clone, Copy, PartialEq)]
enum Style {
    /// Doubles with 15 digits, invariant culture.
    Language,
    /// Doubles with 15 digits, current culture.
    Culture,
    /// As `ToString()` does: the shortest form, current culture.
    Method,
}

fn text_of(env: &mut dyn Env, value: &Value, depth: Depth, style: Style) -> Outcome<Str> {
    Ok(match value {
        Value::Null | Value::Void => Str::default(),
        Value::Str(text) => text.clone(),
        Value::Bool(true) => "True".into(),
        Value::Bool(false) => "False".into(),
        Value::Char(unit) => String::from_utf16_lossy(&[*unit]).into(),
        Value::Int(n) => n.to_string().into(),
        Value::Double(n) => match style {
            Style::Method => double_to_text(*n, culture(env, style)),
            _ => double_to_language_text(*n, culture(env, style)),
        }
        .into(),
        Value::Single(n) => match style {
            Style::Method => single_to_text(*n, culture(env, style)),
            _ => single_to_language_text(*n, culture(env, style)),
        }
        .into(),
        Value::Decimal(n) => decimal_to_text(n, culture(env, style)).into(),
        Value::Enum(value) => value.name(),
        Value::Type(ty) if style == Style::Method || depth == Depth::Inner => ty.full_name().into(),
        Value::Type(ty) => type_name(ty).into(),
        Value::Array(array) => match depth {
            Depth::Outer => {
                let items = array.items.borrow().clone();
                joined(env, &items, style)?
            }
            Depth::Inner => array.type_ref().full_name().into(),
        },
        Value::Table(table) => match own_text(env, value)? {
            Some(text) => text,
            None => table.type_ref().full_name().into(),
        },
        Value::Object(object) => object_value_text(env, value, object, depth, style)?,
        Value::Native(native) => native_text(env, value, native, depth, style)?,
        Value::Instance(instance) => match own_text(env, value)? {
            Some(text) => text,
            None => {
                if let (Depth::Outer, Some(base)) = (depth, instance.native_base())
                    && let Some(items) = base.data().items()
                {
                    return joined(env, &items, style);
                }
                if env.has_method(value, "ToString") {
                    let text = env.call_method(value, "ToString", &[])?;
                    return text_of(env, &text, Depth::Inner, style);
                }
                instance.ty.name.clone()
            }
        },
        other => match as_number(other) {
            Some(number) => number_to_text(&number, culture(env, style)).into(),
            None => Str::default(),
        },
    })
}

fn culture(env: &dyn Env, style: Style) -> &'static Culture {
    match style {
        Style::Language => Culture::invariant(),
        Style::Culture | Style::Method => current_culture(env),
    }
}

/// The current culture; an unknown name stands for the invariant one.
pub fn current_culture(env: &dyn Env) -> &'static Culture {
    Culture::find(&env.culture_name()).unwrap_or_else(Culture::invariant)
}

/// What a `ToString` method that hangs on the object itself gives.
fn own_text(env: &mut dyn Env, value: &Value) -> Outcome<Option<Str>> {
    let Some(extra) = value.extra() else { return Ok(None) };
    if extra.is_empty() {
        return Ok(None);
    }
    let Some(Member::Other(member)) = extra.member(Symbol::new("ToString")) else { return Ok(None) };
    let OtherMember::Method(_) = &*member else { return Ok(None) };
    let text = env.call_method(value, "ToString", &[])?;
    Ok(Some(text_of(env, &text, Depth::Inner, Style::Language)?))
}

fn object_value_text(env: &mut dyn Env, value: &Value, object: &PsObject, depth: Depth, style: Style) -> Outcome<Str> {
    if let Some(text) = own_text(env, value)? {
        return Ok(text);
    }
    if let Some(token) = object.token() {
        return Ok(token.clone());
    }
    if let Some(base) = object.base() {
        return text_of(env, base, depth, style);
    }
    if depth == Depth::Inner {
        return Ok(Str::default());
    }
    let members: Vec<(Str, Option<Value>)> = object
        .extra
        .read(|parts| parts.members.iter().filter_map(|(name, member)| shown(name, member)).collect())
        .unwrap_or_default();
    if members.is_empty() {
        return Ok(Str::default());
    }
    let mut text = String::from("@{");
    for (i, (name, member)) in members.into_iter().enumerate() {
        if i > 0 {
            text.push_str("; ");
        }
        text.push_str(&name);
        text.push('=');
        let shown = match member {
            Some(shown) => shown,
            None => env.get_property(value, Symbol::new(&name))?,
        };
        text.push_str(&text_of(env, &shown, Depth::Inner, style)?);
    }
    text.push('}');
    Ok(text.into())
}

/// What a member shows inside `@{ }`: a value, or `None` for one that must be asked; methods and sets are not shown.
fn shown(name: &Str, member: &Member) -> Option<(Str, Option<Value>)> {
    let value = match member {
        Member::Note(value) => Some(value.clone()),
        Member::Other(other) => match &**other {
            OtherMember::Alias { .. } => None,
            OtherMember::Script { .. } => Some(Value::from("System.Management.Automation.PSScriptProperty")),
            OtherMember::Guarded { hidden: true, .. } => return None,
            OtherMember::Guarded { value, .. } => Some(value.borrow().clone()),
            OtherMember::Method(_) | OtherMember::PropertySet(_) | OtherMember::MemberSet(_) => return None,
        },
    };
    Some((name.clone(), value))
}

fn native_text(env: &mut dyn Env, value: &Value, native: &NativeObject, depth: Depth, style: Style) -> Outcome<Str> {
    if let Some(text) = own_text(env, value)? {
        return Ok(text);
    }
    if depth == Depth::Outer
        && let Some(items) = native.data().items()
    {
        return joined(env, &items, style);
    }
    let text = match style {
        Style::Language => native.data().invariant_text(env)?,
        Style::Culture | Style::Method => native.data().text(env)?,
    };
    Ok(text.unwrap_or_else(|| native.type_ref().full_name().into()))
}

fn joined(env: &mut dyn Env, items: &[Value], style: Style) -> Outcome<Str> {
    let separator = match env.variable("OFS") {
        Some(separator) if !separator.is_null() => text_of(env, &separator, Depth::Outer, Style::Language)?,
        _ => Str::from(" "),
    };
    let mut text = String::new();
    for (i, item) in items.iter().enumerate() {
        if i > 0 {
            text.push_str(&separator);
        }
        text.push_str(&text_of(env, item, Depth::Inner, style)?);
    }
    Ok(text.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::env::TestEnv;
    use crate::value::{Array, TypeRef, types};
    use std::rc::Rc;

    fn text(value: &Value) -> String {
        to_text(&mut TestEnv::default(), value).unwrap_or_default().to_string()
    }

    #[test]
    fn items_are_joined_by_ofs_and_lists_inside_are_not_opened() {
        let inner = Value::array(vec![Value::Int(1), Value::Int(2)]);
        let outer = Value::array(vec![inner.clone(), Value::Null, Value::from("x")]);
        assert_eq!(text(&outer), "System.Object[]  x");
        let env = &mut TestEnv::default();
        env.variables.insert("OFS".into(), Value::from("-"));
        assert_eq!(to_text(env, &inner).unwrap_or_default(), "1-2");
        env.variables.insert("OFS".into(), Value::Null);
        assert_eq!(to_text(env, &inner).unwrap_or_default(), "1 2");
    }

    #[test]
    fn a_custom_object_shows_its_properties_but_not_those_of_objects_inside() {
        let inner = Value::object([("b", Value::Int(1))]);
        let outer = Value::object([("a", inner), ("c", Value::Bool(true)), ("d", Value::Double(1.5))]);
        assert_eq!(text(&outer), "@{a=; c=True; d=1.5}");
        assert_eq!(text(&Value::object([])), "");
        assert_eq!(text(&Value::array(vec![outer.clone(), outer])), " ");
    }

    #[test]
    fn doubles_have_fifteen_digits_in_the_language_and_all_they_need_in_methods() {
        let third = Value::Double(1.0 / 3.0);
        assert_eq!(text(&third), "0.333333333333333");
        assert_eq!(object_text(&mut TestEnv::default(), &third).unwrap_or_default(), "0.3333333333333333");
        assert_eq!(text(&Value::Double(-0.0)), "-0");
    }

    #[test]
    fn types_have_their_short_name_alone_and_their_full_name_elsewhere() {
        let ty = Value::Type(Rc::new(TypeRef::array_of(TypeRef::Native(&types::INT32))));
        assert_eq!(text(&ty), "int[]");
        assert_eq!(text(&Value::array(vec![ty.clone()])), "System.Int32[]");
        assert_eq!(object_text(&mut TestEnv::default(), &ty).unwrap_or_default(), "System.Int32[]");
        let ints = Value::Array(Rc::new(Array::typed(TypeRef::Native(&types::INT32), vec![])));
        assert_eq!(object_text(&mut TestEnv::default(), &ints).unwrap_or_default(), "System.Int32[]");
    }
}
