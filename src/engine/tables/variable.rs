//! `PSVariable`: a variable as an object.

use super::session;
use crate::engine::eval::SESSION_STATE_UNAUTHORIZED;
use crate::engine::variable::{Variable, VariableOptions};
use crate::text::{Str, Symbol};
use crate::types::enums::{SCOPED_ITEM_OPTIONS, SESSION_STATE_ENTRY_VISIBILITY};
use crate::types::{Method, Property, TypeTable, fault};
use crate::value::types::{NativeType, OBJECT};
use crate::value::{EnumValue, Env, ErrorCategory, Fault, Flow, Native, Outcome, TypeRef, Value};
use std::rc::Rc;

pub static PS_VARIABLE: NativeType = NativeType::class("System.Management.Automation.PSVariable", &OBJECT);

/// `System.Management.Automation.PSVariable`.
pub struct PsVariable(pub Rc<Variable>);

impl Native for PsVariable {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&PS_VARIABLE)
    }
}

/// A variable as a value.
pub fn value(variable: Rc<Variable>) -> Value {
    Value::native(PsVariable(variable))
}

fn of(this: &Value) -> Outcome<&Rc<Variable>> {
    this.downcast::<PsVariable>().map(|variable| &variable.0).ok_or_else(fault::null_reference)
}

/// The number of `ScopedItemOptions`.
pub fn number(options: VariableOptions) -> i64 {
    i64::from(options.read_only)
        | i64::from(options.constant) << 1
        | i64::from(options.private) << 2
        | i64::from(options.all_scope) << 3
}

/// The options of a value of `ScopedItemOptions`; none for anything else.
pub fn options(value: &Value) -> VariableOptions {
    let number = match value.base() {
        Value::Enum(value) => value.value,
        _ => 0,
    };
    let has = |bit: i64| number & bit != 0;
    VariableOptions { read_only: has(1), constant: has(2), private: has(4), all_scope: has(8) }
}

/// Changes the options of a variable that exists.
///
/// # Errors
/// `VariableNotWritable`, `VariableCannotBeMadeConstant`, `VariableAllScopeOptionCannotBeRemoved`.
pub fn change_options(variable: &Variable, new: VariableOptions, force: bool) -> Outcome {
    let old = variable.options.get();
    let name = variable.name.name();
    if old.constant || old.read_only && !force {
        return Err(not_writable(&name));
    }
    if new.constant {
        let text = format!(
            "Existing variable {name} cannot be made constant. Variables can be made constant only at creation time."
        );
        return Err(refused("VariableCannotBeMadeConstant", text, &name));
    }
    if old.all_scope && !new.all_scope {
        let text = format!("The AllScope option cannot be removed from the variable '{name}'.");
        return Err(refused("VariableAllScopeOptionCannotBeRemoved", text, &name));
    }
    variable.options.set(new);
    Ok(())
}

/// The error for a variable that is read-only or constant.
pub fn not_writable(name: &str) -> Flow {
    let text = format!("Cannot overwrite variable {name} because it is read-only or constant.");
    refused("VariableNotWritable", text, name)
}

/// An error of the session's state about a variable.
pub fn refused(id: &str, text: String, name: &str) -> Flow {
    let fault = Fault::new(id, ErrorCategory::WriteError, text).of(&SESSION_STATE_UNAUTHORIZED);
    fault.target(Value::from(name)).into()
}

pub(super) static TABLE: TypeTable = TypeTable {
    accelerators: &["psvariable"],
    properties: &[
        Property::new("Name", "string", |_, this| Ok(Value::Str(of(this)?.name.name()))),
        Property::settable(
            "Description",
            "string",
            |_, this| Ok(Value::Str(of(this)?.description.borrow().clone())),
            |_, this, value| {
                of(this)?.description.replace(value.as_str().cloned().unwrap_or_default());
                Ok(())
            },
        ),
        Property::settable(
            "Value",
            "System.Object",
            |_, this| Ok(of(this)?.get().unwrap_or_default()),
            |env, this, value| {
                let variable = of(this)?.clone();
                session(env)?.write_variable(&variable, value)
            },
        ),
        Property::settable(
            "Visibility",
            "System.Management.Automation.SessionStateEntryVisibility",
            |_, _| Ok(EnumValue::native(&SESSION_STATE_ENTRY_VISIBILITY, 0)),
            |_, _, _| Ok(()),
        ),
        Property::new("Module", "psmoduleinfo", |_, _| Ok(Value::Null)),
        Property::new("ModuleName", "string", |_, _| Ok(Value::Str(Str::default()))),
        Property::settable(
            "Options",
            "System.Management.Automation.ScopedItemOptions",
            |_, this| Ok(EnumValue::native(&SCOPED_ITEM_OPTIONS, number(of(this)?.options.get()))),
            |_, this, value| change_options(of(this)?, options(&value), false),
        ),
        Property::new("Attributes", "System.Collections.ObjectModel.Collection[System.Attribute]", |_, this| {
            let variable = of(this)?;
            let constraint = variable.constraint.borrow().clone();
            let count = constraint.map_or(0, |own| own.attributes.len().max(usize::from(own.ty.is_some())));
            Ok(Value::array(vec![Value::from("System.Management.Automation.ArgumentTypeConverterAttribute"); count]))
        }),
    ],
    methods: &[Method::new("bool IsValidValue(System.Object value)", |_, _, _| Ok(Value::Bool(true)))],
    constructors: &[
        Method::new("psvariable new(string name)", new),
        Method::new("psvariable new(string name, System.Object value)", new),
        Method::new(
            "psvariable new(string name, System.Object value, System.Management.Automation.ScopedItemOptions options)",
            new,
        ),
    ],
    ..TypeTable::of(&PS_VARIABLE)
};

fn new(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let name = arguments.first().and_then(Value::as_str).cloned().unwrap_or_default();
    let variable = Variable::with_value(Symbol::new(&name), arguments.get(1).cloned().unwrap_or_default());
    variable.options.set(options(arguments.get(2).unwrap_or(&Value::Null)));
    Ok(value(Rc::new(variable)))
}
