//! `ValidateRange`: between two limits, or on one side of zero.

use super::fault;
use crate::engine::Session;
use crate::engine::signature::RangeKind;
use crate::syntax::ast::{self, Comparison};
use crate::text::collate::{CaseRule, compare};
use crate::value::number::NumberKind;
use crate::value::{Env, Flow, NativeType, Outcome, TypeRef, Value, convert, operators, types};
use std::cmp::Ordering;

/// Refuses what lies outside the limits.
pub fn between(session: &mut Session, item: &Value, low: &Value, high: &Value) -> Outcome {
    let item = item.base();
    let Some(wanted) = low.type_ref() else { return Ok(()) };
    let own = item.type_ref();
    let value = if own.as_ref() == Some(&wanted) {
        item.clone()
    } else {
        match convert::as_operator(session, item, &wanted)? {
            Value::Null => return Err(other_type(own.as_ref(), &wanted)),
            converted => converted,
        }
    };
    if order(session, low, &value)? == Ordering::Greater {
        let (text, limit) = (convert::object_text(session, &value)?, convert::object_text(session, low)?);
        let message = format!(
            "The {text} argument is less than the minimum allowed range of {limit}. Supply an argument that is greater \
             than or equal to {limit} and then try the command again."
        );
        return Err(fault("ValidateRangeTooSmall", message));
    }
    if order(session, high, &value)? == Ordering::Less {
        let (text, limit) = (convert::object_text(session, &value)?, convert::object_text(session, high)?);
        let message = format!(
            "The {text} argument is greater than the maximum allowed range of {limit}. Supply an argument that is less \
             than or equal to {limit} and then try the command again."
        );
        return Err(fault("ValidateRangeTooBig", message));
    }
    Ok(())
}

/// Refuses what lies on the wrong side of zero.
pub fn of_kind(session: &mut Session, item: &Value, kind: RangeKind) -> Outcome {
    let item = item.base();
    let own = item.type_ref();
    let is_span = own.as_ref().is_some_and(|ty| ty.full_name() == "System.TimeSpan");
    let sign = if is_span {
        let ticks = session.get_property(item, crate::text::Symbol::new("Ticks"))?;
        convert::as_double(&ticks)
    } else {
        NumberKind::of(item).and_then(|_| convert::as_double(item))
    };
    let Some(sign) = sign else { return Err(other_type(own.as_ref(), &TypeRef::Native(&types::INT32))) };
    let (is_fine, id, relation) = match kind {
        RangeKind::Positive => (sign > 0.0, "ValidateRangePositiveFailure", "greater than zero"),
        RangeKind::NonNegative => (sign >= 0.0, "ValidateRangeNonNegativeFailure", "greater than or equal to zero"),
        RangeKind::Negative => (sign < 0.0, "ValidateRangeNegativeFailure", "less than zero"),
        RangeKind::NonPositive => (sign <= 0.0, "ValidateRangeNonPositiveFailure", "less than or equal to zero"),
    };
    if is_fine {
        return Ok(());
    }
    let text = convert::object_text(session, item)?;
    Err(fault(id, format!("The argument \"{text}\" cannot be validated because its value is not {relation}.")))
}

fn other_type(own: Option<&TypeRef>, wanted: &TypeRef) -> Flow {
    let (own, wanted) = (own.map(TypeRef::short_name).unwrap_or_default(), wanted.short_name());
    fault(
        "ValidationRangeElementType",
        format!(
            "The argument cannot be validated because its type \"{own}\" is not the same type ({wanted}) as the \
             maximum and minimum limits of the parameter. Make sure the argument is of type {wanted} and then try the \
             command again."
        ),
    )
}

/// The order of two values of one type, as `IComparable` has it.
pub fn order(session: &mut Session, left: &Value, right: &Value) -> Outcome<Ordering> {
    if let (Some(left), Some(right)) = (convert::as_decimal(left), convert::as_decimal(right)) {
        return Ok(left.cmp(&right));
    }
    if let (Some(_), Some(_)) = (NumberKind::of(left), NumberKind::of(right))
        && let (Some(left), Some(right)) = (convert::as_double(left), convert::as_double(right))
    {
        return Ok(left.total_cmp(&right));
    }
    if let (Some(left), Some(right)) = (left.as_str(), right.as_str()) {
        return Ok(compare(left, right, CaseRule::Sensitive));
    }
    for (comparison, order) in [(Comparison::Lt, Ordering::Less), (Comparison::Gt, Ordering::Greater)] {
        if operators::holds(session, comparison, ast::CaseRule::Sensitive, left, right)? {
            return Ok(order);
        }
    }
    Ok(Ordering::Equal)
}

/// The type in which two limits of different types are compared; `None` where there is none.
pub fn common_type(low: &Value, high: &Value) -> Option<TypeRef> {
    let (low, high) = (NumberKind::of(low)?, NumberKind::of(high)?);
    let is_signed = low.is_signed() || high.is_signed();
    let widest = rank(low.native()).max(rank(high.native()));
    Some(TypeRef::Native(match widest {
        0..=4 => &types::INT32,
        5 if is_signed => &types::DOUBLE,
        5 => &types::UINT32,
        6 => &types::INT64,
        7 if is_signed => &types::DOUBLE,
        7 => &types::UINT64,
        10 => &types::DECIMAL,
        _ => &types::DOUBLE,
    }))
}

/// The place of a number type in the order of .NET's type codes.
fn rank(ty: &'static NativeType) -> usize {
    const ORDER: [&NativeType; 11] = [
        &types::SBYTE,
        &types::BYTE,
        &types::INT16,
        &types::UINT16,
        &types::INT32,
        &types::UINT32,
        &types::INT64,
        &types::UINT64,
        &types::SINGLE,
        &types::DOUBLE,
        &types::DECIMAL,
    ];
    ORDER.iter().position(|known| std::ptr::eq(*known, ty)).unwrap_or(9)
}
