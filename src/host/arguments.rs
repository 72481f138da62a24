//! Which parameters the arguments of a written command belong to, before anything runs.

use crate::engine::signature::{Param, Signature};
use crate::syntax::ast::{Command, CommandElement, Expr, ExprKind};
use crate::text::Symbol;
use crate::text::symbol::same_name;

/// The name of a command, where it stands there as plain text.
pub fn name_of(command: &Command) -> Option<&str> {
    match command.elements.first()? {
        CommandElement::Argument(name) => plain_text(name),
        CommandElement::Parameter { .. } => None,
    }
}

/// The text of an expression that is nothing but text.
pub fn plain_text(expr: &Expr) -> Option<&str> {
    match &expr.kind {
        ExprKind::String { value, .. } => Some(value),
        _ => None,
    }
}

/// Whether a name begins like this, without regard to case.
pub fn starts_with(name: &str, start: &str) -> bool {
    name.get(..start.len()).is_some_and(|head| same_name(head, start))
}

/// The parameters that a name, perhaps a shortened one, can mean.
pub fn meant<'s>(signature: &'s Signature, name: &str) -> Vec<&'s Param> {
    if let Some(param) = signature.find(Symbol::new(name)).and_then(|place| signature.params.get(place)) {
        return vec![param];
    }
    signature.params.iter().filter(|param| starts_with(&param.name, name)).collect()
}

/// The parameters that arguments without names go to, in order: those with a position that no name takes.
pub fn open_positions<'s>(signature: &'s Signature, command: &Command) -> Vec<&'s Param> {
    let named: Vec<&Param> = command
        .elements
        .iter()
        .filter_map(|element| match element {
            CommandElement::Parameter { name, .. } => Some(meant(signature, name)),
            CommandElement::Argument(_) => None,
        })
        .flatten()
        .collect();
    let mut open: Vec<(i32, &Param)> = signature
        .params
        .iter()
        .filter(|param| !named.iter().any(|taken| std::ptr::eq(*taken, *param)))
        .filter_map(|param| Some((param.uses.iter().filter_map(|entry| entry.position).min()?, param)))
        .collect();
    open.sort_by_key(|(position, _)| *position);
    open.into_iter().map(|(_, param)| param).collect()
}

/// The parameter that an argument at byte `at` would be the value of.
pub fn expected<'s>(signature: &'s Signature, command: &Command, at: usize) -> Option<&'s Param> {
    let mut open = open_positions(signature, command).into_iter();
    let mut pending = None;
    for element in command.elements.iter().skip(1) {
        if element.span().start as usize >= at {
            break;
        }
        match element {
            CommandElement::Parameter { name, argument: None, .. } => {
                pending = meant(signature, name).into_iter().find(|param| !param.is_switch);
            }
            CommandElement::Parameter { .. } => pending = None,
            CommandElement::Argument(_) => {
                if pending.take().is_none() {
                    open.next();
                }
            }
        }
    }
    pending.or_else(|| open.next())
}
