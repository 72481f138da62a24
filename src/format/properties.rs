//! Which properties of an object are shown: those asked for, the default set of its type, or all.

use super::expression::{Expression, Found};
use super::record::Align;
use super::request::{FormatRequest, Parameter};
use super::scalar::is_scalar;
use super::text::name_expression;
use super::views;
use crate::text::{Str, Symbol};
use crate::value::{Env, Member, OtherMember, Outcome, Value};

/// A table of all properties stops here.
const MOST_TABLE_COLUMNS: usize = 10;

/// A property to show, with what was asked for it.
pub struct Association {
    pub expression: Expression,
    pub parameter: Option<Parameter>,
}

impl Association {
    pub fn plain(name: &str) -> Association {
        Association { expression: Expression::property(name), parameter: None }
    }

    pub fn label(&self, env: &mut dyn Env) -> Outcome<Str> {
        match self.parameter.as_ref().and_then(|parameter| parameter.label.clone()) {
            Some(label) => Ok(label),
            None => self.expression.label(env),
        }
    }

    pub fn format(&self) -> Option<&str> {
        self.parameter.as_ref().and_then(|parameter| parameter.format.as_deref())
    }
}

/// Numbers, booleans, characters and enums stand at the right of a column.
pub fn natural_align(env: &mut dyn Env, object: &Value, association: &Association) -> Outcome<Align> {
    let Found::Value(value) = association.expression.value(env, object)? else { return Ok(Align::Left) };
    let text = matches!(value.base(), Value::Str(_));
    Ok(if !text && is_scalar(&value) { Align::Right } else { Align::Left })
}

/// The properties of a table: those asked for, whether the object has them or not; else the default set; else all.
pub fn table_properties(
    env: &mut dyn Env,
    object: &Value,
    type_names: &[Str],
    request: &FormatRequest,
) -> Vec<Association> {
    let mut list = Vec::new();
    for parameter in &request.properties {
        let resolved = parameter.expression.resolve(env, object);
        if resolved.is_empty() && !parameter.expression.has_wildcards() {
            let expression = parameter.expression.clone();
            list.push(Association { expression, parameter: Some(parameter.clone()) });
        }
        list.extend(
            resolved.into_iter().map(|expression| Association { expression, parameter: Some(parameter.clone()) }),
        );
    }
    if request.properties.is_empty() {
        list = default_properties(env, object, type_names);
        if default_set(env, object, type_names).is_empty() {
            list.truncate(MOST_TABLE_COLUMNS);
        }
    }
    list
}

/// The properties of a list or a custom layout: those asked for that the object has; else the default set; else all.
pub fn active_properties(
    env: &mut dyn Env,
    object: &Value,
    type_names: &[Str],
    request: &FormatRequest,
) -> Vec<Association> {
    if request.properties.is_empty() {
        return default_properties(env, object, type_names);
    }
    expand(env, object, request)
}

fn expand(env: &mut dyn Env, object: &Value, request: &FormatRequest) -> Vec<Association> {
    let mut list = Vec::new();
    for parameter in &request.properties {
        let resolved = parameter.expression.resolve(env, object).into_iter();
        list.extend(resolved.map(|expression| Association { expression, parameter: Some(parameter.clone()) }));
    }
    list
}

/// The expressions of a custom layout with the depth asked for each.
pub fn custom_properties(
    env: &mut dyn Env,
    object: &Value,
    request: Option<&FormatRequest>,
) -> Vec<(Expression, Option<usize>)> {
    let type_names = env.type_names(object);
    let list = match request {
        Some(request) => active_properties(env, object, &type_names, request),
        None => default_properties(env, object, &type_names),
    };
    list.into_iter()
        .map(|association| (association.expression, association.parameter.and_then(|parameter| parameter.depth)))
        .collect()
}

fn default_properties(env: &mut dyn Env, object: &Value, type_names: &[Str]) -> Vec<Association> {
    let names = match default_set(env, object, type_names) {
        set if set.is_empty() => env.property_names(object),
        set => set,
    };
    names.iter().map(|name| Association::plain(name)).collect()
}

pub fn wide_property(env: &mut dyn Env, object: &Value, request: &FormatRequest) -> Option<Association> {
    if !request.properties.is_empty() {
        return expand(env, object, request).into_iter().next();
    }
    let type_names = env.type_names(object);
    let name = match views::default_name(&type_names) {
        Some(name) => Some(Str::from(name)),
        None => name_expression(env, object),
    };
    let list = match name {
        Some(name) => vec![Association::plain(&name)],
        None => default_properties(env, object, &type_names),
    };
    list.into_iter().next()
}

/// `PSStandardMembers.DefaultDisplayPropertySet` of the object or its type; empty where there is none.
pub fn default_set(env: &mut dyn Env, object: &Value, type_names: &[Str]) -> Vec<Str> {
    added_default_set(env, object)
        .or_else(|| env.default_display(object))
        .unwrap_or_else(|| views::default_properties(type_names).iter().map(|name| Str::from(*name)).collect())
}

/// The set that a script gave the object or its type.
fn added_default_set(env: &mut dyn Env, object: &Value) -> Option<Vec<Str>> {
    let Member::Other(standard) = added_member(env, object, Symbol::new("PSStandardMembers"))? else { return None };
    let OtherMember::MemberSet(members) = &*standard else { return None };
    match members.get(Symbol::new("DefaultDisplayPropertySet"))? {
        Member::Other(set) => match &**set {
            OtherMember::PropertySet(names) => Some(names.clone()),
            _ => None,
        },
        Member::Note(_) => None,
    }
}

/// A member that a script gave the object or its type.
pub fn added_member(env: &mut dyn Env, object: &Value, name: Symbol) -> Option<Member> {
    let own = object.extra().and_then(|extra| extra.member(name));
    own.or_else(|| env.type_member(object, name))
}
