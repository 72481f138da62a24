//! Sites, pools, computers and SIP domains as objects.

use super::named_reference::named_reference;
use crate::cmdlets::prelude::*;
use crate::store::{Pool, Site, Topology};

const INTERNAL: &str = "Microsoft.Rtc.Management.Deploy.Internal";

fn text(text: Option<&str>) -> Value {
    text.map_or(Value::Null, Value::from)
}

fn texts<'a>(texts: impl Iterator<Item = &'a str>) -> Value {
    Value::array(texts.map(Value::from).collect())
}

/// A site with the names of its pools.
pub fn site_object(site: &Site, topology: &Topology) -> Value {
    let identity = Value::from(format!("Site:{}", site.identity));
    let pools = topology.pools.iter().filter(|pool| pool.site == site.identity).map(|pool| pool.identity.as_str());
    Value::typed_object(
        &format!("{INTERNAL}.Site+CentralSite"),
        [
            ("Identity", identity.clone()),
            ("SiteId", identity),
            ("Services", Value::array(Vec::new())),
            ("Pools", texts(pools)),
            ("FederationRoute", Value::Null),
            ("XmppFederationRoute", Value::Null),
            ("DefaultPersistentChatPool", Value::Null),
            ("Description", text(site.description.as_deref())),
            ("DisplayName", Value::from(site.display_name.as_str())),
            ("SiteType", Value::from("CentralSite")),
            ("ParentSite", Value::Null),
        ],
    )
}

/// A pool with the names of its computers.
pub fn pool_object(pool: &Pool) -> Value {
    let service = |kind: &str| Value::from(format!("{kind}:{}", pool.identity));
    Value::typed_object(
        &format!("{INTERNAL}.Cluster"),
        [
            ("Identity", Value::from(pool.identity.as_str())),
            ("Services", Value::array(["Registrar", "UserServer", "ConferencingServer"].map(service).to_vec())),
            ("Computers", texts(pool.computers.iter().map(String::as_str))),
            ("Fqdn", Value::from(pool.identity.as_str())),
            ("BackupPoolFqdn", text(pool.backup_pool.as_deref())),
            ("Site", Value::from(format!("Site:{}", pool.site))),
            ("DisplayName", Value::from(pool.display_name.as_str())),
        ],
    )
}

/// A computer of a pool.
pub fn computer_object(name: &str, pool: &Pool) -> Value {
    Value::typed_object(
        &format!("{INTERNAL}.Machine"),
        [("Identity", Value::from(name)), ("Pool", named_reference(&pool.identity)), ("Fqdn", Value::from(name))],
    )
}

/// A SIP domain.
pub fn sip_domain_object(name: &str, is_default: bool) -> Value {
    Value::typed_object(
        "Microsoft.Rtc.Management.WritableConfig.Settings.SipDomain.SipDomain",
        [("Identity", Value::from(name)), ("Name", Value::from(name)), ("IsDefault", Value::Bool(is_default))],
    )
}
