//! `CommandInfo` and the classes that derive from it.

use super::parameter;
use super::{module, session};
use crate::engine::block::ScriptBlock;
use crate::engine::command::Command;
use crate::engine::resolve::{
    ALIAS_INFO, APPLICATION_INFO, CMDLET_INFO, COMMAND_INFO, CommandInfo, FILTER_INFO, FUNCTION_INFO, SCRIPT_INFO,
};
use crate::engine::signature::Signature;
use crate::engine::{Session, syntax_text};
use crate::syntax::ast;
use crate::text::Str;
use crate::types::enums::{COMMAND_TYPES, REMOTING_CAPABILITY, SCOPED_ITEM_OPTIONS, SESSION_STATE_ENTRY_VISIBILITY};
use crate::types::{Method, Property, TypeTable, fault};
use crate::value::types::{NativeType, OBJECT};
use crate::value::{EnumValue, Env, Outcome, TypeRef, Value};
use std::rc::Rc;

pub(super) static TABLES: &[&TypeTable] =
    &[&ALIAS, &APPLICATION, &CMDLET, &COMMAND, &FILTER, &FUNCTION, &SCRIPT, &TYPE_NAME];

/// The object of a command.
pub fn value(command: Command) -> Value {
    Value::native(CommandInfo { command, alias: None })
}

fn of(this: &Value) -> Outcome<&CommandInfo> {
    this.downcast::<CommandInfo>().ok_or_else(fault::null_reference)
}

fn text(text: impl Into<Str>) -> Outcome<Value> {
    Ok(Value::Str(text.into()))
}

fn name(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let info = of(this)?;
    text(match &info.alias {
        Some(alias) => alias.name.clone(),
        None => info.command.name(),
    })
}

/// The member of `CommandTypes` that a command belongs to.
pub fn command_type(info: &CommandInfo) -> i64 {
    if info.alias.is_some() {
        return 1;
    }
    match &info.command {
        Command::Function(function) if function.is_filter => 4,
        Command::Function(_) => 2,
        Command::Cmdlet(_) => 8,
        Command::Script(_) => 16,
        Command::Application(_) => 32,
        Command::Block(_) => 64,
    }
}

/// The module that a command came from; empty where there is none.
pub fn module_name(info: &CommandInfo) -> Str {
    match (&info.alias, &info.command) {
        (Some(alias), _) => alias.module.clone(),
        (None, Command::Cmdlet(meta)) => Str::from(meta.module()),
        (None, Command::Function(function)) => match &function.module {
            Some(module) => module.name.clone(),
            None => Str::default(),
        },
        _ => Str::default(),
    }
}

fn source(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let info = of(this)?;
    text(match (&info.alias, &info.command) {
        (None, Command::Script(file)) => file.path.clone(),
        (None, Command::Application(path)) => Str::clone(path),
        _ => module_name(info),
    })
}

fn version(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let info = of(this)?;
    let version = match (&info.alias, &info.command) {
        (None, Command::Cmdlet(_)) => Str::from("7.0.0.0"),
        (None, Command::Application(_)) => Str::from("0.0.0.0"),
        (None, Command::Function(function)) => match &function.module {
            Some(module) if !module.name.is_empty() => module.version.borrow().clone(),
            _ => return Ok(Value::Null),
        },
        _ => return Ok(Value::Null),
    };
    Ok(crate::types::version::version(&version).unwrap_or_default())
}

fn module_of(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let info = of(this)?;
    Ok(match (&info.alias, &info.command) {
        (None, Command::Function(function)) => match &function.module {
            Some(own) if !own.name.is_empty() => module::value(own.clone()),
            _ => Value::Null,
        },
        (None, Command::Cmdlet(meta)) => module::built_in(meta.module()),
        _ => Value::Null,
    })
}

fn options(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let info = of(this)?;
    let number = match (&info.alias, &info.command) {
        (Some(alias), _) => {
            i64::from(alias.read_only)
                | i64::from(alias.constant) << 1
                | i64::from(alias.private) << 2
                | i64::from(alias.all_scope) << 3
        }
        (None, Command::Function(function)) => {
            i64::from(function.read_only.get()) | i64::from(function.constant.get()) << 1
        }
        _ => 1,
    };
    Ok(EnumValue::native(&SCOPED_ITEM_OPTIONS, number))
}

/// What the command accepts; of an alias what the command behind it accepts.
pub fn signature(session: &mut Session, info: &CommandInfo) -> Option<Rc<Signature>> {
    info.command.signature(session)
}

fn own_signature(env: &mut dyn Env, this: &Value) -> Outcome<Option<Rc<Signature>>> {
    let info = of(this)?;
    Ok(signature(session(env)?, info))
}

fn parameters(env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(own_signature(env, this)?.map_or(Value::Null, |signature| parameter::dictionary(&signature)))
}

fn parameter_sets(env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(own_signature(env, this)?.map_or(Value::Null, |signature| parameter::sets(&signature)))
}

fn resolve_parameter(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let wanted = arguments.first().and_then(Value::as_str).cloned().unwrap_or_default();
    let signature = own_signature(env, this)?;
    let found = signature.as_ref().and_then(|signature| {
        let place = signature.find(crate::text::Symbol::new(&wanted))?;
        Some(parameter::metadata(signature, place))
    });
    Ok(found.unwrap_or_default())
}

fn verb_and_noun(this: &Value) -> Outcome<(Str, Str)> {
    let name = of(this)?.command.name();
    Ok(match name.split_once('-') {
        Some((verb, noun)) => (Str::from(verb), Str::from(noun)),
        None => Default::default(),
    })
}

fn definition(env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let info = of(this)?;
    match (&info.alias, &info.command) {
        (Some(alias), _) => text(alias.definition.clone()),
        (None, Command::Cmdlet(_)) => {
            let lines = own_signature(env, this)?.map(|own| syntax_text::syntax(&own)).unwrap_or_default();
            text(lines.iter().map(|line| format!("\n{line}\n")).collect::<String>())
        }
        (None, Command::Application(path)) => text(Str::clone(path)),
        (None, Command::Script(file)) => text(file.path.clone()),
        (None, Command::Function(function)) => text(block_text(&function.block)),
        (None, Command::Block(block)) => text(block_text(block)),
    }
}

/// The text of a function's body, with the parameters that stand outside it as a `param` block in front.
pub fn block_text(block: &ScriptBlock) -> Str {
    let body = block.template.text();
    let Some(function) = &block.template.parameters else { return body };
    let source = &block.template.tree.source;
    let Some(parameters) = &function.parameters else { return body };
    let texts: Vec<&str> = parameters.iter().map(|parameter| source.slice(parameter.span)).collect();
    Str::from(format!("param({})\n{body}", texts.join(", ")))
}

fn script_block(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(of(this)?.command.block().map_or(Value::Null, |block| Value::native(block.clone())))
}

fn default_set(env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(match own_signature(env, this)?.and_then(|signature| signature.default_set.clone()) {
        Some(set) => Value::Str(set),
        None => Value::Null,
    })
}

fn is_advanced(env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Bool(own_signature(env, this)?.is_some_and(|signature| signature.is_advanced)))
}

static PS_TYPE_NAME: NativeType = NativeType::class("System.Management.Automation.PSTypeName", &OBJECT);

/// `PSTypeName`: a type by its name.
struct TypeName(Str);

impl crate::value::Native for TypeName {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&PS_TYPE_NAME)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(self.0.clone()))
    }
}

static TYPE_NAME: TypeTable = TypeTable {
    properties: &[
        Property::new("Name", "string", |_, this| Ok(Value::Str(type_name(this)?))),
        Property::new("Type", "type", |env, this| {
            let name = type_name(this)?;
            Ok(env.find_type(&name).map_or(Value::Null, |ty| Value::Type(Rc::new(ty))))
        }),
        Property::new("TypeDefinitionAst", "System.Object", |_, _| Ok(Value::Null)),
    ],
    constructors: &[Method::new("System.Management.Automation.PSTypeName new(string name)", |_, _, arguments| {
        Ok(Value::native(TypeName(arguments.first().and_then(Value::as_str).cloned().unwrap_or_default())))
    })],
    ..TypeTable::of(&PS_TYPE_NAME)
};

fn type_name(this: &Value) -> Outcome<Str> {
    this.downcast::<TypeName>().map(|name| name.0.clone()).ok_or_else(fault::null_reference)
}

fn output_type(env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let info = of(this)?;
    let names: Vec<Str> = match &info.command {
        Command::Cmdlet(meta) => meta.outputs().map(Str::from).collect(),
        other => match other.block() {
            Some(block) => declared_outputs(env, &block.clone())?,
            None => Vec::new(),
        },
    };
    Ok(Value::array(names.into_iter().map(|name| Value::native(TypeName(name))).collect()))
}

/// The types in the `[OutputType()]` attributes of a block.
fn declared_outputs(env: &mut dyn Env, block: &Rc<ScriptBlock>) -> Outcome<Vec<Str>> {
    let tree = &block.template.tree;
    let mut names = Vec::new();
    let Some(params) = &tree.params else { return Ok(names) };
    for attribute in &params.attributes {
        let ast::AttributeBase::Attribute(attribute) = attribute else { continue };
        let own = crate::engine::resolve::type_text(&attribute.name);
        if !own.eq_ignore_ascii_case("OutputType") && !own.to_ascii_lowercase().ends_with(".outputtypeattribute") {
            continue;
        }
        for argument in &attribute.positional {
            let value = session(env)?.eval_apart(argument)?;
            match value.base() {
                Value::Type(ty) => names.push(Str::from(ty.full_name())),
                other => {
                    if let Some(name) = other.as_str() {
                        let known = env.find_type(name).map(|ty| Str::from(ty.full_name()));
                        names.push(known.unwrap_or_else(|| name.clone()));
                    }
                }
            }
        }
    }
    Ok(names)
}

fn path(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    match &of(this)?.command {
        Command::Script(file) => text(file.path.clone()),
        Command::Application(path) => text(Str::clone(path)),
        _ => Ok(Value::Null),
    }
}

fn resolved(env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let _env = env;
    let info = of(this)?;
    Ok(if info.alias.is_some() { value(info.command.clone()) } else { Value::Null })
}

fn referenced(env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let Some(alias) = &of(this)?.alias else { return Ok(Value::Null) };
    let session = session(env)?;
    Ok(session.command_info(&alias.definition)?.unwrap_or_default())
}

const NAME: Property = Property::new("Name", "string", name);
const COMMAND_TYPE: Property = Property::new("CommandType", "System.Management.Automation.CommandTypes", |_, this| {
    Ok(EnumValue::native(&COMMAND_TYPES, command_type(of(this)?)))
});
const SOURCE: Property = Property::new("Source", "string", source);
const VERSION: Property = Property::new("Version", "version", version);
const VISIBILITY: Property = Property::settable(
    "Visibility",
    "System.Management.Automation.SessionStateEntryVisibility",
    |_, _| Ok(EnumValue::native(&SESSION_STATE_ENTRY_VISIBILITY, 0)),
    |_, _, _| Ok(()),
);
const OPTIONS: Property =
    Property::settable("Options", "System.Management.Automation.ScopedItemOptions", options, |_, _, _| Ok(()));
const VERB: Property = Property::new("Verb", "string", |_, this| Ok(Value::Str(verb_and_noun(this)?.0)));
const NOUN: Property = Property::new("Noun", "string", |_, this| Ok(Value::Str(verb_and_noun(this)?.1)));
const DEFINITION: Property = Property::new("Definition", "string", definition);
const DEFAULT_SET: Property = Property::new("DefaultParameterSet", "string", default_set);
const SCRIPT_BLOCK: Property = Property::new("ScriptBlock", "scriptblock", script_block);
const PATH: Property = Property::new("Path", "string", path);
const OUTPUT_TYPE: Property = Property::new(
    "OutputType",
    "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.PSTypeName]",
    output_type,
);
const DESCRIPTION: Property = Property::settable(
    "Description",
    "string",
    |_, this| {
        let info = of(this)?;
        text(match (&info.alias, &info.command) {
            (Some(alias), _) => alias.description.clone(),
            (None, Command::Function(function)) => function.description.borrow().clone(),
            _ => Str::default(),
        })
    },
    |_, this, value| {
        if let Command::Function(function) = &of(this)?.command {
            function.description.replace(value.as_str().cloned().unwrap_or_default());
        }
        Ok(())
    },
);
const HELP_FILE: Property = Property::new("HelpFile", "string", |_, this| {
    Ok(match &of(this)?.command {
        Command::Cmdlet(meta) => Value::from(format!("{}.dll-Help.xml", meta.module())),
        _ => Value::Null,
    })
});

static COMMAND: TypeTable = TypeTable {
    properties: &[
        NAME,
        COMMAND_TYPE,
        SOURCE,
        VERSION,
        VISIBILITY,
        Property::new("ModuleName", "string", |_, this| Ok(Value::Str(module_name(of(this)?)))),
        Property::new("Module", "psmoduleinfo", module_of),
        Property::new("RemotingCapability", "System.Management.Automation.RemotingCapability", |_, _| {
            Ok(EnumValue::native(&REMOTING_CAPABILITY, 1))
        }),
        Property::new(
            "Parameters",
            "System.Collections.Generic.Dictionary[string,System.Management.Automation.ParameterMetadata]",
            parameters,
        ),
        Property::new(
            "ParameterSets",
            "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.CommandParameterSetInfo]",
            parameter_sets,
        ),
        OUTPUT_TYPE,
        DEFINITION,
    ],
    methods: &[Method::new(
        "System.Management.Automation.ParameterMetadata ResolveParameter(string name)",
        resolve_parameter,
    )],
    ..TypeTable::of(&COMMAND_INFO)
};
static FUNCTION: TypeTable = TypeTable {
    properties: &[
        SCRIPT_BLOCK,
        Property::new("CmdletBinding", "bool", is_advanced),
        DEFAULT_SET,
        DEFINITION,
        OPTIONS,
        DESCRIPTION,
        VERB,
        NOUN,
        HELP_FILE,
        OUTPUT_TYPE,
    ],
    ..TypeTable::of(&FUNCTION_INFO)
};
static FILTER: TypeTable = TypeTable::of(&FILTER_INFO);
static CMDLET: TypeTable = TypeTable {
    properties: &[
        VERB,
        NOUN,
        HELP_FILE,
        Property::new("PSSnapIn", "System.Management.Automation.PSSnapInInfo", |_, _| Ok(Value::Null)),
        VERSION,
        Property::new("ImplementingType", "type", |env, this| {
            let Command::Cmdlet(meta) = &of(this)?.command else { return Ok(Value::Null) };
            Ok(env.find_type(&meta.class_name()).map_or(Value::Null, |ty| Value::Type(Rc::new(ty))))
        }),
        DEFINITION,
        DEFAULT_SET,
        OUTPUT_TYPE,
        OPTIONS,
    ],
    ..TypeTable::of(&CMDLET_INFO)
};
static ALIAS: TypeTable = TypeTable {
    properties: &[
        Property::new("ResolvedCommandName", "System.Object", |_, this| text(of(this)?.command.name())),
        Property::new("DisplayName", "System.Object", |_, this| {
            let info = of(this)?;
            match &info.alias {
                Some(alias) => text(format!("{} -> {}", alias.name, resolved_name(info))),
                None => text(info.command.name()),
            }
        }),
        Property::new("ReferencedCommand", "System.Management.Automation.CommandInfo", referenced),
        Property::new("ResolvedCommand", "System.Management.Automation.CommandInfo", resolved),
        DEFINITION,
        OPTIONS,
        DESCRIPTION,
        OUTPUT_TYPE,
    ],
    ..TypeTable::of(&ALIAS_INFO)
};

/// The name of the command behind an alias; the definition where there is no such command.
fn resolved_name(info: &CommandInfo) -> Str {
    match (&info.alias, info.command.name()) {
        (Some(alias), name) if name.is_empty() => alias.definition.clone(),
        (_, name) => name,
    }
}

static APPLICATION: TypeTable = TypeTable {
    properties: &[
        PATH,
        Property::new("Extension", "string", |_, this| {
            let name = of(this)?.command.name();
            text(name.rfind('.').and_then(|at| name.get(at..)).unwrap_or(""))
        }),
        DEFINITION,
        SOURCE,
        VERSION,
        VISIBILITY,
        OUTPUT_TYPE,
    ],
    ..TypeTable::of(&APPLICATION_INFO)
};
static SCRIPT: TypeTable = TypeTable {
    properties: &[
        PATH,
        DEFINITION,
        SOURCE,
        VISIBILITY,
        SCRIPT_BLOCK,
        OUTPUT_TYPE,
        Property::new("ScriptContents", "string", |_, this| {
            Ok(match &of(this)?.command {
                Command::Script(file) => Value::Str(file.block.template.tree.source.text.clone()),
                _ => Value::Null,
            })
        }),
        Property::new("OriginalEncoding", "System.Text.Encoding", |_, _| Ok(Value::Null)),
    ],
    ..TypeTable::of(&SCRIPT_INFO)
};

impl Session {
    /// The object of the command that a name stands for, an alias as itself.
    ///
    /// # Errors
    /// A script file that cannot be read.
    pub fn command_info(&mut self, name: &str) -> Outcome<Option<Value>> {
        let alias = self.find_alias(crate::text::Symbol::new(name));
        let command = self.find_command(name)?;
        Ok(match (command, alias) {
            (Some(command), alias) => Some(Value::native(CommandInfo { command, alias })),
            (None, Some(alias)) => {
                let block = self.parse_block("", None)?;
                Some(Value::native(CommandInfo { command: Command::Block(block), alias: Some(alias) }))
            }
            (None, None) => None,
        })
    }
}
