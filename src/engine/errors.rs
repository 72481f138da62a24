//! Errors on their way: where they happened, whether they end the statement or more, and `$Error`.

use super::Session;
use super::call::Call;
use super::host::StreamKind;
use super::streams::Preference;
use crate::syntax::{ParseFault, Source, Span};
use crate::text::{Str, Symbol};
pub use crate::types::exceptions::{
    PIPELINE_STOPPED_EXCEPTION, PS_INVALID_OPERATION_EXCEPTION, SCRIPT_CALL_DEPTH_EXCEPTION, WRITE_ERROR_EXCEPTION,
};
use crate::value::error::{Place, RUNTIME_EXCEPTION};
use crate::value::{
    ErrorCategory, ErrorRecord, Exception, Fault, Flow, Member, NativeType, Outcome, Value, convert, types,
};
use std::rc::Rc;

pub static PARSE_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.ParseException", &RUNTIME_EXCEPTION);
pub static ACTION_STOP_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.ActionPreferenceStopException", &RUNTIME_EXCEPTION);

/// What becomes of an error at the end of its statement.
pub enum Verdict {
    /// It has been reported; the next statement runs.
    Continue,
    /// It ends what encloses the statement too.
    Propagate,
}

/// How many errors `$Error` keeps.
const MAXIMUM_ERRORS: usize = 256;

impl Session {
    /// Notes where an error happened, unless an inner statement has done so.
    pub(crate) fn place(&mut self, record: &Rc<ErrorRecord>, span: Span) {
        if record.place.borrow().is_none() {
            let source = self.frame().unit.source.clone();
            *record.place.borrow_mut() = Some(Place { source, span });
        }
        if record.invocation.borrow().is_null() {
            let place = record.place.borrow().clone();
            if let Some(place) = place {
                *record.invocation.borrow_mut() = super::psobject::invocation_at(&place.source, place.span, None);
            }
        }
        if record.stack_trace.borrow().is_none() {
            let trace = self.stack_trace();
            *record.stack_trace.borrow_mut() = Some(trace);
        }
    }

    /// `ScriptStackTrace` of what runs now.
    pub fn stack_trace(&self) -> Str {
        let mut lines = Vec::new();
        let mut index = self.current;
        while let Some(frame) = self.frames.get(index as usize) {
            if index == 0 && !lines.is_empty() {
                break;
            }
            let source = &frame.unit.source;
            let file = source.file.clone().unwrap_or_else(|| Str::from("<No file>"));
            let (line, _) = source.position(frame.span.start);
            lines.push(format!("at {}, {file}: line {line}", self.frame_name(frame)));
            if index == 0 {
                break;
            }
            index = frame.caller.min(index - 1);
        }
        Str::from(lines.join("\n"))
    }

    /// Gives an error of a command the command's name and place.
    pub fn sign(&mut self, record: &Rc<ErrorRecord>, call: &Rc<Call>) {
        if record.command.borrow().is_none() {
            *record.command.borrow_mut() = Some(self.command_id(call));
        }
        if record.activity.borrow().is_none() {
            *record.activity.borrow_mut() = Some(call.command.name());
        }
        // An error that was signed for another call keeps its place, even where that call has none.
        if record.place.borrow().is_none()
            && record.invocation.borrow().is_null()
            && let Some((source, span)) = &call.place
        {
            *record.place.borrow_mut() = Some(Place { source: source.clone(), span: *span });
        }
        if record.invocation.borrow().is_null() {
            *record.invocation.borrow_mut() = super::automatic::invocation_info(self, call);
        }
    }

    /// What stands behind the comma of a full error id: the class of a cmdlet, the name of a function.
    fn command_id(&self, call: &Call) -> Str {
        match &call.command {
            super::command::Command::Cmdlet(meta) => Str::from(meta.class_name()),
            other => other.name(),
        }
    }

    /// A terminating error that left a cmdlet: it is the command's own.
    pub(crate) fn cmdlet_failed(&mut self, flow: Flow, call: &Rc<Call>) -> Flow {
        if let Flow::Error(record) = &flow
            && !record.thrown.get()
            && record.place.borrow().is_none()
        {
            self.sign(record, call);
            self.collect_error(record, call);
        }
        flow
    }

    /// An error in binding the arguments of a call.
    pub(crate) fn binding_failed(&mut self, flow: Flow, call: &Rc<Call>) -> Flow {
        if let Flow::Error(record) = &flow
            && !record.thrown.get()
        {
            if super::binder::fault::kind(&flow).is_some() {
                self.sign(record, call);
            }
            if self.error_action_of(call) == Some(Preference::Stop) {
                record.thrown.set(true);
            }
        }
        flow
    }

    fn error_action_of(&self, call: &Call) -> Option<Preference> {
        call.common.borrow().error_action.as_ref().and_then(Preference::of)
    }

    /// What an error that reached the end of its statement leads to.
    pub(crate) fn verdict(&mut self, record: &Rc<ErrorRecord>) -> Outcome<Verdict> {
        self.success = false;
        if self.try_depth > 0 {
            return Ok(Verdict::Propagate);
        }
        if record.leaves_command.get() {
            return Ok(Verdict::Propagate);
        }
        let preference = self.preference("ErrorActionPreference", Preference::Continue);
        let silent = matches!(preference, Preference::SilentlyContinue | Preference::Ignore);
        if record.thrown.get() && !silent {
            return Ok(Verdict::Propagate);
        }
        match preference {
            Preference::Stop => {
                record.thrown.set(true);
                Ok(Verdict::Propagate)
            }
            Preference::Ignore => Ok(Verdict::Continue),
            Preference::SilentlyContinue => {
                self.add_error(record);
                Ok(Verdict::Continue)
            }
            _ => {
                self.add_error(record);
                self.show_error(record)?;
                Ok(Verdict::Continue)
            }
        }
    }

    /// Shows an error that must not leave where it happened.
    pub(crate) fn report_quietly(&mut self, record: &Rc<ErrorRecord>) {
        self.add_error(record);
        if let Err(Flow::Error(second)) = self.show_error(record) {
            self.add_error(&second);
        }
    }

    /// Puts an error in front of `$Error`, once.
    pub fn add_error(&mut self, record: &Rc<ErrorRecord>) {
        if record.reported.replace(true) {
            return;
        }
        let list = self.error_list();
        crate::types::list::insert_in_array_list(&list, 0, Value::native(record.clone()), MAXIMUM_ERRORS);
    }

    /// The record that `throw` raises for a value.
    pub(crate) fn thrown_record(&mut self, value: Value, given: bool) -> Outcome<Rc<ErrorRecord>> {
        if !given && let Some(caught) = self.caught.last() {
            let again = caught.with_exception(caught.exception.clone());
            return Ok(again);
        }
        if let Some(record) = value.downcast::<Rc<ErrorRecord>>() {
            return Ok(record.with_exception(record.exception.clone()));
        }
        let is_exception = value.type_ref().is_some_and(|ty| ty.native().is(&types::EXCEPTION));
        if is_exception {
            if let Some(carried) = value.downcast::<Exception>().and_then(|native| native.record.borrow().clone()) {
                return Ok(carried);
            }
            let text = self.exception_text(&value)?;
            return Ok(Rc::new(ErrorRecord::new(value, text, ErrorCategory::OperationStopped, Value::Null)));
        }
        let text = match value.is_null() {
            true => Str::from("ScriptHalted"),
            false => convert::to_text(self, &value)?,
        };
        let exception = Value::native(Exception::new(&RUNTIME_EXCEPTION, text.clone()));
        let target = if given { value } else { Value::Null };
        Ok(Rc::new(ErrorRecord::new(exception, text, ErrorCategory::OperationStopped, target)))
    }
}

/// The error that a preference of `Stop` makes of a non-terminating one: the same record, which now ends the script.
pub(crate) fn stopped_by_preference(record: &Rc<ErrorRecord>) -> Rc<ErrorRecord> {
    record.thrown.set(true);
    record.clone()
}

/// The error that a warning becomes under a preference of `Stop`.
pub(crate) fn preference_stop(stream: StreamKind, text: &str) -> Flow {
    let variable = match stream {
        StreamKind::Warning => "WarningPreference",
        StreamKind::Verbose => "VerbosePreference",
        StreamKind::Debug => "DebugPreference",
        StreamKind::Information => "InformationPreference",
        StreamKind::Error => "ErrorActionPreference",
    };
    let message = format!(
        "The running command stopped because the preference variable \"{variable}\" or common parameter is set to Stop: {text}"
    );
    let record = Fault::new("ActionPreferenceStop", ErrorCategory::OperationStopped, message)
        .of(&ACTION_STOP_EXCEPTION)
        .record();
    record.thrown.set(true);
    Flow::Error(record)
}

/// What Ctrl-C raises.
pub(crate) fn stopped() -> Flow {
    let record = Fault::new("PipelineStopped", ErrorCategory::OperationStopped, "The pipeline has been stopped.")
        .of(&PIPELINE_STOPPED_EXCEPTION)
        .record();
    record.thrown.set(true);
    Flow::Error(record)
}

/// What asking somebody raises where nobody is there.
pub fn no_prompt() -> Flow {
    Fault::new(
        "InvalidOperation",
        ErrorCategory::InvalidOperation,
        "PowerShell is in NonInteractive mode. Read and Prompt functionality is not available.",
    )
    .of(&PS_INVALID_OPERATION_EXCEPTION)
    .into()
}

/// The error of a text that could not be parsed: the first fault gives the id, the message shows them all.
pub fn parse_error(source: &Rc<Source>, first: &ParseFault, all: &[ParseFault]) -> Flow {
    let mut text = String::new();
    for (i, fault) in all.iter().enumerate() {
        let (line, column) = source.position(fault.span.start);
        if i > 0 {
            text.push_str("\n\n");
        }
        let shown = source.line(line);
        let before: String = shown.encode_utf16().take(column.saturating_sub(1)).map(|_| ' ').collect();
        let length = source.slice(fault.span).lines().next().map_or(0, |line| line.encode_utf16().count());
        let marks = "~".repeat(length.max(1));
        let place = match &source.file {
            Some(file) => format!("{file}:{line} char:{column}"),
            None => format!("line:{line} char:{column}"),
        };
        text.push_str(&format!("At {place}\n+ {shown}\n+ {before}{marks}\n{}", fault.message));
    }
    let record = Fault::new(first.id, ErrorCategory::ParserError, text).of(&PARSE_EXCEPTION).record();
    *record.place.borrow_mut() = Some(Place { source: source.clone(), span: first.span });
    if let Some(exception) = record.exception.downcast::<Exception>() {
        let note = Member::Note(Value::from(first.id));
        exception.properties.borrow_mut().set(Str::from("ErrorId"), note);
        let faults = Value::array(all.iter().map(|fault| fault_object(source, fault)).collect());
        exception.properties.borrow_mut().set(Str::from("Errors"), Member::Note(faults));
    }
    Flow::Error(record)
}

/// A fault as a script sees it: a `ParseError`.
fn fault_object(source: &Source, fault: &ParseFault) -> Value {
    let number = |n: usize| Value::Int(i32::try_from(n).unwrap_or(i32::MAX));
    let (start, end) = (source.position(fault.span.start), source.position(fault.span.end));
    let file = source.file.as_ref().map_or(Value::Null, |file| Value::from(&**file));
    let extent = Value::typed_object(
        "System.Management.Automation.Language.InternalScriptExtent",
        [
            ("File", file),
            ("StartLineNumber", number(start.0)),
            ("StartColumnNumber", number(start.1)),
            ("EndLineNumber", number(end.0)),
            ("EndColumnNumber", number(end.1)),
            ("Text", Value::from(source.slice(fault.span))),
        ],
    );
    Value::typed_object(
        "System.Management.Automation.Language.ParseError",
        [
            ("Extent", extent),
            ("ErrorId", Value::from(fault.id)),
            ("Message", Value::from(fault.message.as_str())),
            ("IncompleteInput", Value::Bool(fault.incomplete)),
        ],
    )
}

/// The variable that holds the errors.
pub fn error_symbol() -> Symbol {
    Symbol::new("Error")
}
