//! Running commands, scripts and lines, and what becomes of their errors.

use super::console::ConsoleHost;
use super::input;
use super::options::{ScriptArgument, ScriptValue};
use crate::engine::Session;
use crate::engine::binder::Argument;
use crate::engine::block::ScriptBlock;
use crate::engine::code::Automatic;
use crate::engine::command::Command;
use crate::engine::host::{Host, StreamKind};
use crate::engine::pipeline::Show;
use crate::text::Str;
use crate::value::{Flow, Outcome, Value};
use std::path::Path;
use std::rc::Rc;

/// The id of the error that Ctrl-C raises.
const PIPELINE_STOPPED: &str = "PipelineStopped";

/// Runs a script file in the global scope.
///
/// # Errors
/// `Exit` with the script's status; an error that ended it, after it was reported.
pub fn file(session: &mut Session, host: &Rc<ConsoleHost>, path: &Path, arguments: Vec<ScriptArgument>) -> Outcome {
    let command = script(session, path);
    let result = command.and_then(|command| dot(session, command, arguments));
    conclude(session, host, result)
}

/// Runs a text in the global scope. Nothing is said of one that ends too early.
///
/// # Errors
/// As [`file`].
pub fn text(session: &mut Session, host: &Rc<ConsoleHost>, text: &str, arguments: Vec<ScriptArgument>) -> Outcome {
    let source = crate::syntax::Source::new(None, Str::from(text));
    if crate::syntax::parse(&source).is_incomplete() {
        session.success = false;
        return Err(Flow::Return);
    }
    let block = session.parse_block(text, None);
    let result = block.and_then(|block| dot(session, Command::Block(block), arguments));
    conclude(session, host, result)
}

/// The command of a script; a file without the ending `.ps1` is only text to be run.
fn script(session: &mut Session, path: &Path) -> Outcome<Command> {
    let name = path.to_string_lossy();
    if name.to_ascii_lowercase().ends_with(".ps1") {
        return session.script_file(&name).map(Command::Script);
    }
    let bytes = std::fs::read(path).unwrap_or_default();
    session.parse_block(&crate::text::decode(&bytes), None).map(Command::Block)
}

fn dot(session: &mut Session, command: Command, arguments: Vec<ScriptArgument>) -> Outcome {
    let reads_input = command.block().cloned().is_some_and(|block| uses_input(session, &block));
    let piped = reads_input.then(|| input::lines().into_iter().map(Value::from).collect());
    session.dot_command(command, arguments.into_iter().map(argument).collect(), piped, &mut Show)
}

/// Whether a script reads `$input`, so that it gets the lines of standard input.
fn uses_input(session: &mut Session, block: &Rc<ScriptBlock>) -> bool {
    let unit = crate::engine::lower::unit(session, &block.template);
    unit.automatic.iter().any(|(automatic, _)| *automatic == Automatic::Input)
}

fn argument(given: ScriptArgument) -> Argument {
    let plain = |name: Option<String>, value: Option<Value>| Argument {
        span: Default::default(),
        name: name.map(Str::from),
        value,
        token: None,
        splatted: false,
    };
    match given {
        ScriptArgument::Positional(text) => plain(None, Some(Value::from(text))),
        ScriptArgument::Name(name) => plain(Some(name), None),
        ScriptArgument::Named(name, ScriptValue::Text(text)) => plain(Some(name), Some(Value::from(text))),
        ScriptArgument::Named(name, ScriptValue::Bool(on)) => plain(Some(name), Some(Value::Bool(on))),
    }
}

/// Ends a pipeline: prints what is left and reports an error.
///
/// # Errors
/// `Exit` passes on, as does an error after it was reported.
pub fn conclude(session: &mut Session, host: &Rc<ConsoleHost>, result: Outcome) -> Outcome {
    match result {
        Ok(()) | Err(Flow::Break(_) | Flow::Continue(_) | Flow::Return | Flow::StopUpstream(_)) => {
            match host.finish(session) {
                Err(Flow::Error(record)) => {
                    report(session, host, &Flow::Error(record));
                    Ok(())
                }
                other => other,
            }
        }
        Err(flow) => {
            host.abandon();
            if let Flow::Error(_) = &flow {
                session.success = false;
                report(session, host, &flow);
            }
            Err(flow)
        }
    }
}

/// Shows an error that ended a pipeline. What Ctrl-C ended needs no words.
pub fn report(session: &mut Session, host: &Rc<ConsoleHost>, flow: &Flow) {
    let Flow::Error(record) = flow else { return };
    if &*record.id == PIPELINE_STOPPED {
        return;
    }
    session.add_error(record);
    if let Some(picture) = host.picture(record) {
        return host.error_line(&picture);
    }
    let shown = host.show_record(session, StreamKind::Error, &Value::native(record.clone()));
    let shown = shown.and_then(|()| host.finish(session));
    if let Err(Flow::Error(second)) = shown {
        host.abandon();
        host.error_line(&second.message());
    }
}
