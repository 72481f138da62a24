//! `CommandInfo` and those that derive from it: what `Get-Command` and `$MyInvocation.MyCommand` show of a command.

use super::parameter_metadata as parameters;
use crate::engine::Session;
use crate::engine::block::ScriptBlock;
use crate::engine::command::Command;
use crate::engine::resolve::{
    ALIAS_INFO, APPLICATION_INFO, CMDLET_INFO, COMMAND_INFO, CommandInfo, FILTER_INFO, FUNCTION_INFO, SCRIPT_INFO,
};
use crate::engine::signature::Signature;
use crate::engine::syntax_text;
use crate::text::Str;
use crate::types::enums::{COMMAND_TYPES, REMOTING_CAPABILITY, SCOPED_ITEM_OPTIONS, SESSION_STATE_ENTRY_VISIBILITY};
use crate::types::fault::null_reference;
use crate::types::{Method, Property, TypeTable, version};
use crate::value::{EnumValue, Env, Native, NativeType, Outcome, TypeRef, Value, types};
use std::rc::Rc;

pub(super) static TABLES: &[&TypeTable] = &[&ALIAS, &APPLICATION, &CMDLET, &COMMAND, &FILTER, &FUNCTION, &SCRIPT];

static COMMAND: TypeTable = TypeTable {
    properties: &[
        Property::new("Name", "string", |_, this| Ok(Value::Str(name(info(this)?)))),
        Property::new("CommandType", "System.Management.Automation.CommandTypes", |_, this| {
            Ok(Value::Enum(Rc::new(kind(info(this)?))))
        }),
        Property::new("Source", "string", |_, this| Ok(Value::Str(source(info(this)?)))),
        Property::new("Version", "version", |_, this| Ok(version_of(info(this)?))),
        Property::new("Visibility", "System.Management.Automation.SessionStateEntryVisibility", |_, _| {
            Ok(EnumValue::native(&SESSION_STATE_ENTRY_VISIBILITY, 0))
        }),
        Property::new("ModuleName", "string", |_, this| Ok(Value::Str(module_name(info(this)?)))),
        Property::new("Module", "psmoduleinfo", |_, _| Ok(Value::Null)),
        Property::new("RemotingCapability", "System.Management.Automation.RemotingCapability", |_, _| {
            Ok(EnumValue::native(&REMOTING_CAPABILITY, 1))
        }),
        Property::new(
            "Parameters",
            "System.Collections.Generic.Dictionary[string,System.Management.Automation.ParameterMetadata]",
            |env, this| Ok(signature(env, this)?.map_or(Value::Null, |signature| parameters::dictionary(&signature))),
        ),
        Property::new(
            "ParameterSets",
            "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.CommandParameterSetInfo]",
            |env, this| Ok(signature(env, this)?.map_or(Value::Null, |signature| parameters::sets(&signature))),
        ),
        Property::new(
            "OutputType",
            "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.PSTypeName]",
            output_type,
        ),
        Property::new("Definition", "string", definition),
    ],
    methods: &[
        Method::new(
            "System.Management.Automation.ParameterMetadata ResolveParameter(string name)",
            |env, this, arguments| {
                let name = arguments.first().and_then(Value::as_str).cloned().unwrap_or_default();
                let found = signature(env, this)?.and_then(|signature| parameters::find(&signature, &name));
                Ok(found.unwrap_or_default())
            },
        ),
        Method::new("string ToString()", |_, this, _| Ok(Value::Str(name(info(this)?)))),
    ],
    ..TypeTable::of(&COMMAND_INFO)
};

static FUNCTION: TypeTable = TypeTable {
    properties: &[
        Property::new("ScriptBlock", "scriptblock", script_block),
        Property::new("CmdletBinding", "bool", |env, this| {
            Ok(Value::Bool(signature(env, this)?.is_some_and(|signature| signature.is_advanced)))
        }),
        Property::new("DefaultParameterSet", "string", default_set),
        Property::new("Options", "System.Management.Automation.ScopedItemOptions", |_, this| {
            let bits = match &info(this)?.command {
                Command::Function(own) => i64::from(own.read_only.get()) + 2 * i64::from(own.constant.get()),
                _ => 0,
            };
            Ok(EnumValue::native(&SCOPED_ITEM_OPTIONS, bits))
        }),
        Property::settable(
            "Description",
            "string",
            |_, this| match &info(this)?.command {
                Command::Function(own) => Ok(Value::Str(own.description.borrow().clone())),
                _ => Ok(Value::Null),
            },
            |_, this, value| {
                if let Command::Function(own) = &info(this)?.command {
                    own.description.replace(value.as_str().cloned().unwrap_or_default());
                }
                Ok(())
            },
        ),
        Property::new("Verb", "string", |_, this| Ok(Value::from(verb_and_noun(&name(info(this)?)).0))),
        Property::new("Noun", "string", |_, this| Ok(Value::from(verb_and_noun(&name(info(this)?)).1))),
        Property::new("HelpFile", "string", |_, _| Ok(Value::from(""))),
    ],
    ..TypeTable::of(&FUNCTION_INFO)
};

static FILTER: TypeTable = TypeTable::of(&FILTER_INFO);

static CMDLET: TypeTable = TypeTable {
    properties: &[
        Property::new("Verb", "string", |_, this| Ok(Value::from(verb_and_noun(&name(info(this)?)).0))),
        Property::new("Noun", "string", |_, this| Ok(Value::from(verb_and_noun(&name(info(this)?)).1))),
        Property::new("DefaultParameterSet", "string", default_set),
        Property::new("HelpFile", "string", |_, this| Ok(Value::Str(help_file(info(this)?)))),
        Property::new("ImplementingType", "type", |_, this| match &info(this)?.command {
            Command::Cmdlet(meta) => Ok(Value::from(meta.class_name())),
            _ => Ok(Value::Null),
        }),
        Property::new("PSSnapIn", "System.Management.Automation.PSSnapInInfo", |_, _| Ok(Value::Null)),
        Property::new("Options", "System.Management.Automation.ScopedItemOptions", |_, _| {
            Ok(EnumValue::native(&SCOPED_ITEM_OPTIONS, 1))
        }),
    ],
    ..TypeTable::of(&CMDLET_INFO)
};

static ALIAS: TypeTable = TypeTable {
    properties: &[
        Property::new("ResolvedCommandName", "string", |_, this| Ok(Value::Str(info(this)?.command.name()))),
        Property::new("ReferencedCommand", "System.Management.Automation.CommandInfo", |_, this| {
            Ok(referenced(info(this)?))
        }),
        Property::new("ResolvedCommand", "System.Management.Automation.CommandInfo", |_, this| {
            Ok(referenced(info(this)?))
        }),
        Property::new("DisplayName", "string", |_, this| {
            let own = info(this)?;
            Ok(Value::from(format!("{} -> {}", name(own), own.command.name())))
        }),
        Property::new("Description", "string", |_, this| {
            Ok(info(this)?.alias.as_ref().map_or(Value::Null, |alias| Value::Str(alias.description.clone())))
        }),
        Property::new("Options", "System.Management.Automation.ScopedItemOptions", |_, this| {
            let bits = |own: &crate::engine::module::Alias| i64::from(own.read_only) + 2 * i64::from(own.constant);
            Ok(EnumValue::native(&SCOPED_ITEM_OPTIONS, info(this)?.alias.as_ref().map_or(0, |alias| bits(alias))))
        }),
    ],
    ..TypeTable::of(&ALIAS_INFO)
};

static APPLICATION: TypeTable = TypeTable {
    properties: &[
        Property::new("Path", "string", |_, this| Ok(path(info(this)?))),
        Property::new("Extension", "string", |_, this| {
            let name = name(info(this)?);
            Ok(Value::from(name.rfind('.').filter(|at| *at > 0).and_then(|at| name.get(at..)).unwrap_or("")))
        }),
    ],
    ..TypeTable::of(&APPLICATION_INFO)
};

static SCRIPT: TypeTable = TypeTable {
    properties: &[
        Property::new("Path", "string", |_, this| Ok(path(info(this)?))),
        Property::new("ScriptBlock", "scriptblock", script_block),
        Property::new("ScriptContents", "string", |_, this| {
            let text = info(this)?.command.block().map(|block| block.template.tree.source.text.clone());
            Ok(text.map_or(Value::Null, Value::Str))
        }),
        Property::new("OriginalEncoding", "System.Text.Encoding", |_, _| Ok(Value::Null)),
    ],
    ..TypeTable::of(&SCRIPT_INFO)
};

fn info(this: &Value) -> Outcome<&CommandInfo> {
    this.downcast().ok_or_else(null_reference)
}

fn signature(env: &mut dyn Env, this: &Value) -> Outcome<Option<Rc<Signature>>> {
    let command = info(this)?.command.clone();
    Ok(command.signature(super::session(env)?))
}

fn name(own: &CommandInfo) -> Str {
    own.alias.as_ref().map_or_else(|| own.command.name(), |alias| alias.name.clone())
}

fn kind(own: &CommandInfo) -> EnumValue {
    let name = if own.alias.is_some() { "Alias" } else { own.command.kind_name() };
    let ty = TypeRef::Native(&COMMAND_TYPES);
    let value = EnumValue::members(&ty).into_iter().find(|(known, _)| *known == name).map_or(0, |(_, value)| value);
    EnumValue { ty, value }
}

fn module_name(own: &CommandInfo) -> Str {
    if let Some(alias) = &own.alias {
        return alias.module.clone();
    }
    match &own.command {
        Command::Cmdlet(meta) => Str::from(meta.module()),
        Command::Function(function) => function.module.as_ref().map(|module| module.name.clone()).unwrap_or_default(),
        _ => Str::default(),
    }
}

fn source(own: &CommandInfo) -> Str {
    match &own.command {
        Command::Application(path) if own.alias.is_none() => Str::clone(path),
        Command::Script(file) if own.alias.is_none() => file.path.clone(),
        _ => module_name(own),
    }
}

fn version_of(own: &CommandInfo) -> Value {
    let made = |text: &str| version::version(text).unwrap_or_default();
    match &own.command {
        _ if own.alias.is_some() => Value::Null,
        Command::Cmdlet(_) => made("7.0.0.0"),
        Command::Application(_) => made("0.0.0.0"),
        Command::Function(function) => match &function.module {
            Some(module) => made(&module.version.borrow()),
            None => Value::Null,
        },
        _ => Value::Null,
    }
}

fn path(own: &CommandInfo) -> Value {
    match &own.command {
        Command::Application(path) => Value::Str(Str::clone(path)),
        Command::Script(file) => Value::Str(file.path.clone()),
        _ => Value::Null,
    }
}

fn verb_and_noun(name: &str) -> (&str, &str) {
    name.split_once('-').unwrap_or(("", ""))
}

fn help_file(own: &CommandInfo) -> Str {
    let module = module_name(own);
    let library = match module.strip_prefix("Microsoft.PowerShell.") {
        Some("Core") | None => "System.Management.Automation".to_string(),
        Some(part) => format!("Microsoft.PowerShell.Commands.{part}"),
    };
    Str::from(format!("{library}.dll-Help.xml"))
}

fn referenced(own: &CommandInfo) -> Value {
    Value::native(CommandInfo { command: own.command.clone(), alias: None })
}

fn script_block(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let block: Option<Rc<ScriptBlock>> = info(this)?.command.block().cloned();
    Ok(block.map_or(Value::Null, Value::native))
}

fn default_set(env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let set = signature(env, this)?.and_then(|signature| signature.default_set.clone());
    Ok(set.map_or(Value::Null, Value::Str))
}

/// What the command is: a function's text, a cmdlet's syntax, an alias's target, a program's path.
fn definition(env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let own = info(this)?;
    if let Some(alias) = &own.alias {
        return Ok(Value::Str(alias.definition.clone()));
    }
    Ok(match &own.command {
        Command::Cmdlet(_) => {
            let lines = signature(env, this)?.map(|signature| syntax_text::syntax(&signature)).unwrap_or_default();
            Value::from(lines.iter().map(|line| format!("\n{line}\n")).collect::<String>())
        }
        Command::Application(_) | Command::Script(_) => path(own),
        Command::Function(function) => Value::Str(function.block.template.text()),
        Command::Block(block) => Value::Str(block.template.text()),
    })
}

fn output_type(env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let command = info(this)?.command.clone();
    let names: Vec<Str> = match &command {
        Command::Cmdlet(meta) => meta.outputs().map(Str::from).collect(),
        Command::Application(_) => vec![Str::from("System.String")],
        other => {
            let session: &mut Session = super::session(env)?;
            match other.block() {
                Some(block) => crate::engine::lower::unit(session, &block.template).output_types.clone(),
                None => Vec::new(),
            }
        }
    };
    let types = names.into_iter().map(|name| {
        let ty = env.find_type(&name);
        let full = ty.as_ref().map_or(name, |ty| Str::from(ty.full_name()));
        let ty = ty.map_or(Value::Null, |ty| Value::Type(Rc::new(ty)));
        parameters::described(&TYPE_NAME, full.clone(), vec![("Name", Value::Str(full)), ("Type", ty)])
    });
    Ok(Value::array(types.collect()))
}

static TYPE_NAME: NativeType = NativeType::class("System.Management.Automation.PSTypeName", &types::OBJECT);

/// An object that only shows what is known: names and values under a type's name.
pub(super) struct Described {
    pub ty: &'static NativeType,
    pub text: Str,
    pub notes: Vec<(&'static str, Value)>,
}

impl Native for Described {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(self.ty)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(self.text.clone()))
    }

    fn dynamic_property(&self, name: &str) -> Option<Value> {
        let is_named = |(known, _): &&(&str, Value)| crate::text::symbol::same_name(known, name);
        self.notes.iter().find(is_named).map(|(_, value)| value.clone())
    }

    fn dynamic_properties(&self) -> Vec<Str> {
        self.notes.iter().map(|(name, _)| Str::from(*name)).collect()
    }
}
