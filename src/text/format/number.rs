//! Numbers as text: their plain texts, and what a format string asks of each kind of number.

use super::standard::{general_decimal, padded, signed_general, standard};
use super::{custom, radix};
use crate::text::culture::Culture;
use crate::text::number::Digits;
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
