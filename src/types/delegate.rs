//! Delegates: script blocks that carry the type of a .NET function.

use super::resolve;
use super::{fault, known};
use crate::value::types::{self, TypeRef};
use crate::value::{Env, Native, Outcome, Value};
use std::cmp::Ordering;

/// A delegate made of a script block.
pub struct Delegate {
    ty: TypeRef,
    block: Value,
}

impl Delegate {
    /// The type that the result is converted to; `None` where nothing is returned.
    fn result_type(&self) -> Option<TypeRef> {
        let TypeRef::Generic(generic) = &self.ty else { return None };
        match generic.0.short_name() {
            "Predicate`1" => Some(TypeRef::Native(&types::BOOLEAN)),
            "Comparison`1" => Some(TypeRef::Native(&types::INT32)),
            name if name.starts_with("Func`") || name.starts_with("Converter`") => generic.1.last().cloned(),
            _ => None,
        }
    }

    /// How many arguments the function takes; `None` where the type does not say.
    fn arity(&self) -> Option<usize> {
        let TypeRef::Generic(generic) = &self.ty else {
            return self.ty.is_native(&known::ACTION).then_some(0);
        };
        match generic.0.short_name() {
            "Predicate`1" => Some(1),
            "Comparison`1" => Some(2),
            name if name.starts_with("Func`") || name.starts_with("Converter`") => Some(generic.1.len() - 1),
            _ => Some(generic.1.len()),
        }
    }

    fn call(&self, env: &mut dyn Env, arguments: &[Value]) -> Outcome<Value> {
        let result = env.invoke(&self.block, None, arguments)?;
        match self.result_type() {
            Some(ty) => resolve::to_type(env, &result, &ty),
            None => Ok(Value::Void),
        }
    }
}

impl Native for Delegate {
    fn type_ref(&self) -> TypeRef {
        self.ty.clone()
    }
}

/// A delegate of the given type.
///
/// # Errors
/// `MethodCountCouldNotFindBest` where the value is no script block.
pub(super) fn make(ty: &TypeRef, block: &Value) -> Outcome<Value> {
    let is_block = block.type_ref().is_some_and(|own| own.native().is(&types::SCRIPT_BLOCK));
    match block.downcast::<Delegate>() {
        Some(other) => Ok(Value::native(Delegate { ty: ty.clone(), block: other.block.clone() })),
        None if is_block => Ok(Value::native(Delegate { ty: ty.clone(), block: block.clone() })),
        None => Err(fault::no_overload("new", 1)),
    }
}

/// Calls a script block or a delegate.
///
/// # Errors
/// What the block throws.
pub fn invoke(env: &mut dyn Env, function: &Value, arguments: &[Value]) -> Outcome<Value> {
    match function.downcast::<Delegate>() {
        Some(delegate) => delegate.call(env, arguments),
        None => env.invoke(function, None, arguments),
    }
}

/// Whether a predicate holds for an item.
///
/// # Errors
/// What the predicate throws.
pub(super) fn holds(env: &mut dyn Env, predicate: &Value, item: &Value) -> Outcome<bool> {
    let result = invoke(env, predicate, std::slice::from_ref(item))?;
    crate::value::convert::to_bool(env, &result)
}

/// What a comparison says of two items.
///
/// # Errors
/// What the comparison throws, and a result that is no number.
pub(super) fn compare(env: &mut dyn Env, comparison: &Value, a: &Value, b: &Value) -> Outcome<Ordering> {
    let result = invoke(env, comparison, &[a.clone(), b.clone()])?;
    Ok(crate::value::convert::to_int(env, &result)?.cmp(&0))
}

/// `Invoke` and `DynamicInvoke`, whose parameters are those of the delegate's type; `None` for every other call.
pub(super) fn call_method(env: &mut dyn Env, this: &Value, name: &str, arguments: &[Value]) -> Option<Outcome<Value>> {
    let delegate = this.downcast::<Delegate>()?;
    if name.eq_ignore_ascii_case("DynamicInvoke") {
        return Some(delegate.call(env, arguments));
    }
    if !name.eq_ignore_ascii_case("Invoke") {
        return None;
    }
    if delegate.arity().is_some_and(|arity| arity != arguments.len()) {
        return Some(Err(fault::no_overload(name, arguments.len())));
    }
    Some(convert(env, delegate, arguments).and_then(|arguments| delegate.call(env, &arguments)))
}

fn convert(env: &mut dyn Env, delegate: &Delegate, arguments: &[Value]) -> Outcome<Vec<Value>> {
    let TypeRef::Generic(generic) = &delegate.ty else { return Ok(arguments.to_vec()) };
    let same = *generic.0 == known::COMPARISON_1;
    arguments
        .iter()
        .enumerate()
        .map(|(place, argument)| match generic.1.get(if same { 0 } else { place }) {
            Some(ty) => resolve::to_type(env, argument, ty),
            None => Ok(argument.clone()),
        })
        .collect()
}
