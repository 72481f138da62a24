//! JSON as PowerShell reads and writes it.

pub mod read;
pub mod write;
