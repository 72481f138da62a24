//! .NET's `Parse` of numbers: styles, separators and signs of a culture, overflow and format errors.

use super::{Digits, DigitsKind, Number};
use crate::text::TextError;
use crate::text::culture::{Culture, NumberFormat, Separators};
use crate::text::symbol::same_name;
use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;
use rust_decimal::Decimal;
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

fn is_white(c: char) -> bool {
    c == ' ' || ('\t'..='\r').contains(&c)
}

/// Reads the parts of a number text in the order that .NET takes them.
struct Reader<'a> {
    rest: &'a str,
    styles: NumberStyles,
    format: &'a NumberFormat,
    separators: &'a Separators,
    /// The currency symbol, as long as it may still come.
    symbol: Option<&'static str>,
    signed: bool,
    open_parenthesis: bool,
    seen_symbol: bool,
    digits: Digits,
}

impl<'a> Reader<'a> {
    fn read(text: &'a str, styles: NumberStyles, culture: &'a Culture, kind: DigitsKind) -> Option<Digits> {
        let format = &culture.number;
        let currency = styles.has(NumberStyles::CURRENCY_SYMBOL);
        let mut reader = Reader {
            rest: text,
            styles,
            format,
            separators: if currency { &format.currency } else { &format.number },
            symbol: currency.then_some(format.currency_symbol),
            signed: false,
            open_parenthesis: false,
            seen_symbol: false,
            digits: Digits { negative: false, digits: Vec::new(), scale: 0, kind },
        };
        reader.prefix();
        let (seen_digits, seen_point) = reader.body();
        if !seen_digits {
            return None;
        }
        reader.exponent();
        reader.suffix();
        if reader.open_parenthesis || !reader.rest.trim_end_matches('\0').is_empty() {
            return None;
        }
        let mut digits = reader.digits;
        if kind != DigitsKind::Decimal {
            while digits.digits.last() == Some(&b'0') {
                digits.digits.pop();
            }
        }
        if digits.is_zero() && kind != DigitsKind::Decimal {
            digits.scale = 0;
            digits.negative &= kind == DigitsKind::Float || seen_point;
        }
        Some(digits)
    }

    fn prefix(&mut self) {
        loop {
            let blank = self.rest.starts_with(is_white)
                && self.styles.has(NumberStyles::LEADING_WHITE)
                && (!self.signed || self.seen_symbol || self.format.number_negative_pattern == 2);
            if blank {
                self.rest = self.rest.trim_start_matches(is_white);
            } else if !(self.sign(NumberStyles::LEADING_SIGN) || self.opening() || self.currency()) {
                return;
            }
        }
    }

    fn suffix(&mut self) {
        loop {
            if self.styles.has(NumberStyles::TRAILING_WHITE) && self.rest.starts_with(is_white) {
                self.rest = self.rest.trim_start_matches(is_white);
            } else if self.open_parenthesis && self.rest.starts_with(')') {
                self.rest = self.rest.get(1..).unwrap_or("");
                self.open_parenthesis = false;
            } else if !(self.sign(NumberStyles::TRAILING_SIGN) || self.currency()) {
                return;
            }
        }
    }

    fn take(&mut self, wanted: &str) -> bool {
        match strip_spaced(self.rest, wanted) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    /// A sign, where the style allows one; returns whether it is there and whether it is negative.
    fn any_sign(&mut self) -> Option<bool> {
        if self.take(self.format.positive_sign) {
            return Some(false);
        }
        (self.take(self.format.negative_sign) || self.take("-")).then_some(true)
    }

    fn sign(&mut self, style: NumberStyles) -> bool {
        if self.signed || !self.styles.has(style) {
            return false;
        }
        let Some(negative) = self.any_sign() else { return false };
        self.signed = true;
        self.digits.negative = negative;
        true
    }

    fn opening(&mut self) -> bool {
        if self.signed || !self.styles.has(NumberStyles::PARENTHESES) || !self.take("(") {
            return false;
        }
        self.signed = true;
        self.open_parenthesis = true;
        self.digits.negative = true;
        true
    }

    fn currency(&mut self) -> bool {
        let taken = self.symbol.is_some_and(|symbol| self.take(symbol));
        if taken {
            self.symbol = None;
            self.seen_symbol = true;
        }
        taken
    }

    /// A separator of the chosen family, or of plain numbers as long as no currency symbol was seen.
    fn separator(&mut self, of: impl Fn(&Separators) -> &'static str) -> bool {
        let plain = self.symbol.is_some() && !self.seen_symbol;
        self.take(of(self.separators)) || (plain && self.take(of(&self.format.number)))
    }

    /// The digits before and behind the point; says whether there were digits, and a point.
    fn body(&mut self) -> (bool, bool) {
        let (mut seen_digits, mut seen_point) = (false, false);
        loop {
            if let Some(digit) = self.rest.bytes().next().filter(u8::is_ascii_digit) {
                self.rest = self.rest.get(1..).unwrap_or("");
                seen_digits = true;
                let counts = digit != b'0' || !self.digits.is_zero();
                if counts {
                    self.digits.digits.push(digit);
                }
                match (counts, seen_point) {
                    (true, false) => self.digits.scale = self.digits.scale.saturating_add(1),
                    (false, true) => self.digits.scale = self.digits.scale.saturating_sub(1),
                    _ => {}
                }
            } else if !seen_point && self.styles.has(NumberStyles::DECIMAL_POINT) && self.separator(|s| s.decimal) {
                seen_point = true;
            } else if !(seen_digits
                && !seen_point
                && self.styles.has(NumberStyles::THOUSANDS)
                && self.separator(|s| s.group))
            {
                return (seen_digits, seen_point);
            }
        }
    }

    /// An exponent; an `e` without digits behind it is left where it is.
    fn exponent(&mut self) {
        let before = self.rest;
        if !self.styles.has(NumberStyles::EXPONENT) || !(self.take("e") || self.take("E")) {
            return;
        }
        let negative = self.any_sign().unwrap_or(false);
        let length = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        let (digits, rest) = self.rest.split_at(length);
        if digits.is_empty() {
            self.rest = before;
            return;
        }
        self.rest = rest;
        let exponent = digits.bytes().fold(0i32, |sum, d| (sum * 10 + i32::from(d - b'0')).min(99_999));
        self.digits.scale = self.digits.scale.saturating_add(if negative { -exponent } else { exponent });
    }
}

/// What follows `wanted` in `text`, where a plain space stands for a no-break one.
fn strip_spaced<'a>(text: &'a str, wanted: &str) -> Option<&'a str> {
    if wanted.is_empty() {
        return None;
    }
    if let Some(rest) = text.strip_prefix(wanted) {
        return Some(rest);
    }
    let mut chars = text.chars();
    for want in wanted.chars() {
        let c = chars.next()?;
        let spaced = matches!(want, '\u{a0}' | '\u{202f}') && c == ' ';
        if c != want && !spaced {
            return None;
        }
    }
    Some(chars.as_str())
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
