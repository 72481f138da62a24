//! The built-in views, in the order in which PowerShell loads them.

mod commands;
mod data;
mod display;
mod dotnet;
mod files;
mod pins;

use super::view::View;

pub use display::{default_name, default_properties};

/// All views; of several that fit equally well the first is used.
pub fn all() -> impl Iterator<Item = &'static View> {
    [dotnet::VIEWS, files::VIEWS, data::VIEWS, commands::VIEWS, pins::VIEWS].into_iter().flatten()
}
