//! The PowerShell language, from source text to tree.

pub mod ast;
pub mod source;

pub use source::{Source, Span};
