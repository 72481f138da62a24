//! Modules at work: reading their files, what they export, importing it, removing it again.

use super::Session;
use super::binder::Argument;
use super::block::ScriptBlock;
use super::command::Function;
use super::frame::Link;
use super::invoke::Invocation;
use super::module::{Alias, Exports, Module, ModuleKind};
use super::pipeline::{Collect, Discard, Sink};
use super::variable::Variable;
use crate::syntax::ast::CaseRule;
use crate::text::{Str, Symbol, Wildcard};
use crate::value::{ErrorCategory, Fault, Flow, Outcome, Table, Value, convert, enumerate};
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// What of a module's exports is imported; `None` means everything.
#[derive(Default)]
pub struct Selection {
    pub functions: Option<Vec<Str>>,
    pub variables: Option<Vec<Str>>,
    pub aliases: Option<Vec<Str>>,
    /// Goes in front of the nouns.
    pub prefix: Str,
}

/// Modules of PowerShell and of the products that this shell stands in for: what they offer is built in.
pub fn is_built_in(name: &str) -> bool {
    const NAMES: [&str; 5] =
        ["ActiveDirectory", "Lync", "SkypeForBusiness", "SkypeForBusinessHybridHealth", "PSReadLine"];
    NAMES.iter().any(|own| own.eq_ignore_ascii_case(name))
        || name.get(..21).is_some_and(|start| start.eq_ignore_ascii_case("Microsoft.PowerShell."))
}

fn matches_any(patterns: &[Str], name: &str) -> bool {
    let mut patterns = patterns.iter().filter_map(|text| Wildcard::new(text, CaseRule::Insensitive).ok());
    patterns.any(|pattern| pattern.is_match(name))
}

fn allowed(patterns: Option<&[Str]>, name: &str) -> bool {
    patterns.is_none_or(|patterns| matches_any(patterns, name))
}

/// A name with a prefix before its noun.
pub fn prefixed(name: &str, prefix: &str) -> Str {
    match name.split_once('-') {
        _ if prefix.is_empty() => Str::from(name),
        Some((verb, noun)) => Str::from(format!("{verb}-{prefix}{noun}")),
        None => Str::from(format!("{prefix}{name}")),
    }
}

impl Module {
    /// The patterns of a manifest's key such as `FunctionsToExport`; `None` where there is no such key.
    fn manifest_list(&self, key: &str) -> Option<Vec<Str>> {
        let value = self.manifest.borrow().as_ref()?.get_text(key)?;
        let items = enumerate::items_of(&value).unwrap_or_else(|| vec![value]);
        Some(items.iter().filter_map(|item| item.as_str().cloned()).collect())
    }

    /// The functions that the module exports, in order of definition.
    pub fn exported_functions(&self) -> Vec<Rc<Function>> {
        let exports = self.exports.borrow();
        let listed = exports.as_ref().map(|exports| &exports.functions);
        let wanted = self.manifest_list("FunctionsToExport");
        let functions = self.functions.borrow();
        let is_listed = |name: &Str| listed.is_none_or(|names| names.iter().any(|own| own.eq_ignore_ascii_case(name)));
        let shown = functions.values().filter(|own| is_listed(&own.name) && allowed(wanted.as_deref(), &own.name));
        shown.cloned().collect()
    }

    /// The aliases that the module exports.
    pub fn exported_aliases(&self) -> Vec<Rc<Alias>> {
        let exports = self.exports.borrow();
        let listed = exports.as_ref().map(|exports| &exports.aliases);
        let wanted = self.manifest_list("AliasesToExport");
        let aliases = self.aliases.borrow();
        let is_listed = |name: &Str| listed.is_none_or(|names| names.iter().any(|own| own.eq_ignore_ascii_case(name)));
        let shown = aliases.values().filter(|own| is_listed(&own.name) && allowed(wanted.as_deref(), &own.name));
        shown.cloned().collect()
    }

    /// The variables that the module exports.
    pub fn exported_variables(&self) -> Vec<Rc<Variable>> {
        let exports = self.exports.borrow();
        let Some(exports) = exports.as_ref() else { return Vec::new() };
        let wanted = self.manifest_list("VariablesToExport");
        let variables = self.variables.borrow();
        let listed = exports.variables.iter().filter(|name| allowed(wanted.as_deref(), name));
        listed.filter_map(|name| variables.get(&Symbol::new(name)).cloned()).collect()
    }

    /// Adds what fits the patterns to the exports, as `Export-ModuleMember` does.
    pub fn export(&self, functions: &[Str], variables: &[Str], aliases: &[Str]) {
        let mut exports = self.exports.borrow_mut();
        let exports = exports.get_or_insert_with(Exports::default);
        let add = |list: &mut Vec<Str>, names: Vec<Str>, patterns: &[Str]| {
            for name in names {
                if matches_any(patterns, &name) && !list.contains(&name) {
                    list.push(name);
                }
            }
        };
        let own = self.functions.borrow().values().map(|own| own.name.clone()).collect();
        add(&mut exports.functions, own, functions);
        let own = self.variables.borrow();
        let named = own.iter().filter(|(_, variable)| variable.get().is_some());
        add(&mut exports.variables, named.map(|(name, _)| name.name()).collect(), variables);
        let own = self.aliases.borrow().values().map(|own| own.name.clone()).collect();
        add(&mut exports.aliases, own, aliases);
    }
}

impl Session {
    /// Runs a block as the body of a module.
    ///
    /// # Errors
    /// What the body raises.
    pub fn run_module(
        &mut self,
        module: &Rc<Module>,
        block: &Rc<ScriptBlock>,
        arguments: &[Value],
        out: &mut dyn Sink,
    ) -> Outcome {
        let bound = self.bound_block(module, block);
        let arguments = arguments.iter().cloned().map(Argument::positional).collect();
        self.call_block(&bound, Invocation { arguments, dotted: true, ..Invocation::default() }, out)
    }

    /// A copy of a block that runs inside a module.
    pub fn bound_block(&self, module: &Rc<Module>, block: &Rc<ScriptBlock>) -> Rc<ScriptBlock> {
        let template = block.template.fresh();
        Rc::new(ScriptBlock { template, module: Some(module.clone()), debugger_hidden: Default::default() })
    }

    /// The file of a module: by its path, or by its name in the folders of `PSModulePath`.
    pub fn find_module_file(&self, name: &str) -> Option<PathBuf> {
        let lower = name.to_ascii_lowercase();
        let has_extension = [".psm1", ".psd1", ".ps1"].iter().any(|extension| lower.ends_with(extension));
        if name.contains(['/', '\\']) || name.starts_with('.') || has_extension {
            let path = PathBuf::from(self.full_path(name).as_str());
            return if path.is_file() { Some(path) } else { in_folder(&path).or_else(|| with_extension(&path)) };
        }
        self.module_folders().iter().find_map(|folder| in_folder(&folder.join(name)))
    }

    /// The folders that modules are looked for in.
    pub fn module_folders(&self) -> Vec<PathBuf> {
        let path = self.environment.get("PSModulePath").cloned().unwrap_or_default();
        path.split(':').filter(|folder| !folder.is_empty()).map(PathBuf::from).collect()
    }

    /// The table of a manifest file.
    ///
    /// # Errors
    /// A file that cannot be read or is no manifest.
    pub fn read_manifest(&mut self, path: &Path) -> Outcome<Rc<Table>> {
        let bytes = std::fs::read(path).map_err(|error| {
            Flow::from(Fault::new("Modules_InvalidManifest", ErrorCategory::ResourceUnavailable, error.to_string()))
        })?;
        let file = Str::from(path.to_string_lossy().into_owned());
        let block = self.parse_block(&crate::text::decode(&bytes), Some(file))?;
        let module = Module::new("", ModuleKind::Dynamic, Some(self.global.clone()));
        let mut collected = Collect::default();
        self.run_module(&module, &block, &[], &mut collected)?;
        match collected.into_value().base() {
            Value::Table(table) => Ok(table.clone()),
            _ => {
                let text = format!(
                    "Processing the module manifest file '{}' did not result in a valid manifest object. Update the \
                     file to contain a valid PowerShell module manifest. A valid manifest can be created using the \
                     New-ModuleManifest cmdlet.",
                    path.display()
                );
                Err(Fault::new("Modules_InvalidManifest", ErrorCategory::ResourceUnavailable, text).into())
            }
        }
    }

    /// Reads a module from its file and runs it.
    ///
    /// # Errors
    /// What the module raises, and what is wrong with its manifest.
    pub fn load_module(&mut self, path: &Path, arguments: &[Value]) -> Outcome<Rc<Module>> {
        let extension = path.extension().map(|own| own.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
        if extension == "psd1" {
            return self.load_manifest(path, arguments);
        }
        let name = path.file_stem().map(|own| own.to_string_lossy().into_owned()).unwrap_or_default();
        let module = Module::new(name, ModuleKind::Script, Some(self.global.clone()));
        module.path.replace(Str::from(path.to_string_lossy().into_owned()));
        self.run_module_file(&module, path, arguments)?;
        Ok(module)
    }

    fn run_module_file(&mut self, module: &Rc<Module>, path: &Path, arguments: &[Value]) -> Outcome {
        let file = self.script_file(&path.to_string_lossy())?;
        self.run_module(module, &file.block, arguments, &mut Discard)
    }

    fn load_manifest(&mut self, path: &Path, arguments: &[Value]) -> Outcome<Rc<Module>> {
        let manifest = self.read_manifest(path)?;
        let name = path.file_stem().map(|own| own.to_string_lossy().into_owned()).unwrap_or_default();
        let folder = path.parent().unwrap_or(Path::new("/")).to_path_buf();
        self.check_manifest(&manifest, path, &name)?;
        let root = manifest.get_text("RootModule").or_else(|| manifest.get_text("ModuleToProcess"));
        let root = root.and_then(|root| root.as_str().cloned()).filter(|root| !root.is_empty());
        let kind = if root.is_some() { ModuleKind::Script } else { ModuleKind::Manifest };
        let module = Module::new(name, kind, Some(self.global.clone()));
        module.path.replace(Str::from(path.to_string_lossy().into_owned()));
        describe(&module, &manifest);
        for script in list_of(&manifest, "ScriptsToProcess") {
            let file = self.script_file(&folder.join(script.as_str()).to_string_lossy())?;
            self.call_block(&file.block, Invocation { dotted: true, ..Invocation::default() }, &mut Discard)?;
        }
        for nested in list_of(&manifest, "NestedModules") {
            let file = self.manifest_member(&folder, &nested, "NestedModules", path)?;
            let inner = self.load_module(&file, &[])?;
            self.import_module(&inner, &Link::Module(module.clone()), &Selection::default());
            module.nested.borrow_mut().push(inner);
        }
        if let Some(root) = root {
            let file = self.manifest_member(&folder, &root, "RootModule/ModuleToProcess", path)?;
            self.run_module_file(&module, &file, arguments)?;
            module.path.replace(Str::from(file.to_string_lossy().into_owned()));
        }
        module.manifest.replace(Some(manifest));
        Ok(module)
    }

    fn manifest_member(&self, folder: &Path, name: &str, field: &str, manifest: &Path) -> Outcome<PathBuf> {
        let own = folder.join(name);
        let found = if own.is_file() { Some(own) } else { in_folder(&own).or_else(|| with_extension(&own)) };
        found.or_else(|| self.find_module_file(name).filter(|_| !name.contains('.'))).ok_or_else(|| {
            let text = format!(
                "The module to process '{name}', listed in field '{field}' of module manifest '{}' was not processed \
                 because no valid module was found in any module directory.",
                manifest.display()
            );
            let fault = Fault::new("Modules_ModuleFileNotFound", ErrorCategory::ResourceUnavailable, text);
            fault.of(&crate::types::exceptions::PS_INVALID_OPERATION_EXCEPTION).into()
        })
    }

    fn check_manifest(&mut self, manifest: &Table, path: &Path, name: &str) -> Outcome {
        let Some(wanted) = manifest.get_text("PowerShellVersion") else { return Ok(()) };
        let wanted = convert::to_text(self, &wanted)?;
        let number = |text: &str| text.split('.').map(|part| part.parse::<u32>().unwrap_or(0)).collect::<Vec<_>>();
        if number(&wanted) <= vec![7, 6] {
            return Ok(());
        }
        let text = format!(
            "The version of PowerShell on this computer is '7.6.0'. The module '{}' requires a minimum PowerShell \
             version of '{wanted}' to run. Verify that you have the minimum required version of PowerShell installed, \
             and then try again.",
            path.display()
        );
        let _name = name;
        let fault = Fault::new("Modules_InsufficientPowerShellVersion", ErrorCategory::ResourceUnavailable, text);
        Err(fault.of(&crate::value::error::INVALID_OPERATION_EXCEPTION).into())
    }

    /// Makes what a module exports known in a scope.
    pub fn import_module(&mut self, module: &Rc<Module>, scope: &Link, selection: &Selection) {
        module.prefix.replace(selection.prefix.clone());
        let all = selection.functions.is_none() && selection.variables.is_none() && selection.aliases.is_none();
        let takes = |patterns: &Option<Vec<Str>>, name: &str| match patterns {
            Some(patterns) => matches_any(patterns, name),
            None => all,
        };
        for function in module.exported_functions() {
            if takes(&selection.functions, &function.name) {
                self.import_function(&function, scope, &selection.prefix);
            }
        }
        for alias in module.exported_aliases() {
            if takes(&selection.aliases, &alias.name) {
                let name = prefixed(&alias.name, &selection.prefix);
                let imported = Alias { name, module: module.name.clone(), ..Alias::clone(&alias) };
                self.put_alias(scope, imported);
            }
        }
        for variable in module.exported_variables() {
            if takes(&selection.variables, &variable.name.name()) {
                self.import_variable(variable, scope);
            }
        }
        self.bump_epoch();
    }

    fn import_function(&mut self, function: &Rc<Function>, scope: &Link, prefix: &str) {
        let name = prefixed(&function.name, prefix);
        let imported = match prefix.is_empty() {
            true => function.clone(),
            false => Rc::new(Function {
                name: name.clone(),
                block: function.block.clone(),
                is_filter: function.is_filter,
                module: function.module.clone(),
                read_only: Default::default(),
                constant: Default::default(),
                description: Default::default(),
            }),
        };
        let symbol = Symbol::new(&name);
        match self.owner(scope.clone()) {
            Link::Module(module) => {
                module.functions.borrow_mut().insert(symbol, imported);
            }
            Link::Frame(index) => {
                if let Some(frame) = self.frames.get_mut(index as usize) {
                    frame.functions.get_or_insert_default().insert(symbol, imported);
                }
            }
        }
    }

    fn import_variable(&mut self, variable: Rc<Variable>, scope: &Link) {
        match self.owner(scope.clone()) {
            Link::Module(module) => self.share_variable(&module, variable),
            Link::Frame(_) => {
                let value = variable.get().unwrap_or_default();
                self.set_in(scope, variable.name, value);
            }
        }
    }

    /// Puts a variable of one module into another, and into the frames that have a slot for it.
    fn share_variable(&mut self, module: &Rc<Module>, variable: Rc<Variable>) {
        let old = module.variables.borrow_mut().insert(variable.name, variable.clone());
        let Some(old) = old else { return };
        for slot in &mut self.stack {
            if matches!(slot, super::variable::Slot::Shared(own) if Rc::ptr_eq(own, &old)) {
                *slot = super::variable::Slot::Shared(variable.clone());
            }
        }
    }

    /// Takes away what a module brought, and runs what it wants to run at its end.
    ///
    /// # Errors
    /// What that block raises.
    pub fn remove_module(&mut self, module: &Rc<Module>) -> Outcome {
        let on_remove = module.on_remove.borrow().clone();
        if let Some(block) = on_remove.downcast::<Rc<ScriptBlock>>() {
            let block = block.clone();
            self.call_block(&block, Invocation::default(), &mut Discard)?;
        }
        self.modules.retain(|_, own| !Rc::ptr_eq(own, module));
        let is_own = |function: &Rc<Function>| function.module.as_ref().is_some_and(|own| Rc::ptr_eq(own, module));
        let nested = module.nested.borrow().clone();
        let is_nested = |function: &Rc<Function>| {
            nested.iter().any(|inner| function.module.as_ref().is_some_and(|own| Rc::ptr_eq(own, inner)))
        };
        for scope in [self.global.clone()] {
            scope.functions.borrow_mut().retain(|_, own| !is_own(own) && !is_nested(own));
            scope.aliases.borrow_mut().retain(|_, own| own.module.is_empty() || own.module != module.name);
            let own = module.variables.borrow();
            for variable in own.values() {
                let is_shared =
                    scope.variables.borrow().get(&variable.name).is_some_and(|other| Rc::ptr_eq(other, variable));
                if is_shared {
                    scope.variables.borrow_mut().shift_remove(&variable.name);
                }
            }
        }
        for frame in &mut self.frames {
            if let Some(functions) = &mut frame.functions {
                functions.retain(|_, own| !is_own(own));
            }
        }
        self.bump_epoch();
        Ok(())
    }
}

/// The file of a module in the folder of its name; of several versions the newest.
fn in_folder(folder: &Path) -> Option<PathBuf> {
    let name = folder.file_name()?.to_string_lossy().into_owned();
    let inside = |folder: &Path| {
        [".psd1", ".psm1"].iter().map(|extension| folder.join(format!("{name}{extension}"))).find(|path| path.is_file())
    };
    if let Some(path) = inside(folder) {
        return Some(path);
    }
    let mut versions: Vec<(Vec<u32>, PathBuf)> = std::fs::read_dir(folder)
        .ok()?
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            let version = name.split('.').map(|part| part.parse().ok()).collect::<Option<Vec<u32>>>()?;
            Some((version, entry.path()))
        })
        .collect();
    versions.sort();
    versions.iter().rev().find_map(|(_, path)| inside(path))
}

/// A path with the extension of a module behind it.
fn with_extension(path: &Path) -> Option<PathBuf> {
    let text = path.to_string_lossy().into_owned();
    [".psd1", ".psm1", ".ps1"]
        .iter()
        .map(|extension| PathBuf::from(format!("{text}{extension}")))
        .find(|path| path.is_file())
}

fn list_of(manifest: &Table, key: &str) -> Vec<Str> {
    let Some(value) = manifest.get_text(key) else { return Vec::new() };
    let items = enumerate::items_of(&value).unwrap_or_else(|| vec![value]);
    let name = |item: &Value| match item.base() {
        Value::Table(table) => table.get_text("ModuleName").and_then(|name| name.as_str().cloned()),
        other => other.as_str().cloned(),
    };
    items.iter().filter_map(name).collect()
}

/// Gives a module what its manifest says of it.
pub fn describe(module: &Module, manifest: &Rc<Table>) {
    let text = |key: &str| manifest.get_text(key).and_then(|value| value.as_str().cloned());
    if let Some(version) = text("ModuleVersion") {
        module.version.replace(version);
    }
    module.description.replace(text("Description").unwrap_or_default());
    module.private_data.replace(manifest.get_text("PrivateData").unwrap_or_default());
}
