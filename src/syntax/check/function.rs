//! Functions and their parameters.

use super::Report;
use super::type_name::{is_ordered, is_void};
use crate::syntax::ast::{AttributeBase, FunctionDefinition, Parameter, TypeConstraint};
use crate::syntax::fault::messages;
use crate::syntax::tree::{Node, Path};
use crate::text::symbol::same_name;
use std::rc::Rc;

fn types(parameter: &Parameter) -> impl Iterator<Item = &TypeConstraint> {
    parameter.attributes.iter().filter_map(|attribute| match attribute {
        AttributeBase::Type(constraint) => Some(constraint),
        AttributeBase::Attribute(_) => None,
    })
}

/// Parameters have names of their own and types that values can have.
pub(super) fn parameters(list: &[Rc<Parameter>], report: &Report<'_>) {
    for (n, parameter) in list.iter().enumerate() {
        let name = &parameter.name.path;
        if list.iter().take(n).any(|known| same_name(&known.name.path, name)) {
            report.fault(messages::DUPLICATE_FORMAL_PARAMETER, parameter.name.span, &[name]);
        }
        if let Some(void) = types(parameter).find(|constraint| is_void(&constraint.name)) {
            report.fault(messages::VOID_TYPE_CONSTRAINT_NOT_ALLOWED, void.span, &[]);
        }
    }
}

/// A parameter is not `[ordered]`, and that of a method has one type.
pub(super) fn parameter(path: &Path<'_, '_>, parameter: &Parameter, report: &Report<'_>) {
    let function = path.up.filter(|up| matches!(up.node, Node::Function(_)));
    let is_of_method = function.is_some_and(|function| matches!(function.parent(), Some(Node::Member(_))));
    let mut has_type = false;
    for constraint in types(parameter) {
        if is_ordered(&constraint.name) {
            let name = constraint.name.full_name();
            report.fault(messages::ORDERED_ATTRIBUTE_ONLY_ON_HASH_LITERAL_NODE, constraint.span, &[&name]);
        } else if std::mem::replace(&mut has_type, true) && is_of_method {
            report.fault(messages::MULTIPLE_TYPE_CONSTRAINTS_ON_METHOD_PARAM, constraint.span, &[]);
        }
    }
}

/// A function has its parameters in one place, and there are no workflows.
pub(super) fn function(function: &FunctionDefinition, report: &Report<'_>) {
    match (&function.parameters, &function.body.params) {
        (Some(list), Some(block)) if !list.is_empty() => {
            report.fault(messages::ONLY_ONE_PARAMETER_LIST_ALLOWED, block.span, &[])
        }
        (Some(list), _) => parameters(list, report),
        (None, _) => {}
    }
    if function.is_workflow {
        report.fault(messages::WORKFLOW_NOT_SUPPORTED_IN_POWER_SHELL_CORE, function.span, &[]);
    }
}
