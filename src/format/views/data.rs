//! Views of what the utility cmdlets give: members, groups, matches, variables, records.

use crate::format::view::{
    Group, Item, Token, View, ViewBody, ViewField, column, computed, field, fields, labelled, wide,
};
use crate::text::Symbol;
use crate::value::{Env, Outcome, Value};

pub const VIEWS: &[View] = &[
    View::table(
        "System.RuntimeType",
        &["System.RuntimeType"],
        &[
            column("IsPublic").label("IsPublic").width(8),
            column("IsSerializable").label("IsSerial").width(8),
            column("Name").width(40),
            column("BaseType"),
        ],
    ),
    View::table(
        "Microsoft.PowerShell.Commands.MemberDefinition",
        &["Microsoft.PowerShell.Commands.MemberDefinition"],
        &[
            column("Name").label("Name"),
            column("MemberType").label("MemberType"),
            column("Definition").label("Definition"),
        ],
    )
    .auto_sized()
    .grouped(Group { key: Item::Property("TypeName"), label: None, heading: None }),
    View::table(
        "Microsoft.PowerShell.Commands.GroupInfo",
        &["Microsoft.PowerShell.Commands.GroupInfo"],
        &[column("Count").right().label("Count").width(5), column("Name").width(25), column("Group")],
    ),
    View::list(
        "Microsoft.PowerShell.Commands.GroupInfo",
        &["Microsoft.PowerShell.Commands.GroupInfo"],
        &[fields(&[field("Name"), field("Count"), field("Group"), field("Values")])],
    ),
    View::table(
        "Microsoft.PowerShell.Commands.GroupInfoNoElement",
        &["Microsoft.PowerShell.Commands.GroupInfoNoElement"],
        &[column("Count").right().label("Count").width(5), column("Name").width(25)],
    ),
    View::list(
        "Microsoft.PowerShell.Commands.GroupInfoNoElement",
        &["Microsoft.PowerShell.Commands.GroupInfoNoElement"],
        &[fields(&[field("Name"), field("Count"), field("Values")])],
    ),
    View::table(
        "history",
        &["Microsoft.PowerShell.Commands.HistoryInfo"],
        &[column("Id").right().width(4), computed("Duration", duration).right().width(12), column("CommandLine")],
    ),
    View::wide("history", &["Microsoft.PowerShell.Commands.HistoryInfo"], &[wide("CommandLine")]),
    View::custom(
        "MatchInfo",
        &["Microsoft.PowerShell.Commands.MatchInfo"],
        &[Token::Item(Item::Computed("Line", match_text))],
    ),
    View::table("Variable", &["System.Management.Automation.PSVariable"], &[column("Name").width(30), column("Value")]),
    View::table("PathInfo", &["System.Management.Automation.PathInfo"], &[column("Path")]),
    View::table(
        "FileHashInfo",
        &["Microsoft.PowerShell.Commands.FileHashInfo"],
        &[column("Algorithm").left().width(15), column("Hash").left().width(70), column("Path")],
    ),
    View::list("WebResponse", &["Microsoft.PowerShell.Commands.BasicHtmlWebResponseObject"], &[fields(WEB_PAGE)]),
    View::list("WebResponse", &["Microsoft.PowerShell.Commands.WebResponseObject"], &[fields(WEB_RESPONSE)]),
    View::custom(
        "ScriptBlock",
        &["System.Management.Automation.ScriptBlock"],
        &[Token::Item(Item::Computed("$_", |_, block| Ok(block.clone())))],
    )
    .out_of_band(),
    View {
        body: ViewBody::Detail,
        ..View::custom(
            "GetErrorInstance",
            &["System.Management.Automation.ErrorRecord#PSExtendedError", "System.Exception#PSExtendedError"],
            &[],
        )
        .grouped(Group { key: Item::Property("PSErrorIndex"), label: Some("ErrorIndex"), heading: None })
    },
    View {
        body: ViewBody::Error,
        ..View::custom("ErrorInstance", &["System.Management.Automation.ErrorRecord"], &[]).out_of_band()
    },
    View::custom("WarningRecord", &["System.Management.Automation.WarningRecord"], MESSAGE).out_of_band(),
    View::custom(
        "InformationRecord",
        &["System.Management.Automation.InformationRecord"],
        &[Token::Item(Item::Computed("$_.ToString()", own_text))],
    )
    .out_of_band(),
];

const MESSAGE: &[Token] = &[Token::Item(Item::Property("Message"))];

const WEB_PAGE: &[ViewField] = &[
    field("StatusCode"),
    field("StatusDescription"),
    labelled("Content", Item::Computed("Content", |env, response| excerpt(env, response, "Content"))),
    labelled("RawContent", Item::Computed("RawContent", |env, response| excerpt(env, response, "RawContent"))),
    field("Headers"),
    field("Images"),
    field("InputFields"),
    field("Links"),
    field("RawContentLength"),
    field("RelationLink"),
];

const WEB_RESPONSE: &[ViewField] = &[
    field("StatusCode"),
    field("StatusDescription"),
    field("Content"),
    labelled("RawContent", Item::Computed("RawContent", |env, response| excerpt(env, response, "RawContent"))),
    field("Headers"),
    field("RawContentLength"),
    field("RelationLink"),
];

/// The first 200 characters of a property.
fn excerpt(env: &mut dyn Env, response: &Value, name: &str) -> Outcome<Value> {
    let value = env.get_property(response, Symbol::new(name))?;
    let text = crate::format::display_text(env, &value)?;
    match text.slice(0, 200) {
        Some(start) => Ok(format!("{start}…").into()),
        None => Ok(Value::Str(text)),
    }
}

/// How long a command took, with as many parts as it needs.
fn duration(env: &mut dyn Env, entry: &Value) -> Outcome<Value> {
    let duration = env.get_property(entry, Symbol::new("Duration"))?;
    let Value::Native(native) = duration.base() else { return Ok(Value::from("")) };
    let hours = match env.get_property(&duration, Symbol::new("TotalHours"))? {
        Value::Double(hours) => hours,
        _ => 0.0,
    };
    if hours >= 10.0 {
        let rest = native.data().format(env, "mm\\:ss\\.fff")?.unwrap_or_default();
        return Ok(format!("{}:{rest}", hours.round_ties_even()).into());
    }
    let format = if hours >= 1.0 {
        "h\\:mm\\:ss\\.fff"
    } else if hours * 60.0 >= 1.0 {
        "m\\:ss\\.fff"
    } else {
        "s\\.fff"
    };
    Ok(native.data().format(env, format)?.unwrap_or_default().into())
}

/// The matching line, with path and number where it came from a file.
fn match_text(env: &mut dyn Env, found: &Value) -> Outcome<Value> {
    let folder = Value::Str(env.current_folder());
    let method = if env.has_method(found, "ToEmphasizedString") { "ToEmphasizedString" } else { "ToString" };
    env.call_method(found, method, &[folder])
}

fn own_text(env: &mut dyn Env, record: &Value) -> Outcome<Value> {
    Ok(Value::Str(crate::format::display_text(env, record)?))
}
