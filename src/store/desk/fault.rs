//! Why the desk refuses.

use std::fmt;

use crate::pin::{FailureReason, HashFault, PinFault, PolicyFault, Scope, ScopeFault};
use crate::store::{Account, Attribute, Key, StoreFault, TopologyFault};

/// A refusal, or a fault below the desk.
#[derive(Debug)]
pub enum DeskFault {
    Store(StoreFault),
    Pin(PinFault),
    Policy(PolicyFault),
    Scope(ScopeFault),
    Topology(TopologyFault),
    /// A verification failed on the way.
    Verification(FailureReason),
    /// Nobody has this identity.
    UnknownIdentity(String),
    /// Several have it: their names, SIP addresses and DNs.
    Ambiguous {
        identity: String,
        candidates: Vec<Candidate>,
    },
    /// The account is not enabled for the product.
    NotEnabled(String),
    /// The PIN service does not know the user: not enabled, or without a pool.
    NotHomed {
        user: String,
        pool: Option<String>,
    },
    /// Somebody with the same extension has the same PIN.
    PinNotUnique,
    /// Somebody has the line URI.
    LineInUse {
        line: String,
        holder: String,
    },
    /// An enabled user would change his pool by enabling.
    MoveByEnable,
    /// A value that its property cannot have.
    Invalid {
        property: &'static str,
        value: String,
        why: String,
    },
    /// Settings that exclude each other.
    Conflict(String),
    UnknownPool(String),
    UnknownSite(String),
    UnknownPolicy(String),
    PolicyExists(Scope),
    /// Only policies for users can be granted.
    NotGrantable(String),
    UnknownUnit(String),
    UnitExists(String),
    /// The unit or account is protected from accidental deletion.
    Protected(String),
    UnitNotEmpty(String),
}

/// One of several accounts that an identity fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub name: String,
    pub sip_address: String,
    pub dn: String,
}

impl Candidate {
    pub(super) fn of(account: &Account) -> Candidate {
        let text = |attribute| account.text(attribute).unwrap_or_default().to_string();
        let name = account.text(Attribute::DisplayName).or_else(|| account.text(Attribute::Name)).unwrap_or_default();
        Candidate { name: name.into(), sip_address: text(Attribute::SipAddress), dn: account.dn().into() }
    }
}

impl DeskFault {
    /// A value that a property refuses.
    pub(super) fn invalid(property: Attribute, value: &str, why: impl Into<String>) -> Self {
        DeskFault::Invalid { property: property.name(), value: value.into(), why: why.into() }
    }

    /// The reason in the terms of the verification interface.
    pub const fn reason(&self) -> FailureReason {
        match self {
            DeskFault::Pin(fault) => fault.reason(),
            DeskFault::Verification(reason) => *reason,
            DeskFault::UnknownIdentity(_) => FailureReason::UserDoesNotExist,
            DeskFault::Ambiguous { .. } => FailureReason::NonUniqueUser,
            DeskFault::NotEnabled(_) | DeskFault::NotHomed { .. } => FailureReason::PinNotEnabledForUser,
            DeskFault::PinNotUnique => FailureReason::PinNotUnique,
            _ => FailureReason::Unknown,
        }
    }
}

impl From<StoreFault> for DeskFault {
    fn from(fault: StoreFault) -> Self {
        DeskFault::Store(fault)
    }
}

impl From<PinFault> for DeskFault {
    fn from(fault: PinFault) -> Self {
        DeskFault::Pin(fault)
    }
}

impl From<HashFault> for DeskFault {
    fn from(fault: HashFault) -> Self {
        DeskFault::Pin(PinFault::Hash(fault))
    }
}

impl From<PolicyFault> for DeskFault {
    fn from(fault: PolicyFault) -> Self {
        DeskFault::Policy(fault)
    }
}

impl From<ScopeFault> for DeskFault {
    fn from(fault: ScopeFault) -> Self {
        DeskFault::Scope(fault)
    }
}

impl From<TopologyFault> for DeskFault {
    fn from(fault: TopologyFault) -> Self {
        DeskFault::Topology(fault)
    }
}

impl fmt::Display for DeskFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DeskFault::Store(StoreFault::NotUnique { key: Key::SipAddress, value }) => {
                write!(f, "The SIP address \"{value}\" is already in use. Choose another address.")
            }
            DeskFault::Store(fault) => fault.fmt(f),
            DeskFault::Pin(fault) => fault.fmt(f),
            DeskFault::Policy(fault) => fault.fmt(f),
            DeskFault::Scope(fault) => fault.fmt(f),
            DeskFault::Topology(fault) => fault.fmt(f),
            DeskFault::Verification(reason) => write!(f, "The current PIN was not accepted: {reason}."),
            DeskFault::UnknownIdentity(identity) => {
                write!(f, "Management object not found for identity \"{identity}\".")
            }
            DeskFault::Ambiguous { identity, candidates } => {
                write!(f, "The identity \"{identity}\" is ambiguous: it fits {} accounts.", candidates.len())?;
                for Candidate { name, sip_address, dn } in candidates {
                    write!(f, " \"{name}\" ({})", if sip_address.is_empty() { "no SIP address" } else { sip_address })?;
                    write!(f, " {dn};")?;
                }
                f.write_str(" Use the SIP address or the distinguished name.")
            }
            DeskFault::NotEnabled(user) => {
                write!(f, "The user \"{user}\" is not enabled. Enable the account first (Enable-CsUser).")
            }
            DeskFault::NotHomed { user, pool: Some(pool) } => {
                write!(f, "The user \"{user}\" is not validly homed on target \"{pool}\".")
            }
            DeskFault::NotHomed { user, pool: None } => write!(
                f,
                "The user \"{user}\" is not validly homed on target \"\": the account has no registrar pool. Enable it \
                 first (Enable-CsUser)."
            ),
            DeskFault::PinNotUnique => f.write_str("This PIN cannot be used. Choose another one."),
            DeskFault::LineInUse { line, holder } => {
                write!(
                    f,
                    "Filter failed to return unique result: the line URI \"{line}\" already belongs to \"{holder}\"."
                )
            }
            DeskFault::MoveByEnable => {
                f.write_str("Cannot move user in enable operation. Use the Move user cmdlet instead.")
            }
            DeskFault::Invalid { property, value, why } => {
                write!(f, "The value \"{value}\" of {property} is invalid: {why}")
            }
            DeskFault::Conflict(why) => f.write_str(why),
            DeskFault::UnknownPool(pool) => write!(f, "Cannot find the registrar pool \"{pool}\" in the topology."),
            DeskFault::UnknownSite(site) => write!(f, "Cannot find the site \"{site}\" in the topology."),
            DeskFault::UnknownPolicy(policy) => write!(f, "Cannot find the policy \"{policy}\"."),
            DeskFault::PolicyExists(Scope::Global) => {
                f.write_str("The policy \"Global\" always exists: it can be changed (Set-), but not created.")
            }
            DeskFault::PolicyExists(scope) => write!(f, "The policy \"{scope}\" already exists."),
            DeskFault::NotGrantable(policy) => {
                write!(f, "The policy \"{policy}\" cannot be granted: only policies for users (tag) can.")
            }
            DeskFault::UnknownUnit(dn) => write!(f, "Directory object not found: \"{dn}\"."),
            DeskFault::UnitExists(dn) => write!(f, "An object with the name \"{dn}\" already exists."),
            DeskFault::Protected(dn) => {
                write!(f, "\"{dn}\" is protected from accidental deletion. Take the protection off first.")
            }
            DeskFault::UnitNotEmpty(dn) => {
                write!(f, "\"{dn}\" is not empty. Remove what is in it first, or use -Recursive.")
            }
        }
    }
}

impl std::error::Error for DeskFault {}
