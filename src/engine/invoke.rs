//! Invoking commands: from code to stages, and script blocks called by anybody.

use super::Session;
use super::binder::{Argument, Binding, splat};
use super::block::{ScriptBlock, Template};
use super::call::Call;
use super::cmdlet::CmdletMeta;
use super::code::*;
use super::command::Command;
use super::frame::{FrameKind, Link, NewFrame};
use super::module::Module;
use super::pipeline::stage::{CmdletStage, FunctionStage};
use super::pipeline::{self, Collect, Sink, Stage, StageSlot, redirect};
use super::session::MAX_DEPTH;
use super::variable::{Constraint, Slot, Variable};
use crate::syntax::ast::{InvocationOperator, StreamName};
use crate::text::{Str, Symbol};
use crate::value::{ErrorCategory, Fault, Flow, Outcome, Value, convert, enumerate};
use std::cell::RefCell;
use std::rc::Rc;

/// How a script block is called.
#[derive(Default)]
pub struct Invocation {
    pub arguments: Vec<Argument>,
    pub underbar: Option<Value>,
    pub this: Option<Value>,
    /// What arrives through the pipeline; `None` where nothing feeds it.
    pub input: Option<Vec<Value>>,
    /// Runs in the caller's scope.
    pub dotted: bool,
}

/// A block made ready to run many times in the caller's scope.
pub struct Dotted {
    unit: Rc<Unit>,
    block: Rc<ScriptBlock>,
    slots: Vec<Slot>,
    target: Link,
    module: Rc<Module>,
}

/// A stage that has been prepared, and the call that it runs.
struct Prepared {
    slot: StageSlot,
    call: Rc<Call>,
}

impl Argument {
    /// A positional argument.
    pub fn positional(value: Value) -> Argument {
        Argument { span: Default::default(), name: None, value: Some(value), token: None, splatted: false }
    }

    /// A named argument.
    pub fn named(name: &str, value: Value) -> Argument {
        Argument { name: Some(Str::from(name)), ..Argument::positional(value) }
    }
}

impl Session {
    pub(crate) fn run_pipeline(&mut self, code: &PipelineCode, out: &mut dyn Sink) -> Outcome {
        let mark = self.frames.len() as u32;
        let result = self.run_elements(code, out);
        self.pop_frames(mark);
        result
    }

    fn run_elements(&mut self, code: &PipelineCode, out: &mut dyn Sink) -> Outcome {
        let length = code.elements.len();
        let mut slots = Vec::with_capacity(length);
        let mut calls = Vec::with_capacity(length);
        let mut source = None;
        for (i, element) in code.elements.iter().enumerate() {
            match element {
                ElementCode::Expression { code, redirections, .. } => {
                    source = Some(redirect::expression_value(self, code, redirections)?);
                }
                ElementCode::Command(command) => {
                    let prepared = self.prepare(command, i as u32 + 1, length as u32)?;
                    slots.push(prepared.slot);
                    calls.push(prepared.call);
                }
            }
        }
        connect_programs(code, &calls);
        let home = self.current;
        let result = match source {
            Some(value) => {
                let mut value = Some(value);
                let mut input = |session: &mut Session, chain: &mut dyn Sink| {
                    session.write_items(value.take().unwrap_or(Value::Void), chain)
                };
                pipeline::run(self, &mut slots, Some(&mut input), out)
            }
            None => pipeline::run(self, &mut slots, None, out),
        };
        self.enter(home);
        if result.is_ok() {
            self.success = !calls.iter().any(|call| call.failed.get());
        }
        result
    }

    fn prepare(&mut self, code: &CommandCode, position: u32, length: u32) -> Outcome<Prepared> {
        // A name that is computed comes first, but a command is looked for when its arguments are there.
        let computed = match &code.name {
            CommandName::Computed(name) => Some(self.eval(name)?),
            CommandName::Fixed(_) => None,
        };
        let mut arguments = self.arguments(&code.arguments)?;
        let found = match &computed {
            Some(value) => match super::tables::module::inside(self, value, &mut arguments) {
                Some(command) => Ok((command, Str::default())),
                None => self.command_from(value),
            },
            None => self.command_of(code),
        };
        if let Err(Flow::Error(record)) = &found {
            self.place(record, code.name_span);
        }
        let (command, name) = found?;
        let source = self.frame().unit.source.clone();
        let mut call = Call::new(command.clone());
        call.invocation_name = name;
        call.place = Some((source, code.span));
        call.position = position;
        call.length = length;
        call.expects_input = position > 1;
        let dotted = code.operator == InvocationOperator::Dot;
        let (stage, call) = self.stage(command, call, arguments, dotted, None)?;
        let stage = match code.redirections.is_empty() {
            true => stage,
            false => redirect::wrap(self, stage, &code.redirections)?,
        };
        Ok(Prepared { slot: StageSlot::new(self, stage), call })
    }

    /// Makes the stage of a command with its arguments bound.
    fn stage(
        &mut self,
        command: Command,
        call: Call,
        arguments: Vec<Argument>,
        dotted: bool,
        this: Option<Value>,
    ) -> Outcome<(Box<dyn Stage>, Rc<Call>)> {
        match &command {
            Command::Cmdlet(meta) => self.cmdlet_stage(meta, call, arguments),
            Command::Application(path) => self.program_stage(path.clone(), call, arguments),
            other => {
                let Some(block) = other.block().cloned() else { return Err(Flow::Return) };
                let kind = match other {
                    _ if dotted => FrameKind::Dotted,
                    Command::Function(_) => FrameKind::Function,
                    Command::Script(_) => FrameKind::Script,
                    _ => FrameKind::Block,
                };
                self.function_stage(block, kind, call, arguments, this)
            }
        }
    }

    fn cmdlet_stage(
        &mut self,
        meta: &'static CmdletMeta,
        mut call: Call,
        arguments: Vec<Argument>,
    ) -> Outcome<(Box<dyn Stage>, Rc<Call>)> {
        let signature = super::cmdlet::signature(meta);
        call.signature = Some(signature.clone());
        let call = Rc::new(call);
        let mut binding = Binding::new(&signature);
        let bound = binding.bind_arguments(self, &call, arguments);
        let bound = bound.and_then(|()| binding.finish(self, &call, call.expects_input));
        if let Err(flow) = bound {
            return Err(self.binding_failed(flow, &call));
        }
        *call.common.borrow_mut() = super::binder::common::take_common(&binding);
        let stage = CmdletStage { object: (meta.new)(), call: call.clone(), binding, home: self.current };
        self.open_call(&call);
        Ok((Box::new(stage), call))
    }

    fn function_stage(
        &mut self,
        block: Rc<ScriptBlock>,
        kind: FrameKind,
        mut call: Call,
        arguments: Vec<Argument>,
        this: Option<Value>,
    ) -> Outcome<(Box<dyn Stage>, Rc<Call>)> {
        let unit = super::lower::unit(self, &block.template);
        let module = block.module.clone().unwrap_or_else(|| self.frame().module.clone());
        let parent = self.parent_for(&module);
        call.signature = Some(unit.signature.clone());
        let call = Rc::new(call);
        let mut binding = Binding::new(&unit.signature);
        if let Err(flow) = binding.bind_arguments(self, &call, arguments) {
            return Err(self.binding_failed(flow, &call));
        }
        let frame = self.push_frame(NewFrame {
            unit: unit.clone(),
            kind,
            parent,
            module,
            call: Some(call.clone()),
            block: Some(block),
        });
        if let Some(frame) = self.frames.get_mut(frame as usize) {
            frame.this = this;
        }
        if kind == FrameKind::Dotted {
            self.link_dotted(frame);
        }
        let bound = match &unit.dynamic_params {
            Some(body) => self.bind_dynamic(body, frame, &call, &mut binding),
            None => Ok(()),
        };
        let bound = bound.and_then(|()| binding.finish(self, &call, call.expects_input));
        if let Err(flow) = bound {
            return Err(self.binding_failed(flow, &call));
        }
        if unit.signature.is_advanced {
            *call.common.borrow_mut() = super::binder::common::take_common(&binding);
            self.open_call(&call);
        }
        let binds_objects = call.expects_input && unit.signature.is_advanced;
        let is_dotted = kind == FrameKind::Dotted;
        let stage =
            FunctionStage { unit, frame, call: call.clone(), binding, items: Vec::new(), is_dotted, binds_objects };
        Ok((Box::new(stage), call))
    }

    /// Runs a `dynamicparam` block with what is bound so far, and binds to the parameters that it gives.
    fn bind_dynamic(&mut self, body: &Body, frame: u32, call: &Rc<Call>, binding: &mut Binding) -> Outcome {
        for (i, param) in binding.signature.clone().params.iter().enumerate() {
            if let (Some(slot), Some(value)) = (param.slot, binding.current(i)) {
                self.put_param(frame, slot, param.symbol, value, None);
            }
        }
        let mut output = Collect::default();
        let before = self.enter(frame);
        self.fill_automatic(frame, call);
        let result = self.run_body(body, &mut output);
        self.leave(before);
        match result {
            Ok(()) | Err(Flow::Return) => {}
            Err(other) => return Err(other),
        }
        let params = super::runtime_parameter::params_of(self, &output.into_value())?;
        if params.is_empty() { Ok(()) } else { binding.add_dynamic(self, call, params) }
    }

    /// Where the look-ups of a new frame of a module's code go on: in the caller where that belongs to the module, else
    /// in the innermost frame of the module that runs, else in the module's own scope.
    fn parent_for(&self, module: &Rc<Module>) -> Link {
        let mut index = self.current;
        loop {
            let Some(frame) = self.frames.get(index as usize) else { return Link::Module(module.clone()) };
            if Rc::ptr_eq(&frame.module, module) {
                return Link::Frame(index);
            }
            if index == 0 {
                return Link::Module(module.clone());
            }
            index = frame.caller.min(index - 1);
        }
    }

    /// The command that a name stands for, and the name.
    fn command_of(&mut self, code: &CommandCode) -> Outcome<(Command, Str)> {
        match &code.name {
            CommandName::Fixed(name) if name.is_empty() => self.command_from(&Value::Str(name.clone())),
            CommandName::Fixed(name) => {
                let epoch = self.epoch();
                if let Some(known) = code.resolved.get() {
                    let known = known.borrow();
                    if known.0 == epoch {
                        return Ok((known.1.clone(), name.clone()));
                    }
                }
                let command = self.resolve_command(name)?;
                if !matches!(command, Command::Script(_)) {
                    let entry = (self.epoch(), command.clone());
                    match code.resolved.get() {
                        Some(cell) => *cell.borrow_mut() = entry,
                        None => {
                            code.resolved.get_or_init(|| RefCell::new(entry));
                        }
                    }
                }
                Ok((command, name.clone()))
            }
            CommandName::Computed(name) => {
                let value = self.eval(name)?;
                self.command_from(&value)
            }
        }
    }

    /// The command that a value stands for: a script block, a command object, or a name.
    pub fn command_from(&mut self, value: &Value) -> Outcome<(Command, Str)> {
        if let Some(block) = value.downcast::<Rc<ScriptBlock>>() {
            return Ok((Command::Block(block.clone()), Str::default()));
        }
        if let Some(info) = value.downcast::<super::resolve::CommandInfo>() {
            return Ok((info.command.clone(), info.command.name()));
        }
        if value.is_null() || value.as_str().is_some_and(|name| name.is_empty()) {
            return Err(Fault::new(
                "BadExpression",
                ErrorCategory::InvalidOperation,
                "The expression after '&' in a pipeline element produced an object that was not valid. It must result \
                 in a command name, a script block, or a CommandInfo object.",
            )
            .into());
        }
        let name = convert::to_text(self, value)?;
        Ok((self.resolve_command(&name)?, name))
    }

    fn arguments(&mut self, codes: &[ArgumentCode]) -> Outcome<Vec<Argument>> {
        let mut arguments = Vec::with_capacity(codes.len());
        for code in codes {
            match &code.kind {
                ArgumentKind::Positional { code: value, token } => {
                    let value = match self.eval(value)? {
                        Value::Void => Value::Null,
                        value => value,
                    };
                    arguments.push(Argument {
                        span: code.span,
                        name: None,
                        value: Some(value),
                        token: token.clone(),
                        splatted: false,
                    });
                }
                ArgumentKind::Named { name, value, token } => {
                    let value = match value {
                        Some(value) => Some(self.eval(value)?),
                        None => None,
                    };
                    arguments.push(Argument {
                        span: code.span,
                        name: Some(name.clone()),
                        value,
                        token: token.clone(),
                        splatted: false,
                    });
                }
                ArgumentKind::Splat(value) => {
                    let value = self.eval(value)?;
                    self.splat(value, code.span, &mut arguments)?;
                }
                ArgumentKind::Verbatim(text) => {
                    arguments.push(Argument {
                        token: Some(Str::from("--%")),
                        ..Argument::positional(Value::Str(text.clone()))
                    });
                }
            }
        }
        Ok(arguments)
    }

    /// The entries of a table become named arguments, the items of an array positional ones.
    fn splat(&mut self, value: Value, span: crate::syntax::Span, arguments: &mut Vec<Argument>) -> Outcome {
        let pairs = match value.base() {
            Value::Table(table) => table.pairs(),
            Value::Native(native) => match native.data().dictionary_pairs() {
                Some(pairs) => pairs,
                None => return self.splat_items(value, span, arguments),
            },
            _ => return self.splat_items(value, span, arguments),
        };
        for (key, value) in pairs {
            let name = convert::to_text(self, &key)?;
            arguments.push(Argument { span, name: Some(name), value: Some(value), token: None, splatted: true });
        }
        Ok(())
    }

    fn splat_items(&mut self, value: Value, span: crate::syntax::Span, arguments: &mut Vec<Argument>) -> Outcome {
        let items = match value.as_str() {
            Some(text) => text.units().into_iter().map(Value::Char).collect(),
            None => enumerate::items_of(&value).unwrap_or_else(|| vec![value]),
        };
        for item in items {
            // `$args` keeps the names that were given among its items, so that splatting it passes them on.
            let Some(name) = splat::parameter_name(&item) else {
                arguments.push(Argument { span, ..Argument::positional(item) });
                continue;
            };
            arguments.push(Argument { span, name: Some(name), value: None, token: None, splatted: false });
        }
        Ok(())
    }

    /// Runs a command with arguments, its output into a sink.
    pub fn run_command(
        &mut self,
        command: Command,
        arguments: Vec<Argument>,
        input: Option<Vec<Value>>,
        out: &mut dyn Sink,
    ) -> Outcome {
        self.invoke_command(command, arguments, input, false, out)
    }

    /// Runs a script or a block in the scope of the current frame, its output into a sink.
    pub fn dot_command(
        &mut self,
        command: Command,
        arguments: Vec<Argument>,
        input: Option<Vec<Value>>,
        out: &mut dyn Sink,
    ) -> Outcome {
        self.invoke_command(command, arguments, input, true, out)
    }

    fn invoke_command(
        &mut self,
        command: Command,
        arguments: Vec<Argument>,
        input: Option<Vec<Value>>,
        dotted: bool,
        out: &mut dyn Sink,
    ) -> Outcome {
        let mark = self.frames.len() as u32;
        let home = self.current;
        let mut call = Call::new(command.clone());
        call.expects_input = input.is_some();
        call.exits_shell = dotted;
        if let (true, Command::Script(file)) = (dotted, &command) {
            call.invocation_name = file.path.clone();
        }
        let result = self.stage(command, call, arguments, dotted, None).and_then(|(stage, call)| {
            let mut slots = [StageSlot::new(self, stage)];
            let result = self.run_slots(&mut slots, input, out);
            if result.is_ok() && call.failed.get() {
                self.success = false;
            }
            result
        });
        self.enter(home);
        self.pop_frames(mark);
        result
    }

    fn run_slots(&mut self, slots: &mut [StageSlot], input: Option<Vec<Value>>, out: &mut dyn Sink) -> Outcome {
        match input {
            None => pipeline::run(self, slots, None, out),
            Some(items) => {
                let mut items = Some(items);
                let mut feed = |session: &mut Session, chain: &mut dyn Sink| {
                    for item in items.take().unwrap_or_default() {
                        chain.write(session, item)?;
                    }
                    Ok(())
                };
                pipeline::run(self, slots, Some(&mut feed), out)
            }
        }
    }

    /// Calls a script block.
    pub fn call_block(&mut self, block: &Rc<ScriptBlock>, how: Invocation, out: &mut dyn Sink) -> Outcome {
        let mark = self.frames.len() as u32;
        let home = self.current;
        let mut call = Call::new(Command::Block(block.clone()));
        call.expects_input = how.input.is_some();
        let kind = if how.dotted { FrameKind::Dotted } else { FrameKind::Block };
        let staged = self.function_stage(block.clone(), kind, call, how.arguments, how.this);
        let result = staged.and_then(|(stage, _)| {
            if let Some(frame) = self.frames.get_mut(mark as usize) {
                frame.underbar = how.underbar;
            }
            let mut slots = [StageSlot::new(self, stage)];
            self.run_slots(&mut slots, how.input, out)
        });
        self.enter(home);
        self.pop_frames(mark);
        result
    }

    /// Calls a script block with positional arguments; its output as one value.
    pub fn call_with(&mut self, block: &Rc<ScriptBlock>, arguments: &[Value]) -> Outcome<Value> {
        let mut collected = Collect::default();
        let arguments = arguments.iter().cloned().map(Argument::positional).collect();
        self.call_block(block, Invocation { arguments, ..Invocation::default() }, &mut collected)?;
        Ok(collected.into_value())
    }

    /// Makes a block ready to run many times in the scope of the current frame, as `ForEach-Object` does.
    pub fn prepare_dotted(&mut self, block: &Rc<ScriptBlock>) -> Dotted {
        let unit = super::lower::unit(self, &block.template);
        let module = block.module.clone().unwrap_or_else(|| self.frame().module.clone());
        let target = self.parent_for(&module);
        let mut slots = vec![Slot::Unset; unit.names.symbols.len()];
        for (i, name) in unit.names.symbols.iter().enumerate() {
            if unit.automatic.iter().any(|(_, slot)| slot.0 as usize == i) {
                continue;
            }
            let variable = self.variable_in(&target, *name);
            if let Some(place) = slots.get_mut(i) {
                *place = Slot::Shared(variable);
            }
        }
        Dotted { unit, block: block.clone(), slots, target, module }
    }

    /// Runs a prepared block for one object; of its named blocks the `process` or the `end` block.
    pub fn run_prepared(&mut self, dotted: &Dotted, item: Option<Value>, out: &mut dyn Sink) -> Outcome {
        let mark = self.frames.len() as u32;
        let unit = dotted.unit.clone();
        let frame = self.push_frame(NewFrame {
            unit: unit.clone(),
            kind: FrameKind::Dotted,
            parent: dotted.target.clone(),
            module: dotted.module.clone(),
            call: None,
            block: Some(dotted.block.clone()),
        });
        let base = self.frames.get(frame as usize).map_or(0, |frame| frame.base as usize);
        for (place, slot) in self.stack.iter_mut().skip(base).zip(&dotted.slots) {
            place.clone_from(slot);
        }
        if let Some(frame) = self.frames.get_mut(frame as usize) {
            frame.underbar = item;
        }
        let before = self.enter(frame);
        let result = self.deeper(|session| {
            for body in [&unit.begin, &unit.process, &unit.end].into_iter().flatten() {
                session.run_body(body, out)?;
            }
            Ok(())
        });
        self.leave(before);
        self.pop_frames(mark);
        match result {
            Err(Flow::Return) => Ok(()),
            other => other,
        }
    }

    /// Runs a block of the running code in a scope of its own, with `$_` set.
    pub(crate) fn run_test(&mut self, template: &Rc<Template>, item: Value, out: &mut dyn Sink) -> Outcome {
        let block = Rc::new(ScriptBlock {
            template: template.clone(),
            module: Some(self.frame().module.clone()),
            debugger_hidden: Default::default(),
        });
        self.call_block(&block, Invocation { underbar: Some(item), ..Invocation::default() }, out)
    }

    /// Runs a body of the current unit in a scope of its own below the current one.
    pub(crate) fn run_in_child(&mut self, body: &Body, how: Invocation, out: &mut dyn Sink) -> Outcome {
        let mark = self.frames.len() as u32;
        let (unit, module) = (self.frame().unit.clone(), self.frame().module.clone());
        let frame = self.push_frame(NewFrame {
            unit,
            kind: FrameKind::Block,
            parent: Link::Frame(self.current),
            module,
            call: self.frame().call.clone(),
            block: self.frame().block.clone(),
        });
        if let Some(frame) = self.frames.get_mut(frame as usize) {
            frame.underbar = how.underbar;
            frame.this = how.this;
        }
        let before = self.enter(frame);
        let result = self.deeper(|session| session.run_body(body, out));
        self.leave(before);
        self.pop_frames(mark);
        result
    }

    /// Runs something one level deeper; too deep is an error that can be caught.
    pub(crate) fn deeper<T>(&mut self, run: impl FnOnce(&mut Session) -> Outcome<T>) -> Outcome<T> {
        if self.depth >= MAX_DEPTH {
            return Err(Fault::new(
                "CallDepthOverflow",
                ErrorCategory::InvalidOperation,
                "The script failed due to call depth overflow.",
            )
            .of(&super::errors::SCRIPT_CALL_DEPTH_EXCEPTION)
            .into());
        }
        self.depth += 1;
        let result = run(self);
        self.depth -= 1;
        result
    }

    /// Sets a slot of any frame; a shared slot of a dotted frame passes a plain value on to its variable.
    pub(crate) fn put_slot_in(&mut self, frame: u32, slot: SlotId, place: Slot) {
        let Some(base) = self.frames.get(frame as usize).map(|frame| frame.base as usize) else { return };
        if let Some(old) = self.stack.get_mut(base + slot.0 as usize) {
            *old = place;
        }
    }

    /// Fills the automatic variables that a frame's code mentions.
    pub(crate) fn fill_automatic(&mut self, frame: u32, call: &Rc<Call>) {
        let Some(unit) = self.frames.get(frame as usize).map(|frame| frame.unit.clone()) else { return };
        for (automatic, slot) in &unit.automatic {
            if *automatic != Automatic::Input {
                let value = self.automatic_value(*automatic, call, frame);
                self.put_slot_in(frame, *slot, Slot::Local(value));
            }
        }
    }

    /// Gives a parameter its slot. A variable that is shared, as all are in a dotted frame, gets the value itself.
    pub(crate) fn put_param(
        &mut self,
        frame: u32,
        slot: SlotId,
        name: Symbol,
        value: Value,
        constraint: Option<Rc<Constraint>>,
    ) {
        let Some(base) = self.frames.get(frame as usize).map(|frame| frame.base as usize) else { return };
        let Some(place) = self.stack.get_mut(base + slot.0 as usize) else { return };
        match (&*place, constraint) {
            (Slot::Shared(variable), constraint) => {
                variable.put(Some(value));
                if constraint.is_some() {
                    *variable.constraint.borrow_mut() = constraint;
                }
            }
            (_, None) => *place = Slot::Local(value),
            (_, constraint) => {
                let variable = Variable::with_value(name, value);
                *variable.constraint.borrow_mut() = constraint;
                *place = Slot::Shared(Rc::new(variable));
            }
        }
    }

    /// Defines a function in a scope.
    pub fn put_function(
        &mut self,
        scope: &Link,
        name: Str,
        template: Rc<Template>,
        is_filter: bool,
        module: Rc<Module>,
    ) -> Outcome {
        let symbol = Symbol::new(&name);
        if let Some(old) = self.find_function(symbol)
            && (old.read_only.get() || old.constant.get())
        {
            let text = format!("Cannot write to function {name} because it is read-only or constant.");
            return Err(Fault::new("FunctionNotWritable", ErrorCategory::WriteError, text)
                .target(Value::Str(name))
                .into());
        }
        let block =
            Rc::new(ScriptBlock { template, module: Some(module.clone()), debugger_hidden: Default::default() });
        let function = Rc::new(super::command::Function {
            name,
            block,
            is_filter,
            module: Some(module),
            read_only: Default::default(),
            constant: Default::default(),
            description: Default::default(),
        });
        match self.owner(scope.clone()) {
            Link::Module(module) => {
                module.functions.borrow_mut().insert(symbol, function);
            }
            Link::Frame(index) => {
                if let Some(frame) = self.frames.get_mut(index as usize) {
                    frame.functions.get_or_insert_default().insert(symbol, function);
                }
            }
        }
        self.bump_epoch();
        Ok(())
    }
}

/// Lets bytes pass as they are where a program writes into another one, or into a file.
fn connect_programs(code: &PipelineCode, calls: &[Rc<Call>]) {
    let is_program = |call: &Rc<Call>| matches!(call.command, Command::Application(_));
    let commands = code.elements.iter().filter_map(|element| match element {
        ElementCode::Command(command) => Some(command),
        ElementCode::Expression { .. } => None,
    });
    for (i, (call, command)) in calls.iter().zip(commands).enumerate() {
        let passes = match command.redirections.as_slice() {
            [] => calls.get(i + 1).is_some_and(is_program),
            redirections => redirections.iter().all(|redirection| {
                redirection.from == StreamName::Output && matches!(redirection.to, RedirectionTarget::File { .. })
            }),
        };
        call.passes_bytes.set(passes && is_program(call));
    }
}
