//! Evaluation of resolved code: statements write, expressions return.

mod assign;
pub use assign::{SESSION_STATE_EXCEPTION, SESSION_STATE_UNAUTHORIZED};
mod expression;
mod loops;
mod statement;
mod switch;
mod tries;
mod types;

use super::Session;
use super::code::Code;
use super::pipeline::Sink;
use crate::value::{Outcome, Value, enumerate};

impl Session {
    /// Writes what a value holds for the pipeline: the items of a collection, nothing for nothing, else the value.
    pub fn write_items(&mut self, value: Value, out: &mut dyn Sink) -> Outcome {
        match &value {
            Value::Void => Ok(()),
            Value::Null | Value::Bool(_) | Value::Int(_) | Value::Long(_) | Value::Double(_) | Value::Str(_) => {
                out.write(self, value)
            }
            Value::Array(array) => {
                let mut i = 0;
                while let Some(item) = array.get(i) {
                    out.write(self, item)?;
                    i += 1;
                }
                Ok(())
            }
            _ => match enumerate::items_of(&value) {
                Some(items) => {
                    for item in items {
                        out.write(self, item)?;
                    }
                    Ok(())
                }
                None => out.write(self, value),
            },
        }
    }

    /// The truth of a condition.
    pub fn truth(&mut self, condition: &Code) -> Outcome<bool> {
        match condition {
            Code::Compare(comparison, case, pair) => {
                if let Some(answer) = self.compare_ints(*comparison, &pair.0, &pair.1) {
                    return Ok(answer);
                }
                let value = self.compare(*comparison, *case, pair)?;
                self.is_true(&value)
            }
            Code::Not(inner) => Ok(!self.truth(inner)?),
            Code::And(pair) => Ok(self.truth(&pair.0)? && self.truth(&pair.1)?),
            Code::Or(pair) => Ok(self.truth(&pair.0)? || self.truth(&pair.1)?),
            other => {
                let value = self.eval(other)?;
                self.is_true(&value)
            }
        }
    }

    pub fn is_true(&mut self, value: &Value) -> Outcome<bool> {
        match value {
            Value::Bool(answer) => Ok(*answer),
            Value::Null | Value::Void => Ok(false),
            Value::Int(n) => Ok(*n != 0),
            other => crate::value::convert::to_bool(self, other),
        }
    }
}
