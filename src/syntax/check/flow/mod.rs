//! The flow of control through a method: whether every path returns, and which variables lack a value where they are
//! read.

mod graph;
mod method;
mod variables;

use crate::syntax::Span;
use crate::syntax::ast::FunctionMember;
use std::collections::HashSet;

/// What is known of the methods that were met so far.
#[derive(Default)]
pub(super) struct Methods {
    /// The places of variables that are read without a value.
    without_value: HashSet<(u32, u32)>,
}

impl Methods {
    /// Follows the flow through a method; says whether every path of it returns or throws.
    pub fn analyze(&mut self, method: &FunctionMember) -> bool {
        let (all_return, without_value) = method::follow(method);
        self.without_value.extend(without_value.into_iter().map(|span| (span.start, span.end)));
        all_return
    }

    /// Whether the variable at a place is read in a method without having been assigned on every path there.
    pub fn lacks_value(&self, span: Span) -> bool {
        self.without_value.contains(&(span.start, span.end))
    }
}
