//! `System.Tuple` and `System.ValueTuple`: a few values together.

use super::arguments::Arguments;
use super::invoke::{receiver, type_of_call};
use super::table::{Method, Property, TypeTable};
use super::{compare, known};
use crate::text::Str;
use crate::value::types::{NativeType, OBJECT, TypeRef};
use crate::value::{Env, Native, Outcome, TableKey, Value, convert};
use std::cell::RefCell;
use std::rc::Rc;

/// The values of a tuple; those of a `Tuple` cannot be set.
pub struct Tuple {
    ty: TypeRef,
    items: RefCell<Vec<Value>>,
}

/// The generic tuple types by the number of their values, from one on.
static VALUE_TUPLES: [&NativeType; 7] = [
    &known::VALUE_TUPLE_1,
    &known::VALUE_TUPLE_2,
    &known::VALUE_TUPLE_3,
    &known::VALUE_TUPLE_4,
    &known::VALUE_TUPLE_5,
    &known::VALUE_TUPLE_6,
    &known::VALUE_TUPLE_7,
];
static TUPLES: [&NativeType; 7] = [
    &known::TUPLE_1,
    &known::TUPLE_2,
    &known::TUPLE_3,
    &known::TUPLE_4,
    &known::TUPLE_5,
    &known::TUPLE_6,
    &known::TUPLE_7,
];

fn made(definitions: &[&'static NativeType], items: Vec<Value>) -> Value {
    let arguments = items.iter().map(|item| item.type_ref().unwrap_or(TypeRef::Native(&OBJECT))).collect();
    let definition = items.len().checked_sub(1).and_then(|place| definitions.get(place));
    let ty = match definition {
        Some(definition) => TypeRef::Generic(Rc::new((*definition, arguments))),
        None => TypeRef::Native(&known::VALUE_TUPLE),
    };
    Value::native(Tuple { ty, items: RefCell::new(items) })
}

/// A `ValueTuple` of values, as methods return it.
pub fn of_values(items: Vec<Value>) -> Value {
    made(&VALUE_TUPLES, items)
}

impl Native for Tuple {
    fn type_ref(&self) -> TypeRef {
        self.ty.clone()
    }

    fn text(&self, env: &mut dyn Env) -> Outcome<Option<Str>> {
        let items = self.items.borrow().clone();
        let mut texts = Vec::with_capacity(items.len());
        for item in &items {
            texts.push(convert::object_text(env, item)?.to_string());
        }
        Ok(Some(Str::from(format!("({})", texts.join(", ")))))
    }

    fn content_key(&self) -> Option<Str> {
        let keys: Vec<String> =
            self.items.borrow().iter().map(|item| format!("{:?}", TableKey::of(item, true))).collect();
        Some(Str::from(keys.join("|")))
    }
}

const fn table(ty: &'static NativeType, constructors: &'static [Method], properties: &'static [Property]) -> TypeTable {
    TypeTable { constructors, properties, methods: METHODS, ..TypeTable::of(ty) }
}

static METHODS: &[Method] = &[Method::new("int CompareTo(System.Object other)", compare_to)];

pub(super) static TABLES: &[&TypeTable] = &[
    &TUPLE,
    &VALUE_TUPLE,
    &TUPLE_1,
    &TUPLE_2,
    &TUPLE_3,
    &TUPLE_4,
    &TUPLE_5,
    &TUPLE_6,
    &TUPLE_7,
    &VALUE_TUPLE_1,
    &VALUE_TUPLE_2,
    &VALUE_TUPLE_3,
    &VALUE_TUPLE_4,
    &VALUE_TUPLE_5,
    &VALUE_TUPLE_6,
    &VALUE_TUPLE_7,
];

static TUPLE: TypeTable = TypeTable { static_methods: CREATE, ..TypeTable::of(&known::TUPLE) };
static VALUE_TUPLE: TypeTable = TypeTable { static_methods: CREATE_VALUE, ..TypeTable::of(&known::VALUE_TUPLE) };

static CREATE: &[Method] = &[
    Method::new("System.Tuple[T1] Create[T1](T1 item1)", create),
    Method::new("System.Tuple[T1,T2] Create[T1, T2](T1 item1, T2 item2)", create),
    Method::new("System.Tuple[T1,T2,T3] Create[T1, T2, T3](T1 item1, T2 item2, T3 item3)", create),
    Method::new("System.Tuple[T1,T2,T3,T4] Create[T1, T2, T3, T4](T1 item1, T2 item2, T3 item3, T4 item4)", create),
    Method::new(
        "System.Tuple[T1,T2,T3,T4,T5] Create[T1, T2, T3, T4, T5](T1 item1, T2 item2, T3 item3, T4 item4, T5 item5)",
        create,
    ),
];

static CREATE_VALUE: &[Method] = &[
    Method::new("System.ValueTuple[T1] Create[T1](T1 item1)", create_value),
    Method::new("System.ValueTuple[T1,T2] Create[T1, T2](T1 item1, T2 item2)", create_value),
    Method::new("System.ValueTuple[T1,T2,T3] Create[T1, T2, T3](T1 item1, T2 item2, T3 item3)", create_value),
    Method::new(
        "System.ValueTuple[T1,T2,T3,T4] Create[T1, T2, T3, T4](T1 item1, T2 item2, T3 item3, T4 item4)",
        create_value,
    ),
];

static TUPLE_1: TypeTable = table(&known::TUPLE_1, &[Method::new("new(T1 item1)", new)], READ_1);
static TUPLE_2: TypeTable = table(&known::TUPLE_2, &[Method::new("new(T1 item1, T2 item2)", new)], READ_2);
static TUPLE_3: TypeTable = table(&known::TUPLE_3, &[Method::new("new(T1 item1, T2 item2, T3 item3)", new)], READ_3);
static TUPLE_4: TypeTable =
    table(&known::TUPLE_4, &[Method::new("new(T1 item1, T2 item2, T3 item3, T4 item4)", new)], READ_4);
static TUPLE_5: TypeTable =
    table(&known::TUPLE_5, &[Method::new("new(T1 item1, T2 item2, T3 item3, T4 item4, T5 item5)", new)], READ_5);
static TUPLE_6: TypeTable = table(
    &known::TUPLE_6,
    &[Method::new("new(T1 item1, T2 item2, T3 item3, T4 item4, T5 item5, T6 item6)", new)],
    READ_6,
);
static TUPLE_7: TypeTable = table(
    &known::TUPLE_7,
    &[Method::new("new(T1 item1, T2 item2, T3 item3, T4 item4, T5 item5, T6 item6, T7 item7)", new)],
    READ_7,
);
static VALUE_TUPLE_1: TypeTable = table(&known::VALUE_TUPLE_1, &[Method::new("new(T1 item1)", new)], READ_1);
static VALUE_TUPLE_2: TypeTable = table(&known::VALUE_TUPLE_2, &[Method::new("new(T1 item1, T2 item2)", new)], READ_2);
static VALUE_TUPLE_3: TypeTable =
    table(&known::VALUE_TUPLE_3, &[Method::new("new(T1 item1, T2 item2, T3 item3)", new)], READ_3);
static VALUE_TUPLE_4: TypeTable =
    table(&known::VALUE_TUPLE_4, &[Method::new("new(T1 item1, T2 item2, T3 item3, T4 item4)", new)], READ_4);
static VALUE_TUPLE_5: TypeTable =
    table(&known::VALUE_TUPLE_5, &[Method::new("new(T1 item1, T2 item2, T3 item3, T4 item4, T5 item5)", new)], READ_5);
static VALUE_TUPLE_6: TypeTable = table(
    &known::VALUE_TUPLE_6,
    &[Method::new("new(T1 item1, T2 item2, T3 item3, T4 item4, T5 item5, T6 item6)", new)],
    READ_6,
);
static VALUE_TUPLE_7: TypeTable = table(
    &known::VALUE_TUPLE_7,
    &[Method::new("new(T1 item1, T2 item2, T3 item3, T4 item4, T5 item5, T6 item6, T7 item7)", new)],
    READ_7,
);

const ITEM_1: Property = Property::new("Item1", "T1", |_, this| item(this, 0));
const ITEM_2: Property = Property::new("Item2", "T2", |_, this| item(this, 1));
const ITEM_3: Property = Property::new("Item3", "T3", |_, this| item(this, 2));
const ITEM_4: Property = Property::new("Item4", "T4", |_, this| item(this, 3));
const ITEM_5: Property = Property::new("Item5", "T5", |_, this| item(this, 4));
const ITEM_6: Property = Property::new("Item6", "T6", |_, this| item(this, 5));
const ITEM_7: Property = Property::new("Item7", "T7", |_, this| item(this, 6));
const LENGTH: Property = Property::new("Length", "int", length);

static READ_1: &[Property] = &[ITEM_1, LENGTH];
static READ_2: &[Property] = &[ITEM_1, ITEM_2, LENGTH];
static READ_3: &[Property] = &[ITEM_1, ITEM_2, ITEM_3, LENGTH];
static READ_4: &[Property] = &[ITEM_1, ITEM_2, ITEM_3, ITEM_4, LENGTH];
static READ_5: &[Property] = &[ITEM_1, ITEM_2, ITEM_3, ITEM_4, ITEM_5, LENGTH];
static READ_6: &[Property] = &[ITEM_1, ITEM_2, ITEM_3, ITEM_4, ITEM_5, ITEM_6, LENGTH];
static READ_7: &[Property] = &[ITEM_1, ITEM_2, ITEM_3, ITEM_4, ITEM_5, ITEM_6, ITEM_7, LENGTH];

fn item(this: &Value, place: usize) -> Outcome<Value> {
    Ok(receiver::<Tuple>(this)?.items.borrow().get(place).cloned().unwrap_or_default())
}

fn length(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(receiver::<Tuple>(this)?.items.borrow().len() as i32))
}

fn create(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(made(&TUPLES, arguments.to_vec()))
}

fn create_value(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(of_values(arguments.to_vec()))
}

fn new(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::native(Tuple { ty: type_of_call(this), items: RefCell::new(arguments.to_vec()) }))
}

fn compare_to(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let own = receiver::<Tuple>(this)?.items.borrow().clone();
    let other = arguments.value(0);
    let Some(other) = other.downcast::<Tuple>() else { return Ok(Value::Int(1)) };
    let other = other.items.borrow().clone();
    for (a, b) in own.iter().zip(&other) {
        let order = compare::order(env, a, b)?;
        if order.is_ne() {
            return Ok(Value::Int(order as i32));
        }
    }
    Ok(Value::Int(0))
}
