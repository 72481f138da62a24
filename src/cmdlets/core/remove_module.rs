//! `Remove-Module`: takes a module and its commands away.
use super::modules;
use crate::cmdlets::faults;
use crate::cmdlets::prelude::*;
use crate::engine::module::Module;
use crate::engine::tables::module::{MODULE_INFO, MODULE_SPECIFICATION, ModuleInfo, ModuleSpecification};

cmdlet! {
    /// Removes modules from the current session.
    ///
    /// ```powershell
    /// New-Module -Name Pins { function Get-PinLength { 5 } } | Import-Module
    /// Remove-Module Pins
    /// $null -eq (Get-Command Get-PinLength -ErrorAction Ignore)
    /// # True
    /// ```
    pub struct RemoveModule: "Remove-Module", alias "rmo", should_process, module "Microsoft.PowerShell.Core";

    /// The names of the modules; wildcards may be used.
    param name: Vec<Str>, set "name", mandatory, position 0, pipeline;
    /// The modules with their versions.
    param fully_qualified_name: Vec<Value>, ty &MODULE_SPECIFICATION, set "FullyQualifiedName", mandatory, position 0, pipeline;
    /// Modules as objects.
    param module_info: Vec<Value>, ty &MODULE_INFO, set "ModuleInfo", mandatory, position 0, pipeline;
    /// Removes modules that others need too.
    param force: Switch;

    state removed: bool;
    state wild: bool;
}

impl Cmdlet for RemoveModule {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let mut found: Vec<Rc<Module>> = Vec::new();
        for specification in &self.fully_qualified_name {
            if let Some(own) = specification.downcast::<ModuleSpecification>() {
                found.extend(modules::loaded(cx.session, std::slice::from_ref(&own.name)));
            }
        }
        if !self.name.is_empty() {
            self.wild |= self.name.iter().any(|name| crate::text::wildcard::contains_wildcards(name));
            found.extend(modules::loaded(cx.session, &self.name));
        }
        found.extend(
            self.module_info.iter().filter_map(|info| info.downcast::<ModuleInfo>()).map(|info| info.0.clone()),
        );
        for own in found {
            self.removed = true;
            let target = format!("{} (Path: '{}')", own.name, own.path.borrow());
            if cx.should_process(&target, "Remove-Module")? {
                cx.session.remove_module(&own)?;
            }
        }
        Ok(())
    }

    fn end(&mut self, cx: &mut Cx) -> Outcome {
        if self.removed || self.wild {
            return Ok(());
        }
        let text = "No modules were removed. Verify that the specification of modules to remove is correct and those \
                    modules exist in the runspace.";
        cx.error(faults::invalid_operation("Modules_NoModulesRemoved", ErrorCategory::ResourceUnavailable, text))
    }
}
