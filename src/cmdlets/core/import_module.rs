//! `Import-Module`: makes the commands of a module known.
use super::modules;
use crate::cmdlets::prelude::*;
use crate::cmdlets::utility::verbs::VERBS;
use crate::engine::frame::Link;
use crate::engine::module::Module;
use crate::engine::modules::{Selection, is_built_in};
use crate::engine::tables::module::{self, MODULE_INFO, MODULE_SPECIFICATION, ModuleInfo, ModuleSpecification};
use std::path::Path;

cmdlet! {
    /// Adds modules to the current session.
    ///
    /// Script modules and manifests are read from files. The modules of PowerShell and of Lync are built in and load
    /// without a word.
    ///
    /// ```powershell
    /// New-Module -Name Pins { function Get-PinLength { 5 } } | Import-Module
    /// Get-PinLength
    /// # 5
    /// ```
    pub struct ImportModule: "Import-Module", alias "ipmo", default_set "Name", module "Microsoft.PowerShell.Core",
        output "System.Management.Automation.PSModuleInfo";

    /// Imports into the global scope.
    param global: Switch;
    /// Goes in front of the nouns of the commands.
    param prefix: Str, not_null;
    /// The names or paths of the modules.
    param name: Vec<Str>, set "Name", mandatory, position 0, pipeline, set "WinCompat", mandatory, position 0, pipeline;
    /// The modules with their versions.
    param fully_qualified_name: Vec<Value>, ty &MODULE_SPECIFICATION, set "FullyQualifiedName", mandatory, position 0, pipeline;
    /// The functions to import.
    param function: Option<Vec<Str>>, not_null;
    /// The cmdlets to import.
    param cmdlet: Option<Vec<Str>>, not_null;
    /// The variables to import.
    param variable: Option<Vec<Str>>, not_null;
    /// The aliases to import.
    param alias: Option<Vec<Str>>, name "Alias", not_null;
    /// Reads the module again.
    param force: Switch;
    /// Accepted; there are no editions.
    param skip_edition_check: Switch, set "Name", set "FullyQualifiedName", set "ModuleInfo";
    /// Writes the module.
    param pass_thru: Switch;
    /// Gives an object with the functions as methods, and imports nothing.
    param as_custom_object: Switch;
    /// The least version.
    param minimum_version: Option<Str>, alias "Version", set "Name", set "WinCompat";
    /// The greatest version.
    param maximum_version: Option<Str>, set "Name", set "WinCompat";
    /// The exact version.
    param required_version: Option<Str>, set "Name", set "WinCompat";
    /// Modules as objects.
    param module_info: Vec<Value>, ty &MODULE_INFO, set "ModuleInfo", mandatory, position 0, pipeline;
    /// The arguments of the module's `param` block.
    param argument_list: Vec<Value>, alias "Args";
    /// Says nothing about names that no verb starts.
    param disable_name_checking: Switch;
    /// Leaves alone what is known already.
    param no_clobber: Switch, alias "NoOverwrite";
    /// `Local` or `Global`.
    param scope: Str, choices &["Local", "Global"];
    /// Accepted; there is no Windows PowerShell.
    param use_windows_power_shell: Switch, alias "UseWinPS", set "WinCompat", mandatory;
}

impl Cmdlet for ImportModule {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        for info in std::mem::take(&mut self.module_info) {
            if let Some(info) = info.downcast::<ModuleInfo>() {
                let own = info.0.clone();
                self.import(cx, own)?;
            }
        }
        for specification in std::mem::take(&mut self.fully_qualified_name) {
            let Some(own) = specification.downcast::<ModuleSpecification>() else { continue };
            self.required_version = own.exact.clone();
            self.minimum_version = own.least.clone();
            self.maximum_version = own.most.clone();
            let name = own.name.clone();
            self.by_name(cx, &name)?;
        }
        for name in std::mem::take(&mut self.name) {
            self.by_name(cx, &name)?;
        }
        Ok(())
    }
}

impl ImportModule {
    fn by_name(&mut self, cx: &mut Cx, name: &str) -> Outcome {
        let Some(path) = cx.session.find_module_file(name) else {
            if is_built_in(name) {
                return if *self.pass_thru { cx.write(module::built_in(name)) } else { Ok(()) };
            }
            let known = cx.session.find_module(name);
            return match known {
                Some(known) => self.import(cx, known),
                None => cx.error(modules::not_found(name, None)),
            };
        };
        let known = cx.session.modules.values().find(|own| is_from(own, &path)).cloned();
        if let Some(known) = &known
            && !*self.force
            && self.fits(&known.version.borrow())
        {
            return self.import(cx, known.clone());
        }
        if path.extension().is_some_and(|extension| extension == "psd1")
            && let Some(wanted) = self.required_version.clone().or_else(|| self.minimum_version.clone())
        {
            let manifest = match cx.session.read_manifest(&path) {
                Ok(manifest) => manifest,
                Err(flow) => return cx.report(flow),
            };
            let own = manifest.get_text("ModuleVersion").and_then(|version| version.as_str().cloned());
            if !self.fits(&own.unwrap_or_default()) {
                return cx.error(modules::not_found(name, Some(&wanted)));
            }
        }
        if let Some(known) = known {
            cx.session.remove_module(&known)?;
        }
        match cx.session.load_module(&path, &self.argument_list) {
            Ok(own) => self.import(cx, own),
            Err(flow) => cx.report(flow),
        }
    }

    fn fits(&self, version: &str) -> bool {
        let least = self.minimum_version.as_ref().is_none_or(|least| modules::at_least(version, least));
        let most = self.maximum_version.as_ref().is_none_or(|most| modules::at_least(most, version));
        let exact = self.required_version.as_ref().is_none_or(|exact| modules::same_version(version, exact));
        least && most && exact
    }

    fn import(&self, cx: &mut Cx, own: Rc<Module>) -> Outcome {
        if *self.as_custom_object {
            let object = module::custom_object(cx.session, &own)?;
            return cx.write(object);
        }
        let scope = modules::import_scope(cx.session, *self.global, &self.scope);
        let selection = Selection {
            functions: self.function.clone(),
            variables: self.variable.clone(),
            aliases: self.alias.clone(),
            prefix: match self.prefix.is_empty() {
                true => default_prefix(&own),
                false => self.prefix.clone(),
            },
        };
        match &scope {
            Link::Module(outer) if !Rc::ptr_eq(outer, &cx.session.global) && !Rc::ptr_eq(outer, &own) => {
                outer.nested.borrow_mut().push(own.clone());
            }
            _ if own.name.is_empty() => {}
            _ => {
                cx.session.modules.insert(Symbol::new(&own.name), own.clone());
            }
        }
        cx.session.import_module(&own, &scope, &selection);
        self.check_verbs(cx, &own)?;
        if *self.pass_thru { cx.write(module::value(own)) } else { Ok(()) }
    }

    fn check_verbs(&self, cx: &mut Cx, own: &Rc<Module>) -> Outcome {
        let is_odd = |name: &str| {
            name.split_once('-')
                .is_some_and(|(verb, _)| !VERBS.iter().any(|(known, ..)| known.eq_ignore_ascii_case(verb)))
        };
        if *self.disable_name_checking || !own.exported_functions().iter().any(|function| is_odd(&function.name)) {
            return Ok(());
        }
        cx.warning(format!(
            "The names of some imported commands from the module '{}' include unapproved verbs that might make them \
             less discoverable. To find the commands with unapproved verbs, run the Import-Module command again with \
             the Verbose parameter. For a list of approved verbs, type Get-Verb.",
            own.name
        ))
    }
}

fn default_prefix(own: &Module) -> Str {
    let manifest = own.manifest.borrow();
    let prefix = manifest.as_ref().and_then(|table| table.get_text("DefaultCommandPrefix"));
    prefix.and_then(|prefix| prefix.as_str().cloned()).unwrap_or_default()
}

/// Whether a module was read from a file, or from the manifest beside it.
fn is_from(own: &Module, path: &Path) -> bool {
    let own_path = own.path.borrow();
    if Path::new(own_path.as_str()) == path {
        return true;
    }
    let is_manifest = path.extension().is_some_and(|extension| extension == "psd1");
    is_manifest
        && own.manifest.borrow().is_some()
        && Path::new(own_path.as_str()).parent() == path.parent()
        && path.file_stem().is_some_and(|stem| stem.to_string_lossy().eq_ignore_ascii_case(&own.name))
}
