//! Views of commands, modules, drives and providers.

use crate::format::display_text;
use crate::format::text::{enumerated, number_text};
use crate::format::view::{Item, View, ViewColumn, ViewField, column, computed, field, fields, labelled, wide};
use crate::text::{Number, Str, Symbol};
use crate::value::{Env, Outcome, Value};

const COMMANDS: &[&str] = &[
    "System.Management.Automation.AliasInfo",
    "System.Management.Automation.ApplicationInfo",
    "System.Management.Automation.CmdletInfo",
    "System.Management.Automation.ExternalScriptInfo",
    "System.Management.Automation.FilterInfo",
    "System.Management.Automation.FunctionInfo",
    "System.Management.Automation.ScriptInfo",
];

pub const VIEWS: &[View] = &[
    View::table(
        "CommandInfo",
        &["System.Management.Automation.CommandInfo"],
        &[column("CommandType").width(15), column("Name")],
    ),
    View::table("CommandInfo", COMMANDS, COMMAND),
    View::list(
        "System.Management.Automation.ApplicationInfo",
        &["System.Management.Automation.ApplicationInfo"],
        &[fields(&[
            field("Name"),
            field("CommandType"),
            field("Definition"),
            field("Extension"),
            field("Path"),
            field("FileVersionInfo"),
        ])],
    ),
    View::list(
        "System.Management.Automation.ScriptInfo",
        &["System.Management.Automation.ScriptInfo"],
        &[fields(&[field("Name"), field("CommandType"), field("Definition"), field("Path")])],
    ),
    View::list(
        "System.Management.Automation.AliasInfo",
        &["System.Management.Automation.AliasInfo"],
        &[fields(&[
            field("DisplayName"),
            field("CommandType"),
            field("Definition"),
            field("ReferencedCommand"),
            field("ResolvedCommand"),
        ])],
    ),
    View::table("drive", &["System.Management.Automation.PSDriveInfo"], DRIVE),
    View::table(
        "provider",
        &["System.Management.Automation.ProviderInfo"],
        &[column("Name").width(20), column("Capabilities"), column("Drives")],
    ),
    View::list(
        "provider",
        &["System.Management.Automation.ProviderInfo"],
        &[fields(&[
            field("Name"),
            field("Drives"),
            field("Path"),
            field("Home"),
            field("Description"),
            field("Capabilities"),
            field("ImplementingType"),
        ])],
    ),
    View::list(
        "System.Management.Automation.CmdletInfo",
        &["System.Management.Automation.CmdletInfo"],
        &[fields(&[
            field("Name"),
            field("CommandType"),
            field("Definition"),
            field("Path"),
            field("DLL"),
            field("HelpFile"),
            field("ParameterSets"),
            field("ImplementingType"),
            field("Verb"),
            field("Noun"),
        ])],
    ),
    View::list(
        "System.Management.Automation.CommandInfo",
        &["System.Management.Automation.FilterInfo", "System.Management.Automation.FunctionInfo"],
        &[fields(&[field("Name"), field("CommandType"), field("Definition")])],
    ),
    View::list(
        "System.Management.Automation.PSDriveInfo",
        &["System.Management.Automation.PSDriveInfo"],
        &[fields(&[field("Name"), field("Description"), field("Provider"), field("Root"), field("CurrentLocation")])],
    ),
    View::table(
        "CallStackFrame",
        &["System.Management.Automation.CallStackFrame"],
        &[
            column("Command").label("Command"),
            column("Arguments").label("Arguments"),
            column("Location").label("Location"),
        ],
    ),
    View::table("Job", &["System.Management.Automation.Job"], JOB),
    View::table("Module", &["System.Management.Automation.PSModuleInfo"], MODULE),
    View::wide("Module", &["System.Management.Automation.PSModuleInfo"], &[wide("Name")]),
    View::list("Module", &["System.Management.Automation.PSModuleInfo"], &[fields(MODULE_FIELDS)]),
];

const COMMAND: &[ViewColumn] = &[
    column("CommandType").label("CommandType").width(15),
    computed("Name", command_name).width(50),
    column("Version").label("Version").width(10),
    column("Source").label("Source"),
];

const DRIVE: &[ViewColumn] = &[
    column("Name").width(10),
    computed("Used (GB)", |env, drive| gigabytes(env, drive, "Used")).right_cells().width(13),
    computed("Free (GB)", |env, drive| gigabytes(env, drive, "Free")).right_cells().width(13),
    computed("Provider", provider_name).width(13),
    computed("Root", drive_root).width(35),
    column("CurrentLocation").right_cells(),
];

const JOB: &[ViewColumn] = &[
    column("Id").left().label("Id").width(6),
    column("Name").left().label("Name").width(15),
    column("PSJobTypeName").left().label("PSJobTypeName").width(15),
    column("State").left().label("State").width(13),
    column("HasMoreData").left().label("HasMoreData").width(15),
    column("Location").left().label("Location").width(20),
    column("Command").left().label("Command").width(25),
];

const MODULE: &[ViewColumn] = &[
    column("ModuleType").left().width(10),
    column("Version").left().width(10),
    computed("PreRelease", pre_release).left().width(10),
    column("Name").left().width(35),
    computed("ExportedCommands", |env, module| keys(env, module, "ExportedCommands")).left(),
];

const MODULE_FIELDS: &[ViewField] = &[
    field("Name"),
    field("Path"),
    field("Description"),
    field("ModuleType"),
    field("Version"),
    labelled("PreRelease", Item::Computed("PreRelease", pre_release)),
    field("NestedModules"),
    labelled("ExportedFunctions", Item::Computed("", |env, module| keys(env, module, "ExportedFunctions"))),
    labelled("ExportedCmdlets", Item::Computed("", |env, module| keys(env, module, "ExportedCmdlets"))),
    labelled("ExportedVariables", Item::Computed("", |env, module| keys(env, module, "ExportedVariables"))),
    labelled("ExportedAliases", Item::Computed("", |env, module| keys(env, module, "ExportedAliases"))),
];

/// The command's name; of an alias what it stands for as well.
fn command_name(env: &mut dyn Env, command: &Value) -> Outcome<Value> {
    let kind = env.get_property(command, Symbol::new("CommandType"))?;
    let kind = display_text(env, &kind)?;
    env.get_property(command, Symbol::new(if kind == "Alias" { "DisplayName" } else { "Name" }))
}

fn gigabytes(env: &mut dyn Env, drive: &Value, name: &str) -> Outcome<Value> {
    #[expect(clippy::cast_precision_loss, reason = "shown with two digits")]
    let size = |value: &Value| match value.base() {
        Value::Long(n) => *n as f64,
        Value::UInt64(n) => *n as f64,
        Value::Int(n) => f64::from(*n),
        Value::Double(n) => *n,
        _ => 0.0,
    };
    let used = size(&env.get_property(drive, Symbol::new("Used"))?);
    let free = size(&env.get_property(drive, Symbol::new("Free"))?);
    if used == 0.0 && free == 0.0 {
        return Ok(Value::Void);
    }
    let amount = if name == "Used" { used } else { free } / 1_073_741_824.0;
    Ok(number_text(env, &Number::Double(amount), "###0.00").into())
}

fn provider_name(env: &mut dyn Env, drive: &Value) -> Outcome<Value> {
    let provider = env.get_property(drive, Symbol::new("Provider"))?;
    env.get_property(&provider, Symbol::new("Name"))
}

fn drive_root(env: &mut dyn Env, drive: &Value) -> Outcome<Value> {
    let shown = env.get_property(drive, Symbol::new("DisplayRoot"))?;
    if shown.is_null() { env.get_property(drive, Symbol::new("Root")) } else { Ok(shown) }
}

fn pre_release(env: &mut dyn Env, module: &Value) -> Outcome<Value> {
    let mut data = env.get_property(module, Symbol::new("PrivateData"))?;
    for key in ["PSData", "PreRelease"] {
        if data.is_null() {
            return Ok(Value::Void);
        }
        data = env.get_property(&data, Symbol::new(key))?;
    }
    Ok(data)
}

/// The keys of a dictionary property.
fn keys(env: &mut dyn Env, module: &Value, name: &str) -> Outcome<Value> {
    let table = env.get_property(module, Symbol::new(name))?;
    if table.is_null() {
        return Ok(Value::Void);
    }
    let keys = env.get_property(&table, Symbol::new("Keys"))?;
    let names: Vec<Value> = match enumerated(&keys) {
        Some(names) => names,
        None => vec![Value::Str(Str::default())],
    };
    Ok(Value::array(names))
}
