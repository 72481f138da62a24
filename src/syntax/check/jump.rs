//! Jumps: out of a finally block, to a label that is not there, with and without a value.

use super::Report;
use super::class::{member_around, returns_nothing};
use crate::syntax::ast::{Expr, ExprKind, Member, Statement, StatementKind};
use crate::syntax::fault::messages;
use crate::syntax::tree::{Node, Path};
use crate::text::symbol::same_name;

/// The label of a loop or switch; `None` for other statements.
fn label_of(statement: &Statement) -> Option<&str> {
    match &statement.kind {
        StatementKind::For { label, .. }
        | StatementKind::While { label, .. }
        | StatementKind::DoWhile { label, .. }
        | StatementKind::DoUntil { label, .. } => Some(label.as_deref().unwrap_or("")),
        StatementKind::ForEach(each) => Some(each.label.as_deref().unwrap_or("")),
        StatementKind::Switch(switch) => Some(switch.label.as_deref().unwrap_or("")),
        _ => None,
    }
}

/// Whether a jump with a label, or with none, ends at a loop.
fn matches_label(label: &str, of_loop: &str) -> bool {
    label.is_empty() || same_name(label, of_loop)
}

/// `break` and `continue`.
pub(super) fn labeled(path: &Path<'_, '_>, label: Option<&Expr>, report: &Report<'_>) {
    let label = match label.map(|label| &label.kind) {
        None => Some(""),
        Some(ExprKind::String { value, .. }) => Some(&**value),
        Some(_) => None,
    };
    out_of_finally(path, label, report);
    if let Some(label) = label.filter(|label| !label.is_empty()) {
        exists(path, label, report);
    }
}

/// `return`, with a value or without.
pub(super) fn returned(path: &Path<'_, '_>, has_value: bool, report: &Report<'_>) {
    out_of_finally(path, None, report);
    let Some(Member::Function(method)) = member_around(path) else { return };
    match (has_value, returns_nothing(method)) {
        (true, true) => report.fault(messages::VOID_METHOD_HAS_RETURN, path.node.span(), &[]),
        (false, false) => report.fault(messages::NON_VOID_METHOD_MISSING_RETURN_VALUE, path.node.span(), &[]),
        _ => {}
    }
}

/// A jump may not leave a finally block; one whose label is not known may.
fn out_of_finally(path: &Path<'_, '_>, label: Option<&str>, report: &Report<'_>) {
    for up in path.ancestors() {
        match up.node {
            Node::NamedBlock(_) | Node::Trap(_) | Node::ScriptBlock(_) => return,
            Node::Statement(statement) => {
                if let (Some(label), Some(of_loop)) = (label, label_of(statement))
                    && matches_label(label, of_loop)
                {
                    return;
                }
            }
            Node::StatementBlock(block) => {
                if let Some(Node::Statement(Statement { kind: StatementKind::Try(statement), .. })) = up.parent()
                    && statement.finally.as_ref().is_some_and(|finally| std::ptr::eq(finally, block))
                {
                    report.fault(messages::CONTROL_LEAVING_FINALLY, path.node.span(), &[]);
                    return;
                }
            }
            _ => {}
        }
    }
}

/// In a method a label is one of a loop around.
fn exists(path: &Path<'_, '_>, label: &str, report: &Report<'_>) {
    for up in path.ancestors() {
        match up.node {
            Node::Function(_) => {
                if matches!(up.parent(), Some(Node::Member(_))) {
                    report.fault(messages::LABEL_NOT_FOUND, path.node.span(), &[label]);
                }
                return;
            }
            Node::Statement(Statement { kind: StatementKind::Switch(_), .. }) => {}
            Node::Statement(statement) if label_of(statement).is_some_and(|of_loop| matches_label(label, of_loop)) => {
                return;
            }
            _ => {}
        }
    }
}
