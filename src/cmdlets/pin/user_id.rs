//! Whom a command is for: the identity parameter of all user cmdlets.
//!
//! It takes every form in which scripts write an identity, and the objects that commands write; those name their
//! account by the store's own number, so that no text has to be looked up.

use super::account_object::account_of;
use super::desk_service::Desk;
use super::fault::{fault_of, refuse, refuse_with};
use super::hint::hint;
use crate::cmdlets::prelude::*;
use crate::engine::cmdlet::ParamValue;
use crate::store::desk::{DeskFault, PinDesk};
use crate::store::{Account, AccountId, Attribute, Predicate};
use crate::types::TypeTable;
use crate::types::table::Method;
use crate::value::error::ARGUMENT_EXCEPTION;
use crate::value::{Native, NativeType, types};

pub static USER_ID_PARAMETER: NativeType =
    NativeType::class("Microsoft.Rtc.Management.AD.UserIdParameter", &types::OBJECT);

/// An identity as it was given.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum UserId {
    #[default]
    Missing,
    Text(Str),
    /// The account of an object, with the object's text.
    Account(AccountId, Str),
}

impl Native for UserId {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&USER_ID_PARAMETER)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(Str::from(self.shown())))
    }
}

impl ParamValue for UserId {
    fn type_ref() -> TypeRef {
        TypeRef::Native(&USER_ID_PARAMETER)
    }

    fn from_value(value: Value) -> Self {
        value.downcast::<UserId>().cloned().unwrap_or_default()
    }
}

pub static TABLE: TypeTable = TypeTable {
    constructors: &[Method::new("Microsoft.Rtc.Management.AD.UserIdParameter new(System.Object identity)", new)],
    ..TypeTable::of(&USER_ID_PARAMETER)
};

fn new(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let given = arguments.first().unwrap_or(&Value::Null);
    if let Some(known) = given.downcast::<UserId>() {
        return Ok(Value::native(known.clone()));
    }
    if matches!(given.base(), Value::Object(_) | Value::Table(_) | Value::Array(_)) {
        // The text of such an object is nobody's identity; its property Identity may be one.
        return Err(Fault::exception(&ARGUMENT_EXCEPTION, "The object does not stand for a user.").into());
    }
    let text = convert::to_text(env, given)?;
    if text.trim().is_empty() {
        return Err(Fault::exception(&ARGUMENT_EXCEPTION, "An identity cannot be empty.").into());
    }
    let id = match account_of(given) {
        Some(account) => UserId::Account(account, text),
        None => UserId::Text(text),
    };
    Ok(Value::native(id))
}

/// Among whom an identity is looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Among {
    /// Persons and phones that are enabled for the product.
    Enabled,
    /// Persons enabled for the product.
    EnabledUsers,
    /// All accounts of persons.
    Users,
}

impl Among {
    /// The condition of belonging to them.
    pub fn predicate(self) -> Predicate {
        match self {
            Among::Enabled => Predicate::present(Attribute::SipAddress),
            Among::EnabledUsers => Predicate::product_users(),
            Among::Users => Predicate::users(),
        }
    }
}

impl UserId {
    /// The identity as it is shown in messages.
    pub fn shown(&self) -> &str {
        match self {
            UserId::Missing => "",
            UserId::Text(text) | UserId::Account(_, text) => text,
        }
    }

    pub fn is_missing(&self) -> bool {
        *self == UserId::Missing
    }

    /// The accounts that a command is for: one, or all that a display name with `*` fits.
    ///
    /// # Errors
    /// Nobody is found, an exact name fits several, or whom it fits is not among those meant.
    pub fn accounts(&self, desk: &PinDesk, among: Among) -> Result<Vec<Account>, DeskFault> {
        let scope = among.predicate();
        let found = match self {
            UserId::Account(id, _) => {
                let account = desk.account(*id).map_err(|_| DeskFault::UnknownIdentity(self.shown().into()))?;
                if scope.fits(&account) { Ok(vec![account]) } else { Err(self.outside(&account)) }
            }
            _ => desk.find_for_command(self.shown(), &scope),
        };
        match found {
            Err(DeskFault::UnknownIdentity(identity)) if among != Among::Users => {
                let others = desk.find(&identity, &Predicate::users())?;
                Err(others.first().map_or(DeskFault::UnknownIdentity(identity), |other| self.outside(&other.account)))
            }
            other => other,
        }
    }

    fn outside(&self, account: &Account) -> DeskFault {
        match account.is_in_product() {
            false => DeskFault::NotEnabled(account.dn().into()),
            true => DeskFault::UnknownIdentity(self.shown().into()),
        }
    }
}

/// The accounts that a command is for; an identity that leads to none has been reported and gives none.
pub fn accounts_for(cx: &mut Cx, desk: &Desk, id: &UserId, among: Among) -> Outcome<Vec<Account>> {
    match desk.read(|desk| id.accounts(desk, among)) {
        Ok(accounts) => Ok(accounts),
        Err(fault) => report(cx, desk, id, &fault).map(|()| Vec::new()),
    }
}

/// Reports that an identity leads to nobody, with near names where there are some.
pub fn report(cx: &mut Cx, desk: &Desk, id: &UserId, fault: &DeskFault) -> Outcome {
    if !matches!(fault, DeskFault::UnknownIdentity(_)) {
        return refuse(cx, fault, id.shown());
    }
    let mut error = fault_of(fault, Value::from(id.shown()));
    let near = desk.read(|desk| hint(desk, id.shown())).unwrap_or_default();
    if !near.is_empty() {
        let names: Vec<String> = near.iter().map(|name| format!("\"{name}\"")).collect();
        error.message = Str::from(format!("{} Did you mean {}?", error.message, names.join(" or ")));
    }
    refuse_with(cx, fault, error)
}
