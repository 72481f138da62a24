//! `[ref]`: a variable, or a place of its own, that a method can write to.

use super::known;
use super::table::{Property, TypeTable};
use crate::value::{Env, Native, Outcome, TypeRef, Value};
use std::cell::RefCell;
use std::rc::Rc;

/// What a reference points to.
pub trait ReferenceTarget {
    fn get(&self) -> Value;

    /// # Errors
    /// Where the place refuses the value, as a variable of another type does.
    fn set(&self, env: &mut dyn Env, value: Value) -> Outcome<()>;
}

/// A place of its own, which `[ref]` makes of a value that is no variable.
impl ReferenceTarget for RefCell<Value> {
    fn get(&self) -> Value {
        self.borrow().clone()
    }

    fn set(&self, _env: &mut dyn Env, value: Value) -> Outcome<()> {
        self.replace(value);
        Ok(())
    }
}

/// `System.Management.Automation.PSReference`.
pub struct Reference {
    target: Rc<dyn ReferenceTarget>,
}

impl Reference {
    pub fn new(target: Rc<dyn ReferenceTarget>) -> Reference {
        Reference { target }
    }

    /// A reference to a value that no variable holds.
    pub fn to_value(value: Value) -> Reference {
        Reference::new(Rc::new(RefCell::new(value)))
    }

    pub fn get(&self) -> Value {
        self.target.get()
    }

    /// # Errors
    /// Where the place refuses the value.
    pub fn set(&self, env: &mut dyn Env, value: Value) -> Outcome<()> {
        self.target.set(env, value)
    }
}

impl Native for Reference {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&known::PS_REFERENCE)
    }
}

pub(super) static TABLE: TypeTable = TypeTable {
    properties: &[Property::settable("Value", "System.Object", value, set_value)],
    ..TypeTable::of(&known::PS_REFERENCE)
};

fn value(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(this.downcast::<Reference>().map(Reference::get).unwrap_or_default())
}

fn set_value(env: &mut dyn Env, this: &Value, value: Value) -> Outcome<()> {
    match this.downcast::<Reference>() {
        Some(reference) => reference.set(env, value),
        None => Ok(()),
    }
}
