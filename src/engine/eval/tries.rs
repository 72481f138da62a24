//! `try`, `catch`, `finally`.

use crate::engine::Session;
use crate::engine::code::*;
use crate::engine::pipeline::Sink;
use crate::value::{ErrorRecord, Exception, Flow, Outcome, Value};
use std::rc::Rc;

impl Session {
    /// Runs something whose errors the caller handles, as the body of a `try` statement.
    pub fn guarded<T>(&mut self, run: impl FnOnce(&mut Session) -> Outcome<T>) -> Outcome<T> {
        self.try_depth += 1;
        let result = run(self);
        self.try_depth -= 1;
        result
    }

    pub(super) fn run_try(&mut self, code: &TryCode, out: &mut dyn Sink) -> Outcome {
        let result = self.run_guarded(code, out);
        let Some(finally) = &code.finally else { return result };
        // What left the body goes on after `finally`, unless that leaves in a way of its own.
        self.run_body(finally, out)?;
        result
    }

    fn run_guarded(&mut self, code: &TryCode, out: &mut dyn Sink) -> Outcome {
        let catches = u32::from(!code.catches.is_empty());
        self.try_depth += catches;
        let result = self.run_body(&code.body, out);
        self.try_depth -= catches;
        let Err(Flow::Error(record)) = result else { return result };
        match self.find_catch(code, &record)? {
            Some((body, caught)) => self.run_catch(body, caught, out),
            None => Err(Flow::Error(record)),
        }
    }

    /// The clause that catches an error: by the exception's own type first, then by the types of its inner ones.
    fn find_catch<'a>(
        &mut self,
        code: &'a TryCode,
        record: &Rc<ErrorRecord>,
    ) -> Outcome<Option<(&'a Body, Rc<ErrorRecord>)>> {
        for (types, body) in &code.catches {
            if types.is_empty() {
                return Ok(Some((body, record.clone())));
            }
            for ty in types {
                if let Some(caught) = self.catches(ty, record)? {
                    return Ok(Some((body, caught)));
                }
            }
        }
        Ok(None)
    }

    /// Whether a type in a `catch` or `trap` takes an error: the record that the handler then sees, which is that of
    /// the inner exception where only that one fits.
    pub(super) fn catches(&mut self, ty: &TypeCode, record: &Rc<ErrorRecord>) -> Outcome<Option<Rc<ErrorRecord>>> {
        let wanted = self.type_of(ty)?;
        let mut exception = record.exception.clone();
        let mut is_outer = true;
        loop {
            if exception.type_ref().is_some_and(|own| own.is(&wanted)) {
                if is_outer {
                    return Ok(Some(record.clone()));
                }
                return Ok(Some(record.with_exception(exception)));
            }
            is_outer = false;
            let inner = match exception.downcast::<Exception>() {
                Some(native) => native.inner.clone(),
                None => return Ok(None),
            };
            if inner.is_null() {
                return Ok(None);
            }
            exception = inner;
        }
    }

    fn run_catch(&mut self, body: &Body, record: Rc<ErrorRecord>, out: &mut dyn Sink) -> Outcome {
        self.add_error(&record);
        let before = self.frame().underbar.clone();
        let depth = self.current;
        self.frame_mut().underbar = Some(Value::native(record.clone()));
        self.caught.push(record);
        let result = self.run_body(body, out);
        self.caught.pop();
        if self.current == depth {
            self.frame_mut().underbar = before;
        }
        result
    }
}
