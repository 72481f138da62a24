//! ``System.Lazy`1``: a value that is made when it is first asked for.

use super::arguments::Arguments;
use super::invoke::{receiver, type_of_call};
use super::table::{Method, Property, TypeTable};
use super::{delegate, object};
use crate::text::Str;
use crate::value::types::{NativeType, TypeRef};
use crate::value::{Env, Native, Outcome, Value, convert};
use std::cell::RefCell;

static LAZY: NativeType = NativeType::generic("System.Lazy`1", 1);

/// A value to come.
struct Lazy {
    ty: TypeRef,
    factory: Value,
    made: RefCell<Option<Value>>,
}

impl Lazy {
    fn get(&self, env: &mut dyn Env) -> Outcome<Value> {
        if let Some(made) = self.made.borrow().clone() {
            return Ok(made);
        }
        let value = delegate::invoke(env, &self.factory, &[])?;
        self.made.replace(Some(value.clone()));
        Ok(value)
    }
}

impl Native for Lazy {
    fn type_ref(&self) -> TypeRef {
        self.ty.clone()
    }

    fn text(&self, env: &mut dyn Env) -> Outcome<Option<Str>> {
        let made = self.made.borrow().clone();
        Ok(Some(match made {
            Some(value) => convert::object_text(env, &value)?,
            None => Str::from("Value is not created."),
        }))
    }
}

pub(super) static TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("IsValueCreated", "bool", |_, this| {
            Ok(Value::Bool(receiver::<Lazy>(this)?.made.borrow().is_some()))
        }),
        Property::new("Value", "T", |env, this| receiver::<Lazy>(this)?.get(env)),
    ],
    methods: &[Method::new("string ToString()", object::to_string)],
    constructors: &[
        Method::new("System.Lazy[T] new(T value)", |_, this, arguments| {
            let (ty, factory) = (type_of_call(this), Value::Null);
            Ok(Value::native(Lazy { ty, factory, made: RefCell::new(Some(arguments.value(0))) }))
        }),
        Method::new("System.Lazy[T] new(System.Func[T] valueFactory)", |_, this, arguments| {
            let (ty, factory) = (type_of_call(this), arguments.value(0));
            Ok(Value::native(Lazy { ty, factory, made: RefCell::new(None) }))
        }),
    ],
    ..TypeTable::of(&LAZY)
};
