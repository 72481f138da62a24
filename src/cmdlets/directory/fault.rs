//! Errors of the directory's commands, by the ActiveDirectory module's names.

use crate::cmdlets::pin::fault::fault_of;
use crate::cmdlets::prelude::*;
use crate::store::desk::DeskFault;
use crate::value::NativeType;
use crate::value::error::{RUNTIME_EXCEPTION, SYSTEM_EXCEPTION};

pub static AD_EXCEPTION: NativeType =
    NativeType::class("Microsoft.ActiveDirectory.Management.ADException", &RUNTIME_EXCEPTION);
pub static IDENTITY_NOT_FOUND: NativeType =
    NativeType::class("Microsoft.ActiveDirectory.Management.ADIdentityNotFoundException", &SYSTEM_EXCEPTION);
pub static IDENTITY_EXISTS: NativeType =
    NativeType::class("Microsoft.ActiveDirectory.Management.ADIdentityAlreadyExistsException", &AD_EXCEPTION);

/// The error for a refusal of the desk.
pub fn directory_fault(fault: &DeskFault, target: &str) -> Fault {
    let general = fault_of(fault, Value::from(target)).of(&AD_EXCEPTION);
    let not_found = |message: String| {
        let id = "ActiveDirectoryCmdlet:Microsoft.ActiveDirectory.Management.ADIdentityNotFoundException";
        Fault::new(id, ErrorCategory::ObjectNotFound, message).of(&IDENTITY_NOT_FOUND).target(Value::from(target))
    };
    match fault {
        DeskFault::UnknownIdentity(identity) => {
            not_found(format!("Cannot find an object with identity: '{identity}'."))
        }
        DeskFault::UnknownUnit(unit) => not_found(format!("Directory object not found: '{unit}'.")),
        DeskFault::UnitExists(_) => general.of(&IDENTITY_EXISTS),
        DeskFault::Store(crate::store::StoreFault::NotUnique { .. }) => general.of(&IDENTITY_EXISTS),
        _ => general,
    }
}

/// A refusal of what was asked for by name: it ends the command, so that `try` finds it, but not a pipeline of many.
pub fn refuse(cx: &mut Cx, fault: &DeskFault, target: &str) -> Outcome {
    let error = directory_fault(fault, target);
    if cx.call.expects_input { cx.error(error) } else { Err(cx.stop(error)) }
}

/// A wrong argument, which ends the command.
pub fn bad_argument(cx: &mut Cx, message: impl Into<Str>) -> Flow {
    cx.stop(Fault::new("InvalidArgument", ErrorCategory::InvalidArgument, message).of(&AD_EXCEPTION))
}

/// A name that is no property.
pub fn unknown_property(cx: &mut Cx, name: &str) -> Flow {
    bad_argument(cx, format!("One or more properties are invalid: '{name}'."))
}
