//! Property arguments of `Select-Object`, `Sort-Object` and their kin: what they name and what they give.

use crate::cmdlets::prelude::*;
use crate::engine::Session;
use crate::engine::invoke::Invocation;
use crate::engine::pipeline::Collect;
use crate::format::expression::Expression;
use crate::text::CaseRule;
use crate::text::symbol::same_name;
use crate::text::wildcard::{Wildcard, contains_wildcards};
use crate::value::{ErrorRecord, Member, OtherMember};

/// A property that an expression stands for on one object, or a script block.
pub struct Resolved {
    /// The name in the object's spelling; of a script block its text.
    pub name: Str,
    source: Source,
}

enum Source {
    Property(Symbol),
    Script(Rc<ScriptBlock>),
}

/// What an expression gave.
pub type Result = std::result::Result<Value, Rc<ErrorRecord>>;

impl Resolved {
    /// The value for an object; an error inside is the value's own and does not end the command.
    pub fn value(&self, session: &mut Session, object: &Value) -> Outcome<Result> {
        let value = match &self.source {
            Source::Property(name) => session.find_member_value(object, *name).map(Option::unwrap_or_default),
            Source::Script(block) => run(session, block, object),
        };
        caught(value)
    }
}

fn caught(value: Outcome<Value>) -> Outcome<Result> {
    match value {
        Ok(value) => Ok(Ok(enumerate::single(value))),
        Err(Flow::Error(record)) => Ok(Err(record)),
        Err(flow) => Err(flow),
    }
}

/// Runs a block in a scope of its own with `$_` set to an object; its output as one value.
///
/// # Errors
/// What the block raises. Its errors can be caught, so that they do not end the script.
pub fn run(session: &mut Session, block: &Rc<ScriptBlock>, object: &Value) -> Outcome<Value> {
    let mut collected = Collect::default();
    let how = Invocation { underbar: Some(object.clone()), ..Invocation::default() };
    session.guarded(|session| session.call_block(block, how, &mut collected))?;
    Ok(collected.into_value())
}

/// Whether an expression is a name with wildcards.
pub fn is_pattern(expression: &Expression) -> bool {
    matches!(expression, Expression::Name(name) if contains_wildcards(name))
}

/// The text by which an expression goes: its name, or the text of its block.
pub fn label(expression: &Expression) -> Str {
    match expression {
        Expression::Name(name) | Expression::Property(name, _) => name.clone(),
        Expression::Script(block) => {
            block.downcast::<Rc<ScriptBlock>>().map(|block| block.template.text()).unwrap_or_default()
        }
    }
}

/// The properties of an object that an expression stands for, in the object's order; `expand` opens property sets.
pub fn resolve(session: &mut Session, expression: &Expression, object: &Value, expand: bool) -> Vec<Resolved> {
    match expression {
        Expression::Script(block) => match block.downcast::<Rc<ScriptBlock>>() {
            Some(block) => vec![Resolved { name: block.template.text(), source: Source::Script(block.clone()) }],
            None => Vec::new(),
        },
        Expression::Property(name, _) => vec![property(name.clone())],
        Expression::Name(pattern) if contains_wildcards(pattern) => matching(session, object, pattern),
        Expression::Name(name) => match property_set(object, name) {
            Some(names) if expand => {
                names.iter().filter_map(|name| spelling(session, object, name).map(property)).collect()
            }
            Some(_) => Vec::new(),
            None => spelling(session, object, name).map(property).into_iter().collect(),
        },
    }
}

fn property(name: Str) -> Resolved {
    let symbol = Symbol::new(&name);
    Resolved { name, source: Source::Property(symbol) }
}

/// The value of an expression for an object, the first where it names several; `None` where it names nothing.
///
/// # Errors
/// Only what is no error of the expression itself.
pub fn first_value(session: &mut Session, expression: &Expression, object: &Value) -> Outcome<Option<Result>> {
    if let Expression::Name(name) = expression
        && !contains_wildcards(name)
        && property_set(object, name).is_none()
        && !matches!(object.base(), Value::Table(_))
    {
        let symbol = Symbol::new(name);
        return match session.find_member_value(object, symbol) {
            Ok(Some(value)) if !is_method(object, symbol) => caught(Ok(value)).map(Some),
            Ok(_) => Ok(None),
            Err(flow) => caught(Err(flow)).map(Some),
        };
    }
    match resolve(session, expression, object, false).first() {
        Some(resolved) => resolved.value(session, object).map(Some),
        None => Ok(None),
    }
}

/// The name of a property in the object's own spelling; `None` where the object has no such property.
pub fn spelling(session: &mut Session, object: &Value, name: &str) -> Option<Str> {
    let symbol = Symbol::new(name);
    if let Value::Table(table) = object.base() {
        let key = table.keys().into_iter().find_map(|key| key.as_str().filter(|key| same_name(key, name)).cloned());
        if let Some(key) = key.filter(|_| !table.kind.is_ordered()) {
            return Some(key);
        }
        return session.property_names(object).into_iter().find(|own| same_name(own, name));
    }
    if let Value::Object(custom) = object
        && let Some(known) = custom.extra.read(|parts| parts.members.spelling(symbol).cloned()).flatten()
    {
        return (!is_method(object, symbol)).then_some(known);
    }
    let names = session.property_names(object);
    if let Some(known) = names.into_iter().find(|own| same_name(own, name)) {
        return Some(known);
    }
    match session.find_member_value(object, symbol) {
        Ok(None) => None,
        _ => (!is_method(object, symbol)).then(|| Str::from(name)),
    }
}

fn is_method(object: &Value, name: Symbol) -> bool {
    match object.extra().and_then(|extra| extra.member(name)) {
        Some(Member::Other(other)) => {
            matches!(&*other, OtherMember::Method(_) | OtherMember::MemberSet(_))
        }
        _ => false,
    }
}

fn matching(session: &mut Session, object: &Value, pattern: &str) -> Vec<Resolved> {
    let Ok(wildcard) = Wildcard::new(pattern, CaseRule::Insensitive) else { return Vec::new() };
    let fitting = |names: Vec<Str>| names.into_iter().filter(|name| wildcard.is_match(name)).map(property).collect();
    if let Value::Table(table) = object.base()
        && !table.kind.is_ordered()
    {
        let keys: Vec<Str> = table.keys().iter().filter_map(|key| key.as_str().cloned()).collect();
        let found: Vec<Resolved> = fitting(keys);
        if !found.is_empty() {
            return found;
        }
    }
    fitting(session.property_names(object))
}

/// The properties of a property set that hangs on the object.
fn property_set(object: &Value, name: &str) -> Option<Vec<Str>> {
    match object.extra()?.member(Symbol::new(name))? {
        Member::Other(other) => match &*other {
            OtherMember::PropertySet(names) => Some(names.clone()),
            _ => None,
        },
        Member::Note(_) => None,
    }
}

/// Makes an object of the pipeline the target of an error, which shows it as the `PSObject` that PowerShell wraps it in.
///
/// # Errors
/// What a `ToString` method of a script raises.
pub fn target(session: &mut Session, record: &Rc<ErrorRecord>, object: &Value) -> Outcome {
    let text = convert::to_text(session, object)?;
    record.target_name.replace(Some(text));
    record.target_type.replace(Some(Str::from("PSObject")));
    Ok(())
}

/// Names that are left out, as patterns.
pub struct Filter(Vec<Wildcard>);

impl Filter {
    pub fn new(patterns: &[Str]) -> Filter {
        Filter(patterns.iter().filter_map(|pattern| Wildcard::new(pattern, CaseRule::Insensitive).ok()).collect())
    }

    pub fn is_match(&self, name: &str) -> bool {
        self.0.iter().any(|pattern| pattern.is_match(name))
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
