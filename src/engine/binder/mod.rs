//! From arguments to parameters.

pub mod common;

use super::signature::Signature;
use crate::syntax::Span;
use crate::text::Str;
use crate::value::Value;
use std::rc::Rc;

/// One argument of a call, evaluated.
#[derive(Clone)]
pub struct Argument {
    pub span: Span,
    /// The parameter's name without its dash, where one was written.
    pub name: Option<Str>,
    /// The value; `None` for a name that stands alone. `-Name:value` has both.
    pub value: Option<Value>,
    /// The text of a number token, which a string parameter gets as it stands.
    pub token: Option<Str>,
    /// It came out of a splatted variable.
    pub splatted: bool,
}

/// The parameters of one call and the values that they have so far.
pub struct Binding {
    pub signature: Rc<Signature>,
    /// The value of each parameter, converted and validated; `None` where none was given.
    pub values: Vec<Option<Value>>,
    /// The parameter sets that are still possible, as bits.
    pub sets: u32,
    /// What no parameter took: `$args` of a simple function.
    pub rest: Vec<Value>,
}
