//! What can be assigned to.

use super::Lowerer;
use super::expression::scoped;
use crate::engine::code::*;
use crate::syntax::ast::{self, ExprKind};
use crate::text::{Str, Symbol};
use std::rc::Rc;

impl Lowerer<'_> {
    pub fn target(&mut self, expr: &ast::Expr) -> Target {
        match &expr.kind {
            ExprKind::Variable(variable) => self.variable_target(variable),
            ExprKind::Convert { kind, child } => {
                let ty = self.type_code(&kind.name);
                match self.target(child) {
                    Target::Typed { ty: None, attributes, inner } => Target::Typed { ty: Some(ty), attributes, inner },
                    inner => Target::Typed { ty: Some(ty), attributes: Vec::new(), inner: Box::new(inner) },
                }
            }
            ExprKind::Attributed { attribute, child } => {
                let code = Rc::new(self.attribute(attribute));
                match self.target(child) {
                    Target::Typed { ty, mut attributes, inner } => {
                        attributes.insert(0, code);
                        Target::Typed { ty, attributes, inner }
                    }
                    inner => Target::Typed { ty: None, attributes: vec![code], inner: Box::new(inner) },
                }
            }
            ExprKind::Member { object, member, is_static, null_conditional } => {
                let name = self.member_name(member);
                let object = self.expr(object);
                if *is_static {
                    return Target::StaticMember(Box::new(StaticCode { ty: object, name }));
                }
                Target::Member(Box::new(MemberCode { object, name, null_conditional: *null_conditional }))
            }
            ExprKind::Index { target, index, null_conditional } => Target::Index(Box::new(IndexCode {
                target: self.expr(target),
                index: self.expr(index),
                null_conditional: *null_conditional,
            })),
            ExprKind::ArrayLiteral(items) => Target::List(items.iter().map(|item| self.target(item)).collect()),
            ExprKind::Paren(statement) => match &statement.kind {
                ast::StatementKind::Pipeline(pipeline) => match pipeline.elements.as_slice() {
                    [ast::PipelineElement::Expression(only)] => self.target(&only.expression),
                    _ => Target::Invalid,
                },
                ast::StatementKind::CommandExpression(only) => self.target(&only.expression),
                _ => Target::Invalid,
            },
            _ => Target::Invalid,
        }
    }

    pub fn variable_target(&mut self, variable: &ast::VariableExpression) -> Target {
        if let Some(scoped) = scoped(&variable.path) {
            return Target::Scoped(Box::new(scoped));
        }
        match &*variable.path.to_ascii_lowercase() {
            "_" | "psitem" => Target::Underbar,
            "null" => Target::Discard,
            _ => {
                let name = Symbol::new(&variable.path);
                let slot = self.slot(name);
                if !self.assigned.contains(&slot) {
                    self.assigned.push(slot);
                }
                Target::Slot(slot, name)
            }
        }
    }

    pub fn attribute(&mut self, attribute: &ast::Attribute) -> AttributeCode {
        AttributeCode {
            ty: self.type_code(&attribute.name),
            positional: attribute.positional.iter().map(|argument| self.expr(argument)).collect(),
            named: attribute
                .named
                .iter()
                .map(|argument| (Str::from(&*argument.name), self.expr(&argument.argument)))
                .collect(),
            span: attribute.span,
        }
    }
}
