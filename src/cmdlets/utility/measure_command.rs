//! `Measure-Command`: how long a script block takes.
use crate::cmdlets::prelude::*;
use crate::engine::invoke::Invocation;
use crate::engine::pipeline::Discard;
use crate::text::date::TimeSpan;

cmdlet! {
    /// Measures the time it takes to run script blocks and cmdlets.
    ///
    /// ```powershell
    /// (Measure-Command { 1..10 }).GetType().Name
    /// # TimeSpan
    /// ```
    pub struct MeasureCommand: "Measure-Command", output "System.TimeSpan";

    /// Objects that the block sees as `$_`.
    param input_object: Value, pipeline;
    /// The block to run.
    param expression: Option<Rc<ScriptBlock>>, mandatory, position 0;

    state ticks: i64;
}

impl Cmdlet for MeasureCommand {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let Some(block) = self.expression.clone() else { return Ok(()) };
        let start = cx.session.now_ticks();
        let how = Invocation { underbar: Some(self.input_object.clone()), dotted: true, ..Invocation::default() };
        cx.session.call_block(&block, how, &mut Discard)?;
        self.ticks += cx.session.now_ticks() - start;
        Ok(())
    }

    fn end(&mut self, cx: &mut Cx) -> Outcome {
        cx.write(Value::native(TimeSpan::from_ticks(self.ticks)))
    }
}
