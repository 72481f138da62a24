//! The operators on values beside arithmetic: comparison with its filters, patterns, text operators, ranges.

mod format;
mod join;
mod matching;
mod pattern;
mod range;
mod replace;
mod split;

pub use format::{format_operator, format_value};
pub use join::join;
pub use matching::{is_match, match_text};
pub use range::range;
pub use replace::replace;
pub use split::{split, split_words};

use super::enumerate::items_of;
use super::error::ErrorCategory;
use super::{Env, Fault, Outcome, TypeRef, Value, arithmetic, compare, convert, types};
use crate::syntax::ast::{BinaryOperator, Comparison};
use crate::text::CaseRule;
use std::cmp::Ordering;

/// Any binary operator on two values that have been evaluated already.
///
/// # Errors
/// Those of the operator.
pub fn binary(env: &mut dyn Env, operator: BinaryOperator, left: &Value, right: &Value) -> Outcome<Value> {
    match operator {
        BinaryOperator::Plus => arithmetic::add(env, left, right),
        BinaryOperator::Minus => arithmetic::subtract(env, left, right),
        BinaryOperator::Multiply => arithmetic::multiply(env, left, right),
        BinaryOperator::Divide => arithmetic::divide(env, left, right),
        BinaryOperator::Rem => arithmetic::remainder(env, left, right),
        BinaryOperator::Format => {
            let format = convert::to_text(env, left)?;
            let arguments = items_of(right).unwrap_or_else(|| vec![right.clone()]);
            format_operator(env, &format, &arguments)
        }
        BinaryOperator::DotDot => range(env, left, right),
        BinaryOperator::And => Ok(Value::Bool(convert::to_bool(env, left)? && convert::to_bool(env, right)?)),
        BinaryOperator::Or => Ok(Value::Bool(convert::to_bool(env, left)? || convert::to_bool(env, right)?)),
        BinaryOperator::Xor => Ok(Value::Bool(convert::to_bool(env, left)? != convert::to_bool(env, right)?)),
        BinaryOperator::Band => arithmetic::band(env, left, right),
        BinaryOperator::Bor => arithmetic::bor(env, left, right),
        BinaryOperator::Bxor => arithmetic::bxor(env, left, right),
        BinaryOperator::Shl => arithmetic::shift_left(env, left, right),
        BinaryOperator::Shr => arithmetic::shift_right(env, left, right),
        BinaryOperator::Join => join(env, left, right),
        BinaryOperator::Is => Ok(Value::Bool(is_operator(env, left, right)?)),
        BinaryOperator::IsNot => Ok(Value::Bool(!is_operator(env, left, right)?)),
        BinaryOperator::As => {
            let target = type_operand(env, right)?;
            convert::as_operator(env, left, &target)
        }
        BinaryOperator::QuestionQuestion => Ok(if left.is_null() { right.clone() } else { left.clone() }),
        BinaryOperator::Compare(comparison, case) => compare(env, comparison, case, left, right),
    }
}

fn type_operand(env: &mut dyn Env, operand: &Value) -> Outcome<TypeRef> {
    match convert::convert(env, operand, &TypeRef::Native(&types::TYPE))? {
        Value::Type(ty) => Ok((*ty).clone()),
        _ => Err(Fault::new(
            "AsOperatorRequiresType",
            ErrorCategory::InvalidOperation,
            "The right operand of '-as' must be a type.",
        )
        .into()),
    }
}

/// `left -is right`, where the right operand may be a type's name.
///
/// # Errors
/// Where the right operand is no type.
pub fn is_operator(env: &mut dyn Env, left: &Value, right: &Value) -> Outcome<bool> {
    if let Value::Type(ty) = right.base() {
        return Ok(convert::is_type(left, ty));
    }
    match convert::convert(env, right, &TypeRef::Native(&types::TYPE)) {
        Ok(Value::Type(ty)) => Ok(convert::is_type(left, &ty)),
        Ok(_) => Err(Fault::new(
            "IsOperatorRequiresType",
            ErrorCategory::InvalidOperation,
            "The right operand of '-is' must be a type.",
        )
        .into()),
        Err(flow) => Err(rewrapped(flow)),
    }
}

/// A failed conversion as it leaves `-is` and `-split`: without its own id.
pub(super) fn rewrapped(flow: super::Flow) -> super::Flow {
    match convert::cause(flow) {
        Ok(reason) => {
            let message = convert::message_of(&reason);
            Fault::new("RuntimeException", ErrorCategory::NotSpecified, message).inner(reason).into()
        }
        Err(flow) => flow,
    }
}

/// `left -op right` for the operators that come with and without case.
///
/// A list on the left of a comparison gives the items for which it holds, as an `object[]`; on the left of `-replace`
/// and `-split` it gives what they make of each item. `-match` leaves `$Matches` to its caller, see [`match_text`].
///
/// # Errors
/// Those of the comparison, and of patterns that are none.
#[inline]
pub fn compare(env: &mut dyn Env, operator: Comparison, case: CaseRule, left: &Value, right: &Value) -> Outcome<Value> {
    if let (Value::Int(a), Value::Int(b)) = (left, right)
        && let Some(holds) = holds_for(operator, a.cmp(b))
    {
        return Ok(Value::Bool(holds));
    }
    match operator {
        Comparison::Contains => contains(env, case, left, right, false).map(Value::Bool),
        Comparison::NotContains => Ok(Value::Bool(!contains(env, case, left, right, false)?)),
        Comparison::In => contains(env, case, right, left, true).map(Value::Bool),
        Comparison::NotIn => Ok(Value::Bool(!contains(env, case, right, left, true)?)),
        Comparison::Replace => replace(env, case, left, right),
        Comparison::Split => {
            let arguments = items_of(right).unwrap_or_else(|| vec![right.clone()]);
            split(env, case, left, &arguments)
        }
        _ => match items_of(left) {
            Some(items) => filter(env, operator, case, items, right),
            None => holds(env, operator, case, left, right).map(Value::Bool),
        },
    }
}

fn holds_for(operator: Comparison, order: Ordering) -> Option<bool> {
    Some(match operator {
        Comparison::Eq => order.is_eq(),
        Comparison::Ne => order.is_ne(),
        Comparison::Gt => order.is_gt(),
        Comparison::Ge => order.is_ge(),
        Comparison::Lt => order.is_lt(),
        Comparison::Le => order.is_le(),
        _ => return None,
    })
}

fn filter(env: &mut dyn Env, operator: Comparison, case: CaseRule, items: Vec<Value>, right: &Value) -> Outcome<Value> {
    let mut found = Vec::new();
    for item in items {
        if holds(env, operator, case, &item, right)? {
            found.push(item);
        }
    }
    Ok(Value::array(found))
}

/// Whether a comparison of two single values holds.
///
/// # Errors
/// As [`compare`].
pub fn holds(env: &mut dyn Env, operator: Comparison, case: CaseRule, left: &Value, right: &Value) -> Outcome<bool> {
    match operator {
        Comparison::Eq => compare::equals(env, left, right, case),
        Comparison::Ne => Ok(!compare::equals(env, left, right, case)?),
        Comparison::Like => pattern::is_like(env, left, right, case),
        Comparison::NotLike => Ok(!pattern::is_like(env, left, right, case)?),
        Comparison::Match => is_match_value(env, left, right, case),
        Comparison::NotMatch => Ok(!is_match_value(env, left, right, case)?),
        _ if is_nan(left) || is_nan(right) => Ok(false),
        _ => {
            let order = compare::order(env, left, right, case)?;
            Ok(holds_for(operator, order).unwrap_or(false))
        }
    }
}

fn is_match_value(env: &mut dyn Env, left: &Value, right: &Value, case: CaseRule) -> Outcome<bool> {
    let subject = convert::to_text(env, left)?;
    is_match(env, &subject, right, case)
}

fn is_nan(value: &Value) -> bool {
    match value.base() {
        Value::Double(n) => n.is_nan(),
        Value::Single(n) => n.is_nan(),
        _ => false,
    }
}

/// Whether a list contains a value; a single value is a list of itself. `-in` has the operands of `-eq` the other way.
fn contains(env: &mut dyn Env, case: CaseRule, list: &Value, value: &Value, swapped: bool) -> Outcome<bool> {
    let items = items_of(list).unwrap_or_else(|| vec![list.clone()]);
    for item in &items {
        let equal =
            if swapped { compare::equals(env, value, item, case)? } else { compare::equals(env, item, value, case)? };
        if equal {
            return Ok(true);
        }
    }
    Ok(false)
}
