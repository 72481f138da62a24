//! The lists: ``List`1``, ``Collection`1``, ``ReadOnlyCollection`1`` and `ArrayList`.

use super::enumerator_of;
use super::list_range::{backward, forward};
use crate::types::arguments::{Arguments, items_of};
use crate::types::invoke::{receiver, type_of_call};
use crate::types::table::{Method, Property, StaticProperty, TypeTable};
use crate::types::{delegate, fault, known, resolve, sequence};
use crate::value::error::NOT_SUPPORTED_EXCEPTION;
use crate::value::types::{OBJECT, PS_OBJECT, TypeRef};
use crate::value::{Array, Env, Native, Outcome, Value};
use std::cell::{Cell, RefCell};
use std::ops::Range;
use std::rc::Rc;

/// A list of any kind that grows.
pub struct List {
    ty: TypeRef,
    items: RefCell<Vec<Value>>,
    capacity: Cell<usize>,
    read_only: bool,
    /// Counts changes, so that an enumeration notices them.
    version: Cell<u32>,
}

impl List {
    fn of_type(ty: TypeRef, items: Vec<Value>) -> List {
        let capacity = Cell::new(items.len());
        List { ty, items: RefCell::new(items), capacity, read_only: false, version: Cell::new(0) }
    }

    /// A ``List`1``, whose items must already be of the element type.
    pub fn new(element: TypeRef, items: Vec<Value>) -> List {
        List::of_type(TypeRef::Generic(Rc::new((&known::LIST_1, vec![element]))), items)
    }

    /// An `ArrayList`.
    pub fn array_list(items: Vec<Value>) -> List {
        List::of_type(TypeRef::Native(&known::ARRAY_LIST), items)
    }

    /// ``Collection`1`` of `PSObject`, as the language's own methods return it.
    pub fn collection(items: Vec<Value>) -> List {
        let elements = vec![TypeRef::Native(&PS_OBJECT)];
        List::of_type(TypeRef::Generic(Rc::new((&known::COLLECTION_1, elements))), items)
    }

    /// ``ReadOnlyCollection`1``.
    pub fn read_only(element: TypeRef, items: Vec<Value>) -> List {
        let ty = TypeRef::Generic(Rc::new((&known::READ_ONLY_COLLECTION_1, vec![element])));
        List { read_only: true, ..List::of_type(ty, items) }
    }

    /// The items as they are now.
    pub fn snapshot(&self) -> Vec<Value> {
        self.items.borrow().clone()
    }

    pub fn len(&self) -> usize {
        self.items.borrow().len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Adds an item that is already of the element type.
    pub fn push(&self, item: Value) {
        self.change(|items| items.push(item));
    }

    /// Changes the items.
    pub fn change<T>(&self, change: impl FnOnce(&mut Vec<Value>) -> T) -> T {
        self.version.set(self.version.get().wrapping_add(1));
        change(&mut self.items.borrow_mut())
    }

    /// A number that is another one after each change.
    pub fn version(&self) -> u32 {
        self.version.get()
    }

    /// The type of the items.
    pub fn element(&self) -> TypeRef {
        match &self.ty {
            TypeRef::Generic(generic) => generic.1.first().cloned().unwrap_or(TypeRef::Native(&OBJECT)),
            _ => TypeRef::Native(&OBJECT),
        }
    }

    /// A new list of the same type.
    fn alike(&self, items: Vec<Value>) -> Value {
        Value::native(List::of_type(self.ty.clone(), items))
    }
}

impl Native for List {
    fn type_ref(&self) -> TypeRef {
        self.ty.clone()
    }

    fn items(&self) -> Option<Vec<Value>> {
        Some(self.snapshot())
    }

    fn count(&self) -> Option<usize> {
        Some(self.len())
    }

    fn index(&self, env: &mut dyn Env, index: &Value) -> Option<Outcome<Value>> {
        Some(
            sequence::place(env, self.len(), index)
                .map(|place| place.and_then(|place| self.items.borrow().get(place).cloned()).unwrap_or_default()),
        )
    }

    fn set_index(&self, env: &mut dyn Env, index: &Value, value: Value) -> Option<Outcome<()>> {
        Some(self.store(env, index, value))
    }
}

impl List {
    fn store(&self, env: &mut dyn Env, index: &Value, value: Value) -> Outcome<()> {
        if self.read_only {
            return Err(fault::raise(&NOT_SUPPORTED_EXCEPTION, "Collection is read-only."));
        }
        let place = sequence::place(env, self.len(), index)?.ok_or_else(fault::bad_index)?;
        let value = resolve::to_type(env, &value, &self.element())?;
        self.change(|items| {
            if let Some(slot) = items.get_mut(place) {
                *slot = value;
            }
        });
        Ok(())
    }
}

pub(super) static TABLES: &[&TypeTable] =
    &[&LIST, &ARRAY_LIST, &COLLECTION, &OBSERVABLE, &READ_ONLY, &STRING_COLLECTION];

static LIST: TypeTable = TypeTable {
    properties: &[Property::settable("Capacity", "int", capacity, set_capacity), Property::new("Count", "int", count)],
    methods: &[
        Method::new("void Add(T item)", add),
        Method::new("void AddRange(System.Collections.Generic.IEnumerable[T] collection)", add_range),
        Method::new("System.Collections.ObjectModel.ReadOnlyCollection[T] AsReadOnly()", as_read_only),
        Method::new(
            "int BinarySearch(int index, int count, T item, System.Collections.Generic.IComparer[T] comparer)",
            binary_search,
        ),
        Method::new("int BinarySearch(T item)", binary_search),
        Method::new("int BinarySearch(T item, System.Collections.Generic.IComparer[T] comparer)", binary_search),
        Method::new("void Clear()", clear),
        Method::new("bool Contains(T item)", contains),
        Method::new(
            "System.Collections.Generic.List[TOutput] ConvertAll[TOutput](System.Converter[T,TOutput] converter)",
            convert_all,
        ),
        Method::new("void CopyTo(T[] array)", copy_to),
        Method::new("void CopyTo(int index, T[] array, int arrayIndex, int count)", copy_to),
        Method::new("void CopyTo(T[] array, int arrayIndex)", copy_to),
        Method::new("int EnsureCapacity(int capacity)", ensure_capacity),
        Method::new("bool Exists(System.Predicate[T] match)", exists),
        Method::new("T Find(System.Predicate[T] match)", find),
        Method::new("System.Collections.Generic.List[T] FindAll(System.Predicate[T] match)", find_all),
        Method::new("int FindIndex(System.Predicate[T] match)", find_index),
        Method::new("int FindIndex(int startIndex, System.Predicate[T] match)", find_index),
        Method::new("int FindIndex(int startIndex, int count, System.Predicate[T] match)", find_index),
        Method::new("T FindLast(System.Predicate[T] match)", find_last),
        Method::new("int FindLastIndex(System.Predicate[T] match)", find_last_index),
        Method::new("int FindLastIndex(int startIndex, System.Predicate[T] match)", find_last_index),
        Method::new("int FindLastIndex(int startIndex, int count, System.Predicate[T] match)", find_last_index),
        Method::new("void ForEach(System.Action[T] action)", for_each),
        Method::new("System.Collections.Generic.List`1+Enumerator[T] GetEnumerator()", get_enumerator),
        Method::new("System.Collections.Generic.List[T] GetRange(int index, int count)", get_range),
        Method::new("System.Collections.Generic.List[T] Slice(int start, int length)", slice),
        Method::new("int IndexOf(T item)", index_of),
        Method::new("int IndexOf(T item, int index)", index_of),
        Method::new("int IndexOf(T item, int index, int count)", index_of),
        Method::new("void Insert(int index, T item)", insert),
        Method::new("void InsertRange(int index, System.Collections.Generic.IEnumerable[T] collection)", insert_range),
        Method::new("int LastIndexOf(T item)", last_index_of),
        Method::new("int LastIndexOf(T item, int index)", last_index_of),
        Method::new("int LastIndexOf(T item, int index, int count)", last_index_of),
        Method::new("bool Remove(T item)", remove),
        Method::new("int RemoveAll(System.Predicate[T] match)", remove_all),
        Method::new("void RemoveAt(int index)", remove_at),
        Method::new("void RemoveRange(int index, int count)", remove_range),
        Method::new("void Reverse()", reverse),
        Method::new("void Reverse(int index, int count)", reverse),
        Method::new("void Sort()", sort),
        Method::new("void Sort(System.Collections.Generic.IComparer[T] comparer)", sort),
        Method::new("void Sort(int index, int count, System.Collections.Generic.IComparer[T] comparer)", sort),
        Method::new("void Sort(System.Comparison[T] comparison)", sort),
        Method::new("T[] ToArray()", to_array),
        Method::new("void TrimExcess()", trim_excess),
        Method::new("bool TrueForAll(System.Predicate[T] match)", true_for_all),
        Method::new("T Item(int index) {get;set;}", item),
    ],
    constructors: &[
        Method::new("System.Collections.Generic.List[T] new()", new),
        Method::new("System.Collections.Generic.List[T] new(int capacity)", new),
        Method::new(
            "System.Collections.Generic.List[T] new(System.Collections.Generic.IEnumerable[T] collection)",
            new,
        ),
    ],
    ..TypeTable::of(&known::LIST_1)
};

static ARRAY_LIST: TypeTable = TypeTable {
    properties: &[
        Property::settable("Capacity", "int", capacity, set_capacity),
        Property::new("Count", "int", count),
        Property::new("IsFixedSize", "bool", is_fixed_size),
        Property::new("IsReadOnly", "bool", is_read_only),
        Property::new("IsSynchronized", "bool", is_synchronized),
        Property::new("SyncRoot", "System.Object", sync_root),
    ],
    methods: &[
        Method::new("int Add(System.Object value)", add_counted),
        Method::new("void AddRange(System.Collections.ICollection c)", add_range),
        Method::new(
            "int BinarySearch(int index, int count, System.Object value, System.Collections.IComparer comparer)",
            binary_search,
        ),
        Method::new("int BinarySearch(System.Object value)", binary_search),
        Method::new("int BinarySearch(System.Object value, System.Collections.IComparer comparer)", binary_search),
        Method::new("void Clear()", clear),
        Method::new("System.Object Clone()", clone),
        Method::new("bool Contains(System.Object item)", contains),
        Method::new("void CopyTo(array array)", copy_to),
        Method::new("void CopyTo(array array, int arrayIndex)", copy_to),
        Method::new("void CopyTo(int index, array array, int arrayIndex, int count)", copy_to),
        Method::new("System.Collections.IEnumerator GetEnumerator()", get_enumerator),
        Method::new("System.Collections.IEnumerator GetEnumerator(int index, int count)", get_enumerator),
        Method::new("int IndexOf(System.Object value)", index_of),
        Method::new("int IndexOf(System.Object value, int startIndex)", index_of),
        Method::new("int IndexOf(System.Object value, int startIndex, int count)", index_of),
        Method::new("void Insert(int index, System.Object value)", insert),
        Method::new("void InsertRange(int index, System.Collections.ICollection c)", insert_range),
        Method::new("int LastIndexOf(System.Object value)", last_index_of),
        Method::new("int LastIndexOf(System.Object value, int startIndex)", last_index_of),
        Method::new("int LastIndexOf(System.Object value, int startIndex, int count)", last_index_of),
        Method::new("void Remove(System.Object obj)", remove_quietly),
        Method::new("void RemoveAt(int index)", remove_at),
        Method::new("void RemoveRange(int index, int count)", remove_range),
        Method::new("void Reverse()", reverse),
        Method::new("void Reverse(int index, int count)", reverse),
        Method::new("void SetRange(int index, System.Collections.ICollection c)", set_range),
        Method::new("System.Collections.ArrayList GetRange(int index, int count)", get_range),
        Method::new("void Sort()", sort),
        Method::new("void Sort(System.Collections.IComparer comparer)", sort),
        Method::new("void Sort(int index, int count, System.Collections.IComparer comparer)", sort),
        Method::new("System.Object[] ToArray()", to_typed_array),
        Method::new("array ToArray(type type)", to_typed_array),
        Method::new("void TrimToSize()", trim_to_size),
        Method::new("System.Object Item(int index) {get;set;}", item),
    ],
    constructors: &[
        Method::new("System.Collections.ArrayList new()", new),
        Method::new("System.Collections.ArrayList new(int capacity)", new),
        Method::new("System.Collections.ArrayList new(System.Collections.ICollection c)", new),
    ],
    static_methods: &[
        Method::new("System.Collections.ArrayList Adapter(System.Collections.IList list)", adapter),
        Method::new("System.Collections.IList FixedSize(System.Collections.IList list)", first_argument),
        Method::new("System.Collections.ArrayList FixedSize(System.Collections.ArrayList list)", first_argument),
        Method::new("System.Collections.IList ReadOnly(System.Collections.IList list)", read_only_copy),
        Method::new("System.Collections.ArrayList ReadOnly(System.Collections.ArrayList list)", read_only_copy),
        Method::new("System.Collections.ArrayList Repeat(System.Object value, int count)", repeat),
        Method::new("System.Collections.IList Synchronized(System.Collections.IList list)", first_argument),
        Method::new("System.Collections.ArrayList Synchronized(System.Collections.ArrayList list)", first_argument),
    ],
    ..TypeTable::of(&known::ARRAY_LIST)
};

static COLLECTION: TypeTable = TypeTable {
    properties: &[Property::new("Count", "int", count)],
    methods: &[
        Method::new("void Add(T item)", add),
        Method::new("void Clear()", clear),
        Method::new("void CopyTo(T[] array, int index)", copy_to),
        Method::new("bool Contains(T item)", contains),
        Method::new("System.Collections.Generic.IEnumerator[T] GetEnumerator()", get_enumerator),
        Method::new("int IndexOf(T item)", index_of),
        Method::new("void Insert(int index, T item)", insert),
        Method::new("bool Remove(T item)", remove),
        Method::new("void RemoveAt(int index)", remove_at),
        Method::new("T Item(int index) {get;set;}", item),
    ],
    constructors: &[
        Method::new("System.Collections.ObjectModel.Collection[T] new()", new),
        Method::new("System.Collections.ObjectModel.Collection[T] new(System.Collections.Generic.IList[T] list)", new),
    ],
    ..TypeTable::of(&known::COLLECTION_1)
};

static OBSERVABLE: TypeTable = TypeTable {
    constructors: &[
        Method::new("System.Collections.ObjectModel.ObservableCollection[T] new()", new),
        Method::new(
            "System.Collections.ObjectModel.ObservableCollection[T] new(System.Collections.Generic.IEnumerable[T] \
             collection)",
            new,
        ),
    ],
    ..TypeTable::of(&known::OBSERVABLE_COLLECTION_1)
};

static READ_ONLY: TypeTable = TypeTable {
    properties: &[Property::new("Count", "int", count)],
    methods: &[
        Method::new("bool Contains(T value)", contains),
        Method::new("void CopyTo(T[] array, int index)", copy_to),
        Method::new("System.Collections.Generic.IEnumerator[T] GetEnumerator()", get_enumerator),
        Method::new("int IndexOf(T value)", index_of),
        Method::new("T Item(int index) {get;}", item),
    ],
    constructors: &[Method::new(
        "System.Collections.ObjectModel.ReadOnlyCollection[T] new(System.Collections.Generic.IList[T] list)",
        new_read_only,
    )],
    static_properties: &[StaticProperty::new("Empty", "System.Collections.ObjectModel.ReadOnlyCollection[T]", |_| {
        Ok(Value::native(List::read_only(TypeRef::Native(&OBJECT), Vec::new())))
    })],
    ..TypeTable::of(&known::READ_ONLY_COLLECTION_1)
};

static STRING_COLLECTION: TypeTable = TypeTable {
    properties: &[Property::new("Count", "int", count), Property::new("IsReadOnly", "bool", is_read_only)],
    methods: &[
        Method::new("int Add(string value)", add_counted),
        Method::new("void AddRange(string[] value)", add_range),
        Method::new("void Clear()", clear),
        Method::new("bool Contains(string value)", contains),
        Method::new("int IndexOf(string value)", index_of),
        Method::new("void Insert(int index, string value)", insert),
        Method::new("void Remove(string value)", remove_quietly),
        Method::new("void RemoveAt(int index)", remove_at),
        Method::new("string Item(int index) {get;set;}", item),
    ],
    constructors: &[Method::new("System.Collections.Specialized.StringCollection new()", new)],
    ..TypeTable::of(&known::STRING_COLLECTION)
};

fn list(this: &Value) -> Outcome<&List> {
    receiver::<List>(this)
}

fn capacity(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let list = list(this)?;
    let (length, asked) = (list.len(), list.capacity.get());
    // .NET starts with four slots and doubles them whenever they are full.
    let mut capacity = asked;
    while capacity < length {
        capacity = if capacity == 0 { 4 } else { capacity * 2 };
    }
    Ok(Value::Int(capacity as i32))
}

fn set_capacity(_env: &mut dyn Env, this: &Value, value: Value) -> Outcome<()> {
    let list = list(this)?;
    let wanted = std::slice::from_ref(&value).int(0);
    let wanted = usize::try_from(wanted).ok().filter(|wanted| *wanted >= list.len());
    let wanted = wanted.ok_or_else(|| fault::out_of_range("capacity was less than the current size.", "value"))?;
    list.capacity.set(wanted);
    Ok(())
}

fn count(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(list(this)?.len() as i32))
}

fn is_fixed_size(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Bool(list(this)?.read_only))
}

fn is_read_only(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Bool(list(this)?.read_only))
}

fn is_synchronized(_env: &mut dyn Env, _this: &Value) -> Outcome<Value> {
    Ok(Value::Bool(false))
}

fn sync_root(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(this.clone())
}

/// The list, which must not be read-only.
fn writable(this: &Value) -> Outcome<&List> {
    let list = list(this)?;
    if list.read_only {
        return Err(fault::raise(&NOT_SUPPORTED_EXCEPTION, "Collection is read-only."));
    }
    Ok(list)
}

fn add(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    writable(this)?.push(arguments.value(0));
    Ok(Value::Void)
}

/// `ArrayList.Add`, which gives the place of the new item.
fn add_counted(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let place = list(this)?.len();
    add(env, this, arguments)?;
    Ok(Value::Int(place as i32))
}

/// The items of a collection that must not be null.
fn collection(arguments: &[Value], place: usize) -> Outcome<Vec<Value>> {
    if arguments.is_null(place) {
        return Err(fault::argument_null("collection"));
    }
    Ok(arguments.items(place))
}

fn add_range(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let added = collection(arguments, 0)?;
    writable(this)?.change(|items| items.extend(added));
    Ok(Value::Void)
}

fn as_read_only(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let list = list(this)?;
    Ok(Value::native(List::read_only(list.element(), list.snapshot())))
}

fn binary_search(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let items = list(this)?.snapshot();
    let (range, wanted, comparer) = if arguments.len() == 4 {
        let range = sequence::range(arguments.int(0), arguments.int(1), items.len())?;
        (range, arguments.value(2), arguments.value(3))
    } else {
        (0..items.len(), arguments.value(0), arguments.value(1))
    };
    sequence::binary_search(env, &items, range, &wanted, &comparer).map(Value::Int)
}

fn clear(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    writable(this)?.change(Vec::clear);
    Ok(Value::Void)
}

fn clone(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let list = list(this)?;
    Ok(list.alike(list.snapshot()))
}

fn contains(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let items = list(this)?.snapshot();
    let place = sequence::index_of(env, &items, &arguments.value(0), 0..items.len())?;
    Ok(Value::Bool(place >= 0))
}

fn convert_all(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let converter = arguments.value(0);
    let mut converted = Vec::new();
    for item in list(this)?.snapshot() {
        converted.push(delegate::invoke(env, &converter, &[item])?);
    }
    let element = match converter.type_ref() {
        Some(TypeRef::Generic(generic)) => generic.1.last().cloned(),
        _ => None,
    };
    Ok(Value::native(List::new(element.unwrap_or(TypeRef::Native(&OBJECT)), converted)))
}

fn copy_to(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let items = list(this)?.snapshot();
    if arguments.len() < 4 {
        return sequence::copy_to(items, &arguments.value(0), arguments.int(1));
    }
    let range = sequence::range(arguments.int(0), arguments.int(3), items.len())?;
    let part = items.get(range).unwrap_or(&[]).to_vec();
    sequence::copy_to(part, &arguments.value(1), arguments.int(2))
}

fn ensure_capacity(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let list = list(this)?;
    let wanted = usize::try_from(arguments.int(0))
        .map_err(|_| fault::out_of_range("Non-negative number required.", "capacity"))?;
    list.capacity.set(list.capacity.get().max(wanted));
    capacity(env, this)
}

fn predicate(arguments: &[Value]) -> Value {
    arguments.last().cloned().unwrap_or_default()
}

fn exists(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let items = list(this)?.snapshot();
    Ok(Value::Bool(sequence::find(env, &items, &predicate(arguments), 0..items.len())?.is_some()))
}

/// The item at a found place; the default of the type where nothing was found.
fn found(list: &List, items: &[Value], place: Option<usize>) -> Value {
    match place {
        Some(place) => items.get(place).cloned().unwrap_or_default(),
        None => crate::types::default_of(&list.element()),
    }
}

fn find(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let list = list(this)?;
    let items = list.snapshot();
    let place = sequence::find(env, &items, &predicate(arguments), 0..items.len())?;
    Ok(found(list, &items, place))
}

fn find_last(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let list = list(this)?;
    let items = list.snapshot();
    let place = sequence::find_last(env, &items, &predicate(arguments), 0..items.len())?;
    Ok(found(list, &items, place))
}

fn find_all(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let list = list(this)?;
    let found = sequence::find_all(env, list.snapshot(), &predicate(arguments))?;
    Ok(list.alike(found))
}

fn place(found: Option<usize>) -> Value {
    Value::Int(found.map_or(-1, |place| place as i32))
}

fn find_index(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let items = list(this)?.snapshot();
    let range = forward(arguments, 0, arguments.len() - 1, items.len())?;
    sequence::find(env, &items, &predicate(arguments), range).map(place)
}

fn find_last_index(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let items = list(this)?.snapshot();
    let range = backward(arguments, 0, arguments.len() - 1, items.len())?;
    sequence::find_last(env, &items, &predicate(arguments), range).map(place)
}

fn for_each(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    for item in list(this)?.snapshot() {
        delegate::invoke(env, &arguments.value(0), &[item])?;
    }
    Ok(Value::Void)
}

fn get_enumerator(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let list = list(this)?;
    let mut items = list.snapshot();
    if arguments.len() == 2 {
        let range = sequence::range(arguments.int(0), arguments.int(1), items.len())?;
        items = items.get(range).unwrap_or(&[]).to_vec();
    }
    Ok(enumerator_of(items))
}

fn get_range(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let list = list(this)?;
    let items = list.snapshot();
    let range = sequence::range(arguments.int(0), arguments.int(1), items.len())?;
    Ok(list.alike(items.get(range).unwrap_or(&[]).to_vec()))
}

fn slice(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    get_range(env, this, arguments)
}

fn index_of(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let items = list(this)?.snapshot();
    let range = forward(arguments, 1, arguments.len(), items.len())?;
    sequence::index_of(env, &items, &arguments.value(0), range).map(Value::Int)
}

fn last_index_of(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let items = list(this)?.snapshot();
    let range = backward(arguments, 1, arguments.len(), items.len())?;
    sequence::last_index_of(env, &items, &arguments.value(0), range).map(Value::Int)
}

/// A place where something can be inserted.
fn gap(list: &List, index: i32) -> Outcome<usize> {
    let place = usize::try_from(index).ok().filter(|place| *place <= list.len());
    place.ok_or_else(|| match list.ty {
        TypeRef::Native(_) => fault::out_of_range(
            "Index was out of range. Must be non-negative and less than or equal to the size of the collection.",
            "index",
        ),
        _ => fault::out_of_range("Index must be within the bounds of the List.", "index"),
    })
}

fn insert(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let list = writable(this)?;
    let place = gap(list, arguments.int(0))?;
    list.change(|items| items.insert(place, arguments.value(1)));
    Ok(Value::Void)
}

fn insert_range(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let list = writable(this)?;
    let added = collection(arguments, 1)?;
    let place = gap(list, arguments.int(0))?;
    list.change(|items| drop(items.splice(place..place, added)));
    Ok(Value::Void)
}

fn item(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let list = list(this)?;
    let place = sequence::checked(arguments.int(0), list.len())?;
    Ok(list.items.borrow().get(place).cloned().unwrap_or_default())
}

fn remove(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let list = writable(this)?;
    let items = list.snapshot();
    let place = sequence::index_of(env, &items, &arguments.value(0), 0..items.len())?;
    if let Ok(place) = usize::try_from(place) {
        list.change(|items| items.remove(place));
    }
    Ok(Value::Bool(place >= 0))
}

fn remove_quietly(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    remove(env, this, arguments)?;
    Ok(Value::Void)
}

fn remove_all(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let list = list(this)?;
    let items = list.snapshot();
    let total = items.len();
    let mut kept = Vec::with_capacity(total);
    for item in items {
        if !delegate::holds(env, &arguments.value(0), &item)? {
            kept.push(item);
        }
    }
    let removed = total - kept.len();
    list.change(|items| *items = kept);
    Ok(Value::Int(removed as i32))
}

fn remove_at(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let list = writable(this)?;
    let place = sequence::checked(arguments.int(0), list.len())?;
    list.change(|items| items.remove(place));
    Ok(Value::Void)
}

fn remove_range(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let list = writable(this)?;
    let range = sequence::range(arguments.int(0), arguments.int(1), list.len())?;
    list.change(|items| drop(items.drain(range)));
    Ok(Value::Void)
}

/// The range of the first two arguments; everything where they are missing.
fn optional_range(list: &List, arguments: &[Value]) -> Outcome<Range<usize>> {
    match arguments.len() {
        0 | 1 => Ok(0..list.len()),
        _ => sequence::range(arguments.int(0), arguments.int(1), list.len()),
    }
}

fn reverse(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let list = writable(this)?;
    let range = optional_range(list, arguments)?;
    list.change(|items| {
        if let Some(part) = items.get_mut(range) {
            part.reverse();
        }
    });
    Ok(Value::Void)
}

fn set_range(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let list = writable(this)?;
    let items = arguments.items(1);
    let start = usize::try_from(arguments.int(0)).ok().filter(|start| start + items.len() <= list.len());
    let start = start.ok_or_else(fault::bad_index)?;
    list.change(|own| {
        for (slot, item) in own.iter_mut().skip(start).zip(items) {
            *slot = item;
        }
    });
    Ok(Value::Void)
}

fn sort(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let list = writable(this)?;
    let range = if arguments.len() == 3 { optional_range(list, arguments)? } else { 0..list.len() };
    let comparer = predicate(arguments);
    let mut items = list.snapshot();
    if let Some(part) = items.get_mut(range) {
        sequence::sort(env, part, &comparer)?;
    }
    list.change(|own| *own = items);
    Ok(Value::Void)
}

fn to_array(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let list = list(this)?;
    Ok(Value::Array(Rc::new(Array::typed(list.element(), list.snapshot()))))
}

fn to_typed_array(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let list = list(this)?;
    let element = match arguments.first() {
        Some(Value::Type(ty)) => TypeRef::clone(ty),
        _ => return to_array(env, this, arguments),
    };
    let mut items = Vec::with_capacity(list.len());
    for item in list.snapshot() {
        items.push(resolve::to_type(env, &item, &element)?);
    }
    Ok(Value::Array(Rc::new(Array::typed(element, items))))
}

fn trim_excess(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let list = list(this)?;
    list.capacity.set(list.len());
    Ok(Value::Void)
}

fn trim_to_size(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    trim_excess(env, this, arguments)
}

fn true_for_all(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    for item in list(this)?.snapshot() {
        if !delegate::holds(env, &arguments.value(0), &item)? {
            return Ok(Value::Bool(false));
        }
    }
    Ok(Value::Bool(true))
}

fn new(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let ty = type_of_call(this);
    match arguments.first() {
        None => Ok(Value::native(List::of_type(ty, Vec::new()))),
        Some(Value::Int(capacity)) => {
            let capacity = usize::try_from(*capacity)
                .map_err(|_| fault::out_of_range("Non-negative number required.", "capacity"))?;
            let list = List::of_type(ty, Vec::new());
            list.capacity.set(capacity);
            Ok(Value::native(list))
        }
        Some(_) => Ok(Value::native(List::of_type(ty, collection(arguments, 0)?))),
    }
}

fn new_read_only(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let ty = type_of_call(this);
    Ok(Value::native(List { read_only: true, ..List::of_type(ty, arguments.items(0)) }))
}

fn first_argument(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(arguments.value(0))
}

fn adapter(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::native(List::array_list(arguments.items(0))))
}

fn read_only_copy(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let list = List::array_list(items_of(&arguments.value(0)));
    Ok(Value::native(List { read_only: true, ..list }))
}

fn repeat(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let count =
        usize::try_from(arguments.int(1)).map_err(|_| fault::out_of_range("Non-negative number required.", "count"))?;
    Ok(Value::native(List::array_list(vec![arguments.value(0); count])))
}
