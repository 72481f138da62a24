//! Attributes and their arguments.

use super::Report;
use super::constant::{Place, is_constant};
use crate::syntax::ast::{Attribute, Expr};
use crate::syntax::fault::messages;
use crate::syntax::tree::{Node, Path};
use crate::text::symbol::same_name;

/// Names are given once, and every argument is a constant.
pub(super) fn attribute(path: &Path<'_, '_>, attribute: &Attribute, report: &Report<'_>) {
    let place = if is_in_class(path) { Place::ClassAttribute } else { Place::Attribute };
    for (n, named) in attribute.named.iter().enumerate() {
        if attribute.named.iter().take(n).any(|known| same_name(&known.name, &named.name)) {
            report.fault(messages::DUPLICATE_NAMED_ARGUMENT, named.span, &[&named.name]);
        } else if !named.omitted {
            argument(&named.argument, place, report);
        }
    }
    for value in &attribute.positional {
        argument(value, place, report);
    }
}

fn argument(value: &Expr, place: Place, report: &Report<'_>) {
    if is_constant(value, place) {
        return;
    }
    let message = match place {
        Place::ClassAttribute => messages::PARAMETER_ATTRIBUTE_ARGUMENT_NEEDS_TO_BE_CONSTANT,
        _ => messages::PARAMETER_ATTRIBUTE_ARGUMENT_NEEDS_TO_BE_CONSTANT_OR_SCRIPT_BLOCK,
    };
    report.fault(message, value.span, &[]);
}

/// Whether the attribute belongs to a class, a member, or a parameter of a method.
fn is_in_class(path: &Path<'_, '_>) -> bool {
    match path.parent() {
        Some(Node::Type(_) | Node::Member(_)) => true,
        Some(Node::Parameter(_)) => super::class::member_around(path).is_some_and(super::class::is_method),
        _ => false,
    }
}
