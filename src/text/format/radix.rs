//! Hexadecimal and binary forms of whole numbers.

use num_bigint::{BigInt, Sign};

/// The bits of a number of fixed width; `letter` is `X`, `x`, `B` or `b`.
pub(super) fn fixed(bits: u128, letter: char, width: usize) -> String {
    let digits = match letter {
        'X' => format!("{bits:X}"),
        'x' => format!("{bits:x}"),
        _ => format!("{bits:b}"),
    };
    format!("{}{digits}", "0".repeat(width.saturating_sub(digits.len())))
}

/// The two's complement of a number without a fixed width, whose first digit shows the sign.
pub(super) fn unbounded(value: &BigInt, letter: char, width: usize) -> String {
    let bits_each = if letter.eq_ignore_ascii_case(&'X') { 4 } else { 1 };
    // One bit more than the magnitude needs, rounded up to whole digits; -8 needs one hexadecimal digit only.
    let needed = if value.sign() == Sign::Minus { (value + 1u8).bits() } else { value.bits() } + 1;
    let length = needed.div_ceil(bits_each).max(1);
    let negative = value.sign() == Sign::Minus;
    let wrapped = if negative { value + (BigInt::from(1) << (length * bits_each)) } else { value.clone() };
    let digits = match letter {
        'X' => format!("{wrapped:X}"),
        'x' => format!("{wrapped:x}"),
        _ => format!("{wrapped:b}"),
    };
    let length = usize::try_from(length).unwrap_or(digits.len());
    let digits = format!("{}{digits}", "0".repeat(length.saturating_sub(digits.len())));
    let fill = match letter {
        _ if !negative => "0",
        'X' => "F",
        'x' => "f",
        _ => "1",
    };
    format!("{}{digits}", fill.repeat(width.saturating_sub(length)))
}
