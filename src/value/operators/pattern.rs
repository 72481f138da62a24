//! The patterns that `-like`, `-match`, `-replace` and `-split` take, compiled once.

use crate::text::regex::{Regex, RegexError, RegexOptions};
use crate::text::{CaseRule, Str, Symbol, Wildcard};
use crate::value::convert::{to_int, to_text};
use crate::value::error::{
    ARGUMENT_OUT_OF_RANGE_EXCEPTION, ErrorCategory, Exception, Fault, REGEX_MATCH_TIMEOUT_EXCEPTION,
    REGEX_PARSE_EXCEPTION, WILDCARD_PATTERN_EXCEPTION,
};
use crate::value::{Env, NativeType, Outcome, Value};
use std::cell::RefCell;
use std::rc::Rc;

/// A pattern with the wildcard compiled from it.
type Compiled = (Str, CaseRule, Rc<Wildcard>);

thread_local! {
    static LAST_WILDCARD: RefCell<Option<Compiled>> = const { RefCell::new(None) };
}

/// Whether the text of `left` is like the pattern.
pub(super) fn is_like(env: &mut dyn Env, left: &Value, right: &Value, case: CaseRule) -> Outcome<bool> {
    let (text, pattern) = (to_text(env, left)?, to_text(env, right)?);
    Ok(wildcard(&pattern, case)?.is_match(&text))
}

fn wildcard(pattern: &Str, case: CaseRule) -> Outcome<Rc<Wildcard>> {
    let known = LAST_WILDCARD.with_borrow(|last| match last {
        Some((known, rule, wildcard)) if known == pattern && *rule == case => Some(wildcard.clone()),
        _ => None,
    });
    if let Some(known) = known {
        return Ok(known);
    }
    let wildcard = Wildcard::new(pattern, case).map(Rc::new).map_err(|fault| {
        Fault::new("RuntimeException", ErrorCategory::NotSpecified, fault.to_string()).of(&WILDCARD_PATTERN_EXCEPTION)
    })?;
    LAST_WILDCARD.set(Some((pattern.clone(), case, wildcard.clone())));
    Ok(wildcard)
}

/// The regular expression that a value stands for: a `[regex]` keeps its own options, everything else is a pattern
/// under the operator's case rule.
pub(super) fn regex(env: &mut dyn Env, pattern: &Value, case: CaseRule) -> Outcome<Result<Rc<Regex>, RegexError>> {
    let text = to_text(env, pattern)?;
    let mut options = match case {
        CaseRule::Insensitive => RegexOptions::IGNORE_CASE,
        CaseRule::Sensitive => RegexOptions::NONE,
    };
    if is_regex(pattern) {
        let own = env.get_property(pattern, Symbol::new("Options"))?;
        options = RegexOptions::from_bits(to_int(env, &own)?.cast_unsigned());
    }
    Ok(Regex::new(&text, options))
}

/// Whether a value is a `[regex]`.
pub(super) fn is_regex(value: &Value) -> bool {
    matches!(value.base(), Value::Native(native)
        if native.type_ref().native().name == "System.Text.RegularExpressions.Regex")
}

/// The exception's type for a fault of the regular expression engine.
fn exception_type(fault: &RegexError) -> &'static NativeType {
    match fault {
        RegexError::Parse { .. } => &REGEX_PARSE_EXCEPTION,
        RegexError::Timeout => &REGEX_MATCH_TIMEOUT_EXCEPTION,
        RegexError::Options => &ARGUMENT_OUT_OF_RANGE_EXCEPTION,
    }
}

/// A fault of the regular expression engine as it leaves an expression.
pub(super) fn regex_fault(fault: &RegexError) -> Fault {
    Fault::raw(exception_type(fault), fault.to_string())
}

/// The same as an exception object.
pub(super) fn regex_exception(fault: &RegexError) -> Value {
    Value::native(Exception::new(exception_type(fault), fault.to_string()))
}
