//! What `Get-Random` and `Get-SecureRandom` share: choosing numbers and items.

use super::random_source::Source;
use crate::cmdlets::faults;
use crate::cmdlets::prelude::*;
use crate::text::number::parse_number_string;

/// The choice of some of many items, as they come.
#[derive(Default)]
pub struct Reservoir {
    chosen: Vec<Value>,
    seen: i32,
}

impl Reservoir {
    /// Takes an item in; at most `count` are kept, or all without a count.
    pub fn take(&mut self, cx: &mut Cx, source: &Source, item: Value, count: Option<i32>) {
        let Some(count) = count else { return self.chosen.push(item) };
        if self.seen < count {
            self.chosen.push(item);
        } else if source.between(cx.session, 0, self.seen + 1) < count {
            let last = i32::try_from(self.chosen.len()).unwrap_or(i32::MAX);
            let place = usize::try_from(source.between(cx.session, 0, last)).unwrap_or(0);
            if let Some(old) = self.chosen.get_mut(place) {
                *old = item;
            }
        }
        self.seen += 1;
    }

    /// Writes what was chosen in a random order.
    ///
    /// # Errors
    /// What writing raises.
    pub fn write(&mut self, cx: &mut Cx, source: &Source) -> Outcome {
        let count = i32::try_from(self.chosen.len()).unwrap_or(i32::MAX);
        for i in 0..count {
            let j = source.between(cx.session, i, count);
            let (from, to) = (usize::try_from(i).unwrap_or(0), usize::try_from(j).unwrap_or(0));
            self.chosen.swap(from, to);
            let item = self.chosen.get(from).cloned().unwrap_or_default();
            cx.write(item)?;
        }
        Ok(())
    }
}

/// A limit as the number that it is; texts are read as numbers.
fn operand(cx: &mut Cx, value: &Value) -> Outcome<Option<Value>> {
    Ok(match value.base() {
        Value::Null | Value::Void => None,
        Value::Str(text) => Some(match parse_number_string(text) {
            Some(number) => Value::from(number),
            None => convert::to_int(cx.session, value).map(Value::Int)?,
        }),
        other => Some(other.clone()),
    })
}

/// Writes random numbers between limits, of the type of the limits.
///
/// # Errors
/// Limits that are no numbers, or a lower one that is not below the upper one.
pub fn numbers(cx: &mut Cx, source: &Source, low: &Value, high: &Value, count: i32) -> Outcome {
    let (minimum, maximum) = (operand(cx, low)?, operand(cx, high)?);
    let int = |value: &Option<Value>, default: i32| match value {
        None => Some(default),
        Some(Value::Int(n)) => Some(*n),
        Some(_) => None,
    };
    let long = |value: &Option<Value>, default: i64| match value {
        None => Some(default),
        Some(Value::Int(n)) => Some(i64::from(*n)),
        Some(Value::Long(n)) => Some(*n),
        Some(_) => None,
    };
    if let (Some(low), Some(high)) = (int(&minimum, 0), int(&maximum, i32::MAX)) {
        ordered(cx, low < high, Value::Int(low), Value::Int(high))?;
        return (0..count).try_for_each(|_| {
            let number = source.between(cx.session, low, high);
            cx.write(Value::Int(number))
        });
    }
    if let (Some(low), Some(high)) = (long(&minimum, 0), long(&maximum, i64::MAX)) {
        ordered(cx, low < high, Value::Long(low), Value::Long(high))?;
        return (0..count).try_for_each(|_| {
            let number = source.between_longs(cx.session, low, high);
            cx.write(Value::Long(number))
        });
    }
    let low = minimum.map_or(Ok(0.0), |value| convert::to_double(cx.session, &value))?;
    let high = maximum.map_or(Ok(f64::MAX), |value| convert::to_double(cx.session, &value))?;
    ordered(cx, low < high, Value::Double(low), Value::Double(high))?;
    (0..count).try_for_each(|_| {
        let number = source.between_doubles(cx.session, low, high);
        cx.write(Value::Double(number))
    })
}

fn ordered(cx: &mut Cx, holds: bool, low: Value, high: Value) -> Outcome {
    if holds {
        return Ok(());
    }
    let (low, high) = (convert::object_text(cx.session, &low)?, convert::object_text(cx.session, &high)?);
    let text = format!("The Minimum value ({low}) cannot be greater than or equal to the Maximum value ({high}).");
    Err(cx.stop(faults::argument("MinGreaterThanOrEqualMax", &text, "")))
}
