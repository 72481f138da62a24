//! `-is`: whether a value is of a type.

use crate::value::{TypeRef, Value, types};

/// `value -is ty`: null is of no type, a value is of its type's bases and interfaces too.
///
/// An array is of its very type, not of that of an array of bases. `[psobject]` and `[pscustomobject]` take custom objects and values that carry members of their own.
pub fn is_type(value: &Value, ty: &TypeRef) -> bool {
    if let TypeRef::Native(native) = ty
        && (std::ptr::eq(*native, &types::PS_OBJECT) || std::ptr::eq(*native, &types::PS_CUSTOM_OBJECT))
    {
        return matches!(value, Value::Object(_));
    }
    if let TypeRef::Generic(generic) = ty
        && std::ptr::eq(generic.0, &types::NULLABLE)
    {
        return false;
    }
    match (value.base().type_ref(), ty) {
        (Some(own @ TypeRef::Array(_)), TypeRef::Array(_)) => own == *ty,
        (Some(own), _) => own.is(ty),
        (None, _) => false,
    }
}
