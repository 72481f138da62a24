//! Looking accounts up: by identity, and by query in pages.

use std::collections::VecDeque;

use super::{Candidate, DeskFault, PinDesk};
use crate::store::{Account, AccountId, Dn, Form, Found, Predicate, resolve};

/// How many accounts a query fetches before it asks for the ids of the rest, so that the first one is there at once.
const FIRST_PAGE: usize = 64;

impl PinDesk {
    /// All accounts within `scope` that the identity fits; possibly none.
    ///
    /// # Errors
    /// The store's.
    pub fn find(&self, identity: &str, scope: &Predicate) -> Result<Vec<Found>, DeskFault> {
        Ok(resolve(self.store(), &self.domain, identity, scope)?)
    }

    /// The accounts that a command with this identity is for: one, or all that a display name with `*` fits.
    ///
    /// # Errors
    /// The identity fits nobody, or an exact one several.
    pub fn find_for_command(&self, identity: &str, scope: &Predicate) -> Result<Vec<Account>, DeskFault> {
        let found = self.find(identity, scope)?;
        match found.as_slice() {
            [] => return Err(DeskFault::UnknownIdentity(identity.into())),
            [_] => {}
            [first, ..] if first.form == Form::Wildcard => {}
            several => {
                let candidates = several.iter().map(|found| Candidate::of(&found.account)).collect();
                return Err(DeskFault::Ambiguous { identity: identity.into(), candidates });
            }
        }
        Ok(found.into_iter().map(|Found { account, .. }| account).collect())
    }

    /// The one account that the identity fits.
    ///
    /// # Errors
    /// It fits nobody or several.
    pub fn find_one(&self, identity: &str, scope: &Predicate) -> Result<Account, DeskFault> {
        let mut accounts = self.find_for_command(identity, scope)?;
        match accounts.pop() {
            Some(account) if accounts.is_empty() => Ok(account),
            Some(account) => {
                accounts.push(account);
                let candidates = accounts.iter().map(Candidate::of).collect();
                Err(DeskFault::Ambiguous { identity: identity.into(), candidates })
            }
            None => Err(DeskFault::UnknownIdentity(identity.into())),
        }
    }

    /// The account with this id.
    ///
    /// # Errors
    /// It has been removed.
    pub fn account(&self, id: AccountId) -> Result<Account, DeskFault> {
        self.store().account(id)?.ok_or_else(|| DeskFault::UnknownIdentity(id.0.to_string()))
    }

    /// The condition of lying below a unit, for `-OU`.
    ///
    /// # Errors
    /// There is no such unit.
    pub fn below(&self, unit: &str) -> Result<Predicate, DeskFault> {
        let dn = Dn::parse(unit).ok_or_else(|| DeskFault::UnknownUnit(unit.into()))?;
        match self.store().unit(&dn.path())? {
            Some(unit) => Ok(Predicate::under(&unit.dn)),
            None => Err(DeskFault::UnknownUnit(unit.into())),
        }
    }

    /// How many accounts the predicate fits.
    ///
    /// # Errors
    /// The store's.
    pub fn count(&self, predicate: &Predicate) -> Result<u64, DeskFault> {
        Ok(self.store().count(predicate)?)
    }
}

/// A query that is read account by account, in the order in which the accounts were made. What changes meanwhile does not
/// disturb it; accounts that it has not fetched yet and that no longer fit are left out.
#[derive(Clone, Debug)]
pub struct Cursor {
    predicate: Predicate,
    left: u64,
    page: VecDeque<Account>,
    rest: Rest,
}

/// What comes after the accounts at hand.
#[derive(Clone, Debug)]
enum Rest {
    /// Nothing has been fetched.
    All,
    /// Whatever fits and has a greater id.
    After(AccountId),
    Ids(VecDeque<AccountId>),
}

impl Cursor {
    /// The accounts that the predicate fits, at most `result_size` of them.
    pub fn new(predicate: Predicate, result_size: Option<u64>) -> Self {
        Cursor { predicate, left: result_size.unwrap_or(u64::MAX), page: VecDeque::new(), rest: Rest::All }
    }

    /// The next account.
    ///
    /// # Errors
    /// The store's.
    pub fn next(&mut self, desk: &PinDesk) -> Result<Option<Account>, DeskFault> {
        if self.left == 0 {
            return Ok(None);
        }
        let next = match self.page.pop_front() {
            Some(account) => Some(account),
            None => self.fetch(desk)?,
        };
        self.left -= 1;
        Ok(next)
    }

    /// All that are left.
    ///
    /// # Errors
    /// The store's.
    pub fn rest(mut self, desk: &PinDesk) -> Result<Vec<Account>, DeskFault> {
        let mut accounts = Vec::new();
        while let Some(account) = self.next(desk)? {
            accounts.push(account);
        }
        Ok(accounts)
    }

    fn fetch(&mut self, desk: &PinDesk) -> Result<Option<Account>, DeskFault> {
        loop {
            match &mut self.rest {
                Rest::All => {
                    self.page = desk.store().accounts(&self.predicate, AccountId::default(), FIRST_PAGE)?.into();
                    self.rest = match self.page.back() {
                        Some(last) if self.page.len() == FIRST_PAGE => Rest::After(last.id),
                        _ => Rest::Ids(VecDeque::new()),
                    };
                    return Ok(self.page.pop_front());
                }
                Rest::After(last) => {
                    self.rest = Rest::Ids(desk.store().account_ids(&self.predicate, *last)?.into());
                }
                Rest::Ids(ids) => {
                    let Some(id) = ids.pop_front() else { return Ok(None) };
                    let account = desk.store().account(id)?.filter(|account| self.predicate.fits(account));
                    if account.is_some() {
                        return Ok(account);
                    }
                }
            }
        }
    }
}
