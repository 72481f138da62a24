//! `-replace`: a pattern and what each match becomes.

use super::pattern::{is_regex, regex, regex_exception, regex_fault};
use crate::text::regex::{Regex, RegexError};
use crate::text::{CaseRule, Str, Symbol};
use crate::value::convert::{to_int, to_text};
use crate::value::enumerate::items_of;
use crate::value::error::{ErrorCategory, Fault, Flow};
use crate::value::{EnumValue, Env, Outcome, Value, types};
use std::rc::Rc;

/// `left -replace right`: the right operand is a pattern, or a list of a pattern and a replacement text or script
/// block. The block is run for each match, which it sees as `$_`.
///
/// # Errors
/// `BadReplaceArgument` for more than two elements, `InvalidRegularExpression`, and what the block raises.
pub fn replace(env: &mut dyn Env, case: CaseRule, left: &Value, right: &Value) -> Outcome<Value> {
    let arguments = items_of(right).unwrap_or_else(|| vec![right.clone()]);
    let name = if case == CaseRule::Sensitive { "-creplace" } else { "-replace" };
    if arguments.len() > 2 {
        let count = arguments.len();
        let message = format!("The {name} operator allows only two elements to follow it, not {count}.");
        let fault = Fault::new("BadReplaceArgument", ErrorCategory::InvalidOperation, message);
        return Err(fault.target(right.clone()).into());
    }
    let pattern = arguments.first().cloned().unwrap_or_default();
    let replacement = arguments.get(1).cloned().unwrap_or_default();
    let compiled = match regex(env, &pattern, case)? {
        Ok(compiled) => compiled,
        Err(fault) => return Err(invalid(env, &pattern, &fault)?),
    };
    let with = if is_script_block(&replacement) {
        Replacement::Block(replacement)
    } else {
        Replacement::Text(to_text(env, &replacement)?)
    };
    match items_of(left) {
        Some(items) => {
            let mut replaced = Vec::with_capacity(items.len());
            for item in items {
                replaced.push(replace_one(env, &compiled, &item, &with)?);
            }
            Ok(Value::array(replaced))
        }
        None => replace_one(env, &compiled, left, &with),
    }
}

enum Replacement {
    Text(Str),
    Block(Value),
}

fn is_script_block(value: &Value) -> bool {
    matches!(value.base(), Value::Native(native) if native.type_ref().native().is(&types::SCRIPT_BLOCK))
}

fn invalid(env: &mut dyn Env, pattern: &Value, fault: &RegexError) -> Outcome<Flow> {
    if is_regex(pattern) {
        return Ok(regex_fault(fault).into());
    }
    let text = to_text(env, pattern)?;
    let message = format!("The regular expression pattern {text} is not valid.");
    let fault_value = Fault::new("InvalidRegularExpression", ErrorCategory::InvalidOperation, message);
    Ok(fault_value.target(pattern.clone()).inner(regex_exception(fault)).into())
}

fn replace_one(env: &mut dyn Env, regex: &Rc<Regex>, left: &Value, with: &Replacement) -> Outcome<Value> {
    let subject = to_text(env, left)?;
    match with {
        Replacement::Text(text) => Ok(Value::from(regex.replace(&subject, text).map_err(|fault| regex_fault(&fault))?)),
        Replacement::Block(block) => by_block(env, regex, &subject, block),
    }
}

/// Runs the block for each match; the matches are the objects that `[regex]::Matches` gives.
fn by_block(env: &mut dyn Env, regex: &Regex, subject: &Str, block: &Value) -> Outcome<Value> {
    let found = match_objects(env, regex, subject)?;
    let mut out = String::with_capacity(subject.len());
    let mut done = 0;
    for item in found {
        let index = env.get_property(&item, Symbol::new("Index"))?;
        let length = env.get_property(&item, Symbol::new("Length"))?;
        let start = usize::try_from(to_int(env, &index)?).unwrap_or(0);
        let length = usize::try_from(to_int(env, &length)?).unwrap_or(0);
        let result = env.invoke_item(block, &item, std::slice::from_ref(&item))?;
        let text = to_text(env, &result)?;
        out.push_str(&subject.slice(done, start.saturating_sub(done)).unwrap_or_default());
        out.push_str(&text);
        done = start + length;
    }
    out.push_str(&subject.slice(done, subject.utf16_len().saturating_sub(done)).unwrap_or_default());
    Ok(Value::from(out))
}

fn match_objects(env: &mut dyn Env, regex: &Regex, subject: &Str) -> Outcome<Vec<Value>> {
    let Some(ty) = env.find_type("regex") else { return Ok(Vec::new()) };
    let bits = i64::from(regex.options().bits());
    let options = match env.find_type("System.Text.RegularExpressions.RegexOptions") {
        Some(ty) => Value::Enum(Rc::new(EnumValue { ty, value: bits })),
        None => Value::Long(bits),
    };
    let arguments = [Value::Str(subject.clone()), Value::Str(regex.pattern().clone()), options];
    match env.call_static(&ty, "Matches", &arguments) {
        Some(found) => Ok(items_of(&found?).unwrap_or_default()),
        None => Ok(Vec::new()),
    }
}
