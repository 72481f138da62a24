//! Operators that types have as static members, such as `op_Addition` of dates and spans.

use crate::text::Str;
use crate::value::error::{ErrorCategory, Exception, Fault, Flow, METHOD_EXCEPTION};
use crate::value::number::NumberKind;
use crate::value::{Env, Outcome, TypeRef, Value, convert, types};

/// Calls the operator that the type of the left operand has, else that of the right one.
///
/// # Errors
/// `MethodNotFound` where neither has it, and what the operator raises.
pub(super) fn call(env: &mut dyn Env, method: &'static str, left: &Value, right: &Value) -> Outcome<Value> {
    let own = [left.base(), right.base()].map(own_type);
    let arguments = [left.base().clone(), right.base().clone()];
    for ty in own.iter().flatten() {
        if let Some(result) = env.call_static(ty, method, &arguments) {
            let place = if own_type(left.base()).is_none() { 0 } else { 1 };
            return result.map_err(|flow| with_place(flow, place));
        }
    }
    Err(not_found(own.into_iter().flatten().next(), method))
}

/// The type that may define an operator; `None` for scalars, whose operators are the language's.
fn own_type(value: &Value) -> Option<TypeRef> {
    match value {
        Value::Null | Value::Void | Value::Bool(_) | Value::Char(_) | Value::Str(_) => None,
        Value::Object(_) => Some(TypeRef::Native(&types::PS_OBJECT)),
        other if NumberKind::of(other).is_some() => None,
        other => other.type_ref(),
    }
}

/// An operator's error for an argument calls the argument by its place, not by its name.
fn with_place(flow: Flow, place: usize) -> Flow {
    const START: &str = "Cannot convert argument \"";
    let Flow::Error(record) = &flow else { return flow };
    let message = record.exception_message();
    let Some((_, rest)) = message.strip_prefix(START).and_then(|rest| rest.split_once('"')) else { return flow };
    let inner = record.exception.downcast::<Exception>().map(|own| own.inner.clone()).unwrap_or_default();
    let fault = Fault::new(record.id.clone(), record.category, format!("{START}{place}\"{rest}"));
    fault.of(&METHOD_EXCEPTION).inner(inner).target(record.target.clone()).into()
}

pub(super) fn not_found(ty: Option<TypeRef>, method: &'static str) -> Flow {
    let name = ty.map_or_else(|| types::OBJECT.name.to_string(), |ty| ty.full_name());
    let message = format!("Method invocation failed because [{name}] does not contain a method named '{method}'.");
    Fault::new("MethodNotFound", ErrorCategory::InvalidOperation, message).target(Value::from(method)).into()
}

/// The error of operators that booleans and characters do not have.
pub(super) fn not_defined(sign: &str, left: &Value, right: &Value) -> Flow {
    let name = |value: &Value| value.type_ref().map_or(Str::from("null"), |ty| ty.full_name().into());
    let message = format!("The operation '[{}] {sign} [{}]' is not defined.", name(left), name(right));
    Fault::new("NotADefinedOperationForType", ErrorCategory::InvalidOperation, message).target(left.clone()).into()
}

/// The error of an operator of `bigint` for an operand that does not convert.
pub(super) fn bad_argument(env: &mut dyn Env, method: &str, argument: &Value, flow: Flow) -> Flow {
    let build = |env: &mut dyn Env| -> Outcome<Fault> {
        let reason = convert::cause(flow)?;
        let (text, why) = (convert::object_text(env, argument)?, convert::message_of(&reason));
        let ty = if method.ends_with("Shift") { &types::INT32 } else { &types::BIG_INTEGER };
        let message = format!(
            "Cannot convert argument \"1\", with value: \"{text}\", for \"{method}\" to type \"{}\": \"{why}\"",
            ty.name
        );
        let id = "MethodArgumentConversionInvalidCastArgument";
        Ok(Fault::new(id, ErrorCategory::NotSpecified, message).of(&METHOD_EXCEPTION).inner(reason))
    };
    build(env).map_or_else(|flow| flow, Flow::from)
}
