//! Numbers as PowerShell writes them; the lexer and the conversions share this scanner.

pub mod decimal;
mod digits;
mod parse;
mod reader;
mod scan;
mod styles;

pub use digits::{Digits, DigitsKind};
pub use parse::{parse_big_integer, parse_decimal, parse_double, parse_integer, parse_single};
pub use scan::{Scanned, parse_number_string, scan, scan_prefix};
pub use styles::{IntegerKind, NumberStyles};

use num_bigint::BigInt;
use rust_decimal::Decimal;

/// A number with the .NET type that its text asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Number {
    SByte(i8),
    Byte(u8),
    Int16(i16),
    UInt16(u16),
    Int32(i32),
    UInt32(u32),
    Int64(i64),
    UInt64(u64),
    Double(f64),
    Decimal(Decimal),
    BigInt(BigInt),
}
