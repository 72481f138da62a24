//! `System.Text.RegularExpressions.RegexOptions`.

use std::fmt;
use std::ops::BitOr;

/// A set of options, with .NET's bits.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct RegexOptions(u32);

impl RegexOptions {
    pub const NONE: RegexOptions = RegexOptions(0);
    pub const IGNORE_CASE: RegexOptions = RegexOptions(1);
    pub const MULTILINE: RegexOptions = RegexOptions(2);
    pub const EXPLICIT_CAPTURE: RegexOptions = RegexOptions(4);
    pub const COMPILED: RegexOptions = RegexOptions(8);
    pub const SINGLELINE: RegexOptions = RegexOptions(16);
    pub const IGNORE_PATTERN_WHITESPACE: RegexOptions = RegexOptions(32);
    pub const RIGHT_TO_LEFT: RegexOptions = RegexOptions(64);
    pub const ECMA_SCRIPT: RegexOptions = RegexOptions(256);
    pub const CULTURE_INVARIANT: RegexOptions = RegexOptions(512);
    pub const NON_BACKTRACKING: RegexOptions = RegexOptions(1024);

    /// Every option with its .NET name, by value.
    pub const NAMES: [(RegexOptions, &str); 10] = [
        (Self::IGNORE_CASE, "IgnoreCase"),
        (Self::MULTILINE, "Multiline"),
        (Self::EXPLICIT_CAPTURE, "ExplicitCapture"),
        (Self::COMPILED, "Compiled"),
        (Self::SINGLELINE, "Singleline"),
        (Self::IGNORE_PATTERN_WHITESPACE, "IgnorePatternWhitespace"),
        (Self::RIGHT_TO_LEFT, "RightToLeft"),
        (Self::ECMA_SCRIPT, "ECMAScript"),
        (Self::CULTURE_INVARIANT, "CultureInvariant"),
        (Self::NON_BACKTRACKING, "NonBacktracking"),
    ];

    /// The set with these bits.
    pub const fn from_bits(bits: u32) -> RegexOptions {
        RegexOptions(bits)
    }

    /// The bits of the set.
    pub const fn bits(self) -> u32 {
        self.0
    }

    /// Whether all of `other` are set.
    pub const fn has(self, other: RegexOptions) -> bool {
        self.0 & other.0 == other.0
    }

    /// The set with `other` switched on or off.
    pub const fn with(self, other: RegexOptions, on: bool) -> RegexOptions {
        RegexOptions(if on { self.0 | other.0 } else { self.0 & !other.0 })
    }

    /// Whether .NET takes the combination: no unknown bit, and `ECMAScript` only beside a few.
    pub const fn is_valid(self) -> bool {
        const KNOWN: u32 = 0x77F;
        const BESIDE_ECMA: u32 = 1 | 2 | 8 | 256 | 512;
        const NOT_BESIDE_NON_BACKTRACKING: u32 = 64 | 256;
        self.0 & !KNOWN == 0
            && (!self.has(Self::ECMA_SCRIPT) || self.0 & !BESIDE_ECMA == 0)
            && (!self.has(Self::NON_BACKTRACKING) || self.0 & NOT_BESIDE_NON_BACKTRACKING == 0)
    }
}

impl BitOr for RegexOptions {
    type Output = RegexOptions;
    fn bitor(self, other: RegexOptions) -> RegexOptions {
        RegexOptions(self.0 | other.0)
    }
}

/// The names of the options that are set, as .NET writes them.
impl fmt::Display for RegexOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 == 0 {
            return f.write_str("None");
        }
        let names: Vec<&str> =
            Self::NAMES.into_iter().filter(|(option, _)| self.has(*option)).map(|(_, name)| name).collect();
        f.write_str(&names.join(", "))
    }
}

impl fmt::Debug for RegexOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
