//! `Get-CsSipDomain`: the SIP domains.

use super::desk_service::Desk;
use super::fault::{MANAGEMENT_EXCEPTION, stop};
use super::topology_objects::sip_domain_object;
use super::xds::pattern;
use crate::cmdlets::prelude::*;

cmdlet! {
    /// Returns the SIP domains, in one of which every user's address is.
    ///
    /// ```powershell
    /// (Get-CsSipDomain | Where-Object IsDefault).Name
    /// # litwareinc.com
    /// ```
    pub struct GetCsSipDomain: "Get-CsSipDomain", default_set "Identity", module "Lync",
        class "Microsoft.Rtc.Management.Xds.GetCsSipDomainCmdlet",
        output "Microsoft.Rtc.Management.WritableConfig.Settings.SipDomain.SipDomain";

    /// The domain's name.
    param identity: Str, set "Identity", position 0;
    /// A pattern over the names.
    param filter: Str, set "Filter";
    /// Accepted for scripts that give it: there is one store.
    param local_store: Switch;
}

impl Cmdlet for GetCsSipDomain {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let desk = Desk::of(cx)?;
        let topology = desk.read(|desk| desk.topology()).map_err(|fault| stop(cx, &fault))?;
        let wanted = if cx.is_bound("Filter") { Some(pattern(cx, &self.filter)?) } else { None };
        let named = self.identity.trim();
        if !named.is_empty() && !topology.has_sip_domain(named) {
            let message = format!("Cannot find the SIP domain \"{named}\" in the topology.");
            let fault = Fault::new("SipDomainNotFound", ErrorCategory::ObjectNotFound, message);
            return cx.error(fault.of(&MANAGEMENT_EXCEPTION).target(Value::from(named)));
        }
        for name in &topology.sip_domains {
            let fits = (named.is_empty() || name.eq_ignore_ascii_case(named))
                && wanted.as_ref().is_none_or(|wanted| wanted.is_match(name));
            if fits {
                let is_default = topology.default_sip_domain() == Some(name);
                cx.write(sip_domain_object(name, is_default))?;
            }
        }
        Ok(())
    }
}
