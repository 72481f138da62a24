//! The parts of a number text: white space, sign, currency symbol, digits, separators and exponent.

use super::{Digits, DigitsKind, NumberStyles};
use crate::text::culture::{Culture, NumberFormat, Separators};

/// Reads the parts of a number text in the order that .NET takes them.
pub(super) struct Reader<'a> {
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
    /// The digits of the whole text, if it is a number in these styles.
    pub(super) fn read(text: &'a str, styles: NumberStyles, culture: &'a Culture, kind: DigitsKind) -> Option<Digits> {
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

pub(super) fn is_white(c: char) -> bool {
    c == ' ' || ('\t'..='\r').contains(&c)
}
