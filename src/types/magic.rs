//! `ForEach` and `Where`, the methods that the language itself gives to every collection.

use crate::text::Symbol;
use crate::value::{Array, Env, ErrorCategory, Fault, Outcome, TypeRef, Value, convert, enumerate, types};
use std::rc::Rc;

/// Calls one of the methods on a collection, or on a single object as a collection of one; `None` for other names.
pub fn on_collection(env: &mut dyn Env, object: &Value, name: &str, arguments: &[Value]) -> Option<Outcome<Value>> {
    let is_each = name.eq_ignore_ascii_case("ForEach");
    if !is_each && !name.eq_ignore_ascii_case("Where") {
        return None;
    }
    let items = match object {
        Value::Null | Value::Void => Vec::new(),
        other => enumerate::items_of(other).unwrap_or_else(|| vec![other.clone()]),
    };
    let output = if is_each { for_each(env, items, arguments) } else { filter(env, items, arguments) };
    Some(output.map(super::list::collection))
}

fn overload(name: &str, count: usize) -> Fault {
    let text = format!("Cannot find an overload for \"{name}\" and the argument count: \"{count}\".");
    Fault::new("MethodCountCouldNotFindBest", ErrorCategory::NotSpecified, text)
        .of(&crate::value::error::METHOD_EXCEPTION)
}

fn is_block(value: &Value) -> bool {
    value.type_ref().is_some_and(|ty| ty.is_native(&types::SCRIPT_BLOCK))
}

/// `ForEach(block)`, `ForEach(type)`, `ForEach(property)`, `ForEach(property, value)`, `ForEach(method, arguments…)`.
fn for_each(env: &mut dyn Env, items: Vec<Value>, arguments: &[Value]) -> Outcome<Vec<Value>> {
    let Some((first, rest)) = arguments.split_first() else { return Err(overload("ForEach", 0).into()) };
    let mut output = Vec::new();
    for item in items {
        if is_block(first) {
            let value = env.invoke_item(first, &item, rest)?;
            enumerate::unroll_into(value, &mut output);
            continue;
        }
        if let Value::Type(ty) = first.base() {
            output.push(convert::convert(env, &item, ty)?);
            continue;
        }
        let name = convert::to_text(env, first)?;
        if env.has_property(&item, Symbol::new(&name)) {
            match rest {
                [] => {
                    let value = env.get_property(&item, Symbol::new(&name))?;
                    enumerate::unroll_into(value, &mut output);
                }
                [value] => env.set_property(&item, Symbol::new(&name), value.clone())?,
                several => {
                    let value = Value::Array(Rc::new(Array::new(several.to_vec())));
                    env.set_property(&item, Symbol::new(&name), value)?;
                }
            }
        } else {
            let value = env.call_method(&item, &name, rest)?;
            enumerate::unroll_into(value, &mut output);
        }
    }
    Ok(output)
}

/// The modes of `Where`.
#[derive(Clone, Copy, PartialEq)]
enum Mode {
    Default,
    First,
    Last,
    SkipUntil,
    Until,
    Split,
}

fn mode_of(env: &mut dyn Env, value: Option<&Value>) -> Outcome<Mode> {
    let Some(value) = value else { return Ok(Mode::Default) };
    let text = convert::to_text(env, value)?;
    Ok(match &*text.to_ascii_lowercase() {
        "default" | "0" => Mode::Default,
        "first" | "1" => Mode::First,
        "last" | "2" => Mode::Last,
        "skipuntil" | "3" => Mode::SkipUntil,
        "until" | "4" => Mode::Until,
        "split" | "5" => Mode::Split,
        _ => {
            let ty = TypeRef::Native(&super::enums::WHERE_OPERATOR_SELECTION_MODE);
            convert::convert(env, value, &ty)?;
            Mode::Default
        }
    })
}

/// `Where(block, mode, count)`.
fn filter(env: &mut dyn Env, items: Vec<Value>, arguments: &[Value]) -> Outcome<Vec<Value>> {
    let Some(test) = arguments.first() else { return Err(overload("Where", 0).into()) };
    let mode = mode_of(env, arguments.get(1))?;
    let count = match arguments.get(2) {
        Some(count) => usize::try_from(convert::to_int(env, count)?).unwrap_or(0),
        None => 0,
    };
    let (mut yes, mut no) = (Vec::new(), Vec::new());
    let mut reached = false;
    for item in items {
        let done = mode == Mode::First && yes.len() >= count.max(1)
            || matches!(mode, Mode::SkipUntil | Mode::Until) && count > 0 && yes.len() >= count;
        if done {
            break;
        }
        if mode == Mode::SkipUntil && reached || mode == Mode::Split && count > 0 && yes.len() >= count {
            if mode == Mode::Split {
                no.push(item)
            } else {
                yes.push(item)
            }
            continue;
        }
        let answer = env.invoke_item(test, &item, &[])?;
        let holds = convert::to_bool(env, &answer)?;
        match mode {
            Mode::Until if holds => break,
            Mode::Until => yes.push(item),
            Mode::SkipUntil if holds => {
                reached = true;
                yes.push(item);
            }
            _ if holds => yes.push(item),
            _ => no.push(item),
        }
    }
    Ok(match mode {
        Mode::Last => yes.split_off(yes.len().saturating_sub(count.max(1))),
        Mode::Split => vec![super::list::collection(yes), super::list::collection(no)],
        _ => yes,
    })
}
