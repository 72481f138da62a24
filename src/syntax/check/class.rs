//! Classes: members, their types, and what a method may contain.

use super::type_name::is_void;
use super::{Report, flow};
use crate::syntax::ast::{FunctionMember, Member, PropertyMember};
use crate::syntax::fault::messages;
use crate::syntax::tree::{Node, Path};

/// The member whose code a node is part of; the code of a function or script block inside is no longer the member's.
pub(super) fn member_around<'t>(path: &Path<'_, 't>) -> Option<&'t Member> {
    let mut ancestors = path.ancestors().peekable();
    while let Some(at) = ancestors.next() {
        match at.node {
            Node::Member(member) => return Some(member),
            Node::ScriptBlock(_) => {
                let function = ancestors.peek().filter(|up| matches!(up.node, Node::Function(_)));
                if !function.is_some_and(|function| matches!(function.parent(), Some(Node::Member(_)))) {
                    return None;
                }
            }
            _ => {}
        }
    }
    None
}

pub(super) fn is_method(member: &Member) -> bool {
    matches!(member, Member::Function(_))
}

pub(super) fn is_static(member: &Member) -> bool {
    match member {
        Member::Property(property) => property.is_static,
        Member::Function(method) => method.is_static,
    }
}

pub(super) fn returns_nothing(method: &FunctionMember) -> bool {
    method.return_type.as_ref().is_none_or(|kind| is_void(&kind.name))
}

/// A method has neither `param` nor named blocks, and returns what it says.
pub(super) fn method(method: &FunctionMember, methods: &mut flow::Methods, report: &Report<'_>) {
    let body = &method.function.body;
    if let Some(params) = &body.params {
        report.fault(messages::PARAM_BLOCK_NOT_ALLOWED_IN_METHOD, params.span, &[]);
    }
    let named = [&body.dynamic_params, &body.begin, &body.process, &body.end];
    let first = named.into_iter().flatten().next().filter(|_| {
        let others = [&body.begin, &body.process, &body.clean, &body.dynamic_params];
        others.into_iter().any(Option::is_some) || body.end.as_ref().is_none_or(|end| !end.unnamed)
    });
    if let Some(block) = first {
        report.fault(messages::NAMED_BLOCK_NOT_ALLOWED_IN_METHOD, block.span, &[]);
    }
    if let Some(kind) = method.return_type.as_ref().filter(|_| method.is_constructor) {
        report.fault(messages::CONSTRUCTOR_CANT_HAVE_RETURN_TYPE, kind.span, &[]);
    }
    let all_return = methods.analyze(method);
    if !all_return && !returns_nothing(method) {
        report.fault(messages::METHOD_HAS_CODE_PATH_NOT_RETURN, method.function.name_span, &[]);
    }
}

/// A property has a type that values can have.
pub(super) fn property(property: &PropertyMember, report: &Report<'_>) {
    if let Some(kind) = property.kind.as_ref().filter(|kind| is_void(&kind.name)) {
        report.fault(messages::TYPE_NOT_ALLOWED_FOR_PROPERTY, kind.span, &[&kind.name.full_name()]);
    }
}
