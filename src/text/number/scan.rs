//! The number token of the language: digits, radix prefix, exponent, type suffix and multiplier.

use super::{Number, NumberStyles, big_to_double, decimal, parse_decimal};
use crate::text::Culture;
use num_bigint::BigInt;
use num_traits::{FromPrimitive, ToPrimitive, Zero};
use rust_decimal::Decimal;

/// What a text begins with when it has the shape of a number.
#[derive(Clone, Debug, PartialEq)]
pub struct Scanned {
    /// The bytes that the token takes.
    pub length: usize,
    /// Its value, or `None` when the value does not fit the type that the token asks for.
    pub value: Option<Number>,
}

/// The number token that `text` begins with, without a sign; `None` when the text has not the shape of a number.
///
/// A token such as `1kx` or `12abc` is the caller's to reject: it looks at what follows `length`.
pub fn scan_prefix(text: &str) -> Option<Scanned> {
    if !text.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return None;
    }
    Shape::read(text).map(|shape| Scanned { length: shape.length, value: shape.value(text) })
}

/// The value of `text` when all of it is one number token without a sign.
pub fn scan(text: &str) -> Option<Number> {
    scan_prefix(text).filter(|scanned| scanned.length == text.len())?.value
}

/// The number that arithmetic reads in a string: blanks around it are cut, an empty one is 0, a sign is allowed.
pub fn parse_number_string(text: &str) -> Option<Number> {
    let text = text.trim();
    if text.is_empty() {
        return Some(Number::Int32(0));
    }
    let mut rest = text.chars();
    let first = rest.next()?;
    if first != '+' && !is_dash(first) {
        return scan(text);
    }
    if !rest.as_str().starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return None;
    }
    let shape = Shape::read(text).filter(|shape| shape.length == text.len())?;
    shape.value(text)
}

/// Whether `c` is one of the dashes that the language takes for a minus sign.
fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2013}' | '\u{2014}' | '\u{2015}')
}

#[derive(Clone, Copy, PartialEq)]
enum Radix {
    Decimal,
    Hex,
    Binary,
}

#[derive(Clone, Copy, PartialEq)]
enum Suffix {
    None,
    SByte,
    Byte,
    Short,
    UShort,
    Unsigned,
    Long,
    ULong,
    Decimal,
    BigInt,
}

impl Suffix {
    fn is_unsigned(self) -> bool {
        matches!(self, Suffix::Byte | Suffix::UShort | Suffix::Unsigned | Suffix::ULong)
    }
}

/// The parts of a number token.
struct Shape {
    negative: bool,
    /// The digits with point and exponent, as a range of the text.
    digits: (usize, usize),
    radix: Radix,
    real: bool,
    suffix: Suffix,
    multiplier: i64,
    length: usize,
}

struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl Cursor<'_> {
    fn peek(&self) -> Option<char> {
        self.text.get(self.at..)?.chars().next()
    }

    fn take(&mut self, wanted: impl Fn(char) -> bool) -> Option<char> {
        let c = self.peek().filter(|c| wanted(*c))?;
        self.at += c.len_utf8();
        Some(c)
    }

    fn skip_while(&mut self, wanted: impl Fn(char) -> bool) -> usize {
        let start = self.at;
        while self.take(&wanted).is_some() {}
        self.at - start
    }

    /// The digits after an `e`; false when there are none.
    fn exponent(&mut self) -> bool {
        self.take(|c| c == '+' || is_dash(c));
        self.skip_while(|c| c.is_ascii_digit()) > 0
    }

    /// The fraction and exponent behind a point.
    fn after_dot(&mut self) -> bool {
        self.skip_while(|c| c.is_ascii_digit());
        self.take(|c| matches!(c, 'e' | 'E')).is_none() || self.exponent()
    }

    fn suffix(&mut self) -> Option<Suffix> {
        let is_suffix = |c: char| matches!(c.to_ascii_lowercase(), 'u' | 's' | 'l' | 'd' | 'y' | 'n');
        let Some(first) = self.take(is_suffix) else { return Some(Suffix::None) };
        let suffix = match first.to_ascii_lowercase() {
            'u' => Suffix::Unsigned,
            's' => Suffix::Short,
            'l' => Suffix::Long,
            'd' => Suffix::Decimal,
            'y' => Suffix::SByte,
            _ => Suffix::BigInt,
        };
        let Some(second) = self.take(is_suffix) else { return Some(suffix) };
        match (suffix, second.to_ascii_lowercase()) {
            (Suffix::Unsigned, 'l') => Some(Suffix::ULong),
            (Suffix::Unsigned, 's') => Some(Suffix::UShort),
            (Suffix::Unsigned, 'y') => Some(Suffix::Byte),
            _ => None,
        }
    }

    fn multiplier(&mut self) -> Option<i64> {
        let power = match self.peek().map(|c| c.to_ascii_lowercase()) {
            Some('k') => 1,
            Some('m') => 2,
            Some('g') => 3,
            Some('t') => 4,
            Some('p') => 5,
            _ => return Some(1),
        };
        self.at += 1;
        self.take(|c| matches!(c, 'b' | 'B'))?;
        Some(1 << (10 * power))
    }
}

impl Shape {
    /// Reads the token; `None` when it has not the shape of a number.
    fn read(text: &str) -> Option<Shape> {
        let mut cursor = Cursor { text, at: 0 };
        let sign = cursor.take(|c| c == '+' || is_dash(c));
        let mut start = cursor.at;
        let mut radix = Radix::Decimal;
        let mut real = false;
        if cursor.take(|c| c == '.').is_some() {
            real = true;
            if !cursor.after_dot() {
                return None;
            }
        } else if let Some(prefix) = radix_prefix(text.get(start..)?) {
            radix = prefix;
            cursor.at += 2;
            start = cursor.at;
            if prefix == Radix::Hex {
                cursor.skip_while(|c| c.is_ascii_hexdigit());
            } else if cursor.skip_while(|c| matches!(c, '0' | '1')) == 0 {
                return None;
            }
        } else {
            cursor.skip_while(|c| c.is_ascii_digit());
            let rest = text.get(cursor.at..)?;
            if rest.starts_with('.') && !rest.starts_with("..") {
                cursor.at += 1;
                real = true;
                if !cursor.after_dot() {
                    return None;
                }
            } else if cursor.take(|c| matches!(c, 'e' | 'E')).is_some() {
                real = true;
                if !cursor.exponent() {
                    return None;
                }
            }
        }
        let digits = (start, cursor.at);
        let suffix = cursor.suffix()?;
        let multiplier = cursor.multiplier()?;
        let negative = sign.is_some_and(is_dash);
        Some(Shape { negative, digits, radix, real, suffix, multiplier, length: cursor.at })
    }

    fn value(&self, text: &str) -> Option<Number> {
        let digits = text.get(self.digits.0..self.digits.1)?;
        if self.real {
            return self.real_value(&digits.replace(is_dash, "-"));
        }
        let (magnitude, suffix) = match self.radix {
            Radix::Hex => self.hex_value(digits)?,
            Radix::Binary => self.binary_value(digits)?,
            Radix::Decimal => (digits.parse::<BigInt>().ok()?, self.suffix),
        };
        let value = if self.negative { -magnitude } else { magnitude } * self.multiplier;
        if suffix != Suffix::None {
            return fit(&value, suffix);
        }
        let narrow = value.to_i32().map(Number::Int32).or_else(|| value.to_i64().map(Number::Int64));
        if narrow.is_some() || self.radix != Radix::Decimal {
            return narrow;
        }
        fit(&value, Suffix::Decimal)
            .or_else(|| Some(big_to_double(&value)).filter(|d| d.is_finite()).map(Number::Double))
    }

    fn real_value(&self, digits: &str) -> Option<Number> {
        let sign = if self.negative { "-" } else { "" };
        if self.suffix == Suffix::Decimal {
            let styles = NumberStyles::LEADING_SIGN | NumberStyles::DECIMAL_POINT | NumberStyles::EXPONENT;
            let value = parse_decimal(&format!("{sign}{digits}"), styles, Culture::invariant()).ok()?;
            return decimal::multiply(&value, &self.multiplier.into()).map(Number::Decimal);
        }
        let value = format!("{sign}{digits}").parse::<f64>().ok()? * self.multiplier.to_f64()?;
        match self.suffix {
            Suffix::None => Some(Number::Double(value)),
            suffix => fit(&BigInt::from_f64(value.round_ties_even())?, suffix),
        }
    }

    /// Hex digits are two's complement when they fill the width of the type exactly.
    fn hex_value(&self, digits: &str) -> Option<(BigInt, Suffix)> {
        let value = if digits.is_empty() { BigInt::zero() } else { BigInt::parse_bytes(digits.as_bytes(), 16)? };
        if self.suffix.is_unsigned() {
            // The scanner's leading zero counts into the length here, so that 15 digits already mean 64 bits.
            let wide = digits.len() == 15 && self.suffix == Suffix::Unsigned;
            return Some((value, if wide { Suffix::ULong } else { self.suffix }));
        }
        let width = match self.suffix {
            Suffix::SByte => 2,
            Suffix::Short => 4,
            Suffix::Long => 16,
            _ if digits.len() < 15 => 8,
            _ => 16,
        };
        let filled = digits.len() == width;
        let length = if filled { width } else { digits.len() + 1 };
        let suffix = if length == 16 && self.suffix == Suffix::None { Suffix::Long } else { self.suffix };
        let high = digits.as_bytes().first().is_some_and(|b| matches!(b, b'8'..=b'9' | b'a'..=b'f' | b'A'..=b'F'));
        let value = if filled && high { value - (BigInt::from(1) << (4 * width)) } else { value };
        Some((value, suffix))
    }

    /// Binary digits are two's complement when they fill a byte, word, double word and so on.
    fn binary_value(&self, digits: &str) -> Option<(BigInt, Suffix)> {
        let value = BigInt::parse_bytes(digits.as_bytes(), 2)?;
        let signs = matches!(digits.len(), 8 | 16 | 32 | 64 | 96 | 128..);
        let negative = signs && digits.starts_with('1') && !self.suffix.is_unsigned();
        let width = digits.len().div_ceil(8) * 8;
        let top = width == digits.len();
        let value = if negative && top { value - (BigInt::from(1) << width) } else { value };
        let suffix = match self.suffix {
            Suffix::None if digits.len() == 64 => Suffix::Long,
            Suffix::Unsigned if digits.len() == 64 => Suffix::ULong,
            suffix => suffix,
        };
        Some((value, suffix))
    }
}

fn radix_prefix(text: &str) -> Option<Radix> {
    match text.as_bytes() {
        [b'0', b'x' | b'X', ..] => Some(Radix::Hex),
        [b'0', b'b' | b'B', ..] => Some(Radix::Binary),
        _ => None,
    }
}

/// The value as the type that the suffix names.
fn fit(value: &BigInt, suffix: Suffix) -> Option<Number> {
    match suffix {
        Suffix::SByte => value.to_i8().map(Number::SByte),
        Suffix::Byte => value.to_u8().map(Number::Byte),
        Suffix::Short => value.to_i16().map(Number::Int16),
        Suffix::UShort => value.to_u16().map(Number::UInt16),
        Suffix::Unsigned => value.to_u32().map(Number::UInt32).or_else(|| value.to_u64().map(Number::UInt64)),
        Suffix::Long => value.to_i64().map(Number::Int64),
        Suffix::ULong => value.to_u64().map(Number::UInt64),
        Suffix::Decimal => Decimal::try_from_i128_with_scale(value.to_i128()?, 0).ok().map(Number::Decimal),
        Suffix::BigInt => Some(Number::BigInt(value.clone())),
        Suffix::None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dec(text: &str) -> Option<Number> {
        Some(Number::Decimal(text.parse().unwrap()))
    }

    #[test]
    fn plain_integers_widen() {
        assert_eq!(scan("2147483647"), Some(Number::Int32(i32::MAX)));
        assert_eq!(scan("2147483648"), Some(Number::Int64(2_147_483_648)));
        assert_eq!(scan("9223372036854775808"), dec("9223372036854775808"));
        assert_eq!(scan("79228162514264337593543950335"), dec("79228162514264337593543950335"));
        assert_eq!(scan("79228162514264337593543950336"), Some(Number::Double(79228162514264337593543950336.0)));
    }

    #[test]
    fn hex_digits_that_fill_the_width_are_signed() {
        assert_eq!(scan("0xFFFFFFFF"), Some(Number::Int32(-1)));
        assert_eq!(scan("0xFFFFFFFFF"), Some(Number::Int64(0xF_FFFF_FFFF)));
        assert_eq!(scan("0xFFFFFFFFFFFFFFFF"), Some(Number::Int64(-1)));
        assert_eq!(scan("0x00000000FFFFFFFF"), Some(Number::Int64(0xFFFF_FFFF)));
        assert_eq!(scan_prefix("0x0FFFFFFFFFFFFFFFF"), Some(Scanned { length: 19, value: None }));
        assert_eq!(scan("0x80y"), Some(Number::SByte(-128)));
        assert_eq!(scan("0xFFFFFFFFu"), Some(Number::UInt32(u32::MAX)));
        assert_eq!(scan("0xFFFFFFFFn"), Some(Number::BigInt((-1).into())));
        assert_eq!(scan("0x"), Some(Number::Int32(0)));
    }

    #[test]
    fn binary_digits_that_fill_a_width_are_signed() {
        assert_eq!(scan("0b101"), Some(Number::Int32(5)));
        assert_eq!(scan("0b11111111"), Some(Number::Int32(-1)));
        assert_eq!(scan("0b11111111u"), Some(Number::UInt32(255)));
        assert_eq!(scan("0b1111y"), Some(Number::SByte(15)));
        assert_eq!(scan("0b"), None);
    }

    #[test]
    fn suffixes_and_multipliers_choose_type_and_size() {
        assert_eq!(scan("1kb"), Some(Number::Int32(1024)));
        assert_eq!(scan("1.5kb"), Some(Number::Double(1536.0)));
        assert_eq!(scan("1.5dkb"), dec("1536.0"));
        assert_eq!(scan("1ulgb"), Some(Number::UInt64(1 << 30)));
        assert_eq!(scan("2.5n"), Some(Number::BigInt(2.into())));
        assert_eq!(scan("4294967296u"), Some(Number::UInt64(4_294_967_296)));
        assert_eq!(scan("9999pb"), dec("11257873168519397376"));
        assert_eq!(scan_prefix("256uy"), Some(Scanned { length: 5, value: None }));
        assert_eq!(scan_prefix("1k"), None);
        assert_eq!(scan_prefix("1du"), None);
    }

    #[test]
    fn reals_keep_the_scale_of_decimals() {
        assert_eq!(scan("1.10d"), dec("1.10"));
        assert!(matches!(scan("0.00d"), Some(Number::Decimal(zero)) if zero.scale() == 2));
        assert_eq!(scan("1.10e1d"), dec("11.0"));
        assert_eq!(scan("0.12345678901234567890123456789d"), dec("0.1234567890123456789012345679"));
        assert_eq!(scan("1e400"), Some(Number::Double(f64::INFINITY)));
        assert_eq!(scan("1."), Some(Number::Double(1.0)));
        assert_eq!(scan("1e"), None);
    }

    #[test]
    fn a_range_ends_the_number() {
        assert_eq!(scan_prefix("1..5"), Some(Scanned { length: 1, value: Some(Number::Int32(1)) }));
        assert_eq!(scan_prefix("0x1.5").map(|s| s.length), Some(3));
    }

    #[test]
    fn strings_may_have_blanks_and_signs() {
        assert_eq!(parse_number_string("  "), Some(Number::Int32(0)));
        assert_eq!(parse_number_string(" –5 "), Some(Number::Int32(-5)));
        assert_eq!(parse_number_string("-0x10"), Some(Number::Int32(-16)));
        assert_eq!(parse_number_string("-0x80000000"), Some(Number::Int64(0x8000_0000)));
        assert_eq!(parse_number_string("- 5"), None);
        assert_eq!(parse_number_string("1,000"), None);
    }
}
