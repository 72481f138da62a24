//! Asking for the values of mandatory parameters.

use crate::engine::Session;
use crate::engine::call::Call;
use crate::engine::signature::Param;
use crate::text::Str;
use crate::value::{Env, Outcome, TypeRef, Value, convert};
use std::rc::Rc;

/// A parameter to be asked for.
pub(super) struct Question<'a> {
    pub index: usize,
    pub param: &'a Param,
    pub help: Str,
}

/// Asks for all of them; `None` where nobody can answer.
pub(super) fn ask(
    session: &mut Session,
    call: &Rc<Call>,
    questions: &[Question],
) -> Outcome<Option<Vec<(usize, Value)>>> {
    let host = session.host();
    if !host.is_interactive() {
        return Ok(None);
    }
    let caption = format!("\ncmdlet {} at command pipeline position {}", call.command.name(), call.position);
    host.write(session, &caption, true);
    host.write(session, "Supply values for the following parameters:", true);
    if questions.iter().any(|question| !question.help.is_empty()) {
        host.write(session, "(Type !? for Help.)", true);
    }
    let mut answers = Vec::with_capacity(questions.len());
    for question in questions {
        match ask_one(session, question)? {
            Some(answer) => answers.push((question.index, answer)),
            None => return Ok(None),
        }
    }
    Ok(Some(answers))
}

fn ask_one(session: &mut Session, question: &Question) -> Outcome<Option<Value>> {
    let TypeRef::Array(array) = &question.param.ty else {
        return answer(session, question, &format!("{}: ", question.param.name), &question.param.ty);
    };
    let mut items = Vec::new();
    loop {
        let prompt = format!("{}[{}]: ", question.param.name, items.len());
        match answer(session, question, &prompt, &array.0)? {
            None if items.is_empty() => return Ok(None),
            Some(item) if item.as_str().is_none_or(|text| !text.is_empty()) => items.push(item),
            _ => return Ok(Some(Value::array(items))),
        }
    }
}

/// One answer, converted; it is asked again until it can be.
fn answer(session: &mut Session, question: &Question, prompt: &str, ty: &TypeRef) -> Outcome<Option<Value>> {
    let host = session.host();
    let is_secret = ty.full_name() == "System.Security.SecureString";
    loop {
        let Some(line) = host.read_line(prompt, is_secret) else { return Ok(None) };
        if line == "!?" && !question.help.is_empty() {
            host.write(session, &question.help, true);
            continue;
        }
        if is_secret {
            return secret(session, ty, &line);
        }
        if line.is_empty() {
            return Ok(Some(Value::Str(line)));
        }
        match convert::convert(session, &Value::Str(line.clone()), ty) {
            Ok(value) => return Ok(Some(value)),
            Err(flow) if convert::is_cast_failure(&flow) => {
                let text = format!("Cannot recognize \"{line}\" as a {} due to a format error.", ty.full_name());
                host.write(session, &text, true);
            }
            Err(flow) => return Err(flow),
        }
    }
}

/// The secure string of a text.
pub fn secret(session: &mut Session, ty: &TypeRef, text: &str) -> Outcome<Option<Value>> {
    let Some(made) = session.construct(ty, &[]) else { return Ok(None) };
    let made = made?;
    for unit in text.encode_utf16() {
        session.call_method(&made, "AppendChar", &[Value::Char(unit)])?;
    }
    Ok(Some(made))
}
