//! Lists that the language itself makes: `ArrayList` and `Collection[PSObject]`.

pub use super::collections::list::List;
use crate::value::Value;

/// An `ArrayList`.
pub fn array_list(items: Vec<Value>) -> Value {
    Value::native(List::array_list(items))
}

/// A `Collection[PSObject]`, as invoking a script block gives.
pub fn collection(items: Vec<Value>) -> Value {
    Value::native(List::collection(items))
}

/// Appends to a list; false where the value is none.
pub fn push_to_array_list(list: &Value, item: Value) -> bool {
    match list.downcast::<List>() {
        Some(list) => {
            list.push(item);
            true
        }
        None => false,
    }
}

/// Inserts into a list and drops what lies past `most` items.
pub fn insert_in_array_list(list: &Value, at: usize, item: Value, most: usize) {
    if let Some(list) = list.downcast::<List>() {
        list.change(|items| {
            items.insert(at.min(items.len()), item);
            items.truncate(most);
        });
    }
}
