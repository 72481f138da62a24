//! `Publish-CsTopology`: makes the topology what a file says.

use super::desk_service::Desk;
use super::fault::{MANAGEMENT_EXCEPTION, fault_of};
use super::topology_file::{TopologyFile, read};
use crate::cmdlets::prelude::*;
use crate::store::TopologyFault;
use crate::store::desk::DeskFault;

cmdlet! {
    /// Makes the SIP domains, sites, pools and computers what a file says, as a whole or not at all. The file is PowerShell
    /// data (.psd1), which is read and never run, or JSON (.json) of the same shape:
    ///
    /// ```powershell
    /// @'
    /// @{
    ///     SipDomains = 'litwareinc.com', 'contoso.com'
    ///     Sites      = @(
    ///         @{ Identity = 'Redmond'; Description = 'Head office' }
    ///         @{ Identity = 'Paris' }
    ///         @{ Identity = 'Dublin' }
    ///     )
    ///     Pools      = @(
    ///         @{ Identity = 'atl-cs-001.litwareinc.com'; Site = 'Redmond' }
    ///         @{ Identity = 'redmond-cs-001.litwareinc.com'; Site = 'Redmond'; BackupPool = 'atl-cs-001.litwareinc.com' }
    ///         @{ Identity = 'dublin-cs-001.litwareinc.com'; Site = 'Dublin'; Computers = 'fe1.litwareinc.com', 'fe2.litwareinc.com' }
    ///         @{ Identity = 'paris-cs-001.litwareinc.com'; Site = 'Paris' }
    ///     )
    /// }
    /// '@ | Set-Content topology.psd1
    /// Publish-CsTopology -FileName topology.psd1
    /// (Get-CsPool).Count
    /// # 4
    /// ```
    ///
    /// What is in use is not dropped: a pool with users, a site with a policy, a SIP domain with addresses. With -Force it
    /// is, and the users of a dropped pool are then without one (Get-CsUser -UnassignedUser).
    pub struct PublishCsTopology: "Publish-CsTopology", should_process, module "Lync",
        class "Microsoft.Rtc.Management.Xds.PublishCsTopologyCmdlet";

    /// The file.
    param file_name: Str, mandatory, position 0;
    /// Drops also what is in use.
    param force: Switch;
}

impl Cmdlet for PublishCsTopology {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let path = cx.session.full_path(&self.file_name);
        let bytes = std::fs::read(path.as_str()).map_err(|fault| {
            let message = format!("Cannot read the topology file '{path}': {fault}.");
            let fault = Fault::new("TopologyFileUnreadable", ErrorCategory::ReadError, message);
            cx.stop(fault.of(&MANAGEMENT_EXCEPTION).target(Value::Str(path.clone())))
        })?;
        let file = read(&path, &crate::text::decode(&bytes)).map_err(|message| {
            let fault = Fault::new("InvalidTopologyFile", ErrorCategory::InvalidData, message);
            cx.stop(fault.of(&MANAGEMENT_EXCEPTION).target(Value::Str(path.clone())))
        })?;
        let desk = Desk::of(cx)?;
        if !cx.should_process(&path, "Publish-CsTopology")? {
            return Ok(());
        }
        match desk.change(|desk| desk.publish(file.node(), *self.force)) {
            Ok(published) if !published.changed => cx.verbose("The topology is already as the file says."),
            Ok(published) if published.users_without_pool > 0 => {
                let count = published.users_without_pool;
                cx.warning(format!(
                    "{count} {} now without a registrar pool. Get-CsUser -UnassignedUser lists them.",
                    if count == 1 { "user is" } else { "users are" }
                ))
            }
            Ok(_) => cx.verbose("The topology is published."),
            Err(DeskFault::Topology(fault)) => Err(refused(cx, &file, fault)),
            Err(fault) => Err(super::fault::stop(cx, &fault)),
        }
    }
}

/// The error of a file that the desk refuses, with the line and column of what is wrong.
fn refused(cx: &mut Cx, file: &TopologyFile, fault: TopologyFault) -> Flow {
    let place = file.place_of(&fault.place);
    let mut error = fault_of(&DeskFault::Topology(fault), Value::from(file.path()));
    error.message = Str::from(format!("{place}: {}", error.message));
    cx.stop(error)
}
