//! ``PriorityQueue`2``: the element of the lowest priority comes first.

use crate::types::arguments::Arguments;
use crate::types::invoke::{assign, receiver, type_of_call};
use crate::types::table::{Method, Property, TypeTable};
use crate::types::{default_of, fault, known, sequence};
use crate::value::types::{OBJECT, TypeRef};
use crate::value::{Env, Native, Outcome, Value};
use std::cell::RefCell;

/// A heap of four children a node, as .NET keeps it, which decides the order of equal priorities.
pub struct PriorityQueue {
    ty: TypeRef,
    comparer: Value,
    nodes: RefCell<Vec<(Value, Value)>>,
}

impl Native for PriorityQueue {
    fn type_ref(&self) -> TypeRef {
        self.ty.clone()
    }
}

pub(super) static TABLES: &[&TypeTable] = &[&TABLE];

static TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("Comparer", "System.Collections.Generic.IComparer[TPriority]", comparer),
        Property::new("Count", "int", count),
    ],
    methods: &[
        Method::new("void Clear()", clear),
        Method::new("TElement Dequeue()", dequeue),
        Method::new("void Enqueue(TElement element, TPriority priority)", enqueue),
        Method::new("TElement EnqueueDequeue(TElement element, TPriority priority)", enqueue_dequeue),
        Method::new("TElement Peek()", peek),
        Method::new("bool TryDequeue([ref] TElement element, [ref] TPriority priority)", try_dequeue),
        Method::new("bool TryPeek([ref] TElement element, [ref] TPriority priority)", try_peek),
    ],
    constructors: &[
        Method::new("System.Collections.Generic.PriorityQueue[TElement,TPriority] new()", new),
        Method::new("System.Collections.Generic.PriorityQueue[TElement,TPriority] new(int initialCapacity)", new),
        Method::new(
            "System.Collections.Generic.PriorityQueue[TElement,TPriority] \
             new(System.Collections.Generic.IComparer[TPriority] comparer)",
            new,
        ),
    ],
    ..TypeTable::of(&known::PRIORITY_QUEUE_2)
};

fn queue(this: &Value) -> Outcome<&PriorityQueue> {
    receiver::<PriorityQueue>(this)
}

fn comparer(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(queue(this)?.comparer.clone())
}

fn count(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(queue(this)?.nodes.borrow().len() as i32))
}

fn clear(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    queue(this)?.nodes.borrow_mut().clear();
    Ok(Value::Void)
}

/// Whether the first priority comes before the second.
fn before(env: &mut dyn Env, queue: &PriorityQueue, a: &Value, b: &Value) -> Outcome<bool> {
    Ok(sequence::order_by(env, &queue.comparer, a, b)?.is_lt())
}

fn push(env: &mut dyn Env, queue: &PriorityQueue, node: (Value, Value)) -> Outcome<()> {
    let mut nodes = queue.nodes.borrow().clone();
    let mut place = nodes.len();
    nodes.push(node.clone());
    while place > 0 {
        let parent = (place - 1) / 4;
        let Some(above) = nodes.get(parent).cloned() else { break };
        if !before(env, queue, &node.1, &above.1)? {
            break;
        }
        nodes[place] = above;
        place = parent;
    }
    nodes[place] = node;
    queue.nodes.replace(nodes);
    Ok(())
}

fn pop(env: &mut dyn Env, queue: &PriorityQueue) -> Outcome<Option<(Value, Value)>> {
    let mut nodes = queue.nodes.borrow().clone();
    let Some(last) = nodes.pop() else { return Ok(None) };
    let Some(root) = nodes.first().cloned() else {
        queue.nodes.borrow_mut().clear();
        return Ok(Some(last));
    };
    let mut place = 0;
    loop {
        let first = place * 4 + 1;
        let mut least: Option<(usize, Value)> = None;
        for (child, (_, priority)) in nodes.iter().enumerate().skip(first).take(4) {
            let priority = priority.clone();
            let is_less = match &least {
                Some((_, least)) => before(env, queue, &priority, least)?,
                None => true,
            };
            if is_less {
                least = Some((child, priority));
            }
        }
        let Some((child, priority)) = least else { break };
        if !before(env, queue, &priority, &last.1)? {
            break;
        }
        nodes[place] = nodes[child].clone();
        place = child;
    }
    nodes[place] = last;
    queue.nodes.replace(nodes);
    Ok(Some(root))
}

fn enqueue(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    push(env, queue(this)?, (arguments.value(0), arguments.value(1)))?;
    Ok(Value::Void)
}

fn dequeue(env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    pop(env, queue(this)?)?.map(|(element, _)| element).ok_or_else(|| fault::invalid_operation("Queue empty."))
}

fn enqueue_dequeue(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    enqueue(env, this, arguments)?;
    dequeue(env, this, &[])
}

fn peek(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let first = queue(this)?.nodes.borrow().first().map(|(element, _)| element.clone());
    first.ok_or_else(|| fault::invalid_operation("Queue empty."))
}

/// Writes a node, or the defaults of the types, to two references.
fn give(env: &mut dyn Env, queue: &PriorityQueue, node: Option<(Value, Value)>, arguments: &[Value]) -> Outcome<Value> {
    let found = node.is_some();
    let types = crate::types::signature::arguments_of(&queue.ty);
    let default = |place: usize| default_of(types.get(place).unwrap_or(&TypeRef::Native(&OBJECT)));
    let (element, priority) = node.unwrap_or_else(|| (default(0), default(1)));
    assign(env, arguments.first(), element)?;
    assign(env, arguments.get(1), priority)?;
    Ok(Value::Bool(found))
}

fn try_dequeue(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let queue = queue(this)?;
    let node = pop(env, queue)?;
    give(env, queue, node, arguments)
}

fn try_peek(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let queue = queue(this)?;
    let node = queue.nodes.borrow().first().cloned();
    give(env, queue, node, arguments)
}

fn new(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (_, comparer) = super::source_and_comparer(arguments);
    Ok(Value::native(PriorityQueue { ty: type_of_call(this), comparer, nodes: RefCell::default() }))
}
