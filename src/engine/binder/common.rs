//! The parameters that every advanced command has.

use super::Binding;
use super::fault;
use crate::engine::call::CommonParameters;
use crate::engine::signature::{Check, Param, Signature};
use crate::text::{Str, Symbol};
use crate::types::enums::ACTION_PREFERENCE;
use crate::value::{Flow, NativeType, SwitchParameter, TypeRef, Value, types};

/// The common parameters with their aliases and types, in PowerShell's order.
const COMMON: [(&str, &str, &NativeType); 12] = [
    ("Verbose", "vb", &types::SWITCH_PARAMETER),
    ("Debug", "db", &types::SWITCH_PARAMETER),
    ("ErrorAction", "ea", &ACTION_PREFERENCE),
    ("WarningAction", "wa", &ACTION_PREFERENCE),
    ("InformationAction", "infa", &ACTION_PREFERENCE),
    ("ProgressAction", "proga", &ACTION_PREFERENCE),
    ("ErrorVariable", "ev", &types::STRING),
    ("WarningVariable", "wv", &types::STRING),
    ("InformationVariable", "iv", &types::STRING),
    ("OutVariable", "ov", &types::STRING),
    ("OutBuffer", "ob", &types::INT32),
    ("PipelineVariable", "pv", &types::STRING),
];

/// What `SupportsShouldProcess` adds.
const SHOULD_PROCESS: [(&str, &str, &NativeType); 2] =
    [("WhatIf", "wi", &types::SWITCH_PARAMETER), ("Confirm", "cf", &types::SWITCH_PARAMETER)];

/// What `SupportsPaging` adds.
const PAGING: [(&str, &str, &NativeType); 3] =
    [("IncludeTotalCount", "", &types::SWITCH_PARAMETER), ("Skip", "", &types::UINT64), ("First", "", &types::UINT64)];

/// The names of the parameters that help sums up as `<CommonParameters>`.
pub fn names() -> impl Iterator<Item = &'static str> {
    COMMON.iter().map(|(name, _, _)| *name)
}

/// Adds the common parameters to a signature. A parameter or alias of the command that has the name of one becomes the
/// signature's fault.
pub fn append(signature: &mut Signature) {
    let mut added: Vec<_> = COMMON.to_vec();
    if signature.should_process {
        added.extend(SHOULD_PROCESS);
    }
    if signature.supports_paging {
        added.extend(PAGING);
    }
    for (name, alias, ty) in added {
        let fault = clash(signature, name, alias);
        signature.fault = signature.fault.take().or(fault);
        signature.params.push(param(name, alias, ty));
    }
}

fn param(name: &'static str, alias: &'static str, ty: &'static NativeType) -> Param {
    let mut param = Param::new(name, TypeRef::Native(ty));
    param.is_common = true;
    if !alias.is_empty() {
        param.aliases.push(Str::from(alias));
    }
    if name.ends_with("Variable") {
        param.checks.push(Check::VariableName);
    }
    if name == "OutBuffer" {
        param.checks.push(Check::ValidateRange(Value::Int(0), Value::Int(i32::MAX)));
    }
    param
}

fn clash(signature: &Signature, name: &str, alias: &str) -> Option<Flow> {
    let symbol = Symbol::new(name);
    if signature.params.iter().any(|param| param.symbol == symbol) {
        let message = format!("A parameter with the name '{name}' was defined multiple times for the command.");
        return Some(fault::metadata("ParameterNameAlreadyExistsForCommand", message));
    }
    let has_alias =
        |param: &&Param, name: &str| param.aliases.iter().any(|known| crate::text::symbol::same_name(known, name));
    if let Some(other) = signature.params.iter().find(|param| has_alias(param, name)) {
        let message = format!(
            "The parameter '{name}' cannot be specified because it conflicts with the parameter alias of the same name \
             for parameter '{}'.",
            other.name
        );
        return Some(fault::metadata("ParameterNameConflictsWithAlias", message));
    }
    if alias.is_empty() {
        return None;
    }
    if signature.params.iter().any(|param| has_alias(&param, alias)) {
        let message = format!(
            "The parameter alias cannot be specified because an alias with the name '{alias}' was already defined \
             multiple times for the command."
        );
        return Some(fault::metadata("AliasParameterNameAlreadyExistsForCommand", message));
    }
    if let Some(other) = signature.params.iter().find(|param| param.symbol == Symbol::new(alias)) {
        let message = format!(
            "The parameter '{}' cannot be specified because it conflicts with the parameter alias of the same name for \
             parameter '{name}'.",
            other.name
        );
        return Some(fault::metadata("ParameterNameConflictsWithAlias", message));
    }
    None
}

/// What the common parameters of a binding say.
pub fn take_common(binding: &Binding) -> CommonParameters {
    let mut common = CommonParameters::default();
    for (param, value) in binding.signature.params.iter().zip(&binding.values) {
        let (true, Some(value)) = (param.is_common, value) else { continue };
        match param.name.as_str() {
            "Verbose" => common.verbose = Some(switched(value)),
            "Debug" => common.debug = Some(switched(value)),
            "WhatIf" => common.what_if = Some(switched(value)),
            "Confirm" => common.confirm = Some(switched(value)),
            "ErrorAction" => common.error_action = Some(value.clone()),
            "WarningAction" => common.warning_action = Some(value.clone()),
            "InformationAction" => common.information_action = Some(value.clone()),
            "ProgressAction" => common.progress_action = Some(value.clone()),
            "ErrorVariable" => common.error_variable = value.as_str().cloned(),
            "WarningVariable" => common.warning_variable = value.as_str().cloned(),
            "InformationVariable" => common.information_variable = value.as_str().cloned(),
            "OutVariable" => common.out_variable = value.as_str().cloned(),
            "PipelineVariable" => common.pipeline_variable = value.as_str().cloned(),
            _ => {}
        }
    }
    common
}

fn switched(value: &Value) -> bool {
    match value.base() {
        Value::Bool(on) => *on,
        other => other.downcast::<SwitchParameter>().is_some_and(|switch| switch.0),
    }
}
