//! Parameters of functions and script blocks.

use super::attribute::attribute_list;
use super::expression::expression;
use super::{after, join, maybe};
use crate::syntax::ast::{AssignOperator, Parameter, VariableExpression};
use crate::syntax::fault::messages;
use crate::syntax::lex::trivia::skip_newlines;
use crate::syntax::lex::{Data, Input, Kind, Mode, Res, Token, miss};
use std::rc::Rc;

/// Parameters with commas between, of which there may be none.
pub(super) fn parameter_list(mut i: Input<'_>) -> Res<'_, Vec<Rc<Parameter>>> {
    let mut list = Vec::new();
    let mut comma = None;
    loop {
        let (rest, found) = maybe(parameter, i)?;
        let Some(found) = found else {
            if let Some(comma) = comma {
                rest.unfinished(messages::MISSING_EXPRESSION_AFTER_TOKEN, after(comma), &[","]);
            }
            return Ok((rest, list));
        };
        list.push(Rc::new(found));
        let (held, token) = skip_newlines(rest).peek();
        if !token.is(Kind::Comma) {
            return Ok((held, list));
        }
        comma = Some(token.span);
        i = held.after(&token);
    }
}

/// `[attributes] $name = default`
fn parameter(i: Input<'_>) -> Res<'_, Parameter> {
    let (mode, no_comma) = (i.mode, i.no_comma);
    let inside = Input { no_comma: true, ..i.switch(Mode::Expression) };
    let (i, attributes) = attribute_list(skip_newlines(inside), false)?;
    let i = skip_newlines(i);
    let (rest, token) = i.next();
    let first = attributes.first().map(|attribute| attribute.span());
    let last = attributes.last().map(|attribute| attribute.span());
    let Some(name) = variable(&token) else {
        let (Some(first), Some(last)) = (first, last) else { return miss() };
        i.unfinished(messages::INVALID_FUNCTION_PARAMETER, after(last), &[]);
        let rest = super::skip_to(i.put_back(), true, &[Kind::RParen]);
        let span = join(first, last);
        let name = VariableExpression { span, path: "__error__".into(), splatted: false, braced: false };
        return Ok((Input { no_comma, ..rest.switch(mode) }, Parameter { span, attributes, name, default: None }));
    };
    let (mut i, equals) = skip_newlines(rest).peek();
    let mut default = None;
    if equals.is(Kind::Assign(AssignOperator::Equals)) {
        (i, default) = maybe(expression, skip_newlines(i.after(&equals)))?;
        if default.is_none() {
            i.unfinished(messages::MISSING_EXPRESSION_AFTER_TOKEN, after(equals.span), &["="]);
        }
    }
    let end = default.as_ref().map_or(name.span, |value| value.span);
    let span = join(first.unwrap_or(name.span), end);
    Ok((Input { no_comma, ..i.switch(mode) }, Parameter { span, attributes, name, default }))
}

/// The variable that a token is.
pub(super) fn variable(token: &Token) -> Option<VariableExpression> {
    let Data::Variable { path, braced } = &token.data else { return None };
    let splatted = token.is(Kind::SplattedVariable);
    Some(VariableExpression { span: token.span, path: path.clone(), splatted, braced: *braced })
}
