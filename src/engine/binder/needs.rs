//! Which mandatory parameters are missing, and which sets that leaves while the pipeline can still give some.

use super::Binding;
use super::plan::UsePlan;
use super::sets::{ambiguous_set, count_sets};
use crate::engine::Session;
use crate::engine::call::Call;
use crate::value::Outcome;
use std::rc::Rc;

/// What one set, or all of them where `set` has all bits, still needs.
struct Needs {
    set: u32,
    is_default: bool,
    /// How many of the missing parameters the pipeline can give: in all, by value, by property.
    from_input: usize,
    by_value: usize,
    by_property: usize,
    /// Those that it cannot give.
    others: Vec<usize>,
}

impl Needs {
    fn is_for_all(&self) -> bool {
        self.set == u32::MAX
    }
}

/// What is missing, by sets, and the sets in which something is.
#[derive(Default)]
struct Missing {
    by_set: Vec<Needs>,
    params: Vec<usize>,
    sets: u32,
    in_all: bool,
}

impl Missing {
    fn add(&mut self, index: usize, entry: UsePlan, default_set: u32, expects_input: bool) {
        let set = if entry.set == 0 { u32::MAX } else { entry.set };
        let place = self.by_set.iter().position(|needs| needs.set == set).unwrap_or_else(|| {
            self.by_set.push(Needs {
                set,
                is_default: default_set & set != 0,
                from_input: 0,
                by_value: 0,
                by_property: 0,
                others: Vec::new(),
            });
            self.by_set.len() - 1
        });
        let Some(needs) = self.by_set.get_mut(place) else { return };
        if expects_input && entry.takes_input() {
            needs.from_input += 1;
            needs.by_value += usize::from(entry.by_value);
            needs.by_property += usize::from(entry.by_property);
        } else {
            needs.others.push(index);
        }
    }

    /// The parameters that the pipeline cannot give in these sets.
    fn others_in(&self, sets: u32) -> Vec<usize> {
        self.in_sets(sets).flat_map(|needs| needs.others.iter().copied()).collect()
    }

    fn in_sets(&self, sets: u32) -> impl Iterator<Item = &Needs> {
        self.by_set.iter().filter(move |needs| needs.is_for_all() || needs.set & sets != 0)
    }

    /// The only one of these sets that satisfies a condition: `Some(0)` where several do.
    fn only(&self, sets: u32, holds: impl Fn(&Needs) -> bool) -> Option<u32> {
        let mut found = self.by_set.iter().filter(|needs| !needs.is_for_all() && needs.set & sets != 0 && holds(needs));
        let first = found.next()?;
        Some(if found.next().is_some() { 0 } else { first.set })
    }
}

impl Binding {
    /// The mandatory parameters that have to be given before the command begins. Where the pipeline feeds the command,
    /// the sets are narrowed to those that it can complete.
    ///
    /// # Errors
    /// `AmbiguousParameterSet`.
    pub(super) fn missing(
        &mut self,
        session: &mut Session,
        call: &Rc<Call>,
        count: u32,
        expects_input: bool,
    ) -> Outcome<Vec<usize>> {
        let mut missing = self.look_for_missing(expects_input);
        if !expects_input || missing.by_set.is_empty() {
            return Ok(missing.params);
        }
        let default_set = self.plan().default_set;
        let mut sets = if missing.sets == 0 { self.sets } else { missing.sets };
        if missing.in_all {
            sets = self.sets & self.plan().all_sets();
        }
        if count > 1 && default_set != 0 && default_set & sets == 0 && default_set & self.sets != 0 {
            let another = missing.by_set.iter().any(|needs| {
                needs.set & self.sets != 0
                    && needs.set & default_set == 0
                    && !needs.is_for_all()
                    && needs.from_input > 0
            });
            if !another {
                sets = self.sets & !sets;
                self.sets = sets;
                if self.sets == default_set {
                    self.note_set(call, self.sets);
                } else {
                    self.first_set = default_set;
                }
            }
        }
        match count_sets(sets) {
            0 => Err(ambiguous_set(session, call)),
            1 => Ok(missing.others_in(sets)),
            _ if self.first_set != 0 => Ok(Vec::new()),
            _ if default_set & sets != 0 && latches_on_to_default(&missing, default_set) => {
                self.sets = default_set;
                self.note_set(call, default_set);
                Ok(missing.others_in(default_set))
            }
            _ => self.choose_fed_set(session, call, &mut missing, sets),
        }
    }

    fn look_for_missing(&self, expects_input: bool) -> Missing {
        let plan = self.plan();
        let mut missing = Missing::default();
        for index in &self.unbound {
            let Some(param) = plan.params.get(*index).filter(|param| param.is_mandatory) else { continue };
            let mut is_missing = false;
            for entry in param.uses.iter().filter(|entry| entry.mandatory && entry.is_in(self.sets)) {
                missing.add(*index, *entry, plan.default_set, expects_input);
                is_missing = true;
                match entry.set {
                    0 => missing.in_all = true,
                    set => missing.sets |= self.sets & set,
                }
            }
            if is_missing && !expects_input {
                missing.params.push(*index);
            }
        }
        missing
    }

    /// Among several sets with missing parameters takes the one that the pipeline feeds.
    fn choose_fed_set(
        &mut self,
        session: &mut Session,
        call: &Rc<Call>,
        missing: &mut Missing,
        sets: u32,
    ) -> Outcome<Vec<usize>> {
        let by_value = missing.only(sets, |needs| needs.by_value > 0);
        let by_property = missing.only(sets, |needs| needs.by_property > 0);
        let single = |found: Option<u32>| found.filter(|set| *set != 0);
        let unique = match (single(by_value), single(by_property)) {
            (Some(a), Some(b)) if a == b => Some(a),
            (Some(_), Some(_)) => None,
            (Some(set), None) if by_property.is_none() => Some(set),
            (None, Some(set)) if by_value.is_none() => Some(set),
            _ => None,
        };
        if let Some(set) = unique {
            return Ok(self.keep_set(call, missing, set));
        }
        let needs_others = missing.in_sets(sets).any(|needs| !needs.others.is_empty());
        if !needs_others {
            return Ok(Vec::new());
        }
        if let Some(set) = single(by_value) {
            return Ok(self.keep_set(call, missing, set));
        }
        if by_value != Some(0) && by_property != Some(0) {
            return Err(ambiguous_set(session, call));
        }
        let with_others = missing
            .in_sets(sets)
            .filter(|needs| !needs.others.is_empty() && !needs.is_for_all())
            .fold(0, |sets, needs| sets | needs.set);
        if with_others != 0 {
            self.ignore_sets(with_others);
            if self.sets == 0 {
                return Err(ambiguous_set(session, call));
            }
            if count_sets(self.sets) == 1 {
                self.note_set(call, self.sets);
            }
        }
        Ok(Vec::new())
    }

    /// Prefers a set, for good where it also needs what the pipeline cannot give.
    fn keep_set(&mut self, call: &Rc<Call>, missing: &Missing, set: u32) -> Vec<usize> {
        let is_chosen = |needs: &&Needs| needs.set & set != 0 && !needs.is_for_all();
        let needs_others = missing.by_set.iter().filter(is_chosen).any(|needs| !needs.others.is_empty());
        let result = missing.others_in(set);
        if needs_others {
            self.sets = set;
        } else {
            let ignored = missing.by_set.iter().filter(|needs| !needs.is_for_all() && needs.set & set == 0);
            self.ignore_sets(ignored.fold(0, |sets, needs| sets | needs.set));
            if self.sets != set {
                self.first_set = set;
            }
        }
        self.note_set(call, self.sets);
        result
    }

    fn ignore_sets(&mut self, ignored: u32) {
        if ignored == 0 {
            return;
        }
        let known = if self.sets == u32::MAX { self.plan().all_sets() } else { self.sets };
        self.sets = known & !ignored;
    }
}

/// Whether the default set is taken although other sets are incomplete too: unless one of those, and not the default
/// set, could be completed by the pipeline alone.
fn latches_on_to_default(missing: &Missing, default_set: u32) -> bool {
    let other = |needs: &&Needs| !needs.is_for_all() && !needs.is_default;
    let another_is_fed =
        missing.by_set.iter().filter(other).any(|needs| needs.from_input > 0 && needs.others.is_empty());
    let another_by_property = missing.by_set.iter().filter(other).any(|needs| needs.by_property > 0);
    if let Some(own) = missing.by_set.iter().find(|needs| needs.set == default_set)
        && own.by_property > 0
        && !another_by_property
    {
        return true;
    }
    !another_is_fed || missing.by_set.iter().any(|needs| needs.is_for_all() && !needs.others.is_empty())
}
