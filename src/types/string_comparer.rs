//! `System.StringComparer` and the other comparers that .NET offers ready-made.

use super::arguments::Arguments;
use super::table::{Method, StaticProperty, TypeTable};
use super::{compare, hash, known};
use crate::text::search::Comparison;
use crate::text::symbol::fold;
use crate::value::types::TypeRef;
use crate::value::{Env, Native, Outcome, Value};
use std::cmp::Ordering;

/// A comparer of texts.
pub struct StringComparer(pub Comparison);

impl Native for StringComparer {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&known::STRING_COMPARER)
    }
}

/// `[StringComparer]::OrdinalIgnoreCase`.
pub fn ordinal_ignore_case() -> Value {
    Value::native(StringComparer(Comparison::OrdinalIgnoreCase))
}

/// `[StringComparer]::CurrentCultureIgnoreCase`.
pub(super) fn culture_ignore_case() -> Value {
    Value::native(StringComparer(Comparison::CultureIgnoreCase))
}

/// Whether a value is a comparer that takes texts for equal that differ by case alone.
pub(super) fn ignores_case(value: &Value) -> bool {
    value
        .downcast::<StringComparer>()
        .is_some_and(|comparer| matches!(comparer.0, Comparison::OrdinalIgnoreCase | Comparison::CultureIgnoreCase))
}

/// The order of two values by a comparer of texts; `None` where the value is no such comparer.
pub(super) fn order(env: &mut dyn Env, comparer: &Value, a: &Value, b: &Value) -> Option<Outcome<Ordering>> {
    let comparer = comparer.downcast::<StringComparer>()?;
    Some(match (a.as_str(), b.as_str()) {
        (Some(a), Some(b)) => Ok(comparer.0.compare(a, b)),
        _ => compare::order(env, a, b),
    })
}

pub(super) static TABLE: TypeTable = TypeTable {
    methods: &[
        Method::new("int Compare(System.Object x, System.Object y)", compare_values),
        Method::new("int Compare(string x, string y)", compare_values),
        Method::new("bool Equals(System.Object x, System.Object y)", equal_values),
        Method::new("bool Equals(string x, string y)", equal_values),
        Method::new("int GetHashCode(System.Object obj)", hash_code),
        Method::new("int GetHashCode(string obj)", hash_code),
    ],
    static_properties: &[
        StaticProperty::new("InvariantCulture", "System.StringComparer", |_| make(Comparison::Culture)),
        StaticProperty::new("InvariantCultureIgnoreCase", "System.StringComparer", |_| {
            make(Comparison::CultureIgnoreCase)
        }),
        StaticProperty::new("CurrentCulture", "System.StringComparer", |_| make(Comparison::Culture)),
        StaticProperty::new("CurrentCultureIgnoreCase", "System.StringComparer", |_| {
            make(Comparison::CultureIgnoreCase)
        }),
        StaticProperty::new("Ordinal", "System.StringComparer", |_| make(Comparison::Ordinal)),
        StaticProperty::new("OrdinalIgnoreCase", "System.StringComparer", |_| make(Comparison::OrdinalIgnoreCase)),
    ],
    static_methods: &[
        Method::new("System.StringComparer FromComparison(System.StringComparison comparisonType)", from_comparison),
        Method::new("System.StringComparer Create(cultureinfo culture, bool ignoreCase)", create),
    ],
    ..TypeTable::of(&known::STRING_COMPARER)
};

fn make(comparison: Comparison) -> Outcome<Value> {
    Ok(Value::native(StringComparer(comparison)))
}

fn rule(this: &Value) -> Comparison {
    this.downcast::<StringComparer>().map_or(Comparison::Ordinal, |comparer| comparer.0)
}

fn compare_values(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (a, b) = (arguments.value(0), arguments.value(1));
    let order = match (a.as_str(), b.as_str()) {
        (Some(a), Some(b)) => rule(this).compare(a, b),
        _ => compare::order(env, &a, &b)?,
    };
    Ok(Value::Int(order as i32))
}

fn equal_values(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (a, b) = (arguments.value(0), arguments.value(1));
    let same = match (a.as_str(), b.as_str()) {
        (Some(a), Some(b)) => rule(this).equal(a, b),
        _ => compare::equals(env, &a, &b)?,
    };
    Ok(Value::Bool(same))
}

fn hash_code(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let value = arguments.value(0);
    let code = match value.as_str() {
        Some(text) if ignores_case(this) => hash::code_of(&Value::from(fold(text))),
        _ => hash::code_of(&value),
    };
    Ok(Value::Int(code))
}

fn from_comparison(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    make(super::string::comparison(arguments, 0))
}

fn create(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    make(if arguments.bool(1) { Comparison::CultureIgnoreCase } else { Comparison::Culture })
}
