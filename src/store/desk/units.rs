//! The directory's tree: organizational units.

use super::{DeskFault, PinDesk};
use crate::store::directory::new_guid;
use crate::store::{Dn, OrgUnit, Predicate, UnitKind, fold};

impl PinDesk {
    /// Makes an organizational unit below `parent`, which is the domain unless given.
    ///
    /// # Errors
    /// The parent does not exist, the unit does, or the name is empty.
    pub fn new_unit(
        &mut self,
        name: &str,
        parent: Option<&str>,
        description: Option<&str>,
        protected: bool,
    ) -> Result<OrgUnit, DeskFault> {
        let parent = self.parent(parent.unwrap_or(&self.domain.root().to_string()))?;
        let dn = parent.child("OU", name);
        if dn.name().is_empty() {
            return Err(DeskFault::Invalid { property: "Name", value: name.into(), why: "it is empty.".into() });
        }
        if self.store.unit(&dn.path())?.is_some() {
            return Err(DeskFault::UnitExists(dn.to_string()));
        }
        let (guid, now) = (new_guid(&mut *self.equipment.randomness), self.now());
        let kind = UnitKind::OrganizationalUnit;
        let description = description.filter(|text| !text.is_empty()).map(str::to_string);
        let unit = OrgUnit { kind, dn, guid, description, protected, created: now, changed: now };
        self.keep_unit("NewOrganizationalUnit", &unit)?;
        Ok(unit)
    }

    /// All units and containers, parents before children.
    ///
    /// # Errors
    /// The store's.
    pub fn units(&self) -> Result<Vec<OrgUnit>, DeskFault> {
        Ok(self.store.units()?)
    }

    /// The unit that a DN or a GUID names.
    ///
    /// # Errors
    /// There is none.
    pub fn unit_named(&self, identity: &str) -> Result<OrgUnit, DeskFault> {
        let unknown = || DeskFault::UnknownUnit(identity.into());
        if let Some(dn) = Dn::parse(identity) {
            return self.store.unit(&dn.path())?.ok_or_else(unknown);
        }
        let guid = fold(identity.trim().trim_start_matches('{').trim_end_matches('}'));
        self.store.units()?.into_iter().find(|unit| unit.guid == guid).ok_or_else(unknown)
    }

    /// Changes a unit's description (`Some(None)` clears it) or its protection.
    ///
    /// # Errors
    /// There is no such unit.
    pub fn set_unit(
        &mut self,
        identity: &str,
        description: Option<Option<&str>>,
        protected: Option<bool>,
    ) -> Result<OrgUnit, DeskFault> {
        let mut unit = self.unit_named(identity)?;
        if let Some(description) = description {
            unit.description = description.filter(|text| !text.is_empty()).map(str::to_string);
        }
        unit.protected = protected.unwrap_or(unit.protected);
        unit.changed = self.now();
        self.keep_unit("SetOrganizationalUnit", &unit)?;
        Ok(unit)
    }

    /// Removes a unit, with everything in it when `recursive`.
    ///
    /// # Errors
    /// It does not exist, it is protected or something in it is, or it is not empty.
    pub fn remove_unit(&mut self, identity: &str, recursive: bool) -> Result<(), DeskFault> {
        let unit = self.unit_named(identity)?;
        let inside: Vec<OrgUnit> =
            self.store.units()?.into_iter().filter(|other| other.dn.is_under(&unit.dn)).collect();
        let accounts = self.store.count(&Predicate::under(&unit.dn))?;
        if let Some(protected) = inside.iter().chain([&unit]).find(|unit| unit.protected) {
            return Err(DeskFault::Protected(protected.dn.to_string()));
        }
        if !recursive && (accounts > 0 || !inside.is_empty()) {
            return Err(DeskFault::UnitNotEmpty(unit.dn.to_string()));
        }
        self.unit(|desk| {
            for account in super::Cursor::new(Predicate::under(&unit.dn), None).rest(desk)? {
                desk.remove_account(account.id)?;
            }
            for unit in inside.iter().rev().chain([&unit]) {
                desk.store.remove_unit(&unit.dn.path())?;
                desk.done("RemoveOrganizationalUnit", &unit.dn.to_string())?;
            }
            Ok(())
        })
    }

    /// The DN of the unit that something is to be put into.
    pub(super) fn parent(&self, dn: &str) -> Result<Dn, DeskFault> {
        Ok(self.unit_named(dn)?.dn)
    }

    fn keep_unit(&mut self, action: &str, unit: &OrgUnit) -> Result<(), DeskFault> {
        self.unit(|desk| {
            desk.store.put_unit(unit)?;
            desk.done(action, &unit.dn.to_string())
        })
    }
}
