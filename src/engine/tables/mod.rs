//! The members of the engine's own objects, which the type layer finds like those of every other type.

use super::cmdlet::CmdletMeta;
use super::{information, runtime_parameter};
use crate::types::TypeTable;
use std::cell::Cell;

/// The tables of the engine.
static TABLES: &[&TypeTable] = &[&information::MESSAGE_TABLE, &information::RECORD_TABLE, &runtime_parameter::TABLE];

thread_local! {
    static REGISTERED: Cell<bool> = const { Cell::new(false) };
}

/// Makes the members of the engine's and the cmdlets' objects known, once a thread.
pub fn register(cmdlets: &[&'static CmdletMeta]) {
    if REGISTERED.replace(true) {
        return;
    }
    crate::types::register(TABLES);
    for tables in cmdlets.iter().flat_map(|meta| meta.types()) {
        crate::types::register(tables);
    }
}
