//! Taking in the arguments of a call: splatted ones last, and names joined with the values that follow them.

use super::fault::BindingFault;
use super::{Argument, Binding};
use crate::engine::Session;
use crate::engine::call::Call;
use crate::syntax::Span;
use crate::text::Str;
use crate::value::{Outcome, SwitchParameter, Value};
use std::rc::Rc;

/// An argument that no parameter has taken yet.
#[derive(Clone)]
pub(super) struct Pending {
    pub name: Option<Str>,
    pub value: Option<Value>,
    pub token: Option<Str>,
    /// Where the name stands, and where the value does.
    pub name_span: Span,
    pub span: Span,
    pub splatted: bool,
}

impl Pending {
    fn new(argument: Argument) -> Pending {
        let (name_span, span) = match (&argument.name, argument.splatted) {
            (Some(name), false) => parts(argument.span, name, argument.value.is_some()),
            _ => (argument.span, argument.span),
        };
        Pending {
            name: argument.name,
            value: argument.value,
            token: argument.token,
            name_span,
            span,
            splatted: argument.splatted,
        }
    }

    /// The name as it was written, with its dash and its colon.
    pub fn text(&self) -> Str {
        let name = self.name.as_ref().map_or("", Str::as_str);
        Str::from(format!("-{name}{}", if self.value.is_some() { ":" } else { "" }))
    }
}

/// The places of the name and of the value in `-Name:value`.
fn parts(span: Span, name: &str, has_value: bool) -> (Span, Span) {
    let name_end = span.start.saturating_add(u32::try_from(name.len() + 2).unwrap_or(u32::MAX));
    if !has_value || name_end >= span.end {
        return (span, span);
    }
    (Span { start: span.start, end: name_end }, Span { start: name_end, end: span.end })
}

impl Binding {
    pub(super) fn take_arguments(&mut self, arguments: Vec<Argument>) {
        let (splatted, written): (Vec<Argument>, Vec<Argument>) =
            arguments.into_iter().partition(|argument| argument.splatted && argument.name.is_some());
        self.pending = written.into_iter().chain(splatted).map(Pending::new).collect();
    }

    /// Gives names that stand alone the argument that follows; a switch takes none.
    pub(super) fn join_values(&mut self, session: &mut Session, call: &Rc<Call>) -> Outcome {
        let mut joined = Vec::with_capacity(self.pending.len());
        let mut rest = std::mem::take(&mut self.pending).into_iter().peekable();
        while let Some(mut argument) = rest.next() {
            let (Some(name), None) = (&argument.name, &argument.value) else {
                joined.push(argument);
                continue;
            };
            let Some(index) = self.find(session, call, name, argument.name_span)? else {
                joined.push(argument);
                continue;
            };
            let Some(param) = self.signature.params.get(index) else { continue };
            if param.is_switch {
                argument.value = Some(SwitchParameter::value(true));
                joined.push(argument);
                continue;
            }
            let next_is_parameter = match rest.peek() {
                None => true,
                Some(next) => match &next.name {
                    None => false,
                    Some(_) if next.value.is_some() => true,
                    Some(name) => self.find(session, call, name, next.name_span)?.is_some(),
                },
            };
            let next = if next_is_parameter { None } else { rest.next() };
            let Some(next) = next else {
                let message = format!(
                    "Missing an argument for parameter '{}'. Specify a parameter of type '{}' and try again.",
                    param.name,
                    param.ty.full_name()
                );
                let fault = BindingFault::new("MissingArgument", message).parameter(&param.name, Some(&param.ty));
                return Err(fault.at(argument.name_span).raise(session, call));
            };
            argument.value = Some(match &next.name {
                Some(_) => Value::Str(next.text()),
                None => next.value.unwrap_or_default(),
            });
            argument.name = Some(param.name.clone());
            argument.token = next.token;
            argument.span = next.span;
            joined.push(argument);
        }
        self.pending = joined;
        Ok(())
    }
}
