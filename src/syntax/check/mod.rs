//! What is wrong with a tree that the grammar alone cannot see.
//!
//! Two passes over the tree, as PowerShell's: the names of types and members first, then everything else.

mod assignment;
mod attribute;
mod class;
pub(crate) mod constant;
mod expression;
mod flow;
mod function;
mod jump;
mod restricted;
mod statement;
mod symbols;
mod type_name;
mod using;

pub use restricted::check_restricted;

use super::ast::{ExprKind, Member, ScriptBlock, StatementKind};
use super::fault::{Faults, Message};
use super::tree::{Node, Path, walk};
use super::{Known, Source, Span};
use std::cell::RefCell;

/// Where the checks report to.
struct Report<'f> {
    source: &'f Source,
    faults: &'f RefCell<Faults>,
}

impl Report<'_> {
    fn fault(&self, message: Message, span: Span, arguments: &[&str]) {
        self.faults.borrow_mut().add(message, span, false, arguments);
    }
}

/// Checks a whole script and adds what is wrong with it; without classes and enums in it there is less to do.
pub(super) fn check(tree: &ScriptBlock, known: &dyn Known, has_types: bool, faults: &RefCell<Faults>) {
    let report = Report { source: &tree.source, faults };
    let root = Node::ScriptBlock(tree);
    if has_types {
        symbols::check(root, known, &report);
    } else {
        tree.usings.iter().for_each(|statement| using::using(statement, known, &report));
    }
    let mut methods = flow::Methods::default();
    walk(root, &mut |path| node(path, &mut methods, &report));
}

/// Checks one node.
fn node(path: &Path<'_, '_>, methods: &mut flow::Methods, report: &Report<'_>) {
    match path.node {
        Node::ParamBlock(params) => function::parameters(&params.parameters, report),
        Node::Parameter(parameter) => function::parameter(path, parameter, report),
        Node::Function(definition) => function::function(definition, report),
        Node::Attribute(one) => attribute::attribute(path, one, report),
        Node::TypeConstraint(constraint) => type_name::depth(&constraint.name, constraint.span, report),
        Node::Member(Member::Function(method)) => class::method(method, methods, report),
        Node::Member(Member::Property(property)) => class::property(property, report),
        Node::Using(using) => statement::using(using, report),
        Node::Variable(variable) => expression::variable(path, variable, methods, report),
        Node::Statement(statement) => match &statement.kind {
            StatementKind::Assignment { left, operator, .. } => assignment::assignment(left, *operator, report),
            StatementKind::Switch(switch) => statement::switch(statement.span, switch, report),
            StatementKind::ForEach(each) => statement::foreach(statement.span, each, report),
            StatementKind::Data { commands, body, .. } => restricted::data(commands, body, report),
            StatementKind::Try(one) => statement::catches(one, report),
            StatementKind::Block { keyword, .. } => statement::block(path, statement.span, keyword, report),
            StatementKind::Break(label) | StatementKind::Continue(label) => {
                jump::labeled(path, label.as_deref(), report)
            }
            StatementKind::Return(value) => jump::returned(path, value.is_some(), report),
            _ => {}
        },
        Node::Expr(one) => match &one.kind {
            ExprKind::Type(name) => type_name::depth(name, one.span, report),
            ExprKind::Unary { operator, child } => assignment::increment(*operator, child, report),
            ExprKind::Convert { kind, child } => expression::convert(path, one, kind, child, report),
            ExprKind::Attributed { attribute, .. } => {
                expression::attributed(one, attribute.span, &attribute.name, report);
            }
            ExprKind::Using(inner) => expression::using(inner, report),
            ExprKind::Variable(variable) => expression::variable(path, variable, methods, report),
            ExprKind::Hashtable(entries) => expression::hashtable(entries, report),
            _ => {}
        },
        _ => {}
    }
}
