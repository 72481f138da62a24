//! `Get-CsUser`: the users who are enabled for the product.

use super::cs_user::CsUser;
use super::desk_service::Desk;
use super::fault::{bad_argument, stop};
use super::queries::{below, filter_predicate, ldap_predicate, result_size, write_all};
use super::user_id::{Among, UserId, report};
use crate::cmdlets::prelude::*;
use crate::store::desk::{DeskFault, PinDesk};
use crate::store::{Account, Attribute, Predicate, View};

cmdlet! {
    /// Returns the users who are enabled for the product: all of them, one by his identity, or those whom a filter fits.
    /// Filters that are given together must all fit.
    ///
    /// ```powershell
    /// Get-CsUser -Identity "Pilar*" | Select-Object DisplayName, SipAddress
    /// #
    /// # DisplayName    SipAddress
    /// # -----------    ----------
    /// # Pilar Ackerman sip:pilar@litwareinc.com
    /// #
    /// ```
    ///
    /// A filter holds conditions on properties; it may use variables and runs nothing:
    ///
    /// ```powershell
    /// $pool = "atl-cs-001.litwareinc.com"
    /// (Get-CsUser -Filter {RegistrarPool -eq $pool -and SamAccountName -like "ken*"}).SamAccountName
    /// # kenmyer
    /// ```
    pub struct GetCsUser: "Get-CsUser", module "Lync", class "Microsoft.Rtc.Management.AD.Cmdlets.GetCsUserCmdlet",
        output "Microsoft.Rtc.Management.ADConnect.Schema.ADUser";

    /// The user, in any form or as an object; a display name may contain *.
    param identity: UserId, position 0, pipeline, by_name;
    /// A condition such as {PinPolicy -eq $Null}.
    param filter: Str;
    /// A condition in the directory's language, such as "Department=Finance".
    param ldap_filter: Str;
    /// The distinguished name of the unit that the users are in, at any depth.
    param ou: Str, name "OU";
    /// How many users at most; a number or the word Unlimited.
    param result_size: Option<Str>;
    /// Only users who have no registrar pool.
    param un_assigned_user: Switch;
    /// Accepted for scripts that give it: all users are on such servers.
    param on_lync_server: Switch, alias "OnModernServer";
    /// Only users of the product's forerunner, of whom there are none.
    param on_office_communication_server: Switch;
    /// Accepted for scripts that give it: there is one directory.
    param domain_controller: Str;
    /// Accepted for scripts that give it.
    param credential: Value;

    state conditions: Option<Predicate>;
    state limit: Option<u64>;
}

impl Cmdlet for GetCsUser {
    fn begin(&mut self, cx: &mut Cx) -> Outcome {
        let desk = Desk::of(cx)?;
        let mut conditions = Predicate::always();
        if *self.un_assigned_user {
            conditions = conditions.and(Predicate::absent(Attribute::RegistrarPool));
        }
        if *self.on_office_communication_server {
            conditions = conditions.and(Predicate::never());
        }
        let asked = Asked { filter: &self.filter, ldap_filter: &self.ldap_filter, ou: &self.ou };
        self.conditions = Some(asked.conditions(cx, &desk, View::CsUser, conditions)?);
        self.limit = result_size(cx, self.result_size.as_ref())?;
        Ok(())
    }

    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let conditions = self.conditions.clone().unwrap_or(Predicate::always());
        write_found(cx, &self.identity, Among::EnabledUsers, &conditions, self.limit, |account, _| {
            CsUser::user(account)
        })
    }
}

/// The filters of `Get-CsUser` and its kin.
pub struct Asked<'a> {
    pub filter: &'a str,
    pub ldap_filter: &'a str,
    pub ou: &'a str,
}

impl Asked<'_> {
    /// The conditions that the filters add to others.
    ///
    /// # Errors
    /// A filter that cannot be understood, both filters at once, a unit that does not exist.
    pub fn conditions(&self, cx: &mut Cx, desk: &Desk, view: View, others: Predicate) -> Outcome<Predicate> {
        let (filtered, ldap) = (cx.is_bound("Filter"), cx.is_bound("LdapFilter"));
        if filtered && ldap {
            return Err(bad_argument(cx, "-Filter and -LdapFilter cannot be used together."));
        }
        let mut conditions = others;
        if filtered {
            conditions = conditions.and(filter_predicate(cx, self.filter, view)?);
        }
        if ldap {
            conditions = conditions.and(ldap_predicate(cx, self.ldap_filter)?);
        }
        if cx.is_bound("OU") {
            conditions = conditions.and(below(cx, desk, self.ou)?);
        }
        Ok(conditions)
    }
}

/// Writes the accounts that an identity and conditions select; all that fit the conditions where there is no identity.
///
/// # Errors
/// The store's, and what the pipeline raises.
pub fn write_found(
    cx: &mut Cx,
    identity: &UserId,
    among: Among,
    conditions: &Predicate,
    limit: Option<u64>,
    object: impl Fn(Account, &PinDesk) -> Value,
) -> Outcome {
    let desk = Desk::of(cx)?;
    if identity.is_missing() {
        return write_all(cx, &desk, among.predicate().and(conditions.clone()), limit, object);
    }
    let found = desk.read(|desk| match identity {
        UserId::Account(..) => identity.accounts(desk, among),
        // Who reads is shown all that an identity fits; only who changes must say whom he means.
        _ => match desk.find(identity.shown(), &among.predicate())? {
            found if found.is_empty() => identity.accounts(desk, among),
            found => Ok(found.into_iter().map(|found| found.account).collect()),
        },
    });
    let accounts = match found {
        Ok(accounts) => accounts,
        Err(DeskFault::Store(fault)) => return Err(stop(cx, &fault.into())),
        // A pattern that fits nobody is an empty answer, as it is for files.
        Err(DeskFault::UnknownIdentity(identity)) if identity.contains('*') => return Ok(()),
        Err(fault) => return report(cx, &desk, identity, &fault),
    };
    let limit = limit.and_then(|limit| usize::try_from(limit).ok()).unwrap_or(usize::MAX);
    for account in accounts.into_iter().filter(|account| conditions.fits(account)).take(limit) {
        let value = desk.read(|desk| Ok(object(account, desk))).map_err(|fault| stop(cx, &fault))?;
        cx.write(value)?;
    }
    Ok(())
}
