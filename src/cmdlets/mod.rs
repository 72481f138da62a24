//! One file per cmdlet, and the one list of them all.

pub mod core;
pub mod directory;
pub mod facts;
pub mod faults;
pub mod management;
pub mod pin;
pub mod prelude;
pub mod utility;

use crate::engine::cmdlet::CmdletMeta;
use crate::types::TypeTable;

/// The types that cmdlets add, for `types::register`.
pub static TYPES: &[&TypeTable] = pin::TYPES;

/// Every cmdlet, in alphabetical order.
pub static REGISTRY: &[&CmdletMeta] = &[
    &management::add_content::AddContent::META,
    &management::clear_content::ClearContent::META,
    &management::clear_item::ClearItem::META,
    &management::convert_path::ConvertPath::META,
    &management::copy_item::CopyItem::META,
    &pin::disable_cs_user::DisableCsUser::META,
    &pin::enable_cs_user::EnableCsUser::META,
    &core::for_each_object::ForEachObject::META,
    &utility::format_custom::FormatCustom::META,
    &utility::format_list::FormatList::META,
    &utility::format_table::FormatTable::META,
    &utility::format_wide::FormatWide::META,
    &directory::get_ad_organizational_unit::GetAdOrganizationalUnit::META,
    &directory::get_ad_user::GetAdUser::META,
    &management::get_child_item::GetChildItem::META,
    &management::get_content::GetContent::META,
    &pin::get_cs_ad_user::GetCsAdUser::META,
    &pin::get_cs_client_pin_info::GetCsClientPinInfo::META,
    &pin::get_cs_computer::GetCsComputer::META,
    &pin::get_cs_pin_policy::GetCsPinPolicy::META,
    &pin::get_cs_pool::GetCsPool::META,
    &pin::get_cs_sip_domain::GetCsSipDomain::META,
    &pin::get_cs_site::GetCsSite::META,
    &pin::get_cs_user::GetCsUser::META,
    &pin::get_cs_user_pool_info::GetCsUserPoolInfo::META,
    &management::get_file_hash::GetFileHash::META,
    &management::get_item::GetItem::META,
    &management::get_item_property::GetItemProperty::META,
    &management::get_item_property_value::GetItemPropertyValue::META,
    &management::get_location::GetLocation::META,
    &management::get_ps_drive::GetPsDrive::META,
    &management::get_ps_provider::GetPsProvider::META,
    &pin::grant_cs_pin_policy::GrantCsPinPolicy::META,
    &utility::group_object::GroupObject::META,
    &core::invoke_command::InvokeCommand::META,
    &management::join_path::JoinPath::META,
    &pin::lock_cs_client_pin::LockCsClientPin::META,
    &pin::move_cs_user::MoveCsUser::META,
    &management::move_item::MoveItem::META,
    &directory::new_ad_organizational_unit::NewAdOrganizationalUnit::META,
    &directory::new_ad_user::NewAdUser::META,
    &pin::new_cs_pin_policy::NewCsPinPolicy::META,
    &management::new_item::NewItem::META,
    &management::new_ps_drive::NewPsDrive::META,
    &core::out_default::OutDefault::META,
    &core::out_host::OutHost::META,
    &core::out_null::OutNull::META,
    &utility::out_file::OutFile::META,
    &utility::out_string::OutString::META,
    &management::pop_location::PopLocation::META,
    &pin::publish_cs_topology::PublishCsTopology::META,
    &management::push_location::PushLocation::META,
    &directory::remove_ad_user::RemoveAdUser::META,
    &pin::remove_cs_pin_policy::RemoveCsPinPolicy::META,
    &management::remove_item::RemoveItem::META,
    &management::remove_ps_drive::RemovePsDrive::META,
    &management::rename_item::RenameItem::META,
    &pin::reset_cs_client_pin::ResetCsClientPin::META,
    &management::resolve_path::ResolvePath::META,
    &utility::select_object::SelectObject::META,
    &directory::set_ad_user::SetAdUser::META,
    &management::set_content::SetContent::META,
    &pin::set_cs_client_pin::SetCsClientPin::META,
    &pin::set_cs_pin_policy::SetCsPinPolicy::META,
    &pin::set_cs_site::SetCsSite::META,
    &pin::set_cs_user::SetCsUser::META,
    &management::set_item::SetItem::META,
    &management::set_item_property::SetItemProperty::META,
    &management::set_location::SetLocation::META,
    &core::set_strict_mode::SetStrictMode::META,
    &utility::sort_object::SortObject::META,
    &management::split_path::SplitPath::META,
    &pin::test_cs_client_pin::TestCsClientPin::META,
    &management::test_path::TestPath::META,
    &pin::unlock_cs_client_pin::UnlockCsClientPin::META,
    &core::where_object::WhereObject::META,
    &utility::write_debug::WriteDebug::META,
    &utility::write_error::WriteError::META,
    &utility::write_host::WriteHost::META,
    &utility::write_information::WriteInformation::META,
    &utility::write_output::WriteOutput::META,
    &utility::write_progress::WriteProgress::META,
    &utility::write_verbose::WriteVerbose::META,
    &utility::write_warning::WriteWarning::META,
];
