//! Pipelines and their chains, and assignments.

use super::command::command;
use super::expression::expression;
use super::redirection::redirections;
use super::statement::statement;
use super::{after, error_statement, join, maybe};
use crate::syntax::Span;
use crate::syntax::ast::{
    ChainOperator, CommandExpression, ErrorChild, Expr, Pipeline, PipelineElement, Statement, StatementKind,
};
use crate::syntax::fault::messages;
use crate::syntax::lex::trivia::skip_newlines;
use crate::syntax::lex::{Input, Kind, Mode, Res, Token};

/// An assignment, or pipelines with `&&` and `||` between.
pub(super) fn pipeline_chain(i: Input<'_>) -> Res<'_, Option<Statement>> {
    i.deeper(|i| {
        let mode = i.mode;
        let (rest, start) = maybe(expression, i.switch(Mode::Expression))?;
        let Some(start) = start else { return chain(i, None) };
        let (held, token) = rest.peek();
        if token.kind.assignment().is_some() {
            return assignment(held.after(&token).switch(mode), start, &token).map(|(i, found)| (i, Some(found)));
        }
        chain(held.switch(mode), Some(start))
    })
}

/// What follows an assignment's operator.
fn assignment<'a>(i: Input<'a>, left: Expr, token: &Token) -> Res<'a, Statement> {
    let (i, right) = statement(skip_newlines(i))?;
    let right = right.unwrap_or_else(|| {
        let place = after(token.span);
        i.unfinished(messages::EXPECTED_VALUE_EXPRESSION, place, &[i.text(token)]);
        error_statement(place, Vec::new())
    });
    let right = unwrapped(right);
    let span = join(left.span, right.span);
    let operator = token.kind.assignment().unwrap_or(crate::syntax::ast::AssignOperator::Equals);
    let kind =
        StatementKind::Assignment { left: Box::new(left), operator, right: Box::new(right), operator_span: token.span };
    Ok((i, Statement { span, kind }))
}

/// A pipeline that is one expression stands as that expression where it is assigned.
fn unwrapped(mut right: Statement) -> Statement {
    if let StatementKind::Pipeline(pipeline) = &mut right.kind
        && !pipeline.background
        && matches!(pipeline.elements.as_slice(), [PipelineElement::Expression(_)])
        && let Some(PipelineElement::Expression(expression)) = pipeline.elements.pop()
    {
        return Statement { span: right.span, kind: StatementKind::CommandExpression(expression) };
    }
    right
}

/// Pipelines with operators between; the expression that the first begins with may have been read.
fn chain(mut i: Input<'_>, mut start: Option<Expr>) -> Res<'_, Option<Statement>> {
    let mut chain: Option<(Statement, ChainOperator, Span)> = None;
    for links in 0.. {
        i.chained(links)?;
        let first = i.peek().1;
        let (rest, found) = pipeline(i, start.take())?;
        let Some(found) = found else {
            let Some((left, _, operator)) = chain else { return Ok((rest, None)) };
            let text = rest.cx.shared.source.slice(operator);
            match first.kind {
                Kind::End => {
                    rest.unfinished(messages::EMPTY_PIPELINE_CHAIN_ELEMENT, after(operator), &[text]);
                }
                // The command has reported that its name is missing.
                Kind::Dot | Kind::Ampersand => {}
                _ => rest.fault(messages::EMPTY_PIPELINE_CHAIN_ELEMENT, join(operator, first.span), &[text]),
            }
            let span = join(left.span, operator);
            return Ok((rest, Some(error_statement(span, vec![ErrorChild::Statement(left)]))));
        };
        let (held, token) = rest.peek();
        let operator = match token.kind {
            Kind::AndAnd => ChainOperator::AndAnd,
            Kind::OrOr => ChainOperator::OrOr,
            Kind::Ampersand => return background(held.after(&token), found, chain),
            _ => return Ok((held, Some(link(chain, found, false)))),
        };
        i = skip_newlines(held.after(&token));
        let left = link(chain.take(), found, false);
        if i.peek_kind() == Kind::End {
            i.unfinished(messages::EMPTY_PIPELINE_CHAIN_ELEMENT, after(token.span), &[]);
            return Ok((i.put_back(), Some(left)));
        }
        chain = Some((left, operator, token.span));
    }
    Ok((i, None))
}

/// The chain so far with one more pipeline.
fn link(chain: Option<(Statement, ChainOperator, Span)>, mut last: Pipeline, background: bool) -> Statement {
    match chain {
        None => {
            last.background |= background;
            Statement { span: last.span, kind: StatementKind::Pipeline(last) }
        }
        Some((left, operator, _)) => {
            let span = join(left.span, last.span);
            let kind =
                StatementKind::PipelineChain { left: Box::new(left), operator, right: Box::new(last), background };
            Statement { span, kind }
        }
    }
}

/// What follows a `&` after a pipeline, which ends the chain.
fn background<'a>(
    i: Input<'a>,
    last: Pipeline,
    chain: Option<(Statement, ChainOperator, Span)>,
) -> Res<'a, Option<Statement>> {
    let (held, token) = i.peek();
    if matches!(token.kind, Kind::AndAnd | Kind::OrOr) {
        i.fault(messages::BACKGROUND_OPERATOR_IN_PIPELINE_CHAIN, token.span, &[]);
        let start = chain.map_or(last.span, |(left, ..)| left.span);
        return Ok((held.after(&token), Some(error_statement(join(start, token.span), Vec::new()))));
    }
    Ok((held, Some(link(chain, last, true))))
}

/// Commands with pipes between; the first may be an expression.
fn pipeline(mut i: Input<'_>, mut start: Option<Expr>) -> Res<'_, Option<Pipeline>> {
    let mut elements: Vec<PipelineElement> = Vec::new();
    let mut pipe: Option<Span> = None;
    let mut scanning = true;
    while scanning {
        let (rest, element) = pipeline_element(i, start.take(), !elements.is_empty())?;
        i = rest;
        match element {
            Some(element) => elements.push(element),
            None if !elements.is_empty() || i.peek_kind() == Kind::Pipe => {
                let place = pipe.map_or_else(|| i.peek().1.span, after);
                i.unfinished(messages::EMPTY_PIPE_ELEMENT, place, &[]);
            }
            None => {}
        }
        let (mut held, mut token) = i.peek();
        if token.is(Kind::NewLine) && continues_with_pipe(i, token.span) {
            (held, token) = skip_newlines(held).peek();
        }
        i = held;
        pipe = Some(token.span);
        match token.kind {
            Kind::Semi
            | Kind::NewLine
            | Kind::RParen
            | Kind::RCurly
            | Kind::End
            | Kind::AndAnd
            | Kind::OrOr
            | Kind::Ampersand => scanning = false,
            Kind::Pipe => {
                i = skip_newlines(i.after(&token));
                if i.peek_kind() == Kind::End {
                    scanning = false;
                    i.unfinished(messages::EMPTY_PIPE_ELEMENT, after(token.span), &[]);
                    i = i.put_back();
                }
            }
            _ => {
                i.fault(messages::UNEXPECTED_TOKEN, token.span, &[i.text(&token)]);
                scanning = false;
            }
        }
    }
    let (Some(first), Some(last)) = (elements.first(), elements.last()) else { return Ok((i, None)) };
    let span = join(first.span(), last.span());
    Ok((i, Some(Pipeline { span, elements, background: false })))
}

/// An expression with redirections, or a command.
fn pipeline_element(i: Input<'_>, start: Option<Expr>, is_later: bool) -> Res<'_, Option<PipelineElement>> {
    let mode = i.mode;
    let (i, start) = match start {
        Some(start) => (i, Some(start)),
        None => {
            let (rest, found) = maybe(expression, i.switch(Mode::Expression))?;
            if found.is_some() { (rest.switch(mode), found) } else { (i, None) }
        }
    };
    let Some(expression) = start else {
        return command(i).map(|(i, found)| (i, found.map(PipelineElement::Command)));
    };
    if is_later {
        i.fault(messages::EXPRESSIONS_MUST_BE_FIRST_IN_PIPELINE, expression.span, &[]);
    }
    let (i, (redirections, last)) = redirections(i)?;
    let span = last.map_or(expression.span, |last| join(expression.span, last));
    Ok((i, Some(PipelineElement::Expression(CommandExpression { span, expression, redirections }))))
}

/// Whether the first line with anything but comments after the end of this one begins with a pipe; no line between may
/// be empty.
fn continues_with_pipe(i: Input<'_>, newline: Span) -> bool {
    let mut rest = i.cx.text.get(newline.end as usize..).unwrap_or("");
    let mut line_is_empty = true;
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '\r' | '\n' => {
                if std::mem::replace(&mut line_is_empty, true) {
                    return false;
                }
                1 + usize::from(rest.starts_with("\r\n"))
            }
            _ if crate::syntax::lex::chars::is_whitespace(c) => c.len_utf8(),
            '#' => {
                line_is_empty = false;
                rest.find(['\r', '\n']).unwrap_or(rest.len())
            }
            '<' if rest.starts_with("<#") => {
                line_is_empty = false;
                rest.find("#>").map_or(rest.len(), |end| end + 2)
            }
            _ => return c == '|',
        };
        rest = rest.get(length..).unwrap_or("");
    }
    false
}
