//! Binding of each object of the pipeline: by value and by property name, as it is before converted.

use super::Binding;
use super::assign::{Given, Mode};
use super::fault::{self, BindingFault, FaultKind};
use crate::engine::Session;
use crate::engine::block::ScriptBlock;
use crate::engine::call::Call;
use crate::engine::invoke::Invocation;
use crate::engine::pipeline::Collect;
use crate::text::Symbol;
use crate::value::error::PS_INVALID_CAST_EXCEPTION;
use crate::value::{Env, ErrorRecord, Exception, Flow, Member, Outcome, Value, types};
use std::rc::Rc;

/// One of the four ways in which an object can give a parameter its value, in the order in which they are tried.
#[derive(Clone, Copy)]
struct Way {
    by_property: bool,
    mode: Mode,
}

const WAYS: [Way; 4] = [
    Way { by_property: false, mode: Mode::AsIs },
    Way { by_property: true, mode: Mode::AsIs },
    Way { by_property: false, mode: Mode::Converted },
    Way { by_property: true, mode: Mode::Converted },
];

impl Binding {
    /// Binds an object of the pipeline. What the object before it gave goes back to its default first. False where the
    /// object gives nothing; the error has been written then, and the object is to be skipped.
    ///
    /// # Errors
    /// Where the error preference ends the command, and what scripts raise that is no binding error.
    pub fn bind_object(&mut self, session: &mut Session, call: &Rc<Call>, item: &Value) -> Outcome<bool> {
        if let Some(index) = self.direct
            && !item.is_null()
            && let Some(place) = self.values.get_mut(index)
        {
            *place = Some(item.clone());
            if let Some(param) = self.signature.params.get(index) {
                call.bind(param.symbol, item.clone());
            }
            return Ok(true);
        }
        self.changed.clear();
        match self.bind_input(session, call, item).map_err(|flow| self.explained(session, call, flow)) {
            Ok(true) => {}
            Ok(false) => {
                self.restore();
                const MESSAGE: &str = "The input object cannot be bound to any parameters for the command either \
                                       because the command does not take pipeline input or the input and its \
                                       properties do not match any of the parameters that take pipeline input.";
                let fault = BindingFault::new("InputObjectNotBound", MESSAGE).given(item);
                let record = fault.record(session, call, item.clone());
                write_error(session, record, call)?;
                return Ok(false);
            }
            Err(Flow::Error(record)) if fault::kind(&Flow::Error(record.clone())).is_some() => {
                self.restore();
                write_error(session, fault::with_target(&record, item.clone()), call)?;
                return Ok(false);
            }
            Err(other) => return Err(other),
        }
        let missing = self.missing(session, call, super::sets::count_sets(self.sets), false)?;
        if missing.is_empty() {
            return Ok(true);
        }
        let message = format!(
            "The input object cannot be bound because it did not contain the information required to bind all mandatory \
             parameters: {}",
            self.names_of(&missing)
        );
        let fault = BindingFault::new("InputObjectMissingMandatory", message).given(item);
        let record = fault.record(session, call, item.clone());
        write_error(session, record, call)?;
        Ok(false)
    }

    /// The parameter that takes every object as it is, where neither sets nor other parameters play a part.
    pub(super) fn direct_parameter(&mut self) -> Option<usize> {
        let plan = self.plan();
        let is_settled = plan.set_names.len() < 2 || self.sets.count_ones() == 1;
        if !is_settled || !self.delayed.is_empty() || (self.presets.is_some() && self.preset.is_empty()) {
            return None;
        }
        let open =
            |index: &&usize| plan.params.get(**index).is_some_and(|param| param.takes_input || param.is_mandatory);
        let mut concerned = self.unbound.iter().filter(open);
        let (Some(index), None) = (concerned.next().copied(), concerned.next()) else { return None };
        let param = plan.params.get(index)?;
        let [entry] = param.uses.as_slice() else { return None };
        let is_direct = param.is_open && entry.set == 0 && entry.by_value && !entry.by_property;
        if is_direct {
            self.changed.push(index);
        }
        is_direct.then_some(index)
    }

    /// Takes back what the last object gave.
    fn restore(&mut self) {
        for index in std::mem::take(&mut self.from_input) {
            if let Some(place) = self.values.get_mut(index) {
                *place = None;
            }
            if !self.unbound.contains(&index) {
                self.unbound.push(index);
            }
            self.changed.push(index);
        }
    }

    fn bind_input(&mut self, session: &mut Session, call: &Rc<Call>, item: &Value) -> Outcome<bool> {
        let was_delayed = self.bind_delayed(session, call, item)?;
        self.restore();
        self.sets = self.sets_before_input;
        let mut any = false;
        let mut sets = if self.first_set == 0 { self.sets } else { self.first_set };
        let rounds = if self.first_set == 0 { 1 } else { 2 };
        for round in 1..=rounds {
            for way in WAYS {
                if self.bind_way(session, call, item, way, sets)? {
                    any = true;
                    if round == rounds {
                        self.choose_set(session, call, true, true)?;
                        sets = self.sets;
                    }
                }
            }
            if round < rounds {
                if self.sets == self.first_set {
                    break;
                }
                sets = self.sets & !self.first_set;
            }
        }
        self.choose_set(session, call, false, true)?;
        if self.preset.is_empty() {
            self.bind_presets(session, call)?;
        }
        self.settle_set(session, call)?;
        Ok(any || was_delayed)
    }

    /// Tries one way, on the default set before the others.
    fn bind_way(&mut self, session: &mut Session, call: &Rc<Call>, item: &Value, way: Way, sets: u32) -> Outcome<bool> {
        let default_set = self.plan().default_set;
        if default_set & sets == 0 {
            return self.bind_way_in(session, call, item, way, sets);
        }
        Ok(self.bind_way_in(session, call, item, way, default_set)?
            || self.bind_way_in(session, call, item, way, sets & !default_set)?)
    }

    fn bind_way_in(
        &mut self,
        session: &mut Session,
        call: &Rc<Call>,
        item: &Value,
        way: Way,
        sets: u32,
    ) -> Outcome<bool> {
        let mut any = false;
        for place in (0..self.unbound.len()).rev() {
            let Some(index) = self.unbound.get(place).copied() else { continue };
            let fits = self.plan().params.get(index).is_some_and(|param| {
                param.takes_input
                    && param.uses.iter().any(|entry| {
                        entry.is_in(sets) && if way.by_property { entry.by_property } else { entry.by_value }
                    })
            });
            if !fits {
                continue;
            }
            let bound = if way.by_property {
                self.bind_property(session, call, index, item, way.mode)?
            } else {
                self.bind_value(session, call, index, item, way.mode)?
            };
            if bound {
                self.from_input.push(index);
                self.changed.push(index);
                any = true;
            }
        }
        Ok(any)
    }

    fn bind_value(
        &mut self,
        session: &mut Session,
        call: &Rc<Call>,
        index: usize,
        item: &Value,
        mode: Mode,
    ) -> Outcome<bool> {
        match self.assign(session, call, index, Given::value(item), self.sets, mode) {
            Err(flow) => match fault::kind(&flow) {
                Some(FaultKind::Plain) => Ok(false),
                Some(FaultKind::Transformation) if comes_from_cast(&flow) => Ok(false),
                _ => Err(flow),
            },
            bound => bound,
        }
    }

    fn bind_property(
        &mut self,
        session: &mut Session,
        call: &Rc<Call>,
        index: usize,
        item: &Value,
        mode: Mode,
    ) -> Outcome<bool> {
        if item.is_null() {
            return Ok(false);
        }
        let signature = self.signature.clone();
        let Some(param) = signature.plan().params.get(index) else { return Ok(false) };
        for name in &param.properties {
            let Some(value) = property(session, item, *name)? else { continue };
            return match self.assign(session, call, index, Given::value(&value), self.sets, mode) {
                Err(flow) if fault::kind(&flow) == Some(FaultKind::Plain) => Ok(false),
                bound => bound,
            };
        }
        Ok(false)
    }

    /// Evaluates the script blocks that stand for values of this object; whether there are any.
    fn bind_delayed(&mut self, session: &mut Session, call: &Rc<Call>, item: &Value) -> Outcome<bool> {
        for (index, script) in self.delayed.clone() {
            let Some(block) = script.downcast::<Rc<ScriptBlock>>() else { continue };
            let name = self.signature.params.get(index).map(|param| param.name.clone()).unwrap_or_default();
            let mut output = Collect::default();
            let how =
                Invocation { underbar: Some(item.clone()), input: Some(vec![item.clone()]), ..Invocation::default() };
            match session.call_block(block, how, &mut output) {
                Ok(()) => {}
                Err(flow @ Flow::Error(_)) => {
                    let why = fault::message(&flow);
                    let message = format!("The input to the script block for parameter '{name}' failed. {why}");
                    let fault = BindingFault::new("ScriptBlockArgumentInvocationFailed", message);
                    return Err(fault.parameter(&name, None).inner(fault::exception(&flow)).raise(session, call));
                }
                Err(other) => return Err(other),
            }
            if output.0.is_empty() {
                let message = format!(
                    "Cannot evaluate parameter '{name}' because its argument input did not produce any output."
                );
                let fault = BindingFault::new("ScriptBlockArgumentNoOutput", message).parameter(&name, None);
                return Err(fault.raise(session, call));
            }
            let value = output.into_value();
            self.assign(session, call, index, Given::value(&value), self.sets, Mode::Converted)?;
            self.changed.push(index);
        }
        Ok(!self.delayed.is_empty())
    }
}

/// Writes the error of an object that could not be bound. A script's own `-ErrorVariable` does not get it.
fn write_error(session: &mut Session, record: Rc<ErrorRecord>, call: &Rc<Call>) -> Outcome {
    if call.command.block().is_none() {
        return session.write_error(record, call);
    }
    let variable = call.common.borrow_mut().error_variable.take();
    let result = session.write_error(record, call);
    call.common.borrow_mut().error_variable = variable;
    result
}

/// Whether a failed transformation is a failed cast, after which other parameters are tried.
fn comes_from_cast(flow: &Flow) -> bool {
    let inner = |exception: &Value| exception.downcast::<Exception>().map(|own| own.inner.clone()).unwrap_or_default();
    let cause = inner(&inner(&fault::exception(flow)));
    cause.downcast::<Exception>().is_some_and(|own| own.ty.is(&PS_INVALID_CAST_EXCEPTION))
}

/// The property of an object that a parameter is taken from, if the object has it.
///
/// The keys of a table are no properties here.
fn property(session: &mut Session, item: &Value, name: Symbol) -> Outcome<Option<Value>> {
    if let Some(extra) = item.extra()
        && let Some(Member::Note(value)) = extra.member(name)
    {
        return Ok(Some(value));
    }
    let has = match item {
        Value::Object(object) if object.base().is_none() => {
            item.extra().is_some_and(|extra| extra.member(name).is_some()) || session.type_member(item, name).is_some()
        }
        Value::Object(_) | Value::Instance(_) | Value::Native(_) | Value::Table(_) => {
            let is_dictionary = item.base().type_ref().is_some_and(|ty| ty.native().is(&types::I_DICTIONARY));
            if is_dictionary {
                session.property_names(item).iter().any(|known| Symbol::new(known) == name)
            } else {
                session.has_property(item, name)
            }
        }
        scalar => {
            scalar.type_ref().is_some_and(|ty| crate::types::has_property(&ty, name))
                || session.type_member(item, name).is_some()
        }
    };
    if !has {
        return Ok(None);
    }
    session.get_property(item, name).map(Some)
}
