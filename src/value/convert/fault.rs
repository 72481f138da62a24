//! Failed conversions: a `PSInvalidCastException` inside the `RuntimeException` that a script catches.

use crate::text::{Str, TextError};
use crate::value::error::{self, ErrorCategory, Exception, Fault, Flow, RUNTIME_EXCEPTION};
use crate::value::{Env, NativeType, Outcome, TypeRef, Value};

/// A conversion that failed, in the making.
#[derive(Clone)]
pub struct CastFault {
    pub id: &'static str,
    pub message: Str,
    /// The exception that made it fail, or null.
    pub inner: Value,
}

impl CastFault {
    pub fn new(id: &'static str, message: impl Into<Str>) -> CastFault {
        CastFault { id, message: message.into(), inner: Value::Null }
    }

    /// `Cannot convert value "…" to type "…". Error: "…"`, with the exception that says why.
    pub fn because(id: &'static str, value: &str, target: &TypeRef, inner: Value) -> CastFault {
        let reason = message_of(&inner);
        let message =
            format!("Cannot convert value \"{value}\" to type \"{}\". Error: \"{reason}\"", target.full_name());
        CastFault { id, message: message.into(), inner }
    }

    /// The same for a reason that is a .NET exception of a known type.
    pub fn reason(
        id: &'static str,
        value: &str,
        target: &TypeRef,
        exception: &'static NativeType,
        message: &str,
    ) -> CastFault {
        CastFault::because(id, value, target, Value::native(Exception::new(exception, message)))
    }
}

impl From<CastFault> for Flow {
    fn from(fault: CastFault) -> Flow {
        let cast = Exception::new(&error::PS_INVALID_CAST_EXCEPTION, fault.message.clone()).with_inner(fault.inner);
        Fault::new(fault.id, ErrorCategory::InvalidArgument, fault.message)
            .of(&RUNTIME_EXCEPTION)
            .inner(Value::native(cast))
            .into()
    }
}

/// The type of exception that a fault of the text layer stands for.
pub fn exception_type(fault: &TextError) -> &'static NativeType {
    const KNOWN: [&NativeType; 5] = [
        &error::FORMAT_EXCEPTION,
        &error::OVERFLOW_EXCEPTION,
        &error::ARGUMENT_EXCEPTION,
        &error::ARGUMENT_OUT_OF_RANGE_EXCEPTION,
        &error::ARGUMENT_NULL_EXCEPTION,
    ];
    KNOWN.into_iter().find(|ty| ty.name == fault.exception).unwrap_or(&error::FORMAT_EXCEPTION)
}

/// The exception object of a fault of the text layer.
pub fn exception_of(fault: &TextError) -> Value {
    Value::native(Exception::new(exception_type(fault), fault.message.as_str()))
}

/// What an error says was wrong: the cast exception of a failed conversion, the inner exception of a failed call,
/// else the exception itself. Everything but an error goes on its way.
pub fn cause(flow: Flow) -> Result<Value, Flow> {
    let Flow::Error(record) = &flow else { return Err(flow) };
    let exception = record.exception.clone();
    let Some(own) = exception.downcast::<Exception>() else { return Ok(exception) };
    let wraps = std::ptr::eq(own.ty, &error::METHOD_INVOCATION_EXCEPTION)
        || (std::ptr::eq(own.ty, &RUNTIME_EXCEPTION) && is_cast_exception(&own.inner));
    Ok(if wraps && !own.inner.is_null() { own.inner.clone() } else { exception.clone() })
}

fn is_cast_exception(exception: &Value) -> bool {
    exception.downcast::<Exception>().is_some_and(|inner| std::ptr::eq(inner.ty, &error::PS_INVALID_CAST_EXCEPTION))
}

/// Whether an error is a failed conversion.
pub fn is_cast_failure(flow: &Flow) -> bool {
    let Flow::Error(record) = flow else { return false };
    record
        .exception
        .downcast::<Exception>()
        .is_some_and(|own| own.ty.is(&error::INVALID_CAST_EXCEPTION) || is_cast_exception(&own.inner))
}

/// The message of an exception object.
pub fn message_of(exception: &Value) -> Str {
    exception.downcast::<Exception>().map(|exception| exception.message.clone()).unwrap_or_default()
}

/// The error where no conversion exists: `Cannot convert the "…" value of type "…" to type "…".`
pub fn no_conversion(env: &mut dyn Env, value: &Value, target: &TypeRef) -> Flow {
    match no_conversion_fault(env, value, target) {
        Ok(fault) => fault.into(),
        Err(flow) => flow,
    }
}

fn no_conversion_fault(env: &mut dyn Env, value: &Value, target: &TypeRef) -> Outcome<CastFault> {
    let target_name = target.full_name();
    if value.is_null() {
        if target.is_enum() {
            let message = format!(
                "Cannot convert null to type \"{target_name}\" due to enumeration values that are not valid. Specify \
                 one of the following enumeration values and try again. The possible enumeration values are \"{}\".",
                super::enumeration::names(target, ",")
            );
            return Ok(CastFault::new("nullToEnumInvalidCast", message));
        }
        let message = format!("Cannot convert null to type \"{target_name}\".");
        return Ok(CastFault::new("nullToObjectInvalidCast", message));
    }
    let source_name = env.type_names(value).into_iter().next().unwrap_or_default();
    const SECRET: [&str; 2] = ["System.Security.SecureString", "System.Management.Automation.PSCredential"];
    if SECRET.contains(&target_name.as_str()) {
        let message = format!("Cannot convert the value of type \"{source_name}\" to type \"{target_name}\".");
        return Ok(CastFault::new("ConvertToFinalInvalidCastException", message));
    }
    let text = super::text::object_text(env, value)?;
    let message = format!("Cannot convert the \"{text}\" value of type \"{source_name}\" to type \"{target_name}\".");
    Ok(CastFault::new("ConvertToFinalInvalidCastException", message))
}

/// Whether an error says that there is no conversion at all.
pub(super) fn has_no_conversion(flow: &Flow) -> bool {
    matches!(flow, Flow::Error(record) if record.id == "ConvertToFinalInvalidCastException")
}

/// The error of a custom object whose properties do not make an object of the type.
pub(super) fn no_constructor(env: &mut dyn Env, value: &Value, target: &TypeRef) -> Flow {
    let flow = no_conversion(env, value, target);
    let build = |env: &mut dyn Env| -> Outcome<CastFault> {
        let reason = cause(flow)?;
        let text = super::text::to_text(env, value)?;
        Ok(CastFault::because("InvalidCastConstructorException", &text, target, reason))
    };
    build(env).map_or_else(|flow| flow, Flow::from)
}
