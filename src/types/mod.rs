//! What the members of .NET types do: one file per type, found through one table each.
//!
//! A [`TypeTable`] lists the members of one native type. The layers above add tables for types of their own with
//! [`register`]; everything that asks for members sees them all alike. A call goes from the name to its overloads
//! (collected over the bases once and kept), to the overload that suits the arguments best by PowerShell's ranks of
//! conversion, through the conversion of the arguments, to a plain function.

mod arguments;
mod array;
pub mod attributes;
mod bit_converter;
mod boolean;
mod character;
pub mod collections;
mod compare;
mod comparer;
mod console;
mod convert;
mod culture;
pub mod db_null;
mod default;
mod delegate;
mod describe;
pub mod encoding;
pub mod entry;
mod enumeration;
pub mod enumerator;
pub mod enums;
mod environment;
pub mod error_record;
mod exception;
pub mod exceptions;
pub mod fault;
pub mod format;
mod guid;
mod hash;
mod hashtable;
mod introsort;
mod invoke;
pub mod io;
pub mod known;
mod lazy;
mod linq;
pub mod list;
pub mod magic;
mod math;
mod names;
pub mod net;
mod number;
mod object;
mod overloads;
pub mod random;
mod rank;
pub mod reference;
pub mod regex;
mod registry;
mod resolve;
mod runtime;
pub mod security;
mod sequence;
mod signature;
mod stopwatch;
mod string;
pub mod string_builder;
pub mod string_comparer;
mod switch_parameter;
pub mod table;
#[cfg(test)]
mod tests;
pub mod time;
pub mod tuple;
mod type_info;
mod uri;
pub mod version;
mod view;
mod wildcard_pattern;

pub use arguments::{byte_array, string_array, typed_array};
pub use compare::{equals, order};
pub use culture::CultureInfo;
pub use default::default_of;
pub use delegate::invoke as invoke_function;
pub use describe::{MemberInfo, MemberKind, list_members, method_overloads};
pub use hash::code_of as hash_code;
pub use introsort::sort as introsort;
pub use invoke::{
    call_method, call_method_with, call_static, call_static_with, construct, construct_from, construct_with,
    get_property, get_static, has_method, has_property, has_static_method, property_names, set_property, set_static,
    try_call_static, try_construct,
};
pub use names::type_name_text;
pub use registry::{accelerators, find_generic, find_native, find_type, register, table_of};
pub use resolve::Hints;
pub use table::{Method, Property, StaticProperty, TypeTable};
pub use view::{keys as table_keys, values as table_values};

/// The tables of this layer, group by group.
static TABLES: &[&[&[&TypeTable]]] = &[
    &[
        attributes::TABLES,
        comparer::TABLES,
        OWN,
        io::TABLES,
        encoding::TABLES,
        culture::TABLES,
        net::TABLES,
        number::TABLES,
        regex::TABLES,
        runtime::TABLES,
        time::TABLES,
        tuple::TABLES,
        uri::TABLES,
        view::TABLES,
    ],
    collections::TABLES,
    security::TABLES,
];
static OWN: &[&TypeTable] = &[
    &array::TABLE,
    &bit_converter::BUFFER,
    &bit_converter::TABLE,
    &boolean::TABLE,
    &character::TABLE,
    &console::TABLE,
    &convert::TABLE,
    &db_null::TABLE,
    &entry::TABLE,
    &enumeration::TABLE,
    &enumerator::CHARACTERS,
    &enumerator::ENTRIES,
    &enumerator::TABLE,
    &environment::OPERATING_SYSTEM,
    &environment::TABLE,
    &error_record::CATEGORY,
    &error_record::DETAILS,
    &error_record::TABLE,
    &exception::AGGREGATE,
    &exception::ARGUMENT,
    &exception::ARGUMENT_NULL,
    &exception::ARGUMENT_OUT_OF_RANGE,
    &exception::FILE_NOT_FOUND,
    &exception::OBJECT_DISPOSED,
    &exception::RUNTIME,
    &exception::TABLE,
    &guid::TABLE,
    &hashtable::ORDERED,
    &hashtable::TABLE,
    &lazy::TABLE,
    &linq::TABLE,
    &math::TABLE,
    &object::PS_CUSTOM_OBJECT_TABLE,
    &object::PS_OBJECT_TABLE,
    &object::TABLE,
    &random::GENERATOR,
    &random::TABLE,
    &reference::TABLE,
    &stopwatch::TABLE,
    &string::TABLE,
    &string_builder::TABLE,
    &string_comparer::TABLE,
    &switch_parameter::TABLE,
    &type_info::TABLE,
    &version::SEMANTIC,
    &version::TABLE,
    &wildcard_pattern::TABLE,
];
