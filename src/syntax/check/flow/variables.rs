//! The variables of a method.

use crate::syntax::ast::{CommandElement, Expr, ExprKind, InvocationOperator, StatementKind, VariableExpression};
use crate::syntax::tree::Node;
use crate::syntax::variable_path::{NamedScope, VariablePath};
use crate::text::symbol::fold;
use std::collections::HashMap;

/// Commands that make or remove variables by name, after which nothing is certain.
const CHANGE_VARIABLES: [&str; 13] = [
    "Microsoft.PowerShell.Utility\\New-Variable",
    "Microsoft.PowerShell.Utility\\Remove-Variable",
    "Microsoft.PowerShell.Utility\\Set-PSBreakpoint",
    "Microsoft.PowerShell.Utility\\Set-Variable",
    "New-Variable",
    "Remove-Variable",
    "Set-PSBreakpoint",
    "Set-Variable",
    "nv",
    "rv",
    "sbp",
    "set",
    "sv",
];

/// The variables that the engine sets.
const AUTOMATIC: [&str; 10] = [
    "_",
    "args",
    "this",
    "input",
    "PSCmdlet",
    "PSBoundParameters",
    "MyInvocation",
    "PSScriptRoot",
    "PSCommandPath",
    "?",
];

/// What is known of a variable.
#[derive(Debug, Default)]
pub(super) struct Variable {
    /// It has a value from the start.
    pub is_automatic: bool,
    /// It is looked up by name, so that no path is followed for it.
    pub is_dynamic: bool,
    /// It is assigned somewhere.
    pub is_assigned: bool,
    /// The type of its first assignment.
    pub kind: Option<Box<str>>,
}

/// The variables of a method by their folded names.
#[derive(Debug, Default)]
pub(super) struct Variables {
    by_name: HashMap<String, usize>,
    pub list: Vec<Variable>,
    /// All variables are looked up by name.
    pub all_dynamic: bool,
}

/// The name under which a variable of the method itself is known.
pub(super) fn local_name(variable: &VariableExpression) -> Option<String> {
    let path = VariablePath::new(&variable.path);
    let is_local = path.drive.is_none() && matches!(path.scope, None | Some(NamedScope::Local | NamedScope::Private));
    let name = if path.name.eq_ignore_ascii_case("PSItem") { "_" } else { path.name };
    is_local.then(|| fold(name))
}

impl Variables {
    /// The variables of a body and of its parameters.
    pub fn of(body: Node<'_>) -> Variables {
        let mut variables = Variables::default();
        for name in AUTOMATIC {
            let id = variables.note(fold(name));
            if let Some(variable) = variables.list.get_mut(id) {
                variable.is_automatic = true;
            }
        }
        variables.find(body);
        variables
    }

    /// The id of a variable, made on first sight.
    pub fn note(&mut self, name: String) -> usize {
        let next = self.list.len();
        let id = *self.by_name.entry(name).or_insert(next);
        if id == next {
            self.list.push(Variable::default());
        }
        id
    }

    pub fn id(&self, name: &str) -> Option<usize> {
        self.by_name.get(name).copied()
    }

    fn find(&mut self, node: Node<'_>) {
        match node {
            Node::Function(_) | Node::Trap(_) | Node::Expr(Expr { kind: ExprKind::ScriptBlock(_), .. }) => return,
            Node::Variable(variable) | Node::Expr(Expr { kind: ExprKind::Variable(variable), .. }) => {
                if let Some(name) = local_name(variable) {
                    self.all_dynamic |= VariablePath::new(&variable.path).scope == Some(NamedScope::Private);
                    self.note(name);
                }
            }
            Node::Command(command) => {
                let changes = match command.elements.first() {
                    Some(CommandElement::Argument(Expr { kind: ExprKind::String { value, .. }, .. })) => {
                        CHANGE_VARIABLES.iter().any(|name| name.eq_ignore_ascii_case(value))
                    }
                    _ => false,
                };
                self.all_dynamic |= changes || command.invocation == InvocationOperator::Dot;
            }
            Node::Statement(statement) => match &statement.kind {
                StatementKind::Switch(_) => _ = self.note(fold("switch")),
                StatementKind::ForEach(_) => _ = self.note(fold("foreach")),
                StatementKind::Data { variable: Some(name), .. } => _ = self.note(fold(name)),
                _ => {}
            },
            _ => {}
        }
        node.children(&mut |child| self.find(child));
    }
}
