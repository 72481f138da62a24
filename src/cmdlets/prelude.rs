//! What every cmdlet needs.

pub use crate::engine::block::ScriptBlock;
pub use crate::engine::cmdlet::{Cmdlet, Cx, Switch, cmdlet};
pub use crate::engine::signature::ConfirmImpact;
pub use crate::text::{Str, Symbol};
pub use crate::value::{
    Env, ErrorCategory, Fault, Flow, Outcome, Table, TableKind, TypeRef, Value, convert, enumerate,
};
pub use std::rc::Rc;
