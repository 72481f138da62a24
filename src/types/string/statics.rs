//! The static methods of `System.String`.

use super::{comparison, is_comparison, linguistic};
use crate::text::Str;
use crate::text::search::Comparison;
use crate::types::arguments::Arguments;
use crate::types::{culture, fault, format as composite};
use crate::value::{Env, Outcome, Value, convert};
use std::cmp::Ordering;

pub(super) fn compare(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (a, b) = match arguments.len() {
        0..=4 => (side(arguments, 0), side(arguments, 1)),
        _ => parts(arguments)?,
    };
    let after = if arguments.len() > 4 { 5 } else { 2 };
    let rule = match arguments.get(after) {
        Some(Value::Bool(ignore_case)) => linguistic(*ignore_case),
        Some(Value::Enum(_)) => comparison(arguments, after),
        Some(_) => options(arguments.number(after + 1)),
        None => Comparison::Culture,
    };
    Ok(Value::Int(nullable_order(a.as_deref(), b.as_deref(), |a, b| rule.compare(a, b)) as i32))
}

/// `CompareOptions`: ignoring case or ordinal.
fn options(bits: i64) -> Comparison {
    match bits {
        0x1000_0000 => Comparison::OrdinalIgnoreCase,
        0x4000_0000 => Comparison::Ordinal,
        bits if bits & 1 != 0 => Comparison::CultureIgnoreCase,
        _ => Comparison::Culture,
    }
}

fn side(arguments: &[Value], place: usize) -> Option<Str> {
    (!arguments.is_null(place)).then(|| arguments.text(place))
}

/// `strA, indexA, strB, indexB, length`
fn parts(arguments: &[Value]) -> Outcome<(Option<Str>, Option<Str>)> {
    let length = usize::try_from(arguments.int(4)).map_err(|_| fault::negative("length", arguments.long(4)))?;
    let part = |text: usize, start: usize, name: &str| -> Outcome<Option<Str>> {
        let Some(own) = side(arguments, text) else { return Ok(None) };
        let at = usize::try_from(arguments.int(start)).ok().filter(|at| *at <= own.utf16_len());
        let at =
            at.ok_or_else(|| fault::out_of_range("Specified argument was out of the range of valid values.", name))?;
        Ok(own.slice(at, length.min(own.utf16_len() - at)))
    };
    Ok((part(0, 1, "indexA")?, part(2, 3, "indexB")?))
}

fn nullable_order(a: Option<&str>, b: Option<&str>, order: impl Fn(&str, &str) -> Ordering) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => order(a, b),
        (a, b) => a.is_some().cmp(&b.is_some()),
    }
}

pub(super) fn compare_ordinal(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (a, b) = if arguments.len() > 2 { parts(arguments)? } else { (side(arguments, 0), side(arguments, 1)) };
    let (Some(a), Some(b)) = (&a, &b) else {
        return Ok(Value::Int(a.is_some() as i32 - b.is_some() as i32));
    };
    // The difference of the first units that differ, as .NET gives it.
    let difference = a
        .units()
        .into_iter()
        .zip(b.units())
        .find(|(a, b)| a != b)
        .map_or(a.utf16_len() as i32 - b.utf16_len() as i32, |(a, b)| i32::from(a) - i32::from(b));
    Ok(Value::Int(difference))
}

pub(super) fn equals(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let rule = if is_comparison(arguments, 2) { comparison(arguments, 2) } else { Comparison::Ordinal };
    let same = match (side(arguments, 0), side(arguments, 1)) {
        (Some(a), Some(b)) => rule.equal(&a, &b),
        (a, b) => a.is_none() && b.is_none(),
    };
    Ok(Value::Bool(same))
}

pub(super) fn copy(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Str(Str::from(arguments.needed_text(0, "str")?.as_str())))
}

pub(super) fn is_null_or_empty(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Bool(arguments.text(0).is_empty()))
}

pub(super) fn is_null_or_white_space(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Bool(arguments.text(0).chars().all(crate::text::chars::is_white_space)))
}

pub(super) fn concat(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let mut out = String::new();
    let items = match arguments {
        [Value::Str(text)] => return Ok(Value::Str(text.clone())),
        [_] => arguments.items(0),
        _ => arguments.to_vec(),
    };
    for item in &items {
        out.push_str(&convert::object_text(env, item)?);
    }
    Ok(Value::from(out))
}

pub(super) fn format(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let provides = !matches!(arguments.first(), Some(Value::Str(_)));
    let culture = if provides { culture::of_argument(env, arguments, 0) } else { convert::current_culture(env) };
    let rest = arguments.get(usize::from(provides)..).unwrap_or(&[]);
    let pattern = rest.needed_text(0, "format")?;
    let items = match rest.get(1..).unwrap_or(&[]) {
        [Value::Array(array)] => array.items.borrow().clone(),
        items => items.to_vec(),
    };
    Ok(Value::from(composite::composite(env, &pattern, &items, culture)?))
}

pub(super) fn join(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let separator = super::needle(arguments, 0);
    if arguments.is_null(1) {
        return Err(fault::argument_null("values"));
    }
    let mut items = arguments.items(1);
    if arguments.len() == 4 {
        let (start, count) = (arguments.int(2), arguments.int(3));
        for (name, value) in [("startIndex", start), ("count", count)] {
            if value < 0 {
                return Err(fault::negative(name, value.into()));
            }
        }
        let limit = items.len() as i64 - i64::from(count);
        if i64::from(start) > limit {
            return Err(fault::too_large("startIndex", start.into(), limit));
        }
        items = items.into_iter().skip(start as usize).take(count as usize).collect();
    }
    let mut out = String::new();
    for (place, item) in items.iter().enumerate() {
        if place > 0 {
            out.push_str(&separator);
        }
        out.push_str(&convert::object_text(env, item)?);
    }
    Ok(Value::from(out))
}
