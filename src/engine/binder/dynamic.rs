//! Parameters that a command computes once the static ones are known.

use super::Binding;
use super::fault;
use crate::engine::Session;
use crate::engine::call::Call;
use crate::engine::signature::{Param, Signature};
use crate::text::Symbol;
use crate::value::Outcome;
use std::rc::Rc;

impl Binding {
    /// Adds parameters to those of the signature and binds to them what is left of the arguments, between
    /// [`Binding::bind_arguments`] and [`Binding::finish`].
    ///
    /// # Errors
    /// `ParameterNameAlreadyExistsForCommand`, and those of binding.
    pub fn add_dynamic(&mut self, session: &mut Session, call: &Rc<Call>, params: Vec<Param>) -> Outcome {
        let own = self.signature.clone();
        if let Some(known) = params.iter().find(|param| own.by_name.contains_key(&param.symbol)) {
            let message =
                format!("A parameter with the name '{}' was defined multiple times for the command.", known.name);
            return Err(fault::metadata("ParameterNameAlreadyExistsForCommand", message));
        }
        let first = own.params.len();
        let mut signature = Signature {
            name: own.name.clone(),
            params: own.params.iter().cloned().chain(params).collect(),
            default_set: own.default_set.clone(),
            is_advanced: own.is_advanced,
            should_process: own.should_process,
            confirm_impact: own.confirm_impact,
            positional_binding: own.positional_binding,
            ..Signature::default()
        };
        signature.index();
        let before = self.plan().set_names.len();
        self.signature = Rc::new(signature);
        self.values.resize(self.signature.params.len(), None);
        self.unbound.extend(first..self.signature.params.len());
        if before == 0 && self.plan().set_names.is_empty() {
            self.sets = u32::MAX;
        }
        if !self.pending.is_empty() {
            self.problem = None;
            self.join_values(session, call)?;
            self.bind_named(session, call)?;
            self.bind_positional(session, call)?;
        }
        self.read_presets(session, call)?;
        self.bind_presets(session, call)
    }

    /// The value of a parameter by its name.
    pub fn value_of(&self, name: Symbol) -> Option<&crate::value::Value> {
        self.signature.find(name).and_then(|index| self.values.get(index)).and_then(Option::as_ref)
    }
}
