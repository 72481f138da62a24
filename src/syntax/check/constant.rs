//! Expressions whose value is known before anything runs.

use crate::syntax::ast::{
    BinaryOperator, Expr, ExprKind, Pipeline, PipelineElement, Statement, StatementBlock, StatementKind, UnaryOperator,
    VariableExpression,
};
use crate::syntax::variable_path::VariablePath;

/// Where a constant is asked for, which decides what counts as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// An argument of an attribute of a function or a variable.
    Attribute,
    /// An argument of an attribute of a class or its members, where a script block is none.
    ClassAttribute,
    /// An argument of `#requires` or the specification of a module.
    Requires,
}

/// `$true`, `$false` and `$null`.
pub(super) fn is_constant_variable(variable: &VariableExpression) -> bool {
    let path = VariablePath::new(&variable.path);
    path.drive.is_none() && ["true", "false", "null"].iter().any(|name| path.name.eq_ignore_ascii_case(name))
}

/// The expression that a pipeline is, if it is nothing but one.
pub(crate) fn pure_expression(statement: &Statement) -> Option<&Expr> {
    match &statement.kind {
        StatementKind::Pipeline(pipeline) => pure_element(pipeline),
        _ => None,
    }
}

fn pure_element(pipeline: &Pipeline) -> Option<&Expr> {
    match pipeline.elements.as_slice() {
        [PipelineElement::Expression(one)] if one.redirections.is_empty() => Some(&one.expression),
        _ => None,
    }
}

/// Whether an expression is a constant.
pub(crate) fn is_constant(expression: &Expr, place: Place) -> bool {
    let constant = |inner: &Expr| is_constant(inner, place);
    match &expression.kind {
        ExprKind::Constant(_) | ExprKind::String { .. } => true,
        ExprKind::Variable(variable) => is_constant_variable(variable),
        // Whether there is such a type is asked when the attribute is made.
        ExprKind::Type(_) => true,
        ExprKind::Member { object, member, is_static: true, .. } => {
            matches!(object.kind, ExprKind::Type(_)) && matches!(member.kind, ExprKind::String { .. })
        }
        ExprKind::Convert { kind, child } => super::type_name::is_primitive(&kind.name) && constant(child),
        ExprKind::Unary { operator, child } => {
            matches!(
                operator,
                UnaryOperator::Not
                    | UnaryOperator::Exclaim
                    | UnaryOperator::Plus
                    | UnaryOperator::Minus
                    | UnaryOperator::Bnot
            ) && constant(child)
        }
        ExprKind::Binary { left, operator, right, .. } => {
            folds(*operator) && constant(left) && constant(right) && !is_null_divisor(*operator, right)
        }
        ExprKind::Ternary { condition, if_true, if_false } => {
            constant(condition) && constant(if_true) && constant(if_false)
        }
        ExprKind::Using(inner) => constant(inner),
        ExprKind::Paren(statement) => pure_expression(statement).is_some_and(constant),
        ExprKind::Sub(block) => is_constant_block(block, place),
        ExprKind::ArrayLiteral(items) => items.iter().all(constant),
        ExprKind::Hashtable(entries) => {
            let value = |value| pure_expression(value).is_some_and(constant);
            place == Place::Requires && entries.iter().all(|(key, entry)| constant(key) && value(entry))
        }
        ExprKind::ScriptBlock(_) => place == Place::Attribute,
        _ => false,
    }
}

fn is_constant_block(block: &StatementBlock, place: Place) -> bool {
    match block.statements.as_slice() {
        [statement] if block.traps.is_empty() => {
            pure_expression(statement).is_some_and(|inner| is_constant(inner, place))
        }
        _ => false,
    }
}

/// The operators whose result does not depend on culture or session.
fn folds(operator: BinaryOperator) -> bool {
    use BinaryOperator as B;
    matches!(
        operator,
        B::Multiply
            | B::Divide
            | B::Rem
            | B::Plus
            | B::Minus
            | B::And
            | B::Or
            | B::Xor
            | B::Band
            | B::Bor
            | B::Bxor
            | B::Shl
            | B::Shr
    )
}

fn is_null_divisor(operator: BinaryOperator, right: &Expr) -> bool {
    let ExprKind::Variable(variable) = &right.kind else { return false };
    matches!(operator, BinaryOperator::Divide | BinaryOperator::Rem)
        && ["false", "null"].iter().any(|name| VariablePath::new(&variable.path).name.eq_ignore_ascii_case(name))
}
