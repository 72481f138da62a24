//! `System.Linq.Enumerable`: the operations on sequences. Each works at once and gives a list.

use super::arguments::{Arguments, typed_array};
use super::collections::list::List;
use super::invoke::type_of_call;
use super::table::{Method, TypeTable};
use super::{compare, delegate, fault, introsort, sequence, signature};
use crate::value::types::{INT32, NativeType, OBJECT, TypeRef};
use crate::value::{Array, Env, Flow, Outcome, Value, arithmetic, convert};
use std::cmp::Ordering;
use std::rc::Rc;

static ENUMERABLE: NativeType = NativeType::statics("System.Linq.Enumerable");

/// Methods of a sequence of numbers, for each type of numbers.
macro_rules! of_numbers {
    ($name:literal, $call:expr) => {
        of_numbers!($name, $call, "int", "long", "double", "decimal")
    };
    ($name:literal, $call:expr, $int:literal, $long:literal, $double:literal, $decimal:literal) => {
        [
            Method::new(concat!($int, " ", $name, "(System.Collections.Generic.IEnumerable[int] source)"), $call),
            Method::new(concat!($long, " ", $name, "(System.Collections.Generic.IEnumerable[long] source)"), $call),
            Method::new(concat!($double, " ", $name, "(System.Collections.Generic.IEnumerable[double] source)"), $call),
            Method::new(
                concat!($decimal, " ", $name, "(System.Collections.Generic.IEnumerable[decimal] source)"),
                $call,
            ),
        ]
    };
}

const SUM: [Method; 4] = of_numbers!("Sum", sum);
const AVERAGE: [Method; 4] = of_numbers!("Average", average, "double", "double", "double", "decimal");
const MAX: [Method; 4] = of_numbers!("Max", max);
const MIN: [Method; 4] = of_numbers!("Min", min);

pub(super) static TABLE: TypeTable = TypeTable {
    static_methods: &[
        Method::new(
            "T Aggregate[T](System.Collections.Generic.IEnumerable[T] source, System.Func[T,T,T] func)",
            aggregate,
        ),
        Method::new(
            "bool All[T](System.Collections.Generic.IEnumerable[T] source, System.Func[T,bool] predicate)",
            all,
        ),
        Method::new("bool Any[T](System.Collections.Generic.IEnumerable[T] source)", any),
        Method::new(
            "bool Any[T](System.Collections.Generic.IEnumerable[T] source, System.Func[T,bool] predicate)",
            any,
        ),
        AVERAGE[0],
        AVERAGE[1],
        AVERAGE[2],
        AVERAGE[3],
        Method::new("System.Collections.Generic.IEnumerable[T] Cast[T](System.Collections.IEnumerable source)", cast),
        Method::new(
            "System.Collections.Generic.IEnumerable[T] Concat[T](System.Collections.Generic.IEnumerable[T] first, \
             System.Collections.Generic.IEnumerable[T] second)",
            concat,
        ),
        Method::new("bool Contains[T](System.Collections.Generic.IEnumerable[T] source, T value)", contains),
        Method::new("int Count[T](System.Collections.Generic.IEnumerable[T] source)", count),
        Method::new(
            "int Count[T](System.Collections.Generic.IEnumerable[T] source, System.Func[T,bool] predicate)",
            count,
        ),
        Method::new(
            "System.Collections.Generic.IEnumerable[T] Distinct[T](System.Collections.Generic.IEnumerable[T] source)",
            distinct,
        ),
        Method::new("T ElementAt[T](System.Collections.Generic.IEnumerable[T] source, int index)", element_at),
        Method::new("System.Collections.Generic.IEnumerable[T] Empty[T]()", empty),
        Method::new(
            "System.Collections.Generic.IEnumerable[T] Except[T](System.Collections.Generic.IEnumerable[T] first, \
             System.Collections.Generic.IEnumerable[T] second)",
            |env, _, arguments| set_operation(env, arguments, false),
        ),
        Method::new("T First[T](System.Collections.Generic.IEnumerable[T] source)", first),
        Method::new(
            "T First[T](System.Collections.Generic.IEnumerable[T] source, System.Func[T,bool] predicate)",
            first,
        ),
        Method::new("T FirstOrDefault[T](System.Collections.Generic.IEnumerable[T] source)", first_or_default),
        Method::new(
            "T FirstOrDefault[T](System.Collections.Generic.IEnumerable[T] source, System.Func[T,bool] predicate)",
            first_or_default,
        ),
        Method::new(
            "System.Collections.Generic.IEnumerable[T] Intersect[T](System.Collections.Generic.IEnumerable[T] first, \
             System.Collections.Generic.IEnumerable[T] second)",
            |env, _, arguments| set_operation(env, arguments, true),
        ),
        Method::new("T Last[T](System.Collections.Generic.IEnumerable[T] source)", last),
        Method::new("T Last[T](System.Collections.Generic.IEnumerable[T] source, System.Func[T,bool] predicate)", last),
        Method::new("T LastOrDefault[T](System.Collections.Generic.IEnumerable[T] source)", last_or_default),
        MAX[0],
        MAX[1],
        MAX[2],
        MAX[3],
        Method::new("T Max[T](System.Collections.Generic.IEnumerable[T] source)", max),
        MIN[0],
        MIN[1],
        MIN[2],
        MIN[3],
        Method::new("T Min[T](System.Collections.Generic.IEnumerable[T] source)", min),
        Method::new(
            "System.Collections.Generic.IEnumerable[T] OfType[T](System.Collections.IEnumerable source)",
            of_type,
        ),
        Method::new(
            "System.Linq.IOrderedEnumerable[T] Order[T](System.Collections.Generic.IEnumerable[T] source)",
            |env, _, arguments| order(env, arguments, false),
        ),
        Method::new(
            "System.Linq.IOrderedEnumerable[T] OrderDescending[T](System.Collections.Generic.IEnumerable[T] source)",
            |env, _, arguments| order(env, arguments, true),
        ),
        Method::new(
            "System.Linq.IOrderedEnumerable[T] OrderBy[T, TKey](System.Collections.Generic.IEnumerable[T] source, \
             System.Func[T,TKey] keySelector)",
            |env, _, arguments| order(env, arguments, false),
        ),
        Method::new(
            "System.Linq.IOrderedEnumerable[T] OrderByDescending[T, TKey](System.Collections.Generic.IEnumerable[T] \
             source, System.Func[T,TKey] keySelector)",
            |env, _, arguments| order(env, arguments, true),
        ),
        Method::new("System.Collections.Generic.IEnumerable[int] Range(int start, int count)", range),
        Method::new("System.Collections.Generic.IEnumerable[T] Repeat[T](T element, int count)", repeat),
        Method::new(
            "System.Collections.Generic.IEnumerable[T] Reverse[T](System.Collections.Generic.IEnumerable[T] source)",
            reverse,
        ),
        Method::new(
            "System.Collections.Generic.IEnumerable[TResult] Select[T, TResult](\
             System.Collections.Generic.IEnumerable[T] source, System.Func[T,TResult] selector)",
            select,
        ),
        Method::new(
            "bool SequenceEqual[T](System.Collections.Generic.IEnumerable[T] first, \
             System.Collections.Generic.IEnumerable[T] second)",
            sequence_equal,
        ),
        Method::new("T Single[T](System.Collections.Generic.IEnumerable[T] source)", single),
        Method::new(
            "T Single[T](System.Collections.Generic.IEnumerable[T] source, System.Func[T,bool] predicate)",
            single,
        ),
        Method::new(
            "System.Collections.Generic.IEnumerable[T] Skip[T](System.Collections.Generic.IEnumerable[T] source, int \
             count)",
            skip,
        ),
        SUM[0],
        SUM[1],
        SUM[2],
        SUM[3],
        Method::new(
            "System.Collections.Generic.IEnumerable[T] Take[T](System.Collections.Generic.IEnumerable[T] source, int \
             count)",
            take,
        ),
        Method::new("T[] ToArray[T](System.Collections.Generic.IEnumerable[T] source)", to_array),
        Method::new(
            "System.Collections.Generic.List[T] ToList[T](System.Collections.Generic.IEnumerable[T] source)",
            to_list,
        ),
        Method::new(
            "System.Collections.Generic.IEnumerable[T] Union[T](System.Collections.Generic.IEnumerable[T] first, \
             System.Collections.Generic.IEnumerable[T] second)",
            union,
        ),
        Method::new(
            "System.Collections.Generic.IEnumerable[T] Where[T](System.Collections.Generic.IEnumerable[T] source, \
             System.Func[T,bool] predicate)",
            where_,
        ),
    ],
    ..TypeTable::of(&ENUMERABLE)
};

fn source(arguments: &[Value], place: usize) -> Outcome<Vec<Value>> {
    match arguments.is_null(place) {
        true => Err(fault::argument_null("source")),
        false => Ok(arguments.items(place)),
    }
}

/// The type of the items of a sequence.
fn element(value: &Value) -> TypeRef {
    match value.base() {
        Value::Array(array) => array.element.clone(),
        Value::Str(_) => TypeRef::Native(&crate::value::types::CHAR),
        other => other.type_ref().and_then(|ty| signature::arguments_of(&ty).into_iter().next()).unwrap_or(OBJECT_TYPE),
    }
}

const OBJECT_TYPE: TypeRef = TypeRef::Native(&OBJECT);

/// A list of items of the type of the first argument's.
fn alike(arguments: &[Value], items: Vec<Value>) -> Value {
    Value::native(List::new(element(&arguments.value(0)), items))
}

fn none() -> Flow {
    fault::invalid_operation("Sequence contains no elements")
}

fn no_match() -> Flow {
    fault::invalid_operation("Sequence contains no matching element")
}

/// The items that the predicate at a place holds for; all where there is none.
fn filtered(env: &mut dyn Env, arguments: &[Value]) -> Outcome<Vec<Value>> {
    let items = source(arguments, 0)?;
    match arguments.get(1) {
        Some(predicate) => sequence::find_all(env, items, predicate),
        None => Ok(items),
    }
}

fn missing(arguments: &[Value]) -> Flow {
    if arguments.len() > 1 { no_match() } else { none() }
}

fn aggregate(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let mut items = source(arguments, 0)?.into_iter();
    let mut result = items.next().ok_or_else(none)?;
    for item in items {
        result = delegate::invoke(env, &arguments.value(1), &[result, item])?;
    }
    Ok(result)
}

fn all(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let whole = source(arguments, 0)?.len();
    Ok(Value::Bool(filtered(env, arguments)?.len() == whole))
}

fn any(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Bool(!filtered(env, arguments)?.is_empty()))
}

fn sum(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let ty = element(&arguments.value(0));
    let mut total = super::default_of(&ty);
    for item in source(arguments, 0)? {
        total = arithmetic::add(env, &total, &item)?;
    }
    convert::convert(env, &total, &ty).map_err(|_| {
        fault::raise(&crate::value::error::OVERFLOW_EXCEPTION, "Arithmetic operation resulted in an overflow.")
    })
}

fn average(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let items = source(arguments, 0)?;
    if items.is_empty() {
        return Err(none());
    }
    let count = Value::Double(items.len() as f64);
    let mut total = Value::Int(0);
    for item in &items {
        total = arithmetic::add(env, &total, item)?;
    }
    match total {
        Value::Decimal(_) => arithmetic::divide(env, &total, &Value::Int(items.len() as i32)),
        _ => arithmetic::divide(env, &total, &count),
    }
}

fn extreme(env: &mut dyn Env, arguments: &[Value], wanted: Ordering) -> Outcome<Value> {
    let mut items = source(arguments, 0)?.into_iter();
    let mut best = items.next().ok_or_else(none)?;
    for item in items {
        if compare::order(env, &item, &best)? == wanted {
            best = item;
        }
    }
    Ok(best)
}

fn max(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    extreme(env, arguments, Ordering::Greater)
}

fn min(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    extreme(env, arguments, Ordering::Less)
}

/// The type argument of the call.
fn wanted_type(this: &Value) -> TypeRef {
    signature::arguments_of(&type_of_call(this)).into_iter().next().unwrap_or(OBJECT_TYPE)
}

fn cast(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let ty = wanted_type(this);
    let items = source(arguments, 0)?;
    let items = items.iter().map(|item| convert::convert(env, item, &ty)).collect::<Outcome<Vec<_>>>()?;
    Ok(Value::native(List::new(ty, items)))
}

fn of_type(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let ty = wanted_type(this);
    let items = source(arguments, 0)?.into_iter().filter(|item| item.type_ref().is_some_and(|own| own.is(&ty)));
    Ok(Value::native(List::new(ty.clone(), items.collect())))
}

fn empty(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Array(Rc::new(Array::typed(wanted_type(this), Vec::new()))))
}

fn concat(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let mut items = source(arguments, 0)?;
    items.extend(source(arguments, 1)?);
    Ok(alike(arguments, items))
}

fn holds(env: &mut dyn Env, items: &[Value], wanted: &Value) -> Outcome<bool> {
    Ok(sequence::index_of(env, items, wanted, 0..items.len())? >= 0)
}

fn contains(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let items = source(arguments, 0)?;
    Ok(Value::Bool(holds(env, &items, &arguments.value(1))?))
}

fn count(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Int(filtered(env, arguments)?.len() as i32))
}

/// The items without repetitions.
fn unique(env: &mut dyn Env, items: Vec<Value>) -> Outcome<Vec<Value>> {
    let mut kept = Vec::new();
    for item in items {
        if !holds(env, &kept, &item)? {
            kept.push(item);
        }
    }
    Ok(kept)
}

fn distinct(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let items = unique(env, source(arguments, 0)?)?;
    Ok(alike(arguments, items))
}

fn union(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let mut items = source(arguments, 0)?;
    items.extend(source(arguments, 1)?);
    let items = unique(env, items)?;
    Ok(alike(arguments, items))
}

/// The items of the first sequence that are in the second one, or that are not.
fn set_operation(env: &mut dyn Env, arguments: &[Value], in_both: bool) -> Outcome<Value> {
    let others = source(arguments, 1)?;
    let mut kept = Vec::new();
    for item in unique(env, source(arguments, 0)?)? {
        if holds(env, &others, &item)? == in_both {
            kept.push(item);
        }
    }
    Ok(alike(arguments, kept))
}

fn element_at(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let items = source(arguments, 0)?;
    usize::try_from(arguments.int(1)).ok().and_then(|place| items.get(place).cloned()).ok_or_else(fault::bad_index)
}

fn first(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    filtered(env, arguments)?.into_iter().next().ok_or_else(|| missing(arguments))
}

fn first_or_default(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let first = filtered(env, arguments)?.into_iter().next();
    Ok(first.unwrap_or_else(|| super::default_of(&element(&arguments.value(0)))))
}

fn last(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    filtered(env, arguments)?.pop().ok_or_else(|| missing(arguments))
}

fn last_or_default(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let last = filtered(env, arguments)?.pop();
    Ok(last.unwrap_or_else(|| super::default_of(&element(&arguments.value(0)))))
}

fn single(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let mut items = filtered(env, arguments)?;
    match (items.pop(), items.is_empty()) {
        (Some(only), true) => Ok(only),
        (None, _) => Err(missing(arguments)),
        (Some(_), false) if arguments.len() > 1 => {
            Err(fault::invalid_operation("Sequence contains more than one matching element"))
        }
        (Some(_), false) => Err(fault::invalid_operation("Sequence contains more than one element")),
    }
}

/// Sorts by a key, or by the items themselves; equal ones keep their order.
fn order(env: &mut dyn Env, arguments: &[Value], descending: bool) -> Outcome<Value> {
    let mut pairs = Vec::new();
    for (place, item) in source(arguments, 0)?.into_iter().enumerate() {
        let key = match arguments.get(1) {
            Some(selector) => delegate::invoke(env, selector, std::slice::from_ref(&item))?,
            None => item.clone(),
        };
        pairs.push((key, place, item));
    }
    introsort(&mut pairs, &mut |a, b| {
        let order = compare::order(env, &a.0, &b.0)?;
        let order = if descending { order.reverse() } else { order };
        Ok(order.then(a.1.cmp(&b.1)))
    })?;
    Ok(alike(arguments, pairs.into_iter().map(|(.., item)| item).collect()))
}

fn range(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (start, count) = (arguments.int(0), arguments.int(1));
    let end = start.checked_add(count.saturating_sub(1)).filter(|_| count >= 0);
    if end.is_none() {
        return Err(fault::raise(
            &crate::value::error::ARGUMENT_OUT_OF_RANGE_EXCEPTION,
            "Specified argument was out of the range of valid values. (Parameter 'count')",
        ));
    }
    let items = (0..count).map(|offset| Value::Int(start.saturating_add(offset))).collect();
    Ok(Value::native(List::new(TypeRef::Native(&INT32), items)))
}

fn repeat(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let item = arguments.value(0);
    let count = usize::try_from(arguments.int(1))
        .map_err(|_| fault::out_of_range("Specified argument was out of the range of valid values.", "count"))?;
    let ty = item.type_ref().unwrap_or(OBJECT_TYPE);
    Ok(Value::native(List::new(ty, vec![item; count])))
}

fn reverse(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let mut items = source(arguments, 0)?;
    items.reverse();
    Ok(alike(arguments, items))
}

fn select(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let selector = arguments.value(1);
    let mut items = Vec::new();
    for item in source(arguments, 0)? {
        items.push(delegate::invoke(env, &selector, &[item])?);
    }
    let result = selector.type_ref().and_then(|ty| signature::arguments_of(&ty).into_iter().last());
    Ok(Value::native(List::new(result.unwrap_or(OBJECT_TYPE), items)))
}

fn sequence_equal(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (a, b) = (source(arguments, 0)?, source(arguments, 1)?);
    if a.len() != b.len() {
        return Ok(Value::Bool(false));
    }
    for (a, b) in a.iter().zip(&b) {
        if !compare::equals(env, a, b)? {
            return Ok(Value::Bool(false));
        }
    }
    Ok(Value::Bool(true))
}

fn skip(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let count = usize::try_from(arguments.int(1)).unwrap_or_default();
    Ok(alike(arguments, source(arguments, 0)?.into_iter().skip(count).collect()))
}

fn take(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let count = usize::try_from(arguments.int(1)).unwrap_or_default();
    Ok(alike(arguments, source(arguments, 0)?.into_iter().take(count).collect()))
}

fn to_array(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let items = source(arguments, 0)?;
    Ok(match element(&arguments.value(0)) {
        TypeRef::Native(native) => typed_array(native, items),
        other => Value::Array(Rc::new(Array::typed(other, items))),
    })
}

fn to_list(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(alike(arguments, source(arguments, 0)?))
}

fn where_(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let items = filtered(env, arguments)?;
    Ok(alike(arguments, items))
}
