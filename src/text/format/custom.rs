//! Custom numeric formats: `0 # . , % ‰ e+0 ;`, quoted and escaped literals.

use super::standard::{group_breaks, push_exponent};
use crate::text::culture::NumberFormat;
use crate::text::number::{Digits, DigitsKind};

/// The number in a custom format.
pub(super) fn format(mut digits: Digits, format: &str, culture: &NumberFormat) -> String {
    let picture: Vec<char> = format.chars().collect();
    let wanted = if digits.is_zero() { 2 } else { usize::from(digits.negative) };
    let mut section = find_section(&picture, wanted);
    let mut layout = Layout::of(picture.get(section..).unwrap_or_default());
    if digits.is_zero() {
        digits.negative &= digits.kind == DigitsKind::Float;
        digits.scale = 0;
    } else {
        layout.round(&mut digits);
        // A number that rounds to zero takes the section for zero.
        let zero = find_section(&picture, 2);
        if digits.is_zero() && zero != section {
            section = zero;
            layout = Layout::of(picture.get(section..).unwrap_or_default());
        }
    }
    let picture = picture.get(section..).unwrap_or_default();
    let signed = digits.negative && section == 0;
    let mut text = String::new();
    if signed && digits.scale != 0 {
        text.push_str(culture.negative_sign);
    }
    Writer::new(&layout, &digits, culture, &mut text).write(picture);
    if signed && digits.scale == 0 && !text.is_empty() {
        text.insert_str(0, culture.negative_sign);
    }
    text
}

/// Where the section of that number begins; the first one when it is missing or empty.
fn find_section(picture: &[char], mut section: usize) -> usize {
    if section == 0 {
        return 0;
    }
    let mut at = 0;
    while let Some(c) = picture.get(at) {
        at += 1;
        match c {
            '\'' | '"' => at = skip_quoted(picture, at, *c),
            '\\' => at += 1,
            '\0' => return 0,
            ';' => {
                section -= 1;
                if section == 0 {
                    return if picture.get(at).is_some_and(|next| !matches!(next, '\0' | ';')) { at } else { 0 };
                }
            }
            _ => {}
        }
    }
    0
}

fn skip_quoted(picture: &[char], mut at: usize, quote: char) -> usize {
    while let Some(c) = picture.get(at) {
        at += 1;
        if *c == quote {
            break;
        }
    }
    at
}

/// Whether an exponent picture such as `+0` or `00` begins at `at`.
fn is_exponent(picture: &[char], at: usize) -> bool {
    match picture.get(at) {
        Some('0') => true,
        Some('+' | '-') => picture.get(at + 1) == Some(&'0'),
        _ => false,
    }
}

/// What the placeholders of a section ask for.
#[derive(Default)]
struct Layout {
    /// Placeholders in all.
    places: i64,
    /// Placeholders before the point.
    point: i64,
    /// Where the first `0` and the last `0` stand, counted from the point to the left.
    first_zero: i64,
    last_zero: i64,
    scientific: bool,
    grouped: bool,
    scale: i32,
}

impl Layout {
    fn of(picture: &[char]) -> Layout {
        let (mut places, mut point, mut first, mut last) = (0i64, None, None, 0i64);
        let (mut comma, mut commas) = (None, 0);
        let mut layout = Layout::default();
        let mut at = 0;
        while let Some(c) = picture.get(at).filter(|c| !matches!(c, ';' | '\0')) {
            at += 1;
            match c {
                '#' => places += 1,
                '0' => {
                    first.get_or_insert(places);
                    places += 1;
                    last = places;
                }
                '.' => {
                    point.get_or_insert(places);
                }
                ',' if places > 0 && point.is_none() => {
                    if comma == Some(places) {
                        commas += 1;
                    } else {
                        layout.grouped |= comma.is_some();
                        comma = Some(places);
                        commas = 1;
                    }
                }
                '%' => layout.scale += 2,
                '‰' => layout.scale += 3,
                '\'' | '"' => at = skip_quoted(picture, at, *c),
                '\\' => at += 1,
                'e' | 'E' if is_exponent(picture, at) => {
                    at += 1;
                    while picture.get(at) == Some(&'0') {
                        at += 1;
                    }
                    layout.scientific = true;
                }
                _ => {}
            }
        }
        layout.places = places;
        layout.point = point.unwrap_or(places);
        match comma {
            // Commas just before the point divide by a thousand each.
            Some(comma) if comma == layout.point => layout.scale -= commas * 3,
            Some(_) => layout.grouped = true,
            None => {}
        }
        layout.first_zero = first.map_or(0, |first| (layout.point - first).max(0));
        layout.last_zero = (layout.point - last).min(0);
        layout
    }

    fn round(&self, digits: &mut Digits) {
        digits.scale += self.scale;
        let keep = if self.scientific { self.places } else { i64::from(digits.scale) + self.places - self.point };
        digits.round(keep, false);
    }
}

/// Writes a section with the digits in its placeholders.
struct Writer<'a> {
    layout: &'a Layout,
    digits: &'a Digits,
    culture: &'a NumberFormat,
    text: &'a mut String,
    /// The next digit.
    next: usize,
    /// The place of the next digit, counted from the point to the left.
    place: i64,
    /// Digits more, or fewer, than placeholders before the point.
    surplus: i64,
    breaks: Vec<usize>,
    point_written: bool,
}

impl<'a> Writer<'a> {
    fn new(layout: &'a Layout, digits: &'a Digits, culture: &'a NumberFormat, text: &'a mut String) -> Self {
        let scale = i64::from(digits.scale);
        let (place, surplus) =
            if layout.scientific { (layout.point, 0) } else { (scale.max(layout.point), scale - layout.point) };
        let mut breaks = Vec::new();
        if layout.grouped {
            let shown = (place + surplus.min(0)).max(layout.first_zero);
            breaks = group_breaks(usize::try_from(shown).unwrap_or(0), culture.number.sizes);
        }
        Writer { layout, digits, culture, text, next: 0, place, surplus, breaks, point_written: false }
    }

    fn digit(&mut self) -> Option<char> {
        let digit = self.digits.digits.get(self.next).map(|d| char::from(*d))?;
        self.next += 1;
        Some(digit)
    }

    fn push_digit(&mut self, digit: char) {
        self.text.push(digit);
        if self.place > 1 && usize::try_from(self.place - 1).is_ok_and(|place| self.breaks.contains(&place)) {
            self.text.push_str(self.culture.number.group);
        }
    }

    fn write(&mut self, picture: &[char]) {
        let mut exponent_pending = self.layout.scientific;
        let mut at = 0;
        while let Some(c) = picture.get(at).copied().filter(|c| !matches!(c, ';' | '\0')) {
            at += 1;
            if matches!(c, '#' | '0' | '.') {
                while self.surplus > 0 {
                    let digit = self.digit().unwrap_or('0');
                    self.push_digit(digit);
                    self.place -= 1;
                    self.surplus -= 1;
                }
            }
            match c {
                '#' | '0' => self.placeholder(),
                '.' => self.point(),
                '‰' => self.text.push_str(self.culture.per_mille_symbol),
                '%' => self.text.push_str(self.culture.percent_symbol),
                ',' => {}
                '\'' | '"' => {
                    let end = skip_quoted(picture, at, c);
                    let closed = picture.get(end - 1) == Some(&c) && end > at;
                    self.text.extend(picture.get(at..end - usize::from(closed)).unwrap_or_default());
                    at = end;
                }
                '\\' => {
                    self.text.extend(picture.get(at));
                    at += 1;
                }
                'e' | 'E' if exponent_pending && is_exponent(picture, at) => {
                    at = self.exponent(picture, at, c);
                    exponent_pending = false;
                }
                'e' | 'E' if !exponent_pending => {
                    self.text.push(c);
                    if let Some(sign @ ('+' | '-')) = picture.get(at) {
                        self.text.push(*sign);
                        at += 1;
                    }
                    while picture.get(at) == Some(&'0') {
                        self.text.push('0');
                        at += 1;
                    }
                }
                other => self.text.push(other),
            }
        }
    }

    fn placeholder(&mut self) {
        let digit = if self.surplus < 0 {
            self.surplus += 1;
            (self.place <= self.layout.first_zero).then_some('0')
        } else {
            let fill = (self.place > self.layout.last_zero).then_some('0');
            self.digit().or(fill)
        };
        if let Some(digit) = digit {
            self.push_digit(digit);
        }
        self.place -= 1;
    }

    fn point(&mut self) {
        if self.place != 0 || self.point_written {
            return;
        }
        let digits_left = self.next < self.digits.digits.len();
        if self.layout.last_zero < 0 || (self.layout.point < self.layout.places && digits_left) {
            self.text.push_str(self.culture.number.decimal);
            self.point_written = true;
        }
    }

    /// Writes the exponent whose picture begins at `at`; returns where the picture ends.
    fn exponent(&mut self, picture: &[char], at: usize, letter: char) -> usize {
        let sign = picture.get(at).filter(|c| **c != '0');
        let start = at + usize::from(sign.is_some());
        let zeros = picture.get(start..).unwrap_or_default().iter().take_while(|c| **c == '0').count();
        let point = i32::try_from(self.layout.point).unwrap_or(0);
        let value = if self.digits.is_zero() { 0 } else { self.digits.scale - point };
        push_exponent(self.text, value, letter, zeros.min(10), sign == Some(&'+'), self.culture);
        start + zeros
    }
}
