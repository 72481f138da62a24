//! The directory's commands, by the names and parameters of the ActiveDirectory module.

pub mod attributes;
mod changes;
pub mod directory_object;
mod fault;
pub mod get_ad_organizational_unit;
pub mod get_ad_user;
pub mod new_ad_organizational_unit;
pub mod new_ad_user;
pub mod remove_ad_user;
mod search;
pub mod set_ad_user;
