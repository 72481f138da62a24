//! Drives and providers as objects: `PSDriveInfo` and `ProviderInfo`.

use crate::cmdlets::facts::{self, Facts};
use crate::cmdlets::prelude::*;
use crate::engine::Session;
use crate::provider::Drive;
use crate::types::TypeTable;
use crate::types::table::Property;
use crate::value::NativeType;
use crate::value::types::OBJECT;

pub static PS_DRIVE_INFO: NativeType = NativeType::class("System.Management.Automation.PSDriveInfo", &OBJECT);
pub static PROVIDER_INFO: NativeType = NativeType::class("System.Management.Automation.ProviderInfo", &OBJECT);

pub static DRIVE_TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("CurrentLocation", "string", |_, this| facts::get(this, 0)),
        Property::new("Name", "string", |_, this| facts::get(this, 1)),
        Property::new("Provider", "System.Management.Automation.ProviderInfo", |_, this| facts::get(this, 2)),
        Property::new("Root", "string", |_, this| facts::get(this, 3)),
        Property::new("Description", "string", |_, this| facts::get(this, 4)),
        Property::new("MaximumSize", "System.Nullable[long]", |_, _| Ok(Value::Null)),
        Property::new("DisplayRoot", "string", |_, _| Ok(Value::Null)),
        Property::new("VolumeSeparatedByColon", "bool", |_, this| facts::get(this, 5)),
        Property::new("Used", "System.Object", |_, _| Ok(Value::Null)),
        Property::new("Free", "System.Object", |_, _| Ok(Value::Null)),
    ],
    ..TypeTable::of(&PS_DRIVE_INFO)
};

pub static PROVIDER_TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("Name", "string", |_, this| facts::get(this, 0)),
        Property::new("ModuleName", "string", |_, _| Ok(Value::from("Microsoft.PowerShell.Core"))),
        Property::new("Description", "string", |_, _| Ok(Value::from(""))),
        Property::new("Capabilities", "string", |_, this| facts::get(this, 1)),
        Property::new("Home", "string", |_, this| facts::get(this, 2)),
        Property::new("Drives", "System.Object", |_, this| facts::get(this, 3)),
        Property::new("VolumeSeparatedByColon", "bool", |_, this| facts::get(this, 4)),
    ],
    ..TypeTable::of(&PROVIDER_INFO)
};

/// The providers in the order in which they are listed.
pub const PROVIDERS: [Drive; 5] = [Drive::Alias, Drive::Env, Drive::FileSystem, Drive::Function, Drive::Variable];

/// The provider of a drive as an object.
pub fn provider(session: &Session, drive: Drive) -> Value {
    let is_files = drive == Drive::FileSystem;
    let capabilities = if is_files { "Filter, ShouldProcess, Credentials" } else { "ShouldProcess" };
    let home = session.environment.get("HOME").filter(|_| is_files).cloned().unwrap_or_default();
    let mut drives = vec![Value::from(drive.name())];
    if is_files {
        drives.extend(session.drives.iter().map(|(name, _, _)| Value::Str(name.clone())));
    }
    let name = drive.provider();
    let values = vec![
        Value::from(name),
        Value::from(capabilities),
        Value::Str(home),
        Value::array(drives),
        Value::Bool(!is_files),
    ];
    Facts::with_text(&PROVIDER_INFO, values, format!("Microsoft.PowerShell.Core\\{name}"))
}

/// A built-in drive as an object.
pub fn drive(session: &Session, drive: Drive) -> Value {
    let (root, description, location) = match drive {
        Drive::FileSystem => ("/", "", Str::from(session.folder.trim_start_matches('/'))),
        Drive::Alias => ("", "Drive that contains a view of the aliases stored in a session state", Str::default()),
        Drive::Env => ("", "Drive that contains a view of the environment variables for the process", Str::default()),
        Drive::Function => {
            ("", "Drive that contains a view of the functions stored in a session state", Str::default())
        }
        Drive::Variable => {
            ("", "Drive that contains a view of those variables stored in a session state", Str::default())
        }
    };
    let values = vec![
        Value::Str(location),
        Value::from(drive.name()),
        provider(session, drive),
        Value::from(root),
        Value::from(description),
        Value::Bool(drive != Drive::FileSystem),
    ];
    Facts::with_text(&PS_DRIVE_INFO, values, drive.name())
}

/// A drive that was made over a folder, as an object.
pub fn made(session: &Session, made: &(Str, Str, Str)) -> Value {
    let (name, description, root) = made;
    let values = vec![
        Value::from(""),
        Value::Str(name.clone()),
        provider(session, Drive::FileSystem),
        Value::Str(root.clone()),
        Value::Str(description.clone()),
        Value::Bool(true),
    ];
    Facts::with_text(&PS_DRIVE_INFO, values, name.clone())
}

/// All drives in order of name.
pub fn all(session: &Session) -> Vec<(Str, Value)> {
    let built_in = [Drive::FileSystem, Drive::Alias, Drive::Env, Drive::Function, Drive::Variable];
    let mut drives: Vec<(Str, Value)> =
        built_in.into_iter().map(|each| (Str::from(each.name()), drive(session, each))).collect();
    drives.extend(session.drives.iter().map(|each| (each.0.clone(), made(session, each))));
    drives.sort_by(|a, b| crate::text::collate::compare(&a.0, &b.0, crate::text::collate::CaseRule::Insensitive));
    drives
}
