//! `New-ADUser`: makes a user in the directory.

use super::attributes::user_object;
use super::changes::{entries, given};
use super::fault::{bad_argument, directory_fault};
use crate::cmdlets::pin::desk_service::Desk;
use crate::cmdlets::prelude::*;
use crate::store::{Attribute, Datum};
use crate::types::known::SECURE_STRING;

cmdlet! {
    /// Makes a user in the directory, in the container Users unless -Path names a unit. Properties come from parameters or,
    /// by their names, from objects such as the rows of a CSV file:
    ///
    /// ```powershell
    /// @'
    /// Name,SamAccountName,Department
    /// Don Hall,dhall,Finance
    /// Max Benson,maxb,Sales
    /// '@ | ConvertFrom-Csv | New-ADUser -Enabled $true
    /// (Get-ADUser maxb -Properties Department).Department
    /// # Sales
    /// ```
    ///
    /// A password is not kept: nobody logs on here.
    pub struct NewAdUser: "New-ADUser", should_process, module "ActiveDirectory",
        class "Microsoft.ActiveDirectory.Management.Commands.NewADUser",
        output "Microsoft.ActiveDirectory.Management.ADUser";

    /// The name, which the distinguished name begins with.
    param name: Str, mandatory, position 0, by_name;
    /// The logon name; the name unless given.
    param sam_account_name: Option<Str>, by_name;
    /// The name that is shown.
    param display_name: Option<Str>, by_name;
    /// The first name.
    param given_name: Option<Str>, by_name;
    /// The last name.
    param surname: Option<Str>, by_name;
    /// The initials.
    param initials: Option<Str>, by_name;
    /// The user principal name, as in kenmyer@litwareinc.com.
    param user_principal_name: Option<Str>, by_name;
    /// The e-mail address.
    param email_address: Option<Str>, by_name;
    /// The distinguished name of the unit to make the user in.
    param path: Str, by_name;
    /// Whether the user can log on.
    param enabled: Option<bool>, by_name;
    /// What the account is for.
    param description: Option<Str>, by_name;
    param department: Option<Str>, by_name;
    param title: Option<Str>, by_name;
    param company: Option<Str>, by_name;
    param office: Option<Str>, by_name;
    param street_address: Option<Str>, by_name;
    param city: Option<Str>, by_name;
    param state: Option<Str>, by_name;
    param postal_code: Option<Str>, by_name;
    /// The country's two letters.
    param country: Option<Str>, by_name;
    param office_phone: Option<Str>, by_name;
    param mobile_phone: Option<Str>, by_name;
    param home_phone: Option<Str>, by_name;
    param fax: Option<Str>, by_name;
    /// The manager, in any form of identity.
    param manager: Option<Str>, by_name;
    param employee_id: Option<Str>, name "EmployeeID", by_name;
    param employee_number: Option<Str>, by_name;
    /// Accepted and not kept.
    param account_password: Value, ty &SECURE_STRING, by_name;
    /// Further attributes by their names in the directory, as in @{pager="5551212"}.
    param other_attributes: Option<Rc<Table>>;
    /// Accepted for scripts that give it.
    param change_password_at_logon: Option<bool>, by_name;
    /// Accepted for scripts that give it.
    param password_never_expires: Option<bool>, by_name;
    /// Accepted for scripts that give it.
    param cannot_change_password: Option<bool>, by_name;
    /// Writes the user.
    param pass_thru: Switch;
    /// Accepted for scripts that give it: there is one directory.
    param server: Str;
    /// Accepted for scripts that give it.
    param credential: Value;
}

impl NewAdUser {
    fn changes(&self, cx: &Cx) -> super::changes::Changes {
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
}

impl Cmdlet for NewAdUser {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        // An empty cell of a CSV row is no value, and an empty logon name is the name.
        let mut changes: Vec<(Attribute, Option<Datum>)> =
            self.changes(cx).into_iter().filter(|(_, value)| value.is_some()).collect();
        match entries(cx.session, self.other_attributes.as_deref())? {
            Ok(others) => changes.extend(others.into_iter().map(|(attribute, value)| (attribute, Some(value)))),
            Err(message) => return Err(bad_argument(cx, message)),
        }
        let desk = Desk::of(cx)?;
        let path = Some(self.path.trim()).filter(|path| !path.is_empty());
        let parent =
            path.map_or_else(|| desk.read(|desk| Ok(desk.domain().users().to_string())), |path| Ok(path.into()));
        let target = format!("CN={},{}", self.name, parent.unwrap_or_default());
        if !cx.should_process(&target, "New")? {
            return Ok(());
        }
        let enabled = self.enabled.unwrap_or(false);
        match desk.change(|desk| desk.new_user(&self.name, path, enabled, &changes)) {
            Ok(account) if *self.pass_thru => match user_object(cx.session, &account, &[]) {
                Ok(user) => cx.write(user),
                Err(name) => Err(super::fault::unknown_property(cx, &name)),
            },
            Ok(_) => Ok(()),
            Err(fault) => cx.error(directory_fault(&fault, &target)),
        }
    }
}
