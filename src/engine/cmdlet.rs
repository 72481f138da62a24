//! How a command is written in Rust: a declaration with `cmdlet!`, and the trait that does the work.
//!
//! The declaration's fields are typed parameters, its doc comments are the help, its examples are tests. From it comes
//! a [`CmdletMeta`], from that the same [`Signature`] that a script function's `param()` block gives.

mod macros;
pub mod meta;
pub mod param_value;

pub use crate::cmdlet;
pub use meta::{CmdletMeta, HeaderAttribute, ParamAttribute, ParamMeta, attribute, header, signature};
pub use param_value::{ParamValue, Switch};

use super::Session;
use super::call::Call;
use super::host::StreamKind;
use super::pipeline::Sink;
use crate::text::{Str, Symbol};
use crate::value::{ErrorRecord, Fault, Flow, Outcome, Value};
use std::rc::Rc;

/// The work of a cmdlet. A fresh object runs one pipeline; parameters are set before each call.
pub trait Cmdlet {
    /// Runs once before the first object; parameters that come from the pipeline are not yet set.
    fn begin(&mut self, _cx: &mut Cx) -> Outcome {
        Ok(())
    }

    /// Runs for each object of the pipeline, or once where there is none.
    fn process(&mut self, _cx: &mut Cx) -> Outcome {
        Ok(())
    }

    /// Runs once after the last object.
    fn end(&mut self, _cx: &mut Cx) -> Outcome {
        Ok(())
    }
}

/// What `cmdlet!` writes: setting the parameters by their place in the declaration.
pub trait Bound {
    /// Sets a parameter, or with `None` gives it back its default.
    fn set(&mut self, index: usize, value: Option<Value>);
}

/// A cmdlet as the pipeline holds it.
pub trait CmdletObject: Cmdlet + Bound {}

impl<T: Cmdlet + Bound> CmdletObject for T {}

/// What a cmdlet can do while it runs.
pub struct Cx<'a> {
    pub session: &'a mut Session,
    pub out: &'a mut dyn Sink,
    /// The call: the command's name, what was bound, the common parameters, the place in the script.
    pub call: &'a Rc<Call>,
}

impl Cx<'_> {
    /// Writes one object to the pipeline, as it is.
    pub fn write(&mut self, value: Value) -> Outcome {
        self.out.write(self.session, value)
    }

    /// Writes the items of a collection, or the value itself where it is none.
    pub fn write_items(&mut self, value: Value) -> Outcome {
        self.session.write_items(value, self.out)
    }

    /// Writes a non-terminating error; it ends the command where the preference says so.
    pub fn error(&mut self, fault: Fault) -> Outcome {
        self.write_error(fault.record())
    }

    /// Writes a non-terminating error record.
    pub fn write_error(&mut self, record: Rc<ErrorRecord>) -> Outcome {
        self.session.write_error(record, self.call)
    }

    /// A terminating error of this command, to be returned: `return Err(cx.stop(fault))`.
    pub fn stop(&mut self, fault: Fault) -> Flow {
        let record = fault.record();
        self.session.sign(&record, self.call);
        Flow::Error(record)
    }

    /// Turns a failure inside the command into a non-terminating error; control flow passes on.
    pub fn report(&mut self, flow: Flow) -> Outcome {
        match flow {
            Flow::Error(record) if !record.thrown.get() => self.write_error(record),
            other => Err(other),
        }
    }

    pub fn warning(&mut self, text: impl Into<Str>) -> Outcome {
        self.session.write_stream(StreamKind::Warning, Value::Str(text.into()), self.call)
    }

    pub fn verbose(&mut self, text: impl Into<Str>) -> Outcome {
        self.session.write_stream(StreamKind::Verbose, Value::Str(text.into()), self.call)
    }

    pub fn debug(&mut self, text: impl Into<Str>) -> Outcome {
        self.session.write_stream(StreamKind::Debug, Value::Str(text.into()), self.call)
    }

    /// Whether to do it: asks, says `What if:` or `Performing the operation`, as the preferences want.
    pub fn should_process(&mut self, target: &str, action: &str) -> Outcome<bool> {
        self.session.should_process(target, action, self.call)
    }

    /// Asks for confirmation of something beyond `should_process`.
    pub fn should_continue(&mut self, query: &str, caption: &str) -> Outcome<bool> {
        self.session.should_continue(query, caption, self.call)
    }

    /// Whether the parameter was given, on the command line or by the pipeline.
    pub fn is_bound(&self, parameter: &str) -> bool {
        self.call.is_bound(Symbol::new(parameter))
    }

    /// The name of the parameter set in use; empty where there is only one.
    pub fn parameter_set(&self) -> Str {
        self.call.parameter_set.borrow().clone()
    }

    /// Stops the stages before this one: no more input is wanted.
    pub fn stop_upstream(&self) -> Flow {
        Flow::StopUpstream(0)
    }
}
