//! What a command line carries that must not be written down: PINs and passwords.
//!
//! The tree of the line and the signatures of its commands tell where secrets stand: values of parameters that are
//! named like one, in full, shortened or by position; plain text for `ConvertTo-SecureString`; what is assigned to
//! variables, keys and properties of such names. Their literals become asterisks.

use super::arguments::{self, meant, name_of, plain_text, starts_with};
use crate::engine::Session;
use crate::engine::signature::{Param, Signature};
use crate::syntax::ast::{
    Command, CommandElement, Expr, ExprKind, Pipeline, PipelineElement, StatementKind, StringPart,
};
use crate::syntax::tree::{Node, walk};
use crate::syntax::{self, Source, Span};
use crate::text::Str;
use crate::text::symbol::same_name;
use std::rc::Rc;

const MASK: &str = "****";
/// How a name ends that stands for a secret.
const ENDINGS: [&str; 3] = ["pin", "password", "passphrase"];
/// The parameters that a shortened name is taken for where the command is not known.
const USUAL: [&str; 5] = ["pin", "newpin", "currentpin", "password", "passphrase"];
/// What a text mentions that may carry a secret though it cannot be read.
const SUSPICIOUS: [&str; 3] = ["pin", "passw", "securestring"];
/// How deep commands inside of strings are looked for.
const DEPTH: usize = 3;

/// The text with its secrets masked; `None` where that cannot be told, so that it must be left out.
pub fn masked(session: &mut Session, text: &str) -> Option<String> {
    let source = Source::new(None, Str::from(text));
    let parsed = syntax::parse(&source);
    if !parsed.faults.is_empty() && is_suspicious(text) {
        return None;
    }
    let mut spans = secrets(session, text, DEPTH);
    if spans.is_empty() {
        return Some(text.to_string());
    }
    spans.sort_by_key(|span| span.start);
    let mut shown = String::with_capacity(text.len());
    let mut end = 0;
    for span in spans {
        let (start, stop) = (span.start as usize, span.end as usize);
        if start < end {
            end = end.max(stop);
            continue;
        }
        shown.push_str(text.get(end..start)?);
        shown.push_str(MASK);
        end = stop;
    }
    shown.push_str(text.get(end..)?);
    Some(shown)
}

fn is_suspicious(text: &str) -> bool {
    let text = text.to_lowercase();
    SUSPICIOUS.iter().any(|word| text.contains(word))
}

fn is_secret(name: &str) -> bool {
    let name = name.to_lowercase();
    ENDINGS.iter().any(|ending| name.ends_with(ending))
}

/// The spans of the secrets in a text.
fn secrets(session: &mut Session, text: &str, depth: usize) -> Vec<Span> {
    let source = Source::new(None, Str::from(text));
    let parsed = syntax::parse(&source);
    let mut found = Vec::new();
    walk(Node::ScriptBlock(&parsed.tree), &mut |path| match path.node {
        Node::Command(command) => of_command(session, command, &mut found),
        Node::Statement(statement) => match &statement.kind {
            StatementKind::Pipeline(pipeline) => of_pipeline(pipeline, &mut found),
            StatementKind::Assignment { left, right, .. } if is_secret_place(left) => {
                literals(Node::of_statement(right), &mut found);
            }
            _ => {}
        },
        Node::Expr(expr) => match &expr.kind {
            ExprKind::Hashtable(pairs) => {
                for (key, value) in pairs {
                    if plain_text(key).is_some_and(is_secret) {
                        literals(Node::of_statement(value), &mut found);
                    }
                }
            }
            ExprKind::String { value, .. }
                if depth > 0 && is_suspicious(value) && !secrets(session, value, depth - 1).is_empty() =>
            {
                found.push(expr.span);
            }
            _ => {}
        },
        _ => {}
    });
    found
}

/// A variable, property or environment variable that holds a secret.
fn is_secret_place(place: &Expr) -> bool {
    match &place.kind {
        ExprKind::Variable(variable) => is_secret(variable.path.rsplit(':').next().unwrap_or_default()),
        ExprKind::Member { member, .. } => plain_text(member).is_some_and(is_secret),
        ExprKind::Index { index, .. } => plain_text(index).is_some_and(is_secret),
        ExprKind::Convert { child, .. } | ExprKind::Attributed { child, .. } => is_secret_place(child),
        _ => false,
    }
}

/// Text that is piped to where it becomes a secure string.
fn of_pipeline(pipeline: &Pipeline, found: &mut Vec<Span>) {
    let makes_secret = |element: &PipelineElement| match element {
        PipelineElement::Command(command) => takes_plain_text(command),
        PipelineElement::Expression(_) => false,
    };
    if !pipeline.elements.iter().any(makes_secret) {
        return;
    }
    for element in &pipeline.elements {
        if let PipelineElement::Expression(expression) = element {
            literals(Node::Expr(&expression.expression), found);
        }
    }
}

fn takes_plain_text(command: &Command) -> bool {
    name_of(command).is_some_and(|name| same_name(name, "ConvertTo-SecureString"))
        && command.elements.iter().any(|element| match element {
            CommandElement::Parameter { name, .. } => name.len() > 1 && starts_with("AsPlainText", name),
            CommandElement::Argument(_) => false,
        })
}

/// What an argument is to its command.
enum Role {
    Secret,
    Plain,
    /// A switch, which takes no argument.
    Nothing,
}

fn of_command(session: &mut Session, command: &Command, found: &mut Vec<Span>) {
    let signature = name_of(command).and_then(|name| signature(session, name));
    let is_plain_text = takes_plain_text(command);
    let role = |name: &str| match &signature {
        Some(signature) => role_of(signature, name, is_plain_text),
        None if is_usual(name) => Role::Secret,
        None => Role::Plain,
    };
    let mut positional = positional_roles(signature.as_deref(), command, is_plain_text).into_iter();
    let mut pending = None;
    for element in command.elements.iter().skip(1) {
        match element {
            CommandElement::Parameter { name, argument, .. } => {
                let role = role(name);
                match argument {
                    Some(value) if matches!(role, Role::Secret) => literals(Node::Expr(value), found),
                    Some(_) => {}
                    None => pending = (!matches!(role, Role::Nothing)).then_some(matches!(role, Role::Secret)),
                }
            }
            CommandElement::Argument(value) => {
                let is_secret = match pending.take() {
                    Some(is_secret) => is_secret,
                    None => positional.next().unwrap_or(false),
                };
                if is_secret {
                    literals(Node::Expr(value), found);
                }
            }
        }
    }
}

fn signature(session: &mut Session, name: &str) -> Option<Rc<Signature>> {
    let command = session.find_command(name).ok().flatten()?;
    command.signature(session)
}

fn role_of(signature: &Signature, name: &str, is_plain_text: bool) -> Role {
    let meant = meant(signature, name);
    if meant.iter().any(|param| is_secret_param(param, is_plain_text)) || (meant.is_empty() && is_usual(name)) {
        return Role::Secret;
    }
    if !meant.is_empty() && meant.iter().all(|param| param.is_switch) { Role::Nothing } else { Role::Plain }
}

fn is_secret_param(param: &Param, is_plain_text: bool) -> bool {
    !param.is_switch && (is_secret(&param.name) || (is_plain_text && same_name(&param.name, "String")))
}

/// Whether a parameter of an unknown command is probably a secret.
fn is_usual(name: &str) -> bool {
    is_secret(name) || (name.len() > 1 && USUAL.iter().any(|usual| starts_with(usual, name)))
}

/// Whether the arguments without names are secrets, in order.
fn positional_roles(signature: Option<&Signature>, command: &Command, is_plain_text: bool) -> Vec<bool> {
    let Some(signature) = signature else { return vec![is_plain_text] };
    let open = arguments::open_positions(signature, command);
    open.into_iter().map(|param| is_secret_param(param, is_plain_text)).collect()
}

/// The literals of an expression, those of commands inside it left out.
fn literals(node: Node, found: &mut Vec<Span>) {
    walk(node, &mut |path| {
        let Node::Expr(expr) = path.node else { return };
        if path.ancestors().any(|outer| matches!(outer.node, Node::Command(_))) {
            return;
        }
        let is_literal = match &expr.kind {
            ExprKind::Constant(_) => true,
            ExprKind::String { value, .. } => !value.is_empty(),
            ExprKind::Expandable { parts, .. } => parts.iter().any(|part| matches!(part, StringPart::Text(_))),
            _ => false,
        };
        if is_literal {
            found.push(expr.span);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::capture::CaptureHost;

    fn shown(text: &str) -> Option<String> {
        let mut session = CaptureHost::session();
        masked(&mut session, text)
    }

    #[track_caller]
    fn assert_shown(text: &str, expected: &str) {
        assert_eq!(shown(text).as_deref(), Some(expected));
    }

    #[test]
    fn pins_are_masked_by_name_and_by_place() {
        assert_shown("Set-CsClientPin bob -Pin 0712", "Set-CsClientPin bob -Pin ****");
        assert_shown("Set-CsClientPin -Pi:'0712' -Identity bob", "Set-CsClientPin -Pi:**** -Identity bob");
        assert_shown("Set-CsClientPin bob 0712; 'done'", "Set-CsClientPin bob ****; 'done'");
        assert_shown("unknown-thing -NewPin 1234 -CurrentPin \"12$x\"", "unknown-thing -NewPin **** -CurrentPin ****");
        assert_shown("Set-CsUser bob -PinPolicy tag:strict", "Set-CsUser bob -PinPolicy tag:strict");
    }

    #[test]
    fn functions_of_the_session_are_known() {
        let mut session = CaptureHost::session();
        CaptureHost::run(&mut session, "function New-Thing($Name, $Pin, [switch]$Quiet) { }");
        let shown = masked(&mut session, "New-Thing -Quiet a 1234");
        assert_eq!(shown.as_deref(), Some("New-Thing -Quiet a ****"));
    }

    #[test]
    fn secure_strings_are_masked_before_they_are_secure() {
        assert_shown(
            "ConvertTo-SecureString '0712' -AsPlainText -Force",
            "ConvertTo-SecureString **** -AsPlainText -Force",
        );
        assert_shown("'0712' | ConvertTo-SecureString -AsPlain", "**** | ConvertTo-SecureString -AsPlain");
    }

    #[test]
    fn names_of_variables_and_keys_tell_secrets() {
        assert_shown("$newPin = '0712'", "$newPin = ****");
        assert_shown("$p = @{ Identity = 'bob'; Pin = 712 }", "$p = @{ Identity = 'bob'; Pin = **** }");
        assert_shown("$pin = Read-Host 'PIN'", "$pin = Read-Host 'PIN'");
    }

    #[test]
    fn commands_in_strings_count_too() {
        assert_shown("iex 'Set-CsClientPin bob -Pin 0712'", "iex ****");
    }

    #[test]
    fn a_broken_line_that_may_carry_a_pin_is_left_out() {
        assert_eq!(shown("Set-CsClientPin bob 0712 )"), None);
        assert_shown("Get-Item )", "Get-Item )");
    }
}
