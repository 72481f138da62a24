//! Searching in a string: `IndexOf`, `Contains`, `StartsWith` and their kin.

use super::{comparison, is_comparison, linguistic, needle, text};
use crate::text::Str;
use crate::text::search::{self, Comparison};
use crate::types::arguments::{Arguments, whole};
use crate::types::fault;
use crate::value::{Env, Outcome, Value};

pub(super) fn contains(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let rule = if is_comparison(arguments, 1) { comparison(arguments, 1) } else { Comparison::Ordinal };
    Ok(Value::Bool(search::contains(&text(this), &needle(arguments, 0), rule)))
}

/// The rule of `StartsWith` and `EndsWith`: a character is sought ordinally, a text linguistically.
fn edge_rule(arguments: &[Value]) -> Comparison {
    match arguments.get(1) {
        Some(Value::Enum(_)) => comparison(arguments, 1),
        Some(Value::Bool(ignore_case)) => linguistic(*ignore_case),
        _ if matches!(arguments.first(), Some(Value::Char(_))) => Comparison::Ordinal,
        _ => Comparison::Culture,
    }
}

pub(super) fn starts_with(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Bool(search::starts_with(&text(this), &needle(arguments, 0), edge_rule(arguments))))
}

pub(super) fn ends_with(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Bool(search::ends_with(&text(this), &needle(arguments, 0), edge_rule(arguments))))
}

/// The arguments between what is sought and the comparison.
struct Window {
    start: Option<i32>,
    count: Option<i32>,
    rule: Comparison,
}

fn window(arguments: &[Value]) -> Window {
    let has_rule = is_comparison(arguments, arguments.len() - 1);
    let numbers = arguments.len() - 1 - usize::from(has_rule);
    let rule = match (has_rule, arguments.first()) {
        (true, _) => comparison(arguments, arguments.len() - 1),
        (false, Some(Value::Str(_))) => Comparison::Culture,
        _ => Comparison::Ordinal,
    };
    Window { start: (numbers > 0).then(|| arguments.int(1)), count: (numbers > 1).then(|| arguments.int(2)), rule }
}

pub(super) fn index_of(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let own = text(this);
    let window = window(arguments);
    let (start, part) = forward(&own, window.start, window.count)?;
    let found = search::find(&part, &needle(arguments, 0), 0, window.rule);
    Ok(place(found.map(|range| start + search::units_before(&part, range.start))))
}

/// The part that is searched forwards.
fn forward(own: &Str, start: Option<i32>, count: Option<i32>) -> Outcome<(usize, Str)> {
    let total = own.utf16_len();
    let start = match start {
        None => 0,
        Some(start) => usize::try_from(start).ok().filter(|start| *start <= total).ok_or_else(fault::start_past_end)?,
    };
    let count = match count {
        None => total - start,
        Some(count) => {
            usize::try_from(count).ok().filter(|count| *count <= total - start).ok_or_else(fault::count_past_end)?
        }
    };
    Ok((start, own.slice(start, count).unwrap_or_default()))
}

fn place(found: Option<usize>) -> Value {
    Value::Int(found.and_then(|at| i32::try_from(at).ok()).unwrap_or(-1))
}

pub(super) fn last_index_of(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let own = text(this);
    let window = window(arguments);
    let of_text = matches!(arguments.first(), Some(Value::Str(_)));
    let sought = needle(arguments, 0);
    let Some((start, part)) = backward(&own, window.start, window.count, of_text)? else {
        return Ok(Value::Int(if sought.is_empty() && of_text { 0 } else { -1 }));
    };
    let found = search::find_last(&part, &sought, part.len(), window.rule);
    Ok(place(found.map(|range| start + search::units_before(&part, range.start))))
}

/// The part that is searched backwards; `None` in an empty string.
fn backward(own: &Str, start: Option<i32>, count: Option<i32>, of_text: bool) -> Outcome<Option<(usize, Str)>> {
    let total = own.utf16_len() as i64;
    if total == 0 {
        return Ok(None);
    }
    let outside = || {
        fault::out_of_range(
            "Index was out of range. Must be non-negative and less than the size of the collection.",
            "startIndex",
        )
    };
    let mut last = start.map_or(total - 1, i64::from);
    let mut count = count.map(i64::from);
    if of_text && last == total {
        last -= 1;
        count = count.map(|count| if count > 0 { count - 1 } else { count });
    }
    if last < 0 || last >= total {
        return Err(outside());
    }
    let count = count.unwrap_or(last + 1);
    if count < 0 || last - count + 1 < 0 {
        return Err(fault::count_past_end());
    }
    let first = (last - count + 1) as usize;
    Ok(Some((first, own.slice(first, count as usize).unwrap_or_default())))
}

fn units_of(arguments: &[Value]) -> Vec<u16> {
    arguments.items(0).iter().filter_map(whole).filter_map(|n| u16::try_from(n).ok()).collect()
}

pub(super) fn index_of_any(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let own = text(this);
    let sought = units_of(arguments);
    let start = (arguments.len() > 1).then(|| arguments.int(1));
    let count = (arguments.len() > 2).then(|| arguments.int(2));
    let (start, part) = forward(&own, start, count)?;
    Ok(place(part.units().iter().position(|unit| sought.contains(unit)).map(|at| start + at)))
}

pub(super) fn last_index_of_any(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let own = text(this);
    let sought = units_of(arguments);
    let start = (arguments.len() > 1).then(|| arguments.int(1));
    let count = (arguments.len() > 2).then(|| arguments.int(2));
    let Some((start, part)) = backward(&own, start, count, false)? else { return Ok(Value::Int(-1)) };
    Ok(place(part.units().iter().rposition(|unit| sought.contains(unit)).map(|at| start + at)))
}
