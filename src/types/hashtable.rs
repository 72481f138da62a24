//! `System.Collections.Hashtable` and `System.Collections.Specialized.OrderedDictionary`.

use super::arguments::{Arguments, items_of};
use super::table::{Method, Property, TypeTable};
use super::{compare, entry, enumerator, fault, string_comparer};
use crate::value::error::{ARGUMENT_EXCEPTION, NOT_SUPPORTED_EXCEPTION};
use crate::value::types::{HASHTABLE, ORDERED_DICTIONARY};
use crate::value::{Env, Outcome, Table, TableKind, Value, convert};
use std::rc::Rc;

pub(super) static TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("IsReadOnly", "bool", is_read_only),
        Property::new("IsFixedSize", "bool", is_fixed_size),
        Property::new("IsSynchronized", "bool", is_synchronized),
        Property::new("Keys", "System.Collections.ICollection", keys),
        Property::new("Values", "System.Collections.ICollection", values),
        Property::new("SyncRoot", "System.Object", sync_root),
        Property::new("Count", "int", count),
    ],
    methods: &[
        Method::new("void Add(System.Object key, System.Object value)", add),
        Method::new("void Clear()", clear),
        Method::new("System.Object Clone()", clone),
        Method::new("bool Contains(System.Object key)", contains),
        Method::new("bool ContainsKey(System.Object key)", contains),
        Method::new("bool ContainsValue(System.Object value)", contains_value),
        Method::new("void CopyTo(array array, int arrayIndex)", copy_to),
        Method::new("System.Collections.IDictionaryEnumerator GetEnumerator()", get_enumerator),
        Method::new("void Remove(System.Object key)", remove),
        Method::new("System.Object Item(System.Object key) {get;set;}", item),
    ],
    constructors: &[
        Method::new("hashtable new()", new),
        Method::new("hashtable new(int capacity)", new),
        Method::new("hashtable new(int capacity, float loadFactor)", new),
        Method::new(
            "hashtable new(int capacity, float loadFactor, System.Collections.IEqualityComparer equalityComparer)",
            new,
        ),
        Method::new(
            "hashtable new(System.Collections.IHashCodeProvider hcp, System.Collections.IComparer comparer)",
            new,
        ),
        Method::new("hashtable new(System.Collections.IEqualityComparer equalityComparer)", new),
        Method::new(
            "hashtable new(int capacity, System.Collections.IHashCodeProvider hcp, System.Collections.IComparer comparer)",
            new,
        ),
        Method::new("hashtable new(int capacity, System.Collections.IEqualityComparer equalityComparer)", new),
        Method::new("hashtable new(System.Collections.IDictionary d)", new),
        Method::new("hashtable new(System.Collections.IDictionary d, float loadFactor)", new),
        Method::new(
            "hashtable new(System.Collections.IDictionary d, System.Collections.IHashCodeProvider hcp, System.Collections.IComparer comparer)",
            new,
        ),
        Method::new(
            "hashtable new(System.Collections.IDictionary d, System.Collections.IEqualityComparer equalityComparer)",
            new,
        ),
        Method::new(
            "hashtable new(int capacity, float loadFactor, System.Collections.IHashCodeProvider hcp, System.Collections.IComparer comparer)",
            new,
        ),
        Method::new(
            "hashtable new(System.Collections.IDictionary d, float loadFactor, System.Collections.IHashCodeProvider hcp, System.Collections.IComparer comparer)",
            new,
        ),
        Method::new(
            "hashtable new(System.Collections.IDictionary d, float loadFactor, System.Collections.IEqualityComparer equalityComparer)",
            new,
        ),
    ],
    static_methods: &[Method::new("hashtable Synchronized(hashtable table)", synchronized)],
    ..TypeTable::of(&HASHTABLE)
};

pub(super) static ORDERED: TypeTable = TypeTable {
    properties: &[
        Property::new("Count", "int", count),
        Property::new("IsReadOnly", "bool", is_read_only),
        Property::new("Keys", "System.Collections.ICollection", keys),
        Property::new("Values", "System.Collections.ICollection", values),
    ],
    methods: &[
        Method::new("void Add(System.Object key, System.Object value)", add),
        Method::new("void Clear()", clear),
        Method::new("ordered AsReadOnly()", as_read_only),
        Method::new("bool Contains(System.Object key)", contains),
        Method::new("void CopyTo(array array, int index)", copy_to),
        Method::new("void Insert(int index, System.Object key, System.Object value)", insert),
        Method::new("void RemoveAt(int index)", remove_at),
        Method::new("void Remove(System.Object key)", remove),
        Method::new("System.Collections.IDictionaryEnumerator GetEnumerator()", get_enumerator),
        Method::new("System.Object Item(int index) {get;set;}", item),
        Method::new("System.Object Item(System.Object key) {get;set;}", item),
    ],
    constructors: &[
        Method::new("ordered new()", new),
        Method::new("ordered new(int capacity)", new),
        Method::new("ordered new(System.Collections.IEqualityComparer comparer)", new),
        Method::new("ordered new(int capacity, System.Collections.IEqualityComparer comparer)", new),
    ],
    ..TypeTable::of(&ORDERED_DICTIONARY)
};

fn table(this: &Value) -> Outcome<&Rc<Table>> {
    match this {
        Value::Table(table) => Ok(table),
        _ => Err(fault::null_reference()),
    }
}

/// The table, which must not be read-only.
fn writable(this: &Value) -> Outcome<&Rc<Table>> {
    let table = table(this)?;
    if table.read_only.get() {
        let message = "The OrderedDictionary is readonly and cannot be modified.";
        return Err(fault::raise(&NOT_SUPPORTED_EXCEPTION, message));
    }
    Ok(table)
}

/// A key, which must not be null.
fn key(arguments: &[Value], place: usize) -> Outcome<Value> {
    let key = arguments.value(place);
    if key.is_null() { Err(fault::argument_null("key")) } else { Ok(key) }
}

fn is_read_only(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Bool(table(this)?.read_only.get()))
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

fn keys(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(super::view::keys(table(this)?.clone()))
}

fn values(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(super::view::values(table(this)?.clone()))
}

fn count(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(table(this)?.len() as i32))
}

fn add(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let table = writable(this)?;
    let key = key(arguments, 0)?;
    if let Some(old) = table.keys().into_iter().find(|old| table.key(old) == table.key(&key)) {
        return Err(duplicate(env, &old, &key)?);
    }
    table.set(key, arguments.value(1));
    Ok(Value::Void)
}

fn duplicate(env: &mut dyn Env, old: &Value, new: &Value) -> Outcome<crate::value::Flow> {
    let (old, new) = (convert::object_text(env, old)?, convert::object_text(env, new)?);
    let message = format!("Item has already been added. Key in dictionary: '{old}'  Key being added: '{new}'");
    Ok(fault::raise(&ARGUMENT_EXCEPTION, message))
}

fn clear(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    writable(this)?.clear();
    Ok(Value::Void)
}

fn clone(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Table(Rc::new(table(this)?.copied())))
}

fn contains(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Bool(table(this)?.contains(&key(arguments, 0)?)))
}

fn contains_value(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let wanted = arguments.value(0);
    for value in table(this)?.values() {
        if compare::equals(env, &value, &wanted)? {
            return Ok(Value::Bool(true));
        }
    }
    Ok(Value::Bool(false))
}

fn copy_to(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let entries = table(this)?.pairs().into_iter().map(|(key, value)| entry::entry(key, value)).collect();
    super::sequence::copy_to(entries, &arguments.value(0), arguments.int(1))
}

fn get_enumerator(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let entries = table(this)?.pairs().into_iter().map(|(key, value)| entry::entry(key, value)).collect();
    Ok(enumerator::over_entries(entries))
}

fn remove(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    writable(this)?.remove(&key(arguments, 0)?);
    Ok(Value::Void)
}

/// The table with the entries of a dictionary that a constructor was given.
fn filled(table: Table, arguments: &[Value]) -> Value {
    for argument in arguments {
        let is_dictionary = argument.type_ref().is_some_and(|ty| ty.native().is(&crate::value::types::I_DICTIONARY));
        if is_dictionary {
            for item in items_of(argument) {
                let (key, value) = entry::key_and_value(&item);
                table.set(key, value);
            }
        }
    }
    Value::Table(Rc::new(table))
}

/// Whether one of the arguments is a comparer without regard to case.
fn ignores_case(arguments: &[Value]) -> bool {
    arguments.iter().any(string_comparer::ignores_case)
}

fn new(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let ordered = super::invoke::type_of_call(this).native() == &ORDERED_DICTIONARY;
    if let Some(Value::Int(capacity)) = arguments.first()
        && *capacity < 0
    {
        return Err(fault::out_of_range("Non-negative number required.", "capacity"));
    }
    let kind = match (ordered, ignores_case(arguments)) {
        (true, true) => TableKind::Ordered,
        (true, false) => TableKind::SensitiveOrdered,
        (false, true) => TableKind::Hashtable,
        (false, false) => TableKind::SensitiveHashtable,
    };
    Ok(filled(Table::new(kind), arguments))
}

fn synchronized(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(arguments.value(0))
}

fn as_read_only(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let copy = table(this)?.copied();
    copy.read_only.set(true);
    Ok(Value::Table(Rc::new(copy)))
}

fn insert(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let table = writable(this)?;
    let (index, key) = (arguments.int(0), key(arguments, 1)?);
    if index < 0 {
        return Err(fault::negative("index", index.into()));
    }
    if index as usize > table.len() {
        return Err(fault::too_large("index", index.into(), table.len() as i64));
    }
    if let Some(old) = table.keys().into_iter().find(|old| table.key(old) == table.key(&key)) {
        return Err(duplicate(env, &old, &key)?);
    }
    table.insert_at(index as usize, key, arguments.value(2));
    Ok(Value::Void)
}

fn remove_at(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let table = writable(this)?;
    let index = arguments.int(0);
    if index < 0 {
        return Err(fault::negative("index", index.into()));
    }
    if table.remove_at(index as usize).is_none() {
        let message = format!("index ('{index}') must be less than '{}'.", table.len());
        return Err(fault::out_of_range_value(&message, "index", &index.to_string()));
    }
    Ok(Value::Void)
}

/// `Item(key)`, and `Item(index)` of an ordered one.
fn item(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let table = table(this)?;
    match arguments.first() {
        Some(Value::Int(index)) if table.kind.is_ordered() => usize::try_from(*index)
            .ok()
            .and_then(|index| table.at(index))
            .map(|(_, value)| value)
            .ok_or_else(fault::bad_index),
        _ => Ok(table.get(&key(arguments, 0)?).unwrap_or_default()),
    }
}
