//! Statements, and what happens when one fails.

use super::expression::nothing_as_null;
use crate::engine::Session;
use crate::engine::code::*;
use crate::engine::errors::Verdict;
use crate::engine::module::Strict;
use crate::engine::pipeline::{Collect, Sink};
use crate::engine::streams::Preference;
use crate::syntax::Span;
use crate::text::Symbol;
use crate::value::{ErrorCategory, Exception, Fault, Flow, Outcome, Value, convert, enumerate};
use std::rc::Rc;

impl Session {
    /// Runs statements one after another. A statement that fails ends itself, and more where the error or the
    /// preference says so.
    pub fn run_body(&mut self, body: &Body, out: &mut dyn Sink) -> Outcome {
        if !body.traps.is_empty() {
            return self.run_trapped(body, out);
        }
        for statement in &body.statements {
            if let Err(flow) = self.run_statement(statement, out) {
                self.statement_failed(flow, statement.span)?;
            }
        }
        Ok(())
    }

    /// Runs statements whose errors go to the traps of their block, also those of code that they call.
    fn run_trapped(&mut self, body: &Body, out: &mut dyn Sink) -> Outcome {
        for statement in &body.statements {
            self.try_depth += 1;
            let result = self.run_statement(statement, out);
            self.try_depth -= 1;
            match result {
                Ok(()) => {}
                Err(Flow::Error(record)) => {
                    self.place(&record, statement.span);
                    self.run_trap(record, body, out)?;
                }
                Err(other) => return Err(other),
            }
        }
        Ok(())
    }

    #[cold]
    fn statement_failed(&mut self, flow: Flow, span: Span) -> Outcome {
        let Flow::Error(record) = flow else { return Err(flow) };
        self.place(&record, span);
        match self.verdict(&record)? {
            Verdict::Continue => Ok(()),
            Verdict::Propagate => Err(Flow::Error(record)),
        }
    }

    pub fn run_statement(&mut self, statement: &Stmt, out: &mut dyn Sink) -> Outcome {
        match &statement.kind {
            StmtKind::Write(code) => {
                self.at(statement.span);
                if out.is_discard() {
                    self.eval(code)?;
                } else {
                    self.write_code(code, out)?;
                }
                if !matches!(code, Code::Sub(_) | Code::Output(_)) {
                    self.success = true;
                }
                Ok(())
            }
            StmtKind::Effect(Code::Assign(assign)) => {
                self.at(statement.span);
                self.assign(assign)?;
                if !matches!(assign.value, Code::Output(_)) {
                    self.success = true;
                }
                Ok(())
            }
            StmtKind::Effect(code) => {
                self.at(statement.span);
                self.eval(code)?;
                self.success = true;
                Ok(())
            }
            StmtKind::Pipeline(pipeline) => {
                self.at(statement.span);
                self.run_pipeline(pipeline, out)
            }
            StmtKind::Chain(chain) => {
                if let Err(flow) = self.run_statement(&chain.left, out) {
                    self.statement_failed(flow, chain.left.span)?;
                    self.success = false;
                }
                if self.success == chain.and { self.run_statement(&chain.right, out) } else { Ok(()) }
            }
            StmtKind::If { clauses, otherwise } => {
                for (condition, body) in clauses {
                    self.at(statement.span);
                    let holds = self.truth(condition)?;
                    self.success = true;
                    if holds {
                        return self.run_body(body, out);
                    }
                }
                match otherwise {
                    Some(body) => self.run_body(body, out),
                    None => Ok(()),
                }
            }
            StmtKind::While { label, condition, body } => self.run_while(*label, condition, body, out),
            StmtKind::Do { label, body, condition, until } => self.run_do(*label, body, condition, *until, out),
            StmtKind::For(code) => self.run_for(code, out),
            StmtKind::ForEach(code) => self.run_foreach(code, out),
            StmtKind::Switch(code) => self.run_switch(code, out),
            StmtKind::Try(code) => self.run_try(code, out),
            StmtKind::Break(label) => Err(Flow::Break(self.label(label.as_ref())?)),
            StmtKind::Continue(label) => Err(Flow::Continue(self.label(label.as_ref())?)),
            StmtKind::Return(value) => {
                if let Some(value) = value {
                    self.run_statement(value, out)?;
                }
                Err(Flow::Return)
            }
            StmtKind::ReturnValue(value) => {
                self.at(statement.span);
                self.returned = match value {
                    Some(code) => Some(self.eval(code)?),
                    None => None,
                };
                Err(Flow::Return)
            }
            StmtKind::Exit(value) => self.exit(value.as_deref()),
            StmtKind::Throw(value) => self.throw(value.as_deref(), statement.span),
            StmtKind::Function(function) => self.define_function(function),
            StmtKind::Type(definition) => self.define_type(definition),
            StmtKind::Data { variable, body } => {
                let Some(slot) = variable else { return self.run_body(body, out) };
                let mut collected = Collect::default();
                self.run_body(body, &mut collected)?;
                let name = self.frame().unit.names.symbols.get(slot.0 as usize).copied();
                self.set_slot(*slot, name.unwrap_or_else(|| Symbol::new("")), collected.into_value())
            }
            StmtKind::Fault { id, message } => Err(Fault::new(*id, ErrorCategory::ParserError, message.clone()).into()),
        }
    }

    #[inline]
    pub(crate) fn at(&mut self, span: Span) {
        if let Some(frame) = self.frames.get_mut(self.current as usize) {
            frame.span = span;
        }
    }

    /// Evaluates an expression and writes its items, streaming where its parts can.
    pub(crate) fn write_code(&mut self, code: &Code, out: &mut dyn Sink) -> Outcome {
        match code {
            Code::Sub(body) => self.run_body(body, out),
            Code::ArrayOf(body) => self.run_body(body, out),
            Code::Output(statement) => self.run_statement(statement, out),
            other => {
                let value = self.eval(other)?;
                self.write_items(value, out)
            }
        }
    }

    fn label(&mut self, label: Option<&Code>) -> Outcome<Option<Symbol>> {
        let Some(code) = label else { return Ok(None) };
        let value = self.eval(code)?;
        Ok(Some(Symbol::new(&convert::to_text(self, &value)?)))
    }

    fn exit(&mut self, value: Option<&Stmt>) -> Outcome {
        let Some(statement) = value else { return Err(Flow::Exit(0)) };
        let value = self.output_of(statement)?;
        let status = match convert::to_int(self, &value) {
            Ok(status) => status,
            Err(Flow::Error(_)) => 0,
            Err(other) => return Err(other),
        };
        Err(Flow::Exit(status))
    }

    fn throw(&mut self, value: Option<&Stmt>, span: Span) -> Outcome {
        let thrown = match value {
            Some(statement) => nothing_as_null(self.output_of(statement)?),
            None => Value::Null,
        };
        let record = self.thrown_record(thrown, value.is_some())?;
        record.thrown.set(true);
        self.place(&record, span);
        Err(Flow::Error(record))
    }

    /// Runs the trap that an error goes to: one that names its type before one that names none.
    fn run_trap(&mut self, record: Rc<crate::value::ErrorRecord>, body: &Body, out: &mut dyn Sink) -> Outcome {
        let Some(trap) = self.trap_for(&record, body)? else {
            return match self.verdict(&record)? {
                Verdict::Continue => Ok(()),
                Verdict::Propagate => Err(Flow::Error(record)),
            };
        };
        self.add_error(&record);
        let how = crate::engine::invoke::Invocation {
            underbar: Some(Value::native(record.clone())),
            ..crate::engine::invoke::Invocation::default()
        };
        self.caught.push(record.clone());
        let result = self.run_in_child(&trap.body, how, out);
        self.caught.pop();
        match result {
            Err(Flow::Continue(None)) => {
                self.success = false;
                Ok(())
            }
            Err(Flow::Break(None)) => {
                record.thrown.set(true);
                Err(Flow::Error(record))
            }
            Err(other) => Err(other),
            Ok(()) if self.try_depth > 0 => Err(Flow::Error(record)),
            Ok(()) => match self.preference("ErrorActionPreference", Preference::Continue) {
                Preference::Stop => Err(Flow::Error(record)),
                Preference::SilentlyContinue | Preference::Ignore => Ok(()),
                _ => {
                    self.success = false;
                    self.show_error(&record)
                }
            },
        }
    }

    fn trap_for<'a>(&mut self, record: &Rc<crate::value::ErrorRecord>, body: &'a Body) -> Outcome<Option<&'a Trap>> {
        let mut general = None;
        for trap in &body.traps {
            match &trap.ty {
                Some(ty) => {
                    if self.catches(ty, record)?.is_some() {
                        return Ok(Some(trap));
                    }
                }
                None => general = general.or(Some(trap)),
            }
        }
        Ok(general)
    }

    fn define_function(&mut self, code: &Rc<FunctionCode>) -> Outcome {
        let scope = match code.scope.as_deref().map(str::to_ascii_lowercase).as_deref() {
            Some("global") => self.scope_of(ScopeName::Global),
            Some("script") => self.scope_of(ScopeName::Script),
            _ => self.scope(),
        };
        let module = self.frame().module.clone();
        self.put_function(&scope, code.name.clone(), code.template.clone(), code.is_filter, module)
    }

    /// Sets the level of strict mode in the current scope.
    pub fn set_strict(&mut self, level: Strict) {
        self.any_strict = true;
        match self.scope() {
            crate::engine::frame::Link::Module(module) => module.strict.set(Some(level)),
            crate::engine::frame::Link::Frame(index) => {
                if let Some(frame) = self.frames.get_mut(index as usize) {
                    frame.strict = Some(level);
                }
            }
        }
    }

    /// The items that a loop runs over.
    pub(crate) fn loop_items(&mut self, value: Value) -> Vec<Value> {
        match value {
            Value::Void | Value::Null => Vec::new(),
            other => enumerate::items_of(&other).unwrap_or_else(|| vec![other]),
        }
    }

    /// The message of an exception object.
    pub fn exception_text(&mut self, exception: &Value) -> Outcome<crate::text::Str> {
        match exception.downcast::<Exception>() {
            Some(native) => Ok(native.message.clone()),
            None => convert::to_text(self, exception),
        }
    }
}
