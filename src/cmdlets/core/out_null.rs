//! `Out-Null`: throws its input away.
use crate::cmdlets::prelude::*;

cmdlet! {
    /// Hides the output instead of sending it down the pipeline or displaying it.
    ///
    /// ```powershell
    /// 1, 2, 3 | Out-Null
    /// ```
    pub struct OutNull: "Out-Null", module "Microsoft.PowerShell.Core";

    /// The objects to throw away.
    param input_object: Value, pipeline, allow_null;
}

impl Cmdlet for OutNull {}
