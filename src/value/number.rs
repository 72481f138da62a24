//! The numeric types of .NET, what they hold and how whole numbers go into them.

use super::Value;
use super::types::{self, NativeType};
use crate::text::Number;
use num_bigint::BigInt;
use rust_decimal::Decimal;
use std::rc::Rc;

/// A numeric type, in the order in which `Type.GetTypeCode` ranks them; `BigInteger` comes last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NumberKind {
    SByte,
    Byte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Single,
    Double,
    Decimal,
    BigInteger,
}

impl NumberKind {
    pub const ALL: [NumberKind; 12] = [
        NumberKind::SByte,
        NumberKind::Byte,
        NumberKind::Int16,
        NumberKind::UInt16,
        NumberKind::Int32,
        NumberKind::UInt32,
        NumberKind::Int64,
        NumberKind::UInt64,
        NumberKind::Single,
        NumberKind::Double,
        NumberKind::Decimal,
        NumberKind::BigInteger,
    ];

    /// The kind of a number; `None` for every other value, also for booleans, characters and enums.
    pub fn of(value: &Value) -> Option<NumberKind> {
        Some(match value {
            Value::SByte(_) => NumberKind::SByte,
            Value::Byte(_) => NumberKind::Byte,
            Value::Int16(_) => NumberKind::Int16,
            Value::UInt16(_) => NumberKind::UInt16,
            Value::Int(_) => NumberKind::Int32,
            Value::UInt32(_) => NumberKind::UInt32,
            Value::Long(_) => NumberKind::Int64,
            Value::UInt64(_) => NumberKind::UInt64,
            Value::Single(_) => NumberKind::Single,
            Value::Double(_) => NumberKind::Double,
            Value::Decimal(_) => NumberKind::Decimal,
            Value::BigInt(_) => NumberKind::BigInteger,
            _ => return None,
        })
    }

    /// The kind that a type stands for, if it is a numeric type.
    pub fn of_type(ty: &'static NativeType) -> Option<NumberKind> {
        Self::ALL.into_iter().find(|kind| std::ptr::eq(kind.native(), ty))
    }

    /// The type itself.
    pub fn native(self) -> &'static NativeType {
        match self {
            NumberKind::SByte => &types::SBYTE,
            NumberKind::Byte => &types::BYTE,
            NumberKind::Int16 => &types::INT16,
            NumberKind::UInt16 => &types::UINT16,
            NumberKind::Int32 => &types::INT32,
            NumberKind::UInt32 => &types::UINT32,
            NumberKind::Int64 => &types::INT64,
            NumberKind::UInt64 => &types::UINT64,
            NumberKind::Single => &types::SINGLE,
            NumberKind::Double => &types::DOUBLE,
            NumberKind::Decimal => &types::DECIMAL,
            NumberKind::BigInteger => &types::BIG_INTEGER,
        }
    }

    /// Whether the type holds whole numbers of a fixed width.
    pub fn is_integer(self) -> bool {
        self <= NumberKind::UInt64
    }

    /// Whether the type holds whole numbers of a fixed width, negative ones too.
    pub fn is_signed(self) -> bool {
        matches!(self, NumberKind::SByte | NumberKind::Int16 | NumberKind::Int32 | NumberKind::Int64)
    }

    /// The bytes of a whole number of a fixed width.
    fn width(self) -> u32 {
        match self {
            NumberKind::SByte | NumberKind::Byte => 1,
            NumberKind::Int16 | NumberKind::UInt16 => 2,
            NumberKind::Int32 | NumberKind::UInt32 => 4,
            _ => 8,
        }
    }

    /// A whole number as this type; `None` when it does not fit.
    pub fn fit(self, number: i128) -> Option<Value> {
        Some(match self {
            NumberKind::SByte => Value::SByte(number.try_into().ok()?),
            NumberKind::Byte => Value::Byte(number.try_into().ok()?),
            NumberKind::Int16 => Value::Int16(number.try_into().ok()?),
            NumberKind::UInt16 => Value::UInt16(number.try_into().ok()?),
            NumberKind::Int32 => Value::Int(number.try_into().ok()?),
            NumberKind::UInt32 => Value::UInt32(number.try_into().ok()?),
            NumberKind::Int64 => Value::Long(number.try_into().ok()?),
            NumberKind::UInt64 => Value::UInt64(number.try_into().ok()?),
            NumberKind::Single => Value::Single(number as f32),
            NumberKind::Double => Value::Double(number as f64),
            NumberKind::Decimal => Value::Decimal(Rc::new(Decimal::try_from_i128_with_scale(number, 0).ok()?)),
            NumberKind::BigInteger => Value::BigInt(Rc::new(BigInt::from(number))),
        })
    }

    /// The zero of this type.
    pub fn zero(self) -> Value {
        self.fit(0).unwrap_or(Value::Int(0))
    }

    /// What .NET says when a value does not fit into this type.
    pub fn overflow_message(self) -> &'static str {
        match self {
            NumberKind::SByte => "Value was either too large or too small for a signed byte.",
            NumberKind::Byte => "Value was either too large or too small for an unsigned byte.",
            NumberKind::Int16 => "Value was either too large or too small for an Int16.",
            NumberKind::UInt16 => "Value was either too large or too small for a UInt16.",
            NumberKind::Int32 => "Value was either too large or too small for an Int32.",
            NumberKind::UInt32 => "Value was either too large or too small for a UInt32.",
            NumberKind::Int64 => "Value was either too large or too small for an Int64.",
            NumberKind::UInt64 => "Value was either too large or too small for a UInt64.",
            NumberKind::Single => "Value was either too large or too small for a Single.",
            NumberKind::Double => "Value was either too large or too small for a Double.",
            NumberKind::Decimal => "Value was either too large or too small for a Decimal.",
            NumberKind::BigInteger => "BigInteger cannot represent infinity.",
        }
    }
}

/// Whether .NET takes a number of one type for one of another without being asked: a narrower one for a wider one.
pub fn widens(from: &NativeType, to: &NativeType) -> bool {
    let kind = |ty: &NativeType| NumberKind::ALL.into_iter().find(|kind| *kind.native() == *ty);
    match (kind(from), kind(to)) {
        (Some(NumberKind::Single), Some(NumberKind::Double)) => true,
        (Some(from), Some(NumberKind::Single | NumberKind::Double)) => from.is_integer(),
        (Some(from), Some(to)) if from.is_integer() && to.is_integer() => {
            from.width() < to.width() && (to.is_signed() || !from.is_signed())
        }
        _ => false,
    }
}

/// The value of a whole number of a fixed width.
pub fn integer(value: &Value) -> Option<i128> {
    Some(match value {
        Value::SByte(n) => i128::from(*n),
        Value::Byte(n) => i128::from(*n),
        Value::Int16(n) => i128::from(*n),
        Value::UInt16(n) => i128::from(*n),
        Value::Int(n) => i128::from(*n),
        Value::UInt32(n) => i128::from(*n),
        Value::Long(n) => i128::from(*n),
        Value::UInt64(n) => i128::from(*n),
        _ => return None,
    })
}

/// The value as a text-layer number, for the formats that work on those; a single becomes the double of its digits.
pub fn as_number(value: &Value) -> Option<Number> {
    Some(match value {
        Value::SByte(n) => Number::SByte(*n),
        Value::Byte(n) => Number::Byte(*n),
        Value::Int16(n) => Number::Int16(*n),
        Value::UInt16(n) => Number::UInt16(*n),
        Value::Int(n) => Number::Int32(*n),
        Value::UInt32(n) => Number::UInt32(*n),
        Value::Long(n) => Number::Int64(*n),
        Value::UInt64(n) => Number::UInt64(*n),
        Value::Double(n) => Number::Double(*n),
        Value::Decimal(n) => Number::Decimal(**n),
        Value::BigInt(n) => Number::BigInt((**n).clone()),
        _ => return None,
    })
}

/// A decimal as a double.
pub fn decimal_to_double(value: &Decimal) -> f64 {
    crate::text::number::decimal::to_double(value)
}

/// A whole number of any size as a double; infinite beyond the doubles.
pub fn big_to_double(value: &BigInt) -> f64 {
    crate::text::number::big_to_double(value)
}
