//! The overloads of a type's methods by name, collected over its bases once and kept.

use super::known;
use super::registry::{self, TypeKey, key_of};
use super::signature::Signature;
use super::table::{Method, Property, StaticProperty, TypeTable};
use crate::text::Symbol;
use crate::text::symbol::same_name;
use crate::value::types::{NativeType, TypeRef};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// One overload with its parsed signature.
pub(super) struct Overload {
    pub method: &'static Method,
    pub signature: Signature,
}

/// Which members are meant.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    Instance,
    Static,
    Constructor,
}

type Overloads = Rc<[Overload]>;

#[derive(Default)]
struct Cache {
    /// By type and kind, then by the name as the script spells it.
    methods: HashMap<(TypeKey, Kind), HashMap<Box<str>, Option<Overloads>>>,
    properties: HashMap<(TypeKey, Symbol), Option<&'static Property>>,
    statics: HashMap<(TypeKey, Symbol), Option<&'static StaticProperty>>,
    types: HashMap<&'static str, Option<TypeRef>>,
}

thread_local! {
    static CACHE: RefCell<Cache> = RefCell::default();
}

/// Forgets what was collected, since more tables have come.
pub(super) fn forget() {
    CACHE.with_borrow_mut(|cache| *cache = Cache::default());
}

/// The tables of a type and its bases, the most derived first.
pub(super) fn tables(ty: &'static NativeType) -> impl Iterator<Item = &'static TypeTable> {
    std::iter::successors(Some(ty), |ty| ty.base).filter_map(registry::table_of)
}

/// The overloads of a method; `None` where the type has no such method.
pub(super) fn find(ty: &'static NativeType, kind: Kind, name: &str) -> Option<Overloads> {
    let key = (key_of(ty), kind);
    let known = CACHE.with_borrow(|cache| cache.methods.get(&key).and_then(|names| names.get(name).cloned()));
    if let Some(known) = known {
        return known;
    }
    let found = collect(ty, kind, name);
    CACHE.with_borrow_mut(|cache| {
        cache.methods.entry(key).or_default().insert(name.into(), found.clone());
    });
    found
}

fn collect(ty: &'static NativeType, kind: Kind, name: &str) -> Option<Overloads> {
    let mut found: Vec<Overload> = Vec::new();
    for method in candidates(ty, kind) {
        if kind != Kind::Constructor && !same_name(method_name(method.signature), name) {
            continue;
        }
        let signature = Signature::parse(method.signature);
        let is_hidden = found.iter().any(|other| same_parameters(&other.signature, &signature));
        if !is_hidden {
            found.push(Overload { method, signature });
        }
    }
    (!found.is_empty()).then(|| found.into())
}

fn candidates(ty: &'static NativeType, kind: Kind) -> Vec<&'static Method> {
    match kind {
        Kind::Instance => {
            let own = tables(ty).flat_map(|table| table.methods);
            if matches!(ty.kind, crate::value::types::NativeKind::Interface) {
                return own.chain(tables(&crate::value::types::OBJECT).flat_map(|table| table.methods)).collect();
            }
            own.collect()
        }
        Kind::Static => tables(ty).flat_map(|table| table.static_methods).collect(),
        Kind::Constructor => {
            let own = registry::table_of(ty).map_or(&[] as &[Method], |table| table.constructors);
            if own.is_empty() && ty.is(&crate::value::types::EXCEPTION) {
                return super::exception::CONSTRUCTORS.iter().collect();
            }
            own.iter().collect()
        }
    }
}

/// The name in a declaration, found without parsing it.
pub(super) fn method_name(declaration: &'static str) -> &'static str {
    let head = declaration.split('(').next().unwrap_or(declaration);
    let head = match head.strip_suffix(']') {
        Some(generic) if !generic.ends_with('[') => generic.rsplit_once('[').map_or(head, |(name, _)| name),
        _ => head,
    };
    head.rsplit([' ', '.']).next().unwrap_or(head)
}

fn same_parameters(a: &Signature, b: &Signature) -> bool {
    a.usable
        && b.usable
        && a.parameters.len() == b.parameters.len()
        && a.is_generic == b.is_generic
        && a.parameters.iter().zip(&b.parameters).all(|(a, b)| a.ty == b.ty && a.by_ref == b.by_ref)
}

/// An instance property of the type or its bases.
pub(super) fn property(ty: &'static NativeType, name: Symbol) -> Option<&'static Property> {
    let key = (key_of(ty), name);
    if let Some(known) = CACHE.with_borrow(|cache| cache.properties.get(&key).copied()) {
        return known;
    }
    let spelling = name.name();
    let found = tables(ty).flat_map(|table| table.properties).find(|property| same_name(property.name, &spelling));
    CACHE.with_borrow_mut(|cache| cache.properties.insert(key, found));
    found
}

/// A static property of the type or its bases.
pub(super) fn static_property(ty: &'static NativeType, name: Symbol) -> Option<&'static StaticProperty> {
    let key = (key_of(ty), name);
    if let Some(known) = CACHE.with_borrow(|cache| cache.statics.get(&key).copied()) {
        return known;
    }
    let spelling = name.name();
    let found =
        tables(ty).flat_map(|table| table.static_properties).find(|property| same_name(property.name, &spelling));
    CACHE.with_borrow_mut(|cache| cache.statics.insert(key, found));
    found
}

/// The type that the declaration of a property names.
pub(super) fn declared_type(text: &'static str) -> TypeRef {
    if let Some(known) = CACHE.with_borrow(|cache| cache.types.get(text).cloned()) {
        return known.unwrap_or(TypeRef::Native(&known::UNUSABLE));
    }
    let found = super::signature::type_of(text, false);
    CACHE.with_borrow_mut(|cache| cache.types.insert(text, found.clone()));
    found.unwrap_or(TypeRef::Native(&known::UNUSABLE))
}
