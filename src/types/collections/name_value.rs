//! `System.Collections.Specialized.NameValueCollection`: names without regard to case, each with several values.

use crate::text::Str;
use crate::text::symbol::same_name;
use crate::types::arguments::{Arguments, string_array};
use crate::types::invoke::receiver;
use crate::types::table::{Method, Property, TypeTable};
use crate::types::{fault, known};
use crate::value::types::TypeRef;
use crate::value::{Env, Native, Outcome, Value};
use std::cell::RefCell;

/// Names and their values in the order in which the names came.
#[derive(Default)]
pub struct NameValues(RefCell<Vec<(Str, Vec<Str>)>>);

impl NameValues {
    /// Adds a value to a name.
    pub fn add(&self, name: Str, value: Option<Str>) {
        let mut pairs = self.0.borrow_mut();
        match pairs.iter_mut().find(|(own, _)| same_name(own, &name)) {
            Some((_, values)) => values.extend(value),
            None => pairs.push((name, value.into_iter().collect())),
        }
    }

    fn joined(values: &[Str]) -> Value {
        match values {
            [] => Value::Null,
            values => Value::from(values.iter().map(Str::as_str).collect::<Vec<_>>().join(",")),
        }
    }

    fn by_name(&self, name: &str) -> Value {
        let pairs = self.0.borrow();
        pairs.iter().find(|(own, _)| same_name(own, name)).map_or(Value::Null, |(_, values)| Self::joined(values))
    }

    fn set(&self, name: Str, value: Str) {
        let mut pairs = self.0.borrow_mut();
        match pairs.iter_mut().find(|(own, _)| same_name(own, &name)) {
            Some((_, values)) => *values = vec![value],
            None => pairs.push((name, vec![value])),
        }
    }
}

impl Native for NameValues {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&known::NAME_VALUE_COLLECTION)
    }

    fn items(&self) -> Option<Vec<Value>> {
        Some(self.0.borrow().iter().map(|(name, _)| Value::Str(name.clone())).collect())
    }

    fn index(&self, _env: &mut dyn Env, index: &Value) -> Option<Outcome<Value>> {
        Some(match index.as_str() {
            Some(name) => Ok(self.by_name(name)),
            None => at(self, std::slice::from_ref(index)).map(|(_, values)| Self::joined(&values)),
        })
    }

    fn set_index(&self, _env: &mut dyn Env, index: &Value, value: Value) -> Option<Outcome<()>> {
        self.set(std::slice::from_ref(index).text(0), std::slice::from_ref(&value).text(0));
        Some(Ok(()))
    }
}

pub(in crate::types) static TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("AllKeys", "string[]", |_, this| {
            Ok(string_array(own(this)?.0.borrow().iter().map(|(name, _)| name.clone())))
        }),
        Property::new("Count", "int", |_, this| Ok(Value::Int(own(this)?.0.borrow().len() as i32))),
        Property::new("Keys", "System.Collections.Specialized.NameObjectCollectionBase+KeysCollection", |_, this| {
            Ok(string_array(own(this)?.0.borrow().iter().map(|(name, _)| name.clone())))
        }),
    ],
    methods: &[
        Method::new("void Add(string name, string value)", |_, this, arguments| {
            let value = (!arguments.is_null(1)).then(|| arguments.text(1));
            own(this)?.add(arguments.text(0), value);
            Ok(Value::Void)
        }),
        Method::new("void Clear()", |_, this, _| {
            own(this)?.0.borrow_mut().clear();
            Ok(Value::Void)
        }),
        Method::new("string Get(string name)", |_, this, arguments| Ok(own(this)?.by_name(&arguments.text(0)))),
        Method::new("string Get(int index)", |_, this, arguments| {
            at(own(this)?, arguments).map(|(_, values)| NameValues::joined(&values))
        }),
        Method::new("string GetKey(int index)", |_, this, arguments| {
            at(own(this)?, arguments).map(|(name, _)| Value::Str(name))
        }),
        Method::new("string[] GetValues(string name)", |_, this, arguments| {
            let pairs = own(this)?.0.borrow();
            let found = pairs.iter().find(|(name, _)| same_name(name, &arguments.text(0)));
            Ok(found.map_or(Value::Null, |(_, values)| string_array(values.iter().cloned())))
        }),
        Method::new("string[] GetValues(int index)", |_, this, arguments| {
            at(own(this)?, arguments).map(|(_, values)| string_array(values))
        }),
        Method::new("bool HasKeys()", |_, this, _| Ok(Value::Bool(!own(this)?.0.borrow().is_empty()))),
        Method::new("void Remove(string name)", |_, this, arguments| {
            own(this)?.0.borrow_mut().retain(|(name, _)| !same_name(name, &arguments.text(0)));
            Ok(Value::Void)
        }),
        Method::new("void Set(string name, string value)", |_, this, arguments| {
            own(this)?.set(arguments.text(0), arguments.text(1));
            Ok(Value::Void)
        }),
        Method::new("string Item(string name) {get;set;}", |_, this, arguments| {
            Ok(own(this)?.by_name(&arguments.text(0)))
        }),
    ],
    constructors: &[Method::new("System.Collections.Specialized.NameValueCollection new()", |_, _, _| {
        Ok(Value::native(NameValues::default()))
    })],
    ..TypeTable::of(&known::NAME_VALUE_COLLECTION)
};

fn own(this: &Value) -> Outcome<&NameValues> {
    receiver::<NameValues>(this)
}

/// The name and the values at an index.
fn at(own: &NameValues, arguments: &[Value]) -> Outcome<(Str, Vec<Str>)> {
    let place = usize::try_from(arguments.int(0)).ok();
    place.and_then(|place| own.0.borrow().get(place).cloned()).ok_or_else(fault::bad_index)
}
