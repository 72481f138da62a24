//! Numbers: how far their token goes; what they are worth is the business of [`crate::text::number`].

use super::chars::{ends_number, ends_token, is_dash};
use super::input::{Input, Mode, Reading};
use super::scan::finish;
use super::token::{Data, Kind, Token};
use super::word;
use crate::syntax::fault::messages;
use crate::text::number;

/// A number that begins at `start`, or the word that it turns out to be.
pub(super) fn number(start: Input<'_>, reading: Reading) -> Token {
    let Some(end) = extent(start, reading) else {
        return word::generic(start, start, String::new());
    };
    let text = start.until(end);
    let value = number::parse_number_string(text);
    if value.is_none() {
        if start.mode != Mode::Expression {
            return word::generic(start, start, String::new());
        }
        start.fault(messages::BAD_NUMERIC_CONSTANT, start.cx.raw_span(start.at, end.at), &[text]);
    }
    finish(start, end, Kind::Number, Data::Number(value))
}

/// Whether a number begins after a `!`.
pub(super) fn is_number(i: Input<'_>, reading: Reading) -> bool {
    extent(i, reading).is_some()
}

/// The place after the number, if what begins here is one.
fn extent(start: Input<'_>, reading: Reading) -> Option<Input<'_>> {
    let mut i = start;
    if let Some(c) = i.char().filter(|c| *c == '+' || is_dash(*c)) {
        i = i.past(c);
    }
    i = match (i.byte(), i.byte_at(1)) {
        (b'0', b'x' | b'X') => digits(i.skip(2), |b| b.is_ascii_hexdigit()),
        (b'0', b'b' | b'B') => {
            let end = digits(i.skip(2), |b| matches!(b, b'0' | b'1'));
            if end.at == i.at + 2 {
                return None;
            }
            end
        }
        (b'.', _) => exponent(digits(i.skip(1), |b| b.is_ascii_digit()))?,
        _ => {
            let whole = digits(i, |b| b.is_ascii_digit());
            match (whole.byte(), whole.byte_at(1)) {
                (b'.', b'.') => whole,
                (b'.', _) => exponent(digits(whole.skip(1), |b| b.is_ascii_digit()))?,
                _ => exponent(whole)?,
            }
        }
    };
    i = multiplier(suffix(i)?)?;
    let ends = ends_token(i.char()) || (start.mode == Mode::Expression && ends_number(i.char(), reading.ternary));
    ends.then_some(i)
}

fn digits(mut i: Input<'_>, is_digit: fn(u8) -> bool) -> Input<'_> {
    while !i.is_at_end() && is_digit(i.byte()) {
        i = i.skip(1);
    }
    i
}

/// An exponent, if an `e` follows; `None` without digits in it.
fn exponent(i: Input<'_>) -> Option<Input<'_>> {
    if !matches!(i.byte(), b'e' | b'E') {
        return Some(i);
    }
    let mut power = i.skip(1);
    if let Some(sign) = power.char().filter(|c| *c == '+' || is_dash(*c)) {
        power = power.past(sign);
    }
    let end = digits(power, |b| b.is_ascii_digit());
    (end.at > power.at).then_some(end)
}

/// The letters that name a type: `u`, `s`, `l`, `d`, `y`, `n`, and `u` with one of `s`, `l`, `y`.
fn suffix(i: Input<'_>) -> Option<Input<'_>> {
    let letter = |i: Input<'_>| Some(i.byte().to_ascii_lowercase()).filter(|b| b"usldyn".contains(b));
    let Some(first) = letter(i) else { return Some(i) };
    let i = i.skip(1);
    match letter(i) {
        None => Some(i),
        Some(b's' | b'l' | b'y') if first == b'u' => Some(i.skip(1)),
        Some(_) => None,
    }
}

/// A multiplier such as `kb`, if one of its first letters follows; `None` without its `b`.
fn multiplier(i: Input<'_>) -> Option<Input<'_>> {
    if !b"kmgtp".contains(&i.byte().to_ascii_lowercase()) {
        return Some(i);
    }
    matches!(i.byte_at(1), b'b' | b'B').then(|| i.skip(2))
}
