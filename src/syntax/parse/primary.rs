//! Operands: variables, numbers, strings, and what stands in brackets.

use super::hashtable::hashtable;
use super::member::member_operators;
use super::parameter::variable;
use super::pipeline::pipeline_chain;
use super::script_block::{Body, braced_script_block, statement_list};
use super::string::string_literal;
use super::{after, error_statement, expr, join};
use crate::syntax::Span;
use crate::syntax::ast::{Expr, ExprKind, StatementBlock, VariableExpression};
use crate::syntax::fault::messages;
use crate::syntax::lex::scan::member_operator;
use crate::syntax::lex::trivia::skip_newlines;
use crate::syntax::lex::{Data, Input, Kind, Mode, Res, Token, miss};
use crate::syntax::variable_path::VariablePath;
use crate::text::Number;
use std::rc::Rc;

/// An operand, with the members, indices and calls after it if asked for.
pub(super) fn primary_expression(i: Input<'_>, with_members: bool) -> Res<'_, Expr> {
    let (rest, token) = i.next();
    let (i, operand) = match token.kind {
        Kind::Variable | Kind::SplattedVariable => match variable(&token) {
            Some(name) => variable_expression(rest, name, with_members)?,
            None => return miss(),
        },
        Kind::Number => (rest, number(&token)),
        Kind::StringLiteral | Kind::StringExpandable | Kind::HereStringLiteral | Kind::HereStringExpandable => {
            string_literal(rest, &token)?
        }
        Kind::LParen => parenthesized_expression(rest, &token)?,
        Kind::DollarParen | Kind::AtParen => sub_expression(rest, &token)?,
        Kind::AtCurly => hashtable(rest, &token)?,
        Kind::LCurly => script_block_expression(rest, &token)?,
        _ => return miss(),
    };
    if !with_members {
        return Ok((i, operand));
    }
    let operator = member_operator(i, true);
    member_operators(i, operator, operand)
}

/// A number; digits that make none are reported by the scanner and stand for zero.
fn number(token: &Token) -> Expr {
    let value = match &token.data {
        Data::Number(Some(value)) => value.clone(),
        _ => Number::Int32(0),
    };
    expr(token.span, ExprKind::Constant(value))
}

/// A variable, or `$using:x` with the members after it.
pub(super) fn variable_expression(i: Input<'_>, name: VariableExpression, with_members: bool) -> Res<'_, Expr> {
    let path = VariablePath::new(&name.path);
    let is_using = path.drive.is_some_and(|drive| drive.eq_ignore_ascii_case("using")) && !path.name.is_empty();
    if !is_using {
        return Ok((i, expr(name.span, ExprKind::Variable(name))));
    }
    let inner = VariableExpression { path: path.name.into(), ..name };
    let mut rest = i;
    let mut operand = expr(inner.span, ExprKind::Variable(inner));
    if with_members {
        let operator = member_operator(i, true);
        (rest, operand) = member_operators(i, operator, operand)?;
    }
    Ok((rest, expr(operand.span, ExprKind::Using(Box::new(operand)))))
}

/// Reads the inside of brackets in command mode and comes back to the mode around.
fn inside<'a, T>(i: Input<'a>, parser: impl FnOnce(Input<'a>) -> Res<'a, T>) -> Res<'a, T> {
    let (mode, no_comma) = (i.mode, i.no_comma);
    let (rest, value) = parser(skip_newlines(Input { no_comma: false, ..i.switch(Mode::Command) }))?;
    Ok((Input { no_comma, ..rest.switch(mode) }, value))
}

/// `( … )` with a pipeline in it.
fn parenthesized_expression<'a>(i: Input<'a>, open: &Token) -> Res<'a, Expr> {
    inside(i, |i| {
        let (i, found) = pipeline_chain(i)?;
        let pipeline = found.unwrap_or_else(|| {
            let place = after(open.span);
            i.unfinished(messages::EXPECTED_EXPRESSION, place, &[]);
            error_statement(place, Vec::new())
        });
        let i = skip_newlines(i);
        let (mut rest, close) = i.next();
        let mut end = close.span;
        if !close.is(Kind::RParen) {
            rest = i.put_back();
            end = pipeline.span;
            i.unfinished(messages::MISSING_END_PARENTHESIS_IN_EXPRESSION, after(end), &[]);
        }
        Ok((rest, expr(join(open.span, end), ExprKind::Paren(Box::new(pipeline)))))
    })
}

/// `$( … )` and `@( … )` with statements in them.
fn sub_expression<'a>(i: Input<'a>, open: &Token) -> Res<'a, Expr> {
    inside(i, |i| {
        let mut body = Body::default();
        let (i, list) = statement_list(i, &mut body)?;
        let i = skip_newlines(i);
        let (mut rest, close) = i.next();
        let mut end = close.span;
        if !close.is(Kind::RParen) {
            rest = i.put_back();
            end = list.unwrap_or(open.span);
            i.unfinished(messages::MISSING_END_PARENTHESIS_IN_SUBEXPRESSION, close.span, &[]);
        }
        let block =
            StatementBlock { span: list.unwrap_or(Span::default()), statements: body.statements, traps: body.traps };
        let kind = if open.is(Kind::AtParen) { ExprKind::Array(block) } else { ExprKind::Sub(block) };
        Ok((rest, expr(join(open.span, end), kind)))
    })
}

/// `{ … }` as a value, after its brace.
pub(super) fn script_block_expression<'a>(i: Input<'a>, open: &Token) -> Res<'a, Expr> {
    let (i, block) = braced_script_block(i, open)?;
    Ok((i, expr(block.span, ExprKind::ScriptBlock(Rc::new(block)))))
}
