//! What a column or field shows of an object: a property, by name or wildcard, or what a script block makes of it.

use super::properties::added_member;
use super::text::display_text;
use crate::text::wildcard::contains_wildcards;
use crate::text::{CaseRule, Str, Symbol, Wildcard};
use crate::value::{Env, ErrorRecord, Flow, Member, OtherMember, Outcome, Value};
use std::rc::Rc;

/// A property expression.
#[derive(Clone)]
pub enum Expression {
    /// A name as it was given; it may hold wildcards.
    Name(Str),
    /// The name of a property that the object has (or of a key of a hash table).
    Property(Str, Symbol),
    Script(Value),
}

/// What an expression gave for an object.
pub enum Found {
    Value(Value),
    /// The script block or the property's getter failed.
    Failed(Rc<ErrorRecord>),
    /// The object has no such property.
    Nothing,
}

impl Expression {
    pub fn property(name: &str) -> Expression {
        Expression::Property(name.into(), Symbol::new(name))
    }

    /// The name, or the script block's text.
    pub fn label(&self, env: &mut dyn Env) -> Outcome<Str> {
        match self {
            Expression::Name(name) | Expression::Property(name, _) => Ok(name.clone()),
            Expression::Script(block) => display_text(env, block),
        }
    }

    pub fn has_wildcards(&self) -> bool {
        matches!(self, Expression::Name(name) if contains_wildcards(name))
    }

    /// The names that match a pattern, without regard to case.
    pub fn matching(names: &[Str], pattern: &str) -> Vec<Str> {
        if !contains_wildcards(pattern) {
            let folded = Symbol::new(pattern);
            return names.iter().filter(|name| Symbol::new(name) == folded).take(1).cloned().collect();
        }
        match Wildcard::new(pattern, CaseRule::Insensitive) {
            Ok(wildcard) => names.iter().filter(|name| wildcard.is_match(name)).cloned().collect(),
            Err(_) => Vec::new(),
        }
    }

    /// The properties of an object that this stands for, in the object's order and spelling.
    pub fn resolve(&self, env: &mut dyn Env, object: &Value) -> Vec<Expression> {
        let Expression::Name(pattern) = self else { return vec![self.clone()] };
        if let Some(names) = property_set(env, object, pattern) {
            return names.iter().map(|name| Expression::property(name)).collect();
        }
        let names = match object.base() {
            Value::Table(table) => {
                let mut names: Vec<Str> = table.keys().iter().filter_map(|key| key.as_str().cloned()).collect();
                names.extend(env.property_names(object));
                names
            }
            _ => env.property_names(object),
        };
        let found = Expression::matching(&names, pattern);
        if found.is_empty() && !contains_wildcards(pattern) && env.has_property(object, Symbol::new(pattern)) {
            return vec![Expression::property(pattern)];
        }
        found.iter().map(|name| Expression::property(name)).collect()
    }

    /// What the expression gives for an object; of several properties the first counts.
    pub fn value(&self, env: &mut dyn Env, object: &Value) -> Outcome<Found> {
        let result = match self {
            Expression::Property(_, symbol) => env.get_property(object, *symbol),
            Expression::Script(block) => env.evaluate(block, object),
            Expression::Name(_) => match self.resolve(env, object).first() {
                Some(Expression::Property(_, symbol)) => env.get_property(object, *symbol),
                _ => return Ok(Found::Nothing),
            },
        };
        match result {
            Ok(value) => Ok(Found::Value(value)),
            Err(Flow::Error(record)) => Ok(Found::Failed(record)),
            Err(flow) => Err(flow),
        }
    }
}

/// The properties of a property set of the object or its type.
fn property_set(env: &mut dyn Env, object: &Value, name: &str) -> Option<Vec<Str>> {
    match added_member(env, object, Symbol::new(name))? {
        Member::Other(other) => match &*other {
            OtherMember::PropertySet(names) => Some(names.clone()),
            _ => None,
        },
        Member::Note(_) => None,
    }
}
