//! Near names for an identity that fits nobody.

use crate::store::desk::{Cursor, DeskFault, PinDesk};
use crate::store::{AccountId, Attribute, Pattern, Predicate};
use crate::text::suggest::closest;

/// How many accounts are looked at, so that a wrong name is answered at once in a large directory too.
const MOST_CANDIDATES: u64 = 2000;

/// How many names are offered.
const MOST_HINTS: usize = 3;

/// The names of the same form that a slip away from the identity explains, nearest first.
pub fn hint(desk: &PinDesk, identity: &str) -> Result<Vec<String>, DeskFault> {
    let (prefix, attributes): (&str, &[Attribute]) = match identity.get(..4) {
        Some(sip) if sip.eq_ignore_ascii_case("sip:") => ("sip:", &[Attribute::SipAddress]),
        _ if identity.contains('@') => ("", &[Attribute::UserPrincipalName, Attribute::SipAddress]),
        _ if identity.contains(['=', '*']) => return Ok(Vec::new()),
        _ => ("", &[Attribute::DisplayName, Attribute::SamAccountName, Attribute::Name]),
    };
    let bare = identity.get(prefix.len()..).unwrap_or_default();
    let name = bare.rsplit_once('\\').map_or(bare, |(_, logon)| logon).trim();
    let Some(first) = name.chars().next() else { return Ok(Vec::new()) };
    // A slip in the first letter is rare; looking only at names that share it keeps the search short.
    let start = |attribute: Attribute| {
        let before = if attribute == Attribute::SipAddress { "sip:" } else { "" };
        Predicate::like(attribute, Pattern::from_parts(&[format!("{before}{first}"), String::new()]))
    };
    let predicate = Predicate::users().and(Predicate::Any(attributes.iter().copied().map(start).collect()));
    let accounts = Cursor::new(predicate, Some(MOST_CANDIDATES)).rest(desk)?;
    let names = accounts.iter().flat_map(|account| {
        let texts = attributes.iter().filter_map(|attribute| account.text(*attribute));
        texts.map(|text| (text.strip_prefix("sip:").unwrap_or(text), account.id))
    });
    let names: Vec<(&str, AccountId)> = names.collect();
    let mut hints: Vec<String> = Vec::new();
    let mut offered = Vec::new();
    for near in closest(name, names.iter().map(|(text, _)| *text)) {
        let owner = names.iter().find(|(text, _)| *text == near).map(|(_, id)| *id);
        if hints.len() < MOST_HINTS && !offered.contains(&owner) {
            offered.push(owner);
            hints.push(format!("{prefix}{near}"));
        }
    }
    Ok(hints)
}
