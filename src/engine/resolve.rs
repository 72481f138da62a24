//! From names to commands and types.

use super::Session;
use super::block::{ScriptBlock, Template};
use super::command::{Command, Function, ScriptFile};
use super::frame::Link;
use super::module::{Alias, Module};
use crate::syntax::ast::{TypeName, TypeNameKind};
use crate::syntax::{self, Source};
use crate::text::symbol::same_name;
use crate::text::{Str, Symbol};
pub use crate::types::exceptions::COMMAND_NOT_FOUND_EXCEPTION;
use crate::value::{Env, ErrorCategory, Exception, Fault, Flow, Member, Native, NativeType, Outcome, TypeRef, Value};
use std::rc::Rc;

pub static COMMAND_INFO: NativeType =
    NativeType::class("System.Management.Automation.CommandInfo", &crate::value::types::OBJECT);
pub static FUNCTION_INFO: NativeType = NativeType::class("System.Management.Automation.FunctionInfo", &COMMAND_INFO);
pub static FILTER_INFO: NativeType = NativeType::class("System.Management.Automation.FilterInfo", &FUNCTION_INFO);
pub static CMDLET_INFO: NativeType = NativeType::class("System.Management.Automation.CmdletInfo", &COMMAND_INFO);
pub static ALIAS_INFO: NativeType = NativeType::class("System.Management.Automation.AliasInfo", &COMMAND_INFO);
pub static BLOCK_INFO: NativeType = NativeType::class("System.Management.Automation.ScriptInfo", &COMMAND_INFO);
pub static SCRIPT_INFO: NativeType =
    NativeType::class("System.Management.Automation.ExternalScriptInfo", &COMMAND_INFO);
pub static APPLICATION_INFO: NativeType =
    NativeType::class("System.Management.Automation.ApplicationInfo", &COMMAND_INFO);

/// `System.Management.Automation.CommandInfo` and those that derive from it.
pub struct CommandInfo {
    pub command: Command,
    /// The alias through which the command was found.
    pub alias: Option<Rc<Alias>>,
}

impl Native for CommandInfo {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(match (&self.alias, &self.command) {
            (Some(_), _) => &ALIAS_INFO,
            (None, Command::Function(function)) if function.is_filter => &FILTER_INFO,
            (None, Command::Function(_)) => &FUNCTION_INFO,
            (None, Command::Cmdlet(_)) => &CMDLET_INFO,
            (None, Command::Script(_)) => &SCRIPT_INFO,
            (None, Command::Block(_)) => &BLOCK_INFO,
            (None, Command::Application(_)) => &APPLICATION_INFO,
        })
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(match &self.alias {
            Some(alias) => alias.name.clone(),
            None => self.command.name(),
        }))
    }
}

impl Session {
    /// The command that a name stands for: an alias, a function, a cmdlet, a script file, a program.
    pub fn resolve_command(&mut self, name: &str) -> Outcome<Command> {
        if let Some(command) = self.find_command(name)? {
            return Ok(command);
        }
        Err(self.command_not_found(name))
    }

    /// Like [`Session::resolve_command`], but `None` where there is no such command.
    pub fn find_command(&mut self, name: &str) -> Outcome<Option<Command>> {
        let mut name = Str::from(name);
        for _ in 0..32 {
            match self.find_alias(Symbol::new(&name)) {
                Some(alias) => name = alias.definition.clone(),
                None => break,
            }
        }
        let symbol = Symbol::new(&name);
        if let Some(function) = self.find_function(symbol) {
            return Ok(Some(Command::Function(function)));
        }
        if let Some(meta) = self.find_cmdlet(symbol) {
            return Ok(Some(Command::Cmdlet(meta)));
        }
        if let Some((module, rest)) = name.split_once('\\')
            && !module.is_empty()
            && let Some(command) = self.command_of_module(module, rest)
        {
            return Ok(Some(command));
        }
        self.find_file(&name)
    }

    fn command_of_module(&mut self, module: &str, name: &str) -> Option<Command> {
        let symbol = Symbol::new(name);
        if let Some(module) = self.modules.get(&Symbol::new(module)).cloned()
            && let Some(function) = module.functions.borrow().get(&symbol).cloned()
        {
            return Some(Command::Function(function));
        }
        self.find_cmdlet(symbol).filter(|meta| same_name(meta.module(), module)).map(Command::Cmdlet)
    }

    /// A script or a program: by its path, or found in the folders of `PATH`.
    pub fn find_file(&mut self, name: &str) -> Outcome<Option<Command>> {
        if name.is_empty() {
            return Ok(None);
        }
        if name.contains('/') || name.starts_with('~') {
            let path = self.full_path(name);
            return self.file_command(&path, false);
        }
        if name.contains('\\') {
            let path = self.full_path(&name.replace('\\', "/"));
            return self.file_command(&path, false);
        }
        let folders = self.environment.get("PATH").cloned().unwrap_or_default();
        for folder in folders.split(':').filter(|folder| !folder.is_empty()) {
            for candidate in [format!("{folder}/{name}"), format!("{folder}/{name}.ps1")] {
                if let Some(command) = self.file_command(&candidate, true)? {
                    return Ok(Some(command));
                }
            }
        }
        Ok(None)
    }

    /// The command that a file is. One that must not be run is passed over in a search, but named by its path it fails
    /// when it is started.
    fn file_command(&mut self, path: &str, searching: bool) -> Outcome<Option<Command>> {
        let Ok(facts) = std::fs::metadata(path) else { return Ok(None) };
        if !facts.is_file() {
            return Ok(None);
        }
        if path.to_ascii_lowercase().ends_with(".ps1") {
            return self.script_file(path).map(|file| Some(Command::Script(file)));
        }
        use std::os::unix::fs::PermissionsExt;
        let can_run = facts.permissions().mode() & 0o111 != 0;
        Ok((can_run || !searching).then(|| Command::Application(Rc::new(Str::from(path)))))
    }

    /// Reads and parses a script file.
    pub fn script_file(&mut self, path: &str) -> Outcome<Rc<ScriptFile>> {
        let bytes = std::fs::read(path).map_err(|error| {
            Flow::from(Fault::new("CommandNotFoundException", ErrorCategory::ObjectNotFound, error.to_string()))
        })?;
        let text = crate::text::decode(&bytes);
        let block = self.parse_block(&text, Some(Str::from(path)))?;
        Ok(Rc::new(ScriptFile { path: Str::from(path), block }))
    }

    /// Parses text into a script block of the current module; a fault is an error of `ParseException`.
    pub fn parse_block(&mut self, text: &str, file: Option<Str>) -> Outcome<Rc<ScriptBlock>> {
        let source = Source::new(file, Str::from(text));
        let parsed = syntax::parse(&source);
        if let Some(fault) = parsed.faults.first() {
            return Err(super::errors::parse_error(&source, fault, &parsed.faults));
        }
        let template = Template::new(parsed.tree);
        let module = self.frame().module.clone();
        Ok(Rc::new(ScriptBlock { template, module: Some(module), debugger_hidden: Default::default() }))
    }

    /// The alias of a name, from the current scope outwards.
    pub fn find_alias(&self, name: Symbol) -> Option<Rc<Alias>> {
        let mut link = Link::Frame(self.current);
        loop {
            let found = match &link {
                Link::Frame(index) => {
                    let frame = self.frames.get(*index as usize)?;
                    frame.aliases.as_ref().and_then(|aliases| aliases.get(&name)).cloned()
                }
                Link::Module(module) => module.aliases.borrow().get(&name).cloned(),
            };
            if found.is_some() {
                return found;
            }
            match self.parent_of(&link) {
                Some(parent) => link = parent,
                None => return None,
            }
        }
    }

    /// The function of a name, from the current scope outwards.
    pub fn find_function(&self, name: Symbol) -> Option<Rc<Function>> {
        let mut link = Link::Frame(self.current);
        loop {
            let found = match &link {
                Link::Frame(index) => {
                    let frame = self.frames.get(*index as usize)?;
                    frame.functions.as_ref().and_then(|functions| functions.get(&name)).cloned()
                }
                Link::Module(module) => module.functions.borrow().get(&name).cloned(),
            };
            if found.is_some() {
                return found;
            }
            match self.parent_of(&link) {
                Some(parent) => link = parent,
                None => return None,
            }
        }
    }

    /// All functions that can be called now, inner ones first; hidden ones left out.
    pub fn visible_functions(&self) -> Vec<Rc<Function>> {
        let mut seen: Vec<Symbol> = Vec::new();
        let mut functions = Vec::new();
        for link in self.scopes() {
            let here: Vec<(Symbol, Rc<Function>)> = match &link {
                Link::Frame(index) => self
                    .frames
                    .get(*index as usize)
                    .and_then(|frame| frame.functions.as_ref())
                    .map(|table| table.iter().map(|(name, f)| (*name, f.clone())).collect())
                    .unwrap_or_default(),
                Link::Module(module) => module.functions.borrow().iter().map(|(n, f)| (*n, f.clone())).collect(),
            };
            for (name, function) in here {
                if !seen.contains(&name) {
                    seen.push(name);
                    functions.push(function);
                }
            }
        }
        functions
    }

    /// All aliases that hold now, inner ones first; hidden ones left out.
    pub fn visible_aliases(&self) -> Vec<Rc<Alias>> {
        let mut seen: Vec<Symbol> = Vec::new();
        let mut aliases = Vec::new();
        for link in self.scopes() {
            let here: Vec<(Symbol, Rc<Alias>)> = match &link {
                Link::Frame(index) => self
                    .frames
                    .get(*index as usize)
                    .and_then(|frame| frame.aliases.as_ref())
                    .map(|table| table.iter().map(|(name, a)| (*name, a.clone())).collect())
                    .unwrap_or_default(),
                Link::Module(module) => module.aliases.borrow().iter().map(|(n, a)| (*n, a.clone())).collect(),
            };
            for (name, alias) in here {
                if !seen.contains(&name) {
                    seen.push(name);
                    aliases.push(alias);
                }
            }
        }
        aliases
    }

    /// Defines an alias in a scope.
    pub fn put_alias(&mut self, scope: &Link, alias: Alias) {
        let symbol = Symbol::new(&alias.name);
        let alias = Rc::new(alias);
        match self.owner(scope.clone()) {
            Link::Module(module) => {
                module.aliases.borrow_mut().insert(symbol, alias);
            }
            Link::Frame(index) => {
                if let Some(frame) = self.frames.get_mut(index as usize) {
                    frame.aliases.get_or_insert_default().insert(symbol, alias);
                }
            }
        }
        self.bump_epoch();
    }

    /// The error for a name that no command has, with the nearest names as a suggestion.
    fn command_not_found(&mut self, name: &str) -> Flow {
        let text = format!(
            "The term '{name}' is not recognized as a name of a cmdlet, function, script file, or executable program.\n\
             Check the spelling of the name, or if a path was included, verify that the path is correct and try again."
        );
        let fault = Fault::new("CommandNotFoundException", ErrorCategory::ObjectNotFound, text)
            .of(&COMMAND_NOT_FOUND_EXCEPTION)
            .target(Value::from(name));
        let record = fault.record();
        if let Some(exception) = record.exception.downcast::<Exception>() {
            let note = Member::Note(Value::from(name));
            exception.properties.borrow_mut().set(Str::from("CommandName"), note);
        }
        Flow::Error(record)
    }

    /// The names of commands that are close to a mistyped one.
    pub fn similar_commands(&self, name: &str) -> Vec<Str> {
        let functions = self.visible_functions();
        let names = self.cmdlets.iter().map(|meta| meta.name).chain(functions.iter().map(|f| &*f.name));
        crate::text::suggest::closest(name, names).into_iter().map(Str::from).collect()
    }

    /// The module of a name, among those that were imported.
    pub fn find_module(&self, name: &str) -> Option<Rc<Module>> {
        self.modules.get(&Symbol::new(name)).cloned()
    }

    /// Opens a namespace for type names.
    pub fn open_namespace(&mut self, namespace: Str) {
        if !self.namespaces.iter().any(|known| same_name(known, &namespace)) {
            self.namespaces.push(namespace);
        }
    }

    /// The type that a name in the tree stands for.
    pub fn resolve_type_name(&mut self, name: &TypeName) -> Outcome<TypeRef> {
        match self.find_type_name(name) {
            Some(ty) => Ok(ty),
            None => {
                let text = format!("Unable to find type [{}].", type_text(name));
                Err(Fault::new("TypeNotFound", ErrorCategory::InvalidOperation, text)
                    .target(Value::from(type_text(name)))
                    .into())
            }
        }
    }

    fn find_type_name(&mut self, name: &TypeName) -> Option<TypeRef> {
        match &name.kind {
            TypeNameKind::Simple { name, .. } => self.find_simple_type(name),
            TypeNameKind::Array { element, rank } => {
                Some(TypeRef::Array(Rc::new((self.find_type_name(element)?, *rank))))
            }
            TypeNameKind::Generic { definition, arguments } => {
                let definition = type_text(definition);
                let native = self.find_generic(&definition, arguments.len())?;
                let arguments = arguments.iter().map(|name| self.find_type_name(name)).collect::<Option<Vec<_>>>()?;
                Some(TypeRef::Generic(Rc::new((native, arguments))))
            }
        }
    }

    fn find_generic(&self, name: &str, arity: usize) -> Option<&'static NativeType> {
        crate::types::find_generic(name, arity).or_else(|| {
            self.namespaces
                .iter()
                .find_map(|namespace| crate::types::find_generic(&format!("{namespace}.{name}"), arity))
        })
    }

    fn find_simple_type(&mut self, name: &str) -> Option<TypeRef> {
        let symbol = Symbol::new(name);
        if let Some((_, ty)) = self.types.iter().rev().find(|(known, _)| *known == symbol) {
            return Some(ty.clone());
        }
        if let Some(ty) = crate::types::find_type(name) {
            return Some(ty);
        }
        self.namespaces.iter().find_map(|namespace| crate::types::find_type(&format!("{namespace}.{name}")))
    }

    /// The type that a text stands for, brackets around it allowed.
    pub fn find_type_text(&mut self, text: &str) -> Option<TypeRef> {
        let text = text.trim();
        let text = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(text);
        if let Some(ty) = self.find_simple_type(text) {
            return Some(ty);
        }
        let name = syntax::parse_type_name(text)?;
        self.find_type_name(&name)
    }
}

/// A type's name as it was written.
pub fn type_text(name: &TypeName) -> String {
    match &name.kind {
        TypeNameKind::Simple { name, .. } => name.to_string(),
        TypeNameKind::Array { element, rank } => {
            format!("{}[{}]", type_text(element), ",".repeat(rank.saturating_sub(1) as usize))
        }
        TypeNameKind::Generic { definition, arguments } => {
            let arguments: Vec<String> = arguments.iter().map(type_text).collect();
            format!("{}[{}]", type_text(definition), arguments.join(","))
        }
    }
}

impl Session {
    /// Removes a function from the nearest scope that has it; false where none has.
    pub fn remove_function(&mut self, name: Symbol) -> bool {
        for link in self.scopes() {
            let removed = match &link {
                Link::Module(module) => module.functions.borrow_mut().shift_remove(&name).is_some(),
                Link::Frame(index) => self
                    .frames
                    .get_mut(*index as usize)
                    .and_then(|frame| frame.functions.as_mut())
                    .is_some_and(|functions| functions.remove(&name).is_some()),
            };
            if removed {
                self.bump_epoch();
                return true;
            }
        }
        false
    }

    /// Removes an alias from the nearest scope that has it; false where none has.
    pub fn remove_alias(&mut self, name: Symbol) -> bool {
        for link in self.scopes() {
            let removed = match &link {
                Link::Module(module) => module.aliases.borrow_mut().shift_remove(&name).is_some(),
                Link::Frame(index) => self
                    .frames
                    .get_mut(*index as usize)
                    .and_then(|frame| frame.aliases.as_mut())
                    .is_some_and(|aliases| aliases.remove(&name).is_some()),
            };
            if removed {
                self.bump_epoch();
                return true;
            }
        }
        false
    }

    /// An error where a variable must stay.
    ///
    /// # Errors
    /// `VariableNotRemovable` for constant and read-only variables.
    pub fn check_removable(&self, variable: &super::variable::Variable) -> Outcome {
        let options = variable.options.get();
        if !options.constant && !options.read_only {
            return Ok(());
        }
        let name = variable.name.name();
        let text = format!(
            "Cannot remove variable {name} because it is constant or read-only. If the variable is read-only, try the \
             operation again specifying the Force option."
        );
        Err(Fault::new("VariableNotRemovable", ErrorCategory::WriteError, text)
            .of(&super::eval::SESSION_STATE_UNAUTHORIZED)
            .target(Value::Str(name))
            .into())
    }
}
