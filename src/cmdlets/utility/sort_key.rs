//! The keys by which objects are sorted, grouped and compared.

use super::property_key::{self, is_pattern, label};
use crate::cmdlets::prelude::*;
use crate::engine::Session;
use crate::engine::streams::Preference;
use crate::format::expression::Expression;
use crate::format::request::{Parameter, ParameterKind};
use crate::text::CaseRule;
use crate::value::compare;
use std::cmp::Ordering;

/// An object with the values of its keys; `None` stands for a property that it has not.
#[derive(Clone)]
pub struct Entry {
    pub object: Value,
    pub values: Vec<Option<Value>>,
    /// Its place in the input.
    pub place: usize,
    /// Whether it has any of the properties.
    pub comparable: bool,
}

/// The keys of a command.
#[derive(Default)]
pub struct Keys {
    pub parameters: Vec<Parameter>,
}

impl Keys {
    /// Reads property arguments; without any, the default keys of the first object's type count.
    ///
    /// # Errors
    /// Arguments that cannot be read.
    pub fn parse(cx: &mut Cx, kind: ParameterKind, arguments: &[Value], objects: &[Value]) -> Outcome<Keys> {
        if !arguments.is_empty() {
            return Ok(Keys { parameters: kind.parse(arguments)? });
        }
        let defaults = objects.first().map(|first| default_keys(cx.session, first)).unwrap_or_default();
        let parameters = defaults.into_iter().map(|name| Parameter::of(Expression::Name(name))).collect();
        Ok(Keys { parameters })
    }

    /// Replaces names with wildcards by the properties that the objects have, in alphabetical order.
    pub fn expand(&mut self, session: &mut Session, objects: &[Value]) {
        if !self.parameters.iter().any(|parameter| is_pattern(&parameter.expression)) {
            return;
        }
        let mut expanded = Vec::new();
        for parameter in std::mem::take(&mut self.parameters) {
            if !is_pattern(&parameter.expression) {
                expanded.push(parameter);
                continue;
            }
            let mut names: Vec<Str> = Vec::new();
            for object in objects {
                for resolved in property_key::resolve(session, &parameter.expression, object, true) {
                    if !names.iter().any(|known| known.eq_ignore_ascii_case(&resolved.name)) {
                        names.push(resolved.name);
                    }
                }
            }
            names.sort_by(|a, b| crate::text::collate::compare_ordinal_ignore_case(a, b));
            let of = |name: &Str| Parameter { expression: Expression::property(name), ..parameter.clone() };
            expanded.extend(names.iter().map(of));
        }
        self.parameters = expanded;
    }

    /// The values of the keys for an object; an expression that fails writes an error and counts as null.
    ///
    /// # Errors
    /// What ends the command.
    pub fn entry(&self, cx: &mut Cx, object: Value, place: usize) -> Outcome<Entry> {
        if self.parameters.is_empty() {
            return Ok(Entry { values: vec![Some(object.clone())], object, place, comparable: true });
        }
        let mut values = Vec::with_capacity(self.parameters.len());
        for parameter in &self.parameters {
            let value = match property_key::first_value(cx.session, &parameter.expression, &object)? {
                Some(Ok(value)) => Some(value),
                Some(Err(record)) => {
                    let error = crate::value::ErrorRecord::new(
                        record.exception.clone(),
                        "ExpressionEvaluation",
                        ErrorCategory::InvalidResult,
                        object.clone(),
                    );
                    let error = Rc::new(error);
                    property_key::target(cx.session, &error, &object)?;
                    cx.write_error(error)?;
                    Some(Value::Null)
                }
                None => None,
            };
            values.push(value);
        }
        let comparable = values.iter().any(Option::is_some);
        Ok(Entry { object, values, place, comparable })
    }

    /// Says on the debug stream which properties an object lacks.
    ///
    /// # Errors
    /// What ends the command.
    pub fn report_missing(&self, cx: &mut Cx, entry: &Entry) -> Outcome {
        if entry.values.iter().all(Option::is_some) || !is_debugging(cx) {
            return Ok(());
        }
        for (parameter, value) in self.parameters.iter().zip(&entry.values) {
            if value.is_none() {
                let name = label(&parameter.expression);
                cx.debug(format!("\"Sort-Object\" - \"{name}\" cannot be found in \"InputObject\"."))?;
            }
        }
        Ok(())
    }

    /// How entries are ordered.
    pub fn comparer(&self, ascending: bool, case: CaseRule) -> Comparer {
        let own = |parameter: &Parameter| match (parameter.ascending, parameter.descending) {
            (None, None) => ascending,
            (Some(up), Some(down)) if up == down => ascending,
            (Some(up), _) => up,
            (None, Some(down)) => !down,
        };
        let directions = match self.parameters.is_empty() {
            true => vec![ascending],
            false => self.parameters.iter().map(own).collect(),
        };
        Comparer { directions, case }
    }
}

fn is_debugging(cx: &Cx) -> bool {
    cx.call.common.borrow().debug.unwrap_or_else(|| {
        let preference = cx.session.preference("DebugPreference", Preference::SilentlyContinue);
        !matches!(preference, Preference::SilentlyContinue | Preference::Ignore)
    })
}

/// The key properties that `Update-TypeData` gave one of the object's types.
pub fn default_keys(session: &mut Session, object: &Value) -> Vec<Str> {
    if session.type_data.is_empty() {
        return Vec::new();
    }
    let names = session.type_names(object);
    let found = names.iter().find_map(|name| session.type_data.get(&Symbol::new(name))?.default_keys.clone());
    found.unwrap_or_default()
}

/// The order of entries.
#[derive(Clone)]
pub struct Comparer {
    /// Whether each key goes upwards.
    directions: Vec<bool>,
    case: CaseRule,
}

impl Comparer {
    pub fn compare(&self, session: &mut Session, a: &Entry, b: &Entry) -> Ordering {
        for (i, ascending) in self.directions.iter().enumerate() {
            let values = (a.values.get(i).and_then(Option::as_ref), b.values.get(i).and_then(Option::as_ref));
            let order = match values {
                (Some(a), Some(b)) => {
                    let order = compare_values(session, a, b, self.case);
                    if *ascending { order } else { order.reverse() }
                }
                // An object that lacks the property comes last in either direction.
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (None, None) => Ordering::Equal,
            };
            if order != Ordering::Equal {
                return order;
            }
        }
        Ordering::Equal
    }

    /// The order that keeps equal entries as they came, those without any of the properties behind all others.
    pub fn compare_stable(&self, session: &mut Session, a: &Entry, b: &Entry) -> Ordering {
        let comparable = b.comparable.cmp(&a.comparable);
        comparable.then_with(|| self.compare(session, a, b)).then_with(|| a.place.cmp(&b.place))
    }
}

/// The order of two values; custom objects are all alike.
pub fn compare_values(session: &mut Session, a: &Value, b: &Value, case: CaseRule) -> Ordering {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => a.cmp(b),
        (Value::Str(a), Value::Str(b)) => crate::text::collate::compare(a, b, case),
        _ if a.is_null() && b.is_null() => Ordering::Equal,
        _ => compare::sort_order(session, &comparable(a), &comparable(b), case),
    }
}

fn comparable(value: &Value) -> Value {
    match value.base() {
        Value::Object(custom) if custom.base().is_none() => Value::Str(Str::default()),
        base => base.clone(),
    }
}

/// The case rule that a `-CaseSensitive` switch stands for.
pub fn case_rule(sensitive: Switch) -> CaseRule {
    if *sensitive { CaseRule::Sensitive } else { CaseRule::Insensitive }
}
