//! What the binder works out once about a signature: sets as bits, and which parameters each phase has to look at.

use crate::engine::signature::{Check, Param, Signature};
use crate::text::symbol::same_name;
use crate::text::{Str, Symbol};
use crate::value::types;

/// The name of the parameter set of commands that have no sets.
pub const ALL_SETS: &str = "__AllParameterSets";

/// A signature as the binder's phases read it.
pub struct Plan {
    pub params: Vec<ParamPlan>,
    /// The names of the sets by bit; the default one is the first.
    pub set_names: Vec<Str>,
    /// The bit of the default set, or 0.
    pub default_set: u32,
    /// The parameters of a function without sets in the order of their positions.
    pub positional: Vec<usize>,
}

/// One parameter of a plan.
pub struct ParamPlan {
    /// The bits of the sets that it names.
    pub sets: u32,
    /// Whether it belongs to every set.
    pub in_all: bool,
    pub uses: Vec<UsePlan>,
    /// Whether the pipeline can give it in some set.
    pub takes_input: bool,
    pub is_mandatory: bool,
    /// Whether any value is taken as it is.
    pub is_open: bool,
    /// Whether a validation refuses null.
    pub cannot_be_null: bool,
    /// The names of properties that it is taken from.
    pub properties: Vec<Symbol>,
}

/// How a parameter stands in one set, or in all of them where `set` is 0.
#[derive(Clone, Copy)]
pub struct UsePlan {
    pub set: u32,
    pub mandatory: bool,
    pub position: Option<i32>,
    pub by_value: bool,
    pub by_property: bool,
    pub remaining: bool,
}

impl UsePlan {
    /// Whether it holds in one of these sets.
    pub fn is_in(self, sets: u32) -> bool {
        self.set == 0 || self.set & sets != 0
    }

    pub fn takes_input(self) -> bool {
        self.by_value || self.by_property
    }
}

impl ParamPlan {
    /// Whether it belongs to one of these sets.
    pub fn is_in(&self, sets: u32) -> bool {
        self.in_all || self.sets & sets != 0
    }

    /// Whether the pipeline can give it in one of these sets.
    pub fn takes_input_in(&self, sets: u32) -> bool {
        self.takes_input && self.uses.iter().any(|entry| entry.is_in(sets) && entry.takes_input())
    }

    /// How it stands in these sets: by the first set that names it, else by what holds in all.
    pub fn use_in(&self, sets: u32) -> Option<UsePlan> {
        let named = self.uses.iter().find(|entry| entry.set & sets != 0);
        named.or_else(|| self.uses.iter().rev().find(|entry| entry.set == 0)).copied()
    }
}

impl Plan {
    pub fn new(signature: &Signature) -> Plan {
        let mut set_names: Vec<Str> = signature.default_set.iter().filter(|name| !name.is_empty()).cloned().collect();
        let default_set = u32::from(!set_names.is_empty());
        let params: Vec<ParamPlan> = signature.params.iter().map(|param| param_plan(param, &mut set_names)).collect();
        let mut positional: Vec<(i32, usize)> =
            params.iter().enumerate().filter_map(|(i, param)| Some((param.uses.first()?.position?, i))).collect();
        positional.sort_unstable();
        Plan { params, set_names, default_set, positional: positional.into_iter().map(|(_, i)| i).collect() }
    }

    /// The bits of all sets that there are; all bits where there are none.
    pub fn all_sets(&self) -> u32 {
        match self.set_names.len() {
            0 | 32.. => u32::MAX,
            count => (1 << count) - 1,
        }
    }

    /// The name of a set by its bit; empty for several of them, the default for all.
    pub fn set_name(&self, sets: u32) -> Str {
        if sets == u32::MAX || sets == 0 {
            return match self.default_set {
                0 => Str::from(ALL_SETS),
                _ => self.set_names.first().cloned().unwrap_or_default(),
            };
        }
        let bit = sets.trailing_zeros();
        let next_is_set = bit < 31 && (sets >> (bit + 1)) & 1 == 1;
        if next_is_set { Str::default() } else { self.set_names.get(bit as usize).cloned().unwrap_or_default() }
    }
}

fn param_plan(param: &Param, set_names: &mut Vec<Str>) -> ParamPlan {
    let uses: Vec<UsePlan> = param
        .uses
        .iter()
        .map(|entry| UsePlan {
            set: entry.set.as_ref().map_or(0, |name| set_bit(name, set_names)),
            mandatory: entry.mandatory,
            position: entry.position,
            by_value: entry.by_value,
            by_property: entry.by_property,
            remaining: entry.remaining,
        })
        .collect();
    let refuses_null = |check: &Check| matches!(check, Check::ValidateNotNull | Check::ValidateNotNullOrEmpty);
    ParamPlan {
        sets: uses.iter().fold(0, |bits, entry| bits | entry.set),
        in_all: uses.iter().any(|entry| entry.set == 0),
        takes_input: uses.iter().any(|entry| entry.takes_input()),
        is_mandatory: uses.iter().any(|entry| entry.mandatory),
        is_open: param.ty.is_native(&types::OBJECT)
            && param.checks.iter().all(|check| matches!(check, Check::Convert(ty) if ty.is_native(&types::OBJECT))),
        cannot_be_null: param.checks.iter().any(refuses_null),
        properties: std::iter::once(param.symbol).chain(param.aliases.iter().map(|name| Symbol::new(name))).collect(),
        uses,
    }
}

fn set_bit(name: &Str, set_names: &mut Vec<Str>) -> u32 {
    if same_name(name, ALL_SETS) {
        return 0;
    }
    let bit = set_names.iter().position(|known| known == name).unwrap_or_else(|| {
        set_names.push(name.clone());
        set_names.len() - 1
    });
    1 << bit.min(31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::signature::ParamUse;
    use crate::value::TypeRef;

    fn param(name: &str, sets: &[&str]) -> Param {
        let uses = sets.iter().map(|set| ParamUse { set: Some(Str::from(*set)), ..ParamUse::default() }).collect();
        Param { uses, ..Param::new(name, TypeRef::Native(&types::OBJECT)) }
    }

    #[test]
    fn the_default_set_has_the_first_bit() {
        let signature = Signature {
            params: vec![param("A", &["One"]), param("B", &["One", "Two"])],
            default_set: Some(Str::from("Two")),
            ..Signature::default()
        };
        let plan = Plan::new(&signature);
        assert_eq!(plan.set_names, ["Two", "One"].map(Str::from));
        assert_eq!(plan.params[0].sets, 0b10);
        assert_eq!(plan.params[1].sets, 0b11);
        assert_eq!(plan.set_name(u32::MAX), "Two");
        assert_eq!(plan.set_name(0b10), "One");
        assert_eq!(plan.set_name(0b11), "");
    }
}
