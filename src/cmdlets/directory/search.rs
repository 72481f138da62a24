//! Where and for what the directory's Get- commands search.

use super::fault::{bad_argument, directory_fault};
use crate::cmdlets::pin::desk_service::Desk;
use crate::cmdlets::pin::queries::{filter_predicate, ldap_predicate};
use crate::cmdlets::prelude::*;
use crate::store::{Account, Dn, Predicate, View};

/// The parameters of a search.
pub struct Search<'a> {
    pub filter: &'a str,
    pub ldap_filter: &'a str,
    pub base: &'a str,
    pub scope: &'a str,
}

/// How far below its base a search goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Depth {
    Base,
    OneLevel,
    Subtree,
}

/// What a search asks of each object.
pub struct Conditions {
    pub predicate: Predicate,
    base: Option<Dn>,
    depth: Depth,
}

impl Search<'_> {
    /// What the parameters ask for.
    ///
    /// # Errors
    /// A filter that cannot be understood, or a base that does not exist, as a terminating error.
    pub fn conditions(&self, cx: &mut Cx, desk: &Desk) -> Outcome<Conditions> {
        let mut predicate = Predicate::always();
        if cx.is_bound("Filter") {
            predicate = predicate.and(filter_predicate(cx, self.filter, View::AdUser)?);
        }
        if cx.is_bound("LDAPFilter") {
            predicate = predicate.and(ldap_predicate(cx, self.ldap_filter)?);
        }
        let depth = match self.scope.to_ascii_lowercase().as_str() {
            "base" | "0" => Depth::Base,
            "onelevel" | "1" => Depth::OneLevel,
            "" | "subtree" | "2" => Depth::Subtree,
            other => {
                return Err(bad_argument(
                    cx,
                    format!("\"{other}\" is no search scope: use Base, OneLevel or Subtree."),
                ));
            }
        };
        let base = match self.base.trim() {
            "" => None,
            base => {
                let unit = desk.read(|desk| desk.unit_named(base));
                Some(unit.map_err(|fault| cx.stop(directory_fault(&fault, base)))?.dn)
            }
        };
        if let (Some(base), Depth::Subtree | Depth::OneLevel) = (&base, depth) {
            predicate = predicate.and(Predicate::under(base));
        }
        Ok(Conditions { predicate, base, depth })
    }
}

impl Conditions {
    /// Whether an object with this DN stands where the search looks.
    pub fn reach(&self, dn: &Dn) -> bool {
        let Some(base) = &self.base else { return true };
        match self.depth {
            Depth::Base => dn.path() == base.path(),
            Depth::OneLevel => dn.parent().is_some_and(|parent| parent.path() == base.path()),
            Depth::Subtree => dn.path() == base.path() || dn.is_under(base),
        }
    }

    /// Whether an account stands where the search looks, beyond what the predicate says.
    pub fn reach_account(&self, account: &Account) -> bool {
        self.base.is_none() || Dn::parse(account.dn()).is_some_and(|dn| self.reach(&dn))
    }
}
