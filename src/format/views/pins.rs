//! Views of users, PINs, policies and the topology: lists, as administrators know them.

use crate::format::view::{ListEntry, View, field, fields};

pub const VIEWS: &[View] = &[
    View::list("PinInfo", &["Microsoft.Rtc.Management.UserPinService.PinInfoDetails"], PIN_INFO),
    View::list("PinPolicy", &["Microsoft.Rtc.Management.WritableConfig.Policy.UserPin.UserPinPolicy"], PIN_POLICY),
    View::list("User", &["Microsoft.Rtc.Management.ADConnect.Schema.ADUser"], USER),
    View::list("Contact", &["Microsoft.Rtc.Management.ADConnect.Schema.OCSADContact"], CONTACT),
    View::list("Pool", &["Microsoft.Rtc.Management.Deploy.Internal.Cluster"], POOL),
    View::list("Computer", &["Microsoft.Rtc.Management.Deploy.Internal.Machine"], COMPUTER),
    View::list("SipDomain", &["Microsoft.Rtc.Management.WritableConfig.Settings.SipDomain.SipDomain"], SIP_DOMAIN),
    View::list("PinVerification", &["Pinsh.PinVerification"], VERIFICATION),
];

const PIN_INFO: &[ListEntry] = &[fields(&[
    field("Identity"),
    field("IsPinSet"),
    field("IsLockedOut"),
    field("LastPinChangeTime"),
    field("PinExpirationTime"),
])];

const PIN_POLICY: &[ListEntry] = &[fields(&[
    field("Identity"),
    field("Description"),
    field("MinPasswordLength"),
    field("PINHistoryCount"),
    field("AllowCommonPatterns"),
    field("PINLifetime"),
    field("MaximumLogonAttempts"),
])];

const USER: &[ListEntry] = &[fields(&[
    field("Identity"),
    field("VoicePolicy"),
    field("VoiceRoutingPolicy"),
    field("ConferencingPolicy"),
    field("PresencePolicy"),
    field("DialPlan"),
    field("LocationPolicy"),
    field("ClientPolicy"),
    field("ClientVersionPolicy"),
    field("ArchivingPolicy"),
    field("ExchangeArchivingPolicy"),
    field("PinPolicy"),
    field("ExternalAccessPolicy"),
    field("MobilityPolicy"),
    field("PersistentChatPolicy"),
    field("UserServicesPolicy"),
    field("HostedVoiceMail"),
    field("HostedVoicemailPolicy"),
    field("HostingProvider"),
    field("RegistrarPool"),
    field("Enabled"),
    field("SipAddress"),
    field("LineURI"),
    field("EnterpriseVoiceEnabled"),
    field("ExUmEnabled"),
    field("HomeServer"),
    field("DisplayName"),
    field("SamAccountName"),
])];

const CONTACT: &[ListEntry] = &[fields(&[
    field("Identity"),
    field("RegistrarPool"),
    field("Enabled"),
    field("SipAddress"),
    field("ClientPolicy"),
    field("PinPolicy"),
    field("VoicePolicy"),
    field("MobilityPolicy"),
    field("ConferencingPolicy"),
    field("LineURI"),
    field("DisplayNumber"),
    field("DisplayName"),
    field("Description"),
    field("ExUmEnabled"),
])];

const POOL: &[ListEntry] = &[fields(&[
    field("Identity"),
    field("Services"),
    field("Computers"),
    field("Fqdn"),
    field("BackupPoolFqdn"),
    field("Site"),
])];

const COMPUTER: &[ListEntry] = &[fields(&[field("Identity"), field("Pool"), field("Fqdn")])];

const SIP_DOMAIN: &[ListEntry] = &[fields(&[field("Identity"), field("Name"), field("IsDefault")])];

const VERIFICATION: &[ListEntry] = &[fields(&[field("Result"), field("OwnerUri"), field("Reason")])];
