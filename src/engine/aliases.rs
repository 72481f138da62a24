//! The aliases that every session starts with: those that the cmdlets declare.

use super::Session;
use super::module::Alias;
use crate::text::{Str, Symbol};
use std::rc::Rc;

/// Aliases that may be changed.
const WRITABLE: &[&str] = &[
    "cd", "chdir", "cls", "copy", "del", "dir", "echo", "erase", "etsn", "exsn", "fhx", "gjb", "gsn", "h", "history",
    "icm", "md", "move", "nsn", "popd", "pushd", "pwd", "r", "rcjb", "rd", "ren", "rjb", "rsn", "sajb", "set", "sls",
    "spjb", "type", "wjb",
];

/// Aliases that new scopes get copies of.
const EVERYWHERE: &[&str] =
    &["%", "?", "cd", "copy", "del", "dir", "echo", "foreach", "md", "move", "popd", "pushd", "select", "where"];

/// Defines the aliases of all cmdlets in the global scope.
pub fn define(session: &Session) {
    let mut aliases = session.global.aliases.borrow_mut();
    for meta in session.cmdlets {
        for name in meta.aliases() {
            let alias = Alias {
                name: Str::from(name),
                definition: Str::from(meta.name),
                read_only: !WRITABLE.contains(&name),
                all_scope: EVERYWHERE.contains(&name),
                ..Alias::default()
            };
            aliases.insert(Symbol::new(name), Rc::new(alias));
        }
    }
}
