//! The configuration keyword, which needs Desired State Configuration and is a fault without it.

use super::after;
use super::command::{Context, command_argument};
use super::primary::script_block_expression;
use crate::syntax::ast::{ExprKind, Statement};
use crate::syntax::check::constant::{Place, is_constant};
use crate::syntax::fault::messages;
use crate::syntax::lex::trivia::skip_newlines;
use crate::syntax::lex::{Input, Kind, Res, Token};

/// What is said where the schemas of Desired State Configuration are not installed.
const NO_SCHEMAS: &str = "System.IO.DirectoryNotFoundException: Unable to find DSC schema store at \
    /etc/opt/omi/conf/dsc/configuration. Please ensure PS DSC for Linux is installed.";

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
    if let Some(name) = name.as_ref().filter(|name| is_constant(name, Place::Attribute)) {
        let text = if let ExprKind::String { value, .. } = &name.kind { value } else { "" };
        if !is_name(text) {
            i.fault(messages::INVALID_CONFIGURATION_NAME, name.span, &[text]);
        }
    } else if name.is_none() {
        i.fault(messages::PARAMETER_REQUIRES_ARGUMENT, after(first.span), &[i.text(&first)]);
        i.unfinished(messages::MISSING_CONFIGURATION_NAME, first.span, &[]);
    }
    i.fault(messages::PARSER_ERROR, first.span, &[NO_SCHEMAS]);
    // A token that was looked at is lost.
    let rest = skip_newlines(if name.is_some() { rest } else { rest.put_back() });
    let lost = rest.held.is_some();
    Ok((if lost { rest.next().0 } else { rest }, None))
}

/// A letter with letters, digits and a few marks after it.
fn is_name(text: &str) -> bool {
    let is_mark = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.' | b'/' | b'-');
    text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.bytes().all(is_mark)
}
