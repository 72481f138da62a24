//! Users as `Get-CsUser` and `Get-CsAdUser` show them.
//!
//! An object holds the account as it was read; its properties are computed when they are asked for, so that a hundred
//! thousand users stay cheap.

use super::account_object::{attribute_value, domain_part, guid};
use super::fault::MANAGEMENT_EXCEPTION;
use crate::cmdlets::prelude::*;
use crate::store::{ATTRIBUTES, Account, Attribute};
use crate::types::TypeTable;
use crate::types::table::Property;
use crate::value::{Native, NativeType, types};

/// Of which type the object is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum As {
    User,
    AdUser,
    Contact,
}

/// A user.
pub struct CsUser {
    account: Account,
    shown: As,
}

impl CsUser {
    /// A user, or a contact such as a phone, as the product's commands show one.
    pub fn user(account: Account) -> Value {
        let shown = if account.is_contact() { As::Contact } else { As::User };
        Value::native(CsUser { account, shown })
    }

    /// Any account as `Get-CsAdUser` shows it.
    pub fn ad_user(account: Account) -> Value {
        Value::native(CsUser { account, shown: As::AdUser })
    }

    pub fn account(&self) -> &Account {
        &self.account
    }
}

pub static AD_OBJECT: NativeType =
    NativeType::class("Microsoft.Rtc.Management.ADConnect.ADObjects.ADObject", &types::OBJECT);
pub static USER: NativeType = NativeType::class("Microsoft.Rtc.Management.ADConnect.Schema.ADUser", &AD_OBJECT);
pub static AD_USER: NativeType = NativeType::class("Microsoft.Rtc.Management.ADConnect.Schema.CSADUser", &AD_OBJECT);
pub static CONTACT: NativeType =
    NativeType::class("Microsoft.Rtc.Management.ADConnect.Schema.OCSADContact", &AD_OBJECT);

impl Native for CsUser {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(match self.shown {
            As::User => &USER,
            As::AdUser => &AD_USER,
            As::Contact => &CONTACT,
        })
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(Str::from(self.account.dn())))
    }
}

fn account(this: &Value) -> Outcome<&Account> {
    match this.downcast::<CsUser>() {
        Some(user) => Ok(&user.account),
        None => {
            let fault = Fault::new("InvalidObject", ErrorCategory::InvalidType, "The object is no user.");
            Err(fault.of(&MANAGEMENT_EXCEPTION).into())
        }
    }
}

/// The getter of an attribute.
fn attribute<const INDEX: usize>(env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let account = account(this)?;
    Ok(ATTRIBUTES.get(INDEX).map_or(Value::Null, |row| attribute_value(env, account, row.attribute)))
}

fn null(_env: &mut dyn Env, _this: &Value) -> Outcome<Value> {
    Ok(Value::Null)
}

fn home_server(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let account = account(this)?;
    let home = |_| {
        let domain = domain_part(account.dn());
        let path = "CN=Lc Services,CN=Microsoft,CN=1:1,CN=Pools,CN=RTC Service,CN=Services,CN=Configuration";
        Value::from(format!("{path},{domain}"))
    };
    Ok(account.text(Attribute::RegistrarPool).map_or(Value::Null, home))
}

fn tenant(_env: &mut dyn Env, _this: &Value) -> Outcome<Value> {
    Ok(guid("00000000-0000-0000-0000-000000000000"))
}

fn object_category(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let domain = domain_part(account(this)?.dn());
    Ok(Value::from(format!("CN=Person,CN=Schema,CN=Configuration,{domain}")))
}

fn is_valid(_env: &mut dyn Env, _this: &Value) -> Outcome<Value> {
    Ok(Value::Bool(true))
}

fn object_state(_env: &mut dyn Env, _this: &Value) -> Outcome<Value> {
    Ok(Value::from("Unchanged"))
}

const TEXT: &str = "string";
const FLAG: &str = "System.Nullable[bool]";
const NAMED: &str = "Microsoft.Rtc.Management.ADConnect.Core.NamedReference";
const DATE: &str = "datetime";
const GUID: &str = "guid";
const CONTROL: &str = "Microsoft.Rtc.Management.ADConnect.Schema.UserAccountControlFlags";

/// A property that shows the attribute of an index.
const fn shows<const INDEX: usize>(name: &'static str, ty: &'static str) -> Property {
    Property::new(name, ty, attribute::<INDEX>)
}

/// The properties in the order in which Microsoft's own export script lists them.
const USER_PROPERTIES: &[Property] = &[
    shows::<{ Attribute::SamAccountName as usize }>("SamAccountName", TEXT),
    shows::<{ Attribute::UserPrincipalName as usize }>("UserPrincipalName", TEXT),
    shows::<{ Attribute::GivenName as usize }>("FirstName", TEXT),
    shows::<{ Attribute::Surname as usize }>("LastName", TEXT),
    shows::<{ Attribute::EmailAddress as usize }>("WindowsEmailAddress", TEXT),
    shows::<{ Attribute::Sid as usize }>("Sid", TEXT),
    shows::<{ Attribute::LineServerUri as usize }>("LineServerURI", TEXT),
    Property::new("OriginatorSid", TEXT, null),
    shows::<{ Attribute::AudioVideoDisabled as usize }>("AudioVideoDisabled", FLAG),
    shows::<{ Attribute::IpPbxSoftPhoneRoutingEnabled as usize }>("IPPBXSoftPhoneRoutingEnabled", FLAG),
    shows::<{ Attribute::RemoteCallControlTelephonyEnabled as usize }>("RemoteCallControlTelephonyEnabled", FLAG),
    shows::<{ Attribute::PrivateLine as usize }>("PrivateLine", TEXT),
    shows::<{ Attribute::AcpInfo as usize }>("AcpInfo", TEXT),
    shows::<{ Attribute::HostedVoiceMail as usize }>("HostedVoiceMail", FLAG),
    shows::<{ Attribute::DisplayName as usize }>("DisplayName", TEXT),
    Property::new("HomeServer", TEXT, home_server),
    Property::new("TargetServerIfMoving", TEXT, null),
    shows::<{ Attribute::EnabledForFederation as usize }>("EnabledForFederation", FLAG),
    shows::<{ Attribute::EnabledForInternetAccess as usize }>("EnabledForInternetAccess", FLAG),
    shows::<{ Attribute::PublicNetworkEnabled as usize }>("PublicNetworkEnabled", FLAG),
    shows::<{ Attribute::EnterpriseVoiceEnabled as usize }>("EnterpriseVoiceEnabled", FLAG),
    shows::<{ Attribute::EnabledForRichPresence as usize }>("EnabledForRichPresence", FLAG),
    shows::<{ Attribute::ExchangeArchivingPolicy as usize }>("ExchangeArchivingPolicy", TEXT),
    shows::<{ Attribute::ExUmEnabled as usize }>("ExUmEnabled", FLAG),
    shows::<{ Attribute::LineUri as usize }>("LineURI", TEXT),
    shows::<{ Attribute::SipAddress as usize }>("SipAddress", TEXT),
    shows::<{ Attribute::Enabled as usize }>("Enabled", FLAG),
    Property::new("TenantId", GUID, tenant),
    shows::<{ Attribute::TargetRegistrarPool as usize }>("TargetRegistrarPool", NAMED),
    shows::<{ Attribute::VoicePolicy as usize }>("VoicePolicy", NAMED),
    shows::<{ Attribute::VoiceRoutingPolicy as usize }>("VoiceRoutingPolicy", NAMED),
    shows::<{ Attribute::MobilityPolicy as usize }>("MobilityPolicy", NAMED),
    shows::<{ Attribute::ConferencingPolicy as usize }>("ConferencingPolicy", NAMED),
    shows::<{ Attribute::PresencePolicy as usize }>("PresencePolicy", NAMED),
    shows::<{ Attribute::RegistrarPool as usize }>("RegistrarPool", NAMED),
    shows::<{ Attribute::DialPlan as usize }>("DialPlan", NAMED),
    shows::<{ Attribute::LocationPolicy as usize }>("LocationPolicy", NAMED),
    shows::<{ Attribute::ClientPolicy as usize }>("ClientPolicy", NAMED),
    shows::<{ Attribute::ClientVersionPolicy as usize }>("ClientVersionPolicy", NAMED),
    shows::<{ Attribute::ArchivingPolicy as usize }>("ArchivingPolicy", NAMED),
    shows::<{ Attribute::PinPolicy as usize }>("PinPolicy", NAMED),
    shows::<{ Attribute::ExternalAccessPolicy as usize }>("ExternalAccessPolicy", NAMED),
    shows::<{ Attribute::HostedVoicemailPolicy as usize }>("HostedVoicemailPolicy", NAMED),
    shows::<{ Attribute::PersistentChatPolicy as usize }>("PersistentChatPolicy", NAMED),
    shows::<{ Attribute::UserServicesPolicy as usize }>("UserServicesPolicy", NAMED),
    shows::<{ Attribute::CallViaWorkPolicy as usize }>("CallViaWorkPolicy", NAMED),
    shows::<{ Attribute::IpPhonePolicy as usize }>("IPPhonePolicy", NAMED),
    shows::<{ Attribute::ThirdPartyVideoSystemPolicy as usize }>("ThirdPartyVideoSystemPolicy", NAMED),
    shows::<{ Attribute::HostingProvider as usize }>("HostingProvider", TEXT),
    shows::<{ Attribute::Name as usize }>("Name", TEXT),
    shows::<{ Attribute::DistinguishedName as usize }>("DistinguishedName", TEXT),
    shows::<{ Attribute::DistinguishedName as usize }>("Identity", TEXT),
    shows::<{ Attribute::Guid as usize }>("Guid", GUID),
    Property::new("ObjectCategory", TEXT, object_category),
    shows::<{ Attribute::WhenChanged as usize }>("WhenChanged", DATE),
    shows::<{ Attribute::WhenCreated as usize }>("WhenCreated", DATE),
    Property::new("OriginatingServer", TEXT, null),
    Property::new("IsValid", "bool", is_valid),
    Property::new("ObjectState", TEXT, object_state),
];

const AD_USER_PROPERTIES: &[Property] = &[
    shows::<{ Attribute::SamAccountName as usize }>("SamAccountName", TEXT),
    shows::<{ Attribute::UserPrincipalName as usize }>("UserPrincipalName", TEXT),
    shows::<{ Attribute::GivenName as usize }>("FirstName", TEXT),
    shows::<{ Attribute::Initials as usize }>("Initials", TEXT),
    shows::<{ Attribute::Surname as usize }>("LastName", TEXT),
    shows::<{ Attribute::DisplayName as usize }>("DisplayName", TEXT),
    shows::<{ Attribute::EmailAddress as usize }>("WindowsEmailAddress", TEXT),
    shows::<{ Attribute::Title as usize }>("Title", TEXT),
    shows::<{ Attribute::Department as usize }>("Department", TEXT),
    shows::<{ Attribute::Company as usize }>("Company", TEXT),
    shows::<{ Attribute::Manager as usize }>("Manager", TEXT),
    shows::<{ Attribute::Office as usize }>("Office", TEXT),
    shows::<{ Attribute::StreetAddress as usize }>("StreetAddress", TEXT),
    shows::<{ Attribute::City as usize }>("City", TEXT),
    shows::<{ Attribute::State as usize }>("StateOrProvince", TEXT),
    shows::<{ Attribute::PostalCode as usize }>("PostalCode", TEXT),
    shows::<{ Attribute::Country as usize }>("CountryOrRegion", TEXT),
    shows::<{ Attribute::OfficePhone as usize }>("Phone", TEXT),
    shows::<{ Attribute::MobilePhone as usize }>("MobilePhone", TEXT),
    shows::<{ Attribute::HomePhone as usize }>("HomePhone", TEXT),
    shows::<{ Attribute::Pager as usize }>("Pager", TEXT),
    shows::<{ Attribute::Fax as usize }>("Fax", TEXT),
    shows::<{ Attribute::IpPhone as usize }>("IPPhone", TEXT),
    shows::<{ Attribute::Description as usize }>("Description", TEXT),
    shows::<{ Attribute::Sid as usize }>("Sid", TEXT),
    shows::<{ Attribute::UserAccountControl as usize }>("UserAccountControl", CONTROL),
    shows::<{ Attribute::Enabled as usize }>("Enabled", FLAG),
    shows::<{ Attribute::SipAddress as usize }>("SipAddress", TEXT),
    shows::<{ Attribute::RegistrarPool as usize }>("RegistrarPool", NAMED),
    shows::<{ Attribute::LineUri as usize }>("LineURI", TEXT),
    shows::<{ Attribute::Name as usize }>("Name", TEXT),
    shows::<{ Attribute::DistinguishedName as usize }>("DistinguishedName", TEXT),
    shows::<{ Attribute::DistinguishedName as usize }>("Identity", TEXT),
    shows::<{ Attribute::Guid as usize }>("Guid", GUID),
    Property::new("ObjectCategory", TEXT, object_category),
    shows::<{ Attribute::WhenChanged as usize }>("WhenChanged", DATE),
    shows::<{ Attribute::WhenCreated as usize }>("WhenCreated", DATE),
    Property::new("OriginatingServer", TEXT, null),
    Property::new("IsValid", "bool", is_valid),
    Property::new("ObjectState", TEXT, object_state),
];

const CONTACT_PROPERTIES: &[Property] = &[
    shows::<{ Attribute::DistinguishedName as usize }>("Identity", TEXT),
    shows::<{ Attribute::RegistrarPool as usize }>("RegistrarPool", NAMED),
    shows::<{ Attribute::Enabled as usize }>("Enabled", FLAG),
    shows::<{ Attribute::SipAddress as usize }>("SipAddress", TEXT),
    shows::<{ Attribute::ClientPolicy as usize }>("ClientPolicy", NAMED),
    shows::<{ Attribute::PinPolicy as usize }>("PinPolicy", NAMED),
    shows::<{ Attribute::VoicePolicy as usize }>("VoicePolicy", NAMED),
    shows::<{ Attribute::VoiceRoutingPolicy as usize }>("VoiceRoutingPolicy", NAMED),
    shows::<{ Attribute::MobilityPolicy as usize }>("MobilityPolicy", NAMED),
    shows::<{ Attribute::ConferencingPolicy as usize }>("ConferencingPolicy", NAMED),
    shows::<{ Attribute::DialPlan as usize }>("DialPlan", NAMED),
    shows::<{ Attribute::LocationPolicy as usize }>("LocationPolicy", NAMED),
    shows::<{ Attribute::LineUri as usize }>("LineURI", TEXT),
    shows::<{ Attribute::DisplayNumber as usize }>("DisplayNumber", TEXT),
    shows::<{ Attribute::DisplayName as usize }>("DisplayName", TEXT),
    shows::<{ Attribute::Description as usize }>("Description", TEXT),
    shows::<{ Attribute::ExUmEnabled as usize }>("ExUmEnabled", FLAG),
    shows::<{ Attribute::EnterpriseVoiceEnabled as usize }>("EnterpriseVoiceEnabled", FLAG),
    shows::<{ Attribute::Name as usize }>("Name", TEXT),
    shows::<{ Attribute::DistinguishedName as usize }>("DistinguishedName", TEXT),
    shows::<{ Attribute::Guid as usize }>("Guid", GUID),
    shows::<{ Attribute::WhenChanged as usize }>("WhenChanged", DATE),
    shows::<{ Attribute::WhenCreated as usize }>("WhenCreated", DATE),
    Property::new("IsValid", "bool", is_valid),
    Property::new("ObjectState", TEXT, object_state),
];

pub static USER_TABLE: TypeTable = TypeTable { properties: USER_PROPERTIES, ..TypeTable::of(&USER) };
pub static AD_USER_TABLE: TypeTable = TypeTable { properties: AD_USER_PROPERTIES, ..TypeTable::of(&AD_USER) };
pub static CONTACT_TABLE: TypeTable = TypeTable { properties: CONTACT_PROPERTIES, ..TypeTable::of(&CONTACT) };
