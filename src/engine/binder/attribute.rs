//! What the attributes before parameters and variables mean.

use super::check::range;
use super::check::{as_type, is_generator, items_of};
use crate::engine::Session;
use crate::engine::signature::{Check, ParamUse, RangeKind};
use crate::text::Str;
use crate::text::regex::RegexOptions;
use crate::text::symbol::same_name;
use crate::types::attributes::{ARGUMENT_TRANSFORMATION_ATTRIBUTE, VALIDATE_ARGUMENTS_ATTRIBUTE};
use crate::types::enums::{CONFIRM_IMPACT, REGEX_OPTIONS};
use crate::value::error::METHOD_EXCEPTION;
use crate::value::{Env, ErrorCategory, Fault, Flow, NativeType, Outcome, TypeRef, Value, convert};
use std::cmp::Ordering;

/// The arguments of an attribute, evaluated.
#[derive(Default)]
pub struct Arguments {
    pub positional: Vec<Value>,
    pub named: Vec<(Str, Value)>,
}

/// An attribute by what it does.
pub enum Attribute {
    Check(Check),
    Parameter(ParameterAttribute),
    Alias(Vec<Str>),
    AllowNull,
    AllowEmptyString,
    AllowEmptyCollection,
    Completions(Vec<Str>),
    /// `ArgumentCompleter` with its script block or type.
    Completer(Value),
    Obsolete(Str),
    /// It changes nothing about binding.
    Inert,
}

/// `[Parameter()]`.
#[derive(Default)]
pub struct ParameterAttribute {
    pub entry: ParamUse,
    pub hidden: bool,
}

/// Attributes that a script may carry without an effect.
const INERT: [&str; 14] = [
    "Credential",
    "DscProperty",
    "DscResource",
    "Experimental",
    "Hidden",
    "PSDefaultValue",
    "SupportsWildcards",
    "ValidateTrustedData",
    "DebuggerHidden",
    "DebuggerNonUserCode",
    "DebuggerStepThrough",
    "ExcludeFromCodeCoverage",
    "SuppressMessage",
    "Description",
];

/// The name of an attribute without its namespace and the ending `Attribute`.
pub fn simple_name(name: &str) -> &str {
    let name = name.rsplit('.').next().unwrap_or(name);
    let cut = name.len().saturating_sub("Attribute".len());
    match (name.get(..cut), name.get(cut..)) {
        (Some(stem), Some(end)) if !stem.is_empty() && same_name(end, "Attribute") => stem,
        _ => name,
    }
}

/// Reads an attribute by its name as it is written and its arguments.
///
/// # Errors
/// `CustomAttributeTypeNotFound` for an unknown name, and what PowerShell raises for arguments that do not fit.
pub fn read(session: &mut Session, name: &str, arguments: Arguments) -> Outcome<Attribute> {
    let stem = simple_name(name);
    let is = |known: &str| same_name(stem, known);
    if is("Parameter") {
        return parameter(session, arguments).map(Attribute::Parameter);
    }
    if is("Alias") {
        return texts(session, &arguments.positional).map(Attribute::Alias);
    }
    if is("AllowNull") {
        return Ok(Attribute::AllowNull);
    }
    if is("AllowEmptyString") {
        return Ok(Attribute::AllowEmptyString);
    }
    if is("AllowEmptyCollection") {
        return Ok(Attribute::AllowEmptyCollection);
    }
    if is("ArgumentCompletions") {
        return texts(session, &arguments.positional).map(Attribute::Completions);
    }
    if is("ArgumentCompleter") {
        return Ok(Attribute::Completer(arguments.positional.into_iter().next().unwrap_or_default()));
    }
    if is("Obsolete") {
        let message = arguments.positional.first().cloned().unwrap_or_default();
        return convert::to_text(session, &message).map(Attribute::Obsolete);
    }
    if let Some(check) = validation(session, stem, &arguments)? {
        return Ok(Attribute::Check(check));
    }
    if INERT.iter().any(|known| is(known)) {
        return Ok(Attribute::Inert);
    }
    custom(session, name, arguments)
}

/// The check that an attribute of a variable stands for, if it is one.
///
/// # Errors
/// As [`read`].
pub fn check_of(session: &mut Session, name: &str, arguments: Arguments) -> Outcome<Option<Check>> {
    match read(session, name, arguments)? {
        Attribute::Check(check) => Ok(Some(check)),
        _ => Ok(None),
    }
}

fn validation(session: &mut Session, stem: &str, arguments: &Arguments) -> Outcome<Option<Check>> {
    let is = |known: &str| same_name(stem, known);
    let positional = &arguments.positional;
    Ok(Some(if is("ValidateSet") {
        set(session, arguments)?
    } else if is("ValidateRange") {
        limits(session, positional)?
    } else if is("ValidateLength") {
        let (low, high) = bounds(session, stem, positional)?;
        if high < low {
            return Err(super::check::fault(
                "ValidateLengthMaxLengthSmallerThanMinLength",
                "The specified maximum character length of the argument is shorter than the specified minimum argument \
                 character length. Update the ValidateLength attribute for the parameter.",
            ));
        }
        Check::ValidateLength(low, high)
    } else if is("ValidateCount") {
        let (low, high) = bounds(session, stem, positional)?;
        if high < low {
            return Err(super::check::fault(
                "ValidateRangeMaxLengthSmallerThanMinLength",
                "The specified maximum number of arguments for a parameter is fewer than the specified minimum number \
                 of arguments. Update the ValidateCount attribute for the parameter.",
            ));
        }
        Check::ValidateCount(low, high)
    } else if is("ValidatePattern") {
        pattern(session, stem, arguments)?
    } else if is("ValidateScript") {
        let [script] = positional.as_slice() else { return Err(no_constructor(positional.len())) };
        Check::ValidateScript { script: script.clone(), message: message(session, arguments)? }
    } else if is("ValidateNotNull") {
        Check::ValidateNotNull
    } else if is("ValidateNotNullOrEmpty") {
        Check::ValidateNotNullOrEmpty
    } else if is("ValidateNotNullOrWhiteSpace") {
        Check::ValidateNotNullOrWhiteSpace
    } else if is("ValidateDrive") {
        Check::ValidateDrive(texts(session, positional)?)
    } else if is("ValidateUserDrive") {
        Check::ValidateDrive(vec![Str::from("User")])
    } else if is("PSTypeName") {
        let [name] = positional.as_slice() else { return Err(no_constructor(positional.len())) };
        Check::TypeName(convert::to_text(session, name)?)
    } else {
        return Ok(None);
    }))
}

fn set(session: &mut Session, arguments: &Arguments) -> Outcome<Check> {
    if let [only] = arguments.positional.as_slice()
        && let Some(ty) = as_type(only)
        && is_generator(&ty)
    {
        return Ok(Check::ValidateSetFrom(ty));
    }
    let values = texts(session, &arguments.positional)?;
    if values.is_empty() {
        let message = "Cannot process argument because the value of argument \"validValues\" is out of range. Change \
                       argument \"validValues\" to a value that is within range. (Parameter 'validValues')\nActual \
                       value was System.String[].";
        return Err(Fault::new("ArgumentOutOfRange", ErrorCategory::InvalidArgument, message).into());
    }
    let mut ignore_case = true;
    for (name, value) in &arguments.named {
        if same_name(name, "IgnoreCase") {
            ignore_case = convert::to_bool(session, value)?;
        } else if !same_name(name, "ErrorMessage") {
            return Err(no_property(name));
        }
    }
    Ok(Check::ValidateSet { values, ignore_case, message: message(session, arguments)? })
}

fn limits(session: &mut Session, positional: &[Value]) -> Outcome<Check> {
    match positional {
        [kind] => {
            const KINDS: [(&str, RangeKind); 4] = [
                ("Positive", RangeKind::Positive),
                ("NonNegative", RangeKind::NonNegative),
                ("Negative", RangeKind::Negative),
                ("NonPositive", RangeKind::NonPositive),
            ];
            let text = convert::to_text(session, kind)?;
            match KINDS.iter().find(|(name, _)| same_name(name, &text)) {
                Some((_, kind)) => Ok(Check::ValidateRangeKind(*kind)),
                None => Err(no_constructor(1)),
            }
        }
        [low, high] => {
            let (low, high) = same_type(session, low.base().clone(), high.base().clone())?;
            if range::order(session, &low, &high)? == Ordering::Greater {
                return Err(super::check::fault(
                    "MaxRangeSmallerThanMinRange",
                    "The specified maximum range cannot be accepted because it is less than the specified minimum \
                     range. Update the ValidateRange attribute for the parameter.",
                ));
            }
            Ok(Check::ValidateRange(low, high))
        }
        other => Err(no_constructor(other.len())),
    }
}

fn same_type(session: &mut Session, low: Value, high: Value) -> Outcome<(Value, Value)> {
    let (own, other) = (low.type_ref(), high.type_ref());
    if own == other {
        return Ok((low, high));
    }
    match range::common_type(&low, &high) {
        Some(ty) => Ok((convert::convert(session, &low, &ty)?, convert::convert(session, &high, &ty)?)),
        None => {
            let name = |ty: Option<TypeRef>| ty.map(|ty| ty.short_name()).unwrap_or_default();
            let message = format!(
                "The specified minimum range ({}) cannot be accepted because it is not the same type as the specified \
                 maximum range ({}). Update the ValidateRange attribute for the parameter.",
                name(own),
                name(other)
            );
            Err(super::check::fault("MinRangeNotTheSameTypeOfMaxRange", message))
        }
    }
}

/// The least and the greatest length or count.
fn bounds(session: &mut Session, stem: &str, positional: &[Value]) -> Outcome<(i32, i32)> {
    let [low, high] = positional else { return Err(no_constructor(positional.len())) };
    let (low, high) = (convert::to_int(session, low)?, convert::to_int(session, high)?);
    if low < 0 {
        return Err(out_of_range(stem, "minLength", low));
    }
    if high <= 0 {
        return Err(out_of_range(stem, "maxLength", high));
    }
    Ok((low, high))
}

fn out_of_range(stem: &str, argument: &str, value: i32) -> Flow {
    construction_failed(
        stem,
        &format!(
            "Cannot process argument because the value of argument \"{argument}\" is out of range. Change argument \
             \"{argument}\" to a value that is within range. (Parameter '{argument}')\nActual value was {value}."
        ),
    )
}

fn construction_failed(stem: &str, why: &str) -> Flow {
    let message = format!("The following exception occurred while constructing the attribute \"{stem}\": \"{why}\"");
    Fault::new("ExceptionConstructingAttribute", ErrorCategory::InvalidOperation, message).into()
}

fn pattern(session: &mut Session, stem: &str, arguments: &Arguments) -> Outcome<Check> {
    let [pattern] = arguments.positional.as_slice() else { return Err(no_constructor(arguments.positional.len())) };
    let pattern = convert::to_text(session, pattern)?;
    if pattern.is_empty() {
        let why = "Cannot process argument because the value of argument \"regexPattern\" is not valid. Change the \
                   value of the \"regexPattern\" argument and run the operation again.";
        return Err(construction_failed(stem, why));
    }
    let mut options = RegexOptions::IGNORE_CASE;
    for (name, value) in &arguments.named {
        if same_name(name, "Options") {
            options = RegexOptions::from_bits(enum_number(session, value, &REGEX_OPTIONS)?);
        }
    }
    Ok(Check::ValidatePattern { pattern, options, message: message(session, arguments)? })
}

fn enum_number(session: &mut Session, value: &Value, ty: &'static NativeType) -> Outcome<u32> {
    match convert::to_enum(session, value, &TypeRef::Native(ty))? {
        Value::Enum(value) => Ok(u32::try_from(value.value).unwrap_or(0)),
        _ => Ok(0),
    }
}

/// The impact that `ConfirmImpact =` names, as a number.
pub fn impact(session: &mut Session, value: &Value) -> Outcome<u32> {
    enum_number(session, value, &CONFIRM_IMPACT)
}

fn message(session: &mut Session, arguments: &Arguments) -> Outcome<Option<Str>> {
    match arguments.named.iter().find(|(name, _)| same_name(name, "ErrorMessage")) {
        Some((_, value)) => convert::to_text(session, value).map(Some),
        None => Ok(None),
    }
}

/// All arguments as texts; a list counts as its items.
fn texts(session: &mut Session, values: &[Value]) -> Outcome<Vec<Str>> {
    let mut texts = Vec::with_capacity(values.len());
    for value in values {
        match items_of(value) {
            Some(items) => {
                for item in &items {
                    texts.push(convert::to_text(session, item)?);
                }
            }
            None => texts.push(convert::to_text(session, value)?),
        }
    }
    Ok(texts)
}

fn parameter(session: &mut Session, arguments: Arguments) -> Outcome<ParameterAttribute> {
    if !arguments.positional.is_empty() {
        let text = overload_message(arguments.positional.len());
        return Err(Fault::new("MethodCountCouldNotFindBest", ErrorCategory::InvalidOperation, text).into());
    }
    let mut read = ParameterAttribute::default();
    for (name, value) in &arguments.named {
        let is = |known: &str| same_name(name, known);
        let entry = &mut read.entry;
        if is("Position") {
            let position = convert::to_int(session, value)?;
            entry.position = (position != i32::MIN).then_some(position);
        } else if is("ParameterSetName") {
            let set = convert::to_text(session, value)?;
            entry.set = (!set.is_empty() && !same_name(&set, super::plan::ALL_SETS)).then_some(set);
        } else if is("Mandatory") {
            entry.mandatory = convert::to_bool(session, value)?;
        } else if is("ValueFromPipeline") {
            entry.by_value = convert::to_bool(session, value)?;
        } else if is("ValueFromPipelineByPropertyName") {
            entry.by_property = convert::to_bool(session, value)?;
        } else if is("ValueFromRemainingArguments") {
            entry.remaining = convert::to_bool(session, value)?;
        } else if is("HelpMessage") {
            entry.help_message = convert::to_text(session, value)?;
        } else if is("DontShow") {
            read.hidden = convert::to_bool(session, value)?;
        } else if !is("HelpMessageBaseName") && !is("HelpMessageResourceId") {
            return Err(no_property(name));
        }
    }
    Ok(read)
}

/// An attribute that a script class defines.
fn custom(session: &mut Session, name: &str, arguments: Arguments) -> Outcome<Attribute> {
    let found = session.find_type(&format!("{name}Attribute")).or_else(|| session.find_type(name));
    let Some(ty) = found else {
        let message = format!(
            "Cannot find the type for custom attribute '{name}'. Make sure that the assembly that contains this type is \
             loaded."
        );
        return Err(Fault::new("CustomAttributeTypeNotFound", ErrorCategory::InvalidOperation, message).into());
    };
    let native = ty.native();
    if !matches!(ty, TypeRef::Script(_))
        || !(native.is(&VALIDATE_ARGUMENTS_ATTRIBUTE) || native.is(&ARGUMENT_TRANSFORMATION_ATTRIBUTE))
    {
        return Ok(Attribute::Inert);
    }
    let made = match session.construct(&ty, &arguments.positional) {
        Some(made) => made?,
        None => return Err(no_constructor(arguments.positional.len())),
    };
    for (property, value) in arguments.named {
        session.set_property(&made, crate::text::Symbol::new(&property), value)?;
    }
    Ok(Attribute::Check(Check::Custom(made)))
}

fn overload_message(count: usize) -> String {
    format!("Cannot find an overload for \".ctor\" and the argument count: \"{count}\".")
}

fn no_constructor(count: usize) -> Flow {
    let text = overload_message(count);
    Fault::new("MethodCountCouldNotFindBest", ErrorCategory::NotSpecified, text).of(&METHOD_EXCEPTION).into()
}

/// The error for a named argument that an attribute does not have.
pub fn no_property(name: &str) -> Flow {
    let message =
        format!("Property '{name}' cannot be found for type 'System.Management.Automation.CmdletBindingAttribute'.");
    Fault::new("PropertyNotFoundForType", ErrorCategory::InvalidOperation, message).into()
}

#[cfg(test)]
mod tests {
    use super::simple_name;

    #[test]
    fn an_attribute_is_known_with_and_without_its_ending() {
        assert_eq!(simple_name("System.Management.Automation.ValidateSetAttribute"), "ValidateSet");
        assert_eq!(simple_name("Parameter"), "Parameter");
        assert_eq!(simple_name("Attribute"), "Attribute");
    }
}
