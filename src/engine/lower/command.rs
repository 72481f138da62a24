//! Pipelines and commands.

use super::Lowerer;
use crate::engine::code::*;
use crate::syntax::ast::{self, CommandElement, ExprKind};
use crate::text::Str;
use crate::value::{PsObject, Value};
use std::cell::OnceCell;
use std::rc::Rc;

impl Lowerer<'_> {
    pub fn pipeline(&mut self, pipeline: &ast::Pipeline) -> PipelineCode {
        PipelineCode {
            span: pipeline.span,
            elements: pipeline.elements.iter().map(|element| self.element(element)).collect(),
            background: pipeline.background,
        }
    }

    fn element(&mut self, element: &ast::PipelineElement) -> ElementCode {
        match element {
            ast::PipelineElement::Command(command) => ElementCode::Command(self.command(command)),
            ast::PipelineElement::Expression(expression) => ElementCode::Expression {
                code: self.expr(&expression.expression),
                redirections: self.redirections(&expression.redirections),
                span: expression.span,
            },
        }
    }

    fn command(&mut self, command: &ast::Command) -> CommandCode {
        let mut elements = command.elements.iter();
        let name = match elements.next() {
            Some(CommandElement::Argument(ast::Expr { kind: ExprKind::String { value, .. }, .. })) => {
                CommandName::Fixed(Str::from(&**value))
            }
            Some(CommandElement::Argument(expr)) => CommandName::Computed(self.expr(expr)),
            Some(CommandElement::Parameter { span, .. }) => CommandName::Fixed(Str::from(self.source.slice(*span))),
            None => CommandName::Fixed(Str::default()),
        };
        let name_span = match command.elements.first() {
            Some(CommandElement::Argument(expr)) => expr.span,
            Some(CommandElement::Parameter { span, .. }) => *span,
            None => command.span,
        };
        CommandCode {
            span: command.span,
            name_span,
            operator: command.invocation,
            name,
            arguments: self.arguments(elements.as_slice()),
            redirections: self.redirections(&command.redirections),
            resolved: OnceCell::new(),
        }
    }

    fn arguments(&mut self, elements: &[CommandElement]) -> Vec<ArgumentCode> {
        let mut arguments = Vec::with_capacity(elements.len());
        for (i, element) in elements.iter().enumerate() {
            match element {
                CommandElement::Argument(expr) => {
                    if self.source.slice(expr.span) == "--%" {
                        if let Some(CommandElement::Argument(rest)) = elements.get(i + 1) {
                            let text = Str::from(self.source.slice(rest.span));
                            arguments.push(ArgumentCode { span: rest.span, kind: ArgumentKind::Verbatim(text) });
                        }
                        break;
                    }
                    arguments.push(self.argument(expr));
                }
                CommandElement::Parameter { span, name, argument, .. } => {
                    let token = argument.as_ref().and_then(|expr| self.token(expr));
                    let value = argument.as_ref().map(|expr| match self.expr(expr) {
                        Code::Const(value) => Code::Const(with_token(value, token.as_ref())),
                        other => other,
                    });
                    let kind = ArgumentKind::Named { name: Str::from(&**name), value, token };
                    arguments.push(ArgumentCode { span: *span, kind });
                }
            }
        }
        arguments
    }

    fn argument(&mut self, expr: &ast::Expr) -> ArgumentCode {
        let kind = match &expr.kind {
            ExprKind::Variable(variable) if variable.splatted => ArgumentKind::Splat(self.variable(variable)),
            ExprKind::Using(child) => match &child.kind {
                ExprKind::Variable(variable) if variable.splatted => ArgumentKind::Splat(self.variable(variable)),
                _ => ArgumentKind::Positional { code: self.expr(expr), token: None },
            },
            _ => {
                let token = self.token(expr);
                let code = match self.expr(expr) {
                    Code::Const(value) => Code::Const(with_token(value, token.as_ref())),
                    other => other,
                };
                ArgumentKind::Positional { code, token }
            }
        };
        ArgumentCode { span: expr.span, kind }
    }

    /// The text of a number token.
    fn token(&self, expr: &ast::Expr) -> Option<Str> {
        let is_number = match &expr.kind {
            ExprKind::Constant(_) => true,
            ExprKind::Unary { operator: ast::UnaryOperator::Minus | ast::UnaryOperator::Plus, child } => {
                matches!(child.kind, ExprKind::Constant(_))
            }
            _ => false,
        };
        is_number.then(|| Str::from(self.source.slice(expr.span)))
    }

    fn redirections(&mut self, redirections: &[ast::Redirection]) -> Vec<RedirectionCode> {
        redirections
            .iter()
            .map(|redirection| RedirectionCode {
                from: redirection.from,
                to: match &redirection.kind {
                    ast::RedirectionKind::Merge { .. } => RedirectionTarget::Output,
                    ast::RedirectionKind::File { append, location } => {
                        RedirectionTarget::File { path: self.expr(location), append: *append }
                    }
                },
            })
            .collect()
    }
}

/// A number that was written in another way than it prints keeps its token's text.
fn with_token(value: Value, token: Option<&Str>) -> Value {
    let plain = match &value {
        Value::Int(n) => n.to_string(),
        Value::Double(n) => crate::text::format::double_to_language_text(*n, crate::text::Culture::invariant()),
        Value::Long(n) => n.to_string(),
        _ => String::new(),
    };
    match token {
        Some(token) if **token != *plain => Value::Object(Rc::new(PsObject::from_token(value, token.clone()))),
        _ => value,
    }
}
