//! Objects as lines of separated values.

use super::type_line;
use crate::cmdlets::prelude::*;
use crate::engine::Session;

/// When values are put into quotes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Quoting {
    #[default]
    Always,
    AsNeeded,
    Never,
}

impl Quoting {
    /// The way of a name.
    pub fn find(name: &str) -> Quoting {
        match &*name.to_ascii_lowercase() {
            "asneeded" | "2" => Quoting::AsNeeded,
            "never" | "0" => Quoting::Never,
            _ => Quoting::Always,
        }
    }
}

/// Makes the lines; the first object says which columns there are.
#[derive(Default)]
pub struct Writer {
    pub delimiter: char,
    pub quoting: Quoting,
    /// The columns whose values are put into quotes, where only those are.
    pub quoted: Vec<Str>,
    pub with_type: bool,
    pub without_header: bool,
    /// The columns, once they are known.
    pub columns: Option<Vec<Str>>,
}

impl Writer {
    /// The lines of an object, those of the header before the first one.
    ///
    /// # Errors
    /// What reading a property that a script defines raises.
    pub fn lines(&mut self, session: &mut Session, object: &Value) -> Outcome<Vec<String>> {
        let mut lines = Vec::new();
        let columns = match &self.columns {
            Some(columns) => columns.clone(),
            None => {
                let columns = columns_of(session, object)?;
                if self.with_type {
                    lines.push(type_line(session, object));
                }
                if !self.without_header {
                    lines.push(self.header(&columns));
                }
                self.columns = Some(columns.clone());
                columns
            }
        };
        let mut line = String::new();
        for (i, column) in columns.iter().enumerate() {
            if i > 0 {
                line.push(self.delimiter);
            }
            let value = value_of(session, object, column)?;
            if !value.is_null() {
                let text = text_of(session, &value)?;
                self.field(&mut line, column, &text);
            }
        }
        lines.push(line);
        Ok(lines)
    }

    fn header(&self, columns: &[Str]) -> String {
        let mut line = String::new();
        for (i, column) in columns.iter().enumerate() {
            if i > 0 {
                line.push(self.delimiter);
            }
            self.field(&mut line, column, column);
        }
        line
    }

    fn field(&self, line: &mut String, column: &str, text: &str) {
        let is_quoted = match self.quoted.is_empty() {
            false => self.quoted.iter().any(|name| name.eq_ignore_ascii_case(column)),
            true => match self.quoting {
                Quoting::Always => true,
                Quoting::Never => false,
                Quoting::AsNeeded => text.contains([self.delimiter, '"', '\n', '\r']),
            },
        };
        if !is_quoted {
            line.push_str(text);
            return;
        }
        line.push('"');
        for c in text.chars() {
            if c == '"' {
                line.push('"');
            }
            line.push(c);
        }
        line.push('"');
    }
}

/// The columns that an object makes: the keys of a table, else its properties.
pub fn columns_of(session: &mut Session, object: &Value) -> Outcome<Vec<Str>> {
    if let Value::Table(table) = object.base() {
        return table.keys().iter().map(|key| convert::to_text(session, key)).collect();
    }
    Ok(session.property_names(object))
}

/// The value of a column.
fn value_of(session: &mut Session, object: &Value, column: &Str) -> Outcome<Value> {
    if let Value::Table(table) = object.base() {
        return Ok(table.get_text(column).unwrap_or_default());
    }
    // A property that fails counts as empty.
    match session.get_property(object, Symbol::new(column)) {
        Ok(value) => Ok(value),
        Err(Flow::Error(_)) => Ok(Value::Null),
        Err(flow) => Err(flow),
    }
}

/// A value as its `ToString()` gives it; lists show their type.
fn text_of(session: &mut Session, value: &Value) -> Outcome<Str> {
    match value.base() {
        Value::Str(text) => Ok(text.clone()),
        Value::Array(array) => Ok(Str::from(array.type_ref().full_name())),
        Value::Table(table) => Ok(Str::from(table.type_ref().full_name())),
        _ => convert::object_text(session, value),
    }
}
