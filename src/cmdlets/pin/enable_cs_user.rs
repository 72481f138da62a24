//! `Enable-CsUser`: enables an account of the directory for the product.

use super::cs_user::CsUser;
use super::desk_service::Desk;
use super::fault::{bad_argument, refuse};
use super::user_id::{Among, UserId, accounts_for};
use crate::cmdlets::prelude::*;
use crate::store::desk::Address;

cmdlet! {
    /// Enables accounts of the directory for the product: each gets a SIP address and a registrar pool. No PIN is made.
    ///
    /// ```powershell
    /// New-ADUser -Name "Don Hall" -SamAccountName dhall -Enabled $true
    /// Enable-CsUser "Don Hall" -RegistrarPool atl-cs-001.litwareinc.com -SipAddressType SamAccountName -SipDomain litwareinc.com
    /// (Get-CsUser "Don Hall").SipAddress
    /// # sip:dhall@litwareinc.com
    /// ```
    pub struct EnableCsUser: "Enable-CsUser", should_process, module "Lync",
        class "Microsoft.Rtc.Management.AD.Cmdlets.EnableCsUserCmdlet";

    /// The account, in any form or as an object; a display name may contain *.
    param identity: UserId, mandatory, position 0, pipeline, by_name;
    /// The pool that the user is homed on.
    param registrar_pool: Str;
    /// The address, with sip: and one of the SIP domains; for one user only.
    param sip_address: Str;
    /// What the address is made of.
    param sip_address_type: Str,
        choices &["FirstLastName", "EmailAddress", "UserPrincipalName", "SamAccountName", "None"];
    /// The SIP domain of addresses that are made of a name.
    param sip_domain: Str;
    /// A hosting provider outside; there is none here.
    param hosting_provider_proxy_fqdn: Str, alias "HostingProvider";
    /// Accepted for scripts that give it.
    param proxy_pool: Str;
    /// Accepted for scripts that give it: there is one directory.
    param domain_controller: Str;
    /// Writes the user.
    param pass_thru: Switch;

    state address: Option<Address>;
}

impl EnableCsUser {
    /// Where the addresses come from, or what is missing.
    fn address(&self) -> Result<Address, String> {
        let domain = Some(self.sip_domain.trim()).filter(|domain| !domain.is_empty()).map(str::to_string);
        let needed = |domain: Option<String>| {
            domain.ok_or_else(|| format!("The SIP address type {} requires -SipDomain.", self.sip_address_type))
        };
        let given = Some(self.sip_address.trim()).filter(|address| !address.is_empty());
        match (given, self.sip_address_type.to_ascii_lowercase().as_str()) {
            (Some(_), kind) if !kind.is_empty() => {
                Err("-SipAddress and -SipAddressType cannot be used together.".to_string())
            }
            (Some(address), _) => Ok(Address::Given(address.to_string())),
            (None, "firstlastname") => Ok(Address::FirstLastName { domain: needed(domain)? }),
            (None, "samaccountname") => Ok(Address::SamAccountName { domain: needed(domain)? }),
            (None, "emailaddress") => Ok(Address::EmailAddress { domain }),
            (None, "userprincipalname") => Ok(Address::UserPrincipalName { domain }),
            (None, _) => Err("The SIP address is missing: use -SipAddress, or -SipAddressType with FirstLastName, \
                              EmailAddress, UserPrincipalName or SamAccountName."
                .to_string()),
        }
    }
}

impl Cmdlet for EnableCsUser {
    fn begin(&mut self, cx: &mut Cx) -> Outcome {
        if cx.is_bound("HostingProviderProxyFqdn") {
            return Err(bad_argument(cx, "There are no hosting providers here: home the user with -RegistrarPool."));
        }
        if self.registrar_pool.trim().is_empty() {
            return Err(bad_argument(
                cx,
                "The registrar pool is missing: use -RegistrarPool. Get-CsPool lists the pools.",
            ));
        }
        self.address = Some(self.address().map_err(|message| bad_argument(cx, message))?);
        Ok(())
    }

    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let desk = Desk::of(cx)?;
        let Some(address) = self.address.clone() else { return Ok(()) };
        for account in accounts_for(cx, &desk, &self.identity, Among::Users)? {
            if !cx.should_process(account.dn(), "Enable-CsUser")? {
                continue;
            }
            match desk.change(|desk| desk.enable(account.id, &self.registrar_pool, &address)) {
                Ok(enabled) => {
                    if enabled.already {
                        let label = enabled.account.label();
                        cx.warning(format!("The user \"{label}\" is already enabled. Nothing was changed."))?;
                    }
                    if *self.pass_thru {
                        cx.write(CsUser::user(enabled.account))?;
                    }
                }
                Err(fault) => refuse(cx, &fault, account.dn())?,
            }
        }
        Ok(())
    }
}
