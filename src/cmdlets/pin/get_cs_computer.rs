//! `Get-CsComputer`: the computers of the topology.

use super::desk_service::{Desk, host_name};
use super::fault::{MANAGEMENT_EXCEPTION, refuse, stop};
use super::topology_objects::computer_object;
use super::xds::pattern;
use crate::cmdlets::prelude::*;
use crate::store::desk::DeskFault;

cmdlet! {
    /// Returns the computers of the topology: all, those of a pool, or one by its name.
    ///
    /// ```powershell
    /// (Get-CsComputer -Pool paris-cs-001.litwareinc.com).Identity
    /// # paris-fe-001.litwareinc.com
    /// # paris-fe-002.litwareinc.com
    /// ```
    pub struct GetCsComputer: "Get-CsComputer", default_set "Identity", module "Lync",
        class "Microsoft.Rtc.Management.Xds.GetCsComputerCmdlet",
        output "Microsoft.Rtc.Management.Deploy.Internal.Machine";

    /// The computer's fully qualified domain name.
    param identity: Str, set "Identity", position 0;
    /// A pattern over the names.
    param filter: Str, set "Filter";
    /// Only computers of this pool.
    param pool: Str;
    /// Only the computer that the shell runs on.
    param local: Switch;
}

impl Cmdlet for GetCsComputer {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let desk = Desk::of(cx)?;
        let topology = desk.read(|desk| desk.topology()).map_err(|fault| stop(cx, &fault))?;
        let asked = self.pool.trim();
        if !asked.is_empty() && topology.pool(asked).is_none() {
            return refuse(cx, &DeskFault::UnknownPool(asked.to_string()), asked);
        }
        let wanted = if cx.is_bound("Filter") { Some(pattern(cx, &self.filter)?) } else { None };
        let here = if *self.local { Some(host_name(cx.session)) } else { None };
        let named = self.identity.trim();
        let mut found = false;
        for pool in topology.pools.iter().filter(|pool| asked.is_empty() || pool.identity.eq_ignore_ascii_case(asked)) {
            for name in &pool.computers {
                let fits = (named.is_empty() || name.eq_ignore_ascii_case(named))
                    && wanted.as_ref().is_none_or(|wanted| wanted.is_match(name))
                    && here.as_ref().is_none_or(|here| name.eq_ignore_ascii_case(here));
                if fits {
                    found = true;
                    cx.write(computer_object(name, pool))?;
                }
            }
        }
        if found || named.is_empty() {
            return Ok(());
        }
        let message = format!("Cannot find the computer \"{named}\" in the topology.");
        let fault = Fault::new("ComputerNotFound", ErrorCategory::ObjectNotFound, message);
        cx.error(fault.of(&MANAGEMENT_EXCEPTION).target(Value::from(named)))
    }
}
