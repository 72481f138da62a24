//! ``SortedDictionary`2``, ``SortedList`2`` and `SortedList`: values by keys in order.

use super::list::List;
use super::{enumerator_of, pair};
use crate::types::arguments::{Arguments, items_of};
use crate::types::invoke::{assign, receiver, type_of_call};
use crate::types::table::{Method, Property, TypeTable};
use crate::types::{compare, default_of, entry, enumerator, exceptions, fault, known, resolve, sequence};
use crate::value::error::ARGUMENT_EXCEPTION;
use crate::value::types::{I_DICTIONARY, OBJECT, TypeRef};
use crate::value::{Env, Flow, Native, Outcome, Value, convert};
use std::cell::RefCell;
use std::cmp::Ordering;

/// A dictionary that its comparer keeps in order.
pub struct Sorted {
    ty: TypeRef,
    comparer: Value,
    entries: RefCell<Vec<(Value, Value)>>,
}

impl Sorted {
    /// The entries in order.
    pub fn pairs(&self) -> Vec<(Value, Value)> {
        self.entries.borrow().clone()
    }

    fn keys(&self) -> Vec<Value> {
        self.entries.borrow().iter().map(|(key, _)| key.clone()).collect()
    }

    fn values(&self) -> Vec<Value> {
        self.entries.borrow().iter().map(|(_, value)| value.clone()).collect()
    }

    fn arguments(&self) -> Vec<TypeRef> {
        crate::types::signature::arguments_of(&self.ty)
    }

    fn key_type(&self) -> TypeRef {
        self.arguments().into_iter().next().unwrap_or(TypeRef::Native(&OBJECT))
    }

    fn value_type(&self) -> TypeRef {
        self.arguments().into_iter().nth(1).unwrap_or(TypeRef::Native(&OBJECT))
    }

    /// The entries as the dictionary enumerates them: pairs, or entries where it is not generic.
    pub(super) fn items_now(&self) -> Vec<Value> {
        let arguments = self.arguments();
        let pairs = self.pairs().into_iter();
        match arguments.is_empty() {
            true => pairs.map(|(key, value)| entry::entry(key, value)).collect(),
            false => pairs.map(|(key, value)| pair::pair(&arguments, key, value)).collect(),
        }
    }

    /// Where a key stands, or where it would.
    fn search(&self, env: &mut dyn Env, key: &Value) -> Outcome<Result<usize, usize>> {
        let keys = self.keys();
        let (mut low, mut high) = (0, keys.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            let Some(own) = keys.get(middle) else { break };
            match sequence::order_by(env, &self.comparer, own, key).map_err(compare::failed)? {
                Ordering::Equal => return Ok(Ok(middle)),
                Ordering::Less => low = middle + 1,
                Ordering::Greater => high = middle,
            }
        }
        Ok(Err(low))
    }

    fn lookup(&self, env: &mut dyn Env, key: &Value) -> Outcome<Option<Value>> {
        let place = self.search(env, key)?.ok();
        Ok(place.and_then(|place| self.entries.borrow().get(place).map(|(_, value)| value.clone())))
    }

    fn store(&self, env: &mut dyn Env, key: &Value, value: &Value) -> Outcome<()> {
        let key = resolve::to_type(env, key, &self.key_type())?;
        let value = resolve::to_type(env, value, &self.value_type())?;
        match self.search(env, &key)? {
            Ok(place) => {
                if let Some(slot) = self.entries.borrow_mut().get_mut(place) {
                    slot.1 = value;
                }
            }
            Err(place) => self.entries.borrow_mut().insert(place, (key, value)),
        }
        Ok(())
    }
}

impl Native for Sorted {
    fn type_ref(&self) -> TypeRef {
        self.ty.clone()
    }

    fn count(&self) -> Option<usize> {
        Some(self.entries.borrow().len())
    }

    fn index(&self, env: &mut dyn Env, index: &Value) -> Option<Outcome<Value>> {
        let key = resolve::to_type(env, index, &self.key_type());
        Some(key.and_then(|key| Ok(self.lookup(env, &key)?.unwrap_or_default())))
    }

    fn set_index(&self, env: &mut dyn Env, index: &Value, value: Value) -> Option<Outcome<()>> {
        Some(self.store(env, index, &value))
    }

    fn dictionary_pairs(&self) -> Option<Vec<(Value, Value)>> {
        Some(self.pairs())
    }

    fn dynamic_property(&self, name: &str) -> Option<Value> {
        let same = |key: &Value| key.as_str().is_some_and(|key| key == name);
        self.entries.borrow().iter().find(|(key, _)| same(key)).map(|(_, value)| value.clone())
    }

    fn set_dynamic_property(&self, env: &mut dyn Env, name: &str, value: &Value) -> Option<Outcome<()>> {
        Some(self.store(env, &Value::from(name), value))
    }
}

pub(super) static TABLES: &[&TypeTable] = &[&DICTIONARY, &LIST, &PLAIN];

static DICTIONARY: TypeTable = TypeTable {
    properties: &[
        Property::new("Count", "int", count),
        Property::new("Comparer", "System.Collections.Generic.IComparer[TKey]", comparer),
        Property::new("Keys", "System.Collections.Generic.SortedDictionary`2+KeyCollection[TKey,TValue]", keys),
        Property::new("Values", "System.Collections.Generic.SortedDictionary`2+ValueCollection[TKey,TValue]", values),
    ],
    methods: &[
        Method::new("void Add(TKey key, TValue value)", add),
        Method::new("void Clear()", clear),
        Method::new("bool ContainsKey(TKey key)", contains_key),
        Method::new("bool ContainsValue(TValue value)", contains_value),
        Method::new("TValue Item(TKey key) {get;set;}", item),
        Method::new("void CopyTo(System.Collections.Generic.KeyValuePair[TKey,TValue][] array, int index)", copy_to),
        Method::new(
            "System.Collections.Generic.SortedDictionary`2+Enumerator[TKey,TValue] GetEnumerator()",
            get_enumerator,
        ),
        Method::new("bool Remove(TKey key)", remove),
        Method::new("bool TryGetValue(TKey key, [ref] TValue value)", try_get_value),
    ],
    constructors: &[
        Method::new("System.Collections.Generic.SortedDictionary[TKey,TValue] new()", new),
        Method::new(
            "System.Collections.Generic.SortedDictionary[TKey,TValue] new(System.Collections.Generic.IDictionary[TKey,TValue] dictionary)",
            new,
        ),
        Method::new(
            "System.Collections.Generic.SortedDictionary[TKey,TValue] new(System.Collections.Generic.IDictionary[TKey,TValue] dictionary, System.Collections.Generic.IComparer[TKey] comparer)",
            new,
        ),
        Method::new(
            "System.Collections.Generic.SortedDictionary[TKey,TValue] new(System.Collections.Generic.IComparer[TKey] comparer)",
            new,
        ),
    ],
    ..TypeTable::of(&known::SORTED_DICTIONARY_2)
};

static LIST: TypeTable = TypeTable {
    properties: &[
        Property::settable("Capacity", "int", capacity, set_capacity),
        Property::new("Comparer", "System.Collections.Generic.IComparer[TKey]", comparer),
        Property::new("Count", "int", count),
        Property::new("Keys", "System.Collections.Generic.IList[TKey]", keys),
        Property::new("Values", "System.Collections.Generic.IList[TValue]", values),
    ],
    methods: &[
        Method::new("void Add(TKey key, TValue value)", add),
        Method::new("void Clear()", clear),
        Method::new("bool ContainsKey(TKey key)", contains_key),
        Method::new("bool ContainsValue(TValue value)", contains_value),
        Method::new("TValue Item(TKey key) {get;set;}", item),
        Method::new("TValue GetValueAtIndex(int index)", get_by_index),
        Method::new("void SetValueAtIndex(int index, TValue value)", set_by_index),
        Method::new(
            "System.Collections.Generic.IEnumerator[System.Collections.Generic.KeyValuePair[TKey,TValue]] GetEnumerator()",
            get_enumerator,
        ),
        Method::new("TKey GetKeyAtIndex(int index)", get_key),
        Method::new("int IndexOfKey(TKey key)", index_of_key),
        Method::new("int IndexOfValue(TValue value)", index_of_value),
        Method::new("bool TryGetValue(TKey key, [ref] TValue value)", try_get_value),
        Method::new("void RemoveAt(int index)", remove_at),
        Method::new("bool Remove(TKey key)", remove),
        Method::new("void TrimExcess()", trim_excess),
    ],
    constructors: &[
        Method::new("System.Collections.Generic.SortedList[TKey,TValue] new()", new),
        Method::new("System.Collections.Generic.SortedList[TKey,TValue] new(int capacity)", new),
        Method::new(
            "System.Collections.Generic.SortedList[TKey,TValue] new(System.Collections.Generic.IComparer[TKey] comparer)",
            new,
        ),
        Method::new(
            "System.Collections.Generic.SortedList[TKey,TValue] new(int capacity, System.Collections.Generic.IComparer[TKey] comparer)",
            new,
        ),
        Method::new(
            "System.Collections.Generic.SortedList[TKey,TValue] new(System.Collections.Generic.IDictionary[TKey,TValue] dictionary)",
            new,
        ),
        Method::new(
            "System.Collections.Generic.SortedList[TKey,TValue] new(System.Collections.Generic.IDictionary[TKey,TValue] dictionary, System.Collections.Generic.IComparer[TKey] comparer)",
            new,
        ),
    ],
    ..TypeTable::of(&known::SORTED_LIST_2)
};

static PLAIN: TypeTable = TypeTable {
    properties: &[
        Property::settable("Capacity", "int", capacity, set_capacity),
        Property::new("Count", "int", count),
        Property::new("Keys", "System.Collections.ICollection", keys),
        Property::new("Values", "System.Collections.ICollection", values),
        Property::new("IsReadOnly", "bool", is_read_only),
        Property::new("IsFixedSize", "bool", is_fixed_size),
        Property::new("IsSynchronized", "bool", is_synchronized),
        Property::new("SyncRoot", "System.Object", sync_root),
    ],
    methods: &[
        Method::new("void Add(System.Object key, System.Object value)", add),
        Method::new("void Clear()", clear),
        Method::new("System.Object Clone()", clone),
        Method::new("bool Contains(System.Object key)", contains_key),
        Method::new("bool ContainsKey(System.Object key)", contains_key),
        Method::new("bool ContainsValue(System.Object value)", contains_value),
        Method::new("void CopyTo(array array, int arrayIndex)", copy_to),
        Method::new("System.Object GetByIndex(int index)", get_by_index),
        Method::new("System.Collections.IDictionaryEnumerator GetEnumerator()", get_enumerator),
        Method::new("System.Object GetKey(int index)", get_key),
        Method::new("System.Collections.IList GetKeyList()", key_list),
        Method::new("System.Collections.IList GetValueList()", value_list),
        Method::new("int IndexOfKey(System.Object key)", index_of_key),
        Method::new("int IndexOfValue(System.Object value)", index_of_value),
        Method::new("void RemoveAt(int index)", remove_at),
        Method::new("void Remove(System.Object key)", remove_quietly),
        Method::new("void SetByIndex(int index, System.Object value)", set_by_index),
        Method::new("void TrimToSize()", trim_to_size),
        Method::new("System.Object Item(System.Object key) {get;set;}", item),
    ],
    constructors: &[
        Method::new("System.Collections.SortedList new()", new),
        Method::new("System.Collections.SortedList new(int initialCapacity)", new),
        Method::new("System.Collections.SortedList new(System.Collections.IComparer comparer)", new),
        Method::new("System.Collections.SortedList new(System.Collections.IComparer comparer, int capacity)", new),
        Method::new("System.Collections.SortedList new(System.Collections.IDictionary d)", new),
        Method::new(
            "System.Collections.SortedList new(System.Collections.IDictionary d, System.Collections.IComparer comparer)",
            new,
        ),
    ],
    static_methods: &[Method::new(
        "System.Collections.SortedList Synchronized(System.Collections.SortedList list)",
        synchronized,
    )],
    ..TypeTable::of(&known::SORTED_LIST)
};

fn sorted(this: &Value) -> Outcome<&Sorted> {
    receiver::<Sorted>(this)
}

fn key(arguments: &[Value], place: usize) -> Outcome<Value> {
    let key = arguments.value(place);
    if key.is_null() { Err(fault::argument_null("key")) } else { Ok(key) }
}

fn count(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(sorted(this)?.entries.borrow().len() as i32))
}

fn capacity(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let length = sorted(this)?.entries.borrow().len();
    let least = if matches!(sorted(this)?.ty, TypeRef::Native(_)) { 16 } else { 4 };
    Ok(Value::Int(length.next_power_of_two().max(least) as i32))
}

fn set_capacity(_env: &mut dyn Env, this: &Value, value: Value) -> Outcome<()> {
    let wanted = std::slice::from_ref(&value).int(0);
    if wanted < sorted(this)?.entries.borrow().len() as i32 {
        return Err(fault::out_of_range("capacity was less than the current size.", "value"));
    }
    Ok(())
}

fn comparer(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(sorted(this)?.comparer.clone())
}

fn keys(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let sorted = sorted(this)?;
    Ok(Value::native(List::read_only(sorted.key_type(), sorted.keys())))
}

fn values(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let sorted = sorted(this)?;
    Ok(Value::native(List::read_only(sorted.value_type(), sorted.values())))
}

fn key_list(env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    keys(env, this)
}

fn value_list(env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    values(env, this)
}

fn is_read_only(_env: &mut dyn Env, _this: &Value) -> Outcome<Value> {
    Ok(Value::Bool(false))
}

fn is_fixed_size(_env: &mut dyn Env, _this: &Value) -> Outcome<Value> {
    Ok(Value::Bool(false))
}

fn is_synchronized(_env: &mut dyn Env, _this: &Value) -> Outcome<Value> {
    Ok(Value::Bool(false))
}

fn sync_root(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(this.clone())
}

fn duplicate(env: &mut dyn Env, sorted: &Sorted, old: &Value, new: &Value) -> Outcome<Flow> {
    let (old, new) = (convert::object_text(env, old)?, convert::object_text(env, new)?);
    let message = match sorted.ty {
        TypeRef::Native(_) => {
            format!("Item has already been added. Key in dictionary: '{old}'  Key being added: '{new}'")
        }
        _ => format!("An item with the same key has already been added. Key: {new}"),
    };
    Ok(match sorted.ty {
        TypeRef::Native(_) => fault::raise(&ARGUMENT_EXCEPTION, message),
        _ => fault::argument(&message, "key"),
    })
}

fn insert(env: &mut dyn Env, sorted: &Sorted, key: Value, value: Value) -> Outcome<()> {
    match sorted.search(env, &key)? {
        Ok(place) => {
            let old = sorted.entries.borrow().get(place).map(|(key, _)| key.clone()).unwrap_or_default();
            Err(duplicate(env, sorted, &old, &key)?)
        }
        Err(place) => {
            sorted.entries.borrow_mut().insert(place, (key, value));
            Ok(())
        }
    }
}

fn add(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    insert(env, sorted(this)?, key(arguments, 0)?, arguments.value(1))?;
    Ok(Value::Void)
}

fn clear(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    sorted(this)?.entries.borrow_mut().clear();
    Ok(Value::Void)
}

fn clone(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let sorted = sorted(this)?;
    let copy =
        Sorted { ty: sorted.ty.clone(), comparer: sorted.comparer.clone(), entries: RefCell::new(sorted.pairs()) };
    Ok(Value::native(copy))
}

fn contains_key(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Bool(sorted(this)?.search(env, &key(arguments, 0)?)?.is_ok()))
}

fn contains_value(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let values = sorted(this)?.values();
    Ok(Value::Bool(sequence::index_of(env, &values, &arguments.value(0), 0..values.len())? >= 0))
}

fn copy_to(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    sequence::copy_to(sorted(this)?.items_now(), &arguments.value(0), arguments.int(1))
}

fn get_enumerator(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let sorted = sorted(this)?;
    Ok(match sorted.ty {
        TypeRef::Native(_) => enumerator::over_entries(sorted.items_now()),
        _ => enumerator_of(sorted.items_now()),
    })
}

/// `Item(key)`; the generic ones need a key that is there.
fn item(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let sorted = sorted(this)?;
    let key = key(arguments, 0)?;
    match sorted.lookup(env, &key)? {
        Some(value) => Ok(value),
        None if matches!(sorted.ty, TypeRef::Native(_)) => Ok(Value::Null),
        None => {
            let shown = convert::object_text(env, &key)?;
            let message = format!("The given key '{shown}' was not present in the dictionary.");
            Err(fault::raise(&exceptions::KEY_NOT_FOUND_EXCEPTION, message))
        }
    }
}

fn remove(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let sorted = sorted(this)?;
    let place = sorted.search(env, &key(arguments, 0)?)?;
    if let Ok(place) = place {
        sorted.entries.borrow_mut().remove(place);
    }
    Ok(Value::Bool(place.is_ok()))
}

fn remove_quietly(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    remove(env, this, arguments)?;
    Ok(Value::Void)
}

fn remove_at(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let sorted = sorted(this)?;
    let place = sequence::checked(arguments.int(0), sorted.entries.borrow().len())?;
    sorted.entries.borrow_mut().remove(place);
    Ok(Value::Void)
}

fn try_get_value(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let sorted = sorted(this)?;
    let value = sorted.lookup(env, &key(arguments, 0)?)?;
    let found = value.is_some();
    assign(env, arguments.get(1), value.unwrap_or_else(|| default_of(&sorted.value_type())))?;
    Ok(Value::Bool(found))
}

/// The entry at an index.
fn at(this: &Value, arguments: &[Value]) -> Outcome<(Value, Value)> {
    let entries = sorted(this)?.pairs();
    let place = sequence::checked(arguments.int(0), entries.len())?;
    Ok(entries.into_iter().nth(place).unwrap_or_default())
}

fn get_by_index(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(at(this, arguments)?.1)
}

fn get_key(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(at(this, arguments)?.0)
}

fn set_by_index(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let sorted = sorted(this)?;
    let mut entries = sorted.entries.borrow_mut();
    let place = sequence::checked(arguments.int(0), entries.len())?;
    if let Some(slot) = entries.get_mut(place) {
        slot.1 = arguments.value(1);
    }
    Ok(Value::Void)
}

fn index_of_key(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let place = sorted(this)?.search(env, &key(arguments, 0)?)?;
    Ok(Value::Int(place.map_or(-1, |place| place as i32)))
}

fn index_of_value(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let values = sorted(this)?.values();
    sequence::index_of(env, &values, &arguments.value(0), 0..values.len()).map(Value::Int)
}

fn trim_excess(_env: &mut dyn Env, _this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Void)
}

fn trim_to_size(_env: &mut dyn Env, _this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Void)
}

fn synchronized(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(arguments.value(0))
}

fn new(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (source, comparer) = super::source_and_comparer(arguments);
    let sorted = Sorted { ty: type_of_call(this), comparer, entries: RefCell::default() };
    let is_dictionary = source.as_ref().and_then(Value::type_ref).is_some_and(|ty| ty.native().is(&I_DICTIONARY));
    if let Some(source) = source
        && is_dictionary
    {
        for item in items_of(&source) {
            let (key, value) = entry::key_and_value(&item);
            let key = resolve::to_type(env, &key, &sorted.key_type())?;
            let value = resolve::to_type(env, &value, &sorted.value_type())?;
            insert(env, &sorted, key, value)?;
        }
    }
    Ok(Value::native(sorted))
}
