//! .NET's `Parse` of numbers, with its overflow and format errors.

use super::reader::{Reader, is_white};
use super::{Digits, DigitsKind, IntegerKind, Number, NumberStyles};
use crate::text::TextError;
use crate::text::culture::{Culture, NumberFormat};
use crate::text::symbol::same_name;
use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;
use rust_decimal::Decimal;

/// Reads a whole number of the given type.
///
/// # Errors
/// Format errors, overflow, and styles that do not go together.
pub fn parse_integer(
    text: &str,
    kind: IntegerKind,
    styles: NumberStyles,
    culture: &Culture,
) -> Result<Number, TextError> {
    if let Some(radix) = radix_of(styles)? {
        let digits = radix_digits(text, radix, styles)?;
        let value = BigInt::parse_bytes(digits.as_bytes(), radix).ok_or_else(|| TextError::bad_number(text))?;
        if value.bits() > u64::from(kind.bits()) {
            return Err(kind.overflow());
        }
        let value = value.to_i128().ok_or_else(|| kind.overflow())?;
        let negative = kind.is_signed() && value >> (kind.bits() - 1) != 0;
        return kind.fit(if negative { value - (1 << kind.bits()) } else { value }).ok_or_else(|| kind.overflow());
    }
    let digits = Reader::read(text, styles, culture, DigitsKind::Integer).ok_or_else(|| TextError::bad_number(text))?;
    if digits.negative && !kind.is_signed() {
        return Err(kind.overflow());
    }
    whole(&digits).and_then(|value| value.to_i128()).and_then(|value| kind.fit(value)).ok_or_else(|| kind.overflow())
}

/// Reads a whole number of any size.
///
/// # Errors
/// Format errors, and styles that do not go together.
pub fn parse_big_integer(text: &str, styles: NumberStyles, culture: &Culture) -> Result<BigInt, TextError> {
    let bad = || TextError::format("The value could not be parsed.");
    if let Some(radix) = radix_of(styles)? {
        let digits = radix_digits(text, radix, styles).map_err(|_| bad())?;
        let value = BigInt::parse_bytes(digits.as_bytes(), radix).ok_or_else(bad)?;
        let width = digits.len() * if radix == 16 { 4 } else { 1 };
        let negative = value.bits() == width as u64 && width > 0;
        return Ok(if negative { value - (BigInt::from(1) << width) } else { value });
    }
    let digits = Reader::read(text, styles, culture, DigitsKind::Integer).ok_or_else(bad)?;
    whole(&digits).ok_or_else(bad)
}

/// Reads a double; infinities and NaN are spelt as the culture does, without regard to case.
///
/// # Errors
/// Format errors, and styles that a double does not know.
pub fn parse_double(text: &str, styles: NumberStyles, culture: &Culture) -> Result<f64, TextError> {
    match read_real(text, styles, culture)? {
        Real::Special(value) => Ok(value),
        Real::Digits(text) => Ok(text.parse().unwrap_or(f64::NAN)),
    }
}

/// Reads a single, rounded once from the text.
///
/// # Errors
/// As [`parse_double`].
pub fn parse_single(text: &str, styles: NumberStyles, culture: &Culture) -> Result<f32, TextError> {
    match read_real(text, styles, culture)? {
        Real::Special(value) => Ok(value as f32),
        Real::Digits(text) => Ok(text.parse().unwrap_or(f32::NAN)),
    }
}

/// Reads a decimal; digits beyond 28 or 29 are rounded half to even.
///
/// # Errors
/// Format errors, overflow, and styles that a decimal does not know.
pub fn parse_decimal(text: &str, styles: NumberStyles, culture: &Culture) -> Result<Decimal, TextError> {
    reject_radix(styles)?;
    let digits = Reader::read(text, styles, culture, DigitsKind::Decimal).ok_or_else(|| TextError::bad_number(text))?;
    decimal_of(&digits).ok_or_else(|| TextError::overflow("Value was either too large or too small for a Decimal."))
}

enum Real {
    Special(f64),
    /// In a form that Rust parses.
    Digits(String),
}

fn read_real(text: &str, styles: NumberStyles, culture: &Culture) -> Result<Real, TextError> {
    reject_radix(styles)?;
    if let Some(digits) = Reader::read(text, styles, culture, DigitsKind::Float) {
        let sign = if digits.negative { "-" } else { "" };
        let body = if digits.is_zero() { "0" } else { &String::from_utf8_lossy(&digits.digits) };
        return Ok(Real::Digits(format!("{sign}0.{body}e{}", digits.scale)));
    }
    special(text.trim_matches(is_white), &culture.number).map(Real::Special).ok_or_else(|| TextError::bad_number(text))
}

/// NaN and the infinities, with the signs that .NET allows before them.
fn special(text: &str, format: &NumberFormat) -> Option<f64> {
    if same_name(text, format.positive_infinity) {
        return Some(f64::INFINITY);
    }
    if same_name(text, format.negative_infinity) {
        return Some(f64::NEG_INFINITY);
    }
    if same_name(text, format.nan) {
        return Some(f64::NAN);
    }
    if let Some(rest) = text.strip_prefix(format.positive_sign) {
        if same_name(rest, format.positive_infinity) {
            return Some(f64::INFINITY);
        }
        return same_name(rest, format.nan).then_some(f64::NAN);
    }
    let rest = text.strip_prefix(format.negative_sign)?;
    same_name(rest, format.nan).then_some(f64::NAN)
}

fn radix_of(styles: NumberStyles) -> Result<Option<u32>, TextError> {
    let hex = styles.has(NumberStyles::HEX_SPECIFIER);
    let binary = styles.has(NumberStyles::BINARY_SPECIFIER);
    if styles.0 > 0x7ff {
        return Err(TextError::argument("An undefined NumberStyles value is being used. (Parameter 'style')"));
    }
    let others = styles.0 & !0x603;
    if (hex && binary) || ((hex || binary) && others != 0) {
        return Err(TextError::argument(
            "With the AllowHexSpecifier or AllowBinarySpecifier bit set in the enum bit field, the only other valid \
             bits that can be combined into the enum value must be a subset of those in HexNumber or BinaryNumber. \
             (Parameter 'style')",
        ));
    }
    Ok(if hex {
        Some(16)
    } else if binary {
        Some(2)
    } else {
        None
    })
}

fn reject_radix(styles: NumberStyles) -> Result<(), TextError> {
    if styles.has(NumberStyles::HEX_SPECIFIER | NumberStyles::BINARY_SPECIFIER) {
        return Err(TextError::argument(
            "The number styles AllowHexSpecifier and AllowBinarySpecifier are not supported on floating point data \
             types. (Parameter 'style')",
        ));
    }
    Ok(())
}

/// The digits of a hexadecimal or binary text, without the white space that the styles allow.
fn radix_digits(text: &str, radix: u32, styles: NumberStyles) -> Result<&str, TextError> {
    let mut digits = text;
    if styles.has(NumberStyles::LEADING_WHITE) {
        digits = digits.trim_start_matches(is_white);
    }
    if styles.has(NumberStyles::TRAILING_WHITE) {
        digits = digits.trim_end_matches(is_white);
    }
    if digits.is_empty() || !digits.chars().all(|c| c.is_digit(radix)) {
        return Err(TextError::bad_number(text));
    }
    Ok(digits)
}

/// The whole value of digits without a fraction.
fn whole(digits: &Digits) -> Option<BigInt> {
    let length = usize::try_from(digits.scale).ok()?;
    if length < digits.digits.len() {
        return None;
    }
    let mut text = String::from_utf8_lossy(&digits.digits).into_owned();
    text.extend(std::iter::repeat_n('0', length - digits.digits.len()));
    let sign = if digits.negative { Sign::Minus } else { Sign::Plus };
    let magnitude = if text.is_empty() { 0u32.into() } else { text.parse().ok()? };
    Some(BigInt::from_biguint(sign, magnitude))
}

/// The decimal nearest to the digits, rounded half to even in the last place that 96 bits can hold.
fn decimal_of(digits: &Digits) -> Option<Decimal> {
    const LARGEST: u128 = (1 << 96) - 1;
    let mut exponent = digits.scale;
    if digits.is_zero() {
        let mut zero = Decimal::new(0, u32::try_from((-exponent).clamp(0, 28)).unwrap_or(0));
        zero.set_sign_negative(digits.negative);
        return Some(zero);
    }
    if exponent > 29 {
        return None;
    }
    let mut value = 0u128;
    let mut rest = digits.digits.iter().map(|d| u128::from(d - b'0')).peekable();
    while exponent > 0 || (rest.peek().is_some() && exponent > -28) {
        let next = value * 10 + rest.peek().copied().unwrap_or(0);
        // A last digit that would not fit is left to the rounding below.
        if next > LARGEST {
            break;
        }
        value = next;
        rest.next();
        exponent -= 1;
    }
    let up = match rest.next() {
        Some(5) => rest.any(|d| d != 0) || value % 2 == 1,
        Some(digit) => digit > 5,
        None => false,
    };
    if up {
        value += 1;
        if value > LARGEST {
            value = LARGEST / 10 + 1;
            exponent += 1;
        }
    }
    if exponent > 0 {
        return None;
    }
    let scale = u32::try_from(-exponent).unwrap_or(0);
    let signed = i128::try_from(value).ok()?;
    if scale > 28 {
        return Some(Decimal::new(0, 28));
    }
    Decimal::try_from_i128_with_scale(if digits.negative { -signed } else { signed }, scale).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn int(text: &str, styles: u32) -> Result<Number, String> {
        parse_integer(text, IntegerKind::Int32, NumberStyles(styles), Culture::invariant()).map_err(|e| e.message)
    }

    #[test]
    fn integers_follow_the_styles() {
        assert_eq!(int(" -12 ", 0x7), Ok(Number::Int32(-12)));
        assert_eq!(int("(1,234.00)", 0x7f), Ok(Number::Int32(-1234)));
        assert_eq!(int("FFFFFFFF", 0x203), Ok(Number::Int32(-1)));
        assert_eq!(int("1 2", 0x7), Err("The input string '1 2' was not in a correct format.".into()));
        assert_eq!(int("1.5", 0x27), Err("Value was either too large or too small for an Int32.".into()));
        assert_eq!(int("2147483648", 0x7), Err("Value was either too large or too small for an Int32.".into()));
    }

    #[test]
    fn doubles_know_the_names_of_special_values() {
        let parse = |text: &str, name: &str| {
            parse_double(text, NumberStyles::FLOAT_THOUSANDS, Culture::find(name).unwrap()).ok()
        };
        assert_eq!(parse("1,234.5e1", ""), Some(12345.0));
        assert_eq!(parse("-infinity", ""), Some(f64::NEG_INFINITY));
        assert_eq!(parse("1.234,5", "de-DE"), Some(1234.5));
        assert_eq!(parse("1 234,5", "fr-FR"), Some(1234.5));
        assert_eq!(parse("−5", "sv-SE"), Some(-5.0));
        assert_eq!(parse("1e", ""), None);
        assert_eq!(parse("1e999", ""), Some(f64::INFINITY));
    }

    #[test]
    fn decimals_keep_scale_and_round_half_even() {
        let parse = |text: &str| {
            parse_decimal(text, NumberStyles(0xef), Culture::invariant()).map(|d| d.to_string()).map_err(|e| e.message)
        };
        assert_eq!(parse("1.50"), Ok("1.50".into()));
        assert_eq!(parse("0.00"), Ok("0.00".into()));
        assert_eq!(parse("1e2"), Ok("100".into()));
        assert_eq!(parse("79228162514264337593543950335.4"), Ok("79228162514264337593543950335".into()));
        assert_eq!(parse("1e29"), Err("Value was either too large or too small for a Decimal.".into()));
        assert_eq!(parse("0.00000000000000000000000000005"), Ok("0.0000000000000000000000000000".into()));
    }
}
