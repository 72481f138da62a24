//! What the parameters of `New-` and `Set-ADUser` ask to be changed.

use super::attributes::attribute_named;
use crate::cmdlets::prelude::*;
use crate::store::{Attribute, Datum};

/// Attributes with their new values, `None` to clear one.
pub type Changes = Vec<(Attribute, Option<Datum>)>;

/// The changes that text parameters ask for: those that were given, an empty text clearing the attribute.
pub fn given(cx: &Cx, texts: &[(&str, Attribute, &Option<Str>)]) -> Changes {
    let given = texts.iter().filter(|(parameter, _, _)| cx.is_bound(parameter));
    given.map(|(_, attribute, text)| (*attribute, datum(text.as_deref().unwrap_or_default()))).collect()
}

/// A text as an attribute's value; none for an empty one.
pub fn datum(text: &str) -> Option<Datum> {
    Some(text).filter(|text| !text.is_empty()).map(Datum::from)
}

/// The entries of a table such as `@{title="Manager"}`: attributes with their values, of which each takes one.
///
/// # Errors
/// A name that is no attribute, or several values.
pub fn entries(env: &mut dyn Env, table: Option<&Table>) -> Outcome<Result<Vec<(Attribute, Datum)>, String>> {
    let mut found = Vec::new();
    for (key, value) in table.map(Table::pairs).unwrap_or_default() {
        let name = convert::to_text(env, &key)?;
        let Some(attribute) = attribute_named(&name) else {
            return Ok(Err(format!("The specified directory service attribute does not exist: '{name}'.")));
        };
        let values = enumerate::items_of(&value).unwrap_or_else(|| vec![value]);
        let [value] = values.as_slice() else {
            return Ok(Err(format!("The attribute '{name}' takes one value.")));
        };
        let value = match value.base() {
            Value::Bool(flag) => Datum::Flag(*flag),
            other => Datum::Text(convert::to_text(env, other)?.to_string()),
        };
        found.push((attribute, value));
    }
    Ok(Ok(found))
}
