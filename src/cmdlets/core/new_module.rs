//! `New-Module`: makes a module of a script block.
use super::modules;
use crate::cmdlets::prelude::*;
use crate::engine::module::{Module, ModuleKind};
use crate::engine::modules::Selection;
use crate::engine::pipeline::Collect;
use crate::engine::tables::module;

cmdlet! {
    /// Creates a new dynamic module that exists only in memory.
    ///
    /// ```powershell
    /// $counter = New-Module -AsCustomObject { $n = 0; function Next { $script:n++; $n } }
    /// $counter.Next()
    /// # 1
    /// $counter.Next()
    /// # 2
    /// ```
    pub struct NewModule: "New-Module", alias "nmo", default_set "ScriptBlock", module "Microsoft.PowerShell.Core",
        output "System.Management.Automation.PSModuleInfo";

    /// The module's name.
    param name: Str, set "Name", mandatory, position 0, pipeline;
    /// The module's body.
    param script_block: Option<Rc<ScriptBlock>>, not_null, set "Name", mandatory, position 1,
        set "ScriptBlock", mandatory, position 0;
    /// The functions to export.
    param function: Option<Vec<Str>>, not_null;
    /// The cmdlets to export.
    param cmdlet: Option<Vec<Str>>, not_null;
    /// Gives what the body writes, and not the module.
    param return_result: Switch;
    /// Gives an object with the functions as methods.
    param as_custom_object: Switch;
    /// The arguments of the body's `param` block.
    param argument_list: Vec<Value>, alias "Args", remaining;
}

impl Cmdlet for NewModule {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let Some(block) = self.script_block.clone() else { return Ok(()) };
        let name = match self.name.is_empty() {
            true => Str::from(format!("__DynamicModule_{}", uuid(cx))),
            false => self.name.clone(),
        };
        let own = Module::new(name.clone(), ModuleKind::Dynamic, Some(cx.session.global.clone()));
        own.path.replace(name);
        let mut output = Collect::default();
        cx.session.run_module(&own, &block, &self.argument_list, &mut output)?;
        if *self.as_custom_object {
            let object = module::custom_object(cx.session, &own)?;
            return cx.write(object);
        }
        if let Some(functions) = &self.function {
            own.export(functions, &[], &[]);
        }
        let scope = modules::import_scope(cx.session, false, "");
        cx.session.import_module(&own, &scope, &Selection::default());
        if *self.return_result {
            return output.0.into_iter().try_for_each(|item| cx.write(item));
        }
        cx.write(module::value(own))
    }
}

fn uuid(cx: &mut Cx) -> uuid::Uuid {
    let (high, low) = (cx.session.random(), cx.session.random());
    let bytes = (u128::from(high) << 64 | u128::from(low)).to_be_bytes();
    uuid::Builder::from_random_bytes(bytes).into_uuid()
}
