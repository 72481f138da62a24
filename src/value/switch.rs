//! `System.Management.Automation.SwitchParameter`: the value of a switch.

use super::types::{self, TypeRef};
use super::{Env, Native, Outcome, Value};
use crate::text::Str;
use std::cmp::Ordering;

/// The value of a switch parameter; true when the switch was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SwitchParameter(pub bool);

impl SwitchParameter {
    /// The switch as a value.
    pub fn value(present: bool) -> Value {
        Value::native(SwitchParameter(present))
    }

    fn name(self) -> &'static str {
        if self.0 { "True" } else { "False" }
    }
}

impl Native for SwitchParameter {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&types::SWITCH_PARAMETER)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(self.name().into()))
    }

    fn content_key(&self) -> Option<Str> {
        Some(self.name().into())
    }

    fn order(&self, _other: &Value) -> Option<Ordering> {
        None
    }
}
