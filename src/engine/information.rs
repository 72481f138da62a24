//! Records of the information stream, and the message inside that `Write-Host` writes.

use super::Session;
use super::call::Call;
use super::host::StreamKind;
use super::streams::{Preference, Target};
use crate::text::{Str, Symbol};
use crate::types::{Property, TypeTable, enums, fault, get_static, known};
use crate::value::{EnumValue, Env, Native, NativeType, Outcome, TypeRef, Value, convert, types};
use std::cell::RefCell;
use std::rc::Rc;

pub static INFORMATION_RECORD: NativeType =
    NativeType::class("System.Management.Automation.InformationRecord", &types::OBJECT);
pub static HOST_INFORMATION_MESSAGE: NativeType =
    NativeType::class("System.Management.Automation.HostInformationMessage", &types::OBJECT);

/// `System.Management.Automation.InformationRecord`.
pub struct InformationRecord {
    pub message_data: Value,
    tags: Value,
    /// `Source`, `TimeGenerated`, `User`, `Computer`, `ProcessId`, `NativeThreadId`, `ManagedThreadId`.
    facts: RefCell<[Value; 7]>,
}

impl Native for InformationRecord {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&INFORMATION_RECORD)
    }

    fn text(&self, env: &mut dyn Env) -> Outcome<Option<Str>> {
        convert::object_text(env, &self.message_data).map(Some)
    }
}

/// `System.Management.Automation.HostInformationMessage`.
#[derive(Default)]
pub struct HostMessage {
    pub text: RefCell<Str>,
    pub no_newline: RefCell<Value>,
    /// Values of `ConsoleColor`, or null.
    pub foreground: RefCell<Value>,
    pub background: RefCell<Value>,
}

impl Native for HostMessage {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&HOST_INFORMATION_MESSAGE)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(self.text.borrow().clone()))
    }
}

impl HostMessage {
    /// The text between the codes of its colours, where colours are wanted.
    fn shown(&self, coloured: bool) -> String {
        let text = self.text.borrow();
        let colour = |value: &RefCell<Value>, base: [u8; 2]| match value.borrow().base() {
            Value::Enum(colour) if coloured => ansi(colour.value, base),
            _ => String::new(),
        };
        let codes = colour(&self.foreground, [30, 90]) + &colour(&self.background, [40, 100]);
        if codes.is_empty() { text.to_string() } else { format!("{codes}{text}\x1b[0m") }
    }
}

/// The escape sequence of a `ConsoleColor`; its bits are blue, green, red and bright.
fn ansi(colour: i64, base: [u8; 2]) -> String {
    let bits = u8::try_from(colour & 15).unwrap_or(0);
    let hue = (bits & 1) << 2 | (bits & 2) | (bits & 4) >> 2;
    let [dark, bright] = base;
    format!("\x1b[{}m", if bits & 8 == 0 { dark } else { bright } + hue)
}

impl Session {
    /// Writes a record of the information stream, which a message for the host reaches whatever the preference is.
    pub fn write_information(&mut self, data: Value, tags: &[Str], call: &Rc<Call>) -> Outcome {
        let source = self.information_source(call);
        let user = self.environment.get("USER").cloned().unwrap_or_else(|| Str::from("root"));
        let computer = std::fs::read_to_string("/etc/hostname").unwrap_or_default();
        let now = get_static(self, &TypeRef::Native(&known::DATE_TIME), Symbol::new("Now"));
        let facts = [
            Value::Str(source),
            now.transpose()?.unwrap_or_default(),
            Value::Str(user),
            Value::from(computer.trim()),
            Value::UInt32(std::process::id()),
            Value::UInt32(std::process::id()),
            Value::UInt32(1),
        ];
        let tags = tags.iter().cloned().map(Value::Str).collect();
        let list = crate::types::list::List::new(TypeRef::Native(&types::STRING), tags);
        let record = InformationRecord { message_data: data, tags: Value::native(list), facts: RefCell::new(facts) };
        self.write_stream(StreamKind::Information, Value::native(record), call)
    }

    /// The script file that the call stands in, else the command's name.
    fn information_source(&self, call: &Call) -> Str {
        let file = call.place.as_ref().and_then(|(source, _)| source.file.clone());
        file.unwrap_or_else(|| call.command.name())
    }

    /// Prints a message for the host; false where the record is none, or the stream goes elsewhere.
    pub(crate) fn show_host_message(&mut self, record: &Value) -> bool {
        if !matches!(self.streams.information, Target::Host) {
            return false;
        }
        let Some(message) = host_message(record) else { return false };
        let host = self.host();
        let no_newline = matches!(message.no_newline.borrow().base(), Value::Bool(true));
        let text = message.shown(host.is_coloured());
        host.write(self, &text, !no_newline);
        true
    }
}

/// The message for the host that a record of the information stream carries.
pub fn host_message(record: &Value) -> Option<&HostMessage> {
    record.downcast::<InformationRecord>().and_then(|record| record.message_data.downcast())
}

/// Whether a preference lets a record of the information stream be seen.
pub(crate) fn is_shown(preference: Preference, record: &Value) -> bool {
    match preference {
        Preference::Ignore => false,
        Preference::SilentlyContinue => host_message(record).is_some(),
        _ => true,
    }
}

/// The value of a `ConsoleColor`.
pub fn console_colour(number: i64) -> Value {
    EnumValue::native(&enums::CONSOLE_COLOR, number)
}

fn of<T: Native>(this: &Value) -> Outcome<&T> {
    this.downcast::<T>().ok_or_else(fault::null_reference)
}

fn fact(this: &Value, place: usize) -> Outcome<Value> {
    Ok(of::<InformationRecord>(this)?.facts.borrow().get(place).cloned().unwrap_or_default())
}

fn set_fact(this: &Value, place: usize, value: Value) -> Outcome {
    if let Some(old) = of::<InformationRecord>(this)?.facts.borrow_mut().get_mut(place) {
        *old = value;
    }
    Ok(())
}

pub(super) static RECORD_TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("MessageData", "System.Object", |_, this| {
            Ok(of::<InformationRecord>(this)?.message_data.clone())
        }),
        Property::settable("Source", "string", |_, this| fact(this, 0), |_, this, value| set_fact(this, 0, value)),
        Property::settable(
            "TimeGenerated",
            "datetime",
            |_, this| fact(this, 1),
            |_, this, value| set_fact(this, 1, value),
        ),
        Property::new("Tags", "System.Collections.Generic.List[string]", |_, this| {
            Ok(of::<InformationRecord>(this)?.tags.clone())
        }),
        Property::settable("User", "string", |_, this| fact(this, 2), |_, this, value| set_fact(this, 2, value)),
        Property::settable("Computer", "string", |_, this| fact(this, 3), |_, this, value| set_fact(this, 3, value)),
        Property::settable("ProcessId", "uint", |_, this| fact(this, 4), |_, this, value| set_fact(this, 4, value)),
        Property::settable(
            "NativeThreadId",
            "uint",
            |_, this| fact(this, 5),
            |_, this, value| set_fact(this, 5, value),
        ),
        Property::settable(
            "ManagedThreadId",
            "uint",
            |_, this| fact(this, 6),
            |_, this, value| set_fact(this, 6, value),
        ),
    ],
    ..TypeTable::of(&INFORMATION_RECORD)
};

pub(super) static MESSAGE_TABLE: TypeTable = TypeTable {
    properties: &[
        Property::settable(
            "Message",
            "string",
            |_, this| Ok(Value::Str(of::<HostMessage>(this)?.text.borrow().clone())),
            |_, this, value| {
                *of::<HostMessage>(this)?.text.borrow_mut() = value.as_str().cloned().unwrap_or_default();
                Ok(())
            },
        ),
        Property::settable(
            "NoNewLine",
            "System.Nullable[bool]",
            |_, this| Ok(of::<HostMessage>(this)?.no_newline.borrow().clone()),
            |_, this, value| {
                *of::<HostMessage>(this)?.no_newline.borrow_mut() = value;
                Ok(())
            },
        ),
        Property::settable(
            "ForegroundColor",
            "System.Nullable[System.ConsoleColor]",
            |_, this| Ok(of::<HostMessage>(this)?.foreground.borrow().clone()),
            |_, this, value| {
                *of::<HostMessage>(this)?.foreground.borrow_mut() = value;
                Ok(())
            },
        ),
        Property::settable(
            "BackgroundColor",
            "System.Nullable[System.ConsoleColor]",
            |_, this| Ok(of::<HostMessage>(this)?.background.borrow().clone()),
            |_, this, value| {
                *of::<HostMessage>(this)?.background.borrow_mut() = value;
                Ok(())
            },
        ),
    ],
    constructors: &[crate::types::Method::new(
        "System.Management.Automation.HostInformationMessage new()",
        |_, _, _| Ok(Value::native(HostMessage::default())),
    )],
    ..TypeTable::of(&HOST_INFORMATION_MESSAGE)
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_become_escape_sequences() {
        let message = HostMessage { text: RefCell::new("x".into()), ..HostMessage::default() };
        *message.foreground.borrow_mut() = console_colour(12);
        assert_eq!(message.shown(true), "\x1b[91mx\x1b[0m");
        assert_eq!(message.shown(false), "x");
        assert_eq!(ansi(1, [30, 90]), "\x1b[34m");
    }
}
