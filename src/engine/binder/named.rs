//! Binding by name: the exact name or alias, else a prefix that only one parameter has.

use super::Binding;
use super::assign::{Given, Mode};
use super::fault::BindingFault;
use crate::engine::Session;
use crate::engine::call::Call;
use crate::syntax::Span;
use crate::text::symbol::{fold, same_name};
use crate::text::{Str, Symbol};
use crate::value::{Outcome, Value};
use std::rc::Rc;

impl Binding {
    /// The parameter that a name stands for, if any does.
    ///
    /// # Errors
    /// `AmbiguousParameter` where several parameters begin with it.
    pub(super) fn find(
        &self,
        session: &mut Session,
        call: &Rc<Call>,
        name: &str,
        span: Span,
    ) -> Outcome<Option<usize>> {
        if let Some(index) = self.signature.find(Symbol::new(name)) {
            return Ok(Some(index));
        }
        let params = &self.signature.params;
        let mut matches: Vec<usize> = Vec::new();
        let names = params.iter().enumerate().map(|(i, param)| (i, &param.name));
        let aliases = params.iter().enumerate().flat_map(|(i, param)| param.aliases.iter().map(move |name| (i, name)));
        for (i, known) in names.chain(aliases) {
            if starts_with(known, name) && !matches.contains(&i) {
                matches.push(i);
            }
        }
        if matches.len() < 2 {
            return Ok(matches.pop());
        }
        let is_own = |i: &&usize| params.get(**i).is_some_and(|param| !param.is_common);
        let mut own = matches.iter().filter(is_own);
        if let (Some(only), None) = (own.next(), own.next()) {
            return Ok(Some(*only));
        }
        let list: String =
            matches.iter().filter_map(|i| params.get(*i)).map(|param| format!(" -{}", param.name)).collect();
        let message = format!(
            "Parameter cannot be processed because the parameter name '{name}' is ambiguous. Possible matches \
             include:{list}."
        );
        Err(BindingFault::new("AmbiguousParameter", message).parameter(name, None).at(span).raise(session, call))
    }

    /// Binds the arguments that have a name; splatted ones give way to those that were written.
    pub(super) fn bind_named(&mut self, session: &mut Session, call: &Rc<Call>) -> Outcome {
        // A clash of sets within this phase shows only when the set is chosen.
        let sets = self.sets;
        let mut explicit: Option<Vec<usize>> = None;
        let mut left = Vec::new();
        for argument in std::mem::take(&mut self.pending) {
            let (Some(name), Some(_)) = (&argument.name, &argument.value) else {
                left.push(argument);
                continue;
            };
            let Some(index) = self.find(session, call, name, argument.name_span)? else {
                left.push(argument);
                continue;
            };
            if argument.splatted {
                let explicit = explicit
                    .get_or_insert_with(|| (0..self.values.len()).filter(|index| self.is_bound(*index)).collect());
                if explicit.contains(&index) {
                    continue;
                }
            }
            if self.is_bound(index) {
                return Err(already_bound(name, argument.name_span).raise(session, call));
            }
            self.refuse_other_set(session, call, index, name, sets)?;
            let value = argument.value.unwrap_or(Value::Null);
            let given = Given { value: &value, token: argument.token.as_ref(), span: argument.span };
            self.assign(session, call, index, given, sets, Mode::Named)?;
        }
        self.pending = left;
        Ok(())
    }

    fn refuse_other_set(&self, session: &mut Session, call: &Rc<Call>, index: usize, name: &Str, sets: u32) -> Outcome {
        if self.plan().params.get(index).is_none_or(|param| param.is_in(sets)) {
            return Ok(());
        }
        let message =
            format!("Parameter '{name}' cannot be specified in parameter set '{}'.", self.plan().set_name(sets));
        Err(BindingFault::new("ParameterNotInParameterSet", message).parameter(name, None).raise(session, call))
    }
}

/// The error where a parameter is given twice.
pub(super) fn already_bound(name: &str, span: Span) -> BindingFault<'_> {
    let message = format!(
        "Cannot bind parameter because parameter '{name}' is specified more than once. To provide multiple values to \
         parameters that can accept multiple values, use the array syntax. For example, \"-parameter \
         value1,value2,value3\"."
    );
    BindingFault::new("ParameterAlreadyBound", message).parameter(name, None).at(span)
}

fn starts_with(name: &str, prefix: &str) -> bool {
    match name.get(..prefix.len()) {
        Some(start) => same_name(start, prefix),
        None => fold(name).starts_with(&fold(prefix)),
    }
}
