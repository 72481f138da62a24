//! ``LinkedList`1`` and its nodes.

use super::enumerator_of;
use crate::types::arguments::Arguments;
use crate::types::invoke::{receiver, type_of_call};
use crate::types::table::{Method, Property, TypeTable};
use crate::types::{compare, fault, known, sequence};
use crate::value::types::TypeRef;
use crate::value::{Env, Native, Outcome, Value};
use std::cell::RefCell;
use std::rc::{Rc, Weak};

/// The nodes in order; the list's chain is their order here.
#[derive(Default)]
struct Chain {
    nodes: RefCell<Vec<Value>>,
}

/// A linked list.
pub struct LinkedList {
    ty: TypeRef,
    chain: Rc<Chain>,
}

/// A node of a linked list, or one that belongs to none.
pub struct Node {
    ty: TypeRef,
    value: RefCell<Value>,
    chain: RefCell<Weak<Chain>>,
}

impl LinkedList {
    fn node(&self, value: Value) -> Value {
        let arguments = crate::types::signature::arguments_of(&self.ty);
        let ty = TypeRef::Generic(Rc::new((&known::LINKED_LIST_NODE_1, arguments)));
        let chain = RefCell::new(Rc::downgrade(&self.chain));
        Value::native(Node { ty, value: RefCell::new(value), chain })
    }

    fn values(&self) -> Vec<Value> {
        self.chain
            .nodes
            .borrow()
            .iter()
            .filter_map(|node| node.downcast::<Node>().map(|node| node.value.borrow().clone()))
            .collect()
    }

    fn place(&self, node: &Value) -> Option<usize> {
        self.chain.nodes.borrow().iter().position(|own| own.same_reference(node))
    }

    fn insert(&self, place: usize, node: Value) {
        self.chain.nodes.borrow_mut().insert(place, node);
    }

    fn take(&self, place: usize) {
        let node = self.chain.nodes.borrow_mut().remove(place);
        if let Some(node) = node.downcast::<Node>() {
            node.chain.replace(Weak::new());
        }
    }
}

impl Native for LinkedList {
    fn type_ref(&self) -> TypeRef {
        self.ty.clone()
    }

    fn items(&self) -> Option<Vec<Value>> {
        Some(self.values())
    }

    fn count(&self) -> Option<usize> {
        Some(self.chain.nodes.borrow().len())
    }
}

impl Native for Node {
    fn type_ref(&self) -> TypeRef {
        self.ty.clone()
    }
}

pub(super) static TABLES: &[&TypeTable] = &[&LIST, &NODE];

static LIST: TypeTable = TypeTable {
    properties: &[
        Property::new("Count", "int", count),
        Property::new("First", "System.Collections.Generic.LinkedListNode[T]", first),
        Property::new("Last", "System.Collections.Generic.LinkedListNode[T]", last),
    ],
    methods: &[
        Method::new(
            "System.Collections.Generic.LinkedListNode[T] AddAfter(System.Collections.Generic.LinkedListNode[T] node, T value)",
            add_after,
        ),
        Method::new(
            "void AddAfter(System.Collections.Generic.LinkedListNode[T] node, System.Collections.Generic.LinkedListNode[T] newNode)",
            add_after,
        ),
        Method::new(
            "System.Collections.Generic.LinkedListNode[T] AddBefore(System.Collections.Generic.LinkedListNode[T] node, T value)",
            add_before,
        ),
        Method::new(
            "void AddBefore(System.Collections.Generic.LinkedListNode[T] node, System.Collections.Generic.LinkedListNode[T] newNode)",
            add_before,
        ),
        Method::new("System.Collections.Generic.LinkedListNode[T] AddFirst(T value)", add_first),
        Method::new("void AddFirst(System.Collections.Generic.LinkedListNode[T] node)", add_first),
        Method::new("System.Collections.Generic.LinkedListNode[T] AddLast(T value)", add_last),
        Method::new("void AddLast(System.Collections.Generic.LinkedListNode[T] node)", add_last),
        Method::new("void Clear()", clear),
        Method::new("bool Contains(T value)", contains),
        Method::new("void CopyTo(T[] array, int index)", copy_to),
        Method::new("System.Collections.Generic.LinkedListNode[T] Find(T value)", find),
        Method::new("System.Collections.Generic.LinkedListNode[T] FindLast(T value)", find_last),
        Method::new("System.Collections.Generic.LinkedList`1+Enumerator[T] GetEnumerator()", get_enumerator),
        Method::new("bool Remove(T value)", remove),
        Method::new("void Remove(System.Collections.Generic.LinkedListNode[T] node)", remove),
        Method::new("void RemoveFirst()", remove_first),
        Method::new("void RemoveLast()", remove_last),
    ],
    constructors: &[
        Method::new("System.Collections.Generic.LinkedList[T] new()", new),
        Method::new(
            "System.Collections.Generic.LinkedList[T] new(System.Collections.Generic.IEnumerable[T] collection)",
            new,
        ),
    ],
    ..TypeTable::of(&known::LINKED_LIST_1)
};

static NODE: TypeTable = TypeTable {
    properties: &[
        Property::new("Next", "System.Collections.Generic.LinkedListNode[T]", next),
        Property::new("Previous", "System.Collections.Generic.LinkedListNode[T]", previous),
        Property::settable("Value", "T", value, set_value),
    ],
    constructors: &[Method::new("System.Collections.Generic.LinkedListNode[T] new(T value)", new_node)],
    ..TypeTable::of(&known::LINKED_LIST_NODE_1)
};

fn list(this: &Value) -> Outcome<&LinkedList> {
    receiver::<LinkedList>(this)
}

fn count(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(list(this)?.chain.nodes.borrow().len() as i32))
}

fn first(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(list(this)?.chain.nodes.borrow().first().cloned().unwrap_or_default())
}

fn last(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(list(this)?.chain.nodes.borrow().last().cloned().unwrap_or_default())
}

/// The node that an argument is or that holds it, made part of the list.
fn adopted(list: &LinkedList, argument: &Value) -> Outcome<Value> {
    let Some(node) = argument.downcast::<Node>() else { return Ok(list.node(argument.clone())) };
    if node.chain.borrow().upgrade().is_some() {
        return Err(fault::invalid_operation("The LinkedList node already belongs to a LinkedList."));
    }
    node.chain.replace(Rc::downgrade(&list.chain));
    Ok(argument.base().clone())
}

/// The place of a node, which must be of this list.
fn own_place(list: &LinkedList, node: &Value) -> Outcome<usize> {
    if node.is_null() {
        return Err(fault::argument_null("node"));
    }
    list.place(node)
        .ok_or_else(|| fault::invalid_operation("The LinkedList node does not belong to current LinkedList."))
}

fn placed(list: &LinkedList, place: usize, argument: &Value) -> Outcome<Value> {
    let node = adopted(list, argument)?;
    list.insert(place, node.clone());
    Ok(if argument.downcast::<Node>().is_some() { Value::Void } else { node })
}

fn add_after(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let list = list(this)?;
    placed(list, own_place(list, &arguments.value(0))? + 1, &arguments.value(1))
}

fn add_before(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let list = list(this)?;
    placed(list, own_place(list, &arguments.value(0))?, &arguments.value(1))
}

fn add_first(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    placed(list(this)?, 0, &arguments.value(0))
}

fn add_last(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let list = list(this)?;
    let end = list.chain.nodes.borrow().len();
    placed(list, end, &arguments.value(0))
}

fn clear(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let list = list(this)?;
    while !list.chain.nodes.borrow().is_empty() {
        list.take(0);
    }
    Ok(Value::Void)
}

fn contains(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let values = list(this)?.values();
    Ok(Value::Bool(sequence::index_of(env, &values, &arguments.value(0), 0..values.len())? >= 0))
}

fn copy_to(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    sequence::copy_to(list(this)?.values(), &arguments.value(0), arguments.int(1))
}

fn find(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let list = list(this)?;
    let values = list.values();
    let place = sequence::index_of(env, &values, &arguments.value(0), 0..values.len())?;
    Ok(usize::try_from(place).ok().and_then(|place| list.chain.nodes.borrow().get(place).cloned()).unwrap_or_default())
}

fn find_last(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let list = list(this)?;
    let values = list.values();
    let place = sequence::last_index_of(env, &values, &arguments.value(0), 0..values.len())?;
    Ok(usize::try_from(place).ok().and_then(|place| list.chain.nodes.borrow().get(place).cloned()).unwrap_or_default())
}

fn get_enumerator(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(enumerator_of(list(this)?.values()))
}

fn remove(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let list = list(this)?;
    let wanted = arguments.value(0);
    if wanted.downcast::<Node>().is_some() {
        list.take(own_place(list, &wanted)?);
        return Ok(Value::Void);
    }
    for (place, value) in list.values().iter().enumerate() {
        if compare::equals(env, value, &wanted)? {
            list.take(place);
            return Ok(Value::Bool(true));
        }
    }
    Ok(Value::Bool(false))
}

fn not_empty(list: &LinkedList) -> Outcome<usize> {
    let length = list.chain.nodes.borrow().len();
    length.checked_sub(1).ok_or_else(|| fault::invalid_operation("The LinkedList is empty."))
}

fn remove_first(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let list = list(this)?;
    not_empty(list)?;
    list.take(0);
    Ok(Value::Void)
}

fn remove_last(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let list = list(this)?;
    list.take(not_empty(list)?);
    Ok(Value::Void)
}

fn new(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let list = LinkedList { ty: type_of_call(this), chain: Rc::default() };
    for item in arguments.items(0) {
        let node = list.node(item);
        list.chain.nodes.borrow_mut().push(node);
    }
    Ok(Value::native(list))
}

/// The node at a distance from this one.
fn neighbour(this: &Value, distance: isize) -> Outcome<Value> {
    let node = receiver::<Node>(this)?;
    let Some(chain) = node.chain.borrow().upgrade() else { return Ok(Value::Null) };
    let nodes = chain.nodes.borrow();
    let place = nodes.iter().position(|own| own.same_reference(this));
    let next = place.and_then(|place| place.checked_add_signed(distance));
    Ok(next.and_then(|next| nodes.get(next).cloned()).unwrap_or_default())
}

fn next(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    neighbour(this, 1)
}

fn previous(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    neighbour(this, -1)
}

fn value(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(receiver::<Node>(this)?.value.borrow().clone())
}

fn set_value(_env: &mut dyn Env, this: &Value, value: Value) -> Outcome<()> {
    receiver::<Node>(this)?.value.replace(value);
    Ok(())
}

fn new_node(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let node = Node { ty: type_of_call(this), value: RefCell::new(arguments.value(0)), chain: RefCell::default() };
    Ok(Value::native(node))
}
