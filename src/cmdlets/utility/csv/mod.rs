//! Separated values as PowerShell reads and writes them.

pub mod file;
pub mod read;
pub mod write;

use crate::cmdlets::prelude::*;
use crate::engine::Session;

/// The separator that a call asks for: the given one, that of the culture, or a comma.
pub fn delimiter(cx: &mut Cx, given: &Value, use_culture: bool) -> Outcome<char> {
    if use_culture {
        return Ok(convert::current_culture(cx.session).list_separator.chars().next().unwrap_or(','));
    }
    let text = convert::to_text(cx.session, given)?;
    Ok(text.chars().next().unwrap_or(','))
}

/// The name of the type at the head of an object, for `#TYPE`.
pub fn type_line(session: &mut Session, object: &Value) -> String {
    let name = session.type_names(object).into_iter().next().unwrap_or_default();
    format!("#TYPE {}", name.strip_prefix("CSV:").unwrap_or(&name))
}
