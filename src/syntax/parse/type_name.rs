//! Names of types: plain, nested, generic, arrays, with an assembly.

use super::{after, before, join, skip_to};
use crate::syntax::Span;
use crate::syntax::ast::{TypeName, TypeNameKind};
use crate::syntax::fault::messages;
use crate::syntax::lex::trivia::skip_newlines;
use crate::syntax::lex::type_name::assembly_name;
use crate::syntax::lex::{Input, Kind, Mode, Res, Token, miss};

/// What stands for a name that is missing.
const MISSING: &str = ":ErrorTypeName:";

/// The most dimensions that an array may have.
const MOST_DIMENSIONS: u32 = 32;

/// A type's name with what follows it in brackets; after a comma may come the assembly, if `qualified`.
pub(super) fn type_spec(i: Input<'_>, qualified: bool) -> Res<'_, TypeName> {
    let mode = i.mode;
    let (i, token) = super::of(Kind::Identifier)(i.switch(Mode::TypeName))?;
    let (i, name) = type_name_rest(i, &token, false, qualified)?;
    Ok((i.switch(mode), name))
}

fn simple(i: Input<'_>, token: &Token) -> TypeName {
    named(token.span, i.text(token))
}

fn named(span: Span, name: &str) -> TypeName {
    let name = name.replace("``", "`").into();
    TypeName { span, kind: TypeNameKind::Simple { name, assembly: None } }
}

/// What follows the first word of a type's name. A generic argument without brackets of its own has no assembly.
fn type_name_rest<'a>(i: Input<'a>, name: &Token, bare_argument: bool, qualified: bool) -> Res<'a, TypeName> {
    let (i, token) = i.peek();
    if token.is(Kind::LBracket) {
        let inside = skip_newlines(i.after(&token));
        let (rest, next) = inside.next();
        return match next.kind {
            Kind::RBracket | Kind::Comma => dimensions(rest, simple(i, name), &next, bare_argument),
            Kind::LBracket | Kind::Identifier => generic_type_name(rest, name, &next, bare_argument),
            Kind::End => {
                i.unfinished(messages::MISSING_TYPENAME, after(token.span), &[]);
                Ok((inside.put_back(), simple(i, name)))
            }
            _ => {
                i.fault(messages::UNEXPECTED_TOKEN, next.span, &[i.text(&next)]);
                Ok((skip_to(rest, true, &[Kind::RBracket]), simple(i, name)))
            }
        };
    }
    if token.is(Kind::Comma) && qualified && !bare_argument {
        let mut found = simple(i, name);
        let (rest, assembly) = assembly(i.after(&token), token.span);
        if let Some(assembly) = assembly {
            set_assembly(&mut found, assembly);
            found.span = join(name.span, i.span_to(rest));
        }
        return Ok((rest, found));
    }
    Ok((i, simple(i, name)))
}

/// The assembly's name after a comma.
fn assembly(i: Input<'_>, comma: Span) -> (Input<'_>, Option<String>) {
    let (rest, name) = assembly_name(i);
    if name.is_empty() {
        i.fault(messages::MISSING_ASSEMBLY_NAME_SPECIFICATION, after(comma), &[]);
        return (rest, None);
    }
    (rest, Some(name))
}

/// Gives an assembly to the plain name inside a type's name.
fn set_assembly(name: &mut TypeName, assembly: String) {
    match &mut name.kind {
        TypeNameKind::Simple { assembly: slot, .. } => *slot = Some(assembly.into()),
        TypeNameKind::Generic { definition: inner, .. } | TypeNameKind::Array { element: inner, .. } => {
            set_assembly(inner, assembly);
        }
    }
}

/// One argument of a generic type, with or without brackets; `first` is its first token.
fn generic_argument<'a>(i: Input<'a>, first: &Token) -> Res<'a, TypeName> {
    if first.is(Kind::Identifier) {
        return type_name_rest(i, first, true, true);
    }
    let (rest, token) = i.next();
    if !token.is(Kind::Identifier) {
        i.unfinished(messages::MISSING_TYPENAME, after(token.span), &[]);
        return Ok((i.put_back(), named(first.span, MISSING)));
    }
    let (i, name) = type_name_rest(rest, &token, false, true)?;
    let (mut rest, close) = i.next();
    if !close.is(Kind::RBracket) {
        rest = i.put_back();
        i.unfinished(messages::END_SQUARE_BRACKET_EXPECTED_AT_END_OF_TYPE, before(i, close.span), &[]);
    }
    Ok((rest, name))
}

/// The arguments of a generic type, of which the first token was taken; the place after them is that of the bracket.
pub(super) fn generic_arguments<'a>(i: Input<'a>, first: &Token) -> Res<'a, Vec<TypeName>> {
    i.deeper(|i| {
        let (mut i, argument) = generic_argument(i, first)?;
        let mut arguments = vec![argument];
        loop {
            let (held, comma) = skip_newlines(i).peek();
            if !comma.is(Kind::Comma) {
                return Ok((held, arguments));
            }
            let (next, token) = skip_newlines(held.after(&comma)).peek();
            let argument;
            (i, argument) = if matches!(token.kind, Kind::Identifier | Kind::LBracket) {
                generic_argument(next.after(&token), &token)?
            } else {
                next.unfinished(messages::MISSING_TYPENAME, after(comma.span), &[]);
                (next, named(comma.span, MISSING))
            };
            arguments.push(argument);
        }
    })
}

/// `Name[arguments]`, of which the first argument's first token was taken.
fn generic_type_name<'a>(i: Input<'a>, name: &Token, first: &Token, bare_argument: bool) -> Res<'a, TypeName> {
    let (i, arguments) = generic_arguments(i, first)?;
    let (mut rest, close) = i.next();
    let mut end = close.span;
    if !close.is(Kind::RBracket) {
        rest = i.put_back();
        end = arguments.last().map_or(first.span, |argument| argument.span);
        i.unfinished(messages::END_SQUARE_BRACKET_EXPECTED_AT_END_OF_ATTRIBUTE, before(i, close.span), &[]);
    }
    let definition = Box::new(simple(i, name));
    let mut found = TypeName { span: join(name.span, end), kind: TypeNameKind::Generic { definition, arguments } };
    let (i, token) = rest.peek();
    if token.is(Kind::LBracket) {
        let (rest, next) = i.after(&token).next();
        return dimensions(rest, found, &next, bare_argument);
    }
    if token.is(Kind::Comma) && !bare_argument {
        let (rest, assembly) = assembly(i.after(&token), token.span);
        if let Some(assembly) = assembly {
            set_assembly(&mut found, assembly);
        }
        return Ok((rest, found));
    }
    Ok((i, found))
}

/// The dimensions of an array after the bracket; `first` is the token after it.
fn dimensions<'a>(mut i: Input<'a>, mut element: TypeName, first: &Token, bare_argument: bool) -> Res<'a, TypeName> {
    let mut first = Token { data: crate::syntax::lex::Data::None, ..*first };
    loop {
        match first.kind {
            Kind::Comma => (i, element) = ranks(i, element, first.span),
            Kind::RBracket => element = array(element, first.span, 1),
            Kind::End => {
                i.fault(messages::END_SQUARE_BRACKET_EXPECTED_AT_END_OF_ATTRIBUTE, before(i, first.span), &[]);
                i = i.resync(&first).put_back();
            }
            _ => {
                i.fault(messages::UNEXPECTED_TOKEN, first.span, &[i.text(&first)]);
                i = skip_to(i, true, &[Kind::RBracket]);
            }
        }
        let (held, token) = i.peek();
        if token.is(Kind::Comma) && !bare_argument {
            let (rest, assembly) = assembly(held.after(&token), token.span);
            if let Some(assembly) = assembly {
                set_assembly(&mut element, assembly);
            }
            return Ok((rest, element));
        }
        if !token.is(Kind::LBracket) {
            return Ok((held, element));
        }
        let (rest, next) = held.after(&token).next();
        first = Token { data: crate::syntax::lex::Data::None, ..*next };
        i = rest;
    }
}

fn array(element: TypeName, end: Span, rank: u32) -> TypeName {
    TypeName { span: join(element.span, end), kind: TypeNameKind::Array { element: Box::new(element), rank } }
}

/// The rest of `[,,]` after its first comma.
fn ranks<'a>(i: Input<'a>, element: TypeName, first: Span) -> (Input<'a>, TypeName) {
    let mut rank = 2;
    let mut last = first;
    let mut at = i;
    let (rest, close) = loop {
        let (rest, token) = at.next();
        if !token.is(Kind::Comma) {
            break (rest, token);
        }
        rank += 1;
        last = token.span;
        at = rest;
    };
    let closed = close.is(Kind::RBracket);
    let rest = if closed { rest } else { at.put_back() };
    if rank > MOST_DIMENSIONS {
        i.fault(messages::ARRAY_HAS_TOO_MANY_DIMENSIONS, join(first, last), &[&rank.to_string()]);
        return (rest, element);
    }
    if !closed {
        i.fault(messages::END_SQUARE_BRACKET_EXPECTED_AT_END_OF_ATTRIBUTE, after(last), &[]);
    }
    (rest, array(element, close.span, rank))
}

/// The arguments of a generic method in brackets, if an identifier follows the bracket and a bracket closes them.
pub(super) fn generic_method_arguments(i: Input<'_>) -> Res<'_, (Vec<TypeName>, bool)> {
    let mode = i.mode;
    let (i, _) = super::of(Kind::LBracket)(i)?;
    let i = skip_newlines(i.switch(Mode::TypeName));
    let (rest, first) = i.next();
    if !first.is(Kind::Identifier) {
        return miss();
    }
    let (i, arguments) = generic_arguments(rest, &first)?;
    let (mut rest, close) = i.next();
    let closed = close.is(Kind::RBracket);
    if !closed {
        rest = i.put_back();
        i.unfinished(messages::END_SQUARE_BRACKET_EXPECTED_AT_END_OF_TYPE, before(i, close.span), &[]);
    }
    Ok((rest.switch(mode), (arguments, closed)))
}
