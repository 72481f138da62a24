//! `GetHashCode()`: .NET's values for numbers, a stable one for the rest.

use crate::value::{TableKey, Value};
use std::hash::{DefaultHasher, Hash, Hasher};

/// The hash code of a value. Numbers have .NET's codes; those of texts differ from run to run in .NET, so that any
/// number that is equal for equal values will do.
pub fn code_of(value: &Value) -> i32 {
    match value.base() {
        Value::Bool(b) => i32::from(*b),
        Value::Char(n) => i32::from(*n) | (i32::from(*n) << 16),
        Value::SByte(n) => i32::from(*n),
        Value::Byte(n) => i32::from(*n),
        Value::Int16(n) => i32::from(*n),
        Value::UInt16(n) => i32::from(*n),
        Value::Int(n) => *n,
        Value::UInt32(n) => n.cast_signed(),
        Value::Long(n) => folded(n.cast_unsigned()),
        Value::UInt64(n) => folded(*n),
        Value::Double(n) => folded(double_bits(*n)),
        Value::Single(n) => {
            if *n == 0.0 {
                0
            } else {
                n.to_bits().cast_signed()
            }
        }
        Value::Enum(value) => i32::try_from(value.value).unwrap_or_else(|_| folded(value.value.cast_unsigned())),
        other => {
            let mut hasher = DefaultHasher::new();
            TableKey::of(other, true).hash(&mut hasher);
            folded(hasher.finish())
        }
    }
}

fn double_bits(n: f64) -> u64 {
    if n == 0.0 || n.is_nan() { n.abs().to_bits() & f64::INFINITY.to_bits() } else { n.to_bits() }
}

fn folded(bits: u64) -> i32 {
    ((bits ^ (bits >> 32)) as u32).cast_signed()
}
