//! Errors of kinds that several cmdlets raise.

use crate::text::Str;
use crate::types::exceptions::{ITEM_NOT_FOUND_EXCEPTION, PS_ARGUMENT_EXCEPTION};
use crate::value::error::{ARGUMENT_EXCEPTION, INVALID_OPERATION_EXCEPTION};
use crate::value::{ErrorCategory, Fault, Value};

/// An `ArgumentException`; with a parameter its message names it.
pub fn argument(id: &str, message: &str, parameter: &str) -> Fault {
    Fault::new(id, ErrorCategory::InvalidArgument, named(message, parameter)).of(&ARGUMENT_EXCEPTION)
}

/// A `PSArgumentException`; with a parameter its message names it.
pub fn ps_argument(id: &str, category: ErrorCategory, message: &str, parameter: &str) -> Fault {
    Fault::new(id, category, named(message, parameter)).of(&PS_ARGUMENT_EXCEPTION)
}

/// An `InvalidOperationException`.
pub fn invalid_operation(id: &str, category: ErrorCategory, message: impl Into<Str>) -> Fault {
    Fault::new(id, category, message).of(&INVALID_OPERATION_EXCEPTION)
}

/// Something of the session that does not exist under a name.
pub fn item_not_found(id: &str, message: impl Into<Str>, name: &str) -> Fault {
    Fault::new(id, ErrorCategory::ObjectNotFound, message).of(&ITEM_NOT_FOUND_EXCEPTION).target(Value::from(name))
}

fn named(message: &str, parameter: &str) -> String {
    if parameter.is_empty() { message.to_string() } else { format!("{message} (Parameter '{parameter}')") }
}
