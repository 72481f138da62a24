//! `Remove-ADUser`: removes users from the directory.

use super::fault::{directory_fault, refuse};
use crate::cmdlets::pin::desk_service::Desk;
use crate::cmdlets::pin::user_id::{Among, UserId};
use crate::cmdlets::prelude::*;

cmdlet! {
    /// Removes a user from the directory, and with him his number, policies, PIN and its history; the audit trail stays. It
    /// asks first; `-Confirm:$false` does not.
    ///
    /// ```powershell
    /// New-ADUser -Name "Don Hall" -SamAccountName dhall
    /// Remove-ADUser dhall -Confirm:$false
    /// @(Get-ADUser -Filter 'SamAccountName -eq "dhall"').Count
    /// # 0
    /// ```
    pub struct RemoveAdUser: "Remove-ADUser", confirm_impact ConfirmImpact::High, module "ActiveDirectory",
        class "Microsoft.ActiveDirectory.Management.Commands.RemoveADUser";

    /// The user: a SamAccountName, a distinguished name, a GUID, a SID, or an object.
    param identity: UserId, mandatory, position 0, pipeline;
    /// Accepted for scripts that give it: there is one directory.
    param server: Str;
    /// Accepted for scripts that give it.
    param credential: Value;
}

impl Cmdlet for RemoveAdUser {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let desk = Desk::of(cx)?;
        let accounts = match desk.read(|desk| self.identity.accounts(desk, Among::Users)) {
            Ok(accounts) => accounts,
            Err(fault) => return refuse(cx, &fault, self.identity.shown()),
        };
        for account in accounts {
            if !cx.should_process(account.dn(), "Remove")? {
                continue;
            }
            if let Err(fault) = desk.change(|desk| desk.remove_account(account.id)) {
                cx.error(directory_fault(&fault, account.dn()))?;
            }
        }
        Ok(())
    }
}
