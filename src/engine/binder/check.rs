//! The checks of parameters and of variables: transformations, conversions and validations.

pub(super) mod range;

use super::coerce;
use super::implicit;
use crate::engine::Session;
use crate::engine::block::ScriptBlock;
use crate::engine::frame::FrameKind;
use crate::engine::invoke::Invocation;
use crate::engine::pipeline::Collect;
use crate::engine::signature::{Check, Param};
use crate::text::Str;
use crate::text::collate::{CaseRule, equal};
use crate::text::regex::{Regex, RegexOptions};
use crate::text::symbol::same_name;
use crate::types::attributes::ARGUMENT_TRANSFORMATION_ATTRIBUTE;
use crate::types::exceptions::{ARGUMENT_TRANSFORMATION_METADATA_EXCEPTION, VALIDATION_METADATA_EXCEPTION};
use crate::value::{Env, ErrorCategory, Exception, Fault, Flow, Instance, Outcome, TypeRef, Value, convert};
use std::rc::Rc;

/// What a check is for, which decides how its errors read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckContext {
    Parameter,
    /// A variable that has its checks already.
    Variable,
    /// A variable that gets its checks with this value.
    NewVariable,
    /// A property of a script class.
    Property,
}

/// Runs all checks on a value that a variable is to hold: transformations and conversions first, then validations.
///
/// # Errors
/// A failed conversion as it is; `ValidateSetFailure` where a validation refuses the value.
pub fn apply(
    session: &mut Session,
    checks: &[Check],
    value: Value,
    name: &str,
    context: CheckContext,
) -> Outcome<Value> {
    let mut value = value;
    for check in checks {
        match check {
            Check::Convert(ty) if context != CheckContext::Property && session.frame().kind == FrameKind::Dotted => {
                value = coerce::convert_declared(session, &value, ty, false).map_err(untransformed)?;
            }
            Check::Convert(ty) => value = convert::convert(session, &value, ty)?,
            Check::Custom(attribute) if is_transformation(attribute) => {
                value = transformed(session, attribute, &value, context)?;
            }
            _ => {}
        }
    }
    for check in checks {
        match validate(session, check, &value) {
            Err(flow) if context != CheckContext::Property && is_refusal(&flow) => {
                return Err(refused(session, &value, name, context)?);
            }
            other => other?,
        }
    }
    Ok(value)
}

/// A failed conversion for a variable of a dotted scope, such as a script's own, where the type of a variable is an
/// attribute that transforms; in functions it is a cast.
fn untransformed(flow: Flow) -> Flow {
    match convert::cause(flow) {
        Ok(reason) => {
            let message = convert::message_of(&reason);
            let fault = Fault::new("RuntimeException", ErrorCategory::MetadataError, message);
            fault.of(&ARGUMENT_TRANSFORMATION_METADATA_EXCEPTION).inner(reason).into()
        }
        Err(flow) => flow,
    }
}

/// Whether a validation refused the value, rather than failed in another way.
fn is_refusal(flow: &Flow) -> bool {
    let exception = super::fault::exception(flow);
    exception.downcast::<Exception>().is_some_and(|own| own.ty.is(&VALIDATION_METADATA_EXCEPTION))
}

fn refused(session: &mut Session, value: &Value, name: &str, context: CheckContext) -> Outcome<Flow> {
    let text = convert::object_text(session, value)?;
    let message = match context {
        CheckContext::NewVariable => {
            format!("The attribute cannot be added because variable {name} with value {text} would no longer be valid.")
        }
        _ => format!(
            "The variable cannot be validated because the value {text} is not a valid value for the {name} variable."
        ),
    };
    let fault = Fault::new("ValidateSetFailure", ErrorCategory::MetadataError, message);
    Ok(fault.of(&VALIDATION_METADATA_EXCEPTION).into())
}

/// The value of a default expression as the parameter holds it: transformed and converted, but not validated.
///
/// # Errors
/// A failed conversion.
pub fn convert_default(session: &mut Session, param: &Param, value: Value) -> Outcome<Value> {
    let mut value = value;
    for check in &param.checks {
        match check {
            Check::Convert(ty) => value = coerce::convert_declared(session, &value, ty, false)?,
            Check::Custom(attribute) if is_transformation(attribute) && !value.is_null() => {
                value = transformed(session, attribute, &value, CheckContext::Parameter)?;
            }
            _ => {}
        }
    }
    Ok(value)
}

/// What a parameter holds that was left out and has no default.
pub fn missing_value(param: &Param) -> Value {
    implicit::default_of(&param.ty).unwrap_or_default()
}

/// Whether an attribute of a script class transforms values.
pub(super) fn is_transformation(attribute: &Value) -> bool {
    attribute.type_ref().is_some_and(|ty| ty.native().is(&ARGUMENT_TRANSFORMATION_ATTRIBUTE))
}

/// What a transformation of a script class makes of a value.
pub(super) fn transformed(
    session: &mut Session,
    attribute: &Value,
    value: &Value,
    _context: CheckContext,
) -> Outcome<Value> {
    session.call_method(attribute, "Transform", &[Value::Null, value.clone()])
}

/// Validates a value; what is no validation does nothing.
///
/// # Errors
/// `ValidationMetadataException`, or what a script raises.
pub(super) fn validate(session: &mut Session, check: &Check, value: &Value) -> Outcome {
    match check {
        Check::Convert(_) => Ok(()),
        Check::ValidateCount(low, high) => count(value, *low, *high),
        Check::ValidateNotNull => not_null(value),
        Check::ValidateNotNullOrEmpty => not_empty(value, false),
        Check::ValidateNotNullOrWhiteSpace => not_empty(value, true),
        Check::ValidateDrive(drives) => drive(session, value, drives),
        Check::VariableName => variable_name(value),
        Check::TypeName(_) => Ok(()),
        Check::NoNameOf(ty) => no_name_of(value, ty),
        Check::Custom(attribute) => custom(session, attribute, value),
        Check::ValidateSet { .. }
        | Check::ValidateSetFrom(_)
        | Check::ValidateRange(..)
        | Check::ValidateRangeKind(_)
        | Check::ValidateLength(..)
        | Check::ValidatePattern { .. }
        | Check::ValidateScript { .. } => each(session, value, |session, item| element(session, check, item)),
    }
}

fn no_name_of(value: &Value, ty: &'static crate::value::NativeType) -> Outcome {
    let members = crate::value::EnumValue::members(&crate::value::TypeRef::Native(ty));
    let is_name =
        |text: &Str| members.iter().any(|(name, value)| value.count_ones() == 1 && name.eq_ignore_ascii_case(text));
    if !value.as_str().is_some_and(is_name) {
        return Ok(());
    }
    let text = format!(
        "The parameter NotePropertyName cannot take values that could be converted to the type {}. To define the name \
         of a member with those values, use Add-Member, and specify the member type.",
        ty.name
    );
    Err(fault("ValidateNotePropertyName", text))
}

/// Runs a validation on each item of a list, or on the value where it is none.
fn each(session: &mut Session, value: &Value, mut validate: impl FnMut(&mut Session, &Value) -> Outcome) -> Outcome {
    if value.is_null() {
        return Err(fault("ArgumentIsEmpty", NULL_OR_EMPTY_COLLECTION));
    }
    match items_of(value) {
        Some(items) => items.iter().try_for_each(|item| validate(session, item)),
        None => validate(session, value),
    }
}

const NULL: &str = "The argument is null. Provide a valid value for the argument, and then try running the command \
                    again.";
const NULL_OR_EMPTY: &str =
    "The argument is null or empty. Provide an argument that is not null or empty, and then try the command again.";
const NULL_OR_EMPTY_COLLECTION: &str = "The argument is null, empty, or an element of the argument collection \
                                        contains a null value. Supply a collection that does not contain any null \
                                        values and then try the command again.";

pub(super) fn fault(id: &'static str, message: impl Into<Str>) -> Flow {
    Fault::new(id, ErrorCategory::MetadataError, message).of(&VALIDATION_METADATA_EXCEPTION).into()
}

fn element(session: &mut Session, check: &Check, item: &Value) -> Outcome {
    if let Check::ValidateLength(low, high) = check {
        return length(item, *low, *high);
    }
    if item.is_null() {
        return Err(fault("ArgumentIsEmpty", NULL));
    }
    match check {
        Check::ValidateSet { values, ignore_case, message } => {
            in_set(session, item, values, *ignore_case, message.as_ref())
        }
        Check::ValidateSetFrom(generator) => {
            let values = generated_values(session, generator)?;
            in_set(session, item, &values, true, None)
        }
        Check::ValidateRange(low, high) => range::between(session, item, low, high),
        Check::ValidateRangeKind(kind) => range::of_kind(session, item, *kind),
        Check::ValidatePattern { pattern, options, message } => {
            matches_pattern(session, item, pattern, *options, message.as_ref())
        }
        Check::ValidateScript { script, message } => accepted(session, item, script, message.as_ref()),
        _ => Ok(()),
    }
}

fn filled(template: Option<&Str>, default: &str, first: &str, second: &str) -> Str {
    let template = template.filter(|text| !text.is_empty()).map_or(default, Str::as_str);
    Str::from(template.replace("{0}", first).replace("{1}", second))
}

fn in_set(session: &mut Session, item: &Value, values: &[Str], ignore_case: bool, message: Option<&Str>) -> Outcome {
    let text = convert::object_text(session, item)?;
    let case = if ignore_case { CaseRule::Insensitive } else { CaseRule::Sensitive };
    if values.iter().any(|value| equal(value, &text, case)) {
        return Ok(());
    }
    let list = values.iter().map(Str::as_str).collect::<Vec<_>>().join(",");
    const DEFAULT: &str = "The argument \"{0}\" does not belong to the set \"{1}\" specified by the ValidateSet \
                           attribute. Supply an argument that is in the set and then try the command again.";
    Err(fault("ValidateSetFailure", filled(message, DEFAULT, &text, &list)))
}

/// The values that a class with `GetValidValues()` lists.
///
/// # Errors
/// Those of the class; a list that is null.
pub fn generated_values(session: &mut Session, generator: &TypeRef) -> Outcome<Vec<Str>> {
    let Some(made) = session.construct(generator, &[]) else { return Ok(Vec::new()) };
    let made = made?;
    let values = session.call_method(&made, "GetValidValues", &[])?;
    if values.is_null() {
        return Err(fault("ValidateSetGeneratedValidValuesListIsNull", "Valid values generator return a null value."));
    }
    let items = items_of(&values).unwrap_or_else(|| vec![values]);
    items.iter().map(|item| convert::to_text(session, item)).collect()
}

fn length(item: &Value, low: i32, high: i32) -> Outcome {
    let Some(text) = item.as_str() else {
        return Err(fault(
            "ValidateLengthNotString",
            "The ValidateLength attribute cannot be applied to a parameter that is not a string or string[] \
             parameter. Make the parameter a string or string[] parameter.",
        ));
    };
    let length = i32::try_from(text.utf16_len()).unwrap_or(i32::MAX);
    if length < low {
        let message = format!(
            "The character length ({length}) of the argument is too short. Specify an argument with a length that is \
             greater than or equal to \"{low}\", and then try the command again."
        );
        return Err(fault("ValidateLengthMinLengthFailure", message));
    }
    if length > high {
        let message = format!(
            "The character length of the {length} argument is too long. Shorten the character length of the argument \
             so it is fewer than or equal to \"{high}\" characters, and then try the command again."
        );
        return Err(fault("ValidateLengthMaxLengthFailure", message));
    }
    Ok(())
}

fn count(value: &Value, low: i32, high: i32) -> Outcome {
    let count = match value.base() {
        Value::Null | Value::Void => Some(0),
        Value::Str(text) => Some(text.utf16_len()),
        Value::Array(array) => Some(array.len()),
        Value::Table(table) => Some(table.len()),
        Value::Native(native) => native.data().count(),
        _ => None,
    };
    let Some(count) = count else {
        return Err(fault(
            "NotAnArrayParameter",
            "The ValidateCount attribute cannot be applied to a non-array parameter. Either remove the attribute from \
             the parameter or make the parameter an array parameter.",
        ));
    };
    let count = i32::try_from(count).unwrap_or(i32::MAX);
    if low == high && count != high {
        let message = format!("The parameter requires exactly {high} value(s) - {count} value(s) were provided.");
        return Err(fault("ValidateCountExactFailure", message));
    }
    if count < low || count > high {
        let message = format!(
            "The parameter requires at least {low} value(s) and no more than {high} value(s) - {count} value(s) were \
             provided."
        );
        return Err(fault("ValidateCountMinMaxFailure", message));
    }
    Ok(())
}

fn matches_pattern(
    session: &mut Session,
    item: &Value,
    pattern: &Str,
    options: RegexOptions,
    message: Option<&Str>,
) -> Outcome {
    let text = convert::object_text(session, item)?;
    let is_match = match Regex::new(pattern, options) {
        Ok(regex) => regex.is_match(&text).unwrap_or(false),
        Err(error) => return Err(fault("ValidatePatternFailure", error.to_string())),
    };
    if is_match {
        return Ok(());
    }
    const DEFAULT: &str = "The argument \"{0}\" does not match the \"{1}\" pattern. Supply an argument that matches \
                           \"{1}\" and try the command again.";
    Err(fault("ValidatePatternFailure", filled(message, DEFAULT, &text, pattern)))
}

fn accepted(session: &mut Session, item: &Value, script: &Value, message: Option<&Str>) -> Outcome {
    let Some(block) = script.downcast::<Rc<ScriptBlock>>().cloned() else { return Ok(()) };
    let mut output = Collect::default();
    let how = Invocation { underbar: Some(item.clone()), ..Invocation::default() };
    session.call_block(&block, how, &mut output)?;
    if convert::to_bool(session, &output.into_value())? {
        return Ok(());
    }
    const DEFAULT: &str = "The \"{1}\" validation script for the argument with value \"{0}\" did not return a result \
                           of True. Determine why the validation script failed, and then try the command again.";
    let text = convert::object_text(session, item)?;
    let source = block.template.text();
    Err(fault("ValidateScriptFailure", filled(message, DEFAULT, &text, &source)))
}

fn not_null(value: &Value) -> Outcome {
    if value.is_null() {
        return Err(fault("ArgumentIsNull", NULL));
    }
    let Some(items) = items_of(value) else { return Ok(()) };
    if items.iter().any(Value::is_null) {
        return Err(fault(
            "ArgumentIsNull",
            "The argument has a null value, or an element of the argument collection contains a null value. Provide a \
             collection that does not contain any null values, and then try the command again.",
        ));
    }
    Ok(())
}

fn not_empty(value: &Value, white_space: bool) -> Outcome {
    if value.is_null() {
        return Err(fault("ArgumentIsNull", NULL_OR_EMPTY));
    }
    let is_empty = |text: &Str| if white_space { text.trim().is_empty() } else { text.is_empty() };
    if let Some(text) = value.as_str() {
        return match (is_empty(text), white_space) {
            (false, _) => Ok(()),
            (true, false) => Err(fault("ArgumentIsEmpty", NULL_OR_EMPTY)),
            (true, true) => Err(fault(
                "ArgumentIsEmptyOrWhiteSpace",
                "The argument is null, empty, or consists of only white-space characters. Provide an argument that \
                 contains non white-space characters, and then try the command again.",
            )),
        };
    }
    if let Value::Table(table) = value.base() {
        return if table.is_empty() { Err(fault("ArgumentIsEmpty", NULL_OR_EMPTY_COLLECTION)) } else { Ok(()) };
    }
    let Some(items) = items_of(value) else { return Ok(()) };
    if items.is_empty() {
        return Err(fault("ArgumentIsEmpty", NULL_OR_EMPTY_COLLECTION));
    }
    if items.iter().any(Value::is_null) {
        return Err(fault("ArgumentIsNull", NULL_OR_EMPTY_COLLECTION));
    }
    if items.iter().filter_map(Value::as_str).any(is_empty) {
        return Err(if white_space {
            fault(
                "ArgumentCollectionContainsEmptyOrWhiteSpace",
                "An element of the argument collection is null, empty, or consists of only white-space characters. \
                 Supply a collection that does not contain any those values and then try the command again.",
            )
        } else {
            fault("ArgumentCollectionContainsEmpty", NULL_OR_EMPTY_COLLECTION)
        });
    }
    Ok(())
}

fn drive(session: &mut Session, value: &Value, drives: &[Str]) -> Outcome {
    if value.is_null() {
        return Err(fault("PathArgumentIsEmpty", NULL));
    }
    let Some(path) = value.as_str() else {
        return Err(fault(
            "PathArgumentIsNotValid",
            "The path argument is invalid. Supply a path argument that is a string type.",
        ));
    };
    let named = path.split_once(':').map(|(drive, _)| drive).filter(|drive| !drive.contains('/'));
    let root = match named {
        Some(drive) => drive.to_string(),
        None if session.drive.is_empty() || path.starts_with('/') => "/".to_string(),
        None => session.drive.to_string(),
    };
    if drives.iter().any(|drive| same_name(drive, &root)) {
        return Ok(());
    }
    let list = drives.iter().map(Str::as_str).collect::<Vec<_>>().join(",");
    let message = format!(
        "The path argument drive {root} does not belong to the set of approved drives: {list}. Supply a path argument \
         with an approved drive."
    );
    Err(fault("PathRootInvalid", message))
}

/// Refuses what names no variable, such as `env:PATH`.
fn variable_name(value: &Value) -> Outcome {
    let Some(text) = value.as_str() else { return Ok(()) };
    let name = text.strip_prefix('+').unwrap_or(text);
    let scope = name.split_once(':').map(|(scope, _)| scope);
    const SCOPES: [&str; 6] = ["global", "script", "local", "private", "variable", "using"];
    if scope.is_none_or(|scope| SCOPES.iter().any(|known| same_name(known, scope))) {
        return Ok(());
    }
    let message = format!("Cannot validate argument '{name}' because it is not a valid variable name.");
    Err(fault("ArgumentNotValidVariableName", message))
}

/// Runs a validation attribute that a script class defines.
fn custom(session: &mut Session, attribute: &Value, value: &Value) -> Outcome {
    if is_transformation(attribute) {
        return Ok(());
    }
    let has_element = matches!(attribute.base(), Value::Instance(instance) if is_enumerating(instance));
    if has_element {
        return each(session, value, |session, item| {
            session.call_method(attribute, "ValidateElement", std::slice::from_ref(item)).map(|_| ())
        });
    }
    session.call_method(attribute, "Validate", &[value.clone(), Value::Null]).map(|_| ())
}

fn is_enumerating(instance: &Rc<Instance>) -> bool {
    let ty = TypeRef::Script(instance.ty.clone());
    ty.native().is(&crate::types::attributes::VALIDATE_ENUMERATED_ARGUMENTS_ATTRIBUTE)
}

/// Whether a value, or each of its items, has a type name.
pub(super) fn has_type_name(session: &mut Session, value: &Value, name: &str) -> bool {
    let mut has = |value: &Value| session.type_names(value).iter().any(|known| same_name(known, name));
    match items_of(value) {
        Some(items) => items.iter().all(has),
        None => has(value),
    }
}

/// The items where the language enumerates the value.
pub(super) fn items_of(value: &Value) -> Option<Vec<Value>> {
    match value.base() {
        Value::Array(array) => Some(array.items.borrow().clone()),
        Value::Native(native) => native.data().items(),
        Value::Instance(instance) => instance.native_base().and_then(|base| base.data().items()),
        _ => None,
    }
}

/// Whether a type is the one that lists the values of a set.
pub(super) fn is_generator(ty: &TypeRef) -> bool {
    ty.is(&TypeRef::Native(&crate::types::attributes::VALUES_GENERATOR))
}

/// Whether a value is a type, for attributes that take one.
pub(super) fn as_type(value: &Value) -> Option<TypeRef> {
    match value.base() {
        Value::Type(ty) => Some((**ty).clone()),
        _ => None,
    }
}
