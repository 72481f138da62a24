//! `Get-CsAdUser`: all accounts of the directory, enabled for the product or not.

use super::cs_user::CsUser;
use super::desk_service::Desk;
use super::get_cs_user::{Asked, write_found};
use super::queries::result_size;
use super::user_id::{Among, UserId};
use crate::cmdlets::prelude::*;
use crate::store::{Predicate, View};

cmdlet! {
    /// Returns accounts of the directory as the product sees them, also those that were never enabled for it. `Enabled` is
    /// True, False for a user who is disabled for a time, and empty for an account that was never enabled.
    ///
    /// ```powershell
    /// New-ADUser -Name "Don Hall" -SamAccountName dhall -Enabled $true
    /// (Get-CsAdUser -Filter {Enabled -eq $Null -and SamAccountName -eq "dhall"}).Name
    /// # Don Hall
    /// ```
    pub struct GetCsAdUser: "Get-CsAdUser", module "Lync", class "Microsoft.Rtc.Management.AD.Cmdlets.GetCsAdUserCmdlet",
        output "Microsoft.Rtc.Management.ADConnect.Schema.CSADUser";

    /// The account, in any form or as an object; a display name may contain *.
    param identity: UserId, position 0, pipeline, by_name;
    /// A condition such as {Enabled -ne $True}.
    param filter: Str;
    /// A condition in the directory's language, such as "Department=Finance".
    param ldap_filter: Str, name "LDAPFilter";
    /// The distinguished name of the unit that the accounts are in, at any depth.
    param ou: Str, name "OU";
    /// How many accounts at most; a number or the word Unlimited.
    param result_size: Option<Str>;
    /// Accepted for scripts that give it: there is one directory.
    param domain_controller: Str;
    /// Accepted for scripts that give it.
    param credential: Value;

    state conditions: Option<Predicate>;
    state limit: Option<u64>;
}

impl Cmdlet for GetCsAdUser {
    fn begin(&mut self, cx: &mut Cx) -> Outcome {
        let desk = Desk::of(cx)?;
        let asked = Asked { filter: &self.filter, ldap_filter: &self.ldap_filter, ou: &self.ou };
        self.conditions = Some(asked.conditions(cx, &desk, View::CsAdUser, Predicate::always())?);
        self.limit = result_size(cx, self.result_size.as_ref())?;
        Ok(())
    }

    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let conditions = self.conditions.clone().unwrap_or(Predicate::always());
        write_found(cx, &self.identity, Among::Users, &conditions, self.limit, |account, _| CsUser::ad_user(account))
    }
}
