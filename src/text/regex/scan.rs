//! The cursor over a pattern and the small things that it reads: numbers, names, escapes, comments, options.
//!
//! Where the cursor stands when a rule is broken is the offset that the error tells, so the order of steps matters.

use super::error::{Fault, RegexError};
use super::options::RegexOptions;
use crate::text::chars;

pub(super) type Parse<T> = Result<T, RegexError>;

pub(super) struct Scanner<'p> {
    pattern: &'p str,
    chars: Vec<char>,
    pub pos: usize,
    pub options: RegexOptions,
}

/// A word character as names and boundaries count it: with the two joiners.
pub(super) fn is_name_char(c: char) -> bool {
    chars::is_word(c) || matches!(c, '\u{200C}' | '\u{200D}')
}

impl<'p> Scanner<'p> {
    pub fn new(pattern: &'p str, options: RegexOptions) -> Scanner<'p> {
        Scanner { pattern, chars: pattern.chars().collect(), pos: 0, options }
    }

    pub fn at_end(&self) -> bool {
        self.pos >= self.chars.len()
    }

    pub fn peek(&self) -> Option<char> {
        self.peek_at(0)
    }

    pub fn peek_at(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.pos + ahead).copied()
    }

    /// How many characters are left.
    pub fn left(&self) -> usize {
        self.chars.len().saturating_sub(self.pos)
    }

    pub fn next(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.pos += 1;
        Some(c)
    }

    /// Steps over `c` if it comes next.
    pub fn eat(&mut self, c: char) -> bool {
        let found = self.peek() == Some(c);
        self.pos += usize::from(found);
        found
    }

    /// Takes the next character, whatever it is, and says whether it is `c`.
    pub fn next_is(&mut self, c: char) -> bool {
        self.next() == Some(c)
    }

    pub fn fault(&self, fault: Fault) -> RegexError {
        let offset = self.chars.iter().take(self.pos).map(|c| c.len_utf16()).sum();
        RegexError::Parse { pattern: self.pattern.to_owned(), offset, fault }
    }

    pub fn has(&self, option: RegexOptions) -> bool {
        self.options.has(option)
    }

    /// Skips comments, and in the mode for it white space.
    pub fn blank(&mut self) -> Parse<()> {
        let spaced = self.has(RegexOptions::IGNORE_PATTERN_WHITESPACE);
        loop {
            if spaced {
                while self.peek().is_some_and(is_pattern_space) {
                    self.pos += 1;
                }
                if self.peek() == Some('#') {
                    while self.peek().is_some_and(|c| c != '\n') {
                        self.pos += 1;
                    }
                    continue;
                }
            }
            if self.peek() != Some('(') || self.peek_at(1) != Some('?') || self.peek_at(2) != Some('#') {
                return Ok(());
            }
            while self.peek().is_some_and(|c| c != ')') {
                self.pos += 1;
            }
            if self.at_end() {
                return Err(self.fault(Fault::UnterminatedComment));
            }
            self.pos += 1;
        }
    }

    /// Whether a quantifier comes next; a brace is one only when it is complete.
    pub fn at_quantifier(&self) -> bool {
        match self.peek() {
            Some('*' | '+' | '?') => true,
            Some('{') => {
                let mut ahead = 1;
                let digits = |mut ahead: usize| {
                    while self.peek_at(ahead).is_some_and(|c| c.is_ascii_digit()) {
                        ahead += 1;
                    }
                    ahead
                };
                ahead = digits(ahead);
                if ahead == 1 {
                    return false;
                }
                if self.peek_at(ahead) == Some(',') {
                    ahead = digits(ahead + 1);
                }
                self.peek_at(ahead) == Some('}')
            }
            _ => false,
        }
    }

    /// Reads a decimal number; none is zero.
    pub fn decimal(&mut self) -> Parse<u32> {
        const MOST: u32 = i32::MAX.unsigned_abs();
        let mut value: u32 = 0;
        while let Some(digit) = self.peek().and_then(|c| c.to_digit(10)) {
            self.pos += 1;
            value = value
                .checked_mul(10)
                .and_then(|tens| tens.checked_add(digit))
                .filter(|value| *value <= MOST)
                .ok_or_else(|| self.fault(Fault::QuantifierOrCaptureGroupOutOfRange))?;
        }
        Ok(value)
    }

    /// Reads a group's name.
    pub fn name(&mut self) -> String {
        let mut name = String::new();
        while let Some(c) = self.peek().filter(|c| is_name_char(*c)) {
            name.push(c);
            self.pos += 1;
        }
        name
    }

    /// Reads inline options into the current ones, up to the first character that is none.
    pub fn inline_options(&mut self) {
        let mut on = true;
        while let Some(c) = self.peek() {
            let option = match c.to_ascii_lowercase() {
                '-' => {
                    on = false;
                    RegexOptions::NONE
                }
                '+' => {
                    on = true;
                    RegexOptions::NONE
                }
                'i' => RegexOptions::IGNORE_CASE,
                'm' => RegexOptions::MULTILINE,
                'n' => RegexOptions::EXPLICIT_CAPTURE,
                's' => RegexOptions::SINGLELINE,
                'x' => RegexOptions::IGNORE_PATTERN_WHITESPACE,
                _ => return,
            };
            self.options = self.options.with(option, on);
            self.pos += 1;
        }
    }

    /// Reads what follows a backslash that stands for one character.
    pub fn char_escape(&mut self) -> Parse<char> {
        let Some(c) = self.next() else { return Err(self.fault(Fault::UnescapedEndingBackslash)) };
        match c {
            '0'..='7' => {
                self.pos -= 1;
                Ok(self.octal())
            }
            'x' => self.hex(2),
            'u' => self.hex(4),
            'a' => Ok('\u{7}'),
            'b' => Ok('\u{8}'),
            'e' => Ok('\u{1B}'),
            'f' => Ok('\u{C}'),
            'n' => Ok('\n'),
            'r' => Ok('\r'),
            't' => Ok('\t'),
            'v' => Ok('\u{B}'),
            'c' => self.control(),
            _ if !self.has(RegexOptions::ECMA_SCRIPT) && is_name_char(c) => {
                Err(self.fault(Fault::UnrecognizedEscape(c)))
            }
            _ => Ok(c),
        }
    }

    fn octal(&mut self) -> char {
        let mut value = 0;
        for _ in 0..3 {
            let Some(digit) = self.peek().and_then(|c| c.to_digit(8)) else { break };
            self.pos += 1;
            value = value * 8 + digit;
            if self.has(RegexOptions::ECMA_SCRIPT) && value >= 0x20 {
                break;
            }
        }
        char::from(u8::try_from(value & 0xFF).unwrap_or(0))
    }

    fn hex(&mut self, digits: usize) -> Parse<char> {
        let mut value = 0;
        if self.left() < digits {
            return Err(self.fault(Fault::InsufficientOrInvalidHexDigits));
        }
        for _ in 0..digits {
            match self.next().and_then(|c| c.to_digit(16)) {
                Some(digit) => value = value * 16 + digit,
                None => return Err(self.fault(Fault::InsufficientOrInvalidHexDigits)),
            }
        }
        Ok(self.joined_surrogates(value))
    }

    /// The character of a UTF-16 unit; a high surrogate takes in the escaped low one behind it.
    fn joined_surrogates(&mut self, unit: u32) -> char {
        if let Some(c) = char::from_u32(unit) {
            return c;
        }
        let follows: String = self.chars.iter().skip(self.pos).take(6).collect();
        let low = follows.strip_prefix("\\u").and_then(|hex| u16::from_str_radix(hex, 16).ok());
        let pair = [u16::try_from(unit).unwrap_or(0), low.unwrap_or(0)];
        match char::decode_utf16(pair).next() {
            Some(Ok(c)) => {
                self.pos += 6;
                c
            }
            _ => char::REPLACEMENT_CHARACTER,
        }
    }

    fn control(&mut self) -> Parse<char> {
        let Some(c) = self.next() else { return Err(self.fault(Fault::MissingControlCharacter)) };
        match u8::try_from(c.to_ascii_uppercase()) {
            Ok(byte @ b'@'..=b'_') => Ok(char::from(byte - b'@')),
            _ => Err(self.fault(Fault::UnrecognizedControlCharacter)),
        }
    }

    /// Reads the braces of `\p{name}`.
    pub fn property_name(&mut self) -> Parse<String> {
        if self.left() < 3 {
            return Err(self.fault(Fault::InvalidUnicodePropertyEscape));
        }
        if !self.next_is('{') {
            return Err(self.fault(Fault::MalformedUnicodePropertyEscape));
        }
        let mut name = String::new();
        while let Some(c) = self.peek().filter(|c| is_name_char(*c) || *c == '-') {
            name.push(c);
            self.pos += 1;
        }
        if !self.next_is('}') {
            return Err(self.fault(Fault::InvalidUnicodePropertyEscape));
        }
        Ok(name)
    }
}

fn is_pattern_space(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\u{B}' | '\u{C}' | '\r' | ' ')
}
