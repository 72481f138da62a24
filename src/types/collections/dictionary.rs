//! ``Dictionary`2`` and ``ConcurrentDictionary`2``: values by keys of one type.

use super::{enumerator_of, key_ignores_case, pair};
use crate::types::arguments::{Arguments, items_of};
use crate::types::invoke::{assign, receiver, type_of_call};
use crate::types::table::{Method, Property, TypeTable};
use crate::types::{compare, default_of, delegate, entry, exceptions, fault, known, resolve, view};
use crate::value::error::ARGUMENT_EXCEPTION;
use crate::value::types::{NativeType, OBJECT, STRING, TypeRef};
use crate::value::{Array, Env, Flow, Native, Outcome, Table, TableKind, Value, convert};
use std::rc::Rc;

/// What `$PSBoundParameters` is.
pub static BOUND_PARAMETERS: NativeType =
    NativeType::class("System.Management.Automation.PSBoundParametersDictionary", &known::DICTIONARY_2);
/// What a `dynamicparam` block gives.
pub static RUNTIME_PARAMETERS: NativeType =
    NativeType::class("System.Management.Automation.RuntimeDefinedParameterDictionary", &known::DICTIONARY_2);
/// A parameter that is defined while a command runs.
pub static RUNTIME_PARAMETER: NativeType =
    NativeType::class("System.Management.Automation.RuntimeDefinedParameter", &OBJECT);

/// The type arguments of a class that derives from ``Dictionary`2``.
pub(in crate::types) fn derived_arguments(ty: &'static NativeType) -> Vec<TypeRef> {
    let value = if std::ptr::eq(ty, &BOUND_PARAMETERS) {
        &OBJECT
    } else if std::ptr::eq(ty, &RUNTIME_PARAMETERS) {
        &RUNTIME_PARAMETER
    } else {
        return Vec::new();
    };
    vec![TypeRef::Native(&STRING), TypeRef::Native(value)]
}

/// A dictionary; text keys differ by case unless a comparer says otherwise.
pub struct Dictionary {
    ty: TypeRef,
    comparer: Value,
    table: Rc<Table>,
}

impl Dictionary {
    fn of_type(ty: TypeRef, comparer: Value) -> Dictionary {
        let kind = if key_ignores_case(&comparer) { TableKind::Hashtable } else { TableKind::SensitiveHashtable };
        Dictionary { ty, comparer, table: Rc::new(Table::new(kind)) }
    }

    /// An empty ``Dictionary`2``.
    pub fn new(key: TypeRef, value: TypeRef, comparer: Value) -> Dictionary {
        Dictionary::of_type(TypeRef::Generic(Rc::new((&known::DICTIONARY_2, vec![key, value]))), comparer)
    }

    /// An empty dictionary of a class that derives from ``Dictionary`2``; its text keys ignore case.
    pub fn derived(ty: &'static NativeType) -> Dictionary {
        let table = Rc::new(Table::new(TableKind::Hashtable));
        Dictionary { ty: TypeRef::Native(ty), comparer: Value::Null, table }
    }

    /// The entries in order.
    pub fn pairs(&self) -> Vec<(Value, Value)> {
        self.table.pairs()
    }

    pub fn len(&self) -> usize {
        self.table.len()
    }

    pub fn is_empty(&self) -> bool {
        self.table.is_empty()
    }

    pub fn get(&self, key: &Value) -> Option<Value> {
        self.table.get(key)
    }

    /// Sets a value, both already of the dictionary's types.
    pub fn set(&self, key: Value, value: Value) {
        self.table.set(key, value);
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

    /// The entries as pairs.
    pub(super) fn entries(&self) -> Vec<Value> {
        let arguments = self.arguments();
        self.table.pairs().into_iter().map(|(key, value)| pair::pair(&arguments, key, value)).collect()
    }

    fn store(&self, env: &mut dyn Env, key: &Value, value: &Value) -> Outcome<()> {
        let key = resolve::to_type(env, key, &self.key_type())?;
        let value = resolve::to_type(env, value, &self.value_type())?;
        self.table.set(key, value);
        Ok(())
    }
}

impl Native for Dictionary {
    fn type_ref(&self) -> TypeRef {
        self.ty.clone()
    }

    fn count(&self) -> Option<usize> {
        Some(self.table.len())
    }

    fn index(&self, env: &mut dyn Env, index: &Value) -> Option<Outcome<Value>> {
        Some(resolve::to_type(env, index, &self.key_type()).map(|key| self.table.get(&key).unwrap_or_default()))
    }

    fn set_index(&self, env: &mut dyn Env, index: &Value, value: Value) -> Option<Outcome<()>> {
        Some(self.store(env, index, &value))
    }

    fn dictionary_pairs(&self) -> Option<Vec<(Value, Value)>> {
        Some(self.table.pairs())
    }

    fn dynamic_property(&self, name: &str) -> Option<Value> {
        self.table.get_text(name)
    }

    fn set_dynamic_property(&self, env: &mut dyn Env, name: &str, value: &Value) -> Option<Outcome<()>> {
        Some(self.store(env, &Value::from(name), value))
    }
}

pub(super) static TABLES: &[&TypeTable] = &[&BOUND, &CONCURRENT, &DICTIONARY, &RUNTIME];

static BOUND: TypeTable = TypeTable::of(&BOUND_PARAMETERS);

static RUNTIME: TypeTable = TypeTable {
    constructors: &[Method::new("System.Management.Automation.RuntimeDefinedParameterDictionary new()", |_, _, _| {
        Ok(Value::native(Dictionary::derived(&RUNTIME_PARAMETERS)))
    })],
    ..TypeTable::of(&RUNTIME_PARAMETERS)
};

static DICTIONARY: TypeTable = TypeTable {
    properties: &[
        Property::new("Comparer", "System.Collections.Generic.IEqualityComparer[TKey]", comparer),
        Property::new("Count", "int", count),
        Property::new("Capacity", "int", capacity),
        Property::new("Keys", "System.Collections.Generic.Dictionary`2+KeyCollection[TKey,TValue]", keys),
        Property::new("Values", "System.Collections.Generic.Dictionary`2+ValueCollection[TKey,TValue]", values),
    ],
    methods: &[
        Method::new("void Add(TKey key, TValue value)", add),
        Method::new("void Clear()", clear),
        Method::new("bool ContainsKey(TKey key)", contains_key),
        Method::new("bool ContainsValue(TValue value)", contains_value),
        Method::new("System.Collections.Generic.Dictionary`2+Enumerator[TKey,TValue] GetEnumerator()", get_enumerator),
        Method::new("bool Remove(TKey key)", remove),
        Method::new("bool Remove(TKey key, [ref] TValue value)", remove),
        Method::new("bool TryGetValue(TKey key, [ref] TValue value)", try_get_value),
        Method::new("bool TryAdd(TKey key, TValue value)", try_add),
        Method::new("int EnsureCapacity(int capacity)", ensure_capacity),
        Method::new("void TrimExcess()", trim_excess),
        Method::new("void TrimExcess(int capacity)", trim_excess),
        Method::new("TValue Item(TKey key) {get;set;}", item),
    ],
    constructors: &[
        Method::new("System.Collections.Generic.Dictionary[TKey,TValue] new()", new),
        Method::new("System.Collections.Generic.Dictionary[TKey,TValue] new(int capacity)", new),
        Method::new(
            "System.Collections.Generic.Dictionary[TKey,TValue] new(System.Collections.Generic.IEqualityComparer[TKey] comparer)",
            new,
        ),
        Method::new(
            "System.Collections.Generic.Dictionary[TKey,TValue] new(int capacity, System.Collections.Generic.IEqualityComparer[TKey] comparer)",
            new,
        ),
        Method::new(
            "System.Collections.Generic.Dictionary[TKey,TValue] new(System.Collections.Generic.IDictionary[TKey,TValue] dictionary)",
            new,
        ),
        Method::new(
            "System.Collections.Generic.Dictionary[TKey,TValue] new(System.Collections.Generic.IDictionary[TKey,TValue] dictionary, System.Collections.Generic.IEqualityComparer[TKey] comparer)",
            new,
        ),
        Method::new(
            "System.Collections.Generic.Dictionary[TKey,TValue] new(System.Collections.Generic.IEnumerable[System.Collections.Generic.KeyValuePair[TKey,TValue]] collection)",
            new,
        ),
        Method::new(
            "System.Collections.Generic.Dictionary[TKey,TValue] new(System.Collections.Generic.IEnumerable[System.Collections.Generic.KeyValuePair[TKey,TValue]] collection, System.Collections.Generic.IEqualityComparer[TKey] comparer)",
            new,
        ),
    ],
    ..TypeTable::of(&known::DICTIONARY_2)
};

static CONCURRENT: TypeTable = TypeTable {
    properties: &[
        Property::new("Comparer", "System.Collections.Generic.IEqualityComparer[TKey]", comparer),
        Property::new("Count", "int", count),
        Property::new("IsEmpty", "bool", is_empty),
        Property::new("Keys", "System.Collections.Generic.ICollection[TKey]", keys),
        Property::new("Values", "System.Collections.Generic.ICollection[TValue]", values),
    ],
    methods: &[
        Method::new("bool TryAdd(TKey key, TValue value)", try_add),
        Method::new("bool ContainsKey(TKey key)", contains_key),
        Method::new("bool TryRemove(TKey key, [ref] TValue value)", try_remove),
        Method::new("bool TryRemove(System.Collections.Generic.KeyValuePair[TKey,TValue] item)", try_remove),
        Method::new("bool TryGetValue(TKey key, [ref] TValue value)", try_get_value),
        Method::new("TValue Item(TKey key) {get;set;}", item),
        Method::new("bool TryUpdate(TKey key, TValue newValue, TValue comparisonValue)", try_update),
        Method::new("void Clear()", clear),
        Method::new("System.Collections.Generic.KeyValuePair[TKey,TValue][] ToArray()", to_array),
        Method::new(
            "System.Collections.Generic.IEnumerator[System.Collections.Generic.KeyValuePair[TKey,TValue]] GetEnumerator()",
            get_enumerator,
        ),
        Method::new("TValue GetOrAdd(TKey key, System.Func[TKey,TValue] valueFactory)", get_or_add),
        Method::new(
            "TValue GetOrAdd[TArg](TKey key, System.Func[string,TArg,TValue] valueFactory, TArg factoryArgument)",
            get_or_add,
        ),
        Method::new("TValue GetOrAdd(TKey key, TValue value)", get_or_add),
        Method::new(
            "TValue AddOrUpdate[TArg](TKey key, System.Func[string,TArg,TValue] addValueFactory, System.Func[string,TValue,TArg,TValue] updateValueFactory, TArg factoryArgument)",
            add_or_update,
        ),
        Method::new(
            "TValue AddOrUpdate(TKey key, System.Func[TKey,TValue] addValueFactory, System.Func[string,TValue,TValue] updateValueFactory)",
            add_or_update,
        ),
        Method::new(
            "TValue AddOrUpdate(TKey key, TValue addValue, System.Func[string,TValue,TValue] updateValueFactory)",
            add_or_update,
        ),
    ],
    constructors: &[
        Method::new("System.Collections.Concurrent.ConcurrentDictionary[TKey,TValue] new()", new),
        Method::new(
            "System.Collections.Concurrent.ConcurrentDictionary[TKey,TValue] new(int concurrencyLevel, int capacity)",
            new,
        ),
        Method::new(
            "System.Collections.Concurrent.ConcurrentDictionary[TKey,TValue] new(System.Collections.Generic.IEnumerable[System.Collections.Generic.KeyValuePair[TKey,TValue]] collection)",
            new,
        ),
        Method::new(
            "System.Collections.Concurrent.ConcurrentDictionary[TKey,TValue] new(System.Collections.Generic.IEqualityComparer[TKey] comparer)",
            new,
        ),
        Method::new(
            "System.Collections.Concurrent.ConcurrentDictionary[TKey,TValue] new(System.Collections.Generic.IEnumerable[System.Collections.Generic.KeyValuePair[TKey,TValue]] collection, System.Collections.Generic.IEqualityComparer[TKey] comparer)",
            new,
        ),
        Method::new(
            "System.Collections.Concurrent.ConcurrentDictionary[TKey,TValue] new(int concurrencyLevel, System.Collections.Generic.IEnumerable[System.Collections.Generic.KeyValuePair[TKey,TValue]] collection, System.Collections.Generic.IEqualityComparer[TKey] comparer)",
            new,
        ),
        Method::new(
            "System.Collections.Concurrent.ConcurrentDictionary[TKey,TValue] new(int concurrencyLevel, int capacity, System.Collections.Generic.IEqualityComparer[TKey] comparer)",
            new,
        ),
    ],
    ..TypeTable::of(&known::CONCURRENT_DICTIONARY_2)
};

fn dictionary(this: &Value) -> Outcome<&Dictionary> {
    receiver::<Dictionary>(this)
}

fn key(arguments: &[Value], place: usize) -> Outcome<Value> {
    let key = arguments.value(place);
    if key.is_null() { Err(fault::argument_null("key")) } else { Ok(key) }
}

fn comparer(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(dictionary(this)?.comparer.clone())
}

fn count(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(dictionary(this)?.len() as i32))
}

fn capacity(env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    count(env, this)
}

fn is_empty(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Bool(dictionary(this)?.is_empty()))
}

fn keys(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let dictionary = dictionary(this)?;
    Ok(view::of_dictionary(dictionary.table.clone(), true, dictionary.arguments()))
}

fn values(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let dictionary = dictionary(this)?;
    Ok(view::of_dictionary(dictionary.table.clone(), false, dictionary.arguments()))
}

/// The key is there already.
fn duplicate(env: &mut dyn Env, key: &Value) -> Outcome<Flow> {
    let shown = convert::object_text(env, key)?;
    let message = format!("An item with the same key has already been added. Key: {shown}");
    Ok(fault::raise(&ARGUMENT_EXCEPTION, message))
}

fn add(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let dictionary = dictionary(this)?;
    let key = key(arguments, 0)?;
    if dictionary.table.contains(&key) {
        return Err(duplicate(env, &key)?);
    }
    dictionary.table.set(key, arguments.value(1));
    Ok(Value::Void)
}

fn try_add(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let dictionary = dictionary(this)?;
    let key = key(arguments, 0)?;
    let is_new = !dictionary.table.contains(&key);
    if is_new {
        dictionary.table.set(key, arguments.value(1));
    }
    Ok(Value::Bool(is_new))
}

fn clear(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    dictionary(this)?.table.clear();
    Ok(Value::Void)
}

fn contains_key(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Bool(dictionary(this)?.table.contains(&key(arguments, 0)?)))
}

fn contains_value(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    for value in dictionary(this)?.table.values() {
        if compare::equals(env, &value, &arguments.value(0))? {
            return Ok(Value::Bool(true));
        }
    }
    Ok(Value::Bool(false))
}

fn get_enumerator(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(enumerator_of(dictionary(this)?.entries()))
}

/// `Item(key)`, which needs a key that is there.
fn item(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let key = key(arguments, 0)?;
    match dictionary(this)?.table.get(&key) {
        Some(value) => Ok(value),
        None => {
            let shown = convert::object_text(env, &key)?;
            let message = format!("The given key '{shown}' was not present in the dictionary.");
            Err(fault::raise(&exceptions::KEY_NOT_FOUND_EXCEPTION, message))
        }
    }
}

fn remove(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let dictionary = dictionary(this)?;
    let removed = dictionary.table.remove(&key(arguments, 0)?);
    let was_there = removed.is_some();
    if arguments.len() > 1 {
        assign(env, arguments.get(1), removed.unwrap_or_else(|| default_of(&dictionary.value_type())))?;
    }
    Ok(Value::Bool(was_there))
}

fn try_remove(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let wanted = arguments.value(0);
    let Some(pair) = wanted.downcast::<pair::Pair>() else { return remove(env, this, arguments) };
    let dictionary = dictionary(this)?;
    let same = match dictionary.table.get(&pair.key) {
        Some(value) => compare::equals(env, &value, &pair.value)?,
        None => false,
    };
    if same {
        dictionary.table.remove(&pair.key);
    }
    Ok(Value::Bool(same))
}

fn try_get_value(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let dictionary = dictionary(this)?;
    let value = dictionary.table.get(&key(arguments, 0)?);
    let found = value.is_some();
    assign(env, arguments.get(1), value.unwrap_or_else(|| default_of(&dictionary.value_type())))?;
    Ok(Value::Bool(found))
}

fn try_update(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let dictionary = dictionary(this)?;
    let key = key(arguments, 0)?;
    let same = match dictionary.table.get(&key) {
        Some(value) => compare::equals(env, &value, &arguments.value(2))?,
        None => false,
    };
    if same {
        dictionary.table.set(key, arguments.value(1));
    }
    Ok(Value::Bool(same))
}

/// A value that is given, or made by a function of the key.
fn made(env: &mut dyn Env, source: &Value, arguments: &[Value], ty: &TypeRef) -> Outcome<Value> {
    let is_function = source
        .type_ref()
        .is_some_and(|ty| ty.native().is(&known::DELEGATE) || ty.native().is(&crate::value::types::SCRIPT_BLOCK));
    if !is_function {
        return Ok(source.clone());
    }
    let value = delegate::invoke(env, source, arguments)?;
    resolve::to_type(env, &value, ty)
}

fn get_or_add(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let dictionary = dictionary(this)?;
    let key = key(arguments, 0)?;
    if let Some(value) = dictionary.table.get(&key) {
        return Ok(value);
    }
    let value = made(env, &arguments.value(1), std::slice::from_ref(&key), &dictionary.value_type())?;
    dictionary.table.set(key, value.clone());
    Ok(value)
}

fn add_or_update(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let dictionary = dictionary(this)?;
    let key = key(arguments, 0)?;
    let ty = dictionary.value_type();
    let value = match dictionary.table.get(&key) {
        Some(old) => made(env, &arguments.value(2), &[key.clone(), old], &ty)?,
        None => made(env, &arguments.value(1), std::slice::from_ref(&key), &ty)?,
    };
    dictionary.table.set(key, value.clone());
    Ok(value)
}

fn to_array(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let dictionary = dictionary(this)?;
    let element = TypeRef::Generic(Rc::new((&known::KEY_VALUE_PAIR_2, dictionary.arguments())));
    Ok(Value::Array(Rc::new(Array::typed(element, dictionary.entries()))))
}

fn ensure_capacity(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Int(arguments.int(0).max(dictionary(this)?.len() as i32)))
}

fn trim_excess(_env: &mut dyn Env, _this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Void)
}

fn new(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (source, comparer) = super::source_and_comparer(arguments);
    let dictionary = Dictionary::of_type(type_of_call(this), comparer);
    match source {
        Some(source) if source.is_null() => return Err(fault::argument_null("dictionary")),
        Some(source) => {
            for item in items_of(&source) {
                let (key, value) = entry::key_and_value(&item);
                if dictionary.table.contains(&key) {
                    return Err(duplicate(env, &key)?);
                }
                dictionary.table.set(key, value);
            }
        }
        None => {}
    }
    Ok(Value::native(dictionary))
}
