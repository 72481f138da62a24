//! Objects of .NET types that are written in Rust.

use super::types::TypeRef;
use super::{Env, Extra, Outcome, Value};
use crate::text::Str;
use std::any::Any;
use std::cmp::Ordering;

/// An object of a .NET type; the defaults are those of `System.Object`.
///
/// What its members do stands in the type's member table; here is only what operators, conversions, the pipeline and
/// the formatter ask of every object.
pub trait Native: Any {
    fn type_ref(&self) -> TypeRef;

    /// What `ToString()` gives; `None` stands for the type's name.
    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(None)
    }

    /// The text in a string or a cast, which the culture must not change; as [`Native::text`] where it does not matter.
    fn invariant_text(&self, env: &mut dyn Env) -> Outcome<Option<Str>> {
        self.text(env)
    }

    /// What `ToString(format)` and the `-f` operator give for a format; `None` where the type is not `IFormattable`.
    fn format(&self, _env: &mut dyn Env, _format: &str) -> Outcome<Option<Str>> {
        Ok(None)
    }

    /// A canonical text, equal for equal objects, where equality goes by content and not by identity.
    fn content_key(&self) -> Option<Str> {
        None
    }

    /// The order relative to another value of the same type; `None` where there is none.
    fn order(&self, _other: &Value) -> Option<Ordering> {
        None
    }

    /// The items, where the pipeline and `foreach` enumerate the object; `None` for one that is a single item.
    ///
    /// A list gives a copy of its items as they are now.
    fn items(&self) -> Option<Vec<Value>> {
        None
    }

    /// The number of items without making them.
    fn count(&self) -> Option<usize> {
        self.items().map(|items| items.len())
    }

    /// The value at an index, for `$object[index]`; `None` where the type has no indexer.
    fn index(&self, _env: &mut dyn Env, _index: &Value) -> Option<Outcome<Value>> {
        None
    }

    /// Sets the value at an index; `None` where the type has no settable indexer.
    fn set_index(&self, _env: &mut dyn Env, _index: &Value, _value: Value) -> Option<Outcome<()>> {
        None
    }

    /// The keys and values of a dictionary, where the object is one.
    fn dictionary_pairs(&self) -> Option<Vec<(Value, Value)>> {
        None
    }

    /// A property that only this very object has, such as a key of a dictionary or a child element of XML.
    fn dynamic_property(&self, _name: &str) -> Option<Value> {
        None
    }

    /// Sets a property that only this very object has; `None` where it has none of that name.
    fn set_dynamic_property(&self, _env: &mut dyn Env, _name: &str, _value: &Value) -> Option<Outcome<()>> {
        None
    }

    /// The names of the properties that only this very object has.
    fn dynamic_properties(&self) -> Vec<Str> {
        Vec::new()
    }
}

/// A native object with what scripts hang on it.
pub struct NativeObject {
    data: Box<dyn Native>,
    pub extra: Extra,
}

impl NativeObject {
    pub fn new(data: impl Native) -> NativeObject {
        NativeObject { data: Box::new(data), extra: Extra::default() }
    }

    pub fn data(&self) -> &dyn Native {
        &*self.data
    }

    pub fn type_ref(&self) -> TypeRef {
        self.data.type_ref()
    }

    pub fn downcast<T: Native>(&self) -> Option<&T> {
        let any: &dyn Any = &*self.data;
        any.downcast_ref()
    }
}
