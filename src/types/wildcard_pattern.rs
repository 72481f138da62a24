//! `System.Management.Automation.WildcardPattern`.

use super::arguments::Arguments;
use super::invoke::receiver;
use super::table::{Method, TypeTable};
use super::{exceptions, fault, known};
use crate::text::{CaseRule, Str, Wildcard, wildcard};
use crate::value::types::TypeRef;
use crate::value::{Env, Native, Outcome, Value};

/// The bit of `WildcardOptions` by which case does not matter.
const IGNORE_CASE: i64 = 2;

/// A pattern with its rule of case; a pattern that is not valid shows it when it is used.
pub struct Pattern {
    text: Str,
    case: CaseRule,
}

impl Native for Pattern {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&known::WILDCARD_PATTERN)
    }
}

pub(super) static TABLE: TypeTable = TypeTable {
    accelerators: &["WildcardPattern"],
    methods: &[
        Method::new("bool IsMatch(string input)", is_match),
        Method::new("string ToWql()", |_, this, _| Ok(Value::from(wql(&receiver::<Pattern>(this)?.text)))),
    ],
    constructors: &[
        Method::new("WildcardPattern new(string pattern)", new),
        Method::new("WildcardPattern new(string pattern, System.Management.Automation.WildcardOptions options)", new),
    ],
    static_methods: &[
        Method::new("WildcardPattern Get(string pattern, System.Management.Automation.WildcardOptions options)", new),
        Method::new("string Escape(string pattern)", |_, _, arguments| {
            Ok(Value::from(wildcard::escape(&arguments.needed_text(0, "pattern")?)))
        }),
        Method::new("bool ContainsWildcardCharacters(string pattern)", |_, _, arguments| {
            Ok(Value::Bool(wildcard::contains_wildcards(&arguments.text(0))))
        }),
        Method::new("string Unescape(string pattern)", |_, _, arguments| {
            Ok(Value::from(wildcard::unescape(&arguments.needed_text(0, "pattern")?)))
        }),
    ],
    ..TypeTable::of(&known::WILDCARD_PATTERN)
};

fn new(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let text = arguments.needed_text(0, "pattern")?;
    let ignores = arguments.number(1) & IGNORE_CASE != 0;
    Ok(Value::native(Pattern { text, case: if ignores { CaseRule::Insensitive } else { CaseRule::Sensitive } }))
}

fn is_match(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let own = receiver::<Pattern>(this)?;
    match Wildcard::new(&own.text, own.case) {
        Ok(pattern) => Ok(Value::Bool(pattern.is_match(&arguments.text(0)))),
        Err(_) => Err(fault::raise(
            &exceptions::WILDCARD_PATTERN_EXCEPTION,
            format!("The specified wildcard character pattern is not valid: {}", own.text),
        )),
    }
}

/// The pattern in the language of WMI.
fn wql(pattern: &str) -> String {
    let mut out = String::new();
    let mut chars = pattern.chars();
    while let Some(c) = chars.next() {
        match c {
            '*' => out.push('%'),
            '?' => out.push('_'),
            '%' | '_' => out.extend(['[', c, ']']),
            '`' => out.extend(chars.next()),
            '\'' => out.push_str("''"),
            other => out.push(other),
        }
    }
    out
}
