//! Statements, told apart by their first token.

use super::pipeline::pipeline_chain;
use super::script_block::{keyword_text, statement_block};
use super::unary::unary_expression;
use super::{
    after, attribute, class, conditional, configuration, data, enumeration, error_statement, function, join, loops,
    maybe, string_constant, switch, try_catch, using,
};
use crate::syntax::Span;
use crate::syntax::ast::{AttributeBase, Expr, Quotes, Statement, StatementKind};
use crate::syntax::fault::messages;
use crate::syntax::lex::trivia::skip_newlines;
use crate::syntax::lex::{Data, Input, Keyword, Kind, Reading, Res, Token, miss};

/// A label with its place.
pub(super) struct Label {
    pub text: Box<str>,
    pub span: Span,
}

/// One statement, or nothing where none begins.
pub(super) fn statement(i: Input<'_>) -> Res<'_, Option<Statement>> {
    i.deeper(|i| {
        let (rest, token) = i.next();
        if token.is(Kind::Generic) && i.text(&token).starts_with('[') {
            return attributed_statement(i.resync(&token));
        }
        statement_from(i, rest, &token, Attributes::None)
    })
}

/// What stands in brackets before a statement.
enum Attributes<'a> {
    None,
    /// With the place where they begin.
    Some(Input<'a>, Vec<AttributeBase>),
}

impl<'a> Attributes<'a> {
    /// The place where an expression begins, if the brackets are part of one; `i` is the place after them.
    fn expression(&self, i: Input<'a>) -> Input<'a> {
        match self {
            Attributes::None => i.put_back(),
            Attributes::Some(origin, _) => *origin,
        }
    }

    fn into_list(self) -> Vec<AttributeBase> {
        match self {
            Attributes::None => Vec::new(),
            Attributes::Some(_, list) => list,
        }
    }
}

/// A statement that begins with a bracket: attributes of a declaration, or an expression.
fn attributed_statement(origin: Input<'_>) -> Res<'_, Option<Statement>> {
    let (i, list) = attribute::attribute_list(origin, false)?;
    let (rest, token) = i.next();
    let Some(first) = list.first() else {
        return statement_from(i, rest, &token, Attributes::None);
    };
    let constraint = list.iter().find(|one| matches!(one, AttributeBase::Type(_)));
    let refused = matches!(token.kind, Kind::Keyword(keyword) if keyword.refuses_attributes());
    let is_keyword = matches!(token.kind, Kind::Keyword(_));
    let is_expression = if refused {
        if constraint.is_none() {
            i.fault(messages::UNEXPECTED_ATTRIBUTE, first.span(), &[&first.type_name().full_name()]);
        }
        constraint.is_some()
    } else {
        if let Some(constraint) = constraint.filter(|_| is_keyword) {
            let name = constraint.type_name().full_name();
            i.fault(messages::TYPE_NOT_ALLOWED_BEFORE_STATEMENT, constraint.span(), &[&name]);
        }
        !is_keyword
    };
    let attributes = Attributes::Some(origin, list);
    if is_expression {
        let (rest, token) = origin.next();
        return statement_from(origin, rest, &token, attributes);
    }
    statement_from(i, rest, &token, attributes)
}

/// The statement that a token begins; `i` stands before the token and `rest` after it.
fn statement_from<'a>(
    i: Input<'a>,
    rest: Input<'a>,
    token: &Token,
    attributes: Attributes<'a>,
) -> Res<'a, Option<Statement>> {
    let Kind::Keyword(keyword) = token.kind else {
        return match token.kind {
            Kind::Label => labeled_statement(i, rest, token),
            Kind::End if matches!(attributes, Attributes::None) => Ok((i.put_back(), None)),
            _ => pipeline_chain(attributes.expression(i)),
        };
    };
    let found = match keyword {
        Keyword::Break | Keyword::Continue => jump_statement(rest, token)?,
        Keyword::Return | Keyword::Throw | Keyword::Exit => flow_statement(rest, token)?,
        Keyword::If => conditional::if_statement(rest, token)?,
        Keyword::Switch | Keyword::Foreach | Keyword::For | Keyword::While | Keyword::Do => {
            loop_statement(rest, token, None)?
        }
        Keyword::Function | Keyword::Filter | Keyword::Workflow => function::function_statement(rest, token)?,
        Keyword::Trap => try_catch::trap_statement(rest, token)?,
        Keyword::Try => try_catch::try_statement(rest, token)?,
        Keyword::Data => data::data_statement(rest, token)?,
        Keyword::Parallel | Keyword::Sequence => block_statement(rest, token)?,
        Keyword::Configuration => return configuration::configuration_statement(rest, token),
        Keyword::From | Keyword::Define | Keyword::Var => {
            i.fault(messages::RESERVED_KEYWORD_NOT_ALLOWED, token.span, &[keyword.text()]);
            (rest, error_statement(token.span, Vec::new()))
        }
        // After a fault these are left over from a statement that could not be read.
        Keyword::Else | Keyword::ElseIf | Keyword::Catch | Keyword::Until if i.has_faults() => {
            return statement(skip_newlines(rest));
        }
        Keyword::Class => class::class_statement(rest, token, attributes.into_list())?,
        Keyword::Enum => enumeration::enum_statement(rest, token, attributes.into_list())?,
        Keyword::Using => {
            let (rest, found) = using::using_statement(rest, token)?;
            i.fault(messages::USING_MUST_BE_AT_START_OF_SCRIPT, found.span, &[]);
            (rest, found)
        }
        _ => return pipeline_chain(attributes.expression(i)),
    };
    Ok((found.0, Some(found.1)))
}

/// `:label` before a loop, or a command that begins with a colon.
fn labeled_statement<'a>(i: Input<'a>, rest: Input<'a>, token: &Token) -> Res<'a, Option<Statement>> {
    let (rest, keyword) = skip_newlines(rest).next();
    let Data::Label(text) = &token.data else { return pipeline_chain(i.put_back()) };
    let label = Label { text: text.clone(), span: token.span };
    match loop_statement(rest, &keyword, Some(label)) {
        Err(nom::Err::Error(_)) => pipeline_chain(i.resync(token)),
        found => found.map(|(rest, found)| (rest, Some(found))),
    }
}

/// A statement that a label may name.
fn loop_statement<'a>(i: Input<'a>, token: &Token, label: Option<Label>) -> Res<'a, Statement> {
    match token.kind {
        Kind::Keyword(Keyword::Switch) => switch::switch_statement(i, token, label),
        Kind::Keyword(Keyword::Foreach) => loops::foreach_statement(i, token, label),
        Kind::Keyword(Keyword::For) => loops::for_statement(i, token, label),
        Kind::Keyword(Keyword::While) => loops::while_statement(i, token, label),
        Kind::Keyword(Keyword::Do) => loops::do_statement(i, token, label),
        _ => miss(),
    }
}

/// `break` and `continue`, with a label or without.
fn jump_statement<'a>(i: Input<'a>, token: &Token) -> Res<'a, Statement> {
    let (i, label) = label_or_key(i)?;
    let span = label.as_ref().map_or(token.span, |label| join(token.span, label.span));
    let label = label.map(Box::new);
    let kind =
        if token.is_keyword(Keyword::Break) { StatementKind::Break(label) } else { StatementKind::Continue(label) };
    Ok((i, Statement { span, kind }))
}

/// `return`, `throw` and `exit`, with a value or without.
fn flow_statement<'a>(i: Input<'a>, token: &Token) -> Res<'a, Statement> {
    let (i, value) = pipeline_chain(i)?;
    let span = value.as_ref().map_or(token.span, |value| join(token.span, value.span));
    let value = value.map(Box::new);
    let kind = match token.kind {
        Kind::Keyword(Keyword::Return) => StatementKind::Return(value),
        Kind::Keyword(Keyword::Throw) => StatementKind::Throw(value),
        _ => StatementKind::Exit(value),
    };
    Ok((i, Statement { span, kind }))
}

/// `parallel { }` and `sequence { }`.
fn block_statement<'a>(i: Input<'a>, token: &Token) -> Res<'a, Statement> {
    let (i, body) = maybe(statement_block, i)?;
    let Some(body) = body else {
        i.unfinished(messages::MISSING_STATEMENT_AFTER_KEYWORD, after(token.span), &[i.text(token)]);
        return Ok((i, error_statement(token.span, Vec::new())));
    };
    let kind = StatementKind::Block { keyword: keyword_text(token).into(), body };
    let span = match &kind {
        StatementKind::Block { body, .. } => join(token.span, body.span),
        _ => token.span,
    };
    Ok((i, Statement { span, kind }))
}

/// A name that is one word, be it a keyword or not; without one the next token has been looked at.
pub(super) fn simple_name_or_held(i: Input<'_>) -> Res<'_, Option<Span>> {
    let (held, token) = i.peek_as(Reading { simple_name: true, ..Reading::default() });
    if token.is(Kind::Identifier) { Ok((held.after(&token), Some(token.span))) } else { Ok((held, None)) }
}

/// A name that is one word, as a constant.
pub(super) fn simple_name(i: Input<'_>) -> Res<'_, Expr> {
    let (i, span) = simple_name_or_held(i)?;
    let Some(span) = span else { return miss() };
    Ok((i, string_constant(span, i.cx.shared.source.slice(span), Quotes::BareWord)))
}

/// The label of a jump or the key of a hash table: one word, or an expression without binary operators.
pub(super) fn label_or_key(i: Input<'_>) -> Res<'_, Option<Expr>> {
    let (held, span) = simple_name_or_held(i)?;
    if let Some(span) = span {
        return Ok((held, Some(string_constant(span, i.cx.shared.source.slice(span), Quotes::BareWord))));
    }
    if matches!(held.peek_kind(), Kind::NewLine | Kind::Semi) {
        return Ok((held, None));
    }
    let no_comma = held.no_comma;
    let (i, value) = maybe(|i| unary_expression(i, false), Input { no_comma: true, ..held })?;
    Ok((Input { no_comma, ..i }, value))
}
