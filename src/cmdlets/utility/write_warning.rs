//! `Write-Warning`: writes a text to the warning stream.
use crate::cmdlets::prelude::*;

cmdlet! {
    /// Writes a warning message.
    ///
    /// ```powershell
    /// Write-Warning 'The PIN expires tomorrow.' 3>&1 | ForEach-Object Message
    /// # The PIN expires tomorrow.
    /// ```
    pub struct WriteWarning: "Write-Warning";

    /// The text.
    param message: Str, alias "Msg", mandatory, position 0, pipeline, allow_empty_string;
}

impl Cmdlet for WriteWarning {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        cx.warning(self.message.clone())
    }
}
