//! `Write-Error`: writes an error record.
use crate::cmdlets::prelude::*;
use crate::engine::call::Call;
use crate::types::enums::ERROR_CATEGORY;
use crate::types::exceptions::WRITE_ERROR_EXCEPTION;
use crate::value::error::Place;
use crate::value::{ErrorRecord, Exception, types};

cmdlet! {
    /// Writes an object to the error stream.
    ///
    /// ```powershell
    /// Write-Error 'The PIN is too short.' -ErrorId PinTooShort -ErrorAction SilentlyContinue
    /// $Error[0].Exception.Message
    /// # The PIN is too short.
    /// ```
    pub struct WriteError: "Write-Error", default_set "NoException";

    /// The exception that the error stands for.
    param exception: Value, ty &types::EXCEPTION, set "WithException", mandatory, position 0;
    /// What went wrong.
    param message: Option<Str>, alias "Msg", allow_null, allow_empty_string,
        set "NoException", mandatory, position 0, pipeline, set "WithException";
    /// A whole error record.
    param error_record: Value, ty &types::ERROR_RECORD, set "ErrorRecord", mandatory, position 0;
    /// The category.
    param category: Value, ty &ERROR_CATEGORY, set "NoException", set "WithException";
    /// The id.
    param error_id: Str, set "NoException", set "WithException";
    /// What was being worked on.
    param target_object: Value, set "NoException", set "WithException";
    /// What can be done about it.
    param recommended_action: Str;
    /// What was being done.
    param category_activity: Str, alias "Activity";
    /// Why it failed.
    param category_reason: Str, alias "Reason";
    /// The name of what was being worked on.
    param category_target_name: Str, alias "TargetName";
    /// The type of what was being worked on.
    param category_target_type: Str, alias "TargetType";
}

impl Cmdlet for WriteError {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let record = self.record();
        let given = |text: &Str| (!text.is_empty()).then(|| text.clone());
        if let Some(action) = given(&self.recommended_action) {
            let message = record.message();
            record.details.borrow_mut().get_or_insert(message);
            record.recommended_action.replace(Some(action));
        }
        if record.activity.borrow().is_none() || !self.category_activity.is_empty() {
            record.activity.replace(Some(given(&self.category_activity).unwrap_or_else(|| Str::from("Write-Error"))));
        }
        for (place, text) in [
            (&record.reason, &self.category_reason),
            (&record.target_name, &self.category_target_name),
            (&record.target_type, &self.category_target_type),
        ] {
            if let Some(text) = given(text) {
                place.replace(Some(text));
            }
        }
        place_at_caller(cx, &record);
        cx.write_error(record)
    }
}

impl WriteError {
    fn record(&self) -> Rc<ErrorRecord> {
        if let Some(record) = self.error_record.downcast::<Rc<ErrorRecord>>() {
            return fresh_copy(record);
        }
        let exception = if self.exception.is_null() {
            let text = self.message.clone().unwrap_or_default();
            Value::native(Exception::new(&WRITE_ERROR_EXCEPTION, text))
        } else {
            self.exception.clone()
        };
        let id = match self.error_id.is_empty() {
            true => exception.type_ref().map_or_else(Str::default, |ty| Str::from(ty.full_name())),
            false => self.error_id.clone(),
        };
        let record = ErrorRecord::new(exception, id, category(&self.category), self.target_object.clone());
        if let (false, Some(text)) = (self.exception.is_null(), self.message.clone().filter(|text| !text.is_empty())) {
            record.details.replace(Some(text));
        }
        Rc::new(record)
    }
}

/// The record again, to be reported once more: its id is kept as a whole.
fn fresh_copy(record: &Rc<ErrorRecord>) -> Rc<ErrorRecord> {
    let copy = ErrorRecord::new(record.exception.clone(), record.full_id(), record.category, record.target.clone());
    copy.details.replace(record.details.borrow().clone());
    copy.recommended_action.replace(record.recommended_action.borrow().clone());
    for (to, from) in [
        (&copy.reason, &record.reason),
        (&copy.target_name, &record.target_name),
        (&copy.target_type, &record.target_type),
    ] {
        to.replace(from.borrow().clone());
    }
    copy.command.replace(Some(Str::default()));
    copy.activity.replace(Some(record.activity.borrow().clone().unwrap_or_default()));
    Rc::new(copy)
}

fn category(value: &Value) -> ErrorCategory {
    match value.base() {
        Value::Enum(value) => ErrorCategory::find(&value.name()).unwrap_or(ErrorCategory::NotSpecified),
        _ => ErrorCategory::NotSpecified,
    }
}

/// The error happened where the command that calls `Write-Error` was called.
fn place_at_caller(cx: &mut Cx, record: &Rc<ErrorRecord>) {
    let caller: Option<Rc<Call>> = cx.session.enclosing_calls().into_iter().next();
    let Some(caller) = caller else {
        record.command.replace(Some(Str::default()));
        return;
    };
    if record.command.borrow().is_none() {
        record.command.replace(Some(caller.command.name()));
    }
    if let Some((source, span)) = &caller.place {
        record.place.replace(Some(Place { source: source.clone(), span: *span }));
    }
    let info = crate::engine::automatic::invocation_info(cx.session, &caller);
    record.invocation.replace(info);
}
