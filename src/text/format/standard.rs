//! Standard numeric formats on digits: `C D E F G N P R` with a precision.

use crate::text::TextError;
use crate::text::culture::{NumberFormat, Separators};
use crate::text::number::{Digits, DigitsKind};

/// Whole digits with a sign and at least `width` digits.
pub(super) fn padded(digits: &Digits, width: usize, format: &NumberFormat) -> String {
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
pub(super) fn general_decimal(digits: &Digits, format: &NumberFormat) -> String {
    let sign = if digits.negative && !digits.is_zero() { format.negative_sign } else { "" };
    format!("{sign}{}", general(digits, None, 'E', format))
}

pub(super) fn signed_general(digits: &Digits, limit: usize, exponent: char, format: &NumberFormat) -> String {
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

pub(super) fn standard(
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
