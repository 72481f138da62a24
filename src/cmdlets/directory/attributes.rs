//! The properties of directory users by the names of the ActiveDirectory module.

use super::directory_object::DirectoryObject;
use crate::cmdlets::pin::account_object::{attribute_value, domain_part, guid};
use crate::cmdlets::pin::moment::moment;
use crate::cmdlets::prelude::*;
use crate::store::{ATTRIBUTES, Account, Attribute, OrgUnit, UnitKind};
use crate::value::{NativeType, types};

pub static AD_ENTITY: NativeType =
    NativeType::class("Microsoft.ActiveDirectory.Management.ADPropertyCollection", &types::OBJECT);
pub static AD_OBJECT: NativeType = NativeType::class("Microsoft.ActiveDirectory.Management.ADObject", &AD_ENTITY);
pub static AD_PRINCIPAL: NativeType = NativeType::class("Microsoft.ActiveDirectory.Management.ADPrincipal", &AD_OBJECT);
pub static AD_ACCOUNT: NativeType = NativeType::class("Microsoft.ActiveDirectory.Management.ADAccount", &AD_PRINCIPAL);
pub static AD_USER: NativeType = NativeType::class("Microsoft.ActiveDirectory.Management.ADUser", &AD_ACCOUNT);
pub static ORGANIZATIONAL_UNIT: NativeType =
    NativeType::class("Microsoft.ActiveDirectory.Management.ADOrganizationalUnit", &AD_OBJECT);

/// What a property of a user is.
#[derive(Clone, Copy)]
enum Source {
    Attribute(Attribute),
    /// Whether logging on is possible.
    Enabled,
    CanonicalName,
}

/// The properties that a user always has.
const DEFAULT: &[(&str, Source)] = &[
    ("DistinguishedName", Source::Attribute(Attribute::DistinguishedName)),
    ("Enabled", Source::Enabled),
    ("GivenName", Source::Attribute(Attribute::GivenName)),
    ("Name", Source::Attribute(Attribute::Name)),
    ("ObjectClass", Source::Attribute(Attribute::ObjectClass)),
    ("ObjectGUID", Source::Attribute(Attribute::Guid)),
    ("SamAccountName", Source::Attribute(Attribute::SamAccountName)),
    ("SID", Source::Attribute(Attribute::Sid)),
    ("Surname", Source::Attribute(Attribute::Surname)),
    ("UserPrincipalName", Source::Attribute(Attribute::UserPrincipalName)),
];

/// Further properties whose names are not those of attributes.
const FURTHER: &[(&str, Source)] = &[
    ("CanonicalName", Source::CanonicalName),
    ("CN", Source::Attribute(Attribute::Name)),
    ("Created", Source::Attribute(Attribute::WhenCreated)),
    ("Modified", Source::Attribute(Attribute::WhenChanged)),
    ("HomePhone", Source::Attribute(Attribute::HomePhone)),
];

/// The attribute that a name means in the directory: a property's, or one in the language of LDAP.
pub fn attribute_named(name: &str) -> Option<Attribute> {
    Attribute::named_in_ldap(name).or_else(|| Attribute::named(name))
}

/// A user with the default properties and those that were asked for; `*` asks for all that have a value.
///
/// # Errors
/// The first name that is no property.
pub fn user_object(env: &dyn Env, account: &Account, asked: &[Str]) -> Result<Value, Str> {
    let mut properties: Vec<(Str, Value)> = Vec::new();
    let mut add = |name: &str, value: Value| {
        if !properties.iter().any(|(known, _)| known.eq_ignore_ascii_case(name)) {
            properties.push((Str::from(name), value));
        }
    };
    for (name, source) in DEFAULT {
        add(name, value_of(env, account, *source));
    }
    for name in asked {
        if name.as_str() == "*" {
            for row in ATTRIBUTES {
                let value = attribute_value(env, account, row.attribute);
                if !value.is_null() && !DEFAULT.iter().any(|(_, source)| is(*source, row.attribute)) {
                    add(row.name, value);
                }
            }
            for (name, source) in FURTHER {
                add(name, value_of(env, account, *source));
            }
            continue;
        }
        let known = DEFAULT.iter().chain(FURTHER).find(|(known, _)| known.eq_ignore_ascii_case(name));
        match known {
            Some((name, source)) => add(name, value_of(env, account, *source)),
            None => {
                let attribute = attribute_named(name).ok_or_else(|| name.clone())?;
                add(name, attribute_value(env, account, attribute));
            }
        }
    }
    Ok(DirectoryObject::user(account.id, account.dn(), properties))
}

fn is(source: Source, attribute: Attribute) -> bool {
    matches!(source, Source::Attribute(own) if own == attribute)
}

fn value_of(env: &dyn Env, account: &Account, source: Source) -> Value {
    match source {
        Source::Attribute(attribute) => attribute_value(env, account, attribute),
        Source::Enabled => Value::Bool(account.is_account_enabled()),
        Source::CanonicalName => Value::from(canonical(account.dn())),
    }
}

/// `litwareinc.com/Finance/Ken Myer` for a DN.
fn canonical(dn: &str) -> String {
    let domain: Vec<&str> = domain_part(dn).split(',').filter_map(|part| part.get(3..)).collect();
    let mut parts = vec![domain.join(".")];
    let mut name = crate::store::Dn::parse(dn);
    let mut below = Vec::new();
    while let Some(one) = name.filter(|one| one.kind() != "DC") {
        below.push(one.name().to_string());
        name = one.parent();
    }
    parts.extend(below.into_iter().rev());
    parts.join("/")
}

/// A unit with its default properties and those that were asked for.
///
/// # Errors
/// The first name that is no property.
pub fn unit_object(env: &dyn Env, unit: &OrgUnit, asked: &[Str]) -> Result<Value, Str> {
    let dn = unit.dn.to_string();
    let text = |text: &str| Value::from(text);
    let class = match unit.kind {
        UnitKind::OrganizationalUnit => "organizationalUnit",
        UnitKind::Container => "container",
        UnitKind::Domain => "domainDNS",
    };
    let mut properties: Vec<(Str, Value)> = ["City", "Country", "ManagedBy", "PostalCode", "State", "StreetAddress"]
        .into_iter()
        .map(|name| (Str::from(name), Value::Null))
        .collect();
    properties.extend([
        (Str::from("DistinguishedName"), text(&dn)),
        (Str::from("LinkedGroupPolicyObjects"), Value::array(Vec::new())),
        (Str::from("Name"), text(unit.dn.name())),
        (Str::from("ObjectClass"), text(class)),
        (Str::from("ObjectGUID"), guid(&unit.guid)),
    ]);
    let further: [(&str, Value); 6] = [
        ("Description", unit.description.as_deref().map_or(Value::Null, text)),
        ("ProtectedFromAccidentalDeletion", Value::Bool(unit.protected)),
        ("CanonicalName", Value::from(canonical(&dn))),
        ("Created", moment(env, unit.created)),
        ("Modified", moment(env, unit.changed)),
        ("OU", text(unit.dn.name())),
    ];
    for name in asked {
        let all = name.as_str() == "*";
        let mut found = all || properties.iter().any(|(known, _)| known.eq_ignore_ascii_case(name));
        for (known, value) in &further {
            if all || known.eq_ignore_ascii_case(name) {
                found = true;
                properties.push((Str::from(*known), value.clone()));
            }
        }
        if !found {
            return Err(name.clone());
        }
    }
    Ok(DirectoryObject::unit(&dn, properties))
}

#[cfg(test)]
mod tests {
    use super::canonical;

    #[test]
    fn canonical_names_go_from_the_domain_down() {
        assert_eq!(canonical("CN=Ken Myer,OU=Finance,DC=litwareinc,DC=com"), "litwareinc.com/Finance/Ken Myer");
        assert_eq!(canonical("CN=Myer\\, Ken,DC=litwareinc,DC=com"), "litwareinc.com/Myer, Ken");
    }
}
