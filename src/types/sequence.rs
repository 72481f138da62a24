//! What lists of all kinds share: places, ranges, copying, searching, sorting.

use super::arguments::whole;
use super::{compare, delegate, fault, introsort, string_comparer};
use crate::value::error::ARGUMENT_EXCEPTION;
use crate::value::{Env, Flow, Outcome, Value, convert};
use std::cmp::Ordering;
use std::ops::Range;

/// The item at an index that `$list[index]` was given; negative ones count from the end, past the ends there is null.
///
/// # Errors
/// Where the index is no number.
pub(super) fn at(env: &mut dyn Env, items: &[Value], index: &Value) -> Outcome<Value> {
    Ok(place(env, items.len(), index)?.and_then(|place| items.get(place).cloned()).unwrap_or_default())
}

/// The place that an index means; `None` past the ends.
///
/// # Errors
/// Where the index is no number.
pub(super) fn place(env: &mut dyn Env, length: usize, index: &Value) -> Outcome<Option<usize>> {
    let index = i64::from(convert::to_int(env, index)?);
    let index = if index < 0 { index + length as i64 } else { index };
    Ok(usize::try_from(index).ok().filter(|place| *place < length))
}

/// A place of an item that a method was given.
///
/// # Errors
/// `ArgumentOutOfRangeException` outside.
pub(super) fn checked(index: i32, length: usize) -> Outcome<usize> {
    usize::try_from(index).ok().filter(|place| *place < length).ok_or_else(fault::bad_index)
}

/// A range that `index` and `count` give.
///
/// # Errors
/// `ArgumentOutOfRangeException` for negative ones, `ArgumentException` past the end.
pub(super) fn range(index: i32, count: i32, length: usize) -> Outcome<Range<usize>> {
    let start = usize::try_from(index).map_err(|_| fault::out_of_range("Non-negative number required.", "index"))?;
    let count = usize::try_from(count).map_err(|_| fault::out_of_range("Non-negative number required.", "count"))?;
    if start > length || count > length - start {
        return Err(fault::raise(
            &ARGUMENT_EXCEPTION,
            "Offset and length were out of bounds for the array or count is greater than the number of elements from \
             index to the end of the source collection.",
        ));
    }
    Ok(start..start + count)
}

/// Copies items into an array from an index on.
///
/// # Errors
/// `ArgumentException` where they do not fit.
pub(super) fn copy_to(items: Vec<Value>, target: &Value, index: i32) -> Outcome<Value> {
    let Value::Array(target) = target.base() else { return Err(fault::argument_null("array")) };
    let start =
        usize::try_from(index).map_err(|_| fault::out_of_range("Non-negative number required.", "arrayIndex"))?;
    let mut slots = target.items.borrow_mut();
    if start > slots.len() || items.len() > slots.len() - start {
        return Err(too_short());
    }
    for (slot, item) in slots.iter_mut().skip(start).zip(items) {
        *slot = item;
    }
    Ok(Value::Void)
}

/// The target of a copy is too short.
pub(super) fn too_short() -> Flow {
    fault::argument(
        "Destination array was not long enough. Check the destination index, length, and the array's lower bounds.",
        "destinationArray",
    )
}

/// The first place in a range whose item equals a value.
///
/// # Errors
/// What an `Equals` method of a script raises.
pub(super) fn index_of(env: &mut dyn Env, items: &[Value], wanted: &Value, range: Range<usize>) -> Outcome<i32> {
    for place in range {
        if let Some(item) = items.get(place)
            && compare::equals(env, item, wanted)?
        {
            return Ok(place as i32);
        }
    }
    Ok(-1)
}

/// The last place in a range whose item equals a value.
///
/// # Errors
/// What an `Equals` method of a script raises.
pub(super) fn last_index_of(env: &mut dyn Env, items: &[Value], wanted: &Value, range: Range<usize>) -> Outcome<i32> {
    for place in range.rev() {
        if let Some(item) = items.get(place)
            && compare::equals(env, item, wanted)?
        {
            return Ok(place as i32);
        }
    }
    Ok(-1)
}

/// The first place in a range for which a predicate holds.
///
/// # Errors
/// What the predicate throws.
pub(super) fn find(
    env: &mut dyn Env,
    items: &[Value],
    predicate: &Value,
    range: Range<usize>,
) -> Outcome<Option<usize>> {
    for place in range {
        if let Some(item) = items.get(place)
            && delegate::holds(env, predicate, item)?
        {
            return Ok(Some(place));
        }
    }
    Ok(None)
}

/// The last place in a range for which a predicate holds.
///
/// # Errors
/// What the predicate throws.
pub(super) fn find_last(
    env: &mut dyn Env,
    items: &[Value],
    predicate: &Value,
    range: Range<usize>,
) -> Outcome<Option<usize>> {
    for place in range.rev() {
        if let Some(item) = items.get(place)
            && delegate::holds(env, predicate, item)?
        {
            return Ok(Some(place));
        }
    }
    Ok(None)
}

/// The items for which a predicate holds.
///
/// # Errors
/// What the predicate throws.
pub(super) fn find_all(env: &mut dyn Env, items: Vec<Value>, predicate: &Value) -> Outcome<Vec<Value>> {
    let mut found = Vec::new();
    for item in items {
        if delegate::holds(env, predicate, &item)? {
            found.push(item);
        }
    }
    Ok(found)
}

/// The order of two items by a comparer, a comparison or, for null, their own order.
///
/// # Errors
/// What the comparison throws.
pub(super) fn order_by(env: &mut dyn Env, comparer: &Value, a: &Value, b: &Value) -> Outcome<Ordering> {
    if comparer.is_null() {
        return compare::order(env, a, b);
    }
    if let Some(outcome) = string_comparer::order(env, comparer, a, b) {
        return outcome;
    }
    let is_function = comparer.type_ref().is_some_and(|ty| {
        ty.native().is(&super::known::DELEGATE) || ty.native().is(&crate::value::types::SCRIPT_BLOCK)
    });
    if is_function {
        return delegate::compare(env, comparer, a, b);
    }
    let result = env.call_method(comparer, "Compare", &[a.clone(), b.clone()])?;
    Ok(convert::to_int(env, &result)?.cmp(&0))
}

/// Sorts items as .NET does.
///
/// # Errors
/// `InvalidOperationException` with what the comparison threw.
pub(super) fn sort(env: &mut dyn Env, items: &mut [Value], comparer: &Value) -> Outcome<()> {
    introsort::sort(items, &mut |a, b| order_by(env, comparer, a, b)).map_err(compare::failed)
}

/// Where a value stands in sorted items; the complement of where it would stand if it is not there.
///
/// # Errors
/// `InvalidOperationException` with what the comparison threw.
pub(super) fn binary_search(
    env: &mut dyn Env,
    items: &[Value],
    range: Range<usize>,
    wanted: &Value,
    comparer: &Value,
) -> Outcome<i32> {
    let (mut low, mut high) = (range.start, range.end);
    while low < high {
        let middle = low + (high - 1 - low) / 2;
        let Some(item) = items.get(middle) else { break };
        match order_by(env, comparer, item, wanted).map_err(compare::failed)? {
            Ordering::Equal => return Ok(middle as i32),
            Ordering::Less => low = middle + 1,
            Ordering::Greater => high = middle,
        }
    }
    Ok(!(low as i32))
}

/// A whole number from an argument of any integer type.
pub(super) fn number(arguments: &[Value], place: usize) -> i32 {
    arguments.get(place).and_then(whole).and_then(|n| i32::try_from(n).ok()).unwrap_or_default()
}
