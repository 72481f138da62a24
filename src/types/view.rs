//! `Keys` and `Values` of tables and dictionaries.

use super::arguments::Arguments;
use super::table::{Method, Property, TypeTable};
use super::{enumerator, invoke::receiver, sequence};
use crate::value::types::{I_COLLECTION, NativeType, OBJECT, TypeRef};
use crate::value::{Env, Native, Outcome, Table, Value};
use std::rc::Rc;

/// A collection that shows a table's keys or values as they are now.
struct View {
    table: Rc<Table>,
    of_keys: bool,
    /// The arguments of the generic dictionary whose table it is; none for a plain table.
    arguments: Vec<TypeRef>,
}

static DICTIONARY_KEYS: NativeType =
    NativeType::generic("System.Collections.Generic.Dictionary`2+KeyCollection", 2).implements(&[&I_COLLECTION]);
static DICTIONARY_VALUES: NativeType =
    NativeType::generic("System.Collections.Generic.Dictionary`2+ValueCollection", 2).implements(&[&I_COLLECTION]);

pub(super) static KEY_COLLECTION: NativeType =
    NativeType::class("System.Collections.Hashtable+KeyCollection", &OBJECT).implements(&[&I_COLLECTION]);
pub(super) static VALUE_COLLECTION: NativeType =
    NativeType::class("System.Collections.Hashtable+ValueCollection", &OBJECT).implements(&[&I_COLLECTION]);
pub(super) static ORDERED_COLLECTION: NativeType =
    NativeType::class("System.Collections.Specialized.OrderedDictionary+OrderedDictionaryKeyValueCollection", &OBJECT)
        .implements(&[&I_COLLECTION]);

/// The keys of a table.
pub fn keys(table: Rc<Table>) -> Value {
    Value::native(View { table, of_keys: true, arguments: Vec::new() })
}

/// The values of a table.
pub fn values(table: Rc<Table>) -> Value {
    Value::native(View { table, of_keys: false, arguments: Vec::new() })
}

/// The keys or values of a generic dictionary.
pub(super) fn of_dictionary(table: Rc<Table>, of_keys: bool, arguments: Vec<TypeRef>) -> Value {
    Value::native(View { table, of_keys, arguments })
}

impl View {
    fn content(&self) -> Vec<Value> {
        if self.of_keys { self.table.keys() } else { self.table.values() }
    }
}

impl Native for View {
    fn type_ref(&self) -> TypeRef {
        if !self.arguments.is_empty() {
            let definition = if self.of_keys { &DICTIONARY_KEYS } else { &DICTIONARY_VALUES };
            return TypeRef::Generic(Rc::new((definition, self.arguments.clone())));
        }
        TypeRef::Native(match (self.table.kind.is_ordered(), self.of_keys) {
            (true, _) => &ORDERED_COLLECTION,
            (false, true) => &KEY_COLLECTION,
            (false, false) => &VALUE_COLLECTION,
        })
    }

    fn items(&self) -> Option<Vec<Value>> {
        Some(self.content())
    }

    fn count(&self) -> Option<usize> {
        Some(self.table.len())
    }

    fn index(&self, env: &mut dyn Env, index: &Value) -> Option<Outcome<Value>> {
        Some(sequence::at(env, &self.content(), index))
    }
}

const fn table(ty: &'static NativeType) -> TypeTable {
    TypeTable { properties: PROPERTIES, methods: METHODS, ..TypeTable::of(ty) }
}

static PROPERTIES: &[Property] = &[
    Property::new("Count", "int", count),
    Property::new("IsSynchronized", "bool", |_, _| Ok(Value::Bool(false))),
    Property::new("SyncRoot", "System.Object", |_, this| Ok(this.clone())),
];

static METHODS: &[Method] = &[
    Method::new("void CopyTo(array array, int arrayIndex)", copy_to),
    Method::new("System.Collections.IEnumerator GetEnumerator()", get_enumerator),
];

pub(super) static TABLES: &[&TypeTable] = &[&KEYS, &VALUES, &ORDERED, &GENERIC_KEYS, &GENERIC_VALUES];
static GENERIC_KEYS: TypeTable = table(&DICTIONARY_KEYS);
static GENERIC_VALUES: TypeTable = table(&DICTIONARY_VALUES);
static KEYS: TypeTable = table(&KEY_COLLECTION);
static VALUES: TypeTable = table(&VALUE_COLLECTION);
static ORDERED: TypeTable = table(&ORDERED_COLLECTION);

fn count(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(receiver::<View>(this)?.table.len() as i32))
}

fn copy_to(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    sequence::copy_to(receiver::<View>(this)?.content(), &arguments.value(0), arguments.int(1))
}

fn get_enumerator(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(enumerator::over(receiver::<View>(this)?.content()))
}
