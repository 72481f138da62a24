//! Types: the identity of .NET types and of the classes and enums that scripts define.
//!
//! Only what a type *is* stands here (name, base, kind); what its members *do* stands in the tables of the types
//! layer and above, which are keyed by these identities.

use super::Value;
use crate::text::{Str, Symbol};
use std::any::Any;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

/// A .NET type that is built in.
pub struct NativeType {
    /// The full name, such as `System.Int32`; of a generic definition with its arity (``List`1``).
    pub name: &'static str,
    pub base: Option<&'static NativeType>,
    pub interfaces: &'static [&'static NativeType],
    pub kind: NativeKind,
}

/// What sort of type it is.
pub enum NativeKind {
    Class,
    Struct,
    Interface,
    /// A class that has static members only.
    Static,
    /// The names and values in order of declaration; `flags` when values combine.
    Enum {
        members: &'static [(&'static str, i64)],
        flags: bool,
    },
    /// A generic definition, with the number of its parameters.
    Generic(usize),
}

impl NativeType {
    pub const fn class(name: &'static str, base: &'static NativeType) -> NativeType {
        NativeType { name, base: Some(base), interfaces: &[], kind: NativeKind::Class }
    }

    pub const fn structure(name: &'static str) -> NativeType {
        NativeType { name, base: Some(&VALUE_TYPE), interfaces: &[], kind: NativeKind::Struct }
    }

    pub const fn interface(name: &'static str) -> NativeType {
        NativeType { name, base: None, interfaces: &[], kind: NativeKind::Interface }
    }

    pub const fn statics(name: &'static str) -> NativeType {
        NativeType { name, base: Some(&OBJECT), interfaces: &[], kind: NativeKind::Static }
    }

    pub const fn generic(name: &'static str, parameters: usize) -> NativeType {
        NativeType { name, base: Some(&OBJECT), interfaces: &[], kind: NativeKind::Generic(parameters) }
    }

    pub const fn enumeration(name: &'static str, members: &'static [(&'static str, i64)]) -> NativeType {
        NativeType { name, base: Some(&ENUM), interfaces: &[], kind: NativeKind::Enum { members, flags: false } }
    }

    pub const fn flags(name: &'static str, members: &'static [(&'static str, i64)]) -> NativeType {
        NativeType { name, base: Some(&ENUM), interfaces: &[], kind: NativeKind::Enum { members, flags: true } }
    }

    pub const fn implements(self, interfaces: &'static [&'static NativeType]) -> NativeType {
        NativeType { interfaces, ..self }
    }

    /// Whether `self` is `other`, derives from it or implements it.
    pub fn is(&'static self, other: &'static NativeType) -> bool {
        *self == *other
            || self.base.is_some_and(|base| base.is(other))
            || self.interfaces.iter().any(|interface| interface.is(other))
    }

    /// The name without its namespace.
    pub fn short_name(&self) -> &'static str {
        self.name.rsplit(['.', '+']).next().unwrap_or(self.name)
    }
}

/// Types are equal by name, so that a layer may declare a type which another one knows too.
impl PartialEq for NativeType {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other) || self.name == other.name
    }
}

/// Any type, as `System.Type` stands for it.
#[derive(Clone)]
pub enum TypeRef {
    Native(&'static NativeType),
    /// An array type with its element type and rank.
    Array(Rc<(TypeRef, u32)>),
    /// A generic definition with its arguments.
    Generic(Rc<(&'static NativeType, Vec<TypeRef>)>),
    /// A class, interface or enum of a script.
    Script(Rc<ScriptType>),
}

impl TypeRef {
    pub fn array_of(element: TypeRef) -> TypeRef {
        TypeRef::Array(Rc::new((element, 1)))
    }

    /// The full name as PowerShell writes it in `ToString()`, such as `System.Collections.Generic.List[int]` in .NET
    /// form: ``System.Collections.Generic.List`1[System.Int32]``.
    pub fn full_name(&self) -> String {
        match self {
            TypeRef::Native(native) => native.name.to_string(),
            TypeRef::Array(array) => {
                format!("{}[{}]", array.0.full_name(), ",".repeat(array.1.saturating_sub(1) as usize))
            }
            TypeRef::Generic(generic) => {
                let arguments: Vec<String> = generic.1.iter().map(TypeRef::full_name).collect();
                format!("{}[{}]", generic.0.name, arguments.join(","))
            }
            TypeRef::Script(script) => script.name.to_string(),
        }
    }

    /// The name without its namespace.
    pub fn short_name(&self) -> String {
        match self {
            TypeRef::Native(native) => native.short_name().to_string(),
            TypeRef::Array(array) => {
                format!("{}[{}]", array.0.short_name(), ",".repeat(array.1.saturating_sub(1) as usize))
            }
            TypeRef::Generic(generic) => generic.0.short_name().to_string(),
            TypeRef::Script(script) => script.name.to_string(),
        }
    }

    /// The native type that this is or derives from.
    pub fn native(&self) -> &'static NativeType {
        match self {
            TypeRef::Native(native) => native,
            TypeRef::Array(_) => &ARRAY,
            TypeRef::Generic(generic) => generic.0,
            TypeRef::Script(script) => match script.kind {
                ScriptKind::Enum { .. } => &ENUM,
                ScriptKind::Class | ScriptKind::Interface => script.base.get().map_or(&OBJECT, TypeRef::native),
            },
        }
    }

    /// Whether a value of this type can stand where `other` is asked for.
    pub fn is(&self, other: &TypeRef) -> bool {
        if self == other {
            return true;
        }
        match (self, other) {
            (TypeRef::Array(a), TypeRef::Array(b)) => a.1 == b.1 && !is_value_type(&a.0) && a.0.is(&b.0),
            (TypeRef::Script(script), _) => {
                script.base.get().is_some_and(|base| base.is(other))
                    || script.interfaces.borrow().iter().any(|interface| interface.is(other))
                    || matches!(other, TypeRef::Native(native) if self.native().is(native))
            }
            (_, TypeRef::Native(native)) => self.native().is(native),
            _ => false,
        }
    }

    /// Whether this is an enum, native or of a script.
    pub fn is_enum(&self) -> bool {
        match self {
            TypeRef::Native(native) => matches!(native.kind, NativeKind::Enum { .. }),
            TypeRef::Script(script) => matches!(script.kind, ScriptKind::Enum { .. }),
            _ => false,
        }
    }

    /// Whether this is exactly the given native type.
    pub fn is_native(&self, native: &'static NativeType) -> bool {
        matches!(self, TypeRef::Native(own) if **own == *native)
    }
}

impl From<&'static NativeType> for TypeRef {
    fn from(native: &'static NativeType) -> Self {
        TypeRef::Native(native)
    }
}

/// Whether values of the type are structs, which null cannot stand for.
pub fn is_value_type(ty: &TypeRef) -> bool {
    ty.is_enum() || matches!(ty, TypeRef::Native(native) if matches!(native.kind, NativeKind::Struct))
}

impl PartialEq for TypeRef {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (TypeRef::Native(a), TypeRef::Native(b)) => **a == **b,
            (TypeRef::Array(a), TypeRef::Array(b)) => Rc::ptr_eq(a, b) || a == b,
            (TypeRef::Generic(a), TypeRef::Generic(b)) => Rc::ptr_eq(a, b) || (*a.0 == *b.0 && a.1 == b.1),
            (TypeRef::Script(a), TypeRef::Script(b)) => Rc::ptr_eq(a, b),
            _ => false,
        }
    }
}

impl std::fmt::Debug for TypeRef {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.full_name())
    }
}

/// A type that a script defined with `class`, `enum` or `interface`.
pub struct ScriptType {
    pub name: Str,
    pub kind: ScriptKind,
    /// The base class; set once, when the definition is completed.
    pub base: OnceCell<TypeRef>,
    pub interfaces: RefCell<Vec<TypeRef>>,
    /// The values of static properties.
    pub statics: RefCell<Vec<(Symbol, Value)>>,
    /// What the engine knows of the members' code; empty until the definition is completed.
    pub body: OnceCell<Rc<dyn Any>>,
}

pub enum ScriptKind {
    Class,
    Interface,
    /// The names and values in order, completed when the definition is.
    Enum {
        members: RefCell<Vec<(Str, i64)>>,
        flags: bool,
        underlying: &'static NativeType,
    },
}

impl ScriptType {
    pub fn new(name: Str, kind: ScriptKind) -> ScriptType {
        ScriptType {
            name,
            kind,
            base: OnceCell::new(),
            interfaces: RefCell::default(),
            statics: RefCell::default(),
            body: OnceCell::new(),
        }
    }
}

/// A value of an enum.
#[derive(Clone)]
pub struct EnumValue {
    pub ty: TypeRef,
    pub value: i64,
}

impl EnumValue {
    /// The value of a native enum.
    pub fn native(ty: &'static NativeType, value: i64) -> Value {
        Value::Enum(Rc::new(EnumValue { ty: TypeRef::Native(ty), value }))
    }

    /// The names and values of the enum's members in order of declaration.
    pub fn members(ty: &TypeRef) -> Vec<(Str, i64)> {
        match ty {
            TypeRef::Native(NativeType { kind: NativeKind::Enum { members, .. }, .. }) => {
                members.iter().map(|(name, value)| (Str::from(*name), *value)).collect()
            }
            TypeRef::Script(script) => match &script.kind {
                ScriptKind::Enum { members, .. } => members.borrow().clone(),
                _ => Vec::new(),
            },
            _ => Vec::new(),
        }
    }

    /// Whether the values of the enum combine.
    pub fn is_flags(ty: &TypeRef) -> bool {
        match ty {
            TypeRef::Native(NativeType { kind: NativeKind::Enum { flags, .. }, .. }) => *flags,
            TypeRef::Script(script) => matches!(script.kind, ScriptKind::Enum { flags: true, .. }),
            _ => false,
        }
    }

    /// What `ToString()` gives: a name, names joined by commas for flags, else the number.
    pub fn name(&self) -> Str {
        let members = Self::members(&self.ty);
        if let Some((name, _)) = members.iter().find(|(_, value)| *value == self.value) {
            return name.clone();
        }
        if !Self::is_flags(&self.ty) || self.value == 0 {
            return Str::from(self.value.to_string());
        }
        let mut rest = self.value;
        let mut names = Vec::new();
        let mut by_value = members;
        by_value.sort_by_key(|(_, value)| std::cmp::Reverse(value.cast_unsigned()));
        for (name, value) in by_value {
            if value != 0 && rest & value == value {
                names.push(name);
                rest &= !value;
            }
        }
        if rest != 0 {
            return Str::from(self.value.to_string());
        }
        names.reverse();
        let names: Vec<&str> = names.iter().map(Str::as_str).collect();
        Str::from(names.join(", "))
    }
}

pub static OBJECT: NativeType =
    NativeType { name: "System.Object", base: None, interfaces: &[], kind: NativeKind::Class };
pub static VALUE_TYPE: NativeType = NativeType::class("System.ValueType", &OBJECT);
pub static ENUM: NativeType = NativeType::class("System.Enum", &VALUE_TYPE);

pub static I_COMPARABLE: NativeType = NativeType::interface("System.IComparable");
pub static I_FORMATTABLE: NativeType = NativeType::interface("System.IFormattable");
pub static I_ENUMERABLE: NativeType = NativeType::interface("System.Collections.IEnumerable");
pub static I_COLLECTION: NativeType =
    NativeType::interface("System.Collections.ICollection").implements(&[&I_ENUMERABLE]);
pub static I_LIST: NativeType = NativeType::interface("System.Collections.IList").implements(&[&I_COLLECTION]);
pub static I_DICTIONARY: NativeType =
    NativeType::interface("System.Collections.IDictionary").implements(&[&I_COLLECTION]);

pub static BOOLEAN: NativeType = NativeType::structure("System.Boolean").implements(&[&I_COMPARABLE]);
pub static CHAR: NativeType = NativeType::structure("System.Char").implements(&[&I_COMPARABLE]);
pub static SBYTE: NativeType = NativeType::structure("System.SByte").implements(&[&I_COMPARABLE, &I_FORMATTABLE]);
pub static BYTE: NativeType = NativeType::structure("System.Byte").implements(&[&I_COMPARABLE, &I_FORMATTABLE]);
pub static INT16: NativeType = NativeType::structure("System.Int16").implements(&[&I_COMPARABLE, &I_FORMATTABLE]);
pub static UINT16: NativeType = NativeType::structure("System.UInt16").implements(&[&I_COMPARABLE, &I_FORMATTABLE]);
pub static INT32: NativeType = NativeType::structure("System.Int32").implements(&[&I_COMPARABLE, &I_FORMATTABLE]);
pub static UINT32: NativeType = NativeType::structure("System.UInt32").implements(&[&I_COMPARABLE, &I_FORMATTABLE]);
pub static INT64: NativeType = NativeType::structure("System.Int64").implements(&[&I_COMPARABLE, &I_FORMATTABLE]);
pub static UINT64: NativeType = NativeType::structure("System.UInt64").implements(&[&I_COMPARABLE, &I_FORMATTABLE]);
pub static SINGLE: NativeType = NativeType::structure("System.Single").implements(&[&I_COMPARABLE, &I_FORMATTABLE]);
pub static DOUBLE: NativeType = NativeType::structure("System.Double").implements(&[&I_COMPARABLE, &I_FORMATTABLE]);
pub static DECIMAL: NativeType = NativeType::structure("System.Decimal").implements(&[&I_COMPARABLE, &I_FORMATTABLE]);
pub static BIG_INTEGER: NativeType =
    NativeType::structure("System.Numerics.BigInteger").implements(&[&I_COMPARABLE, &I_FORMATTABLE]);
pub static STRING: NativeType = NativeType::class("System.String", &OBJECT).implements(&[&I_COMPARABLE, &I_ENUMERABLE]);
pub static ARRAY: NativeType = NativeType::class("System.Array", &OBJECT).implements(&[&I_LIST]);
pub static HASHTABLE: NativeType =
    NativeType::class("System.Collections.Hashtable", &OBJECT).implements(&[&I_DICTIONARY]);
pub static ORDERED_DICTIONARY: NativeType =
    NativeType::class("System.Collections.Specialized.OrderedDictionary", &OBJECT).implements(&[&I_DICTIONARY]);
pub static DICTIONARY_ENTRY: NativeType = NativeType::structure("System.Collections.DictionaryEntry");
pub static TYPE: NativeType = NativeType::class("System.Type", &OBJECT);
pub static RUNTIME_TYPE: NativeType = NativeType::class("System.RuntimeType", &TYPE);
pub static PS_OBJECT: NativeType = NativeType::class("System.Management.Automation.PSObject", &OBJECT);
pub static PS_CUSTOM_OBJECT: NativeType = NativeType::class("System.Management.Automation.PSCustomObject", &OBJECT);
pub static SWITCH_PARAMETER: NativeType = NativeType::structure("System.Management.Automation.SwitchParameter");
pub static SCRIPT_BLOCK: NativeType = NativeType::class("System.Management.Automation.ScriptBlock", &OBJECT);
pub static VOID: NativeType = NativeType::structure("System.Void");
pub static NULLABLE: NativeType = NativeType::generic("System.Nullable`1", 1);
pub static EXCEPTION: NativeType = NativeType::class("System.Exception", &OBJECT);
pub static ERROR_RECORD: NativeType = NativeType::class("System.Management.Automation.ErrorRecord", &OBJECT);
