//! `RuntimeDefinedParameter`: a parameter that a `dynamicparam` block defines while its command runs.

use super::Session;
use super::binder::attribute::{self, Arguments};
use super::lower::params::Attributes;
use super::signature::Param;
use crate::text::Str;
use crate::types::attributes::AttributeObject;
use crate::types::collections::dictionary::RUNTIME_PARAMETER;
use crate::types::{Method, Property, TypeTable};
use crate::value::{Env, Native, Outcome, TypeRef, Value, convert, enumerate, types};
use std::cell::{Cell, RefCell};

/// The parameter, and the value that a call has given it.
pub struct RuntimeParameter {
    name: RefCell<Str>,
    ty: RefCell<TypeRef>,
    /// A collection of attributes.
    attributes: Value,
    value: RefCell<Value>,
    is_set: Cell<bool>,
}

impl RuntimeParameter {
    /// Gives it its value.
    pub fn set(&self, value: Value) {
        self.value.replace(value);
        self.is_set.set(true);
    }
}

impl Native for RuntimeParameter {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&RUNTIME_PARAMETER)
    }
}

pub(super) static TABLE: TypeTable = TypeTable {
    properties: &[
        Property::settable(
            "Name",
            "string",
            |_, this| Ok(read(this, |own| Value::Str(own.name.borrow().clone()))),
            |_, this, value| {
                read(this, |own| own.name.replace(value.as_str().cloned().unwrap_or_default()));
                Ok(())
            },
        ),
        Property::settable(
            "ParameterType",
            "type",
            |_, this| Ok(read(this, |own| Value::Type(std::rc::Rc::new(own.ty.borrow().clone())))),
            |_, this, value| {
                if let Value::Type(ty) = value.base() {
                    read(this, |own| drop(own.ty.replace((**ty).clone())));
                }
                Ok(())
            },
        ),
        Property::new("Attributes", "System.Collections.ObjectModel.Collection[System.Attribute]", |_, this| {
            Ok(read(this, |own| own.attributes.clone()))
        }),
        Property::settable(
            "Value",
            "System.Object",
            |_, this| Ok(read(this, |own| own.value.borrow().clone())),
            |_, this, value| {
                read(this, |own| own.set(value));
                Ok(())
            },
        ),
        Property::settable(
            "IsSet",
            "bool",
            |_, this| Ok(read(this, |own| Value::Bool(own.is_set.get()))),
            |_, this, value| {
                read(this, |own| own.is_set.set(matches!(value, Value::Bool(true))));
                Ok(())
            },
        ),
    ],
    constructors: &[
        Method::new("System.Management.Automation.RuntimeDefinedParameter new()", new),
        Method::new(
            "System.Management.Automation.RuntimeDefinedParameter new(string name, type parameterType, \
             System.Object attributes)",
            new,
        ),
    ],
    ..TypeTable::of(&RUNTIME_PARAMETER)
};

fn read<T: Default>(this: &Value, read: impl FnOnce(&RuntimeParameter) -> T) -> T {
    this.downcast::<RuntimeParameter>().map(read).unwrap_or_default()
}

fn new(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let name = match arguments.first() {
        Some(name) => convert::to_text(env, name)?,
        None => Str::default(),
    };
    let ty = match arguments.get(1).map(Value::base) {
        Some(Value::Type(ty)) => (**ty).clone(),
        _ => TypeRef::Native(&types::OBJECT),
    };
    let attributes = match arguments.get(2).filter(|value| !value.is_null()) {
        Some(attributes) => attributes.clone(),
        None => crate::types::list::collection(Vec::new()),
    };
    Ok(Value::native(RuntimeParameter {
        name: RefCell::new(name),
        ty: RefCell::new(ty),
        attributes,
        value: RefCell::default(),
        is_set: Cell::new(false),
    }))
}

/// The parameters in what a `dynamicparam` block wrote: a dictionary of them.
///
/// # Errors
/// What the attributes of the parameters raise.
pub fn params_of(session: &mut Session, output: &Value) -> Outcome<Vec<Param>> {
    let pairs = match output.base() {
        Value::Table(table) => table.pairs(),
        Value::Native(native) => native.data().dictionary_pairs().unwrap_or_default(),
        _ => Vec::new(),
    };
    let mut params = Vec::with_capacity(pairs.len());
    for (_, value) in pairs {
        if value.downcast::<RuntimeParameter>().is_some() {
            params.push(param_of(session, &value)?);
        }
    }
    Ok(params)
}

fn param_of(session: &mut Session, value: &Value) -> Outcome<Param> {
    let (name, ty, list) = match value.downcast::<RuntimeParameter>() {
        Some(own) => (own.name.borrow().clone(), own.ty.borrow().clone(), own.attributes.clone()),
        None => (Str::default(), TypeRef::Native(&types::OBJECT), Value::Null),
    };
    let mut attributes = Attributes::default();
    for object in enumerate::items_of(&list).unwrap_or_default() {
        let read = match object.downcast::<AttributeObject>() {
            Some(own) => {
                let named = own.named.borrow().clone();
                let arguments = Arguments { positional: own.positional.clone(), named };
                let name = own.ty.short_name();
                attribute::read(session, name, given_only(arguments))?
            }
            None => attribute::Attribute::Check(super::signature::Check::Custom(object)),
        };
        attributes.add(read);
    }
    let mut param = Param::new(name, ty);
    attributes.give(&mut param)?;
    param.runtime = value.clone();
    Ok(param)
}

/// Leaves out the properties that nobody set.
fn given_only(arguments: Arguments) -> Arguments {
    Arguments { named: arguments.named.into_iter().filter(|(_, value)| !value.is_null()).collect(), ..arguments }
}
