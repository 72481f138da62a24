//! Text as .NET sees it: the string type, symbols, numbers, dates, patterns and their comparison.

pub mod number;
pub mod str;
pub mod symbol;

pub use number::Number;
pub use str::Str;
pub use symbol::Symbol;
