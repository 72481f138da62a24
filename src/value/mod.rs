//! Values: what variables hold, pipelines carry and members return.
//!
//! A [`Value`] is 16 bytes. Scalars lie in it; everything else is a counted reference, so that a clone is a bump of a
//! count and assignment shares, as references do in .NET. Objects of the wider .NET world implement [`Native`].

pub mod arithmetic;
pub mod array;
mod category;
pub mod compare;
pub mod convert;
pub mod enumerate;
pub mod env;
pub mod error;
pub mod index;
pub mod native;
pub mod number;
pub mod object;
pub mod operators;
mod place;
#[cfg(test)]
mod recorded;
pub mod switch;
pub mod table;
pub mod type_name;
pub mod types;

pub use array::Array;
pub use env::Env;
pub use error::{ErrorCategory, ErrorRecord, Exception, Fault, Flow, Outcome};
pub use native::{Native, NativeObject};
pub use object::{Extra, Instance, Member, Members, OtherMember, PsObject};
pub use place::{marked_line, position_message};
pub use switch::SwitchParameter;
pub use table::{Table, TableKey, TableKind};
pub use type_name::type_name;
pub use types::{EnumValue, NativeType, ScriptType, TypeRef};

use crate::text::{Number, Str};
use num_bigint::BigInt;
use rust_decimal::Decimal;
use std::rc::Rc;

/// Any value of the language.
#[derive(Clone, Default)]
pub enum Value {
    #[default]
    Null,
    /// `AutomationNull.Value`: what a pipeline without output gives. It is `$null` wherever one value is asked for and
    /// nothing where values are enumerated.
    Void,
    Bool(bool),
    /// One UTF-16 unit.
    Char(u16),
    SByte(i8),
    Byte(u8),
    Int16(i16),
    UInt16(u16),
    Int(i32),
    UInt32(u32),
    Long(i64),
    UInt64(u64),
    Single(f32),
    Double(f64),
    Decimal(Rc<Decimal>),
    BigInt(Rc<BigInt>),
    Str(Str),
    Enum(Rc<EnumValue>),
    /// A `System.Type`.
    Type(Rc<TypeRef>),
    Array(Rc<Array>),
    /// `Hashtable` and `OrderedDictionary`.
    Table(Rc<Table>),
    /// A custom object, or a value that was wrapped to carry extra members.
    Object(Rc<PsObject>),
    /// An instance of a class that a script defined.
    Instance(Rc<Instance>),
    /// Any other .NET object.
    Native(Rc<NativeObject>),
}

const _: () = assert!(size_of::<Value>() == 16);

impl Value {
    /// Whether this is `$null` or nothing at all.
    pub fn is_null(&self) -> bool {
        matches!(self.base(), Value::Null | Value::Void)
    }

    /// A string value.
    pub fn str(text: impl Into<Str>) -> Value {
        Value::Str(text.into())
    }

    /// An `object[]`.
    pub fn array(items: Vec<Value>) -> Value {
        Value::Array(Rc::new(Array::new(items)))
    }

    /// An object of a native type.
    pub fn native(data: impl Native) -> Value {
        Value::Native(Rc::new(NativeObject::new(data)))
    }

    /// The value inside a wrapper of extra members, or the value itself.
    pub fn base(&self) -> &Value {
        match self {
            Value::Object(object) => object.base().map_or(self, Value::base),
            other => other,
        }
    }

    /// The native object of type `T` that this value is, if it is one; looks through wrappers and script classes.
    pub fn downcast<T: Native>(&self) -> Option<&T> {
        match self.base() {
            Value::Native(native) => native.downcast(),
            Value::Instance(instance) => instance.native_base().and_then(|base| base.downcast()),
            _ => None,
        }
    }

    /// The text of a string; `None` for every other type.
    pub fn as_str(&self) -> Option<&Str> {
        match self.base() {
            Value::Str(text) => Some(text),
            _ => None,
        }
    }

    /// The .NET type; `None` for null.
    pub fn type_ref(&self) -> Option<TypeRef> {
        Some(match self {
            Value::Null | Value::Void => return None,
            Value::Bool(_) => TypeRef::Native(&types::BOOLEAN),
            Value::Char(_) => TypeRef::Native(&types::CHAR),
            Value::SByte(_) => TypeRef::Native(&types::SBYTE),
            Value::Byte(_) => TypeRef::Native(&types::BYTE),
            Value::Int16(_) => TypeRef::Native(&types::INT16),
            Value::UInt16(_) => TypeRef::Native(&types::UINT16),
            Value::Int(_) => TypeRef::Native(&types::INT32),
            Value::UInt32(_) => TypeRef::Native(&types::UINT32),
            Value::Long(_) => TypeRef::Native(&types::INT64),
            Value::UInt64(_) => TypeRef::Native(&types::UINT64),
            Value::Single(_) => TypeRef::Native(&types::SINGLE),
            Value::Double(_) => TypeRef::Native(&types::DOUBLE),
            Value::Decimal(_) => TypeRef::Native(&types::DECIMAL),
            Value::BigInt(_) => TypeRef::Native(&types::BIG_INTEGER),
            Value::Str(_) => TypeRef::Native(&types::STRING),
            Value::Enum(value) => value.ty.clone(),
            Value::Type(_) => TypeRef::Native(&types::RUNTIME_TYPE),
            Value::Array(array) => array.type_ref(),
            Value::Table(table) => table.type_ref(),
            Value::Object(object) => match object.base() {
                Some(base) => return base.type_ref(),
                None => TypeRef::Native(&types::PS_CUSTOM_OBJECT),
            },
            Value::Instance(instance) => TypeRef::Script(instance.ty.clone()),
            Value::Native(native) => native.type_ref(),
        })
    }

    /// The extra members that hang on this very object, if its kind can carry any.
    pub fn extra(&self) -> Option<&Extra> {
        match self {
            Value::Array(array) => Some(&array.extra),
            Value::Table(table) => Some(&table.extra),
            Value::Object(object) => Some(&object.extra),
            Value::Instance(instance) => Some(&instance.extra),
            Value::Native(native) => Some(&native.extra),
            _ => None,
        }
    }

    /// Whether both are the same object, as `Object.ReferenceEquals` says.
    pub fn same_reference(&self, other: &Value) -> bool {
        match (self.base(), other.base()) {
            (Value::Null | Value::Void, Value::Null | Value::Void) => true,
            (Value::Str(a), Value::Str(b)) => a.same(b),
            (Value::Type(a), Value::Type(b)) => a == b,
            (Value::Array(a), Value::Array(b)) => Rc::ptr_eq(a, b),
            (Value::Table(a), Value::Table(b)) => Rc::ptr_eq(a, b),
            (Value::Object(a), Value::Object(b)) => Rc::ptr_eq(a, b),
            (Value::Instance(a), Value::Instance(b)) => Rc::ptr_eq(a, b),
            (Value::Native(a), Value::Native(b)) => Rc::ptr_eq(a, b),
            _ => false,
        }
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Value::Bool(value)
    }
}

impl From<i32> for Value {
    fn from(value: i32) -> Self {
        Value::Int(value)
    }
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Value::Long(value)
    }
}

impl From<f64> for Value {
    fn from(value: f64) -> Self {
        Value::Double(value)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::Str(text.into())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Value::Str(text.into())
    }
}

impl From<Str> for Value {
    fn from(text: Str) -> Self {
        Value::Str(text)
    }
}

impl From<Number> for Value {
    fn from(number: Number) -> Self {
        match number {
            Number::SByte(n) => Value::SByte(n),
            Number::Byte(n) => Value::Byte(n),
            Number::Int16(n) => Value::Int16(n),
            Number::UInt16(n) => Value::UInt16(n),
            Number::Int32(n) => Value::Int(n),
            Number::UInt32(n) => Value::UInt32(n),
            Number::Int64(n) => Value::Long(n),
            Number::UInt64(n) => Value::UInt64(n),
            Number::Double(n) => Value::Double(n),
            Number::Decimal(n) => Value::Decimal(Rc::new(n)),
            Number::BigInt(n) => Value::BigInt(Rc::new(n)),
        }
    }
}

impl std::fmt::Debug for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Value::Null => f.write_str("$null"),
            Value::Void => f.write_str("(nothing)"),
            Value::Bool(b) => write!(f, "{b}"),
            Value::Char(c) => write!(f, "[char]{c}"),
            Value::Int(n) => write!(f, "{n}"),
            Value::Long(n) => write!(f, "{n}L"),
            Value::Double(n) => write!(f, "{n}d"),
            Value::Str(text) => write!(f, "{text:?}"),
            Value::Array(array) => f.debug_list().entries(array.items.borrow().iter()).finish(),
            other => match other.type_ref() {
                Some(ty) => write!(f, "[{}]", ty.full_name()),
                None => f.write_str("$null"),
            },
        }
    }
}
