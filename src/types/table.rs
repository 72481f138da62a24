//! The form in which the members of a .NET type are listed.

use crate::value::{Env, NativeType, Outcome, Value};

/// The members of one native type; those of its bases stand in the tables of the bases.
pub struct TypeTable {
    pub ty: &'static NativeType,
    /// The names that stand for it in a type literal beside its full name and that without `System.`.
    pub accelerators: &'static [&'static str],
    pub properties: &'static [Property],
    /// Instance methods, one entry an overload.
    pub methods: &'static [Method],
    /// Constructors; the signature's name is `new`.
    pub constructors: &'static [Method],
    pub static_properties: &'static [StaticProperty],
    pub static_methods: &'static [Method],
}

impl TypeTable {
    /// A table without members, to be filled by struct update.
    pub const fn of(ty: &'static NativeType) -> TypeTable {
        TypeTable {
            ty,
            accelerators: &[],
            properties: &[],
            methods: &[],
            constructors: &[],
            static_properties: &[],
            static_methods: &[],
        }
    }
}

/// The code behind a method or constructor.
pub type Call = fn(&mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value>;
/// The code that reads an instance property.
pub type Get = fn(&mut dyn Env, &Value) -> Outcome<Value>;
/// The code that writes an instance property.
pub type Set = fn(&mut dyn Env, &Value, Value) -> Outcome<()>;
/// The code that reads a static property.
pub type GetStatic = fn(&mut dyn Env) -> Outcome<Value>;

/// The code that writes a static property.
pub type SetStatic = fn(&mut dyn Env, Value) -> Outcome<()>;

/// An instance property.
pub struct Property {
    pub name: &'static str,
    /// The type as `Get-Member` writes it, such as `int` or `datetime`.
    pub ty: &'static str,
    pub get: Get,
    pub set: Option<Set>,
}

impl Property {
    /// A property that can only be read.
    pub const fn new(name: &'static str, ty: &'static str, get: Get) -> Property {
        Property { name, ty, get, set: None }
    }

    /// A property that can be read and set.
    pub const fn settable(name: &'static str, ty: &'static str, get: Get, set: Set) -> Property {
        Property { name, ty, get, set: Some(set) }
    }
}

/// One overload of a method.
#[derive(Clone, Copy)]
pub struct Method {
    /// The overload as `OverloadDefinitions` writes it, without `static`: `string Substring(int startIndex, int length)`.
    ///
    /// The resolver reads the parameter types from it, picks the best overload and converts the arguments, so that
    /// `call` receives exactly as many values as there are parameters, each of its declared type. A parameter `[ref]`
    /// receives the reference itself.
    pub signature: &'static str,
    /// `this` is the type itself for static methods and constructors.
    pub call: Call,
}

impl Method {
    pub const fn new(signature: &'static str, call: Call) -> Method {
        Method { signature, call }
    }
}

/// A static property or a constant.
pub struct StaticProperty {
    pub name: &'static str,
    pub ty: &'static str,
    pub get: GetStatic,
    pub set: Option<SetStatic>,
}

impl StaticProperty {
    /// A constant, or a static property that can only be read.
    pub const fn new(name: &'static str, ty: &'static str, get: GetStatic) -> StaticProperty {
        StaticProperty { name, ty, get, set: None }
    }

    /// The same property with a setter.
    pub const fn settable(self, set: SetStatic) -> StaticProperty {
        StaticProperty { set: Some(set), ..self }
    }
}
