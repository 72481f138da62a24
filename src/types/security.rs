//! Secrets and digests.

pub mod credential;
mod hash;
mod marshal;
mod random;
pub mod secure_string;

use super::table::TypeTable;

pub(super) static TABLES: &[&[&TypeTable]] =
    &[credential::TABLES, hash::TABLES, &[&marshal::TABLE, &random::TABLE, &secure_string::TABLE]];

/// Types that the tables of this folder are about and that have no other home.
pub(super) static TYPES: &[&crate::value::NativeType] = hash::TYPES;
