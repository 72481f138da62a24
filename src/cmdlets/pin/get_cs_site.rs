//! `Get-CsSite`: the sites of the topology.

use super::desk_service::Desk;
use super::fault::{refuse, stop};
use super::topology_objects::site_object;
use super::xds::pattern;
use crate::cmdlets::prelude::*;
use crate::store::desk::DeskFault;

cmdlet! {
    /// Returns the sites of the topology with the pools that stand in them.
    ///
    /// ```powershell
    /// Get-CsSite -Identity "Redmond" | Select-Object -ExpandProperty Pools
    /// # atl-cs-001.litwareinc.com
    /// # redmond-cs-001.litwareinc.com
    /// ```
    pub struct GetCsSite: "Get-CsSite", default_set "Identity", module "Lync",
        class "Microsoft.Rtc.Management.Xds.GetCsSiteCmdlet",
        output "Microsoft.Rtc.Management.Deploy.Internal.Site+CentralSite";

    /// The site's name, with or without `site:`.
    param identity: Str, set "Identity", position 0;
    /// A pattern over the names.
    param filter: Str, set "Filter";
}

impl Cmdlet for GetCsSite {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let desk = Desk::of(cx)?;
        let topology = desk.read(|desk| desk.topology()).map_err(|fault| stop(cx, &fault))?;
        if !self.identity.trim().is_empty() {
            return match topology.site(&self.identity) {
                Some(site) => cx.write(site_object(site, &topology)),
                None => refuse(cx, &DeskFault::UnknownSite(self.identity.to_string()), &self.identity),
            };
        }
        let wanted = if cx.is_bound("Filter") { Some(pattern(cx, &self.filter)?) } else { None };
        for site in &topology.sites {
            let fits = |name: &str| wanted.as_ref().is_none_or(|wanted| wanted.is_match(name));
            if fits(&site.identity) || fits(&format!("Site:{}", site.identity)) {
                cx.write(site_object(site, &topology))?;
            }
        }
        Ok(())
    }
}
