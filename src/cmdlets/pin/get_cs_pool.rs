//! `Get-CsPool`: the pools of the topology.

use super::desk_service::Desk;
use super::fault::{refuse, stop};
use super::topology_objects::pool_object;
use super::xds::pattern;
use crate::cmdlets::prelude::*;
use crate::store::desk::DeskFault;

cmdlet! {
    /// Returns the pools of the topology: all, those of a site, or one by its name.
    ///
    /// ```powershell
    /// (Get-CsPool -Site Paris).Identity
    /// # paris-cs-001.litwareinc.com
    /// ```
    pub struct GetCsPool: "Get-CsPool", default_set "Identity", module "Lync",
        class "Microsoft.Rtc.Management.Xds.GetCsPoolCmdlet",
        output "Microsoft.Rtc.Management.Deploy.Internal.Cluster";

    /// The pool's fully qualified domain name.
    param identity: Str, set "Identity", position 0;
    /// A pattern over the names.
    param filter: Str, set "Filter";
    /// Only pools of this site.
    param site: Str;
}

impl Cmdlet for GetCsPool {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let desk = Desk::of(cx)?;
        let topology = desk.read(|desk| desk.topology()).map_err(|fault| stop(cx, &fault))?;
        let site = match self.site.trim() {
            "" => None,
            name => match topology.site(name) {
                Some(site) => Some(site.identity.as_str()),
                None => return refuse(cx, &DeskFault::UnknownSite(name.to_string()), name),
            },
        };
        let wanted = if cx.is_bound("Filter") { Some(pattern(cx, &self.filter)?) } else { None };
        let named = self.identity.trim();
        if !named.is_empty() && topology.pool(named).is_none() {
            return refuse(cx, &DeskFault::UnknownPool(named.to_string()), named);
        }
        for pool in &topology.pools {
            let fits = (named.is_empty() || pool.identity.eq_ignore_ascii_case(named))
                && site.is_none_or(|site| pool.site == site)
                && wanted.as_ref().is_none_or(|wanted| wanted.is_match(&pool.identity));
            if fits {
                cx.write(pool_object(pool))?;
            }
        }
        Ok(())
    }
}
