//! Arithmetic of decimals with the scales that .NET gives to results.
//!
//! `1.50 + 0` is `1.50`, `1.5 / 2` is `0.75`, `0.00 * 1` is `0.00`. Sums take the larger scale, products the sum of the
//! scales, quotients the fewest digits that are exact; what 96 bits cannot hold is rounded half to even.

use num_bigint::{BigInt, BigUint, Sign};
use num_traits::ToPrimitive;
use rust_decimal::Decimal;
use std::cmp::Ordering;

const LARGEST: u128 = (1 << 96) - 1;
const LARGEST_SCALE: u32 = 28;
#[rustfmt::skip]
const POWERS: [f64; 29] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22, 1e23, 1e24, 1e25, 1e26, 1e27, 1e28,
];

/// The sum; `None` on overflow.
pub fn add(a: &Decimal, b: &Decimal) -> Option<Decimal> {
    if let Some((scale, a, b)) = small(a, b)
        && let Some(sum) = direct(a + b, scale)
    {
        return Some(sum);
    }
    let (scale, a, b) = aligned(a, b);
    fit(a + b, scale)
}

/// The difference; `None` on overflow.
pub fn subtract(a: &Decimal, b: &Decimal) -> Option<Decimal> {
    if let Some((scale, a, b)) = small(a, b)
        && let Some(difference) = direct(a - b, scale)
    {
        return Some(difference);
    }
    let (scale, a, b) = aligned(a, b);
    fit(a - b, scale)
}

/// The product; `None` on overflow.
pub fn multiply(a: &Decimal, b: &Decimal) -> Option<Decimal> {
    let scale = a.scale() + b.scale();
    // Beyond 32 bits .NET multiplies another way, which forgets the scale of zero.
    let wide = |value: &Decimal| value.mantissa().unsigned_abs() > u128::from(u32::MAX);
    if scale > LARGEST_SCALE + 19 && !wide(a) && !wide(b) || (wide(a) || wide(b)) && (a.is_zero() || b.is_zero()) {
        return Some(Decimal::ZERO);
    }
    let short = a.mantissa().checked_mul(b.mantissa()).and_then(|product| direct(product, scale));
    short.or_else(|| fit(BigInt::from(a.mantissa()) * b.mantissa(), scale))
}

/// The quotient; `None` on overflow and for a divisor of zero.
pub fn divide(a: &Decimal, b: &Decimal) -> Option<Decimal> {
    let divisor = b.mantissa().unsigned_abs();
    if divisor == 0 {
        return None;
    }
    let dividend = a.mantissa().unsigned_abs();
    let (mut quotient, mut rest) = (dividend / divisor, dividend % divisor);
    let mut scale = i64::from(a.scale()) - i64::from(b.scale());
    let exact = rest == 0;
    while rest != 0 && scale < i64::from(LARGEST_SCALE) {
        let (digit, next) = (rest * 10 / divisor, rest * 10 % divisor);
        let longer = quotient * 10 + digit;
        if longer > LARGEST {
            break;
        }
        (quotient, rest, scale) = (longer, next, scale + 1);
    }
    let half = (rest * 2).cmp(&divisor);
    if rest != 0 && (half == Ordering::Greater || (half == Ordering::Equal && quotient % 2 == 1)) {
        quotient += 1;
    }
    while !exact && scale > 0 && quotient % 10 == 0 {
        quotient /= 10;
        scale -= 1;
    }
    while scale < 0 {
        if rest != 0 || quotient > LARGEST / 10 {
            return None;
        }
        quotient *= 10;
        scale += 1;
    }
    let sign = if a.is_sign_negative() == b.is_sign_negative() { Sign::Plus } else { Sign::Minus };
    fit(BigInt::from_biguint(sign, quotient.into()), u32::try_from(scale).ok()?)
}

/// The remainder, with the sign of `a`; `None` for a divisor of zero.
pub fn remainder(a: &Decimal, b: &Decimal) -> Option<Decimal> {
    if b.is_zero() {
        return None;
    }
    // What is smaller than the divisor stays as it is, scale and all.
    if a.abs() < b.abs() {
        return Some(*a);
    }
    let (scale, a, b) = aligned(a, b);
    fit(a % b, scale)
}

/// The nearest double as .NET computes it: from the halves of the digits, divided once.
pub fn to_double(value: &Decimal) -> f64 {
    let digits = value.mantissa().unsigned_abs();
    let low = (digits & u128::from(u64::MAX)) as f64;
    let high = (digits >> 64) as f64;
    let power = POWERS.get(value.scale() as usize).copied().unwrap_or(1.0);
    let double = (low + high * 18_446_744_073_709_551_616.0) / power;
    if value.is_sign_negative() { -double } else { double }
}

/// Both numbers in units of the finer scale, when they are so small that a sum fits.
fn small(a: &Decimal, b: &Decimal) -> Option<(u32, i128, i128)> {
    let scale = a.scale().max(b.scale());
    let lift = |value: &Decimal| {
        let lifted = value.mantissa().checked_mul(10i128.checked_pow(scale - value.scale())?)?;
        Some(lifted).filter(|lifted| lifted.unsigned_abs() <= LARGEST)
    };
    Some((scale, lift(a)?, lift(b)?))
}

/// The number as it stands, if 96 bits and 28 places hold it.
fn direct(value: i128, scale: u32) -> Option<Decimal> {
    let fits = scale <= LARGEST_SCALE && value.unsigned_abs() <= LARGEST;
    if fits { Decimal::try_from_i128_with_scale(value, scale).ok() } else { None }
}

/// Both numbers in units of the finer scale.
fn aligned(a: &Decimal, b: &Decimal) -> (u32, BigInt, BigInt) {
    let scale = a.scale().max(b.scale());
    let lift = |value: &Decimal| BigInt::from(value.mantissa()) * BigInt::from(10).pow(scale - value.scale());
    (scale, lift(a), lift(b))
}

/// The number with as much of its scale as 96 bits and 28 places hold.
fn fit(value: BigInt, scale: u32) -> Option<Decimal> {
    let (sign, digits) = value.into_parts();
    let mut drop = scale.saturating_sub(LARGEST_SCALE);
    loop {
        let rounded = rounded(&digits, drop);
        if let Some(number) = rounded.to_u128().filter(|number| *number <= LARGEST) {
            let number = i128::try_from(number).ok()?;
            let signed = if sign == Sign::Minus { -number } else { number };
            return Decimal::try_from_i128_with_scale(signed, scale - drop).ok();
        }
        if drop >= scale {
            return None;
        }
        drop += 1;
    }
}

/// The number without its last `drop` digits, rounded half to even.
fn rounded(digits: &BigUint, drop: u32) -> BigUint {
    if drop == 0 {
        return digits.clone();
    }
    let unit = BigUint::from(10u8).pow(drop);
    let (quotient, rest) = (digits / &unit, digits % &unit);
    let up = match (rest * 2u8).cmp(&unit) {
        Ordering::Greater => true,
        Ordering::Equal => quotient.bit(0),
        Ordering::Less => false,
    };
    if up { quotient + 1u8 } else { quotient }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(a: &str, operation: fn(&Decimal, &Decimal) -> Option<Decimal>, b: &str) -> String {
        operation(&a.parse().unwrap(), &b.parse().unwrap()).map_or("none".into(), |d| d.to_string())
    }

    #[test]
    fn results_keep_the_scale_of_their_operands() {
        assert_eq!(show("1.5", add, "0.00"), "1.50");
        assert_eq!(show("0.00", multiply, "1.5"), "0.000");
        assert_eq!(show("1.00", divide, "1"), "1.00");
        assert_eq!(show("0.5", remainder, "0.5"), "0.0");
    }

    #[test]
    fn quotients_have_no_digits_to_spare() {
        assert_eq!(show("1.5", divide, "2"), "0.75");
        assert_eq!(show("0.5", divide, "0.25"), "2");
        assert_eq!(show("1", divide, "3"), "0.3333333333333333333333333333");
        assert_eq!(show("2", divide, "3"), "0.6666666666666666666666666667");
        assert_eq!(show("1", divide, "0"), "none");
    }

    #[test]
    fn digits_beyond_96_bits_are_rounded() {
        assert_eq!(show("7922816251426433759354395033.5", multiply, "10"), "79228162514264337593543950335");
        assert_eq!(show("79228162514264337593543950335", add, "0.4"), "79228162514264337593543950335");
        assert_eq!(show("79228162514264337593543950335", add, "1"), "none");
    }

    #[test]
    fn doubles_are_computed_from_the_digits() {
        let double = |text: &str| to_double(&text.parse().unwrap());
        assert_eq!(double("0.1"), 0.1);
        assert_eq!(double("0.3333333333333333333333333333"), 0.333_333_333_333_333_37);
        assert_eq!(double("12345678901234567890.123456789"), 1.234_567_890_123_457e19);
    }
}
