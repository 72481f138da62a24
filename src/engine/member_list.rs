//! All members of an object, as `Get-Member` and `PSObject.Members` list them.

use super::Session;
use super::class;
use crate::text::{Str, Symbol};
use crate::types::{self, enums, type_name_text};
use crate::value::{EnumValue, Env, Member, OtherMember, Outcome, ScriptType, TypeRef, Value, convert};
use std::rc::Rc;

/// What sort of member it is; the numbers are those of `PSMemberTypes`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(i64)]
pub enum MemberType {
    AliasProperty = 1,
    Property = 4,
    NoteProperty = 8,
    ScriptProperty = 16,
    PropertySet = 32,
    Method = 64,
    ScriptMethod = 256,
    ParameterizedProperty = 512,
    MemberSet = 1024,
}

impl MemberType {
    /// The value of `PSMemberTypes`.
    pub fn value(self) -> Value {
        EnumValue::native(&enums::PS_MEMBER_TYPES, self as i64)
    }

    pub fn is_property(self) -> bool {
        matches!(
            self,
            MemberType::AliasProperty | MemberType::Property | MemberType::NoteProperty | MemberType::ScriptProperty
        )
    }

    pub fn is_method(self) -> bool {
        matches!(self, MemberType::Method | MemberType::ScriptMethod | MemberType::ParameterizedProperty)
    }
}

/// Where a member comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It hangs on the object itself.
    Instance,
    /// `Update-TypeData` gave it to one of the object's type names.
    TypeData,
    /// The .NET type or script class has it.
    Type,
}

/// One member.
#[derive(Clone)]
pub struct Entry {
    pub name: Str,
    pub kind: MemberType,
    pub origin: Origin,
    pub hidden: bool,
    /// The text for a member of the type; the others are described by [`Session::member_definition`].
    pub(crate) definition: Option<Str>,
    /// The member itself, unless its type has it.
    pub member: Option<Member>,
}

impl Entry {
    /// A member that is described by its name alone.
    pub fn plain(name: Str, kind: MemberType, origin: Origin) -> Entry {
        Entry { name, kind, origin, hidden: false, definition: None, member: None }
    }
}

impl Session {
    /// The members of an object in the order in which `PSObject.Members` gives them: those of the object, those of
    /// its type names, those of its type.
    pub fn list_members(&mut self, object: &Value) -> Vec<Entry> {
        let mut list = Vec::new();
        let mut carrier = Some(object);
        while let Some(value) = carrier {
            if let Some(extra) = value.extra() {
                let members = extra.read(|parts| parts.members.clone()).unwrap_or_default();
                for (name, member) in members.iter() {
                    add(&mut list, name.clone(), member, Origin::Instance);
                }
            }
            carrier = match value {
                Value::Object(custom) => custom.base(),
                _ => None,
            };
        }
        if !self.type_data.is_empty() {
            for ty in self.type_names(object) {
                let members = self.type_data.get(&Symbol::new(&ty)).map(|data| data.members.clone());
                for (name, member) in members.unwrap_or_default().iter() {
                    add(&mut list, name.clone(), member, Origin::TypeData);
                }
            }
        }
        if let Value::Native(native) = object.base() {
            for name in native.data().dynamic_properties() {
                let definition = Str::from(format!("System.Object {name} {{get;set;}}"));
                push(&mut list, of_type(name, MemberType::Property, definition, false));
            }
        }
        for entry in type_members(object) {
            push(&mut list, entry);
        }
        list
    }

    /// What `Get-Member` shows for a member.
    ///
    /// # Errors
    /// What a `ToString` method of a script raises.
    pub fn member_definition(&mut self, entry: &Entry) -> Outcome<Str> {
        if let Some(definition) = &entry.definition {
            return Ok(definition.clone());
        }
        let name = &entry.name;
        let text = match &entry.member {
            Some(Member::Note(value)) => self.note_text(name, value)?,
            Some(Member::Other(other)) => match &**other {
                OtherMember::Guarded { value, .. } => {
                    let value = value.borrow().clone();
                    self.note_text(name, &value)?
                }
                OtherMember::Alias { target, conversion: Some(ty) } => format!("{name} = ({}){target}", ty.full_name()),
                OtherMember::Alias { target, conversion: None } => format!("{name} = {target}"),
                OtherMember::Script { getter, setter } => {
                    let mut text = format!("System.Object {name} {{");
                    if !getter.is_null() {
                        text.push_str(&format!("get={};", convert::to_text(self, getter)?));
                    }
                    if let Some(setter) = setter {
                        text.push_str(&format!("set={};", convert::to_text(self, setter)?));
                    }
                    text + "}"
                }
                OtherMember::Method(_) => format!("System.Object {name}();"),
                OtherMember::PropertySet(names) => {
                    format!("{name} {{{}}}", names.iter().map(Str::as_str).collect::<Vec<_>>().join(", "))
                }
                OtherMember::MemberSet(members) => {
                    let names: Vec<&str> = members.iter().map(|(name, _)| name.as_str()).collect();
                    format!("{name} {{{}}}", names.join(", "))
                }
            },
            None => String::new(),
        };
        Ok(Str::from(text))
    }

    fn note_text(&mut self, name: &str, value: &Value) -> Outcome<String> {
        let ty = match value {
            Value::Null | Value::Void => Str::from("object"),
            Value::Object(_) => self.type_names(value).into_iter().next().unwrap_or_default(),
            other => other.type_ref().map(|ty| short_type(&ty)).unwrap_or_default(),
        };
        let text = match value {
            Value::Null | Value::Void => Str::from("null"),
            Value::Object(custom) if custom.base().is_none() => convert::to_text(self, value)?,
            other => convert::object_text(self, other)?,
        };
        Ok(format!("{ty} {name}={text}"))
    }

    /// `TypeNameOfValue` of a property, with the value that it has.
    pub fn type_name_of_value(&mut self, value: &Value) -> Str {
        match value {
            Value::Null | Value::Void => Str::from("System.Object"),
            other => self.type_names(other).into_iter().next().unwrap_or_default(),
        }
    }
}

/// The language's name of a type without its namespace.
fn short_type(ty: &TypeRef) -> Str {
    let name = type_name_text(ty);
    let (head, arguments) = name.split_once('[').map_or((&*name, ""), |(head, rest)| (head, rest));
    let short = head.rsplit(['.', '+']).next().unwrap_or(head);
    match arguments {
        "" => Str::from(short),
        rest => Str::from(format!("{short}[{rest}")),
    }
}

fn push(list: &mut Vec<Entry>, entry: Entry) {
    if !list.iter().any(|known| crate::text::symbol::same_name(&known.name, &entry.name)) {
        list.push(entry);
    }
}

fn add(list: &mut Vec<Entry>, name: Str, member: &Member, origin: Origin) {
    let (kind, hidden) = match member {
        Member::Note(_) => (MemberType::NoteProperty, false),
        Member::Other(other) => match &**other {
            OtherMember::Guarded { hidden, .. } => (MemberType::NoteProperty, *hidden),
            OtherMember::Alias { .. } => (MemberType::AliasProperty, false),
            OtherMember::Script { .. } => (MemberType::ScriptProperty, false),
            OtherMember::Method(_) => (MemberType::ScriptMethod, false),
            OtherMember::PropertySet(_) => (MemberType::PropertySet, false),
            OtherMember::MemberSet(_) => {
                (MemberType::MemberSet, crate::text::symbol::same_name(&name, "PSStandardMembers"))
            }
        },
    };
    push(list, Entry { name, kind, origin, hidden, definition: None, member: Some(member.clone()) });
}

fn of_type(name: Str, kind: MemberType, definition: Str, hidden: bool) -> Entry {
    Entry { name, kind, origin: Origin::Type, hidden, definition: Some(definition), member: None }
}

/// The members of the object's .NET type or class: properties in order of declaration, then methods.
fn type_members(object: &Value) -> Vec<Entry> {
    let base = object.base();
    if let Value::Object(_) = base {
        return from_table(&TypeRef::Native(&crate::value::types::OBJECT), false);
    }
    let Some(ty) = base.type_ref() else { return Vec::new() };
    members_of(&ty, false)
}

/// The members that a type gives its objects, or with `is_static` has itself.
pub fn members_of(ty: &TypeRef, is_static: bool) -> Vec<Entry> {
    let mut entries = Vec::new();
    if let TypeRef::Script(script) = ty
        && !ty.is_enum()
    {
        class_members(script, is_static, &mut entries);
    }
    for entry in from_table(ty, is_static) {
        push(&mut entries, entry);
    }
    entries
}

fn from_table(ty: &TypeRef, is_static: bool) -> Vec<Entry> {
    let listed = types::list_members(ty, is_static);
    let kind = |kind: types::MemberKind| match kind {
        types::MemberKind::Property => MemberType::Property,
        types::MemberKind::ParameterizedProperty => MemberType::ParameterizedProperty,
        types::MemberKind::Method => MemberType::Method,
    };
    let of = |info: &types::MemberInfo| of_type(info.name.clone(), kind(info.kind), info.definition.clone(), false);
    let mut entries = Vec::with_capacity(listed.len());
    if !is_static {
        for name in types::property_names(ty) {
            entries.extend(listed.iter().find(|info| info.name == name).map(of));
        }
    }
    for info in &listed {
        if !entries.iter().any(|known| known.name == info.name) {
            entries.push(of(info));
        }
    }
    entries
}

fn class_members(class: &Rc<ScriptType>, is_static: bool, entries: &mut Vec<Entry>) {
    let mut lineage = vec![class.clone()];
    while let Some(TypeRef::Script(base)) = lineage.last().and_then(|class| class.base.get()) {
        lineage.push(base.clone());
    }
    for class in lineage.iter().rev() {
        let Some(body) = class::body(class) else { continue };
        for property in body.properties.iter().filter(|property| property.is_static == is_static) {
            let ty = property.ty.as_ref().map_or_else(|| Str::from("System.Object"), type_name_text);
            let is_static = if is_static { "static " } else { "" };
            let definition = format!("{is_static}{ty} {} {{get;set;}}", property.name);
            let kind = MemberType::Property;
            push(entries, of_type(property.name.clone(), kind, Str::from(definition), property.is_hidden));
        }
    }
    for (depth, class) in lineage.iter().enumerate() {
        let Some(body) = class::body(class) else { continue };
        for method in &body.methods {
            if method.is_constructor && (!is_static || depth > 0)
                || !method.is_constructor && method.is_static != is_static
            {
                continue;
            }
            let name = if method.is_constructor { Str::from("new") } else { method.name.clone() };
            let parameters: Vec<String> =
                method.parameters.iter().map(|(name, ty)| format!("{} {name}", type_name_text(ty))).collect();
            let returns = match (&method.returns, method.is_constructor) {
                (_, true) => class.name.clone(),
                (Some(ty), _) => type_name_text(ty),
                (None, _) => Str::from("void"),
            };
            let prefix = if is_static && !method.is_constructor { "static " } else { "" };
            let text = format!("{prefix}{returns} {name}({})", parameters.join(", "));
            match entries.iter_mut().find(|known| known.name == name && known.kind == MemberType::Method) {
                Some(known) => {
                    let old = known.definition.take().unwrap_or_default();
                    let has = old.split("), ").any(|one| one.trim_end_matches(')') == text.trim_end_matches(')'));
                    known.definition = Some(if has { old } else { Str::from(format!("{old}, {text}")) });
                }
                None => entries.push(of_type(name, MemberType::Method, Str::from(text), method.is_hidden)),
            }
        }
        if is_static && depth == 0 && !body.methods.iter().any(|method| method.is_constructor) {
            let text = format!("{} new()", class.name);
            entries.push(of_type(Str::from("new"), MemberType::Method, Str::from(text), false));
        }
    }
}
