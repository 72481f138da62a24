//! `if`, `elseif` and `else`.

use super::pipeline::pipeline_chain;
use super::script_block::statement_block;
use super::{after, before, error_statement, is_error, join, maybe};
use crate::syntax::Span;
use crate::syntax::ast::{ErrorChild, Statement, StatementBlock, StatementKind};
use crate::syntax::fault::messages;
use crate::syntax::lex::trivia::skip_newlines;
use crate::syntax::lex::{Input, Keyword, Kind, Res, Token};

type Clauses = Vec<(Statement, StatementBlock)>;

/// An `if` that could not be read to its end, with what was read of it.
fn broken(span: Span, clauses: Clauses, condition: Option<Statement>) -> Statement {
    let mut nested: Vec<ErrorChild> = Vec::new();
    for (condition, body) in clauses {
        nested.extend(readable(Some(condition)));
        nested.push(ErrorChild::Block(body));
    }
    nested.extend(readable(condition));
    error_statement(span, nested)
}

fn readable(condition: Option<Statement>) -> Option<ErrorChild> {
    condition.filter(|condition| !is_error(condition)).map(ErrorChild::Statement)
}

/// `if ( … ) { } elseif ( … ) { } else { }`, after its keyword.
pub(super) fn if_statement<'a>(i: Input<'a>, token: &Token) -> Res<'a, Statement> {
    let start = token.span;
    let mut clauses: Clauses = Vec::new();
    let (mut i, mut word, mut text) = (i, start, i.text(token));
    loop {
        let at = skip_newlines(i);
        let (rest, open) = at.next();
        if !open.is(Kind::LParen) {
            at.unfinished(messages::MISSING_OPEN_PARENTHESIS_IN_IF_STATEMENT, after(word), &[text]);
            return Ok((at.put_back(), broken(join(start, word), clauses, None)));
        }
        let (at, condition) = pipeline_chain(skip_newlines(rest))?;
        let condition = condition.unwrap_or_else(|| {
            let place = after(open.span);
            at.unfinished(messages::IF_STATEMENT_MISSING_CONDITION, place, &[text]);
            error_statement(place, Vec::new())
        });
        let at = skip_newlines(at);
        let (rest, close) = at.next();
        if !close.is(Kind::RParen) {
            if !is_error(&condition) {
                at.unfinished(messages::MISSING_END_PARENTHESIS_AFTER_STATEMENT, close.span, &[text]);
            }
            return Ok((at.put_back(), broken(join(start, before(at, close.span)), clauses, Some(condition))));
        }
        let (rest, body) = maybe(statement_block, rest)?;
        let Some(body) = body else {
            rest.unfinished(messages::MISSING_STATEMENT_BLOCK, close.span, &[text]);
            return Ok((rest, broken(join(start, close.span), clauses, Some(condition))));
        };
        let end = body.span;
        clauses.push((condition, body));

        let (held, next) = skip_newlines(rest).peek();
        if next.is_keyword(Keyword::ElseIf) {
            (i, word, text) = (held.after(&next), next.span, held.text(&next));
        } else if next.is_keyword(Keyword::Else) {
            return else_clause(held.after(&next), start, next.span, clauses);
        } else {
            // The line may have to end here, as in a hash table.
            let kind = StatementKind::If { clauses, otherwise: None };
            return Ok((rest.again(), Statement { span: join(start, end), kind }));
        }
    }
}

/// The block after `else`.
fn else_clause(i: Input<'_>, start: Span, word: Span, clauses: Clauses) -> Res<'_, Statement> {
    let (i, body) = maybe(statement_block, i)?;
    let Some(body) = body else {
        i.unfinished(messages::MISSING_STATEMENT_BLOCK_AFTER_ELSE, after(word), &[]);
        return Ok((i, broken(join(start, word), clauses, None)));
    };
    let span = join(start, body.span);
    Ok((i, Statement { span, kind: StatementKind::If { clauses, otherwise: Some(body) } }))
}
