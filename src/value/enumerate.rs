//! What the pipeline, `foreach` and the operators take apart, and how results are put together again.

use super::Value;
pub use super::index::{add_literal_entry, index, set_index};

/// The items of a value that the language enumerates: arrays and the lists of .NET.
///
/// `None` for a value that counts as one item: strings, tables, custom objects and scalars.
pub fn items_of(value: &Value) -> Option<Vec<Value>> {
    match value.base() {
        Value::Array(array) => Some(array.items.borrow().clone()),
        Value::Native(native) => native.data().items(),
        Value::Instance(instance) => instance.native_base().and_then(|base| base.data().items()),
        _ => None,
    }
}

/// Whether the language enumerates a value.
pub fn is_enumerable(value: &Value) -> bool {
    match value.base() {
        Value::Array(_) => true,
        Value::Native(native) => native.data().count().is_some(),
        Value::Instance(instance) => instance.native_base().is_some_and(|base| base.data().count().is_some()),
        _ => false,
    }
}

/// The number of items, where the language enumerates the value.
pub fn count_of(value: &Value) -> Option<usize> {
    match value.base() {
        Value::Array(array) => Some(array.len()),
        Value::Native(native) => native.data().count(),
        Value::Instance(instance) => instance.native_base().and_then(|base| base.data().count()),
        _ => None,
    }
}

/// Adds what the pipeline makes of a value: its items, the value itself, or nothing at all.
pub fn unroll_into(value: Value, output: &mut Vec<Value>) {
    if matches!(value, Value::Void) {
        return;
    }
    match items_of(&value) {
        Some(items) => output.extend(items),
        None => output.push(value),
    }
}

/// The output of a pipeline as one value: nothing, the only item, or an `object[]`.
pub fn collapse(mut output: Vec<Value>) -> Value {
    match output.len() {
        0 => Value::Void,
        1 => output.pop().unwrap_or_default(),
        _ => Value::array(output),
    }
}

/// The value where one is asked for: nothing becomes null.
pub fn single(value: Value) -> Value {
    if matches!(value, Value::Void) { Value::Null } else { value }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn output_collapses_to_nothing_one_item_or_an_array() {
        assert!(matches!(collapse(vec![]), Value::Void));
        assert!(matches!(collapse(vec![Value::Int(1)]), Value::Int(1)));
        assert_eq!(count_of(&collapse(vec![Value::Int(1), Value::Null])), Some(2));
    }

    #[test]
    fn strings_and_tables_are_single_items() {
        assert!(items_of(&Value::from("ab")).is_none());
        let mut output = Vec::new();
        unroll_into(Value::array(vec![Value::Int(1), Value::Void]), &mut output);
        unroll_into(Value::Void, &mut output);
        unroll_into(Value::Null, &mut output);
        assert_eq!(output.len(), 3);
    }
}
