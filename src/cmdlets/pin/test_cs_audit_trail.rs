//! `Test-CsAuditTrail`: whether the audit trail is whole.

use super::desk_service::Desk;
use super::fault::{MANAGEMENT_EXCEPTION, stop};
use crate::cmdlets::prelude::*;

cmdlet! {
    /// Examines the audit trail: its records are chained by keyed hashes, so that a record that was changed, taken out or
    /// cut off at the end shows. A broken trail is also an error.
    ///
    /// ```powershell
    /// (Test-CsAuditTrail).Valid
    /// # True
    /// ```
    pub struct TestCsAuditTrail: "Test-CsAuditTrail", module "Lync",
        class "Pinsh.Commands.TestCsAuditTrailCommand", output "Pinsh.AuditReport";
}

impl Cmdlet for TestCsAuditTrail {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let desk = Desk::of(cx)?;
        let report = desk.read(|desk| desk.test_trail()).map_err(|fault| stop(cx, &fault))?;
        cx.write(Value::typed_object(
            "Pinsh.AuditReport",
            [
                ("Valid", Value::Bool(report.first_bad.is_none())),
                ("Count", Value::Long(report.count)),
                ("FirstBad", report.first_bad.map_or(Value::Null, Value::Long)),
            ],
        ))?;
        let Some(first) = report.first_bad else { return Ok(()) };
        let message =
            format!("The audit trail is broken: record {first} has been changed, is missing or out of place.");
        let fault = Fault::new("AuditTrailBroken", ErrorCategory::InvalidData, message);
        cx.error(fault.of(&MANAGEMENT_EXCEPTION).target(Value::Long(first)))
    }
}
