//! `Test-ModuleManifest`: reads a module's manifest and says what it describes.
use super::get_module::described;
use crate::cmdlets::prelude::*;
use crate::engine::tables::module;

cmdlet! {
    /// Verifies that a module manifest file accurately describes the contents of a module.
    ///
    /// ```powershell
    /// Test-ModuleManifest ./nosuch.psd1 -ErrorAction Ignore
    /// ```
    pub struct TestModuleManifest: "Test-ModuleManifest", module "Microsoft.PowerShell.Core",
        output "System.Management.Automation.PSModuleInfo";

    /// The path of the manifest.
    param path: Str, mandatory, position 0, pipeline, by_name;
}

impl Cmdlet for TestModuleManifest {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let full = cx.session.full_path(&self.path);
        let path = std::path::Path::new(full.as_str());
        if !path.is_file() {
            let text = format!("Cannot find path '{full}' because it does not exist.");
            let fault =
                Fault::new("PathNotFound", ErrorCategory::ObjectNotFound, text).target(Value::Str(full.clone()));
            return cx.error(fault.of(&crate::types::exceptions::ITEM_NOT_FOUND_EXCEPTION));
        }
        match described(cx, path) {
            Ok(own) => cx.write(module::value(own)),
            Err(flow) => cx.report(flow),
        }
    }
}
