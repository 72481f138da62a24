//! Text files in the encodings that `-Encoding` names.

use crate::text;

/// How text becomes bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    #[default]
    Utf8,
    Utf8Bom,
    Utf16,
    Utf16BigEndian,
    Utf32,
    Ascii,
    Latin1,
}

/// The names that `-Encoding` takes.
pub const NAMES: &[&str] = &[
    "ascii",
    "ansi",
    "bigendianunicode",
    "bigendianutf32",
    "default",
    "latin1",
    "oem",
    "string",
    "unicode",
    "unknown",
    "utf7",
    "utf8",
    "utf8BOM",
    "utf8NoBOM",
    "utf32",
];

impl Encoding {
    /// The encoding of a name, whatever its case.
    pub fn find(name: &str) -> Option<Encoding> {
        Some(match &*name.to_ascii_lowercase() {
            "" | "utf8" | "utf-8" | "utf8nobom" | "default" | "oem" | "ansi" => Encoding::Utf8,
            "utf8bom" => Encoding::Utf8Bom,
            "unicode" | "utf-16" | "utf16" | "string" | "unknown" => Encoding::Utf16,
            "bigendianunicode" | "utf-16be" => Encoding::Utf16BigEndian,
            "utf32" | "utf-32" => Encoding::Utf32,
            "ascii" | "us-ascii" | "utf7" => Encoding::Ascii,
            "latin1" | "iso-8859-1" => Encoding::Latin1,
            _ => return None,
        })
    }

    /// The byte order mark that a new file gets.
    pub fn mark(self) -> &'static [u8] {
        match self {
            Encoding::Utf8 | Encoding::Ascii | Encoding::Latin1 => &[],
            Encoding::Utf8Bom => &[0xef, 0xbb, 0xbf],
            Encoding::Utf16 => &[0xff, 0xfe],
            Encoding::Utf16BigEndian => &[0xfe, 0xff],
            Encoding::Utf32 => &[0xff, 0xfe, 0, 0],
        }
    }

    /// The bytes of a text, without a mark.
    pub fn encode(self, text: &str) -> Vec<u8> {
        match self {
            Encoding::Utf8 | Encoding::Utf8Bom => text.as_bytes().to_vec(),
            Encoding::Utf16 => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            Encoding::Utf16BigEndian => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            Encoding::Utf32 => text.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect(),
            Encoding::Ascii => text.chars().map(|c| if c.is_ascii() { c as u8 } else { b'?' }).collect(),
            Encoding::Latin1 => text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect(),
        }
    }

    /// The text of bytes; a byte order mark stands above what was asked for.
    pub fn decode(self, bytes: &[u8]) -> String {
        let has_mark = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
        match self {
            Encoding::Latin1 if !has_mark => bytes.iter().map(|byte| char::from(*byte)).collect(),
            Encoding::Ascii if !has_mark => bytes
                .iter()
                .map(|byte| if byte.is_ascii() { char::from(*byte) } else { char::REPLACEMENT_CHARACTER })
                .collect(),
            Encoding::Utf16 if !has_mark => text::decode(&[&[0xff, 0xfe], bytes].concat()),
            Encoding::Utf16BigEndian if !has_mark => text::decode(&[&[0xfe, 0xff], bytes].concat()),
            Encoding::Utf32 if !bytes.starts_with(&[0xff, 0xfe, 0, 0]) => {
                text::decode(&[&[0xff, 0xfe, 0, 0], bytes].concat())
            }
            _ => text::decode(bytes),
        }
    }
}
