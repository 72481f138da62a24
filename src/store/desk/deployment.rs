//! The topology: publishing it, and what must not be lost by that.

use super::{DeskFault, PinDesk};
use crate::pin::Scope;
use crate::store::{Attribute, Pattern, Predicate, Topology, TopologyFault, TopologyNode, fold, read_topology};

/// What publishing did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// Whether the topology differs from the one before.
    pub changed: bool,
    /// How many users have lost their pool.
    pub users_without_pool: u64,
}

impl PinDesk {
    /// The topology.
    ///
    /// # Errors
    /// The store's.
    pub fn topology(&self) -> Result<Topology, DeskFault> {
        Ok(self.store.topology()?)
    }

    /// Makes the topology what a file says, as a whole or not at all. With `force` also when that takes away what is in
    /// use: users of a dropped pool are then without a pool, and a dropped site's policy is removed.
    ///
    /// # Errors
    /// The file is wrong, or it drops a SIP domain, site or pool that is in use; with the place.
    pub fn publish(&mut self, file: &TopologyNode, force: bool) -> Result<Published, DeskFault> {
        self.unit(|desk| {
            let present = desk.store.topology()?;
            let topology = read_topology(file, &present)?;
            if topology == present {
                return Ok(Published { changed: false, users_without_pool: 0 });
            }
            let users_without_pool = desk.drop_missing(&present, &topology, force)?;
            desk.store.set_topology(&topology)?;
            desk.done("PublishTopology", "Topology")?;
            Ok(Published { changed: true, users_without_pool })
        })
    }

    /// Changes how a site is shown; a description of `Some(None)` clears it.
    ///
    /// # Errors
    /// There is no such site.
    pub fn set_site(
        &mut self,
        name: &str,
        display_name: Option<&str>,
        description: Option<Option<&str>>,
    ) -> Result<(), DeskFault> {
        self.unit(|desk| {
            let mut topology = desk.store.topology()?;
            let identity = topology.site(name).map(|site| site.identity.clone());
            let site = topology.sites.iter_mut().find(|site| Some(&site.identity) == identity.as_ref());
            let site = site.ok_or_else(|| DeskFault::UnknownSite(name.into()))?;
            if let Some(display_name) = display_name {
                site.display_name = display_name.into();
            }
            if let Some(description) = description {
                site.description = description.map(str::to_string);
            }
            let identity = Scope::Site(site.identity.clone()).to_string();
            desk.store.set_topology(&topology)?;
            desk.done("SetSite", &identity)
        })
    }

    fn drop_missing(&mut self, present: &Topology, new: &Topology, force: bool) -> Result<u64, DeskFault> {
        let mut users_without_pool = 0;
        for pool in present.pools.iter().filter(|pool| new.pool(&pool.identity).is_none()) {
            let users = self.store.count(&Predicate::equals(Attribute::RegistrarPool, &pool.identity))?;
            if users > 0 && !force {
                let message = format!("the pool \"{}\" is missing, and {users} users are homed on it.", pool.identity);
                return Err(TopologyFault::new("Pools", with_hint(message)).into());
            }
            users_without_pool += self.store.clear_attribute(Attribute::RegistrarPool, &pool.identity)?;
        }
        for site in present.sites.iter().filter(|site| new.site(&site.identity).is_none()) {
            let scope = Scope::Site(site.identity.clone());
            if self.store.pin_policy(&scope.key())?.is_some() {
                if !force {
                    let message = format!("the site \"{}\" is missing, and a PIN policy stands at it.", site.identity);
                    return Err(TopologyFault::new("Sites", with_hint(message)).into());
                }
                self.store.remove_pin_policy(&scope.key())?;
            }
        }
        for domain in present.sip_domains.iter().filter(|domain| !new.has_sip_domain(domain)) {
            let pattern = Pattern::from_parts(&["sip:".into(), format!("@{}", fold(domain))]);
            let users = self.store.count(&Predicate::like(Attribute::SipAddress, pattern))?;
            if users > 0 && !force {
                let message =
                    format!("the SIP domain \"{domain}\" is missing, and {users} users have addresses in it.");
                return Err(TopologyFault::new("SipDomains", with_hint(message)).into());
            }
        }
        Ok(users_without_pool)
    }
}

fn with_hint(message: String) -> String {
    format!("{message} Use -Force to publish nevertheless.")
}
