//! The comparers that are no `StringComparer`: `Comparer`, `CaseInsensitiveComparer`, ``Comparer`1`` and
//! ``EqualityComparer`1``.

use super::arguments::Arguments;
use super::invoke::{receiver, type_of_call};
use super::table::{Method, StaticProperty, TypeTable};
use super::{compare, delegate, hash, known, string_comparer};
use crate::value::types::TypeRef;
use crate::value::{Env, Native, Outcome, Value};
use std::cmp::Ordering;

/// How a comparer orders.
enum Rule {
    /// By the items' own order.
    Default,
    /// Texts without regard to case.
    IgnoreCase,
    /// By a function.
    Function(Value),
}

/// A comparer.
struct Comparer {
    ty: TypeRef,
    rule: Rule,
}

impl Comparer {
    fn order(&self, env: &mut dyn Env, a: &Value, b: &Value) -> Outcome<Ordering> {
        match &self.rule {
            Rule::Default => compare::order(env, a, b),
            Rule::IgnoreCase => {
                let comparer = string_comparer::culture_ignore_case();
                string_comparer::order(env, &comparer, a, b).unwrap_or(Ok(Ordering::Equal))
            }
            Rule::Function(function) => delegate::compare(env, function, a, b),
        }
    }
}

impl Native for Comparer {
    fn type_ref(&self) -> TypeRef {
        self.ty.clone()
    }
}

pub(super) static TABLES: &[&TypeTable] = &[&CASE_INSENSITIVE, &EQUALITY, &GENERIC, &TABLE];

static TABLE: TypeTable = TypeTable {
    methods: &[Method::new("int Compare(System.Object a, System.Object b)", order_of)],
    constructors: &[Method::new("System.Collections.Comparer new(cultureinfo culture)", |_, _, _| {
        Ok(make(TypeRef::Native(&known::COMPARER), Rule::Default))
    })],
    static_properties: &[
        StaticProperty::new("Default", "System.Collections.Comparer", default),
        StaticProperty::new("DefaultInvariant", "System.Collections.Comparer", default),
    ],
    ..TypeTable::of(&known::COMPARER)
};

static CASE_INSENSITIVE: TypeTable = TypeTable {
    methods: &[Method::new("int Compare(System.Object a, System.Object b)", order_of)],
    constructors: &[
        Method::new("System.Collections.CaseInsensitiveComparer new()", |env, _, _| default_ignoring_case(env)),
        Method::new("System.Collections.CaseInsensitiveComparer new(cultureinfo culture)", |env, _, _| {
            default_ignoring_case(env)
        }),
    ],
    static_properties: &[
        StaticProperty::new("Default", "System.Collections.CaseInsensitiveComparer", default_ignoring_case),
        StaticProperty::new("DefaultInvariant", "System.Collections.CaseInsensitiveComparer", default_ignoring_case),
    ],
    ..TypeTable::of(&known::CASE_INSENSITIVE_COMPARER)
};

static GENERIC: TypeTable = TypeTable {
    methods: &[Method::new("int Compare(T x, T y)", order_of)],
    // The type argument is not told to a static property; the order is the items' own for each.
    static_properties: &[StaticProperty::new("Default", "System.Collections.Generic.Comparer[T]", |_| {
        Ok(make(object_generic(&known::COMPARER_1), Rule::Default))
    })],
    static_methods: &[Method::new(
        "System.Collections.Generic.Comparer[T] Create(System.Comparison[T] comparison)",
        |_, this, arguments| Ok(make(type_of_call(this), Rule::Function(arguments.value(0)))),
    )],
    ..TypeTable::of(&known::COMPARER_1)
};

static EQUALITY: TypeTable = TypeTable {
    methods: &[
        Method::new("bool Equals(T x, T y)", |env, _, arguments| {
            Ok(Value::Bool(compare::equals(env, &arguments.value(0), &arguments.value(1))?))
        }),
        Method::new("int GetHashCode(T obj)", |_, _, arguments| Ok(Value::Int(hash::code_of(&arguments.value(0))))),
    ],
    static_properties: &[StaticProperty::new("Default", "System.Collections.Generic.EqualityComparer[T]", |_| {
        Ok(make(object_generic(&known::EQUALITY_COMPARER_1), Rule::Default))
    })],
    ..TypeTable::of(&known::EQUALITY_COMPARER_1)
};

fn object_generic(definition: &'static crate::value::NativeType) -> TypeRef {
    TypeRef::Generic(std::rc::Rc::new((definition, vec![TypeRef::Native(&crate::value::types::OBJECT)])))
}

fn make(ty: TypeRef, rule: Rule) -> Value {
    Value::native(Comparer { ty, rule })
}

fn default(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(make(TypeRef::Native(&known::COMPARER), Rule::Default))
}

fn default_ignoring_case(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(make(TypeRef::Native(&known::CASE_INSENSITIVE_COMPARER), Rule::IgnoreCase))
}

fn order_of(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let own = receiver::<Comparer>(this)?;
    Ok(Value::Int(own.order(env, &arguments.value(0), &arguments.value(1))? as i32))
}
