//! The text of a value in a cell: by the current culture, collections in braces.

use super::cells::ELLIPSIS;
use super::expression::Expression;
use crate::text::format::format_number;
use crate::text::{Number, Str, Symbol};
use crate::types::collections::entries_of;
use crate::types::entry::entry;
use crate::value::convert::{culture_text, current_culture};
use crate::value::enumerate::items_of;
use crate::value::operators::{format_operator, format_value};
use crate::value::{Env, Flow, Outcome, Value};

/// The number of items that are shown of a collection where `$FormatEnumerationLimit` does not say.
pub const DEFAULT_ENUMERATION_LIMIT: i32 = 4;

/// How values become the text of cells.
#[derive(Clone, Copy)]
pub struct CellFormat<'a> {
    /// A format string such as `N2` or `{0:N2} %`.
    pub format: Option<&'a str>,
    /// Numbers with a fraction get the culture's number of digits, as in tables.
    pub fixed_fractions: bool,
    /// `$FormatEnumerationLimit`; negative for no limit.
    pub limit: i32,
}

impl CellFormat<'_> {
    /// Values as lists show them.
    pub fn plain(limit: i32) -> CellFormat<'static> {
        CellFormat { format: None, fixed_fractions: false, limit }
    }
}

/// What became of a cell.
pub enum CellText {
    Text(Str),
    /// The format string could not be used.
    BadFormat(Str),
}

/// The text of a value in a cell.
pub fn cell_text(env: &mut dyn Env, value: &Value, format: CellFormat) -> Outcome<CellText> {
    if let Some(pattern) = format.format.filter(|pattern| !pattern.is_empty()) {
        return match formatted(env, value, pattern) {
            Ok(text) => Ok(CellText::Text(text)),
            Err(Flow::Error(_)) => Ok(CellText::BadFormat(pattern.into())),
            Err(flow) => Err(flow),
        };
    }
    match smart_text(env, value, format) {
        Ok(text) => Ok(CellText::Text(text)),
        Err(Flow::Error(_)) => Ok(CellText::Text(Str::default())),
        Err(flow) => Err(flow),
    }
}

fn formatted(env: &mut dyn Env, value: &Value, pattern: &str) -> Outcome<Str> {
    if !pattern.contains("{0") && !pattern.contains('}') {
        return format_value(env, value, Some(pattern));
    }
    let text = format_operator(env, pattern, std::slice::from_ref(value))?;
    Ok(text.as_str().cloned().unwrap_or_default())
}

/// The text without a format string: collections as `{a, b, c…}`.
fn smart_text(env: &mut dyn Env, value: &Value, format: CellFormat) -> Outcome<Str> {
    if let Some(items) = enumerated(value) {
        return braces(env, &items, format.limit);
    }
    if format.fixed_fractions && matches!(value.base(), Value::Single(_) | Value::Double(_) | Value::Decimal(_)) {
        return format_value(env, value, Some("F"));
    }
    display_text(env, value)
}

fn braces(env: &mut dyn Env, items: &[Value], limit: i32) -> Outcome<Str> {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let mut text = String::from("{");
    for (i, item) in items.iter().enumerate() {
        if i == limit {
            text.push_str(ELLIPSIS);
            break;
        }
        if i > 0 {
            text.push_str(", ");
        }
        text.push_str(&item_text(env, item)?);
    }
    text.push('}');
    Ok(text.into())
}

/// An item of a collection: its own text, or its name where its class has none.
fn item_text(env: &mut dyn Env, item: &Value) -> Outcome<Str> {
    if item.is_null() {
        return Ok("$null".into());
    }
    if let Value::Instance(_) = item
        && !env.has_method(item, "ToString")
        && let Some(name) = display_name(env, item)?
    {
        return Ok(name);
    }
    display_text(env, item)
}

/// The value of the property that names an object best, if it has one.
fn display_name(env: &mut dyn Env, object: &Value) -> Outcome<Option<Str>> {
    let Some(expression) = name_expression(env, object) else { return Ok(None) };
    let value = env.get_property(object, Symbol::new(&expression))?;
    Ok(Some(display_text(env, &value)?))
}

/// The property that names an object: the first that is called name, id or key, or ends so.
pub fn name_expression(env: &mut dyn Env, object: &Value) -> Option<Str> {
    let names = env.property_names(object);
    ["name", "id", "key", "*key", "*name", "*id"]
        .into_iter()
        .find_map(|pattern| Expression::matching(&names, pattern).into_iter().next())
}

/// The items of a value that formatting looks into; dictionaries give their entries. `None` for a single thing.
pub fn enumerated(value: &Value) -> Option<Vec<Value>> {
    match value.base() {
        Value::Table(table) => Some(table.pairs().into_iter().map(|(key, value)| entry(key, value)).collect()),
        Value::Native(_) => entries_of(value).or_else(|| items_of(value)),
        _ => items_of(value),
    }
}

/// What `ToString()` gives by the current culture, lists joined; empty for null.
pub fn display_text(env: &mut dyn Env, value: &Value) -> Outcome<Str> {
    match value.base() {
        Value::Type(ty) => Ok(ty.full_name().into()),
        _ => culture_text(env, value),
    }
}

/// A number by a format string and the current culture.
pub fn number_text(env: &dyn Env, number: &Number, format: &str) -> String {
    format_number(number, format, current_culture(env)).unwrap_or_default()
}
