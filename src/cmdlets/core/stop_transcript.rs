//! `Stop-Transcript`: ends what `Start-Transcript` began.

use crate::cmdlets::prelude::*;
use crate::engine::errors::PS_INVALID_OPERATION_EXCEPTION;

cmdlet! {
    /// Stops a transcript.
    pub struct StopTranscript: "Stop-Transcript", module "Microsoft.PowerShell.Host", should_process;
}

impl Cmdlet for StopTranscript {
    fn begin(&mut self, cx: &mut Cx) -> Outcome {
        if !cx.should_process("", "Stop-Transcript")? {
            return Ok(());
        }
        match cx.session.host().stop_transcript() {
            Ok(path) => cx.write(Value::from(format!("Transcript stopped, output file is {path}"))),
            Err(message) => {
                let text = format!("An error occurred stopping transcription: {message}");
                let fault = Fault::new("InvalidOperation", ErrorCategory::InvalidOperation, text);
                Err(cx.stop(fault.of(&PS_INVALID_OPERATION_EXCEPTION)))
            }
        }
    }
}
