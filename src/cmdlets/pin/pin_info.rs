//! What may be seen of a PIN, as an object.

use super::moment::moment_or_null;
use crate::cmdlets::prelude::*;
use crate::store::AccountId;
use crate::store::desk::PinInfo;
use crate::types::TypeTable;
use crate::types::table::Property;
use crate::value::{Native, NativeType, types};

pub static PIN_INFO: NativeType =
    NativeType::class("Microsoft.Rtc.Management.UserPinService.PinInfoDetails", &types::OBJECT);

/// The state of one user's PIN.
pub struct PinInfoObject {
    info: PinInfo,
    account: AccountId,
}

impl PinInfoObject {
    pub fn value(info: PinInfo, account: AccountId) -> Value {
        Value::native(PinInfoObject { info, account })
    }

    pub fn account(&self) -> AccountId {
        self.account
    }
}

impl Native for PinInfoObject {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&PIN_INFO)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(Str::from(self.info.identity.as_str())))
    }
}

pub static TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("Identity", "string", |_, this| read(this, |info| Value::from(info.identity.as_str()))),
        Property::new("IsPinSet", "bool", |_, this| read(this, |info| Value::Bool(info.is_pin_set))),
        Property::new("IsLockedOut", "bool", |_, this| read(this, |info| Value::Bool(info.is_locked_out))),
        Property::new("LastPinChangeTime", "System.Nullable[datetime]", |env, this| {
            read(this, |info| moment_or_null(env, info.last_pin_change_time))
        }),
        Property::new("PinExpirationTime", "System.Nullable[datetime]", |env, this| {
            read(this, |info| moment_or_null(env, info.pin_expiration_time))
        }),
        Property::new("LocalFailureCount", "int", |_, this| read(this, |info| count(info.local_failure_count))),
        Property::new("GlobalFailureCount", "int", |_, this| read(this, |info| count(info.global_failure_count))),
        Property::new("LockReason", "string", |_, this| read(this, |info| Value::from(info.lock_reason.word()))),
        Property::new("LockedUntil", "System.Nullable[datetime]", |env, this| {
            read(this, |info| moment_or_null(env, info.locked_until))
        }),
        Property::new("EffectivePolicy", "string", |_, this| {
            read(this, |info| Value::from(info.effective_policy.to_string()))
        }),
        Property::new("EffectivePolicyScope", "string", |_, this| {
            read(this, |info| Value::from(info.effective_policy.kind()))
        }),
        Property::new("PinLength", "System.Nullable[int]", |_, this| {
            read(this, |info| info.pin_length.map_or(Value::Null, |length| Value::Int(i32::from(length))))
        }),
        Property::new("LastVerificationTime", "System.Nullable[datetime]", |env, this| {
            read(this, |info| moment_or_null(env, info.last_verification_time))
        }),
    ],
    ..TypeTable::of(&PIN_INFO)
};

fn read(this: &Value, get: impl FnOnce(&PinInfo) -> Value) -> Outcome<Value> {
    Ok(this.downcast::<PinInfoObject>().map_or(Value::Null, |object| get(&object.info)))
}

fn count(failures: u32) -> Value {
    Value::Int(i32::try_from(failures).unwrap_or(i32::MAX))
}
