//! Where output goes.

use crate::engine::Session;
use crate::value::{Array, Outcome, Value};
use std::rc::Rc;

/// A place that takes objects one by one.
pub trait Sink {
    fn write(&mut self, session: &mut Session, value: Value) -> Outcome;

    /// Whether what is written is thrown away, so that it need not be made.
    fn is_discard(&self) -> bool {
        false
    }

    /// Whether what is written is shown at once.
    fn is_show(&self) -> bool {
        false
    }
}

/// Keeps everything in a list.
#[derive(Default)]
pub struct Collect(pub Vec<Value>);

impl Collect {
    /// The output as one value: nothing, the only object, or an array.
    pub fn into_value(mut self) -> Value {
        match self.0.len() {
            0 => Value::Void,
            1 => self.0.pop().unwrap_or_default(),
            _ => Value::Array(Rc::new(Array::new(self.0))),
        }
    }
}

impl Sink for Collect {
    fn write(&mut self, _session: &mut Session, value: Value) -> Outcome {
        self.0.push(value);
        Ok(())
    }
}

/// Throws everything away.
pub struct Discard;

impl Sink for Discard {
    fn write(&mut self, _session: &mut Session, _value: Value) -> Outcome {
        Ok(())
    }

    fn is_discard(&self) -> bool {
        true
    }
}

/// The end of the line: what is written here is formatted and shown.
pub struct Show;

impl Sink for Show {
    fn write(&mut self, session: &mut Session, value: Value) -> Outcome {
        let host = session.host();
        host.show(session, value)
    }

    fn is_show(&self) -> bool {
        true
    }
}
