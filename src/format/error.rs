//! How error records are shown: the views of `$ErrorView`.

use super::detail::detailed;
use super::style::Style;
use crate::text::{Str, Symbol};
use crate::value::error::Place;
use crate::value::{Env, ErrorCategory, ErrorRecord, Outcome, Value};
use std::rc::Rc;

/// The text of an error record in the view that `$ErrorView` asks for.
pub fn error_text(env: &mut dyn Env, record: &Rc<ErrorRecord>, style: &Style) -> Outcome<String> {
    if matches!(&*record.full_id(), "NativeCommandErrorMessage" | "NativeCommandError") {
        return Ok(format!("{}{}{}", style.error, record.exception_message(), style.reset()));
    }
    let view = env.variable("ErrorView").unwrap_or_default();
    let view = super::display_text(env, &view)?;
    match view.to_ascii_lowercase().as_str() {
        "categoryview" => Ok(format!("{}{}{}", style.error, record.category_message(), style.reset())),
        "detailedview" => {
            // What `Out-String` makes of it: a line end and a blank line behind.
            let text = detailed(env, &Value::native(record.clone()), style)?;
            Ok(format!("{}{text}\n\n{}", style.error, style.reset()))
        }
        "normalview" => normal(env, record, style),
        _ => concise(env, record, style),
    }
}

/// The message, with file, line and a mark where the error comes from a script.
fn concise(env: &mut dyn Env, record: &Rc<ErrorRecord>, style: &Style) -> Outcome<String> {
    let place = record.place.borrow().clone().filter(|place| shows_line(place, record.category));
    let message = concise_message(record);
    let reason = reason(env, record)?;
    let text = match &place {
        Some(place) => positioned(place, &message, record.category, style),
        None => format!("{}{message}", style.error),
    };
    let advice = match record.recommended_action.borrow().as_deref() {
        Some(advice) if !advice.trim().is_empty() => {
            format!("\n{}  Recommendation: {advice}{}", style.error, style.reset())
        }
        _ => String::new(),
    };
    Ok(format!("{}{reason}: {text}{}{advice}", style.error, style.reset()))
}

/// Errors in a script file, and those below the first line of what was typed, show their line; modules hide it.
fn shows_line(place: &Place, category: ErrorCategory) -> bool {
    let file = place.source.file.as_deref().unwrap_or("");
    let module = file.to_ascii_lowercase().ends_with(".psm1");
    !module && (category == ErrorCategory::ParserError || !file.is_empty() || place.line_number() > 1)
}

/// Of a parse error only what stands under the mark.
fn concise_message(record: &Rc<ErrorRecord>) -> Str {
    let message = record.message();
    if record.details.borrow().is_none()
        && record.category == ErrorCategory::ParserError
        && let Some((_, after)) = message.split_once("~\n")
    {
        let first = after.split("~\n").next().unwrap_or(after);
        return first.split("\n\n").next().unwrap_or(first).into();
    }
    message
}

fn positioned(place: &Place, message: &str, category: ErrorCategory, style: &Style) -> String {
    let reset = style.reset();
    let accent = &style.error_accent;
    let file = match &place.source.file {
        Some(file) => format!("{reset}{file}:{}", place.line_number()),
        None => String::new(),
    };
    let number = place.line_number().to_string();
    let margin = " ".repeat(number.len().saturating_sub(4));
    let mut text = format!("{file}\n{accent}{margin}Line |\n");
    let prefix = format!("{accent}{margin}     | {}", style.error);
    if let Some((line, mark)) = place.marked_line() {
        let line = highlighted(&line, &mark, style);
        text.push_str(&format!("{accent}{number:>4} | {reset} {line}\n{prefix} {mark}\n"));
    }
    text.push_str(&style.error);
    // Only what stands in a file, or cannot be parsed, is broken to fit.
    if place.source.file.is_some() || category == ErrorCategory::ParserError {
        text.push_str(&broken(&prefix, message, margin.len() + 7, style.window));
    } else {
        text.push_str(&prefix);
        text.push_str(message);
    }
    text.push('\n');
    text
}

/// The line with its marked part in the accent colour.
fn highlighted(line: &str, mark: &str, style: &Style) -> String {
    let start = mark.chars().take_while(|c| *c == ' ').count();
    let count = mark.chars().count() - start;
    let before: String = line.chars().take(start).collect();
    let marked: String = line.chars().skip(start).take(count).collect();
    let after: String = line.chars().skip(start + count).collect();
    format!("{before}{}{marked}{}{after}", style.error_accent, style.reset())
}

/// A message broken at blanks to fit the window, each line behind the prefix.
fn broken(prefix: &str, message: &str, prefix_cells: usize, window: usize) -> String {
    let message: String = message.replace(['\n', '\t'], " ");
    let room = window.saturating_sub(prefix_cells);
    let mut rest: Vec<char> = message.chars().collect();
    if window == 0 || rest.len() <= room {
        return format!("{prefix}{message}");
    }
    let mut lines = Vec::new();
    while rest.len() > room {
        let cut = last_blank(&rest, room);
        if cut == 0 {
            break;
        }
        let line: String = rest.drain(..cut).collect();
        lines.push(format!("{prefix}{line}"));
        rest = trimmed(&rest);
    }
    let last: String = trimmed(&rest).into_iter().collect();
    lines.push(format!("{prefix}{last}"));
    lines.join("\n")
}

/// Where to cut so that at most `room` characters stay: at the last blank, else exactly there.
fn last_blank(text: &[char], room: usize) -> usize {
    let head = text.get(..room).unwrap_or(text);
    head.iter().rposition(|c| c.is_whitespace()).unwrap_or(head.len())
}

fn trimmed(text: &[char]) -> Vec<char> {
    let start = text.iter().position(|c| !c.is_whitespace()).unwrap_or(text.len());
    let end = text.iter().rposition(|c| !c.is_whitespace()).map_or(start, |i| i + 1);
    text.get(start..end).unwrap_or_default().to_vec()
}

/// What stands before the colon: the command, else the kind of error.
fn reason(env: &mut dyn Env, record: &Rc<ErrorRecord>) -> Outcome<Str> {
    if record.thrown.get() {
        return Ok("Exception".into());
    }
    let command = invoked_command(env, record)?;
    let activity = record.activity.borrow().clone().filter(|activity| !activity.is_empty());
    Ok(match (command, activity) {
        // A script file is not found by its name; what failed in it is more telling.
        (Some(command), None) => command.name,
        (Some(command), Some(_)) if !command.is_script => command.name,
        (_, Some(activity)) => activity,
        (None, None) => match (invocation_name(env, record)?, record.category) {
            (Some(name), _) => name,
            (None, ErrorCategory::NotSpecified) => record.reason_text(),
            (None, category) => category.name().into(),
        },
    })
}

/// The name under which something was invoked, even where there is no such command.
fn invocation_name(env: &mut dyn Env, record: &Rc<ErrorRecord>) -> Outcome<Option<Str>> {
    let invocation = record.invocation.borrow().clone();
    if record.id == "CommandNotFoundException" {
        return Ok(Some(record.target_name_text()));
    }
    let name = env.get_property(&invocation, Symbol::new("InvocationName"))?;
    Ok(Some(super::display_text(env, &name)?).filter(|name| !name.is_empty()))
}

/// The command whose invocation a record carries.
struct InvokedCommand {
    name: Str,
    is_script: bool,
}

fn invoked_command(env: &mut dyn Env, record: &Rc<ErrorRecord>) -> Outcome<Option<InvokedCommand>> {
    let invocation = record.invocation.borrow().clone();
    let command = env.get_property(&invocation, Symbol::new("MyCommand"))?;
    if command.is_null() {
        return Ok(None);
    }
    let name = env.get_property(&command, Symbol::new("Name"))?;
    let name = super::display_text(env, &name)?;
    let kind = env.get_property(&command, Symbol::new("CommandType"))?;
    let is_script = super::display_text(env, &kind)? == "ExternalScript";
    Ok((!name.is_empty()).then_some(InvokedCommand { name, is_script }))
}

/// Message, position, category and id, as Windows PowerShell showed them.
fn normal(env: &mut dyn Env, record: &Rc<ErrorRecord>, style: &Style) -> Outcome<String> {
    let invoked = match invocation_name(env, record)?.filter(|name| !matches!(&**name, "&" | ".")) {
        None => invoked_command(env, record)?.map(|command| command.name),
        name => name,
    };
    let mut text = style.error.clone();
    if let Some(command) = invoked.filter(|name| !name.is_empty()) {
        text.push_str(&format!("{command} : "));
    }
    text.push_str(&record.message());
    if let Some(place) = record.place.borrow().as_ref() {
        text.push('\n');
        text.push_str(&place.message());
    }
    text.push_str(&format!("\n+ CategoryInfo          : {}", record.category_message()));
    text.push_str(&format!("\n+ FullyQualifiedErrorId : {}{}", record.full_id(), style.reset()));
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_broken_at_blanks_behind_the_bar() {
        let text = broken(
            "     | ",
            "Cannot convert value \"x\" to type \"System.Int32\". Error: \"The input string 'x' was not in a correct format.\"",
            7,
            80,
        );
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(
            lines,
            [
                "     | Cannot convert value \"x\" to type \"System.Int32\". Error: \"The input",
                "     | string 'x' was not in a correct format.\"",
            ]
        );
    }
}
