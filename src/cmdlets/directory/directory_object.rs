//! Objects of the directory's own commands: users and organizational units with the properties that were asked for.

use super::attributes::{AD_USER, ORGANIZATIONAL_UNIT};
use crate::cmdlets::prelude::*;
use crate::store::AccountId;
use crate::text::symbol::same_name;
use crate::value::{Native, NativeType};
use std::cell::RefCell;

/// A user or a unit.
pub struct DirectoryObject {
    ty: &'static NativeType,
    account: Option<AccountId>,
    dn: Str,
    /// In the order in which they are listed: by name.
    properties: RefCell<Vec<(Str, Value)>>,
}

impl DirectoryObject {
    pub fn user(account: AccountId, dn: &str, properties: Vec<(Str, Value)>) -> Value {
        DirectoryObject::of(&AD_USER, Some(account), dn, properties)
    }

    pub fn unit(dn: &str, properties: Vec<(Str, Value)>) -> Value {
        DirectoryObject::of(&ORGANIZATIONAL_UNIT, None, dn, properties)
    }

    fn of(ty: &'static NativeType, account: Option<AccountId>, dn: &str, mut properties: Vec<(Str, Value)>) -> Value {
        properties.sort_by_key(|(name, _)| name.to_ascii_lowercase());
        Value::native(DirectoryObject { ty, account, dn: Str::from(dn), properties: RefCell::new(properties) })
    }

    pub fn account(&self) -> Option<AccountId> {
        self.account
    }

    /// The DN.
    pub fn dn(&self) -> &str {
        &self.dn
    }

    /// The properties with their values.
    pub fn properties(&self) -> Vec<(Str, Value)> {
        self.properties.borrow().clone()
    }
}

impl Native for DirectoryObject {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(self.ty)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(self.dn.clone()))
    }

    fn dynamic_property(&self, name: &str) -> Option<Value> {
        let properties = self.properties.borrow();
        properties.iter().find(|(known, _)| same_name(known, name)).map(|(_, value)| value.clone())
    }

    fn set_dynamic_property(&self, _env: &mut dyn Env, name: &str, value: &Value) -> Option<Outcome<()>> {
        let mut properties = self.properties.borrow_mut();
        match properties.iter_mut().find(|(known, _)| same_name(known, name)) {
            Some(property) => property.1 = value.clone(),
            None => properties.push((Str::from(name), value.clone())),
        }
        Some(Ok(()))
    }

    fn dynamic_properties(&self) -> Vec<Str> {
        self.properties.borrow().iter().map(|(name, _)| name.clone()).collect()
    }
}
