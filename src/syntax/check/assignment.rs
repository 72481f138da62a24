//! What may be assigned to.

use super::Report;
use super::constant::pure_expression;
use super::type_name::{is_object, is_ref, is_string, is_void};
use crate::syntax::Span;
use crate::syntax::ast::{AssignOperator, Expr, ExprKind, TypeName, TypeNameKind, UnaryOperator};
use crate::syntax::fault::{Message, messages};
use crate::syntax::variable_path::{NamedScope, VariablePath};

/// How a target that is none is reported.
#[derive(Clone, Copy)]
struct Refusal<'a> {
    message: Message,
    argument: &'a str,
}

/// The left side of an assignment; several targets only for a plain one.
pub(super) fn assignment(left: &Expr, operator: AssignOperator, report: &Report<'_>) {
    let refusal = Refusal { message: messages::INVALID_LEFT_HAND_SIDE, argument: "" };
    target(left, operator == AssignOperator::Equals, refusal, report);
}

/// The operand of `++` and `--`.
pub(super) fn increment(operator: UnaryOperator, child: &Expr, report: &Report<'_>) {
    let argument = match operator {
        UnaryOperator::PlusPlus | UnaryOperator::PostfixPlusPlus => "++",
        UnaryOperator::MinusMinus | UnaryOperator::PostfixMinusMinus => "--",
        _ => return,
    };
    target(child, false, Refusal { message: messages::OPERATOR_REQUIRES_VARIABLE_OR_PROPERTY, argument }, report);
}

fn refuse(span: Span, refusal: Refusal<'_>, report: &Report<'_>) {
    report.fault(refusal.message, span, &[refusal.argument]);
}

fn target(expression: &Expr, simple: bool, refusal: Refusal<'_>, report: &Report<'_>) {
    match &expression.kind {
        ExprKind::ArrayLiteral(items) if simple => items.iter().for_each(|item| target(item, true, refusal, report)),
        ExprKind::Paren(statement) => match pure_expression(statement) {
            Some(inner) => target(inner, simple, refusal, report),
            None => refuse(statement.span, refusal, report),
        },
        ExprKind::Variable(_) => {}
        ExprKind::Member { null_conditional, .. }
        | ExprKind::InvokeMember { null_conditional, .. }
        | ExprKind::Index { null_conditional, .. } => {
            if *null_conditional {
                refuse(expression.span, refusal, report);
            }
        }
        ExprKind::BaseConstructor { .. } => {}
        ExprKind::Convert { .. } | ExprKind::Attributed { .. } => typed_target(expression, simple, refusal, report),
        _ => refuse(expression.span, refusal, report),
    }
}

/// A target with types or attributes before it.
fn typed_target(whole: &Expr, simple: bool, refusal: Refusal<'_>, report: &Report<'_>) {
    let mut inner = whole;
    let mut converts = 0;
    let mut reference = None;
    let mut last: Option<&TypeName> = None;
    loop {
        match &inner.kind {
            ExprKind::Convert { kind, child } => {
                converts += 1;
                last = Some(&kind.name);
                if is_ref(&kind.name) {
                    reference = Some(kind.span);
                } else if is_void(&kind.name) {
                    report.fault(messages::VOID_TYPE_CONSTRAINT_NOT_ALLOWED, kind.span, &[]);
                }
                inner = child;
            }
            ExprKind::Attributed { child, .. } => inner = child,
            _ => break,
        }
    }
    if let Some(span) = reference.filter(|_| converts > 1) {
        report.fault(messages::REFERENCE_NEEDS_TO_BE_BY_ITSELF_IN_TYPE_CONSTRAINT, span, &[]);
        return;
    }
    if let ExprKind::Variable(variable) = &inner.kind {
        automatic(whole.span, VariablePath::new(&variable.path), last, report);
    }
    target(inner, simple, refusal, report);
}

/// The variables that the engine sets, with the types that they have.
const AUTOMATIC: [(&str, &str); 9] = [
    ("_", "System.Object"),
    ("args", "System.Object[]"),
    ("this", "System.Object"),
    ("input", "System.Object"),
    ("PSCmdlet", "System.Management.Automation.PSScriptCmdlet"),
    ("PSBoundParameters", "System.Management.Automation.PSBoundParametersDictionary"),
    ("MyInvocation", "System.Management.Automation.InvocationInfo"),
    ("PSScriptRoot", "System.String"),
    ("PSCommandPath", "System.String"),
];

/// A variable that the engine sets keeps its type.
fn automatic(span: Span, path: VariablePath<'_>, kind: Option<&TypeName>, report: &Report<'_>) {
    let is_local = path.drive.is_none() && matches!(path.scope, None | Some(NamedScope::Local | NamedScope::Private));
    let Some((_, expected)) = AUTOMATIC.iter().find(|(name, _)| is_local && path.name.eq_ignore_ascii_case(name))
    else {
        return;
    };
    let same = kind.is_some_and(|kind| match *expected {
        "System.Object" => is_object(kind),
        "System.String" => is_string(kind),
        "System.Object[]" => matches!(&kind.kind, TypeNameKind::Array { element, rank: 1 } if is_object(element)),
        other => kind.full_name().eq_ignore_ascii_case(other),
    });
    if !same {
        report.fault(messages::ASSIGNMENT_STATEMENT_TO_AUTOMATIC_NOT_SUPPORTED, span, &[path.name, expected]);
    }
}
