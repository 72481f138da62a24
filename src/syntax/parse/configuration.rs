//! The configuration keyword, which needs Desired State Configuration and is a fault without it.

use super::after;
use super::command::{Context, command_argument};
use super::primary::script_block_expression;
use crate::syntax::ast::Statement;
use crate::syntax::fault::messages;
use crate::syntax::lex::trivia::skip_newlines;
use crate::syntax::lex::{Input, Kind, Res, Token};

/// What is said where the schemas of Desired State Configuration are not installed.
const NO_SCHEMAS: &str =
    "Unable to find DSC schema store. Please ensure PSDesiredStateConfiguration v3 module is installed.";

/// `configuration name { }`, after its keyword; the name is taken and nothing comes of it.
pub(super) fn configuration_statement<'a>(i: Input<'a>, token: &Token) -> Res<'a, Option<Statement>> {
    let i = skip_newlines(i);
    let (rest, first) = i.next();
    if first.is(Kind::LCurly) {
        i.fault(messages::MISSING_CONFIGURATION_NAME, after(token.span), &[]);
        let (rest, _) = script_block_expression(rest, &first)?;
        return Ok((rest, None));
    }
    if matches!(first.kind, Kind::End | Kind::Comma) {
        i.unfinished(messages::MISSING_CONFIGURATION_NAME, after(first.span), &[]);
        return Ok((i.put_back(), None));
    }
    let (rest, name) = super::maybe(|i| command_argument(i, Context::Argument), i)?;
    if name.is_none() {
        i.fault(messages::PARAMETER_REQUIRES_ARGUMENT, after(first.span), &[i.text(&first)]);
        i.unfinished(messages::MISSING_CONFIGURATION_NAME, first.span, &[]);
    }
    i.fault(messages::PARSER_ERROR, first.span, &[NO_SCHEMAS]);
    // A token that was looked at is lost.
    let rest = skip_newlines(rest);
    let lost = rest.held.is_some();
    Ok((if lost { rest.next().0 } else { rest }, None))
}
