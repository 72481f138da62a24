//! `System.Management.Automation.SwitchParameter`.

use super::arguments::Arguments;
use super::invoke::receiver;
use super::object;
use super::table::{Method, Property, StaticProperty, TypeTable};
use crate::value::types::SWITCH_PARAMETER;
use crate::value::{Env, Outcome, SwitchParameter, Value};

pub(super) static TABLE: TypeTable = TypeTable {
    properties: &[Property::new("IsPresent", "bool", is_present)],
    methods: &[
        Method::new("bool ToBool()", |env, this, _| is_present(env, this)),
        Method::new("string ToString()", object::to_string),
        Method::new("bool Equals(System.Object obj)", object::equals),
        Method::new("int GetHashCode()", object::get_hash_code),
    ],
    constructors: &[
        Method::new("switch new(bool isPresent)", |_, _, arguments| Ok(SwitchParameter::value(arguments.bool(0)))),
        Method::new("switch new()", |_, _, _| Ok(SwitchParameter::value(false))),
    ],
    static_properties: &[StaticProperty::new("Present", "switch", |_| Ok(SwitchParameter::value(true)))],
    ..TypeTable::of(&SWITCH_PARAMETER)
};

fn is_present(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Bool(receiver::<SwitchParameter>(this)?.0))
}
