//! The PowerShell language, from source text to tree.

pub mod ast;
mod check;
mod fault;
mod known;
mod lex;
mod parse;
pub mod source;
pub mod tree;
pub mod variable_path;

pub use check::check_restricted;
pub use fault::ParseFault;
pub use known::{Everything, Known};
pub use parse::{Parsed, ParsedString, parse, parse_expandable, parse_type_name, parse_with};
pub use source::{Source, Span};
pub use variable_path::VariablePath;
