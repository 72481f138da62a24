//! `$PSCmdlet`: what an advanced function can ask of its call.

use super::Session;
use super::call::Call;
use super::host::StreamKind;
use crate::text::{Str, Symbol};
use crate::value::{
    ErrorRecord, Fault, Flow, Native, NativeType, Outcome, SwitchParameter, TypeRef, Value, convert, types,
};
use std::rc::Rc;

pub static SCRIPT_CMDLET: NativeType = NativeType::class("System.Management.Automation.PSScriptCmdlet", &types::OBJECT);

/// The call of an advanced function as its script sees it.
pub struct ScriptCmdlet(pub Rc<Call>);

impl Native for ScriptCmdlet {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&SCRIPT_CMDLET)
    }

    fn dynamic_properties(&self) -> Vec<Str> {
        PROPERTIES.iter().map(|name| Str::from(*name)).collect()
    }
}

const PROPERTIES: [&str; 6] =
    ["ParameterSetName", "MyInvocation", "PagingParameters", "SessionState", "Host", "CommandRuntime"];

/// `$PSCmdlet` of a call.
pub fn script_cmdlet(call: Rc<Call>) -> Value {
    Value::native(ScriptCmdlet(call))
}

/// The value of a property; `None` where it has none of that name.
pub fn property(session: &mut Session, call: &Rc<Call>, name: Symbol) -> Option<Value> {
    let name = name.name();
    Some(match &*name.to_ascii_lowercase() {
        "parametersetname" => Value::Str(call.parameter_set.borrow().clone()),
        "myinvocation" => super::automatic::invocation_info(session, call),
        "pagingparameters" => paging(call),
        "sessionstate" => super::tables::session_state::current(),
        "host" => super::host_object::host_object(),
        "commandruntime" => script_cmdlet(call.clone()),
        "stopping" => Value::Bool(false),
        _ => return None,
    })
}

/// `PagingParameters` of a function that supports paging.
fn paging(call: &Call) -> Value {
    if call.signature.as_ref().is_none_or(|signature| !signature.supports_paging) {
        return Value::Null;
    }
    let given = |name: &str, default: Value| call.bound_value(Symbol::new(name)).unwrap_or(default);
    Value::typed_object(
        "System.Management.Automation.PagingParameters",
        [
            ("IncludeTotalCount", given("IncludeTotalCount", SwitchParameter::value(false))),
            ("Skip", given("Skip", Value::UInt64(0))),
            ("First", given("First", Value::UInt64(u64::MAX))),
        ],
    )
}

/// Calls a method; `None` where it has none of that name.
///
/// `WriteObject` gives back what it writes, which the statement that it stands in then writes.
pub fn method(session: &mut Session, call: &Rc<Call>, name: &str, arguments: &[Value]) -> Option<Outcome<Value>> {
    Some(match &*name.to_ascii_lowercase() {
        "writeobject" => write_object(session, arguments),
        "writeerror" => record_of(session, arguments).and_then(|record| done(session.write_error(record, call))),
        "throwterminatingerror" => {
            record_of(session, arguments).and_then(|record| Err(terminating(session, call, &record)))
        }
        "writewarning" => write(session, call, StreamKind::Warning, arguments),
        "writeverbose" => write(session, call, StreamKind::Verbose, arguments),
        "writedebug" => write(session, call, StreamKind::Debug, arguments),
        "writeinformation" => {
            let data = arguments.first().cloned().unwrap_or_default();
            if data.downcast::<super::information::InformationRecord>().is_some() {
                return Some(done(session.write_stream(StreamKind::Information, data, call)));
            }
            let tags = arguments.get(1).and_then(crate::value::enumerate::items_of).unwrap_or_default();
            let tags: Vec<Str> = tags.iter().filter_map(|tag| tag.as_str().cloned()).collect();
            done(session.write_information(data, &tags, call))
        }
        "writecommanddetail" => Ok(Value::Void),
        "shouldprocess" => should_process(session, call, arguments),
        "shouldcontinue" => should_continue(session, call, arguments),
        "getvariablevalue" => variable_value(session, arguments),
        _ => return None,
    })
}

fn done(outcome: Outcome) -> Outcome<Value> {
    outcome.map(|()| Value::Void)
}

fn text_at(session: &mut Session, arguments: &[Value], place: usize) -> Outcome<Str> {
    match arguments.get(place) {
        Some(value) => convert::to_text(session, value),
        None => Ok(Str::default()),
    }
}

fn write_object(session: &mut Session, arguments: &[Value]) -> Outcome<Value> {
    let object = arguments.first().cloned().unwrap_or_default();
    let enumerates = match arguments.get(1) {
        Some(value) => convert::to_bool(session, value)?,
        None => false,
    };
    Ok(if enumerates { object } else { Value::array(vec![object]) })
}

fn write(session: &mut Session, call: &Rc<Call>, stream: StreamKind, arguments: &[Value]) -> Outcome<Value> {
    let text = text_at(session, arguments, 0)?;
    done(session.write_stream(stream, Value::Str(text), call))
}

fn record_of(session: &mut Session, arguments: &[Value]) -> Outcome<Rc<ErrorRecord>> {
    let value = arguments.first().cloned().unwrap_or_default();
    match value.downcast::<Rc<ErrorRecord>>() {
        Some(record) => Ok(record.clone()),
        None => {
            let text = convert::to_text(session, &value)?;
            let message = format!("Cannot process argument because the value of argument \"{text}\" is not valid.");
            Err(Fault::exception(&crate::types::exceptions::PS_ARGUMENT_EXCEPTION, message).into())
        }
    }
}

/// An error that ends the function, and nothing beyond the statement that called it.
fn terminating(session: &mut Session, call: &Rc<Call>, record: &Rc<ErrorRecord>) -> Flow {
    session.sign(record, call);
    session.collect_error(record, call);
    record.thrown.set(true);
    record.leaves_command.set(true);
    Flow::Error(record.clone())
}

fn should_process(session: &mut Session, call: &Rc<Call>, arguments: &[Value]) -> Outcome<Value> {
    let answer = match arguments.len() {
        0 | 1 => {
            let target = text_at(session, arguments, 0)?;
            session.should_process(&target, &call.command.name(), call)
        }
        2 => {
            let (target, action) = (text_at(session, arguments, 0)?, text_at(session, arguments, 1)?);
            session.should_process(&target, &action, call)
        }
        _ => {
            let (sentence, query) = (text_at(session, arguments, 0)?, text_at(session, arguments, 1)?);
            let caption = text_at(session, arguments, 2)?;
            session.should_process_as(&sentence, &query, &caption, call)
        }
    };
    answer.map(Value::Bool)
}

fn should_continue(session: &mut Session, call: &Rc<Call>, arguments: &[Value]) -> Outcome<Value> {
    let (query, caption) = (text_at(session, arguments, 0)?, text_at(session, arguments, 1)?);
    session.should_continue(&query, &caption, call).map(Value::Bool)
}

fn variable_value(session: &mut Session, arguments: &[Value]) -> Outcome<Value> {
    let name = text_at(session, arguments, 0)?;
    let found = session.lookup(Symbol::new(&name));
    Ok(found.or_else(|| arguments.get(1).cloned()).unwrap_or_default())
}
