//! Everything that an error record holds, property by property, as `Get-Error` shows it.

use super::cells::ELLIPSIS;
use super::style::Style;
use super::text::enumerated;
use crate::text::{CaseRule, Str, Symbol};
use crate::types::exceptions::PARENT_CONTAINS_ERROR_RECORD_EXCEPTION;
use crate::value::compare::equals;
use crate::value::convert::{to_bool, to_text};
use crate::value::{Env, ErrorRecord, Exception, Outcome, TypeRef, Value, types};
use std::rc::Rc;

const DEEPEST: usize = 10;
const INDENT: usize = 4;
/// Types whose objects are opened beside exceptions and error records.
const OPENED: &[&str] = &["System.Management.Automation.InvocationInfo"];

/// The properties of an error record or exception, nested ones indented.
pub fn detailed(env: &mut dyn Env, object: &Value, style: &Style) -> Outcome<String> {
    Detail { style }.object(env, object, 0, 1)
}

struct Detail<'a> {
    style: &'a Style,
}

impl Detail<'_> {
    fn object(&self, env: &mut dyn Env, object: &Value, indent: usize, depth: usize) -> Outcome<String> {
        let mut properties = Vec::new();
        if is_exception(object)
            && let Some(ty) = object.type_ref()
        {
            properties.push((Str::from("Type"), Value::from(ty.full_name())));
        }
        for name in env.property_names(object) {
            let value = match object.downcast::<Rc<ErrorRecord>>() {
                Some(record) if depth > 1 && &*name == "Exception" => placeholder(record),
                _ => env.get_property(object, Symbol::new(&name))?,
            };
            if &*name != "PSErrorIndex" && is_shown(env, &value)? {
                properties.push((name, value));
            }
        }
        let width = properties.iter().map(|(name, _)| name.utf16_len()).max().unwrap_or(0);
        let mut text = String::new();
        for (name, value) in
            properties.iter().filter(|(_, value)| enumerated(value).is_none_or(|items| !items.is_empty()))
        {
            let Style { accent, .. } = self.style;
            let gap = " ".repeat(width - name.utf16_len());
            text.push_str(&format!("{}{accent}{name}{gap} : {}", " ".repeat(indent), self.style.reset()));
            self.value(env, name, value, (indent, width, depth), &mut text)?;
            text.push('\n');
        }
        text.pop();
        Ok(text)
    }

    fn value(
        &self,
        env: &mut dyn Env,
        name: &str,
        value: &Value,
        (indent, width, depth): (usize, usize, usize),
        text: &mut String,
    ) -> Outcome {
        let prefix = " ".repeat(indent);
        if is_opened(env, value) {
            if depth >= DEEPEST {
                text.push_str(ELLIPSIS);
                return Ok(());
            }
            text.push('\n');
            text.push_str(&self.object(env, value, indent + INDENT, depth + 1)?);
            return Ok(());
        }
        if name == "StackTrace" {
            text.push('\n');
            text.push_str(&to_text(env, value)?);
            return Ok(());
        }
        if let Value::Table(table) = value.base() {
            let mut pairs = table.pairs();
            pairs.sort_by(|(a, _), (b, _)| a.as_str().cmp(&b.as_str()));
            for (i, (key, value)) in pairs.iter().enumerate() {
                let key = to_text(env, key)?;
                let value = to_text(env, value)?;
                let start = if i == 0 { "\n" } else { "" };
                let Style { accent, .. } = self.style;
                text.push_str(&format!("{start}{prefix}    {accent}{key} : {}{value}\n", self.style.reset()));
            }
            return Ok(());
        }
        if let Some(items) = enumerated(value).filter(|_| name != "Data") {
            return self.items(env, &items, (indent, depth), text);
        }
        if let Value::Type(ty) = value.base() {
            text.push_str(&format!("[{}]", ty.full_name()));
            return Ok(());
        }
        let shown = to_text(env, value)?;
        let shown = match name {
            "PositionMessage" => shown.replacen('~', &format!("{}~", self.style.error), 1),
            "Message" => format!("{}{shown}", self.style.error),
            _ => shown.to_string(),
        };
        let lines: Vec<&str> =
            if shown.contains('\n') { shown.split('\n').map(str::trim).collect() } else { vec![&shown] };
        text.push_str(&lines.join(&format!("\n{prefix}{}", " ".repeat(width + 3))));
        Ok(())
    }

    fn items(&self, env: &mut dyn Env, items: &[Value], (indent, depth): (usize, usize), text: &mut String) -> Outcome {
        if depth >= DEEPEST {
            text.push_str(ELLIPSIS);
            return Ok(());
        }
        let prefix = " ".repeat(indent + indent + INDENT + 2);
        for (i, item) in items.iter().enumerate() {
            text.push('\n');
            match item.base() {
                Value::Type(ty) => text.push_str(&format!("{prefix}[{}]", ty.full_name())),
                Value::Object(_) | Value::Instance(_) | Value::Native(_) | Value::Table(_) | Value::Array(_) => {
                    if i > 0 {
                        text.push('\n');
                    }
                    text.push_str(&self.object(env, item, indent + INDENT, depth + 1)?);
                }
                _ => {
                    let shown = to_text(env, item)?;
                    text.push_str(&format!("{prefix}{shown}"));
                }
            }
        }
        Ok(())
    }
}

/// What stands for the exception inside a record that the exception itself carries.
fn placeholder(record: &ErrorRecord) -> Value {
    Value::native(Exception::new(&PARENT_CONTAINS_ERROR_RECORD_EXCEPTION, record.exception_message()))
}

/// Whether a property has something to show: not null, and not equal to an empty string.
fn is_shown(env: &mut dyn Env, value: &Value) -> Outcome<bool> {
    if value.is_null() {
        return Ok(false);
    }
    let empty = Value::from("");
    match enumerated(value).filter(|_| !matches!(value.base(), Value::Table(_))) {
        Some(items) => {
            let mut others = Vec::new();
            for item in items {
                if !equals(env, &item, &empty, CaseRule::Insensitive)? {
                    others.push(item);
                }
            }
            to_bool(env, &Value::array(others))
        }
        None => Ok(!equals(env, value, &empty, CaseRule::Insensitive)?),
    }
}

fn is_exception(value: &Value) -> bool {
    value.type_ref().is_some_and(|ty| ty.is(&TypeRef::Native(&types::EXCEPTION)))
}

fn is_opened(env: &mut dyn Env, value: &Value) -> bool {
    is_exception(value)
        || value.downcast::<Rc<ErrorRecord>>().is_some()
        || env.type_names(value).first().is_some_and(|name| OPENED.contains(&name.as_str()))
}
