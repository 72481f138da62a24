//! The stages that commands become: functions and script blocks, cmdlets, programs of the system.

use super::{Sink, Stage};
use crate::engine::Session;
use crate::engine::binder::Binding;
use crate::engine::binder::check::missing_value;
use crate::engine::call::Call;
use crate::engine::cmdlet::{CmdletObject, Cx};
use crate::engine::code::{Automatic, Body, Unit};
use crate::engine::command::Command;
use crate::engine::variable::Slot;
use crate::text::{Str, Symbol};
use crate::value::{Flow, Outcome, Value};
use std::rc::Rc;

/// A function, a script file or a script block at work in its own frame.
pub struct FunctionStage {
    pub unit: Rc<Unit>,
    pub frame: u32,
    pub call: Rc<Call>,
    pub binding: Binding,
    /// What arrived for a command without a `process` block: its `$input`.
    pub items: Vec<Value>,
    pub is_dotted: bool,
    /// Whether objects of the pipeline are bound to parameters, as those of every advanced function are.
    pub binds_objects: bool,
}

impl FunctionStage {
    fn run(&mut self, session: &mut Session, body: &Body, out: &mut dyn Sink) -> Outcome {
        let before = session.enter(self.frame);
        let result = session.deeper(|session| session.run_body(body, &mut Tap::new(&self.call, out)));
        session.leave(before);
        match result {
            Err(Flow::Return) => Ok(()),
            Err(Flow::Exit(status)) if matches!(self.call.command, Command::Script(_)) && !self.call.exits_shell => {
                session.global.variable(Symbol::new("LASTEXITCODE")).put(Some(Value::Int(status)));
                self.call.failed.set(status != 0);
                Ok(())
            }
            Err(Flow::Error(record)) if self.unit.signature.is_advanced && record.leaves_command.take() => {
                record.thrown.set(false);
                Err(Flow::Error(record))
            }
            other => other,
        }
    }

    /// Gives the parameters their slots; those that were left out get their defaults, evaluated in the new frame.
    fn assign(&mut self, session: &mut Session) -> Outcome {
        let before = session.enter(self.frame);
        let result = self.assign_all(session);
        session.leave(before);
        result
    }

    fn assign_all(&mut self, session: &mut Session) -> Outcome {
        let signature = self.binding.signature.clone();
        for (i, param) in signature.params.iter().enumerate() {
            let Some(slot) = param.slot else { continue };
            let value = match (self.binding.current(i), &param.default) {
                (Some(value), _) => value,
                (None, Some(code)) => {
                    let value = session.eval(code)?;
                    self.binding.set_default(session, &self.call, i, value)?
                }
                (None, None) => missing_value(param),
            };
            let constraint = if self.unit.assigned.contains(&slot) { param.constraint() } else { None };
            session.put_param(self.frame, slot, param.symbol, value, constraint);
        }
        Ok(())
    }

    fn set_input(&mut self, session: &mut Session, items: Vec<Value>) {
        let input = crate::engine::automatic::input_enumerator(items);
        if let Some((_, slot)) = self.unit.automatic.iter().find(|(automatic, _)| *automatic == Automatic::Input) {
            session.put_slot_in(self.frame, *slot, Slot::Local(input.clone()));
        }
        if let Some(frame) = session.frames.get_mut(self.frame as usize) {
            frame.input = Some(input);
        }
    }

    fn set_underbar(&self, session: &mut Session, value: Option<Value>) {
        if let Some(frame) = session.frames.get_mut(self.frame as usize) {
            frame.underbar = value;
        }
    }
}

impl Stage for FunctionStage {
    fn begin(&mut self, session: &mut Session, out: &mut dyn Sink) -> Outcome {
        session.fill_automatic(self.frame, &self.call);
        self.assign(session)?;
        session.local_preferences(&self.call, self.frame);
        let unit = self.unit.clone();
        match &unit.begin {
            Some(body) => {
                self.set_input(session, Vec::new());
                self.run(session, body, out)
            }
            None => Ok(()),
        }
    }

    fn feed(&mut self, session: &mut Session, item: Value, out: &mut dyn Sink) -> Outcome {
        *self.call.current.borrow_mut() = item.clone();
        if self.binds_objects {
            self.set_underbar(session, Some(item.clone()));
            let before = session.enter(self.frame);
            let bound = self.binding.bind_object(session, &self.call, &item);
            session.leave(before);
            if !bound? {
                return Ok(());
            }
            self.assign_from_pipeline(session);
        }
        let unit = self.unit.clone();
        let Some(body) = &unit.process else {
            self.items.push(item);
            return Ok(());
        };
        self.set_underbar(session, Some(item.clone()));
        if unit.automatic.iter().any(|(automatic, _)| *automatic == Automatic::Input) {
            self.set_input(session, vec![item]);
        }
        self.run(session, body, out)
    }

    fn end(&mut self, session: &mut Session, out: &mut dyn Sink) -> Outcome {
        let unit = self.unit.clone();
        if let Some(body) = &unit.process
            && !self.call.expects_input
        {
            self.set_input(session, Vec::new());
            self.run(session, body, out)?;
        }
        let items = std::mem::take(&mut self.items);
        let Some(body) = &unit.end else { return Ok(()) };
        if self.call.expects_input || unit.process.is_none() {
            self.set_input(session, items);
        }
        self.run(session, body, out)
    }

    fn clean(&mut self, session: &mut Session, out: &mut dyn Sink) {
        session.close_call(&self.call);
        let unit = self.unit.clone();
        let Some(body) = &unit.clean else { return };
        let success = session.success;
        if let Err(Flow::Error(record)) = self.run(session, body, &mut super::Discard) {
            session.report_quietly(&record);
        }
        session.success = success;
        let _unused = out;
    }
}

impl FunctionStage {
    fn assign_from_pipeline(&mut self, session: &mut Session) {
        let signature = self.binding.signature.clone();
        for index in self.binding.changed() {
            let Some(param) = signature.params.get(*index) else { continue };
            let Some(slot) = param.slot else { continue };
            let value = self.binding.current(*index).unwrap_or_else(|| missing_value(param));
            session.put_param(self.frame, slot, param.symbol, value, None);
        }
        if let Some((automatic, slot)) =
            self.unit.automatic.iter().find(|(automatic, _)| *automatic == Automatic::BoundParameters)
        {
            let value = session.automatic_value(*automatic, &self.call, self.frame);
            session.put_slot_in(self.frame, *slot, Slot::Local(value));
        }
    }
}

/// A cmdlet at work.
pub struct CmdletStage {
    pub object: Box<dyn CmdletObject>,
    pub call: Rc<Call>,
    pub binding: Binding,
    /// The frame that called it, in which its script blocks run.
    pub home: u32,
}

impl CmdletStage {
    fn run(
        &mut self,
        session: &mut Session,
        out: &mut dyn Sink,
        work: fn(&mut dyn CmdletObject, &mut Cx) -> Outcome,
    ) -> Outcome {
        let before = session.enter(self.home);
        let mut tap = Tap::new(&self.call, out);
        let result = work(&mut *self.object, &mut Cx { session, out: &mut tap, call: &self.call });
        session.leave(before);
        result.map_err(|flow| session.cmdlet_failed(flow, &self.call))
    }

    fn set(&mut self, index: usize) {
        let value = self.binding.values.get(index).cloned().flatten();
        self.object.set(index, value);
    }
}

impl Stage for CmdletStage {
    fn begin(&mut self, session: &mut Session, out: &mut dyn Sink) -> Outcome {
        for index in 0..self.binding.values.len() {
            if self.binding.values.get(index).is_some_and(Option::is_some) {
                self.set(index);
            }
        }
        self.run(session, out, |object, cx| object.begin(cx))
    }

    fn feed(&mut self, session: &mut Session, item: Value, out: &mut dyn Sink) -> Outcome {
        *self.call.current.borrow_mut() = item.clone();
        let before = session.enter(self.home);
        let bound = self.binding.bind_object(session, &self.call, &item);
        session.leave(before);
        if !bound? {
            return Ok(());
        }
        for index in self.binding.changed() {
            self.object.set(*index, self.binding.current(*index));
        }
        self.run(session, out, |object, cx| object.process(cx))
    }

    fn end(&mut self, session: &mut Session, out: &mut dyn Sink) -> Outcome {
        if !self.call.expects_input {
            self.run(session, out, |object, cx| object.process(cx))?;
        }
        self.run(session, out, |object, cx| object.end(cx))
    }

    fn clean(&mut self, session: &mut Session, _out: &mut dyn Sink) {
        session.close_call(&self.call);
    }
}

/// What the common parameters want of a command's output: `-OutVariable` and `-PipelineVariable`.
pub struct Tap<'a> {
    call: &'a Rc<Call>,
    out: &'a mut dyn Sink,
    out_variable: Option<Str>,
    pipeline_variable: Option<Symbol>,
}

impl<'a> Tap<'a> {
    pub fn new(call: &'a Rc<Call>, out: &'a mut dyn Sink) -> Tap<'a> {
        let common = call.common.borrow();
        let out_variable = common.out_variable.clone();
        let pipeline_variable = common.pipeline_variable.as_ref().map(|name| Symbol::new(name));
        Tap { call, out, out_variable, pipeline_variable }
    }
}

impl Sink for Tap<'_> {
    fn write(&mut self, session: &mut Session, value: Value) -> Outcome {
        if let Some(name) = &self.out_variable {
            session.append_variable(name, value.clone(), self.call);
        }
        if let Some(name) = self.pipeline_variable {
            session.set_caller_variable(name, value.clone(), self.call);
        }
        self.out.write(session, value)
    }

    fn is_discard(&self) -> bool {
        self.out.is_discard() && self.out_variable.is_none() && self.pipeline_variable.is_none()
    }

    fn is_show(&self) -> bool {
        self.out.is_show() && self.out_variable.is_none() && self.pipeline_variable.is_none()
    }
}
