//! `Invoke-Command`: runs a script block here.
use crate::cmdlets::prelude::*;
use crate::engine::binder::Argument;
use crate::engine::invoke::Invocation;

cmdlet! {
    /// Runs commands on the local computer.
    ///
    /// ```powershell
    /// Invoke-Command -ScriptBlock { param($n) $n * 2 } -ArgumentList 21
    /// # 42
    /// ```
    pub struct InvokeCommand: "Invoke-Command", alias "icm", default_set "InProcess", module "Microsoft.PowerShell.Core";

    /// The block to run.
    param script_block: Option<Rc<ScriptBlock>>, alias "Command", set "InProcess", mandatory, position 0;
    /// Runs in the current scope.
    param no_new_scope: Switch, set "InProcess";
    /// What the block finds in `$input`.
    param input_object: Value, pipeline, set "InProcess";
    /// The arguments of the block.
    param argument_list: Option<Value>, alias "Args", set "InProcess";

    state items: Vec<Value>;
}

impl Cmdlet for InvokeCommand {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        if cx.call.expects_input || cx.is_bound("InputObject") {
            self.items.push(self.input_object.clone());
        }
        Ok(())
    }

    fn end(&mut self, cx: &mut Cx) -> Outcome {
        let Some(block) = self.script_block.clone() else { return Ok(()) };
        let arguments = match self.argument_list.clone() {
            Some(list) => enumerate::items_of(&list).unwrap_or_else(|| vec![list]),
            None => Vec::new(),
        };
        let has_input = cx.call.expects_input || cx.is_bound("InputObject");
        let how = Invocation {
            arguments: arguments.into_iter().map(Argument::positional).collect(),
            input: has_input.then(|| std::mem::take(&mut self.items)),
            dotted: *self.no_new_scope,
            ..Invocation::default()
        };
        cx.session.call_block(&block, how, cx.out)
    }
}
