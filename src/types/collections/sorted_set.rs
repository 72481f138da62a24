//! ``SortedSet`1``: each item once, in order.

use super::{enumerator_of, sets};
use crate::types::arguments::{Arguments, items_of};
use crate::types::invoke::{assign, receiver, type_of_call};
use crate::types::table::{Method, Property, TypeTable};
use crate::types::{default_of, delegate, fault, known, sequence};
use crate::value::types::{OBJECT, TypeRef};
use crate::value::{Env, Native, Outcome, Value};
use std::cell::RefCell;
use std::cmp::Ordering;

/// A set that its comparer keeps in order.
pub struct SortedSet {
    ty: TypeRef,
    comparer: Value,
    items: RefCell<Vec<Value>>,
}

impl SortedSet {
    fn snapshot(&self) -> Vec<Value> {
        self.items.borrow().clone()
    }

    /// Where an item stands, or where it would.
    fn search(&self, env: &mut dyn Env, item: &Value) -> Outcome<Result<usize, usize>> {
        let items = self.snapshot();
        let (mut low, mut high) = (0, items.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            let Some(own) = items.get(middle) else { break };
            match sequence::order_by(env, &self.comparer, own, item)? {
                Ordering::Equal => return Ok(Ok(middle)),
                Ordering::Less => low = middle + 1,
                Ordering::Greater => high = middle,
            }
        }
        Ok(Err(low))
    }

    fn element(&self) -> TypeRef {
        match &self.ty {
            TypeRef::Generic(generic) => generic.1.first().cloned().unwrap_or(TypeRef::Native(&OBJECT)),
            _ => TypeRef::Native(&OBJECT),
        }
    }
}

impl sets::Set for SortedSet {
    fn members(&self) -> Vec<Value> {
        self.snapshot()
    }

    fn contains(&self, env: &mut dyn Env, item: &Value) -> Outcome<bool> {
        Ok(self.search(env, item)?.is_ok())
    }

    fn add(&self, env: &mut dyn Env, item: Value) -> Outcome<bool> {
        let place = self.search(env, &item)?;
        if let Err(place) = place {
            self.items.borrow_mut().insert(place, item);
        }
        Ok(place.is_err())
    }

    fn remove(&self, env: &mut dyn Env, item: &Value) -> Outcome<bool> {
        let place = self.search(env, item)?;
        if let Ok(place) = place {
            self.items.borrow_mut().remove(place);
        }
        Ok(place.is_ok())
    }

    fn clear(&self) {
        self.items.borrow_mut().clear();
    }

    fn empty(&self) -> Value {
        let set = SortedSet { ty: self.ty.clone(), comparer: self.comparer.clone(), items: RefCell::default() };
        Value::native(set)
    }
}

impl Native for SortedSet {
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
        Property::new("Comparer", "System.Collections.Generic.IComparer[T]", comparer),
        Property::new("Min", "T", min),
        Property::new("Max", "T", max),
    ],
    methods: &[
        Method::new("bool Add(T item)", add),
        Method::new("bool Remove(T item)", remove),
        Method::new("void Clear()", clear),
        Method::new("bool Contains(T item)", contains),
        Method::new("void CopyTo(T[] array)", copy_to),
        Method::new("void CopyTo(T[] array, int index)", copy_to),
        Method::new("void CopyTo(T[] array, int index, int count)", copy_to),
        Method::new("System.Collections.Generic.SortedSet`1+Enumerator[T] GetEnumerator()", get_enumerator),
        Method::new("void UnionWith(System.Collections.Generic.IEnumerable[T] other)", union_with),
        Method::new("void IntersectWith(System.Collections.Generic.IEnumerable[T] other)", intersect_with),
        Method::new("void ExceptWith(System.Collections.Generic.IEnumerable[T] other)", except_with),
        Method::new("void SymmetricExceptWith(System.Collections.Generic.IEnumerable[T] other)", symmetric_except_with),
        Method::new("bool IsSubsetOf(System.Collections.Generic.IEnumerable[T] other)", is_subset_of),
        Method::new("bool IsProperSubsetOf(System.Collections.Generic.IEnumerable[T] other)", is_proper_subset_of),
        Method::new("bool IsSupersetOf(System.Collections.Generic.IEnumerable[T] other)", is_superset_of),
        Method::new("bool IsProperSupersetOf(System.Collections.Generic.IEnumerable[T] other)", is_proper_superset_of),
        Method::new("bool SetEquals(System.Collections.Generic.IEnumerable[T] other)", set_equals),
        Method::new("bool Overlaps(System.Collections.Generic.IEnumerable[T] other)", overlaps),
        Method::new("int RemoveWhere(System.Predicate[T] match)", remove_where),
        Method::new("System.Collections.Generic.IEnumerable[T] Reverse()", reverse),
        Method::new(
            "System.Collections.Generic.SortedSet[T] GetViewBetween(T lowerValue, T upperValue)",
            get_view_between,
        ),
        Method::new("bool TryGetValue(T equalValue, [ref] T actualValue)", try_get_value),
    ],
    constructors: &[
        Method::new("System.Collections.Generic.SortedSet[T] new()", new),
        Method::new(
            "System.Collections.Generic.SortedSet[T] new(System.Collections.Generic.IComparer[T] comparer)",
            new,
        ),
        Method::new(
            "System.Collections.Generic.SortedSet[T] new(System.Collections.Generic.IEnumerable[T] collection)",
            new,
        ),
        Method::new(
            "System.Collections.Generic.SortedSet[T] new(System.Collections.Generic.IEnumerable[T] collection, System.Collections.Generic.IComparer[T] comparer)",
            new,
        ),
    ],
    ..TypeTable::of(&known::SORTED_SET_1)
};

fn set(this: &Value) -> Outcome<&SortedSet> {
    receiver::<SortedSet>(this)
}

fn count(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(set(this)?.items.borrow().len() as i32))
}

fn comparer(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(set(this)?.comparer.clone())
}

fn min(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let set = set(this)?;
    let first = set.items.borrow().first().cloned();
    Ok(first.unwrap_or_else(|| default_of(&set.element())))
}

fn max(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let set = set(this)?;
    let last = set.items.borrow().last().cloned();
    Ok(last.unwrap_or_else(|| default_of(&set.element())))
}

fn add(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    sets::Set::add(set(this)?, env, arguments.value(0)).map(Value::Bool)
}

fn remove(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    sets::Set::remove(set(this)?, env, &arguments.value(0)).map(Value::Bool)
}

fn clear(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    sets::Set::clear(set(this)?);
    Ok(Value::Void)
}

fn contains(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    sets::Set::contains(set(this)?, env, &arguments.value(0)).map(Value::Bool)
}

fn copy_to(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let mut items = set(this)?.snapshot();
    if arguments.len() > 2 {
        items.truncate(usize::try_from(arguments.int(2)).unwrap_or_default());
    }
    sequence::copy_to(items, &arguments.value(0), arguments.int(1))
}

fn get_enumerator(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(enumerator_of(set(this)?.snapshot()))
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

fn remove_where(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let set = set(this)?;
    let items = set.snapshot();
    let total = items.len();
    let mut kept = Vec::with_capacity(total);
    for item in items {
        if !delegate::holds(env, &arguments.value(0), &item)? {
            kept.push(item);
        }
    }
    let removed = total - kept.len();
    set.items.replace(kept);
    Ok(Value::Int(removed as i32))
}

fn reverse(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let set = set(this)?;
    let mut items = set.snapshot();
    items.reverse();
    Ok(Value::native(super::list::List::read_only(set.element(), items)))
}

fn get_view_between(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let set = set(this)?;
    let (low, high) = (arguments.value(0), arguments.value(1));
    if sequence::order_by(env, &set.comparer, &low, &high)?.is_gt() {
        return Err(fault::argument("Must be less than or equal to upperValue.", "lowerValue"));
    }
    let mut items = Vec::new();
    for item in set.snapshot() {
        let above = sequence::order_by(env, &set.comparer, &item, &low)?.is_ge();
        if above && sequence::order_by(env, &set.comparer, &item, &high)?.is_le() {
            items.push(item);
        }
    }
    let view = SortedSet { ty: set.ty.clone(), comparer: set.comparer.clone(), items: RefCell::new(items) };
    Ok(Value::native(view))
}

fn try_get_value(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let set = set(this)?;
    let found = set.search(env, &arguments.value(0))?.ok();
    let own = found.and_then(|place| set.items.borrow().get(place).cloned());
    assign(env, arguments.get(1), own.unwrap_or_else(|| default_of(&set.element())))?;
    Ok(Value::Bool(found.is_some()))
}

fn new(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (source, comparer) = super::source_and_comparer(arguments);
    let set = SortedSet { ty: type_of_call(this), comparer, items: RefCell::default() };
    match source {
        Some(source) if source.is_null() => return Err(fault::argument_null("collection")),
        Some(source) => {
            for item in items_of(&source) {
                sets::Set::add(&set, env, item)?;
            }
        }
        None => {}
    }
    Ok(Value::native(set))
}
