//! Near names for an identity that fits nobody.

use crate::store::desk::{Cursor, DeskFault, PinDesk};
use crate::store::{Account, Attribute, Pattern, Predicate};
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
    let names = |account: &Account| -> Vec<String> {
        let texts = attributes.iter().filter_map(|attribute| account.text(*attribute));
        texts.map(|text| text.strip_prefix("sip:").unwrap_or(text).to_string()).collect()
    };
    let mut candidates: Vec<String> = accounts.iter().flat_map(names).collect();
    candidates.sort();
    candidates.dedup();
    let near = closest(name, candidates.iter().map(String::as_str));
    Ok(near.into_iter().take(MOST_HINTS).map(|name| format!("{prefix}{name}")).collect())
}
