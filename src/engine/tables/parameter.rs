//! `ParameterMetadata`, `CommandParameterSetInfo` and `CommandParameterInfo`: what a command says of its parameters.

use crate::engine::binder::plan::{ALL_SETS, UsePlan};
use crate::engine::signature::{Check, Param, ParamUse, Signature};
use crate::engine::syntax_text;
use crate::text::Str;
use crate::types::attributes::{self, AttributeObject};
use crate::types::collections::dictionary::Dictionary;
use crate::types::{Property, TypeTable, fault, string_array};
use crate::value::types::{NativeType, OBJECT, STRING};
use crate::value::{Env, Native, Outcome, TypeRef, Value};
use std::cell::RefCell;
use std::rc::Rc;

pub static METADATA: NativeType = NativeType::class("System.Management.Automation.ParameterMetadata", &OBJECT);
static SET_METADATA: NativeType = NativeType::class("System.Management.Automation.ParameterSetMetadata", &OBJECT);
static SET_INFO: NativeType = NativeType::class("System.Management.Automation.CommandParameterSetInfo", &OBJECT);
static INFO: NativeType = NativeType::class("System.Management.Automation.CommandParameterInfo", &OBJECT);

pub(super) static TABLES: &[&TypeTable] = &[&METADATA_TABLE, &SET_METADATA_TABLE, &SET_INFO_TABLE, &INFO_TABLE];

/// A parameter of a command, by its place.
struct Own {
    signature: Rc<Signature>,
    place: usize,
    ty: &'static NativeType,
    /// How it stands in the set that the object is about.
    entry: Option<UsePlan>,
}

impl Own {
    fn param(&self) -> Outcome<&Param> {
        self.signature.params.get(self.place).ok_or_else(fault::null_reference)
    }
}

impl Native for Own {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(self.ty)
    }
}

/// A parameter set.
struct Set {
    name: Str,
    is_default: bool,
    text: Str,
    bit: u32,
    signature: Rc<Signature>,
}

impl Native for Set {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&SET_INFO)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(self.text.clone()))
    }
}

/// `ParameterMetadata` of a parameter.
pub fn metadata(signature: &Rc<Signature>, place: usize) -> Value {
    Value::native(Own { signature: signature.clone(), place, ty: &METADATA, entry: None })
}

/// `CommandInfo.Parameters`.
pub fn dictionary(signature: &Rc<Signature>) -> Value {
    let dictionary = string_dictionary(&METADATA);
    for (place, param) in signature.params.iter().enumerate() {
        dictionary.set(Value::Str(param.name.clone()), metadata(signature, place));
    }
    Value::native(dictionary)
}

/// An empty dictionary from names, without regard to case, to objects of a type.
pub fn string_dictionary(ty: &'static NativeType) -> Dictionary {
    let comparer = crate::types::string_comparer::ordinal_ignore_case();
    Dictionary::new(TypeRef::Native(&STRING), TypeRef::Native(ty), comparer)
}

/// `CommandInfo.ParameterSets`.
pub fn sets(signature: &Rc<Signature>) -> Value {
    let plan = signature.plan();
    let sets = syntax_text::parameter_sets(signature).into_iter().enumerate().map(|(bit, (name, text))| {
        let is_default = plan.default_set == 1 && bit == 0 && !plan.set_names.is_empty();
        let bit = if plan.set_names.is_empty() { u32::MAX } else { 1 << bit.min(31) };
        Value::native(Set { name, is_default, text, bit, signature: signature.clone() })
    });
    Value::array(sets.collect())
}

fn own(this: &Value) -> Outcome<&Own> {
    this.downcast::<Own>().ok_or_else(fault::null_reference)
}

fn set(this: &Value) -> Outcome<&Set> {
    this.downcast::<Set>().ok_or_else(fault::null_reference)
}

fn name(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Str(own(this)?.param()?.name.clone()))
}

fn parameter_type(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Type(Rc::new(own(this)?.param()?.ty.clone())))
}

fn aliases(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(string_array(own(this)?.param()?.aliases.iter().cloned()))
}

fn attributes_of(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let param = own(this)?.param()?;
    let mut list: Vec<Value> = param.uses.iter().map(parameter_attribute).collect();
    if !param.aliases.is_empty() {
        let names = string_array(param.aliases.iter().cloned());
        list.push(attribute(&attributes::ALIAS_ATTRIBUTE, vec![("AliasNames", names)]));
    }
    list.extend(param.checks.iter().filter_map(check_attribute));
    Ok(Value::array(list))
}

fn attribute(ty: &'static NativeType, named: Vec<(&str, Value)>) -> Value {
    let named = named.into_iter().map(|(name, value)| (Str::from(name), value)).collect();
    Value::native(AttributeObject { ty, positional: Vec::new(), named: RefCell::new(named) })
}

fn parameter_attribute(entry: &ParamUse) -> Value {
    let set = entry.set.clone().unwrap_or_else(|| Str::from(ALL_SETS));
    let help = if entry.help_message.is_empty() { Value::Null } else { Value::Str(entry.help_message.clone()) };
    attribute(
        &attributes::PARAMETER_ATTRIBUTE,
        vec![
            ("Position", Value::Int(entry.position.unwrap_or(i32::MIN))),
            ("ParameterSetName", Value::Str(set)),
            ("Mandatory", Value::Bool(entry.mandatory)),
            ("ValueFromPipeline", Value::Bool(entry.by_value)),
            ("ValueFromPipelineByPropertyName", Value::Bool(entry.by_property)),
            ("ValueFromRemainingArguments", Value::Bool(entry.remaining)),
            ("HelpMessage", help),
            ("HelpMessageBaseName", Value::Null),
            ("HelpMessageResourceId", Value::Null),
            ("DontShow", Value::Bool(false)),
        ],
    )
}

fn check_attribute(check: &Check) -> Option<Value> {
    Some(match check {
        Check::ValidateSet { values, ignore_case, message } => attribute(
            &attributes::VALIDATE_SET_ATTRIBUTE,
            vec![
                ("ErrorMessage", message.clone().map_or(Value::Null, Value::Str)),
                ("IgnoreCase", Value::Bool(*ignore_case)),
                ("ValidValues", string_array(values.iter().cloned())),
            ],
        ),
        Check::ValidateRange(low, high) => attribute(
            &attributes::VALIDATE_RANGE_ATTRIBUTE,
            vec![("MinRange", low.clone()), ("MaxRange", high.clone())],
        ),
        Check::ValidateLength(low, high) => attribute(
            &attributes::VALIDATE_LENGTH_ATTRIBUTE,
            vec![("MinLength", Value::Int(*low)), ("MaxLength", Value::Int(*high))],
        ),
        Check::ValidateCount(low, high) => attribute(
            &attributes::VALIDATE_COUNT_ATTRIBUTE,
            vec![("MinLength", Value::Int(*low)), ("MaxLength", Value::Int(*high))],
        ),
        Check::ValidatePattern { pattern, .. } => {
            attribute(&attributes::VALIDATE_PATTERN_ATTRIBUTE, vec![("RegexPattern", Value::Str(pattern.clone()))])
        }
        Check::ValidateScript { script, .. } => {
            attribute(&attributes::VALIDATE_SCRIPT_ATTRIBUTE, vec![("ScriptBlock", script.clone())])
        }
        Check::ValidateNotNull => attribute(&attributes::VALIDATE_NOT_NULL_ATTRIBUTE, Vec::new()),
        Check::ValidateNotNullOrEmpty => attribute(&attributes::VALIDATE_NOT_NULL_OR_EMPTY_ATTRIBUTE, Vec::new()),
        Check::Custom(value) => value.clone(),
        _ => return None,
    })
}

fn parameter_sets(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let own = own(this)?;
    let plan = own.signature.plan();
    let dictionary = string_dictionary(&SET_METADATA);
    let Some(param) = plan.params.get(own.place) else { return Ok(Value::native(dictionary)) };
    for entry in &param.uses {
        let name = match entry.set {
            0 => Str::from(ALL_SETS),
            bits => plan.set_names.get(bits.trailing_zeros() as usize).cloned().unwrap_or_default(),
        };
        let value = Value::native(Own {
            signature: own.signature.clone(),
            place: own.place,
            ty: &SET_METADATA,
            entry: Some(*entry),
        });
        dictionary.set(Value::Str(name), value);
    }
    Ok(Value::native(dictionary))
}

fn entry(this: &Value) -> Outcome<UsePlan> {
    own(this)?.entry.ok_or_else(fault::null_reference)
}

fn help_message(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let param = own(this)?.param()?;
    let text = param.uses.iter().map(|entry| entry.help_message.clone()).find(|text| !text.is_empty());
    Ok(text.map_or(Value::Null, Value::Str))
}

const MANDATORY: Property = Property::new("IsMandatory", "bool", |_, this| Ok(Value::Bool(entry(this)?.mandatory)));
const POSITION: Property =
    Property::new("Position", "int", |_, this| Ok(Value::Int(entry(this)?.position.unwrap_or(i32::MIN))));
const BY_VALUE: Property = Property::new("ValueFromPipeline", "bool", |_, this| Ok(Value::Bool(entry(this)?.by_value)));
const BY_NAME: Property =
    Property::new("ValueFromPipelineByPropertyName", "bool", |_, this| Ok(Value::Bool(entry(this)?.by_property)));
const REMAINING: Property =
    Property::new("ValueFromRemainingArguments", "bool", |_, this| Ok(Value::Bool(entry(this)?.remaining)));
const HELP: Property = Property::new("HelpMessage", "string", help_message);
const ATTRIBUTES: Property =
    Property::new("Attributes", "System.Collections.ObjectModel.Collection[System.Attribute]", attributes_of);

static METADATA_TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("Name", "string", name),
        Property::new("ParameterType", "type", parameter_type),
        Property::new(
            "ParameterSets",
            "System.Collections.Generic.Dictionary[string,System.Management.Automation.ParameterSetMetadata]",
            parameter_sets,
        ),
        Property::new("IsDynamic", "bool", |_, _| Ok(Value::Bool(false))),
        Property::new("Aliases", "System.Collections.ObjectModel.Collection[string]", aliases),
        ATTRIBUTES,
        Property::new("SwitchParameter", "bool", |_, this| Ok(Value::Bool(own(this)?.param()?.is_switch))),
    ],
    ..TypeTable::of(&METADATA)
};
static SET_METADATA_TABLE: TypeTable = TypeTable {
    properties: &[
        MANDATORY,
        POSITION,
        BY_VALUE,
        BY_NAME,
        REMAINING,
        HELP,
        Property::new("HelpMessageBaseName", "string", |_, _| Ok(Value::Null)),
        Property::new("HelpMessageResourceId", "string", |_, _| Ok(Value::Null)),
    ],
    ..TypeTable::of(&SET_METADATA)
};
static INFO_TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("Name", "string", name),
        Property::new("ParameterType", "type", parameter_type),
        MANDATORY,
        Property::new("IsDynamic", "bool", |_, _| Ok(Value::Bool(false))),
        POSITION,
        BY_VALUE,
        BY_NAME,
        REMAINING,
        HELP,
        Property::new("Aliases", "System.Collections.ObjectModel.ReadOnlyCollection[string]", aliases),
        ATTRIBUTES,
    ],
    ..TypeTable::of(&INFO)
};
static SET_INFO_TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("Name", "string", |_, this| Ok(Value::Str(set(this)?.name.clone()))),
        Property::new("IsDefault", "bool", |_, this| Ok(Value::Bool(set(this)?.is_default))),
        Property::new(
            "Parameters",
            "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.CommandParameterInfo]",
            |_, this| {
                let set = set(this)?;
                let plan = set.signature.plan();
                let mut list = Vec::new();
                for (place, param) in plan.params.iter().enumerate().filter(|(_, param)| param.is_in(set.bit)) {
                    let entry = param.use_in(set.bit);
                    list.push(Value::native(Own { signature: set.signature.clone(), place, ty: &INFO, entry }));
                }
                Ok(Value::array(list))
            },
        ),
    ],
    ..TypeTable::of(&SET_INFO)
};
