//! The desk's refusals as errors of the shell.

use crate::cmdlets::prelude::*;
use crate::pin::PinFault;
use crate::store::desk::DeskFault;
use crate::store::{FilterFault, StoreFault};
use crate::value::NativeType;
use crate::value::error::SYSTEM_EXCEPTION;

pub static MANAGEMENT_EXCEPTION: NativeType =
    NativeType::class("Microsoft.Rtc.Management.AD.ManagementException", &SYSTEM_EXCEPTION);

/// The error for a refusal; `target` is what it was about.
pub fn fault_of(fault: &DeskFault, target: Value) -> Fault {
    use ErrorCategory::{
        InvalidArgument, InvalidData, InvalidOperation, NotEnabled, ObjectNotFound, PermissionDenied, ResourceBusy,
        ResourceExists, ResourceUnavailable, SecurityError,
    };
    let (id, category) = match fault {
        DeskFault::Store(StoreFault::NotUnique { .. }) => ("NotUnique", ResourceExists),
        DeskFault::Store(StoreFault::Busy) => ("StoreBusy", ResourceBusy),
        DeskFault::Store(_) => ("StoreFailed", ResourceUnavailable),
        DeskFault::Pin(PinFault::Locked(_)) => ("PinLocked", InvalidOperation),
        DeskFault::Pin(PinFault::Hash(_)) => ("PinHashFailed", InvalidOperation),
        DeskFault::Pin(_) => ("PinDoesNotMeetMinimumRequirements", InvalidArgument),
        DeskFault::PinNotUnique => ("PinNotUnique", InvalidArgument),
        DeskFault::Policy(_) => ("InvalidPolicy", InvalidArgument),
        DeskFault::Scope(_) => ("InvalidIdentity", InvalidArgument),
        DeskFault::Topology(_) => ("InvalidTopology", InvalidData),
        DeskFault::Verification(_) => ("PinNotAccepted", SecurityError),
        DeskFault::UnknownIdentity(_) => ("ManagementObjectNotFound", ObjectNotFound),
        DeskFault::Ambiguous { .. } => ("AmbiguousIdentity", InvalidArgument),
        DeskFault::NotEnabled(_) => ("UserNotEnabled", NotEnabled),
        DeskFault::NotHomed { .. } => ("UserNotHomed", NotEnabled),
        DeskFault::LineInUse { .. } => ("NotUnique", ResourceExists),
        DeskFault::MoveByEnable => ("MoveByEnable", InvalidOperation),
        DeskFault::Invalid { .. } => ("InvalidValue", InvalidArgument),
        DeskFault::Conflict(_) => ("ConflictingSettings", InvalidOperation),
        DeskFault::UnknownPool(_) => ("PoolNotFound", ObjectNotFound),
        DeskFault::UnknownSite(_) => ("SiteNotFound", ObjectNotFound),
        DeskFault::UnknownPolicy(_) => ("PolicyNotFound", ObjectNotFound),
        DeskFault::PolicyExists(_) => ("PolicyExists", ResourceExists),
        DeskFault::NotGrantable(_) => ("PolicyNotGrantable", InvalidArgument),
        DeskFault::UnknownUnit(_) => ("DirectoryObjectNotFound", ObjectNotFound),
        DeskFault::UnitExists(_) => ("DirectoryObjectExists", ResourceExists),
        DeskFault::Protected(_) => ("ProtectedFromAccidentalDeletion", PermissionDenied),
        DeskFault::UnitNotEmpty(_) => ("UnitNotEmpty", InvalidOperation),
    };
    Fault::new(id, category, fault.to_string()).of(&MANAGEMENT_EXCEPTION).target(target)
}

/// Whether the next object would meet the same fault.
fn concerns_all(fault: &DeskFault) -> bool {
    matches!(fault, DeskFault::Store(fault) if !matches!(fault, StoreFault::NotUnique { .. }))
}

/// Reports a refusal of one object, after which the pipeline goes on; a failure of the store itself ends the command.
pub fn refuse(cx: &mut Cx, fault: &DeskFault, target: &str) -> Outcome {
    refuse_with(cx, fault, fault_of(fault, Value::from(target)))
}

/// As [`refuse`], with an error that says more.
pub fn refuse_with(cx: &mut Cx, fault: &DeskFault, error: Fault) -> Outcome {
    if concerns_all(fault) { Err(cx.stop(error)) } else { cx.error(error) }
}

/// A refusal that ends the command: what was asked for as a whole cannot be done.
pub fn stop(cx: &mut Cx, fault: &DeskFault) -> Flow {
    cx.stop(fault_of(fault, Value::Null))
}

/// A wrong argument, which ends the command.
pub fn bad_argument(cx: &mut Cx, message: impl Into<Str>) -> Flow {
    cx.stop(Fault::new("InvalidArgument", ErrorCategory::InvalidArgument, message).of(&MANAGEMENT_EXCEPTION))
}

/// A filter that cannot be understood, which ends the command.
pub fn bad_filter(cx: &mut Cx, filter: &str, fault: &FilterFault) -> Flow {
    let error = Fault::new("InvalidFilter", ErrorCategory::InvalidArgument, fault.to_string());
    cx.stop(error.of(&MANAGEMENT_EXCEPTION).target(Value::from(filter)))
}
