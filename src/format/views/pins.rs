//! Views of small objects of the topology and of PINs that administrators know as lists; larger ones are lists by the
//! number of their default properties.

use crate::format::view::{ListEntry, View, ViewColumn, column, field, fields};

pub const VIEWS: &[View] = &[
    View::list("Computer", &["Microsoft.Rtc.Management.Deploy.Internal.Machine"], COMPUTER),
    View::list("SipDomain", &["Microsoft.Rtc.Management.WritableConfig.Settings.SipDomain.SipDomain"], SIP_DOMAIN),
    View::table("AuditEvent", &["Pinsh.AuditEvent"], AUDIT_EVENT).auto_sized(),
    View::list("PinVerification", &["Pinsh.PinVerification"], VERIFICATION),
];

const COMPUTER: &[ListEntry] = &[fields(&[field("Identity"), field("Pool"), field("Fqdn")])];

const SIP_DOMAIN: &[ListEntry] = &[fields(&[field("Identity"), field("Name"), field("IsDefault")])];

const AUDIT_EVENT: &[ViewColumn] =
    &[column("Time"), column("Actor"), column("Action"), column("Outcome"), column("Identity")];

const VERIFICATION: &[ListEntry] = &[fields(&[field("Result"), field("OwnerUri"), field("Reason")])];
