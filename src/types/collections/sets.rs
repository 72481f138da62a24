//! The algebra that sets share.

use crate::types::arguments::Arguments;
use crate::types::fault;
use crate::value::{Env, Outcome, Value};

/// A set as the algebra sees it.
pub(super) trait Set {
    fn members(&self) -> Vec<Value>;
    fn contains(&self, env: &mut dyn Env, item: &Value) -> Outcome<bool>;
    /// Whether the item is new.
    fn add(&self, env: &mut dyn Env, item: Value) -> Outcome<bool>;
    /// Whether the item was there.
    fn remove(&self, env: &mut dyn Env, item: &Value) -> Outcome<bool>;
    fn clear(&self);
    /// An empty set of the same type with the same comparer.
    fn empty(&self) -> Value;
}

fn other(arguments: &[Value]) -> Outcome<Vec<Value>> {
    if arguments.is_null(0) { Err(fault::argument_null("other")) } else { Ok(arguments.items(0)) }
}

pub(super) fn union(env: &mut dyn Env, set: &dyn Set, arguments: &[Value]) -> Outcome<Value> {
    for item in other(arguments)? {
        set.add(env, item)?;
    }
    Ok(Value::Void)
}

pub(super) fn intersect(env: &mut dyn Env, set: &dyn Set, arguments: &[Value]) -> Outcome<Value> {
    let wanted = set.empty();
    let Some(wanted) = as_set(&wanted) else { return Ok(Value::Void) };
    for item in other(arguments)? {
        wanted.add(env, item)?;
    }
    for item in set.members() {
        if !wanted.contains(env, &item)? {
            set.remove(env, &item)?;
        }
    }
    Ok(Value::Void)
}

fn as_set(value: &Value) -> Option<&dyn Set> {
    match value.downcast::<super::hash_set::HashSet>() {
        Some(set) => Some(set),
        None => value.downcast::<super::sorted_set::SortedSet>().map(|set| set as &dyn Set),
    }
}

pub(super) fn except(env: &mut dyn Env, set: &dyn Set, arguments: &[Value]) -> Outcome<Value> {
    for item in other(arguments)? {
        set.remove(env, &item)?;
    }
    Ok(Value::Void)
}

pub(super) fn symmetric_except(env: &mut dyn Env, set: &dyn Set, arguments: &[Value]) -> Outcome<Value> {
    let distinct = set.empty();
    let Some(distinct) = as_set(&distinct) else { return Ok(Value::Void) };
    for item in other(arguments)? {
        distinct.add(env, item)?;
    }
    for item in distinct.members() {
        if !set.remove(env, &item)? {
            set.add(env, item)?;
        }
    }
    Ok(Value::Void)
}

/// How a set relates to another collection.
pub(super) struct Relation {
    /// The items of the set.
    own: usize,
    /// The distinct items of the other.
    other: usize,
    /// The items in both.
    common: usize,
}

impl Relation {
    pub fn is_subset(&self) -> bool {
        self.common == self.own
    }

    pub fn is_proper_subset(&self) -> bool {
        self.is_subset() && self.other > self.own
    }

    pub fn is_superset(&self) -> bool {
        self.common == self.other
    }

    pub fn is_proper_superset(&self) -> bool {
        self.is_superset() && self.own > self.other
    }

    pub fn overlaps(&self) -> bool {
        self.common > 0
    }

    pub fn is_equal(&self) -> bool {
        self.is_subset() && self.is_superset()
    }
}

/// Compares a set with another collection, whose items count once.
pub(super) fn relation(env: &mut dyn Env, set: &dyn Set, arguments: &[Value]) -> Outcome<Relation> {
    let distinct = set.empty();
    let Some(distinct) = as_set(&distinct) else { return Err(fault::null_reference()) };
    let mut common = 0;
    let mut count = 0;
    for item in other(arguments)? {
        if distinct.add(env, item.clone())? {
            count += 1;
            common += usize::from(set.contains(env, &item)?);
        }
    }
    Ok(Relation { own: set.members().len(), other: count, common })
}
