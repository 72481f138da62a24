//! Names of types and of properties: defined once, there where a class uses them, and properties assigned through
//! `$this`.

use super::constant::pure_expression;
use super::{Report, using};
use crate::syntax::Known;
use crate::syntax::ast::{Expr, ExprKind, Member, StatementKind, TypeDefinition, TypeName, TypeNameKind, UsingKind};
use crate::syntax::fault::messages;
use crate::syntax::tree::{Node, Path, walk};
use crate::syntax::variable_path::VariablePath;
use crate::text::symbol::same_name;

/// Checks the names of a whole script.
pub(super) fn check(root: Node<'_>, known: &dyn Known, report: &Report<'_>) {
    let types = Types::new(root, known);
    walk(root, &mut |path| match path.node {
        Node::ScriptBlock(_) if is_scope(path) => types_defined_twice(path.node, report),
        Node::Using(statement) => using::using(statement, known, report),
        Node::Statement(statement) => {
            if let StatementKind::Assignment { left, .. } = &statement.kind
                && let Some(definition) = class_of_method(path)
            {
                targets(left, &mut |target| property_without_object(target, definition, report));
            }
        }
        Node::TypeConstraint(constraint) => types.named(path, &constraint.name, report),
        Node::Expr(Expr { kind: ExprKind::Type(name), .. }) => types.named(path, name, report),
        Node::Attribute(attribute) => types.attribute(path, &attribute.name, report),
        _ => {}
    });
}

/// The types that names may stand for.
struct Types<'k> {
    known: &'k dyn Known,
    /// Namespaces that names may leave out.
    namespaces: Vec<String>,
    /// Types come from modules or assemblies whose contents are not known here.
    has_others: bool,
}

impl Types<'_> {
    fn new<'k>(root: Node<'_>, known: &'k dyn Known) -> Types<'k> {
        let mut types = Types { known, namespaces: Vec::new(), has_others: false };
        let Node::ScriptBlock(block) = root else { return types };
        for using in &block.usings {
            match (using.kind, &using.name) {
                (UsingKind::Namespace, Some(Expr { kind: ExprKind::String { value, .. }, .. })) => {
                    types.namespaces.push(format!("{value}."));
                }
                (UsingKind::Module, Some(Expr { kind: ExprKind::String { value, .. }, .. })) => {
                    types.has_others |= known.has_module(value);
                }
                _ => types.has_others = true,
            }
        }
        types
    }

    fn is_known(&self, name: &str) -> bool {
        self.has_others
            || self.known.has_type(name)
            || self.namespaces.iter().any(|space| self.known.has_type(&format!("{space}{name}")))
    }

    /// A type that a class names, with all types in it.
    fn named(&self, path: &Path<'_, '_>, name: &TypeName, report: &Report<'_>) {
        if !path.ancestors().any(|up| matches!(up.node, Node::Type(_))) {
            return;
        }
        self.each(path, name, 0, report);
    }

    fn each(&self, path: &Path<'_, '_>, name: &TypeName, arguments: usize, report: &Report<'_>) {
        match &name.kind {
            TypeNameKind::Array { element, .. } => self.each(path, element, 0, report),
            TypeNameKind::Generic { definition, arguments } => {
                self.each(path, definition, arguments.len(), report);
                arguments.iter().for_each(|argument| self.each(path, argument, 0, report));
            }
            TypeNameKind::Simple { name: text, assembly } => {
                let is_open = arguments > 0 && !text.contains('`');
                let full = if is_open { format!("{text}`{arguments}") } else { text.to_string() };
                let here = assembly.is_none() && arguments == 0 && is_defined(path, text);
                if !here && !text.eq_ignore_ascii_case("ordered") && !self.is_known(&full) {
                    report.fault(messages::TYPE_NOT_FOUND, name.span, &[text]);
                }
            }
        }
    }

    /// An attribute of a class, which may leave out the end of its name.
    fn attribute(&self, path: &Path<'_, '_>, name: &TypeName, report: &Report<'_>) {
        let TypeNameKind::Simple { name: text, .. } = &name.kind else { return self.named(path, name, report) };
        let in_class = path.ancestors().any(|up| matches!(up.node, Node::Type(_)));
        if in_class && !is_defined(path, text) && !self.is_known(text) && !self.is_known(&format!("{text}Attribute")) {
            report.fault(messages::CUSTOM_ATTRIBUTE_TYPE_NOT_FOUND, name.span, &[text]);
        }
    }
}

/// Whether the script defines a type where it is named.
fn is_defined(path: &Path<'_, '_>, name: &str) -> bool {
    path.ancestors().filter(|up| matches!(up.node, Node::ScriptBlock(_))).any(|scope| {
        let mut types = Vec::new();
        types_in(scope.node, &mut types);
        types.iter().any(|known| same_name(&known.name, name))
    })
}

/// Whether types that are defined in a script block are known in it alone.
fn is_scope(path: &Path<'_, '_>) -> bool {
    matches!(path.parent(), None | Some(Node::Expr(_) | Node::Function(_)))
}

/// The types that a scope defines, those of scopes inside left out.
fn types_in<'t>(node: Node<'t>, into: &mut Vec<&'t TypeDefinition>) {
    node.children(&mut |child| match child {
        Node::Function(_) | Node::Expr(Expr { kind: ExprKind::ScriptBlock(_), .. }) => {}
        Node::Type(definition) => into.push(definition),
        _ => types_in(child, into),
    });
}

fn types_defined_twice(scope: Node<'_>, report: &Report<'_>) {
    let mut types = Vec::new();
    types_in(scope, &mut types);
    for (n, definition) in types.iter().enumerate() {
        if types.iter().take(n).any(|known| same_name(&known.name, &definition.name)) {
            report.fault(messages::MEMBER_ALREADY_DEFINED, definition.span, &[&definition.name]);
        }
    }
}

/// The class whose method a statement belongs to, unless a function or script block stands between.
fn class_of_method<'t>(path: &Path<'_, 't>) -> Option<&'t TypeDefinition> {
    let mut ancestors = path.ancestors();
    while let Some(up) = ancestors.next() {
        match up.node {
            Node::Expr(Expr { kind: ExprKind::ScriptBlock(_), .. }) | Node::Type(_) => return None,
            Node::Function(_) => {
                let member = ancestors.next()?;
                return match (member.node, member.parent()) {
                    (Node::Member(Member::Function(_)), Some(Node::Type(definition))) => Some(definition),
                    _ => None,
                };
            }
            _ => {}
        }
    }
    None
}

/// The single targets of an assignment.
fn targets<'t>(left: &'t Expr, each: &mut dyn FnMut(&'t Expr)) {
    match &left.kind {
        ExprKind::ArrayLiteral(items) => items.iter().for_each(|item| targets(item, each)),
        ExprKind::Paren(statement) => {
            if let Some(inner) = pure_expression(statement) {
                targets(inner, each);
            }
        }
        _ => each(left),
    }
}

/// A property is assigned as `$this.Name`, or `[Class]::Name` if it is static.
fn property_without_object(target: &Expr, definition: &TypeDefinition, report: &Report<'_>) {
    let mut inner = target;
    while let ExprKind::Convert { child, .. } = &inner.kind {
        inner = child;
    }
    let ExprKind::Variable(variable) = &inner.kind else { return };
    if VariablePath::new(&variable.path).drive.is_some() {
        return;
    }
    let property = definition.members.iter().find_map(|member| match member {
        Member::Property(property) if same_name(&property.name, &variable.path) => Some(property),
        _ => None,
    });
    let Some(property) = property else { return };
    if property.is_static {
        let class = format!("[{}]::", definition.name);
        report.fault(messages::MISSING_TYPE_IN_STATIC_PROPERTY_ASSIGNMENT, variable.span, &[&class, &property.name]);
    } else {
        report.fault(messages::MISSING_THIS, variable.span, &["$this.", &property.name]);
    }
}
