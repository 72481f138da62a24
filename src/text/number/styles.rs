//! Number styles and the whole-number types of a fixed width.

use super::Number;
use crate::text::TextError;
use num_traits::ToPrimitive;
use std::ops::BitOr;

/// .NET's `NumberStyles`, with its bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberStyles(pub u32);

impl NumberStyles {
    pub const NONE: Self = NumberStyles(0);
    pub const LEADING_WHITE: Self = NumberStyles(0x1);
    pub const TRAILING_WHITE: Self = NumberStyles(0x2);
    pub const LEADING_SIGN: Self = NumberStyles(0x4);
    pub const TRAILING_SIGN: Self = NumberStyles(0x8);
    pub const PARENTHESES: Self = NumberStyles(0x10);
    pub const DECIMAL_POINT: Self = NumberStyles(0x20);
    pub const THOUSANDS: Self = NumberStyles(0x40);
    pub const EXPONENT: Self = NumberStyles(0x80);
    pub const CURRENCY_SYMBOL: Self = NumberStyles(0x100);
    pub const HEX_SPECIFIER: Self = NumberStyles(0x200);
    pub const BINARY_SPECIFIER: Self = NumberStyles(0x400);
    /// What `[int]::Parse` takes.
    pub const INTEGER: Self = NumberStyles(0x7);
    /// What `[decimal]::Parse` takes.
    pub const NUMBER: Self = NumberStyles(0x6f);
    /// White space, sign, point and exponent.
    pub const FLOAT: Self = NumberStyles(0xa7);
    /// What `[double]::Parse` takes.
    pub const FLOAT_THOUSANDS: Self = NumberStyles(0xe7);

    /// Whether any of the bits of `other` is set.
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for NumberStyles {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        NumberStyles(self.0 | other.0)
    }
}

/// The whole-number types of a fixed width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IntegerKind {
    SByte,
    Byte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
}

impl IntegerKind {
    /// The width in bits.
    pub fn bits(self) -> u32 {
        match self {
            IntegerKind::SByte | IntegerKind::Byte => 8,
            IntegerKind::Int16 | IntegerKind::UInt16 => 16,
            IntegerKind::Int32 | IntegerKind::UInt32 => 32,
            IntegerKind::Int64 | IntegerKind::UInt64 => 64,
        }
    }

    /// Whether the type has negative values.
    pub fn is_signed(self) -> bool {
        matches!(self, IntegerKind::SByte | IntegerKind::Int16 | IntegerKind::Int32 | IntegerKind::Int64)
    }

    /// The overflow error of the type, as conversions to it raise it.
    pub fn overflow(self) -> TextError {
        let name = match self {
            IntegerKind::SByte => "a signed byte",
            IntegerKind::Byte => "an unsigned byte",
            IntegerKind::Int16 => "an Int16",
            IntegerKind::UInt16 => "a UInt16",
            IntegerKind::Int32 => "an Int32",
            IntegerKind::UInt32 => "a UInt32",
            IntegerKind::Int64 => "an Int64",
            IntegerKind::UInt64 => "a UInt64",
        };
        TextError::overflow(format!("Value was either too large or too small for {name}."))
    }

    /// The value as this type, if it fits.
    pub fn fit(self, value: i128) -> Option<Number> {
        match self {
            IntegerKind::SByte => value.to_i8().map(Number::SByte),
            IntegerKind::Byte => value.to_u8().map(Number::Byte),
            IntegerKind::Int16 => value.to_i16().map(Number::Int16),
            IntegerKind::UInt16 => value.to_u16().map(Number::UInt16),
            IntegerKind::Int32 => value.to_i32().map(Number::Int32),
            IntegerKind::UInt32 => value.to_u32().map(Number::UInt32),
            IntegerKind::Int64 => value.to_i64().map(Number::Int64),
            IntegerKind::UInt64 => value.to_u64().map(Number::UInt64),
        }
    }
}
