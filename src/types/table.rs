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

/// An instance property.
pub struct Property {
    pub name: &'static str,
    /// The type as `Get-Member` writes it, such as `int` or `datetime`.
    pub ty: &'static str,
    pub get: fn(&mut dyn Env, &Value) -> Outcome<Value>,
    pub set: Option<fn(&mut dyn Env, &Value, Value) -> Outcome<()>>,
}

/// One overload of a method.
pub struct Method {
    /// The overload as `OverloadDefinitions` writes it: `string Substring(int startIndex, int length)`.
    ///
    /// The resolver reads the parameter types from it, picks the best overload and converts the arguments, so that
    /// `call` receives exactly as many values as there are parameters, each of its declared type.
    pub signature: &'static str,
    /// `this` is null for static methods and constructors.
    pub call: fn(&mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value>,
}

/// A static property or a constant.
pub struct StaticProperty {
    pub name: &'static str,
    pub ty: &'static str,
    pub get: fn(&mut dyn Env) -> Outcome<Value>,
    pub set: Option<fn(&mut dyn Env, Value) -> Outcome<()>>,
}
