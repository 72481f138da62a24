//! Strings with variables and expressions in them.

use super::expr;
use super::primary::{primary_expression, variable_expression};
use crate::syntax::Span;
use crate::syntax::ast::{Expr, ExprKind, Quotes, StringPart, VariableExpression};
use crate::syntax::lex::token::SubText;
use crate::syntax::lex::{Data, Input, Kind, Part, Res, Text, Token};

/// A string, after its token.
pub(super) fn string_literal<'a>(i: Input<'a>, token: &Token) -> Res<'a, Expr> {
    let quotes = match token.kind {
        Kind::StringLiteral => Quotes::SingleQuoted,
        Kind::HereStringLiteral => Quotes::SingleQuotedHereString,
        Kind::HereStringExpandable => Quotes::DoubleQuotedHereString,
        _ => Quotes::DoubleQuoted,
    };
    if let Data::Parts(parts) = &token.data {
        return expandable_string(i, token.span, parts, quotes).map(|expression| (i, expression));
    }
    let value = token.value().unwrap_or_default();
    Ok((i, expr(token.span, ExprKind::String { value, quotes })))
}

type Failed = nom::Err<crate::syntax::lex::Miss>;

/// A word of a command with variables in it.
pub(super) fn expandable_word(i: Input<'_>, span: Span, parts: &[Part]) -> Result<Expr, Failed> {
    expandable_string(i, span, parts, Quotes::BareWord)
}

/// The parts of a string, of which those after a dollar are parsed now.
fn expandable_string(i: Input<'_>, span: Span, parts: &[Part], quotes: Quotes) -> Result<Expr, Failed> {
    let mut found = Vec::with_capacity(parts.len());
    for part in parts {
        found.push(match part {
            Part::Text(text) => StringPart::Text(text.clone()),
            Part::Variable { span, path, braced, .. } => {
                let name = VariableExpression { span: *span, path: path.clone(), splatted: false, braced: *braced };
                StringPart::Expr(variable_expression(i, name, false)?.1)
            }
            Part::Sub(sub) => StringPart::Expr(nested_expression(i, sub)?),
        });
    }
    Ok(expr(span, ExprKind::Expandable { parts: found, quotes }))
}

/// A `$( … )` in a string, whose text is scanned on its own.
fn nested_expression(i: Input<'_>, sub: &SubText) -> Result<Expr, Failed> {
    let dropped = sub.dropped.as_deref().unwrap_or(i.cx.dropped);
    let text = Text::nested(i.cx.shared, &sub.text, sub.span.start, dropped);
    let inner = Input { workflow: i.workflow, no_comma: i.no_comma, ..Input::new(&text, i.mode) };
    primary_expression(inner, true).map(|(_, expression)| expression)
}
