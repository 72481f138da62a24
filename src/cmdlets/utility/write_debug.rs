//! `Write-Debug`: writes a text to the debug stream.
use crate::cmdlets::prelude::*;

cmdlet! {
    /// Writes a debug message to the console.
    ///
    /// ```powershell
    /// Write-Debug 'Hash computed.' -Debug 5>&1 | ForEach-Object Message
    /// # Hash computed.
    /// ```
    pub struct WriteDebug: "Write-Debug";

    /// The text.
    param message: Str, alias "Msg", mandatory, position 0, pipeline, allow_empty_string;
}

impl Cmdlet for WriteDebug {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        cx.debug(self.message.clone())
    }
}
