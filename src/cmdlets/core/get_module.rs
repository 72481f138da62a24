//! `Get-Module`: lists modules.
use super::modules;
use crate::cmdlets::prelude::*;
use crate::engine::module::{Module, ModuleKind};
use crate::engine::modules::describe;
use crate::engine::tables::module::{self, MODULE_SPECIFICATION, ModuleSpecification};
use crate::text::{CaseRule, Wildcard};
use std::path::Path;

cmdlet! {
    /// Lists the modules imported in the current session or that can be imported.
    ///
    /// ```powershell
    /// New-Module -Name Pins { function Get-PinLength { 5 } } | Import-Module
    /// (Get-Module Pins).ExportedFunctions.Keys
    /// # Get-PinLength
    /// ```
    pub struct GetModule: "Get-Module", alias "gmo", default_set "Loaded", module "Microsoft.PowerShell.Core",
        output "System.Management.Automation.PSModuleInfo";

    /// The names of the modules; wildcards may be used.
    param name: Vec<Str>, not_null_or_empty, set "Loaded", position 0, pipeline, set "Available", position 0, pipeline;
    /// The modules with their versions.
    param fully_qualified_name: Vec<Value>, ty &MODULE_SPECIFICATION, set "Loaded", by_name, set "Available", by_name;
    /// Lists nested modules too.
    param all: Switch, set "Loaded", set "Available";
    /// Lists the modules in the folders of `PSModulePath`.
    param list_available: Switch, set "Available", mandatory;
    /// Accepted; there are no editions.
    param ps_edition: Str, name "PSEdition", set "Available";
    /// Accepted; there are no editions.
    param skip_edition_check: Switch, set "Available";
    /// Accepted; folders are always read anew.
    param refresh: Switch, set "Available";
}

impl Cmdlet for GetModule {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        for specification in &self.fully_qualified_name {
            if let Some(own) = specification.downcast::<ModuleSpecification>() {
                self.name.push(own.name.clone());
            }
        }
        if *self.list_available {
            return self.available(cx);
        }
        let mut found = modules::loaded(cx.session, &self.name);
        let current = cx.session.current_module();
        let nested = current.nested.borrow().clone();
        let fits = |own: &Rc<Module>| {
            let mut patterns = self.name.iter().filter_map(|name| Wildcard::new(name, CaseRule::Insensitive).ok());
            self.name.is_empty() || patterns.any(|pattern| pattern.is_match(&own.name))
        };
        found.extend(nested.into_iter().filter(fits));
        if *self.all {
            for own in found.clone() {
                found.extend(own.nested.borrow().iter().filter(|own| fits(own)).cloned());
            }
        }
        found.into_iter().try_for_each(|own| cx.write(module::value(own)))
    }
}

impl GetModule {
    fn available(&self, cx: &mut Cx) -> Outcome {
        for name in self.name.iter().filter(|name| name.contains('/')) {
            if let Some(path) = cx.session.find_module_file(name) {
                let own = described(cx, &path)?;
                cx.write(module::value(own))?;
            }
        }
        let patterns: Vec<Wildcard> =
            self.name.iter().filter_map(|name| Wildcard::new(name, CaseRule::Insensitive).ok()).collect();
        for folder in cx.session.module_folders() {
            let Ok(entries) = std::fs::read_dir(&folder) else { continue };
            let mut names: Vec<String> =
                entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
            names.sort();
            for name in names {
                let fits = self.name.is_empty() || patterns.iter().any(|pattern| pattern.is_match(&name));
                let path = cx.session.find_module_file(&folder.join(&name).to_string_lossy());
                if let Some(path) = path.filter(|_| fits) {
                    let own = described(cx, &path)?;
                    cx.write(module::value(own))?;
                }
            }
        }
        Ok(())
    }
}

/// What can be known of a module without running it.
///
/// # Errors
/// A manifest that cannot be read.
pub fn described(cx: &mut Cx, path: &Path) -> Outcome<Rc<Module>> {
    let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let is_manifest = path.extension().is_some_and(|extension| extension == "psd1");
    let manifest = if is_manifest { Some(cx.session.read_manifest(path)?) } else { None };
    let has_root = manifest.as_ref().is_none_or(|table| table.get_text("RootModule").is_some());
    let kind = if has_root { ModuleKind::Script } else { ModuleKind::Manifest };
    let own = Module::new(name, kind, Some(cx.session.global.clone()));
    own.path.replace(Str::from(path.to_string_lossy().into_owned()));
    if let Some(manifest) = manifest {
        describe(&own, &manifest);
        for name in listed(&manifest, "FunctionsToExport") {
            let block = cx.session.parse_block("", None)?;
            let scope = crate::engine::frame::Link::Module(own.clone());
            cx.session.put_function(&scope, name, block.template.clone(), false, own.clone())?;
        }
        own.manifest.replace(Some(manifest));
    }
    Ok(own)
}

fn listed(manifest: &Table, key: &str) -> Vec<Str> {
    let Some(value) = manifest.get_text(key) else { return Vec::new() };
    let items = enumerate::items_of(&value).unwrap_or_else(|| vec![value]);
    items.iter().filter_map(|item| item.as_str().filter(|name| !name.contains('*')).cloned()).collect()
}
