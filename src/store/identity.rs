//! Whom an identity names: every form in which scripts write one, and all accounts that it fits.

use super::{Account, AccountId, Attribute, Dn, Domain, Key, Pattern, Predicate, Store, StoreFault, fold};

/// How an identity named an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    SipAddress,
    UserPrincipalName,
    DomainAndLogon,
    SamAccountName,
    DisplayName,
    /// The common name, which counts only when no other form fits.
    Name,
    /// A display name with `*`.
    Wildcard,
    DistinguishedName,
    Guid,
    Sid,
}

impl Form {
    /// The form in words.
    pub const fn words(self) -> &'static str {
        match self {
            Form::SipAddress => "SIP address",
            Form::UserPrincipalName => "user principal name",
            Form::DomainAndLogon => "domain and logon name",
            Form::SamAccountName => "SamAccountName",
            Form::DisplayName => "display name",
            Form::Name => "name",
            Form::Wildcard => "display name with wildcard",
            Form::DistinguishedName => "distinguished name",
            Form::Guid => "GUID",
            Form::Sid => "SID",
        }
    }
}

/// An account that an identity fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub account: Account,
    pub form: Form,
}

/// How many accounts are fetched at once for a wildcard.
const PAGE: usize = 1000;

/// All accounts within `scope` that `identity` fits, each once, by the order in which they were made.
///
/// The forms are `sip:ken@x`, `ken@x` (an address or a UPN), `DOMAIN\ken`, `ken` (a SamAccountName), a display name,
/// a display name with `*`, a DN, a GUID with or without braces, a SID.
///
/// # Errors
/// The store's.
pub fn resolve(
    store: &dyn Store,
    domain: &Domain,
    identity: &str,
    scope: &Predicate,
) -> Result<Vec<Found>, StoreFault> {
    let text = identity.trim();
    if text.is_empty() {
        return Ok(Vec::new());
    }
    let mut search = Search { store, scope, found: Vec::new() };
    if let Some(forms) = unmistakable(text, domain) {
        if let Some((key, form, value)) = forms {
            search.key(key, form, &value)?;
        }
    } else if text.contains('*') {
        search.wildcard(text)?;
    } else {
        let folded = fold(text);
        if text.contains('@') {
            search.key(Key::SipAddress, Form::SipAddress, &format!("sip:{folded}"))?;
        }
        search.key(Key::UserPrincipalName, Form::UserPrincipalName, &folded)?;
        search.key(Key::SamAccountName, Form::SamAccountName, &folded)?;
        search.key(Key::DisplayName, Form::DisplayName, &folded)?;
        if search.found.is_empty() {
            search.key(Key::Name, Form::Name, &folded)?;
        }
    }
    search.found.sort_by_key(|found| found.account.id);
    Ok(search.found)
}

/// The key that a form asks for which cannot be taken for another; within, `None` for a domain that is not this one.
fn unmistakable(text: &str, domain: &Domain) -> Option<Option<(Key, Form, String)>> {
    if text.get(..4).is_some_and(|prefix| prefix.eq_ignore_ascii_case("sip:")) {
        return Some(Some((Key::SipAddress, Form::SipAddress, fold(text))));
    }
    if let Some(guid) = guid(text) {
        return Some(Some((Key::Guid, Form::Guid, guid)));
    }
    if text.get(..4).is_some_and(|prefix| prefix.eq_ignore_ascii_case("S-1-")) {
        return Some(Some((Key::Sid, Form::Sid, fold(text))));
    }
    if let Some(dn) = Dn::parse(text) {
        return Some(Some((Key::Path, Form::DistinguishedName, dn.path())));
    }
    let (prefix, logon) = text.split_once('\\')?;
    let logon = (Key::SamAccountName, Form::DomainAndLogon, fold(logon.trim()));
    Some(domain.is_called(prefix.trim()).then_some(logon))
}

/// The GUID in lower case without braces, when the text is one.
fn guid(text: &str) -> Option<String> {
    let bare = text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')).unwrap_or(text);
    let is_guid = bare.len() == 36 && bare.matches('-').count() == 4;
    is_guid.then(|| uuid::Uuid::try_parse(bare).ok()).flatten().map(|uuid| uuid.to_string())
}

struct Search<'a> {
    store: &'a dyn Store,
    scope: &'a Predicate,
    found: Vec<Found>,
}

impl Search<'_> {
    fn add(&mut self, account: Account, form: Form) {
        if self.scope.fits(&account) && self.found.iter().all(|known| known.account.id != account.id) {
            self.found.push(Found { account, form });
        }
    }

    fn key(&mut self, key: Key, form: Form, value: &str) -> Result<(), StoreFault> {
        for account in self.store.accounts_by_key(key, value)? {
            self.add(account, form);
        }
        Ok(())
    }

    fn wildcard(&mut self, text: &str) -> Result<(), StoreFault> {
        let pattern = Pattern::with_stars(text);
        let predicate = self.scope.clone().and(Predicate::like(Attribute::DisplayName, pattern));
        let mut after = AccountId::default();
        loop {
            let page = self.store.accounts(&predicate, after, PAGE)?;
            let Some(last) = page.last() else { return Ok(()) };
            after = last.id;
            let full = page.len() == PAGE;
            self.found.extend(page.into_iter().map(|account| Found { account, form: Form::Wildcard }));
            if !full {
                return Ok(());
            }
        }
    }
}
