//! Reading what the user cmdlets' filters say: `-Filter`, `-LdapFilter`, `-OU`, `-ResultSize`.

use super::desk_service::Desk;
use super::fault::{bad_argument, bad_filter, stop};
use super::moment::instant;
use crate::cmdlets::prelude::*;
use crate::engine::Session;
use crate::store::desk::{Cursor, DeskFault, PinDesk};
use crate::store::filter::{parse_filter, parse_ldap};
use crate::store::{Account, FilterValue, Predicate, View};
use crate::text::date::DateTime;

/// The predicate of a `-Filter`; its variables are read from the caller's scope.
///
/// # Errors
/// A filter that cannot be understood, as a terminating error.
pub fn filter_predicate(cx: &mut Cx, filter: &str, view: View) -> Outcome<Predicate> {
    let session = &mut *cx.session;
    let parsed = parse_filter(filter, view, &mut |path: &str| look_up(session, path));
    parsed.map_err(|fault| bad_filter(cx, filter, &fault))
}

/// The predicate of an `-LdapFilter`.
///
/// # Errors
/// A filter that cannot be understood, as a terminating error.
pub fn ldap_predicate(cx: &mut Cx, filter: &str) -> Outcome<Predicate> {
    parse_ldap(filter).map_err(|fault| bad_filter(cx, filter, &fault))
}

/// What a variable with members behind it, `u.Sam` or `script:pool`, stands for.
fn look_up(session: &mut Session, path: &str) -> Option<FilterValue> {
    let mut parts = path.split('.');
    let name = parts.next()?;
    let mut value = match name.split_once(':') {
        Some((drive, name)) if drive.eq_ignore_ascii_case("env") => {
            Env::environment(session, name).map_or(Value::Null, Value::Str)
        }
        Some((drive, name)) if drive.eq_ignore_ascii_case("variable") => session.lookup(Symbol::new(name))?,
        Some((scope, name)) => session.lookup_from(session.scope_named(scope)?, Symbol::new(name))?,
        None => session.lookup(Symbol::new(name))?,
    };
    for member in parts {
        value = session.get_property(&value, Symbol::new(member)).ok()?;
    }
    filter_value(session, &value)
}

fn filter_value(session: &mut Session, value: &Value) -> Option<FilterValue> {
    if let Some(time) = value.downcast::<DateTime>() {
        return Some(FilterValue::Time(instant(session, *time)));
    }
    Some(match value.base() {
        Value::Null | Value::Void => FilterValue::Null,
        Value::Bool(flag) => FilterValue::Flag(*flag),
        Value::Int(number) => FilterValue::Number(i64::from(*number)),
        Value::Long(number) => FilterValue::Number(*number),
        other => FilterValue::Text(convert::to_text(session, other).ok()?.to_string()),
    })
}

/// The number that `-ResultSize` says; `None` for no limit.
///
/// # Errors
/// A text that is neither a number nor the word `Unlimited`, as a terminating error.
pub fn result_size(cx: &mut Cx, text: Option<&Str>) -> Outcome<Option<u64>> {
    match text.map(|text| text.trim()) {
        None | Some("") => Ok(None),
        Some(text) if text.eq_ignore_ascii_case("Unlimited") => Ok(None),
        Some(text) => match text.parse::<u64>() {
            Ok(size) if size <= 2_147_483_647 => Ok(Some(size)),
            _ => {
                let message = format!(
                    "The result size \"{text}\" is invalid: it must be a number from 0 to 2147483647, or Unlimited."
                );
                Err(bad_argument(cx, message))
            }
        },
    }
}

/// The condition of lying below a unit.
///
/// # Errors
/// There is no such unit, as a terminating error.
pub fn below(cx: &mut Cx, desk: &Desk, unit: &str) -> Outcome<Predicate> {
    desk.read(|desk| desk.below(unit)).map_err(|fault| stop(cx, &fault))
}

/// Writes every account that a predicate fits, as it is read.
///
/// # Errors
/// The store's, and what the pipeline raises.
pub fn write_all(
    cx: &mut Cx,
    desk: &Desk,
    predicate: Predicate,
    result_size: Option<u64>,
    object: impl Fn(Account, &PinDesk) -> Value,
) -> Outcome {
    let mut cursor = Cursor::new(predicate, result_size);
    loop {
        let next = desk.read(|desk| Ok::<_, DeskFault>(cursor.next(desk)?.map(|account| object(account, desk))));
        match next {
            Ok(Some(value)) => cx.write(value)?,
            Ok(None) => return Ok(()),
            Err(fault) => return Err(stop(cx, &fault)),
        }
    }
}
