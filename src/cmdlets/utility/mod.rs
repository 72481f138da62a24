//! The cmdlets of `Microsoft.PowerShell.Utility`.

pub mod format_custom;
pub mod format_list;
pub mod format_table;
pub mod format_wide;
pub mod formatting;
pub mod group_object;
pub mod out_file;
pub mod out_string;
pub mod property_key;
pub mod select_object;
pub mod sort_key;
pub mod sort_object;
pub mod write_debug;
pub mod write_error;
pub mod write_host;
pub mod write_information;
pub mod write_output;
pub mod write_progress;
pub mod write_verbose;
pub mod write_warning;
