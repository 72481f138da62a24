//! The errors of member access, and the exceptions that .NET methods throw.

use super::resolve::conversion_name;
use crate::text::Str;
use crate::value::error::*;
use crate::value::object::Member;
use crate::value::types::{NativeType, TypeRef};
use crate::value::{Env, ErrorCategory, ErrorRecord, Exception, Fault, Flow, Value, convert};
use std::rc::Rc;

/// An exception of a .NET type.
pub fn raise(ty: &'static NativeType, message: impl Into<Str>) -> Flow {
    Fault::exception(ty, message).into()
}

/// `ArgumentException` with the parameter's name.
pub fn argument(message: &str, parameter: &str) -> Flow {
    with_parameter(&ARGUMENT_EXCEPTION, message, parameter)
}

/// `ArgumentNullException`.
pub fn argument_null(parameter: &str) -> Flow {
    with_parameter(&ARGUMENT_NULL_EXCEPTION, "Value cannot be null.", parameter)
}

/// `ArgumentOutOfRangeException`.
pub fn out_of_range(message: &str, parameter: &str) -> Flow {
    with_parameter(&ARGUMENT_OUT_OF_RANGE_EXCEPTION, message, parameter)
}

/// `ArgumentOutOfRangeException` that tells the value.
pub fn out_of_range_value(message: &str, parameter: &str, actual: &str) -> Flow {
    let message = format!("{message} (Parameter '{parameter}')\nActual value was {actual}.");
    thrown(Exception::new(&ARGUMENT_OUT_OF_RANGE_EXCEPTION, message), parameter)
}

/// `ArgumentOutOfRangeException` for an index.
pub fn bad_index() -> Flow {
    out_of_range("Index was out of range. Must be non-negative and less than the size of the collection.", "index")
}

/// `InvalidOperationException`.
pub fn invalid_operation(message: &str) -> Flow {
    raise(&INVALID_OPERATION_EXCEPTION, message)
}

/// `NullReferenceException`, for a receiver that is not what its type says.
pub fn null_reference() -> Flow {
    raise(&super::exceptions::NULL_REFERENCE_EXCEPTION, "Object reference not set to an instance of an object.")
}

fn with_parameter(ty: &'static NativeType, message: &str, parameter: &str) -> Flow {
    thrown(Exception::new(ty, format!("{message} (Parameter '{parameter}')")), parameter)
}

fn thrown(exception: Exception, parameter: &str) -> Flow {
    exception.properties.borrow_mut().set("ParamName".into(), Member::Note(Value::from(parameter)));
    let id = exception.ty.short_name();
    Flow::Error(Rc::new(ErrorRecord::new(Value::native(exception), id, ErrorCategory::NotSpecified, Value::Null)))
}

/// No overload takes that many arguments.
pub(super) fn no_overload(name: &str, count: usize) -> Flow {
    let message = format!("Cannot find an overload for \"{name}\" and the argument count: \"{count}\".");
    method_exception("MethodCountCouldNotFindBest", message)
}

/// Several overloads suit alike.
pub(super) fn ambiguous(name: &str, count: usize) -> Flow {
    let message = format!("Multiple ambiguous overloads found for \"{name}\" and the argument count: \"{count}\".");
    method_exception("MethodCountCouldNotFindBest", message)
}

/// A parameter `[ref]` got something else; `place` counts from one.
pub(super) fn needs_reference(place: usize) -> Flow {
    let message = format!("Argument: '{place}' should be a System.Management.Automation.PSReference. Use [ref].");
    method_exception("NonRefArgumentToRefParameterMsg", message)
}

/// A `[ref]` was given to a parameter that is none; `place` counts from one.
pub(super) fn needs_no_reference(place: usize) -> Flow {
    let message =
        format!("Argument: '{place}' should not be a System.Management.Automation.PSReference. Do not use [ref].");
    method_exception("RefArgumentToNonRefParameterMsg", message)
}

fn method_exception(id: &str, message: String) -> Flow {
    Fault::new(id, ErrorCategory::NotSpecified, message).of(&METHOD_EXCEPTION).into()
}

/// An argument does not convert to its parameter's type.
pub(super) fn argument_conversion(
    env: &mut dyn Env,
    flow: Flow,
    argument: &Value,
    ty: &TypeRef,
    parameter: &str,
    method: &str,
) -> Flow {
    let cause = match convert::cause(flow) {
        Ok(cause) => cause,
        Err(flow) => return flow,
    };
    let shown = convert::object_text(env, argument).unwrap_or_default();
    let message = format!(
        "Cannot convert argument \"{parameter}\", with value: \"{shown}\", for \"{method}\" to type \"{}\": \"{}\"",
        conversion_name(ty),
        convert::message_of(&cause),
    );
    Fault::new("MethodArgumentConversionInvalidCastArgument", ErrorCategory::NotSpecified, message)
        .of(&METHOD_EXCEPTION)
        .inner(cause)
        .into()
}

/// What a method threw, as the caller sees it.
pub(super) fn calling(flow: Flow, method: &str, count: usize) -> Flow {
    let Flow::Error(record) = flow else { return flow };
    if passes(&record) {
        return Flow::Error(record);
    }
    let name = if method == "new" { ".ctor" } else { method };
    let message =
        format!("Exception calling \"{name}\" with \"{count}\" argument(s): \"{}\"", record.exception_message());
    Fault::new(id_of(&record), ErrorCategory::NotSpecified, message)
        .of(&METHOD_INVOCATION_EXCEPTION)
        .inner(record.exception.clone())
        .into()
}

/// What reading a property threw.
pub(super) fn getting(flow: Flow, name: &str) -> Flow {
    wrapped(flow, "ExceptionWhenGetting", &super::exceptions::GET_VALUE_INVOCATION_EXCEPTION, "getting", name)
}

/// What setting a property threw.
pub(super) fn setting(flow: Flow, name: &str) -> Flow {
    wrapped(flow, "ExceptionWhenSetting", &super::exceptions::SET_VALUE_INVOCATION_EXCEPTION, "setting", name)
}

fn wrapped(flow: Flow, id: &str, ty: &'static NativeType, verb: &str, name: &str) -> Flow {
    let Flow::Error(record) = flow else { return flow };
    if passes(&record) {
        return Flow::Error(record);
    }
    let message = format!("Exception {verb} \"{name}\": \"{}\"", record.exception_message());
    Fault::new(id, ErrorCategory::NotSpecified, message).of(ty).inner(record.exception.clone()).into()
}

/// A property without a setter was set.
pub(super) fn read_only(name: &str) -> Flow {
    Fault::new(
        "PropertyAssignmentException",
        ErrorCategory::InvalidOperation,
        format!("'{name}' is a ReadOnly property."),
    )
    .into()
}

/// Errors that end more than the call are not wrapped.
pub(super) fn passes(record: &ErrorRecord) -> bool {
    record.exception.type_ref().is_some_and(|ty| {
        let native = ty.native();
        native.is(&super::exceptions::SCRIPT_CALL_DEPTH_EXCEPTION)
            || native.is(&super::exceptions::PIPELINE_STOPPED_EXCEPTION)
            || native.is(&super::exceptions::FLOW_CONTROL_EXCEPTION)
    })
}

fn id_of(record: &ErrorRecord) -> String {
    record.exception.type_ref().map_or_else(String::new, |ty| ty.short_name())
}

/// What the text layer could not read or write.
pub fn of_text(error: &crate::text::TextError) -> Flow {
    raise(super::registry::find_native(error.exception).unwrap_or(&FORMAT_EXCEPTION), error.message.as_str())
}

/// A number that must not be negative is.
pub(super) fn negative(parameter: &str, actual: i64) -> Flow {
    out_of_range_value(
        &format!("{parameter} ('{actual}') must be a non-negative value."),
        parameter,
        &actual.to_string(),
    )
}

/// A number exceeds its limit.
pub(super) fn too_large(parameter: &str, actual: i64, limit: i64) -> Flow {
    out_of_range_value(
        &format!("{parameter} ('{actual}') must be less than or equal to '{limit}'."),
        parameter,
        &actual.to_string(),
    )
}

/// A start that lies past the end.
pub(super) fn start_past_end() -> Flow {
    out_of_range(
        "Index was out of range. Must be non-negative and less than or equal to the size of the collection.",
        "startIndex",
    )
}

/// A count that reaches past the end.
pub(super) fn count_past_end() -> Flow {
    out_of_range(
        "Count must be positive and count must refer to a location within the string/array/collection.",
        "count",
    )
}

/// The result of the text layer with its error as an exception.
pub fn lift<T>(result: Result<T, crate::text::TextError>) -> crate::value::Outcome<T> {
    result.map_err(|error| of_text(&error))
}
