//! Operands with operators before and after them: signs, casts, attributes, `++`.

use super::attribute::attribute_list;
use super::member::member_operators;
use super::primary::primary_expression;
use super::{after, error_expression, expr, join};
use crate::syntax::ast::{AttributeBase, ErrorChild, Expr, ExprKind, UnaryOperator};
use crate::syntax::fault::messages;
use crate::syntax::lex::scan::member_operator;
use crate::syntax::lex::trivia::skip_newlines;
use crate::syntax::lex::{Input, Kind, Reading, Res, Token, miss};

/// An operand with its operators. `in_ternary`: `?` and `:` end a number.
pub(super) fn unary_expression(i: Input<'_>, in_ternary: bool) -> Res<'_, Expr> {
    i.deeper(|i| {
        let (held, token) = peek_operand(i, in_ternary);
        let (i, operand) = if token.kind.is_unary() {
            if held.no_comma && token.is(Kind::Comma) {
                return miss();
            }
            let (i, operand) = prefixed(held.after(&token), &token)?;
            match operand {
                Ok(operand) => (i, operand),
                Err(broken) => return Ok((i, broken)),
            }
        } else if token.is(Kind::LBracket) {
            match cast_expression(held, &token)? {
                (i, Ok(operand)) => (i, operand),
                (i, Err(broken)) => return Ok((i, broken)),
            }
        } else {
            primary_expression(held, true)?
        };
        Ok(postfixed(i, operand))
    })
}

/// What a parser finds that begins with an operand, or nothing; then the operand's first token has been looked at.
pub(super) fn or_held<'a>(i: Input<'a>, parser: fn(Input<'a>, bool) -> Res<'a, Expr>) -> Res<'a, Option<Expr>> {
    match parser(i, true) {
        Ok((rest, found)) => Ok((rest, Some(found))),
        Err(nom::Err::Error(_)) => Ok((peek_operand(i, true).0, None)),
        Err(failure) => Err(failure),
    }
}

/// The first token of an operand: digits after a sign are a number, and so are digits before a ternary operator.
fn peek_operand(i: Input<'_>, in_ternary: bool) -> (Input<'_>, std::rc::Rc<Token>) {
    let reading = Reading { signed: true, ternary: in_ternary, simple_name: false };
    let again = i.held.is_some() && (i.peek_kind() == Kind::Minus || (in_ternary && i.peek_kind() == Kind::Generic));
    if again { i.fresh().peek_as(reading) } else { i.peek_as(reading) }
}

/// What follows an operator; what is broken comes back as an error without operators after it.
fn prefixed<'a>(i: Input<'a>, token: &Token) -> Res<'a, Result<Expr, Expr>> {
    let (i, child) = or_held(skip_newlines(i), unary_expression)?;
    let Some(child) = child else {
        i.unfinished(messages::MISSING_EXPRESSION_AFTER_OPERATOR, after(token.span), &[i.text(token)]);
        return Ok((i, Err(error_expression(token.span))));
    };
    let span = join(token.span, child.span);
    let kind = match token.kind.unary() {
        Some(operator) => ExprKind::Unary { operator, child: Box::new(child) },
        None => ExprKind::ArrayLiteral(vec![child]),
    };
    Ok((i, Ok(expr(span, kind))))
}

/// `++` or `--` after an operand.
fn postfixed(i: Input<'_>, operand: Expr) -> (Input<'_>, Expr) {
    let (held, token) = i.peek();
    let operator = match token.kind {
        Kind::PlusPlus => UnaryOperator::PostfixPlusPlus,
        Kind::MinusMinus => UnaryOperator::PostfixMinusMinus,
        _ => return (held, operand),
    };
    let span = join(operand.span, token.span);
    (held.after(&token), expr(span, ExprKind::Unary { operator, child: Box::new(operand) }))
}

/// A type that stands for itself, or types and attributes before an operand.
fn cast_expression<'a>(i: Input<'a>, first: &Token) -> Res<'a, Result<Expr, Expr>> {
    let (i, mut list) = attribute_list(i, true)?;
    let Some(last) = list.pop() else { return miss() };
    i.chained(list.len())?;
    let (i, mut operand) = match last {
        AttributeBase::Attribute(attribute) => {
            let (i, child) = or_held(skip_newlines(i), unary_expression)?;
            let Some(child) = child else {
                let span = attribute.span;
                i.unfinished(messages::UNEXPECTED_ATTRIBUTE, span, &[&attribute.name.full_name()]);
                list.push(AttributeBase::Attribute(attribute));
                let nested = list.into_iter().map(ErrorChild::Attribute).collect();
                return Ok((i, Err(expr(join(first.span, span), ExprKind::Error(nested)))));
            };
            (i, apply(AttributeBase::Attribute(attribute), child))
        }
        AttributeBase::Type(constraint) => {
            let itself =
                |constraint: crate::syntax::ast::TypeConstraint| expr(constraint.span, ExprKind::Type(constraint.name));
            if let Some(operator) = member_operator(i, false) {
                let (i, operand) = member_operators(i, Some(operator), itself(constraint))?;
                (i, operand)
            } else if matches!(i.peek_kind(), Kind::NewLine | Kind::Comma) {
                (i.peek().0, itself(constraint))
            } else {
                let (i, child) = or_held(i, unary_expression)?;
                let operand = match child {
                    Some(child) => apply(AttributeBase::Type(constraint), child),
                    None => itself(constraint),
                };
                (i, operand)
            }
        }
    };
    while let Some(outer) = list.pop() {
        operand = apply(outer, operand);
    }
    Ok((i, Ok(operand)))
}

/// An attribute or a type before an operand.
fn apply(attribute: AttributeBase, child: Expr) -> Expr {
    let span = join(attribute.span(), child.span);
    let child = Box::new(child);
    let kind = match attribute {
        AttributeBase::Attribute(attribute) => ExprKind::Attributed { attribute: Box::new(attribute), child },
        AttributeBase::Type(kind) => ExprKind::Convert { kind, child },
    };
    expr(span, kind)
}
