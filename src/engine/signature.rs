//! What a command accepts: the one description that the binder, help, completion and `Get-Command` read.
//!
//! A cmdlet's declaration and a script function's `param()` block both become a [`Signature`].

use super::binder::plan::Plan;
use super::code::Code;
use super::variable::Constraint;
use crate::text::regex::RegexOptions;
use crate::text::{Str, Symbol};
use crate::value::{EnumValue, Flow, NativeType, TypeRef, Value};
use std::cell::OnceCell;
use std::collections::HashMap;
use std::rc::Rc;

/// The parameters of a command.
#[derive(Default)]
pub struct Signature {
    /// The command's name, for error ids and help.
    pub name: Str,
    pub params: Vec<Param>,
    /// The names of the parameter sets; a set's number is its bit. Empty where all parameters are in all sets.
    pub sets: Vec<Str>,
    pub default_set: Option<Str>,
    /// From names and aliases to the place in `params`.
    pub by_name: HashMap<Symbol, usize>,
    /// An advanced function or a cmdlet: it has the common parameters and refuses what it does not know.
    pub is_advanced: bool,
    /// `SupportsShouldProcess`: it has `-WhatIf` and `-Confirm`.
    pub should_process: bool,
    pub confirm_impact: ConfirmImpact,
    /// Parameters without a position get one by their order.
    pub positional_binding: bool,
    /// Parameters are computed once the static ones are known.
    pub dynamic: bool,
    /// `SupportsPaging`: it has `-First`, `-Skip` and `-IncludeTotalCount`.
    pub supports_paging: bool,
    /// What is wrong with the declaration; raised when the command is called.
    pub fault: Option<Flow>,
    pub(crate) plan: OnceCell<Plan>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum ConfirmImpact {
    None,
    Low,
    #[default]
    Medium,
    High,
}

/// One parameter.
#[derive(Clone)]
pub struct Param {
    pub name: Str,
    pub symbol: Symbol,
    pub aliases: Vec<Str>,
    /// The declared type; `System.Object` where there is none.
    pub ty: TypeRef,
    /// Whether the type is `switch`.
    pub is_switch: bool,
    /// One entry a `[Parameter()]` attribute, in the order in which the binder reads them; at least one.
    pub uses: Vec<ParamUse>,
    /// Transformations, the conversion to a type that a script declares, and validations, in the order in which they
    /// are applied.
    pub checks: Vec<Check>,
    pub allow_null: bool,
    pub allow_empty_string: bool,
    pub allow_empty_collection: bool,
    /// What a script function gives where the parameter is left out.
    pub default: Option<Rc<Code>>,
    /// The slot in the function's frame.
    pub slot: Option<super::code::SlotId>,
    /// One of the parameters that every advanced command has.
    pub is_common: bool,
    pub hidden: bool,
    pub help: Str,
    /// What to offer for completion beside `ValidateSet` and enums.
    pub completions: Vec<Str>,
    /// What computes them: a script block or a type.
    pub completer: Value,
    /// Why the parameter should not be used any more.
    pub obsolete: Option<Str>,
    /// The `RuntimeDefinedParameter` that it was made from, which gets its value too.
    pub runtime: Value,
    pub(crate) constraint: OnceCell<Rc<Constraint>>,
}

/// How a parameter stands in one of its parameter sets.
#[derive(Clone, Default)]
pub struct ParamUse {
    /// `None` for all sets.
    pub set: Option<Str>,
    pub mandatory: bool,
    pub position: Option<i32>,
    pub by_value: bool,
    pub by_property: bool,
    pub remaining: bool,
    pub help_message: Str,
}

/// A transformation or a validation.
#[derive(Clone)]
pub enum Check {
    /// The place of the conversion to the declared type.
    Convert(TypeRef),
    ValidateSet {
        values: Vec<Str>,
        ignore_case: bool,
        message: Option<Str>,
    },
    /// Values come from a class with `GetValidValues()`.
    ValidateSetFrom(TypeRef),
    ValidateRange(Value, Value),
    ValidateRangeKind(RangeKind),
    ValidateLength(i32, i32),
    ValidateCount(i32, i32),
    ValidatePattern {
        pattern: Str,
        options: RegexOptions,
        message: Option<Str>,
    },
    ValidateScript {
        script: Value,
        message: Option<Str>,
    },
    ValidateNotNull,
    ValidateNotNullOrEmpty,
    ValidateNotNullOrWhiteSpace,
    ValidateDrive(Vec<Str>),
    /// Refuses the names of an enum's members, so that by position they go to another parameter.
    NoNameOf(&'static NativeType),
    /// The name of a variable, as `-OutVariable` takes it.
    VariableName,
    /// `PSTypeName`: one of the object's type names.
    TypeName(Str),
    /// An instance of a script class that derives from a validation or transformation attribute.
    Custom(Value),
}

/// `ValidateRangeKind`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RangeKind {
    Positive,
    NonNegative,
    Negative,
    NonPositive,
}

impl Signature {
    /// The bit of a set; all bits for `None`.
    pub fn set_mask(&self, set: Option<&str>) -> u32 {
        let Some(set) = set else { return u32::MAX };
        match self.sets.iter().position(|name| crate::text::symbol::same_name(name, set)) {
            Some(bit) => 1 << bit.min(31),
            None => u32::MAX,
        }
    }

    /// What the binder works out about the parameters.
    pub fn plan(&self) -> &Plan {
        self.plan.get_or_init(|| Plan::new(self))
    }

    /// The place of a parameter by its full name or alias.
    pub fn find(&self, name: Symbol) -> Option<usize> {
        self.by_name.get(&name).copied()
    }

    /// Fills `by_name` and `sets` from the parameters.
    pub fn index(&mut self) {
        self.by_name.clear();
        self.plan = OnceCell::new();
        if let Some(default) = self.default_set.clone().filter(|set| !set.is_empty())
            && !self.sets.iter().any(|known| crate::text::symbol::same_name(known, &default))
        {
            self.sets.push(default);
        }
        for (i, param) in self.params.iter().enumerate() {
            self.by_name.insert(param.symbol, i);
            for alias in &param.aliases {
                self.by_name.entry(Symbol::new(alias)).or_insert(i);
            }
            for set in param.uses.iter().filter_map(|entry| entry.set.as_ref()) {
                if !self.sets.iter().any(|known| crate::text::symbol::same_name(known, set)) {
                    self.sets.push(set.clone());
                }
            }
        }
    }
}

impl Param {
    /// A parameter of a type with everything else as it is without attributes.
    pub fn new(name: impl Into<Str>, ty: TypeRef) -> Param {
        let name = name.into();
        Param {
            symbol: Symbol::new(&name),
            name,
            aliases: Vec::new(),
            is_switch: ty.is_native(&crate::value::types::SWITCH_PARAMETER),
            checks: Vec::new(),
            ty,
            uses: vec![ParamUse::default()],
            allow_null: false,
            allow_empty_string: false,
            allow_empty_collection: false,
            default: None,
            slot: None,
            is_common: false,
            hidden: false,
            help: Str::default(),
            completions: Vec::new(),
            completer: Value::Null,
            obsolete: None,
            runtime: Value::Null,
            constraint: OnceCell::new(),
        }
    }

    /// What the parameter's variable demands of later values; nothing where it has neither type nor attributes.
    pub fn constraint(&self) -> Option<Rc<Constraint>> {
        if self.checks.is_empty() {
            return None;
        }
        let made = || Rc::new(Constraint { ty: Some(self.ty.clone()), attributes: self.checks.clone() });
        Some(self.constraint.get_or_init(made).clone())
    }

    /// What can be offered as a value: the fixed set, the enum's names, or the declared completions.
    pub fn choices(&self) -> Vec<Str> {
        for check in &self.checks {
            if let Check::ValidateSet { values, .. } = check {
                return values.clone();
            }
        }
        if self.ty.is_enum() {
            return EnumValue::members(&self.ty).into_iter().map(|(name, _)| name).collect();
        }
        self.completions.clone()
    }
}
