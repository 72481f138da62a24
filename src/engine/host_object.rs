//! `$Host`: the program around the shell as scripts see it, its user interface and its window.

use super::Session;
use super::host::Host;
use super::tables::session;
use crate::text::{Culture, Str};
use crate::types::{CultureInfo, Method, Property, TypeTable, fault};
use crate::value::{Env, Native, NativeType, Outcome, TypeRef, Value, convert, enumerate, types};
use std::cell::RefCell;
use std::rc::Rc;

pub static HOST: NativeType =
    NativeType::class("System.Management.Automation.Internal.Host.InternalHost", &types::OBJECT);
pub static USER_INTERFACE: NativeType =
    NativeType::class("System.Management.Automation.Internal.Host.InternalHostUserInterface", &types::OBJECT);
pub static RAW_USER_INTERFACE: NativeType =
    NativeType::class("System.Management.Automation.Internal.Host.InternalHostRawUserInterface", &types::OBJECT);
pub static SIZE: NativeType = NativeType::structure("System.Management.Automation.Host.Size");
pub static CHOICE_DESCRIPTION: NativeType =
    NativeType::class("System.Management.Automation.Host.ChoiceDescription", &types::OBJECT);

/// The host's name, which scripts look at.
const NAME: &str = "ConsoleHost";
const VERSION: &str = "7.6.0";

/// `InternalHost`.
struct HostObject;

/// `InternalHostUserInterface`.
struct UserInterface;

/// `InternalHostRawUserInterface`.
struct RawUserInterface {
    title: RefCell<Str>,
}

/// `Size`: columns and rows.
struct Size(i32, i32);

/// `ChoiceDescription`: one answer to a question; an ampersand marks its key.
pub struct Choice {
    label: Str,
    help: RefCell<Str>,
}

macro_rules! native {
    ($($struct:ident: $ty:ident),* $(,)?) => {
        $(impl Native for $struct {
            fn type_ref(&self) -> TypeRef {
                TypeRef::Native(&$ty)
            }
        })*
    };
}

native!(HostObject: HOST, UserInterface: USER_INTERFACE, RawUserInterface: RAW_USER_INTERFACE, Choice: CHOICE_DESCRIPTION);

impl Native for Size {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&SIZE)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(Str::from(format!("{},{}", self.0, self.1))))
    }
}

/// `$Host`.
pub fn host_object() -> Value {
    Value::native(HostObject)
}

fn culture(env: &dyn Env) -> Value {
    Value::native(CultureInfo(Culture::find(&env.culture_name()).unwrap_or(Culture::invariant())))
}

fn window(env: &mut dyn Env) -> Outcome<Value> {
    let host = session(env)?.host();
    let number = |n: usize| i32::try_from(n).unwrap_or(i32::MAX);
    Ok(Value::native(Size(number(host.width()), number(host.height()))))
}

pub(super) static HOST_TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("Name", "string", |_, _| Ok(Value::from(NAME))),
        Property::new("Version", "version", |_, _| Ok(crate::types::version::version(VERSION).unwrap_or_default())),
        Property::new("UI", "System.Management.Automation.Host.PSHostUserInterface", |_, _| {
            Ok(Value::native(UserInterface))
        }),
        Property::new("CurrentCulture", "cultureinfo", |env, _| Ok(culture(env))),
        Property::new("CurrentUICulture", "cultureinfo", |env, _| Ok(culture(env))),
        Property::new("PrivateData", "psobject", |_, _| Ok(Value::Null)),
        Property::new("DebuggerEnabled", "bool", |_, _| Ok(Value::Bool(false))),
        Property::new("IsRunspacePushed", "bool", |_, _| Ok(Value::Bool(false))),
        Property::new("Runspace", "runspace", |_, _| Ok(Value::Null)),
    ],
    methods: &[Method::new("void SetShouldExit(int exitCode)", |_, _, arguments| match arguments {
        [Value::Int(status)] => Err(crate::value::Flow::Exit(*status)),
        _ => Ok(Value::Void),
    })],
    ..TypeTable::of(&HOST)
};

pub(super) static USER_INTERFACE_TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("RawUI", "System.Management.Automation.Host.PSHostRawUserInterface", |_, _| {
            Ok(Value::native(RawUserInterface { title: RefCell::default() }))
        }),
        Property::new("SupportsVirtualTerminal", "bool", |env, _| Ok(Value::Bool(session(env)?.host().is_coloured()))),
    ],
    methods: &[
        Method::new("void Write(string value)", |env, _, arguments| write(env, arguments, false)),
        Method::new(
            "void Write(System.ConsoleColor foregroundColor, System.ConsoleColor backgroundColor, string value)",
            |env, _, arguments| write(env, arguments, false),
        ),
        Method::new("void WriteLine()", |env, _, arguments| write(env, arguments, true)),
        Method::new("void WriteLine(string value)", |env, _, arguments| write(env, arguments, true)),
        Method::new(
            "void WriteLine(System.ConsoleColor foregroundColor, System.ConsoleColor backgroundColor, string value)",
            |env, _, arguments| write(env, arguments, true),
        ),
        Method::new("void WriteErrorLine(string value)", |env, _, arguments| {
            let host = session(env)?.host();
            host.write_errors(&format!("{}\n", last_text(arguments)));
            Ok(Value::Void)
        }),
        Method::new("void WriteWarningLine(string message)", |env, _, arguments| labelled(env, "WARNING: ", arguments)),
        Method::new("void WriteVerboseLine(string message)", |env, _, arguments| labelled(env, "VERBOSE: ", arguments)),
        Method::new("void WriteDebugLine(string message)", |env, _, arguments| labelled(env, "DEBUG: ", arguments)),
        Method::new("string ReadLine()", |env, _, _| {
            let host = asking(env)?;
            Ok(host.read_line("", false).map_or(Value::Null, Value::Str))
        }),
        Method::new(
            "int PromptForChoice(string caption, string message, System.Object choices, int defaultChoice)",
            |env, _, arguments| match arguments {
                [caption, message, choices, Value::Int(default)] => {
                    let choices = self::choices(env, choices)?;
                    let (caption, message) = (convert::to_text(env, caption)?, convert::to_text(env, message)?);
                    prompt_for_choice(session(env)?, &caption, &message, &choices, *default).map(Value::Int)
                }
                _ => Err(fault::null_reference()),
            },
        ),
    ],
    ..TypeTable::of(&USER_INTERFACE)
};

pub(super) static RAW_USER_INTERFACE_TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("WindowSize", "System.Management.Automation.Host.Size", |env, _| window(env)),
        Property::new("BufferSize", "System.Management.Automation.Host.Size", |env, _| window(env)),
        Property::new("MaxWindowSize", "System.Management.Automation.Host.Size", |env, _| window(env)),
        Property::new("MaxPhysicalWindowSize", "System.Management.Automation.Host.Size", |env, _| window(env)),
        Property::new("KeyAvailable", "bool", |_, _| Ok(Value::Bool(false))),
        Property::settable(
            "WindowTitle",
            "string",
            |_, this| {
                let raw = this.downcast::<RawUserInterface>().ok_or_else(fault::null_reference)?;
                Ok(Value::Str(raw.title.borrow().clone()))
            },
            |env, this, value| {
                let title = convert::to_text(env, &value)?;
                let host = session(env)?.host();
                if host.is_coloured() {
                    env.write_console(&format!("\x1b]0;{title}\x07"), false);
                }
                let raw = this.downcast::<RawUserInterface>().ok_or_else(fault::null_reference)?;
                *raw.title.borrow_mut() = title;
                Ok(())
            },
        ),
    ],
    ..TypeTable::of(&RAW_USER_INTERFACE)
};

pub(super) static SIZE_TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("Width", "int", |_, this| {
            Ok(this.downcast::<Size>().map_or(Value::Null, |size| Value::Int(size.0)))
        }),
        Property::new("Height", "int", |_, this| {
            Ok(this.downcast::<Size>().map_or(Value::Null, |size| Value::Int(size.1)))
        }),
    ],
    constructors: &[Method::new(
        "System.Management.Automation.Host.Size new(int width, int height)",
        |_, _, arguments| match arguments {
            [Value::Int(width), Value::Int(height)] => Ok(Value::native(Size(*width, *height))),
            _ => Err(fault::null_reference()),
        },
    )],
    ..TypeTable::of(&SIZE)
};

pub(super) static CHOICE_TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("Label", "string", |_, this| Ok(Value::Str(choice(this)?.label.clone()))),
        Property::settable(
            "HelpMessage",
            "string",
            |_, this| Ok(Value::Str(choice(this)?.help.borrow().clone())),
            |_, this, value| {
                *choice(this)?.help.borrow_mut() = value.as_str().cloned().unwrap_or_default();
                Ok(())
            },
        ),
    ],
    constructors: &[
        Method::new("System.Management.Automation.Host.ChoiceDescription new(string label)", new_choice),
        Method::new(
            "System.Management.Automation.Host.ChoiceDescription new(string label, string helpMessage)",
            new_choice,
        ),
    ],
    ..TypeTable::of(&CHOICE_DESCRIPTION)
};

fn choice(this: &Value) -> Outcome<&Choice> {
    this.downcast().ok_or_else(fault::null_reference)
}

fn new_choice(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let text = |place: usize| arguments.get(place).and_then(|value| value.as_str().cloned()).unwrap_or_default();
    Ok(Value::native(Choice { label: text(0), help: RefCell::new(text(1)) }))
}

fn last_text(arguments: &[Value]) -> Str {
    arguments.last().and_then(|value| value.as_str().cloned()).unwrap_or_default()
}

fn write(env: &mut dyn Env, arguments: &[Value], newline: bool) -> Outcome<Value> {
    let session = session(env)?;
    let host = session.host();
    host.write(session, &last_text(arguments), newline);
    Ok(Value::Void)
}

fn labelled(env: &mut dyn Env, label: &str, arguments: &[Value]) -> Outcome<Value> {
    let session = session(env)?;
    let host = session.host();
    host.write(session, &format!("{label}{}", last_text(arguments)), true);
    Ok(Value::Void)
}

/// The host, if somebody can be asked.
fn asking(env: &mut dyn Env) -> Outcome<Rc<dyn Host>> {
    let host = session(env)?.host();
    if host.is_interactive() { Ok(host) } else { Err(super::errors::no_prompt()) }
}

/// The answers to choose from: descriptions, or texts with an ampersand before their key.
fn choices(env: &mut dyn Env, given: &Value) -> Outcome<Vec<(Str, Str)>> {
    let items = enumerate::items_of(given).unwrap_or_else(|| vec![given.clone()]);
    let mut choices = Vec::with_capacity(items.len());
    for item in items {
        match item.downcast::<Choice>() {
            Some(choice) => choices.push((choice.label.clone(), choice.help.borrow().clone())),
            None => choices.push((convert::to_text(env, &item)?, Str::default())),
        }
    }
    Ok(choices)
}

/// The label without its mark, and the key that chooses it.
fn key_of(label: &str) -> (String, String) {
    let plain = label.replacen('&', "", 1);
    let key = label.split_once('&').and_then(|(_, after)| after.chars().next());
    (plain, key.map(|key| key.to_uppercase().to_string()).unwrap_or_default())
}

/// Asks until one of the choices is made; its number.
///
/// # Errors
/// Nobody can be asked.
pub fn prompt_for_choice(
    session: &mut Session,
    caption: &str,
    message: &str,
    choices: &[(Str, Str)],
    default: i32,
) -> Outcome<i32> {
    let host = asking(session)?;
    let default = usize::try_from(default).ok().filter(|place| *place < choices.len());
    let keys: Vec<(String, String)> = choices.iter().map(|(label, _)| key_of(label)).collect();
    let mut heading = String::new();
    if !caption.is_empty() {
        heading.push_str(&format!("\n{caption}\n"));
    }
    if !message.is_empty() {
        heading.push_str(&format!("{message}\n"));
    }
    host.write(session, &heading, false);
    let mut prompt: String = keys.iter().map(|(label, key)| format!("[{key}] {label}  ")).collect();
    prompt.push_str("[?] Help ");
    if let Some((label, key)) = default.and_then(|place| keys.get(place)) {
        prompt.push_str(&format!("(default is \"{}\"): ", if key.is_empty() { label } else { key }));
    }
    loop {
        let Some(answer) = host.read_line(&prompt, false) else {
            return default.and_then(|place| i32::try_from(place).ok()).ok_or_else(super::errors::no_prompt);
        };
        let answer = answer.trim();
        if answer.is_empty() && default.is_some() {
            return Ok(default.and_then(|place| i32::try_from(place).ok()).unwrap_or(-1));
        }
        if answer == "?" {
            for ((label, key), (_, help)) in keys.iter().zip(choices) {
                let line = format!("{} - {help}", if key.is_empty() { label } else { key });
                host.write(session, &line, true);
            }
            continue;
        }
        let is_meant =
            |(label, key): &(String, String)| label.eq_ignore_ascii_case(answer) || key.eq_ignore_ascii_case(answer);
        if let Some(place) = keys.iter().position(is_meant).and_then(|place| i32::try_from(place).ok()) {
            return Ok(place);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ampersand_marks_the_key_of_a_choice() {
        assert_eq!(key_of("&Yes"), ("Yes".to_string(), "Y".to_string()));
        assert_eq!(key_of("Save &as"), ("Save as".to_string(), "A".to_string()));
        assert_eq!(key_of("None"), ("None".to_string(), String::new()));
    }
}
