//! Expressions with binary operators, by precedence, and the ternary operator.

use super::unary::{or_held, unary_expression};
use super::{after, before, error_expression, expr, join};
use crate::syntax::Span;
use crate::syntax::ast::{BinaryOperator, CommandElement, ErrorChild, Expr, ExprKind};
use crate::syntax::fault::messages;
use crate::syntax::lex::token::Precedence;
use crate::syntax::lex::trivia::skip_newlines;
use crate::syntax::lex::{Data, Input, Kind, Mode, Res, Token};

/// An expression.
pub(super) fn expression(i: Input<'_>) -> Res<'_, Expr> {
    ternary_expression(i, false)
}

/// `condition ? a : b`, or the condition alone. `in_ternary`: `?` and `:` end a number.
fn ternary_expression(i: Input<'_>, in_ternary: bool) -> Res<'_, Expr> {
    i.deeper(|i| {
        let mode = i.mode;
        let (i, condition) = binary_expression(i.switch(Mode::Expression), in_ternary)?;
        let (held, question) = i.peek();
        if !question.is(Kind::QuestionMark) {
            return Ok((held.switch(mode), condition));
        }
        let (i, if_true) = ternary_branch(held.after(&question), &question)?;
        let i = skip_newlines(i);
        let (rest, colon) = i.next();
        if !colon.is(Kind::Colon) {
            let span = join(condition.span, before(i, colon.span));
            let mut nested = vec![ErrorChild::Expr(condition)];
            if !matches!(if_true.kind, ExprKind::Error(_)) {
                nested.push(ErrorChild::Expr(if_true));
                i.unfinished(messages::MISSING_COLON_IN_TERNARY_EXPRESSION, colon.span, &[]);
            }
            return Ok((i.put_back().switch(mode), expr(span, ExprKind::Error(nested))));
        }
        let (i, if_false) = ternary_branch(rest, &colon)?;
        let span = join(condition.span, if_false.span);
        let kind = ExprKind::Ternary {
            condition: Box::new(condition),
            if_true: Box::new(if_true),
            if_false: Box::new(if_false),
        };
        Ok((i.switch(mode), expr(span, kind)))
    })
}

/// What follows the `?` or the `:`.
fn ternary_branch<'a>(i: Input<'a>, operator: &Token) -> Res<'a, Expr> {
    let (i, found) = or_held(skip_newlines(i), ternary_expression)?;
    Ok((i, found.unwrap_or_else(|| missing_operand(i, operator))))
}

/// What stands for an operand that is missing after an operator.
fn missing_operand(i: Input<'_>, operator: &Token) -> Expr {
    let place = after(operator.span);
    i.unfinished(messages::EXPECTED_VALUE_EXPRESSION, place, &[i.text(operator)]);
    error_expression(place)
}

/// An operator that waits for its right operand.
struct Waiting {
    left: Expr,
    operator: BinaryOperator,
    precedence: Precedence,
    span: Span,
}

impl Waiting {
    fn close(self, right: Expr) -> Expr {
        let span = join(self.left.span, right.span);
        let kind = ExprKind::Binary {
            left: Box::new(self.left),
            operator: self.operator,
            right: Box::new(right),
            operator_span: self.span,
        };
        expr(span, kind)
    }
}

/// Operands with binary operators between.
fn binary_expression(i: Input<'_>, in_ternary: bool) -> Res<'_, Expr> {
    let (mut i, mut operand) = array_literal(i, in_ternary)?;
    let mut waiting: Vec<Waiting> = Vec::new();
    for links in 0.. {
        let (held, token) = i.chained(links)?.0.peek();
        let Some((operator, precedence)) = token.kind.binary() else {
            while let Some(last) = waiting.pop() {
                operand = last.close(operand);
            }
            return Ok(stray_parameter(held, &token, operand));
        };
        while let Some(last) = waiting.pop_if(|last| precedence <= last.precedence) {
            operand = last.close(operand);
        }
        waiting.push(Waiting { left: operand, operator, precedence, span: token.span });
        let (rest, right) = or_held(skip_newlines(held.after(&token)), array_literal)?;
        operand = right.unwrap_or_else(|| missing_operand(rest, &token));
        i = rest;
    }
    Ok((i, operand))
}

/// Takes a parameter after an expression for an operator that is not finished.
fn stray_parameter<'a>(i: Input<'a>, token: &Token, operand: Expr) -> (Input<'a>, Expr) {
    let Data::Parameter { name, .. } = &token.data else { return (i, operand) };
    i.fault(messages::UNEXPECTED_TOKEN, token.span, &[i.text(token)]);
    let span = join(operand.span, token.span);
    let parameter =
        CommandElement::Parameter { span: token.span, name: name.clone(), argument: None, error_span: token.span };
    let nested = vec![ErrorChild::Expr(operand), ErrorChild::Command(parameter)];
    (i.after(token), expr(span, ExprKind::Error(nested)))
}

/// `a, b, c`, or one operand.
fn array_literal(i: Input<'_>, in_ternary: bool) -> Res<'_, Expr> {
    let (i, first) = unary_expression(i, in_ternary)?;
    let (mut i, mut comma) = i.peek();
    if !comma.is(Kind::Comma) || i.no_comma {
        return Ok((i, first));
    }
    let start = first.span;
    let mut end = start;
    let mut items = vec![first];
    while comma.is(Kind::Comma) {
        let (rest, item) = or_held(skip_newlines(i.after(&comma)), unary_expression)?;
        let Some(item) = item else {
            rest.unfinished(messages::MISSING_EXPRESSION_AFTER_TOKEN, after(comma.span), &[","]);
            end = comma.span;
            items.push(error_expression(end));
            i = rest;
            break;
        };
        end = item.span;
        items.push(item);
        (i, comma) = rest.peek();
    }
    Ok((i, expr(join(start, end), ExprKind::ArrayLiteral(items))))
}
