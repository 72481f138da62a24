//! Values as JSON text.

use crate::cmdlets::prelude::*;
use crate::engine::Session;
use crate::text::Culture;
use crate::text::date::DateTime;
use crate::text::format::double_to_text;
use crate::value::EnumValue;
use std::fmt::Write;

/// Which characters are written as `\uXXXX` beside those that must be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Escape {
    #[default]
    Default,
    NonAscii,
    Html,
}

/// Writes values as JSON.
pub struct Writer {
    pub depth: i32,
    pub compress: bool,
    pub enums_as_strings: bool,
    pub escape: Escape,
    /// Whether something lay deeper than `depth` and became a text.
    pub is_truncated: bool,
    text: String,
    level: usize,
}

/// The deepest nesting of arrays and objects together, which keeps cycles and the stack in bounds.
const DEEPEST: i32 = 1000;

impl Writer {
    pub fn new(depth: i32, compress: bool, enums_as_strings: bool, escape: Escape) -> Writer {
        let depth = depth.min(DEEPEST);
        Writer { depth, compress, enums_as_strings, escape, is_truncated: false, text: String::new(), level: 0 }
    }

    /// The JSON text of a value.
    ///
    /// # Errors
    /// What reading a property that a script defines raises.
    pub fn write(&mut self, session: &mut Session, value: &Value) -> Outcome<String> {
        self.value(session, value, 0)?;
        Ok(std::mem::take(&mut self.text))
    }

    fn value(&mut self, session: &mut Session, value: &Value, depth: i32) -> Outcome {
        let base = value.base();
        match base {
            Value::Null | Value::Void => self.text.push_str("null"),
            Value::Bool(b) => self.text.push_str(if *b { "true" } else { "false" }),
            Value::Str(text) => self.string(text),
            Value::Char(unit) => self.string(&String::from_utf16_lossy(&[*unit])),
            Value::Double(n) => self.real(*n, double_to_text(*n, Culture::invariant())),
            Value::Single(n) => {
                let text = crate::text::format::single_to_text(*n, Culture::invariant());
                self.real(f64::from(*n), text);
            }
            Value::Decimal(n) => {
                let text = n.to_string();
                self.text.push_str(&with_decimal_place(text));
            }
            Value::SByte(_)
            | Value::Byte(_)
            | Value::Int16(_)
            | Value::UInt16(_)
            | Value::Int(_)
            | Value::UInt32(_)
            | Value::Long(_)
            | Value::UInt64(_)
            | Value::BigInt(_) => {
                let text = convert::to_text(session, base)?;
                self.text.push_str(&text);
            }
            Value::Enum(member) if self.enums_as_strings => self.string(&member.name()),
            Value::Enum(member) => self.enumeration(member),
            Value::Native(native) if is_text_like(native.type_ref().native().name) => {
                let text = self.moment(session, base)?;
                self.string(&text);
            }
            _ => return self.composite(session, value, depth),
        }
        Ok(())
    }

    fn enumeration(&mut self, member: &EnumValue) {
        self.text.push_str(&member.value.to_string());
    }

    /// The text of a date, an offset date, a GUID or an address.
    fn moment(&self, session: &mut Session, value: &Value) -> Outcome<Str> {
        let Value::Native(native) = value else { return convert::to_text(session, value) };
        if value.downcast::<DateTime>().is_some() {
            let text = native.data().format(session, "yyyy'-'MM'-'dd'T'HH':'mm':'ss.FFFFFFFK")?;
            return Ok(text.unwrap_or_default());
        }
        if native.type_ref().native().name == "System.DateTimeOffset" {
            let text = native.data().format(session, "yyyy'-'MM'-'dd'T'HH':'mm':'ss.FFFFFFFzzz")?;
            return Ok(text.unwrap_or_default());
        }
        if native.type_ref().native().name == "System.Uri" {
            let original = session.get_property(value, Symbol::new("OriginalString"))?;
            return convert::to_text(session, &original);
        }
        convert::to_text(session, value)
    }

    fn composite(&mut self, session: &mut Session, value: &Value, depth: i32) -> Outcome {
        if depth > self.depth {
            self.is_truncated = true;
            let text = match value.base() {
                Value::Table(_) => Str::from(value.type_ref().map_or_else(String::new, |ty| ty.full_name())),
                _ => convert::to_text(session, value)?,
            };
            self.string(&text);
            return Ok(());
        }
        let pairs = match value.base() {
            Value::Table(table) => Some(table.pairs()),
            Value::Native(native) => native.data().dictionary_pairs(),
            _ => None,
        };
        if let Some(pairs) = pairs {
            let mut members = Vec::with_capacity(pairs.len());
            for (key, value) in pairs {
                members.push((convert::to_text(session, &key)?, value));
            }
            members.extend(extra_notes(value));
            return self.object(session, &members, depth);
        }
        if let Some(items) = enumerate::items_of(value) {
            return self.array(session, &items, depth);
        }
        let mut members = Vec::new();
        let listed = session.property_names(value);
        let own: Vec<Str> = match value.type_ref() {
            Some(ty) => crate::types::property_names(&ty).into_iter().map(Str::from).collect(),
            None => Vec::new(),
        };
        // What the .NET type gives comes before what the shell and scripts add.
        let (first, last): (Vec<Str>, Vec<Str>) =
            listed.into_iter().partition(|name| own.iter().any(|own| own.eq_ignore_ascii_case(name)));
        for name in first.into_iter().chain(last) {
            let value = session.get_property(value, Symbol::new(&name)).unwrap_or_default();
            members.push((name, value));
        }
        self.object(session, &members, depth)
    }

    /// The items of an array or of the whole pipeline.
    fn array(&mut self, session: &mut Session, items: &[Value], depth: i32) -> Outcome {
        if items.is_empty() {
            self.text.push_str("[]");
            return Ok(());
        }
        self.text.push('[');
        self.level += 1;
        for (i, item) in items.iter().enumerate() {
            if i > 0 {
                self.text.push(',');
            }
            self.line();
            self.value(session, item, depth + 1)?;
        }
        self.level -= 1;
        self.line();
        self.text.push(']');
        Ok(())
    }

    fn object(&mut self, session: &mut Session, members: &[(Str, Value)], depth: i32) -> Outcome {
        if members.is_empty() {
            self.text.push_str("{}");
            return Ok(());
        }
        self.text.push('{');
        self.level += 1;
        for (i, (name, value)) in members.iter().enumerate() {
            if i > 0 {
                self.text.push(',');
            }
            self.line();
            self.string(name);
            self.text.push_str(if self.compress { ":" } else { ": " });
            self.value(session, value, depth + 1)?;
        }
        self.level -= 1;
        self.line();
        self.text.push('}');
        Ok(())
    }

    fn line(&mut self) {
        if !self.compress {
            self.text.push('\n');
            self.text.extend(std::iter::repeat_n("  ", self.level));
        }
    }

    fn real(&mut self, number: f64, text: String) {
        match number.is_finite() {
            true => self.text.push_str(&with_decimal_place(text)),
            false if number.is_nan() => self.text.push_str("\"NaN\""),
            false => self.text.push_str(if number > 0.0 { "\"Infinity\"" } else { "\"-Infinity\"" }),
        }
    }

    fn string(&mut self, text: &str) {
        self.text.push('"');
        for c in text.chars() {
            match c {
                '"' if self.escape == Escape::Html => self.text.push_str("\\u0022"),
                '"' => self.text.push_str("\\\""),
                '\\' => self.text.push_str("\\\\"),
                '\t' => self.text.push_str("\\t"),
                '\n' => self.text.push_str("\\n"),
                '\r' => self.text.push_str("\\r"),
                '\u{8}' => self.text.push_str("\\b"),
                '\u{c}' => self.text.push_str("\\f"),
                c if self.is_escaped(c) => {
                    for unit in c.encode_utf16(&mut [0; 2]) {
                        let _ = write!(self.text, "\\u{unit:04x}");
                    }
                }
                c => self.text.push(c),
            }
        }
        self.text.push('"');
    }

    fn is_escaped(&self, c: char) -> bool {
        c < ' '
            || matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}')
            || match self.escape {
                Escape::Default => false,
                Escape::NonAscii => c > '\u{7f}',
                Escape::Html => matches!(c, '<' | '>' | '&' | '\''),
            }
    }
}

/// Types that JSON shows as a text.
fn is_text_like(name: &str) -> bool {
    matches!(name, "System.DateTime" | "System.DateTimeOffset" | "System.Guid" | "System.Uri")
}

/// A number that looks whole gets a decimal place, so that it is read back as a real one.
fn with_decimal_place(text: String) -> String {
    if text.contains(['.', 'E', 'e']) { text } else { format!("{text}.0") }
}

/// Notes that hang on a dictionary.
fn extra_notes(value: &Value) -> Vec<(Str, Value)> {
    let Some(extra) = value.extra() else { return Vec::new() };
    let notes = extra.read(|parts| {
        let notes = parts.members.iter().filter_map(|(name, member)| match member {
            crate::value::Member::Note(value) => Some((name.clone(), value.clone())),
            crate::value::Member::Other(_) => None,
        });
        notes.collect()
    });
    notes.unwrap_or_default()
}
