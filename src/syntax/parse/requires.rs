//! What `#requires` lines ask for.

use crate::syntax::ast::Requires;
use crate::syntax::lex::Shared;

/// Reads the `#requires` lines that the scanner has met; `None` without any.
pub(super) fn requires(shared: &Shared) -> Option<Requires> {
    let spans = shared.requires.take();
    if spans.is_empty() { None } else { Some(Requires::default()) }
}
