//! .NET's format strings: numbers by standard and custom formats, and composite formats.

pub mod composite;
mod custom;
mod number;
mod radix;
mod standard;

pub use composite::{Piece, align, composite_pieces, parse_composite};
pub use number::{
    decimal_to_text, double_to_language_text, double_to_text, format_number, format_single, number_to_text,
    single_to_language_text, single_to_text,
};
