//! The topology: SIP domains, sites, pools and computers, and reading it from a file's tree.

use std::fmt;

use super::fold;

/// What the deployment consists of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Topology {
    /// The first is the default.
    pub sip_domains: Vec<String>,
    pub sites: Vec<Site>,
    pub pools: Vec<Pool>,
}

/// A place with its own policies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    pub identity: String,
    pub display_name: String,
    pub description: Option<String>,
}

/// Servers that users are homed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pool {
    /// The fully qualified domain name.
    pub identity: String,
    pub display_name: String,
    pub site: String,
    /// The servers' fully qualified domain names, at least one.
    pub computers: Vec<String>,
    pub backup_pool: Option<String>,
}

impl Topology {
    /// The site with this name, with or without `site:`, in any case.
    pub fn site(&self, name: &str) -> Option<&Site> {
        let folded = fold(name.trim());
        let bare = folded.strip_prefix("site:").unwrap_or(&folded);
        self.sites.iter().find(|site| fold(&site.identity) == bare)
    }

    /// The pool with this name, in any case.
    pub fn pool(&self, name: &str) -> Option<&Pool> {
        let folded = fold(name.trim());
        self.pools.iter().find(|pool| fold(&pool.identity) == folded)
    }

    /// The site of a pool.
    pub fn site_of_pool(&self, pool: &str) -> Option<&Site> {
        self.site(&self.pool(pool)?.site)
    }

    /// Whether the name is one of the SIP domains, in any case.
    pub fn has_sip_domain(&self, name: &str) -> bool {
        let folded = fold(name);
        self.sip_domains.iter().any(|domain| fold(domain) == folded)
    }

    /// The SIP domain that addresses get unless told otherwise.
    pub fn default_sip_domain(&self) -> Option<&str> {
        self.sip_domains.first().map(String::as_str)
    }
}

/// A value of a topology file, whatever its syntax.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TopologyNode {
    Null,
    Text(String),
    List(Vec<TopologyNode>),
    /// Entries in the order of the file.
    Map(Vec<(String, TopologyNode)>),
}

/// A topology that cannot be published, with the place in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopologyFault {
    /// As in `Pools[1].Site`; empty for the whole file.
    pub place: String,
    pub message: String,
}

impl TopologyFault {
    pub(super) fn new(place: impl Into<String>, message: impl Into<String>) -> Self {
        TopologyFault { place: place.into(), message: message.into() }
    }
}

impl fmt::Display for TopologyFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place.as_str() {
            "" => write!(f, "The topology cannot be published: {}", self.message),
            place => write!(f, "The topology cannot be published: {place}: {}", self.message),
        }
    }
}

impl std::error::Error for TopologyFault {}

/// Reads a topology. Without `SipDomains` those of `present` stay.
///
/// # Errors
/// The first place that is wrong: an unknown key or site, a name that is missing, malformed or given twice.
pub fn read_topology(node: &TopologyNode, present: &Topology) -> Result<Topology, TopologyFault> {
    let file = Map::new("", node, &["SipDomains", "Sites", "Pools"])?;
    let mut topology = Topology::default();
    match file.get("SipDomains") {
        None => topology.sip_domains.clone_from(&present.sip_domains),
        Some(node) => {
            for (place, name) in texts("SipDomains", node)? {
                check_host(&place, &name)?;
                check_new(&place, &name, topology.sip_domains.iter())?;
                topology.sip_domains.push(name);
            }
        }
    }
    if topology.sip_domains.is_empty() {
        return Err(TopologyFault::new("SipDomains", "at least one SIP domain is needed."));
    }
    for (place, node) in file.list("Sites") {
        let map = Map::new(&place, node, &["Identity", "DisplayName", "Description"])?;
        let site = read_site(&map)?;
        check_new(&map.inside("Identity"), &site.identity, topology.sites.iter().map(|site| &site.identity))?;
        topology.sites.push(site);
    }
    let mut backups = Vec::new();
    for (place, node) in file.list("Pools") {
        let map = Map::new(&place, node, &["Identity", "DisplayName", "Site", "Computers", "BackupPool"])?;
        let pool = read_pool(&map, &topology)?;
        if let Some(backup) = &pool.backup_pool {
            backups.push((map.inside("BackupPool"), pool.identity.clone(), backup.clone()));
        }
        topology.pools.push(pool);
    }
    for (place, pool, backup) in backups {
        if topology.pool(&backup).is_none() {
            return Err(TopologyFault::new(place, format!("the pool \"{backup}\" is not in the topology.")));
        }
        if fold(&pool) == fold(&backup) {
            return Err(TopologyFault::new(place, "a pool cannot be its own backup."));
        }
    }
    Ok(topology)
}

fn read_site(map: &Map<'_>) -> Result<Site, TopologyFault> {
    let identity = map.required("Identity")?;
    if identity.contains([':', '/', '*', '?']) || identity.eq_ignore_ascii_case("global") {
        return Err(TopologyFault::new(
            map.inside("Identity"),
            format!("\"{identity}\" cannot be the name of a site."),
        ));
    }
    let display_name = map.text("DisplayName")?.unwrap_or_else(|| identity.clone());
    Ok(Site { display_name, description: map.text("Description")?, identity })
}

fn read_pool(map: &Map<'_>, topology: &Topology) -> Result<Pool, TopologyFault> {
    let place = map.inside("Identity");
    let identity = map.required("Identity")?;
    check_host(&place, &identity)?;
    check_new(&place, &identity, topology.pools.iter().map(|pool| &pool.identity))?;
    let site = map.required("Site")?;
    let site = match topology.site(&site) {
        Some(site) => site.identity.clone(),
        None => {
            return Err(TopologyFault::new(map.inside("Site"), format!("the site \"{site}\" is not in the topology.")));
        }
    };
    let mut computers = Vec::new();
    if let Some(node) = map.get("Computers") {
        for (place, name) in texts(&map.inside("Computers"), node)? {
            check_host(&place, &name)?;
            check_new(&place, &name, topology.pools.iter().flat_map(|pool| &pool.computers).chain(&computers))?;
            computers.push(name);
        }
    }
    if computers.is_empty() {
        check_new(&place, &identity, topology.pools.iter().flat_map(|pool| &pool.computers))?;
        computers.push(identity.clone());
    }
    let display_name = map.text("DisplayName")?.unwrap_or_else(|| identity.clone());
    Ok(Pool { display_name, site, computers, backup_pool: map.text("BackupPool")?, identity })
}

/// A map with its place.
struct Map<'a> {
    place: &'a str,
    entries: &'a [(String, TopologyNode)],
}

impl<'a> Map<'a> {
    fn new(place: &'a str, node: &'a TopologyNode, known: &[&str]) -> Result<Self, TopologyFault> {
        let TopologyNode::Map(entries) = node else {
            return Err(TopologyFault::new(place, format!("a table with the keys {} is expected.", known.join(", "))));
        };
        let map = Map { place, entries };
        for (index, (key, _)) in entries.iter().enumerate() {
            if !known.iter().any(|name| name.eq_ignore_ascii_case(key)) {
                let message = format!("\"{key}\" is not a known key; known are {}.", known.join(", "));
                return Err(TopologyFault::new(map.inside(key), message));
            }
            if entries.iter().take(index).any(|(other, _)| other.eq_ignore_ascii_case(key)) {
                return Err(TopologyFault::new(map.inside(key), "the key is given twice."));
            }
        }
        Ok(map)
    }

    fn inside(&self, key: &str) -> String {
        if self.place.is_empty() { key.to_string() } else { format!("{}.{key}", self.place) }
    }

    fn get(&self, key: &str) -> Option<&'a TopologyNode> {
        let entry = self.entries.iter().find(|(name, _)| name.eq_ignore_ascii_case(key));
        entry.map(|(_, node)| node).filter(|node| **node != TopologyNode::Null)
    }

    /// The elements under a key, each with its place; a single one need not be in a list.
    fn list(&self, key: &str) -> Vec<(String, &'a TopologyNode)> {
        let place = self.inside(key);
        match self.get(key) {
            None => Vec::new(),
            Some(TopologyNode::List(nodes)) => {
                nodes.iter().enumerate().map(|(index, node)| (format!("{place}[{index}]"), node)).collect()
            }
            Some(node) => vec![(format!("{place}[0]"), node)],
        }
    }

    fn text(&self, key: &str) -> Result<Option<String>, TopologyFault> {
        match self.get(key) {
            None => Ok(None),
            Some(TopologyNode::Text(text)) => Ok(Some(text.trim().to_string()).filter(|text| !text.is_empty())),
            Some(_) => Err(TopologyFault::new(self.inside(key), "a text is expected.")),
        }
    }

    fn required(&self, key: &str) -> Result<String, TopologyFault> {
        self.text(key)?.ok_or_else(|| TopologyFault::new(self.inside(key), "it is missing or empty."))
    }
}

fn texts(place: &str, node: &TopologyNode) -> Result<Vec<(String, String)>, TopologyFault> {
    let nodes = match node {
        TopologyNode::List(nodes) => nodes.as_slice(),
        node => std::slice::from_ref(node),
    };
    let read = |(index, node): (usize, &TopologyNode)| {
        let place = format!("{place}[{index}]");
        match node {
            TopologyNode::Text(text) if !text.trim().is_empty() => Ok((place, text.trim().to_string())),
            _ => Err(TopologyFault::new(place, "a text is expected.")),
        }
    };
    nodes.iter().enumerate().map(read).collect()
}

fn check_host(place: &str, name: &str) -> Result<(), TopologyFault> {
    if is_host_name(name) {
        return Ok(());
    }
    Err(TopologyFault::new(place, format!("\"{name}\" is not a fully qualified domain name.")))
}

/// Whether the text is a DNS name: labels of letters, digits and hyphens joined by dots.
pub(super) fn is_host_name(name: &str) -> bool {
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    name.len() <= 255 && name.split('.').all(label)
}

fn check_new<'a>(place: &str, name: &str, mut known: impl Iterator<Item = &'a String>) -> Result<(), TopologyFault> {
    let folded = fold(name);
    if known.any(|other| fold(other) == folded) {
        return Err(TopologyFault::new(place, format!("\"{name}\" is given twice.")));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> TopologyNode {
        TopologyNode::Text(text.into())
    }

    fn map(entries: &[(&str, TopologyNode)]) -> TopologyNode {
        TopologyNode::Map(entries.iter().map(|(key, node)| ((*key).to_string(), node.clone())).collect())
    }

    fn file(pools: Vec<TopologyNode>) -> TopologyNode {
        let sites = vec![
            map(&[("Identity", text("Redmond")), ("Description", text("HQ"))]),
            map(&[("identity", text("Paris"))]),
        ];
        map(&[
            ("SipDomains", TopologyNode::List(vec![text("litwareinc.com"), text("fabrikam.com")])),
            ("Sites", TopologyNode::List(sites)),
            ("Pools", TopologyNode::List(pools)),
        ])
    }

    fn pool(name: &str, site: &str) -> TopologyNode {
        map(&[("Identity", text(name)), ("Site", text(site))])
    }

    fn place_of_fault(node: &TopologyNode) -> String {
        read_topology(node, &Topology::default()).unwrap_err().place
    }

    #[test]
    fn defaults_are_filled_in() {
        let topology =
            read_topology(&file(vec![pool("atl-cs-001.litwareinc.com", "redmond")]), &Topology::default()).unwrap();
        assert_eq!(topology.default_sip_domain(), Some("litwareinc.com"));
        assert_eq!(topology.sites[1].display_name, "Paris");
        assert_eq!(topology.pools[0].site, "Redmond");
        assert_eq!(topology.pools[0].computers, ["atl-cs-001.litwareinc.com"]);
        assert!(topology.site("SITE:paris").is_some());
    }

    #[test]
    fn faults_name_the_place() {
        let good = pool("a.litwareinc.com", "Redmond");
        assert_eq!(place_of_fault(&file(vec![good.clone(), pool("b.litwareinc.com", "Rome")])), "Pools[1].Site");
        assert_eq!(place_of_fault(&file(vec![good.clone(), pool("A.litwareinc.com", "Paris")])), "Pools[1].Identity");
        assert_eq!(place_of_fault(&file(vec![pool("not a name", "Paris")])), "Pools[0].Identity");
        assert_eq!(place_of_fault(&map(&[("SipDomain", text("x"))])), "SipDomain");
        assert_eq!(place_of_fault(&map(&[("SipDomains", text("x.com")), ("Sites", text("Redmond"))])), "Sites[0]");
        assert_eq!(place_of_fault(&map(&[])), "SipDomains");
        let lost = map(&[("Identity", text("b.litwareinc.com")), ("Site", text("Paris")), ("BackupPool", text("c.x"))]);
        assert_eq!(place_of_fault(&file(vec![good, lost])), "Pools[1].BackupPool");
    }
}
