//! What the objects of accounts have in common: whose they are, and how an attribute becomes a property's value.

use super::cs_user::CsUser;
use super::moment::moment;
use super::named_reference::named_reference;
use super::pin_info::PinInfoObject;
use crate::cmdlets::directory::directory_object::DirectoryObject;
use crate::cmdlets::prelude::*;
use crate::store::{Account, AccountId, Attribute, Datum, Kind};
use crate::value::{EnumValue, NativeType};

/// The account that an object of a command stands for.
pub fn account_of(value: &Value) -> Option<AccountId> {
    if let Some(user) = value.downcast::<CsUser>() {
        return Some(user.account().id);
    }
    if let Some(info) = value.downcast::<PinInfoObject>() {
        return Some(info.account());
    }
    value.downcast::<DirectoryObject>()?.account()
}

/// The value of an attribute as a property shows it; null when it has none.
pub fn attribute_value(env: &dyn Env, account: &Account, attribute: Attribute) -> Value {
    match account.get(attribute) {
        None => Value::Null,
        Some(Datum::Flag(flag)) => Value::Bool(*flag),
        Some(Datum::Time(time)) => moment(env, *time),
        Some(Datum::Number(number)) if attribute == Attribute::UserAccountControl => {
            EnumValue::native(&USER_ACCOUNT_CONTROL, *number)
        }
        Some(Datum::Number(number)) => Value::Long(*number),
        Some(Datum::Text(text)) => match (attribute.kind(), attribute) {
            (Kind::Policy, _) | (_, Attribute::RegistrarPool | Attribute::TargetRegistrarPool) => named_reference(text),
            (Kind::Guid, _) => guid(text),
            _ => Value::from(text.as_str()),
        },
    }
}

/// A GUID as a value.
pub fn guid(text: &str) -> Value {
    match crate::text::guid::parse(text) {
        Ok(guid) => Value::native(guid),
        Err(_) => Value::from(text),
    }
}

/// The flags of an account by their names in the product's shell.
pub static USER_ACCOUNT_CONTROL: NativeType = NativeType::flags(
    "Microsoft.Rtc.Management.ADConnect.Schema.UserAccountControlFlags",
    &[
        ("Script", 0x1),
        ("AccountDisabled", 0x2),
        ("HomeDirectoryRequired", 0x8),
        ("Lockout", 0x10),
        ("PasswordNotRequired", 0x20),
        ("PasswordCannotChange", 0x40),
        ("EncryptedTextPasswordAllowed", 0x80),
        ("NormalAccount", 0x200),
        ("DoNotExpirePassword", 0x10000),
        ("PasswordExpired", 0x80_0000),
    ],
);

/// The domain's part of a DN, from its first `DC=`.
pub fn domain_part(dn: &str) -> &str {
    let at = dn.to_ascii_uppercase().find("DC=");
    at.and_then(|at| dn.get(at..)).unwrap_or_default()
}
