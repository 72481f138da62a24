//! The values that fields of a type have before they are set.

use super::known;
use crate::value::types::{self, NativeKind, TypeRef};
use crate::value::{EnumValue, Value};
use std::rc::Rc;

/// The default of a type: zero, false, a null character, the zero of a structure, null for classes.
pub fn default_of(ty: &TypeRef) -> Value {
    of_structure(ty).unwrap_or(Value::Null)
}

/// What a structure's constructor without arguments makes; `None` for classes.
pub(super) fn of_structure(ty: &TypeRef) -> Option<Value> {
    if ty.is_enum() {
        return Some(Value::Enum(Rc::new(EnumValue { ty: ty.clone(), value: 0 })));
    }
    let TypeRef::Native(native) = ty else {
        return generic_structure(ty);
    };
    if !matches!(native.kind, NativeKind::Struct) {
        return None;
    }
    let zeros: [(&types::NativeType, Value); 14] = [
        (&types::BOOLEAN, Value::Bool(false)),
        (&types::CHAR, Value::Char(0)),
        (&types::SBYTE, Value::SByte(0)),
        (&types::BYTE, Value::Byte(0)),
        (&types::INT16, Value::Int16(0)),
        (&types::UINT16, Value::UInt16(0)),
        (&types::INT32, Value::Int(0)),
        (&types::UINT32, Value::UInt32(0)),
        (&types::INT64, Value::Long(0)),
        (&types::UINT64, Value::UInt64(0)),
        (&types::SINGLE, Value::Single(0.0)),
        (&types::DOUBLE, Value::Double(0.0)),
        (&types::DECIMAL, Value::Decimal(Rc::default())),
        (&types::BIG_INTEGER, Value::BigInt(Rc::default())),
    ];
    zeros.into_iter().find(|(zero, _)| zero == native).map(|(_, value)| value).or_else(|| of_larger(native))
}

/// The zeros of structures that are objects here.
fn of_larger(native: &'static types::NativeType) -> Option<Value> {
    use crate::text::date::{DateOnly, DateTime, DateTimeOffset, TimeOnly, TimeSpan};
    if *native == known::DATE_TIME {
        return Some(Value::native(DateTime::MIN));
    }
    if *native == known::TIME_SPAN {
        return Some(Value::native(TimeSpan::ZERO));
    }
    if *native == known::DATE_TIME_OFFSET {
        return DateTimeOffset::new(DateTime::MIN, TimeSpan::ZERO).ok().map(Value::native);
    }
    if *native == known::DATE_ONLY {
        return Some(Value::native(DateOnly::from_date_time(DateTime::MIN)));
    }
    (*native == known::TIME_ONLY).then(|| Value::native(TimeOnly::from_date_time(DateTime::MIN)))
}

fn generic_structure(ty: &TypeRef) -> Option<Value> {
    let TypeRef::Generic(generic) = ty else { return None };
    if *generic.0 == types::NULLABLE {
        return Some(Value::Null);
    }
    (*generic.0 == known::KEY_VALUE_PAIR_2).then_some(Value::Null)
}
