//! `System.Boolean`.

use super::arguments::Arguments;
use super::invoke::assign;
use super::table::{Method, StaticProperty, TypeTable};
use super::{compare, enums, fault, object};
use crate::value::error::FORMAT_EXCEPTION;
use crate::value::types::BOOLEAN;
use crate::value::{EnumValue, Env, Outcome, Value};

pub(super) static TABLE: TypeTable = TypeTable {
    methods: &[
        Method::new("int GetHashCode()", object::get_hash_code),
        Method::new("string ToString()", object::to_string),
        Method::new("string ToString(System.IFormatProvider provider)", object::to_string),
        Method::new("bool Equals(System.Object obj)", object::equals),
        Method::new("bool Equals(bool obj)", object::equals),
        Method::new("int CompareTo(System.Object obj)", compare_to),
        Method::new("int CompareTo(bool value)", compare_to),
        Method::new("System.TypeCode GetTypeCode()", get_type_code),
    ],
    static_properties: &[
        StaticProperty::new("TrueString", "string", true_string),
        StaticProperty::new("FalseString", "string", false_string),
    ],
    static_methods: &[
        Method::new("bool Parse(string value)", parse),
        Method::new("bool TryParse(string value, [ref] bool result)", try_parse),
    ],
    ..TypeTable::of(&BOOLEAN)
};

fn true_string(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::from("True"))
}

fn false_string(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::from("False"))
}

fn compare_to(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Int(compare::order(env, this, &arguments.value(0))? as i32))
}

fn get_type_code(_env: &mut dyn Env, _this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(EnumValue::native(&enums::TYPE_CODE, 3))
}

/// The truth value that a text names.
pub(super) fn read(text: &str) -> Option<bool> {
    match text.trim_matches(|c: char| c.is_whitespace() || c == '\0') {
        text if text.eq_ignore_ascii_case("true") => Some(true),
        text if text.eq_ignore_ascii_case("false") => Some(false),
        _ => None,
    }
}

fn parse(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let text = arguments.text(0);
    read(&text).map(Value::Bool).ok_or_else(|| {
        fault::raise(&FORMAT_EXCEPTION, format!("String '{text}' was not recognized as a valid Boolean."))
    })
}

fn try_parse(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let read = read(&arguments.text(0));
    assign(env, arguments.get(1), Value::Bool(read.unwrap_or_default()))?;
    Ok(Value::Bool(read.is_some()))
}
