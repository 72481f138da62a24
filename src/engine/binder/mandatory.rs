//! Mandatory parameters that were not given: asked for where somebody can answer, else an error.

use super::Binding;
use super::assign::{Given, Mode};
use super::fault::BindingFault;
use super::named::already_bound;
use super::prompt;
use crate::engine::Session;
use crate::engine::call::Call;
use crate::syntax::Span;
use crate::value::Outcome;
use std::rc::Rc;

impl Binding {
    /// Sees to it that what is mandatory is there before the command begins, leaving out what the pipeline can give.
    ///
    /// # Errors
    /// `MissingMandatoryParameter`, `AmbiguousParameterSet`, and those of the answers' conversion.
    pub(super) fn bind_mandatory(
        &mut self,
        session: &mut Session,
        call: &Rc<Call>,
        count: u32,
        expects_input: bool,
    ) -> Outcome {
        let missing = self.missing(session, call, count, expects_input)?;
        if missing.is_empty() {
            return Ok(());
        }
        let signature = self.signature.clone();
        let asked: Vec<_> = missing
            .iter()
            .filter_map(|index| {
                let param = signature.params.get(*index)?;
                let help = param.uses.iter().map(|entry| &entry.help_message).find(|help| !help.is_empty());
                Some(prompt::Question { index: *index, param, help: help.cloned().unwrap_or_default() })
            })
            .collect();
        let Some(answers) = prompt::ask(session, call, &asked)? else {
            let names = self.names_of(&missing);
            let message =
                format!("Cannot process command because of one or more missing mandatory parameters:{names}.");
            let fault = BindingFault::new("MissingMandatoryParameter", message).parameter(&names, None);
            return Err(fault.raise(session, call));
        };
        for (index, answer) in answers {
            if self.is_bound(index) {
                let name = self.signature.params.get(index).map(|param| param.name.clone()).unwrap_or_default();
                return Err(already_bound(&name, Span::default()).raise(session, call));
            }
            self.assign(session, call, index, Given::value(&answer), self.sets, Mode::Converted)?;
        }
        Ok(())
    }

    /// The names of parameters, each after a space.
    pub(super) fn names_of(&self, indices: &[usize]) -> String {
        let params = indices.iter().filter_map(|index| self.signature.params.get(*index));
        params.map(|param| format!(" {}", param.name)).collect()
    }
}
