//! The cmdlets of `Microsoft.PowerShell.Core`: those that the engine itself needs.

pub mod export_module_member;
pub mod for_each_object;
pub mod get_command;
pub mod get_help;
pub mod get_history;
pub mod get_module;
pub mod help_page;
pub mod import_module;
pub mod invoke_command;
pub mod modules;
pub mod new_module;
pub mod out_default;
pub mod out_host;
pub mod out_null;
pub mod remove_module;
pub mod set_strict_mode;
pub mod start_transcript;
pub mod stop_transcript;
pub mod test_module_manifest;
pub mod where_object;
