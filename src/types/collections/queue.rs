//! ``Queue`1``, `Queue` and the concurrent ones: first in, first out.

use super::enumerator_of;
use crate::types::arguments::Arguments;
use crate::types::invoke::{assign, receiver, type_of_call};
use crate::types::table::{Method, Property, TypeTable};
use crate::types::{default_of, fault, known, sequence};
use crate::value::types::{OBJECT, TypeRef};
use crate::value::{Array, Env, Native, Outcome, Value};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

/// A queue of any kind.
pub struct Queue {
    ty: TypeRef,
    items: RefCell<VecDeque<Value>>,
}

impl Queue {
    fn snapshot(&self) -> Vec<Value> {
        self.items.borrow().iter().cloned().collect()
    }

    fn element(&self) -> TypeRef {
        match &self.ty {
            TypeRef::Generic(generic) => generic.1.first().cloned().unwrap_or(TypeRef::Native(&OBJECT)),
            _ => TypeRef::Native(&OBJECT),
        }
    }
}

impl Native for Queue {
    fn type_ref(&self) -> TypeRef {
        self.ty.clone()
    }

    fn items(&self) -> Option<Vec<Value>> {
        Some(self.snapshot())
    }

    fn count(&self) -> Option<usize> {
        Some(self.items.borrow().len())
    }
}

pub(super) static TABLES: &[&TypeTable] = &[&GENERIC, &PLAIN, &CONCURRENT];

static GENERIC: TypeTable = TypeTable {
    properties: &[Property::new("Count", "int", count), Property::new("Capacity", "int", capacity)],
    methods: &[
        Method::new("void Clear()", clear),
        Method::new("void CopyTo(T[] array, int arrayIndex)", copy_to),
        Method::new("void Enqueue(T item)", enqueue),
        Method::new("System.Collections.Generic.Queue`1+Enumerator[T] GetEnumerator()", get_enumerator),
        Method::new("T Dequeue()", dequeue),
        Method::new("bool TryDequeue([ref] T result)", try_dequeue),
        Method::new("T Peek()", peek),
        Method::new("bool TryPeek([ref] T result)", try_peek),
        Method::new("bool Contains(T item)", contains),
        Method::new("T[] ToArray()", to_array),
        Method::new("void TrimExcess()", trim_excess),
        Method::new("void TrimExcess(int capacity)", trim_excess),
        Method::new("int EnsureCapacity(int capacity)", ensure_capacity),
    ],
    constructors: &[
        Method::new("System.Collections.Generic.Queue[T] new()", new),
        Method::new("System.Collections.Generic.Queue[T] new(int capacity)", new),
        Method::new(
            "System.Collections.Generic.Queue[T] new(System.Collections.Generic.IEnumerable[T] collection)",
            new,
        ),
    ],
    ..TypeTable::of(&known::QUEUE_1)
};

static PLAIN: TypeTable = TypeTable {
    properties: &[
        Property::new("Count", "int", count),
        Property::new("IsSynchronized", "bool", is_synchronized),
        Property::new("SyncRoot", "System.Object", sync_root),
    ],
    methods: &[
        Method::new("System.Object Clone()", clone),
        Method::new("void Clear()", clear),
        Method::new("void CopyTo(array array, int index)", copy_to),
        Method::new("void Enqueue(System.Object obj)", enqueue),
        Method::new("System.Collections.IEnumerator GetEnumerator()", get_enumerator),
        Method::new("System.Object Dequeue()", dequeue),
        Method::new("System.Object Peek()", peek),
        Method::new("bool Contains(System.Object obj)", contains),
        Method::new("System.Object[] ToArray()", to_array),
        Method::new("void TrimToSize()", trim_to_size),
    ],
    constructors: &[
        Method::new("System.Collections.Queue new()", new),
        Method::new("System.Collections.Queue new(int capacity)", new),
        Method::new("System.Collections.Queue new(int capacity, float growFactor)", new),
        Method::new("System.Collections.Queue new(System.Collections.ICollection col)", new),
    ],
    static_methods: &[Method::new(
        "System.Collections.Queue Synchronized(System.Collections.Queue queue)",
        synchronized,
    )],
    ..TypeTable::of(&known::QUEUE)
};

static CONCURRENT: TypeTable = TypeTable {
    properties: &[Property::new("Count", "int", count), Property::new("IsEmpty", "bool", is_empty)],
    methods: &[
        Method::new("void Clear()", clear),
        Method::new("void CopyTo(T[] array, int index)", copy_to),
        Method::new("void Enqueue(T item)", enqueue),
        Method::new("System.Collections.Generic.IEnumerator[T] GetEnumerator()", get_enumerator),
        Method::new("T[] ToArray()", to_array),
        Method::new("bool TryDequeue([ref] T result)", try_dequeue),
        Method::new("bool TryPeek([ref] T result)", try_peek),
    ],
    constructors: &[
        Method::new("System.Collections.Concurrent.ConcurrentQueue[T] new()", new),
        Method::new(
            "System.Collections.Concurrent.ConcurrentQueue[T] new(System.Collections.Generic.IEnumerable[T] collection)",
            new,
        ),
    ],
    ..TypeTable::of(&known::CONCURRENT_QUEUE_1)
};

fn queue(this: &Value) -> Outcome<&Queue> {
    receiver::<Queue>(this)
}

fn count(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(queue(this)?.items.borrow().len() as i32))
}

fn capacity(env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    count(env, this)
}

fn is_empty(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Bool(queue(this)?.items.borrow().is_empty()))
}

fn is_synchronized(_env: &mut dyn Env, _this: &Value) -> Outcome<Value> {
    Ok(Value::Bool(false))
}

fn sync_root(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(this.clone())
}

fn clear(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    queue(this)?.items.borrow_mut().clear();
    Ok(Value::Void)
}

fn clone(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let queue = queue(this)?;
    Ok(Value::native(Queue { ty: queue.ty.clone(), items: RefCell::new(queue.items.borrow().clone()) }))
}

fn contains(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let items = queue(this)?.snapshot();
    Ok(Value::Bool(sequence::index_of(env, &items, &arguments.value(0), 0..items.len())? >= 0))
}

fn copy_to(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    sequence::copy_to(queue(this)?.snapshot(), &arguments.value(0), arguments.int(1))
}

fn enqueue(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    queue(this)?.items.borrow_mut().push_back(arguments.value(0));
    Ok(Value::Void)
}

fn dequeue(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    queue(this)?.items.borrow_mut().pop_front().ok_or_else(|| fault::invalid_operation("Queue empty."))
}

fn peek(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    queue(this)?.items.borrow().front().cloned().ok_or_else(|| fault::invalid_operation("Queue empty."))
}

fn try_dequeue(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let queue = queue(this)?;
    let taken = queue.items.borrow_mut().pop_front();
    let succeeded = taken.is_some();
    assign(env, arguments.first(), taken.unwrap_or_else(|| default_of(&queue.element())))?;
    Ok(Value::Bool(succeeded))
}

fn try_peek(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let queue = queue(this)?;
    let first = queue.items.borrow().front().cloned();
    let succeeded = first.is_some();
    assign(env, arguments.first(), first.unwrap_or_else(|| default_of(&queue.element())))?;
    Ok(Value::Bool(succeeded))
}

fn get_enumerator(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(enumerator_of(queue(this)?.snapshot()))
}

fn to_array(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let queue = queue(this)?;
    Ok(Value::Array(Rc::new(Array::typed(queue.element(), queue.snapshot()))))
}

fn trim_excess(_env: &mut dyn Env, _this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Void)
}

fn trim_to_size(_env: &mut dyn Env, _this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Void)
}

fn ensure_capacity(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let length = queue(this)?.items.borrow().len() as i32;
    Ok(Value::Int(arguments.int(0).max(length)))
}

fn synchronized(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(arguments.value(0))
}

fn new(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let items = match arguments.first() {
        None | Some(Value::Int(_)) => VecDeque::new(),
        Some(source) if source.is_null() => return Err(fault::argument_null("collection")),
        Some(_) => arguments.items(0).into(),
    };
    Ok(Value::native(Queue { ty: type_of_call(this), items: RefCell::new(items) }))
}
