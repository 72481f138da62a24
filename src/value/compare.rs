//! Equality and order, by the type of the left value, and the order of `Sort-Object`.

use super::convert::{
    self, as_big_integer, as_decimal, as_double, cause, culture_text, is_cast_failure, message_of, object_text,
    to_bool, to_text,
};
use super::error::{EXTENDED_TYPE_SYSTEM_EXCEPTION, ErrorCategory, Fault, Flow};
use super::number::{NumberKind, integer};
use super::{Env, Outcome, TypeRef, Value, types};
use crate::text::chars::{Casing, to_upper};
use crate::text::number::parse_number_string;
use crate::text::{CaseRule, collate};
use std::cmp::Ordering;

/// `left -eq right`: whether they are equal after the right one is converted to the type of the left one.
///
/// A conversion that fails means unequal. Null equals null alone.
///
/// # Errors
/// What methods of scripts raise.
#[inline]
pub fn equals(env: &mut dyn Env, left: &Value, right: &Value, case: CaseRule) -> Outcome<bool> {
    match (left, right) {
        (Value::Int(a), Value::Int(b)) => Ok(a == b),
        (Value::Str(a), Value::Str(b)) => Ok(collate::equal(a, b, case)),
        _ => equals_any(env, left.base(), right.base(), case),
    }
}

fn equals_any(env: &mut dyn Env, left: &Value, right: &Value, case: CaseRule) -> Outcome<bool> {
    match (left.is_null(), right.is_null()) {
        (true, true) => return Ok(true),
        (false, false) => {}
        _ => return Ok(false),
    }
    match left {
        Value::Str(a) => {
            let b = to_text(env, right)?;
            Ok(collate::equal(a, &b, case))
        }
        Value::Bool(a) => Ok(*a == to_bool(env, right)?),
        Value::Char(a) => Ok(char_equals(env, *a, right, case)),
        Value::Enum(own) => Ok(match right {
            Value::Enum(other) => own.value == other.value,
            Value::Str(_) => match quiet(convert::to_enum(env, right, &own.ty))? {
                Some(Value::Enum(other)) => other.value == own.value,
                _ => false,
            },
            other => number_order(&Value::Long(own.value), other) == Some(Ordering::Equal),
        }),
        _ if NumberKind::of(left).is_some() => match as_operand(env, left, right) {
            Ok(Some(right)) => Ok(number_order(left, &right) == Some(Ordering::Equal)),
            Ok(None) => Ok(false),
            Err(flow) if is_cast_failure(&flow) => Ok(false),
            Err(flow) => Err(flow),
        },
        _ => object_equals(env, left, right),
    }
}

/// The result of a conversion, or nothing where it failed.
fn quiet(result: Outcome<Value>) -> Outcome<Option<Value>> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(flow) if is_cast_failure(&flow) => Ok(None),
        Err(flow) => Err(flow),
    }
}

fn char_equals(env: &mut dyn Env, left: u16, right: &Value, case: CaseRule) -> bool {
    let other = match right {
        Value::Char(unit) => *unit,
        Value::Str(text) if text.utf16_len() == 1 => text.unit_at(0).unwrap_or(0),
        Value::Str(_) => return false,
        other => return convert::to_char(env, other).is_ok_and(|unit| unit == left),
    };
    left == other || (case == CaseRule::Insensitive && upper(left) == upper(other))
}

fn upper(unit: u16) -> u16 {
    match char::from_u32(u32::from(unit)) {
        Some(c) => u16::try_from(u32::from(to_upper(c, Casing::Invariant))).unwrap_or(unit),
        None => unit,
    }
}

/// The right operand as a number beside a number; `None` where it has no number.
fn as_operand(env: &mut dyn Env, left: &Value, right: &Value) -> Outcome<Option<Value>> {
    Ok(Some(match right {
        Value::Str(text) => match parse_number_string(text) {
            Some(number) => Value::from(number),
            None => convert::parse(text, NumberKind::of(left).unwrap_or(NumberKind::Int32))?,
        },
        Value::Bool(b) => Value::Int(i32::from(*b)),
        Value::Char(unit) => Value::Int(i32::from(*unit)),
        Value::Enum(value) => Value::Long(value.value),
        other if NumberKind::of(other).is_some() => other.clone(),
        other => {
            let kind = NumberKind::of(left).unwrap_or(NumberKind::Int32);
            convert::to_number(env, other, kind)?
        }
    }))
}

/// The order of two numbers of any types; `None` beside NaN, and for what is no number.
pub fn number_order(left: &Value, right: &Value) -> Option<Ordering> {
    if let (Some(a), Some(b)) = (integer(left), integer(right)) {
        return Some(a.cmp(&b));
    }
    let kinds = (NumberKind::of(left)?, NumberKind::of(right)?);
    let has = |kind| kinds.0 == kind || kinds.1 == kind;
    if has(NumberKind::BigInteger) {
        if matches!(kinds.0, NumberKind::Single | NumberKind::Double) {
            return as_double(left)?.partial_cmp(&as_double(right)?);
        }
        return Some(as_big_integer(left)?.cmp(&as_big_integer(right)?));
    }
    if has(NumberKind::Decimal)
        && let (Some(a), Some(b)) = (as_decimal(left), as_decimal(right))
    {
        return Some(a.cmp(&b));
    }
    as_double(left)?.partial_cmp(&as_double(right)?)
}

/// `left.Equals(right)`, then the same with the right one converted to the type of the left one.
fn object_equals(env: &mut dyn Env, left: &Value, right: &Value) -> Outcome<bool> {
    if left.same_reference(right) {
        return Ok(true);
    }
    match left {
        Value::Native(native) => {
            if same_content(left, right) {
                return Ok(true);
            }
            let ty = native.type_ref();
            if native.data().content_key().is_none() || right.type_ref().is_some_and(|other| other == ty) {
                return Ok(false);
            }
            Ok(quiet(convert::convert(env, right, &ty))?.is_some_and(|right| same_content(left, &right)))
        }
        Value::Instance(_) if env.has_method(left, "Equals") => {
            let result = env.call_method(left, "Equals", std::slice::from_ref(right))?;
            to_bool(env, &result)
        }
        _ => Ok(false),
    }
}

/// Whether two values are equal as `Object.Equals` says: of one type, with the same content or being the same object.
pub fn same_content(left: &Value, right: &Value) -> bool {
    let (left, right) = (left.base(), right.base());
    match (left, right) {
        (Value::Native(a), Value::Native(b)) => {
            left.same_reference(right)
                || (a.type_ref() == b.type_ref()
                    && a.data().content_key().is_some_and(|key| b.data().content_key() == Some(key)))
        }
        (Value::Str(a), Value::Str(b)) => a == b,
        (Value::Bool(a), Value::Bool(b)) => a == b,
        (Value::Char(a), Value::Char(b)) => a == b,
        (Value::Enum(a), Value::Enum(b)) => a.ty == b.ty && a.value == b.value,
        _ => match (NumberKind::of(left), NumberKind::of(right)) {
            (Some(a), Some(b)) => a == b && number_order(left, right) == Some(Ordering::Equal),
            _ => left.same_reference(right),
        },
    }
}

/// The order of two values, as `-lt` and its kin compare them: by the type of the left one.
///
/// Null comes before everything but negative numbers.
///
/// # Errors
/// `NotIcomparable`, `ComparisonFailure`, and the cast's own error where a number meets a text that is none.
#[inline]
pub fn order(env: &mut dyn Env, left: &Value, right: &Value, case: CaseRule) -> Outcome<Ordering> {
    match (left, right) {
        (Value::Int(a), Value::Int(b)) => Ok(a.cmp(b)),
        (Value::Str(a), Value::Str(b)) => Ok(collate::compare(a, b, case)),
        _ => order_any(env, left.base(), right.base(), case),
    }
}

fn order_any(env: &mut dyn Env, left: &Value, right: &Value, case: CaseRule) -> Outcome<Ordering> {
    match (left.is_null(), right.is_null()) {
        (true, true) => return Ok(Ordering::Equal),
        (true, false) => return Ok(beside_null(right).reverse()),
        (false, true) => return Ok(beside_null(left)),
        (false, false) => {}
    }
    match left {
        Value::Str(a) => {
            let b = to_text(env, right)?;
            Ok(collate::compare(a, &b, case))
        }
        Value::Bool(a) => Ok(a.cmp(&to_bool(env, right)?)),
        Value::Char(a) => match convert::to_char(env, right) {
            Ok(b) => Ok(a.cmp(&b)),
            Err(flow) => Err(comparison_failure(env, left, right, flow)),
        },
        Value::Enum(own) => match right {
            Value::Str(text) if parse_number_string(text).is_none() => match convert::to_enum(env, right, &own.ty)? {
                Value::Enum(other) => Ok(own.value.cmp(&other.value)),
                _ => Ok(Ordering::Equal),
            },
            Value::BigInt(_) => match convert::to_enum(env, right, &own.ty) {
                Ok(_) => Ok(Ordering::Equal),
                Err(flow) => Err(comparison_failure(env, left, right, flow)),
            },
            other => order_numbers(env, &Value::Long(own.value), other),
        },
        _ if NumberKind::of(left).is_some() => order_numbers(env, left, right),
        Value::Native(native) => order_native(env, left, native, right),
        Value::Instance(_) if env.has_method(left, "CompareTo") => {
            let result = env.call_method(left, "CompareTo", std::slice::from_ref(right))?;
            Ok(convert::to_int(env, &result)?.cmp(&0))
        }
        Value::Object(_) => Err(not_same_type(env, left, right)?),
        _ => Err(not_comparable(env, left)?),
    }
}

/// How a value stands to null: above it, unless it is a negative number.
fn beside_null(value: &Value) -> Ordering {
    let negative = match value {
        Value::Single(n) => *n < 0.0,
        Value::Double(n) => *n < 0.0,
        Value::Decimal(n) => n.is_sign_negative() && !n.is_zero(),
        other => integer(other).is_some_and(|n| n < 0),
    };
    if negative { Ordering::Less } else { Ordering::Greater }
}

fn order_numbers(env: &mut dyn Env, left: &Value, right: &Value) -> Outcome<Ordering> {
    let operand = match as_operand(env, left, right) {
        Ok(Some(operand)) => operand,
        Ok(None) => return Err(not_comparable(env, left)?),
        Err(flow) if right.as_str().is_some() && !matches!(left, Value::BigInt(_)) => return Err(flow),
        Err(flow) => {
            let failure = comparison_failure(env, left, right, flow);
            let Flow::Error(record) = &failure else { return Err(failure) };
            let fault = Fault::new(record.id.clone(), record.category, record.exception_message());
            return Err(fault.into());
        }
    };
    Ok(number_order(left, &operand).unwrap_or_else(|| total_order(left, &operand)))
}

/// The order of numbers where NaN takes part, which .NET puts first.
fn total_order(left: &Value, right: &Value) -> Ordering {
    let is_nan = |value: &Value| as_double(value).is_some_and(f64::is_nan);
    is_nan(right).cmp(&is_nan(left))
}

fn order_native(env: &mut dyn Env, left: &Value, native: &super::NativeObject, right: &Value) -> Outcome<Ordering> {
    if native.data().order(left).is_none() {
        return if same_content(left, right) { Ok(Ordering::Equal) } else { Err(not_comparable(env, left)?) };
    }
    let converted = match convert::convert(env, right, &native.type_ref()) {
        Ok(converted) => converted,
        Err(flow) => return Err(comparison_failure(env, left, right, flow)),
    };
    match native.data().order(&converted) {
        Some(order) => Ok(order),
        None => Err(not_comparable(env, left)?),
    }
}

fn comparison_failure(env: &mut dyn Env, left: &Value, right: &Value, flow: Flow) -> Flow {
    let build = |env: &mut dyn Env| -> Outcome<Flow> {
        let reason = cause(flow)?;
        let (a, b) = (to_text(env, left)?, to_text(env, right)?);
        let message = format!("Could not compare \"{a}\" to \"{b}\". Error: \"{}\"", message_of(&reason));
        Ok(Fault::new("ComparisonFailure", ErrorCategory::InvalidOperation, message).inner(reason).into())
    };
    build(env).unwrap_or_else(|flow| flow)
}

fn not_comparable(env: &mut dyn Env, left: &Value) -> Outcome<Flow> {
    let text = object_text(env, left)?;
    let message = format!("Cannot compare \"{text}\" because it is not IComparable.");
    Ok(Fault::new("NotIcomparable", ErrorCategory::InvalidOperation, message).into())
}

fn not_same_type(env: &mut dyn Env, left: &Value, right: &Value) -> Outcome<Flow> {
    let (a, b) = (object_text(env, left)?, object_text(env, right)?);
    let message = format!(
        "Cannot compare \"{a}\" to \"{b}\" because the objects are not the same type or the object \"{a}\" does not \
         implement \"IComparable\"."
    );
    let fault = Fault::new("PSObjectCompareTo", ErrorCategory::NotSpecified, message);
    Ok(fault.of(&EXTENDED_TYPE_SYSTEM_EXCEPTION).into())
}

/// The order in which `Sort-Object` puts two values; values that do not compare go by their texts.
pub fn sort_order(env: &mut dyn Env, left: &Value, right: &Value, case: CaseRule) -> Ordering {
    if let Ok(order) = order(env, left, right, case) {
        return order;
    }
    let a = culture_text(env, left).unwrap_or_default();
    let b = culture_text(env, right).unwrap_or_default();
    collate::compare(&a, &b, case)
}

/// Whether values of a type have an order of their own.
pub fn is_comparable(ty: &TypeRef) -> bool {
    ty.native().is(&types::I_COMPARABLE) || ty.is_enum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::env::TestEnv;
    use crate::value::{Table, TableKind};
    use std::rc::Rc;

    fn equal(a: impl Into<Value>, b: impl Into<Value>) -> bool {
        equals(&mut TestEnv::default(), &a.into(), &b.into(), CaseRule::Insensitive).unwrap_or(false)
    }

    fn fault(a: &Value, b: &Value) -> (String, String) {
        match order(&mut TestEnv::default(), a, b, CaseRule::Insensitive) {
            Err(Flow::Error(record)) => (record.id.to_string(), record.message().to_string()),
            _ => Default::default(),
        }
    }

    #[test]
    fn the_left_type_decides() {
        assert!(equal("1", 1) && equal(1, "1") && equal(1024, "1kb"));
        assert!(!equal("1.0", 1.0) && equal(1.0, "1"));
        assert!(!equal(2, "1.5") && !equal(1, "x"));
        assert!(equal(true, "x") && equal(true, 2) && !equal(2, true) && equal(true, "false"));
        assert!(equal(0, "") && !equal(0, Value::Null) && equal(Value::Void, Value::Null));
        assert!(equal(Value::Char(97), "A") && equal(Value::Char(97), 97) && !equal(Value::Char(97), 65));
    }

    #[test]
    fn tables_equal_themselves_alone() {
        let table = Value::Table(Rc::new(Table::new(TableKind::Hashtable)));
        assert!(equal(table.clone(), table.clone()));
        assert!(!equal(table, Value::Table(Rc::new(Table::new(TableKind::Hashtable)))));
    }

    #[test]
    fn null_comes_before_all_but_negative_numbers() {
        let env = &mut TestEnv::default();
        let mut of = |a: Value, b: Value| order(env, &a, &b, CaseRule::Insensitive).ok();
        assert_eq!(of(Value::Null, Value::Int(0)), Some(Ordering::Less));
        assert_eq!(of(Value::Null, Value::Int(-1)), Some(Ordering::Greater));
        assert_eq!(of(Value::Int(-1), Value::Null), Some(Ordering::Less));
        assert_eq!(of(Value::Null, Value::from("a")), Some(Ordering::Less));
    }

    #[test]
    fn what_has_no_order_says_so() {
        let table = Value::Table(Rc::new(Table::new(TableKind::Hashtable)));
        let message = "Cannot compare \"System.Collections.Hashtable\" because it is not IComparable.";
        assert_eq!(fault(&table, &Value::Int(1)), ("NotIcomparable".into(), message.into()));
        let pair = Value::array(vec![Value::Int(1), Value::Int(2)]);
        let (id, message) = fault(&Value::Int(1), &pair);
        assert_eq!(id, "ComparisonFailure");
        assert!(
            message.starts_with("Could not compare \"1\" to \"1 2\". Error: \"Cannot convert the \"System.Object[]\"")
        );
        assert_eq!(fault(&Value::Int(1), &Value::from("x")).0, "InvalidCastFromStringToInteger");
        assert_eq!(fault(&Value::object([("a", Value::Int(1))]), &Value::Int(1)).0, "PSObjectCompareTo");
    }

    #[test]
    fn sorting_never_fails() {
        let env = &mut TestEnv::default();
        let table = Value::Table(Rc::new(Table::new(TableKind::Hashtable)));
        assert_eq!(sort_order(env, &table, &Value::from("a"), CaseRule::Insensitive), Ordering::Greater);
        assert_eq!(sort_order(env, &Value::Int(2), &Value::from("x"), CaseRule::Insensitive), Ordering::Less);
        let nan = Value::Double(f64::NAN);
        assert_eq!(sort_order(env, &nan, &Value::Double(1.0), CaseRule::Insensitive), Ordering::Less);
    }
}
