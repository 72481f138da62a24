//! `Export-ModuleMember`: says what a module shows.
use crate::cmdlets::faults;
use crate::cmdlets::prelude::*;

cmdlet! {
    /// Specifies the module members that are exported.
    ///
    /// ```powershell
    /// $module = New-Module { function Get-Shown { 1 }; function Get-Hidden { 2 }; Export-ModuleMember Get-Shown }
    /// $module.ExportedFunctions.Keys
    /// # Get-Shown
    /// ```
    pub struct ExportModuleMember: "Export-ModuleMember", module "Microsoft.PowerShell.Core";

    /// The functions; wildcards may be used.
    param function: Vec<Str>, position 0, pipeline, by_name, allow_empty_collection;
    /// The cmdlets; script modules have none.
    param cmdlet: Vec<Str>, by_name, allow_empty_collection;
    /// The variables; wildcards may be used.
    param variable: Vec<Str>, by_name, not_null;
    /// The aliases; wildcards may be used.
    param alias: Vec<Str>, name "Alias", by_name, not_null;
}

impl Cmdlet for ExportModuleMember {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let module = cx.session.current_module();
        if Rc::ptr_eq(&module, &cx.session.global) {
            let id = "Modules_CanOnlyExecuteExportModuleMemberInsideAModule";
            let text = "The Export-ModuleMember cmdlet can only be called from inside a module.";
            return Err(cx.stop(faults::invalid_operation(id, ErrorCategory::PermissionDenied, text)));
        }
        module.export(&self.function, &self.variable, &self.alias);
        Ok(())
    }
}
