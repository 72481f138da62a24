//! Which properties stand for an object of a type that has no view of its own.

use crate::text::Str;

/// `DefaultDisplayPropertySet` by type.
const PROPERTIES: &[(&str, &[&str])] = &[
    (
        "Microsoft.Rtc.Management.ADConnect.Schema.ADUser",
        &[
            "Identity",
            "VoicePolicy",
            "VoiceRoutingPolicy",
            "ConferencingPolicy",
            "PresencePolicy",
            "DialPlan",
            "LocationPolicy",
            "ClientPolicy",
            "ClientVersionPolicy",
            "ArchivingPolicy",
            "ExchangeArchivingPolicy",
            "PinPolicy",
            "ExternalAccessPolicy",
            "MobilityPolicy",
            "PersistentChatPolicy",
            "UserServicesPolicy",
            "HostedVoiceMail",
            "HostedVoicemailPolicy",
            "HostingProvider",
            "RegistrarPool",
            "Enabled",
            "SipAddress",
            "LineURI",
            "EnterpriseVoiceEnabled",
            "ExUmEnabled",
            "HomeServer",
            "DisplayName",
            "SamAccountName",
        ],
    ),
    (
        "Microsoft.Rtc.Management.ADConnect.Schema.OCSADContact",
        &[
            "Identity",
            "RegistrarPool",
            "Enabled",
            "SipAddress",
            "ClientPolicy",
            "PinPolicy",
            "VoicePolicy",
            "MobilityPolicy",
            "ConferencingPolicy",
            "LineURI",
            "DisplayNumber",
            "DisplayName",
            "Description",
            "ExUmEnabled",
        ],
    ),
    (
        "Microsoft.Rtc.Management.Deploy.Internal.Cluster",
        &["Identity", "Services", "Computers", "Fqdn", "BackupPoolFqdn", "Site"],
    ),
    (
        "Microsoft.Rtc.Management.UserPinService.PinInfoDetails",
        &["Identity", "IsPinSet", "IsLockedOut", "LastPinChangeTime", "PinExpirationTime"],
    ),
    (
        "Microsoft.Rtc.Management.WritableConfig.Policy.UserPin.UserPinPolicy",
        &[
            "Identity",
            "Description",
            "MinPasswordLength",
            "PINHistoryCount",
            "AllowCommonPatterns",
            "PINLifetime",
            "MaximumLogonAttempts",
        ],
    ),
    ("System.Diagnostics.Process", &["Id", "Handles", "CPU", "SI", "Name"]),
    ("System.IO.FileInfo", &["LastWriteTime", "Length", "Name"]),
    (
        "System.Management.Automation.PSModuleInfo",
        &[
            "Name",
            "Path",
            "Description",
            "Guid",
            "Version",
            "ModuleBase",
            "ModuleType",
            "PrivateData",
            "AccessMode",
            "ExportedAliases",
            "ExportedCmdlets",
            "ExportedFunctions",
            "ExportedVariables",
            "NestedModules",
        ],
    ),
];

/// `DefaultDisplayProperty` by type.
const NAMES: &[(&str, &str)] = &[("System.IO.DirectoryInfo", "Name"), ("System.Net.IPAddress", "IPAddressToString")];

/// The properties that are shown of an object of these types; empty for all.
pub fn default_properties(type_names: &[Str]) -> &'static [&'static str] {
    type_names
        .iter()
        .find_map(|name| PROPERTIES.iter().find(|(ty, _)| *ty == name.as_str()))
        .map_or(&[], |(_, properties)| properties)
}

/// The property that stands for the whole object in a wide layout.
pub fn default_name(type_names: &[Str]) -> Option<&'static str> {
    type_names.iter().find_map(|name| NAMES.iter().find(|(ty, _)| *ty == name.as_str())).map(|(_, name)| *name)
}
