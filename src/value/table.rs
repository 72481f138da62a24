//! `Hashtable` and `OrderedDictionary`: keys of any type, text keys without regard to case as `@{ }` makes them.
//!
//! Both keep the order of insertion. .NET's order for a `Hashtable` with text keys changes from run to run, so that no
//! script can rely on it.

use super::types::{self, TypeRef};
use super::{Extra, Value};
use crate::text::Str;
use crate::text::symbol::{fold, fold_char, same_name};
use indexmap::map::Entry;
use indexmap::{Equivalent, IndexMap};
use std::cell::{Cell, RefCell};
use std::hash::{Hash, Hasher};
use std::rc::Rc;

/// A table of keys and values.
pub struct Table {
    pub kind: TableKind,
    entries: RefCell<IndexMap<TableKey, (Value, Value)>>,
    /// `IsReadOnly`.
    pub read_only: Cell<bool>,
    pub extra: Extra,
}

/// Which class it is, and whether text keys differ by case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableKind {
    /// `@{ }`
    Hashtable,
    /// `[hashtable]::new()`: text keys differ by case.
    SensitiveHashtable,
    /// `[ordered]@{ }`
    Ordered,
    /// `[System.Collections.Specialized.OrderedDictionary]::new()`.
    SensitiveOrdered,
}

impl TableKind {
    pub fn is_ordered(self) -> bool {
        matches!(self, TableKind::Ordered | TableKind::SensitiveOrdered)
    }

    fn is_sensitive(self) -> bool {
        matches!(self, TableKind::SensitiveHashtable | TableKind::SensitiveOrdered)
    }
}

/// A key by .NET's `Equals`: values of different types are never equal, texts by the table's case rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableKey {
    /// Compared without case; holds the folded text.
    Folded(Str),
    Text(Str),
    /// A scalar: its type's tag and its bits.
    Scalar(u8, u64),
    /// A value that is compared by its content, such as a decimal or a date: the type's name and its canonical text.
    Content(Str, Str),
    /// An object that is compared by its identity.
    Identity(usize),
    Null,
}

impl Hash for TableKey {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match self {
            TableKey::Folded(text) => hash_folded(text, state),
            TableKey::Text(text) => text.as_bytes().hash(state),
            TableKey::Scalar(tag, bits) => (tag, bits).hash(state),
            TableKey::Content(kind, text) => (kind, text).hash(state),
            TableKey::Identity(address) => address.hash(state),
            TableKey::Null => 0_u8.hash(state),
        }
    }
}

fn hash_folded<H: Hasher>(text: &str, state: &mut H) {
    if text.is_ascii() {
        for byte in text.bytes() {
            state.write_u8(byte.to_ascii_uppercase());
        }
    } else {
        let mut buffer = [0; 4];
        for c in text.chars() {
            for byte in fold_char(c).encode_utf8(&mut buffer).bytes() {
                state.write_u8(byte);
            }
        }
    }
    state.write_u8(0xff);
}

/// A text to look up without making a key of it.
struct FoldedText<'a>(&'a str);

impl Hash for FoldedText<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        hash_folded(self.0, state);
    }
}

impl Equivalent<TableKey> for FoldedText<'_> {
    fn equivalent(&self, key: &TableKey) -> bool {
        matches!(key, TableKey::Folded(text) if same_name(text, self.0))
    }
}

/// A text to look up by its very letters.
struct ExactText<'a>(&'a str);

impl Hash for ExactText<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.as_bytes().hash(state);
    }
}

impl Equivalent<TableKey> for ExactText<'_> {
    fn equivalent(&self, key: &TableKey) -> bool {
        matches!(key, TableKey::Text(text) if text == self.0)
    }
}

impl TableKey {
    /// The key of a value; `sensitive` says whether text differs by case.
    pub fn of(value: &Value, sensitive: bool) -> TableKey {
        match value.base() {
            Value::Null | Value::Void => TableKey::Null,
            Value::Str(text) if sensitive => TableKey::Text(text.clone()),
            Value::Str(text) => TableKey::Folded(Str::from(fold(text))),
            Value::Bool(b) => TableKey::Scalar(0, u64::from(*b)),
            Value::Char(c) => TableKey::Scalar(1, u64::from(*c)),
            Value::SByte(n) => TableKey::Scalar(2, i64::from(*n).cast_unsigned()),
            Value::Byte(n) => TableKey::Scalar(3, u64::from(*n)),
            Value::Int16(n) => TableKey::Scalar(4, i64::from(*n).cast_unsigned()),
            Value::UInt16(n) => TableKey::Scalar(5, u64::from(*n)),
            Value::Int(n) => TableKey::Scalar(6, i64::from(*n).cast_unsigned()),
            Value::UInt32(n) => TableKey::Scalar(7, u64::from(*n)),
            Value::Long(n) => TableKey::Scalar(8, n.cast_unsigned()),
            Value::UInt64(n) => TableKey::Scalar(9, *n),
            Value::Single(n) => TableKey::Scalar(10, u64::from(if *n == 0.0 { 0 } else { n.to_bits() })),
            Value::Double(n) => TableKey::Scalar(11, if *n == 0.0 { 0 } else { n.to_bits() }),
            Value::Decimal(n) => TableKey::Content("decimal".into(), n.normalize().to_string().into()),
            Value::BigInt(n) => TableKey::Content("bigint".into(), n.to_string().into()),
            Value::Enum(value) => TableKey::Content(value.ty.full_name().into(), value.value.to_string().into()),
            Value::Type(ty) => TableKey::Content("type".into(), ty.full_name().into()),
            Value::Native(native) => match native.data().content_key() {
                Some(text) => TableKey::Content(native.type_ref().full_name().into(), text),
                None => identity(native),
            },
            Value::Array(array) => identity(array),
            Value::Table(table) => identity(table),
            Value::Object(object) => identity(object),
            Value::Instance(instance) => identity(instance),
        }
    }
}

fn identity<T>(object: &Rc<T>) -> TableKey {
    TableKey::Identity(Rc::as_ptr(object).cast::<()>() as usize)
}

impl Table {
    pub fn new(kind: TableKind) -> Table {
        Table { kind, entries: RefCell::default(), read_only: Cell::new(false), extra: Extra::default() }
    }

    pub fn type_ref(&self) -> TypeRef {
        TypeRef::Native(if self.kind.is_ordered() { &types::ORDERED_DICTIONARY } else { &types::HASHTABLE })
    }

    pub fn len(&self) -> usize {
        self.entries.borrow().len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn key(&self, key: &Value) -> TableKey {
        TableKey::of(key, self.kind.is_sensitive())
    }

    pub fn get(&self, key: &Value) -> Option<Value> {
        if let Value::Str(text) = key.base() {
            return self.get_text(text);
        }
        self.entries.borrow().get(&self.key(key)).map(|(_, value)| value.clone())
    }

    /// The value of a text key.
    pub fn get_text(&self, key: &str) -> Option<Value> {
        let entries = self.entries.borrow();
        let found = if self.kind.is_sensitive() { entries.get(&ExactText(key)) } else { entries.get(&FoldedText(key)) };
        found.map(|(_, value)| value.clone())
    }

    /// The key and the value at a position.
    pub fn at(&self, index: usize) -> Option<(Value, Value)> {
        self.entries.borrow().get_index(index).map(|(_, entry)| entry.clone())
    }

    pub fn contains(&self, key: &Value) -> bool {
        self.entries.borrow().contains_key(&self.key(key))
    }

    /// Sets the value of a key; an old key keeps its spelling and its place.
    pub fn set(&self, key: Value, value: Value) {
        match self.entries.borrow_mut().entry(self.key(&key)) {
            Entry::Occupied(mut entry) => entry.get_mut().1 = value,
            Entry::Vacant(entry) => {
                entry.insert((key, value));
            }
        }
    }

    /// Sets the value at a position; false when there is none.
    pub fn set_at(&self, index: usize, value: Value) -> bool {
        match self.entries.borrow_mut().get_index_mut(index) {
            Some((_, entry)) => {
                entry.1 = value;
                true
            }
            None => false,
        }
    }

    /// Inserts a new key at a position; false when the position lies past the end or the key is there.
    pub fn insert_at(&self, index: usize, key: Value, value: Value) -> bool {
        let mut entries = self.entries.borrow_mut();
        let table_key = self.key(&key);
        if index > entries.len() || entries.contains_key(&table_key) {
            return false;
        }
        entries.shift_insert(index, table_key, (key, value));
        true
    }

    pub fn remove(&self, key: &Value) -> Option<Value> {
        let key = self.key(key);
        self.entries.borrow_mut().shift_remove(&key).map(|(_, value)| value)
    }

    pub fn remove_at(&self, index: usize) -> Option<(Value, Value)> {
        self.entries.borrow_mut().shift_remove_index(index).map(|(_, entry)| entry)
    }

    pub fn clear(&self) {
        self.entries.borrow_mut().clear();
    }

    pub fn keys(&self) -> Vec<Value> {
        self.entries.borrow().values().map(|(key, _)| key.clone()).collect()
    }

    pub fn values(&self) -> Vec<Value> {
        self.entries.borrow().values().map(|(_, value)| value.clone()).collect()
    }

    /// Keys and values in order.
    pub fn pairs(&self) -> Vec<(Value, Value)> {
        self.entries.borrow().values().cloned().collect()
    }

    /// A copy of the table with the same values.
    pub fn copied(&self) -> Table {
        Table { entries: RefCell::new(self.entries.borrow().clone()), ..Table::new(self.kind) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_keys_ignore_case_and_keep_their_first_spelling() {
        let table = Table::new(TableKind::Ordered);
        table.set(Value::from("Pin"), Value::Int(1));
        table.set(Value::from("PIN"), Value::Int(2));
        assert_eq!(table.len(), 1);
        assert!(matches!(table.get_text("pin"), Some(Value::Int(2))));
        assert_eq!(table.keys()[0].as_str().map(Str::as_str), Some("Pin"));
    }

    #[test]
    fn keys_of_different_types_differ() {
        let table = Table::new(TableKind::Hashtable);
        table.set(Value::Int(1), Value::Null);
        assert!(!table.contains(&Value::Long(1)));
        assert!(!table.contains(&Value::from("1")));
    }
}
