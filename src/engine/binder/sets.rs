//! The choice of the parameter set.

use super::Binding;
use super::fault::BindingFault;
use crate::engine::Session;
use crate::engine::call::Call;
use crate::value::{Flow, Outcome};
use std::rc::Rc;

/// How many sets the bits stand for; all bits stand for one undecided set.
pub(super) fn count_sets(sets: u32) -> u32 {
    if sets == u32::MAX { 1 } else { sets.count_ones() }
}

impl Binding {
    /// Narrows the sets as far as what is bound so far allows; how many are still possible.
    ///
    /// `before_input` says that the pipeline may decide yet, `settle` that the default set is to be taken.
    ///
    /// # Errors
    /// `AmbiguousParameterSet`.
    pub(super) fn choose_set(
        &mut self,
        session: &mut Session,
        call: &Rc<Call>,
        before_input: bool,
        settle: bool,
    ) -> Outcome<u32> {
        let default_set = self.plan().default_set;
        let count = count_sets(self.sets);
        if count == 0 {
            return Err(ambiguous_set(session, call));
        }
        if count > 1 {
            if default_set != 0 && self.sets & default_set != 0 {
                self.note_set(call, default_set);
                if settle {
                    self.sets = default_set;
                    return Ok(1);
                }
                return Ok(count);
            }
            if before_input && self.some_unbound_takes_input() {
                return Ok(count);
            }
            self.resolve_by_mandatory(session, call)?;
            return Ok(1);
        }
        let mut count = 1;
        if self.sets == u32::MAX {
            count = u32::try_from(self.plan().set_names.len().max(1)).unwrap_or(u32::MAX);
            if before_input && self.some_unbound_takes_input() {
                // The pipeline decides.
            } else if default_set != 0 {
                if settle {
                    self.sets = default_set;
                    count = 1;
                }
            } else if count > 1 {
                self.resolve_by_mandatory(session, call)?;
                count = 1;
            }
        }
        self.note_set(call, self.sets);
        Ok(count)
    }

    fn some_unbound_takes_input(&self) -> bool {
        let plan = self.plan();
        self.unbound.iter().any(|index| plan.params.get(*index).is_some_and(|param| param.takes_input_in(self.sets)))
    }

    /// Takes the only set whose mandatory parameters have all been given.
    fn resolve_by_mandatory(&mut self, session: &mut Session, call: &Rc<Call>) -> Outcome {
        let plan = self.plan();
        let named = plan.params.iter().fold(0, |sets, param| sets | param.sets);
        let mut left = self.sets & named;
        for index in &self.unbound {
            let Some(param) = plan.params.get(*index) else { continue };
            for entry in param.uses.iter().filter(|entry| entry.mandatory) {
                left &= !entry.set;
            }
        }
        if count_sets(left) != 1 {
            return Err(ambiguous_set(session, call));
        }
        self.sets = left;
        self.note_set(call, left);
        Ok(())
    }

    /// Leaves out the sets that take nothing from the pipeline; whether there were any.
    pub(super) fn drop_sets_without_input(&mut self) -> bool {
        let plan = self.plan();
        let delayed = self.delayed.iter().filter_map(|(index, _)| plan.params.get(*index));
        let mut taking = delayed.fold(0, |sets, param| sets | param.sets);
        'all: for index in &self.unbound {
            let Some(param) = plan.params.get(*index) else { continue };
            for entry in param.uses.iter().filter(|entry| entry.is_in(self.sets) && entry.takes_input()) {
                if entry.set == 0 {
                    taking = 0;
                    break 'all;
                }
                taking |= entry.set;
            }
        }
        if taking == 0 || self.sets & taking == self.sets {
            return false;
        }
        self.sets &= taking;
        true
    }

    /// Takes the default set where no set has been chosen.
    ///
    /// # Errors
    /// `AmbiguousParameterSet` where there is no default set.
    pub(super) fn settle_set(&mut self, session: &mut Session, call: &Rc<Call>) -> Outcome {
        if self.plan().set_names.len() < 2 || self.sets != u32::MAX {
            return Ok(());
        }
        match self.plan().default_set {
            0 => Err(ambiguous_set(session, call)),
            default_set => {
                self.sets = default_set;
                Ok(())
            }
        }
    }
}

pub(super) fn ambiguous_set(session: &mut Session, call: &Rc<Call>) -> Flow {
    let message = "Parameter set cannot be resolved using the specified named parameters. One or more parameters issued \
                   cannot be used together or an insufficient number of parameters were provided.";
    BindingFault::new("AmbiguousParameterSet", message).raise(session, call)
}
