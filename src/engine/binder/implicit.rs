//! The value of a script's parameter that is left out and has no default of its own.

use crate::text::Str;
use crate::value::number::NumberKind;
use crate::value::{SwitchParameter, TypeRef, Value, types};

/// An empty string, zero, false or an absent switch by the type; `None` where the parameter is null.
pub fn default_of(ty: &TypeRef) -> Option<Value> {
    let TypeRef::Native(native) = ty else { return None };
    if std::ptr::eq(*native, &types::STRING) {
        return Some(Value::Str(Str::default()));
    }
    if std::ptr::eq(*native, &types::BOOLEAN) {
        return Some(Value::Bool(false));
    }
    if std::ptr::eq(*native, &types::SWITCH_PARAMETER) {
        return Some(SwitchParameter::value(false));
    }
    NumberKind::of_type(native).map(NumberKind::zero)
}
