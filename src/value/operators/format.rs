//! `-f`: composite formats, and a value under a format string.

use crate::text::format::{Piece, align, format_number, format_single, parse_composite};
use crate::text::{Str, TextError};
use crate::value::convert::{current_culture, exception_of, object_text};
use crate::value::error::{ErrorCategory, FORMAT_EXCEPTION, Fault, Flow};
use crate::value::number::as_number;
use crate::value::{EnumValue, Env, Outcome, Value, convert};

/// `format -f arguments`.
///
/// # Errors
/// `FormatError` for a format that is none, an index without an argument, or a format that an argument does not know.
pub fn format_operator(env: &mut dyn Env, format: &str, arguments: &[Value]) -> Outcome<Value> {
    let pieces = parse_composite(format).map_err(|fault| format_error(format, &fault))?;
    let mut out = String::with_capacity(format.len());
    for piece in pieces {
        match piece {
            Piece::Text(text) => out.push_str(&text),
            Piece::Hole { index, alignment, format: own } => {
                let Some(argument) = arguments.get(index) else {
                    let message = "Index (zero based) must be greater than or equal to zero and less than the size of \
                                   the argument list.";
                    return Err(format_error(format, &TextError::format(message)));
                };
                let text = match format_value(env, argument, own.as_deref()) {
                    Ok(text) => text,
                    Err(flow) => return Err(wrapped(format, flow)),
                };
                out.push_str(&align(&text, alignment));
            }
        }
    }
    Ok(Value::from(out))
}

/// The text of a value under a format string in the current culture; without one, or for a type that takes none, what
/// its `ToString()` gives.
///
/// # Errors
/// .NET's `FormatException` for a format that the type does not know.
pub fn format_value(env: &mut dyn Env, value: &Value, format: Option<&str>) -> Outcome<Str> {
    let Some(format) = format else { return object_text(env, value) };
    let base = value.base();
    if let Some(number) = as_number(base) {
        return formatted(format_number(&number, format, current_culture(env)));
    }
    match base {
        Value::Single(n) => formatted(format_single(*n, format, current_culture(env))),
        Value::Enum(value) => enum_text(value, format),
        Value::Native(native) => match native.data().format(env, format)? {
            Some(text) => Ok(text),
            None => object_text(env, value),
        },
        _ => object_text(env, value),
    }
}

fn formatted(result: Result<String, TextError>) -> Outcome<Str> {
    match result {
        Ok(text) => Ok(text.into()),
        Err(fault) => Err(Fault::exception(convert::exception_type(&fault), fault.message.as_str()).into()),
    }
}

/// `Enum.ToString(format)`: `G` and `F` the name, `D` the number, `X` the number in hex.
fn enum_text(value: &EnumValue, format: &str) -> Outcome<Str> {
    match format {
        "" | "g" | "G" | "f" | "F" => Ok(value.name()),
        "d" | "D" => Ok(value.value.to_string().into()),
        "x" | "X" => match i32::try_from(value.value) {
            Ok(number) => Ok(format!("{number:08X}").into()),
            Err(_) => Ok(format!("{:016X}", value.value).into()),
        },
        _ => {
            let message = "Format string can be only \"G\", \"g\", \"X\", \"x\", \"F\", \"f\", \"D\" or \"d\".";
            Err(Fault::exception(&FORMAT_EXCEPTION, message).into())
        }
    }
}

fn format_error(format: &str, fault: &TextError) -> Flow {
    error_for(format, exception_of(fault))
}

fn error_for(format: &str, reason: Value) -> Flow {
    let message = format!("Error formatting a string: {}.", convert::message_of(&reason));
    let fault = Fault::new("FormatError", ErrorCategory::InvalidOperation, message);
    fault.target(Value::from(format)).into()
}

fn wrapped(format: &str, flow: Flow) -> Flow {
    match convert::cause(flow) {
        Ok(reason) => error_for(format, reason),
        Err(flow) => flow,
    }
}
