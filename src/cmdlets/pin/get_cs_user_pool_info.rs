//! `Get-CsUserPoolInfo`: the pools and computers that serve a user.

use super::desk_service::Desk;
use super::fault::{MANAGEMENT_EXCEPTION, stop};
use super::user_id::{Among, UserId, accounts_for};
use crate::cmdlets::prelude::*;
use crate::store::{Account, Attribute, Pool, Topology};

cmdlet! {
    /// Returns the pool that a user is homed on, its computers and its backup pool.
    ///
    /// ```powershell
    /// Get-CsUserPoolInfo "Ken Myer" | Select-Object -Expand PrimaryPoolMachinesInPreferredOrder
    /// # atl-cs-001.litwareinc.com
    /// ```
    pub struct GetCsUserPoolInfo: "Get-CsUserPoolInfo", module "Lync",
        class "Microsoft.Rtc.Management.Xds.GetOCsUserPoolInfoCmdlet",
        output "Microsoft.Rtc.Management.Xds.GetOCsUserPoolInfoCmdlet+UserInformation";

    /// The user, in any form or as an object; a display name may contain *.
    param identity: UserId, mandatory, position 0, pipeline, by_name;
    /// Accepted for scripts that give it: there is one store.
    param local_store: Switch;
}

impl Cmdlet for GetCsUserPoolInfo {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let desk = Desk::of(cx)?;
        let topology = desk.read(|desk| desk.topology()).map_err(|fault| stop(cx, &fault))?;
        for account in accounts_for(cx, &desk, &self.identity, Among::Enabled)? {
            match account.text(Attribute::RegistrarPool).and_then(|pool| topology.pool(pool)) {
                Some(pool) => cx.write(information(&account, pool, &topology))?,
                None => {
                    let message = format!("The user \"{}\" has no registrar pool.", account.label());
                    let fault = Fault::new("UserWithoutPool", ErrorCategory::InvalidOperation, message);
                    cx.error(fault.of(&MANAGEMENT_EXCEPTION).target(Value::from(account.label())))?;
                }
            }
        }
        Ok(())
    }
}

fn information(account: &Account, pool: &Pool, topology: &Topology) -> Value {
    let text = |text: &str| Value::from(text);
    let machines = |pool: &Pool| Value::array(pool.computers.iter().map(|name| text(name)).collect());
    let first = |pool: &Pool| pool.computers.first().map_or(Value::Null, |name| text(name));
    let backup = pool.backup_pool.as_deref().and_then(|name| topology.pool(name));
    let of_backup = |get: &dyn Fn(&Pool) -> Value| backup.map_or(Value::Null, get);
    Value::typed_object(
        "Microsoft.Rtc.Management.Xds.GetOCsUserPoolInfoCmdlet+UserInformation",
        [
            ("Identity", text(account.label())),
            ("PrimaryPoolFqdn", text(&pool.identity)),
            ("BackupPoolFqdn", of_backup(&|pool| text(&pool.identity))),
            ("UserServicesPoolFqdn", text(&pool.identity)),
            ("PrimaryPoolMachinesInPreferredOrder", machines(pool)),
            ("BackupPoolMachinesInPreferredOrder", backup.map_or(Value::array(Vec::new()), machines)),
            ("PrimaryPoolPrimaryRegistrar", first(pool)),
            ("BackupPoolPrimaryRegistrar", of_backup(&first)),
        ],
    )
}
