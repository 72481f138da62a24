//! The cmdlets of `Microsoft.PowerShell.Utility`.
