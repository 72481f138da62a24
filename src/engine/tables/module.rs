//! `PSModuleInfo`: a module as an object.

use super::parameter::string_dictionary;
use super::{command, session, session_state, variable};
use crate::engine::Session;
use crate::engine::binder::Argument;
use crate::engine::block::ScriptBlock;
use crate::engine::command::Command;
use crate::engine::module::{Module, ModuleKind};
use crate::engine::modules::prefixed;
use crate::engine::pipeline::Collect;
use crate::engine::resolve::{ALIAS_INFO, CMDLET_INFO, COMMAND_INFO, CommandInfo, FUNCTION_INFO};
use crate::text::Str;
use crate::types::collections::dictionary::Dictionary;
use crate::types::enums::{MODULE_ACCESS_MODE, MODULE_TYPE};
use crate::types::{Method, Property, TypeTable, fault};
use crate::value::types::{NativeType, OBJECT};
use crate::value::{
    EnumValue, Env, Member, Members, Native, OtherMember, Outcome, PsObject, TypeRef, Value, enumerate,
};
use std::cell::RefCell;
use std::rc::Rc;

pub static MODULE_INFO: NativeType = NativeType::class("System.Management.Automation.PSModuleInfo", &OBJECT);

/// `System.Management.Automation.PSModuleInfo`.
pub struct ModuleInfo(pub Rc<Module>);

impl Native for ModuleInfo {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&MODULE_INFO)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(self.0.name.clone()))
    }

    fn content_key(&self) -> Option<Str> {
        Some(Str::from(format!("{:p}", Rc::as_ptr(&self.0))))
    }
}

thread_local! {
    /// The objects of modules, one each, so that they are the same object wherever they are asked for.
    static OBJECTS: RefCell<Vec<(Rc<Module>, Value)>> = RefCell::default();
}

/// The object of a module.
pub fn value(module: Rc<Module>) -> Value {
    OBJECTS.with_borrow_mut(|objects| {
        objects.retain(|(own, _)| Rc::strong_count(own) > 1);
        if let Some((_, known)) = objects.iter().find(|(own, _)| Rc::ptr_eq(own, &module)) {
            return known.clone();
        }
        let value = Value::native(ModuleInfo(module.clone()));
        objects.push((module, value.clone()));
        value
    })
}

thread_local! {
    static BUILT_IN: RefCell<Vec<Rc<Module>>> = RefCell::default();
}

/// The object of a module whose cmdlets are built in.
pub fn built_in(name: &str) -> Value {
    if name.is_empty() {
        return Value::Null;
    }
    let module = BUILT_IN.with_borrow_mut(|modules| {
        if let Some(known) = modules.iter().find(|own| own.name.eq_ignore_ascii_case(name)) {
            return known.clone();
        }
        let made = Module::new(name, ModuleKind::Manifest, None);
        made.version.replace(Str::from("7.0.0.0"));
        modules.push(made.clone());
        made
    });
    value(module)
}

fn of(this: &Value) -> Outcome<&Rc<Module>> {
    this.downcast::<ModuleInfo>().map(|info| &info.0).ok_or_else(fault::null_reference)
}

/// The command that `& $module { … }` runs: the block bound to the module; `None` for everything else.
pub fn inside(session: &Session, target: &Value, arguments: &mut Vec<Argument>) -> Option<Command> {
    let module = target.downcast::<ModuleInfo>()?.0.clone();
    let at = arguments.iter().position(|argument| argument.name.is_none())?;
    let block = arguments.get(at)?.value.as_ref()?.downcast::<Rc<ScriptBlock>>()?.clone();
    arguments.remove(at);
    Some(Command::Block(session.bound_block(&module, &block)))
}

fn text(_env: &mut dyn Env, text: &RefCell<Str>) -> Outcome<Value> {
    Ok(Value::Str(text.borrow().clone()))
}

fn manifest(this: &Value, key: &str) -> Outcome<Value> {
    Ok(of(this)?.manifest.borrow().as_ref().and_then(|table| table.get_text(key)).unwrap_or_default())
}

fn folder(module: &Module) -> Str {
    let path = module.path.borrow();
    Str::from(path.rsplit_once('/').map_or("", |(folder, _)| folder))
}

fn functions(module: &Rc<Module>) -> Dictionary {
    let dictionary = string_dictionary(&FUNCTION_INFO);
    let prefix = module.prefix.borrow();
    for function in module.exported_functions() {
        let name = prefixed(&function.name, &prefix);
        dictionary.set(Value::Str(name), command::value(Command::Function(function)));
    }
    dictionary
}

fn aliases(session: &mut Session, module: &Rc<Module>) -> Outcome<Dictionary> {
    let dictionary = string_dictionary(&ALIAS_INFO);
    let prefix = module.prefix.borrow().clone();
    for alias in module.exported_aliases() {
        let command = module.functions.borrow().get(&crate::text::Symbol::new(&alias.definition)).cloned();
        let command = match command {
            Some(function) => Some(Command::Function(function)),
            None => session.find_command(&alias.definition)?,
        };
        if let Some(command) = command {
            let name = prefixed(&alias.name, &prefix);
            dictionary.set(Value::Str(name), Value::native(CommandInfo { command, alias: Some(alias) }));
        }
    }
    Ok(dictionary)
}

fn commands(env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let module = of(this)?.clone();
    let all = string_dictionary(&COMMAND_INFO);
    for (key, value) in functions(&module).pairs() {
        all.set(key, value);
    }
    for (key, value) in aliases(session(env)?, &module)?.pairs() {
        all.set(key, value);
    }
    for (key, value) in cmdlets(session(env)?, &module).pairs() {
        all.set(key, value);
    }
    Ok(Value::native(all))
}

fn cmdlets(session: &Session, module: &Module) -> Dictionary {
    let dictionary = string_dictionary(&CMDLET_INFO);
    if module.parent.is_none() && module.kind == ModuleKind::Manifest {
        for meta in session.cmdlets.iter().filter(|meta| meta.module().eq_ignore_ascii_case(&module.name)) {
            dictionary.set(Value::from(meta.name), command::value(Command::Cmdlet(meta)));
        }
    }
    dictionary
}

/// The module as a custom object: its functions are methods, its variables properties.
pub fn custom_object(session: &mut Session, module: &Rc<Module>) -> Outcome<Value> {
    let mut members = Members::default();
    for function in module.exported_functions() {
        let member = OtherMember::Method(Value::native(function.block.clone()));
        members.set(function.name.clone(), Member::Other(Rc::new(member)));
    }
    for own in module.exported_variables() {
        let name = own.name.name();
        let getter = session.parse_block(&format!("$script:{name}"), None)?;
        let setter = session.parse_block(&format!("param($value) $script:{name} = $value"), None)?;
        let getter = Value::native(session.bound_block(module, &getter));
        let setter = Some(Value::native(session.bound_block(module, &setter)));
        members.set(name, Member::Other(Rc::new(OtherMember::Script { getter, setter })));
    }
    Ok(Value::Object(Rc::new(PsObject::with_members(members))))
}

fn invoke(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let module = of(this)?.clone();
    let Some(block) = arguments.first().and_then(|value| value.downcast::<Rc<ScriptBlock>>()).cloned() else {
        return Err(fault::argument_null("sb"));
    };
    let given = arguments.get(1).and_then(enumerate::items_of).unwrap_or_default();
    let session = session(env)?;
    let bound = session.bound_block(&module, &block);
    let mut collected = Collect::default();
    let how = crate::engine::invoke::Invocation {
        arguments: given.into_iter().map(Argument::positional).collect(),
        ..Default::default()
    };
    session.call_block(&bound, how, &mut collected)?;
    Ok(collected.into_value())
}

const NULL: crate::types::table::Get = |_, _| Ok(Value::Null);
const EMPTY: crate::types::table::Get = |_, _| Ok(Value::array(Vec::new()));

pub(super) static TABLE: TypeTable = TypeTable {
    accelerators: &["psmoduleinfo"],
    properties: &[
        Property::settable("LogPipelineExecutionDetails", "bool", |_, _| Ok(Value::Bool(false)), |_, _, _| Ok(())),
        Property::new("Name", "string", |_, this| Ok(Value::Str(of(this)?.name.clone()))),
        Property::new("Path", "string", |env, this| text(env, &of(this)?.path)),
        Property::new("ImplementingAssembly", "System.Reflection.Assembly", NULL),
        Property::new("Definition", "string", |_, this| {
            let path = of(this)?.path.borrow().clone();
            Ok(Value::from(std::fs::read_to_string(path.as_str()).unwrap_or_default()))
        }),
        Property::settable(
            "Description",
            "string",
            |env, this| text(env, &of(this)?.description),
            |_, this, value| {
                of(this)?.description.replace(value.as_str().cloned().unwrap_or_default());
                Ok(())
            },
        ),
        Property::new("Guid", "guid", |_, this| {
            let text = manifest(this, "GUID")?.as_str().cloned().unwrap_or_default();
            Ok(Value::native(crate::text::guid::parse(&text).unwrap_or_default()))
        }),
        Property::new("HelpInfoUri", "string", |_, this| manifest(this, "HelpInfoUri")),
        Property::new("ModuleBase", "string", |_, this| Ok(Value::Str(folder(of(this)?)))),
        Property::settable(
            "PrivateData",
            "System.Object",
            |_, this| Ok(of(this)?.private_data.borrow().clone()),
            |_, this, value| {
                of(this)?.private_data.replace(value);
                Ok(())
            },
        ),
        Property::new("ExperimentalFeatures", "System.Object", EMPTY),
        Property::new("Tags", "System.Collections.Generic.IEnumerable[string]", |_, this| {
            let data = of(this)?.private_data.borrow().clone();
            let tags = match data.base() {
                Value::Table(table) => table.get_text("PSData").and_then(|data| match data.base() {
                    Value::Table(table) => table.get_text("Tags"),
                    _ => None,
                }),
                _ => None,
            };
            Ok(tags.unwrap_or_else(|| Value::array(Vec::new())))
        }),
        Property::new("ProjectUri", "uri", NULL),
        Property::new("IconUri", "uri", NULL),
        Property::new("LicenseUri", "uri", NULL),
        Property::new("ReleaseNotes", "string", NULL),
        Property::new("RepositorySourceLocation", "uri", NULL),
        Property::new("Version", "version", |_, this| {
            let version = of(this)?.version.borrow().clone();
            Ok(crate::types::version::version(&version).unwrap_or(Value::Str(version)))
        }),
        Property::new("ModuleType", "System.Management.Automation.ModuleType", |_, this| {
            let number = match of(this)?.kind {
                ModuleKind::Binary => 1,
                ModuleKind::Manifest => 2,
                _ => 0,
            };
            Ok(EnumValue::native(&MODULE_TYPE, number))
        }),
        Property::new("Author", "string", |_, this| manifest(this, "Author")),
        Property::settable(
            "AccessMode",
            "System.Management.Automation.ModuleAccessMode",
            |_, _| Ok(EnumValue::native(&MODULE_ACCESS_MODE, 0)),
            |_, _, _| Ok(()),
        ),
        Property::new("ClrVersion", "version", NULL),
        Property::new("CompanyName", "string", |_, this| manifest(this, "CompanyName")),
        Property::new("Copyright", "string", |_, this| manifest(this, "Copyright")),
        Property::new("DotNetFrameworkVersion", "version", NULL),
        Property::new(
            "ExportedFunctions",
            "System.Collections.Generic.Dictionary[string,System.Management.Automation.FunctionInfo]",
            |_, this| Ok(Value::native(functions(of(this)?))),
        ),
        Property::new("Prefix", "string", |env, this| text(env, &of(this)?.prefix)),
        Property::new(
            "ExportedCmdlets",
            "System.Collections.Generic.Dictionary[string,System.Management.Automation.CmdletInfo]",
            |env, this| Ok(Value::native(cmdlets(session(env)?, of(this)?))),
        ),
        Property::new(
            "ExportedCommands",
            "System.Collections.Generic.Dictionary[string,System.Management.Automation.CommandInfo]",
            commands,
        ),
        Property::new("FileList", "System.Collections.Generic.IEnumerable[string]", |_, this| {
            manifest(this, "FileList")
        }),
        Property::new("CompatiblePSEditions", "System.Collections.Generic.IEnumerable[string]", EMPTY),
        Property::new("ModuleList", "System.Collections.Generic.IEnumerable[System.Object]", EMPTY),
        Property::new("NestedModules", "System.Collections.ObjectModel.ReadOnlyCollection[psmoduleinfo]", |_, this| {
            Ok(Value::array(of(this)?.nested.borrow().iter().cloned().map(value).collect()))
        }),
        Property::new("PowerShellHostName", "string", NULL),
        Property::new("PowerShellHostVersion", "version", NULL),
        Property::new("PowerShellVersion", "version", |_, this| {
            let wanted = manifest(this, "PowerShellVersion")?;
            let version = wanted.as_str().and_then(|text| crate::types::version::version(text));
            Ok(version.unwrap_or_default())
        }),
        Property::new("ProcessorArchitecture", "System.Object", |_, _| Ok(Value::from("None"))),
        Property::new("Scripts", "System.Collections.Generic.IEnumerable[string]", EMPTY),
        Property::new("RequiredAssemblies", "System.Collections.Generic.IEnumerable[string]", EMPTY),
        Property::new("RequiredModules", "System.Collections.ObjectModel.ReadOnlyCollection[psmoduleinfo]", EMPTY),
        Property::new("RootModule", "string", |_, this| manifest(this, "RootModule")),
        Property::new("ExportedVariables", "System.Collections.Generic.Dictionary[string,psvariable]", |_, this| {
            let dictionary = string_dictionary(&variable::PS_VARIABLE);
            for own in of(this)?.exported_variables() {
                dictionary.set(Value::Str(own.name.name()), variable::value(own));
            }
            Ok(Value::native(dictionary))
        }),
        Property::new(
            "ExportedAliases",
            "System.Collections.Generic.Dictionary[string,System.Management.Automation.AliasInfo]",
            |env, this| Ok(Value::native(aliases(session(env)?, &of(this)?.clone())?)),
        ),
        Property::new("ExportedDscResources", "System.Object", EMPTY),
        Property::settable(
            "SessionState",
            "System.Management.Automation.SessionState",
            |_, this| Ok(session_state::of_module(of(this)?.clone())),
            |_, _, _| Ok(()),
        ),
        Property::settable(
            "OnRemove",
            "scriptblock",
            |_, this| Ok(of(this)?.on_remove.borrow().clone()),
            |_, this, value| {
                of(this)?.on_remove.replace(value);
                Ok(())
            },
        ),
        Property::new("ExportedFormatFiles", "System.Object", EMPTY),
        Property::new("ExportedTypeFiles", "System.Object", EMPTY),
    ],
    methods: &[
        Method::new("psobject AsCustomObject()", |env, this, _| custom_object(session(env)?, &of(this)?.clone())),
        Method::new("System.Object Invoke(scriptblock sb, Params System.Object[] args)", invoke),
        Method::new("scriptblock NewBoundScriptBlock(scriptblock scriptBlockToBind)", |env, this, arguments| {
            let module = of(this)?.clone();
            match arguments.first().and_then(|value| value.downcast::<Rc<ScriptBlock>>()) {
                Some(block) => Ok(Value::native(session(env)?.bound_block(&module, block))),
                None => Err(fault::argument_null("scriptBlockToBind")),
            }
        }),
        Method::new("psvariable GetVariableFromCallersModule(string variableName)", |env, _, arguments| {
            let name = arguments.first().and_then(Value::as_str).cloned().unwrap_or_default();
            let found = session(env)?.find_variable(crate::text::Symbol::new(&name));
            Ok(found.map_or(Value::Null, variable::value))
        }),
    ],
    constructors: &[
        Method::new("psmoduleinfo new(bool linkToGlobal)", |env, _, _| {
            let global = session(env)?.global.clone();
            Ok(value(Module::new("", ModuleKind::Dynamic, Some(global))))
        }),
        Method::new("psmoduleinfo new(scriptblock scriptBlock)", |env, _, arguments| {
            let session = session(env)?;
            let module = Module::new("", ModuleKind::Dynamic, Some(session.global.clone()));
            if let Some(block) = arguments.first().and_then(|value| value.downcast::<Rc<ScriptBlock>>()) {
                let block = block.clone();
                session.run_module(&module, &block, &[], &mut crate::engine::pipeline::Discard)?;
            }
            Ok(value(module))
        }),
    ],
    ..TypeTable::of(&MODULE_INFO)
};

pub static MODULE_SPECIFICATION: NativeType =
    NativeType::class("Microsoft.PowerShell.Commands.ModuleSpecification", &OBJECT);

/// `ModuleSpecification`: a module's name and which versions of it will do.
pub struct ModuleSpecification {
    pub name: Str,
    pub least: Option<Str>,
    pub exact: Option<Str>,
    pub most: Option<Str>,
}

impl Native for ModuleSpecification {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&MODULE_SPECIFICATION)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(self.name.clone()))
    }
}

fn specification(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let mut made = ModuleSpecification { name: Str::default(), least: None, exact: None, most: None };
    match arguments.first().map(Value::base) {
        Some(Value::Table(table)) => {
            let mut text = |key: &str| match table.get_text(key) {
                Some(value) => crate::value::convert::to_text(env, &value).map(Some),
                None => Ok(None),
            };
            made.name = text("ModuleName")?.unwrap_or_default();
            made.least = text("ModuleVersion")?;
            made.exact = text("RequiredVersion")?;
            made.most = text("MaximumVersion")?;
        }
        Some(other) => made.name = other.as_str().cloned().unwrap_or_default(),
        None => {}
    }
    Ok(Value::native(made))
}

fn specified(this: &Value) -> Outcome<&ModuleSpecification> {
    this.downcast::<ModuleSpecification>().ok_or_else(fault::null_reference)
}

fn version_of(text: Option<&Str>) -> Value {
    text.and_then(|text| crate::types::version::version(text)).unwrap_or_default()
}

pub(super) static SPECIFICATION_TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("Name", "string", |_, this| Ok(Value::Str(specified(this)?.name.clone()))),
        Property::new("Guid", "System.Nullable[guid]", NULL),
        Property::new("Version", "version", |_, this| Ok(version_of(specified(this)?.least.as_ref()))),
        Property::new("MaximumVersion", "string", |_, this| {
            Ok(specified(this)?.most.clone().map_or(Value::Null, Value::Str))
        }),
        Property::new("RequiredVersion", "version", |_, this| Ok(version_of(specified(this)?.exact.as_ref()))),
    ],
    constructors: &[
        Method::new("Microsoft.PowerShell.Commands.ModuleSpecification new(string moduleName)", specification),
        Method::new(
            "Microsoft.PowerShell.Commands.ModuleSpecification new(hashtable moduleSpecification)",
            specification,
        ),
    ],
    ..TypeTable::of(&MODULE_SPECIFICATION)
};
