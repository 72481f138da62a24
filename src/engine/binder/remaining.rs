//! What no parameter took: it goes to the parameter with `ValueFromRemainingArguments`, to `$args` of a simple function,
//! or is an error.

use super::Binding;
use super::arguments::Pending;
use super::assign::{Given, Mode};
use super::check::items_of;
use super::fault::BindingFault;
use super::splat;
use crate::engine::Session;
use crate::engine::call::Call;
use crate::types::collections::list::List;
use crate::value::{ErrorCategory, Outcome, TypeRef, Value, convert, types};
use std::rc::Rc;

impl Binding {
    /// Gives a simple function the rest as its `$args`; names stay among them as text, ready to be passed on.
    pub(super) fn collect_rest(&mut self, call: &Rc<Call>) {
        for argument in std::mem::take(&mut self.pending) {
            if argument.name.is_some() {
                self.rest.push(splat::name_argument(&argument.text()));
            }
            if let Some(value) = argument.value {
                let value = if matches!(value, Value::Void) { Value::Null } else { value };
                self.rest.push(value);
            }
        }
        if !self.rest.is_empty() {
            call.unbound.borrow_mut().clone_from(&self.rest);
        }
    }

    /// Gives the rest to the parameter that collects it.
    pub(super) fn bind_remaining(&mut self, session: &mut Session, call: &Rc<Call>) -> Outcome {
        if self.pending.is_empty() {
            return Ok(());
        }
        let plan = self.plan();
        let collects = |index: &&usize| {
            let param = plan.params.get(**index);
            param.and_then(|param| param.use_in(self.sets)).is_some_and(|entry| entry.remaining)
        };
        let mut collecting = self.unbound.iter().filter(collects);
        let Some(index) = collecting.next().copied() else { return Ok(()) };
        if let Some(second) = collecting.next() {
            let name = self.signature.params.get(*second).map(|param| param.name.clone()).unwrap_or_default();
            let message = "Parameter set cannot be resolved using the specified named parameters. One or more \
                           parameters issued cannot be used together or an insufficient number of parameters were \
                           provided.";
            let fault = BindingFault::new("AmbiguousParameterSet", message).category(ErrorCategory::MetadataError);
            return Err(fault.parameter(&name, None).raise(session, call));
        }
        let pending = std::mem::take(&mut self.pending);
        let span = match pending.as_slice() {
            [only] => only.span,
            _ => Default::default(),
        };
        let mut values: Vec<Value> = pending.into_iter().flat_map(texts_and_values).collect();
        let value = match values.as_slice() {
            [only] if items_of(only).is_some() => values.pop().unwrap_or_default(),
            _ => Value::native(List::new(TypeRef::Native(&types::OBJECT), values)),
        };
        let given = Given { value: &value, token: None, span };
        self.assign(session, call, index, given, self.sets, Mode::Converted)?;
        Ok(())
    }

    /// Refuses what is left.
    ///
    /// # Errors
    /// `NamedParameterNotFound`, `PositionalParameterNotFound`.
    pub(super) fn refuse_pending(&mut self, session: &mut Session, call: &Rc<Call>) -> Outcome {
        let Some(first) = self.pending.first().cloned() else { return Ok(()) };
        if let Some(name) = &first.name {
            let message = format!("A parameter cannot be found that matches parameter name '{name}'.");
            let fault = BindingFault::new("NamedParameterNotFound", message).parameter(name, None);
            return Err(fault.at(first.name_span).raise(session, call));
        }
        if let Some(problem) = self.problem.take() {
            return Err(problem);
        }
        let value = first.value.unwrap_or_default();
        let text = match &first.token {
            Some(token) => token.clone(),
            None if value.is_null() => "$null".into(),
            None => convert::object_text(session, &value)?,
        };
        let message = format!("A positional parameter cannot be found that accepts argument '{text}'.");
        let fault = BindingFault::new("PositionalParameterNotFound", message).parameter(&text, None).given(&value);
        Err(fault.raise(session, call))
    }
}

fn texts_and_values(argument: Pending) -> impl Iterator<Item = Value> {
    let name = argument.name.as_ref().map(|_| Value::Str(argument.text()));
    let value = argument.value.filter(|value| !matches!(value, Value::Void));
    name.into_iter().chain(value)
}
