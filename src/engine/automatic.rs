//! Automatic variables, preference variables, and the objects that describe a call.

use super::Session;
use super::block::ScriptBlock;
use super::call::Call;
use super::code::Automatic;
use super::frame::Link;
use super::host::StreamKind;
use super::signature::ConfirmImpact;
use super::streams::Preference;
use super::variable::{Variable, VariableOptions};
use crate::text::{Str, Symbol};
use crate::types::collections::dictionary::{BOUND_PARAMETERS, Dictionary};
use crate::value::{EnumValue, Env, Native, NativeType, Outcome, Table, TableKind, TypeRef, Value, types};
use std::cell::Cell;
use std::rc::Rc;

pub static ACTION_PREFERENCE: NativeType = NativeType::enumeration(
    "System.Management.Automation.ActionPreference",
    &[
        ("SilentlyContinue", 0),
        ("Stop", 1),
        ("Continue", 2),
        ("Inquire", 3),
        ("Ignore", 4),
        ("Suspend", 5),
        ("Break", 6),
    ],
);
pub static CONFIRM_IMPACT: NativeType = NativeType::enumeration(
    "System.Management.Automation.ConfirmImpact",
    &[("None", 0), ("Low", 1), ("Medium", 2), ("High", 3)],
);

/// The value of a preference.
pub fn action(preference: Preference) -> Value {
    EnumValue::native(&ACTION_PREFERENCE, preference as i64)
}

/// The value of a confirm impact.
pub fn impact(impact: ConfirmImpact) -> Value {
    EnumValue::native(&CONFIRM_IMPACT, impact as i64)
}

/// Defines the variables that every session starts with.
pub fn define(session: &Session) {
    let global = &session.global;
    let constants = [("true", Value::Bool(true)), ("false", Value::Bool(false)), ("null", Value::Null)];
    for (name, value) in constants {
        let variable = Variable::with_value(Symbol::new(name), value);
        variable.options.set(VariableOptions { constant: true, all_scope: true, ..VariableOptions::default() });
        global.variables.borrow_mut().insert(variable.name, Rc::new(variable));
    }
    let plain = [
        ("ErrorActionPreference", action(Preference::Continue)),
        ("WarningPreference", action(Preference::Continue)),
        ("VerbosePreference", action(Preference::SilentlyContinue)),
        ("DebugPreference", action(Preference::SilentlyContinue)),
        ("InformationPreference", action(Preference::SilentlyContinue)),
        ("ProgressPreference", action(Preference::Continue)),
        ("ConfirmPreference", impact(ConfirmImpact::High)),
        ("WhatIfPreference", Value::Bool(false)),
        ("ErrorView", Value::from("ConciseView")),
        ("FormatEnumerationLimit", Value::Int(4)),
        ("MaximumHistoryCount", Value::Int(4096)),
        ("OutputEncoding", Value::Null),
        ("PSEdition", Value::from("Core")),
        ("IsLinux", Value::Bool(cfg!(target_os = "linux"))),
        ("IsWindows", Value::Bool(false)),
        ("IsMacOS", Value::Bool(cfg!(target_os = "macos"))),
        ("IsCoreCLR", Value::Bool(true)),
        ("PID", Value::Int(std::process::id().cast_signed())),
        ("NestedPromptLevel", Value::Int(0)),
        ("PSCulture", Value::Str(session.host().culture_name())),
        ("PSUICulture", Value::Str(session.host().culture_name())),
        ("ShellId", Value::from("Microsoft.PowerShell")),
        ("Error", crate::types::list::array_list(Vec::new())),
        ("HOME", Value::Str(session.environment.get("HOME").cloned().unwrap_or_default())),
        ("PSVersionTable", version_table()),
    ];
    for (name, value) in plain {
        session.set_global(name, value);
    }
    super::tables::default_parameters::define(session);
}

fn version_table() -> Value {
    let table = Table::new(TableKind::Ordered);
    let versions = ["1.0", "2.0", "3.0", "4.0", "5.0", "5.1", "6.0", "7.0"];
    let version = |text: &str| crate::types::version::version(text).unwrap_or_else(|| Value::from(text));
    let entries = [
        ("PSVersion", crate::types::version::semantic("7.6.0").unwrap_or_else(|| Value::from("7.6.0"))),
        ("PSEdition", Value::from("Core")),
        ("GitCommitId", Value::from(env!("CARGO_PKG_VERSION"))),
        ("OS", Value::from(std::env::consts::OS)),
        ("Platform", Value::from("Unix")),
        ("PSCompatibleVersions", Value::array(versions.iter().map(|text| version(text)).collect())),
        ("PSRemotingProtocolVersion", version("2.4")),
        ("SerializationVersion", version("1.1.0.1")),
        ("WSManStackVersion", version("3.0")),
    ];
    for (name, value) in entries {
        table.set(Value::from(name), value);
    }
    Value::Table(Rc::new(table))
}

impl Session {
    /// The value of an automatic variable for a call whose frame is given.
    pub(crate) fn automatic_value(&mut self, automatic: Automatic, call: &Rc<Call>, frame: u32) -> Value {
        match automatic {
            Automatic::Args => Value::array(call.unbound.borrow().clone()),
            Automatic::Input => {
                self.frames.get(frame as usize).and_then(|frame| frame.input.clone()).unwrap_or_default()
            }
            Automatic::This => self.this_of(frame),
            Automatic::BoundParameters => bound_parameters(call),
            Automatic::MyInvocation => invocation_info(self, call),
            Automatic::Cmdlet => {
                let is_advanced = call.signature.as_ref().is_some_and(|signature| signature.is_advanced);
                if is_advanced { super::script_cmdlet::script_cmdlet(call.clone()) } else { Value::Null }
            }
            Automatic::ScriptRoot => Value::Str(self.script_root(frame)),
            Automatic::CommandPath => Value::Str(self.script_path(frame)),
        }
    }

    fn this_of(&self, frame: u32) -> Value {
        let mut link = Link::Frame(frame);
        loop {
            if let Link::Frame(index) = &link
                && let Some(this) = self.frames.get(*index as usize).and_then(|frame| frame.this.clone())
            {
                return this;
            }
            match self.parent_of(&link) {
                Some(parent) => link = parent,
                None => return Value::Null,
            }
        }
    }

    fn script_path(&self, frame: u32) -> Str {
        let frame = self.frames.get(frame as usize);
        frame.and_then(|frame| frame.unit.source.file.clone()).unwrap_or_default()
    }

    fn script_root(&self, frame: u32) -> Str {
        let path = self.script_path(frame);
        match path.rsplit_once('/') {
            Some(("", _)) => Str::from("/"),
            Some((folder, _)) => Str::from(folder),
            None => Str::default(),
        }
    }

    /// An automatic variable that code asks for by name alone.
    pub(crate) fn automatic_in(&self, link: &Link, name: Symbol) -> Option<Value> {
        let Link::Frame(index) = link else { return self.automatic_constant(name) };
        let frame = self.frames.get(*index as usize)?;
        let text = name.name();
        match &*text.to_ascii_lowercase() {
            "args" => frame.call.as_ref().map(|call| Value::array(call.unbound.borrow().clone())),
            "input" => frame.input.clone(),
            "this" => frame.this.clone(),
            "psboundparameters" => frame.call.as_ref().map(bound_parameters),
            "psscriptroot" => frame.unit.source.file.as_ref().map(|_| Value::Str(self.script_root(*index))),
            "pscommandpath" => frame.unit.source.file.clone().map(Value::Str),
            "_" | "psitem" => frame.underbar.clone(),
            _ => None,
        }
    }

    /// Variables whose value is computed when it is read.
    pub(crate) fn automatic_constant(&self, name: Symbol) -> Option<Value> {
        match &*name.name().to_ascii_lowercase() {
            "pwd" => Some(super::psobject::path_info(self)),
            "?" => Some(Value::Bool(self.success)),
            "host" => Some(super::host_object::host_object()),
            "executioncontext" => Some(super::psobject::execution_context()),
            "pshome" => Some(Value::from(std::env::consts::EXE_SUFFIX)),
            _ => None,
        }
    }
}

/// `$PSBoundParameters`.
pub fn bound_parameters(call: &Rc<Call>) -> Value {
    let dictionary = Dictionary::derived(&BOUND_PARAMETERS);
    for (name, value) in call.bound.borrow().iter() {
        let spelled = call
            .signature
            .as_ref()
            .and_then(|signature| signature.find(*name).and_then(|i| signature.params.get(i)))
            .map_or_else(|| name.name(), |param| param.name.clone());
        dictionary.set(Value::Str(spelled), value.clone());
    }
    Value::native(dictionary)
}

/// `System.Management.Automation.InvocationInfo`.
pub fn invocation_info(session: &mut Session, call: &Rc<Call>) -> Value {
    super::psobject::invocation(session, call)
}

/// `$input`: an enumerator that is used up by reading.
pub struct InputEnumerator {
    items: Vec<Value>,
    next: Cell<usize>,
}

pub static ARRAY_LIST_ENUMERATOR: NativeType =
    NativeType::class("System.Collections.ArrayList+ArrayListEnumeratorSimple", &types::OBJECT);

impl Native for InputEnumerator {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&ARRAY_LIST_ENUMERATOR)
    }

    fn items(&self) -> Option<Vec<Value>> {
        let rest = self.items.get(self.next.get()..).unwrap_or_default().to_vec();
        self.next.set(self.items.len());
        Some(rest)
    }

    fn count(&self) -> Option<usize> {
        Some(self.items.len())
    }
}

impl InputEnumerator {
    /// `MoveNext()` and `Current` in one.
    pub fn advance(&self) -> Option<Value> {
        let item = self.items.get(self.next.get()).cloned();
        self.next.set(self.next.get() + 1);
        item
    }

    pub fn reset(&self) {
        self.next.set(0);
    }
}

pub fn input_enumerator(items: Vec<Value>) -> Value {
    Value::native(InputEnumerator { items, next: Cell::new(0) })
}

/// The record that a text becomes on its stream.
pub fn stream_record(_session: &mut Session, stream: StreamKind, value: Value) -> Value {
    match (&stream, value) {
        (StreamKind::Warning, Value::Str(text)) => super::psobject::record(&WARNING_RECORD, text),
        (StreamKind::Verbose, Value::Str(text)) => super::psobject::record(&VERBOSE_RECORD, text),
        (StreamKind::Debug, Value::Str(text)) => super::psobject::record(&DEBUG_RECORD, text),
        (_, other) => other,
    }
}

pub static INFORMATIONAL_RECORD: NativeType =
    NativeType::class("System.Management.Automation.InformationalRecord", &types::OBJECT);
pub static WARNING_RECORD: NativeType =
    NativeType::class("System.Management.Automation.WarningRecord", &INFORMATIONAL_RECORD);
pub static VERBOSE_RECORD: NativeType =
    NativeType::class("System.Management.Automation.VerboseRecord", &INFORMATIONAL_RECORD);
pub static DEBUG_RECORD: NativeType =
    NativeType::class("System.Management.Automation.DebugRecord", &INFORMATIONAL_RECORD);

/// Calls a block for its output as a value, for those that hold only the value.
pub fn block_of(value: &Value) -> Option<Rc<ScriptBlock>> {
    value.downcast::<Rc<ScriptBlock>>().cloned()
}

/// The text of a value as the shell writes it.
pub fn text_of(session: &mut Session, value: &Value) -> Outcome<Str> {
    let env: &mut dyn Env = session;
    crate::value::convert::to_text(env, value)
}
