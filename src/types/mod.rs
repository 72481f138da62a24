//! What the members of .NET types do: one file per type, found through one table each.
//!
//! A [`TypeTable`] lists the members of one native type. The layers above add tables for types of their own with
//! `register`; everything that asks for members sees them all alike.

pub mod table;

pub use table::{Method, Property, StaticProperty, TypeTable};
