//! The parameters that every advanced command has.

use crate::engine::signature::Signature;

/// Adds the common parameters to a signature.
pub fn append(_signature: &mut Signature) {}
