//! Members as objects: `PSNoteProperty`, `PSScriptMethod` and their kin, and the collections of them.

use super::session;
use crate::engine::member_list::{Entry, MemberType, Origin};
use crate::text::{CaseRule, Str, Symbol, Wildcard};
use crate::types::{Hints, Method, Property, TypeTable, fault, method_overloads, string_array, typed_array};
use crate::value::error::EXTENDED_TYPE_SYSTEM_EXCEPTION;
use crate::value::types::{I_ENUMERABLE, NativeType, OBJECT};
use crate::value::{
    Env, ErrorCategory, Fault, Member, Members, Native, OtherMember, Outcome, TypeRef, Value, convert, enumerate,
};
use std::cell::RefCell;
use std::rc::Rc;

pub static MEMBER_INFO: NativeType = NativeType::class("System.Management.Automation.PSMemberInfo", &OBJECT);
pub static PROPERTY_INFO: NativeType = NativeType::class("System.Management.Automation.PSPropertyInfo", &MEMBER_INFO);
pub static METHOD_INFO: NativeType = NativeType::class("System.Management.Automation.PSMethodInfo", &MEMBER_INFO);
pub static NOTE_PROPERTY: NativeType = NativeType::class("System.Management.Automation.PSNoteProperty", &PROPERTY_INFO);
pub static PROPERTY: NativeType = NativeType::class("System.Management.Automation.PSProperty", &PROPERTY_INFO);
pub static ALIAS_PROPERTY: NativeType =
    NativeType::class("System.Management.Automation.PSAliasProperty", &PROPERTY_INFO);
pub static SCRIPT_PROPERTY: NativeType =
    NativeType::class("System.Management.Automation.PSScriptProperty", &PROPERTY_INFO);
pub static VARIABLE_PROPERTY: NativeType =
    NativeType::class("System.Management.Automation.PSVariableProperty", &NOTE_PROPERTY);
pub static METHOD: NativeType = NativeType::class("System.Management.Automation.PSMethod", &METHOD_INFO);
/// The type of methods that are taken from an object, whose type argument tells their parameters.
pub static METHOD_OF: NativeType = NativeType::class("System.Management.Automation.PSMethod`1", &METHOD);
pub static PARAMETERIZED_PROPERTY: NativeType =
    NativeType::class("System.Management.Automation.PSParameterizedProperty", &METHOD_INFO);
pub static SCRIPT_METHOD: NativeType = NativeType::class("System.Management.Automation.PSScriptMethod", &METHOD_INFO);
pub static PROPERTY_SET: NativeType = NativeType::class("System.Management.Automation.PSPropertySet", &MEMBER_INFO);
pub static MEMBER_SET: NativeType = NativeType::class("System.Management.Automation.PSMemberSet", &MEMBER_INFO);
pub static COLLECTION: NativeType =
    NativeType::class("System.Management.Automation.PSMemberInfoIntegratingCollection", &OBJECT)
        .implements(&[&I_ENUMERABLE]);
pub static READ_ONLY_COLLECTION: NativeType =
    NativeType::class("System.Management.Automation.ReadOnlyPSMemberInfoCollection", &OBJECT)
        .implements(&[&I_ENUMERABLE]);

/// One member; of an object, or made by itself to be added to one.
pub struct MemberObject {
    owner: Option<Value>,
    entry: Entry,
    /// The member where it belongs to no object yet.
    loose: RefCell<Option<Member>>,
}

impl Native for MemberObject {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(match self.entry.kind {
            MemberType::AliasProperty => &ALIAS_PROPERTY,
            MemberType::Property => &PROPERTY,
            MemberType::NoteProperty => &NOTE_PROPERTY,
            MemberType::ScriptProperty => &SCRIPT_PROPERTY,
            MemberType::PropertySet => &PROPERTY_SET,
            MemberType::Method => &METHOD_OF,
            MemberType::ScriptMethod => &SCRIPT_METHOD,
            MemberType::ParameterizedProperty => &PARAMETERIZED_PROPERTY,
            MemberType::MemberSet => &MEMBER_SET,
        })
    }

    fn text(&self, env: &mut dyn Env) -> Outcome<Option<Str>> {
        if self.entry.kind == MemberType::Property {
            let value = value_of(env, self)?;
            let session = session(env)?;
            let ty = session.type_name_of_value(&value);
            let text = convert::object_text(session, &value)?;
            return Ok(Some(Str::from(format!("{ty} {}={text}", self.entry.name))));
        }
        if self.entry.kind == MemberType::Method {
            return Ok(Some(Str::from(overload_texts(env, self)?.join(", "))));
        }
        let entry = Entry { member: self.member(), ..self.entry.clone() };
        session(env)?.member_definition(&entry).map(Some)
    }
}

impl MemberObject {
    /// The member as it is now: changed notes show their new value.
    fn member(&self) -> Option<Member> {
        if let Some(loose) = self.loose.borrow().clone() {
            return Some(loose);
        }
        let symbol = Symbol::new(&self.entry.name);
        let mut carrier = self.owner.as_ref();
        while let Some(value) = carrier {
            if let Some(member) = value.extra().and_then(|extra| extra.member(symbol)) {
                return Some(member);
            }
            carrier = match value {
                Value::Object(custom) => custom.base(),
                _ => None,
            };
        }
        self.entry.member.clone()
    }

    /// Whether it is a static method of the type that is its owner.
    fn is_static(&self) -> bool {
        self.entry.kind == MemberType::Method && self.entry.origin == Origin::TypeData
    }

    fn other(&self) -> Option<Rc<OtherMember>> {
        match self.member() {
            Some(Member::Other(other)) => Some(other),
            _ => None,
        }
    }
}

/// A member of an object as a value.
pub fn of(owner: &Value, entry: Entry) -> Value {
    Value::native(MemberObject { owner: Some(owner.clone()), entry, loose: RefCell::new(None) })
}

/// A method of an object that was taken without being called.
pub fn method(owner: &Value, name: &str, kind: MemberType) -> Value {
    let entry = Entry::plain(Str::from(name), kind, Origin::Type);
    of(owner, entry)
}

/// A static method of a type that was taken without being called.
pub fn static_method(ty: &TypeRef, name: &str) -> Value {
    let entry = Entry::plain(Str::from(name), MemberType::Method, Origin::TypeData);
    of(&Value::Type(Rc::new(ty.clone())), entry)
}

/// The name of a method that was taken, and the object that it belongs to.
pub fn method_parts(value: &Value) -> Option<(Value, Str)> {
    let member = value.downcast::<MemberObject>().filter(|member| member.entry.kind.is_method())?;
    Some((member.owner.clone()?, member.entry.name.clone()))
}

/// A member that belongs to no object yet.
fn loose(name: Str, kind: MemberType, member: Member) -> Value {
    let entry = Entry::plain(name, kind, Origin::Instance);
    Value::native(MemberObject { owner: None, entry, loose: RefCell::new(Some(member)) })
}

/// Adds a member that stands by itself to a list of members; anything else is passed over.
pub fn add_to(value: &Value, members: &mut Members) {
    if let Some(own) = value.downcast::<MemberObject>()
        && let Some(member) = own.member()
    {
        members.set(own.entry.name.clone(), member);
    }
}

fn this_member(this: &Value) -> Outcome<&MemberObject> {
    this.downcast::<MemberObject>().ok_or_else(fault::null_reference)
}

fn value_of(env: &mut dyn Env, this: &MemberObject) -> Outcome<Value> {
    match (&this.owner, this.member()) {
        (Some(owner), Some(member)) if this.entry.kind.is_property() => {
            let owner = owner.clone();
            session(env)?.read_member(&owner, &member)
        }
        (Some(owner), None) if this.entry.kind.is_property() => env.get_property(owner, Symbol::new(&this.entry.name)),
        (_, Some(Member::Note(value))) => Ok(value),
        _ => Ok(Value::Null),
    }
}

fn value(env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    value_of(env, this_member(this)?)
}

fn set_value(env: &mut dyn Env, this: &Value, value: Value) -> Outcome {
    let member = this_member(this)?;
    match &member.owner {
        Some(owner) => {
            let owner = owner.clone();
            let symbol = Symbol::new(&member.entry.name);
            if let (Value::Table(_), None) = (owner.base(), owner.extra().and_then(|extra| extra.member(symbol))) {
                let result = crate::types::set_property(env, &owner, symbol, value);
                return result.unwrap_or(Ok(()));
            }
            env.set_property(&owner, symbol, value)
        }
        None => {
            *member.loose.borrow_mut() = Some(Member::Note(value));
            Ok(())
        }
    }
}

fn type_name_of_value(env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let member = this_member(this)?;
    match member.entry.kind {
        MemberType::ScriptProperty => return Ok(Value::from("System.Object")),
        MemberType::ScriptMethod => return Ok(Value::from("System.Object")),
        kind if !kind.is_property() => return Ok(Value::from(member.type_ref().full_name())),
        _ => {}
    }
    let value = value_of(env, member)?;
    Ok(Value::Str(session(env)?.type_name_of_value(&value)))
}

fn is_settable(env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let member = this_member(this)?;
    let is = match member.other().as_deref() {
        Some(OtherMember::Script { setter, .. }) => setter.is_some(),
        Some(OtherMember::Guarded { read_only, .. }) => !read_only,
        Some(_) => true,
        None if member.entry.kind == MemberType::NoteProperty => true,
        None => {
            let definition = session(env)?.member_definition(&member.entry)?;
            definition.contains("set;")
        }
    };
    Ok(Value::Bool(is))
}

fn is_gettable(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let is = match this_member(this)?.other().as_deref() {
        Some(OtherMember::Script { getter, .. }) => !getter.is_null(),
        _ => true,
    };
    Ok(Value::Bool(is))
}

fn name(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Str(this_member(this)?.entry.name.clone()))
}

fn member_type(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(this_member(this)?.entry.kind.value())
}

fn is_instance(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Bool(this_member(this)?.entry.origin != Origin::TypeData))
}

fn copy(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let member = this_member(this)?;
    Ok(Value::native(MemberObject {
        owner: member.owner.clone(),
        entry: member.entry.clone(),
        loose: RefCell::new(member.loose.borrow().clone()),
    }))
}

const COMMON: Property = Property::new("MemberType", "System.Management.Automation.PSMemberTypes", member_type);
const IS_SETTABLE: Property = Property::new("IsSettable", "bool", is_settable);
const IS_GETTABLE: Property = Property::new("IsGettable", "bool", is_gettable);
const VALUE: Property = Property::settable("Value", "System.Object", value, set_value);
const TYPE_NAME: Property = Property::new("TypeNameOfValue", "string", type_name_of_value);
const NAME: Property = Property::new("Name", "string", name);
const IS_INSTANCE: Property = Property::new("IsInstance", "bool", is_instance);
const COPY: Method = Method::new("System.Management.Automation.PSMemberInfo Copy()", copy);

static VALUE_PROPERTIES: &[Property] = &[COMMON, IS_SETTABLE, IS_GETTABLE, VALUE, TYPE_NAME, NAME, IS_INSTANCE];

pub(super) static NOTE_TABLE: TypeTable = TypeTable {
    accelerators: &["psnoteproperty"],
    properties: VALUE_PROPERTIES,
    methods: &[COPY],
    constructors: &[Method::new("psnoteproperty new(string name, System.Object value)", |_, _, arguments| {
        let value = arguments.get(1).cloned().unwrap_or_default();
        Ok(loose(text(arguments, 0), MemberType::NoteProperty, Member::Note(value)))
    })],
    ..TypeTable::of(&NOTE_PROPERTY)
};
pub(super) static PROPERTY_TABLE: TypeTable =
    TypeTable { properties: VALUE_PROPERTIES, methods: &[COPY], ..TypeTable::of(&PROPERTY) };
pub(super) static ALIAS_TABLE: TypeTable = TypeTable {
    accelerators: &["psaliasproperty"],
    properties: &[
        Property::new("ReferencedMemberName", "string", |_, this| {
            Ok(match this_member(this)?.other().as_deref() {
                Some(OtherMember::Alias { target, .. }) => Value::Str(target.clone()),
                _ => Value::Null,
            })
        }),
        COMMON,
        Property::new("ConversionType", "type", |_, this| {
            Ok(match this_member(this)?.other().as_deref() {
                Some(OtherMember::Alias { conversion: Some(ty), .. }) => Value::Type(Rc::new(ty.clone())),
                _ => Value::Null,
            })
        }),
        TYPE_NAME,
        IS_SETTABLE,
        IS_GETTABLE,
        VALUE,
        NAME,
        IS_INSTANCE,
    ],
    methods: &[COPY],
    constructors: &[
        Method::new("psaliasproperty new(string name, string referencedMemberName)", new_alias),
        Method::new("psaliasproperty new(string name, string referencedMemberName, type conversionType)", new_alias),
    ],
    ..TypeTable::of(&ALIAS_PROPERTY)
};
pub(super) static SCRIPT_PROPERTY_TABLE: TypeTable = TypeTable {
    accelerators: &["psscriptproperty"],
    properties: &[
        Property::new("GetterScript", "scriptblock", |_, this| {
            Ok(match this_member(this)?.other().as_deref() {
                Some(OtherMember::Script { getter, .. }) => getter.clone(),
                _ => Value::Null,
            })
        }),
        Property::new("SetterScript", "scriptblock", |_, this| {
            Ok(match this_member(this)?.other().as_deref() {
                Some(OtherMember::Script { setter: Some(setter), .. }) => setter.clone(),
                _ => Value::Null,
            })
        }),
        COMMON,
        IS_SETTABLE,
        IS_GETTABLE,
        VALUE,
        TYPE_NAME,
        NAME,
        IS_INSTANCE,
    ],
    methods: &[COPY],
    constructors: &[
        Method::new("psscriptproperty new(string name, scriptblock getterScript)", new_script_property),
        Method::new(
            "psscriptproperty new(string name, scriptblock getterScript, scriptblock setterScript)",
            new_script_property,
        ),
    ],
    ..TypeTable::of(&SCRIPT_PROPERTY)
};

fn text(arguments: &[Value], place: usize) -> Str {
    arguments.get(place).and_then(Value::as_str).cloned().unwrap_or_default()
}

fn new_alias(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let conversion = match arguments.get(2).map(Value::base) {
        Some(Value::Type(ty)) => Some(TypeRef::clone(ty)),
        _ => None,
    };
    let member = OtherMember::Alias { target: text(arguments, 1), conversion };
    Ok(loose(text(arguments, 0), MemberType::AliasProperty, Member::Other(Rc::new(member))))
}

fn new_script_property(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let getter = arguments.get(1).cloned().unwrap_or_default();
    let setter = arguments.get(2).filter(|setter| !setter.is_null()).cloned();
    let member = OtherMember::Script { getter, setter };
    Ok(loose(text(arguments, 0), MemberType::ScriptProperty, Member::Other(Rc::new(member))))
}

const OVERLOADS: Property =
    Property::new("OverloadDefinitions", "System.Collections.ObjectModel.Collection[string]", overloads);
const INVOKE: Method = Method::new("System.Object Invoke(Params System.Object[] arguments)", invoke);

fn overloads(env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(string_array(overload_texts(env, this_member(this)?)?))
}

/// The declarations of a method, one for each way in which it can be called.
fn overload_texts(env: &mut dyn Env, member: &MemberObject) -> Outcome<Vec<Str>> {
    if member.entry.kind == MemberType::ScriptMethod {
        return Ok(vec![Str::from(format!("System.Object {}();", member.entry.name))]);
    }
    let Some(owner) = &member.owner else { return Ok(Vec::new()) };
    if let Value::Instance(_) = owner.base() {
        let entries = session(env)?.list_members(owner);
        let own = entries.into_iter().find(|entry| entry.name.eq_ignore_ascii_case(&member.entry.name));
        return match own {
            Some(entry) => Ok(vec![session(env)?.member_definition(&entry)?]),
            None => Ok(Vec::new()),
        };
    }
    let (ty, is_static) = match owner.base() {
        Value::Type(ty) if member.is_static() => (TypeRef::clone(ty), true),
        other => (other.type_ref().unwrap_or(TypeRef::Native(&OBJECT)), false),
    };
    Ok(method_overloads(&ty, &member.entry.name, is_static))
}

fn invoke(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let member = this_member(this)?;
    let given = arguments.first().and_then(enumerate::items_of).unwrap_or_default();
    match (&member.owner, member.other().as_deref()) {
        (Some(owner), _) if member.is_static() => {
            let (owner, name) = (owner.clone(), member.entry.name.clone());
            session(env)?.invoke_static(&owner, &name, given, Hints::NONE)
        }
        (Some(owner), _) => env.call_method(owner, &member.entry.name, &given),
        (None, Some(OtherMember::Method(block))) => env.invoke(block, None, &given),
        _ => Ok(Value::Null),
    }
}

pub(super) static METHOD_TABLE: TypeTable = TypeTable {
    properties: &[
        OVERLOADS,
        COMMON,
        TYPE_NAME,
        Property::new("Value", "System.Object", |_, this| Ok(this.clone())),
        NAME,
        IS_INSTANCE,
    ],
    methods: &[INVOKE, COPY],
    ..TypeTable::of(&METHOD)
};
pub(super) static METHOD_OF_TABLE: TypeTable = TypeTable::of(&METHOD_OF);
pub(super) static PARAMETERIZED_TABLE: TypeTable = TypeTable {
    properties: &[
        OVERLOADS,
        COMMON,
        TYPE_NAME,
        Property::new("Value", "System.Object", |_, this| Ok(this.clone())),
        NAME,
        IS_INSTANCE,
    ],
    methods: &[INVOKE, COPY],
    ..TypeTable::of(&PARAMETERIZED_PROPERTY)
};
pub(super) static SCRIPT_METHOD_TABLE: TypeTable = TypeTable {
    accelerators: &["psscriptmethod"],
    properties: &[
        OVERLOADS,
        Property::new("Script", "scriptblock", |_, this| {
            Ok(match this_member(this)?.other().as_deref() {
                Some(OtherMember::Method(block)) => block.clone(),
                _ => Value::Null,
            })
        }),
        COMMON,
        TYPE_NAME,
        Property::new("Value", "System.Object", |_, this| Ok(this.clone())),
        NAME,
        IS_INSTANCE,
    ],
    methods: &[INVOKE, COPY],
    constructors: &[Method::new("psscriptmethod new(string name, scriptblock script)", |_, _, arguments| {
        let block = arguments.get(1).cloned().unwrap_or_default();
        let member = Member::Other(Rc::new(OtherMember::Method(block)));
        Ok(loose(text(arguments, 0), MemberType::ScriptMethod, member))
    })],
    ..TypeTable::of(&SCRIPT_METHOD)
};
pub(super) static PROPERTY_SET_TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("ReferencedPropertyNames", "System.Collections.ObjectModel.Collection[string]", |_, this| {
            Ok(match this_member(this)?.other().as_deref() {
                Some(OtherMember::PropertySet(names)) => string_array(names.iter().cloned()),
                _ => Value::Null,
            })
        }),
        COMMON,
        TYPE_NAME,
        NAME,
        IS_INSTANCE,
    ],
    methods: &[COPY],
    constructors: &[Method::new(
        "System.Management.Automation.PSPropertySet new(string name, string[] referencedPropertyNames)",
        |env, _, arguments| {
            let items = arguments.get(1).and_then(enumerate::items_of).unwrap_or_default();
            let names = items.iter().map(|item| convert::to_text(env, item)).collect::<Outcome<Vec<_>>>()?;
            let member = Member::Other(Rc::new(OtherMember::PropertySet(names)));
            Ok(loose(text(arguments, 0), MemberType::PropertySet, member))
        },
    )],
    ..TypeTable::of(&PROPERTY_SET)
};
pub(super) static MEMBER_SET_TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("InheritMembers", "bool", |_, _| Ok(Value::Bool(true))),
        COMMON,
        Property::new(
            "Members",
            "System.Management.Automation.PSMemberInfoCollection[System.Management.Automation.PSMemberInfo]",
            |_, this| {
                let mut list = Vec::new();
                if let Some(OtherMember::MemberSet(members)) = this_member(this)?.other().as_deref() {
                    for (name, member) in members.iter() {
                        list.push(loose(name.clone(), kind_of(member), member.clone()));
                    }
                }
                Ok(Value::array(list))
            },
        ),
        TYPE_NAME,
        NAME,
        IS_INSTANCE,
    ],
    methods: &[COPY],
    ..TypeTable::of(&MEMBER_SET)
};

/// The sort of a member that is held by itself.
fn kind_of(member: &Member) -> MemberType {
    match member {
        Member::Note(_) => MemberType::NoteProperty,
        Member::Other(other) => match &**other {
            OtherMember::Guarded { .. } => MemberType::NoteProperty,
            OtherMember::Alias { .. } => MemberType::AliasProperty,
            OtherMember::Script { .. } => MemberType::ScriptProperty,
            OtherMember::Method(_) => MemberType::ScriptMethod,
            OtherMember::PropertySet(_) => MemberType::PropertySet,
            OtherMember::MemberSet(_) => MemberType::MemberSet,
        },
    }
}

/// Which members a collection shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Members,
    Properties,
    Methods,
}

/// `PSObject.Members`, `.Properties` or `.Methods`.
pub struct Collection {
    owner: Value,
    part: Part,
    entries: RefCell<Vec<Entry>>,
}

impl Collection {
    fn shows(part: Part, entry: &Entry) -> bool {
        !entry.hidden
            && match part {
                Part::Members => true,
                Part::Properties => entry.kind.is_property(),
                Part::Methods => entry.kind.is_method(),
            }
    }

    fn refresh(&self, env: &mut dyn Env) -> Outcome {
        let entries = entries_of(env, &self.owner, self.part)?;
        *self.entries.borrow_mut() = entries;
        Ok(())
    }

    fn find(&self, env: &mut dyn Env, name: &str) -> Outcome<Value> {
        self.refresh(env)?;
        let entries = self.entries.borrow();
        let found = entries.iter().find(|entry| crate::text::symbol::same_name(&entry.name, name));
        Ok(found.map_or(Value::Null, |entry| of(&self.owner, entry.clone())))
    }
}

fn entries_of(env: &mut dyn Env, owner: &Value, part: Part) -> Outcome<Vec<Entry>> {
    let mut entries = session(env)?.list_members(owner);
    entries.retain(|entry| Collection::shows(part, entry));
    if part == Part::Methods {
        entries.sort_by_key(|entry| entry.kind != MemberType::ScriptMethod);
    }
    Ok(entries)
}

/// A collection of an object's members.
///
/// # Errors
/// None of its own.
pub fn collection(env: &mut dyn Env, owner: &Value, part: Part) -> Outcome<Value> {
    let entries = RefCell::new(entries_of(env, owner, part)?);
    Ok(Value::native(Collection { owner: owner.clone(), part, entries }))
}

impl Native for Collection {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&COLLECTION)
    }

    fn items(&self) -> Option<Vec<Value>> {
        Some(self.entries.borrow().iter().map(|entry| of(&self.owner, entry.clone())).collect())
    }

    fn count(&self) -> Option<usize> {
        Some(self.entries.borrow().len())
    }

    fn index(&self, env: &mut dyn Env, index: &Value) -> Option<Outcome<Value>> {
        Some(convert::to_text(env, index).and_then(|name| self.find(env, &name)))
    }
}

fn this_collection(this: &Value) -> Outcome<&Collection> {
    this.downcast::<Collection>().ok_or_else(fault::null_reference)
}

fn item(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    this_collection(this)?.find(env, &text(arguments, 0))
}

fn add(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let collection = this_collection(this)?;
    let Some(member) = arguments.first().and_then(|value| value.downcast::<MemberObject>()) else {
        return Err(fault::argument_null("member"));
    };
    let symbol = Symbol::new(&member.entry.name);
    let Some(extra) = collection.owner.extra() else { return Ok(Value::Void) };
    if extra.member(symbol).is_some() {
        let text = format!(
            "Cannot add a member with the name \"{0}\" because a member with that name already exists.",
            member.entry.name
        );
        let fault = Fault::new("AlreadyPresentPSMemberInfoInternalCollectionAdd", ErrorCategory::NotSpecified, text);
        return Err(fault.of(&EXTENDED_TYPE_SYSTEM_EXCEPTION).into());
    }
    let added = match member.member() {
        Some(added) => added,
        None => Member::Note(value_of(env, member)?),
    };
    extra.change(|parts| parts.members.set(member.entry.name.clone(), added));
    collection.refresh(env)?;
    Ok(Value::Void)
}

fn remove(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let collection = this_collection(this)?;
    let symbol = Symbol::new(&text(arguments, 0));
    if let Some(extra) = collection.owner.extra() {
        extra.change(|parts| parts.members.remove(symbol));
    }
    collection.refresh(env)?;
    Ok(Value::Void)
}

fn match_names(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let collection = this_collection(this)?;
    collection.refresh(env)?;
    let Ok(pattern) = Wildcard::new(&text(arguments, 0), CaseRule::Insensitive) else {
        return Ok(Value::array(vec![]));
    };
    let wanted = match arguments.get(1).map(Value::base) {
        Some(Value::Enum(value)) => value.value,
        _ => i64::MAX,
    };
    let entries = collection.entries.borrow();
    let found = entries.iter().filter(|entry| pattern.is_match(&entry.name) && wanted & entry.kind as i64 != 0);
    let items = found.map(|entry| of(&collection.owner, entry.clone())).collect();
    Ok(typed_array(&MEMBER_INFO, items))
}

pub(super) static COLLECTION_TABLE: TypeTable = TypeTable {
    methods: &[
        Method::new("void Add(System.Management.Automation.PSMemberInfo member)", add),
        Method::new("void Add(System.Management.Automation.PSMemberInfo member, bool preValidated)", add),
        Method::new("void Remove(string name)", remove),
        Method::new("System.Object Match(string name)", match_names),
        Method::new(
            "System.Object Match(string name, System.Management.Automation.PSMemberTypes memberTypes)",
            match_names,
        ),
        Method::new("System.Object Item(string name) {get;}", item),
    ],
    ..TypeTable::of(&COLLECTION)
};
pub(super) static INFO_TABLE: TypeTable = TypeTable::of(&MEMBER_INFO);
pub(super) static PROPERTY_INFO_TABLE: TypeTable = TypeTable::of(&PROPERTY_INFO);
pub(super) static METHOD_INFO_TABLE: TypeTable = TypeTable::of(&METHOD_INFO);
pub(super) static VARIABLE_TABLE: TypeTable =
    TypeTable { accelerators: &["psvariableproperty"], ..TypeTable::of(&VARIABLE_PROPERTY) };

/// The tables of this file.
pub(super) static TABLES: &[&TypeTable] = &[
    &ALIAS_TABLE,
    &COLLECTION_TABLE,
    &INFO_TABLE,
    &MEMBER_SET_TABLE,
    &METHOD_INFO_TABLE,
    &METHOD_OF_TABLE,
    &METHOD_TABLE,
    &NOTE_TABLE,
    &PARAMETERIZED_TABLE,
    &PROPERTY_INFO_TABLE,
    &PROPERTY_SET_TABLE,
    &PROPERTY_TABLE,
    &SCRIPT_METHOD_TABLE,
    &SCRIPT_PROPERTY_TABLE,
    &VARIABLE_TABLE,
];
