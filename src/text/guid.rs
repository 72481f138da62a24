//! `System.Guid` as text: the formats N, D, B, P and X.

use super::TextError;
use uuid::Uuid;

const DASHES: &str = "Guid should contain 32 digits with 4 dashes (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx).";
const NOT_HEX: &str = "Guid string should only contain hexadecimal characters.";

fn bad_format() -> TextError {
    TextError::format(r#"Format string can be only "D", "d", "N", "n", "P", "p", "B", "b", "X" or "x"."#)
}

/// The GUID in a format; an empty one is `D`.
///
/// # Errors
/// A `FormatException` for any other letter.
pub fn format(guid: &Uuid, format: &str) -> Result<String, TextError> {
    Ok(match format {
        "" | "D" | "d" => guid.hyphenated().to_string(),
        "N" | "n" => guid.simple().to_string(),
        "B" | "b" => format!("{{{}}}", guid.hyphenated()),
        "P" | "p" => format!("({})", guid.hyphenated()),
        "X" | "x" => {
            let (a, b, c, rest) = guid.as_fields();
            let bytes: Vec<String> = rest.iter().map(|byte| format!("0x{byte:02x}")).collect();
            format!("{{0x{a:08x},0x{b:04x},0x{c:04x},{{{}}}}}", bytes.join(","))
        }
        _ => return Err(bad_format()),
    })
}

/// Reads a GUID of any format, with blanks around it.
///
/// # Errors
/// .NET's `FormatException`s.
pub fn parse(text: &str) -> Result<Uuid, TextError> {
    let text = text.trim();
    if text.encode_utf16().count() < 32 {
        return Err(TextError::format("Unrecognized Guid format."));
    }
    let format = match text.chars().next() {
        Some('(') => "P",
        Some('{') if text.contains('-') => "B",
        Some('{') => "X",
        _ if text.contains('-') => "D",
        _ => "N",
    };
    parse_exact(text, format)
}

/// Reads a GUID of one format.
///
/// # Errors
/// .NET's `FormatException`s.
pub fn parse_exact(text: &str, format: &str) -> Result<Uuid, TextError> {
    let text = text.trim();
    let dashes = || TextError::format(DASHES);
    let inside = |open, close| text.strip_prefix(open).and_then(|t| t.strip_suffix(close)).ok_or_else(dashes);
    match format {
        "D" | "d" => dashed(text),
        "B" | "b" => dashed(inside('{', '}')?),
        "P" | "p" => dashed(inside('(', ')')?),
        "N" | "n" => {
            if text.len() != 32 {
                return Err(dashes());
            }
            u128::from_str_radix(text, 16).map(Uuid::from_u128).map_err(|_| TextError::format(NOT_HEX))
        }
        "X" | "x" => fields(text),
        _ => Err(bad_format()),
    }
}

/// `8-4-4-4-12` hexadecimal digits; a part may begin with a plus sign or `0x`, as .NET has always allowed.
fn dashed(text: &str) -> Result<Uuid, TextError> {
    let parts: Vec<&str> = text.split('-').collect();
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    if lengths != [8, 4, 4, 4, 12] {
        return Err(TextError::format(DASHES));
    }
    let mut value = 0u128;
    for part in parts {
        let plain = part.strip_prefix('+').unwrap_or(part);
        let plain = plain.strip_prefix("0x").or_else(|| plain.strip_prefix("0X")).unwrap_or(plain);
        if plain.is_empty() || !plain.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(TextError::format(NOT_HEX));
        }
        let number = u128::from_str_radix(plain, 16).map_err(|_| TextError::format(NOT_HEX))?;
        value = value << (4 * part.len()) | number;
    }
    Ok(Uuid::from_u128(value))
}

/// `{0xdddddddd,0xdddd,0xdddd,{0xdd,…}}`, blanks anywhere.
fn fields(text: &str) -> Result<Uuid, TextError> {
    let compact: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let mut rest = compact.strip_prefix('{').ok_or_else(|| TextError::format("Expected {0xdddddddd, etc}."))?;
    let mut field = |end: char, prefix: &str, digits: usize| {
        rest = rest.strip_prefix(prefix).unwrap_or(rest);
        rest = rest
            .strip_prefix("0x")
            .or_else(|| rest.strip_prefix("0X"))
            .ok_or_else(|| TextError::format("Expected 0x prefix."))?;
        let length = rest.find(end).filter(|length| *length > 0).ok_or_else(|| {
            let sign = if end == ',' { "comma" } else { "brace" };
            TextError::format(format!(
                "Could not find a {sign}, or the length between the previous token and the {sign} was zero (i.e., \
                 '0x,'etc.)."
            ))
        })?;
        let (number, behind) = rest.split_at(length);
        rest = behind.get(1..).unwrap_or_default();
        if !number.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(TextError::format(NOT_HEX));
        }
        if number.trim_start_matches('0').len() > digits {
            return Err(TextError::overflow("Value was either too large or too small for a UInt32."));
        }
        u32::from_str_radix(number, 16).map_err(|_| TextError::format(NOT_HEX))
    };
    let narrow = |value: u32| u16::try_from(value).unwrap_or(0);
    let (a, b, c) = (field(',', "", 8)?, narrow(field(',', "", 4)?), narrow(field(',', "", 4)?));
    let mut bytes = [0u8; 8];
    for (index, byte) in bytes.iter_mut().enumerate() {
        let (end, prefix) = (if index < 7 { ',' } else { '}' }, if index == 0 { "{" } else { "" });
        *byte = u8::try_from(field(end, prefix, 2)?).unwrap_or(0);
    }
    match rest {
        "}" => Ok(Uuid::from_fields(a, b, c, &bytes)),
        "" => Err(TextError::format("Could not find the ending brace.")),
        _ => Err(TextError::format("Additional non-parsable characters are at the end of the string.")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "0f8fad5b-d9cb-469f-a165-70867728950e";

    #[test]
    fn every_format_reads_back() {
        let guid = parse(TEXT).unwrap();
        for letter in ["N", "D", "B", "P", "X"] {
            assert_eq!(parse(&format(&guid, letter).unwrap()), Ok(guid));
        }
        let fields = "{0x0f8fad5b,0xd9cb,0x469f,{0xa1,0x65,0x70,0x86,0x77,0x28,0x95,0x0e}}";
        assert_eq!(format(&guid, "x").unwrap(), fields);
        assert!(format(&guid, "Q").is_err());
    }

    #[test]
    fn faults_tell_the_expected_form() {
        let message = |text: &str| parse(text).unwrap_err().message;
        assert_eq!(message("xyz"), "Unrecognized Guid format.");
        assert_eq!(message("0f8fad5b-d9cb-469fa165-70867728950e"), DASHES);
        assert_eq!(message("0f8fad5b-d9cb-469f-a165-7086772895zz"), NOT_HEX);
        assert_eq!(message("(0f8fad5b-d9cb-469f-a165-70867728950e}"), DASHES);
    }

    #[test]
    fn old_prefixes_are_allowed() {
        assert_eq!(parse("+f8fad5b-d9cb-469f-a165-70867728950e"), parse(TEXT));
        assert_eq!(
            parse("{0x1,0x2,0x3,{0x4,0x5,0x6,0x7,0x8,0x9,0xa,0xb}}"),
            parse("00000001-0002-0003-0405-060708090a0b")
        );
    }
}
