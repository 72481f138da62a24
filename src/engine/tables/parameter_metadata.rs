//! `ParameterMetadata` and `CommandParameterSetInfo`: the parameters of a command as objects.

use super::command_info::Described;
use crate::engine::binder::plan::{ALL_SETS, UsePlan};
use crate::engine::signature::{Check, Param, Signature};
use crate::engine::syntax_text;
use crate::text::{Str, Symbol};
use crate::types::attributes::{self as known, AttributeObject};
use crate::types::collections::dictionary::Dictionary;
use crate::value::{NativeType, TypeRef, Value, types};
use std::cell::RefCell;
use std::rc::Rc;

static PARAMETER: NativeType = NativeType::class("System.Management.Automation.ParameterMetadata", &types::OBJECT);
static SET_OF_PARAMETER: NativeType =
    NativeType::class("System.Management.Automation.ParameterSetMetadata", &types::OBJECT);
static SET: NativeType = NativeType::class("System.Management.Automation.CommandParameterSetInfo", &types::OBJECT);
static PARAMETER_OF_SET: NativeType =
    NativeType::class("System.Management.Automation.CommandParameterInfo", &types::OBJECT);

pub(super) fn described(ty: &'static NativeType, text: Str, notes: Vec<(&'static str, Value)>) -> Value {
    Value::native(Described { ty, text, notes })
}

/// The parameters by name.
pub(super) fn dictionary(signature: &Signature) -> Value {
    let dictionary = Dictionary::new(
        TypeRef::Native(&types::STRING),
        TypeRef::Native(&PARAMETER),
        crate::types::string_comparer::ordinal_ignore_case(),
    );
    for (i, param) in signature.params.iter().enumerate() {
        dictionary.set(Value::Str(param.name.clone()), metadata(signature, i, param));
    }
    Value::native(dictionary)
}

/// The parameter that a name or an alias stands for.
pub(super) fn find(signature: &Signature, name: &str) -> Option<Value> {
    let index = signature.find(Symbol::new(name))?;
    Some(metadata(signature, index, signature.params.get(index)?))
}

/// The parameter sets with their parameters.
pub(super) fn sets(signature: &Signature) -> Value {
    let plan = signature.plan();
    let texts = syntax_text::parameter_sets(signature);
    let made = texts.into_iter().enumerate().map(|(bit, (name, text))| {
        let set = if plan.set_names.is_empty() { u32::MAX } else { 1 << bit.min(31) };
        let params = signature.params.iter().zip(&plan.params).filter(|(_, own)| own.is_in(set));
        let params = params.filter_map(|(param, own)| Some(of_set(param, own.use_in(set)?, param_help(param))));
        let is_default = signature.default_set.as_ref() == Some(&name);
        let notes = vec![
            ("Name", Value::Str(name)),
            ("IsDefault", Value::Bool(is_default)),
            ("Parameters", Value::array(params.collect())),
        ];
        described(&SET, text, notes)
    });
    Value::array(made.collect())
}

fn metadata(signature: &Signature, index: usize, param: &Param) -> Value {
    let plan = signature.plan();
    let sets = Dictionary::new(
        TypeRef::Native(&types::STRING),
        TypeRef::Native(&SET_OF_PARAMETER),
        crate::types::string_comparer::ordinal_ignore_case(),
    );
    for (entry, own) in param.uses.iter().zip(plan.params.get(index).map_or(&[][..], |own| &own.uses)) {
        let name = entry.set.clone().unwrap_or_else(|| Str::from(ALL_SETS));
        let text = Str::from(SET_OF_PARAMETER.name);
        let mut notes = use_notes(*own);
        notes.push(("HelpMessage", Value::Str(entry.help_message.clone())));
        sets.set(Value::Str(name), described(&SET_OF_PARAMETER, text, notes));
    }
    let notes = vec![
        ("Name", Value::Str(param.name.clone())),
        ("ParameterType", Value::Type(Rc::new(param.ty.clone()))),
        ("ParameterSets", Value::native(sets)),
        ("IsDynamic", Value::Bool(!param.runtime.is_null())),
        ("Aliases", aliases(param)),
        ("Attributes", attributes(param)),
        ("SwitchParameter", Value::Bool(param.is_switch)),
    ];
    described(&PARAMETER, Str::from(PARAMETER.name), notes)
}

fn param_help(param: &Param) -> Str {
    param.uses.iter().map(|entry| entry.help_message.clone()).find(|help| !help.is_empty()).unwrap_or_default()
}

fn use_notes(entry: UsePlan) -> Vec<(&'static str, Value)> {
    vec![
        ("IsMandatory", Value::Bool(entry.mandatory)),
        ("Position", Value::Int(entry.position.unwrap_or(i32::MIN))),
        ("ValueFromPipeline", Value::Bool(entry.by_value)),
        ("ValueFromPipelineByPropertyName", Value::Bool(entry.by_property)),
        ("ValueFromRemainingArguments", Value::Bool(entry.remaining)),
    ]
}

fn of_set(param: &Param, entry: UsePlan, help: Str) -> Value {
    let mut notes = vec![
        ("Name", Value::Str(param.name.clone())),
        ("ParameterType", Value::Type(Rc::new(param.ty.clone()))),
        ("IsDynamic", Value::Bool(!param.runtime.is_null())),
    ];
    notes.extend(use_notes(entry));
    notes.extend([("HelpMessage", Value::Str(help)), ("Aliases", aliases(param)), ("Attributes", attributes(param))]);
    described(&PARAMETER_OF_SET, param.name.clone(), notes)
}

fn aliases(param: &Param) -> Value {
    Value::array(param.aliases.iter().cloned().map(Value::Str).collect())
}

/// The attributes as objects: aliases, uses, validations.
fn attributes(param: &Param) -> Value {
    let mut made = Vec::new();
    if !param.aliases.is_empty() {
        made.push(object(&known::ALIAS_ATTRIBUTE, vec![("AliasNames", aliases(param))]));
    }
    for entry in &param.uses {
        let set = entry.set.clone().unwrap_or_else(|| Str::from(ALL_SETS));
        made.push(object(
            &known::PARAMETER_ATTRIBUTE,
            vec![
                ("Position", Value::Int(entry.position.unwrap_or(i32::MIN))),
                ("ParameterSetName", Value::Str(set)),
                ("Mandatory", Value::Bool(entry.mandatory)),
                ("ValueFromPipeline", Value::Bool(entry.by_value)),
                ("ValueFromPipelineByPropertyName", Value::Bool(entry.by_property)),
                ("ValueFromRemainingArguments", Value::Bool(entry.remaining)),
                ("HelpMessage", Value::Str(entry.help_message.clone())),
                ("DontShow", Value::Bool(param.hidden)),
            ],
        ));
    }
    made.extend(param.checks.iter().filter_map(check_object));
    Value::array(made)
}

fn object(ty: &'static NativeType, notes: Vec<(&'static str, Value)>) -> Value {
    let named = notes.into_iter().map(|(name, value)| (Str::from(name), value)).collect();
    Value::native(AttributeObject { ty, positional: Vec::new(), named: RefCell::new(named) })
}

fn check_object(check: &Check) -> Option<Value> {
    Some(match check {
        Check::ValidateSet { values, ignore_case, message } => object(
            &known::VALIDATE_SET_ATTRIBUTE,
            vec![
                ("ErrorMessage", message.clone().map_or(Value::Null, Value::Str)),
                ("IgnoreCase", Value::Bool(*ignore_case)),
                ("ValidValues", Value::array(values.iter().cloned().map(Value::Str).collect())),
            ],
        ),
        Check::ValidateRange(low, high) => {
            object(&known::VALIDATE_RANGE_ATTRIBUTE, vec![("MinRange", low.clone()), ("MaxRange", high.clone())])
        }
        Check::ValidateLength(low, high) => object(
            &known::VALIDATE_LENGTH_ATTRIBUTE,
            vec![("MinLength", Value::Int(*low)), ("MaxLength", Value::Int(*high))],
        ),
        Check::ValidateCount(low, high) => object(
            &known::VALIDATE_COUNT_ATTRIBUTE,
            vec![("MinLength", Value::Int(*low)), ("MaxLength", Value::Int(*high))],
        ),
        Check::ValidatePattern { pattern, .. } => {
            object(&known::VALIDATE_PATTERN_ATTRIBUTE, vec![("RegexPattern", Value::Str(pattern.clone()))])
        }
        Check::ValidateScript { script, .. } => {
            object(&known::VALIDATE_SCRIPT_ATTRIBUTE, vec![("ScriptBlock", script.clone())])
        }
        Check::ValidateNotNull => object(&known::VALIDATE_NOT_NULL_ATTRIBUTE, Vec::new()),
        Check::ValidateNotNullOrEmpty => object(&known::VALIDATE_NOT_NULL_OR_EMPTY_ATTRIBUTE, Vec::new()),
        Check::ValidateNotNullOrWhiteSpace => object(&known::VALIDATE_NOT_NULL_OR_WHITE_SPACE_ATTRIBUTE, Vec::new()),
        Check::Custom(attribute) => attribute.clone(),
        _ => return None,
    })
}
