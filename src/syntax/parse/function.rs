//! Functions, filters and workflows.

use super::parameter::parameter_list;
use super::script_block::script_block;
use super::{after, error_statement, join};
use crate::syntax::Span;
use crate::syntax::ast::{ErrorChild, FunctionDefinition, Parameter, Statement, StatementKind};
use crate::syntax::fault::messages;
use crate::syntax::lex::trivia::skip_newlines;
use crate::syntax::lex::{Input, Keyword, Kind, Res, Token};
use std::rc::Rc;

/// Parameters in parentheses, where they end, and whether the closing one is missing.
#[derive(Default)]
pub(super) struct Declared {
    pub parameters: Option<Vec<Rc<Parameter>>>,
    pub close: Option<Span>,
    /// The end of what could be read.
    pub broken: Option<Span>,
}

/// `( … )` after the name of a function, or nothing.
pub(super) fn function_parameters(i: Input<'_>) -> Res<'_, Declared> {
    let (held, open) = skip_newlines(i).peek();
    if !open.is(Kind::LParen) {
        return Ok((held, Declared::default()));
    }
    let (i, parameters) = parameter_list(held.after(&open))?;
    let i = skip_newlines(i);
    let (rest, close) = i.next();
    if close.is(Kind::RParen) {
        let declared = Declared { parameters: Some(parameters), close: Some(close.span), broken: None };
        return Ok((skip_newlines(rest), declared));
    }
    let end = parameters.last().map_or(open.span, |last| last.span);
    i.unfinished(messages::MISSING_END_PARENTHESIS_IN_FUNCTION_PARAMETER_LIST, after(end), &[]);
    let declared = Declared { parameters: Some(parameters), close: Some(close.span), broken: Some(end) };
    Ok((skip_newlines(i.put_back()), declared))
}

/// A function that could not be read, with its parameters.
pub(super) fn broken_function(span: Span, parameters: Option<Vec<Rc<Parameter>>>) -> Statement {
    let nested = parameters.into_iter().flatten().map(ErrorChild::Parameter).collect();
    error_statement(span, nested)
}

/// What may not be the name of a function.
fn is_no_name(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Pipe
            | Kind::LParen
            | Kind::LCurly
            | Kind::AtParen
            | Kind::AtCurly
            | Kind::RCurly
            | Kind::RParen
            | Kind::End
            | Kind::Semi
            | Kind::Redirection
            | Kind::RedirectInput
            | Kind::AndAnd
            | Kind::OrOr
            | Kind::Ampersand
            | Kind::Variable
            | Kind::SplattedVariable
            | Kind::HereStringExpandable
            | Kind::HereStringLiteral
            | Kind::StringLiteral
            | Kind::StringExpandable
    )
}

/// `function name ( … ) { … }`, after its keyword.
pub(super) fn function_statement<'a>(i: Input<'a>, token: &Token) -> Res<'a, Statement> {
    let i = skip_newlines(i);
    let (rest, name) = i.next();
    if is_no_name(name.kind) {
        i.unfinished(messages::MISSING_NAME_AFTER_KEYWORD, after(token.span), &[i.text(token)]);
        return Ok((i.put_back(), error_statement(token.span, Vec::new())));
    }
    let (i, declared) = function_parameters(rest)?;
    let (rest, open) = i.next();
    if !open.is(Kind::LCurly) || declared.broken.is_some() {
        let i = if open.is(Kind::LCurly) { rest } else { i.put_back() };
        let end = declared.broken.unwrap_or_else(|| {
            let end = declared.close.unwrap_or(name.span);
            i.unfinished(messages::MISSING_FUNCTION_BODY, after(end), &[]);
            end
        });
        return Ok((i, broken_function(join(token.span, end), declared.parameters)));
    }
    let is_filter = token.is_keyword(Keyword::Filter);
    let is_workflow = token.is_keyword(Keyword::Workflow);
    let workflow = rest.workflow;
    let (i, body) = script_block(Input { workflow: is_workflow, ..rest }, Some(&open), is_filter, None)?;
    let value = name.value().filter(|_| name.is(Kind::Generic));
    let function = FunctionDefinition {
        span: join(token.span, body.span),
        name: value.unwrap_or_else(|| i.text(&name).into()),
        name_span: name.span,
        is_filter,
        is_workflow,
        parameters: declared.parameters,
        body: Rc::new(body),
    };
    let span = function.span;
    Ok((Input { workflow, ..i }, Statement { span, kind: StatementKind::Function(Rc::new(function)) }))
}
