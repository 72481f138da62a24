//! Which overload a call means, and the conversion of its arguments.

use super::fault;
use super::overloads::Overload;
use super::rank::{self, Rank};
use super::reference::Reference;
use super::signature::{self, Parameter};
use super::{known, names};
use crate::value::types::{self, TypeRef};
use crate::value::{Array, EnumValue, Env, Flow, Outcome, Value, convert};
use std::cmp::Ordering;
use std::rc::Rc;

/// What the call says of the overload that it wants, beyond the values of its arguments.
#[derive(Clone, Copy, Default)]
pub struct Hints<'a> {
    /// The type that each argument is cast to where the call stands; shorter where the last ones are not.
    pub casts: &'a [Option<TypeRef>],
    /// The type arguments of a generic method.
    pub generic: &'a [TypeRef],
}

impl Hints<'_> {
    pub const NONE: Hints<'static> = Hints { casts: &[], generic: &[] };

    fn is_none(&self) -> bool {
        self.casts.is_empty() && self.generic.is_empty()
    }
}

/// A call in the making.
pub(super) struct Call<'a> {
    /// The method's name for messages.
    pub name: &'a str,
    /// The arguments of the generic type that has the method.
    pub type_arguments: &'a [TypeRef],
    pub arguments: &'a [Value],
    pub hints: Hints<'a>,
}

struct Candidate<'a> {
    overload: &'a Overload,
    ranks: Vec<Rank>,
    /// The parameter of each argument, with a `Params` array spread out.
    parameters: Vec<TypeRef>,
    expanded: bool,
}

/// Picks the overload that suits the arguments best.
///
/// # Errors
/// `MethodCountCouldNotFindBest` where none suits or several suit alike.
pub(super) fn pick<'a>(overloads: &'a [Overload], call: &Call) -> Outcome<(&'a Overload, bool)> {
    let count = call.arguments.len();
    if let [only] = overloads
        && only.signature.usable
        && !only.signature.has_params()
        && !only.signature.is_generic
        && only.signature.parameters.len() == count
    {
        return Ok((only, false));
    }
    if call.hints.is_none()
        && let Some(exact) = exact(overloads, call)
    {
        return Ok((exact, false));
    }
    let mut candidates: Vec<Candidate> = overloads.iter().filter_map(|overload| candidate(overload, call)).collect();
    if candidates.iter().any(|candidate| obeys(candidate, call)) {
        candidates.retain(|candidate| obeys(candidate, call));
    }
    let mut candidates = candidates.into_iter();
    let Some(mut best) = candidates.next() else {
        return Err(fault::no_overload(call.name, count));
    };
    let mut ambiguous = false;
    for other in candidates {
        match compare(&best, &other, call.arguments) {
            Ordering::Equal => ambiguous = true,
            Ordering::Less => {
                best = other;
                ambiguous = false;
            }
            Ordering::Greater => {}
        }
    }
    if ambiguous { Err(fault::ambiguous(call.name, count)) } else { Ok((best.overload, best.expanded)) }
}

/// Whether every argument with a cast goes to a parameter of just that type.
fn obeys(candidate: &Candidate, call: &Call) -> bool {
    let parameters = &candidate.overload.signature.parameters;
    call.hints.casts.iter().enumerate().all(|(place, cast)| match (cast, parameters.get(place)) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(cast), Some(parameter)) if signature::mentions_method_parameter(&parameter.ty) => {
            rank::of_types(cast, &parameter.ty) != rank::NONE
        }
        (Some(cast), Some(parameter)) => *cast == signature::substitute(&parameter.ty, call.type_arguments),
    })
}

/// The overload whose parameters are of exactly the arguments' types, which no other can beat.
fn exact<'a>(overloads: &'a [Overload], call: &Call) -> Option<&'a Overload> {
    overloads.iter().find(|overload| {
        let signature = &overload.signature;
        signature.usable
            && !signature.is_generic
            && !signature.has_params()
            && signature.parameters.len() == call.arguments.len()
            && signature.parameters.iter().zip(call.arguments).all(|(parameter, argument)| {
                !parameter.by_ref
                    && argument
                        .type_ref()
                        .is_some_and(|from| from == signature::substitute(&parameter.ty, call.type_arguments))
            })
    })
}

fn candidate<'a>(overload: &'a Overload, call: &Call) -> Option<Candidate<'a>> {
    let signature = &overload.signature;
    let count = call.arguments.len();
    let total = signature.parameters.len();
    if !signature.usable || !call.hints.generic.is_empty() && !signature.is_generic {
        return None;
    }
    let may_leave_out = signature.has_params() && count + 1 == total;
    if count > total && !signature.has_params() || count < total && !may_leave_out && count < signature.required() {
        return None;
    }
    let mut ranks = Vec::with_capacity(count);
    let mut parameters = Vec::with_capacity(count);
    let mut expanded = false;
    for (place, parameter) in signature.parameters.iter().enumerate() {
        let ty = signature::substitute(&parameter.ty, call.type_arguments);
        if !parameter.is_params {
            let Some(argument) = call.arguments.get(place) else { break };
            ranks.push(rank_of(argument, parameter, &ty)?);
            parameters.push(ty);
            continue;
        }
        let TypeRef::Array(array) = &ty else { return None };
        let element = &array.0;
        if count == total {
            let argument = call.arguments.get(place)?;
            let whole = rank::of_value(argument, &ty);
            let single = rank::of_value(argument, element);
            expanded = single > whole;
            let best = whole.max(single);
            if best == rank::NONE {
                return None;
            }
            ranks.push(best);
            parameters.push(if expanded { element.clone() } else { ty });
        } else {
            expanded = true;
            for argument in call.arguments.get(place..)? {
                let single = rank::of_value(argument, element);
                if single == rank::NONE {
                    return None;
                }
                ranks.push(single);
                parameters.push(element.clone());
            }
        }
    }
    Some(Candidate { overload, ranks, parameters, expanded })
}

fn rank_of(argument: &Value, parameter: &Parameter, ty: &TypeRef) -> Option<Rank> {
    let rank = match argument.downcast::<Reference>() {
        Some(reference) if parameter.by_ref => rank::of_value(&reference.get(), ty),
        _ => rank::of_value(argument, ty),
    };
    (rank != rank::NONE).then_some(rank)
}

/// Greater where the first candidate is better.
fn compare(a: &Candidate, b: &Candidate, arguments: &[Value]) -> Ordering {
    by_ranks(a, b, arguments)
        .then_with(|| by_types(a, b))
        .then_with(|| by_expansion(a, b))
        .then_with(|| b.overload.signature.parameters.len().cmp(&a.overload.signature.parameters.len()))
}

fn by_ranks(a: &Candidate, b: &Candidate, arguments: &[Value]) -> Ordering {
    let mut better = 0_i64;
    let mut weight = a.ranks.len() as i64;
    for (place, (first, second)) in a.ranks.iter().zip(&b.ranks).enumerate() {
        let mut order = first.cmp(second);
        if order.is_eq() && *first == rank::UNRELATED_ARRAYS {
            order = by_elements(a, b, place, arguments);
        }
        better += weight * order as i64;
        weight -= 1;
    }
    better.cmp(&0)
}

fn by_elements(a: &Candidate, b: &Candidate, place: usize, arguments: &[Value]) -> Ordering {
    let (Some(Value::Array(array)), Some(TypeRef::Array(first)), Some(TypeRef::Array(second))) =
        (arguments.get(place).map(Value::base), a.parameters.get(place), b.parameters.get(place))
    else {
        return Ordering::Equal;
    };
    let element = effective_element(array);
    rank::of_types(&element, &first.0).cmp(&rank::of_types(&element, &second.0))
}

/// The type that all items of an `object[]` share, else the array's own element type.
fn effective_element(array: &Array) -> TypeRef {
    let items = array.items.borrow();
    let mut types = items.iter().map(Value::type_ref);
    match types.next() {
        Some(Some(first)) if types.all(|ty| ty.as_ref() == Some(&first)) => first,
        _ => array.element.clone(),
    }
}

/// The more specific types win where nothing is lost, the more general ones where something may be.
fn by_types(a: &Candidate, b: &Candidate) -> Ordering {
    let mut better = 0_i64;
    let mut weight = a.ranks.len() as i64;
    for (place, (first, second)) in a.ranks.iter().zip(&b.ranks).enumerate() {
        let (lossless, other_lossless) = (*first >= rank::NUMERIC_IMPLICIT, *second >= rank::NUMERIC_IMPLICIT);
        let comparable = *first >= rank::NULL_TO_VALUE && *second >= rank::NULL_TO_VALUE && lossless == other_lossless;
        if comparable && let (Some(own), Some(other)) = (a.parameters.get(place), b.parameters.get(place)) {
            if lossless {
                weight = -weight;
            }
            better -= weight * rank::of_types(own, other).cmp(&rank::of_types(other, own)) as i64;
        }
        weight = weight.abs() - 1;
    }
    better.cmp(&0)
}

fn by_expansion(a: &Candidate, b: &Candidate) -> Ordering {
    if a.parameters != b.parameters {
        return Ordering::Equal;
    }
    match (a.expanded, b.expanded) {
        // Of two as long as each other the later one wins.
        (true, true) if a.overload.signature.parameters.len() > b.overload.signature.parameters.len() => {
            Ordering::Greater
        }
        (true, true) => Ordering::Less,
        (true, false) => Ordering::Less,
        (false, true) => Ordering::Greater,
        (false, false) => Ordering::Equal,
    }
}

/// Converts the arguments to the types of the overload's parameters.
///
/// # Errors
/// `MethodArgumentConversionInvalidCastArgument` for the first that does not convert.
pub(super) fn convert_arguments(
    env: &mut dyn Env,
    overload: &Overload,
    expanded: bool,
    call: &Call,
) -> Outcome<Vec<Value>> {
    let parameters = &overload.signature.parameters;
    let mut converted = Vec::with_capacity(parameters.len());
    for (place, parameter) in parameters.iter().enumerate() {
        let ty = signature::substitute(&parameter.ty, call.type_arguments);
        if parameter.is_params && expanded {
            let rest = call.arguments.get(place..).unwrap_or(&[]);
            converted.push(spread(env, rest, &ty, parameter, call)?);
            break;
        }
        match call.arguments.get(place) {
            Some(argument) => converted.push(one(env, argument, &ty, parameter, place, call)?),
            None => converted.push(default_of(parameter, &ty)),
        }
    }
    Ok(converted)
}

fn spread(env: &mut dyn Env, rest: &[Value], ty: &TypeRef, parameter: &Parameter, call: &Call) -> Outcome<Value> {
    if let [single] = rest
        && single.is_null()
    {
        return Ok(Value::Null);
    }
    let element = match ty {
        TypeRef::Array(array) => array.0.clone(),
        _ => TypeRef::Native(&types::OBJECT),
    };
    let mut items = Vec::with_capacity(rest.len());
    for argument in rest {
        items.push(
            to_type(env, argument, &element).map_err(|flow| refusal(env, flow, argument, &element, parameter, call))?,
        );
    }
    Ok(Value::Array(Rc::new(Array::typed(element, items))))
}

fn one(
    env: &mut dyn Env,
    argument: &Value,
    ty: &TypeRef,
    parameter: &Parameter,
    place: usize,
    call: &Call,
) -> Outcome<Value> {
    let is_reference = argument.downcast::<Reference>().is_some();
    match (parameter.by_ref, is_reference) {
        (true, true) => {
            if let Some(reference) = argument.downcast::<Reference>() {
                to_type(env, &reference.get(), ty).map_err(|flow| refused_reference(env, flow, call))?;
            }
            return Ok(argument.base().clone());
        }
        (true, false) => return Err(fault::needs_reference(place + 1)),
        (false, true) if !ty.is_native(&types::OBJECT) && !ty.is_native(&known::PS_REFERENCE) => {
            return Err(fault::needs_no_reference(place + 1));
        }
        _ => {}
    }
    to_type(env, argument, ty).map_err(|flow| refusal(env, flow, argument, ty, parameter, call))
}

fn refusal(env: &mut dyn Env, flow: Flow, argument: &Value, ty: &TypeRef, parameter: &Parameter, call: &Call) -> Flow {
    let name = if call.name == "new" { ".ctor" } else { call.name };
    fault::argument_conversion(env, flow, argument, ty, parameter.name, name)
}

/// The value behind a `[ref]` does not convert, which shows only when the method is called.
fn refused_reference(_env: &mut dyn Env, flow: Flow, call: &Call) -> Flow {
    fault::calling(flow, call.name, call.arguments.len())
}

/// Converts a value to a declared type as the argument of a method is converted.
///
/// # Errors
/// What the conversion raises.
pub(super) fn to_type(env: &mut dyn Env, value: &Value, ty: &TypeRef) -> Outcome<Value> {
    if ty.is_native(&types::OBJECT) || ty.is_native(&signature::METHOD_PARAMETER) {
        return Ok(match value {
            Value::Void => Value::Null,
            _ => value.base().clone(),
        });
    }
    if ty.is_native(&types::PS_OBJECT) {
        return Ok(value.clone());
    }
    if signature::mentions_method_parameter(ty) {
        return Ok(value.base().clone());
    }
    if ty.is_native(&types::STRING) && value.downcast::<super::runtime::NullString>().is_some() {
        return Ok(Value::Null);
    }
    match value.type_ref() {
        None if !rank::is_convertible_null(ty) => return Ok(Value::Null),
        Some(from) if rank::is_assignable(&from, ty) => return Ok(value.base().clone()),
        Some(from) if from.is_native(&types::SCRIPT_BLOCK) && ty.native().is(&known::DELEGATE) => {
            return Ok(value.base().clone());
        }
        _ => {}
    }
    convert::convert(env, value, ty)
}

fn default_of(parameter: &Parameter, ty: &TypeRef) -> Value {
    let text = parameter.default.unwrap_or("null");
    match text {
        "null" | "default" => return Value::Null,
        "True" | "true" => return Value::Bool(true),
        "False" | "false" => return Value::Bool(false),
        _ => {}
    }
    if ty.is_enum() {
        let member = text.rsplit('.').next().unwrap_or(text);
        let value = EnumValue::members(ty).into_iter().find(|(name, _)| name.as_str() == member);
        return Value::Enum(Rc::new(EnumValue { ty: ty.clone(), value: value.map_or(0, |(_, value)| value) }));
    }
    match text.parse::<i32>() {
        Ok(number) => Value::Int(number),
        Err(_) => Value::from(text.trim_matches('"')),
    }
}

/// The type's name as messages about conversions write it.
pub(super) fn conversion_name(ty: &TypeRef) -> String {
    match ty {
        TypeRef::Script(_) => names::type_name_text(ty).to_string(),
        _ => ty.full_name(),
    }
}
