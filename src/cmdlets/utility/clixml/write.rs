//! Values as CLIXML text.

use super::NAMESPACE;
use crate::cmdlets::prelude::*;
use crate::engine::Session;
use crate::text::date::TimeSpan;
use crate::value::types::BYTE;
use base64::Engine as _;
use std::fmt::Write;

/// Writes values, one level of indentation each.
pub struct Writer {
    depth: u32,
    text: String,
    level: usize,
    next_id: usize,
    /// The lists of type names that were written before, by their reference.
    type_lists: Vec<Vec<Str>>,
}

impl Writer {
    pub fn new(depth: u32) -> Writer {
        let text = format!("<Objs Version=\"1.1.0.1\" xmlns=\"{NAMESPACE}\">\n");
        Writer { depth, text, level: 1, next_id: 0, type_lists: Vec::new() }
    }

    /// Adds a value.
    ///
    /// # Errors
    /// What reading a property that a script defines raises.
    pub fn add(&mut self, session: &mut Session, value: &Value) -> Outcome {
        self.value(session, value, None, 0)
    }

    /// The whole text; the last line has no end.
    pub fn finish(mut self) -> String {
        self.text.push_str("</Objs>");
        self.text
    }

    fn line(&mut self, text: &str) {
        self.text.extend(std::iter::repeat_n("  ", self.level));
        self.text.push_str(text);
        self.text.push('\n');
    }

    fn element(&mut self, tag: &str, name: Option<&str>, content: &str) {
        let attribute = attribute(name);
        match content.is_empty() {
            true => self.line(&format!("<{tag}{attribute}></{tag}>")),
            false => self.line(&format!("<{tag}{attribute}>{content}</{tag}>")),
        }
    }

    fn value(&mut self, session: &mut Session, value: &Value, name: Option<&str>, level: u32) -> Outcome {
        let base = value.base();
        let tag = match base {
            Value::Null | Value::Void => {
                self.line(&format!("<Nil{} />", attribute(name)));
                return Ok(());
            }
            Value::Str(text) => {
                self.element("S", name, &escaped(text));
                return Ok(());
            }
            Value::Bool(b) => {
                self.element("B", name, if *b { "true" } else { "false" });
                return Ok(());
            }
            Value::Char(unit) => {
                self.element("C", name, &unit.to_string());
                return Ok(());
            }
            Value::SByte(_) => "SB",
            Value::Byte(_) => "By",
            Value::Int16(_) => "I16",
            Value::UInt16(_) => "U16",
            Value::Int(_) => "I32",
            Value::UInt32(_) => "U32",
            Value::Long(_) => "I64",
            Value::UInt64(_) => "U64",
            Value::Single(_) => "Sg",
            Value::Double(_) => "Db",
            Value::Decimal(_) => "D",
            Value::Native(native) => match native.type_ref().native().name {
                "System.DateTime" => "DT",
                "System.TimeSpan" => "TS",
                "System.Guid" => "G",
                "System.Uri" => "URI",
                "System.Version" => "Version",
                "System.Management.Automation.ScriptBlock" => "SBK",
                _ => return self.object(session, value, name, level),
            },
            Value::Array(array) if matches!(&array.element, TypeRef::Native(element) if **element == BYTE) => {
                let bytes: Vec<u8> = array
                    .items
                    .borrow()
                    .iter()
                    .map(|item| if let Value::Byte(byte) = item { *byte } else { 0 })
                    .collect();
                self.element("BA", name, &base64::engine::general_purpose::STANDARD.encode(bytes));
                return Ok(());
            }
            _ => return self.object(session, value, name, level),
        };
        let text = match (tag, base) {
            ("DT", Value::Native(native)) => native.data().format(session, "o")?.unwrap_or_default(),
            ("TS", _) => match value.downcast::<TimeSpan>() {
                Some(span) => Str::from(duration(span.ticks)),
                None => Str::default(),
            },
            ("Db", Value::Double(n)) => {
                Str::from(crate::text::format::double_to_text(*n, crate::text::Culture::invariant()))
            }
            _ => convert::to_text(session, base)?,
        };
        self.element(tag, name, &escaped(&text));
        Ok(())
    }

    fn object(&mut self, session: &mut Session, value: &Value, name: Option<&str>, level: u32) -> Outcome {
        if level > self.depth {
            let text = convert::to_text(session, value)?;
            self.element("S", name, &escaped(&text));
            return Ok(());
        }
        let id = self.next_id;
        self.next_id += 1;
        self.line(&format!("<Obj{} RefId=\"{id}\">", attribute(name)));
        self.level += 1;
        self.type_names(session, value);
        match value.base() {
            Value::Enum(member) => {
                self.element("ToString", None, &escaped(&member.name()));
                self.element("I32", None, &member.value.to_string());
            }
            Value::Table(table) => {
                let pairs = table.pairs();
                self.dictionary(session, &pairs, level)?;
            }
            Value::Native(native) if native.data().dictionary_pairs().is_some() => {
                let pairs = native.data().dictionary_pairs().unwrap_or_default();
                self.dictionary(session, &pairs, level)?;
            }
            base => match enumerate::items_of(base) {
                Some(items) => self.list(session, &items, level)?,
                None => self.members(session, value, level)?,
            },
        }
        self.level -= 1;
        self.line("</Obj>");
        Ok(())
    }

    fn type_names(&mut self, session: &mut Session, value: &Value) {
        let names = session.type_names(value);
        if let Some(id) = self.type_lists.iter().position(|known| *known == names) {
            self.line(&format!("<TNRef RefId=\"{id}\" />"));
            return;
        }
        self.line(&format!("<TN RefId=\"{}\">", self.type_lists.len()));
        self.level += 1;
        for name in &names {
            self.element("T", None, &escaped(name));
        }
        self.level -= 1;
        self.line("</TN>");
        self.type_lists.push(names);
    }

    fn dictionary(&mut self, session: &mut Session, pairs: &[(Value, Value)], level: u32) -> Outcome {
        self.line("<DCT>");
        self.level += 1;
        for (key, value) in pairs {
            self.line("<En>");
            self.level += 1;
            self.value(session, key, Some("Key"), level + 1)?;
            self.value(session, value, Some("Value"), level + 1)?;
            self.level -= 1;
            self.line("</En>");
        }
        self.level -= 1;
        self.line("</DCT>");
        Ok(())
    }

    fn list(&mut self, session: &mut Session, items: &[Value], level: u32) -> Outcome {
        if items.is_empty() {
            self.line("<LST />");
            return Ok(());
        }
        self.line("<LST>");
        self.level += 1;
        for item in items {
            self.value(session, item, None, level + 1)?;
        }
        self.level -= 1;
        self.line("</LST>");
        Ok(())
    }

    /// The properties: those of a .NET type or a class under `Props`, notes under `MS`.
    fn members(&mut self, session: &mut Session, value: &Value, level: u32) -> Outcome {
        let is_custom = matches!(value, Value::Object(object) if object.base().is_none());
        if !is_custom {
            let text = convert::object_text(session, value)?;
            self.element("ToString", None, &escaped(&text));
        }
        let names = session.property_names(value);
        let noted: Vec<Symbol> = match value.extra() {
            Some(extra) => extra
                .read(|parts| parts.members.iter().map(|(name, _)| Symbol::new(name)).collect::<Vec<Symbol>>())
                .unwrap_or_default(),
            None => Vec::new(),
        };
        let (notes, own): (Vec<Str>, Vec<Str>) = names.into_iter().partition(|name| noted.contains(&Symbol::new(name)));
        for (tag, names) in [("Props", own), ("MS", notes)] {
            if names.is_empty() {
                continue;
            }
            self.line(&format!("<{tag}>"));
            self.level += 1;
            for name in names {
                let member = session.get_property(value, Symbol::new(&name)).unwrap_or_default();
                self.value(session, &member, Some(&name), level + 1)?;
            }
            self.level -= 1;
            self.line(&format!("</{tag}>"));
        }
        Ok(())
    }
}

fn attribute(name: Option<&str>) -> String {
    name.map_or_else(String::new, |name| format!(" N=\"{}\"", escaped(name).replace('"', "&quot;")))
}

/// Text with XML's characters as entities and control characters as `_xHHHH_`.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '_' if rest.get(1..2).is_some_and(|next| next.eq_ignore_ascii_case("x")) => escaped.push_str("_x005F_"),
            c if c.is_control() => {
                let _ = write!(escaped, "_x{:04X}_", u32::from(c));
            }
            c => escaped.push(c),
        }
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
    }
    escaped
}

/// A time span as XML writes durations, such as `PT1M30S`.
fn duration(ticks: i64) -> String {
    let mut text = String::from(if ticks < 0 { "-P" } else { "P" });
    let ticks = ticks.unsigned_abs();
    let (seconds, fraction) = (ticks / 10_000_000, ticks % 10_000_000);
    let (days, hours, minutes, seconds) = (seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
    if days > 0 {
        let _ = write!(text, "{days}D");
    }
    if hours + minutes + seconds + fraction > 0 || days == 0 {
        text.push('T');
        for (count, unit) in [(hours, 'H'), (minutes, 'M')] {
            if count > 0 {
                let _ = write!(text, "{count}{unit}");
            }
        }
        if fraction > 0 {
            let digits = format!("{fraction:07}");
            let _ = write!(text, "{seconds}.{}S", digits.trim_end_matches('0'));
        } else if seconds > 0 || hours + minutes == 0 {
            let _ = write!(text, "{seconds}S");
        }
    }
    text
}
