//! `Get-ADOrganizationalUnit`: the units of the directory's tree.

use super::attributes::unit_object;
use super::directory_object::DirectoryObject;
use super::fault::{refuse, unknown_property};
use super::search::Search;
use crate::cmdlets::pin::desk_service::Desk;
use crate::cmdlets::pin::fault::stop;
use crate::cmdlets::prelude::*;
use crate::store::{Account, Attribute, OrgUnit, UnitKind};

cmdlet! {
    /// Returns organizational units: one by its distinguished name or GUID, or all that a filter fits.
    ///
    /// ```powershell
    /// Get-ADOrganizationalUnit -Filter 'Name -like "Fin*"' | ForEach-Object Name
    /// # Finance
    /// # Finance
    /// ```
    pub struct GetAdOrganizationalUnit: "Get-ADOrganizationalUnit", default_set "Filter", module "ActiveDirectory",
        class "Microsoft.ActiveDirectory.Management.Commands.GetADOrganizationalUnit",
        output "Microsoft.ActiveDirectory.Management.ADOrganizationalUnit";

    /// The unit: its distinguished name, its GUID, or an object.
    param identity: Value, set "Identity", mandatory, position 0, pipeline;
    /// A condition such as 'Name -like "Fin*"', or * for all.
    param filter: Str, set "Filter", mandatory;
    /// A condition in the language of LDAP.
    param ldap_filter: Str, name "LDAPFilter", set "LdapFilter", mandatory;
    /// Further properties to return; * for all.
    param properties: Vec<Str>, alias "Property";
    /// The distinguished name of the unit to search in.
    param search_base: Str, set "Filter", set "LdapFilter";
    /// How deep to search: Base, OneLevel or Subtree.
    param search_scope: Str, set "Filter", set "LdapFilter", completions &["Base", "OneLevel", "Subtree"];
    /// How many units at most; $null for all.
    param result_set_size: Option<i32>, set "Filter", set "LdapFilter", allow_null;
    /// Accepted for scripts that give it: there is one directory.
    param server: Str;
    /// Accepted for scripts that give it.
    param credential: Value;
}

impl Cmdlet for GetAdOrganizationalUnit {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let desk = Desk::of(cx)?;
        if cx.is_bound("Identity") {
            let identity = match self.identity.downcast::<DirectoryObject>() {
                Some(object) => Str::from(object.dn()),
                None => convert::to_text(cx.session, &self.identity)?,
            };
            return match desk.read(|desk| desk.unit_named(&identity)) {
                Ok(unit) => self.write(cx, &unit),
                Err(fault) => refuse(cx, &fault, &identity),
            };
        }
        let search = Search {
            filter: &self.filter,
            ldap_filter: &self.ldap_filter,
            base: &self.search_base,
            scope: &self.search_scope,
        };
        let mut conditions = search.conditions(cx, &desk)?;
        if cx.is_bound("SearchBase") {
            // Unlike accounts, a unit is found by a search that begins at it.
            let unbased = Search { base: "", ..search };
            conditions.predicate = unbased.conditions(cx, &desk)?.predicate;
        }
        let most = self.result_set_size.map_or(usize::MAX, |size| usize::try_from(size).unwrap_or(usize::MAX));
        let units = desk.read(|desk| desk.units()).map_err(|fault| stop(cx, &fault))?;
        let found = units.into_iter().filter(|unit| {
            unit.kind == UnitKind::OrganizationalUnit
                && conditions.reach(&unit.dn)
                && conditions.predicate.fits(&as_account(unit))
        });
        for unit in found.take(most) {
            self.write(cx, &unit)?;
        }
        Ok(())
    }
}

impl GetAdOrganizationalUnit {
    fn write(&self, cx: &mut Cx, unit: &OrgUnit) -> Outcome {
        match unit_object(cx.session, unit, &self.properties) {
            Ok(unit) => cx.write(unit),
            Err(name) => Err(unknown_property(cx, &name)),
        }
    }
}

/// A unit in the shape that filters ask.
fn as_account(unit: &OrgUnit) -> Account {
    let account = Account::default()
        .with(Attribute::ObjectClass, "organizationalUnit")
        .with(Attribute::Guid, unit.guid.as_str())
        .with(Attribute::Name, unit.dn.name())
        .with(Attribute::DistinguishedName, unit.dn.to_string())
        .with(Attribute::ProtectedFromAccidentalDeletion, unit.protected)
        .with(Attribute::WhenCreated, unit.created)
        .with(Attribute::WhenChanged, unit.changed);
    match &unit.description {
        Some(description) => account.with(Attribute::Description, description.as_str()),
        None => account,
    }
}
