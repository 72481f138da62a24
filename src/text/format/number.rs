//! Standard numeric formats: `C D E F G N P R` with a precision, and the plain texts of numbers.

use super::{custom, radix};
use crate::text::culture::{Culture, NumberFormat, Separators};
use crate::text::number::{Digits, DigitsKind};
use crate::text::{Number, TextError};
use num_bigint::BigInt;
use rust_decimal::Decimal;

/// `ToString()` of a double: the fewest digits that read back as the same value.
pub fn double_to_text(value: f64, culture: &Culture) -> String {
    Real::double(value).text(culture, None)
}

/// The language's own text of a double, as in `"$x"`: 15 significant digits.
pub fn double_to_language_text(value: f64, culture: &Culture) -> String {
    Real::double(value).text(culture, Some(15))
}

/// `ToString()` of a single.
pub fn single_to_text(value: f32, culture: &Culture) -> String {
    Real::single(value).text(culture, None)
}

/// The language's own text of a single: 7 significant digits.
pub fn single_to_language_text(value: f32, culture: &Culture) -> String {
    Real::single(value).text(culture, Some(7))
}

/// `ToString()` of a decimal, which keeps its scale.
pub fn decimal_to_text(value: &Decimal, culture: &Culture) -> String {
    general_decimal(&Digits::decimal(value), &culture.number)
}

/// `ToString()` of any number.
pub fn number_to_text(value: &Number, culture: &Culture) -> String {
    match value {
        Number::Double(value) => double_to_text(*value, culture),
        Number::Decimal(value) => decimal_to_text(value, culture),
        Number::BigInt(value) => padded(&Digits::integer(value), 0, &culture.number),
        other => {
            integer_parts(other).map(|(value, _)| padded(&Digits::small(value), 0, &culture.number)).unwrap_or_default()
        }
    }
}

/// `ToString(format)` of any number.
///
/// # Errors
/// A `FormatException` for a standard format that the number's type has not.
pub fn format_number(value: &Number, format: &str, culture: &Culture) -> Result<String, TextError> {
    match value {
        Number::Double(value) => Real::double(*value).format(format, culture),
        Number::Decimal(value) => format_decimal(value, format, culture),
        Number::BigInt(value) => format_big_integer(value, format, culture),
        other => match integer_parts(other) {
            Some((value, bits)) => format_integer(value, bits, format, culture),
            None => Err(TextError::bad_specifier()),
        },
    }
}

/// `ToString(format)` of a single.
///
/// # Errors
/// As [`format_number`].
pub fn format_single(value: f32, format: &str, culture: &Culture) -> Result<String, TextError> {
    Real::single(value).format(format, culture)
}

/// The value and width in bits of a whole number of fixed size.
fn integer_parts(value: &Number) -> Option<(i128, u32)> {
    Some(match value {
        Number::SByte(v) => ((*v).into(), 8),
        Number::Byte(v) => ((*v).into(), 8),
        Number::Int16(v) => ((*v).into(), 16),
        Number::UInt16(v) => ((*v).into(), 16),
        Number::Int32(v) => ((*v).into(), 32),
        Number::UInt32(v) => ((*v).into(), 32),
        Number::Int64(v) => ((*v).into(), 64),
        Number::UInt64(v) => ((*v).into(), 64),
        Number::Double(_) | Number::Decimal(_) | Number::BigInt(_) => return None,
    })
}

/// A format string as .NET first looks at it.
enum Specifier<'a> {
    /// A letter and perhaps a precision.
    Standard(char, Option<usize>),
    Custom(&'a str),
}

const LARGEST_PRECISION: usize = 999_999_999;

impl<'a> Specifier<'a> {
    fn parse(format: &'a str) -> Result<Specifier<'a>, TextError> {
        let mut rest = format.chars();
        let Some(letter) = rest.next() else { return Ok(Specifier::Standard('G', None)) };
        let digits = rest.as_str();
        if !letter.is_ascii_alphabetic() || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Ok(Specifier::Custom(format));
        }
        if digits.is_empty() {
            return Ok(Specifier::Standard(letter, None));
        }
        let precision = digits.parse().ok().filter(|p| *p <= LARGEST_PRECISION);
        precision.map(|p| Specifier::Standard(letter, Some(p))).ok_or_else(TextError::bad_specifier)
    }
}

fn format_integer(value: i128, bits: u32, format: &str, culture: &Culture) -> Result<String, TextError> {
    let (letter, precision) = match Specifier::parse(format)? {
        Specifier::Standard(letter, precision) => (letter, precision),
        Specifier::Custom(format) => return Ok(custom::format(Digits::small(value), format, &culture.number)),
    };
    let mask = (1i128 << bits) - 1;
    match (letter.to_ascii_uppercase(), precision) {
        ('G', None | Some(0)) => Ok(padded(&Digits::small(value), 0, &culture.number)),
        ('D', precision) => Ok(padded(&Digits::small(value), precision.unwrap_or(0), &culture.number)),
        ('X' | 'B', precision) => Ok(radix::fixed((value & mask).unsigned_abs(), letter, precision.unwrap_or(0))),
        _ => standard(Digits::small(value), letter, precision, &culture.number),
    }
}

fn format_big_integer(value: &BigInt, format: &str, culture: &Culture) -> Result<String, TextError> {
    let (letter, precision) = match Specifier::parse(format)? {
        Specifier::Standard(letter, precision) => (letter, precision),
        Specifier::Custom(format) => return Ok(custom::format(Digits::integer(value), format, &culture.number)),
    };
    match letter.to_ascii_uppercase() {
        'G' | 'D' | 'R' => Ok(padded(&Digits::integer(value), precision.unwrap_or(0), &culture.number)),
        'X' | 'B' => Ok(radix::unbounded(value, letter, precision.unwrap_or(0))),
        _ => standard(Digits::integer(value), letter, precision, &culture.number),
    }
}

fn format_decimal(value: &Decimal, format: &str, culture: &Culture) -> Result<String, TextError> {
    let digits = Digits::decimal(value);
    match Specifier::parse(format)? {
        Specifier::Standard('G' | 'g' | 'R' | 'r', None) => Ok(general_decimal(&digits, &culture.number)),
        Specifier::Standard(letter, precision) => standard(digits, letter, precision, &culture.number),
        Specifier::Custom(format) => Ok(custom::format(digits, format, &culture.number)),
    }
}

/// A double or single; both hold their exact value as a double.
struct Real {
    value: f64,
    shortest: Digits,
    /// The digits after which the general form turns scientific.
    general: usize,
    /// The digits that a custom format sees.
    custom: usize,
}

impl Real {
    fn double(value: f64) -> Real {
        Real { value, shortest: Digits::shortest(value), general: 17, custom: 15 }
    }

    fn single(value: f32) -> Real {
        Real { value: value.into(), shortest: Digits::shortest_single(value), general: 9, custom: 7 }
    }

    /// NaN and the infinities have names instead of digits.
    fn name(&self, culture: &Culture) -> Option<String> {
        let format = &culture.number;
        let name = if self.value.is_nan() {
            format.nan
        } else if self.value == f64::INFINITY {
            format.positive_infinity
        } else if self.value == f64::NEG_INFINITY {
            format.negative_infinity
        } else {
            return None;
        };
        Some(name.to_owned())
    }

    fn text(self, culture: &Culture, precision: Option<usize>) -> String {
        if let Some(name) = self.name(culture) {
            return name;
        }
        let (digits, limit) = match precision {
            Some(count) => (Digits::significant(self.value, count), count),
            None => (self.shortest, self.general),
        };
        signed_general(&digits, limit, 'E', &culture.number)
    }

    fn format(self, format: &str, culture: &Culture) -> Result<String, TextError> {
        if let Some(name) = self.name(culture) {
            return Ok(name);
        }
        let number = &culture.number;
        let (letter, precision) = match Specifier::parse(format)? {
            Specifier::Standard(letter, precision) => (letter, precision),
            Specifier::Custom(format) => {
                return Ok(custom::format(Digits::significant(self.value, self.custom), format, number));
            }
        };
        let places = |default: usize| Digits::places(self.value, precision.unwrap_or(default));
        let digits = match letter.to_ascii_uppercase() {
            'C' => places(number.currency.digits),
            'F' | 'N' => places(number.number.digits),
            'P' => Digits::places(self.value, precision.unwrap_or(number.percent.digits) + 2),
            'E' => Digits::significant(self.value, precision.unwrap_or(6) + 1),
            'G' | 'R' => {
                let exponent = if letter.is_ascii_uppercase() { 'E' } else { 'e' };
                let precision = precision.filter(|p| *p > 0 && letter.eq_ignore_ascii_case(&'G'));
                let (digits, limit) = match precision {
                    Some(count) => (Digits::significant(self.value, count), count),
                    None => (self.shortest, self.general),
                };
                return Ok(signed_general(&digits, limit, exponent, number));
            }
            _ => return Err(TextError::bad_specifier()),
        };
        standard(digits, letter, precision, number)
    }
}

/// Whole digits with a sign and at least `width` digits.
fn padded(digits: &Digits, width: usize, format: &NumberFormat) -> String {
    let mut text = String::from(if digits.negative { format.negative_sign } else { "" });
    let length = digits.digits.len().max(1);
    text.extend(std::iter::repeat_n('0', width.saturating_sub(length)));
    if digits.is_zero() {
        text.push('0');
    }
    text.extend(digits.digits.iter().map(|d| char::from(*d)));
    text
}

/// A decimal with every digit of its scale, never scientific.
fn general_decimal(digits: &Digits, format: &NumberFormat) -> String {
    let sign = if digits.negative && !digits.is_zero() { format.negative_sign } else { "" };
    format!("{sign}{}", general(digits, None, 'E', format))
}

fn signed_general(digits: &Digits, limit: usize, exponent: char, format: &NumberFormat) -> String {
    let sign = if digits.negative { format.negative_sign } else { "" };
    format!("{sign}{}", general(digits, Some(limit.max(digits.digits.len())), exponent, format))
}

/// The general form; beyond `limit` digits before the point, or five zeros behind it, scientific.
fn general(digits: &Digits, limit: Option<usize>, exponent: char, format: &NumberFormat) -> String {
    let mut place = i64::from(digits.scale);
    let scientific = limit.is_some_and(|limit| place > i64::try_from(limit).unwrap_or(i64::MAX) || place < -3);
    if scientific {
        place = 1;
    }
    let mut text = String::new();
    if place <= 0 {
        text.push('0');
    }
    text.extend((0..place).map(|i| char::from(digits.at(i))));
    let fraction = digits.digits.get(usize::try_from(place).unwrap_or(0)..).unwrap_or_default();
    if !fraction.is_empty() || place < 0 {
        text.push_str(format.number.decimal);
        text.extend((place..0).map(|_| '0'));
        text.extend(fraction.iter().map(|d| char::from(*d)));
    }
    if scientific {
        push_exponent(&mut text, digits.scale - 1, exponent, 2, true, format);
    }
    text
}

/// The digits with `places` behind the point, and groups before it when asked for.
fn fixed(digits: &Digits, places: usize, separators: &Separators, grouped: bool) -> String {
    let whole = i64::from(digits.scale);
    let mut text = String::new();
    if whole > 0 {
        let figures: Vec<char> = (0..whole).map(|i| char::from(digits.at(i))).collect();
        push_grouped(&mut text, &figures, separators, grouped);
    } else {
        text.push('0');
    }
    if places > 0 {
        text.push_str(separators.decimal);
        let last = i64::try_from(places).unwrap_or(i64::MAX);
        text.extend((0..last).map(|i| if whole + i < 0 { '0' } else { char::from(digits.at(whole + i)) }));
    }
    text
}

fn push_grouped(text: &mut String, figures: &[char], separators: &Separators, grouped: bool) {
    let breaks = if grouped { group_breaks(figures.len(), separators.sizes) } else { Vec::new() };
    for (i, figure) in figures.iter().enumerate() {
        if breaks.contains(&(figures.len() - i)) && i > 0 {
            text.push_str(separators.group);
        }
        text.push(*figure);
    }
}

/// After how many digits, counted from the right, a group ends.
pub(super) fn group_breaks(length: usize, sizes: &[usize]) -> Vec<usize> {
    let mut breaks = Vec::new();
    let mut total = 0;
    let mut index = 0;
    while let Some(size) = sizes.get(index.min(sizes.len().saturating_sub(1))).copied().filter(|size| *size > 0) {
        total += size;
        if total >= length {
            break;
        }
        breaks.push(total);
        index += 1;
    }
    breaks
}

/// The exponent with its letter and sign, padded with zeros to `width`.
pub(super) fn push_exponent(
    text: &mut String,
    value: i32,
    letter: char,
    width: usize,
    plus: bool,
    format: &NumberFormat,
) {
    text.push(letter);
    text.push_str(if value < 0 {
        format.negative_sign
    } else if plus {
        format.positive_sign
    } else {
        ""
    });
    text.push_str(&format!("{:0width$}", value.unsigned_abs()));
}

const POSITIVE_CURRENCY: [&str; 4] = ["$#", "#$", "$ #", "# $"];
const NEGATIVE_CURRENCY: [&str; 17] = [
    "($#)", "-$#", "$-#", "$#-", "(#$)", "-#$", "#-$", "#$-", "-# $", "-$ #", "# $-", "$ #-", "$ -#", "#- $", "($ #)",
    "(# $)", "$- #",
];
const POSITIVE_PERCENT: [&str; 4] = ["# %", "#%", "%#", "% #"];
const NEGATIVE_PERCENT: [&str; 12] =
    ["-# %", "-#%", "-%#", "%-#", "%#-", "#-%", "#%-", "-% #", "# %-", "% #-", "% -#", "#- %"];
const NEGATIVE_NUMBER: [&str; 5] = ["(#)", "-#", "- #", "#-", "# -"];

fn pattern(patterns: &[&'static str], index: u8) -> &'static str {
    patterns.get(usize::from(index)).copied().unwrap_or("-#")
}

fn standard(
    mut digits: Digits,
    letter: char,
    precision: Option<usize>,
    format: &NumberFormat,
) -> Result<String, TextError> {
    let rounded = digits.kind == DigitsKind::Float;
    let places = |digits: &mut Digits, separators: &Separators| {
        let places = precision.unwrap_or(separators.digits);
        digits.round(i64::from(digits.scale).saturating_add(i64::try_from(places).unwrap_or(i64::MAX)), rounded);
        places
    };
    let (wanted, number) = match letter.to_ascii_uppercase() {
        'C' => {
            let places = places(&mut digits, &format.currency);
            let wanted = if digits.negative {
                pattern(&NEGATIVE_CURRENCY, format.currency_negative_pattern)
            } else {
                pattern(&POSITIVE_CURRENCY, format.currency_positive_pattern)
            };
            (wanted, fixed(&digits, places, &format.currency, true))
        }
        'F' => {
            let places = places(&mut digits, &format.number);
            (if digits.negative { "-#" } else { "#" }, fixed(&digits, places, &format.number, false))
        }
        'N' => {
            let places = places(&mut digits, &format.number);
            let wanted = if digits.negative { pattern(&NEGATIVE_NUMBER, format.number_negative_pattern) } else { "#" };
            (wanted, fixed(&digits, places, &format.number, true))
        }
        'P' => {
            // The digits of zero have no place to shift.
            digits.scale += if digits.is_zero() { 0 } else { 2 };
            let places = places(&mut digits, &format.percent);
            let wanted = if digits.negative {
                pattern(&NEGATIVE_PERCENT, format.percent_negative_pattern)
            } else {
                pattern(&POSITIVE_PERCENT, format.percent_positive_pattern)
            };
            (wanted, fixed(&digits, places, &format.percent, true))
        }
        'E' => {
            let count = precision.unwrap_or(6).saturating_add(1);
            digits.round(i64::try_from(count).unwrap_or(i64::MAX), rounded);
            (if digits.negative { "-#" } else { "#" }, scientific(&digits, count, letter, format))
        }
        'G' | 'R' => {
            let count = precision.filter(|p| *p > 0).unwrap_or(digits.digits.len());
            digits.round(i64::try_from(count).unwrap_or(i64::MAX), rounded);
            let exponent = if letter.is_ascii_uppercase() { 'E' } else { 'e' };
            (if digits.negative { "-#" } else { "#" }, general(&digits, Some(count), exponent, format))
        }
        _ => return Err(TextError::bad_specifier()),
    };
    let mut text = String::new();
    for c in wanted.chars() {
        match c {
            '#' => text.push_str(&number),
            '-' => text.push_str(format.negative_sign),
            '$' => text.push_str(format.currency_symbol),
            '%' => text.push_str(format.percent_symbol),
            other => text.push(other),
        }
    }
    Ok(text)
}

fn scientific(digits: &Digits, count: usize, letter: char, format: &NumberFormat) -> String {
    let mut text = String::from(char::from(digits.at(0)));
    if count > 1 {
        text.push_str(format.number.decimal);
        text.extend((1..i64::try_from(count).unwrap_or(i64::MAX)).map(|i| char::from(digits.at(i))));
    }
    let exponent = if digits.is_zero() { 0 } else { digits.scale - 1 };
    push_exponent(&mut text, exponent, letter, 3, true, format);
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::number::parse_number_string;

    fn show(value: &str, format: &str, culture: &str) -> String {
        let number = parse_number_string(value).unwrap();
        format_number(&number, format, Culture::find(culture).unwrap()).unwrap_or_else(|e| e.message)
    }

    #[test]
    fn doubles_have_three_plain_texts() {
        let (third, en) = (1.0 / 3.0, Culture::en_us());
        assert_eq!(double_to_text(third, en), "0.3333333333333333");
        assert_eq!(double_to_language_text(third, en), "0.333333333333333");
        assert_eq!(double_to_text(1e16, en), "10000000000000000");
        assert_eq!(double_to_text(1e17, en), "1E+17");
        assert_eq!(double_to_language_text(1e15, en), "1E+15");
        assert_eq!(double_to_text(1e-5, en), "1E-05");
        assert_eq!(double_to_text(-0.0, en), "-0");
        assert_eq!(double_to_text(f64::NEG_INFINITY, en), "-∞");
        assert_eq!(single_to_text(1e7, en), "10000000");
        assert_eq!(single_to_language_text(123_456.79, en), "123456.8");
    }

    #[test]
    fn doubles_round_from_their_exact_value() {
        assert_eq!(show("2.5", "F0", ""), "2");
        assert_eq!(show("0.125", "F2", ""), "0.12");
        assert_eq!(show("0.125", "0.00", ""), "0.13");
        assert_eq!(show("1.005", "N2", ""), "1.00");
        assert_eq!(show("-0.4", "F0", ""), "-0");
        assert_eq!(show("0.1", "G20", ""), "0.10000000000000000555");
    }

    #[test]
    fn decimals_keep_their_scale() {
        assert_eq!(show("1.50d", "", ""), "1.50");
        assert_eq!(show("0.00d", "G", ""), "0.00");
        assert_eq!(show("1.50d", "G0", ""), "1.5");
        assert_eq!(show("2.5d", "F0", ""), "3");
    }

    #[test]
    fn whole_numbers_pad_and_change_radix() {
        assert_eq!(show("-255", "D5", ""), "-00255");
        assert_eq!(show("-255", "X", ""), "FFFFFF01");
        assert_eq!(show("255n", "X", ""), "0FF");
        assert_eq!(show("-129n", "x8", ""), "ffffff7f");
        assert_eq!(show("255", "B12", ""), "000011111111");
        assert_eq!(show("255", "G2", ""), "2.6E+02");
        assert_eq!(show("1.5", "D", ""), "Format specifier was invalid.");
    }

    #[test]
    fn cultures_have_patterns_for_currency_and_percent() {
        assert_eq!(show("-1234.5", "C", "en-US"), "-$1,234.50");
        assert_eq!(show("-1234.5", "C", "de-DE"), "-1.234,50 €");
        assert_eq!(show("0.256", "P1", "en-US"), "25.6%");
        assert_eq!(show("0.256", "P1", ""), "25.6 %");
        assert_eq!(show("-5", "N1", "sv-SE"), "−5,0");
        assert_eq!(show("1234.5", "E2", ""), "1.23E+003");
    }

    #[test]
    fn custom_formats_place_digits() {
        assert_eq!(show("1234567", "#,##0,,", ""), "1");
        assert_eq!(show("1234567.891", "#,##0.00", "de-DE"), "1.234.567,89");
        assert_eq!(show("1234567890", "(###) ###-####", ""), "(123) 456-7890");
        assert_eq!(show("-5", "0;(0);zero", ""), "(5)");
        assert_eq!(show("0", "0;(0);zero", ""), "zero");
        assert_eq!(show("12345.678", "0.00e+00", ""), "1.23e+04");
        assert_eq!(show("0.256", "0.0%", ""), "25.6%");
        assert_eq!(show("5", r"0 'units' \#'a'", ""), "5 units #a");
        assert_eq!(show("-0.001", "0.00", ""), "-0.00");
    }
}
