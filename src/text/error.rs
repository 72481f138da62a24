//! The failures of the text layer: a .NET exception's type and message.

use std::fmt;

/// What .NET throws for a text or format that it cannot use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextError {
    /// The full name of the .NET exception type.
    pub exception: &'static str,
    /// The exception's message.
    pub message: String,
}

impl TextError {
    /// A `System.FormatException`.
    pub fn format(message: impl Into<String>) -> Self {
        TextError { exception: "System.FormatException", message: message.into() }
    }

    /// A `System.OverflowException`.
    pub fn overflow(message: impl Into<String>) -> Self {
        TextError { exception: "System.OverflowException", message: message.into() }
    }

    /// A `System.ArgumentException`.
    pub fn argument(message: impl Into<String>) -> Self {
        TextError { exception: "System.ArgumentException", message: message.into() }
    }

    /// A `System.ArgumentOutOfRangeException`.
    pub fn out_of_range(message: impl Into<String>) -> Self {
        TextError { exception: "System.ArgumentOutOfRangeException", message: message.into() }
    }

    /// The text is no number of the wanted form.
    pub fn bad_number(text: &str) -> Self {
        TextError::format(format!("The input string '{text}' was not in a correct format."))
    }

    /// The format string is none that the type knows.
    pub fn bad_specifier() -> Self {
        TextError::format("Format specifier was invalid.")
    }
}

impl fmt::Display for TextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for TextError {}
