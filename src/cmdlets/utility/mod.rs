//! The cmdlets of `Microsoft.PowerShell.Utility`.
pub mod format_custom;
pub mod format_list;
pub mod format_table;
pub mod format_wide;
pub mod formatting;
pub mod out_string;
