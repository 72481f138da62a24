//! pinsh: a management shell for dial-in conferencing PINs.
//!
//! The map, from the ground up; a module imports only from those above it in this list.
//!
//! - [`text`]: strings, numbers and dates as .NET writes and compares them
//! - [`syntax`]: the PowerShell language, from source text to tree
//! - [`pin`]: the PIN engine: rules, policies, lock-out, hashing
#![forbid(unsafe_code)]

pub mod pin;
pub mod syntax;
pub mod text;
