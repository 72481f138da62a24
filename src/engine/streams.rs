//! The streams beside output: where they go, which preference rules them, and how records are written to them.

use super::Session;
use super::call::{Answer, Call, CommonParameters};
use super::errors::stopped_by_preference;
use super::frame::Link;
use super::host::StreamKind;
use super::signature::ConfirmImpact;
use crate::text::{Str, Symbol};
use crate::value::{ErrorRecord, Flow, Outcome, Value, convert};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

/// Where one stream goes.
#[derive(Clone, Default)]
pub enum Target {
    /// To the host, which shows it.
    #[default]
    Host,
    Discard,
    /// To a queue that the redirecting stage empties into its output or a file.
    Queue(Rc<RefCell<VecDeque<Value>>>),
}

/// Where the streams go now.
#[derive(Clone, Default)]
pub struct Streams {
    pub error: Target,
    pub warning: Target,
    pub verbose: Target,
    pub debug: Target,
    pub information: Target,
}

impl Streams {
    pub fn of(&mut self, stream: StreamKind) -> &mut Target {
        match stream {
            StreamKind::Error => &mut self.error,
            StreamKind::Warning => &mut self.warning,
            StreamKind::Verbose => &mut self.verbose,
            StreamKind::Debug => &mut self.debug,
            StreamKind::Information => &mut self.information,
        }
    }
}

/// `ActionPreference`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preference {
    SilentlyContinue,
    Stop,
    Continue,
    Inquire,
    Ignore,
    Suspend,
    Break,
}

impl Preference {
    /// The preference that a value stands for: a name, a number, or the enum's value.
    pub fn of(value: &Value) -> Option<Preference> {
        const ALL: [(Preference, &str); 7] = [
            (Preference::SilentlyContinue, "SilentlyContinue"),
            (Preference::Stop, "Stop"),
            (Preference::Continue, "Continue"),
            (Preference::Inquire, "Inquire"),
            (Preference::Ignore, "Ignore"),
            (Preference::Suspend, "Suspend"),
            (Preference::Break, "Break"),
        ];
        let number = match value.base() {
            Value::Enum(value) => value.value,
            Value::Int(n) => i64::from(*n),
            Value::Str(text) => match text.parse::<i64>() {
                Ok(n) => n,
                Err(_) => {
                    return ALL
                        .iter()
                        .find(|(_, name)| name.eq_ignore_ascii_case(text))
                        .or_else(|| {
                            let mut found = ALL.iter().filter(|(_, name)| {
                                name.get(..text.len()).is_some_and(|start| start.eq_ignore_ascii_case(text))
                            });
                            found.next().filter(|_| found.next().is_none())
                        })
                        .map(|(preference, _)| *preference);
                }
            },
            _ => return None,
        };
        usize::try_from(number).ok().and_then(|n| ALL.get(n)).map(|(preference, _)| *preference)
    }
}

impl Session {
    /// The value of a preference variable as the running code sees it.
    pub fn preference(&self, variable: &str, default: Preference) -> Preference {
        self.lookup(Symbol::new(variable)).as_ref().and_then(Preference::of).unwrap_or(default)
    }

    fn error_preference(&self, call: &Call) -> Preference {
        let own = call.common.borrow().error_action.as_ref().and_then(Preference::of);
        own.unwrap_or_else(|| self.preference("ErrorActionPreference", Preference::Continue))
    }

    /// Writes a non-terminating error of a command.
    pub fn write_error(&mut self, record: Rc<ErrorRecord>, call: &Rc<Call>) -> Outcome {
        self.sign(&record, call);
        call.failed.set(true);
        self.success = false;
        let preference = self.error_preference(call);
        if preference == Preference::Ignore {
            return Ok(());
        }
        self.collect_error(&record, call);
        match preference {
            Preference::Stop => {
                record.thrown.set(true);
                Err(Flow::Error(stopped_by_preference(&record)))
            }
            Preference::SilentlyContinue => {
                self.add_error(&record);
                Ok(())
            }
            Preference::Inquire => {
                self.add_error(&record);
                self.show_error(&record)?;
                match self.should_continue(&record.message(), "Confirm", call)? {
                    true => Ok(()),
                    false => Err(Flow::Error(stopped_by_preference(&record))),
                }
            }
            _ => {
                self.add_error(&record);
                self.show_error(&record)
            }
        }
    }

    /// Adds an error to the `-ErrorVariable` of its command and of those that enclose it.
    pub(super) fn collect_error(&mut self, record: &Rc<ErrorRecord>, call: &Rc<Call>) {
        let value = Value::native(record.clone());
        if let Some(name) = call.common.borrow().error_variable.clone() {
            self.append_variable(&name, value.clone(), call);
        }
        for outer in self.enclosing_calls() {
            if !Rc::ptr_eq(&outer, call)
                && let Some(name) = outer.common.borrow().error_variable.clone()
            {
                self.append_variable(&name, value.clone(), &outer);
            }
        }
    }

    /// The calls whose code runs now, innermost first.
    pub fn enclosing_calls(&self) -> Vec<Rc<Call>> {
        let mut calls: Vec<Rc<Call>> = Vec::new();
        let mut index = self.current;
        while let Some(frame) = self.frames.get(index as usize) {
            if let Some(call) = &frame.call
                && !calls.iter().any(|known| Rc::ptr_eq(known, call))
            {
                calls.push(call.clone());
            }
            if index == 0 {
                break;
            }
            index = frame.caller.min(index - 1);
        }
        calls
    }

    /// Shows an error record, or sends it where the error stream goes.
    pub fn show_error(&mut self, record: &Rc<ErrorRecord>) -> Outcome {
        self.emit(StreamKind::Error, Value::native(record.clone()))
    }

    /// Sends a record down a stream.
    pub fn emit(&mut self, stream: StreamKind, record: Value) -> Outcome {
        match self.streams.of(stream).clone() {
            Target::Host if stream == StreamKind::Information && self.show_host_message(&record) => Ok(()),
            Target::Host => {
                let host = self.host();
                host.show_record(self, stream, &record)
            }
            Target::Discard => Ok(()),
            Target::Queue(queue) => {
                queue.borrow_mut().push_back(record);
                Ok(())
            }
        }
    }

    /// Writes a warning, a verbose, a debug or an information record as the preferences want.
    pub fn write_stream(&mut self, stream: StreamKind, record: Value, call: &Rc<Call>) -> Outcome {
        let common = call.common.borrow().clone();
        let (variable, default, own) = match stream {
            StreamKind::Warning => ("WarningPreference", Preference::Continue, preference_of(&common.warning_action)),
            StreamKind::Verbose => ("VerbosePreference", Preference::SilentlyContinue, switched(common.verbose)),
            StreamKind::Debug => ("DebugPreference", Preference::SilentlyContinue, switched(common.debug)),
            _ => ("InformationPreference", Preference::SilentlyContinue, preference_of(&common.information_action)),
        };
        let preference = own.unwrap_or_else(|| self.preference(variable, default));
        let names: Option<fn(&CommonParameters) -> Option<Str>> = match stream {
            StreamKind::Warning => Some(|common| common.warning_variable.clone()),
            StreamKind::Information => Some(|common| common.information_variable.clone()),
            _ => None,
        };
        let shown = super::automatic::stream_record(self, stream, record);
        if let Some(variable) = names
            && preference != Preference::Ignore
        {
            if let Some(name) = variable(&common) {
                self.append_variable(&name, shown.clone(), call);
            }
            for outer in self.enclosing_calls() {
                if !Rc::ptr_eq(&outer, call)
                    && let Some(name) = variable(&outer.common.borrow().clone())
                {
                    self.append_variable(&name, shown.clone(), &outer);
                }
            }
        }
        match preference {
            Preference::SilentlyContinue if stream == StreamKind::Information => match self.streams.information {
                Target::Host if !super::information::is_shown(preference, &shown) => Ok(()),
                _ => self.emit(stream, shown),
            },
            Preference::SilentlyContinue | Preference::Ignore => Ok(()),
            Preference::Stop => {
                self.emit(stream, shown.clone())?;
                let text = convert::to_text(self, &shown)?;
                Err(super::errors::preference_stop(stream, &text))
            }
            _ => self.emit(stream, shown),
        }
    }

    /// Adds a value to the list in a variable of the caller; a leading `+` keeps what is there.
    pub fn append_variable(&mut self, name: &str, value: Value, call: &Rc<Call>) {
        let (name, _) = match name.strip_prefix('+') {
            Some(rest) => (rest, true),
            None => (name, false),
        };
        let scope = self.caller_scope(call);
        let variable = self.variable_in(&scope, Symbol::new(name));
        let list = variable.get().unwrap_or_default();
        if !crate::types::list::push_to_array_list(&list, value.clone()) {
            let mut items = crate::value::enumerate::items_of(&list).unwrap_or_default();
            items.push(value);
            variable.put(Some(crate::types::list::array_list(items)));
        }
    }

    /// Empties the variables that a call will fill, unless they are to be appended to.
    pub(crate) fn open_call(&mut self, call: &Rc<Call>) {
        let common = call.common.borrow().clone();
        let names = [common.error_variable, common.warning_variable, common.information_variable, common.out_variable];
        for name in names.into_iter().flatten() {
            if !name.starts_with('+') {
                let scope = self.caller_scope(call);
                let variable = self.variable_in(&scope, Symbol::new(&name));
                variable.put(Some(crate::types::list::array_list(Vec::new())));
            }
        }
    }

    /// Ends what a call's common parameters began.
    pub(crate) fn close_call(&mut self, call: &Rc<Call>) {
        let Some(name) = call.common.borrow().pipeline_variable.clone() else { return };
        let scope = self.caller_scope(call);
        self.variable_in(&scope, Symbol::new(&name)).put(None);
    }

    /// The scope in which the command of a call was written.
    fn caller_scope(&self, call: &Rc<Call>) -> Link {
        let mut index = self.current;
        loop {
            let Some(frame) = self.frames.get(index as usize) else { return self.scope() };
            let is_own = frame.call.as_ref().is_some_and(|own| Rc::ptr_eq(own, call));
            if !is_own || index == 0 {
                return self.owner(Link::Frame(index));
            }
            index = frame.caller.min(index - 1);
        }
    }

    /// Sets a variable where the command of a call was written.
    pub(crate) fn set_caller_variable(&mut self, name: Symbol, value: Value, call: &Rc<Call>) {
        let scope = self.caller_scope(call);
        self.set_in(&scope, name, value);
    }

    /// The preferences that an advanced function's common parameters set for its own code.
    pub(crate) fn local_preferences(&mut self, call: &Rc<Call>, frame: u32) {
        let common = call.common.borrow().clone();
        let scope = self.owner(Link::Frame(frame));
        let mut set = |name: &str, value: Value| self.set_in(&scope, Symbol::new(name), value);
        if let Some(value) = common.error_action {
            set("ErrorActionPreference", value);
        }
        if let Some(value) = common.warning_action {
            set("WarningPreference", value);
        }
        if let Some(value) = common.information_action {
            set("InformationPreference", value);
        }
        if let Some(value) = common.progress_action {
            set("ProgressPreference", value);
        }
        for (name, on) in [("VerbosePreference", common.verbose), ("DebugPreference", common.debug)] {
            if let Some(on) = on {
                set(
                    name,
                    super::automatic::action(if on { Preference::Continue } else { Preference::SilentlyContinue }),
                );
            }
        }
        if let Some(on) = common.what_if {
            set("WhatIfPreference", Value::Bool(on));
        }
        if let Some(on) = common.confirm {
            set(
                "ConfirmPreference",
                super::automatic::impact(if on { ConfirmImpact::Low } else { ConfirmImpact::None }),
            );
        }
    }

    /// `ShouldProcess`: says what would happen, asks, or goes ahead.
    pub fn should_process(&mut self, target: &str, action: &str, call: &Rc<Call>) -> Outcome<bool> {
        let sentence = format!("Performing the operation \"{action}\" on target \"{target}\".");
        const CAPTION: &str = "Confirm\nAre you sure you want to perform this action?";
        self.should_process_as(&sentence, &sentence, CAPTION, call)
    }

    /// `ShouldProcess` with a sentence, a question and a caption of the command's own.
    pub fn should_process_as(&mut self, sentence: &str, query: &str, caption: &str, call: &Rc<Call>) -> Outcome<bool> {
        let common = call.common.borrow().clone();
        let what_if = match common.what_if {
            Some(on) => on,
            None => {
                let preference = self.lookup(Symbol::new("WhatIfPreference")).unwrap_or_default();
                self.is_true(&preference)?
            }
        };
        if what_if {
            let host = self.host();
            host.write(self, &format!("What if: {sentence}"), true);
            return Ok(false);
        }
        let impact = call.signature.as_ref().map_or(ConfirmImpact::Medium, |signature| signature.confirm_impact);
        let threshold = match common.confirm {
            Some(true) => ConfirmImpact::Low,
            Some(false) => ConfirmImpact::None,
            None => self.confirm_preference(),
        };
        if threshold != ConfirmImpact::None && impact >= threshold {
            return self.should_continue_with(query, caption, call);
        }
        self.write_stream(StreamKind::Verbose, Value::from(sentence), call)?;
        Ok(true)
    }

    fn confirm_preference(&self) -> ConfirmImpact {
        let value = self.lookup(Symbol::new("ConfirmPreference"));
        let name = match value.as_ref().map(Value::base) {
            Some(Value::Enum(value)) => value.name(),
            Some(Value::Str(text)) => text.clone(),
            _ => Str::from("High"),
        };
        match &*name.to_ascii_lowercase() {
            "none" => ConfirmImpact::None,
            "low" => ConfirmImpact::Low,
            "medium" => ConfirmImpact::Medium,
            _ => ConfirmImpact::High,
        }
    }

    /// `ShouldContinue`: always asks.
    pub fn should_continue(&mut self, query: &str, caption: &str, call: &Rc<Call>) -> Outcome<bool> {
        self.should_continue_with(query, caption, call)
    }

    fn should_continue_with(&mut self, query: &str, caption: &str, call: &Rc<Call>) -> Outcome<bool> {
        match call.answer.get() {
            Answer::YesToAll => return Ok(true),
            Answer::NoToAll => return Ok(false),
            Answer::Ask => {}
        }
        let host = self.host();
        if !host.is_interactive() {
            return Err(super::errors::no_prompt());
        }
        host.write(self, &format!("\n{caption}\n{query}"), true);
        loop {
            let prompt = "[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is \"Y\"): ";
            let Some(answer) = host.read_line(prompt, false) else { return Ok(false) };
            match answer.trim().to_ascii_lowercase().as_str() {
                "" | "y" | "yes" => return Ok(true),
                "a" | "yes to all" => {
                    call.answer.set(Answer::YesToAll);
                    return Ok(true);
                }
                "n" | "no" => return Ok(false),
                "l" | "no to all" => {
                    call.answer.set(Answer::NoToAll);
                    return Ok(false);
                }
                _ => host.write(
                    self,
                    "Y - Continue with only the next step of the operation.\n\
                     A - Continue with all the steps of the operation.\n\
                     N - Skip this operation and proceed with the next operation.\n\
                     L - Skip this operation and all subsequent operations.",
                    true,
                ),
            }
        }
    }
}

fn preference_of(value: &Option<Value>) -> Option<Preference> {
    value.as_ref().and_then(Preference::of)
}

fn switched(on: Option<bool>) -> Option<Preference> {
    on.map(|on| if on { Preference::Continue } else { Preference::SilentlyContinue })
}
