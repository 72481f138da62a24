//! What the configuration cmdlets share: identities with scopes, and `-Filter` as a pattern over them.

use super::fault::{bad_argument, stop};
use crate::cmdlets::prelude::*;
use crate::pin::Scope;
use crate::text::{CaseRule, Wildcard};

/// The scope that an identity names; the global one where none is given.
///
/// # Errors
/// A text that names no scope, as a terminating error.
pub fn scope_of(cx: &mut Cx, identity: &str) -> Outcome<Scope> {
    if identity.trim().is_empty() {
        return Ok(Scope::Global);
    }
    Scope::parse(identity).map_err(|fault| stop(cx, &fault.into()))
}

/// The pattern of a `-Filter` over identities.
///
/// # Errors
/// A pattern that is none, as a terminating error.
pub fn pattern(cx: &mut Cx, filter: &str) -> Outcome<Wildcard> {
    Wildcard::new(filter, CaseRule::Insensitive).map_err(|fault| bad_argument(cx, fault.to_string()))
}
