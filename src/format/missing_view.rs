//! The error for a view that is not there.

use super::record::ShapeKind;
use super::view::{names_of, shapes_of};
use crate::text::Str;
use crate::value::error::RUNTIME_EXCEPTION;
use crate::value::{ErrorCategory, ErrorRecord, Exception, Flow, NativeType, Value};
use std::rc::Rc;

/// The error for a view that is not there, which names those that are.
pub fn missing_view(name: &Str, object: &Value, kind: ShapeKind) -> Flow {
    let type_name = object.type_ref().map_or_else(String::new, |ty| ty.full_name());
    let shape = shape_name(kind);
    let known = names_of(&type_name, kind);
    let message = if known.is_empty() {
        let others: Vec<&str> = shapes_of(&type_name, name).into_iter().map(cmdlet_name).collect();
        if others.is_empty() {
            format!(
                "The view name {name} cannot be found. There are no existing {shape} views for {type_name} objects."
            )
        } else {
            format!(
                " The view name {name} cannot be found in the {shape} formatting. Try using one of these other format \
                 cmdlets: {}",
                others.join(", ")
            )
        }
    } else {
        let known = known.join(", ");
        format!(
            "The view name {name} cannot be found. Specify one of the following {shape} views and try again: {known}."
        )
    };
    let exception = Exception::new(&PIPELINE_STOPPED, "The pipeline has been stopped.");
    let record = ErrorRecord::new(
        Value::native(exception),
        "FormatViewNotFound",
        ErrorCategory::ObjectNotFound,
        Value::Str(name.clone()),
    );
    record.details.replace(Some(message.into()));
    Flow::Error(Rc::new(record))
}

static PIPELINE_STOPPED: NativeType =
    NativeType::class("System.Management.Automation.PipelineStoppedException", &RUNTIME_EXCEPTION);

fn shape_name(kind: ShapeKind) -> &'static str {
    match kind {
        ShapeKind::Table => "Table",
        ShapeKind::List => "List",
        ShapeKind::Wide => "Wide",
        ShapeKind::Custom => "Custom",
    }
}

fn cmdlet_name(kind: ShapeKind) -> &'static str {
    match kind {
        ShapeKind::Table => "Format-Table",
        ShapeKind::List => "Format-List",
        ShapeKind::Wide => "Format-Wide",
        ShapeKind::Custom => "Format-Custom",
    }
}
