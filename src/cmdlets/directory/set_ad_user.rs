//! `Set-ADUser`: changes users of the directory.

use super::attributes::{attribute_named, user_object};
use super::changes::{Changes, entries, given};
use super::fault::{bad_argument, directory_fault, refuse};
use crate::cmdlets::pin::desk_service::Desk;
use crate::cmdlets::pin::user_id::{Among, UserId};
use crate::cmdlets::prelude::*;
use crate::store::desk::DeskFault;
use crate::store::{Account, Attribute, Datum};

cmdlet! {
    /// Changes properties of a user. Attributes that have no parameter of their own go through -Add, -Remove, -Replace and
    /// -Clear by their names in the directory.
    ///
    /// ```powershell
    /// Set-ADUser -Identity kenmyer -Title "Manager" -Replace @{pager = "5551212"}
    /// $ken = Get-ADUser kenmyer -Properties Title, Pager
    /// "$($ken.Title) $($ken.Pager)"
    /// # Manager 5551212
    /// ```
    pub struct SetAdUser: "Set-ADUser", should_process, module "ActiveDirectory",
        class "Microsoft.ActiveDirectory.Management.Commands.SetADUser",
        output "Microsoft.ActiveDirectory.Management.ADUser";

    /// The user: a SamAccountName, a distinguished name, a GUID, a SID, or an object.
    param identity: UserId, mandatory, position 0, pipeline;
    /// The logon name.
    param sam_account_name: Option<Str>;
    /// The name that is shown.
    param display_name: Option<Str>, allow_null, allow_empty_string;
    param given_name: Option<Str>, allow_null, allow_empty_string;
    param surname: Option<Str>, allow_null, allow_empty_string;
    param initials: Option<Str>, allow_null, allow_empty_string;
    param user_principal_name: Option<Str>, allow_null, allow_empty_string;
    param email_address: Option<Str>, allow_null, allow_empty_string;
    /// Whether the user can log on.
    param enabled: Option<bool>;
    param description: Option<Str>, allow_null, allow_empty_string;
    param department: Option<Str>, allow_null, allow_empty_string;
    param title: Option<Str>, allow_null, allow_empty_string;
    param company: Option<Str>, allow_null, allow_empty_string;
    param office: Option<Str>, allow_null, allow_empty_string;
    param street_address: Option<Str>, allow_null, allow_empty_string;
    param city: Option<Str>, allow_null, allow_empty_string;
    param state: Option<Str>, allow_null, allow_empty_string;
    param postal_code: Option<Str>, allow_null, allow_empty_string;
    param country: Option<Str>, allow_null, allow_empty_string;
    param office_phone: Option<Str>, allow_null, allow_empty_string;
    param mobile_phone: Option<Str>, allow_null, allow_empty_string;
    param home_phone: Option<Str>, allow_null, allow_empty_string;
    param fax: Option<Str>, allow_null, allow_empty_string;
    /// The manager, in any form of identity.
    param manager: Option<Str>, allow_null, allow_empty_string;
    param employee_id: Option<Str>, name "EmployeeID", allow_null, allow_empty_string;
    param employee_number: Option<Str>, allow_null, allow_empty_string;
    /// Values for attributes that have none, as in @{pager="5551212"}.
    param add: Option<Rc<Table>>;
    /// Values to take away from attributes that have them.
    param remove: Option<Rc<Table>>;
    /// New values for attributes.
    param replace: Option<Rc<Table>>;
    /// The names of attributes to clear.
    param clear: Vec<Str>;
    /// Writes the user.
    param pass_thru: Switch;
    /// Accepted for scripts that give it: there is one directory.
    param server: Str;
    /// Accepted for scripts that give it.
    param credential: Value;

    state removed: Vec<(Attribute, Datum)>;
    state added: Vec<(Attribute, Datum)>;
    state replaced: Vec<(Attribute, Datum)>;
    state cleared: Vec<Attribute>;
}

impl SetAdUser {
    fn changes(&self, cx: &Cx) -> Changes {
        given(
            cx,
            &[
                ("SamAccountName", Attribute::SamAccountName, &self.sam_account_name),
                ("DisplayName", Attribute::DisplayName, &self.display_name),
                ("GivenName", Attribute::GivenName, &self.given_name),
                ("Surname", Attribute::Surname, &self.surname),
                ("Initials", Attribute::Initials, &self.initials),
                ("UserPrincipalName", Attribute::UserPrincipalName, &self.user_principal_name),
                ("EmailAddress", Attribute::EmailAddress, &self.email_address),
                ("Description", Attribute::Description, &self.description),
                ("Department", Attribute::Department, &self.department),
                ("Title", Attribute::Title, &self.title),
                ("Company", Attribute::Company, &self.company),
                ("Office", Attribute::Office, &self.office),
                ("StreetAddress", Attribute::StreetAddress, &self.street_address),
                ("City", Attribute::City, &self.city),
                ("State", Attribute::State, &self.state),
                ("PostalCode", Attribute::PostalCode, &self.postal_code),
                ("Country", Attribute::Country, &self.country),
                ("OfficePhone", Attribute::OfficePhone, &self.office_phone),
                ("MobilePhone", Attribute::MobilePhone, &self.mobile_phone),
                ("HomePhone", Attribute::HomePhone, &self.home_phone),
                ("Fax", Attribute::Fax, &self.fax),
                ("Manager", Attribute::Manager, &self.manager),
                ("EmployeeID", Attribute::EmployeeId, &self.employee_id),
                ("EmployeeNumber", Attribute::EmployeeNumber, &self.employee_number),
            ],
        )
    }

    /// All that is to be changed of one account, in the directory's order: remove, add, replace, clear.
    fn all_changes(&self, cx: &Cx, account: &Account) -> Result<Changes, String> {
        let mut changes = self.changes(cx);
        for (attribute, value) in &self.removed {
            match account.get(*attribute) {
                Some(present) if present.to_string() == value.to_string() => changes.push((*attribute, None)),
                _ => return Err(format!("The attribute {} does not have the value to remove.", attribute.name())),
            }
        }
        for (attribute, value) in &self.added {
            let removed = self.removed.iter().any(|(removed, _)| removed == attribute);
            if account.get(*attribute).is_some() && !removed {
                return Err(format!(
                    "The attribute {} already has a value and takes only one. Use -Replace.",
                    attribute.name()
                ));
            }
            changes.push((*attribute, Some(value.clone())));
        }
        changes.extend(self.replaced.iter().map(|(attribute, value)| (*attribute, Some(value.clone()))));
        changes.extend(self.cleared.iter().map(|attribute| (*attribute, None)));
        Ok(changes)
    }
}

impl Cmdlet for SetAdUser {
    fn begin(&mut self, cx: &mut Cx) -> Outcome {
        let tables = [&self.remove, &self.add, &self.replace];
        let mut read = Vec::new();
        for table in tables {
            match entries(cx.session, table.as_deref())? {
                Ok(found) => read.push(found),
                Err(message) => return Err(bad_argument(cx, message)),
            }
        }
        let mut read = read.into_iter();
        self.removed = read.next().unwrap_or_default();
        self.added = read.next().unwrap_or_default();
        self.replaced = read.next().unwrap_or_default();
        for name in &self.clear {
            match attribute_named(name) {
                Some(attribute) => self.cleared.push(attribute),
                None => {
                    let message = format!("The specified directory service attribute does not exist: '{name}'.");
                    return Err(bad_argument(cx, message));
                }
            }
        }
        Ok(())
    }

    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let desk = Desk::of(cx)?;
        let accounts = match desk.read(|desk| self.identity.accounts(desk, Among::Users)) {
            Ok(accounts) => accounts,
            Err(fault) => return refuse(cx, &fault, self.identity.shown()),
        };
        for account in accounts {
            let changes = match self.all_changes(cx, &account) {
                Ok(changes) => changes,
                Err(message) => {
                    let fault = Fault::new("AttributeOrValueExists", ErrorCategory::InvalidOperation, message);
                    cx.error(fault.of(&super::fault::AD_EXCEPTION).target(Value::from(account.dn())))?;
                    continue;
                }
            };
            if !cx.should_process(account.dn(), "Set")? {
                continue;
            }
            let changed = desk.change(|desk| {
                desk.unit(|desk| {
                    let mut account = account.clone();
                    if !changes.is_empty() {
                        account = desk.set_account(account.id, &changes)?;
                    }
                    if let Some(enabled) = self.enabled {
                        account = desk.set_account_enabled(account.id, enabled)?;
                    }
                    Ok::<_, DeskFault>(account)
                })
            });
            match changed {
                Ok(account) if *self.pass_thru => match user_object(cx.session, &account, &[]) {
                    Ok(user) => cx.write(user)?,
                    Err(name) => return Err(super::fault::unknown_property(cx, &name)),
                },
                Ok(_) => {}
                Err(fault) => cx.error(directory_fault(&fault, account.dn()))?,
            }
        }
        Ok(())
    }
}
