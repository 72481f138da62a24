//! The drives that live in the session: `env:`, `variable:`, `function:`, `alias:`.

use super::{Drive, Place};
use crate::engine::Session;
use crate::syntax::ast::CaseRule;
use crate::text::{Str, Symbol, Wildcard};
use crate::value::{Outcome, Value, convert};

/// Whether an item is there.
pub fn exists(session: &Session, place: &Place) -> bool {
    let symbol = Symbol::new(&place.path);
    match place.drive {
        Drive::FileSystem => false,
        Drive::Env => session.environment.contains_key(&*place.path),
        Drive::Variable => session.lookup(symbol).is_some(),
        Drive::Function => session.find_function(symbol).is_some(),
        Drive::Alias => session.find_alias(symbol).is_some(),
    }
}

/// The names on a drive, in the drive's order.
pub fn names(session: &Session, drive: Drive) -> Vec<Str> {
    let mut names: Vec<Str> = match drive {
        Drive::FileSystem => Vec::new(),
        Drive::Env => session.environment.keys().cloned().collect(),
        Drive::Variable => {
            let mut symbols = Vec::new();
            for scope in session.scopes() {
                for name in session.variables_in(&scope) {
                    if !symbols.contains(&name) {
                        symbols.push(name);
                    }
                }
            }
            symbols.into_iter().map(Symbol::name).collect()
        }
        Drive::Function => session.visible_functions().iter().map(|function| function.name.clone()).collect(),
        Drive::Alias => session.visible_aliases().iter().map(|alias| alias.name.clone()).collect(),
    };
    names.sort_by(|a, b| crate::text::collate::compare(a, b, crate::text::collate::CaseRule::Insensitive));
    names
}

/// The names on a drive that a pattern fits.
pub fn names_like(session: &Session, drive: Drive, pattern: &str) -> Vec<Str> {
    let Ok(wildcard) = Wildcard::new(pattern, CaseRule::Insensitive) else { return Vec::new() };
    names(session, drive).into_iter().filter(|name| wildcard.is_match(name)).collect()
}

/// The content of an item: a variable's value, a function's block, an alias's definition, an environment text.
pub fn content(session: &mut Session, place: &Place) -> Option<Value> {
    let symbol = Symbol::new(&place.path);
    match place.drive {
        Drive::FileSystem => None,
        Drive::Env => session.environment.get(&*place.path).cloned().map(Value::Str),
        Drive::Variable => session.lookup(symbol),
        Drive::Function => session.find_function(symbol).map(|function| Value::native(function.block.clone())),
        Drive::Alias => session.find_alias(symbol).map(|alias| Value::Str(alias.definition.clone())),
    }
}

/// Sets the content of an item, making it where there is none.
///
/// # Errors
/// Where the item cannot be changed, such as a constant variable.
pub fn set_content(session: &mut Session, place: &Place, value: Value) -> Outcome {
    match place.drive {
        Drive::FileSystem => Ok(()),
        Drive::Variable => {
            let scope = session.scope();
            session.set_variable(&scope, Symbol::new(&place.path), value)
        }
        drive => session.write_drive(drive.name(), &place.path, value),
    }
}

/// Removes an item; false where there is none.
///
/// # Errors
/// Where the item must stay, such as a constant variable.
pub fn remove(session: &mut Session, place: &Place) -> Outcome<bool> {
    let symbol = Symbol::new(&place.path);
    match place.drive {
        Drive::FileSystem => Ok(false),
        Drive::Env => Ok(session.environment.shift_remove(&*place.path).is_some()),
        Drive::Variable => match session.find_variable(symbol) {
            Some(variable) => {
                session.check_removable(&variable)?;
                variable.put(None);
                Ok(true)
            }
            None => Ok(false),
        },
        Drive::Function => Ok(session.remove_function(symbol)),
        Drive::Alias => Ok(session.remove_alias(symbol)),
    }
}

/// The item's text form, for those that are listed by name and value.
///
/// # Errors
/// Where making the text runs script code that fails.
pub fn text(session: &mut Session, place: &Place) -> Outcome<Str> {
    let value = content(session, place).unwrap_or_default();
    convert::to_text(session, &value)
}
