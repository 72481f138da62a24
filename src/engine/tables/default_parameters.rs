//! `DefaultParameterDictionary`: what `$PSDefaultParameterValues` holds; its keys are `Command:Parameter` or `Disabled`.

use crate::engine::Session;
use crate::engine::binder::parse_key;
use crate::engine::signature::Check;
use crate::engine::variable::Constraint;
use crate::text::Symbol;
use crate::text::symbol::same_name;
use crate::types::exceptions::{PS_ARGUMENT_EXCEPTION, PS_INVALID_OPERATION_EXCEPTION};
use crate::types::fault::null_reference;
use crate::types::{Method, Property, TypeTable};
use crate::value::{
    Env, ErrorCategory, Fault, Flow, Native, NativeType, Outcome, Table, TableKind, TypeRef, Value, types,
};
use std::rc::Rc;

pub static DEFAULT_PARAMETER_DICTIONARY: NativeType =
    NativeType::class("System.Management.Automation.DefaultParameterDictionary", &types::HASHTABLE);

/// The dictionary.
struct DefaultParameters(Rc<Table>);

impl DefaultParameters {
    /// Sets a value after a look at its key.
    fn store(&self, key: &Value, value: Value) -> Outcome<()> {
        let Some(text) = key.as_str() else {
            let ty = key.type_ref().map(|ty| ty.full_name()).unwrap_or_default();
            let message = format!(
                "The key '{key:?}' of type '{ty}' is not a string value. DefaultParameterDictionary only accepts string \
                 value keys."
            );
            let fault = Fault::new("Argument", ErrorCategory::InvalidArgument, message);
            return Err(fault.of(&PS_ARGUMENT_EXCEPTION).into());
        };
        let trimmed = text.trim();
        if parse_key(trimmed).is_none() && !same_name(trimmed, "Disabled") {
            let message = format!(
                "The key '{text}' does not have a valid format. For information about the correct format, see \
                 about_Parameters_Default_Values at https://go.microsoft.com/fwlink/?LinkId=228266."
            );
            let fault = Fault::new("InvalidOperation", ErrorCategory::InvalidOperation, message);
            return Err(fault.of(&PS_INVALID_OPERATION_EXCEPTION).into());
        }
        self.0.set(Value::from(trimmed), value);
        Ok(())
    }
}

impl Native for DefaultParameters {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&DEFAULT_PARAMETER_DICTIONARY)
    }

    fn count(&self) -> Option<usize> {
        Some(self.0.len())
    }

    fn index(&self, _env: &mut dyn Env, index: &Value) -> Option<Outcome<Value>> {
        let key = index.as_str().map(|text| Value::from(text.trim()));
        Some(Ok(key.and_then(|key| self.0.get(&key)).unwrap_or_default()))
    }

    fn set_index(&self, _env: &mut dyn Env, index: &Value, value: Value) -> Option<Outcome<()>> {
        Some(self.store(index, value).map_err(in_assignment))
    }

    fn dictionary_pairs(&self) -> Option<Vec<(Value, Value)>> {
        Some(self.0.pairs())
    }

    fn dynamic_property(&self, name: &str) -> Option<Value> {
        self.0.get_text(name)
    }
}

pub(super) static TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("IsReadOnly", "bool", |_, _| Ok(Value::Bool(false))),
        Property::new("IsFixedSize", "bool", |_, _| Ok(Value::Bool(false))),
        Property::new("Keys", "System.Collections.ICollection", |_, this| {
            Ok(crate::types::table_keys(own(this)?.0.clone()))
        }),
        Property::new("Values", "System.Collections.ICollection", |_, this| {
            Ok(crate::types::table_values(own(this)?.0.clone()))
        }),
        Property::new("Count", "int", |_, this| Ok(Value::Int(i32::try_from(own(this)?.0.len()).unwrap_or(i32::MAX)))),
    ],
    methods: &[
        Method::new("bool ChangeSinceLastCheck()", |_, _, _| Ok(Value::Bool(false))),
        Method::new("void Add(System.Object key, System.Object value)", add),
        Method::new("void Clear()", |_, this, _| {
            own(this)?.0.clear();
            Ok(Value::Void)
        }),
        Method::new("System.Object Clone()", |_, this, _| Ok(of_table(Rc::new(own(this)?.0.copied())))),
        Method::new("bool Contains(System.Object key)", contains),
        Method::new("bool ContainsKey(System.Object key)", contains),
        Method::new("void Remove(System.Object key)", |_, this, arguments| {
            if let Some(key) = arguments.first().and_then(Value::as_str) {
                own(this)?.0.remove(&Value::from(key.trim()));
            }
            Ok(Value::Void)
        }),
        Method::new("System.Object Item(System.Object key) {get;set;}", |env, this, arguments| {
            let key = arguments.first().cloned().unwrap_or_default();
            own(this)?.index(env, &key).unwrap_or(Ok(Value::Null))
        }),
    ],
    constructors: &[
        Method::new("System.Management.Automation.DefaultParameterDictionary new()", |_, _, _| Ok(empty())),
        Method::new(
            "System.Management.Automation.DefaultParameterDictionary new(System.Collections.IDictionary dictionary)",
            new_of_dictionary,
        ),
    ],
    ..TypeTable::of(&DEFAULT_PARAMETER_DICTIONARY)
};

/// What an indexer raises reaches the script inside an error of the language.
fn in_assignment(flow: Flow) -> Flow {
    match flow {
        Flow::Error(record) => {
            let fault = Fault::new(record.id.clone(), record.category, record.exception_message());
            fault.inner(record.exception.clone()).into()
        }
        other => other,
    }
}

fn own(this: &Value) -> Outcome<&DefaultParameters> {
    this.downcast().ok_or_else(null_reference)
}

fn of_table(table: Rc<Table>) -> Value {
    Value::native(DefaultParameters(table))
}

/// A dictionary without entries.
fn empty() -> Value {
    of_table(Rc::new(Table::new(TableKind::Hashtable)))
}

fn add(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let own = own(this)?;
    let [key, value] = arguments else { return Ok(Value::Void) };
    if let Some(text) = key.as_str()
        && own.0.get_text(text.trim()).is_some()
    {
        let message = format!("The key '{text}' has already been added to the dictionary.");
        return Err(Fault::exception(&PS_ARGUMENT_EXCEPTION, message).into());
    }
    own.store(key, value.clone()).map(|()| Value::Void)
}

fn contains(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let own = own(this)?;
    let key = arguments.first().and_then(Value::as_str);
    Ok(Value::Bool(key.is_some_and(|key| own.0.get_text(key.trim()).is_some())))
}

fn new_of_dictionary(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let made = DefaultParameters(Rc::new(Table::new(TableKind::Hashtable)));
    let pairs = match arguments.first().map(Value::base) {
        Some(Value::Table(table)) => table.pairs(),
        Some(Value::Native(native)) => native.data().dictionary_pairs().unwrap_or_default(),
        _ => Vec::new(),
    };
    for (key, value) in pairs {
        made.store(&key, value)?;
    }
    Ok(Value::native(made))
}

/// Defines the variable, which takes dictionaries with good keys alone.
pub fn define(session: &Session) {
    let variable = session.global.variable(Symbol::new("PSDefaultParameterValues"));
    variable.put(Some(empty()));
    let ty = TypeRef::Native(&DEFAULT_PARAMETER_DICTIONARY);
    let constraint = Constraint { ty: Some(ty.clone()), attributes: vec![Check::Convert(ty)] };
    *variable.constraint.borrow_mut() = Some(Rc::new(constraint));
}
