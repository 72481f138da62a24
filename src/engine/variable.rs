//! Variables: the slots of frames, and the cells that slots share once a variable's identity matters.

use crate::text::{Str, Symbol};
use crate::value::{TypeRef, Value};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// One place in the session's stack of variables.
#[derive(Clone, Default)]
pub enum Slot {
    /// Never assigned here: reading falls through to the callers.
    #[default]
    Unset,
    Local(Value),
    /// Promoted, because something holds on to the variable itself.
    Shared(Rc<Variable>),
}

const _: () = assert!(size_of::<Slot>() == 16);

/// A variable with an identity of its own.
pub struct Variable {
    pub name: Symbol,
    value: RefCell<Option<Value>>,
    pub options: Cell<VariableOptions>,
    /// The type that values are converted to, and the attributes that check them.
    pub constraint: RefCell<Option<Rc<Constraint>>>,
    pub description: RefCell<Str>,
}

/// `ScopedItemOptions`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct VariableOptions {
    pub read_only: bool,
    pub constant: bool,
    pub private: bool,
    pub all_scope: bool,
}

/// What a variable demands of its values.
pub struct Constraint {
    pub ty: Option<TypeRef>,
    /// Validation and transformation attributes, applied in order.
    pub attributes: Vec<super::signature::Check>,
}

impl Variable {
    /// A variable without a value: it is not there for readers.
    pub fn unset(name: Symbol) -> Variable {
        Variable {
            name,
            value: RefCell::new(None),
            options: Cell::default(),
            constraint: RefCell::default(),
            description: RefCell::default(),
        }
    }

    pub fn with_value(name: Symbol, value: Value) -> Variable {
        let variable = Variable::unset(name);
        variable.put(Some(value));
        variable
    }

    pub fn get(&self) -> Option<Value> {
        self.value.borrow().clone()
    }

    /// Runs `read` on the value in its place.
    pub fn read<T>(&self, read: impl FnOnce(Option<&Value>) -> T) -> T {
        read(self.value.borrow().as_ref())
    }

    /// Sets or removes the value without any check.
    pub fn put(&self, value: Option<Value>) {
        *self.value.borrow_mut() = value;
    }

    /// Changes the value in its place, where there is one.
    pub fn change<T>(&self, change: impl FnOnce(&mut Value) -> T) -> Option<T> {
        self.value.borrow_mut().as_mut().map(change)
    }

    /// Takes the value out, to be put back changed.
    pub fn take(&self) -> Option<Value> {
        self.value.borrow_mut().take()
    }

    /// Whether a write has to be looked at before it is done.
    pub fn is_guarded(&self) -> bool {
        let options = self.options.get();
        options.read_only || options.constant || self.constraint.borrow().is_some()
    }
}
