//! Lists that grow: `ArrayList`, `List[T]` and `Collection[T]` are one structure under three names.

use crate::value::types::{I_LIST, OBJECT};
use crate::value::{Env, Native, NativeType, Outcome, TypeRef, Value, index};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

pub static LIST: NativeType = NativeType::generic("System.Collections.Generic.List`1", 1).implements(&[&I_LIST]);
pub static COLLECTION: NativeType =
    NativeType::generic("System.Collections.ObjectModel.Collection`1", 1).implements(&[&I_LIST]);

/// A list that grows.
pub struct List {
    pub ty: TypeRef,
    pub items: RefCell<Vec<Value>>,
    /// Counts changes, so that an enumeration notices them.
    pub version: Cell<u32>,
}

impl List {
    pub fn new(ty: TypeRef, items: Vec<Value>) -> List {
        List { ty, items: RefCell::new(items), version: Cell::new(0) }
    }

    /// The type of the items: `T`, or any object.
    pub fn element(&self) -> TypeRef {
        match &self.ty {
            TypeRef::Generic(generic) => generic.1.first().cloned().unwrap_or(TypeRef::Native(&OBJECT)),
            _ => TypeRef::Native(&OBJECT),
        }
    }

    /// Changes the items.
    pub fn change<T>(&self, change: impl FnOnce(&mut Vec<Value>) -> T) -> T {
        self.version.set(self.version.get().wrapping_add(1));
        change(&mut self.items.borrow_mut())
    }
}

impl Native for List {
    fn type_ref(&self) -> TypeRef {
        self.ty.clone()
    }

    fn items(&self) -> Option<Vec<Value>> {
        Some(self.items.borrow().clone())
    }

    fn count(&self) -> Option<usize> {
        Some(self.items.borrow().len())
    }

    fn index(&self, env: &mut dyn Env, at: &Value) -> Option<Outcome<Value>> {
        let items = Value::array(self.items.borrow().clone());
        Some(index::index(env, &items, at))
    }

    fn set_index(&self, env: &mut dyn Env, at: &Value, value: Value) -> Option<Outcome<()>> {
        let value = match crate::value::convert::convert(env, &value, &self.element()) {
            Ok(value) => value,
            Err(flow) => return Some(Err(flow)),
        };
        let copy = Value::array(self.items.borrow().clone());
        let result = index::set_index(env, &copy, at, value);
        if let (Ok(()), Value::Array(array)) = (&result, &copy) {
            self.change(|items| *items = array.items.take());
        }
        Some(result)
    }
}

/// An `ArrayList`.
pub fn array_list(items: Vec<Value>) -> Value {
    Value::native(List::new(TypeRef::Native(&super::known::ARRAY_LIST), items))
}

/// A `Collection[PSObject]`, as invoking a script block gives.
pub fn collection(items: Vec<Value>) -> Value {
    let element = TypeRef::Native(&crate::value::types::PS_OBJECT);
    Value::native(List::new(TypeRef::Generic(Rc::new((&COLLECTION, vec![element]))), items))
}

/// Appends to a list; false where the value is none.
pub fn push_to_array_list(list: &Value, item: Value) -> bool {
    match list.downcast::<List>() {
        Some(list) => {
            list.change(|items| items.push(item));
            true
        }
        None => false,
    }
}

/// Inserts into a list and drops what lies past `most` items.
pub fn insert_in_array_list(list: &Value, at: usize, item: Value, most: usize) {
    if let Some(list) = list.downcast::<List>() {
        list.change(|items| {
            items.insert(at.min(items.len()), item);
            items.truncate(most);
        });
    }
}
