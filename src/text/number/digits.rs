//! A number as decimal digits and the place of its point: what formatting and parsing work on.

use num_bigint::{BigInt, Sign};
use rust_decimal::Decimal;

/// Which family of .NET numbers the digits come from; they differ in rounding and in the sign of zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DigitsKind {
    Integer,
    Decimal,
    Float,
}

/// The value `0.d1d2d3… × 10^scale`; the first digit is not 0, and there are none when the value is 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digits {
    pub negative: bool,
    /// ASCII digits.
    pub digits: Vec<u8>,
    pub scale: i32,
    pub kind: DigitsKind,
}

/// More digits than any double has behind its point.
const EXACT_DIGITS: usize = 1100;

impl Digits {
    /// The digits of a whole number.
    pub fn integer(value: &BigInt) -> Digits {
        let negative = value.sign() == Sign::Minus;
        Digits::whole(negative, value.magnitude().to_str_radix(10), DigitsKind::Integer)
    }

    /// The digits of a small whole number.
    pub fn small(value: i128) -> Digits {
        Digits::whole(value < 0, value.unsigned_abs().to_string(), DigitsKind::Integer)
    }

    fn whole(negative: bool, text: String, kind: DigitsKind) -> Digits {
        let digits = if text == "0" { Vec::new() } else { text.into_bytes() };
        let scale = i32::try_from(digits.len()).unwrap_or(i32::MAX);
        Digits { negative, digits, scale, kind }
    }

    /// The digits of a decimal, with the zeros at its end that its scale shows.
    pub fn decimal(value: &Decimal) -> Digits {
        let mut all =
            Digits::whole(value.is_sign_negative(), value.mantissa().unsigned_abs().to_string(), DigitsKind::Decimal);
        all.scale -= i32::try_from(value.scale()).unwrap_or(0);
        all
    }

    /// The fewest digits that read back as the same double.
    pub fn shortest(value: f64) -> Digits {
        Digits::from_scientific(value.is_sign_negative(), &format!("{:e}", value.abs()))
    }

    /// The fewest digits that read back as the same single.
    pub fn shortest_single(value: f32) -> Digits {
        Digits::from_scientific(value.is_sign_negative(), &format!("{:e}", value.abs()))
    }

    /// `count` significant digits of a double, rounded from its exact value.
    pub fn significant(value: f64, count: usize) -> Digits {
        let text = format!("{:.*e}", count.saturating_sub(1).min(EXACT_DIGITS), value.abs());
        Digits::from_scientific(value.is_sign_negative(), &text)
    }

    /// The digits of a double down to `places` behind the point, rounded from its exact value.
    pub fn places(value: f64, places: usize) -> Digits {
        let text = format!("{:.*}", places.min(EXACT_DIGITS), value.abs());
        let point = text.find('.').unwrap_or(text.len());
        let digits: Vec<u8> = text.bytes().filter(u8::is_ascii_digit).collect();
        Digits::trimmed(value.is_sign_negative(), digits, i32::try_from(point).unwrap_or(i32::MAX))
    }

    /// From the form `1.25e-3`.
    fn from_scientific(negative: bool, text: &str) -> Digits {
        let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
        let digits = mantissa.bytes().filter(u8::is_ascii_digit).collect();
        Digits::trimmed(negative, digits, exponent.parse::<i32>().unwrap_or(0) + 1)
    }

    fn trimmed(negative: bool, mut digits: Vec<u8>, mut scale: i32) -> Digits {
        while digits.last() == Some(&b'0') {
            digits.pop();
        }
        let zeros = digits.iter().take_while(|d| **d == b'0').count();
        digits.drain(..zeros);
        scale = if digits.is_empty() { 0 } else { scale - i32::try_from(zeros).unwrap_or(0) };
        Digits { negative, digits, scale, kind: DigitsKind::Float }
    }

    /// The digit at `index`, `0` past the end.
    pub fn at(&self, index: i64) -> u8 {
        usize::try_from(index).ok().and_then(|i| self.digits.get(i)).copied().unwrap_or(b'0')
    }

    /// Whether the value is zero.
    pub fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    /// Keeps the first `count` digits, drops zeros at the end and rounds half up, except that digits which are
    /// `rounded` already are only cut.
    pub fn round(&mut self, count: i64, rounded: bool) {
        let keep = usize::try_from(count.max(0)).unwrap_or(usize::MAX).min(self.digits.len());
        let reaches = i64::try_from(keep).unwrap_or(i64::MAX) == count;
        let up = reaches && !rounded && self.digits.get(keep).is_some_and(|d| *d >= b'5');
        self.digits.truncate(keep);
        if up {
            while self.digits.last() == Some(&b'9') {
                self.digits.pop();
            }
            match self.digits.last_mut() {
                Some(last) => *last += 1,
                None => {
                    self.scale += 1;
                    self.digits.push(b'1');
                }
            }
        } else {
            while self.digits.last() == Some(&b'0') {
                self.digits.pop();
            }
        }
        if self.digits.is_empty() {
            self.scale = 0;
            self.negative &= self.kind == DigitsKind::Float;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(digits: &Digits) -> String {
        format!("{}e{}", String::from_utf8_lossy(&digits.digits), digits.scale)
    }

    #[test]
    fn doubles_give_shortest_or_exact_digits() {
        assert_eq!(show(&Digits::shortest(0.1)), "1e0");
        assert_eq!(show(&Digits::shortest(1234.5)), "12345e4");
        assert_eq!(show(&Digits::significant(0.1, 20)), "10000000000000000555e0");
        assert_eq!(show(&Digits::places(0.125, 2)), "12e0");
        assert_eq!(show(&Digits::places(0.001, 2)), "e0");
        assert_eq!(show(&Digits::places(0.05, 2)), "5e-1");
    }

    #[test]
    fn rounding_carries_into_a_new_digit() {
        let mut digits = Digits::small(9996);
        digits.round(3, false);
        assert_eq!(show(&digits), "1e5");
    }
}
