//! Why a pattern is none, or why a match was given up.

use std::fmt;

/// An error of the regular expression engine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RegexError {
    /// `RegexParseException`: the pattern breaks a rule at an offset, counted in UTF-16 units.
    Parse { pattern: String, offset: usize, fault: Fault },
    /// `RegexMatchTimeoutException`: matching took too many steps.
    Timeout,
    /// `ArgumentOutOfRangeException`: options that exclude each other.
    Options,
}

impl fmt::Display for RegexError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RegexError::Parse { pattern, offset, fault } => {
                write!(f, "Invalid pattern '{pattern}' at offset {offset}. {fault}")
            }
            RegexError::Timeout => f.write_str(
                "The Regex engine has timed out while trying to match a pattern to an input string. This can occur for \
                 many reasons, including very large inputs or excessive backtracking caused by nested quantifiers, \
                 back-references and other factors.",
            ),
            RegexError::Options => {
                f.write_str("Specified argument was out of the range of valid values. (Parameter 'options')")
            }
        }
    }
}

impl std::error::Error for RegexError {}

/// The rule that a pattern breaks; the variants are the members of `RegexParseError`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    AlternationHasComment,
    AlternationHasMalformedReference(u32),
    AlternationHasNamedCapture,
    AlternationHasTooManyConditions,
    AlternationHasUndefinedReference(u32),
    CaptureGroupNameInvalid,
    CaptureGroupOfZero,
    ExclusionGroupNotLast,
    InsufficientClosingParentheses,
    InsufficientOpeningParentheses,
    InsufficientOrInvalidHexDigits,
    InvalidGroupingConstruct,
    InvalidUnicodePropertyEscape,
    MalformedNamedReference,
    MalformedUnicodePropertyEscape,
    MissingControlCharacter,
    NestedQuantifiersNotParenthesized(char),
    QuantifierAfterNothing(char),
    QuantifierOrCaptureGroupOutOfRange,
    ReversedCharacterRange,
    ReversedQuantifierRange,
    ShorthandClassInCharacterRange(char),
    /// Groups nest deeper than this engine goes; .NET has no such limit.
    TooDeep,
    UndefinedNamedReference(String),
    UndefinedNumberedReference(u32),
    UnescapedEndingBackslash,
    UnrecognizedControlCharacter,
    UnrecognizedEscape(char),
    UnrecognizedUnicodeProperty(String),
    UnterminatedBracket,
    UnterminatedComment,
}

impl Fault {
    /// The name of the member of `RegexParseError`.
    pub fn name(&self) -> &'static str {
        use Fault::*;
        match self {
            AlternationHasComment => "AlternationHasComment",
            AlternationHasMalformedReference(_) => "AlternationHasMalformedReference",
            AlternationHasNamedCapture => "AlternationHasNamedCapture",
            AlternationHasTooManyConditions => "AlternationHasTooManyConditions",
            AlternationHasUndefinedReference(_) => "AlternationHasUndefinedReference",
            CaptureGroupNameInvalid => "CaptureGroupNameInvalid",
            CaptureGroupOfZero => "CaptureGroupOfZero",
            ExclusionGroupNotLast => "ExclusionGroupNotLast",
            InsufficientClosingParentheses => "InsufficientClosingParentheses",
            InsufficientOpeningParentheses => "InsufficientOpeningParentheses",
            InsufficientOrInvalidHexDigits => "InsufficientOrInvalidHexDigits",
            InvalidGroupingConstruct => "InvalidGroupingConstruct",
            InvalidUnicodePropertyEscape => "InvalidUnicodePropertyEscape",
            MalformedNamedReference => "MalformedNamedReference",
            MalformedUnicodePropertyEscape => "MalformedUnicodePropertyEscape",
            MissingControlCharacter => "MissingControlCharacter",
            NestedQuantifiersNotParenthesized(_) => "NestedQuantifiersNotParenthesized",
            QuantifierAfterNothing(_) => "QuantifierAfterNothing",
            QuantifierOrCaptureGroupOutOfRange => "QuantifierOrCaptureGroupOutOfRange",
            ReversedCharacterRange => "ReversedCharacterRange",
            ReversedQuantifierRange => "ReversedQuantifierRange",
            ShorthandClassInCharacterRange(_) => "ShorthandClassInCharacterRange",
            TooDeep => "Unknown",
            UndefinedNamedReference(_) => "UndefinedNamedReference",
            UndefinedNumberedReference(_) => "UndefinedNumberedReference",
            UnescapedEndingBackslash => "UnescapedEndingBackslash",
            UnrecognizedControlCharacter => "UnrecognizedControlCharacter",
            UnrecognizedEscape(_) => "UnrecognizedEscape",
            UnrecognizedUnicodeProperty(_) => "UnrecognizedUnicodeProperty",
            UnterminatedBracket => "UnterminatedBracket",
            UnterminatedComment => "UnterminatedComment",
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use Fault::*;
        match self {
            AlternationHasComment => f.write_str("Alternation conditions cannot be comments."),
            AlternationHasMalformedReference(number) => {
                write!(f, "Conditional alternation is missing a closing parenthesis after the group number {number}.")
            }
            AlternationHasNamedCapture => f.write_str("Alternation conditions do not capture and cannot be named."),
            AlternationHasTooManyConditions => f.write_str("Too many | in (?()|)."),
            AlternationHasUndefinedReference(number) => {
                write!(f, "Conditional alternation refers to an undefined group number {number}.")
            }
            CaptureGroupNameInvalid => f.write_str("Invalid group name: Group names must begin with a word character."),
            CaptureGroupOfZero => f.write_str("Capture number cannot be zero."),
            ExclusionGroupNotLast => f.write_str("A subtraction must be the last element in a character class."),
            InsufficientClosingParentheses => f.write_str("Not enough )'s."),
            InsufficientOpeningParentheses => f.write_str("Too many )'s."),
            InsufficientOrInvalidHexDigits => f.write_str("Insufficient or invalid hexadecimal digits."),
            InvalidGroupingConstruct => f.write_str("Unrecognized grouping construct."),
            InvalidUnicodePropertyEscape => f.write_str("Incomplete \\p{X} character escape."),
            MalformedNamedReference => f.write_str("Malformed \\k<...> named back reference."),
            MalformedUnicodePropertyEscape => f.write_str("Malformed \\p{X} character escape."),
            MissingControlCharacter => f.write_str("Missing control character."),
            NestedQuantifiersNotParenthesized(c) => write!(f, "Nested quantifier '{c}'."),
            QuantifierAfterNothing(c) => write!(f, "Quantifier '{c}' following nothing."),
            QuantifierOrCaptureGroupOutOfRange => {
                f.write_str("Quantifier and capture group numbers must be less than or equal to Int32.MaxValue.")
            }
            ReversedCharacterRange => f.write_str("[x-y] range in reverse order."),
            ReversedQuantifierRange => f.write_str("Illegal {x,y} with x > y."),
            ShorthandClassInCharacterRange(c) => write!(f, "Cannot include class \\{c} in character range."),
            TooDeep => f.write_str("Groups are nested too deeply."),
            UndefinedNamedReference(name) => write!(f, "Reference to undefined group name '{name}'."),
            UndefinedNumberedReference(number) => write!(f, "Reference to undefined group number {number}."),
            UnescapedEndingBackslash => f.write_str("Illegal \\ at end of pattern."),
            UnrecognizedControlCharacter => f.write_str("Unrecognized control character."),
            UnrecognizedEscape(c) => write!(f, "Unrecognized escape sequence \\{c}."),
            UnrecognizedUnicodeProperty(name) => write!(f, "Unknown property '{name}'."),
            UnterminatedBracket => f.write_str("Unterminated [] set."),
            UnterminatedComment => f.write_str("Unterminated (?#...) comment."),
        }
    }
}
