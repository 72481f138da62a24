//! The keys by which accounts are looked up: folded, indexed, some of them unique.

use super::{Account, Attribute, Dn, fold};

/// A key of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    Guid,
    Sid,
    SamAccountName,
    UserPrincipalName,
    SipAddress,
    /// The DN from the root down, so that a subtree is a range.
    Path,
    Name,
    DisplayName,
    LineUri,
    PrivateLine,
    /// The number of the line URI without extension.
    Number,
    /// The extension of the line URI.
    Extension,
    RegistrarPool,
}

impl Key {
    /// All keys.
    pub const ALL: &[Key] = &[
        Key::Guid,
        Key::Sid,
        Key::SamAccountName,
        Key::UserPrincipalName,
        Key::SipAddress,
        Key::Path,
        Key::Name,
        Key::DisplayName,
        Key::LineUri,
        Key::PrivateLine,
        Key::Number,
        Key::Extension,
        Key::RegistrarPool,
    ];

    /// The column in SQL.
    pub const fn column(self) -> &'static str {
        match self {
            Key::Guid => "key_guid",
            Key::Sid => "key_sid",
            Key::SamAccountName => "key_sam_account_name",
            Key::UserPrincipalName => "key_user_principal_name",
            Key::SipAddress => "key_sip_address",
            Key::Path => "key_path",
            Key::Name => "key_name",
            Key::DisplayName => "key_display_name",
            Key::LineUri => "key_line_uri",
            Key::PrivateLine => "key_private_line",
            Key::Number => "key_number",
            Key::Extension => "key_extension",
            Key::RegistrarPool => "key_registrar_pool",
        }
    }

    /// What the key is called in messages.
    pub const fn noun(self) -> &'static str {
        match self {
            Key::Guid => "GUID",
            Key::Sid => "SID",
            Key::SamAccountName => "SamAccountName",
            Key::UserPrincipalName => "UserPrincipalName",
            Key::SipAddress => "SIP address",
            Key::Path => "distinguished name",
            Key::Name => "name",
            Key::DisplayName => "display name",
            Key::LineUri => "line URI",
            Key::PrivateLine => "private line",
            Key::Number => "phone number",
            Key::Extension => "extension",
            Key::RegistrarPool => "registrar pool",
        }
    }

    /// Whether no two accounts may have the same.
    pub const fn is_unique(self) -> bool {
        matches!(
            self,
            Key::Guid | Key::Sid | Key::SamAccountName | Key::UserPrincipalName | Key::SipAddress | Key::Path
        )
    }

    /// The attribute whose folded value the key is; `None` for parts and for the path.
    pub const fn attribute(self) -> Option<Attribute> {
        match self {
            Key::Guid => Some(Attribute::Guid),
            Key::Sid => Some(Attribute::Sid),
            Key::SamAccountName => Some(Attribute::SamAccountName),
            Key::UserPrincipalName => Some(Attribute::UserPrincipalName),
            Key::SipAddress => Some(Attribute::SipAddress),
            Key::Name => Some(Attribute::Name),
            Key::DisplayName => Some(Attribute::DisplayName),
            Key::LineUri => Some(Attribute::LineUri),
            Key::PrivateLine => Some(Attribute::PrivateLine),
            Key::RegistrarPool => Some(Attribute::RegistrarPool),
            Key::Path | Key::Number | Key::Extension => None,
        }
    }

    /// The key that is an attribute's folded value.
    pub fn for_attribute(attribute: Attribute) -> Option<Key> {
        Key::ALL.iter().copied().find(|key| key.attribute() == Some(attribute))
    }

    /// The value of the key for an account.
    pub fn of(self, account: &Account) -> Option<String> {
        if let Some(attribute) = self.attribute() {
            return account.text(attribute).map(fold);
        }
        match self {
            Key::Path => Dn::parse(account.dn()).map(|dn| dn.path()),
            Key::Number => Some(line_parts(account.text(Attribute::LineUri)?).0).filter(|number| !number.is_empty()),
            _ => line_parts(account.text(Attribute::LineUri)?).1,
        }
    }
}

/// The number (with its `+`) and the extension of a line URI.
pub(super) fn line_parts(uri: &str) -> (String, Option<String>) {
    let mut parts = uri.split(';');
    let number = fold(parts.next().unwrap_or_default().trim());
    let number = number.strip_prefix("tel:").unwrap_or(&number).to_string();
    let extension = parts.find_map(|part| {
        let (name, value) = part.split_once('=')?;
        name.trim().eq_ignore_ascii_case("ext").then(|| value.trim().to_string()).filter(|value| !value.is_empty())
    });
    (number, extension)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_falls_apart_into_number_and_extension() {
        assert_eq!(line_parts("TEL:+1425;EXT=51297"), ("+1425".into(), Some("51297".into())));
        assert_eq!(line_parts("tel:+1425"), ("+1425".into(), None));
    }
}
