//! PIN policies: keeping them, granting them, and which one is in force for a user.

use super::{DeskFault, PinDesk};
use crate::pin::{PinPolicy, Scope, Settings, SettingsChange};
use crate::store::{Account, AccountId, Attribute, Kind};

impl PinDesk {
    /// All PIN policies: the global one, then sites', then those for users.
    ///
    /// # Errors
    /// The store's.
    pub fn pin_policies(&self) -> Result<Vec<PinPolicy>, DeskFault> {
        Ok(self.store.pin_policies()?)
    }

    /// The PIN policy at a scope.
    ///
    /// # Errors
    /// There is none.
    pub fn pin_policy(&self, scope: &Scope) -> Result<PinPolicy, DeskFault> {
        self.store.pin_policy(&scope.key())?.ok_or_else(|| DeskFault::UnknownPolicy(scope.to_string()))
    }

    /// Makes a PIN policy for a site or for users to be granted to.
    ///
    /// # Errors
    /// It exists, its site does not, or its settings are out of range.
    pub fn new_pin_policy(
        &mut self,
        scope: &Scope,
        description: Option<&str>,
        change: &SettingsChange,
    ) -> Result<PinPolicy, DeskFault> {
        let scope = self.known_scope(scope)?;
        if self.store.pin_policy(&scope.key())?.is_some() {
            return Err(DeskFault::PolicyExists(scope));
        }
        let settings = Settings::default().with(change)?;
        let policy = PinPolicy { scope, description: text(description), settings };
        self.keep_policy("NewPinPolicy", &policy)?;
        Ok(policy)
    }

    /// Changes a PIN policy; a description of `Some(None)` clears it.
    ///
    /// # Errors
    /// It does not exist, or the result is out of range.
    pub fn set_pin_policy(
        &mut self,
        scope: &Scope,
        description: Option<Option<&str>>,
        change: &SettingsChange,
    ) -> Result<PinPolicy, DeskFault> {
        let mut policy = self.pin_policy(scope)?;
        policy.settings = policy.settings.with(change)?;
        if let Some(description) = description {
            policy.description = text(description);
        }
        self.keep_policy("SetPinPolicy", &policy)?;
        Ok(policy)
    }

    /// Keeps a policy as it is, new or not: what an edited object that is handed back means.
    ///
    /// # Errors
    /// Its site does not exist, or its settings contradict each other.
    pub fn put_pin_policy(&mut self, policy: &PinPolicy) -> Result<PinPolicy, DeskFault> {
        let scope = self.known_scope(&policy.scope)?;
        let settings = policy.settings.with(&SettingsChange::default())?;
        let policy = PinPolicy { scope, description: policy.description.clone(), settings };
        self.keep_policy("SetPinPolicy", &policy)?;
        Ok(policy)
    }

    /// Removes a policy; its users fall to the next scope. The global one is set back to its defaults.
    ///
    /// # Errors
    /// It does not exist.
    pub fn remove_pin_policy(&mut self, scope: &Scope) -> Result<(), DeskFault> {
        let policy = self.pin_policy(scope)?;
        self.unit(|desk| {
            match &policy.scope {
                Scope::Global => desk.store.put_pin_policy(&PinPolicy::new(Scope::Global))?,
                Scope::Site(_) => desk.store.remove_pin_policy(&scope.key())?,
                Scope::Tag(name) => {
                    desk.store.remove_pin_policy(&scope.key())?;
                    desk.store.clear_attribute(Attribute::PinPolicy, name)?;
                }
            }
            desk.done("RemovePinPolicy", &policy.scope.to_string())
        })
    }

    /// Grants a PIN policy to a user, or takes the granted one away. The name may have `tag:` before it.
    ///
    /// # Errors
    /// The user is not enabled; there is no such policy, or it is not one for users.
    pub fn grant_pin_policy(&mut self, id: AccountId, policy: Option<&str>) -> Result<Account, DeskFault> {
        let granted = match policy.map(str::trim).filter(|name| !name.is_empty()) {
            None => None,
            Some(name) => match Scope::parse(name)? {
                scope @ Scope::Tag(_) => Some(self.pin_policy(&scope)?.scope.name().to_string()),
                Scope::Global | Scope::Site(_) => return Err(DeskFault::NotGrantable(name.into())),
            },
        };
        self.assign_policy(id, Attribute::PinPolicy, granted.as_deref())
    }

    /// Notes on a user which policy of a kind he has been granted. Whether it exists is the caller's to know.
    ///
    /// # Errors
    /// The user is not enabled, or the attribute is not a policy's.
    pub fn assign_policy(
        &mut self,
        id: AccountId,
        kind: Attribute,
        policy: Option<&str>,
    ) -> Result<Account, DeskFault> {
        if kind.kind() != Kind::Policy {
            return Err(DeskFault::invalid(kind, policy.unwrap_or_default(), "it is not a policy."));
        }
        self.unit(|desk| {
            let mut account = desk.account(id)?;
            if !account.is_in_product() {
                return Err(DeskFault::NotEnabled(account.dn().into()));
            }
            account.set(kind, policy.map(Into::into));
            desk.keep(&mut account, "GrantPolicy")?;
            Ok(account)
        })
    }

    /// The PIN policy that governs a user: the granted one, else that of his pool's site, else the global one.
    ///
    /// # Errors
    /// The store's.
    pub fn effective_pin_policy(&self, account: &Account) -> Result<PinPolicy, DeskFault> {
        if let Some(name) = account.text(Attribute::PinPolicy)
            && let Some(policy) = self.store.pin_policy(&Scope::Tag(name.into()).key())?
        {
            return Ok(policy);
        }
        if let Some(scope) = self.site_scope(account)?
            && let Some(policy) = self.store.pin_policy(&scope.key())?
        {
            return Ok(policy);
        }
        Ok(self.store.pin_policy(&Scope::Global.key())?.unwrap_or_else(|| PinPolicy::new(Scope::Global)))
    }

    /// The scope of the site that a user's pool stands in.
    ///
    /// # Errors
    /// The store's.
    pub fn site_scope(&self, account: &Account) -> Result<Option<Scope>, DeskFault> {
        let Some(pool) = account.text(Attribute::RegistrarPool) else { return Ok(None) };
        Ok(self.store.site_of_pool(pool)?.map(Scope::Site))
    }

    /// The scope with its site's name as the topology writes it.
    ///
    /// # Errors
    /// The site does not exist.
    pub fn known_scope(&self, scope: &Scope) -> Result<Scope, DeskFault> {
        let Scope::Site(name) = scope else { return Ok(scope.clone()) };
        match self.store.topology()?.site(name) {
            Some(site) => Ok(Scope::Site(site.identity.clone())),
            None => Err(DeskFault::UnknownSite(name.clone())),
        }
    }

    fn keep_policy(&mut self, action: &str, policy: &PinPolicy) -> Result<(), DeskFault> {
        self.unit(|desk| {
            desk.store.put_pin_policy(policy)?;
            desk.done(action, &policy.scope.to_string())
        })
    }
}

fn text(text: Option<&str>) -> Option<String> {
    text.filter(|text| !text.is_empty()).map(str::to_string)
}
