//! The cmdlets of `Microsoft.PowerShell.Management`: paths, locations, items and their content.

pub mod add_content;
pub mod clear_content;
pub mod content;
pub mod convert_path;
pub mod get_content;
pub mod get_location;
pub mod join_path;
pub mod paths;
pub mod pop_location;
pub mod push_location;
pub mod resolve_path;
pub mod set_content;
pub mod set_location;
pub mod split_path;
pub mod test_path;
