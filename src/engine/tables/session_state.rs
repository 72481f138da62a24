//! `$ExecutionContext`, `SessionState` and what they lead to: variables, paths, commands.

use super::{command, module, session, variable};
use crate::engine::Session;
use crate::engine::binder::Argument;
use crate::engine::block::ScriptBlock;
use crate::engine::frame::Link;
use crate::engine::invoke::Invocation;
use crate::engine::module::Module;
use crate::engine::pipeline::Collect;
use crate::engine::psobject::{EXECUTION_CONTEXT, path_info, path_info_of};
use crate::text::{CaseRule, Str, Symbol, Wildcard};
use crate::types::enums::PS_LANGUAGE_MODE;
use crate::types::{Method, Property, TypeTable, string_array};
use crate::value::types::{NativeType, OBJECT};
use crate::value::{EnumValue, Env, Native, Outcome, TypeRef, Value, convert, enumerate};
use std::rc::Rc;

static SESSION_STATE: NativeType = NativeType::class("System.Management.Automation.SessionState", &OBJECT);
static VARIABLES: NativeType = NativeType::class("System.Management.Automation.PSVariableIntrinsics", &OBJECT);
static PATHS: NativeType = NativeType::class("System.Management.Automation.PathIntrinsics", &OBJECT);
static COMMANDS: NativeType = NativeType::class("System.Management.Automation.CommandInvocationIntrinsics", &OBJECT);
static PROVIDERS: NativeType = NativeType::class("System.Management.Automation.ProviderIntrinsics", &OBJECT);

pub(super) static TABLES: &[&TypeTable] =
    &[&CONTEXT_TABLE, &STATE_TABLE, &VARIABLES_TABLE, &PATHS_TABLE, &COMMANDS_TABLE, &PROVIDERS_TABLE];

/// A part of the state of the session, or of a module.
struct Part {
    ty: &'static NativeType,
    module: Option<Rc<Module>>,
}

impl Native for Part {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(self.ty)
    }
}

/// The `SessionState` of a module.
pub fn of_module(module: Rc<Module>) -> Value {
    Value::native(Part { ty: &SESSION_STATE, module: Some(module) })
}

/// The `SessionState` of the code that runs.
pub fn current() -> Value {
    Value::native(Part { ty: &SESSION_STATE, module: None })
}

fn module_of(this: &Value) -> Option<Rc<Module>> {
    this.downcast::<Part>().and_then(|part| part.module.clone())
}

fn part(this: &Value, ty: &'static NativeType) -> Outcome<Value> {
    Ok(Value::native(Part { ty, module: module_of(this) }))
}

fn text(arguments: &[Value], place: usize) -> Str {
    arguments.get(place).and_then(Value::as_str).cloned().unwrap_or_default()
}

static CONTEXT_TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("Host", "System.Management.Automation.Host.PSHost", |_, _| {
            Ok(crate::engine::host_object::host_object())
        }),
        Property::new("Events", "System.Management.Automation.PSEventManager", |_, _| Ok(Value::Null)),
        Property::new("InvokeProvider", "System.Management.Automation.ProviderIntrinsics", |_, this| {
            part(this, &PROVIDERS)
        }),
        Property::new("SessionState", "System.Management.Automation.SessionState", |_, this| {
            part(this, &SESSION_STATE)
        }),
        Property::new("InvokeCommand", "System.Management.Automation.CommandInvocationIntrinsics", |_, this| {
            part(this, &COMMANDS)
        }),
    ],
    ..TypeTable::of(&EXECUTION_CONTEXT)
};

static STATE_TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("Drive", "System.Management.Automation.DriveManagementIntrinsics", |_, _| Ok(Value::Null)),
        Property::new("Provider", "System.Management.Automation.CmdletProviderManagementIntrinsics", |_, _| {
            Ok(Value::Null)
        }),
        Property::new("Path", "System.Management.Automation.PathIntrinsics", |_, this| part(this, &PATHS)),
        Property::new("PSVariable", "System.Management.Automation.PSVariableIntrinsics", |_, this| {
            part(this, &VARIABLES)
        }),
        Property::settable(
            "LanguageMode",
            "System.Management.Automation.PSLanguageMode",
            |_, _| Ok(EnumValue::native(&PS_LANGUAGE_MODE, 0)),
            |_, _, _| Ok(()),
        ),
        Property::new("UseFullLanguageModeInDebugger", "bool", |_, _| Ok(Value::Bool(false))),
        Property::new("Scripts", "System.Collections.Generic.List[string]", |_, _| Ok(string_array(["*"]))),
        Property::new("Applications", "System.Collections.Generic.List[string]", |_, _| Ok(string_array(["*"]))),
        Property::new("Module", "psmoduleinfo", |env, this| {
            let own = match module_of(this) {
                Some(own) => own,
                None => session(env)?.current_module(),
            };
            Ok(if own.name.is_empty() && own.parent.is_none() { Value::Null } else { module::value(own) })
        }),
        Property::new("InvokeProvider", "System.Management.Automation.ProviderIntrinsics", |_, this| {
            part(this, &PROVIDERS)
        }),
        Property::new("InvokeCommand", "System.Management.Automation.CommandInvocationIntrinsics", |_, this| {
            part(this, &COMMANDS)
        }),
    ],
    ..TypeTable::of(&SESSION_STATE)
};

/// The scope that a name such as `script:x` counts in, and the name alone.
fn scoped(session: &Session, this: &Value, name: &str) -> (Option<Link>, Symbol) {
    if let Some((scope, rest)) = name.split_once(':')
        && let Some(link) = session.scope_named(scope)
    {
        return (Some(link), Symbol::new(rest));
    }
    (module_of(this).map(Link::Module), Symbol::new(name))
}

fn find(env: &mut dyn Env, this: &Value, name: &str) -> Outcome<Option<Value>> {
    let session = session(env)?;
    let (scope, symbol) = scoped(session, this, name);
    Ok(match scope {
        Some(link) => session.lookup_from(link, symbol),
        None => session.lookup(symbol),
    })
}

fn get_variable(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let name = text(arguments, 0);
    let session = session(env)?;
    let (scope, symbol) = scoped(session, this, &name);
    let found = match scope {
        Some(link) if session.value_in(&link, symbol).is_some() => Some(session.variable_in(&link, symbol)),
        Some(_) => None,
        None => session.find_variable(symbol),
    };
    Ok(found.map_or(Value::Null, variable::value))
}

fn get_value(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let found = find(env, this, &text(arguments, 0))?;
    Ok(found.or_else(|| arguments.get(1).cloned()).unwrap_or_default())
}

fn set_value(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (name, value) = match arguments.first().and_then(|value| value.downcast::<variable::PsVariable>()) {
        Some(own) => (own.0.name.name(), own.0.get().unwrap_or_default()),
        None => (text(arguments, 0), arguments.get(1).cloned().unwrap_or_default()),
    };
    let session = session(env)?;
    let (scope, symbol) = scoped(session, this, &name);
    let scope = scope.unwrap_or_else(|| session.scope());
    session.set_variable(&scope, symbol, value)?;
    Ok(Value::Void)
}

fn remove(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let name = match arguments.first().and_then(|value| value.downcast::<variable::PsVariable>()) {
        Some(own) => own.0.name.name(),
        None => text(arguments, 0),
    };
    let session = session(env)?;
    let (scope, symbol) = scoped(session, this, &name);
    let scope = scope.unwrap_or_else(|| session.scope());
    if session.value_in(&scope, symbol).is_some() {
        session.variable_in(&scope, symbol).put(None);
    }
    Ok(Value::Void)
}

static VARIABLES_TABLE: TypeTable = TypeTable {
    methods: &[
        Method::new("psvariable Get(string name)", get_variable),
        Method::new("System.Object GetValue(string name)", get_value),
        Method::new("System.Object GetValue(string name, System.Object defaultValue)", get_value),
        Method::new("void Set(string name, System.Object value)", set_value),
        Method::new("void Set(psvariable variable)", set_value),
        Method::new("void Remove(string name)", remove),
        Method::new("void Remove(psvariable variable)", remove),
    ],
    ..TypeTable::of(&VARIABLES)
};

fn full_path(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Str(session(env)?.full_path(&text(arguments, 0))))
}

/// The files that a path with wildcards stands for.
fn resolved_paths(env: &mut dyn Env, arguments: &[Value]) -> Outcome<Vec<Str>> {
    let session = session(env)?;
    let found = session.run_text_command("Resolve-Path", &[Value::Str(text(arguments, 0))])?;
    let mut paths = Vec::new();
    for item in enumerate::items_of(&found).unwrap_or_else(|| vec![found]) {
        if !item.is_null() {
            paths.push(convert::to_text(session, &item)?);
        }
    }
    Ok(paths)
}

static PATHS_TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("CurrentLocation", "System.Management.Automation.PathInfo", |env, _| {
            Ok(path_info(session(env)?))
        }),
        Property::new("CurrentFileSystemLocation", "System.Management.Automation.PathInfo", |env, _| {
            let folder = session(env)?.folder.clone();
            Ok(path_info_of(&folder))
        }),
    ],
    methods: &[
        Method::new("string Combine(string parent, string child)", |_, _, arguments| {
            let (parent, child) = (text(arguments, 0), text(arguments, 1));
            Ok(Value::from(format!("{}/{}", parent.trim_end_matches('/'), child.trim_start_matches('/'))))
        }),
        Method::new(
            "System.Collections.ObjectModel.Collection[string] GetResolvedProviderPathFromPSPath(string path, [ref] System.Management.Automation.ProviderInfo provider)",
            |env, _, arguments| Ok(string_array(resolved_paths(env, arguments)?)),
        ),
        Method::new(
            "System.Collections.ObjectModel.Collection[System.Management.Automation.PathInfo] GetResolvedPSPathFromPSPath(string path)",
            |env, _, arguments| {
                let paths = resolved_paths(env, arguments)?;
                Ok(Value::array(paths.iter().map(|path| path_info_of(path)).collect()))
            },
        ),
        Method::new("string GetUnresolvedProviderPathFromPSPath(string path)", full_path),
        Method::new("bool IsPSAbsolute(string path, [ref] string driveName)", |_, _, arguments| {
            Ok(Value::Bool(text(arguments, 0).starts_with('/')))
        }),
        Method::new("bool IsProviderQualified(string path)", |_, _, arguments| {
            Ok(Value::Bool(text(arguments, 0).contains("::")))
        }),
        Method::new("bool IsValid(string path)", |_, _, arguments| Ok(Value::Bool(!text(arguments, 0).is_empty()))),
        Method::new("string ParseChildName(string path)", |_, _, arguments| {
            let path = text(arguments, 0);
            Ok(Value::from(path.trim_end_matches('/').rsplit('/').next().unwrap_or("")))
        }),
        Method::new("string ParseParent(string path, string root)", |_, _, arguments| {
            let path = text(arguments, 0);
            Ok(Value::from(path.trim_end_matches('/').rsplit_once('/').map_or("", |(parent, _)| parent)))
        }),
        Method::new("System.Management.Automation.PathInfo SetLocation(string path)", |env, _, arguments| {
            let session = session(env)?;
            session.run_text_command("Set-Location", &[Value::Str(text(arguments, 0))])?;
            Ok(path_info(session))
        }),
    ],
    ..TypeTable::of(&PATHS)
};

fn expand(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let source = text(arguments, 0);
    let quoted = source.replace('`', "``").replace('"', "`\"");
    let quoted = if source.contains('`') { source.replace('"', "`\"") } else { quoted };
    let session = session(env)?;
    let block = session.parse_block(&format!("\"{quoted}\""), None)?;
    let mut collected = Collect::default();
    session.call_block(&block, Invocation { dotted: true, ..Invocation::default() }, &mut collected)?;
    let text = convert::to_text(session, &collected.into_value())?;
    Ok(Value::Str(text))
}

fn invoke_script(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let session = session(env)?;
    let block = arguments.iter().find_map(|value| value.downcast::<Rc<ScriptBlock>>().cloned());
    let block = match block {
        Some(block) => block,
        None => {
            let script = arguments.iter().find_map(|value| value.as_str().cloned()).unwrap_or_default();
            session.parse_block(&script, None)?
        }
    };
    let own_scope = matches!(arguments.first().map(Value::base), Some(Value::Bool(true)));
    let given = arguments.last().filter(|_| arguments.len() > 1).and_then(enumerate::items_of).unwrap_or_default();
    let how = Invocation {
        arguments: given.into_iter().map(Argument::positional).collect(),
        dotted: !own_scope && !matches!(arguments.first().map(Value::base), Some(Value::Str(_))),
        ..Invocation::default()
    };
    let mut collected = Collect::default();
    session.call_block(&block, how, &mut collected)?;
    Ok(crate::types::list::collection(collected.0))
}

fn get_command(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let wanted = match arguments.get(1).map(Value::base) {
        Some(Value::Enum(value)) => value.value,
        _ => i64::MAX,
    };
    let found = session(env)?.command_info(&text(arguments, 0))?;
    let fits = |value: &Value| {
        let info = value.downcast::<crate::engine::resolve::CommandInfo>();
        info.is_some_and(|info| command::command_type(info) & wanted != 0)
    };
    Ok(found.filter(fits).unwrap_or_default())
}

fn get_cmdlets(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let pattern = if arguments.is_empty() { Str::from("*") } else { text(arguments, 0) };
    let pattern = Wildcard::new(&pattern, CaseRule::Insensitive).ok();
    let session = session(env)?;
    let fits = |name: &str| pattern.as_ref().is_some_and(|pattern| pattern.is_match(name));
    let found = session.cmdlets.iter().filter(|meta| fits(meta.name));
    Ok(Value::array(found.map(|meta| command::value(crate::engine::command::Command::Cmdlet(meta))).collect()))
}

static COMMANDS_TABLE: TypeTable = TypeTable {
    properties: &[
        Property::settable("HasErrors", "bool", |env, _| Ok(Value::Bool(!session(env)?.success)), |_, _, _| Ok(())),
        Property::settable("CommandNotFoundAction", "System.Object", |_, _| Ok(Value::Null), |_, _, _| Ok(())),
        Property::settable("PreCommandLookupAction", "System.Object", |_, _| Ok(Value::Null), |_, _, _| Ok(())),
        Property::settable("PostCommandLookupAction", "System.Object", |_, _| Ok(Value::Null), |_, _, _| Ok(())),
        Property::settable("LocationChangedAction", "System.Object", |_, _| Ok(Value::Null), |_, _, _| Ok(())),
    ],
    methods: &[
        Method::new("string ExpandString(string source)", expand),
        Method::new("System.Management.Automation.CmdletInfo GetCmdlet(string commandName)", get_command),
        Method::new("System.Collections.Generic.List[System.Object] GetCmdlets()", get_cmdlets),
        Method::new("System.Collections.Generic.List[System.Object] GetCmdlets(string pattern)", get_cmdlets),
        Method::new(
            "System.Management.Automation.CommandInfo GetCommand(string commandName, System.Management.Automation.CommandTypes type)",
            get_command,
        ),
        Method::new("System.Object InvokeScript(string script)", invoke_script),
        Method::new("System.Object InvokeScript(string script, Params System.Object[] args)", invoke_script),
        Method::new(
            "System.Object InvokeScript(bool useLocalScope, scriptblock scriptBlock, System.Collections.IList input, Params System.Object[] args)",
            invoke_script,
        ),
        Method::new("scriptblock NewScriptBlock(string scriptText)", |env, _, arguments| {
            Ok(Value::native(session(env)?.parse_block(&text(arguments, 0), None)?))
        }),
    ],
    ..TypeTable::of(&COMMANDS)
};
static PROVIDERS_TABLE: TypeTable = TypeTable::of(&PROVIDERS);

impl Session {
    /// Runs a command by its name with positional arguments; its output as one value.
    ///
    /// # Errors
    /// What the command raises.
    pub fn run_text_command(&mut self, name: &str, arguments: &[Value]) -> Outcome<Value> {
        let command = self.resolve_command(name)?;
        let arguments = arguments.iter().cloned().map(Argument::positional).collect();
        let mut collected = Collect::default();
        self.run_command(command, arguments, None, &mut collected)?;
        Ok(collected.into_value())
    }
}
