//! Errors as scripts see them (exceptions, error records) and how they travel (`Flow`).

use super::native::Native;
use super::types::{self, NativeType, TypeRef};
use super::{Env, Member, Members, Value};
use crate::syntax::{Source, Span};
use crate::text::{Str, Symbol};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The result of everything that runs.
pub type Outcome<T = ()> = Result<T, Flow>;

/// What leaves a computation other than by its end.
#[derive(Clone)]
pub enum Flow {
    /// A terminating error.
    Error(Rc<ErrorRecord>),
    /// `break`, perhaps with a label.
    Break(Option<Symbol>),
    /// `continue`, perhaps with a label.
    Continue(Option<Symbol>),
    /// `return`; its value has been written already.
    Return,
    /// `exit` with a status.
    Exit(i32),
    /// A stage of the pipeline wants no more; the number is the pipeline's whose upstream stops.
    StopUpstream(u32),
}

const _: () = assert!(size_of::<Flow>() == 16);

/// `System.Management.Automation.ErrorCategory`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum ErrorCategory {
    NotSpecified,
    OpenError,
    CloseError,
    DeviceError,
    DeadlockDetected,
    InvalidArgument,
    InvalidData,
    InvalidOperation,
    InvalidResult,
    InvalidType,
    MetadataError,
    NotImplemented,
    NotInstalled,
    ObjectNotFound,
    OperationStopped,
    OperationTimeout,
    SyntaxError,
    ParserError,
    PermissionDenied,
    ResourceBusy,
    ResourceExists,
    ResourceUnavailable,
    ReadError,
    WriteError,
    FromStdErr,
    SecurityError,
    ProtocolError,
    ConnectionError,
    AuthenticationError,
    LimitsExceeded,
    QuotaExceeded,
    NotEnabled,
}

impl ErrorCategory {
    pub const ALL: [ErrorCategory; 32] = [
        ErrorCategory::NotSpecified,
        ErrorCategory::OpenError,
        ErrorCategory::CloseError,
        ErrorCategory::DeviceError,
        ErrorCategory::DeadlockDetected,
        ErrorCategory::InvalidArgument,
        ErrorCategory::InvalidData,
        ErrorCategory::InvalidOperation,
        ErrorCategory::InvalidResult,
        ErrorCategory::InvalidType,
        ErrorCategory::MetadataError,
        ErrorCategory::NotImplemented,
        ErrorCategory::NotInstalled,
        ErrorCategory::ObjectNotFound,
        ErrorCategory::OperationStopped,
        ErrorCategory::OperationTimeout,
        ErrorCategory::SyntaxError,
        ErrorCategory::ParserError,
        ErrorCategory::PermissionDenied,
        ErrorCategory::ResourceBusy,
        ErrorCategory::ResourceExists,
        ErrorCategory::ResourceUnavailable,
        ErrorCategory::ReadError,
        ErrorCategory::WriteError,
        ErrorCategory::FromStdErr,
        ErrorCategory::SecurityError,
        ErrorCategory::ProtocolError,
        ErrorCategory::ConnectionError,
        ErrorCategory::AuthenticationError,
        ErrorCategory::LimitsExceeded,
        ErrorCategory::QuotaExceeded,
        ErrorCategory::NotEnabled,
    ];

    /// The category's name.
    pub fn name(self) -> String {
        format!("{self:?}")
    }

    /// The category with this name, whatever its case.
    pub fn find(name: &str) -> Option<ErrorCategory> {
        Self::ALL.into_iter().find(|category| category.name().eq_ignore_ascii_case(name))
    }
}

/// An exception of a native type.
pub struct Exception {
    pub ty: &'static NativeType,
    pub message: Str,
    /// The inner exception: an exception object, or null.
    pub inner: Value,
    /// What the type adds, such as `ParamName`, `ItemName` or `CommandName`.
    pub properties: RefCell<Members>,
    /// `Data`, once something asks for it.
    pub data: RefCell<Value>,
    /// The record that this exception carries (`RuntimeException.ErrorRecord`), once there is one.
    pub record: RefCell<Option<Rc<ErrorRecord>>>,
}

impl Exception {
    pub fn new(ty: &'static NativeType, message: impl Into<Str>) -> Exception {
        Exception {
            ty,
            message: message.into(),
            inner: Value::Null,
            properties: RefCell::default(),
            data: RefCell::default(),
            record: RefCell::default(),
        }
    }

    pub fn with_inner(self, inner: Value) -> Exception {
        Exception { inner, ..self }
    }
}

impl Native for Exception {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(self.ty)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(Str::from(format!("{}: {}", self.ty.name, self.message))))
    }

    fn dynamic_property(&self, name: &str) -> Option<Value> {
        match self.properties.borrow().get(Symbol::new(name)) {
            Some(Member::Note(value)) => Some(value.clone()),
            _ => None,
        }
    }
}

/// Where in a script something stands.
#[derive(Clone)]
pub struct Place {
    pub source: Rc<Source>,
    pub span: Span,
}

/// `System.Management.Automation.ErrorRecord`.
pub struct ErrorRecord {
    /// The exception object: a native one, or an instance of a script class that derives from one.
    pub exception: Value,
    /// The id without the command's name.
    pub id: Str,
    pub category: ErrorCategory,
    pub target: Value,
    /// `CategoryInfo.Activity`, `.Reason`, `.TargetName` and `.TargetType` where they are not derived.
    pub activity: RefCell<Option<Str>>,
    pub reason: RefCell<Option<Str>>,
    pub target_name: RefCell<Option<Str>>,
    pub target_type: RefCell<Option<Str>>,
    /// `ErrorDetails.Message`.
    pub details: RefCell<Option<Str>>,
    pub recommended_action: RefCell<Option<Str>>,
    /// The name of the command that failed; with it the full id is `id,command`.
    pub command: RefCell<Option<Str>>,
    /// Where it happened; filled by the innermost statement that it passes.
    pub place: RefCell<Option<Place>>,
    /// `InvocationInfo`, once the engine has filled it.
    pub invocation: RefCell<Value>,
    /// `ScriptStackTrace`, filled where the error was raised.
    pub stack_trace: RefCell<Option<Str>>,
    /// Thrown by a `throw` statement: it ends more than its own statement.
    pub thrown: Cell<bool>,
    /// It ends the command that raised it, and nothing beyond the statement that called that.
    pub leaves_command: Cell<bool>,
    /// It has been added to `$Error` already.
    pub reported: Cell<bool>,
}

impl ErrorRecord {
    pub fn new(exception: Value, id: impl Into<Str>, category: ErrorCategory, target: Value) -> ErrorRecord {
        ErrorRecord {
            exception,
            id: id.into(),
            category,
            target,
            activity: RefCell::default(),
            reason: RefCell::default(),
            target_name: RefCell::default(),
            target_type: RefCell::default(),
            details: RefCell::default(),
            recommended_action: RefCell::default(),
            command: RefCell::default(),
            place: RefCell::default(),
            invocation: RefCell::default(),
            stack_trace: RefCell::default(),
            thrown: Cell::new(false),
            leaves_command: Cell::new(false),
            reported: Cell::new(false),
        }
    }

    /// `FullyQualifiedErrorId`.
    pub fn full_id(&self) -> Str {
        match self.command.borrow().as_ref() {
            Some(command) if !command.is_empty() => Str::from(format!("{},{command}", self.id)),
            _ => self.id.clone(),
        }
    }

    /// The exception's own message; empty where the exception is no native one underneath.
    pub fn exception_message(&self) -> Str {
        self.exception.downcast::<Exception>().map(|exception| exception.message.clone()).unwrap_or_default()
    }

    /// The message that is shown: that of `ErrorDetails`, else the exception's.
    pub fn message(&self) -> Str {
        self.details.borrow().clone().unwrap_or_else(|| self.exception_message())
    }
}

/// The record as a value shares the record itself.
impl Native for Rc<ErrorRecord> {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&types::ERROR_RECORD)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(self.message()))
    }
}

/// An error in the making: id, category, exception type and message.
#[derive(Clone)]
pub struct Fault {
    pub id: Str,
    pub category: ErrorCategory,
    pub exception: &'static NativeType,
    pub message: Str,
    pub target: Value,
    pub inner: Value,
}

impl Fault {
    /// A fault of `RuntimeException`, the language's own.
    pub fn new(id: impl Into<Str>, category: ErrorCategory, message: impl Into<Str>) -> Fault {
        Fault {
            id: id.into(),
            category,
            exception: &RUNTIME_EXCEPTION,
            message: message.into(),
            target: Value::Null,
            inner: Value::Null,
        }
    }

    /// What a .NET method throws; the id is the exception's short name.
    pub fn exception(ty: &'static NativeType, message: impl Into<Str>) -> Fault {
        Fault { exception: ty, ..Fault::new(ty.short_name(), ErrorCategory::NotSpecified, message) }
    }

    /// An exception that leaves an expression as it is; the id is the full name of its type.
    pub fn raw(ty: &'static NativeType, message: impl Into<Str>) -> Fault {
        Fault { exception: ty, ..Fault::new(ty.name, ErrorCategory::OperationStopped, message) }
    }

    pub fn of(self, exception: &'static NativeType) -> Fault {
        Fault { exception, ..self }
    }

    pub fn target(self, target: Value) -> Fault {
        Fault { target, ..self }
    }

    pub fn inner(self, inner: Value) -> Fault {
        Fault { inner, ..self }
    }

    pub fn record(self) -> Rc<ErrorRecord> {
        let exception = Value::native(Exception::new(self.exception, self.message).with_inner(self.inner));
        Rc::new(ErrorRecord::new(exception, self.id, self.category, self.target))
    }
}

/// What a .NET method throws as an expression throws it that uses the method without naming it.
pub fn raw(flow: Flow) -> Flow {
    let Flow::Error(record) = &flow else { return flow };
    match record.exception.downcast::<Exception>() {
        Some(own) if record.id == own.ty.short_name() => {
            Fault::raw(own.ty, own.message.clone()).inner(own.inner.clone()).into()
        }
        _ => flow,
    }
}

impl From<Fault> for Flow {
    fn from(fault: Fault) -> Flow {
        Flow::Error(fault.record())
    }
}

pub static SYSTEM_EXCEPTION: NativeType = NativeType::class("System.SystemException", &types::EXCEPTION);
pub static RUNTIME_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.RuntimeException", &SYSTEM_EXCEPTION);
pub static ARGUMENT_EXCEPTION: NativeType = NativeType::class("System.ArgumentException", &SYSTEM_EXCEPTION);
pub static ARGUMENT_NULL_EXCEPTION: NativeType = NativeType::class("System.ArgumentNullException", &ARGUMENT_EXCEPTION);
pub static ARGUMENT_OUT_OF_RANGE_EXCEPTION: NativeType =
    NativeType::class("System.ArgumentOutOfRangeException", &ARGUMENT_EXCEPTION);
pub static ARITHMETIC_EXCEPTION: NativeType = NativeType::class("System.ArithmeticException", &SYSTEM_EXCEPTION);
pub static DIVIDE_BY_ZERO_EXCEPTION: NativeType =
    NativeType::class("System.DivideByZeroException", &ARITHMETIC_EXCEPTION);
pub static OVERFLOW_EXCEPTION: NativeType = NativeType::class("System.OverflowException", &ARITHMETIC_EXCEPTION);
pub static FORMAT_EXCEPTION: NativeType = NativeType::class("System.FormatException", &SYSTEM_EXCEPTION);
pub static INVALID_CAST_EXCEPTION: NativeType = NativeType::class("System.InvalidCastException", &SYSTEM_EXCEPTION);
pub static INVALID_OPERATION_EXCEPTION: NativeType =
    NativeType::class("System.InvalidOperationException", &SYSTEM_EXCEPTION);
pub static NOT_SUPPORTED_EXCEPTION: NativeType = NativeType::class("System.NotSupportedException", &SYSTEM_EXCEPTION);
pub static INDEX_OUT_OF_RANGE_EXCEPTION: NativeType =
    NativeType::class("System.IndexOutOfRangeException", &SYSTEM_EXCEPTION);
pub static PS_INVALID_CAST_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.PSInvalidCastException", &INVALID_CAST_EXCEPTION);
pub static EXTENDED_TYPE_SYSTEM_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.ExtendedTypeSystemException", &RUNTIME_EXCEPTION);
pub static METHOD_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.MethodException", &EXTENDED_TYPE_SYSTEM_EXCEPTION);
pub static METHOD_INVOCATION_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.MethodInvocationException", &METHOD_EXCEPTION);
pub static OUT_OF_MEMORY_EXCEPTION: NativeType = NativeType::class("System.OutOfMemoryException", &SYSTEM_EXCEPTION);
pub static PARSE_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.ParseException", &RUNTIME_EXCEPTION);
pub static REGEX_MATCH_TIMEOUT_EXCEPTION: NativeType =
    NativeType::class("System.Text.RegularExpressions.RegexMatchTimeoutException", &TIMEOUT_EXCEPTION);
pub static REGEX_PARSE_EXCEPTION: NativeType =
    NativeType::class("System.Text.RegularExpressions.RegexParseException", &ARGUMENT_EXCEPTION);
pub static TIMEOUT_EXCEPTION: NativeType = NativeType::class("System.TimeoutException", &SYSTEM_EXCEPTION);
pub static WILDCARD_PATTERN_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.WildcardPatternException", &RUNTIME_EXCEPTION);

impl ErrorRecord {
    /// A copy of the record around another exception, such as the inner one that a handler asked for.
    pub fn with_exception(&self, exception: Value) -> Rc<ErrorRecord> {
        Rc::new(ErrorRecord {
            exception,
            id: self.id.clone(),
            category: self.category,
            target: self.target.clone(),
            activity: self.activity.clone(),
            reason: self.reason.clone(),
            target_name: self.target_name.clone(),
            target_type: self.target_type.clone(),
            details: self.details.clone(),
            recommended_action: self.recommended_action.clone(),
            command: self.command.clone(),
            place: self.place.clone(),
            invocation: self.invocation.clone(),
            stack_trace: self.stack_trace.clone(),
            thrown: self.thrown.clone(),
            leaves_command: self.leaves_command.clone(),
            reported: Cell::new(false),
        })
    }
}
