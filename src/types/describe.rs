//! The members of a type as `Get-Member` and `OverloadDefinitions` list them.

use super::names::type_name_text;
use super::overloads::{self, Kind};
use super::signature;
use crate::text::Str;
use crate::value::EnumValue;
use crate::value::types::{NativeKind, TypeRef};

/// What sort of member it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MemberKind {
    Property,
    /// The indexer and others that take arguments.
    ParameterizedProperty,
    Method,
}

impl MemberKind {
    /// The name as `MemberType` gives it.
    pub fn name(self) -> &'static str {
        match self {
            MemberKind::Property => "Property",
            MemberKind::ParameterizedProperty => "ParameterizedProperty",
            MemberKind::Method => "Method",
        }
    }
}

/// One member.
#[derive(Clone, Debug)]
pub struct MemberInfo {
    pub name: Str,
    pub kind: MemberKind,
    /// `int Length {get;}`, or the overloads of a method joined by commas.
    pub definition: Str,
}

/// The overloads of a method as `OverloadDefinitions` lists them; empty where there is no such method.
pub fn method_overloads(ty: &TypeRef, name: &str, is_static: bool) -> Vec<Str> {
    let kind = match (is_static, name.eq_ignore_ascii_case("new")) {
        (true, true) => Kind::Constructor,
        (true, false) => Kind::Static,
        (false, _) => Kind::Instance,
    };
    let Some(overloads) = overloads::find(ty.native(), kind, name) else { return Vec::new() };
    let arguments = signature::arguments_of(ty);
    overloads.iter().map(|overload| written(overload.method.signature, kind, ty, &arguments)).collect()
}

fn written(declaration: &'static str, kind: Kind, ty: &TypeRef, arguments: &[TypeRef]) -> Str {
    let text = signature::with_arguments(declaration, arguments);
    match kind {
        Kind::Static => Str::from(format!("static {text}")),
        Kind::Instance => text,
        Kind::Constructor => {
            let tail = text.as_str().split_once("new(").map_or("", |(_, tail)| tail);
            Str::from(format!("{} new({tail}", type_name_text(ty)))
        }
    }
}

/// The members of a type: properties and methods by name, as `Get-Member` sorts them.
pub fn list_members(ty: &TypeRef, is_static: bool) -> Vec<MemberInfo> {
    let mut members = if is_static { static_properties(ty) } else { properties(ty) };
    members.extend(methods(ty, is_static));
    members.sort_by(|a, b| {
        let key = |member: &MemberInfo| member.name.to_lowercase();
        a.kind.name().cmp(b.kind.name()).then_with(|| key(a).cmp(&key(b)))
    });
    members
}

fn properties(ty: &TypeRef) -> Vec<MemberInfo> {
    let arguments = signature::arguments_of(ty);
    let mut members: Vec<MemberInfo> = Vec::new();
    for table in overloads::tables(ty.native()) {
        for property in table.properties {
            if members.iter().any(|member| member.name == property.name) {
                continue;
            }
            let access = if property.set.is_some() { "{get;set;}" } else { "{get;}" };
            let ty = signature::with_arguments(property.ty, &arguments);
            members.push(MemberInfo {
                name: Str::from(property.name),
                kind: MemberKind::Property,
                definition: Str::from(format!("{ty} {} {access}", property.name)),
            });
        }
    }
    members
}

fn static_properties(ty: &TypeRef) -> Vec<MemberInfo> {
    let mut members: Vec<MemberInfo> = Vec::new();
    if ty.is_enum() {
        let name = type_name_text(ty);
        members.extend(EnumValue::members(ty).into_iter().map(|(member, _)| MemberInfo {
            definition: Str::from(format!("static {name} {member} {{get;}}")),
            name: member,
            kind: MemberKind::Property,
        }));
    }
    for table in overloads::tables(ty.native()) {
        for property in table.static_properties {
            if members.iter().any(|member| member.name == property.name) {
                continue;
            }
            let access = if property.set.is_some() { "{get;set;}" } else { "{get;}" };
            members.push(MemberInfo {
                name: Str::from(property.name),
                kind: MemberKind::Property,
                definition: Str::from(format!("static {} {} {access}", property.ty, property.name)),
            });
        }
    }
    members
}

fn methods(ty: &TypeRef, is_static: bool) -> Vec<MemberInfo> {
    let native = ty.native();
    let mut names: Vec<&'static str> = Vec::new();
    for table in overloads::tables(native) {
        let list = if is_static { table.static_methods } else { table.methods };
        for method in list {
            let name = overloads::method_name(method.signature);
            // The methods behind operators can be called but are not shown.
            if !names.contains(&name) && !name.starts_with("op_") {
                names.push(name);
            }
        }
    }
    if is_static && !matches!(native.kind, NativeKind::Static | NativeKind::Interface) {
        names.push("new");
    }
    names
        .into_iter()
        .filter_map(|name| {
            let overloads = method_overloads(ty, name, is_static);
            let texts: Vec<&str> = overloads.iter().map(Str::as_str).collect();
            let is_indexer = texts.first().is_some_and(|text| text.ends_with('}'));
            (!texts.is_empty()).then(|| MemberInfo {
                name: Str::from(name),
                kind: if is_indexer { MemberKind::ParameterizedProperty } else { MemberKind::Method },
                definition: Str::from(texts.join(", ")),
            })
        })
        .collect()
}
