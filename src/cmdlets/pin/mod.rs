//! The product's commands: users, PINs, policies and the topology, over the desk.

pub mod account_object;
pub mod cs_user;
pub mod desk_service;
pub mod disable_cs_user;
pub mod enable_cs_user;
pub mod fault;
pub mod get_cs_ad_user;
pub mod get_cs_audit_trail;
pub mod get_cs_client_pin_info;
pub mod get_cs_computer;
pub mod get_cs_pin_policy;
pub mod get_cs_pool;
pub mod get_cs_sip_domain;
pub mod get_cs_site;
pub mod get_cs_user;
pub mod get_cs_user_pool_info;
pub mod grant_cs_pin_policy;
mod hint;
pub mod lock_cs_client_pin;
pub mod moment;
pub mod move_cs_user;
pub mod named_reference;
pub mod new_cs_pin_policy;
pub mod pin_info;
pub mod pin_policy;
mod policy_settings;
pub mod publish_cs_topology;
pub mod queries;
pub mod remove_cs_pin_policy;
pub mod reset_cs_client_pin;
pub mod set_cs_client_pin;
pub mod set_cs_pin_policy;
pub mod set_cs_site;
pub mod set_cs_user;
pub mod test_cs_audit_trail;
pub mod test_cs_client_pin;
mod topology_file;
mod topology_objects;
pub mod unlock_cs_client_pin;
pub mod user_id;
mod xds;

use crate::types::TypeTable;

/// The types of the product's objects.
pub static TYPES: &[&TypeTable] = &[
    &cs_user::AD_USER_TABLE,
    &cs_user::CONTACT_TABLE,
    &cs_user::USER_TABLE,
    &named_reference::TABLE,
    &pin_info::TABLE,
    &pin_policy::TABLE,
    &user_id::TABLE,
];
