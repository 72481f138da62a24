//! The cmdlets of `Microsoft.PowerShell.Core`: those that the engine itself needs.

pub mod for_each_object;
pub mod get_history;
pub mod invoke_command;
pub mod out_default;
pub mod out_host;
pub mod out_null;
pub mod set_strict_mode;
pub mod start_transcript;
pub mod stop_transcript;
pub mod where_object;
