//! `Sort-Object`: sorts objects by their properties.
use super::sort_key::{Comparer, Entry, Keys, case_rule};
use crate::cmdlets::prelude::*;
use crate::format::request::ParameterKind;
use crate::types::introsort;
use std::cmp::Ordering;

cmdlet! {
    /// Sorts objects by property values.
    ///
    /// ```powershell
    /// 'user', 'Site', 'global' | Sort-Object
    /// # global
    /// # Site
    /// # user
    /// 1..5 | Sort-Object -Descending -Top 2
    /// # 5
    /// # 4
    /// ```
    pub struct SortObject: "Sort-Object", default_set "Default";

    /// Keeps equal objects in the order in which they came.
    param stable: Switch, set "Default";
    /// Sorts downwards.
    param descending: Switch;
    /// Leaves out objects that are equal to one before them.
    param unique: Switch;
    /// How many of the first objects to give.
    param top: i32, set "Top", mandatory, range (1, 2_147_483_647);
    /// How many of the last objects to give.
    param bottom: i32, set "Bottom", mandatory, range (1, 2_147_483_647);
    /// The objects to sort; normally piped in.
    param input_object: Value, pipeline;
    /// The properties to sort by; a hash table computes one or sets its direction.
    param property: Vec<Value>, position 0;
    /// The culture of the comparison.
    param culture: Str;
    /// Tells upper and lower case apart.
    param case_sensitive: Switch;

    state objects: Vec<Value>;
}

impl Cmdlet for SortObject {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let _cx = cx;
        let object = std::mem::take(&mut self.input_object);
        if !object.is_null() {
            self.objects.push(object);
        }
        Ok(())
    }

    fn end(&mut self, cx: &mut Cx) -> Outcome {
        let objects = std::mem::take(&mut self.objects);
        let mut keys = Keys::parse(cx, ParameterKind::Sort, &self.property, &objects)?;
        let has_keys = !keys.parameters.is_empty();
        keys.expand(cx.session, &objects);
        if has_keys && keys.parameters.is_empty() {
            return Ok(());
        }
        let mut entries = Vec::with_capacity(objects.len());
        for (place, object) in objects.into_iter().enumerate() {
            let entry = keys.entry(cx, object, place)?;
            keys.report_missing(cx, &entry)?;
            entries.push(entry);
        }
        let comparer = keys.comparer(!*self.descending, case_rule(self.case_sensitive));
        let sorted = self.sorted(cx, entries, &comparer)?;
        sorted.into_iter().try_for_each(|entry| cx.write(entry.object))
    }
}

impl SortObject {
    fn sorted(&self, cx: &mut Cx, mut entries: Vec<Entry>, comparer: &Comparer) -> Outcome<Vec<Entry>> {
        let session = &mut *cx.session;
        let limit = |count: i32| usize::try_from(count).unwrap_or(0);
        if *self.stable || self.top > 0 || self.bottom > 0 {
            let mut order = |a: &Entry, b: &Entry| Ok(comparer.compare_stable(session, a, b));
            introsort(&mut entries, &mut order)?;
            if *self.unique {
                drop_equal(&mut entries, |a, b| comparer.compare(session, a, b) == Ordering::Equal);
            }
            if self.top > 0 {
                entries.truncate(limit(self.top));
            }
            if self.bottom > 0 {
                let surplus = entries.len().saturating_sub(limit(self.bottom));
                entries.drain(..surplus);
            }
            return Ok(entries);
        }
        let mut order = |a: &Entry, b: &Entry| Ok(comparer.compare(session, a, b));
        introsort(&mut entries, &mut order)?;
        if *self.unique {
            drop_equal(&mut entries, |a, b| comparer.compare(session, a, b) == Ordering::Equal);
        }
        Ok(entries)
    }
}

/// Keeps the first of neighbours that are equal.
fn drop_equal(entries: &mut Vec<Entry>, mut equal: impl FnMut(&Entry, &Entry) -> bool) {
    entries.dedup_by(|next, kept| equal(kept, next));
}
