//! Using statements.

use super::command::{Context, command_argument};
use super::{after, error_statement, join, maybe, skip_to};
use crate::syntax::Span;
use crate::syntax::ast::{
    AssignOperator, ErrorChild, Expr, ExprKind, Statement, StatementKind, UsingKind, UsingStatement,
};
use crate::syntax::fault::messages;
use crate::syntax::lex::trivia::skip_terminators;
use crate::syntax::lex::{Input, Keyword, Kind, Res, Token};

/// The using statements at the start of a script.
pub(super) fn using_statements(mut i: Input<'_>) -> Res<'_, Vec<UsingStatement>> {
    let mut list = Vec::new();
    loop {
        let (held, token) = i.peek();
        if !token.is_keyword(Keyword::Using) {
            return Ok((held.resync(&token), list));
        }
        let (rest, found) = using_statement(held.after(&token), &token)?;
        i = skip_terminators(rest);
        if let StatementKind::Using(found) = found.kind {
            list.push(found);
        }
    }
}

fn kind_of(token: &Token) -> Option<UsingKind> {
    Some(match token.kind {
        Kind::Keyword(Keyword::Namespace) => UsingKind::Namespace,
        Kind::Keyword(Keyword::Type) => UsingKind::Type,
        Kind::Keyword(Keyword::Module) => UsingKind::Module,
        Kind::Keyword(Keyword::Command) => UsingKind::Command,
        Kind::Keyword(Keyword::Assembly) => UsingKind::Assembly,
        _ => return None,
    })
}

fn is_word(expression: &Expr) -> bool {
    matches!(expression.kind, ExprKind::String { .. })
}

fn is_hashtable(expression: &Expr) -> bool {
    matches!(expression.kind, ExprKind::Hashtable(_))
}

/// `using namespace System.IO`, after its keyword.
pub(super) fn using_statement<'a>(i: Input<'a>, token: &Token) -> Res<'a, Statement> {
    let (rest, directive) = i.next();
    let Some(kind) = kind_of(&directive) else {
        i.unfinished(messages::MISSING_USING_STATEMENT_DIRECTIVE, after(token.span), &[]);
        return Ok((i.put_back(), error_statement(token.span, Vec::new())));
    };
    let (after_item, item_token) = rest.next();
    if matches!(item_token.kind, Kind::End | Kind::NewLine | Kind::Comma | Kind::Semi) {
        rest.unfinished(messages::MISSING_USING_ITEM_NAME, after(directive.span), &[]);
        let i = if item_token.is(Kind::End) { rest.put_back() } else { after_item };
        return Ok((i, error_statement(join(token.span, directive.span), Vec::new())));
    }
    let (i, item) = maybe(|i| command_argument(i, Context::Argument), rest)?;
    let Some(item) = item else {
        i.fault(messages::INVALID_VALUE_FOR_USING_ITEM_NAME, item_token.span, &[i.text(&item_token)]);
        let i = skip_to(i.put_back(), true, &[Kind::Semi, Kind::NewLine]);
        return Ok((i, error_statement(join(token.span, item_token.span), Vec::new())));
    };
    if !is_word(&item) && (kind != UsingKind::Module || !is_hashtable(&item)) {
        i.fault(messages::INVALID_VALUE_FOR_USING_ITEM_NAME, item.span, &[i.cx.shared.source.slice(item.span)]);
        return Ok((i, error_statement(join(token.span, item.span), Vec::new())));
    }
    let may_have_alias = kind != UsingKind::Assembly && is_word(&item);
    let (held, equals) = i.peek();
    if may_have_alias && equals.is(Kind::Assign(AssignOperator::Equals)) {
        return using_alias(held.after(&equals), token, kind, item, equals.span);
    }
    if may_have_alias && matches!(kind, UsingKind::Type | UsingKind::Command) {
        i.unfinished(messages::MISSING_EQUALS_IN_USING_ALIAS, after(item_token.span), &[]);
        let span = join(token.span, item.span);
        return Ok((held, error_statement(span, vec![ErrorChild::Expr(item)])));
    }
    let i = statement_terminator(held);
    Ok((i, finished(join(token.span, item.span), kind, item, None)))
}

fn finished(span: Span, kind: UsingKind, item: Expr, alias: Option<Expr>) -> Statement {
    let (mut name, mut module_specification) = (None, None);
    let alias = match alias {
        Some(alias) if is_hashtable(&alias) => {
            name = Some(item);
            module_specification = Some(alias);
            None
        }
        alias => {
            if is_hashtable(&item) {
                module_specification = Some(item);
            } else {
                name = Some(item);
            }
            alias
        }
    };
    Statement { span, kind: StatementKind::Using(UsingStatement { span, kind, name, alias, module_specification }) }
}

/// What follows the `=`.
fn using_alias<'a>(i: Input<'a>, token: &Token, kind: UsingKind, item: Expr, equals: Span) -> Res<'a, Statement> {
    let (rest, first) = i.next();
    if matches!(first.kind, Kind::End | Kind::NewLine | Kind::Semi) {
        i.unfinished(messages::MISSING_NAMESPACE_ALIAS, after(equals), &[]);
        return Ok((i.put_back(), error_statement(join(token.span, equals), Vec::new())));
    }
    if first.is(Kind::Comma) {
        i.fault(messages::UNEXPECTED_UNARY_OPERATOR, first.span, &[i.text(&first)]);
        return Ok((rest, error_statement(join(token.span, first.span), Vec::new())));
    }
    let (i, alias) = maybe(|i| command_argument(i, Context::Argument), i)?;
    match alias {
        Some(alias) if is_word(&alias) || (kind == UsingKind::Module && is_hashtable(&alias)) => {
            let span = join(token.span, first.span);
            Ok((statement_terminator(i), finished(span, kind, item, Some(alias))))
        }
        alias => {
            let span = alias.as_ref().map_or(first.span, |alias| alias.span);
            let mut nested = vec![ErrorChild::Expr(item)];
            nested.extend(alias.map(ErrorChild::Expr));
            i.fault(messages::INVALID_VALUE_FOR_USING_ITEM_NAME, span, &[i.cx.shared.source.slice(span)]);
            Ok((i, error_statement(join(token.span, span), nested)))
        }
    }
}

/// The end of a line or a semicolon, one of which must follow.
fn statement_terminator(i: Input<'_>) -> Input<'_> {
    let (held, token) = i.peek();
    match token.kind {
        Kind::NewLine | Kind::Semi => held.after(&token),
        Kind::End => held,
        _ => {
            i.unfinished(messages::MISSING_STATEMENT_TERMINATOR, token.span, &[]);
            held
        }
    }
}
