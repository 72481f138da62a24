//! JSON text as values: the strict grammar and what Json.NET accepts beside it.

use crate::cmdlets::prelude::*;
use crate::engine::Session;
use crate::text::Culture;
use crate::text::date::{DateContext, DateKind, DateStyles, DateTime, DateTimeOffset};
use crate::types::time::{local_zone, now};
use crate::value::{Member, Members, PsObject};
use num_bigint::BigInt;

/// What texts that look like a moment become.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DateReading {
    #[default]
    Default,
    Local,
    Utc,
    Offset,
    String,
}

/// Why a text is no JSON, or cannot become an object.
pub enum JsonFault {
    /// The message of Json.NET.
    Syntax(String),
    /// Keys that differ by case alone: the first and the second.
    Casing(String, String),
    /// A key that is empty.
    EmptyKey,
}

/// Reads one text.
pub struct Reader<'a> {
    text: &'a str,
    at: usize,
    depth: u32,
    limit: u32,
    as_hashtable: bool,
    dates: DateReading,
    /// The path of the value that is being read, for messages.
    path: Vec<String>,
    session: &'a Session,
}

type Read<T> = Result<T, JsonFault>;

/// The deepest nesting that is read whatever the limit, which keeps the stack in bounds.
const DEEPEST: u32 = 1024;

impl<'a> Reader<'a> {
    pub fn new(session: &'a Session, text: &'a str, limit: u32, as_hashtable: bool, dates: DateReading) -> Reader<'a> {
        let limit = if limit == 0 { DEEPEST } else { limit.min(DEEPEST) };
        Reader { text, at: 0, depth: 0, limit, as_hashtable, dates, path: Vec::new(), session }
    }

    /// The whole text as one value.
    pub fn document(mut self) -> Read<Value> {
        self.blank()?;
        let value = self.value()?;
        self.blank()?;
        match self.peek() {
            None => Ok(value),
            Some(c) => {
                let place = self.place();
                Err(JsonFault::Syntax(format!(
                    "Additional text encountered after finished reading JSON content: {c}. {place}"
                )))
            }
        }
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn bump(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += c.len_utf8();
        Some(c)
    }

    /// `Path 'a.b', line 1, position 5.` for what was read so far.
    fn place(&self) -> String {
        let read = self.text.get(..self.at).unwrap_or_default();
        let line = read.matches('\n').count();
        let column = read.rsplit('\n').next().unwrap_or_default().chars().count();
        let path: String = self.path.concat();
        let path = path.trim_start_matches('.');
        format!("Path '{path}', line {}, position {column}.", line + 1)
    }

    fn syntax<T>(&self, message: &str) -> Read<T> {
        Err(JsonFault::Syntax(format!("{message} {}", self.place())))
    }

    fn unexpected<T>(&self, what: &str) -> Read<T> {
        match self.peek() {
            Some(c) => self.syntax(&format!("Unexpected character encountered while parsing {what}: {c}.")),
            None => self.syntax("Unexpected end of content while loading JObject."),
        }
    }

    /// Skips blanks and comments.
    fn blank(&mut self) -> Read<()> {
        loop {
            match self.peek() {
                Some(c) if c.is_whitespace() || c == '\u{feff}' => {
                    self.bump();
                }
                Some('/') if self.rest().starts_with("//") => {
                    let length = self.rest().find('\n').unwrap_or(self.rest().len());
                    self.at += length;
                }
                Some('/') if self.rest().starts_with("/*") => match self.rest().find("*/") {
                    Some(length) => self.at += length + 2,
                    None => return self.syntax("Unexpected end while parsing comment."),
                },
                _ => return Ok(()),
            }
        }
    }

    fn value(&mut self) -> Read<Value> {
        match self.peek() {
            Some('{') => self.nested(Self::object),
            Some('[') => self.nested(Self::array),
            Some(quote @ ('"' | '\'')) => {
                let text = self.string(quote)?;
                Ok(self.text_value(text))
            }
            Some(c) if c.is_ascii_digit() || matches!(c, '-' | '.' | '+') => self.number(),
            Some(_) => self.word(),
            None => self.unexpected("value"),
        }
    }

    fn nested(&mut self, read: fn(&mut Self) -> Read<Value>) -> Read<Value> {
        self.depth += 1;
        if self.depth > self.limit {
            self.bump();
            return self.syntax(&format!("The reader's MaxDepth of {} has been exceeded.", self.limit));
        }
        let value = read(self);
        self.depth -= 1;
        value
    }

    fn array(&mut self) -> Read<Value> {
        self.bump();
        let mut items = Vec::new();
        loop {
            self.blank()?;
            match self.peek() {
                Some(']') => {
                    self.bump();
                    return Ok(Value::array(items));
                }
                // Json.NET takes an array at the end of the text as it is.
                None if self.depth == 1 => return Ok(Value::array(items)),
                _ => {}
            }
            self.path.push(format!("[{}]", items.len()));
            let item = self.value()?;
            items.push(item);
            self.blank()?;
            match self.peek() {
                Some(',') => {
                    self.bump();
                }
                Some(']') => {}
                None if self.depth == 1 => {}
                None => return self.unexpected("value"),
                Some(c) => {
                    let message = format!("After parsing a value an unexpected character was encountered: {c}.");
                    return self.syntax(&message);
                }
            }
            self.path.pop();
        }
    }

    fn object(&mut self) -> Read<Value> {
        self.bump();
        let mut members: Vec<(String, Value)> = Vec::new();
        loop {
            self.blank()?;
            if self.peek() == Some('}') {
                self.bump();
                return self.finished(members);
            }
            let name = self.key()?;
            self.blank()?;
            if self.peek() != Some(':') {
                return match self.peek() {
                    Some(c) => self
                        .syntax(&format!("Invalid character after parsing property name. Expected ':' but got: {c}.")),
                    None => self.unexpected("value"),
                };
            }
            self.bump();
            self.blank()?;
            self.path.push(format!(".{name}"));
            let value = self.value()?;
            if let Some(old) = members.iter().position(|(old, _)| *old == name) {
                members.remove(old);
            }
            members.push((name, value));
            self.blank()?;
            match self.peek() {
                Some(',') => {
                    self.bump();
                }
                Some('}') => {}
                None => return self.unexpected("value"),
                Some(c) => {
                    let message = format!("After parsing a value an unexpected character was encountered: {c}.");
                    return self.syntax(&message);
                }
            }
            self.path.pop();
        }
    }

    fn finished(&self, members: Vec<(String, Value)>) -> Read<Value> {
        if self.as_hashtable {
            let table = Table::new(TableKind::SensitiveHashtable);
            for (name, value) in members {
                table.set(Value::from(name), value);
            }
            return Ok(Value::Table(Rc::new(table)));
        }
        let mut notes = Members::default();
        for (name, value) in members {
            if name.is_empty() {
                return Err(JsonFault::EmptyKey);
            }
            if let Some(first) = notes.spelling(Symbol::new(&name)) {
                return Err(JsonFault::Casing(first.to_string(), name));
            }
            notes.set(Str::from(name), Member::Note(value));
        }
        Ok(Value::Object(Rc::new(PsObject::with_members(notes))))
    }

    fn key(&mut self) -> Read<String> {
        match self.peek() {
            Some(quote @ ('"' | '\'')) => self.string(quote),
            Some(c) if c.is_alphanumeric() || matches!(c, '_' | '$') => {
                let rest = self.rest();
                let end = rest.find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '$')).unwrap_or(rest.len());
                self.at += end;
                Ok(rest.get(..end).unwrap_or_default().to_string())
            }
            Some(c) => self.syntax(&format!("Invalid property identifier character: {c}.")),
            None => self.unexpected("value"),
        }
    }

    fn string(&mut self, quote: char) -> Read<String> {
        self.bump();
        let mut units: Vec<u16> = Vec::new();
        let mut text = String::new();
        loop {
            let Some(c) = self.bump() else {
                return self.syntax(&format!("Unterminated string. Expected delimiter: {quote}."));
            };
            let escaped = match c {
                c if c == quote => {
                    text.push_str(&String::from_utf16_lossy(&units));
                    return Ok(text);
                }
                '\\' => match self.bump() {
                    Some('b') => '\u{8}',
                    Some('t') => '\t',
                    Some('n') => '\n',
                    Some('f') => '\u{c}',
                    Some('r') => '\r',
                    Some(c @ ('\\' | '"' | '\'' | '/')) => c,
                    Some('u') => {
                        let digits = self.rest().get(..4).unwrap_or_default();
                        match u16::from_str_radix(digits, 16) {
                            Ok(unit) => {
                                units.push(unit);
                                self.at += 4;
                                continue;
                            }
                            Err(_) => {
                                return self
                                    .syntax(&format!("Could not convert Unicode hex digits to integer: {digits}."));
                            }
                        }
                    }
                    Some(c) => return self.syntax(&format!("Bad JSON escape sequence: \\{c}.")),
                    None => return self.syntax(&format!("Unterminated string. Expected delimiter: {quote}.")),
                },
                c => c,
            };
            if !units.is_empty() {
                text.push_str(&String::from_utf16_lossy(&units));
                units.clear();
            }
            text.push(escaped);
        }
    }

    fn number(&mut self) -> Read<Value> {
        let rest = self.rest();
        let end =
            rest.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '+' | '.')).unwrap_or(rest.len());
        let text = rest.get(..end).unwrap_or_default();
        if text == "-Infinity" {
            self.at += end;
            return Ok(Value::Double(f64::NEG_INFINITY));
        }
        let (is_negative, digits) = match text.strip_prefix('-') {
            Some(digits) => (true, digits),
            None => (false, text),
        };
        let radix = |digits: &str, radix: u32| i64::from_str_radix(digits, radix).ok();
        let whole = match () {
            () if digits.len() > 2 && digits.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("0x")) => {
                digits.get(2..).and_then(|digits| radix(digits, 16)).map(Value::Long)
            }
            () if digits.len() > 1 && digits.starts_with('0') && digits.bytes().all(|c| c.is_ascii_digit()) => {
                radix(digits, 8).map(|n| Value::Long(if is_negative { -n } else { n }))
            }
            () if !digits.is_empty() && digits.bytes().all(|c| c.is_ascii_digit()) => match text.parse::<i64>() {
                Ok(n) => Some(Value::Long(n)),
                Err(_) => text.parse::<BigInt>().ok().map(|n| Value::BigInt(Rc::new(n))),
            },
            () => text.parse::<f64>().ok().filter(|n| n.is_finite()).map(Value::Double),
        };
        match whole {
            Some(value) => {
                self.at += end;
                Ok(value)
            }
            None => {
                self.at += end;
                self.syntax(&format!("Input string '{text}' is not a valid number."))
            }
        }
    }

    fn word(&mut self) -> Read<Value> {
        const WORDS: [(&str, Value); 6] = [
            ("true", Value::Bool(true)),
            ("false", Value::Bool(false)),
            ("null", Value::Null),
            ("undefined", Value::Null),
            ("NaN", Value::Double(f64::NAN)),
            ("Infinity", Value::Double(f64::INFINITY)),
        ];
        let rest = self.rest();
        for (word, value) in WORDS {
            let Some(after) = rest.strip_prefix(word) else { continue };
            if after.starts_with(|c: char| c.is_alphanumeric()) {
                continue;
            }
            self.at += word.len();
            return Ok(value);
        }
        self.unexpected("value")
    }

    /// A text, or the moment that it stands for.
    fn text_value(&self, text: String) -> Value {
        if self.dates == DateReading::String || !looks_like_moment(&text) {
            return Value::from(text);
        }
        self.moment(&text).unwrap_or_else(|| Value::from(text))
    }

    fn moment(&self, text: &str) -> Option<Value> {
        let zone = local_zone(self.session);
        let context = || DateContext { culture: Culture::invariant(), zone: &zone, now: now(self.session) };
        if self.dates == DateReading::Offset {
            return DateTimeOffset::parse(text, DateStyles::NONE, context()).ok().map(Value::native);
        }
        let styles = DateStyles::ROUND_TRIP_KIND;
        let moment = DateTime::parse(text, styles, context()).ok()?;
        Some(Value::native(match self.dates {
            DateReading::Local if moment.kind == DateKind::Unspecified => moment.with_kind(DateKind::Local),
            DateReading::Local => moment.to_local(&zone),
            DateReading::Utc if moment.kind == DateKind::Unspecified => moment.with_kind(DateKind::Utc),
            DateReading::Utc => moment.to_utc(&zone),
            _ => moment,
        }))
    }
}

/// `2024-03-05T14:07:09`, with a fraction and a zone or without.
fn looks_like_moment(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_shape = b"dddd-dd-ddTdd:dd:dd".iter().enumerate().all(|(i, shape)| match (shape, bytes.get(i)) {
        (b'd', Some(c)) => c.is_ascii_digit(),
        (shape, Some(c)) => shape == c,
        (_, None) => false,
    });
    let Some(mut rest) = text.get(19..).filter(|_| is_shape) else { return false };
    if let Some(fraction) = rest.strip_prefix('.') {
        let digits = fraction.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 {
            return false;
        }
        rest = fraction.get(digits..).unwrap_or_default();
    }
    match rest.as_bytes() {
        [] | [b'Z'] => true,
        [b'+' | b'-', zone @ ..] => {
            matches!(zone.len(), 2 | 4 | 5) && zone.iter().all(|c| c.is_ascii_digit() || *c == b':')
        }
        _ => false,
    }
}
