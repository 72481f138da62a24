//! `-split`, binary and unary.

use super::pattern::{regex, regex_fault};
use super::rewrapped;
use crate::text::regex::{Regex, RegexOptions};
use crate::text::{CaseRule, Str};
use crate::value::convert::{self, to_bool, to_int, to_text};
use crate::value::enumerate::items_of;
use crate::value::error::{ErrorCategory, Fault, PARSE_EXCEPTION};
use crate::value::{Array, Env, NativeType, Outcome, TypeRef, Value, types};
use std::rc::Rc;

/// `System.Management.Automation.SplitOptions`.
pub static SPLIT_OPTIONS: NativeType = NativeType::flags(
    "System.Management.Automation.SplitOptions",
    &[
        ("SimpleMatch", SIMPLE_MATCH),
        ("RegexMatch", 2),
        ("CultureInvariant", 4),
        ("IgnorePatternWhitespace", 8),
        ("Multiline", 16),
        ("Singleline", 32),
        ("IgnoreCase", IGNORE_CASE),
        ("ExplicitCapture", 128),
    ],
);

const SIMPLE_MATCH: i64 = 1;
const IGNORE_CASE: i64 = 64;

/// `-split value`: the words between white space, of every item of a list.
///
/// # Errors
/// Those of turning the items into text.
pub fn split_words(env: &mut dyn Env, value: &Value) -> Outcome<Value> {
    let mut words = Vec::new();
    for text in texts(env, value)? {
        match text.trim() {
            "" => words.push(Value::from("")),
            trimmed => words.extend(trimmed.split_whitespace().map(Value::from)),
        }
    }
    Ok(strings(words))
}

/// `subject -split arguments`: a pattern or a script block, then the most pieces, then options.
///
/// A positive limit leaves the rest in the last piece, a negative one in the first.
///
/// # Errors
/// Patterns and options that are none, `InvalidSplitOptionCombination`, `InvalidSplitOptionWithPredicate`.
pub fn split(env: &mut dyn Env, case: CaseRule, subject: &Value, arguments: &[Value]) -> Outcome<Value> {
    let pattern = arguments.first().cloned().unwrap_or_default();
    let limit = match arguments.get(1) {
        Some(limit) => to_int(env, limit).map_err(rewrapped)?,
        None => 0,
    };
    let options = match arguments.get(2) {
        Some(options) => {
            let target = TypeRef::Native(&SPLIT_OPTIONS);
            match convert::convert(env, options, &target).map_err(rewrapped)? {
                Value::Enum(options) => Some(options.value),
                _ => None,
            }
        }
        None => None,
    };
    let texts = texts(env, subject)?;
    let is_block =
        matches!(pattern.base(), Value::Native(native) if native.type_ref().native().is(&types::SCRIPT_BLOCK));
    let mut pieces = Vec::new();
    if is_block {
        if options.is_some_and(|options| options != 0) {
            let message = "Options are not allowed on the -split operator with a predicate.";
            return Err(split_fault("InvalidSplitOptionWithPredicate", message).into());
        }
        for text in &texts {
            by_predicate(env, text, &pattern, limit, &mut pieces)?;
        }
        return Ok(strings(pieces));
    }
    let regex = splitter(env, &pattern, case, options.unwrap_or(0), limit < 0)?;
    let most = usize::try_from(limit.unsigned_abs()).unwrap_or(0);
    for text in &texts {
        let found = regex.split(text, most).map_err(|fault| regex_fault(&fault))?;
        pieces.extend(found.into_iter().map(Value::from));
    }
    Ok(strings(pieces))
}

fn split_fault(id: &str, message: &str) -> Fault {
    Fault::new(id, ErrorCategory::ParserError, message).of(&PARSE_EXCEPTION)
}

fn texts(env: &mut dyn Env, subject: &Value) -> Outcome<Vec<Str>> {
    match items_of(subject) {
        Some(items) => items.iter().map(|item| to_text(env, item)).collect(),
        None => Ok(vec![to_text(env, subject)?]),
    }
}

fn strings(pieces: Vec<Value>) -> Value {
    Value::Array(Rc::new(Array::typed(TypeRef::Native(&types::STRING), pieces)))
}

/// The expression to split by, with the options that `-split` names.
fn splitter(env: &mut dyn Env, pattern: &Value, case: CaseRule, options: i64, from_end: bool) -> Outcome<Rc<Regex>> {
    let simple = options & SIMPLE_MATCH != 0;
    if simple && options & !(SIMPLE_MATCH | IGNORE_CASE) != 0 {
        let message = "The combination of options with the -split operator is not valid.";
        return Err(split_fault("InvalidSplitOptionCombination", message).into());
    }
    if !simple && options == 0 && !from_end {
        return Ok(regex(env, pattern, case)?.map_err(|fault| regex_fault(&fault))?);
    }
    let text = to_text(env, pattern)?;
    let text = if simple { Str::from(crate::text::regex::escape(&text)) } else { text };
    const BITS: [(i64, RegexOptions); 5] = [
        (4, RegexOptions::CULTURE_INVARIANT),
        (8, RegexOptions::IGNORE_PATTERN_WHITESPACE),
        (16, RegexOptions::MULTILINE),
        (32, RegexOptions::SINGLELINE),
        (128, RegexOptions::EXPLICIT_CAPTURE),
    ];
    let ignore = case == CaseRule::Insensitive || options & IGNORE_CASE != 0;
    let mut all = RegexOptions::NONE.with(RegexOptions::IGNORE_CASE, ignore);
    for (bit, option) in BITS {
        all = all.with(option, options & bit != 0);
    }
    all = all.with(RegexOptions::RIGHT_TO_LEFT, from_end);
    Ok(Regex::new(&text, all).map_err(|fault| regex_fault(&fault))?)
}

/// Splits at the characters for which the block is true; it sees the character as `$_`.
fn by_predicate(env: &mut dyn Env, text: &Str, block: &Value, limit: i32, pieces: &mut Vec<Value>) -> Outcome {
    let most = usize::try_from(limit.unsigned_abs()).unwrap_or(0);
    let mut parts: Vec<String> = Vec::new();
    let mut current = String::new();
    let characters: Vec<char> = if limit < 0 { text.chars().rev().collect() } else { text.chars().collect() };
    for c in characters {
        if most == 0 || parts.len() + 1 < most {
            let item = Value::from(c.to_string());
            let result = env.invoke_item(block, &item, std::slice::from_ref(&item))?;
            if to_bool(env, &result)? {
                parts.push(std::mem::take(&mut current));
                continue;
            }
        }
        current.push(c);
    }
    parts.push(current);
    if limit < 0 {
        parts.reverse();
        parts = parts.into_iter().map(|part| part.chars().rev().collect()).collect();
    }
    pieces.extend(parts.into_iter().map(Value::from));
    Ok(())
}
