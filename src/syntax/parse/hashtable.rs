//! Hash tables.

use super::statement::{label_or_key, statement};
use super::{after, before, error_statement, expr, join, skip_to};
use crate::syntax::ast::{AssignOperator, Expr, ExprKind, Statement};
use crate::syntax::fault::messages;
use crate::syntax::lex::trivia::{skip_newlines, skip_terminators};
use crate::syntax::lex::{Input, Kind, Mode, Res, Token};

/// `@{ key = value; … }`, after its opening.
pub(super) fn hashtable<'a>(i: Input<'a>, open: &Token) -> Res<'a, Expr> {
    let mut i = skip_newlines(i);
    let mut entries = Vec::new();
    loop {
        let (rest, entry) = hash_entry(i)?;
        i = rest;
        let Some(entry) = entry else { break };
        entries.push(entry);
        let (held, token) = i.peek();
        i = held;
        if !matches!(token.kind, Kind::NewLine | Kind::Semi) {
            break;
        }
        i = skip_terminators(i);
    }
    let (mut rest, close) = i.next();
    let mut end = close.span;
    if !close.is(Kind::RCurly) {
        rest = i.put_back();
        end = before(i, close.span);
        i.unfinished_at(messages::MISSING_END_CURLY_BRACE, after(open.span), close.span, &[]);
    }
    Ok((rest, expr(join(open.span, end), ExprKind::Hashtable(entries))))
}

/// `key = value`, or nothing where no key begins.
fn hash_entry(i: Input<'_>) -> Res<'_, Option<(Expr, Statement)>> {
    let mode = i.mode;
    let (i, key) = label_or_key(i.switch(Mode::Expression))?;
    let Some(key) = key else { return Ok((i.switch(mode), None)) };
    let (rest, equals) = i.next();
    if !equals.is(Kind::Assign(AssignOperator::Equals)) {
        let place = after(key.span);
        i.fault(messages::MISSING_EQUALS_IN_HASH_LITERAL, place, &[]);
        let rest = skip_to(i.put_back().switch(mode), false, &[Kind::RCurly, Kind::Semi, Kind::NewLine]);
        return Ok((rest, Some((key, error_statement(place, Vec::new())))));
    }
    let (i, value) = statement(skip_newlines(rest.switch(Mode::Command)))?;
    let value = value.unwrap_or_else(|| {
        let place = after(equals.span);
        i.unfinished(messages::MISSING_STATEMENT_IN_HASH_LITERAL, place, &[]);
        error_statement(place, Vec::new())
    });
    Ok((i.switch(mode), Some((key, value))))
}
