//! `System.Exception` and the classes that derive from it.

use super::arguments::Arguments;
use super::exceptions;
use super::invoke::type_of_call;
use super::table::{Method, Property, TypeTable};
use crate::text::{Str, Symbol};
use crate::value::error::*;
use crate::value::object::Member;
use crate::value::types::{EXCEPTION, NativeType};
use crate::value::{Env, Exception, Outcome, Table, TableKind, Value, convert};
use std::rc::Rc;

pub(super) static TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("TargetSite", "System.Reflection.MethodBase", null),
        Property::new("Message", "string", message),
        Property::new("Data", "System.Collections.IDictionary", data),
        Property::new("InnerException", "System.Exception", inner_exception),
        Property::settable("HelpLink", "string", help_link, set_help_link),
        Property::settable("Source", "string", source, set_source),
        Property::settable("HResult", "int", h_result, set_h_result),
        Property::new("StackTrace", "string", stack_trace),
    ],
    methods: &[
        Method::new("System.Exception GetBaseException()", get_base_exception),
        Method::new("string ToString()", to_string),
    ],
    constructors: CONSTRUCTORS,
    ..TypeTable::of(&EXCEPTION)
};

/// The constructors that every class of exceptions has which lists none of its own.
pub(super) static CONSTRUCTORS: &[Method] = &[
    Method::new("System.Exception new()", new),
    Method::new("System.Exception new(string message)", new),
    Method::new("System.Exception new(string message, System.Exception innerException)", new),
];

pub(super) static ARGUMENT: TypeTable = TypeTable {
    properties: &[Property::new("ParamName", "string", param_name)],
    constructors: &[
        Method::new("System.ArgumentException new()", new),
        Method::new("System.ArgumentException new(string message)", new),
        Method::new("System.ArgumentException new(string message, System.Exception innerException)", new),
        Method::new(
            "System.ArgumentException new(string message, string paramName, System.Exception innerException)",
            new_with_parameter,
        ),
        Method::new("System.ArgumentException new(string message, string paramName)", new_with_parameter),
    ],
    ..TypeTable::of(&ARGUMENT_EXCEPTION)
};

pub(super) static ARGUMENT_NULL: TypeTable = TypeTable {
    constructors: &[
        Method::new("System.ArgumentNullException new()", new),
        Method::new("System.ArgumentNullException new(string paramName)", new_of_parameter),
        Method::new("System.ArgumentNullException new(string message, System.Exception innerException)", new),
        Method::new("System.ArgumentNullException new(string paramName, string message)", new_of_parameter),
    ],
    ..TypeTable::of(&ARGUMENT_NULL_EXCEPTION)
};

pub(super) static ARGUMENT_OUT_OF_RANGE: TypeTable = TypeTable {
    properties: &[Property::new("ActualValue", "System.Object", actual_value)],
    constructors: &[
        Method::new("System.ArgumentOutOfRangeException new()", new),
        Method::new("System.ArgumentOutOfRangeException new(string paramName)", new_of_parameter),
        Method::new("System.ArgumentOutOfRangeException new(string paramName, string message)", new_of_parameter),
        Method::new("System.ArgumentOutOfRangeException new(string message, System.Exception innerException)", new),
        Method::new(
            "System.ArgumentOutOfRangeException new(string paramName, System.Object actualValue, string message)",
            new_of_value,
        ),
    ],
    ..TypeTable::of(&ARGUMENT_OUT_OF_RANGE_EXCEPTION)
};

pub(super) static FILE_NOT_FOUND: TypeTable = TypeTable {
    properties: &[Property::new("FileName", "string", file_name), Property::new("FusionLog", "string", null)],
    constructors: &[
        Method::new("System.IO.FileNotFoundException new()", new),
        Method::new("System.IO.FileNotFoundException new(string message)", new),
        Method::new("System.IO.FileNotFoundException new(string message, System.Exception innerException)", new),
        Method::new("System.IO.FileNotFoundException new(string message, string fileName)", new_of_file),
        Method::new(
            "System.IO.FileNotFoundException new(string message, string fileName, System.Exception innerException)",
            new_of_file,
        ),
    ],
    ..TypeTable::of(&exceptions::FILE_NOT_FOUND_EXCEPTION)
};

pub(super) static OBJECT_DISPOSED: TypeTable = TypeTable {
    properties: &[Property::new("ObjectName", "string", object_name)],
    constructors: &[
        Method::new("System.ObjectDisposedException new(string objectName)", new_of_object),
        Method::new("System.ObjectDisposedException new(string objectName, string message)", new_of_object),
        Method::new("System.ObjectDisposedException new(string message, System.Exception innerException)", new),
    ],
    ..TypeTable::of(&exceptions::OBJECT_DISPOSED_EXCEPTION)
};

pub(super) static AGGREGATE: TypeTable = TypeTable {
    properties: &[Property::new(
        "InnerExceptions",
        "System.Collections.ObjectModel.ReadOnlyCollection[System.Exception]",
        inner_exceptions,
    )],
    constructors: &[
        Method::new("System.AggregateException new()", new),
        Method::new("System.AggregateException new(string message)", new),
        Method::new("System.AggregateException new(string message, System.Exception innerException)", new_aggregate),
        Method::new("System.AggregateException new(Params System.Exception[] innerExceptions)", new_aggregate),
        Method::new(
            "System.AggregateException new(string message, Params System.Exception[] innerExceptions)",
            new_aggregate,
        ),
    ],
    methods: &[
        Method::new("System.AggregateException Flatten()", itself),
        Method::new("System.Exception GetBaseException()", get_base_exception),
    ],
    ..TypeTable::of(&exceptions::AGGREGATE_EXCEPTION)
};

pub(super) static RUNTIME: TypeTable = TypeTable {
    properties: &[
        Property::new("ErrorRecord", "System.Management.Automation.ErrorRecord", error_record),
        Property::new("WasThrownFromThrowStatement", "bool", was_thrown),
    ],
    constructors: &[
        Method::new("System.Management.Automation.RuntimeException new()", new),
        Method::new("System.Management.Automation.RuntimeException new(string message)", new),
        Method::new(
            "System.Management.Automation.RuntimeException new(string message, System.Exception innerException)",
            new,
        ),
        Method::new(
            "System.Management.Automation.RuntimeException new(string message, System.Exception innerException, \
             System.Management.Automation.ErrorRecord errorRecord)",
            new_with_record,
        ),
    ],
    ..TypeTable::of(&RUNTIME_EXCEPTION)
};

fn native(this: &Value) -> Outcome<&Exception> {
    super::invoke::receiver::<Exception>(this)
}

fn extra(this: &Value, name: &str) -> Outcome<Value> {
    let value = match native(this)?.properties.borrow().get(Symbol::new(name)) {
        Some(Member::Note(value)) => value.clone(),
        _ => Value::Null,
    };
    Ok(value)
}

fn set_extra(this: &Value, name: &str, value: Value) -> Outcome<()> {
    native(this)?.properties.borrow_mut().set(Str::from(name), Member::Note(value));
    Ok(())
}

fn null(_env: &mut dyn Env, _this: &Value) -> Outcome<Value> {
    Ok(Value::Null)
}

fn message(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Str(native(this)?.message.clone()))
}

fn data(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let mut data = native(this)?.data.borrow_mut();
    if data.is_null() {
        *data = Value::Table(Rc::new(Table::new(TableKind::SensitiveHashtable)));
    }
    Ok(data.clone())
}

fn inner_exception(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(native(this)?.inner.clone())
}

fn help_link(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    extra(this, "HelpLink")
}

fn set_help_link(_env: &mut dyn Env, this: &Value, value: Value) -> Outcome<()> {
    set_extra(this, "HelpLink", value)
}

fn source(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let own = extra(this, "Source")?;
    if !own.is_null() || stack_trace_of(this)?.is_null() {
        return Ok(own);
    }
    let ty = native(this)?.ty;
    let assembly = if ty.name.starts_with("System.Management.Automation.") {
        "System.Management.Automation"
    } else {
        "System.Private.CoreLib"
    };
    Ok(Value::from(assembly))
}

fn set_source(_env: &mut dyn Env, this: &Value, value: Value) -> Outcome<()> {
    set_extra(this, "Source", value)
}

/// The numbers that Windows gives to kinds of failures, which .NET keeps everywhere.
static H_RESULTS: &[(&NativeType, u32)] = &[
    (&ARGUMENT_EXCEPTION, 0x8007_0057),
    (&ARGUMENT_NULL_EXCEPTION, 0x8000_4003),
    (&ARGUMENT_OUT_OF_RANGE_EXCEPTION, 0x8013_1502),
    (&ARITHMETIC_EXCEPTION, 0x8007_0216),
    (&DIVIDE_BY_ZERO_EXCEPTION, 0x8002_0012),
    (&OVERFLOW_EXCEPTION, 0x8013_1516),
    (&FORMAT_EXCEPTION, 0x8013_1537),
    (&INVALID_CAST_EXCEPTION, 0x8000_4002),
    (&INVALID_OPERATION_EXCEPTION, 0x8013_1509),
    (&NOT_SUPPORTED_EXCEPTION, 0x8013_1515),
    (&INDEX_OUT_OF_RANGE_EXCEPTION, 0x8013_1508),
    (&SYSTEM_EXCEPTION, 0x8013_1501),
    (&EXCEPTION, 0x8013_1500),
    (&exceptions::TIMEOUT_EXCEPTION, 0x8013_1505),
    (&exceptions::UNAUTHORIZED_ACCESS_EXCEPTION, 0x8007_0005),
    (&exceptions::NULL_REFERENCE_EXCEPTION, 0x8000_4003),
    (&exceptions::NOT_IMPLEMENTED_EXCEPTION, 0x8000_4001),
    (&exceptions::OBJECT_DISPOSED_EXCEPTION, 0x8013_1622),
    (&exceptions::OPERATION_CANCELED_EXCEPTION, 0x8013_153B),
    (&exceptions::KEY_NOT_FOUND_EXCEPTION, 0x8013_1577),
    (&exceptions::FILE_NOT_FOUND_EXCEPTION, 0x8007_0002),
    (&exceptions::DIRECTORY_NOT_FOUND_EXCEPTION, 0x8007_0003),
    (&exceptions::PATH_TOO_LONG_EXCEPTION, 0x8007_00CE),
    (&exceptions::END_OF_STREAM_EXCEPTION, 0x8007_0026),
    (&exceptions::IO_EXCEPTION, 0x8013_1620),
];

fn h_result(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let own = extra(this, "HResult")?;
    if !own.is_null() {
        return Ok(own);
    }
    let mut ty = Some(native(this)?.ty);
    while let Some(current) = ty {
        if let Some((_, code)) = H_RESULTS.iter().find(|(known, _)| *known == current) {
            return Ok(Value::Int(code.cast_signed()));
        }
        ty = current.base;
    }
    Ok(Value::Int(0x8013_1500_u32.cast_signed()))
}

fn set_h_result(_env: &mut dyn Env, this: &Value, value: Value) -> Outcome<()> {
    set_extra(this, "HResult", value)
}

fn stack_trace_of(this: &Value) -> Outcome<Value> {
    extra(this, "StackTrace")
}

fn stack_trace(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    stack_trace_of(this)
}

fn param_name(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    extra(this, "ParamName")
}

fn actual_value(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    extra(this, "ActualValue")
}

fn file_name(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    extra(this, "FileName")
}

fn object_name(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    extra(this, "ObjectName")
}

fn inner_exceptions(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    extra(this, "InnerExceptions")
}

fn error_record(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let exception = native(this)?;
    if let Some(record) = exception.record.borrow().as_ref() {
        return Ok(Value::native(record.clone()));
    }
    let id = if *exception.ty == RUNTIME_EXCEPTION { "RuntimeException" } else { exception.ty.short_name() };
    let record = Rc::new(ErrorRecord::new(this.clone(), id, ErrorCategory::NotSpecified, Value::Null));
    Ok(Value::native(record))
}

fn was_thrown(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let record = native(this)?.record.borrow();
    Ok(Value::Bool(record.as_ref().is_some_and(|record| record.thrown.get())))
}

fn get_base_exception(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let mut current = this.clone();
    while let Some(exception) = current.downcast::<Exception>() {
        if exception.inner.is_null() {
            break;
        }
        let inner = exception.inner.clone();
        current = inner;
    }
    Ok(current)
}

fn itself(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(this.clone())
}

fn to_string(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::from(described(this)?))
}

fn described(this: &Value) -> Outcome<String> {
    let exception = native(this)?;
    let name = this.type_ref().map_or_else(String::new, |ty| ty.full_name());
    let mut text = if exception.message.is_empty() { name } else { format!("{name}: {}", exception.message) };
    if !exception.inner.is_null() {
        let inner = described(&exception.inner)?;
        text.push_str(&format!("\n ---> {inner}\n   --- End of inner exception stack trace ---"));
    }
    if let Value::Str(trace) = stack_trace_of(this)? {
        text.push('\n');
        text.push_str(&trace);
    }
    Ok(text)
}

/// What an exception says when nothing was given.
static DEFAULT_MESSAGES: &[(&NativeType, &str)] = &[
    (&ARGUMENT_EXCEPTION, "Value does not fall within the expected range."),
    (&ARGUMENT_NULL_EXCEPTION, "Value cannot be null."),
    (&ARGUMENT_OUT_OF_RANGE_EXCEPTION, "Specified argument was out of the range of valid values."),
    (&ARITHMETIC_EXCEPTION, "Overflow or underflow in the arithmetic operation."),
    (&DIVIDE_BY_ZERO_EXCEPTION, "Attempted to divide by zero."),
    (&OVERFLOW_EXCEPTION, "Arithmetic operation resulted in an overflow."),
    (&FORMAT_EXCEPTION, "One of the identified items was in an invalid format."),
    (&INVALID_CAST_EXCEPTION, "Specified cast is not valid."),
    (&INVALID_OPERATION_EXCEPTION, "Operation is not valid due to the current state of the object."),
    (&NOT_SUPPORTED_EXCEPTION, "Specified method is not supported."),
    (&INDEX_OUT_OF_RANGE_EXCEPTION, "Index was outside the bounds of the array."),
    (&SYSTEM_EXCEPTION, "System error."),
    (&exceptions::APPLICATION_EXCEPTION, "Error in the application."),
    (&exceptions::TIMEOUT_EXCEPTION, "The operation has timed out."),
    (&exceptions::UNAUTHORIZED_ACCESS_EXCEPTION, "Attempted to perform an unauthorized operation."),
    (&exceptions::NULL_REFERENCE_EXCEPTION, "Object reference not set to an instance of an object."),
    (&exceptions::NOT_IMPLEMENTED_EXCEPTION, "The method or operation is not implemented."),
    (&exceptions::OPERATION_CANCELED_EXCEPTION, "The operation was canceled."),
    (&exceptions::KEY_NOT_FOUND_EXCEPTION, "The given key was not present in the dictionary."),
    (&exceptions::FILE_NOT_FOUND_EXCEPTION, "Unable to find the specified file."),
    (&exceptions::DIRECTORY_NOT_FOUND_EXCEPTION, "Attempted to access a path that is not on the disk."),
    (
        &exceptions::PATH_TOO_LONG_EXCEPTION,
        "The specified file name or path is too long, or a component of the specified path is too long.",
    ),
    (&exceptions::END_OF_STREAM_EXCEPTION, "Attempted to read past the end of the stream."),
    (&exceptions::IO_EXCEPTION, "I/O error occurred."),
    (&exceptions::OUT_OF_MEMORY_EXCEPTION, "Insufficient memory to continue the execution of the program."),
    (&exceptions::STACK_OVERFLOW_EXCEPTION, "Operation caused a stack overflow."),
    (&exceptions::RANK_EXCEPTION, "Attempted to operate on an array with the incorrect number of dimensions."),
    (&exceptions::PLATFORM_NOT_SUPPORTED_EXCEPTION, "Operation is not supported on this platform."),
    (
        &exceptions::ARRAY_TYPE_MISMATCH_EXCEPTION,
        "Attempted to access an element as a type incompatible with the array.",
    ),
    (&exceptions::SECURITY_EXCEPTION, "Security error."),
    (&exceptions::INVALID_DATA_EXCEPTION, "Found invalid data while decoding."),
    (&exceptions::AGGREGATE_EXCEPTION, "One or more errors occurred."),
    (&exceptions::CRYPTOGRAPHIC_EXCEPTION, "Error occurred during a cryptographic operation."),
    (&exceptions::URI_FORMAT_EXCEPTION, "One of the identified items was in an invalid format."),
    (&exceptions::PS_ARGUMENT_EXCEPTION, "Value does not fall within the expected range."),
];

fn default_message(ty: &'static NativeType) -> Str {
    match DEFAULT_MESSAGES.iter().find(|(known, _)| *known == ty) {
        Some((_, message)) => Str::from(*message),
        None => Str::from(format!("Exception of type '{}' was thrown.", ty.name)),
    }
}

/// An exception of the type that the constructor was called on.
fn of_call(this: &Value, message: Option<Str>, inner: Value) -> Exception {
    let ty = type_of_call(this).native();
    Exception::new(ty, message.unwrap_or_else(|| default_message(ty))).with_inner(inner)
}

/// A message that was given; null stands for the default one.
fn given(arguments: &[Value], place: usize) -> Option<Str> {
    (!arguments.is_null(place)).then(|| arguments.text(place))
}

fn new(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::native(of_call(this, given(arguments, 0), arguments.value(1))))
}

fn with_note(exception: Exception, name: &str, value: Value) -> Value {
    exception.properties.borrow_mut().set(Str::from(name), Member::Note(value));
    Value::native(exception)
}

/// The message with the parameter's name behind it, as `Message` shows it.
fn naming(message: &str, parameter: &str) -> Str {
    if parameter.is_empty() { Str::from(message) } else { Str::from(format!("{message} (Parameter '{parameter}')")) }
}

fn new_with_parameter(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let ty = type_of_call(this).native();
    let message = given(arguments, 0).unwrap_or_else(|| default_message(ty));
    let parameter = arguments.text(1);
    let exception = of_call(this, Some(naming(&message, &parameter)), arguments.value(2));
    Ok(with_note(exception, "ParamName", Value::Str(parameter)))
}

fn new_of_parameter(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let ty = type_of_call(this).native();
    let parameter = arguments.text(0);
    let message = given(arguments, 1).unwrap_or_else(|| default_message(ty));
    Ok(with_note(of_call(this, Some(naming(&message, &parameter)), Value::Null), "ParamName", Value::Str(parameter)))
}

fn new_of_value(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let parameter = arguments.text(0);
    let shown = convert::object_text(env, &arguments.value(1))?;
    let mut message = naming(&arguments.text(2), &parameter).to_string();
    if !arguments.is_null(1) {
        message.push_str(&format!("\nActual value was {shown}."));
    }
    let exception = of_call(this, Some(Str::from(message)), Value::Null);
    exception.properties.borrow_mut().set(Str::from("ActualValue"), Member::Note(arguments.value(1)));
    Ok(with_note(exception, "ParamName", Value::Str(parameter)))
}

fn new_of_file(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(with_note(of_call(this, given(arguments, 0), arguments.value(2)), "FileName", arguments.value(1)))
}

fn new_of_object(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let name = arguments.text(0);
    let message = given(arguments, 1).unwrap_or_else(|| Str::from("Cannot access a disposed object."));
    let message = if name.is_empty() { message } else { Str::from(format!("{message}\nObject name: '{name}'.")) };
    Ok(with_note(of_call(this, Some(message), Value::Null), "ObjectName", Value::Str(name)))
}

fn new_aggregate(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (message, place) = match arguments.value(0) {
        Value::Str(message) => (Some(message), 1),
        _ => (None, 0),
    };
    let inner = arguments.items(place);
    let mut text = message.unwrap_or_else(|| default_message(&exceptions::AGGREGATE_EXCEPTION)).to_string();
    for exception in &inner {
        if let Some(exception) = exception.downcast::<Exception>() {
            text.push_str(&format!(" ({})", exception.message));
        }
    }
    let first = inner.first().cloned().unwrap_or_default();
    let all = super::arguments::typed_array(&EXCEPTION, inner);
    Ok(with_note(of_call(this, Some(Str::from(text)), first), "InnerExceptions", all))
}

fn new_with_record(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let exception = of_call(this, given(arguments, 0), arguments.value(1));
    let record = arguments.value(2).downcast::<Rc<ErrorRecord>>().cloned();
    exception.record.replace(record);
    Ok(Value::native(exception))
}
