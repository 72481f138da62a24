//! Objects with members that scripts add: custom objects, wrapped values, instances of script classes.

use super::types::ScriptType;
use super::{NativeObject, TypeRef, Value};
use crate::text::{Str, Symbol};
use indexmap::IndexMap;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

/// The names of members in order. Objects made alike share one shape, so that a hundred thousand CSV rows hold their
/// column names once.
#[derive(Clone, Default)]
pub struct Shape {
    names: IndexMap<Symbol, Str>,
}

/// A member that was added to an object.
#[derive(Clone)]
pub enum Member {
    /// `NoteProperty`.
    Note(Value),
    Other(Rc<OtherMember>),
}

/// The members that are not simple values.
pub enum OtherMember {
    /// `AliasProperty`: another property's name, and the type to convert to.
    Alias { target: Str, conversion: Option<TypeRef> },
    /// `ScriptProperty`: script blocks that read and write it.
    Script { getter: Value, setter: Option<Value> },
    /// `ScriptMethod`.
    Method(Value),
    /// `PropertySet`.
    PropertySet(Vec<Str>),
    /// `MemberSet`, such as `PSStandardMembers`.
    MemberSet(Members),
    /// A note that was declared read-only or hidden.
    Guarded { value: RefCell<Value>, read_only: bool, hidden: bool },
}

impl Member {
    /// Whether this is a property that shows.
    pub fn is_property(&self) -> bool {
        match self {
            Member::Note(_) => true,
            Member::Other(other) => match &**other {
                OtherMember::Alias { .. } | OtherMember::Script { .. } => true,
                OtherMember::Guarded { hidden, .. } => !hidden,
                OtherMember::Method(_) | OtherMember::PropertySet(_) | OtherMember::MemberSet(_) => false,
            },
        }
    }
}

/// Members in order, found by name.
#[derive(Clone, Default)]
pub struct Members {
    shape: Rc<Shape>,
    items: Vec<Member>,
}

impl Members {
    /// Notes of a known shape; missing values are null.
    pub fn with_shape(shape: Rc<Shape>, values: Vec<Value>) -> Members {
        let mut items: Vec<Member> = values.into_iter().map(Member::Note).collect();
        items.resize(shape.names.len(), Member::Note(Value::Null));
        Members { shape, items }
    }

    /// The shape with these names; a name that comes twice counts once.
    pub fn shape_of<'a>(names: impl IntoIterator<Item = &'a str>) -> Rc<Shape> {
        Rc::new(Shape { names: names.into_iter().map(|name| (Symbol::new(name), Str::from(name))).collect() })
    }

    pub fn len(&self) -> usize {
        self.items.len()
    }

    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    pub fn get(&self, name: Symbol) -> Option<&Member> {
        self.items.get(self.shape.names.get_index_of(&name)?)
    }

    pub fn get_mut(&mut self, name: Symbol) -> Option<&mut Member> {
        self.items.get_mut(self.shape.names.get_index_of(&name)?)
    }

    /// Adds a member, or replaces the one of that name in its place.
    pub fn set(&mut self, name: Str, member: Member) {
        let symbol = Symbol::new(&name);
        if let Some(old) = self.get_mut(symbol) {
            *old = member;
            return;
        }
        Rc::make_mut(&mut self.shape).names.insert(symbol, name);
        self.items.push(member);
    }

    pub fn remove(&mut self, name: Symbol) -> bool {
        let Some(index) = self.shape.names.get_index_of(&name) else { return false };
        Rc::make_mut(&mut self.shape).names.shift_remove_index(index);
        self.items.remove(index);
        true
    }

    pub fn iter(&self) -> impl Iterator<Item = (&Str, &Member)> {
        self.shape.names.values().zip(&self.items)
    }

    /// The name of a member in the spelling in which it was added.
    pub fn spelling(&self, name: Symbol) -> Option<&Str> {
        self.shape.names.get(&name)
    }
}

/// What hangs on one object beside what its type gives: members and a changed list of type names.
#[derive(Default)]
pub struct Extra(RefCell<Option<Box<ExtraParts>>>);

#[derive(Clone, Default)]
pub struct ExtraParts {
    pub members: Members,
    /// `PSTypeNames`, once it differs from the type's own.
    pub type_names: Option<Vec<Str>>,
    /// Whether it came down the error stream before it was merged into the output.
    pub from_errors: bool,
}

impl Extra {
    /// Runs `read` on what is there, if anything is.
    pub fn read<T>(&self, read: impl FnOnce(&ExtraParts) -> T) -> Option<T> {
        self.0.borrow().as_deref().map(read)
    }

    /// Runs `change` on what is there, making it first where there is nothing.
    pub fn change<T>(&self, change: impl FnOnce(&mut ExtraParts) -> T) -> T {
        change(self.0.borrow_mut().get_or_insert_default())
    }

    /// A copy of the member with this name.
    pub fn member(&self, name: Symbol) -> Option<Member> {
        self.0.borrow().as_deref().and_then(|parts| parts.members.get(name).cloned())
    }

    pub fn is_empty(&self) -> bool {
        self.0.borrow().is_none()
    }

    /// Hangs copies here of all that hangs there.
    pub fn copy_from(&self, other: &Extra) {
        *self.0.borrow_mut() = other.0.borrow().clone();
    }

    /// A copy of all that hangs here.
    pub fn copied(&self) -> Extra {
        Extra(RefCell::new(self.0.borrow().clone()))
    }
}

/// A custom object, or a wrapper that gives a value extra members.
#[derive(Default)]
pub struct PsObject {
    base: Option<Value>,
    /// The text of the number token that the value was written as in a command: `1kb`, `007`.
    token: Option<Str>,
    pub extra: Extra,
}

impl PsObject {
    /// An empty custom object.
    pub fn new() -> PsObject {
        PsObject::default()
    }

    /// A custom object with these members.
    pub fn with_members(members: Members) -> PsObject {
        let object = PsObject::new();
        object.extra.change(|parts| parts.members = members);
        object
    }

    /// A value with room for extra members.
    pub fn wrapping(value: Value) -> PsObject {
        PsObject { base: Some(value), token: None, extra: Extra::default() }
    }

    /// A number that remembers the text of its token, which is its text wherever text is asked for.
    pub fn from_token(value: Value, token: Str) -> PsObject {
        PsObject { token: Some(token), ..PsObject::wrapping(value) }
    }

    /// The text of the number token that the value was written as.
    pub fn token(&self) -> Option<&Str> {
        self.token.as_ref()
    }

    /// The wrapped value; `None` for a custom object.
    pub fn base(&self) -> Option<&Value> {
        self.base.as_ref()
    }
}

impl Value {
    /// A custom object with notes in this order.
    pub fn object<'a>(notes: impl IntoIterator<Item = (&'a str, Value)>) -> Value {
        let mut members = Members::default();
        for (name, value) in notes {
            members.set(Str::from(name), Member::Note(value));
        }
        Value::Object(Rc::new(PsObject::with_members(members)))
    }

    /// A custom object with notes in this order and a type name in front of its own.
    pub fn typed_object<'a>(type_name: &str, notes: impl IntoIterator<Item = (&'a str, Value)>) -> Value {
        let value = Value::object(notes);
        if let Some(extra) = value.extra() {
            let own = ["System.Management.Automation.PSCustomObject", "System.Object"];
            let names = std::iter::once(type_name).chain(own).map(Str::from).collect();
            extra.change(|parts| parts.type_names = Some(names));
        }
        value
    }
}

/// An instance of a class that a script defined.
pub struct Instance {
    pub ty: Rc<ScriptType>,
    /// The instance properties in order of declaration, base classes first.
    pub fields: RefCell<Vec<(Symbol, Value)>>,
    /// The native object underneath, where the class derives from a native type.
    native: OnceCell<Rc<NativeObject>>,
    pub extra: Extra,
}

impl Instance {
    pub fn new(ty: Rc<ScriptType>) -> Instance {
        Instance { ty, fields: RefCell::default(), native: OnceCell::new(), extra: Extra::default() }
    }

    /// The native object underneath.
    pub fn native_base(&self) -> Option<&Rc<NativeObject>> {
        self.native.get()
    }

    /// Gives the instance its native part, which the constructor does once; a second call changes nothing.
    pub fn set_native_base(&self, native: Rc<NativeObject>) {
        self.native.get_or_init(|| native);
    }

    /// The value of a field.
    pub fn field(&self, name: Symbol) -> Option<Value> {
        self.fields.borrow().iter().find(|(field, _)| *field == name).map(|(_, value)| value.clone())
    }

    /// Sets a field; false when the class has none of that name.
    pub fn set_field(&self, name: Symbol, value: Value) -> bool {
        match self.fields.borrow_mut().iter_mut().find(|(field, _)| *field == name) {
            Some(field) => {
                field.1 = value;
                true
            }
            None => false,
        }
    }
}
