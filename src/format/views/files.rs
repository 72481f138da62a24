//! Views of files and folders.

use crate::format::display_text;
use crate::format::view::{
    Group, Item, ListEntry, Token, View, ViewColumn, WideEntry, column, computed, field, labelled, wide,
};
use crate::text::Symbol;
use crate::value::{Env, Outcome, Value};

const TYPES: &[&str] = &["System.IO.DirectoryInfo", "System.IO.FileInfo"];

pub const VIEWS: &[View] = &[
    View::table("childrenWithUnixStat", TYPES, UNIX).wrapped().grouped(FOLDER),
    View::table("children", TYPES, PLAIN).wrapped().grouped(FOLDER),
    View::table("childrenWithHardlink", TYPES, HARD_LINKS).wrapped().grouped(FOLDER),
    View::list("children", TYPES, LIST).grouped(FOLDER),
    View::wide("children", TYPES, WIDE).grouped(FOLDER),
];

const FOLDER: Group = Group {
    key: Item::Property("PSParentPath"),
    label: None,
    heading: Some(&[Token::Text("    Directory: "), Token::Item(Item::Computed("PSParentPath", folder))]),
};

const UNIX: &[ViewColumn] = &[
    column("UnixMode").left().label("UnixMode").width(10),
    column("User").right().label("User").width(10),
    column("Group").left().label("Group").width(10),
    computed("LastWriteTime", last_write).right().width(16),
    column("Size").right().label("Size").width(12),
    column("NameString").left().label("Name"),
];

const PLAIN: &[ViewColumn] = &[
    column("ModeWithoutHardLink").left().label("Mode").width(7),
    column("LastWriteTimeString").right().label("LastWriteTime").width(26),
    column("LengthString").right().label("Length").width(14),
    column("NameString").left().label("Name"),
];

const HARD_LINKS: &[ViewColumn] = &[
    column("Mode").left().label("Mode").width(7),
    column("LastWriteTimeString").right().label("LastWriteTime").width(26),
    column("LengthString").right().label("Length").width(14),
    column("NameString").left().label("Name"),
];

const LIST: &[ListEntry] = &[
    ListEntry {
        types: &["System.IO.FileInfo"],
        fields: &[
            field("Name"),
            labelled("Length", Item::Property("LengthString")),
            field("CreationTime"),
            field("LastWriteTime"),
            field("LastAccessTime"),
            field("Mode"),
            field("LinkType"),
            field("Target"),
            field("VersionInfo"),
        ],
    },
    ListEntry {
        types: &[],
        fields: &[
            field("Name"),
            field("CreationTime"),
            field("LastWriteTime"),
            field("LastAccessTime"),
            field("Mode"),
            field("LinkType"),
            field("Target"),
        ],
    },
];

const WIDE: &[WideEntry] = &[
    wide("Name"),
    WideEntry { types: &["System.IO.DirectoryInfo"], item: Item::Property("Name"), format: Some("[{0}]") },
];

/// The folder's path without the provider in front.
fn folder(env: &mut dyn Env, file: &Value) -> Outcome<Value> {
    let path = env.get_property(file, Symbol::new("PSParentPath"))?;
    let path = display_text(env, &path)?;
    Ok(path.replace("Microsoft.PowerShell.Core\\FileSystem::", "").into())
}

/// The short date and the time to the minute.
fn last_write(env: &mut dyn Env, file: &Value) -> Outcome<Value> {
    let moment = env.get_property(file, Symbol::new("LastWriteTime"))?;
    let Value::Native(native) = moment.base() else { return Ok(Value::from("")) };
    let mut parts = Vec::new();
    for format in ["d", "HH", "mm"] {
        parts.push(native.data().format(env, format)?.unwrap_or_default());
    }
    match parts.as_slice() {
        [date, hour, minute] => Ok(format!("{date} {hour}:{minute}").into()),
        _ => Ok(Value::from("")),
    }
}
