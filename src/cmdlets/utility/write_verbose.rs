//! `Write-Verbose`: writes a text to the verbose stream.
use crate::cmdlets::prelude::*;

cmdlet! {
    /// Writes text to the verbose message stream.
    ///
    /// ```powershell
    /// Write-Verbose 'Checking the PIN.' -Verbose 4>&1 | ForEach-Object Message
    /// # Checking the PIN.
    /// ```
    pub struct WriteVerbose: "Write-Verbose";

    /// The text.
    param message: Str, alias "Msg", mandatory, position 0, pipeline, allow_empty_string;
}

impl Cmdlet for WriteVerbose {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        cx.verbose(self.message.clone())
    }
}
