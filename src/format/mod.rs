//! From objects to lines of text.
//!
//! A [`Formatter`] turns objects into [`record`]s of one shape (table, list, wide, custom), chosen explicitly or from
//! the first object's view; a [`Printer`] turns records into lines of a width. `Format-*` cmdlets are formatters,
//! `Out-*` cmdlets are printers with a formatter of their own for objects that come as they are.

mod browse;
pub mod cells;
mod custom;
pub mod detail;
pub mod error;
pub mod expression;
mod formatter;
mod generator;
mod grid;
mod group;
mod list;
mod message;
mod missing_view;
mod printer;
pub mod progress;
mod properties;
pub mod ps_style;
mod queue;
pub mod record;
pub mod request;
mod scalar;
mod string_decorated;
mod style;
mod table;
#[cfg(test)]
mod tests;
mod text;
pub mod view;
mod views;
mod wrap;

pub use formatter::Formatter;
pub use message::message_line;
pub use printer::Printer;
pub use record::{Record, ShapeKind};
pub use request::FormatRequest;
pub use style::Style;
pub use text::display_text;

use crate::value::Outcome;

/// The stream that an object was written to, which decides where its lines go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stream {
    #[default]
    Output,
    Error,
    Warning,
    Verbose,
    Debug,
    Information,
}

/// Where lines go.
pub trait LineSink {
    /// Takes a line without its end. Text that was printed as it is may have line ends inside.
    fn line(&mut self, stream: Stream, text: &str) -> Outcome;
}
