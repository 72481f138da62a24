//! `Compare-Object`: tells two sets of objects apart.
use super::property_key::label;
use super::sort_key::{Comparer, Entry, Keys, case_rule};
use crate::cmdlets::prelude::*;
use crate::format::request::ParameterKind;
use crate::value::{Member, Members, PsObject};
use std::cmp::Ordering;

cmdlet! {
    /// Compares two sets of objects.
    ///
    /// ```powershell
    /// Compare-Object 'a', 'b' 'b', 'c' -PassThru | ForEach-Object { "$_ $($_.SideIndicator)" }
    /// # c =>
    /// # a <=
    /// ```
    pub struct CompareObject: "Compare-Object";

    /// The objects to compare with.
    param reference_object: Vec<Value>, mandatory, position 0, allow_empty_collection;
    /// The objects that are compared.
    param difference_object: Vec<Value>, mandatory, position 1, pipeline, allow_empty_collection;
    /// How far apart equal objects may stand.
    param sync_window: Option<i32>, range (0, 2_147_483_647);
    /// The properties to compare.
    param property: Vec<Value>;
    /// Shows what is equal only.
    param exclude_different: Switch;
    /// Shows what is equal too.
    param include_equal: Switch;
    /// Writes the objects themselves.
    param pass_thru: Switch;
    /// The culture of the comparison.
    param culture: Str;
    /// Tells upper and lower case apart.
    param case_sensitive: Switch;

    state keys: Keys;
    state comparer: Option<Comparer>;
    state references: Vec<Entry>;
    state place: usize;
    state reference_backlog: Vec<Entry>;
    state difference_backlog: Vec<Entry>;
    state shows_equal: bool;
}

impl Cmdlet for CompareObject {
    fn begin(&mut self, cx: &mut Cx) -> Outcome {
        self.shows_equal = *self.include_equal;
        if *self.exclude_different && (!cx.is_bound("IncludeEqual") || *self.include_equal) {
            self.shows_equal = true;
        }
        Ok(())
    }

    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let differences = std::mem::take(&mut self.difference_object);
        if self.reference_object.is_empty() {
            self.keys = Keys::parse(cx, ParameterKind::Group, &self.property, &differences)?;
            self.keys.expand(cx.session, &differences);
            for object in differences.into_iter().filter(|object| !object.is_null()) {
                let entry = self.keys.entry(cx, object, 0)?;
                self.emit_difference(cx, &entry)?;
            }
            return Ok(());
        }
        self.prepare(cx)?;
        if differences.is_empty() {
            return self.step(cx, None);
        }
        for object in differences.into_iter().filter(|object| !object.is_null()) {
            let entry = self.keys.entry(cx, object, 0)?;
            self.step(cx, Some(entry))?;
        }
        Ok(())
    }

    fn end(&mut self, cx: &mut Cx) -> Outcome {
        while self.place < self.references.len() {
            self.step(cx, None)?;
        }
        for entry in std::mem::take(&mut self.difference_backlog) {
            self.emit_difference(cx, &entry)?;
        }
        for entry in std::mem::take(&mut self.reference_backlog) {
            self.emit_reference(cx, &entry)?;
        }
        Ok(())
    }
}

impl CompareObject {
    fn prepare(&mut self, cx: &mut Cx) -> Outcome {
        if self.comparer.is_some() {
            return Ok(());
        }
        let references = self.reference_object.clone();
        self.keys = Keys::parse(cx, ParameterKind::Group, &self.property, &references)?;
        self.keys.expand(cx.session, &references);
        for (place, object) in references.into_iter().enumerate().filter(|(_, object)| !object.is_null()) {
            let entry = self.keys.entry(cx, object, place)?;
            self.references.push(entry);
        }
        self.comparer = Some(self.keys.comparer(true, case_rule(self.case_sensitive)));
        Ok(())
    }

    fn same(&self, cx: &mut Cx, a: &Entry, b: &Entry) -> bool {
        self.comparer.as_ref().is_some_and(|comparer| comparer.compare(cx.session, a, b) == Ordering::Equal)
    }

    /// Takes the next reference and a difference: they match each other, or something that waits, or wait themselves.
    fn step(&mut self, cx: &mut Cx, difference: Option<Entry>) -> Outcome {
        let reference = self.references.get(self.place).cloned();
        self.place += usize::from(reference.is_some());
        if let (Some(reference), Some(difference)) = (&reference, &difference)
            && self.same(cx, reference, difference)
        {
            return self.emit_match(cx, reference);
        }
        let waiting = difference.as_ref().and_then(|entry| {
            let mut places = 0..self.reference_backlog.len();
            places.find(|i| self.reference_backlog.get(*i).is_some_and(|other| self.same(cx, entry, other)))
        });
        let difference = match waiting {
            Some(place) => {
                let found = self.reference_backlog.remove(place);
                self.emit_match(cx, &found)?;
                None
            }
            None => difference,
        };
        let waiting = reference.as_ref().and_then(|entry| {
            let mut places = 0..self.difference_backlog.len();
            places.find(|i| self.difference_backlog.get(*i).is_some_and(|other| self.same(cx, entry, other)))
        });
        let reference = match (waiting, reference) {
            (Some(place), Some(reference)) => {
                self.difference_backlog.remove(place);
                self.emit_match(cx, &reference)?;
                None
            }
            (_, reference) => reference,
        };
        let window = usize::try_from(self.sync_window.unwrap_or(i32::MAX)).unwrap_or(usize::MAX);
        if let Some(difference) = difference {
            if window == 0 {
                self.emit_difference(cx, &difference)?;
            } else {
                while self.difference_backlog.len() >= window {
                    let oldest = self.difference_backlog.remove(0);
                    self.emit_difference(cx, &oldest)?;
                }
                self.difference_backlog.push(difference);
            }
        }
        let Some(reference) = reference else { return Ok(()) };
        if window == 0 {
            return self.emit_reference(cx, &reference);
        }
        while self.reference_backlog.len() >= window {
            let oldest = self.reference_backlog.remove(0);
            self.emit_reference(cx, &oldest)?;
        }
        self.reference_backlog.push(reference);
        Ok(())
    }

    fn emit_match(&self, cx: &mut Cx, entry: &Entry) -> Outcome {
        if self.shows_equal { self.emit(cx, entry, "==") } else { Ok(()) }
    }

    fn emit_difference(&self, cx: &mut Cx, entry: &Entry) -> Outcome {
        if *self.exclude_different { Ok(()) } else { self.emit(cx, entry, "=>") }
    }

    fn emit_reference(&self, cx: &mut Cx, entry: &Entry) -> Outcome {
        if *self.exclude_different { Ok(()) } else { self.emit(cx, entry, "<=") }
    }

    fn emit(&self, cx: &mut Cx, entry: &Entry, side: &str) -> Outcome {
        let object = if *self.pass_thru {
            match &entry.object {
                object if object.extra().is_some() => object.clone(),
                scalar => Value::Object(Rc::new(PsObject::wrapping(scalar.clone()))),
            }
        } else {
            let mut members = Members::default();
            if self.property.is_empty() {
                members.set(Str::from("InputObject"), Member::Note(entry.object.clone()));
            }
            for (key, value) in self.keys.parameters.iter().zip(&entry.values) {
                if !self.property.is_empty() {
                    members.set(label(&key.expression), Member::Note(value.clone().unwrap_or_default()));
                }
            }
            Value::Object(Rc::new(PsObject::with_members(members)))
        };
        if let Some(extra) = object.extra() {
            extra.change(|parts| {
                parts.members.remove(Symbol::new("SideIndicator"));
                parts.members.set(Str::from("SideIndicator"), Member::Note(Value::from(side)));
            });
        }
        cx.write(object)
    }
}
