//! One file per cmdlet, and the one list of them all.

pub mod core;
pub mod prelude;
pub mod utility;

use crate::engine::cmdlet::CmdletMeta;

/// Every cmdlet, in alphabetical order.
pub static REGISTRY: &[&CmdletMeta] = &[
    &core::for_each_object::ForEachObject::META,
    &utility::format_custom::FormatCustom::META,
    &utility::format_list::FormatList::META,
    &utility::format_table::FormatTable::META,
    &utility::format_wide::FormatWide::META,
    &core::invoke_command::InvokeCommand::META,
    &core::out_default::OutDefault::META,
    &core::out_host::OutHost::META,
    &core::out_null::OutNull::META,
    &utility::out_string::OutString::META,
    &core::set_strict_mode::SetStrictMode::META,
    &core::where_object::WhereObject::META,
];
