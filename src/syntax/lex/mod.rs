//! The scanner: from characters to tokens, in the mode that the grammar asks for.

pub(crate) mod chars;
pub(crate) mod input;
pub(crate) mod keyword;
mod number;
pub(crate) mod scan;
mod signature;
mod string;
pub(crate) mod token;
pub(crate) mod trivia;
pub(crate) mod type_name;
mod variable;
pub(crate) mod word;

pub(crate) use input::{Input, Miss, Mode, Reading, Res, Shared, Text, miss};
pub(crate) use keyword::Keyword;
pub(crate) use token::{Data, Kind, Part, Token};
