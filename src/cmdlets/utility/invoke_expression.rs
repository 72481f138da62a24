//! `Invoke-Expression`: runs text as a script.
use crate::cmdlets::prelude::*;
use crate::engine::invoke::Invocation;

cmdlet! {
    /// Runs commands or expressions on the local computer.
    ///
    /// ```powershell
    /// Invoke-Expression '1 + 2'
    /// # 3
    /// ```
    pub struct InvokeExpression: "Invoke-Expression", alias "iex";

    /// The text to run.
    param command: Str, mandatory, position 0, pipeline;
}

impl Cmdlet for InvokeExpression {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let block = match cx.session.parse_block(&self.command, None) {
            Ok(block) => block,
            Err(Flow::Error(record)) => {
                cx.session.sign(&record, cx.call);
                return Err(Flow::Error(record));
            }
            Err(flow) => return Err(flow),
        };
        cx.session.call_block(&block, Invocation { dotted: true, ..Invocation::default() }, cx.out)
    }
}
