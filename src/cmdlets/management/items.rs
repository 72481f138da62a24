//! Items of drives as objects: files and folders, and what lies on the drives of the session.

use super::{drives, paths};
use crate::cmdlets::prelude::*;
use crate::engine::Session;
use crate::engine::command::Command;
use crate::engine::resolve::CommandInfo;
use crate::engine::tables::variable;
use crate::engine::variable::Variable;
use crate::provider::{Drive, Place, session_drive};
use crate::types::entry;
use crate::types::io::FileEntry;
use crate::value::types::OBJECT;
use crate::value::{Member, Native, NativeType, OtherMember};

static COMMON_STAT: NativeType = NativeType::class("System.Management.Automation.Platform+Unix+CommonStat", &OBJECT);

/// What the shell keeps of a file's state beside the .NET object.
struct CommonStat;

impl Native for CommonStat {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&COMMON_STAT)
    }
}

/// The object of an item, with the notes of its provider; `None` where nothing is there.
pub fn object(session: &mut Session, place: &Place) -> Option<Value> {
    let symbol = Symbol::new(&place.path);
    let value = match place.drive {
        Drive::FileSystem => FileEntry::value(&place.path),
        _ if place.path.is_empty() => return Some(drive_root(session, place.drive)),
        Drive::Env => {
            let (name, value) = session.environment.get_key_value(&*place.path)?;
            let (name, value) = (Value::Str(name.clone()), Value::Str(value.clone()));
            let value = entry::entry(name, value);
            if let Some(extra) = value.extra() {
                let alias = OtherMember::Alias { target: Str::from("Key"), conversion: None };
                extra.change(|parts| parts.members.set(Str::from("Name"), Member::Other(Rc::new(alias))));
            }
            value
        }
        Drive::Variable => match session.find_variable(symbol) {
            Some(variable) => variable::value(variable),
            None => {
                let value = session.lookup(symbol)?;
                variable::value(Rc::new(Variable::with_value(symbol, value)))
            }
        },
        Drive::Function => {
            let function = session.find_function(symbol)?;
            Value::native(CommandInfo { command: Command::Function(function), alias: None })
        }
        Drive::Alias => {
            let alias = session.find_alias(symbol)?;
            let command = session.find_command(&alias.definition).ok().flatten()?;
            Value::native(CommandInfo { command, alias: Some(alias) })
        }
    };
    Some(noted(session, value, place))
}

/// What stands for a whole drive of the session: all that lies on it.
fn drive_root(session: &mut Session, drive: Drive) -> Value {
    let items = session_drive::names(session, drive)
        .into_iter()
        .filter_map(|path| object(session, &Place { drive, path }))
        .collect();
    Value::array(items)
}

/// Gives an object the notes of the provider.
pub fn noted(session: &Session, value: Value, place: &Place) -> Value {
    let value = match value.extra() {
        Some(_) => value,
        None => Value::Object(Rc::new(crate::value::PsObject::wrapping(value))),
    };
    let provider = place.drive.provider();
    let full = |path: &str| Value::from(format!("Microsoft.PowerShell.Core\\{provider}::{path}"));
    let mut notes = vec![("PSPath", full(&place.path))];
    if place.drive == Drive::FileSystem {
        notes.push((
            "PSParentPath",
            match &*place.path {
                "/" => Value::from(""),
                path => full(&paths::parent(path)),
            },
        ));
        notes.push(("PSChildName", Value::from(paths::leaf(&place.path))));
        notes.push(("UnixStat", Value::native(CommonStat)));
    }
    notes.push(("PSDrive", drives::drive(session, place.drive)));
    notes.push(("PSProvider", drives::provider(session, place.drive)));
    let is_container = match value.downcast::<FileEntry>() {
        Some(entry) => entry.is_folder,
        None => place.is_container(),
    };
    notes.push(("PSIsContainer", Value::Bool(is_container)));
    if let Some(extra) = value.extra() {
        extra.change(|parts| {
            for (name, value) in notes {
                parts.members.set(Str::from(name), Member::Note(value));
            }
        });
    }
    value
}

/// Writes the object of an item, where it is there.
pub fn write(cx: &mut Cx, place: &Place) -> Outcome {
    match object(cx.session, place) {
        Some(value) if place.drive != Drive::FileSystem && place.path.is_empty() => cx.write_items(value),
        Some(value) => cx.write(value),
        None => Ok(()),
    }
}
