//! The static methods of `System.Array`.

use super::{array, lengths, zeros};
use crate::types::arguments::{Arguments, whole};
use crate::types::invoke::{assign, type_of_call};
use crate::types::{default, delegate, fault, resolve, sequence, signature};
use crate::value::error::ARGUMENT_EXCEPTION;
use crate::value::types::{OBJECT, TypeRef};
use crate::value::{Array, Env, Outcome, Value};
use std::ops::Range;
use std::rc::Rc;

fn items(arguments: &[Value], parameter: &str) -> Outcome<Vec<Value>> {
    Ok(array(&arguments.value(0), parameter)?.items.borrow().clone())
}

/// The array's items replaced by others of the same number.
fn store(target: &Value, items: Vec<Value>) {
    if let Value::Array(array) = target.base() {
        array.items.replace(items);
    }
}

/// The range of an `index` and `length`; the whole array where they are left out.
fn range(arguments: &[Value], from: usize, length: usize) -> Outcome<Range<usize>> {
    match (arguments.get(from), arguments.get(from + 1)) {
        (Some(Value::Int(index)), Some(Value::Int(count))) => {
            let start = usize::try_from(*index).map_err(|_| negative("index"))?;
            let count = usize::try_from(*count).map_err(|_| negative("length"))?;
            if start > length || count > length - start {
                return Err(fault::raise(
                    &ARGUMENT_EXCEPTION,
                    "Offset and length were out of bounds for the array or count is greater than the number of \
                     elements from index to the end of the source collection.",
                ));
            }
            Ok(start..start + count)
        }
        _ => Ok(0..length),
    }
}

fn negative(parameter: &str) -> crate::value::Flow {
    fault::out_of_range("Non-negative number required.", parameter)
}

pub(super) fn resize(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let reference = arguments.value(0);
    let size = usize::try_from(arguments.int(1)).map_err(|_| negative("newSize"))?;
    let old = reference.downcast::<crate::types::reference::Reference>().map(|reference| reference.get());
    let (element, mut items) = match old.as_ref().map(Value::base) {
        Some(Value::Array(array)) => (array.element.clone(), array.items.borrow().clone()),
        _ => (TypeRef::Native(&OBJECT), Vec::new()),
    };
    items.resize(size, default::default_of(&element));
    assign(env, Some(&reference), Value::Array(Rc::new(Array::typed(element, items))))?;
    Ok(Value::Void)
}

pub(super) fn as_read_only(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(arguments.value(0))
}

fn element_type(arguments: &[Value]) -> Outcome<TypeRef> {
    match arguments.first().map(Value::base) {
        Some(Value::Type(ty)) => Ok(TypeRef::clone(ty)),
        _ => Err(fault::argument_null("elementType")),
    }
}

pub(super) fn create_instance(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let element = element_type(arguments)?;
    let sizes: Vec<Value> = match arguments.get(1) {
        Some(Value::Array(sizes)) => sizes.items.borrow().clone(),
        _ => arguments.get(1..).unwrap_or(&[]).to_vec(),
    };
    let mut lengths = Vec::with_capacity(sizes.len());
    for size in &sizes {
        lengths.push(whole(size).and_then(|size| usize::try_from(size).ok()).ok_or_else(|| negative("length"))?);
    }
    Ok(zeros(&element, &lengths))
}

pub(super) fn copy(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (source, from, target, to, count) = match arguments.len() {
        3 => (arguments.value(0), 0, arguments.value(1), 0, sequence::number(arguments, 2)),
        _ => (
            arguments.value(0),
            sequence::number(arguments, 1),
            arguments.value(2),
            sequence::number(arguments, 3),
            sequence::number(arguments, 4),
        ),
    };
    let source = array(&source, "sourceArray")?;
    let target = array(&target, "destinationArray")?;
    let count = usize::try_from(count).map_err(|_| negative("length"))?;
    let from = usize::try_from(from).map_err(|_| negative("sourceIndex"))?;
    let to = usize::try_from(to).map_err(|_| negative("destinationIndex"))?;
    if from + count > source.len() {
        return Err(fault::argument(
            "Source array was not long enough. Check the source index, length, and the array's lower bounds.",
            "sourceArray",
        ));
    }
    if to + count > target.len() {
        return Err(sequence::too_short());
    }
    let moved: Vec<Value> = source.items.borrow().iter().skip(from).take(count).cloned().collect();
    for (place, item) in moved.into_iter().enumerate() {
        let item = resolve::to_type(env, &item, &target.element)?;
        if let Some(slot) = target.items.borrow_mut().get_mut(to + place) {
            *slot = item;
        }
    }
    Ok(Value::Void)
}

pub(super) fn constrained_copy(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    copy(env, this, arguments)
}

pub(super) fn clear(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let target = arguments.value(0);
    let array = array(&target, "array")?;
    let range = range(arguments, 1, array.len())?;
    if let Some(slots) = array.items.borrow_mut().get_mut(range) {
        slots.fill(default::default_of(&array.element));
    }
    Ok(Value::Void)
}

pub(super) fn fill(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let target = arguments.value(0);
    let array = array(&target, "array")?;
    let range = range(arguments, 2, array.len())?;
    let value = resolve::to_type(env, &arguments.value(1), &array.element)?;
    if let Some(slots) = array.items.borrow_mut().get_mut(range) {
        slots.fill(value);
    }
    Ok(Value::Void)
}

pub(super) fn binary_search(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let items = items(arguments, "array")?;
    let ranged = arguments.len() > 3;
    let (range, wanted, comparer) = if ranged {
        (range(arguments, 1, items.len())?, arguments.value(3), arguments.value(4))
    } else {
        (0..items.len(), arguments.value(1), arguments.value(2))
    };
    sequence::binary_search(env, &items, range, &wanted, &comparer).map(Value::Int)
}

/// An array of the element type that the first argument has.
fn like(arguments: &[Value], items: Vec<Value>) -> Outcome<Value> {
    let element = array(&arguments.value(0), "array")?.element.clone();
    Ok(Value::Array(Rc::new(Array::typed(element, items))))
}

pub(super) fn convert_all(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let converter = arguments.value(1);
    let mut converted = Vec::new();
    for item in items(arguments, "array")? {
        converted.push(delegate::invoke(env, &converter, &[item])?);
    }
    let element = match converter.type_ref() {
        Some(TypeRef::Generic(generic)) => generic.1.last().cloned(),
        _ => None,
    };
    Ok(Value::Array(Rc::new(Array::typed(element.unwrap_or(TypeRef::Native(&OBJECT)), converted))))
}

pub(super) fn empty(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    match signature::arguments_of(&type_of_call(this)).into_iter().next() {
        Some(element) => Ok(Value::Array(Rc::new(Array::typed(element, Vec::new())))),
        None => Err(fault::no_overload("Empty", 0)),
    }
}

/// The range of a `startIndex` and `count` in front of the last argument.
fn forward(arguments: &[Value], length: usize) -> Outcome<Range<usize>> {
    let start = match arguments.len() {
        0..=2 => 0,
        _ => {
            usize::try_from(arguments.int(1)).ok().filter(|start| *start <= length).ok_or_else(fault::start_past_end)?
        }
    };
    let count = match arguments.len() {
        0..=3 => length - start,
        _ => usize::try_from(arguments.int(2))
            .ok()
            .filter(|count| *count <= length - start)
            .ok_or_else(fault::count_past_end)?,
    };
    Ok(start..start + count)
}

fn predicate(arguments: &[Value]) -> Value {
    arguments.last().cloned().unwrap_or_default()
}

fn place(found: Option<usize>) -> Value {
    Value::Int(found.map_or(-1, |place| place as i32))
}

pub(super) fn exists(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let items = items(arguments, "array")?;
    Ok(Value::Bool(sequence::find(env, &items, &predicate(arguments), 0..items.len())?.is_some()))
}

pub(super) fn find(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let items = items(arguments, "array")?;
    let found = sequence::find(env, &items, &predicate(arguments), 0..items.len())?;
    Ok(found.and_then(|place| items.get(place).cloned()).unwrap_or_default())
}

pub(super) fn find_last(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let items = items(arguments, "array")?;
    let found = sequence::find_last(env, &items, &predicate(arguments), 0..items.len())?;
    Ok(found.and_then(|place| items.get(place).cloned()).unwrap_or_default())
}

pub(super) fn find_all(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let found = sequence::find_all(env, items(arguments, "array")?, &predicate(arguments))?;
    like(arguments, found)
}

pub(super) fn find_index(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let items = items(arguments, "array")?;
    let range = forward(arguments, items.len())?;
    sequence::find(env, &items, &predicate(arguments), range).map(place)
}

pub(super) fn find_last_index(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let items = items(arguments, "array")?;
    let range = backward(arguments, items.len(), arguments.len() - 1)?;
    sequence::find_last(env, &items, &predicate(arguments), range).map(place)
}

/// The range that ends with a `startIndex` and has `count` items; `numbers` is where the arguments end.
fn backward(arguments: &[Value], length: usize, numbers: usize) -> Outcome<Range<usize>> {
    if length == 0 {
        return Ok(0..0);
    }
    let outside = || {
        fault::out_of_range(
            "Index was out of range. Must be non-negative and less than the size of the collection.",
            "startIndex",
        )
    };
    let first = if numbers == arguments.len() { 2 } else { 1 };
    let last = match numbers > first {
        true => usize::try_from(arguments.int(first)).ok().filter(|last| *last < length).ok_or_else(outside)?,
        false => length - 1,
    };
    let count = match numbers > first + 1 {
        true => usize::try_from(arguments.int(first + 1))
            .ok()
            .filter(|count| *count <= last + 1)
            .ok_or_else(fault::count_past_end)?,
        false => last + 1,
    };
    Ok(last + 1 - count..last + 1)
}

pub(super) fn for_each(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    for item in items(arguments, "array")? {
        delegate::invoke(env, &predicate(arguments), &[item])?;
    }
    Ok(Value::Void)
}

pub(super) fn true_for_all(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    for item in items(arguments, "array")? {
        if !delegate::holds(env, &predicate(arguments), &item)? {
            return Ok(Value::Bool(false));
        }
    }
    Ok(Value::Bool(true))
}

pub(super) fn index_of(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let items = items(arguments, "array")?;
    let length = items.len();
    let start = match arguments.len() {
        0..=2 => 0,
        _ => {
            usize::try_from(arguments.int(2)).ok().filter(|start| *start <= length).ok_or_else(fault::start_past_end)?
        }
    };
    let count = match arguments.len() {
        0..=3 => length - start,
        _ => usize::try_from(arguments.int(3))
            .ok()
            .filter(|count| *count <= length - start)
            .ok_or_else(fault::count_past_end)?,
    };
    sequence::index_of(env, &items, &arguments.value(1), start..start + count).map(Value::Int)
}

pub(super) fn last_index_of(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let items = items(arguments, "array")?;
    let range = backward(arguments, items.len(), arguments.len())?;
    sequence::last_index_of(env, &items, &arguments.value(1), range).map(Value::Int)
}

pub(super) fn reverse(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let target = arguments.value(0);
    let array = array(&target, "array")?;
    let range = range(arguments, 1, array.len())?;
    if let Some(slots) = array.items.borrow_mut().get_mut(range) {
        slots.reverse();
    }
    Ok(Value::Void)
}

pub(super) fn sort(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let keys = arguments.value(0);
    let own = array(&keys, "keys")?;
    if lengths(own).len() != 1 {
        return Err(fault::raise(
            &crate::types::exceptions::RANK_EXCEPTION,
            "Only single dimension arrays are supported here.",
        ));
    }
    let mut sorted = own.items.borrow().clone();
    let companion = match arguments.get(1).map(Value::base) {
        Some(Value::Array(items)) => Some(items.clone()),
        _ => None,
    };
    let from =
        1 + usize::from(companion.is_some() || matches!(arguments.get(1), Some(Value::Null)) && arguments.len() > 2);
    let range = range(arguments, from, sorted.len())?;
    let comparer = match arguments.last() {
        Some(last @ (Value::Native(_) | Value::Instance(_))) if arguments.len() > 1 => last.clone(),
        _ => Value::Null,
    };
    let Some(companion) = companion else {
        if let Some(part) = sorted.get_mut(range) {
            sequence::sort(env, part, &comparer)?;
        }
        store(&keys, sorted);
        return Ok(Value::Void);
    };
    let mut items = companion.items.borrow().clone();
    if range.end > items.len() {
        return Err(fault::raise(
            &ARGUMENT_EXCEPTION,
            "Offset and length were out of bounds for the array or count is greater than the number of elements from \
             index to the end of the source collection.",
        ));
    }
    let mut pairs: Vec<(Value, Value)> =
        range.clone().filter_map(|place| Some((sorted.get(place)?.clone(), items.get(place)?.clone()))).collect();
    crate::types::introsort::sort(&mut pairs, &mut |a, b| sequence::order_by(env, &comparer, &a.0, &b.0))
        .map_err(crate::types::compare::failed)?;
    for (place, (key, item)) in range.zip(pairs) {
        if let (Some(key_slot), Some(item_slot)) = (sorted.get_mut(place), items.get_mut(place)) {
            *key_slot = key;
            *item_slot = item;
        }
    }
    store(&keys, sorted);
    companion.items.replace(items);
    Ok(Value::Void)
}
