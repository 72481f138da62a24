//! Expressions: splatting, casts, `$using:`, hash tables, variables of methods.

use super::class::{is_static, member_around};
use super::constant::{Place, is_constant, is_constant_variable};
use super::type_name::{is_ordered, is_ref};
use super::{Report, flow};
use crate::syntax::Span;
use crate::syntax::ast::{Expr, ExprKind, Statement, StatementKind, TypeConstraint, TypeName, VariableExpression};
use crate::syntax::fault::messages;
use crate::syntax::tree::{Node, Path};
use crate::syntax::variable_path::{NamedScope, VariablePath};
use crate::text::symbol::fold;
use std::collections::HashSet;

/// The variables of the session that methods may read.
const OF_SESSION: [&str; 8] = [
    "LASTEXITCODE",
    "Error",
    "StackTrace",
    "OutputEncoding",
    "NestedPromptLevel",
    "PWD",
    "Matches",
    "PSApplicationOutputEncoding",
];

/// A variable is splatted only as an argument, and in a method it has a value.
pub(super) fn variable(
    path: &Path<'_, '_>,
    variable: &VariableExpression,
    methods: &flow::Methods,
    report: &Report<'_>,
) {
    if variable.splatted {
        splatted(path, variable, report);
    }
    let name = VariablePath::new(&variable.path);
    let is_elsewhere = matches!(name.scope, Some(NamedScope::Global | NamedScope::Script)) || name.drive.is_some();
    let is_of_session = OF_SESSION.iter().any(|known| variable.path.eq_ignore_ascii_case(known));
    if !is_elsewhere && !is_of_session && !is_constant_variable(variable) && methods.lacks_value(variable.span) {
        report.fault(messages::VARIABLE_NOT_LOCAL, variable.span, &[]);
    }
    if variable.path.eq_ignore_ascii_case("this") && member_around(path).is_some_and(is_static) {
        report.fault(messages::NON_STATIC_MEMBER_ACCESS_IN_STATIC_MEMBER, variable.span, &[&variable.path]);
    }
}

fn splatted(path: &Path<'_, '_>, variable: &VariableExpression, report: &Report<'_>) {
    let is_array = |node: Node<'_>| matches!(node, Node::Expr(Expr { kind: ExprKind::ArrayLiteral(_), .. }));
    match path.parent() {
        Some(Node::Command(_) | Node::Expr(Expr { kind: ExprKind::Using(_), .. })) => {}
        Some(parent) if is_array(parent) && matches!(path.up.and_then(|up| up.parent()), Some(Node::Command(_))) => {
            report.fault(messages::SPLATTING_NOT_PERMITTED_IN_ARGUMENT_LIST, variable.span, &[&variable.path]);
        }
        _ => report.fault(messages::SPLATTING_NOT_PERMITTED, variable.span, &[&variable.path]),
    }
}

/// Casts to `[ordered]` and `[ref]`, and casts that are none.
pub(super) fn convert(path: &Path<'_, '_>, whole: &Expr, kind: &TypeConstraint, child: &Expr, report: &Report<'_>) {
    if is_ordered(&kind.name) {
        if !matches!(child.kind, ExprKind::Hashtable(_)) {
            let name = kind.name.full_name();
            report.fault(messages::ORDERED_ATTRIBUTE_ONLY_ON_HASH_LITERAL_NODE, whole.span, &[&name]);
        }
        return;
    }
    if is_ref(&kind.name) {
        reference(path, kind, child, report);
    }
}

/// `[ref]` stands last and alone among types.
fn reference(path: &Path<'_, '_>, kind: &TypeConstraint, child: &Expr, report: &Report<'_>) {
    let mut several = false;
    let mut inner = child;
    loop {
        inner = match &inner.kind {
            ExprKind::Convert { kind, child } => {
                if is_ref(&kind.name) {
                    several = true;
                    report.fault(messages::REFERENCE_NEEDS_TO_BE_BY_ITSELF_IN_TYPE_SEQUENCE, kind.span, &[]);
                }
                child
            }
            ExprKind::Attributed { child, .. } => child,
            _ => break,
        };
    }
    let Some(Node::Expr(Expr { kind: ExprKind::Convert { kind: outer, .. }, .. })) = path.parent() else { return };
    if several || is_ref(&outer.name) || is_assigned(path) {
        return;
    }
    report.fault(messages::REFERENCE_NEEDS_TO_BE_LAST_TYPE_IN_TYPE_CONVERSION, kind.span, &[]);
}

/// Whether the expression is part of the left side of an assignment, which has faults of its own.
fn is_assigned(path: &Path<'_, '_>) -> bool {
    for up in path.ancestors() {
        match up.node {
            Node::CommandExpression(_) => return false,
            Node::Statement(Statement { kind: StatementKind::Assignment { left, .. }, .. }) => {
                let span = path.node.span();
                return left.span.start <= span.start && span.end <= left.span.end;
            }
            _ => {}
        }
    }
    false
}

/// An attribute is applied to a variable, directly or through casts.
pub(super) fn attributed(whole: &Expr, span: Span, name: &TypeName, report: &Report<'_>) {
    let mut inner = whole;
    while let ExprKind::Attributed { child, .. } | ExprKind::Convert { child, .. } = &inner.kind {
        inner = child;
    }
    if !matches!(inner.kind, ExprKind::Variable(_)) {
        report.fault(messages::UNEXPECTED_ATTRIBUTE, span, &[&name.full_name()]);
    }
}

/// `$using:x` takes properties and constant indices alone.
pub(super) fn using(inner: &Expr, report: &Report<'_>) {
    let mut at = inner;
    loop {
        at = match &at.kind {
            ExprKind::Variable(_) => return,
            ExprKind::Member { object, member, .. }
                if matches!(member.kind, ExprKind::String { .. } | ExprKind::Constant(_)) =>
            {
                object
            }
            ExprKind::Index { target, index, .. } => {
                if !is_constant(index, Place::Attribute) {
                    return report.fault(messages::INVALID_USING_EXPRESSION, index.span, &[]);
                }
                target
            }
            _ => return report.fault(messages::INVALID_USING_EXPRESSION, at.span, &[]),
        };
    }
}

/// A hash table has each constant key once.
pub(super) fn hashtable(entries: &[(Expr, Statement)], report: &Report<'_>) {
    let mut known = HashSet::new();
    for (key, _) in entries {
        let text = match &key.kind {
            ExprKind::String { value, .. } => value.to_string(),
            ExprKind::Constant(number) => number_text(number),
            _ => continue,
        };
        if !known.insert(fold(&text)) {
            report.fault(messages::DUPLICATE_KEY_IN_HASH_LITERAL, key.span, &[&text]);
        }
    }
}

fn number_text(number: &crate::text::Number) -> String {
    use crate::text::Number as N;
    match number {
        N::SByte(n) => n.to_string(),
        N::Byte(n) => n.to_string(),
        N::Int16(n) => n.to_string(),
        N::UInt16(n) => n.to_string(),
        N::Int32(n) => n.to_string(),
        N::UInt32(n) => n.to_string(),
        N::Int64(n) => n.to_string(),
        N::UInt64(n) => n.to_string(),
        N::Double(n) => crate::text::format::double_to_text(*n, crate::text::Culture::invariant()),
        N::Decimal(n) => n.to_string(),
        N::BigInt(n) => n.to_string(),
    }
}
