//! `$target[index]`, read and written, and the entries of table literals.

use super::convert::{self, is_cast_failure, object_text, to_int, to_text};
use super::enumerate::{count_of, is_enumerable, items_of};
use super::error::{
    ARGUMENT_OUT_OF_RANGE_EXCEPTION, ErrorCategory, Fault, Flow, INDEX_OUT_OF_RANGE_EXCEPTION, NOT_SUPPORTED_EXCEPTION,
    raw,
};
use super::{Array, Env, NativeObject, Outcome, Table, Value, types};
use crate::text::Str;

fn fault(id: &'static str, message: impl Into<Str>) -> Fault {
    Fault::new(id, ErrorCategory::InvalidOperation, message)
}

fn null_array() -> Flow {
    fault("NullArray", "Cannot index into a null array.").into()
}

fn null_index() -> Flow {
    fault("NullArrayIndex", "Index operation failed; the array index evaluated to null.").into()
}

/// `$target[index]`.
///
/// A negative index counts from the end, one outside gives null, a list of indices gives an `object[]` of what is
/// there. A table is asked for a key, and for each key of a list; an ordered one for a position when the index is an
/// `int`. A single value has itself at 0.
///
/// # Errors
/// `NullArray`, `NullArrayIndex`, `NeedMultidimensionalIndex`, and what the conversion of the index raises.
#[inline]
pub fn index(env: &mut dyn Env, target: &Value, index: &Value) -> Outcome<Value> {
    if let (Value::Array(array), Value::Int(i)) = (target, index)
        && array.dimensions.is_empty()
    {
        return Ok(at(*i, array.len()).and_then(|i| array.get(i)).unwrap_or_default());
    }
    index_any(env, target, index)
}

/// The position that an index means in a list of `length` items; `None` outside.
fn at(index: i32, length: usize) -> Option<usize> {
    let position = if index < 0 { i64::from(index) + i64::try_from(length).ok()? } else { i64::from(index) };
    usize::try_from(position).ok().filter(|position| *position < length)
}

fn index_any(env: &mut dyn Env, target: &Value, index: &Value) -> Outcome<Value> {
    let target = target.base();
    if target.is_null() {
        return Err(null_array());
    }
    if index.is_null() {
        return Err(null_index());
    }
    match target {
        Value::Array(array) if array.dimensions.len() > 1 => index_grid(env, array, index),
        Value::Table(table) => index_table(table, index),
        Value::Native(native) => index_native(env, target, native, index),
        Value::Instance(instance) => match instance.native_base() {
            Some(base) => index_native(env, target, base, index),
            None => index_list(env, target, index),
        },
        _ => index_list(env, target, index),
    }
}

/// One index or several into something that is counted; each that lies outside gives nothing.
fn index_list(env: &mut dyn Env, target: &Value, index: &Value) -> Outcome<Value> {
    if let Some(indices) = items_of(index) {
        let mut found = Vec::with_capacity(indices.len());
        for index in indices {
            let index = to_int(env, &index)?;
            found.extend(item(env, target, index)?);
        }
        return Ok(Value::array(found));
    }
    match to_int(env, index) {
        Ok(index) => Ok(item(env, target, index)?.unwrap_or_default()),
        Err(flow) if is_cast_failure(&flow) && index.as_str().is_some() => Ok(Value::Null),
        Err(flow) if is_cast_failure(&flow) => {
            let shown = Value::array(vec![index.clone()]);
            Err(convert::no_conversion(env, &shown, &super::TypeRef::Native(&types::INT32)))
        }
        Err(flow) => Err(flow),
    }
}

fn item(env: &mut dyn Env, target: &Value, index: i32) -> Outcome<Option<Value>> {
    Ok(match target {
        Value::Array(array) => at(index, array.len()).and_then(|i| array.get(i)),
        Value::Str(text) => at(index, text.utf16_len()).and_then(|i| text.unit_at(i)).map(Value::Char),
        Value::Native(native) => match count_of(target).and_then(|count| at(index, count)) {
            Some(i) => match native.data().index(env, &Value::Int(i32::try_from(i).unwrap_or(i32::MAX))) {
                Some(found) => Some(found?),
                None => items_of(target).and_then(|items| items.get(i).cloned()),
            },
            None if is_enumerable(target) => None,
            None => at(index, 1).map(|_| target.clone()),
        },
        other => at(index, 1).map(|_| other.clone()),
    })
}

fn index_native(env: &mut dyn Env, target: &Value, native: &NativeObject, index: &Value) -> Outcome<Value> {
    let ty = native.type_ref();
    if ty.native().is(&types::I_LIST) {
        let list = match target {
            Value::Native(_) => target.clone(),
            Value::Instance(instance) => match instance.native_base() {
                Some(base) => Value::Native(base.clone()),
                None => target.clone(),
            },
            other => other.clone(),
        };
        return index_list(env, &list, index);
    }
    if let Some(found) = native.data().index(env, index) {
        return match found {
            Err(flow) if is_enumerable(index) => match items_of(index) {
                Some(keys) => index_each(env, native, &keys),
                None => Err(flow),
            },
            other => other,
        };
    }
    index_list(env, target, index)
}

fn index_each(env: &mut dyn Env, native: &NativeObject, keys: &[Value]) -> Outcome<Value> {
    let mut found = Vec::with_capacity(keys.len());
    for key in keys {
        match native.data().index(env, key) {
            Some(item) => found.push(item?),
            None => found.push(Value::Null),
        }
    }
    Ok(Value::array(found))
}

/// The position that an index means in an ordered table; `None` when it is a key.
fn position(index: &Value) -> Option<i32> {
    match index.base() {
        Value::Int(n) => Some(*n),
        Value::Byte(n) => Some(i32::from(*n)),
        Value::SByte(n) => Some(i32::from(*n)),
        Value::Int16(n) => Some(i32::from(*n)),
        Value::UInt16(n) => Some(i32::from(*n)),
        _ => None,
    }
}

fn index_table(table: &Table, index: &Value) -> Outcome<Value> {
    let look_up = |index: &Value| match position(index).filter(|_| table.kind.is_ordered()) {
        Some(position) => at(position, table.len()).and_then(|i| table.at(i)).map(|(_, value)| value),
        None => table.get(index),
    };
    Ok(match items_of(index) {
        Some(keys) => Value::array(keys.iter().map(|key| look_up(key).unwrap_or_default()).collect()),
        None => look_up(index).unwrap_or_default(),
    })
}

/// An index into an array of several dimensions: as many numbers as it has, or a list of such lists.
fn index_grid(env: &mut dyn Env, array: &Array, index: &Value) -> Outcome<Value> {
    let Some(indices) = items_of(index) else { return Err(need_dimensions(env, array, std::slice::from_ref(index))?) };
    if !indices.is_empty() && indices.iter().all(is_enumerable) {
        let mut found = Vec::with_capacity(indices.len());
        for index in &indices {
            let index = items_of(index).unwrap_or_default();
            if let Some(i) = grid_position(env, array, &index)? {
                found.extend(array.get(i));
            }
        }
        return Ok(Value::array(found));
    }
    Ok(grid_position(env, array, &indices)?.and_then(|i| array.get(i)).unwrap_or_default())
}

fn grid_position(env: &mut dyn Env, array: &Array, indices: &[Value]) -> Outcome<Option<usize>> {
    if indices.len() != array.dimensions.len() {
        return Err(need_dimensions(env, array, indices)?);
    }
    let mut position = Some(0);
    for (index, length) in indices.iter().zip(&array.dimensions) {
        let i = at(to_int(env, index)?, *length);
        position = position.zip(i).map(|(position, i)| position * length + i);
    }
    Ok(position)
}

fn index_text(env: &mut dyn Env, indices: &[Value]) -> Outcome<String> {
    let mut texts = Vec::with_capacity(indices.len());
    for index in indices {
        texts.push(object_text(env, index)?.to_string());
    }
    Ok(texts.join(","))
}

fn need_dimensions(env: &mut dyn Env, array: &Array, indices: &[Value]) -> Outcome<Flow> {
    let text = index_text(env, indices)?;
    let rank = array.dimensions.len();
    let message = format!("You cannot index into a {rank} dimensional array with index [{text}].");
    let target = if indices.len() > 1 { Value::array(indices.to_vec()) } else { Value::Null };
    Ok(fault("NeedMultidimensionalIndex", message).target(target).into())
}

/// `$target[index] = value`; the value is converted to the element type of an array.
///
/// # Errors
/// `NullArray`, `NullArrayIndex`, `CannotIndex`, `ArraySliceAssignmentFailed`, `IndexOutOfRangeException`, and what the
/// conversions raise.
pub fn set_index(env: &mut dyn Env, target: &Value, index: &Value, value: Value) -> Outcome {
    let target = target.base();
    if target.is_null() {
        return Err(null_array());
    }
    if index.is_null() {
        return Err(null_index());
    }
    let value = super::enumerate::single(value);
    match target {
        Value::Array(array) => set_array(env, array, index, value),
        Value::Table(table) if !is_enumerable(index) => set_table(table, index, value),
        Value::Native(native) => set_native(env, target, native, index, value),
        Value::Instance(instance) => match instance.native_base() {
            Some(base) => set_native(env, &Value::Native(base.clone()), base, index, value),
            None => Err(cannot_index(target)),
        },
        _ => Err(cannot_index(target)),
    }
}

fn cannot_index(target: &Value) -> Flow {
    let name = match target {
        Value::Object(_) => types::PS_OBJECT.name.to_string(),
        other => other.type_ref().map(|ty| ty.full_name()).unwrap_or_default(),
    };
    fault("CannotIndex", format!("Unable to index into an object of type \"{name}\".")).into()
}

fn set_array(env: &mut dyn Env, array: &Array, index: &Value, value: Value) -> Outcome {
    let outside =
        || Flow::from(Fault::raw(&INDEX_OUT_OF_RANGE_EXCEPTION, "Index was outside the bounds of the array."));
    let position = match items_of(index) {
        Some(indices) if array.dimensions.len() > 1 => grid_position(env, array, &indices)?,
        None if array.dimensions.len() > 1 => {
            return Err(need_dimensions(env, array, std::slice::from_ref(index))?);
        }
        Some(indices) => {
            let text = index_text(env, &indices)?;
            let message = format!("Array assignment to [{text}] failed because assignment to slices is not supported.");
            return Err(fault("ArraySliceAssignmentFailed", message).into());
        }
        None => at(to_int(env, index)?, array.len()),
    };
    let position = position.ok_or_else(outside)?;
    let value =
        if array.element.is_native(&types::OBJECT) { value } else { convert::convert(env, &value, &array.element)? };
    match array.items.borrow_mut().get_mut(position) {
        Some(item) => {
            *item = value;
            Ok(())
        }
        None => Err(outside()),
    }
}

fn set_table(table: &Table, index: &Value, value: Value) -> Outcome {
    if table.read_only.get() {
        let message = "The OrderedDictionary is readonly and cannot be modified.";
        return Err(Fault::raw(&NOT_SUPPORTED_EXCEPTION, message).into());
    }
    match position(index).filter(|_| table.kind.is_ordered()) {
        Some(position) => {
            let done = usize::try_from(position).is_ok_and(|i| table.set_at(i, value));
            let message = "Specified argument was out of the range of valid values. (Parameter 'index')";
            if done { Ok(()) } else { Err(Fault::raw(&ARGUMENT_OUT_OF_RANGE_EXCEPTION, message).into()) }
        }
        None => {
            table.set(index.clone(), value);
            Ok(())
        }
    }
}

fn set_native(env: &mut dyn Env, target: &Value, native: &NativeObject, index: &Value, value: Value) -> Outcome {
    let mut index = index.clone();
    if native.type_ref().native().is(&types::I_LIST)
        && let Some(count) = count_of(target)
    {
        let wanted = to_int(env, &index)?;
        let position = at(wanted, count).and_then(|i| i32::try_from(i).ok());
        index = Value::Int(position.unwrap_or(wanted));
    }
    match native.data().set_index(env, &index, value) {
        Some(result) => result.map_err(raw),
        None => Err(cannot_index(target)),
    }
}

/// Adds an entry of the literal `@{ key = value }`.
///
/// # Errors
/// `InvalidNullKey`, `DuplicateKeyInHashLiteral`.
pub fn add_literal_entry(env: &mut dyn Env, table: &Table, key: Value, value: Value) -> Outcome {
    if key.is_null() {
        return Err(fault("InvalidNullKey", "A null key is not allowed in a hash literal.").into());
    }
    if table.contains(&key) {
        let text = to_text(env, &key)?;
        let message = format!("Duplicate keys '{text}' are not allowed in hash literals.");
        return Err(fault("DuplicateKeyInHashLiteral", message).into());
    }
    table.set(key, super::enumerate::single(value));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::env::TestEnv;
    use crate::value::{TableKind, TypeRef, convert};
    use std::rc::Rc;

    fn numbers() -> Value {
        Value::array(vec![Value::Int(1), Value::Int(2), Value::Int(3)])
    }

    fn text(target: &Value, index: impl Into<Value>) -> String {
        let env = &mut TestEnv::default();
        match super::index(env, target, &index.into()) {
            Ok(value) => convert::to_text(env, &value).unwrap_or_default().to_string(),
            Err(Flow::Error(record)) => format!("!{}", record.id),
            Err(_) => "!flow".into(),
        }
    }

    fn set(target: &Value, index: impl Into<Value>, value: impl Into<Value>) -> String {
        match set_index(&mut TestEnv::default(), target, &index.into(), value.into()) {
            Ok(()) => convert::to_text(&mut TestEnv::default(), target).unwrap_or_default().to_string(),
            Err(Flow::Error(record)) => format!("!{}", record.id),
            Err(_) => "!flow".into(),
        }
    }

    #[test]
    fn indices_count_from_either_end_and_give_nothing_outside() {
        let array = numbers();
        assert_eq!(text(&array, 0) + &text(&array, -1) + &text(&array, 5) + &text(&array, -4), "13");
        assert_eq!(text(&array, "1") + &text(&array, 1.5) + &text(&array, "x") + &text(&array, true), "232");
        let slice = |indices: &[i32]| Value::array(indices.iter().map(|i| Value::Int(*i)).collect());
        assert_eq!(text(&array, slice(&[-1, 0])), "3 1");
        assert_eq!(text(&array, slice(&[0, 5])), "1");
        assert_eq!(text(&Value::from("abc"), slice(&[0, -1, 7])), "a c");
        assert_eq!(text(&Value::Int(5), 0) + &text(&Value::Int(5), 1), "5");
    }

    #[test]
    fn null_has_no_items_and_is_no_index() {
        assert_eq!(text(&Value::Null, 0), "!NullArray");
        assert_eq!(text(&numbers(), Value::Null), "!NullArrayIndex");
    }

    #[test]
    fn a_table_is_asked_for_keys_and_an_ordered_one_for_positions_too() {
        let table = Table::new(TableKind::Ordered);
        table.set(Value::from("a"), Value::Int(1));
        table.set(Value::from("b"), Value::Int(2));
        let table = Value::Table(Rc::new(table));
        assert_eq!(text(&table, "B") + &text(&table, 0) + &text(&table, -1) + &text(&table, 9), "212");
        assert_eq!(text(&table, Value::array(vec![Value::from("b"), Value::from("z")])), "2 ");
        assert_eq!(set(&table, 9, 1), "!System.ArgumentOutOfRangeException");
    }

    #[test]
    fn assignment_converts_to_the_element_type() {
        let ints = Value::Array(Rc::new(Array::typed(TypeRef::Native(&types::INT32), vec![Value::Int(1)])));
        assert_eq!(set(&ints, 0, "7"), "7");
        assert_eq!(set(&ints, 0, "x"), "!InvalidCastFromStringToInteger");
        assert_eq!(set(&numbers(), -1, 9), "1 2 9");
        assert_eq!(set(&numbers(), 3, 9), "!System.IndexOutOfRangeException");
        assert_eq!(set(&numbers(), Value::array(vec![Value::Int(0)]), 9), "!ArraySliceAssignmentFailed");
        assert_eq!(set(&Value::from("abc"), 0, 9), "!CannotIndex");
    }

    #[test]
    fn an_array_of_two_dimensions_takes_two_indices() {
        let mut grid = Array::new((0..6).map(Value::Int).collect());
        grid.dimensions = Box::new([2, 3]);
        let grid = Value::Array(Rc::new(grid));
        let at = |a: i32, b: i32| Value::array(vec![Value::Int(a), Value::Int(b)]);
        assert_eq!(text(&grid, at(1, -1)) + &text(&grid, at(5, 1)), "5");
        assert_eq!(text(&grid, Value::array(vec![at(0, 1), at(1, 2)])), "1 5");
        assert_eq!(text(&grid, 0), "!NeedMultidimensionalIndex");
    }
}
