//! Members, calls and indices after an operand, without a gap before them.

use super::command::{Context, single_argument};
use super::expression::expression;
use super::primary::{primary_expression, script_block_expression};
use super::statement::simple_name_or_held;
use super::type_name::generic_method_arguments;
use super::unary::unary_expression;
use super::{after, error_expression, expr, join, maybe, string_constant};
use crate::syntax::Span;
use crate::syntax::ast::{Expr, ExprKind, Quotes};
use crate::syntax::fault::messages;
use crate::syntax::lex::scan::{invocation_bracket, member_operator};
use crate::syntax::lex::trivia::skip_newlines;
use crate::syntax::lex::{Input, Kind, Res, Token};

/// The members and indices of an operand, of which the first operator was seen.
pub(super) fn member_operators<'a>(mut i: Input<'a>, mut operator: Option<Token>, mut operand: Expr) -> Res<'a, Expr> {
    let mut links = 0;
    while let Some(token) = operator {
        links += 1;
        i.chained(links)?;
        // A line may end after the operator.
        let next = skip_newlines(i.after(&token));
        (i, operand) = match token.kind {
            Kind::LBracket | Kind::QuestionLBracket => element_access(next, operand, &token)?,
            _ => member_access(next, operand, &token)?,
        };
        operator = member_operator(i, true);
    }
    Ok((i, operand))
}

/// `.Name`, `::Name`, `?.Name`, and calls of methods.
fn member_access<'a>(i: Input<'a>, target: Expr, operator: &Token) -> Res<'a, Expr> {
    let (i, name) = maybe(member_name, i)?;
    let is_static = operator.is(Kind::ColonColon);
    let null_conditional = operator.is(Kind::QuestionDot);
    let (i, member) = match name {
        None => {
            i.unfinished(messages::MISSING_PROPERTY_NAME, after(operator.span), &[]);
            let (i, argument) = maybe(|i| single_argument(i, Context::Argument), i.put_back())?;
            (i, argument.unwrap_or_else(|| error_expression(join(target.span, operator.span))))
        }
        Some(member) if i.held.is_none() => {
            let (after_arguments, generic) = maybe(generic_method_arguments, i)?;
            if let Some(bracket) = invocation_bracket(after_arguments) {
                let generic_arguments = generic.map(|(arguments, _)| arguments).unwrap_or_default();
                let (i, (arguments, end)) = invocation(after_arguments.after(&bracket), &bracket)?;
                let span = join(target.span, end);
                let kind = ExprKind::InvokeMember {
                    object: Box::new(target),
                    member: Box::new(member),
                    arguments,
                    generic_arguments,
                    is_static,
                    null_conditional,
                };
                return Ok((i, expr(span, kind)));
            }
            // An index after all, unless the bracket is missing.
            let unclosed = matches!(generic, Some((_, false)));
            (if unclosed { after_arguments } else { i }, member)
        }
        Some(member) => (i, member),
    };
    let span = join(target.span, member.span);
    let kind = ExprKind::Member { object: Box::new(target), member: Box::new(member), is_static, null_conditional };
    Ok((i, expr(span, kind)))
}

/// The name of a member: a word, or an operand whose value is the name.
fn member_name(i: Input<'_>) -> Res<'_, Expr> {
    let (i, span) = simple_name_or_held(i)?;
    if let Some(span) = span {
        return Ok((i, string_constant(span, i.cx.shared.source.slice(span), Quotes::BareWord)));
    }
    let (held, token) = i.peek();
    if token.kind.is_unary() || token.is(Kind::LBracket) {
        unary_expression(held, false)
    } else {
        primary_expression(held, false)
    }
}

/// The arguments of a call after its bracket; `.Name{ … }` has the block for its only one.
fn invocation<'a>(i: Input<'a>, bracket: &Token) -> Res<'a, (Vec<Expr>, Span)> {
    if bracket.is(Kind::LParen) {
        return argument_list(i, bracket);
    }
    let (i, block) = script_block_expression(skip_newlines(i), bracket)?;
    let span = block.span;
    Ok((i, (vec![block], span)))
}

/// Arguments with commas between, after their parenthesis, and the closing one; the span that they end with.
pub(super) fn argument_list<'a>(i: Input<'a>, open: &Token) -> Res<'a, (Vec<Expr>, Span)> {
    let no_comma = i.no_comma;
    let mut i = Input { no_comma: true, ..i };
    let mut arguments: Vec<Expr> = Vec::new();
    let mut comma: Option<Span> = None;
    loop {
        let (rest, argument) = maybe(expression, skip_newlines(i))?;
        i = rest;
        let Some(argument) = argument else { break };
        arguments.push(argument);
        let (held, token) = skip_newlines(i).peek();
        i = held;
        comma = token.is(Kind::Comma).then_some(token.span);
        if comma.is_none() {
            break;
        }
        i = held.after(&token);
    }
    if let Some(comma) = comma {
        i.unfinished(messages::MISSING_EXPRESSION_AFTER_TOKEN, after(comma), &[","]);
    }
    let i = skip_newlines(i);
    let (mut rest, close) = i.next();
    let mut end = close.span;
    if !close.is(Kind::RParen) {
        rest = i.put_back();
        let last = arguments.last().map_or(open.span, |last| last.span);
        if comma.is_none() {
            i.unfinished(messages::MISSING_END_PARENTHESIS_IN_METHOD_CALL, after(last), &[]);
        }
        end = comma.unwrap_or(last);
    }
    Ok((Input { no_comma, ..rest }, (arguments, end)))
}

/// `[index]` and `?[index]`, after the bracket.
fn element_access<'a>(i: Input<'a>, target: Expr, open: &Token) -> Res<'a, Expr> {
    let no_comma = i.no_comma;
    let (i, index) = maybe(expression, Input { no_comma: false, ..skip_newlines(i) })?;
    let i = Input { no_comma, ..i };
    let found = index.is_some();
    let index = index.unwrap_or_else(|| {
        i.unfinished(messages::MISSING_ARRAY_INDEX_EXPRESSION, after(open.span), &[]);
        error_expression(open.span)
    });
    let i = skip_newlines(i);
    let (mut rest, close) = i.next();
    let mut end = close.span;
    if !close.is(Kind::RBracket) {
        rest = i.put_back();
        end = index.span;
        if found && !matches!(index.kind, ExprKind::Error(_)) {
            i.unfinished(messages::MISSING_END_SQUARE_BRACKET, after(end), &[]);
        }
    }
    let null_conditional = open.is(Kind::QuestionLBracket);
    let span = join(target.span, end);
    let kind = ExprKind::Index { target: Box::new(target), index: Box::new(index), null_conditional };
    Ok((rest, expr(span, kind)))
}
