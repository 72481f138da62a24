//! Which types there are, and where their members stand.
//!
//! The maps are made when the first question comes, so that starting the shell costs nothing.

use super::{TypeTable, known};
use crate::text::symbol::fold;
use crate::value::{NativeType, TypeRef};
use std::cell::RefCell;
use std::collections::HashMap;

/// A type's identity as a key.
pub(super) type TypeKey = usize;

pub(super) fn key_of(ty: &'static NativeType) -> TypeKey {
    std::ptr::from_ref(ty) as usize
}

#[derive(Default)]
struct Registry {
    built: bool,
    /// By the type's name, since two layers may declare the same type.
    tables: HashMap<&'static str, &'static TypeTable>,
    /// Folded full names and accelerators.
    names: HashMap<String, &'static NativeType>,
    /// The tables of the layers above.
    added: Vec<&'static [&'static TypeTable]>,
}

thread_local! {
    static REGISTRY: RefCell<Registry> = RefCell::default();
}

impl Registry {
    fn build(&mut self) {
        self.built = true;
        for list in known::TYPES {
            for ty in *list {
                self.name(ty);
            }
        }
        for table in super::TABLES.iter().copied().flatten().copied().flatten() {
            self.add(table);
        }
        for (name, ty) in super::names::ACCELERATORS {
            self.names.insert(fold(name), ty);
        }
        for tables in self.added.clone() {
            for table in tables {
                self.add(table);
            }
        }
    }

    fn name(&mut self, ty: &'static NativeType) {
        self.names.entry(fold(ty.name)).or_insert(ty);
    }

    fn add(&mut self, table: &'static TypeTable) {
        self.names.insert(fold(table.ty.name), table.ty);
        self.tables.insert(table.ty.name, table);
        for accelerator in table.accelerators {
            self.names.insert(fold(accelerator), table.ty);
        }
    }
}

fn with<T>(ask: impl FnOnce(&mut Registry) -> T) -> T {
    REGISTRY.with_borrow_mut(|registry| {
        if !registry.built {
            registry.build();
        }
        ask(registry)
    })
}

/// Adds the tables of a higher layer.
pub fn register(tables: &'static [&'static TypeTable]) {
    REGISTRY.with_borrow_mut(|registry| {
        registry.added.push(tables);
        if registry.built {
            for table in tables {
                registry.add(table);
            }
        }
    });
    super::overloads::forget();
}

/// The members of a type; `None` where it has none of its own.
pub fn table_of(ty: &'static NativeType) -> Option<&'static TypeTable> {
    with(|registry| registry.tables.get(ty.name).copied())
}

/// The native type of a plain name: a full name, one without `System.`, or an accelerator, in any case.
pub fn find_native(name: &str) -> Option<&'static NativeType> {
    let name = fold(name);
    with(|registry| registry.names.get(&name).or_else(|| registry.names.get(&format!("SYSTEM.{name}"))).copied())
}

/// The generic definition of a name with that many parameters: `System.Collections.Generic.List` with one.
pub fn find_generic(name: &str, arity: usize) -> Option<&'static NativeType> {
    let plain = name.split('`').next().unwrap_or(name);
    find_native(&format!("{plain}`{arity}"))
}

/// The short names of types, in no order.
pub fn accelerators() -> Vec<&'static str> {
    let tables = super::TABLES.iter().copied().flatten().copied().flatten();
    let own = super::names::ACCELERATORS.iter().map(|(name, _)| *name);
    own.chain(tables.flat_map(|table| table.accelerators.iter().copied())).collect()
}

/// The type that a type literal's text stands for, such as `int`, `string[]` or
/// `System.Collections.Generic.Dictionary[string,int[]]`; `None` where there is no such type.
pub fn find_type(name: &str) -> Option<TypeRef> {
    let name = name.trim();
    if !name.contains('[') {
        return find_native(name).map(TypeRef::Native);
    }
    super::names::parse(name, &|part| find_native(part).map(TypeRef::Native))
}
