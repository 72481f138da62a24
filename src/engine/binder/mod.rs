//! From arguments to parameters.
//!
//! A [`Binding`] goes through phases, one file each: the call's arguments are taken in ([`arguments`]), bound by name
//! ([`named`]), by position ([`positional`]), from `$PSDefaultParameterValues` ([`defaults`]), and the rest is collected
//! ([`remaining`]); the parameter set is chosen ([`sets`]) and mandatory parameters are asked for ([`mandatory`]). Each
//! object of the pipeline is bound after that ([`input`]). All phases give a value to a parameter through [`assign`],
//! which transforms, converts ([`coerce`]) and validates ([`check`]) it.

mod arguments;
mod assign;
pub mod attribute;
pub mod check;
mod coerce;
pub mod common;
mod defaults;
mod dynamic;
pub mod fault;
pub mod implicit;
mod input;
mod mandatory;
mod named;
mod needs;
pub mod plan;
mod positional;
pub mod prompt;
mod remaining;
mod sets;
pub mod splat;
#[cfg(test)]
mod tests;

pub use check::{CheckContext, apply};
pub use defaults::parse_key;
pub use splat::parameter_name;

use super::Session;
use super::call::Call;
use super::signature::Signature;
use crate::syntax::Span;
use crate::text::Str;
use crate::value::{ErrorRecord, Flow, Outcome, Value};
use arguments::Pending;
use plan::Plan;
use std::rc::Rc;

/// One argument of a call, evaluated.
#[derive(Clone)]
pub struct Argument {
    pub span: Span,
    /// The parameter's name without its dash, where one was written.
    pub name: Option<Str>,
    /// The value; `None` for a name that stands alone. `-Name:value` has both.
    pub value: Option<Value>,
    /// The text of a number token, which a string parameter gets as it stands.
    pub token: Option<Str>,
    /// It came out of a splatted variable.
    pub splatted: bool,
}

impl Argument {
    /// Whether this is the bare `--`, after which nothing is a parameter any more.
    fn ends_parameters(&self) -> bool {
        self.value.is_none() && self.name.as_ref().is_some_and(|name| name == "-")
    }
}

/// The parameters of one call and the values that they have so far.
pub struct Binding {
    pub signature: Rc<Signature>,
    /// The value of each parameter, converted and validated; `None` where none was given.
    pub values: Vec<Option<Value>>,
    /// The parameter sets that are still possible, as bits.
    pub sets: u32,
    /// What no parameter took: `$args` of a simple function.
    pub rest: Vec<Value>,
    /// The parameters without a value, in the order in which the phases look at them.
    unbound: Vec<usize>,
    /// The arguments that no phase has taken yet.
    pending: Vec<Pending>,
    /// Why the last argument that was tried by position was refused.
    problem: Option<Flow>,
    /// What parameters go back to when the next object of the pipeline does not give them.
    defaults: Vec<Option<Value>>,
    /// The parameters that the current object gave.
    from_input: Vec<usize>,
    /// The parameters whose value the last object changed.
    changed: Vec<usize>,
    /// Script blocks that give a parameter its value for each object.
    delayed: Vec<(usize, Value)>,
    /// The sets that were possible before the first object.
    sets_before_input: u32,
    /// The set that objects are tried on first, as a bit; 0 for none.
    first_set: u32,
    /// The parameter that takes every object as it is, where nothing else needs to be looked at.
    direct: Option<usize>,
    /// What `$PSDefaultParameterValues` holds for this command; `None` when it plays no part.
    presets: Option<Vec<(usize, Value)>>,
    /// The parameters that it gave.
    preset: Vec<usize>,
}

impl Binding {
    pub fn new(signature: &Rc<Signature>) -> Binding {
        Binding {
            signature: signature.clone(),
            values: vec![None; signature.params.len()],
            sets: u32::MAX,
            rest: Vec::new(),
            unbound: Vec::new(),
            pending: Vec::new(),
            problem: None,
            defaults: Vec::new(),
            from_input: Vec::new(),
            changed: Vec::new(),
            delayed: Vec::new(),
            sets_before_input: u32::MAX,
            first_set: 0,
            direct: None,
            presets: None,
            preset: Vec::new(),
        }
    }

    /// Binds the arguments of the call: by name, by position, and for advanced commands from
    /// `$PSDefaultParameterValues`. [`Binding::finish`] must follow.
    ///
    /// # Errors
    /// A `ParameterBindingException`, or the fault of the command's declaration.
    pub fn bind_arguments(&mut self, session: &mut Session, call: &Rc<Call>, arguments: Vec<Argument>) -> Outcome {
        if let Some(fault) = &self.signature.fault {
            return Err(fresh(fault));
        }
        let mut arguments = arguments;
        if let Some(dashes) = arguments.iter().position(Argument::ends_parameters) {
            arguments.remove(dashes);
        }
        if !self.signature.is_advanced && arguments.iter().all(|argument| argument.name.is_none()) {
            return self.bind_plain(session, call, arguments);
        }
        self.unbound = (0..self.signature.params.len()).collect();
        self.take_arguments(arguments);
        self.join_values(session, call)?;
        self.bind_named(session, call)?;
        self.bind_positional(session, call)?;
        if !self.signature.is_advanced {
            return Ok(());
        }
        self.read_presets(session, call)?;
        self.bind_presets(session, call)?;
        self.choose_set(session, call, true, false).map_err(|flow| self.explained(session, call, flow))?;
        Ok(())
    }

    /// Completes the binding before the command begins: collects what is left, chooses the parameter set, and asks for
    /// mandatory parameters that the pipeline cannot give.
    ///
    /// # Errors
    /// `PositionalParameterNotFound`, `NamedParameterNotFound`, `AmbiguousParameterSet`, `MissingMandatoryParameter`.
    pub fn finish(&mut self, session: &mut Session, call: &Rc<Call>, expects_input: bool) -> Outcome {
        if !self.signature.is_advanced {
            self.collect_rest(call);
            return self.warn_of_obsolete(session, call);
        }
        self.complete(session, call, expects_input).map_err(|flow| self.explained(session, call, flow))?;
        self.sets_before_input = self.sets;
        self.direct = self.direct_parameter();
        self.warn_of_obsolete(session, call)
    }

    fn complete(&mut self, session: &mut Session, call: &Rc<Call>, expects_input: bool) -> Outcome {
        self.bind_remaining(session, call)?;
        self.refuse_pending(session, call)?;
        let mut count = if expects_input {
            self.choose_set(session, call, true, false)?
        } else {
            self.choose_set(session, call, false, true)?
        };
        if count == 1 && self.preset.is_empty() {
            self.bind_presets(session, call)?;
        }
        if count > 1 && expects_input && self.drop_sets_without_input() {
            count = self.choose_set(session, call, true, false)?;
        }
        self.bind_mandatory(session, call, count, expects_input)?;
        if !expects_input {
            self.settle_set(session, call)?;
        }
        Ok(())
    }

    /// The value of a parameter, or what it goes back to where none was given.
    pub fn current(&self, index: usize) -> Option<Value> {
        let given = self.values.get(index).and_then(Option::as_ref);
        given.or_else(|| self.defaults.get(index).and_then(Option::as_ref)).cloned()
    }

    /// The parameters whose value the last object of the pipeline set or took back.
    pub fn changed(&self) -> &[usize] {
        &self.changed
    }

    /// Whether a parameter was given, at once or by a script block for each object.
    fn is_bound(&self, index: usize) -> bool {
        self.values.get(index).is_some_and(Option::is_some) || self.delayed.iter().any(|(place, _)| *place == index)
    }

    fn plan(&self) -> &Plan {
        self.signature.plan()
    }

    /// Says which set is in use.
    fn note_set(&self, call: &Call, sets: u32) {
        *call.parameter_set.borrow_mut() = self.plan().set_name(sets);
    }
}

/// An error of a declaration, which is raised anew by each call.
fn fresh(fault: &Flow) -> Flow {
    match fault {
        Flow::Error(record) => {
            let mut copy =
                ErrorRecord::new(record.exception.clone(), record.id.clone(), record.category, record.target.clone());
            copy.place.clone_from(&record.place);
            Flow::Error(Rc::new(copy))
        }
        other => other.clone(),
    }
}
