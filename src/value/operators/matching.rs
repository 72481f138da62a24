//! `-match`, and the table that becomes `$Matches`.

use super::pattern::{regex, regex_fault};
use crate::text::CaseRule;
use crate::value::{Env, Outcome, Table, TableKind, Value};
use std::rc::Rc;

/// Whether a pattern is found in a text.
///
/// # Errors
/// `RegexParseException` for a pattern that is none.
pub fn is_match(env: &mut dyn Env, subject: &str, pattern: &Value, case: CaseRule) -> Outcome<bool> {
    let regex = regex(env, pattern, case)?.map_err(|fault| regex_fault(&fault))?;
    Ok(regex.is_match(subject).map_err(|fault| regex_fault(&fault))?)
}

/// The first match of a pattern in a text as the table for `$Matches`: the groups that took part, by name or number.
/// `None` when there is no match.
///
/// # Errors
/// As [`is_match`].
pub fn match_text(env: &mut dyn Env, subject: &str, pattern: &Value, case: CaseRule) -> Outcome<Option<Rc<Table>>> {
    let regex = regex(env, pattern, case)?.map_err(|fault| regex_fault(&fault))?;
    let Some(found) = regex.find(subject).map_err(|fault| regex_fault(&fault))? else { return Ok(None) };
    let table = Table::new(TableKind::Hashtable);
    for group in found.groups.iter().filter(|group| group.success()) {
        let key = match i32::try_from(group.number) {
            Ok(number) if group.name.parse() == Ok(number) => Value::Int(number),
            _ => Value::Str(group.name.clone()),
        };
        table.set(key, Value::from(group.value(subject)));
    }
    Ok(Some(Rc::new(table)))
}
