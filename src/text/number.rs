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

use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;
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

/// A whole number of any size as .NET makes a double of it: the first 53 bits, the rest cut; infinite beyond the range.
pub fn big_to_double(value: &BigInt) -> f64 {
    if let Some(small) = value.to_i32() {
        return f64::from(small);
    }
    let excess = value.bits().saturating_sub(53);
    let cut = (value.magnitude() >> excess) << excess;
    let double = cut.to_f64().unwrap_or(f64::INFINITY);
    if value.sign() == Sign::Minus { -double } else { double }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubles_of_large_numbers_are_cut() {
        assert_eq!(big_to_double(&BigInt::from(9_007_199_254_740_995i64)), 9_007_199_254_740_994.0);
        assert_eq!(big_to_double(&BigInt::from(u64::MAX)), 1.844_674_407_370_955e19);
        assert_eq!(big_to_double(&BigInt::from(10).pow(400)), f64::INFINITY);
    }
}
