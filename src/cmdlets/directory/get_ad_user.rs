//! `Get-ADUser`: the users of the directory.

use super::attributes::user_object;
use super::fault::{refuse, unknown_property};
use super::search::Search;
use crate::cmdlets::pin::desk_service::Desk;
use crate::cmdlets::pin::fault::stop;
use crate::cmdlets::pin::user_id::{Among, UserId};
use crate::cmdlets::prelude::*;
use crate::store::Account;
use crate::store::desk::Cursor;

cmdlet! {
    /// Returns users of the directory: one by his identity, or all that a filter fits. `-Filter *` fits all.
    ///
    /// ```powershell
    /// Get-ADUser -Identity kenmyer -Properties Department | Select-Object Name, Enabled, Department
    /// #
    /// # Name     Enabled Department
    /// # ----     ------- ----------
    /// # Ken Myer    True Finance
    /// #
    /// ```
    ///
    /// ```powershell
    /// Get-ADUser -Filter 'Surname -eq "Ackerman"' | ForEach-Object SamAccountName
    /// # pilar
    /// ```
    pub struct GetAdUser: "Get-ADUser", default_set "Filter", module "ActiveDirectory",
        class "Microsoft.ActiveDirectory.Management.Commands.GetADUser",
        output "Microsoft.ActiveDirectory.Management.ADUser";

    /// The user: a SamAccountName, a distinguished name, a GUID, a SID, or an object.
    param identity: UserId, set "Identity", mandatory, position 0, pipeline;
    /// A condition such as 'Title -like "*manager*"', or * for everybody.
    param filter: Str, set "Filter", mandatory;
    /// A condition in the language of LDAP, such as "(department=Finance)".
    param ldap_filter: Str, name "LDAPFilter", set "LdapFilter", mandatory;
    /// Further properties to return; * for all that have a value.
    param properties: Vec<Str>, alias "Property";
    /// The distinguished name of the unit to search in.
    param search_base: Str, set "Filter", set "LdapFilter";
    /// How deep to search: Base, OneLevel or Subtree.
    param search_scope: Str, set "Filter", set "LdapFilter", completions &["Base", "OneLevel", "Subtree"];
    /// How many users at most; $null for all.
    param result_set_size: Option<i32>, set "Filter", set "LdapFilter", allow_null;
    /// Accepted for scripts that give it.
    param result_page_size: Option<i32>, set "Filter", set "LdapFilter";
    /// Accepted for scripts that give it: there is one directory.
    param server: Str;
    /// Accepted for scripts that give it.
    param credential: Value;
}

impl Cmdlet for GetAdUser {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let desk = Desk::of(cx)?;
        if cx.is_bound("Identity") {
            return match desk.read(|desk| self.identity.accounts(desk, Among::Users)) {
                Ok(accounts) => accounts.iter().try_for_each(|account| self.write(cx, account)),
                Err(fault) => refuse(cx, &fault, self.identity.shown()),
            };
        }
        let search = Search {
            filter: &self.filter,
            ldap_filter: &self.ldap_filter,
            base: &self.search_base,
            scope: &self.search_scope,
        };
        let conditions = search.conditions(cx, &desk)?;
        let mut left = self.result_set_size.map_or(u64::MAX, |size| u64::try_from(size).unwrap_or(u64::MAX));
        let mut cursor = Cursor::new(Among::Users.predicate().and(conditions.predicate.clone()), None);
        while left > 0 {
            let Some(account) = desk.read(|desk| cursor.next(desk)).map_err(|fault| stop(cx, &fault))? else { break };
            if conditions.reach_account(&account) {
                self.write(cx, &account)?;
                left -= 1;
            }
        }
        Ok(())
    }
}

impl GetAdUser {
    fn write(&self, cx: &mut Cx, account: &Account) -> Outcome {
        match user_object(cx.session, account, &self.properties) {
            Ok(user) => cx.write(user),
            Err(name) => Err(unknown_property(cx, &name)),
        }
    }
}
