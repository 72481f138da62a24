//! `-join`, binary and unary.

use crate::value::convert::{item_text, to_text};
use crate::value::enumerate::items_of;
use crate::value::{Env, Outcome, Value};

/// `items -join separator`: the texts of the items, in the current culture, with the separator between. A single value
/// is its text.
///
/// # Errors
/// Those of turning the items into text.
pub fn join(env: &mut dyn Env, items: &Value, separator: &Value) -> Outcome<Value> {
    let Some(items) = items_of(items) else { return Ok(Value::Str(to_text(env, items)?)) };
    let separator = to_text(env, separator)?;
    let mut text = String::new();
    for (i, item) in items.iter().enumerate() {
        if i > 0 {
            text.push_str(&separator);
        }
        text.push_str(&item_text(env, item, true)?);
    }
    Ok(Value::from(text))
}
