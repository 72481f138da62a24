//! Attributes and type constraints in brackets.

use super::expression::expression;
use super::type_name::type_spec;
use super::{after, before, error_expression, expr, join, maybe};
use crate::syntax::Span;
use crate::syntax::ast::{
    Attribute, AttributeBase, Expr, ExprKind, NamedAttributeArgument, TypeConstraint, VariableExpression,
};
use crate::syntax::fault::messages;
use crate::syntax::lex::scan::left_bracket;
use crate::syntax::lex::trivia::skip_newlines;
use crate::syntax::lex::{Input, Kind, Mode, Res, miss};

/// Attributes one after the other, of which there may be none.
///
/// In an expression the line may not end after a type, which would then be a cast of what follows.
pub(super) fn attribute_list(i: Input<'_>, in_expression: bool) -> Res<'_, Vec<AttributeBase>> {
    let mut list = Vec::new();
    let (mut i, mut found) = attribute(i)?;
    while let Some(one) = found {
        if !in_expression || matches!(one, AttributeBase::Attribute(_)) {
            i = skip_newlines(i);
        }
        list.push(one);
        (i, found) = attribute(i)?;
    }
    Ok((i, list))
}

/// `[Name(arguments)]` or `[type]`.
pub(super) fn attribute(i: Input<'_>) -> Res<'_, Option<AttributeBase>> {
    let (i, open) = left_bracket(i);
    let Some(open) = open else { return Ok((i, None)) };
    let (i, name) = maybe(|i| type_spec(i, true), skip_newlines(i))?;
    let Some(name) = name else {
        i.unfinished(messages::MISSING_TYPENAME, after(open.span), &[]);
        return Ok((i.resync(&open), None));
    };
    let (rest, token) = i.next();
    if token.is(Kind::LParen) {
        return attribute_arguments(skip_newlines(rest), open.span, token.span, name)
            .map(|(rest, attribute)| (rest, Some(AttributeBase::Attribute(attribute))));
    }
    let (rest, end) = if token.is(Kind::RBracket) {
        (rest, token.span)
    } else {
        i.fault(messages::END_SQUARE_BRACKET_EXPECTED_AT_END_OF_ATTRIBUTE, before(i, token.span), &[]);
        (i.put_back(), name.span)
    };
    Ok((rest, Some(AttributeBase::Type(TypeConstraint { span: join(open.span, end), name }))))
}

/// The arguments of an attribute after their parenthesis, and the closing `)]`.
fn attribute_arguments(
    i: Input<'_>,
    open: Span,
    paren: Span,
    name: crate::syntax::ast::TypeName,
) -> Res<'_, Attribute> {
    let (mode, no_comma) = (i.mode, i.no_comma);
    let mut attribute = Attribute { span: open, name, positional: Vec::new(), named: Vec::new() };
    let mut last = paren;
    let inside = Input { no_comma: true, ..i.switch(Mode::Expression) };
    let (i, ()) = attribute_argument_list(inside, &mut attribute, &mut last)?;
    let i = skip_newlines(Input { no_comma, ..i.switch(mode) });

    let (rest, close) = i.next();
    let closed = close.is(Kind::RParen);
    if closed {
        last = close.span;
    } else {
        i.unfinished(messages::MISSING_END_PARENTHESIS_IN_EXPRESSION, after(last), &[]);
    }
    let i = skip_newlines(if closed { rest } else { i.put_back() });
    let (mut rest, bracket) = i.next();
    if bracket.is(Kind::RBracket) {
        last = bracket.span;
    } else {
        rest = i.put_back();
        if closed {
            i.unfinished(messages::END_SQUARE_BRACKET_EXPECTED_AT_END_OF_ATTRIBUTE, after(last), &[]);
        }
    }
    attribute.span = join(open, last);
    Ok((rest, attribute))
}

/// `a, Name = b, Name`
fn attribute_argument_list<'a>(mut i: Input<'a>, attribute: &mut Attribute, last: &mut Span) -> Res<'a, ()> {
    let mut comma: Option<Span> = None;
    loop {
        let (rest, argument) = maybe(|i| attribute_argument(i, last), skip_newlines(i))?;
        i = rest;
        match (argument, comma) {
            (Some(AttributeArgument::Named(named)), _) => attribute.named.push(named),
            (Some(AttributeArgument::Positional(value)), _) => {
                *last = value.span;
                attribute.positional.push(value);
            }
            (None, Some(comma)) => {
                *last = after(comma);
                i.unfinished(messages::MISSING_EXPRESSION_AFTER_TOKEN, *last, &[","]);
                attribute.positional.push(error_expression(*last));
            }
            (None, None) => {}
        }
        let (held, token) = skip_newlines(i).peek();
        if !token.is(Kind::Comma) {
            return Ok((held, ()));
        }
        comma = Some(token.span);
        *last = token.span;
        i = held.after(&token);
    }
}

enum AttributeArgument {
    Positional(Expr),
    Named(NamedAttributeArgument),
}

/// A value, a name with a value, or a name that stands for a switched-on one.
fn attribute_argument<'a>(i: Input<'a>, last: &mut Span) -> Res<'a, AttributeArgument> {
    let (i, name) = super::statement::simple_name_or_held(i)?;
    let Some(name) = name else {
        return expression(i).map(|(i, value)| (i, AttributeArgument::Positional(value)));
    };
    let (held, token) = i.peek();
    let text = i.cx.shared.source.slice(name).into();
    if token.kind.assignment() != Some(crate::syntax::ast::AssignOperator::Equals) {
        // Left out, the value is true.
        let value = VariableExpression { span: name, path: "true".into(), splatted: false, braced: false };
        let argument = expr(name, ExprKind::Variable(value));
        let named = NamedAttributeArgument { span: name, name: text, argument, omitted: true };
        return Ok((held, AttributeArgument::Named(named)));
    }
    let (mut i, value) = maybe(expression, skip_newlines(held.after(&token)))?;
    let argument = match value {
        Some(value) => value,
        None => {
            let place = after(token.span);
            i.unfinished(messages::MISSING_EXPRESSION_IN_NAMED_ARGUMENT, place, &[]);
            i = super::skip_to(i, true, &[Kind::Comma, Kind::RParen, Kind::RBracket, Kind::NewLine]);
            error_expression(place)
        }
    };
    *last = argument.span;
    let named = NamedAttributeArgument { span: join(name, argument.span), name: text, argument, omitted: false };
    Ok((i, AttributeArgument::Named(named)))
}

/// A single type in brackets; an attribute with arguments is none.
pub(super) fn type_literal(i: Input<'_>) -> Res<'_, TypeConstraint> {
    match attribute(i)? {
        (rest, Some(AttributeBase::Type(constraint))) => Ok((rest, constraint)),
        _ => miss(),
    }
}
