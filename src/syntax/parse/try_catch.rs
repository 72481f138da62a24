//! `try`, `catch`, `finally` and `trap`.

use super::attribute::type_literal;
use super::script_block::{keyword_text, statement_block};
use super::{after, error_statement, join, maybe};
use crate::syntax::Span;
use crate::syntax::ast::{
    AttributeBase, CatchClause, ErrorChild, Statement, StatementKind, TrapStatement, TryStatement, TypeConstraint,
};
use crate::syntax::fault::messages;
use crate::syntax::lex::trivia::skip_newlines;
use crate::syntax::lex::{Input, Keyword, Kind, Res, Token};

/// `trap [type] { }`, after its keyword.
pub(super) fn trap_statement<'a>(i: Input<'a>, token: &Token) -> Res<'a, Statement> {
    let (i, kind) = maybe(|i| type_literal(skip_newlines(i)), i)?;
    let (i, body) = maybe(statement_block, i)?;
    let Some(body) = body else {
        let end = kind.as_ref().map_or(token.span, |kind| kind.span);
        i.unfinished(messages::MISSING_TRAP_STATEMENT, after(end), &[]);
        let nested = kind.into_iter().map(AttributeBase::Type).map(ErrorChild::Attribute).collect();
        return Ok((i, error_statement(join(token.span, end), nested)));
    };
    let span = join(token.span, body.span);
    Ok((i, Statement { span, kind: StatementKind::Trap(Box::new(TrapStatement { span, kind, body })) }))
}

/// `try { } catch [type] { } finally { }`, after its keyword.
pub(super) fn try_statement<'a>(i: Input<'a>, token: &Token) -> Res<'a, Statement> {
    let (i, body) = maybe(statement_block, i)?;
    let Some(body) = body else {
        i.unfinished(messages::MISSING_TRY_STATEMENT_BLOCK, after(token.span), &[]);
        return Ok((i, error_statement(token.span, Vec::new())));
    };
    let mut catches = Vec::new();
    let mut leftover = Vec::new();
    let mut broken = None;
    let mut i = i;
    loop {
        let (rest, clause) = catch_clause(i, &mut broken, &mut leftover)?;
        i = rest;
        let Some(clause) = clause else { break };
        catches.push(clause);
    }
    let (mut i, word) = skip_newlines(i).peek();
    let mut finally = None;
    if word.is_keyword(Keyword::Finally) {
        (i, finally) = maybe(statement_block, i.after(&word))?;
        if finally.is_none() {
            broken = Some(word.span);
            i.unfinished(messages::MISSING_FINALLY_STATEMENT_BLOCK, after(word.span), &[keyword_text(&word)]);
        }
    }
    if catches.is_empty() && finally.is_none() && broken.is_none() {
        broken = Some(body.span);
        i.unfinished(messages::MISSING_CATCH_OR_FINALLY, after(body.span), &[]);
    }
    if let Some(end) = broken {
        let mut nested = vec![ErrorChild::Block(body)];
        nested.extend(catches.into_iter().map(ErrorChild::Catch));
        nested.extend(leftover.into_iter().map(AttributeBase::Type).map(ErrorChild::Attribute));
        return Ok((i, error_statement(join(token.span, end), nested)));
    }
    let last = finally.as_ref().map(|block| block.span).or(catches.last().map(|clause| clause.span));
    let span = join(token.span, last.unwrap_or(body.span));
    let statement = TryStatement { body, catches, finally };
    Ok((i, Statement { span, kind: StatementKind::Try(Box::new(statement)) }))
}

/// `catch [type], [type] { }`, or nothing; `broken` becomes the end of one that could not be read.
fn catch_clause<'a>(
    i: Input<'a>,
    broken: &mut Option<Span>,
    leftover: &mut Vec<TypeConstraint>,
) -> Res<'a, Option<CatchClause>> {
    let (held, token) = skip_newlines(i).peek();
    if !token.is_keyword(Keyword::Catch) {
        return Ok((held, None));
    }
    let mut i = held.after(&token);
    let mut types: Vec<TypeConstraint> = Vec::new();
    let mut comma: Option<Span> = None;
    let mut reported = false;
    loop {
        let (rest, kind) = maybe(|i| type_literal(skip_newlines(i)), i)?;
        i = rest;
        let Some(kind) = kind else {
            if let Some(comma) = comma {
                *broken = Some(comma);
                reported = true;
                i.unfinished(messages::MISSING_TYPE_LITERAL_TOKEN, after(comma), &[]);
            }
            break;
        };
        types.push(kind);
        let (held, next) = skip_newlines(i).peek();
        i = held;
        if !next.is(Kind::Comma) {
            break;
        }
        comma = Some(next.span);
        i = held.after(&next);
    }
    let (i, body) = maybe(statement_block, i)?;
    let Some(body) = body else {
        if !reported {
            let end = types.last().map_or(token.span, |last| last.span);
            *broken = Some(end);
            i.unfinished(messages::MISSING_CATCH_HANDLER_BLOCK, after(end), &[]);
        }
        leftover.append(&mut types);
        return Ok((i, None));
    };
    Ok((i, Some(CatchClause { span: join(token.span, body.span), types, body })))
}
