//! What the cmdlets for modules share: which modules a name stands for, how they are imported.

use crate::cmdlets::prelude::*;
use crate::engine::Session;
use crate::engine::frame::Link;
use crate::engine::module::Module;
use crate::text::{CaseRule, Wildcard};
use crate::types::exceptions::FILE_NOT_FOUND_EXCEPTION;

/// The modules that are loaded and have one of these names; wildcards may be used.
pub fn loaded(session: &Session, names: &[Str]) -> Vec<Rc<Module>> {
    let patterns: Vec<Wildcard> =
        names.iter().filter_map(|name| Wildcard::new(name, CaseRule::Insensitive).ok()).collect();
    let fits = |module: &&Rc<Module>| names.is_empty() || patterns.iter().any(|pattern| pattern.is_match(&module.name));
    session.modules.values().filter(fits).cloned().collect()
}

/// The error for a module that is nowhere.
pub fn not_found(name: &str, version: Option<&str>) -> Fault {
    let (id, text) = match version {
        None => (
            "Modules_ModuleNotFound",
            format!(
                "The specified module '{name}' was not loaded because no valid module file was found in any module \
                 directory."
            ),
        ),
        Some(version) => (
            "Modules_ModuleWithVersionNotFound",
            format!(
                "The specified module '{name}' with version '{version}' was not loaded because no valid module file \
                 was found in any module directory."
            ),
        ),
    };
    let fault = Fault::new(id, ErrorCategory::ResourceUnavailable, text).of(&FILE_NOT_FOUND_EXCEPTION);
    fault.target(Value::from(name))
}

/// The scope that an import goes to: that of the module whose code asks for it, the global one, or the local one.
pub fn import_scope(session: &Session, global: bool, scope: &str) -> Link {
    if global || scope.eq_ignore_ascii_case("Global") {
        return Link::Module(session.global.clone());
    }
    if scope.eq_ignore_ascii_case("Local") {
        return session.scope();
    }
    Link::Module(session.current_module())
}

/// Whether a version is at least another one.
pub fn at_least(version: &str, least: &str) -> bool {
    numbers(version) >= numbers(least)
}

/// Whether two versions are the same.
pub fn same_version(a: &str, b: &str) -> bool {
    numbers(a) == numbers(b)
}

fn numbers(version: &str) -> Vec<u64> {
    let mut numbers: Vec<u64> =
        version.split('.').map(|part| part.trim_end_matches('*').parse().unwrap_or(0)).collect();
    numbers.resize(4, 0);
    numbers
}
