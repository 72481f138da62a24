//! `System.Globalization.CompareInfo`.

use crate::text::search::{self, Comparison};
use crate::text::{Culture, Str};
use crate::types::arguments::Arguments;
use crate::types::invoke::receiver;
use crate::types::table::{Method, Property, TypeTable};
use crate::types::{known, object};
use crate::value::types::TypeRef;
use crate::value::{Env, Native, Outcome, Value};

/// How a culture compares texts.
struct CompareInfo(&'static Culture);

impl Native for CompareInfo {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&known::COMPARE_INFO)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(Str::from(format!("CompareInfo - {}", self.0.name))))
    }

    fn content_key(&self) -> Option<Str> {
        Some(Str::from(self.0.name))
    }
}

/// The comparison of a culture as a value.
pub(super) fn value(culture: &'static Culture) -> Value {
    Value::native(CompareInfo(culture))
}

fn own(this: &Value) -> Outcome<&'static Culture> {
    receiver::<CompareInfo>(this).map(|info| info.0)
}

pub(super) static TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("LCID", "int", |_, this| Ok(Value::Int(own(this)?.lcid))),
        Property::new("Name", "string", |_, this| Ok(Value::from(own(this)?.name))),
    ],
    methods: &[
        Method::new("int Compare(string string1, string string2)", compare),
        Method::new(
            "int Compare(string string1, string string2, System.Globalization.CompareOptions options)",
            compare,
        ),
        Method::new("bool Equals(System.Object value)", object::equals),
        Method::new("int GetHashCode()", object::get_hash_code),
        Method::new("int IndexOf(string source, string value)", index_of),
        Method::new("int IndexOf(string source, string value, System.Globalization.CompareOptions options)", index_of),
        Method::new("bool IsPrefix(string source, string prefix)", is_prefix),
        Method::new(
            "bool IsPrefix(string source, string prefix, System.Globalization.CompareOptions options)",
            is_prefix,
        ),
        Method::new("bool IsSuffix(string source, string suffix)", is_suffix),
        Method::new(
            "bool IsSuffix(string source, string suffix, System.Globalization.CompareOptions options)",
            is_suffix,
        ),
        Method::new("int LastIndexOf(string source, string value)", last_index_of),
        Method::new(
            "int LastIndexOf(string source, string value, System.Globalization.CompareOptions options)",
            last_index_of,
        ),
        Method::new("string ToString()", object::to_string),
    ],
    ..TypeTable::of(&known::COMPARE_INFO)
};

/// `CompareOptions` at the third place.
fn rule(arguments: &[Value]) -> Comparison {
    match arguments.number(2) {
        0x1000_0000 => Comparison::OrdinalIgnoreCase,
        0x4000_0000 => Comparison::Ordinal,
        bits if bits & 1 != 0 => Comparison::CultureIgnoreCase,
        _ => Comparison::Culture,
    }
}

fn compare(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Int(rule(arguments).compare(&arguments.text(0), &arguments.text(1)) as i32))
}

fn place(text: &str, found: Option<std::ops::Range<usize>>) -> Value {
    Value::Int(found.map_or(-1, |range| search::units_before(text, range.start) as i32))
}

fn index_of(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let text = arguments.text(0);
    Ok(place(&text, search::find(&text, &arguments.text(1), 0, rule(arguments))))
}

fn last_index_of(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let text = arguments.text(0);
    Ok(place(&text, search::find_last(&text, &arguments.text(1), text.len(), rule(arguments))))
}

fn is_prefix(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Bool(search::starts_with(&arguments.text(0), &arguments.text(1), rule(arguments))))
}

fn is_suffix(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Bool(search::ends_with(&arguments.text(0), &arguments.text(1), rule(arguments))))
}
