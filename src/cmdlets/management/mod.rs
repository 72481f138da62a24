//! The cmdlets of `Microsoft.PowerShell.Management`: paths, locations, items and their content.

pub mod add_content;
pub mod clear_content;
pub mod clear_item;
pub mod content;
pub mod convert_path;
pub mod copy_item;
pub mod drives;
pub mod get_child_item;
pub mod get_content;
pub mod get_file_hash;
pub mod get_item;
pub mod get_item_property;
pub mod get_item_property_value;
pub mod get_location;
pub mod get_ps_drive;
pub mod get_ps_provider;
pub mod items;
pub mod join_path;
pub mod move_item;
pub mod new_item;
pub mod new_ps_drive;
pub mod paths;
pub mod pop_location;
pub mod push_location;
pub mod remove_item;
pub mod remove_ps_drive;
pub mod rename_item;
pub mod resolve_path;
pub mod set_content;
pub mod set_item;
pub mod set_item_property;
pub mod set_location;
pub mod split_path;
pub mod test_path;

use crate::types::TypeTable;

/// The types of drives and of what lies on them, for `types::register`.
pub static TYPES: &[&TypeTable] = &[&drives::DRIVE_TABLE, &drives::PROVIDER_TABLE];
