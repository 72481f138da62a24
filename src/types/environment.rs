//! `System.Environment` and `System.OperatingSystem`.

use super::arguments::{Arguments, string_array};
use super::invoke::receiver;
use super::table::{Method, Property, StaticProperty, TypeTable};
use super::version::Version;
use super::{fault, known, object};
use crate::text::Str;
use crate::value::types::TypeRef;
use crate::value::{EnumValue, Env, Flow, Native, Outcome, Table, TableKind, Value};
use std::rc::Rc;
use std::time::Instant;

/// The operating system that the program runs on.
struct OperatingSystem;

impl Native for OperatingSystem {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&known::OPERATING_SYSTEM)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(Str::from(format!("Unix {}", kernel()))))
    }
}

/// The version of the kernel as .NET reads it: four numbers.
fn kernel() -> crate::text::version::Version {
    let release = std::fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    let mut numbers = release
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().unwrap_or(0));
    let mut next = || numbers.next().unwrap_or(0);
    crate::text::version::Version { major: next(), minor: next(), build: next(), revision: next() }
}

/// What the system calls itself.
pub(super) fn os_description() -> String {
    let release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    let name = release.lines().find_map(|line| line.strip_prefix("PRETTY_NAME="));
    name.map_or_else(|| format!("Unix {}", kernel()), |name| name.trim_matches('"').to_string())
}

pub(super) static OPERATING_SYSTEM: TypeTable = TypeTable {
    properties: &[
        Property::new("Platform", "System.PlatformID", |_, _| Ok(EnumValue::native(&super::enums::PLATFORM_ID, 4))),
        Property::new("ServicePack", "string", |_, _| Ok(Value::from(""))),
        Property::new("Version", "version", |_, _| Ok(Value::native(Version(kernel())))),
        Property::new("VersionString", "string", |_, this| {
            receiver::<OperatingSystem>(this)?;
            Ok(Value::from(format!("Unix {}", kernel())))
        }),
    ],
    methods: &[Method::new("string ToString()", object::to_string)],
    static_methods: &[
        Method::new("bool IsLinux()", |_, _, _| Ok(Value::Bool(cfg!(target_os = "linux")))),
        Method::new("bool IsWindows()", |_, _, _| Ok(Value::Bool(cfg!(windows)))),
        Method::new("bool IsMacOS()", |_, _, _| Ok(Value::Bool(cfg!(target_os = "macos")))),
        Method::new("bool IsFreeBSD()", |_, _, _| Ok(Value::Bool(cfg!(target_os = "freebsd")))),
    ],
    ..TypeTable::of(&known::OPERATING_SYSTEM)
};

pub(super) static TABLE: TypeTable = TypeTable {
    static_properties: &[
        StaticProperty::new("CommandLine", "string", |_| Ok(Value::from(command_line().join(" ")))),
        StaticProperty {
            set: Some(set_current_directory),
            ..StaticProperty::new("CurrentDirectory", "string", current_directory)
        },
        StaticProperty::new("CurrentManagedThreadId", "int", |_| Ok(Value::Int(1))),
        StaticProperty { set: Some(|_, _| Ok(())), ..StaticProperty::new("ExitCode", "int", |_| Ok(Value::Int(0))) },
        StaticProperty::new("HasShutdownStarted", "bool", |_| Ok(Value::Bool(false))),
        StaticProperty::new("Is64BitOperatingSystem", "bool", |_| Ok(Value::Bool(cfg!(target_pointer_width = "64")))),
        StaticProperty::new("Is64BitProcess", "bool", |_| Ok(Value::Bool(cfg!(target_pointer_width = "64")))),
        StaticProperty::new("IsPrivilegedProcess", "bool", |env| {
            Ok(Value::Bool(env.environment("USER").is_some_and(|user| user == "root")))
        }),
        StaticProperty::new("MachineName", "string", |_| Ok(Value::from(machine_name()))),
        StaticProperty::new("NewLine", "string", |_| Ok(Value::from("\n"))),
        StaticProperty::new("OSVersion", "System.OperatingSystem", |_| Ok(Value::native(OperatingSystem))),
        StaticProperty::new("ProcessId", "int", |_| Ok(Value::Int(std::process::id().cast_signed()))),
        StaticProperty::new("ProcessPath", "string", |_| Ok(Value::from(program()))),
        StaticProperty::new("ProcessorCount", "int", |_| {
            Ok(Value::Int(std::thread::available_parallelism().map_or(1, |count| count.get() as i32)))
        }),
        StaticProperty::new("StackTrace", "string", |_| Ok(Value::from(""))),
        StaticProperty::new("SystemDirectory", "string", |_| Ok(Value::from(""))),
        StaticProperty::new("SystemPageSize", "int", |_| Ok(Value::Int(4096))),
        StaticProperty::new("TickCount", "int", |env| Ok(Value::Int(milliseconds(env) as i32))),
        StaticProperty::new("TickCount64", "long", |env| Ok(Value::Long(milliseconds(env)))),
        StaticProperty::new("UserDomainName", "string", |_| Ok(Value::from(machine_name()))),
        StaticProperty::new("UserInteractive", "bool", |_| Ok(Value::Bool(true))),
        StaticProperty::new("UserName", "string", |env| Ok(Value::Str(user_name(env)))),
        StaticProperty::new("Version", "version", |_| {
            Ok(Value::native(Version(crate::text::version::Version { major: 10, minor: 0, build: 0, revision: -1 })))
        }),
        StaticProperty::new("WorkingSet", "long", |_| Ok(Value::Long(working_set()))),
    ],
    static_methods: &[
        Method::new("void Exit(int exitCode)", |_, _, arguments| Err(Flow::Exit(arguments.int(0)))),
        Method::new("string ExpandEnvironmentVariables(string name)", expand_environment_variables),
        Method::new("string[] GetCommandLineArgs()", |_, _, _| Ok(string_array(command_line()))),
        Method::new("string GetEnvironmentVariable(string variable)", get_environment_variable),
        Method::new(
            "string GetEnvironmentVariable(string variable, System.EnvironmentVariableTarget target)",
            get_environment_variable,
        ),
        Method::new("System.Collections.IDictionary GetEnvironmentVariables()", get_environment_variables),
        Method::new(
            "System.Collections.IDictionary GetEnvironmentVariables(System.EnvironmentVariableTarget target)",
            get_environment_variables,
        ),
        Method::new("string GetFolderPath(System.Environment+SpecialFolder folder)", get_folder_path),
        Method::new(
            "string GetFolderPath(System.Environment+SpecialFolder folder, System.Environment+SpecialFolderOption \
             option)",
            get_folder_path,
        ),
        Method::new("string[] GetLogicalDrives()", |_, _, _| Ok(string_array(["/"]))),
        Method::new("void SetEnvironmentVariable(string variable, string value)", set_environment_variable),
        Method::new(
            "void SetEnvironmentVariable(string variable, string value, System.EnvironmentVariableTarget target)",
            set_environment_variable,
        ),
    ],
    ..TypeTable::of(&known::ENVIRONMENT)
};

/// The name of this machine, without its domain.
pub fn machine_name() -> String {
    let name = std::fs::read_to_string("/proc/sys/kernel/hostname").unwrap_or_default();
    name.trim().split('.').next().unwrap_or_default().to_string()
}

fn user_name(env: &dyn Env) -> Str {
    ["USER", "LOGNAME"].into_iter().find_map(|name| env.environment(name)).unwrap_or_else(|| Str::from("root"))
}

fn program() -> String {
    std::env::current_exe().map(|path| path.to_string_lossy().into_owned()).unwrap_or_default()
}

fn command_line() -> Vec<String> {
    std::env::args_os().map(|argument| argument.to_string_lossy().into_owned()).collect()
}

thread_local! {
    static START: Instant = Instant::now();
}

/// Milliseconds since the machine was started.
fn milliseconds(_env: &dyn Env) -> i64 {
    let uptime = std::fs::read_to_string("/proc/uptime").unwrap_or_default();
    let seconds = uptime.split(' ').next().and_then(|seconds| seconds.parse::<f64>().ok());
    seconds.map_or_else(|| START.with(|start| start.elapsed().as_millis() as i64), |seconds| (seconds * 1000.0) as i64)
}

/// The memory that the program has in use, in bytes.
fn working_set() -> i64 {
    let pages = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    pages.split(' ').nth(1).and_then(|pages| pages.parse::<i64>().ok()).map_or(0, |pages| pages * 4096)
}

fn current_directory(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::from(super::io::process_folder().to_string_lossy().into_owned()))
}

fn set_current_directory(_env: &mut dyn Env, value: Value) -> Outcome<()> {
    let path = value.as_str().cloned().unwrap_or_default();
    std::env::set_current_dir(path.as_str()).map_err(|error| super::io::fault_of(&error, &path, true))
}

fn get_environment_variable(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    // A machine's and a user's own variables are none outside Windows.
    if arguments.number(1) != 0 {
        return Ok(Value::Null);
    }
    Ok(env.environment(&arguments.needed_text(0, "variable")?).map(Value::Str).unwrap_or_default())
}

fn get_environment_variables(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let table = Table::new(TableKind::SensitiveHashtable);
    if arguments.number(0) == 0 {
        for (name, value) in env.environment_variables() {
            table.set(Value::Str(name), Value::Str(value));
        }
    }
    Ok(Value::Table(Rc::new(table)))
}

fn set_environment_variable(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let name = arguments.needed_text(0, "variable")?;
    if name.is_empty() {
        return Err(fault::argument("The value cannot be an empty string.", "variable"));
    }
    if name.contains('=') {
        return Err(fault::argument("Environment variable name cannot contain equal character.", "variable"));
    }
    if arguments.number(2) == 0 {
        let value = arguments.text(1);
        env.set_environment(&name, (!value.is_empty()).then_some(value));
    }
    Ok(Value::Void)
}

fn expand_environment_variables(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let text = arguments.text(0);
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(start) = rest.find('%') {
        out.push_str(rest.get(..start).unwrap_or_default());
        let tail = rest.get(start + 1..).unwrap_or_default();
        let known = tail.find('%').and_then(|end| Some((end, env.environment(tail.get(..end)?)?)));
        match known {
            Some((end, value)) => {
                out.push_str(&value);
                rest = tail.get(end + 1..).unwrap_or_default();
            }
            None => {
                out.push('%');
                rest = tail;
            }
        }
    }
    out.push_str(rest);
    Ok(Value::from(out))
}

/// The folders that .NET names outside Windows; the others have none.
fn get_folder_path(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let home = env.environment("HOME").unwrap_or_default();
    let of_home = |env: &dyn Env, variable: &str, default: &str| match env.environment(variable) {
        Some(path) if path.starts_with('/') => path.to_string(),
        _ => format!("{home}/{default}"),
    };
    let existing = |path: String| if std::path::Path::new(&path).is_dir() { path } else { String::new() };
    let folder = match arguments.number(0) {
        0 | 16 => existing(format!("{home}/Desktop")),
        5 => existing(home.to_string()),
        26 => existing(of_home(env, "XDG_CONFIG_HOME", ".config")),
        28 => existing(of_home(env, "XDG_DATA_HOME", ".local/share")),
        35 => "/usr/share".to_string(),
        40 => existing(home.to_string()),
        13 => existing(format!("{home}/Music")),
        14 => existing(format!("{home}/Videos")),
        39 => existing(format!("{home}/Pictures")),
        _ => String::new(),
    };
    Ok(Value::from(folder))
}
