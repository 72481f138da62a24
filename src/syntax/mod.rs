//! The PowerShell language, from source text to tree.

pub mod ast;
mod fault;
mod lex;
mod parse;
pub mod source;
pub mod variable_path;

pub use fault::ParseFault;
pub use parse::{Parsed, parse, parse_expandable, parse_type_name};
pub use source::{Source, Span};
pub use variable_path::VariablePath;
