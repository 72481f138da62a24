//! Text as .NET sees it: the string type, symbols, numbers, dates, patterns and their comparison.

pub mod chars;
pub mod collate;
pub mod culture;
pub mod date;
pub mod error;
pub mod format;
pub mod guid;
pub mod number;
pub mod redact;
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

/// The text of a file: UTF-8, or UTF-16 and UTF-32 by their byte order marks; what is no text becomes U+FFFD.
pub fn decode(bytes: &[u8]) -> String {
    let units = |bytes: &[u8], wide: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| wide([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        [0xff, 0xfe, 0, 0, rest @ ..] => {
            let scalars = rest.chunks_exact(4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]));
            scalars.map(|scalar| char::from_u32(scalar).unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
        }
        [0xff, 0xfe, rest @ ..] => units(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => units(rest, u16::from_be_bytes),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    }
}
