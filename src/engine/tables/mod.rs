//! The members of the engine's own objects, which the type layer finds like those of every other type.

pub mod command;
pub mod default_parameters;
pub mod member;
pub mod module;
pub mod parameter;
pub mod ps_object;
pub mod session_state;
pub mod variable;

use super::cmdlet::CmdletMeta;
use super::{Session, host_object, information, runtime_parameter};
use crate::types::{TypeTable, fault};
use crate::value::{Env, Outcome};
use std::any::Any;
use std::cell::Cell;

/// The tables of the engine, group by group.
static TABLES: &[&[&TypeTable]] = &[OWN, command::TABLES, member::TABLES, parameter::TABLES, session_state::TABLES];

static OWN: &[&TypeTable] = &[
    &default_parameters::TABLE,
    &host_object::CHOICE_TABLE,
    &host_object::HOST_TABLE,
    &host_object::RAW_USER_INTERFACE_TABLE,
    &host_object::SIZE_TABLE,
    &host_object::USER_INTERFACE_TABLE,
    &information::MESSAGE_TABLE,
    &information::RECORD_TABLE,
    &module::SPECIFICATION_TABLE,
    &module::TABLE,
    &ps_object::NAMES_TABLE,
    &ps_object::VIEW_TABLE,
    &runtime_parameter::TABLE,
    &variable::TABLE,
];

thread_local! {
    static REGISTERED: Cell<bool> = const { Cell::new(false) };
}

/// Makes the members of the engine's and the cmdlets' objects known, once a thread.
pub fn register(cmdlets: &[&'static CmdletMeta]) {
    if REGISTERED.replace(true) {
        return;
    }
    TABLES.iter().for_each(|tables| crate::types::register(tables));
    for tables in cmdlets.iter().flat_map(|meta| meta.types()) {
        crate::types::register(tables);
    }
}

/// The session behind what the type layer knows as its environment.
///
/// # Errors
/// `NullReferenceException` where it is something else.
pub fn session(env: &mut dyn Env) -> Outcome<&mut Session> {
    let any: &mut dyn Any = env;
    any.downcast_mut().ok_or_else(fault::null_reference)
}
