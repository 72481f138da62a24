//! Loops: foreach, for, while, do.

use super::command::{Context, single_argument};
use super::parameter::variable;
use super::pipeline::pipeline_chain;
use super::script_block::{keyword_text, statement_block};
use super::statement::Label;
use super::{after, error_statement, expr, is_error, join, maybe};
use crate::syntax::Span;
use crate::syntax::ast::{
    ErrorChild, ExprKind, ForEachStatement, Statement, StatementBlock, StatementKind, VariableExpression,
};
use crate::syntax::fault::messages;
use crate::syntax::lex::trivia::skip_newlines;
use crate::syntax::lex::{Data, Input, Keyword, Kind, Res, Token};

fn start_of(token: &Token, label: &Option<Label>) -> Span {
    label.as_ref().map_or(token.span, |label| label.span)
}

fn text_of(label: Option<Label>) -> Option<Box<str>> {
    label.map(|label| label.text)
}

/// What is kept of a loop that could not be read to its end.
fn broken(
    span: Span,
    statements: impl IntoIterator<Item = Option<Statement>>,
    body: Option<StatementBlock>,
) -> Statement {
    let mut nested: Vec<ErrorChild> = statements.into_iter().flatten().map(ErrorChild::Statement).collect();
    nested.extend(body.map(ErrorChild::Block));
    error_statement(span, nested)
}

/// The parameters of a foreach: `-parallel -throttlelimit 5`.
#[derive(Default)]
struct ForEachFlags {
    parallel: bool,
    throttle_limit: Option<crate::syntax::ast::Expr>,
    /// A parameter that there is not.
    unknown: Option<Span>,
}

fn foreach_flags(i: Input<'_>) -> Res<'_, ForEachFlags> {
    let mut flags = ForEachFlags::default();
    let mut i = skip_newlines(i);
    loop {
        let (held, token) = i.peek();
        let Data::Parameter { name, .. } = &token.data else { return Ok((held, flags)) };
        let is = |flag: &str| flag.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name));
        i = held.after(&token);
        if is("parallel") {
            flags.parallel = true;
        } else if is("throttlelimit") {
            (i, flags.throttle_limit) = maybe(|i| single_argument(i, Context::Argument), skip_newlines(i))?;
            if flags.throttle_limit.is_none() {
                i.unfinished(messages::MISSING_THROTTLE_LIMIT, after(token.span), &[]);
            }
        } else {
            flags.unknown = Some(token.span);
            i.fault(messages::INVALID_FOREACH_FLAG, token.span, &[name]);
        }
        i = skip_newlines(i);
    }
}

/// `foreach ($x in … ) { }`, after its keyword.
pub(super) fn foreach_statement<'a>(i: Input<'a>, token: &Token, label: Option<Label>) -> Res<'a, Statement> {
    let start = start_of(token, &label);
    let (i, flags) = foreach_flags(i)?;
    let (rest, open) = i.next();
    if !open.is(Kind::LParen) {
        i.unfinished(messages::MISSING_OPEN_PARENTHESIS_AFTER_KEYWORD, after(token.span), &[keyword_text(token)]);
        return Ok((i.put_back(), error_statement(join(start, token.span), Vec::new())));
    }
    let i = skip_newlines(rest);
    let (rest, name) = i.next();
    let Some(variable) = variable(&name) else {
        i.unfinished(messages::MISSING_VARIABLE_NAME_AFTER_FOREACH, after(open.span), &[]);
        return Ok((i.put_back(), error_statement(join(start, open.span), Vec::new())));
    };
    let (i, (condition, body, end)) = foreach_source(rest, variable.span)?;
    match (condition, body, end.or(flags.unknown)) {
        (Some(condition), Some(body), None) => {
            let span = join(start, body.span);
            let (parallel, throttle_limit) = (flags.parallel, flags.throttle_limit);
            let statement =
                ForEachStatement { label: text_of(label), parallel, throttle_limit, variable, condition, body };
            Ok((i, Statement { span, kind: StatementKind::ForEach(Box::new(statement)) }))
        }
        (condition, body, end) => Ok((i, broken_foreach(join(start, end.unwrap_or(start)), variable, condition, body))),
    }
}

fn broken_foreach(
    span: Span,
    variable: VariableExpression,
    condition: Option<Statement>,
    body: Option<StatementBlock>,
) -> Statement {
    let variable = expr(variable.span, ExprKind::Variable(variable));
    let mut nested = vec![ErrorChild::Expr(variable)];
    nested.extend(condition.map(ErrorChild::Statement));
    nested.extend(body.map(ErrorChild::Block));
    error_statement(span, nested)
}

/// What is read of a loop, and where it ends if it is not whole.
type Source = (Option<Statement>, Option<StatementBlock>, Option<Span>);

/// `in … ) { }`, after the variable.
fn foreach_source(i: Input<'_>, variable: Span) -> Res<'_, Source> {
    let i = skip_newlines(i);
    let (rest, word) = i.next();
    if !word.is_keyword(Keyword::In) {
        i.unfinished(messages::MISSING_IN_IN_FOREACH, after(variable), &[]);
        return Ok((i.put_back(), (None, None, Some(variable))));
    }
    let (i, condition) = pipeline_chain(skip_newlines(rest))?;
    let Some(condition) = condition else {
        i.unfinished(messages::MISSING_FOREACH_EXPRESSION, after(word.span), &[]);
        return Ok((i, (None, None, Some(word.span))));
    };
    let i = skip_newlines(i);
    let (rest, close) = i.next();
    if !close.is(Kind::RParen) {
        let end = condition.span;
        i.unfinished(messages::MISSING_END_PARENTHESIS_AFTER_FOREACH, after(end), &[]);
        return Ok((i.put_back(), (Some(condition), None, Some(end))));
    }
    let (i, body) = maybe(statement_block, rest)?;
    if body.is_some() {
        return Ok((i, (Some(condition), body, None)));
    }
    i.unfinished(messages::MISSING_FOREACH_STATEMENT, after(close.span), &[]);
    Ok((i, (Some(condition), None, Some(close.span))))
}

/// `for ( … ; … ; … ) { }`, after its keyword.
pub(super) fn for_statement<'a>(i: Input<'a>, token: &Token, label: Option<Label>) -> Res<'a, Statement> {
    let start = start_of(token, &label);
    let i = skip_newlines(i);
    let (rest, open) = i.next();
    if !open.is(Kind::LParen) {
        i.unfinished(messages::MISSING_OPEN_PARENTHESIS_AFTER_KEYWORD, after(token.span), &[keyword_text(token)]);
        return Ok((i.put_back(), error_statement(join(start, token.span), Vec::new())));
    }
    let mut end = None;
    let (i, initializer) = for_part(rest, &mut end, true)?;
    let (i, condition) = for_part(i, &mut end, true)?;
    let (i, iterator) = for_part(i, &mut end, false)?;
    let i = skip_newlines(i);
    let (rest, close) = i.next();
    if !close.is(Kind::RParen) {
        let end = end.unwrap_or(open.span);
        i.unfinished(messages::MISSING_END_PARENTHESIS_AFTER_STATEMENT, after(end), &[keyword_text(token)]);
        return Ok((i.put_back(), broken(join(start, end), [initializer, condition, iterator], None)));
    }
    let (i, body) = maybe(statement_block, rest)?;
    let Some(body) = body else {
        i.unfinished(messages::MISSING_LOOP_STATEMENT, after(close.span), &[keyword_text(token)]);
        return Ok((i, broken(join(start, close.span), [initializer, condition, iterator], None)));
    };
    let span = join(start, body.span);
    let boxed = |part: Option<Statement>| part.map(Box::new);
    let kind = StatementKind::For {
        label: text_of(label),
        initializer: boxed(initializer),
        condition: boxed(condition),
        iterator: boxed(iterator),
        body,
    };
    Ok((i, Statement { span, kind }))
}

/// One part of a for's head, with the semicolon after it.
fn for_part<'a>(i: Input<'a>, end: &mut Option<Span>, semicolon: bool) -> Res<'a, Option<Statement>> {
    let (i, part) = pipeline_chain(skip_newlines(i))?;
    *end = part.as_ref().map(|part| part.span).or(*end);
    let (held, token) = i.peek();
    if !semicolon || !token.is(Kind::Semi) {
        return Ok((held, part));
    }
    *end = Some(token.span);
    Ok((held.after(&token), part))
}

/// `while ( … ) { }`, after its keyword.
pub(super) fn while_statement<'a>(i: Input<'a>, token: &Token, label: Option<Label>) -> Res<'a, Statement> {
    let start = start_of(token, &label);
    let i = skip_newlines(i);
    let (rest, open) = i.next();
    if !open.is(Kind::LParen) {
        i.unfinished(messages::MISSING_OPEN_PARENTHESIS_AFTER_KEYWORD, after(token.span), &[i.text(token)]);
        return Ok((i.put_back(), error_statement(join(start, token.span), Vec::new())));
    }
    let (i, condition) = pipeline_chain(skip_newlines(rest))?;
    let condition = condition.unwrap_or_else(|| {
        let place = after(open.span);
        i.unfinished(messages::MISSING_EXPRESSION_AFTER_KEYWORD, place, &[keyword_text(token)]);
        error_statement(place, Vec::new())
    });
    let i = skip_newlines(i);
    let (rest, close) = i.next();
    if !close.is(Kind::RParen) {
        let end = condition.span;
        let readable = Some(condition).filter(|condition| !is_error(condition));
        if readable.is_some() {
            i.unfinished(messages::MISSING_END_PARENTHESIS_AFTER_STATEMENT, after(end), &[keyword_text(token)]);
        }
        return Ok((i.put_back(), broken(join(start, end), [readable], None)));
    }
    let (i, body) = maybe(statement_block, rest)?;
    let Some(body) = body else {
        i.unfinished(messages::MISSING_LOOP_STATEMENT, after(close.span), &[keyword_text(token)]);
        let readable = Some(condition).filter(|condition| !is_error(condition));
        return Ok((i, broken(join(start, close.span), [readable], None)));
    };
    let span = join(start, body.span);
    let kind = StatementKind::While { label: text_of(label), condition: Box::new(condition), body };
    Ok((i, Statement { span, kind }))
}

/// `do { } while ( … )` and `do { } until ( … )`, after the first keyword.
pub(super) fn do_statement<'a>(i: Input<'a>, token: &Token, label: Option<Label>) -> Res<'a, Statement> {
    let start = start_of(token, &label);
    let (i, body) = maybe(statement_block, i)?;
    let Some(body) = body else {
        i.unfinished(messages::MISSING_LOOP_STATEMENT, after(token.span), &["do"]);
        return Ok((i, error_statement(join(start, token.span), Vec::new())));
    };
    let i = skip_newlines(i);
    let (rest, word) = i.next();
    let is_until = word.is_keyword(Keyword::Until);
    if !is_until && !word.is_keyword(Keyword::While) {
        let end = body.span;
        i.unfinished(messages::MISSING_WHILE_OR_UNTIL_IN_DO_WHILE, after(end), &[]);
        return Ok((i.put_back(), broken(join(start, end), [], Some(body))));
    }
    let i = skip_newlines(rest);
    let (rest, open) = i.next();
    if !open.is(Kind::LParen) {
        i.unfinished(messages::MISSING_OPEN_PARENTHESIS_AFTER_KEYWORD, after(word.span), &[keyword_text(&word)]);
        return Ok((i.put_back(), broken(join(start, word.span), [], Some(body))));
    }
    let (i, condition) = pipeline_chain(skip_newlines(rest))?;
    if condition.is_none() {
        i.unfinished(messages::MISSING_EXPRESSION_AFTER_KEYWORD, after(open.span), &[keyword_text(&word)]);
    }
    let i = skip_newlines(i);
    let (rest, close) = i.next();
    let closed = close.is(Kind::RParen);
    let i = if closed { rest } else { i.put_back() };
    let condition = match condition {
        Some(condition) if closed => Box::new(condition),
        Some(condition) => {
            let end = condition.span;
            i.unfinished(messages::MISSING_END_PARENTHESIS_AFTER_STATEMENT, after(end), &[keyword_text(&word)]);
            return Ok((i, broken(join(start, end), [Some(condition)], Some(body))));
        }
        None => return Ok((i, broken(join(start, open.span), [], Some(body)))),
    };
    let label = text_of(label);
    let kind = if is_until {
        StatementKind::DoUntil { label, body, condition }
    } else {
        StatementKind::DoWhile { label, body, condition }
    };
    Ok((i, Statement { span: join(start, close.span), kind }))
}
