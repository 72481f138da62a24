//! The attributes of accounts: one table from which storage, filters and look-ups are made.

/// What an attribute's values are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Text,
    Flag,
    Number,
    Time,
    /// Text that is compared without braces.
    Guid,
    /// A distinguished name.
    Dn,
    /// The bare name of a policy that was granted; absent when the site's or the global one governs.
    Policy,
}

/// An attribute of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Attribute {
    /// An account's class: `user` or `contact`.
    ObjectClass,
    /// The GUID, in lower case without braces.
    Guid,
    /// The security identifier.
    Sid,
    /// The common name, which is the first part of the DN.
    Name,
    /// The DN.
    DistinguishedName,
    DisplayName,
    GivenName,
    Surname,
    Initials,
    /// The logon name.
    SamAccountName,
    UserPrincipalName,
    EmailAddress,
    Description,
    Department,
    Title,
    Company,
    Office,
    StreetAddress,
    City,
    State,
    PostalCode,
    Country,
    OfficePhone,
    MobilePhone,
    HomePhone,
    Pager,
    Fax,
    IpPhone,
    /// The manager's DN.
    Manager,
    EmployeeId,
    EmployeeNumber,
    /// The flags of the account: 2 is disabled, 512 a normal account.
    UserAccountControl,
    ProtectedFromAccidentalDeletion,
    WhenCreated,
    WhenChanged,
    /// The SIP address with `sip:`; whoever has one is enabled for the product.
    SipAddress,
    /// True, false (disabled for a time), or absent (never enabled).
    Enabled,
    RegistrarPool,
    TargetRegistrarPool,
    LineUri,
    PrivateLine,
    LineServerUri,
    /// The number of a phone as it is shown.
    DisplayNumber,
    EnterpriseVoiceEnabled,
    AudioVideoDisabled,
    RemoteCallControlTelephonyEnabled,
    IpPbxSoftPhoneRoutingEnabled,
    HostedVoiceMail,
    ExUmEnabled,
    EnabledForFederation,
    EnabledForInternetAccess,
    EnabledForRichPresence,
    PublicNetworkEnabled,
    ExchangeArchivingPolicy,
    AcpInfo,
    HostingProvider,
    ArchivingPolicy,
    CallViaWorkPolicy,
    ClientPolicy,
    ClientVersionPolicy,
    ConferencingPolicy,
    DialPlan,
    ExternalAccessPolicy,
    HostedVoicemailPolicy,
    IpPhonePolicy,
    LocationPolicy,
    MobilityPolicy,
    PersistentChatPolicy,
    PinPolicy,
    PresencePolicy,
    ThirdPartyVideoSystemPolicy,
    UserServicesPolicy,
    VoicePolicy,
    VoiceRoutingPolicy,
}

/// What is known of an attribute.
pub struct AttributeRow {
    pub attribute: Attribute,
    /// The name in filters and on objects.
    pub name: &'static str,
    /// Further names in filters.
    pub aliases: &'static [&'static str],
    /// The name in LDAP filters; empty when it has none.
    pub ldap: &'static str,
    /// The column in SQL.
    pub column: &'static str,
    pub kind: Kind,
}

/// All attributes, in the order of their declaration.
pub const ATTRIBUTES: &[AttributeRow] = &[
    row(Attribute::ObjectClass, "ObjectClass", &[], "objectClass", "object_class", Kind::Text),
    row(Attribute::Guid, "Guid", &["ObjectGuid"], "objectGUID", "guid", Kind::Guid),
    row(Attribute::Sid, "Sid", &["ObjectSid"], "objectSid", "sid", Kind::Text),
    row(Attribute::Name, "Name", &["CommonName", "CN"], "cn", "name", Kind::Text),
    row(
        Attribute::DistinguishedName,
        "DistinguishedName",
        &["Identity", "DN"],
        "distinguishedName",
        "distinguished_name",
        Kind::Dn,
    ),
    row(Attribute::DisplayName, "DisplayName", &[], "displayName", "display_name", Kind::Text),
    row(Attribute::GivenName, "GivenName", &["FirstName"], "givenName", "given_name", Kind::Text),
    row(Attribute::Surname, "Surname", &["LastName", "SN"], "sn", "surname", Kind::Text),
    row(Attribute::Initials, "Initials", &[], "initials", "initials", Kind::Text),
    row(Attribute::SamAccountName, "SamAccountName", &[], "sAMAccountName", "sam_account_name", Kind::Text),
    row(
        Attribute::UserPrincipalName,
        "UserPrincipalName",
        &["UPN"],
        "userPrincipalName",
        "user_principal_name",
        Kind::Text,
    ),
    row(Attribute::EmailAddress, "EmailAddress", &["WindowsEmailAddress", "Mail"], "mail", "email_address", Kind::Text),
    row(Attribute::Description, "Description", &[], "description", "description", Kind::Text),
    row(Attribute::Department, "Department", &[], "department", "department", Kind::Text),
    row(Attribute::Title, "Title", &[], "title", "title", Kind::Text),
    row(Attribute::Company, "Company", &[], "company", "company", Kind::Text),
    row(
        Attribute::Office,
        "Office",
        &["PhysicalDeliveryOfficeName"],
        "physicalDeliveryOfficeName",
        "office",
        Kind::Text,
    ),
    row(Attribute::StreetAddress, "StreetAddress", &["Street"], "streetAddress", "street_address", Kind::Text),
    row(Attribute::City, "City", &["L"], "l", "city", Kind::Text),
    row(Attribute::State, "State", &["StateOrProvince", "ST"], "st", "state", Kind::Text),
    row(Attribute::PostalCode, "PostalCode", &[], "postalCode", "postal_code", Kind::Text),
    row(Attribute::Country, "Country", &["CountryAbbreviation", "CountryOrRegion"], "c", "country", Kind::Text),
    row(
        Attribute::OfficePhone,
        "OfficePhone",
        &["Phone", "TelephoneNumber"],
        "telephoneNumber",
        "office_phone",
        Kind::Text,
    ),
    row(Attribute::MobilePhone, "MobilePhone", &["Mobile"], "mobile", "mobile_phone", Kind::Text),
    row(Attribute::HomePhone, "HomePhone", &[], "homePhone", "home_phone", Kind::Text),
    row(Attribute::Pager, "Pager", &[], "pager", "pager", Kind::Text),
    row(Attribute::Fax, "Fax", &["FacsimileTelephoneNumber"], "facsimileTelephoneNumber", "fax", Kind::Text),
    row(Attribute::IpPhone, "IPPhone", &[], "ipPhone", "ip_phone", Kind::Text),
    row(Attribute::Manager, "Manager", &[], "manager", "manager", Kind::Dn),
    row(Attribute::EmployeeId, "EmployeeID", &[], "employeeID", "employee_id", Kind::Text),
    row(Attribute::EmployeeNumber, "EmployeeNumber", &[], "employeeNumber", "employee_number", Kind::Text),
    row(
        Attribute::UserAccountControl,
        "UserAccountControl",
        &[],
        "userAccountControl",
        "user_account_control",
        Kind::Number,
    ),
    row(
        Attribute::ProtectedFromAccidentalDeletion,
        "ProtectedFromAccidentalDeletion",
        &[],
        "",
        "protected",
        Kind::Flag,
    ),
    row(Attribute::WhenCreated, "WhenCreated", &["Created"], "whenCreated", "when_created", Kind::Time),
    row(Attribute::WhenChanged, "WhenChanged", &["Modified"], "whenChanged", "when_changed", Kind::Time),
    row(Attribute::SipAddress, "SipAddress", &[], "msRTCSIP-PrimaryUserAddress", "sip_address", Kind::Text),
    row(Attribute::Enabled, "Enabled", &["CsEnabled"], "msRTCSIP-UserEnabled", "enabled", Kind::Flag),
    row(Attribute::RegistrarPool, "RegistrarPool", &[], "msRTCSIP-PrimaryHomeServer", "registrar_pool", Kind::Text),
    row(Attribute::TargetRegistrarPool, "TargetRegistrarPool", &[], "", "target_registrar_pool", Kind::Text),
    row(Attribute::LineUri, "LineURI", &[], "msRTCSIP-Line", "line_uri", Kind::Text),
    row(Attribute::PrivateLine, "PrivateLine", &[], "msRTCSIP-PrivateLine", "private_line", Kind::Text),
    row(Attribute::LineServerUri, "LineServerURI", &[], "msRTCSIP-LineServer", "line_server_uri", Kind::Text),
    row(Attribute::DisplayNumber, "DisplayNumber", &[], "", "display_number", Kind::Text),
    row(Attribute::EnterpriseVoiceEnabled, "EnterpriseVoiceEnabled", &[], "", "enterprise_voice_enabled", Kind::Flag),
    row(Attribute::AudioVideoDisabled, "AudioVideoDisabled", &[], "", "audio_video_disabled", Kind::Flag),
    row(
        Attribute::RemoteCallControlTelephonyEnabled,
        "RemoteCallControlTelephonyEnabled",
        &[],
        "",
        "remote_call_control_telephony_enabled",
        Kind::Flag,
    ),
    row(
        Attribute::IpPbxSoftPhoneRoutingEnabled,
        "IPPBXSoftPhoneRoutingEnabled",
        &[],
        "",
        "ip_pbx_soft_phone_routing_enabled",
        Kind::Flag,
    ),
    row(Attribute::HostedVoiceMail, "HostedVoiceMail", &[], "", "hosted_voice_mail", Kind::Flag),
    row(Attribute::ExUmEnabled, "ExUmEnabled", &[], "", "ex_um_enabled", Kind::Flag),
    row(
        Attribute::EnabledForFederation,
        "EnabledForFederation",
        &[],
        "msRTCSIP-FederationEnabled",
        "enabled_for_federation",
        Kind::Flag,
    ),
    row(
        Attribute::EnabledForInternetAccess,
        "EnabledForInternetAccess",
        &[],
        "msRTCSIP-InternetAccessEnabled",
        "enabled_for_internet_access",
        Kind::Flag,
    ),
    row(Attribute::EnabledForRichPresence, "EnabledForRichPresence", &[], "", "enabled_for_rich_presence", Kind::Flag),
    row(Attribute::PublicNetworkEnabled, "PublicNetworkEnabled", &[], "", "public_network_enabled", Kind::Flag),
    row(
        Attribute::ExchangeArchivingPolicy,
        "ExchangeArchivingPolicy",
        &[],
        "",
        "exchange_archiving_policy",
        Kind::Text,
    ),
    row(Attribute::AcpInfo, "AcpInfo", &[], "", "acp_info", Kind::Text),
    row(Attribute::HostingProvider, "HostingProvider", &[], "", "hosting_provider", Kind::Text),
    row(Attribute::ArchivingPolicy, "ArchivingPolicy", &[], "", "archiving_policy", Kind::Policy),
    row(Attribute::CallViaWorkPolicy, "CallViaWorkPolicy", &[], "", "call_via_work_policy", Kind::Policy),
    row(Attribute::ClientPolicy, "ClientPolicy", &[], "", "client_policy", Kind::Policy),
    row(Attribute::ClientVersionPolicy, "ClientVersionPolicy", &[], "", "client_version_policy", Kind::Policy),
    row(Attribute::ConferencingPolicy, "ConferencingPolicy", &[], "", "conferencing_policy", Kind::Policy),
    row(Attribute::DialPlan, "DialPlan", &[], "", "dial_plan", Kind::Policy),
    row(Attribute::ExternalAccessPolicy, "ExternalAccessPolicy", &[], "", "external_access_policy", Kind::Policy),
    row(Attribute::HostedVoicemailPolicy, "HostedVoicemailPolicy", &[], "", "hosted_voicemail_policy", Kind::Policy),
    row(Attribute::IpPhonePolicy, "IPPhonePolicy", &[], "", "ip_phone_policy", Kind::Policy),
    row(Attribute::LocationPolicy, "LocationPolicy", &[], "", "location_policy", Kind::Policy),
    row(Attribute::MobilityPolicy, "MobilityPolicy", &[], "", "mobility_policy", Kind::Policy),
    row(Attribute::PersistentChatPolicy, "PersistentChatPolicy", &[], "", "persistent_chat_policy", Kind::Policy),
    row(Attribute::PinPolicy, "PinPolicy", &[], "", "pin_policy", Kind::Policy),
    row(Attribute::PresencePolicy, "PresencePolicy", &[], "", "presence_policy", Kind::Policy),
    row(
        Attribute::ThirdPartyVideoSystemPolicy,
        "ThirdPartyVideoSystemPolicy",
        &[],
        "",
        "third_party_video_system_policy",
        Kind::Policy,
    ),
    row(Attribute::UserServicesPolicy, "UserServicesPolicy", &[], "", "user_services_policy", Kind::Policy),
    row(Attribute::VoicePolicy, "VoicePolicy", &[], "", "voice_policy", Kind::Policy),
    row(Attribute::VoiceRoutingPolicy, "VoiceRoutingPolicy", &[], "", "voice_routing_policy", Kind::Policy),
];

const fn row(
    attribute: Attribute,
    name: &'static str,
    aliases: &'static [&'static str],
    ldap: &'static str,
    column: &'static str,
    kind: Kind,
) -> AttributeRow {
    AttributeRow { attribute, name, aliases, ldap, column, kind }
}

impl Attribute {
    /// The place in [`ATTRIBUTES`].
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The row of the table.
    pub const fn row(self) -> &'static AttributeRow {
        &ATTRIBUTES[self.index()]
    }

    /// The name on objects.
    pub const fn name(self) -> &'static str {
        self.row().name
    }

    /// The kind of its values.
    pub const fn kind(self) -> Kind {
        self.row().kind
    }

    /// The attribute with this name or alias, in any case.
    pub fn named(name: &str) -> Option<Attribute> {
        let is = |known: &str| known.eq_ignore_ascii_case(name);
        let row = ATTRIBUTES.iter().find(|row| is(row.name) || row.aliases.iter().any(|alias| is(alias)))?;
        Some(row.attribute)
    }

    /// The attribute with this name in LDAP, in any case.
    pub fn named_in_ldap(name: &str) -> Option<Attribute> {
        let name = if name.eq_ignore_ascii_case("name") { "cn" } else { name };
        let row = ATTRIBUTES.iter().find(|row| !row.ldap.is_empty() && row.ldap.eq_ignore_ascii_case(name))?;
        Some(row.attribute)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table_is_in_the_order_of_the_enum() {
        for (index, row) in ATTRIBUTES.iter().enumerate() {
            assert_eq!(row.attribute.index(), index, "{}", row.name);
        }
    }

    #[test]
    fn names_and_aliases_are_found_in_any_case() {
        assert_eq!(Attribute::named("lineuri"), Some(Attribute::LineUri));
        assert_eq!(Attribute::named("FIRSTNAME"), Some(Attribute::GivenName));
        assert_eq!(Attribute::named_in_ldap("L"), Some(Attribute::City));
        assert_eq!(Attribute::named_in_ldap(""), None);
    }
}
