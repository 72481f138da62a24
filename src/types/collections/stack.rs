//! ``Stack`1``, `Stack` and the concurrent ones: last in, first out.

use super::enumerator_of;
use crate::types::arguments::Arguments;
use crate::types::invoke::{assign, receiver, type_of_call};
use crate::types::table::{Method, Property, TypeTable};
use crate::types::{default_of, fault, known, sequence};
use crate::value::types::{OBJECT, TypeRef};
use crate::value::{Array, Env, Native, Outcome, Value};
use std::cell::RefCell;
use std::rc::Rc;

/// A stack of any kind; its top is the last item.
pub struct Stack {
    ty: TypeRef,
    items: RefCell<Vec<Value>>,
}

impl Stack {
    /// The items from the top down.
    fn snapshot(&self) -> Vec<Value> {
        self.items.borrow().iter().rev().cloned().collect()
    }

    fn element(&self) -> TypeRef {
        match &self.ty {
            TypeRef::Generic(generic) => generic.1.first().cloned().unwrap_or(TypeRef::Native(&OBJECT)),
            _ => TypeRef::Native(&OBJECT),
        }
    }
}

impl Native for Stack {
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

pub(super) static TABLES: &[&TypeTable] = &[&GENERIC, &PLAIN, &CONCURRENT, &BAG];

static GENERIC: TypeTable = TypeTable {
    properties: &[Property::new("Count", "int", count), Property::new("Capacity", "int", capacity)],
    methods: &[
        Method::new("void Clear()", clear),
        Method::new("bool Contains(T item)", contains),
        Method::new("void CopyTo(T[] array, int arrayIndex)", copy_to),
        Method::new("System.Collections.Generic.Stack`1+Enumerator[T] GetEnumerator()", get_enumerator),
        Method::new("void TrimExcess()", trim_excess),
        Method::new("void TrimExcess(int capacity)", trim_excess),
        Method::new("T Peek()", peek),
        Method::new("bool TryPeek([ref] T result)", try_peek),
        Method::new("T Pop()", pop),
        Method::new("bool TryPop([ref] T result)", try_pop),
        Method::new("void Push(T item)", push),
        Method::new("int EnsureCapacity(int capacity)", ensure_capacity),
        Method::new("T[] ToArray()", to_array),
    ],
    constructors: &[
        Method::new("System.Collections.Generic.Stack[T] new()", new),
        Method::new("System.Collections.Generic.Stack[T] new(int capacity)", new),
        Method::new(
            "System.Collections.Generic.Stack[T] new(System.Collections.Generic.IEnumerable[T] collection)",
            new,
        ),
    ],
    ..TypeTable::of(&known::STACK_1)
};

static PLAIN: TypeTable = TypeTable {
    properties: &[
        Property::new("Count", "int", count),
        Property::new("IsSynchronized", "bool", is_synchronized),
        Property::new("SyncRoot", "System.Object", sync_root),
    ],
    methods: &[
        Method::new("void Clear()", clear),
        Method::new("System.Object Clone()", clone),
        Method::new("bool Contains(System.Object obj)", contains),
        Method::new("void CopyTo(array array, int index)", copy_to),
        Method::new("System.Collections.IEnumerator GetEnumerator()", get_enumerator),
        Method::new("System.Object Peek()", peek),
        Method::new("System.Object Pop()", pop),
        Method::new("void Push(System.Object obj)", push),
        Method::new("System.Object[] ToArray()", to_array),
    ],
    constructors: &[
        Method::new("System.Collections.Stack new()", new),
        Method::new("System.Collections.Stack new(int initialCapacity)", new),
        Method::new("System.Collections.Stack new(System.Collections.ICollection col)", new),
    ],
    static_methods: &[Method::new(
        "System.Collections.Stack Synchronized(System.Collections.Stack stack)",
        synchronized,
    )],
    ..TypeTable::of(&known::STACK)
};

static CONCURRENT: TypeTable = TypeTable {
    properties: &[Property::new("Count", "int", count), Property::new("IsEmpty", "bool", is_empty)],
    methods: &[
        Method::new("void Clear()", clear),
        Method::new("void CopyTo(T[] array, int index)", copy_to),
        Method::new("System.Collections.Generic.IEnumerator[T] GetEnumerator()", get_enumerator),
        Method::new("void Push(T item)", push),
        Method::new("T[] ToArray()", to_array),
        Method::new("bool TryPeek([ref] T result)", try_peek),
        Method::new("bool TryPop([ref] T result)", try_pop),
    ],
    constructors: &[
        Method::new("System.Collections.Concurrent.ConcurrentStack[T] new()", new),
        Method::new(
            "System.Collections.Concurrent.ConcurrentStack[T] new(System.Collections.Generic.IEnumerable[T] collection)",
            new,
        ),
    ],
    ..TypeTable::of(&known::CONCURRENT_STACK_1)
};

/// A bag gives back what was put in last, as .NET's does within one thread.
static BAG: TypeTable = TypeTable {
    properties: &[Property::new("Count", "int", count), Property::new("IsEmpty", "bool", is_empty)],
    methods: &[
        Method::new("void Add(T item)", push),
        Method::new("void Clear()", clear),
        Method::new("void CopyTo(T[] array, int index)", copy_to),
        Method::new("System.Collections.Generic.IEnumerator[T] GetEnumerator()", get_enumerator),
        Method::new("T[] ToArray()", to_array),
        Method::new("bool TryPeek([ref] T result)", try_peek),
        Method::new("bool TryTake([ref] T result)", try_pop),
    ],
    constructors: &[
        Method::new("System.Collections.Concurrent.ConcurrentBag[T] new()", new),
        Method::new(
            "System.Collections.Concurrent.ConcurrentBag[T] new(System.Collections.Generic.IEnumerable[T] collection)",
            new,
        ),
    ],
    ..TypeTable::of(&known::CONCURRENT_BAG_1)
};

fn stack(this: &Value) -> Outcome<&Stack> {
    receiver::<Stack>(this)
}

fn count(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(stack(this)?.items.borrow().len() as i32))
}

fn capacity(env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    count(env, this)
}

fn is_empty(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Bool(stack(this)?.items.borrow().is_empty()))
}

fn is_synchronized(_env: &mut dyn Env, _this: &Value) -> Outcome<Value> {
    Ok(Value::Bool(false))
}

fn sync_root(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(this.clone())
}

fn clear(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    stack(this)?.items.borrow_mut().clear();
    Ok(Value::Void)
}

fn clone(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let stack = stack(this)?;
    Ok(Value::native(Stack { ty: stack.ty.clone(), items: RefCell::new(stack.items.borrow().clone()) }))
}

fn contains(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let items = stack(this)?.snapshot();
    Ok(Value::Bool(sequence::index_of(env, &items, &arguments.value(0), 0..items.len())? >= 0))
}

fn copy_to(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    sequence::copy_to(stack(this)?.snapshot(), &arguments.value(0), arguments.int(1))
}

fn push(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    stack(this)?.items.borrow_mut().push(arguments.value(0));
    Ok(Value::Void)
}

fn pop(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    stack(this)?.items.borrow_mut().pop().ok_or_else(|| fault::invalid_operation("Stack empty."))
}

fn peek(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    stack(this)?.items.borrow().last().cloned().ok_or_else(|| fault::invalid_operation("Stack empty."))
}

fn try_pop(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let stack = stack(this)?;
    let taken = stack.items.borrow_mut().pop();
    let succeeded = taken.is_some();
    assign(env, arguments.first(), taken.unwrap_or_else(|| default_of(&stack.element())))?;
    Ok(Value::Bool(succeeded))
}

fn try_peek(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let stack = stack(this)?;
    let top = stack.items.borrow().last().cloned();
    let succeeded = top.is_some();
    assign(env, arguments.first(), top.unwrap_or_else(|| default_of(&stack.element())))?;
    Ok(Value::Bool(succeeded))
}

fn get_enumerator(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(enumerator_of(stack(this)?.snapshot()))
}

fn to_array(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let stack = stack(this)?;
    Ok(Value::Array(Rc::new(Array::typed(stack.element(), stack.snapshot()))))
}

fn trim_excess(_env: &mut dyn Env, _this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Void)
}

fn ensure_capacity(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let length = stack(this)?.items.borrow().len() as i32;
    Ok(Value::Int(arguments.int(0).max(length)))
}

fn synchronized(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(arguments.value(0))
}

fn new(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let items = match arguments.first() {
        None | Some(Value::Int(_)) => Vec::new(),
        Some(source) if source.is_null() => return Err(fault::argument_null("collection")),
        Some(_) => arguments.items(0),
    };
    Ok(Value::native(Stack { ty: type_of_call(this), items: RefCell::new(items) }))
}
