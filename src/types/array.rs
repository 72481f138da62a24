//! `System.Array`: members of arrays and the static methods that work on them.

mod statics;

use super::arguments::{Arguments, whole};
use super::table::{Method, Property, StaticProperty, TypeTable};
use super::{default, enumerator, fault, resolve, sequence};
use crate::value::error::{
    ARGUMENT_EXCEPTION, INDEX_OUT_OF_RANGE_EXCEPTION, NOT_SUPPORTED_EXCEPTION, OVERFLOW_EXCEPTION,
};
use crate::value::types::{ARRAY, TypeRef};
use crate::value::{Array, Env, Flow, Outcome, Value};
use statics as s;
use std::rc::Rc;

pub(super) static TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("Length", "int", length),
        Property::new("LongLength", "long", long_length),
        Property::new("Rank", "int", rank),
        Property::new("SyncRoot", "System.Object", sync_root),
        Property::new("IsReadOnly", "bool", is_read_only),
        Property::new("IsFixedSize", "bool", is_fixed_size),
        Property::new("IsSynchronized", "bool", is_synchronized),
        // An alias of the length, which PowerShell's type data adds.
        Property::new("Count", "int", length),
    ],
    methods: &[
        Method::new("T Get(int )", get_value),
        Method::new("void Set(int , T )", set),
        Method::new("int GetLength(int dimension)", get_length),
        Method::new("int GetUpperBound(int dimension)", get_upper_bound),
        Method::new("int GetLowerBound(int dimension)", get_lower_bound),
        Method::new("System.Object GetValue(Params int[] indices)", get_value),
        Method::new("System.Object GetValue(int index)", get_value),
        Method::new("System.Object GetValue(int index1, int index2)", get_value),
        Method::new("System.Object GetValue(int index1, int index2, int index3)", get_value),
        Method::new("void SetValue(System.Object value, int index)", set_value),
        Method::new("void SetValue(System.Object value, int index1, int index2)", set_value),
        Method::new("void SetValue(System.Object value, int index1, int index2, int index3)", set_value),
        Method::new("void SetValue(System.Object value, Params int[] indices)", set_value),
        Method::new("System.Object GetValue(long index)", get_value),
        Method::new("System.Object GetValue(long index1, long index2)", get_value),
        Method::new("System.Object GetValue(long index1, long index2, long index3)", get_value),
        Method::new("System.Object GetValue(Params long[] indices)", get_value),
        Method::new("void SetValue(System.Object value, long index)", set_value),
        Method::new("void SetValue(System.Object value, long index1, long index2)", set_value),
        Method::new("void SetValue(System.Object value, long index1, long index2, long index3)", set_value),
        Method::new("void SetValue(System.Object value, Params long[] indices)", set_value),
        Method::new("long GetLongLength(int dimension)", get_long_length),
        Method::new("System.Object Clone()", clone),
        Method::new("void CopyTo(array array, int index)", copy_to),
        Method::new("void CopyTo(array array, long index)", copy_to),
        Method::new("System.Collections.IEnumerator GetEnumerator()", get_enumerator),
        Method::new("void Initialize()", |_, _, _| Ok(Value::Void)),
        Method::new("System.Object ICloneable.Clone()", clone),
        Method::new("int IList.Add(System.Object value)", fixed_size),
        Method::new("bool IList.Contains(System.Object value)", contains),
        Method::new("void IList.Clear()", clear),
        Method::new("int IList.IndexOf(System.Object value)", index_of),
        Method::new("void IList.Insert(int index, System.Object value)", fixed_size),
        Method::new("void IList.Remove(System.Object value)", fixed_size),
        Method::new("void IList.RemoveAt(int index)", fixed_size),
        Method::new("System.Object IList.Item(int index) {get;set;}", get_value),
    ],
    static_properties: &[StaticProperty::new("MaxLength", "int", max_length)],
    static_methods: &[
        Method::new("System.Collections.ObjectModel.ReadOnlyCollection[T] AsReadOnly[T](T[] array)", s::as_read_only),
        Method::new("void Resize[T]([ref] T[] array, int newSize)", s::resize),
        Method::new("array CreateInstance(type elementType, int length)", s::create_instance),
        Method::new("array CreateInstance(type elementType, int length1, int length2)", s::create_instance),
        Method::new(
            "array CreateInstance(type elementType, int length1, int length2, int length3)",
            s::create_instance,
        ),
        Method::new("array CreateInstance(type elementType, Params int[] lengths)", s::create_instance),
        Method::new("array CreateInstance(type elementType, int[] lengths, int[] lowerBounds)", s::create_instance),
        Method::new("array CreateInstance(type elementType, Params long[] lengths)", s::create_instance),
        Method::new("void Copy(array sourceArray, array destinationArray, long length)", s::copy),
        Method::new(
            "void Copy(array sourceArray, long sourceIndex, array destinationArray, long destinationIndex, long length)",
            s::copy,
        ),
        Method::new(
            "void ConstrainedCopy(array sourceArray, int sourceIndex, array destinationArray, int destinationIndex, int length)",
            s::constrained_copy,
        ),
        Method::new("void Copy(array sourceArray, array destinationArray, int length)", s::copy),
        Method::new(
            "void Copy(array sourceArray, int sourceIndex, array destinationArray, int destinationIndex, int length)",
            s::copy,
        ),
        Method::new("void Clear(array array)", s::clear),
        Method::new("void Clear(array array, int index, int length)", s::clear),
        Method::new("int BinarySearch(array array, System.Object value)", s::binary_search),
        Method::new("int BinarySearch(array array, int index, int length, System.Object value)", s::binary_search),
        Method::new(
            "int BinarySearch(array array, System.Object value, System.Collections.IComparer comparer)",
            s::binary_search,
        ),
        Method::new(
            "int BinarySearch(array array, int index, int length, System.Object value, System.Collections.IComparer comparer)",
            s::binary_search,
        ),
        Method::new("int BinarySearch[T](T[] array, T value)", s::binary_search),
        Method::new(
            "int BinarySearch[T](T[] array, T value, System.Collections.Generic.IComparer[T] comparer)",
            s::binary_search,
        ),
        Method::new("int BinarySearch[T](T[] array, int index, int length, T value)", s::binary_search),
        Method::new(
            "int BinarySearch[T](T[] array, int index, int length, T value, System.Collections.Generic.IComparer[T] comparer)",
            s::binary_search,
        ),
        Method::new(
            "TOutput[] ConvertAll[TInput, TOutput](TInput[] array, System.Converter[TInput,TOutput] converter)",
            s::convert_all,
        ),
        Method::new("T[] Empty[T]()", s::empty),
        Method::new("bool Exists[T](T[] array, System.Predicate[T] match)", s::exists),
        Method::new("void Fill[T](T[] array, T value)", s::fill),
        Method::new("void Fill[T](T[] array, T value, int startIndex, int count)", s::fill),
        Method::new("T Find[T](T[] array, System.Predicate[T] match)", s::find),
        Method::new("T[] FindAll[T](T[] array, System.Predicate[T] match)", s::find_all),
        Method::new("int FindIndex[T](T[] array, System.Predicate[T] match)", s::find_index),
        Method::new("int FindIndex[T](T[] array, int startIndex, System.Predicate[T] match)", s::find_index),
        Method::new("int FindIndex[T](T[] array, int startIndex, int count, System.Predicate[T] match)", s::find_index),
        Method::new("T FindLast[T](T[] array, System.Predicate[T] match)", s::find_last),
        Method::new("int FindLastIndex[T](T[] array, System.Predicate[T] match)", s::find_last_index),
        Method::new("int FindLastIndex[T](T[] array, int startIndex, System.Predicate[T] match)", s::find_last_index),
        Method::new(
            "int FindLastIndex[T](T[] array, int startIndex, int count, System.Predicate[T] match)",
            s::find_last_index,
        ),
        Method::new("void ForEach[T](T[] array, System.Action[T] action)", s::for_each),
        Method::new("int IndexOf(array array, System.Object value)", s::index_of),
        Method::new("int IndexOf(array array, System.Object value, int startIndex)", s::index_of),
        Method::new("int IndexOf(array array, System.Object value, int startIndex, int count)", s::index_of),
        Method::new("int IndexOf[T](T[] array, T value)", s::index_of),
        Method::new("int IndexOf[T](T[] array, T value, int startIndex)", s::index_of),
        Method::new("int IndexOf[T](T[] array, T value, int startIndex, int count)", s::index_of),
        Method::new("int LastIndexOf(array array, System.Object value)", s::last_index_of),
        Method::new("int LastIndexOf(array array, System.Object value, int startIndex)", s::last_index_of),
        Method::new("int LastIndexOf(array array, System.Object value, int startIndex, int count)", s::last_index_of),
        Method::new("int LastIndexOf[T](T[] array, T value)", s::last_index_of),
        Method::new("int LastIndexOf[T](T[] array, T value, int startIndex)", s::last_index_of),
        Method::new("int LastIndexOf[T](T[] array, T value, int startIndex, int count)", s::last_index_of),
        Method::new("void Reverse(array array)", s::reverse),
        Method::new("void Reverse(array array, int index, int length)", s::reverse),
        Method::new("void Reverse[T](T[] array)", s::reverse),
        Method::new("void Reverse[T](T[] array, int index, int length)", s::reverse),
        Method::new("void Sort(array array)", s::sort),
        Method::new("void Sort(array keys, array items)", s::sort),
        Method::new("void Sort(array array, int index, int length)", s::sort),
        Method::new("void Sort(array keys, array items, int index, int length)", s::sort),
        Method::new("void Sort(array array, System.Collections.IComparer comparer)", s::sort),
        Method::new("void Sort(array keys, array items, System.Collections.IComparer comparer)", s::sort),
        Method::new("void Sort(array array, int index, int length, System.Collections.IComparer comparer)", s::sort),
        Method::new(
            "void Sort(array keys, array items, int index, int length, System.Collections.IComparer comparer)",
            s::sort,
        ),
        Method::new("void Sort[T](T[] array)", s::sort),
        Method::new("void Sort[TKey, TValue](TKey[] keys, TValue[] items)", s::sort),
        Method::new("void Sort[T](T[] array, int index, int length)", s::sort),
        Method::new("void Sort[TKey, TValue](TKey[] keys, TValue[] items, int index, int length)", s::sort),
        Method::new("void Sort[T](T[] array, System.Collections.Generic.IComparer[T] comparer)", s::sort),
        Method::new(
            "void Sort[TKey, TValue](TKey[] keys, TValue[] items, System.Collections.Generic.IComparer[TKey] comparer)",
            s::sort,
        ),
        Method::new(
            "void Sort[T](T[] array, int index, int length, System.Collections.Generic.IComparer[T] comparer)",
            s::sort,
        ),
        Method::new(
            "void Sort[TKey, TValue](TKey[] keys, TValue[] items, int index, int length, System.Collections.Generic.IComparer[TKey] comparer)",
            s::sort,
        ),
        Method::new("void Sort[T](T[] array, System.Comparison[T] comparison)", s::sort),
        Method::new("bool TrueForAll[T](T[] array, System.Predicate[T] match)", s::true_for_all),
    ],
    ..TypeTable::of(&ARRAY)
};

/// The array that a receiver or an argument is.
///
/// # Errors
/// `ArgumentNullException` for everything else.
fn array<'a>(value: &'a Value, parameter: &str) -> Outcome<&'a Rc<Array>> {
    match value.base() {
        Value::Array(array) => Ok(array),
        _ => Err(fault::argument_null(parameter)),
    }
}

/// The lengths of the dimensions.
fn lengths(array: &Array) -> Vec<usize> {
    if array.dimensions.is_empty() { vec![array.len()] } else { array.dimensions.to_vec() }
}

/// A new array of zeros.
fn zeros(element: &TypeRef, lengths: &[usize]) -> Value {
    let items = vec![default::default_of(element); lengths.iter().product()];
    let mut array = Array::typed(element.clone(), items);
    if lengths.len() > 1 {
        array.dimensions = lengths.into();
    }
    Value::Array(Rc::new(array))
}

/// `[int[]]::new(5)`, `[int[,]]::new(2, 3)`
///
/// # Errors
/// `MethodCountCouldNotFindBest` for another number of lengths than dimensions.
pub(super) fn construct(env: &mut dyn Env, parts: &(TypeRef, u32), arguments: &[Value]) -> Outcome<Value> {
    if arguments.len() != parts.1 as usize {
        return Err(fault::no_overload("new", arguments.len()));
    }
    let mut lengths = Vec::with_capacity(arguments.len());
    for argument in arguments {
        let length = resolve::to_type(env, argument, &TypeRef::Native(&crate::value::types::INT32))?;
        let length = whole(&length).and_then(|length| usize::try_from(length).ok());
        lengths.push(length.ok_or_else(|| {
            fault::calling(
                fault::raise(&OVERFLOW_EXCEPTION, "Arithmetic operation resulted in an overflow."),
                "new",
                arguments.len(),
            )
        })?);
    }
    Ok(zeros(&parts.0, &lengths))
}

fn length(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(array(this, "array")?.len() as i32))
}

fn long_length(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Long(array(this, "array")?.len() as i64))
}

fn rank(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(array(this, "array")?.rank() as i32))
}

fn sync_root(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(this.clone())
}

fn is_read_only(_env: &mut dyn Env, _this: &Value) -> Outcome<Value> {
    Ok(Value::Bool(false))
}

fn is_fixed_size(_env: &mut dyn Env, _this: &Value) -> Outcome<Value> {
    Ok(Value::Bool(true))
}

fn is_synchronized(_env: &mut dyn Env, _this: &Value) -> Outcome<Value> {
    Ok(Value::Bool(false))
}

fn max_length(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Int(0x7FFF_FFC7))
}

fn outside() -> Flow {
    fault::raise(&INDEX_OUT_OF_RANGE_EXCEPTION, "Index was outside the bounds of the array.")
}

/// The length of a dimension.
fn dimension(this: &Value, arguments: &[Value]) -> Outcome<usize> {
    let lengths = lengths(array(this, "array")?);
    usize::try_from(arguments.int(0)).ok().and_then(|place| lengths.get(place).copied()).ok_or_else(outside)
}

fn get_length(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Int(dimension(this, arguments)? as i32))
}

fn get_long_length(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Long(dimension(this, arguments)? as i64))
}

fn get_upper_bound(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Int(dimension(this, arguments)? as i32 - 1))
}

fn get_lower_bound(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    dimension(this, arguments)?;
    Ok(Value::Int(0))
}

/// The place in the items that indices of all dimensions give.
fn place(array: &Array, indices: &[Value]) -> Outcome<usize> {
    let (indices, is_list): (Vec<Value>, bool) = match indices {
        [Value::Array(list)] => (list.items.borrow().clone(), true),
        other => (other.to_vec(), false),
    };
    let lengths = lengths(array);
    if indices.len() != lengths.len() {
        return Err(fault::raise(
            &ARGUMENT_EXCEPTION,
            match indices.len() {
                1 if !is_list => "Array was not a one-dimensional array.",
                2 if !is_list => "Array was not a two-dimensional array.",
                3 if !is_list => "Array was not a three-dimensional array.",
                _ => "Indices length does not match the array rank.",
            },
        ));
    }
    let mut place = 0;
    for (index, length) in indices.iter().zip(&lengths) {
        let index = whole(index).and_then(|index| usize::try_from(index).ok());
        let index = index.filter(|index| index < length).ok_or_else(outside)?;
        place = place * length + index;
    }
    Ok(place)
}

fn get_value(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let array = array(this, "array")?;
    Ok(array.get(place(array, arguments)?).unwrap_or_default())
}

fn set_value(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let array = array(this, "array")?;
    let place = place(array, arguments.get(1..).unwrap_or(&[]))?;
    let value = resolve::to_type(env, &arguments.value(0), &array.element)?;
    if let Some(slot) = array.items.borrow_mut().get_mut(place) {
        *slot = value;
    }
    Ok(Value::Void)
}

fn set(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    set_value(env, this, &[arguments.value(1), arguments.value(0)])
}

fn fixed_size(_env: &mut dyn Env, _this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Err(fault::raise(&NOT_SUPPORTED_EXCEPTION, "Collection was of a fixed size."))
}

fn contains(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Bool(!matches!(index_of(env, this, arguments)?, Value::Int(-1))))
}

fn index_of(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    s::index_of(env, this, &[this.clone(), arguments.value(0)])
}

fn clear(env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    s::clear(env, this, std::slice::from_ref(this))
}

fn clone(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let array = array(this, "array")?;
    let mut copy = Array::typed(array.element.clone(), array.items.borrow().clone());
    copy.dimensions = array.dimensions.clone();
    Ok(Value::Array(Rc::new(copy)))
}

fn copy_to(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let items = array(this, "array")?.items.borrow().clone();
    sequence::copy_to(items, &arguments.value(0), sequence::number(arguments, 1))
}

fn get_enumerator(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let items = array(this, "array")?.items.borrow().clone();
    Ok(enumerator::over(items))
}
