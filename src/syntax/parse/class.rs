//! Classes with their properties and methods.

use super::attribute::attribute;
use super::expression::expression;
use super::function::{broken_function, function_parameters};
use super::member::argument_list;
use super::script_block::script_block;
use super::statement::simple_name;
use super::type_name::type_spec;
use super::{after, error_statement, expr, join, keyword, maybe, skip_to};
use crate::syntax::Span;
use crate::syntax::ast::{
    AssignOperator, Attribute, AttributeBase, CommandExpression, ErrorChild, Expr, ExprKind, FunctionDefinition,
    FunctionMember, Member, PropertyMember, Statement, StatementKind, TypeConstraint, TypeDefinition, TypeKind,
};
use crate::syntax::fault::messages;
use crate::syntax::lex::trivia::{skip_newlines, skip_terminators};
use crate::syntax::lex::{Data, Input, Keyword, Kind, Mode, Res, Token, miss};
use crate::text::symbol::same_name;
use std::rc::Rc;

/// `class Name : Base, IOther { members }`, after its keyword; `attributes` stand before it.
pub(super) fn class_statement<'a>(i: Input<'a>, token: &Token, attributes: Vec<AttributeBase>) -> Res<'a, Statement> {
    i.cx.shared.has_types.set(true);
    let (i, name) = maybe(simple_name, skip_newlines(i))?;
    let Some(name) = name else {
        i.unfinished(messages::MISSING_NAME_AFTER_KEYWORD, after(token.span), &[i.text(token)]);
        return Ok((i, error_statement(token.span, Vec::new())));
    };
    let mode = i.mode;
    let (i, base_types) = base_types(skip_newlines(i).switch(Mode::Signature))?;
    let (rest, open) = i.next();
    if !open.is(Kind::LCurly) {
        let last = base_types.last().map_or(name.span, |last| last.span);
        i.unfinished(messages::MISSING_TYPE_BODY, after(last), &["class"]);
        let nested = base_types.into_iter().map(|base| ErrorChild::Attribute(AttributeBase::Type(base))).collect();
        return Ok((i.put_back().switch(mode), error_statement(join(token.span, last), nested)));
    }
    let mut end = open.span;
    let mut members = Vec::new();
    let mut broken = Vec::new();
    let mut i = rest;
    loop {
        let (rest, member) = class_member(i, name_of(&name))?;
        i = rest;
        match member {
            ClassMember::None => break,
            ClassMember::Whole(member) => {
                end = member.span();
                members.push(member);
            }
            ClassMember::Broken(parts) => {
                end = parts.last().map_or(end, |last| last.span());
                broken.extend(parts);
            }
        }
    }
    let (mut rest, close) = i.next();
    if close.is(Kind::RCurly) {
        end = close.span;
    } else {
        rest = i.put_back();
        i.unfinished_at(messages::MISSING_END_CURLY_BRACE, after(open.span), close.span, &[]);
    }
    let start = attributes.first().map_or(token.span, |first| first.span());
    let span = join(start, end);
    let (attributes, misplaced) = split(attributes);
    let class =
        TypeDefinition { span, kind: TypeKind::Class, name: name_of(&name).into(), attributes, base_types, members };
    let class = Statement { span, kind: StatementKind::Type(Rc::new(class)) };
    let rest = rest.switch(mode);
    if !misplaced.is_empty() {
        broken.extend(misplaced.into_iter().map(AttributeBase::Type).map(ErrorChild::Attribute));
        broken.push(ErrorChild::Statement(class));
        return Ok((rest, error_statement(span, broken)));
    }
    if !broken.is_empty() {
        return Ok((rest, error_statement(span, broken)));
    }
    Ok((rest, class))
}

/// The text of a name that is one word.
pub(super) fn name_of(name: &Expr) -> &str {
    if let ExprKind::String { value, .. } = &name.kind { value } else { "" }
}

/// Attributes, and types that stand where only attributes may.
pub(super) fn split(list: Vec<AttributeBase>) -> (Vec<Attribute>, Vec<TypeConstraint>) {
    let mut attributes = Vec::new();
    let mut types = Vec::new();
    for one in list {
        match one {
            AttributeBase::Attribute(attribute) => attributes.push(attribute),
            AttributeBase::Type(constraint) => types.push(constraint),
        }
    }
    (attributes, types)
}

/// `: Base, IOther`, or nothing.
fn base_types(i: Input<'_>) -> Res<'_, Vec<TypeConstraint>> {
    let mut list = Vec::new();
    let (held, colon) = i.peek();
    if !colon.is(Kind::Colon) {
        return Ok((held, list));
    }
    let mut last = colon.span;
    let mut i = skip_newlines(held.after(&colon));
    loop {
        let (rest, name) = maybe(|i| type_spec(i, false), i)?;
        let Some(name) = name else {
            rest.unfinished(messages::TYPE_NAME_EXPECTED, after(last), &[]);
            return Ok((rest, list));
        };
        list.push(TypeConstraint { span: name.span, name });
        let (held, comma) = skip_newlines(rest).peek();
        if !comma.is(Kind::Comma) {
            return Ok((held, list));
        }
        last = comma.span;
        i = skip_newlines(held.after(&comma));
    }
}

enum ClassMember {
    None,
    Whole(Member),
    /// What could be read of a member.
    Broken(Vec<ErrorChild>),
}

/// What stands before the name of a member.
#[derive(Default)]
struct Modifiers {
    start: Option<Span>,
    last: Option<Span>,
    attributes: Vec<Attribute>,
    kind: Option<TypeConstraint>,
    is_static: bool,
    is_hidden: bool,
}

impl Modifiers {
    fn into_broken(self, initial: Option<Expr>) -> ClassMember {
        let mut parts: Vec<ErrorChild> =
            self.attributes.into_iter().map(AttributeBase::Attribute).map(ErrorChild::Attribute).collect();
        parts.extend(self.kind.map(AttributeBase::Type).map(ErrorChild::Attribute));
        parts.extend(initial.map(ErrorChild::Expr));
        if parts.is_empty() { ClassMember::None } else { ClassMember::Broken(parts) }
    }
}

/// Attributes, a type, `static` and `hidden` before a member.
fn member_modifiers(mut i: Input<'_>) -> Res<'_, Modifiers> {
    let mut found = Modifiers::default();
    loop {
        let (rest, one) = attribute(skip_newlines(i))?;
        i = rest;
        if let Some(one) = one {
            let span = one.span();
            found.start.get_or_insert(span);
            found.last = Some(span);
            match one {
                AttributeBase::Attribute(attribute) => found.attributes.push(attribute),
                AttributeBase::Type(constraint) if found.kind.is_none() => found.kind = Some(constraint),
                AttributeBase::Type(_) => i.fault(messages::TOO_MANY_TYPES, span, &[]),
            }
            continue;
        }
        let (held, token) = i.peek();
        found.start.get_or_insert(token.span);
        let flag = match token.kind {
            Kind::Keyword(Keyword::Hidden) => &mut found.is_hidden,
            Kind::Keyword(Keyword::Static) => &mut found.is_static,
            _ => return Ok((held, found)),
        };
        if std::mem::replace(flag, true) {
            i.fault(messages::DUPLICATE_QUALIFIER, token.span, &[i.text(&token)]);
        }
        found.last = Some(token.span);
        i = held.after(&token);
    }
}

/// A property or a method.
fn class_member<'a>(i: Input<'a>, class: &str) -> Res<'a, ClassMember> {
    let (i, modifiers) = member_modifiers(i)?;
    let (held, token) = i.peek();
    if token.is(Kind::Variable) {
        return property(held.after(&token), &token, modifiers);
    }
    if matches!(token.kind, Kind::Identifier | Kind::Keyword(_)) {
        return method_member(held.after(&token), &token, class, modifiers);
    }
    let Some(last) = modifiers.last else { return Ok((held, ClassMember::None)) };
    held.unfinished(messages::INCOMPLETE_MEMBER_DEFINITION, after(last), &[]);
    Ok((held, modifiers.into_broken(None)))
}

/// `$Name = value;`, after the variable.
fn property<'a>(i: Input<'a>, token: &Token, modifiers: Modifiers) -> Res<'a, ClassMember> {
    let (i, equals) = i.peek();
    let (i, initial) = if equals.is(Kind::Assign(AssignOperator::Equals)) {
        maybe(expression, skip_newlines(i.after(&equals)))?
    } else {
        (i, None)
    };
    let end = initial.as_ref().map_or(token.span, |value| value.span);
    let (rest, end) = member_end(i, end, true);
    let Data::Variable { path, .. } = &token.data else { return miss() };
    let name = crate::syntax::VariablePath::new(path).name;
    if name.is_empty() {
        return Ok((rest, modifiers.into_broken(initial)));
    }
    let property = PropertyMember {
        span: join(modifiers.start.unwrap_or(token.span), end),
        name: name.into(),
        kind: modifiers.kind,
        attributes: modifiers.attributes,
        is_static: modifiers.is_static,
        is_hidden: modifiers.is_hidden,
        is_literal: false,
        initial: initial.map(Rc::new),
    };
    Ok((rest, ClassMember::Whole(Member::Property(property))))
}

/// The end of a line or a semicolon after a member; the semicolon belongs to it.
pub(super) fn member_end(i: Input<'_>, end: Span, report: bool) -> (Input<'_>, Span) {
    let (held, token) = i.peek();
    if report && !matches!(token.kind, Kind::NewLine | Kind::Semi | Kind::RCurly) {
        i.unfinished(messages::MISSING_PROPERTY_TERMINATOR, after(end), &[]);
    }
    let end = if token.is(Kind::Semi) { token.span } else { end };
    (skip_terminators(held), end)
}

/// A method, after its name.
fn method_member<'a>(i: Input<'a>, name: &Token, class: &str, modifiers: Modifiers) -> Res<'a, ClassMember> {
    let (i, function) = method(i, name, class, modifiers.is_static)?;
    let Ok(function) = function else {
        let i = skip_to(i, false, &[Kind::RCurly]);
        return Ok((i, modifiers.into_broken(None)));
    };
    let method = FunctionMember {
        span: join(modifiers.start.unwrap_or(name.span), function.span),
        return_type: modifiers.kind,
        attributes: modifiers.attributes,
        is_static: modifiers.is_static,
        is_hidden: modifiers.is_hidden,
        is_constructor: same_name(&function.name, class),
        function: Rc::new(function),
    };
    Ok((i, ClassMember::Whole(Member::Function(Rc::new(method)))))
}

/// The parameters and the body of a method; a constructor begins with the call of the base's.
fn method<'a>(
    i: Input<'a>,
    name: &Token,
    class: &str,
    is_static: bool,
) -> Res<'a, Result<FunctionDefinition, Statement>> {
    let (held, open) = i.peek();
    let (i, declared) = if open.is(Kind::LParen) {
        function_parameters(held)?
    } else {
        i.unfinished(messages::MISSING_METHOD_PARAMETER_LIST, after(name.span), &[]);
        let none = super::function::Declared { parameters: Some(Vec::new()), ..Default::default() };
        (held, none)
    };
    let mut broken = declared.broken;
    let text = i.text(name);
    let is_constructor = same_name(text, class) && !is_static;
    let (i, base) = if is_constructor {
        let (i, call) = base_call(i, &mut broken)?;
        (i, Some(call))
    } else {
        (i, None)
    };
    let (rest, open) = i.next();
    if !open.is(Kind::LCurly) || broken.is_some() {
        let i = if open.is(Kind::LCurly) { rest } else { i.put_back() };
        let end = broken.unwrap_or_else(|| {
            let end = declared.close.unwrap_or(name.span);
            i.unfinished(messages::MISSING_FUNCTION_BODY, after(end), &[]);
            end
        });
        return Ok((i, Err(broken_function(join(name.span, end), declared.parameters))));
    }
    let mode = i.mode;
    let (i, body) = script_block(rest.switch(Mode::Command), Some(&open), false, base)?;
    let function = FunctionDefinition {
        span: join(name.span, body.span),
        name: text.into(),
        name_span: name.span,
        is_filter: false,
        is_workflow: false,
        parameters: declared.parameters,
        body: Rc::new(body),
    };
    Ok((i.switch(mode), Ok(function)))
}

/// `: base( … )` before the body of a constructor; without it the base's constructor takes no arguments.
fn base_call<'a>(i: Input<'a>, broken: &mut Option<Span>) -> Res<'a, Statement> {
    let mode = i.mode;
    let (i, colon) = skip_newlines(i).switch(Mode::Signature).peek();
    let mut span = Span::default();
    let mut arguments = Vec::new();
    let mut rest = i;
    if colon.is(Kind::Colon) {
        let after_colon = skip_newlines(i.after(&colon));
        let (after_base, base) = maybe(keyword(Keyword::Base), after_colon)?;
        match base {
            None => {
                rest = after_colon.put_back();
                *broken = Some(colon.span);
                i.unfinished(messages::MISSING_BASE_CTOR_CALL, after(colon.span), &[]);
            }
            Some(base) => {
                let (held, open) = skip_newlines(after_base).peek();
                rest = held;
                if open.is(Kind::LParen) {
                    let end;
                    (rest, (arguments, end)) = argument_list(held.after(&open), &open)?;
                    rest = skip_newlines(rest);
                    span = join(base.span, end);
                } else {
                    *broken = Some(base.span);
                    i.unfinished(messages::MISSING_METHOD_PARAMETER_LIST, after(base.span), &[]);
                }
            }
        }
    }
    let call = expr(span, ExprKind::BaseConstructor { arguments });
    let command = CommandExpression { span, expression: call, redirections: Vec::new() };
    Ok((rest.switch(mode), Statement { span, kind: StatementKind::CommandExpression(command) }))
}
