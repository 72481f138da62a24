//! `PSObject`: what `$object.PSObject` shows, and the list of type names.

use super::member::{Part, collection};
use super::session;
use crate::engine::psobject::View;
use crate::text::Str;
use crate::types::{Method, Property, TypeTable, fault};
use crate::value::types::{I_LIST, NativeType, OBJECT, PS_OBJECT};
use crate::value::{Env, Instance, Native, Outcome, PsObject, TypeRef, Value, convert, index};
use std::cell::RefCell;
use std::rc::Rc;

fn object(this: &Value) -> Value {
    match this.downcast::<View>() {
        Some(view) => view.0.clone(),
        None => this.clone(),
    }
}

pub(super) static VIEW_TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new(
            "Members",
            "System.Management.Automation.PSMemberInfoCollection[System.Management.Automation.PSMemberInfo]",
            |env, this| collection(env, &object(this), Part::Members),
        ),
        Property::new(
            "Properties",
            "System.Management.Automation.PSMemberInfoCollection[System.Management.Automation.PSPropertyInfo]",
            |env, this| collection(env, &object(this), Part::Properties),
        ),
        Property::new(
            "Methods",
            "System.Management.Automation.PSMemberInfoCollection[System.Management.Automation.PSMethodInfo]",
            |env, this| collection(env, &object(this), Part::Methods),
        ),
        Property::new("ImmediateBaseObject", "System.Object", |_, this| Ok(object(this).base().clone())),
        Property::new("BaseObject", "System.Object", |_, this| Ok(object(this).base().clone())),
        Property::new("TypeNames", "System.Collections.ObjectModel.Collection[string]", |env, this| {
            type_names(env, &object(this))
        }),
    ],
    methods: &[
        Method::new("psobject Copy()", |_, this, _| Ok(copy(&object(this)))),
        Method::new("string ToString()", |env, this, _| Ok(Value::Str(convert::to_text(env, &object(this))?))),
    ],
    constructors: &[
        Method::new("psobject new()", |_, _, _| Ok(Value::Object(Rc::new(PsObject::new())))),
        Method::new("psobject new(int instanceMemberCapacity)", |_, _, _| Ok(Value::Object(Rc::new(PsObject::new())))),
        Method::new("psobject new(System.Object obj)", |_, _, arguments| Ok(wrapped(arguments))),
    ],
    static_methods: &[Method::new("psobject AsPSObject(System.Object obj)", |_, _, arguments| Ok(wrapped(arguments)))],
    ..TypeTable::of(&PS_OBJECT)
};

fn wrapped(arguments: &[Value]) -> Value {
    let value = arguments.first().cloned().unwrap_or_default();
    match value.extra() {
        Some(_) => value,
        None => Value::Object(Rc::new(PsObject::wrapping(value))),
    }
}

/// A copy of an object with copies of what hangs on it; values that cannot be copied are shared.
pub fn copy(value: &Value) -> Value {
    match value {
        Value::Object(custom) => {
            let own = match custom.base() {
                Some(base) => PsObject::wrapping(copy(base)),
                None => PsObject::new(),
            };
            own.extra.copy_from(&custom.extra);
            Value::Object(Rc::new(own))
        }
        Value::Table(table) => {
            let own = table.copied();
            own.extra.copy_from(&table.extra);
            Value::Table(Rc::new(own))
        }
        Value::Array(array) => {
            let own = crate::value::Array::typed(array.element.clone(), array.items.borrow().clone());
            own.extra.copy_from(&array.extra);
            Value::Array(Rc::new(own))
        }
        Value::Instance(instance) => {
            let own = Instance::new(instance.ty.clone());
            own.fields.replace(instance.fields.borrow().clone());
            if let Some(base) = instance.native_base() {
                own.set_native_base(base.clone());
            }
            own.extra.copy_from(&instance.extra);
            Value::Instance(Rc::new(own))
        }
        other => other.clone(),
    }
}

pub static TYPE_NAMES: NativeType =
    NativeType::class("System.Management.Automation.Runspaces.ConsolidatedString", &OBJECT).implements(&[&I_LIST]);

/// The type names of an object; changes go to the object.
struct TypeNames {
    object: Value,
    names: RefCell<Vec<Str>>,
}

/// `PSObject.TypeNames`.
///
/// # Errors
/// None of its own.
pub fn type_names(env: &mut dyn Env, object: &Value) -> Outcome<Value> {
    let names = RefCell::new(session(env)?.type_names(object));
    Ok(Value::native(TypeNames { object: object.clone(), names }))
}

impl TypeNames {
    fn change<T>(&self, change: impl FnOnce(&mut Vec<Str>) -> T) -> T {
        let result = change(&mut self.names.borrow_mut());
        if let Some(extra) = self.object.extra() {
            let names = self.names.borrow().clone();
            extra.change(|parts| parts.type_names = Some(names));
        }
        result
    }
}

impl Native for TypeNames {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&TYPE_NAMES)
    }

    fn items(&self) -> Option<Vec<Value>> {
        Some(self.names.borrow().iter().cloned().map(Value::Str).collect())
    }

    fn count(&self) -> Option<usize> {
        Some(self.names.borrow().len())
    }

    fn index(&self, env: &mut dyn Env, at: &Value) -> Option<Outcome<Value>> {
        let items = Value::array(self.items().unwrap_or_default());
        Some(index::index(env, &items, at))
    }

    fn set_index(&self, env: &mut dyn Env, at: &Value, value: Value) -> Option<Outcome<()>> {
        let place = match convert::to_int(env, at) {
            Ok(place) => usize::try_from(place).unwrap_or(usize::MAX),
            Err(flow) => return Some(Err(flow)),
        };
        let text = match convert::to_text(env, &value) {
            Ok(text) => text,
            Err(flow) => return Some(Err(flow)),
        };
        Some(self.change(|names| match names.get_mut(place) {
            Some(old) => {
                *old = text;
                Ok(())
            }
            None => Err(fault::bad_index()),
        }))
    }
}

fn list(this: &Value) -> Outcome<&TypeNames> {
    this.downcast::<TypeNames>().ok_or_else(fault::null_reference)
}

fn text(arguments: &[Value], place: usize) -> Str {
    arguments.get(place).and_then(Value::as_str).cloned().unwrap_or_default()
}

fn place(arguments: &[Value]) -> usize {
    match arguments.first().map(Value::base) {
        Some(Value::Int(n)) => usize::try_from(*n).unwrap_or(usize::MAX),
        _ => usize::MAX,
    }
}

fn position(this: &Value, arguments: &[Value]) -> Outcome<Option<usize>> {
    let wanted = text(arguments, 0);
    Ok(list(this)?.names.borrow().iter().position(|name| *name == wanted))
}

pub(super) static NAMES_TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("Count", "int", |_, this| {
            Ok(Value::Int(i32::try_from(list(this)?.names.borrow().len()).unwrap_or(i32::MAX)))
        }),
        Property::new("IsReadOnly", "bool", |_, _| Ok(Value::Bool(false))),
    ],
    methods: &[
        Method::new("void Add(string item)", |_, this, arguments| {
            list(this)?.change(|names| names.push(text(arguments, 0)));
            Ok(Value::Void)
        }),
        Method::new("void Clear()", |_, this, _| {
            list(this)?.change(Vec::clear);
            Ok(Value::Void)
        }),
        Method::new("bool Contains(string item)", |_, this, arguments| {
            Ok(Value::Bool(position(this, arguments)?.is_some()))
        }),
        Method::new("int IndexOf(string item)", |_, this, arguments| {
            let place = position(this, arguments)?.and_then(|place| i32::try_from(place).ok());
            Ok(Value::Int(place.unwrap_or(-1)))
        }),
        Method::new("void Insert(int index, string item)", |_, this, arguments| {
            let at = place(arguments);
            if at > list(this)?.names.borrow().len() {
                return Err(fault::bad_index());
            }
            list(this)?.change(|names| names.insert(at, text(arguments, 1)));
            Ok(Value::Void)
        }),
        Method::new("bool Remove(string item)", |_, this, arguments| {
            let found = position(this, arguments)?;
            if let Some(at) = found {
                list(this)?.change(|names| names.remove(at));
            }
            Ok(Value::Bool(found.is_some()))
        }),
        Method::new("void RemoveAt(int index)", |_, this, arguments| {
            let at = place(arguments);
            if at >= list(this)?.names.borrow().len() {
                return Err(fault::bad_index());
            }
            list(this)?.change(|names| names.remove(at));
            Ok(Value::Void)
        }),
    ],
    ..TypeTable::of(&TYPE_NAMES)
};
