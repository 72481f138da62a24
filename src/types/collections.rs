//! The collections of .NET beside arrays and `Hashtable`.

pub mod dictionary;
mod hash_set;
mod linked_list;
pub mod list;
mod list_range;
pub mod name_value;
pub mod pair;
mod priority_queue;
mod queue;
mod sets;
mod sorted_dictionary;
mod sorted_set;
mod stack;

use super::enumerator;
use super::known;
use super::string_comparer;
use super::table::TypeTable;
use crate::value::Value;

/// The tables of all collections.
pub(super) static TABLES: &[&[&TypeTable]] = &[
    dictionary::TABLES,
    hash_set::TABLES,
    linked_list::TABLES,
    list::TABLES,
    &[&name_value::TABLE],
    pair::TABLES,
    priority_queue::TABLES,
    queue::TABLES,
    sorted_dictionary::TABLES,
    sorted_set::TABLES,
    stack::TABLES,
];

/// An enumerator over the items of a collection.
fn enumerator_of(items: Vec<Value>) -> Value {
    enumerator::over(items)
}

/// Whether a comparer of keys takes texts for equal that differ by case alone.
fn key_ignores_case(comparer: &Value) -> bool {
    string_comparer::ignores_case(comparer)
}

/// The collection and the comparer among the arguments of a constructor; a capacity is neither.
fn source_and_comparer(arguments: &[Value]) -> (Option<Value>, Value) {
    let mut source = None;
    let mut comparer = Value::Null;
    for argument in arguments {
        let is_comparer = argument.type_ref().is_some_and(|ty| {
            let native = ty.native();
            let interfaces =
                [&known::I_COMPARER, &known::I_COMPARER_1, &known::I_EQUALITY_COMPARER, &known::I_EQUALITY_COMPARER_1];
            interfaces.into_iter().any(|interface| native.is(interface))
        });
        match argument {
            Value::Int(_) => {}
            _ if is_comparer => comparer = argument.clone(),
            // A comparer that is null stands behind the collection.
            _ if source.is_none() => source = Some(argument.clone()),
            _ => {}
        }
    }
    (source, comparer)
}

/// The entries of a dictionary, which enumerates them though the pipeline takes it for one object.
pub fn entries_of(value: &Value) -> Option<Vec<Value>> {
    if let Some(dictionary) = value.downcast::<dictionary::Dictionary>() {
        return Some(dictionary.entries());
    }
    value.downcast::<sorted_dictionary::Sorted>().map(sorted_dictionary::Sorted::items_now)
}
