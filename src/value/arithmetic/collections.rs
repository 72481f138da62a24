//! `+` and `*` on texts, lists and tables.

use crate::text::Str;
use crate::value::convert::{object_text, to_int, to_number};
use crate::value::enumerate::{items_of, single};
use crate::value::error::{
    ARGUMENT_EXCEPTION, ARGUMENT_OUT_OF_RANGE_EXCEPTION, ErrorCategory, Fault, OUT_OF_MEMORY_EXCEPTION,
};
use crate::value::number::{NumberKind, integer};
use crate::value::{Array, Env, Outcome, Table, Value};
use std::rc::Rc;

/// The most characters and items that .NET lets a string and an array have.
const LONGEST_TEXT: usize = 0x3FFF_FFDF;
const LONGEST_ARRAY: usize = 0x7FFF_FFC7;

fn out_of_memory() -> Fault {
    Fault::raw(&OUT_OF_MEMORY_EXCEPTION, "Insufficient memory to continue the execution of the program.")
}

/// A list and what follows it, as an `object[]`.
pub(super) fn append(left: &Value, right: &Value) -> Value {
    let mut items = items_of(left).unwrap_or_default();
    match items_of(right) {
        Some(more) => items.extend(more),
        None => items.push(single(right.clone())),
    }
    Value::array(items)
}

/// A list `count` times over; an array keeps its type.
pub(super) fn repeat_items(env: &mut dyn Env, list: &Value, count: &Value) -> Outcome<Value> {
    let count = match count.base() {
        Value::Str(_) => Value::Int(to_int(env, count)?),
        _ => count.clone(),
    };
    let count = integer(&to_number(env, &count, NumberKind::UInt32)?).unwrap_or(0);
    let items = items_of(list).unwrap_or_default();
    let count = usize::try_from(count).unwrap_or(0);
    let length = items.len().checked_mul(count).filter(|length| *length <= LONGEST_ARRAY);
    let Some(length) = length else {
        return Err(out_of_memory().into());
    };
    let repeated: Vec<Value> = items.into_iter().cycle().take(length).collect();
    Ok(match list {
        Value::Array(array) => Value::Array(Rc::new(Array::typed(array.element.clone(), repeated))),
        _ => Value::array(repeated),
    })
}

/// A text `count` times over.
pub(super) fn repeat_text(env: &mut dyn Env, text: &Str, count: &Value) -> Outcome<Value> {
    let count = to_int(env, count)?;
    let Ok(times) = usize::try_from(count) else {
        let message =
            format!("times ('{count}') must be a non-negative value. (Parameter 'times')\nActual value was {count}.");
        return Err(Fault::raw(&ARGUMENT_OUT_OF_RANGE_EXCEPTION, message).into());
    };
    if text.len().checked_mul(times).is_none_or(|length| length > LONGEST_TEXT) {
        return Err(out_of_memory().into());
    }
    Ok(Value::from(text.repeat(times)))
}

/// The entries of two tables in one of the left one's kind.
pub(super) fn add_tables(env: &mut dyn Env, left: &Table, right: &Value) -> Outcome<Value> {
    let Value::Table(right) = right.base() else {
        let message = "A hash table can only be added to another hash table.";
        return Err(Fault::new("AddHashTableToNonHashTable", ErrorCategory::InvalidOperation, message).into());
    };
    let sum = left.copied();
    for (key, value) in right.pairs() {
        if sum.contains(&key) {
            let old = sum.keys().into_iter().find(|old| sum.key(old) == sum.key(&key)).unwrap_or_default();
            let (old, new) = (object_text(env, &old)?, object_text(env, &key)?);
            let message = format!("Item has already been added. Key in dictionary: '{old}'  Key being added: '{new}'");
            return Err(Fault::raw(&ARGUMENT_EXCEPTION, message).into());
        }
        sum.set(key, value);
    }
    Ok(Value::Table(Rc::new(sum)))
}
