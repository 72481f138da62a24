//! Which values print as text and not as objects.

use crate::text::Str;
use crate::text::symbol::same_name;
use crate::value::{TypeRef, Value, types};

/// Whether values of the type print as text: strings, numbers, booleans, characters, enums, secure strings.
pub fn is_scalar(value: &Value) -> bool {
    if let Some(name) = changed_type_name(value) {
        return SCALAR_NAMES.iter().any(|scalar| same_name(scalar, &name));
    }
    match value.base() {
        Value::Null | Value::Void | Value::Type(_) | Value::Array(_) | Value::Table(_) | Value::Object(_) => false,
        Value::Instance(_) => false,
        Value::Native(native) => {
            let ty = native.type_ref();
            ty.is_enum() || SCALAR_NAMES.contains(&ty.native().name) && matches!(ty, TypeRef::Native(_))
        }
        _ => true,
    }
}

/// The first type name of an object whose type names a script has changed.
fn changed_type_name(value: &Value) -> Option<Str> {
    value.extra()?.read(|parts| parts.type_names.as_ref().and_then(|names| names.first().cloned()))?
}

const SCALAR_NAMES: &[&str] = &[
    types::STRING.name,
    types::SBYTE.name,
    types::BYTE.name,
    types::INT16.name,
    types::UINT16.name,
    types::INT32.name,
    types::UINT32.name,
    types::INT64.name,
    types::UINT64.name,
    types::CHAR.name,
    types::SINGLE.name,
    types::DOUBLE.name,
    types::BOOLEAN.name,
    types::DECIMAL.name,
    "System.IntPtr",
    "System.Security.SecureString",
    types::BIG_INTEGER.name,
];
