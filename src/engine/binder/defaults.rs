//! `$PSDefaultParameterValues`: values for parameters that were not given, by the names of command and parameter.

use super::Binding;
use super::assign::{Given, Mode};
use super::fault::{self, BindingFault};
use crate::engine::Session;
use crate::engine::block::ScriptBlock;
use crate::engine::call::Call;
use crate::engine::host::StreamKind;
use crate::engine::invoke::Invocation;
use crate::engine::pipeline::Collect;
use crate::text::symbol::same_name;
use crate::text::wildcard::contains_wildcards;
use crate::text::{CaseRule, Str, Symbol, Wildcard};
use crate::value::{Flow, Outcome, Value, convert};
use std::rc::Rc;

thread_local! {
    static NAME: Symbol = Symbol::new("PSDefaultParameterValues");
}

impl Binding {
    /// Finds out what the variable holds for this command.
    pub(super) fn read_presets(&mut self, session: &mut Session, call: &Rc<Call>) -> Outcome {
        let Some(value) = session.lookup(NAME.with(|name| *name)) else { return Ok(()) };
        let pairs = match value.base() {
            Value::Table(table) if !table.is_empty() => table.pairs(),
            Value::Native(native) if native.data().count() != Some(0) => match native.data().dictionary_pairs() {
                Some(pairs) => pairs,
                None => return Ok(()),
            },
            _ => return Ok(()),
        };
        self.presets = self.presets_of(session, call, pairs, &value)?;
        Ok(())
    }

    fn presets_of(
        &self,
        session: &mut Session,
        call: &Rc<Call>,
        pairs: Vec<(Value, Value)>,
        source: &Value,
    ) -> Outcome<Option<Vec<(usize, Value)>>> {
        let name = call.command.name();
        let mut names = vec![name.clone()];
        let aliases = session.visible_aliases();
        names
            .extend(aliases.iter().filter(|alias| same_name(&alias.definition, &name)).map(|alias| alias.name.clone()));
        let is_ours = |pattern: &str| match wildcard(pattern) {
            Some(pattern) => names.iter().any(|name| pattern.is_match(name)),
            None => names.iter().any(|name| same_name(pattern, name)),
        };
        let mut presets = Presets::default();
        let mut patterns = Vec::new();
        let mut refused = Vec::new();
        for (key, value) in pairs {
            let Some(text) = key.as_str() else { continue };
            let Some((command, parameter)) = parse_key(text.trim()) else {
                if !same_name(text.trim(), "Disabled") {
                    refused.push(key.clone());
                } else if convert::to_bool(session, &value)? {
                    return Ok(None);
                }
                continue;
            };
            if contains_wildcards(text) {
                patterns.push((command, parameter, value));
            } else if is_ours(&command) {
                presets.add(self.signature.find(Symbol::new(&parameter)), &parameter, value);
            }
        }
        for (command, parameter, value) in patterns {
            if !is_ours(&command) {
                continue;
            }
            let Some(pattern) = wildcard(&parameter) else {
                presets.add(self.signature.find(Symbol::new(&parameter)), &parameter, value);
                continue;
            };
            let params = self.signature.params.iter().enumerate();
            let matching: Vec<usize> = params
                .flat_map(|(i, param)| std::iter::once(&param.name).chain(&param.aliases).map(move |name| (i, name)))
                .filter(|(_, name)| pattern.is_match(name))
                .map(|(i, _)| i)
                .collect();
            match matching.as_slice() {
                [] => {}
                [only] => presets.add(Some(*only), &parameter, value),
                _ => presets.warnings.push(format!(
                    "The following name or alias defined in $PSDefaultParameterValues for this cmdlet resolves to \
                     multiple parameters: {parameter}. The default has been ignored."
                )),
            }
        }
        for warning in presets.finish(source, &refused) {
            session.write_stream(StreamKind::Warning, Value::from(warning), call)?;
        }
        Ok((!presets.values.is_empty()).then_some(presets.values))
    }

    /// Gives the parameters that have no value what the variable holds for them, unless the sets clash.
    pub(super) fn bind_presets(&mut self, session: &mut Session, call: &Rc<Call>) -> Outcome {
        let Some(presets) = self.presets.clone() else { return Ok(()) };
        let plan = self.signature.clone();
        let mut sets = u32::MAX;
        let mut chosen = Vec::new();
        for (index, value) in presets {
            let Some(param) = plan.plan().params.get(index) else { continue };
            if !param.is_in(self.sets) || self.is_bound(index) {
                continue;
            }
            if param.sets != 0 {
                sets &= param.sets;
                if sets == 0 {
                    return Ok(());
                }
            }
            chosen.push((index, value));
        }
        for (index, value) in chosen {
            self.bind_preset(session, call, index, value)?;
        }
        Ok(())
    }

    fn bind_preset(&mut self, session: &mut Session, call: &Rc<Call>, index: usize, value: Value) -> Outcome {
        let value = match value.downcast::<Rc<ScriptBlock>>() {
            None => value,
            Some(block) => {
                let mut output = Collect::default();
                let how = Invocation { arguments: vec![self.state(call)], ..Invocation::default() };
                session.call_block(block, how, &mut output)?;
                if output.0.is_empty() {
                    return Ok(());
                }
                output.into_value()
            }
        };
        match self.assign(session, call, index, Given::value(&value), self.sets, Mode::Named) {
            Ok(true) => self.preset.push(index),
            Ok(false) => {}
            Err(flow) if fault::kind(&flow).is_some() => {
                let name = self.signature.params.get(index).map(|param| param.name.clone()).unwrap_or_default();
                let text = if value.is_null() { Str::from("null") } else { convert::object_text(session, &value)? };
                let why = fault::message(&flow);
                let warning = format!("The binding of default value '{text}' to parameter '{name}' failed: {why}");
                session.write_stream(StreamKind::Warning, Value::from(warning), call)?;
            }
            Err(other) => return Err(other),
        }
        Ok(())
    }

    /// What a script block in the variable is called with: the names of the parameters that are bound.
    fn state(&self, call: &Rc<Call>) -> crate::engine::binder::Argument {
        let names = |indices: &[usize]| {
            let params = indices.iter().filter_map(|index| self.signature.params.get(*index));
            Value::array(params.map(|param| Value::Str(param.name.clone())).collect())
        };
        let bound = call.bound.borrow().iter().map(|(name, _)| Value::Str(name.name())).collect();
        let state = Value::object([
            ("BoundParameters", Value::array(bound)),
            ("BoundPositionalParameters", Value::array(Vec::new())),
            ("BoundDefaultParameters", names(&self.preset)),
        ]);
        crate::engine::binder::Argument::positional(state)
    }

    /// An error of a command that got values from the variable says so.
    pub(super) fn explained(&self, session: &mut Session, call: &Rc<Call>, flow: Flow) -> Flow {
        let (Flow::Error(record), false) = (&flow, self.preset.is_empty()) else { return flow };
        if fault::kind(&flow).is_none() {
            return flow;
        }
        let names: String = self
            .preset
            .iter()
            .filter_map(|index| self.signature.params.get(*index))
            .map(|param| format!(" -{}", param.name))
            .collect();
        let message = record.exception_message();
        let message = if self.preset.len() > 1 {
            format!(
                "{message} This error might have been caused by applying the default parameter binding. You can disable \
                 the default parameter binding in $PSDefaultParameterValues by setting \
                 $PSDefaultParameterValues[\"Disabled\"] to be $true, and then trying again. The following default \
                 parameters were successfully bound for this cmdlet when the error occurred:{names}"
            )
        } else {
            format!(
                "{message} This failure might be caused by applying the default parameter binding. You can disable the \
                 default parameter binding in $PSDefaultParameterValues by setting $PSDefaultParameterValues[\"Disabled\"] \
                 to be $true, and retry. The following default parameter was successfully bound for this cmdlet when the \
                 error occurred:{names}"
            )
        };
        BindingFault::again(record, message).raise(session, call)
    }
}

/// The values that have been found, and what is wrong with others.
#[derive(Default)]
struct Presets {
    values: Vec<(usize, Value)>,
    clashing: Vec<usize>,
    warnings: Vec<String>,
}

impl Presets {
    fn add(&mut self, index: Option<usize>, name: &str, value: Value) {
        let Some(index) = index else { return };
        match self.values.iter().find(|(known, _)| *known == index) {
            None => self.values.push((index, value)),
            Some((_, known)) if same(known, &value) => {}
            Some(_) => {
                self.clashing.push(index);
                self.warnings.push(format!(
                    "Multiple different default values are defined in $PSDefaultParameterValues for the parameter \
                     matching the following name or alias: {name}. These defaults have been ignored."
                ));
            }
        }
    }

    /// Leaves out the parameters with different values and takes bad keys out of the table; the warnings about it.
    fn finish(&mut self, source: &Value, refused: &[Value]) -> Vec<String> {
        if let Value::Table(table) = source.base() {
            refused.iter().for_each(|key| drop(table.remove(key)));
        }
        let keys: Vec<&str> = refused.iter().filter_map(|key| key.as_str().map(Str::as_str)).collect();
        const ABOUT: &str = "For information about the correct format, see about_Parameters_Default_Values at \
                             https://go.microsoft.com/fwlink/?LinkId=228266.";
        match keys.as_slice() {
            [] => {}
            [key] => self.warnings.push(format!("The key '{key}' does not have a valid format. {ABOUT}")),
            _ => self.warnings.push(format!("The keys '{}' do not have valid formats. {ABOUT}", keys.join(", "))),
        }
        self.values.retain(|(index, _)| !self.clashing.contains(index));
        std::mem::take(&mut self.warnings)
    }
}

fn same(a: &Value, b: &Value) -> bool {
    a.same_reference(b) || crate::value::TableKey::of(a, true) == crate::value::TableKey::of(b, true)
}

/// The pattern in a text that contains wildcards.
fn wildcard(text: &str) -> Option<Wildcard> {
    if contains_wildcards(text) { Wildcard::new(text, CaseRule::Insensitive).ok() } else { None }
}

/// The names of the command and of the parameter in `Command:Parameter`, each perhaps in quotes.
pub fn parse_key(key: &str) -> Option<(String, String)> {
    let (command, rest) = first_part(key)?;
    let rest = rest.trim_start().strip_prefix(':')?.trim();
    let parameter = match quoted(rest) {
        Some((name, "")) => name.trim().to_string(),
        Some(_) => return None,
        None => rest.to_string(),
    };
    (!command.is_empty() && !parameter.is_empty()).then_some((command, parameter))
}

fn first_part(key: &str) -> Option<(String, &str)> {
    if let Some((name, rest)) = quoted(key) {
        return Some((name.trim().to_string(), rest));
    }
    let colon = key.find(':')?;
    let (name, rest) = key.split_at(colon);
    Some((name.trim().to_string(), rest))
}

fn quoted(text: &str) -> Option<(&str, &str)> {
    let quote = text.chars().next().filter(|c| matches!(c, '\'' | '"'))?;
    text.get(1..)?.split_once(quote)
}

#[cfg(test)]
mod tests {
    use super::parse_key;

    #[test]
    fn a_key_names_command_and_parameter() {
        let parts = |command: &str, parameter: &str| Some((command.to_string(), parameter.to_string()));
        assert_eq!(parse_key("Get-*:Name"), parts("Get-*", "Name"));
        assert_eq!(parse_key("'Get-It' : \"Full Name\""), parts("Get-It", "Full Name"));
        assert_eq!(parse_key("Get-It"), None);
        assert_eq!(parse_key("Get-It:"), None);
    }
}
