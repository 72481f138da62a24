//! ``HashSet`1``: each item once, in the order in which they came.

use super::{enumerator_of, key_ignores_case, sets};
use crate::types::arguments::Arguments;
use crate::types::invoke::{assign, receiver, type_of_call};
use crate::types::table::{Method, Property, TypeTable};
use crate::types::{default_of, delegate, fault, known, sequence};
use crate::value::types::{OBJECT, TypeRef};
use crate::value::{Env, Native, Outcome, TableKey, Value};
use indexmap::IndexMap;
use std::cell::RefCell;

/// A set of values by their content.
pub struct HashSet {
    ty: TypeRef,
    comparer: Value,
    items: RefCell<IndexMap<TableKey, Value>>,
}

impl HashSet {
    fn key(&self, item: &Value) -> TableKey {
        TableKey::of(item, !key_ignores_case(&self.comparer))
    }

    fn snapshot(&self) -> Vec<Value> {
        self.items.borrow().values().cloned().collect()
    }

    fn insert(&self, item: Value) -> bool {
        let key = self.key(&item);
        match self.items.borrow_mut().entry(key) {
            indexmap::map::Entry::Occupied(_) => false,
            indexmap::map::Entry::Vacant(entry) => {
                entry.insert(item);
                true
            }
        }
    }

    fn has(&self, item: &Value) -> bool {
        self.items.borrow().contains_key(&self.key(item))
    }

    fn element(&self) -> TypeRef {
        match &self.ty {
            TypeRef::Generic(generic) => generic.1.first().cloned().unwrap_or(TypeRef::Native(&OBJECT)),
            _ => TypeRef::Native(&OBJECT),
        }
    }
}

impl sets::Set for HashSet {
    fn members(&self) -> Vec<Value> {
        self.snapshot()
    }

    fn contains(&self, _env: &mut dyn Env, item: &Value) -> Outcome<bool> {
        Ok(self.has(item))
    }

    fn add(&self, _env: &mut dyn Env, item: Value) -> Outcome<bool> {
        Ok(self.insert(item))
    }

    fn remove(&self, _env: &mut dyn Env, item: &Value) -> Outcome<bool> {
        let key = self.key(item);
        Ok(self.items.borrow_mut().shift_remove(&key).is_some())
    }

    fn clear(&self) {
        self.items.borrow_mut().clear();
    }

    fn empty(&self) -> Value {
        let set = HashSet { ty: self.ty.clone(), comparer: self.comparer.clone(), items: RefCell::default() };
        Value::native(set)
    }
}

impl Native for HashSet {
    fn type_ref(&self) -> TypeRef {
        self.ty.clone()
    }

    fn items(&self) -> Option<Vec<Value>> {
        Some(self.snapshot())
    }

    fn count(&self) -> Option<usize> {
        Some(self.items.borrow().len())
    }
}

pub(super) static TABLES: &[&TypeTable] = &[&TABLE];

static TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("Count", "int", count),
        Property::new("Capacity", "int", capacity),
        Property::new("Comparer", "System.Collections.Generic.IEqualityComparer[T]", comparer),
    ],
    methods: &[
        Method::new("void Clear()", clear),
        Method::new("bool Contains(T item)", contains),
        Method::new("bool Remove(T item)", remove),
        Method::new("System.Collections.Generic.HashSet`1+Enumerator[T] GetEnumerator()", get_enumerator),
        Method::new("bool Add(T item)", add),
        Method::new("bool TryGetValue(T equalValue, [ref] T actualValue)", try_get_value),
        Method::new("void UnionWith(System.Collections.Generic.IEnumerable[T] other)", union_with),
        Method::new("void IntersectWith(System.Collections.Generic.IEnumerable[T] other)", intersect_with),
        Method::new("void ExceptWith(System.Collections.Generic.IEnumerable[T] other)", except_with),
        Method::new("void SymmetricExceptWith(System.Collections.Generic.IEnumerable[T] other)", symmetric_except_with),
        Method::new("bool IsSubsetOf(System.Collections.Generic.IEnumerable[T] other)", is_subset_of),
        Method::new("bool IsProperSubsetOf(System.Collections.Generic.IEnumerable[T] other)", is_proper_subset_of),
        Method::new("bool IsSupersetOf(System.Collections.Generic.IEnumerable[T] other)", is_superset_of),
        Method::new("bool IsProperSupersetOf(System.Collections.Generic.IEnumerable[T] other)", is_proper_superset_of),
        Method::new("bool Overlaps(System.Collections.Generic.IEnumerable[T] other)", overlaps),
        Method::new("bool SetEquals(System.Collections.Generic.IEnumerable[T] other)", set_equals),
        Method::new("void CopyTo(T[] array)", copy_to),
        Method::new("void CopyTo(T[] array, int arrayIndex)", copy_to),
        Method::new("void CopyTo(T[] array, int arrayIndex, int count)", copy_to),
        Method::new("int RemoveWhere(System.Predicate[T] match)", remove_where),
        Method::new("int EnsureCapacity(int capacity)", ensure_capacity),
        Method::new("void TrimExcess()", trim_excess),
        Method::new("void TrimExcess(int capacity)", trim_excess),
    ],
    constructors: &[
        Method::new("System.Collections.Generic.HashSet[T] new()", new),
        Method::new(
            "System.Collections.Generic.HashSet[T] new(System.Collections.Generic.IEqualityComparer[T] comparer)",
            new,
        ),
        Method::new("System.Collections.Generic.HashSet[T] new(int capacity)", new),
        Method::new(
            "System.Collections.Generic.HashSet[T] new(System.Collections.Generic.IEnumerable[T] collection)",
            new,
        ),
        Method::new(
            "System.Collections.Generic.HashSet[T] new(System.Collections.Generic.IEnumerable[T] collection, System.Collections.Generic.IEqualityComparer[T] comparer)",
            new,
        ),
        Method::new(
            "System.Collections.Generic.HashSet[T] new(int capacity, System.Collections.Generic.IEqualityComparer[T] comparer)",
            new,
        ),
    ],
    ..TypeTable::of(&known::HASH_SET_1)
};

fn set(this: &Value) -> Outcome<&HashSet> {
    receiver::<HashSet>(this)
}

fn count(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(set(this)?.items.borrow().len() as i32))
}

fn capacity(env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    count(env, this)
}

fn comparer(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(set(this)?.comparer.clone())
}

fn clear(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    sets::Set::clear(set(this)?);
    Ok(Value::Void)
}

fn contains(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Bool(set(this)?.has(&arguments.value(0))))
}

fn remove(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    sets::Set::remove(set(this)?, env, &arguments.value(0)).map(Value::Bool)
}

fn get_enumerator(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(enumerator_of(set(this)?.snapshot()))
}

fn add(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Bool(set(this)?.insert(arguments.value(0))))
}

fn try_get_value(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let set = set(this)?;
    let own = set.items.borrow().get(&set.key(&arguments.value(0))).cloned();
    let found = own.is_some();
    assign(env, arguments.get(1), own.unwrap_or_else(|| default_of(&set.element())))?;
    Ok(Value::Bool(found))
}

fn union_with(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    sets::union(env, set(this)?, arguments)
}

fn intersect_with(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    sets::intersect(env, set(this)?, arguments)
}

fn except_with(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    sets::except(env, set(this)?, arguments)
}

fn symmetric_except_with(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    sets::symmetric_except(env, set(this)?, arguments)
}

fn is_subset_of(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    sets::relation(env, set(this)?, arguments).map(|relation| Value::Bool(relation.is_subset()))
}

fn is_proper_subset_of(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    sets::relation(env, set(this)?, arguments).map(|relation| Value::Bool(relation.is_proper_subset()))
}

fn is_superset_of(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    sets::relation(env, set(this)?, arguments).map(|relation| Value::Bool(relation.is_superset()))
}

fn is_proper_superset_of(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    sets::relation(env, set(this)?, arguments).map(|relation| Value::Bool(relation.is_proper_superset()))
}

fn overlaps(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    sets::relation(env, set(this)?, arguments).map(|relation| Value::Bool(relation.overlaps()))
}

fn set_equals(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    sets::relation(env, set(this)?, arguments).map(|relation| Value::Bool(relation.is_equal()))
}

fn copy_to(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let mut items = set(this)?.snapshot();
    if arguments.len() > 2 {
        items.truncate(usize::try_from(arguments.int(2)).unwrap_or_default());
    }
    sequence::copy_to(items, &arguments.value(0), arguments.int(1))
}

fn remove_where(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let set = set(this)?;
    let mut removed = 0;
    for item in set.snapshot() {
        if delegate::holds(env, &arguments.value(0), &item)? {
            sets::Set::remove(set, env, &item)?;
            removed += 1;
        }
    }
    Ok(Value::Int(removed))
}

fn ensure_capacity(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let length = set(this)?.items.borrow().len() as i32;
    Ok(Value::Int(arguments.int(0).max(length)))
}

fn trim_excess(_env: &mut dyn Env, _this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Void)
}

fn new(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (source, comparer) = super::source_and_comparer(arguments);
    let set = HashSet { ty: type_of_call(this), comparer, items: RefCell::default() };
    match source {
        Some(source) if source.is_null() => return Err(fault::argument_null("collection")),
        Some(source) => {
            for item in crate::types::arguments::items_of(&source) {
                set.insert(item);
            }
        }
        None => {}
    }
    Ok(Value::native(set))
}
