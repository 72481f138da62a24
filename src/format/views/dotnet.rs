//! Views of .NET's own types.

use crate::format::text::number_text;
use crate::format::view::{Group, Item, ListEntry, Token, View, ViewColumn, column, computed, field, fields, wide};
use crate::text::{Number, Symbol};
use crate::value::{Env, Outcome, Value};

pub const VIEWS: &[View] = &[
    View::table(
        "System.Globalization.CultureInfo",
        &["System.Globalization.CultureInfo"],
        &[column("LCID").width(16), column("Name").width(16), column("DisplayName")],
    ),
    View::table(
        "System.Version",
        &["System.Version"],
        &[column("Major").width(6), column("Minor").width(6), column("Build").width(6), column("Revision").width(8)],
    ),
    View::table(
        "System.Version",
        &["System.Version#IncludeLabel"],
        &[
            column("Major").width(6),
            column("Minor").width(6),
            column("Build").width(6),
            column("Revision").width(8),
            column("PSSemVerPreReleaseLabel").width(26),
            column("PSSemVerBuildLabel").width(27),
        ],
    ),
    View::table(
        "System.Management.Automation.SemanticVersion",
        &["System.Management.Automation.SemanticVersion"],
        &[
            column("Major").width(6),
            column("Minor").width(6),
            column("Patch").width(6),
            column("PreReleaseLabel").width(15),
            column("BuildLabel").width(11),
        ],
    ),
    View::table("Dictionary", &["System.Collections.DictionaryEntry"], &[column("Name").width(30), column("Value")]),
    View::list(
        "System.Collections.DictionaryEntry",
        &["System.Collections.DictionaryEntry"],
        &[fields(&[field("Name"), field("Value")])],
    ),
    View::table("process", &["System.Diagnostics.Process"], PROCESS),
    View::table("Priority", &["System.Diagnostics.Process"], PROCESS_SHORT).grouped(Group {
        key: Item::Property("PriorityClass"),
        label: Some("PriorityClass"),
        heading: None,
    }),
    View::wide("process", &["System.Diagnostics.Process"], &[wide("ProcessName")]),
    View::list("System.TimeSpan", &["System.TimeSpan"], TIME_SPAN),
    View::table(
        "System.TimeSpan",
        &["System.TimeSpan"],
        &[column("Days"), column("Hours"), column("Minutes"), column("Seconds"), column("Milliseconds")],
    ),
    View::wide("System.TimeSpan", &["System.TimeSpan"], &[wide("TotalMilliseconds")]),
    View::custom("DateTime", &["System.DateTime"], &[Token::Item(Item::Property("DateTime"))]),
    View::table("System.Guid", &["System.Guid"], &[column("Guid")]),
    View::table(
        "System.Net.NetworkCredential",
        &["System.Net.NetworkCredential"],
        &[column("UserName").width(50), column("Domain").width(50)],
    ),
    View::table(
        "System.Management.Automation.PSMethod",
        &["System.Management.Automation.PSMethod"],
        &[computed("OverloadDefinitions", overloads)],
    )
    .wrapped(),
];

const PROCESS: &[ViewColumn] = &[
    computed("NPM(K)", |env, process| kilobytes(env, process, "NPM")).right().width(7),
    computed("PM(M)", |env, process| megabytes(env, process, "PM")).right().width(8),
    computed("WS(M)", |env, process| megabytes(env, process, "WS")).right().width(10),
    computed("CPU(s)", |env, process| two_digits(env, process, "CPU", 1.0)).right().width(10),
    column("Id").right().width(7),
    column("SI").right().width(3),
    column("ProcessName"),
];

const PROCESS_SHORT: &[ViewColumn] =
    &[column("ProcessName").width(20), column("Id").right().width(10), column("WorkingSet64").right().width(12)];

const TIME_SPAN: &[ListEntry] = &[fields(&[
    field("Days"),
    field("Hours"),
    field("Minutes"),
    field("Seconds"),
    field("Milliseconds"),
    field("Ticks"),
    field("TotalDays"),
    field("TotalHours"),
    field("TotalMinutes"),
    field("TotalSeconds"),
    field("TotalMilliseconds"),
])];

#[expect(clippy::cast_precision_loss, reason = "a size in memory that is shown with two digits")]
fn amount(env: &mut dyn Env, process: &Value, name: &str) -> Outcome<f64> {
    Ok(match env.get_property(process, Symbol::new(name))?.base() {
        Value::Int(n) => f64::from(*n),
        Value::Long(n) => *n as f64,
        Value::Double(n) => *n,
        _ => 0.0,
    })
}

fn kilobytes(env: &mut dyn Env, process: &Value, name: &str) -> Outcome<Value> {
    let amount = (amount(env, process, name)? / 1024.0).round_ties_even();
    Ok(format!("{amount}").into())
}

fn megabytes(env: &mut dyn Env, process: &Value, name: &str) -> Outcome<Value> {
    two_digits(env, process, name, 1_048_576.0)
}

fn two_digits(env: &mut dyn Env, process: &Value, name: &str, unit: f64) -> Outcome<Value> {
    let amount = amount(env, process, name)? / unit;
    Ok(number_text(env, &Number::Double(amount), "N2").into())
}

/// The overloads of a method, one a line and a blank line behind them.
fn overloads(env: &mut dyn Env, method: &Value) -> Outcome<Value> {
    let definitions = env.get_property(method, Symbol::new("OverloadDefinitions"))?;
    let mut text = String::new();
    for definition in crate::format::text::enumerated(&definitions).unwrap_or_else(|| vec![definitions]) {
        text.push_str(&crate::format::display_text(env, &definition)?);
        text.push('\n');
    }
    Ok(text.into())
}
