//! `Out-Default`: formats objects and shows them.
use crate::cmdlets::prelude::*;

cmdlet! {
    /// Sends the output to the default formatter and to the default output cmdlet.
    ///
    /// ```powershell
    /// 'shown' | Out-Default
    /// # shown
    /// ```
    pub struct OutDefault: "Out-Default", module "Microsoft.PowerShell.Core";

    /// The objects to show.
    param input_object: Value, pipeline, allow_null;
    /// Accepted; there is no transcript of its own.
    param transcript: Switch;
}

impl Cmdlet for OutDefault {
    fn begin(&mut self, cx: &mut Cx) -> Outcome {
        cx.session.host().begin_document();
        Ok(())
    }

    fn process(&mut self, cx: &mut Cx) -> Outcome {
        if !cx.call.expects_input && !cx.is_bound("InputObject") {
            return Ok(());
        }
        let host = cx.session.host();
        host.show(cx.session, self.input_object.clone())
    }

    fn end(&mut self, cx: &mut Cx) -> Outcome {
        let host = cx.session.host();
        let result = host.flush(cx.session);
        host.end_document();
        result
    }
}
