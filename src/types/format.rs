//! Composite formatting, as `String.Format` and `StringBuilder.AppendFormat` do it.

use super::fault;
use super::number;
use crate::text::Culture;
use crate::text::error::TextError;
use crate::text::format::{Piece, align, composite_pieces};
use crate::value::{Env, Outcome, Value, convert};

/// Fills the holes of a composite format.
///
/// # Errors
/// `FormatException` for a bad format and for a hole without an item.
pub fn composite(env: &mut dyn Env, format: &str, items: &[Value], culture: &'static Culture) -> Outcome<String> {
    let mut out = String::new();
    for piece in composite_pieces(format) {
        match piece.map_err(|error| fault::of_text(&error))? {
            Piece::Text(text) => out.push_str(&text),
            Piece::Hole { index, alignment, format } => {
                let item = items.get(index).ok_or_else(|| fault::of_text(&outside()))?;
                let text = item_text(env, item, format.as_deref(), culture)?;
                out.push_str(&align(&text, alignment));
            }
        }
    }
    Ok(out)
}

fn outside() -> TextError {
    TextError::format(
        "Index (zero based) must be greater than or equal to zero and less than the size of the argument list.",
    )
}

/// The text of one item, by its format where it has one and its type takes it.
///
/// # Errors
/// `FormatException` for a format that the type does not know.
pub fn item_text(env: &mut dyn Env, item: &Value, format: Option<&str>, culture: &'static Culture) -> Outcome<String> {
    let item = item.base();
    if let Some(text) = number::text(item, format.unwrap_or(""), culture)? {
        return Ok(text);
    }
    match (item, format) {
        (Value::Enum(value), Some(format)) if !format.is_empty() => super::enumeration::format(value, format),
        (Value::Native(native), _) => match native.data().format(env, format.unwrap_or(""))? {
            Some(text) => Ok(text.to_string()),
            None => Ok(convert::object_text(env, item)?.to_string()),
        },
        _ => Ok(convert::object_text(env, item)?.to_string()),
    }
}
