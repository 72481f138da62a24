//! Objects that describe the shell to its scripts: `PSObject`, `$PSCmdlet`, `$MyInvocation`, `$ExecutionContext`.

use super::Session;
use super::binder::Argument;
use super::block::{ScriptBlock, Template};
use super::call::Call;
use super::invoke::Invocation;
use super::module::{Module, ModuleKind};
use super::pipeline::Collect;
use crate::text::redact::without_pins;
use crate::text::{Str, Symbol};
use crate::types::collections::dictionary::{BOUND_PARAMETERS, Dictionary};
use crate::value::object::Member;
use crate::value::{Env, Native, NativeType, Outcome, TypeRef, Value, convert, enumerate, types};
use std::cell::OnceCell;
use std::rc::Rc;

/// `$object.PSObject`.
pub struct View(pub Value);

impl Native for View {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&types::PS_OBJECT)
    }

    fn text(&self, env: &mut dyn Env) -> Outcome<Option<Str>> {
        convert::to_text(env, &self.0).map(Some)
    }
}

pub fn view(object: Value) -> Value {
    Value::native(View(object))
}

/// `PSTypeNames`: a list whose changes the object takes.
pub fn type_names(session: &mut Session, object: &Value) -> Value {
    super::tables::ps_object::type_names(session, object).unwrap_or_default()
}

/// A script method that was taken without calling it.
pub fn method(session: &mut Session, object: &Value, member: &Member) -> Value {
    let entries = session.list_members(object);
    let is_same = |own: &Member| match (own, member) {
        (Member::Other(a), Member::Other(b)) => Rc::ptr_eq(a, b),
        _ => false,
    };
    match entries.into_iter().find(|entry| entry.member.as_ref().is_some_and(is_same)) {
        Some(entry) => super::tables::member::of(object, entry),
        None => Value::Null,
    }
}

/// The methods of a script block; `None` where it is none of them.
pub fn block_method(
    session: &mut Session,
    block: &Rc<ScriptBlock>,
    name: &str,
    arguments: &[Value],
) -> Option<Outcome<Value>> {
    match &*name.to_ascii_lowercase() {
        "invoke" => {
            let mut collected = Collect::default();
            let how = Invocation {
                arguments: arguments.iter().cloned().map(Argument::positional).collect(),
                ..Invocation::default()
            };
            let result = session.call_block(block, how, &mut collected);
            Some(result.map(|()| crate::types::list::collection(collected.0)))
        }
        "invokereturnasis" => Some(session.call_with(block, arguments)),
        "invokewithcontext" => Some(invoke_with_context(session, block, arguments)),
        "getnewclosure" => Some(Ok(closure(session, block))),
        _ => None,
    }
}

/// `InvokeWithContext(functions, variables, arguments)`.
fn invoke_with_context(session: &mut Session, block: &Rc<ScriptBlock>, arguments: &[Value]) -> Outcome<Value> {
    let module = Module::new("", ModuleKind::Dynamic, Some(session.current_module()));
    let mut underbar = None;
    for variable in arguments.get(1).and_then(enumerate::items_of).unwrap_or_default() {
        let name = session.member_value(&variable, Symbol::new("Name"))?;
        let name = convert::to_text(session, &name)?;
        let value = session.member_value(&variable, Symbol::new("Value"))?;
        if &*name == "_" {
            underbar = Some(value.clone());
        }
        module.variable(Symbol::new(&name)).put(Some(value));
    }
    let inner = Rc::new(ScriptBlock {
        template: block.template.clone(),
        module: Some(module),
        debugger_hidden: Default::default(),
    });
    let given = arguments.get(2).map(|value| enumerate::items_of(value).unwrap_or_else(|| vec![value.clone()]));
    let how = Invocation {
        arguments: given.unwrap_or_default().into_iter().map(Argument::positional).collect(),
        underbar,
        ..Invocation::default()
    };
    let mut collected = Collect::default();
    session.call_block(&inner, how, &mut collected)?;
    Ok(crate::types::list::collection(collected.0))
}

/// `GetNewClosure()`: the block with copies of the variables of the current scope.
fn closure(session: &mut Session, block: &Rc<ScriptBlock>) -> Value {
    let module = Module::new("__DynamicModule", ModuleKind::Closure, Some(session.global.clone()));
    let scope = session.scope();
    if !matches!(&scope, super::frame::Link::Module(global) if Rc::ptr_eq(global, &session.global)) {
        for name in session.variables_in(&scope) {
            if let Some(value) = session.value_in(&scope, name) {
                module.variable(name).put(Some(value));
            }
        }
    } else {
        for name in block_names(session, block) {
            if let Some(value) = session.value_in(&scope, name) {
                module.variable(name).put(Some(value));
            }
        }
    }
    let template = Template {
        tree: block.template.tree.clone(),
        parameters: block.template.parameters.clone(),
        name: block.template.name.clone(),
        unit: OnceCell::new(),
        class: block.template.class.clone(),
    };
    Value::native(Rc::new(ScriptBlock {
        template: Rc::new(template),
        module: Some(module),
        debugger_hidden: Default::default(),
    }))
}

fn block_names(session: &mut Session, block: &Rc<ScriptBlock>) -> Vec<Symbol> {
    super::lower::unit(session, &block.template).names.symbols.clone()
}

/// `$PWD`.
pub fn path_info(session: &Session) -> Value {
    path_info_of(&session.shown_location())
}

/// A `PathInfo`: a path with its drive and its provider.
pub fn path_info_of(path: &str) -> Value {
    Value::native(PathInfo(Str::from(path)))
}

pub static PATH_INFO: NativeType = NativeType::class("System.Management.Automation.PathInfo", &types::OBJECT);

/// `System.Management.Automation.PathInfo`.
pub struct PathInfo(pub Str);

impl Native for PathInfo {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&PATH_INFO)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(self.0.clone()))
    }

    fn dynamic_property(&self, name: &str) -> Option<Value> {
        match &*name.to_ascii_lowercase() {
            "path" | "providerpath" => Some(Value::Str(self.0.clone())),
            "drive" => Some(Value::from(self.0.split_once(':').map_or("/", |(drive, _)| drive))),
            "provider" => Some(Value::from(match self.0.split_once(':') {
                Some((drive, _)) => format!("Microsoft.PowerShell.Core\\{drive}"),
                None => "Microsoft.PowerShell.Core\\FileSystem".to_string(),
            })),
            _ => None,
        }
    }

    fn dynamic_properties(&self) -> Vec<Str> {
        ["Drive", "Provider", "ProviderPath", "Path"].into_iter().map(Str::from).collect()
    }
}

pub static EXECUTION_CONTEXT: NativeType =
    NativeType::class("System.Management.Automation.EngineIntrinsics", &types::OBJECT);

/// `$ExecutionContext`.
pub struct ExecutionContext;

impl Native for ExecutionContext {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&EXECUTION_CONTEXT)
    }
}

pub fn execution_context() -> Value {
    Value::native(ExecutionContext)
}

/// `$MyInvocation`.
pub fn invocation(_session: &mut Session, call: &Rc<Call>) -> Value {
    match &call.place {
        Some((source, span)) => invocation_at(source, *span, Some(call)),
        None => invocation_at(&crate::syntax::Source::new(None, Str::default()), Default::default(), Some(call)),
    }
}

/// An `InvocationInfo` for a place in a script, with the command of a call where one stands there.
pub fn invocation_at(source: &crate::syntax::Source, span: crate::syntax::Span, call: Option<&Rc<Call>>) -> Value {
    let (line, column) = if source.text.is_empty() { (0, 0) } else { source.position(span.start) };
    let file = source.file.clone().unwrap_or_default();
    let root = file.rsplit_once('/').map_or("", |(folder, _)| folder);
    let text = if line == 0 { "" } else { source.line(line) };
    let message = if line == 0 { String::new() } else { message_at(source, span) };
    let command = call.map_or(Value::Null, |call| {
        Value::native(super::resolve::CommandInfo { command: call.command.clone(), alias: None })
    });
    let bound = match call {
        Some(call) => super::automatic::bound_parameters(call),
        None => Value::native(Dictionary::derived(&BOUND_PARAMETERS)),
    };
    let name = call.map(|call| call.invocation_name.clone()).unwrap_or_default();
    let unbound = call.map(|call| call.unbound.borrow().clone()).unwrap_or_default();
    let number = |n: usize| Value::Int(i32::try_from(n).unwrap_or(i32::MAX));
    Value::typed_object(
        "System.Management.Automation.InvocationInfo",
        [
            ("MyCommand", command),
            ("BoundParameters", bound),
            ("UnboundArguments", Value::array(unbound)),
            ("ScriptLineNumber", number(line)),
            ("OffsetInLine", number(column)),
            ("HistoryId", Value::Long(1)),
            ("ScriptName", Value::Str(file.clone())),
            ("Line", Value::from(&*without_pins(text))),
            ("Statement", Value::from(&*without_pins(source.slice(span)))),
            ("PositionMessage", Value::from(message)),
            ("PSScriptRoot", Value::from(root)),
            ("PSCommandPath", Value::Str(file)),
            ("InvocationName", Value::Str(name)),
            ("PipelineLength", Value::Int(call.map_or(0, |call| call.length.cast_signed()))),
            ("PipelinePosition", Value::Int(call.map_or(0, |call| call.position.cast_signed()))),
            ("ExpectingInput", Value::Bool(call.is_some_and(|call| call.expects_input))),
            (
                "CommandOrigin",
                Value::from(if call.is_some_and(|call| call.exits_shell) { "Runspace" } else { "Internal" }),
            ),
            ("DisplayScriptPosition", Value::Null),
        ],
    )
}

/// `PositionMessage` of a call: `At FILE:LINE char:COLUMN`, the line, and marks below it.
pub fn position_message(call: &Call) -> Str {
    match &call.place {
        Some((source, span)) => Str::from(message_at(source, *span)),
        None => Str::default(),
    }
}

/// `At FILE:LINE char:COLUMN`, the line, and marks below what is meant.
pub fn message_at(source: &crate::syntax::Source, span: crate::syntax::Span) -> String {
    crate::value::position_message(source, span)
}

/// A record of the warning, verbose or debug stream.
pub struct StreamRecord {
    ty: &'static NativeType,
    pub message: Str,
}

impl Native for StreamRecord {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(self.ty)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(self.message.clone()))
    }
}

pub fn record(ty: &'static NativeType, message: Str) -> Value {
    Value::native(StreamRecord { ty, message })
}
