//! CLIXML: values as XML that keeps their types.

pub mod read;
pub mod write;

/// The namespace of the elements.
pub const NAMESPACE: &str = "http://schemas.microsoft.com/powershell/2004/04";
