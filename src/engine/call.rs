//! A call: one command at work, with what was bound, where it stands and how it wants to be heard.

use super::command::Command;
use super::signature::Signature;
use crate::syntax::{Source, Span};
use crate::text::{Str, Symbol};
use crate::value::Value;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// One command at work.
pub struct Call {
    pub command: Command,
    /// The name as it was written.
    pub invocation_name: Str,
    pub signature: Option<Rc<Signature>>,
    /// The parameters that were given, in order of binding: `$PSBoundParameters`.
    pub bound: RefCell<Vec<(Symbol, Value)>>,
    /// `$args`: what no parameter took.
    pub unbound: RefCell<Vec<Value>>,
    pub parameter_set: RefCell<Str>,
    pub common: RefCell<CommonParameters>,
    /// Where the call stands in a script.
    pub place: Option<(Rc<Source>, Span)>,
    /// The place in its pipeline, from 1, and the pipeline's length.
    pub position: u32,
    pub length: u32,
    /// Whether an earlier stage feeds it.
    pub expects_input: bool,
    /// The object of the pipeline that is being processed.
    pub current: RefCell<Value>,
    /// The answer to the last `ShouldProcess` question that holds for the rest.
    pub answer: Cell<Answer>,
    /// Whether a non-terminating error was written.
    pub failed: Cell<bool>,
    /// Whether a program's output goes on as bytes: into another program or a file.
    pub passes_bytes: Cell<bool>,
    /// Whether `exit` in the script that is called ends the shell and not the script alone.
    pub exits_shell: bool,
}

/// What was answered to a confirmation for all that follows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Answer {
    #[default]
    Ask,
    YesToAll,
    NoToAll,
}

/// What the common parameters say; `None` leaves it to the preference variables.
#[derive(Clone, Debug, Default)]
pub struct CommonParameters {
    pub error_action: Option<Value>,
    pub warning_action: Option<Value>,
    pub information_action: Option<Value>,
    pub progress_action: Option<Value>,
    pub verbose: Option<bool>,
    pub debug: Option<bool>,
    pub what_if: Option<bool>,
    pub confirm: Option<bool>,
    /// Names of variables; a leading `+` appends.
    pub error_variable: Option<Str>,
    pub warning_variable: Option<Str>,
    pub information_variable: Option<Str>,
    pub out_variable: Option<Str>,
    pub pipeline_variable: Option<Str>,
}

impl Call {
    pub fn new(command: Command) -> Call {
        Call {
            invocation_name: command.name(),
            command,
            signature: None,
            bound: RefCell::default(),
            unbound: RefCell::default(),
            parameter_set: RefCell::default(),
            common: RefCell::default(),
            place: None,
            position: 1,
            length: 1,
            expects_input: false,
            current: RefCell::default(),
            answer: Cell::default(),
            failed: Cell::new(false),
            passes_bytes: Cell::new(false),
            exits_shell: false,
        }
    }

    pub fn is_bound(&self, parameter: Symbol) -> bool {
        self.bound.borrow().iter().any(|(name, _)| *name == parameter)
    }

    /// The value that was bound to a parameter.
    pub fn bound_value(&self, parameter: Symbol) -> Option<Value> {
        self.bound.borrow().iter().find(|(name, _)| *name == parameter).map(|(_, value)| value.clone())
    }

    /// Records that a parameter got a value.
    pub fn bind(&self, parameter: Symbol, value: Value) {
        let mut bound = self.bound.borrow_mut();
        match bound.iter_mut().find(|(name, _)| *name == parameter) {
            Some(entry) => entry.1 = value,
            None => bound.push((parameter, value)),
        }
    }
}
