//! .NET arrays: of fixed length, typed, shared by reference.

use super::types::{self, TypeRef};
use super::{Extra, Value};
use std::cell::RefCell;
use std::rc::Rc;

/// An array; its items can be replaced, its length stays.
pub struct Array {
    /// The element type; `System.Object` for what the language itself makes.
    pub element: TypeRef,
    pub items: RefCell<Vec<Value>>,
    /// The lengths of a multidimensional array, whose items lie row by row; empty for a plain one.
    pub dimensions: Box<[usize]>,
    pub extra: Extra,
}

impl Array {
    /// An `object[]`.
    pub fn new(items: Vec<Value>) -> Array {
        Array::typed(TypeRef::Native(&types::OBJECT), items)
    }

    /// An array of `element`, whose items must already be of that type.
    pub fn typed(element: TypeRef, items: Vec<Value>) -> Array {
        Array { element, items: RefCell::new(items), dimensions: Box::default(), extra: Extra::default() }
    }

    pub fn len(&self) -> usize {
        self.items.borrow().len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn get(&self, index: usize) -> Option<Value> {
        self.items.borrow().get(index).cloned()
    }

    pub fn rank(&self) -> u32 {
        u32::try_from(self.dimensions.len().max(1)).unwrap_or(1)
    }

    pub fn type_ref(&self) -> TypeRef {
        TypeRef::Array(Rc::new((self.element.clone(), self.rank())))
    }
}
