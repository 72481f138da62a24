//! Calling methods, making objects, reading and writing properties.

use super::overloads::{self, Kind, Overload};
use super::reference::Reference;
use super::resolve::{self, Call, Hints};
use super::signature;
use super::{array, delegate, fault, rank};
use crate::text::Symbol;
use crate::value::types::{NativeType, TypeRef};
use crate::value::{EnumValue, Env, Flow, Native, Outcome, Value, number};
use std::rc::Rc;

/// Calls an instance method of a value's .NET type; `None` where the type has no such method.
pub fn call_method(env: &mut dyn Env, this: &Value, name: &str, arguments: &[Value]) -> Option<Outcome<Value>> {
    call_method_with(env, this, name, arguments, Hints::NONE)
}

/// As [`call_method`], for a call that says more of the overload that it wants.
pub fn call_method_with(
    env: &mut dyn Env,
    this: &Value,
    name: &str,
    arguments: &[Value],
    hints: Hints,
) -> Option<Outcome<Value>> {
    let this = this.base();
    let ty = this.type_ref()?;
    if let Some(outcome) = delegate::call_method(env, this, name, arguments) {
        return Some(outcome);
    }
    let overloads = overloads::find(native_of(&ty), Kind::Instance, name)?;
    let type_arguments = signature::arguments_of(&ty);
    Some(call(env, this, &overloads, &Call { name, type_arguments: &type_arguments, arguments, hints }))
}

/// Calls a static method of a type; `None` where it has none of that name.
pub fn call_static(env: &mut dyn Env, ty: &TypeRef, name: &str, arguments: &[Value]) -> Option<Outcome<Value>> {
    call_static_with(env, ty, name, arguments, Hints::NONE)
}

/// As [`call_static`], for a call that says more of the overload that it wants.
pub fn call_static_with(
    env: &mut dyn Env,
    ty: &TypeRef,
    name: &str,
    arguments: &[Value],
    hints: Hints,
) -> Option<Outcome<Value>> {
    let overloads = overloads::find(native_of(ty), Kind::Static, name)?;
    // A generic method finds its type arguments as those of the type that it is called on.
    let ty = match hints.generic {
        [] => ty.clone(),
        generic => TypeRef::Generic(Rc::new((native_of(ty), generic.to_vec()))),
    };
    let type_arguments = signature::arguments_of(&ty);
    let this = Value::Type(Rc::new(ty));
    Some(call(env, &this, &overloads, &Call { name, type_arguments: &type_arguments, arguments, hints }))
}

/// Makes an object of a type.
///
/// # Errors
/// `MethodCountCouldNotFindBest` where the type has no constructor that takes the arguments, and what the constructor
/// throws.
pub fn construct(env: &mut dyn Env, ty: &TypeRef, arguments: &[Value]) -> Outcome<Value> {
    construct_with(env, ty, arguments, Hints::NONE)
}

/// As [`construct`], for a call that says more of the overload that it wants.
///
/// # Errors
/// As [`construct`].
pub fn construct_with(env: &mut dyn Env, ty: &TypeRef, arguments: &[Value], hints: Hints) -> Outcome<Value> {
    if let TypeRef::Array(parts) = ty {
        return array::construct(env, parts, arguments);
    }
    if let [block] = arguments
        && ty.native().is(&super::known::DELEGATE)
    {
        return delegate::make(ty, block);
    }
    if arguments.is_empty()
        && let Some(value) = super::default::of_structure(ty)
    {
        return Ok(value);
    }
    let Some(overloads) = overloads::find(native_of(ty), Kind::Constructor, "new") else {
        return Err(fault::no_overload("new", arguments.len()));
    };
    let this = Value::Type(Rc::new(ty.clone()));
    let type_arguments = signature::arguments_of(ty);
    call(env, &this, &overloads, &Call { name: "new", type_arguments: &type_arguments, arguments, hints })
}

/// Makes an object by the constructor that takes a value of the argument's type without conversion; `None` where the
/// type has none.
pub fn construct_from(env: &mut dyn Env, ty: &TypeRef, argument: &Value) -> Option<Outcome<Value>> {
    let from = argument.type_ref()?;
    let overloads = overloads::find(native_of(ty), Kind::Constructor, "new")?;
    let type_arguments = signature::arguments_of(ty);
    let rank = |overload: &&Overload| {
        let [parameter] = overload.signature.parameters.as_slice() else { return rank::NONE };
        let wanted = signature::substitute(&parameter.ty, &type_arguments);
        let taken = overload.signature.usable && !parameter.is_params && !parameter.by_ref;
        match taken {
            true if from == wanted => rank::IDENTITY,
            true if rank::is_assignable(&from, &wanted) => rank::ASSIGNABLE,
            true if number::widens(from.native(), wanted.native()) => rank::NUMERIC_IMPLICIT,
            _ => rank::NONE,
        }
    };
    let best = overloads.iter().max_by_key(rank).filter(|overload| rank(overload) != rank::NONE)?;
    let this = Value::Type(Rc::new(ty.clone()));
    let arguments = std::slice::from_ref(argument);
    let call = Call { name: "new", type_arguments: &type_arguments, arguments, hints: Hints::NONE };
    Some(resolve::convert_arguments(env, best, false, &call).and_then(|converted| {
        (best.method.call)(env, &this, &converted).map_err(|flow| fault::calling(flow, "new", 1))
    }))
}

/// As [`construct`], but `None` where no constructor takes the arguments.
pub fn try_construct(env: &mut dyn Env, ty: &TypeRef, arguments: &[Value]) -> Option<Outcome<Value>> {
    taken(construct(env, ty, arguments))
}

/// As [`call_static`], but `None` also where no overload takes the arguments.
pub fn try_call_static(env: &mut dyn Env, ty: &TypeRef, name: &str, arguments: &[Value]) -> Option<Outcome<Value>> {
    taken(call_static(env, ty, name, arguments)?)
}

/// `None` for the error that no overload takes the arguments.
fn taken(outcome: Outcome<Value>) -> Option<Outcome<Value>> {
    match &outcome {
        Err(Flow::Error(record)) if record.id == "MethodCountCouldNotFindBest" => None,
        _ => Some(outcome),
    }
}

/// The native type whose tables serve a type; a script's class is served by its native base.
fn native_of(ty: &TypeRef) -> &'static NativeType {
    ty.native()
}

fn call(env: &mut dyn Env, this: &Value, overloads: &[Overload], call: &Call) -> Outcome<Value> {
    let spelling = overloads.first().map_or(call.name, |overload| overload.signature.name);
    let (overload, expanded) = resolve::pick(overloads, call)?;
    let converted = resolve::convert_arguments(env, overload, expanded, call)?;
    let result = (overload.method.call)(env, this, &converted);
    match result {
        Ok(Value::Null) if overload.signature.returns == "void" => Ok(Value::Void),
        Ok(value) => Ok(value),
        Err(flow) if overload.signature.is_property => Err(fault::getting(flow, spelling)),
        Err(flow) => Err(fault::calling(flow, call.name, call.arguments.len())),
    }
}

/// The value of an instance property of a value's .NET type; `None` where the type has no such property.
pub fn get_property(env: &mut dyn Env, this: &Value, name: Symbol) -> Option<Outcome<Value>> {
    let this = this.base();
    let ty = this.type_ref()?;
    let property = overloads::property(native_of(&ty), name)?;
    Some(or_null((property.get)(env, this)))
}

/// Reading a property never fails: what its getter throws makes it null, so that objects can always be shown.
fn or_null(outcome: Outcome<Value>) -> Outcome<Value> {
    match outcome {
        Err(Flow::Error(record)) if !fault::passes(&record) => Ok(Value::Null),
        other => other,
    }
}

/// Sets an instance property; `None` where the type has no such property.
pub fn set_property(env: &mut dyn Env, this: &Value, name: Symbol, value: Value) -> Option<Outcome<()>> {
    let this = this.base();
    let ty = this.type_ref()?;
    let property = overloads::property(native_of(&ty), name)?;
    let Some(set) = property.set else {
        return Some(Err(fault::read_only(property.name)));
    };
    let declared = overloads::declared_type(property.ty);
    let declared = signature::substitute(&declared, &signature::arguments_of(&ty));
    Some(
        resolve::to_type(env, &value, &declared)
            .and_then(|value| set(env, this, value))
            .map_err(|flow| fault::setting(flow, property.name)),
    )
}

/// The value of a static property, a constant or an enum's member; `None` where the type has no such member.
pub fn get_static(env: &mut dyn Env, ty: &TypeRef, name: Symbol) -> Option<Outcome<Value>> {
    if ty.is_enum() {
        let spelling = name.name();
        let member =
            EnumValue::members(ty).into_iter().find(|(member, _)| crate::text::symbol::same_name(member, &spelling));
        if let Some((_, value)) = member {
            return Some(Ok(Value::Enum(Rc::new(EnumValue { ty: ty.clone(), value }))));
        }
    }
    let property = overloads::static_property(native_of(ty), name)?;
    Some((property.get)(env).map_err(crate::value::error::raw))
}

/// Sets a static property; `None` where the type has no such property.
pub fn set_static(env: &mut dyn Env, ty: &TypeRef, name: Symbol, value: Value) -> Option<Outcome<()>> {
    let property = overloads::static_property(native_of(ty), name)?;
    let Some(set) = property.set else {
        return Some(Err(fault::read_only(property.name)));
    };
    let declared = overloads::declared_type(property.ty);
    Some(
        resolve::to_type(env, &value, &declared)
            .and_then(|value| set(env, value))
            .map_err(|flow| fault::setting(flow, property.name)),
    )
}

/// Whether values of the type have a method of that name.
pub fn has_method(ty: &TypeRef, name: &str) -> bool {
    overloads::find(native_of(ty), Kind::Instance, name).is_some()
}

/// Whether the type has a static method of that name.
pub fn has_static_method(ty: &TypeRef, name: &str) -> bool {
    overloads::find(native_of(ty), Kind::Static, name).is_some()
}

/// Whether values of the type have a property of that name.
pub fn has_property(ty: &TypeRef, name: Symbol) -> bool {
    overloads::property(native_of(ty), name).is_some()
}

/// The names of the properties that values of the type have, in the order of their declaration.
pub fn property_names(ty: &TypeRef) -> Vec<&'static str> {
    let mut names: Vec<&'static str> = Vec::new();
    for table in overloads::tables(native_of(ty)) {
        for property in table.properties {
            if !names.contains(&property.name) {
                names.push(property.name);
            }
        }
    }
    names
}

/// Writes the result of a method to a `[ref]` argument.
///
/// # Errors
/// Where the referenced place refuses the value.
pub(super) fn assign(env: &mut dyn Env, reference: Option<&Value>, value: Value) -> Outcome<()> {
    match reference.and_then(|reference| reference.downcast::<Reference>()) {
        Some(reference) => reference.set(env, value),
        None => Ok(()),
    }
}

/// The native object that a receiver is.
///
/// # Errors
/// `NullReferenceException` where it is none of that type.
pub(super) fn receiver<T: Native>(this: &Value) -> Outcome<&T> {
    this.downcast::<T>().ok_or_else(fault::null_reference)
}

/// The type that a constructor or static method was called on.
pub(super) fn type_of_call(this: &Value) -> TypeRef {
    match this {
        Value::Type(ty) => TypeRef::clone(ty),
        other => other.type_ref().unwrap_or(TypeRef::Native(&crate::value::types::OBJECT)),
    }
}
