//! `Get-Command`: finds commands.
use crate::cmdlets::prelude::*;
use crate::engine::command::Command;
use crate::engine::resolve::{COMMAND_NOT_FOUND_EXCEPTION, CommandInfo};
use crate::engine::syntax_text;
use crate::engine::tables::command;
use crate::text::wildcard::{Wildcard, contains_wildcards};
use crate::text::{CaseRule, collate};
use crate::types::enums::COMMAND_TYPES;

cmdlet! {
    /// Gets all commands.
    ///
    /// ```powershell
    /// Get-Command -Verb Measure | ForEach-Object Name
    /// # Measure-Command
    /// # Measure-Object
    /// ```
    pub struct GetCommand: "Get-Command", alias "gcm", default_set "CmdletSet", module "Microsoft.PowerShell.Core",
        output "System.Management.Automation.AliasInfo", output "System.Management.Automation.ApplicationInfo",
        output "System.Management.Automation.FunctionInfo", output "System.Management.Automation.CmdletInfo",
        output "System.Management.Automation.ExternalScriptInfo", output "System.Management.Automation.FilterInfo",
        output "System.String", output "System.Management.Automation.PSObject";

    /// The names of the commands; wildcards may be used.
    param name: Vec<Str>, not_null_or_empty, set "AllCommandSet", position 0, pipeline, by_name;
    /// The verbs of the commands.
    param verb: Vec<Str>, set "CmdletSet", by_name;
    /// The nouns of the commands.
    param noun: Vec<Str>, set "CmdletSet", by_name;
    /// The modules that the commands come from.
    param module: Vec<Str>, alias "PSSnapin", by_name;
    /// Modules to leave out.
    param exclude_module: Vec<Str>;
    /// The modules with their versions.
    param fully_qualified_module: Vec<Value>, by_name;
    /// The sorts of commands.
    param command_type: Value, alias "Type", ty &COMMAND_TYPES, set "AllCommandSet", by_name;
    /// How many commands to give at most; -1 for all.
    param total_count: Option<i32>, by_name;
    /// Gives the syntax of the commands.
    param syntax: Switch, by_name;
    /// Accepted; the commands are given as they are.
    param show_command_info: Switch;
    /// Arguments that dynamic parameters depend on.
    param argument_list: Vec<Value>, alias "Args", position 1, remaining, allow_null, allow_empty_collection;
    /// Gives all commands of a name, those that others hide too.
    param all: Switch, by_name;
    /// Gives commands of the session only.
    param list_imported: Switch, by_name;
    /// Commands with these parameters only.
    param parameter_name: Vec<Str>, not_null_or_empty;
    /// Commands with parameters of these types only.
    param parameter_type: Vec<Value>, not_null_or_empty;
    /// Finds names that are alike.
    param use_fuzzy_matching: Switch, set "AllCommandSet";
    /// How far names may differ.
    param fuzzy_minimum_distance: u32, set "AllCommandSet";
    /// Finds names by the capitals that abbreviate them.
    param use_abbreviation_expansion: Switch, set "AllCommandSet", by_name;

    state written: i32;
}

/// The bits of `CommandTypes` that a search without a type looks for: all but programs for wildcards.
const WITHOUT_PROGRAMS: i64 = 1 | 2 | 4 | 8 | 16;

impl Cmdlet for GetCommand {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let by_parts = !self.verb.is_empty() || !self.noun.is_empty();
        if self.name.is_empty() || by_parts {
            let pattern = Str::from("*");
            let types = if self.command_type.is_null() { 2 | 4 | 8 | i64::from(!by_parts) } else { self.types(0) };
            return self.by_pattern(cx, &pattern, types);
        }
        for name in self.name.clone() {
            if contains_wildcards(&name) || *self.use_fuzzy_matching {
                let types = self.types(WITHOUT_PROGRAMS);
                self.by_pattern(cx, &name, types)?;
            } else {
                self.by_name(cx, &name)?;
            }
        }
        Ok(())
    }
}

impl GetCommand {
    fn types(&self, default: i64) -> i64 {
        match self.command_type.base() {
            Value::Enum(value) => value.value,
            _ => default,
        }
    }

    fn by_name(&mut self, cx: &mut Cx, name: &str) -> Outcome {
        let wanted = self.types(i64::MAX);
        let mut found: Vec<Value> = Vec::new();
        for value in candidates(cx, name)? {
            let Some(info) = value.downcast::<CommandInfo>() else { continue };
            if command::command_type(info) & wanted != 0 && self.fits(cx, info) {
                found.push(value);
                if !*self.all {
                    break;
                }
            }
        }
        if found.is_empty() {
            if !self.module.is_empty() && !self.parameter_name.is_empty() {
                return Ok(());
            }
            let text = format!(
                "The term '{name}' is not recognized as a name of a cmdlet, function, script file, or executable \
                 program.\nCheck the spelling of the name, or if a path was included, verify that the path is correct \
                 and try again."
            );
            let fault = Fault::new("CommandNotFoundException", ErrorCategory::ObjectNotFound, text);
            return cx.error(fault.of(&COMMAND_NOT_FOUND_EXCEPTION).target(Value::from(name)));
        }
        found.into_iter().try_for_each(|value| self.give(cx, value))
    }

    fn by_pattern(&mut self, cx: &mut Cx, pattern: &str, types: i64) -> Outcome {
        let pattern = Wildcard::new(pattern, CaseRule::Insensitive).ok();
        let fits = |name: &str| pattern.as_ref().is_some_and(|pattern| pattern.is_match(name));
        let mut found: Vec<Value> = Vec::new();
        if types & 1 != 0 {
            let mut aliases = cx.session.visible_aliases();
            aliases.retain(|alias| fits(&alias.name));
            aliases.sort_by(|a, b| collate::compare(&a.name, &b.name, CaseRule::Insensitive));
            for alias in aliases {
                found.extend(cx.session.command_info(&alias.name)?);
            }
        }
        let mut commands: Vec<Command> = Vec::new();
        if types & 6 != 0 {
            let functions = cx.session.visible_functions();
            commands.extend(functions.into_iter().filter(|own| fits(&own.name)).map(Command::Function));
        }
        if types & 8 != 0 {
            commands.extend(cx.session.cmdlets.iter().filter(|meta| fits(meta.name)).map(|meta| Command::Cmdlet(meta)));
        }
        commands.sort_by(|a, b| {
            let order = |command: &Command| matches!(command, Command::Cmdlet(_));
            order(a).cmp(&order(b)).then_with(|| collate::compare(&a.name(), &b.name(), CaseRule::Insensitive))
        });
        found.extend(commands.into_iter().map(command::value));
        if types & 48 != 0 {
            found.extend(in_path(cx, types, &fits)?);
        }
        for value in found {
            let Some(info) = value.downcast::<CommandInfo>() else { continue };
            if command::command_type(info) & types != 0 && self.fits(cx, info) {
                self.give(cx, value)?;
            }
        }
        Ok(())
    }

    fn fits(&self, cx: &mut Cx, info: &CommandInfo) -> bool {
        let any = |patterns: &[Str], text: &str| {
            let mut patterns = patterns.iter().filter_map(|own| Wildcard::new(own, CaseRule::Insensitive).ok());
            patterns.any(|pattern| pattern.is_match(text))
        };
        let name = info.command.name();
        let (verb, noun) = name.split_once('-').unwrap_or(("", ""));
        if !self.verb.is_empty() && !any(&self.verb, verb) || !self.noun.is_empty() && !any(&self.noun, noun) {
            return false;
        }
        let module = command::module_name(info);
        if !self.module.is_empty() && !any(&self.module, &module) || any(&self.exclude_module, &module) {
            return false;
        }
        if self.parameter_name.is_empty() {
            return true;
        }
        let Some(signature) = command::signature(cx.session, info) else { return false };
        let mut names = signature.params.iter().flat_map(|param| param.aliases.iter().chain([&param.name]));
        names.any(|own| any(&self.parameter_name, own))
    }

    fn give(&mut self, cx: &mut Cx, value: Value) -> Outcome {
        if self.total_count.is_some_and(|most| most >= 0 && self.written >= most) {
            return Ok(());
        }
        self.written += 1;
        if !*self.syntax {
            return cx.write(value);
        }
        let Some(info) = value.downcast::<CommandInfo>() else { return Ok(()) };
        let Some(signature) = command::signature(cx.session, info) else {
            return cx.write(Value::Str(info.command.name()));
        };
        let mut text = String::new();
        let name = info.command.name();
        if let Some(alias) = &info.alias {
            text.push_str(&format!("\n{} (alias) -> {}\n", alias.name, alias.definition));
        }
        let shown = info.alias.as_ref().map_or(name, |alias| alias.name.clone());
        for (_, parameters) in syntax_text::parameter_sets(&signature) {
            text.push_str(&format!("\n{shown} {parameters}\n"));
        }
        cx.write(Value::from(text))
    }
}

/// All commands of a name, those that hide others first.
fn candidates(cx: &mut Cx, name: &str) -> Outcome<Vec<Value>> {
    let session = &mut *cx.session;
    let mut found = Vec::new();
    if session.find_alias(Symbol::new(name)).is_some() {
        found.extend(session.command_info(name)?);
    }
    found.extend(session.find_function(Symbol::new(name)).map(|own| command::value(Command::Function(own))));
    found.extend(session.find_cmdlet(Symbol::new(name)).map(|meta| command::value(Command::Cmdlet(meta))));
    if let Some((module, rest)) = name.split_once('\\') {
        let known = session.find_module(module);
        let function = known.and_then(|own| own.functions.borrow().get(&Symbol::new(rest)).cloned());
        found.extend(function.map(|own| command::value(Command::Function(own))));
        let cmdlet = session.find_cmdlet(Symbol::new(rest)).filter(|meta| meta.module().eq_ignore_ascii_case(module));
        found.extend(cmdlet.map(|meta| command::value(Command::Cmdlet(meta))));
    }
    found.extend(session.find_file(name)?.map(command::value));
    Ok(found)
}

/// The scripts and programs in the folders of `PATH`.
fn in_path(cx: &mut Cx, types: i64, fits: &dyn Fn(&str) -> bool) -> Outcome<Vec<Value>> {
    let folders = cx.session.environment.get("PATH").cloned().unwrap_or_default();
    let mut found = Vec::new();
    for folder in folders.split(':').filter(|folder| !folder.is_empty()) {
        let Ok(entries) = std::fs::read_dir(folder) else { continue };
        let mut names: Vec<String> =
            entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        for name in names {
            let is_script = name.to_ascii_lowercase().ends_with(".ps1");
            if fits(&name) && types & if is_script { 16 } else { 32 } != 0 {
                found.extend(cx.session.find_file(&format!("{folder}/{name}"))?.map(command::value));
            }
        }
    }
    Ok(found)
}
