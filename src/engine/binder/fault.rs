//! Errors of the binder: `ParameterBindingException` and its kin.

use crate::engine::Session;
use crate::engine::call::Call;
use crate::syntax::Span;
use crate::text::{Str, Symbol};
use crate::types::exceptions::{METADATA_EXCEPTION, PARAMETER_BINDING_EXCEPTION};
use crate::value::error::Place;
use crate::value::{ErrorCategory, ErrorRecord, Exception, Flow, Member, Members, NativeType, TypeRef, Value};
use std::cell::RefCell;
use std::rc::Rc;

pub static VALIDATION_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.ParameterBindingValidationException", &PARAMETER_BINDING_EXCEPTION);
pub static TRANSFORMATION_EXCEPTION: NativeType = NativeType::class(
    "System.Management.Automation.ParameterBindingArgumentTransformationException",
    &PARAMETER_BINDING_EXCEPTION,
);

/// An error of the binder in the making.
pub struct BindingFault<'a> {
    exception: &'static NativeType,
    category: ErrorCategory,
    id: Str,
    message: String,
    parameter: &'a str,
    /// The parameter's name, where it is taken from another error.
    name: Option<Str>,
    parameter_type: Option<&'a TypeRef>,
    given: Option<TypeRef>,
    span: Option<Span>,
    inner: Value,
}

impl<'a> BindingFault<'a> {
    pub fn new(id: &'static str, message: impl Into<String>) -> BindingFault<'a> {
        BindingFault {
            exception: &PARAMETER_BINDING_EXCEPTION,
            category: ErrorCategory::InvalidArgument,
            id: Str::from(id),
            message: message.into(),
            parameter: "",
            name: None,
            parameter_type: None,
            given: None,
            span: None,
            inner: Value::Null,
        }
    }

    /// A value that a validation refuses.
    pub fn validation(id: &'static str, message: impl Into<String>) -> BindingFault<'a> {
        let fault = BindingFault::new(id, message);
        BindingFault { exception: &VALIDATION_EXCEPTION, category: ErrorCategory::InvalidData, ..fault }
    }

    /// A value that could not be transformed.
    pub fn transformation(id: &'static str, message: impl Into<String>) -> BindingFault<'a> {
        let fault = BindingFault::new(id, message);
        BindingFault { exception: &TRANSFORMATION_EXCEPTION, category: ErrorCategory::InvalidData, ..fault }
    }

    /// Another error of the same kind of fault, with a longer message.
    pub fn again(record: &'a ErrorRecord, message: String) -> BindingFault<'a> {
        let exception = record.exception.downcast::<Exception>();
        let note = |name: &str| match exception?.properties.borrow().get(Symbol::new(name)) {
            Some(Member::Note(value)) => Some(value.clone()),
            _ => None,
        };
        let mut fault = BindingFault::new("", message).category(record.category);
        fault.id = record.id.clone();
        fault.name = note("ParameterName").and_then(|name| name.as_str().cloned());
        fault.inner = exception.map(|exception| exception.inner.clone()).unwrap_or_default();
        fault.span = record.place.borrow().as_ref().map(|place| place.span);
        fault
    }

    pub fn category(self, category: ErrorCategory) -> Self {
        BindingFault { category, ..self }
    }

    /// The parameter that it is about, and its type.
    pub fn parameter(self, name: &'a str, ty: Option<&'a TypeRef>) -> Self {
        BindingFault { parameter: name, parameter_type: ty, ..self }
    }

    /// The type of the argument.
    pub fn given(self, value: &Value) -> Self {
        BindingFault { given: value.type_ref(), ..self }
    }

    /// The place in the call; without one it is the call as a whole.
    pub fn at(self, span: Span) -> Self {
        BindingFault { span: (span != Span::default()).then_some(span), ..self }
    }

    pub fn inner(self, inner: Value) -> Self {
        BindingFault { inner, ..self }
    }

    /// The error, signed with the command's name.
    pub fn raise(self, session: &mut Session, call: &Rc<Call>) -> Flow {
        Flow::Error(self.record(session, call, Value::Null))
    }

    /// The error's record with a target.
    pub fn record(self, session: &mut Session, call: &Rc<Call>, target: Value) -> Rc<ErrorRecord> {
        let place = call
            .place
            .as_ref()
            .map(|(source, span)| Place { source: source.clone(), span: self.span.unwrap_or(*span) });
        let (line, column) = place.as_ref().map_or((0, 0), |place| place.source.position(place.span.start));
        let ty = |ty: Option<TypeRef>| ty.map_or(Value::Null, |ty| Value::Type(Rc::new(ty)));
        let mut properties = Members::default();
        let mut note = |name: &str, value: Value| properties.set(Str::from(name), Member::Note(value));
        note("ParameterName", Value::Str(self.name.unwrap_or_else(|| Str::from(self.parameter))));
        note("ParameterType", ty(self.parameter_type.cloned()));
        note("TypeSpecified", ty(self.given));
        note("ErrorId", Value::Str(self.id.clone()));
        note("Line", Value::Long(line as i64));
        note("Offset", Value::Long(column as i64));
        let exception = Exception {
            properties: RefCell::new(properties),
            ..Exception::new(self.exception, self.message).with_inner(self.inner)
        };
        let record = Rc::new(ErrorRecord::new(Value::native(exception), self.id, self.category, target));
        *record.place.borrow_mut() = place;
        session.sign(&record, call);
        record
    }
}

/// What sort of error of the binder it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    Plain,
    Validation,
    Transformation,
}

/// Whether it is an error of the binder, and of what sort.
pub fn kind(flow: &Flow) -> Option<FaultKind> {
    let Flow::Error(record) = flow else { return None };
    let ty = record.exception.downcast::<Exception>()?.ty;
    if std::ptr::eq(ty, &VALIDATION_EXCEPTION) {
        return Some(FaultKind::Validation);
    }
    if std::ptr::eq(ty, &TRANSFORMATION_EXCEPTION) {
        return Some(FaultKind::Transformation);
    }
    std::ptr::eq(ty, &PARAMETER_BINDING_EXCEPTION).then_some(FaultKind::Plain)
}

/// The same error as a record of its own with a target, such as the object of the pipeline that could not be bound.
pub fn with_target(record: &ErrorRecord, target: Value) -> Rc<ErrorRecord> {
    let mut copy = ErrorRecord::new(record.exception.clone(), record.id.clone(), record.category, target);
    copy.command.clone_from(&record.command);
    copy.activity.clone_from(&record.activity);
    copy.place.clone_from(&record.place);
    copy.invocation.clone_from(&record.invocation);
    Rc::new(copy)
}

/// The message of the exception that a flow carries.
pub fn message(flow: &Flow) -> Str {
    match flow {
        Flow::Error(record) => record.exception_message(),
        _ => Str::default(),
    }
}

/// The exception that a flow carries.
pub fn exception(flow: &Flow) -> Value {
    match flow {
        Flow::Error(record) => record.exception.clone(),
        _ => Value::Null,
    }
}

/// An error in the declaration of a command.
pub fn metadata(id: &'static str, message: String) -> Flow {
    crate::value::Fault::new(id, ErrorCategory::MetadataError, message).of(&METADATA_EXCEPTION).into()
}
