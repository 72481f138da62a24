//! Data sections.

use super::command::{Context, single_argument};
use super::script_block::statement_block;
use super::statement::simple_name_or_held;
use super::{after, error_statement, join, maybe};
use crate::syntax::Span;
use crate::syntax::ast::{ErrorChild, Expr, Statement, StatementKind};
use crate::syntax::fault::messages;
use crate::syntax::lex::trivia::skip_newlines;
use crate::syntax::lex::{Data, Input, Kind, Res, Token};

/// `data name -SupportedCommand a, b { }`, after its keyword.
pub(super) fn data_statement<'a>(i: Input<'a>, token: &Token) -> Res<'a, Statement> {
    let (i, name) = simple_name_or_held(skip_newlines(i))?;
    let (i, (commands, broken)) = supported_commands(skip_newlines(i))?;
    let (i, body) = if broken.is_none() { maybe(statement_block, i)? } else { (i, None) };
    let Some(body) = body else {
        let end = broken.unwrap_or_else(|| {
            let end = commands.last().map(|last| last.span).or(name).unwrap_or(token.span);
            i.unfinished(messages::MISSING_STATEMENT_BLOCK_FOR_DATA_SECTION, after(end), &[]);
            end
        });
        let nested = commands.into_iter().map(ErrorChild::Expr).collect();
        return Ok((i, error_statement(join(token.span, end), nested)));
    };
    let variable = name.map(|name| i.cx.shared.source.slice(name).into());
    let span = join(token.span, body.span);
    Ok((i, Statement { span, kind: StatementKind::Data { variable, commands, body } }))
}

/// The commands that a data section may call, and where the statement ends if they cannot be read.
fn supported_commands(i: Input<'_>) -> Res<'_, (Vec<Expr>, Option<Span>)> {
    let mut commands = Vec::new();
    let (held, token) = i.peek();
    let Data::Parameter { name, .. } = &token.data else { return Ok((held, (commands, None))) };
    let mut broken = None;
    let is_known = "SupportedCommand".get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name));
    if !is_known {
        broken = Some(token.span);
        i.fault(messages::INVALID_PARAMETER_FOR_DATA_SECTION_STATEMENT, token.span, &[name]);
    }
    let mut last = token.span;
    let mut i = held.after(&token);
    loop {
        let (rest, command) = maybe(|i| single_argument(i, Context::CommandName), skip_newlines(i))?;
        let Some(command) = command else {
            if broken.is_none() {
                rest.unfinished(
                    messages::MISSING_VALUE_FOR_SUPPORTED_COMMAND_IN_DATA_SECTION_STATEMENT,
                    after(last),
                    &[],
                );
            }
            return Ok((rest, (commands, Some(last))));
        };
        commands.push(command);
        let (held, comma) = rest.peek();
        if !comma.is(Kind::Comma) {
            return Ok((held, (commands, broken)));
        }
        last = comma.span;
        i = held.after(&comma);
    }
}
