//! One file per cmdlet, and the one list of them all.

pub mod prelude;

use crate::engine::cmdlet::CmdletMeta;

/// Every cmdlet, in alphabetical order.
pub static REGISTRY: &[&CmdletMeta] = &[];
