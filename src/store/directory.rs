//! The domain and its tree of units, and what a new store begins with.

use super::topology::is_host_name;
use super::{Dn, Store, StoreFault, Topology, fold};
use crate::pin::{PinPolicy, Randomness, Scope, Timestamp};

/// The domain that a store was made for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Domain {
    /// The DNS name: `litwareinc.com`.
    pub dns_name: String,
    /// The name before the backslash: `LITWAREINC`.
    pub netbios_name: String,
}

impl Default for Domain {
    fn default() -> Self {
        Domain { dns_name: "litwareinc.com".into(), netbios_name: "LITWAREINC".into() }
    }
}

impl Domain {
    /// The domain of a DNS name, whose first label in capitals is the name before the backslash.
    pub fn named(dns_name: &str) -> Domain {
        let first = dns_name.split('.').next().unwrap_or_default();
        Domain { dns_name: dns_name.to_ascii_lowercase(), netbios_name: first.to_ascii_uppercase() }
    }

    /// The root of the tree: `DC=litwareinc,DC=com`.
    pub fn root(&self) -> Dn {
        Dn::of_domain(&self.dns_name)
    }

    /// Where accounts go unless told otherwise: `CN=Users,DC=litwareinc,DC=com`.
    pub fn users(&self) -> Dn {
        self.root().child("CN", "Users")
    }

    /// Whether `name` is the NetBIOS or the DNS name, in any case.
    pub fn is_called(&self, name: &str) -> bool {
        fold(name) == fold(&self.netbios_name) || fold(name) == fold(&self.dns_name)
    }

    /// The domain of a store.
    pub(super) fn of(store: &dyn Store) -> Result<Domain, StoreFault> {
        let meta = |name: &str| {
            store.meta(name)?.ok_or_else(|| StoreFault::Damaged(format!("the value \"{name}\" is missing")))
        };
        Ok(Domain { dns_name: meta("dns_name")?, netbios_name: meta("netbios_name")? })
    }
}

/// What a node of the tree is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitKind {
    Domain,
    Container,
    OrganizationalUnit,
}

impl UnitKind {
    /// The kind as one word.
    pub const fn word(self) -> &'static str {
        match self {
            UnitKind::Domain => "Domain",
            UnitKind::Container => "Container",
            UnitKind::OrganizationalUnit => "OrganizationalUnit",
        }
    }

    /// The kind with this word.
    pub fn from_word(word: &str) -> Option<UnitKind> {
        [UnitKind::Domain, UnitKind::Container, UnitKind::OrganizationalUnit]
            .into_iter()
            .find(|kind| kind.word() == word)
    }
}

/// A node of the tree that accounts live in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrgUnit {
    pub kind: UnitKind,
    pub dn: Dn,
    pub guid: String,
    pub description: Option<String>,
    /// Whether removing it is refused until this is taken off.
    pub protected: bool,
    pub created: Timestamp,
    pub changed: Timestamp,
}

/// Fills a new store: the domain, its containers, the global PIN policy, and the domain as the only SIP domain.
///
/// # Errors
/// The domain's names are malformed; the store's.
pub fn found(
    store: &mut dyn Store,
    domain: &Domain,
    now: Timestamp,
    randomness: &mut dyn Randomness,
) -> Result<(), StoreFault> {
    if !is_host_name(&domain.dns_name) {
        return Err(StoreFault::BadDomain(domain.dns_name.clone()));
    }
    let netbios_name = &domain.netbios_name;
    if netbios_name.is_empty() || netbios_name.contains(|c: char| c == '\\' || c == '=' || c.is_whitespace()) {
        return Err(StoreFault::BadDomain(netbios_name.clone()));
    }
    store.set_meta("dns_name", &domain.dns_name)?;
    store.set_meta("netbios_name", &domain.netbios_name)?;
    let mut bytes = [0; 12];
    randomness.fill(&mut bytes);
    let part = |from: usize| bytes.iter().skip(from).take(4).fold(0u32, |all, byte| all << 8 | u32::from(*byte));
    store.set_meta("domain_sid", &format!("S-1-5-21-{}-{}-{}", part(0), part(4), part(8)))?;
    store.set_meta("next_rid", "1104")?;
    let root = domain.root();
    let places = [
        (UnitKind::Domain, root.clone()),
        (UnitKind::Container, domain.users()),
        (UnitKind::Container, root.child("CN", "Computers")),
        (UnitKind::Container, root.child("CN", "Builtin")),
        (UnitKind::OrganizationalUnit, root.child("OU", "Domain Controllers")),
    ];
    for (kind, dn) in places {
        let guid = new_guid(randomness);
        store.put_unit(&OrgUnit { kind, dn, guid, description: None, protected: true, created: now, changed: now })?;
    }
    store.set_topology(&Topology { sip_domains: vec![domain.dns_name.clone()], ..Topology::default() })?;
    store.put_pin_policy(&PinPolicy::new(Scope::Global))
}

/// A random GUID in lower case.
pub(super) fn new_guid(randomness: &mut dyn Randomness) -> String {
    let mut bytes = [0; 16];
    randomness.fill(&mut bytes);
    uuid::Builder::from_random_bytes(bytes).into_uuid().to_string()
}

/// The next security identifier of the domain.
pub(super) fn new_sid(store: &mut dyn Store) -> Result<String, StoreFault> {
    let damaged = |name: &str| StoreFault::Damaged(format!("the value \"{name}\" is missing or unreadable"));
    let domain = store.meta("domain_sid")?.ok_or_else(|| damaged("domain_sid"))?;
    let rid: u64 = store.meta("next_rid")?.and_then(|rid| rid.parse().ok()).ok_or_else(|| damaged("next_rid"))?;
    store.set_meta("next_rid", &(rid + 1).to_string())?;
    Ok(format!("{domain}-{rid}"))
}
