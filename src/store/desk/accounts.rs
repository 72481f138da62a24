//! Accounts of the directory: making, changing, renaming, moving and removing them.

use super::{Cursor, DeskFault, PinDesk};
use crate::store::directory::{new_guid, new_sid};
use crate::store::{
    Account, AccountId, Attribute, CLASS_CONTACT, CLASS_USER, DISABLED, Datum, NORMAL_ACCOUNT, Predicate,
};

/// Attributes that only the desk itself sets.
const FIXED: &[Attribute] = &[
    Attribute::ObjectClass,
    Attribute::Guid,
    Attribute::Sid,
    Attribute::Name,
    Attribute::DistinguishedName,
    Attribute::WhenCreated,
    Attribute::WhenChanged,
];

/// Characters that a SamAccountName cannot have.
const NOT_IN_LOGON_NAMES: &[char] = &['"', '/', '\\', '[', ']', ':', ';', '|', '=', ',', '+', '*', '?', '<', '>'];

impl PinDesk {
    /// Makes a user in `parent`, which is the container Users unless given. Without a SamAccountName the name is it.
    ///
    /// # Errors
    /// The parent does not exist, a name is taken or malformed, or an attribute is not the directory's.
    pub fn new_user(
        &mut self,
        name: &str,
        parent: Option<&str>,
        enabled: bool,
        attributes: &[(Attribute, Option<Datum>)],
    ) -> Result<Account, DeskFault> {
        let control = if enabled { NORMAL_ACCOUNT } else { NORMAL_ACCOUNT | DISABLED };
        let mut account = Account::default()
            .with(Attribute::ObjectClass, CLASS_USER)
            .with(Attribute::SamAccountName, name.trim())
            .with(Attribute::UserAccountControl, control);
        self.apply(&mut account, attributes)?;
        self.unit(|desk| {
            let sid = new_sid(&mut *desk.store)?;
            desk.create(account.with(Attribute::Sid, sid), name, parent, "NewUser")
        })
    }

    /// Makes a contact, as [`PinDesk::new_user`].
    ///
    /// # Errors
    /// As [`PinDesk::new_user`].
    pub fn new_contact(
        &mut self,
        name: &str,
        parent: Option<&str>,
        attributes: &[(Attribute, Option<Datum>)],
    ) -> Result<Account, DeskFault> {
        let mut account = Account::default().with(Attribute::ObjectClass, CLASS_CONTACT);
        self.apply(&mut account, attributes)?;
        self.unit(|desk| desk.create(account, name, parent, "NewContact"))
    }

    fn create(
        &mut self,
        mut account: Account,
        name: &str,
        parent: Option<&str>,
        action: &str,
    ) -> Result<Account, DeskFault> {
        let parent = match parent {
            Some(dn) => self.parent(dn)?,
            None => self.domain.users(),
        };
        let dn = parent.child("CN", name);
        if dn.name().is_empty() {
            return Err(DeskFault::invalid(Attribute::Name, name, "it is empty."));
        }
        account.put(Attribute::Name, dn.name());
        account.put(Attribute::DistinguishedName, dn.to_string());
        account.put(Attribute::Guid, new_guid(&mut *self.equipment.randomness));
        account.put(Attribute::WhenCreated, self.now());
        account.put(Attribute::WhenChanged, self.now());
        account.id = self.store.insert_account(&account)?;
        self.done(action, account.dn())?;
        Ok(account)
    }

    /// Changes attributes of the directory; `None` clears one.
    ///
    /// # Errors
    /// A value is malformed or taken, or an attribute is the product's or fixed.
    pub fn set_account(
        &mut self,
        id: AccountId,
        attributes: &[(Attribute, Option<Datum>)],
    ) -> Result<Account, DeskFault> {
        self.unit(|desk| {
            let mut account = desk.account(id)?;
            desk.apply(&mut account, attributes)?;
            desk.keep(&mut account, "SetUser")?;
            Ok(account)
        })
    }

    /// Lets the account log on, or not.
    ///
    /// # Errors
    /// The account does not exist.
    pub fn set_account_enabled(&mut self, id: AccountId, enabled: bool) -> Result<Account, DeskFault> {
        self.unit(|desk| {
            let mut account = desk.account(id)?;
            let control = account.number(Attribute::UserAccountControl).unwrap_or(NORMAL_ACCOUNT);
            let control = if enabled { control & !DISABLED } else { control | DISABLED };
            account.put(Attribute::UserAccountControl, control);
            desk.keep(&mut account, if enabled { "EnableAccount" } else { "DisableAccount" })?;
            Ok(account)
        })
    }

    /// Gives the account another name, or puts it below another unit.
    ///
    /// # Errors
    /// The unit does not exist, or has an account of that name.
    pub fn relocate(&mut self, id: AccountId, name: Option<&str>, parent: Option<&str>) -> Result<Account, DeskFault> {
        self.unit(|desk| {
            let mut account = desk.account(id)?;
            let old = account.dn().to_string();
            let parent = match parent {
                Some(dn) => desk.parent(dn)?,
                None => crate::store::Dn::parse(&old)
                    .and_then(|dn| dn.parent())
                    .ok_or_else(|| DeskFault::UnknownUnit(old.clone()))?,
            };
            let name = name.unwrap_or_else(|| account.text(Attribute::Name).unwrap_or_default()).to_string();
            let dn = parent.child("CN", &name);
            if dn.name().is_empty() {
                return Err(DeskFault::invalid(Attribute::Name, &name, "it is empty."));
            }
            account.put(Attribute::Name, dn.name());
            account.put(Attribute::DistinguishedName, dn.to_string());
            desk.keep(&mut account, "MoveAccount")?;
            for mut report in Cursor::new(Predicate::equals(Attribute::Manager, &old), None).rest(desk)? {
                report.put(Attribute::Manager, dn.to_string());
                desk.store.update_account(&report)?;
            }
            Ok(account)
        })
    }

    /// Removes the account with its number, policies, PIN and history; the audit trail keeps what was recorded.
    ///
    /// # Errors
    /// It is protected from accidental deletion.
    pub fn remove_account(&mut self, id: AccountId) -> Result<(), DeskFault> {
        self.unit(|desk| {
            let account = desk.account(id)?;
            if account.flag(Attribute::ProtectedFromAccidentalDeletion) == Some(true) {
                return Err(DeskFault::Protected(account.dn().into()));
            }
            desk.store.remove_account(id)?;
            desk.store.clear_attribute(Attribute::Manager, account.dn())?;
            desk.done("RemoveAccount", account.dn())
        })
    }

    fn apply(&self, account: &mut Account, attributes: &[(Attribute, Option<Datum>)]) -> Result<(), DeskFault> {
        for (attribute, value) in attributes {
            if FIXED.contains(attribute) || *attribute >= Attribute::SipAddress {
                let value = value.as_ref().map(ToString::to_string).unwrap_or_default();
                return Err(DeskFault::invalid(*attribute, &value, "it cannot be set here."));
            }
            let value = match (attribute, value) {
                (Attribute::Manager, Some(Datum::Text(manager))) if !manager.is_empty() => {
                    let manager = self.find_one(manager, &Predicate::always())?;
                    Some(Datum::from(manager.dn()))
                }
                (Attribute::SamAccountName, Some(Datum::Text(name))) if !name.is_empty() => {
                    if name.contains(NOT_IN_LOGON_NAMES) || name.chars().any(char::is_control) {
                        return Err(DeskFault::invalid(
                            *attribute,
                            name,
                            "it contains a character that is not allowed.",
                        ));
                    }
                    value.clone()
                }
                _ => value.clone(),
            };
            account.set(*attribute, value);
        }
        Ok(())
    }

    /// Keeps a changed account and records the change.
    pub(super) fn keep(&mut self, account: &mut Account, action: &str) -> Result<(), DeskFault> {
        account.put(Attribute::WhenChanged, self.now());
        self.store.update_account(account)?;
        let label = account.label().to_string();
        self.done(action, &label)
    }
}
