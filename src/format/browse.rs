//! The custom layout of an object without a view: its properties, opened level by level.

use super::cells::ELLIPSIS;
use super::expression::{Expression, Found};
use super::properties::custom_properties;
use super::record::Part;
use super::request::FormatRequest;
use super::scalar::is_scalar;
use super::text::{CellFormat, CellText, cell_text, enumerated};
use crate::text::Str;
use crate::value::{Env, Outcome, Value};

const INDENT: usize = 2;

/// Opens objects for `Format-Custom`.
pub struct Browser<'a> {
    pub limit: i32,
    pub request: &'a FormatRequest,
}

/// How deep a part lies and how deep it may go.
#[derive(Clone, Copy)]
struct Level {
    at: usize,
    deepest: usize,
}

impl Level {
    fn next(self) -> Level {
        Level { at: self.at + 1, ..self }
    }

    fn is_deepest(self) -> bool {
        self.at >= self.deepest
    }
}

impl Browser<'_> {
    /// The parts of an object, opened down to `depth`.
    pub fn parts(&self, env: &mut dyn Env, object: &Value, depth: usize) -> Outcome<Vec<Part>> {
        let mut parts = Vec::new();
        let level = Level { at: 0, deepest: depth };
        if is_scalar(object) {
            self.leaf(env, object, &mut parts)?;
        } else if let Some(items) = enumerated(object) {
            self.collection(env, &items, level, &mut parts)?;
        } else {
            self.object(env, object, level, Some(self.request), &mut parts)?;
        }
        Ok(parts)
    }

    fn object(
        &self,
        env: &mut dyn Env,
        object: &Value,
        level: Level,
        request: Option<&FormatRequest>,
        parts: &mut Vec<Part>,
    ) -> Outcome {
        let type_name = env.type_names(object).into_iter().next().unwrap_or_else(|| Str::from("PSObject"));
        let short = type_name.rsplit('.').next().unwrap_or(&type_name);
        parts.extend([
            Part::Text(format!("class {short}").into()),
            Part::NewLine,
            Part::Text("{".into()),
            Part::NewLine,
        ]);
        let mut inner = Vec::new();
        for (expression, depth) in custom_properties(env, object, request) {
            let level = Level { deepest: depth.unwrap_or(level.deepest), ..level };
            self.property(env, object, &expression, level, &mut inner)?;
        }
        parts.extend([frame(inner), Part::Text("}".into()), Part::NewLine]);
        Ok(())
    }

    fn property(
        &self,
        env: &mut dyn Env,
        object: &Value,
        expression: &Expression,
        level: Level,
        parts: &mut Vec<Part>,
    ) -> Outcome {
        let label = expression.label(env)?;
        parts.push(Part::Text(format!("{label} = ").into()));
        let value = match expression.value(env, object)? {
            Found::Value(value) => value,
            Found::Failed(_) if self.request.display_error => Value::from("#ERR"),
            Found::Failed(_) => Value::from(""),
            Found::Nothing => Value::Null,
        };
        if let Some(items) = enumerated(&value) {
            parts.push(Part::NewLine);
            let mut inner = Vec::new();
            self.collection(env, &items, level.next(), &mut inner)?;
            parts.push(frame(inner));
        } else if is_leaf(&value, level) {
            self.leaf(env, &value, parts)?;
        } else {
            parts.push(Part::NewLine);
            let mut inner = Vec::new();
            self.object(env, &value, level.next(), None, &mut inner)?;
            parts.push(frame(inner));
        }
        Ok(())
    }

    fn collection(&self, env: &mut dyn Env, items: &[Value], level: Level, parts: &mut Vec<Part>) -> Outcome {
        parts.extend([Part::Text("[".into()), Part::NewLine]);
        let mut inner = Vec::new();
        let limit = usize::try_from(self.limit).unwrap_or(usize::MAX);
        for (i, item) in items.iter().enumerate() {
            if i == limit {
                inner.extend([Part::Text(ELLIPSIS.into()), Part::NewLine]);
                break;
            }
            if is_leaf(item, level) {
                self.leaf(env, item, &mut inner)?;
            } else if let Some(items) = enumerated(item) {
                inner.push(Part::NewLine);
                let mut nested = Vec::new();
                self.collection(env, &items, level.next(), &mut nested)?;
                inner.push(frame(nested));
            } else {
                self.object(env, item, level.next(), None, &mut inner)?;
            }
        }
        parts.extend([frame(inner), Part::Text("]".into()), Part::NewLine, Part::NewLine]);
        Ok(())
    }

    fn leaf(&self, env: &mut dyn Env, value: &Value, parts: &mut Vec<Part>) -> Outcome {
        let text = match cell_text(env, value, CellFormat::plain(self.limit))? {
            CellText::Text(text) | CellText::BadFormat(text) => text,
        };
        parts.extend([Part::Text(text), Part::NewLine]);
        Ok(())
    }
}

fn is_leaf(value: &Value, level: Level) -> bool {
    level.is_deepest() || value.is_null() || is_scalar(value)
}

fn frame(parts: Vec<Part>) -> Part {
    Part::Frame { first: 0, left: INDENT, right: 0, parts }
}
