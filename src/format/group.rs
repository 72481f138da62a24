//! Groups: what the objects under one heading have in common.

use super::expression::{Expression, Found};
use super::request::Parameter;
use super::view::{Group, Item};
use crate::text::{CaseRule, Str, Symbol};
use crate::value::compare::equals;
use crate::value::{Env, Outcome, Value};

/// What the objects of a group have in common.
pub struct Grouping {
    key: GroupKey,
    label: Option<Str>,
    current: Value,
    name: Str,
}

enum GroupKey {
    Expression(Expression),
    Item(Item),
}

impl Grouping {
    /// By what `-GroupBy` says.
    pub fn asked(parameter: &Parameter) -> Grouping {
        Grouping::by(GroupKey::Expression(parameter.expression.clone()), parameter.label.clone())
    }

    /// By what a view says.
    pub fn of_view(group: &Group) -> Grouping {
        Grouping::by(GroupKey::Item(group.key), None)
    }

    fn by(key: GroupKey, label: Option<Str>) -> Grouping {
        Grouping { key, label, current: Value::Void, name: Str::default() }
    }

    /// The current group's key; `None` before the first object that has one.
    pub fn current(&self) -> Option<&Value> {
        (!matches!(self.current, Value::Void)).then_some(&self.current)
    }

    /// What stands before the key in the heading.
    pub fn label(&self) -> &Str {
        self.label.as_ref().unwrap_or(&self.name)
    }

    /// Whether the object belongs to another group than the one before it.
    pub fn next(&mut self, env: &mut dyn Env, object: &Value) -> Outcome<bool> {
        let Some((value, name)) = self.key_of(env, object)? else { return Ok(false) };
        let old = std::mem::replace(&mut self.current, value.clone());
        let same =
            equals(env, &value, &old, CaseRule::Insensitive)? || equals(env, &old, &value, CaseRule::Insensitive)?;
        if !same {
            self.name = name;
        }
        Ok(!same)
    }

    /// The object's key and the name of the property that gave it.
    fn key_of(&self, env: &mut dyn Env, object: &Value) -> Outcome<Option<(Value, Str)>> {
        match &self.key {
            GroupKey::Expression(expression) => {
                let Some(resolved) = expression.resolve(env, object).into_iter().next() else { return Ok(None) };
                let Found::Value(value) = resolved.value(env, object)? else { return Ok(None) };
                Ok(Some((value, resolved.label(env)?)))
            }
            GroupKey::Item(Item::Property(name)) => {
                let symbol = Symbol::new(name);
                if !env.has_property(object, symbol) {
                    return Ok(None);
                }
                Ok(Some((env.get_property(object, symbol)?, (*name).into())))
            }
            GroupKey::Item(Item::Computed(name, compute)) => Ok(Some((compute(env, object)?, (*name).into()))),
        }
    }
}
