//! The restricted language of data sections and manifests: values, a few variables, and named commands.

use super::Report;
use super::type_name::is_simple;
use crate::syntax::ast::{
    BinaryOperator, Command, CommandElement, Comparison, Expr, ExprKind, InvocationOperator, StatementBlock,
    StatementKind, TypeName, UnaryOperator, VariableExpression,
};
use crate::syntax::fault::{Message, ParseFault, messages};
use crate::syntax::tree::{Node, walk};
use crate::syntax::{Source, Span};
use std::cell::RefCell;

/// The variables that may be read, and how a fault lists them.
const VARIABLES: [&str; 5] = ["PSCulture", "PSUICulture", "true", "false", "null"];
const VARIABLES_TEXT: &str = "$PSCulture, $PSUICulture, $true, $false, $null";

/// What is wrong with a block for the restricted language, which may call the named commands; `None`: any command.
pub fn check_restricted(source: &Source, block: &StatementBlock, commands: Option<&[&str]>) -> Vec<ParseFault> {
    let faults = RefCell::default();
    restrict(block, commands, &Report { source, faults: &faults });
    faults.take().into_list()
}

/// A data section, whose commands may be known only when it runs.
pub(super) fn data(commands: &[Expr], body: &StatementBlock, report: &Report<'_>) {
    let mut allowed = vec!["ConvertFrom-StringData"];
    for command in commands {
        match &command.kind {
            ExprKind::String { value, .. } => allowed.push(value),
            _ => return restrict(body, None, report),
        }
    }
    restrict(body, Some(&allowed), report);
}

fn restrict(body: &StatementBlock, commands: Option<&[&str]>, report: &Report<'_>) {
    walk(Node::StatementBlock(body), &mut |path| {
        let span = path.node.span();
        let refuse = |message: Message| report.fault(message, span, &[]);
        match path.node {
            Node::ScriptBlock(_) => refuse(messages::SCRIPT_BLOCK_NOT_SUPPORTED_IN_DATA_SECTION),
            Node::ParamBlock(_) => refuse(messages::PARAMETER_DECLARATION_NOT_SUPPORTED_IN_DATA_SECTION),
            Node::Attribute(_) => refuse(messages::ATTRIBUTE_NOT_SUPPORTED_IN_DATA_SECTION),
            Node::Function(_) => refuse(messages::FUNCTION_DECLARATION_NOT_SUPPORTED_IN_DATA_SECTION),
            Node::Trap(_) => refuse(messages::TRAP_STATEMENT_NOT_SUPPORTED_IN_DATA_SECTION),
            Node::Redirection(_) => refuse(messages::REDIRECTION_NOT_SUPPORTED_IN_DATA_SECTION),
            Node::TypeConstraint(constraint) => named_type(span, &constraint.name, report),
            Node::Variable(one) => variable(one, report),
            Node::Command(one) => command(one, commands, report),
            Node::Statement(statement) => {
                if let Some(message) = refused_statement(&statement.kind) {
                    refuse(message);
                }
            }
            Node::Expr(one) => expression(one, report),
            _ => {}
        }
    });
}

fn refused_statement(kind: &StatementKind) -> Option<Message> {
    Some(match kind {
        StatementKind::Switch(_) => messages::SWITCH_STATEMENT_NOT_SUPPORTED_IN_DATA_SECTION,
        StatementKind::Data { .. } => messages::DATA_SECTION_STATEMENT_NOT_SUPPORTED_IN_DATA_SECTION,
        StatementKind::ForEach(_) => messages::FOREACH_STATEMENT_NOT_SUPPORTED_IN_DATA_SECTION,
        StatementKind::DoWhile { .. } | StatementKind::DoUntil { .. } => {
            messages::DO_WHILE_STATEMENT_NOT_SUPPORTED_IN_DATA_SECTION
        }
        StatementKind::For { .. } | StatementKind::While { .. } => {
            messages::FOR_WHILE_STATEMENT_NOT_SUPPORTED_IN_DATA_SECTION
        }
        StatementKind::Try(_) => messages::TRY_STATEMENT_NOT_SUPPORTED_IN_DATA_SECTION,
        StatementKind::Break(_)
        | StatementKind::Continue(_)
        | StatementKind::Return(_)
        | StatementKind::Exit(_)
        | StatementKind::Throw(_) => messages::FLOW_CONTROL_STATEMENT_NOT_SUPPORTED_IN_DATA_SECTION,
        StatementKind::Assignment { .. } => messages::ASSIGNMENT_STATEMENT_NOT_SUPPORTED_IN_DATA_SECTION,
        StatementKind::Block { .. } => messages::PARALLEL_AND_SEQUENCE_BLOCK_NOT_SUPPORTED_IN_DATA_SECTION,
        _ => return None,
    })
}

fn expression(one: &Expr, report: &Report<'_>) {
    let span = one.span;
    let refuse = |message: Message| report.fault(message, span, &[]);
    match &one.kind {
        ExprKind::Type(name) => named_type(span, name, report),
        ExprKind::Variable(one) => variable(one, report),
        ExprKind::Member { .. } => refuse(messages::PROPERTY_REFERENCE_NOT_SUPPORTED_IN_DATA_SECTION),
        ExprKind::InvokeMember { .. } | ExprKind::BaseConstructor { .. } => {
            refuse(messages::METHOD_CALL_NOT_SUPPORTED_IN_DATA_SECTION);
        }
        ExprKind::Index { .. } => refuse(messages::ARRAY_REFERENCE_NOT_SUPPORTED_IN_DATA_SECTION),
        ExprKind::Attributed { .. } => refuse(messages::ATTRIBUTE_NOT_SUPPORTED_IN_DATA_SECTION),
        ExprKind::ScriptBlock(_) => refuse(messages::SCRIPT_BLOCK_NOT_SUPPORTED_IN_DATA_SECTION),
        ExprKind::Binary { operator, operator_span, .. } => {
            if let Some(text) = refused_binary(*operator) {
                report.fault(messages::OPERATOR_NOT_SUPPORTED_IN_DATA_SECTION, *operator_span, &[text]);
            }
        }
        ExprKind::Unary { operator, .. } => {
            if let Some(text) = refused_unary(*operator) {
                report.fault(messages::OPERATOR_NOT_SUPPORTED_IN_DATA_SECTION, span, &[text]);
            }
        }
        _ => {}
    }
}

/// The operators that may call code or make values without bounds.
fn refused_binary(operator: BinaryOperator) -> Option<&'static str> {
    use crate::syntax::ast::CaseRule::Sensitive;
    Some(match operator {
        BinaryOperator::DotDot => "..",
        BinaryOperator::Format => "-f",
        BinaryOperator::Join => "-join",
        BinaryOperator::As => "-as",
        BinaryOperator::Compare(Comparison::Match, case) => {
            if case == Sensitive {
                "-cmatch"
            } else {
                "-imatch"
            }
        }
        BinaryOperator::Compare(Comparison::NotMatch, case) => {
            if case == Sensitive {
                "-cnotmatch"
            } else {
                "-inotmatch"
            }
        }
        BinaryOperator::Compare(Comparison::Replace, case) => {
            if case == Sensitive {
                "-creplace"
            } else {
                "-ireplace"
            }
        }
        BinaryOperator::Compare(Comparison::Split, case) => {
            if case == Sensitive {
                "-csplit"
            } else {
                "-isplit"
            }
        }
        _ => return None,
    })
}

fn refused_unary(operator: UnaryOperator) -> Option<&'static str> {
    Some(match operator {
        UnaryOperator::PlusPlus | UnaryOperator::PostfixPlusPlus => "++",
        UnaryOperator::MinusMinus | UnaryOperator::PostfixMinusMinus => "--",
        UnaryOperator::Join => "-join",
        UnaryOperator::Split => "-isplit",
        UnaryOperator::Csplit => "-csplit",
        _ => return None,
    })
}

fn named_type(span: Span, name: &TypeName, report: &Report<'_>) {
    if !is_simple(name) {
        report.fault(messages::TYPE_NOT_ALLOWED_IN_DATA_SECTION, span, &[&name.full_name()]);
    }
}

fn variable(variable: &VariableExpression, report: &Report<'_>) {
    if !VARIABLES.iter().any(|name| variable.path.eq_ignore_ascii_case(name)) {
        report.fault(messages::VARIABLE_REFERENCE_NOT_SUPPORTED_IN_DATA_SECTION, variable.span, &[VARIABLES_TEXT]);
    }
}

/// The name of a command, if it is a constant.
fn command_name(command: &Command) -> Option<&str> {
    match command.elements.first() {
        Some(CommandElement::Argument(Expr { kind: ExprKind::String { value, .. }, .. })) => Some(value),
        _ => None,
    }
}

fn command(command: &Command, commands: Option<&[&str]>, report: &Report<'_>) {
    if command.invocation == InvocationOperator::Dot {
        return report.fault(messages::DOT_SOURCING_NOT_SUPPORTED_IN_DATA_SECTION, command.span, &[]);
    }
    let Some(commands) = commands else { return };
    match command_name(command) {
        None if command.invocation == InvocationOperator::Ampersand => {
            report.fault(messages::OPERATOR_NOT_SUPPORTED_IN_DATA_SECTION, command.span, &["&"]);
        }
        None => {
            let text = report.source.slice(command.span);
            report.fault(messages::CMDLET_NOT_IN_ALLOWED_LIST_FOR_DATA_SECTION, command.span, &[text]);
        }
        Some(name) if commands.iter().any(|known| known.eq_ignore_ascii_case(name)) => {}
        Some(name) => report.fault(messages::CMDLET_NOT_IN_ALLOWED_LIST_FOR_DATA_SECTION, command.span, &[name]),
    }
}
