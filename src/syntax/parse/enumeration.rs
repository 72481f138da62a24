//! Enums.

use super::class::{member_end, name_of, split};
use super::expression::expression;
use super::statement::simple_name;
use super::type_name::type_spec;
use super::{after, error_statement, join, maybe};
use crate::syntax::ast::{
    AssignOperator, AttributeBase, ErrorChild, Member, PropertyMember, Statement, StatementKind, TypeConstraint,
    TypeDefinition, TypeKind, TypeName,
};
use crate::syntax::fault::messages;
use crate::syntax::lex::trivia::skip_newlines;
use crate::syntax::lex::{Input, Kind, Mode, Res, Token};
use std::rc::Rc;

/// The whole numbers that an enum may be made of, by every name that they have.
const UNDERLYING: [&str; 20] = [
    "byte",
    "sbyte",
    "short",
    "int16",
    "ushort",
    "uint16",
    "int",
    "int32",
    "uint",
    "uint32",
    "long",
    "int64",
    "ulong",
    "uint64",
    "system.byte",
    "system.sbyte",
    "system.int16",
    "system.uint16",
    "system.int32",
    "system.uint32",
];

fn is_underlying(name: &TypeName) -> bool {
    let name = name.name().to_ascii_lowercase();
    UNDERLYING.contains(&name.as_str()) || matches!(name.as_str(), "system.int64" | "system.uint64" | "char" | "bool")
}

/// `enum Name : type { members }`, after its keyword; `attributes` stand before it.
pub(super) fn enum_statement<'a>(i: Input<'a>, token: &Token, attributes: Vec<AttributeBase>) -> Res<'a, Statement> {
    i.cx.shared.has_types.set(true);
    let (i, name) = maybe(simple_name, skip_newlines(i))?;
    let Some(name) = name else {
        i.unfinished(messages::MISSING_NAME_AFTER_KEYWORD, after(token.span), &[i.text(token)]);
        return Ok((i, error_statement(token.span, Vec::new())));
    };
    let mode = i.mode;
    let (i, underlying) = underlying_type(i.switch(Mode::Signature))?;
    let i = skip_newlines(i);
    let (rest, open) = i.next();
    if !open.is(Kind::LCurly) {
        i.unfinished(messages::MISSING_TYPE_BODY, after(name.span), &["enum"]);
        return Ok((i.put_back().switch(mode), error_statement(join(token.span, name.span), Vec::new())));
    }
    let mut members = Vec::new();
    let mut i = rest;
    loop {
        let (rest, member) = maybe(enum_member, skip_newlines(i))?;
        i = rest;
        let Some(member) = member else { break };
        members.push(member);
    }
    let i = skip_newlines(i);
    let (mut rest, close) = i.next();
    if !close.is(Kind::RCurly) {
        rest = i.put_back();
        i.unfinished_at(messages::MISSING_END_CURLY_BRACE, after(open.span), close.span, &[]);
    }
    let start = attributes.first().map_or(token.span, |first| first.span());
    let span = join(start, close.span);
    let (attributes, misplaced) = split(attributes);
    let base_types = underlying.into_iter().collect();
    let found =
        TypeDefinition { span, kind: TypeKind::Enum, name: name_of(&name).into(), attributes, base_types, members };
    let found = Statement { span, kind: StatementKind::Type(Rc::new(found)) };
    let rest = rest.switch(mode);
    if misplaced.is_empty() {
        return Ok((rest, found));
    }
    let mut nested: Vec<ErrorChild> =
        misplaced.into_iter().map(AttributeBase::Type).map(ErrorChild::Attribute).collect();
    nested.push(ErrorChild::Statement(found));
    Ok((rest, error_statement(start, nested)))
}

/// `: type`, or nothing.
fn underlying_type(i: Input<'_>) -> Res<'_, Option<TypeConstraint>> {
    let (held, colon) = i.peek();
    if !colon.is(Kind::Colon) {
        return Ok((held, None));
    }
    let (i, name) = maybe(|i| type_spec(i, false), skip_newlines(held.after(&colon)))?;
    let Some(name) = name else {
        i.unfinished(messages::TYPE_NAME_EXPECTED, after(colon.span), &[]);
        return Ok((i, None));
    };
    if !is_underlying(&name) {
        i.fault(messages::INVALID_UNDERLYING_TYPE, name.span, &[&name.name()]);
    }
    Ok((i, Some(TypeConstraint { span: name.span, name })))
}

/// `Name` or `Name = value`.
fn enum_member(i: Input<'_>) -> Res<'_, Member> {
    let (i, name) = simple_name(i)?;
    let mode = i.mode;
    let mut end = name.span;
    let mut initial = None;
    let mut missing = false;
    let (mut i, equals) = i.switch(Mode::Expression).peek();
    if equals.is(Kind::Assign(AssignOperator::Equals)) {
        (i, initial) = maybe(expression, i.after(&equals))?;
        end = initial.as_ref().map_or(equals.span, |value| value.span);
        missing = initial.is_none();
        if missing {
            i.fault(messages::EXPECTED_VALUE_EXPRESSION, after(equals.span), &["="]);
        }
    }
    let (i, end) = member_end(i.switch(mode), end, !missing);
    let member = PropertyMember {
        span: join(name.span, end),
        name: name_of(&name).into(),
        kind: None,
        attributes: Vec::new(),
        is_static: true,
        is_hidden: false,
        is_literal: true,
        initial: initial.map(Rc::new),
    };
    Ok((i, Member::Property(member)))
}
