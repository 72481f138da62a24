//! pinsh: a management shell for dial-in conferencing PINs.
//!
//! The map, from the ground up; a module imports only from those above it in this list.
//!
//! - [`text`]: strings, numbers and dates as .NET writes and compares them
//! - [`syntax`]: the PowerShell language, from source text to tree
//! - [`value`]: what variables hold, with conversions, arithmetic and comparison
//! - [`types`]: the members of .NET types, one file each
//! - [`pin`]: the PIN engine: pure domain, clock and randomness injected
//! - [`store`]: where users, policies and PINs are kept, and the desk that serves them
//! - [`engine`]: sessions, scopes, evaluation, the pipeline and the parameter binder
//! - [`provider`]: the drives: file system, variables, environment, functions, aliases
//! - [`format`]: from objects to lines of text
//! - [`cmdlets`]: one file per cmdlet
//! - [`host`]: the doors: console, script, standard input; reports of errors
#![forbid(unsafe_code)]

pub mod cmdlets;
pub mod engine;
pub mod format;
pub mod host;
pub mod pin;
pub mod provider;
pub mod store;
pub mod syntax;
pub mod text;
pub mod types;
pub mod value;
