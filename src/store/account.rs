//! An account of the directory with all its attributes.

use super::{ATTRIBUTES, Attribute, Datum};
use crate::pin::{Owner, Timestamp};

/// The class of a person's account.
pub const CLASS_USER: &str = "user";

/// The class of a contact, which common area phones and access numbers are.
pub const CLASS_CONTACT: &str = "contact";

/// The flag of a disabled account in `UserAccountControl`.
pub const DISABLED: i64 = 0x2;

/// The flag of a normal account in `UserAccountControl`.
pub const NORMAL_ACCOUNT: i64 = 0x200;

/// The store's own number of an account; accounts added later have greater ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountId(pub i64);

/// An account. Text attributes are never empty: setting an empty text clears the attribute, as a directory does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    pub id: AccountId,
    values: Vec<Option<Datum>>,
}

impl Default for Account {
    fn default() -> Self {
        Account { id: AccountId::default(), values: vec![None; ATTRIBUTES.len()] }
    }
}

impl Account {
    /// An attribute's value.
    pub fn get(&self, attribute: Attribute) -> Option<&Datum> {
        self.values.get(attribute.index())?.as_ref()
    }

    /// A text attribute's value.
    pub fn text(&self, attribute: Attribute) -> Option<&str> {
        match self.get(attribute) {
            Some(Datum::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// A flag's value.
    pub fn flag(&self, attribute: Attribute) -> Option<bool> {
        match self.get(attribute) {
            Some(Datum::Flag(flag)) => Some(*flag),
            _ => None,
        }
    }

    /// A number's value.
    pub fn number(&self, attribute: Attribute) -> Option<i64> {
        match self.get(attribute) {
            Some(Datum::Number(number)) => Some(*number),
            _ => None,
        }
    }

    /// A time's value.
    pub fn time(&self, attribute: Attribute) -> Option<Timestamp> {
        match self.get(attribute) {
            Some(Datum::Time(time)) => Some(*time),
            _ => None,
        }
    }

    /// Sets an attribute, or clears it.
    pub fn set(&mut self, attribute: Attribute, value: Option<Datum>) {
        if let Some(slot) = self.values.get_mut(attribute.index()) {
            *slot = value.filter(|value| !matches!(value, Datum::Text(text) if text.is_empty()));
        }
    }

    /// Sets an attribute to a value.
    pub fn put(&mut self, attribute: Attribute, value: impl Into<Datum>) {
        self.set(attribute, Some(value.into()));
    }

    /// The same account with the attribute set.
    #[must_use]
    pub fn with(mut self, attribute: Attribute, value: impl Into<Datum>) -> Self {
        self.put(attribute, value);
        self
    }

    /// Whether the account is enabled for the product, if only for a time disabled in it.
    pub fn is_in_product(&self) -> bool {
        self.get(Attribute::SipAddress).is_some()
    }

    /// Whether logging on with the account is possible.
    pub fn is_account_enabled(&self) -> bool {
        self.number(Attribute::UserAccountControl).unwrap_or(NORMAL_ACCOUNT) & DISABLED == 0
    }

    /// Whether it is a contact.
    pub fn is_contact(&self) -> bool {
        self.text(Attribute::ObjectClass) == Some(CLASS_CONTACT)
    }

    /// The DN; empty only for an account that was never stored.
    pub fn dn(&self) -> &str {
        self.text(Attribute::DistinguishedName).unwrap_or_default()
    }

    /// How to name the account in output: the SIP address, else the DN.
    pub fn label(&self) -> &str {
        self.text(Attribute::SipAddress).unwrap_or_else(|| self.dn())
    }

    /// What the PIN rules ask about the account.
    pub fn owner(&self) -> Owner {
        let mut owner = Owner::default();
        for attribute in [Attribute::LineUri, Attribute::PrivateLine] {
            if let Some(uri) = self.text(attribute) {
                owner.add_line(uri);
            }
        }
        let names = [Attribute::GivenName, Attribute::Surname, Attribute::SamAccountName];
        owner.names = names.iter().filter_map(|name| self.text(*name)).map(str::to_string).collect();
        owner
    }
}
