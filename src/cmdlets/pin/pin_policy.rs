//! PIN policies as objects: what `Get-CsPinPolicy` writes and `Set-CsPinPolicy -Instance` takes.
//!
//! Properties can be assigned; nothing is kept until the object is handed back.

use crate::cmdlets::prelude::*;
use crate::pin::{PinPolicy, PolicyFault, Scope, Settings, SettingsChange};
use crate::types::TypeTable;
use crate::types::table::Property;
use crate::value::{Native, NativeType, types};
use std::cell::RefCell;

pub static POLICY: NativeType = NativeType::class("Microsoft.Rtc.Management.Policy.Policy", &types::OBJECT);
pub static PIN_POLICY: NativeType =
    NativeType::class("Microsoft.Rtc.Management.WritableConfig.Policy.UserPin.UserPinPolicy", &POLICY);

/// A policy as it stands in an object, with values that may still be out of range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub scope: Scope,
    pub description: Option<String>,
    pub change: SettingsChange,
}

impl Draft {
    pub fn of(policy: &PinPolicy) -> Draft {
        let settings = policy.settings;
        let change = SettingsChange {
            min_length: Some(u64::from(settings.min_length)),
            history_count: Some(u64::from(settings.history_count)),
            allow_common_patterns: Some(settings.allow_common_patterns),
            lifetime_days: Some(u64::from(settings.lifetime_days)),
            max_attempts: Some(settings.max_attempts.map(u64::from)),
            strict: Some(settings.strict),
        };
        Draft { scope: policy.scope.clone(), description: policy.description.clone(), change }
    }

    /// The policy that the draft describes.
    ///
    /// # Errors
    /// A value out of range, or settings that contradict each other.
    pub fn policy(&self) -> Result<PinPolicy, PolicyFault> {
        let settings = Settings::default().with(&self.change)?;
        Ok(PinPolicy { scope: self.scope.clone(), description: self.description.clone(), settings })
    }
}

/// A policy.
pub struct PinPolicyObject(RefCell<Draft>);

/// A policy as an object.
pub fn pin_policy_object(policy: &PinPolicy) -> Value {
    Value::native(PinPolicyObject(RefCell::new(Draft::of(policy))))
}

/// The draft in an object that a script handed back; `None` when it is no PIN policy.
pub fn draft_of(value: &Value) -> Option<Draft> {
    value.downcast::<PinPolicyObject>().map(|object| object.0.borrow().clone())
}

impl Native for PinPolicyObject {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&PIN_POLICY)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(Str::from(self.0.borrow().scope.to_string())))
    }
}

pub static TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("Identity", "string", |_, this| read(this, |draft| Value::from(draft.scope.to_string()))),
        Property::settable(
            "Description",
            "string",
            |_, this| read(this, |draft| draft.description.as_deref().map_or(Value::Null, Value::from)),
            |env, this, value| {
                let text = convert::to_text(env, &value)?;
                write(this, |draft| draft.description = Some(text.to_string()).filter(|text| !text.is_empty()))
            },
        ),
        Property::settable(
            "MinPasswordLength",
            "uint",
            |_, this| read(this, |draft| uint32(draft.change.min_length)),
            |env, this, value| {
                let number = whole(env, &value, &types::UINT32)?;
                write(this, |draft| draft.change.min_length = Some(number))
            },
        ),
        Property::settable(
            "PINHistoryCount",
            "ulong",
            |_, this| read(this, |draft| Value::UInt64(draft.change.history_count.unwrap_or_default())),
            |env, this, value| {
                let number = whole(env, &value, &types::UINT64)?;
                write(this, |draft| draft.change.history_count = Some(number))
            },
        ),
        Property::settable(
            "AllowCommonPatterns",
            "bool",
            |_, this| read(this, |draft| Value::Bool(draft.change.allow_common_patterns.unwrap_or_default())),
            |env, this, value| {
                let flag = convert::to_bool(env, &value)?;
                write(this, |draft| draft.change.allow_common_patterns = Some(flag))
            },
        ),
        Property::settable(
            "PINLifetime",
            "ulong",
            |_, this| read(this, |draft| Value::UInt64(draft.change.lifetime_days.unwrap_or_default())),
            |env, this, value| {
                let number = whole(env, &value, &types::UINT64)?;
                write(this, |draft| draft.change.lifetime_days = Some(number))
            },
        ),
        Property::settable(
            "MaximumLogonAttempts",
            "System.Nullable[uint]",
            |_, this| read(this, |draft| uint32(draft.change.max_attempts.flatten())),
            |env, this, value| {
                let number = if value.is_null() { None } else { Some(whole(env, &value, &types::UINT32)?) };
                write(this, |draft| draft.change.max_attempts = Some(number))
            },
        ),
        Property::settable(
            "Strict",
            "bool",
            |_, this| read(this, |draft| Value::Bool(draft.change.strict.unwrap_or_default())),
            |env, this, value| {
                let flag = convert::to_bool(env, &value)?;
                write(this, |draft| draft.change.strict = Some(flag))
            },
        ),
    ],
    ..TypeTable::of(&PIN_POLICY)
};

fn read(this: &Value, get: impl FnOnce(&Draft) -> Value) -> Outcome<Value> {
    Ok(this.downcast::<PinPolicyObject>().map_or(Value::Null, |object| get(&object.0.borrow())))
}

fn write(this: &Value, set: impl FnOnce(&mut Draft)) -> Outcome {
    if let Some(object) = this.downcast::<PinPolicyObject>() {
        set(&mut object.0.borrow_mut());
    }
    Ok(())
}

fn uint32(number: Option<u64>) -> Value {
    number.and_then(|number| u32::try_from(number).ok()).map_or(Value::Null, Value::UInt32)
}

/// A value as a whole number of a type.
fn whole(env: &mut dyn Env, value: &Value, ty: &'static NativeType) -> Outcome<u64> {
    Ok(match convert::convert(env, value, &TypeRef::Native(ty))? {
        Value::UInt32(number) => u64::from(number),
        Value::UInt64(number) => number,
        _ => 0,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_is_the_policy_it_was_made_of() {
        let policy = PinPolicy::new(Scope::Site("Redmond".into()));
        let mut draft = Draft::of(&policy);
        assert_eq!(draft.policy(), Ok(policy));
        draft.change.min_length = Some(25);
        assert!(draft.policy().is_err());
    }
}
