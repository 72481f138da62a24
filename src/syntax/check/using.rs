//! Modules and assemblies of using statements.

use super::Report;
use super::constant::{Place, is_constant};
use crate::syntax::Known;
use crate::syntax::ast::{Expr, ExprKind, UsingKind, UsingStatement};
use crate::syntax::fault::messages;
use crate::syntax::parse::module_specification;

/// A module is there, as is an assembly.
pub(super) fn using(using: &UsingStatement, known: &dyn Known, report: &Report<'_>) {
    let value = |name: &'_ Expr| {
        if let ExprKind::String { value, .. } = &name.kind { value.to_string() } else { String::new() }
    };
    match (using.kind, &using.name, &using.module_specification) {
        (UsingKind::Module, _, Some(table)) => specification(using, table, known, report),
        (UsingKind::Module, Some(name), None) => module(using, &value(name), &value(name), known, report),
        (UsingKind::Assembly, Some(name), _) => assembly(name, &value(name), known, report),
        _ => {}
    }
}

fn specification(using: &UsingStatement, table: &Expr, known: &dyn Known, report: &Report<'_>) {
    if !is_constant(table, Place::Requires) {
        return report.fault(messages::REQUIRES_ARGUMENT_MUST_BE_CONSTANT, using.span, &[]);
    }
    match module_specification(table) {
        Err(reason) => report.fault(messages::REQUIRES_MODULE_INVALID, using.span, &[&reason]),
        Ok(found) => module(using, &found.name, report.source.slice(table.span), known, report),
    }
}

fn module(using: &UsingStatement, name: &str, text: &str, known: &dyn Known, report: &Report<'_>) {
    if name.contains(['*', '?', '[']) {
        report.fault(messages::WILD_CARD_MODULE_NAME_ERROR, using.span, &[]);
    } else if !known.has_module(name) {
        report.fault(messages::MODULE_NOT_FOUND_DURING_PARSE, using.span, &[text]);
    }
}

/// An assembly is a file; a full path is not looked at until the script runs.
fn assembly(name: &Expr, path: &str, known: &dyn Known, report: &Report<'_>) {
    if path.starts_with("\\\\") || path.starts_with("//") {
        report.fault(messages::CANNOT_LOAD_ASSEMBLY_FROM_UNC_PATH, name.span, &[path]);
    } else if let Some((scheme, _)) = path.split_once("://").filter(|(scheme, _)| !scheme.eq_ignore_ascii_case("file"))
    {
        report.fault(messages::CANNOT_LOAD_ASSEMBLY_WITH_URI_SCHEMA, name.span, &[scheme]);
    } else if !path.starts_with('/') && !known.has_assembly(path) {
        report.fault(messages::ERROR_LOADING_ASSEMBLY, name.span, &[path]);
    }
}
