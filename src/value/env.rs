//! What the layers below the engine ask of it: calls back into scripts, and the world outside.

use super::{Outcome, TypeRef, Value};
use crate::text::{Str, Symbol};

/// The engine as values, types and the formatter see it.
pub trait Env: std::any::Any {
    /// Calls a script block (or anything else that can be invoked) with arguments; its output as one value.
    fn invoke(&mut self, block: &Value, this: Option<&Value>, arguments: &[Value]) -> Outcome<Value>;

    /// Calls a script block in the caller's scope with `$_` set to an item.
    fn invoke_item(&mut self, block: &Value, item: &Value, arguments: &[Value]) -> Outcome<Value> {
        self.invoke(block, Some(item), arguments)
    }

    /// The value of `$object.name`; null where there is no such property.
    fn get_property(&mut self, object: &Value, name: Symbol) -> Outcome<Value>;

    /// Sets a property that exists; an error where it does not.
    fn set_property(&mut self, object: &Value, name: Symbol, value: Value) -> Outcome<()>;

    /// Whether there is such a property.
    fn has_property(&mut self, object: &Value, name: Symbol) -> bool;

    /// The names of the object's properties as `Select-Object *` lists them.
    fn property_names(&mut self, object: &Value) -> Vec<Str>;

    /// The object's type names, as `PSTypeNames` gives them.
    fn type_names(&mut self, object: &Value) -> Vec<Str>;

    /// Calls a method.
    fn call_method(&mut self, object: &Value, name: &str, arguments: &[Value]) -> Outcome<Value>;

    /// Whether the object has a method of this name that a script or the type's own table defines.
    fn has_method(&mut self, object: &Value, name: &str) -> bool;

    /// Makes an object of a type from constructor arguments; `None` where none of its constructors takes them.
    fn construct(&mut self, ty: &TypeRef, arguments: &[Value]) -> Option<Outcome<Value>>;

    /// Calls a static method; `None` where the type has none of that name that takes the arguments.
    fn call_static(&mut self, ty: &TypeRef, name: &str, arguments: &[Value]) -> Option<Outcome<Value>>;

    /// The type that a name stands for, as in a type literal.
    fn find_type(&mut self, name: &str) -> Option<TypeRef>;

    /// The name of the current culture, such as `en-US`; empty for the invariant one.
    fn culture_name(&self) -> Str;

    /// The value of a preference or automatic variable such as `OFS`, as the running script sees it.
    fn variable(&self, name: &str) -> Option<Value>;

    /// The moment now: 100 ns ticks since 0001-01-01, UTC.
    fn now_ticks(&self) -> i64;

    /// The id of the local time zone, such as `Europe/Paris`.
    fn time_zone(&self) -> Str;

    /// A random number, uniform over all of `u64`.
    fn random(&mut self) -> u64;

    /// An environment variable of the process as the shell sees it.
    fn environment(&self, name: &str) -> Option<Str>;

    /// The folder that relative paths start from.
    fn current_folder(&self) -> Str;
}
