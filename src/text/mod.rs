//! Text as .NET sees it: the string type, symbols, numbers, dates, patterns and their comparison.

pub mod chars;
pub mod collate;
pub mod culture;
pub mod date;
pub mod error;
pub mod format;
pub mod guid;
pub mod number;
pub mod regex;
pub mod search;
pub mod str;
pub mod suggest;
pub mod symbol;
pub mod title;
pub mod version;
pub mod wildcard;

pub use collate::CaseRule;
pub use culture::Culture;
pub use error::TextError;
pub use number::Number;
pub use regex::{Regex, RegexOptions};
pub use str::Str;
pub use symbol::Symbol;
pub use wildcard::Wildcard;
