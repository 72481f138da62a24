//! `Select-Object`: takes properties of objects, or some of the objects.
use super::property_key::{self, Filter, Resolved, is_pattern, label, resolve};
use super::sort_key::compare_values;
use crate::cmdlets::faults;
use crate::cmdlets::prelude::*;
use crate::format::expression::Expression;
use crate::format::request::{Parameter, ParameterKind};
use crate::text::CaseRule;
use crate::value::{ErrorRecord, Member, Members, PsObject};
use std::cmp::Ordering;
use std::collections::VecDeque;

cmdlet! {
    /// Selects objects or object properties.
    ///
    /// ```powershell
    /// 1..9 | Select-Object -First 2
    /// # 1
    /// # 2
    /// 'policy' | Select-Object -ExpandProperty Length
    /// # 6
    /// ```
    pub struct SelectObject: "Select-Object", alias "select", default_set "DefaultParameter";

    /// The objects to select from; normally piped in.
    param input_object: Value, pipeline;
    /// The properties to take; a hash table computes one.
    param property: Vec<Value>, set "DefaultParameter", position 0, set "SkipLastParameter", position 0;
    /// The properties to leave out.
    param exclude_property: Vec<Str>, set "DefaultParameter", set "SkipLastParameter";
    /// The property whose value takes the place of the object.
    param expand_property: Str, set "DefaultParameter", set "SkipLastParameter";
    /// Leaves out what is equal to something before it.
    param unique: Switch;
    /// Does not tell upper and lower case apart in finding what is equal.
    param case_insensitive: Switch;
    /// How many of the last objects to take.
    param last: i32, set "DefaultParameter", range (0, 2_147_483_647);
    /// How many of the first objects to take.
    param first: i32, set "DefaultParameter", range (0, 2_147_483_647);
    /// How many objects to pass over.
    param skip: i32, set "DefaultParameter", set "SkipLastParameter", range (0, 2_147_483_647);
    /// How many of the last objects to leave out.
    param skip_last: i32, set "SkipLastParameter", range (0, 2_147_483_647);
    /// Takes in all objects even when no more are needed.
    param wait: Switch, set "DefaultParameter", set "IndexParameter";
    /// The places of the objects to take, from 0.
    param index: Vec<i32>, set "IndexParameter", range (0, 2_147_483_647);
    /// The places of the objects to leave out, from 0.
    param skip_index: Vec<i32>, set "SkipIndexParameter", range (0, 2_147_483_647);

    state keys: Vec<Parameter>;
    state expansion: Option<Expression>;
    state excluded: Option<Filter>;
    state queue: Option<Queue>;
    state place: i32;
    state uniques: Vec<Unique>;
}

/// The objects that wait until it is known whether they are wanted.
struct Queue {
    items: VecDeque<Value>,
    first: usize,
    last: usize,
    skip: usize,
    skip_last: usize,
    limited: bool,
    streamed: usize,
}

/// An object that was written, with the number of properties that it was given.
struct Unique {
    object: Value,
    notes: usize,
}

impl Queue {
    fn push(&mut self, item: Value) {
        let full = self.last > 0 && self.items.len() >= self.last + if self.first == 0 { self.skip } else { 0 };
        if full {
            self.items.pop_front();
        }
        self.items.push_back(item);
    }

    /// An object that is wanted for sure, if there is one.
    fn pop(&mut self) -> Option<Value> {
        if self.skip > 0 {
            if self.last == 0 || self.first != 0 {
                self.skip -= 1;
                self.items.pop_front();
            }
            return None;
        }
        if self.skip_last > 0 {
            return (self.items.len() > self.skip_last).then(|| self.items.pop_front()).flatten();
        }
        if self.streamed < self.first || !self.limited {
            self.streamed += 1;
            return self.items.pop_front();
        }
        if self.last == 0 {
            self.items.pop_front();
        }
        None
    }

    fn is_done(&self) -> bool {
        self.limited && self.last == 0 && self.first != 0 && self.streamed >= self.first
    }
}

fn count(number: i32) -> usize {
    usize::try_from(number).unwrap_or(0)
}

impl Cmdlet for SelectObject {
    fn begin(&mut self, cx: &mut Cx) -> Outcome {
        self.keys = ParameterKind::Select.parse(&self.property)?;
        if !self.expand_property.is_empty() {
            let given = Value::Str(self.expand_property.clone());
            self.expansion = ParameterKind::Select.parse(&[given])?.pop().map(|parameter| parameter.expression);
        }
        if cx.is_bound("ExcludeProperty") {
            self.excluded = Some(Filter::new(&self.exclude_property));
            if self.keys.is_empty() {
                self.keys = vec![Parameter::of(Expression::Name(Str::from("*")))];
            }
        }
        self.queue = Some(Queue {
            items: VecDeque::new(),
            first: count(self.first),
            last: count(self.last),
            skip: count(self.skip),
            skip_last: count(self.skip_last),
            limited: cx.is_bound("First") || cx.is_bound("Last"),
            streamed: 0,
        });
        Ok(())
    }

    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let object = std::mem::take(&mut self.input_object);
        if object.is_null() {
            return Ok(());
        }
        if cx.is_bound("Index") || cx.is_bound("SkipIndex") {
            return self.by_index(cx, &object);
        }
        let Some(queue) = &mut self.queue else { return Ok(()) };
        queue.push(object);
        let wanted = queue.pop();
        let is_done = queue.is_done() && !*self.wait;
        if let Some(object) = wanted {
            self.select(cx, &object)?;
        }
        if is_done {
            self.end(cx)?;
            return Err(cx.stop_upstream());
        }
        Ok(())
    }

    fn end(&mut self, cx: &mut Cx) -> Outcome {
        if cx.parameter_set() == "DefaultParameter" {
            let keep = if self.first == 0 { count(self.skip) } else { 0 };
            while let Some(object) =
                self.queue.as_mut().filter(|queue| queue.items.len() > keep).and_then(|queue| queue.items.pop_front())
            {
                self.select(cx, &object)?;
            }
        }
        std::mem::take(&mut self.uniques).into_iter().try_for_each(|unique| cx.write(unique.object))
    }
}

impl SelectObject {
    fn by_index(&mut self, cx: &mut Cx, object: &Value) -> Outcome {
        let place = self.place;
        self.place += 1;
        if !self.skip_index.is_empty() {
            return if self.skip_index.contains(&place) { Ok(()) } else { self.select(cx, object) };
        }
        if self.index.contains(&place) {
            self.select(cx, object)?;
        }
        if !*self.wait && self.index.iter().all(|wanted| *wanted <= place) {
            self.end(cx)?;
            return Err(cx.stop_upstream());
        }
        Ok(())
    }

    fn select(&mut self, cx: &mut Cx, object: &Value) -> Outcome {
        if self.keys.is_empty() && self.expansion.is_none() {
            return self.write(cx, object.clone(), &[], object);
        }
        let mut notes = Vec::new();
        for i in 0..self.keys.len() {
            self.take(cx, i, object, &mut notes)?;
        }
        if self.expansion.is_some() {
            return self.expand(cx, object, &notes);
        }
        let mut members = Members::default();
        for (name, value) in &notes {
            if members.get(Symbol::new(name)).is_some() {
                already_there(cx, name, object, "AlreadyExistingUserSpecifiedPropertyNoExpand")?;
            } else {
                members.set(name.clone(), Member::Note(value.clone()));
            }
        }
        let result = Value::Object(Rc::new(PsObject::with_members(members)));
        self.write(cx, result, &notes, object)
    }

    /// Adds the properties that an argument stands for.
    fn take(&self, cx: &mut Cx, place: usize, object: &Value, notes: &mut Vec<(Str, Value)>) -> Outcome {
        let Some(key) = self.keys.get(place) else { return Ok(()) };
        let name = key.label.clone().filter(|name| !name.is_empty());
        let mut found: Vec<Resolved> = resolve(cx.session, &key.expression, object, true);
        let is_excluded = |name: &str| self.excluded.as_ref().is_some_and(|filter| filter.is_match(name));
        found.retain(|resolved| !is_excluded(&resolved.name));
        if found.is_empty() && !is_pattern(&key.expression) {
            let own = label(&key.expression);
            if !is_excluded(&own) {
                notes.push((name.unwrap_or(own), Value::Null));
            }
            return Ok(());
        }
        if name.is_some() && found.len() > 1 {
            let category = ErrorCategory::InvalidOperation;
            let fault =
                faults::invalid_operation("RenamingMultipleResults", category, "Cannot rename multiple results.");
            return report(cx, fault.target(object.clone()), object);
        }
        for resolved in found {
            let value = match resolved.value(cx.session, object)? {
                Ok(value) => value,
                Err(record) => {
                    cx.session.add_error(&record);
                    Value::Null
                }
            };
            let own = name.clone().unwrap_or_else(|| resolved.name.clone());
            if own.is_empty() {
                let text = "A property is an empty script block and does not provide a name.";
                let category = ErrorCategory::InvalidArgument;
                return Err(cx.stop(faults::ps_argument("EmptyScriptBlockAndNoName", category, text, "")));
            }
            notes.push((own, value));
        }
        Ok(())
    }

    /// Writes the value of the expanded property, or its items, with the other properties added.
    fn expand(&mut self, cx: &mut Cx, object: &Value, notes: &[(Str, Value)]) -> Outcome {
        let Some(expression) = self.expansion.clone() else { return Ok(()) };
        let found = resolve(cx.session, &expression, object, true);
        let category = ErrorCategory::InvalidArgument;
        let resolved = match found.as_slice() {
            [only] => only,
            [] => {
                let text = format!("Property \"{}\" cannot be found.", self.expand_property);
                let fault = faults::ps_argument("ExpandPropertyNotFound", category, &text, "");
                return report(cx, fault.target(object.clone()), object);
            }
            _ => {
                let text = "Multiple properties cannot be expanded.";
                let fault = faults::ps_argument("MutlipleExpandProperties", category, text, "");
                return report(cx, fault.target(object.clone()), object);
            }
        };
        let value = match resolved.value(cx.session, object)? {
            Ok(value) => value,
            Err(record) => {
                let id = "PropertyEvaluationExpand";
                let category = ErrorCategory::InvalidResult;
                let record = Rc::new(ErrorRecord::new(record.exception.clone(), id, category, object.clone()));
                property_key::target(cx.session, &record, object)?;
                return cx.write_error(record);
            }
        };
        let items = enumerate::items_of(&value).unwrap_or_else(|| vec![value]);
        for item in items.into_iter().filter(|item| !item.is_null()) {
            let expanded = with_notes(cx, item, object, notes)?;
            self.write(cx, expanded, notes, object)?;
        }
        Ok(())
    }

    fn write(&mut self, cx: &mut Cx, result: Value, notes: &[(Str, Value)], object: &Value) -> Outcome {
        if !*self.unique {
            mark(&result, object, !notes.is_empty());
            return cx.write(result);
        }
        let case = if *self.case_insensitive { CaseRule::Insensitive } else { CaseRule::Sensitive };
        for i in 0..self.uniques.len() {
            let Some(known) = self.uniques.get(i) else { break };
            let known_object = known.object.clone();
            if known.notes != notes.len()
                || compare_values(cx.session, result.base(), known_object.base(), case) != Ordering::Equal
            {
                continue;
            }
            let mut same = true;
            for (name, value) in notes {
                let other = cx.session.find_member_value(&known_object, Symbol::new(name))?;
                same &= other.is_some_and(|other| compare_values(cx.session, &other, value, case) == Ordering::Equal);
            }
            if same {
                return Ok(());
            }
        }
        mark(&result, object, !notes.is_empty());
        self.uniques.push(Unique { object: result, notes: notes.len() });
        Ok(())
    }
}

/// The value with further properties; a scalar gets a wrapper that carries them.
fn with_notes(cx: &mut Cx, item: Value, object: &Value, notes: &[(Str, Value)]) -> Outcome<Value> {
    if notes.is_empty() {
        return Ok(item);
    }
    let carrier = match item {
        Value::Object(_) => item,
        other => Value::Object(Rc::new(PsObject::wrapping(other))),
    };
    for (name, value) in notes {
        if cx.session.find_member_value(&carrier, Symbol::new(name))?.is_some() {
            already_there(cx, name, object, "AlreadyExistingUserSpecifiedPropertyExpand")?;
        } else if let Some(extra) = carrier.extra() {
            extra.change(|parts| parts.members.set(name.clone(), Member::Note(value.clone())));
        }
    }
    Ok(carrier)
}

/// Gives a custom object the type name of what was selected.
fn mark(result: &Value, object: &Value, is_new: bool) {
    let Value::Object(custom) = result else { return };
    if custom.base().is_some() {
        return;
    }
    let ty = object.base().type_ref().map_or_else(String::new, |ty| ty.full_name());
    let name = Str::from(format!("Selected.{ty}"));
    custom.extra.change(|parts| {
        let names = parts.type_names.get_or_insert_with(|| {
            vec![Str::from("System.Management.Automation.PSCustomObject"), Str::from("System.Object")]
        });
        if is_new || !names.contains(&name) {
            names.insert(0, name);
        }
    });
}

fn already_there(cx: &mut Cx, name: &str, object: &Value, id: &str) -> Outcome {
    let text = format!("The property cannot be processed because the property \"{name}\" already exists.");
    let fault = faults::ps_argument(id, ErrorCategory::InvalidOperation, &text, "");
    report(cx, fault.target(object.clone()), object)
}

fn report(cx: &mut Cx, fault: Fault, object: &Value) -> Outcome {
    let record = fault.record();
    property_key::target(cx.session, &record, object)?;
    cx.write_error(record)
}
