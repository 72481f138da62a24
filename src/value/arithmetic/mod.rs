//! Arithmetic: `+ - * / %`, signs, `++` and `--`, with the language's promotion of types.

mod bits;
mod collections;
mod members;
mod numeric;
mod unary;

pub use bits::{band, bnot, bor, bxor, shift_left, shift_right};
pub use unary::{decrement, increment, negate, plus};

use super::number::NumberKind;
use super::{Env, Outcome, Value, convert};
use crate::text::Str;
use crate::text::number::parse_number_string;

/// An arithmetic operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Operator {
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
}

impl Operator {
    fn method(self) -> &'static str {
        match self {
            Operator::Add => "op_Addition",
            Operator::Subtract => "op_Subtraction",
            Operator::Multiply => "op_Multiply",
            Operator::Divide => "op_Division",
            Operator::Remainder => "op_Modulus",
        }
    }
}

/// `left + right`: numbers are added, a text takes the text of anything, a list takes items, a table another table's
/// entries. Null on the left gives the right value.
///
/// # Errors
/// `MethodNotFound` where the types have no such operator, and the errors of the conversions.
#[inline]
pub fn add(env: &mut dyn Env, left: &Value, right: &Value) -> Outcome<Value> {
    match (left, right) {
        (Value::Int(a), Value::Int(b)) => Ok(match a.checked_add(*b) {
            Some(sum) => Value::Int(sum),
            None => Value::Double(f64::from(*a) + f64::from(*b)),
        }),
        (Value::Double(a), Value::Double(b)) => Ok(Value::Double(a + b)),
        (Value::Str(a), Value::Str(b)) => Ok(Value::Str(concatenate(a, b))),
        _ => add_any(env, left, right),
    }
}

fn concatenate(a: &str, b: &str) -> Str {
    let mut text = String::with_capacity(a.len() + b.len());
    text.push_str(a);
    text.push_str(b);
    Str::from(text)
}

fn add_any(env: &mut dyn Env, left: &Value, right: &Value) -> Outcome<Value> {
    match left.base() {
        Value::Null | Value::Void => Ok(super::enumerate::single(right.clone())),
        Value::Str(a) => {
            let b = convert::to_text(env, right)?;
            Ok(Value::Str(concatenate(a, &b)))
        }
        Value::Char(_) if !matches!(right.base(), Value::Native(_)) => {
            let (a, b) = (convert::to_text(env, left)?, convert::to_text(env, right)?);
            Ok(Value::Str(concatenate(&a, &b)))
        }
        Value::Table(table) => collections::add_tables(env, table, right),
        other if super::enumerate::is_enumerable(other) => Ok(collections::append(other, right)),
        _ => binary(env, Operator::Add, left, right),
    }
}

/// `left - right`.
///
/// # Errors
/// As [`add`].
#[inline]
pub fn subtract(env: &mut dyn Env, left: &Value, right: &Value) -> Outcome<Value> {
    match (left, right) {
        (Value::Int(a), Value::Int(b)) => Ok(match a.checked_sub(*b) {
            Some(difference) => Value::Int(difference),
            None => Value::Double(f64::from(*a) - f64::from(*b)),
        }),
        (Value::Double(a), Value::Double(b)) => Ok(Value::Double(a - b)),
        _ => binary(env, Operator::Subtract, left, right),
    }
}

/// `left * right`: numbers are multiplied, a text or an array is repeated. Null on the left stays null.
///
/// # Errors
/// As [`add`], and `ArgumentOutOfRangeException` for a negative count.
#[inline]
pub fn multiply(env: &mut dyn Env, left: &Value, right: &Value) -> Outcome<Value> {
    match (left, right) {
        (Value::Int(a), Value::Int(b)) => Ok(match a.checked_mul(*b) {
            Some(product) => Value::Int(product),
            None => Value::Double(f64::from(*a) * f64::from(*b)),
        }),
        (Value::Double(a), Value::Double(b)) => Ok(Value::Double(a * b)),
        _ => multiply_any(env, left, right),
    }
}

fn multiply_any(env: &mut dyn Env, left: &Value, right: &Value) -> Outcome<Value> {
    match left.base() {
        Value::Null | Value::Void => Ok(Value::Null),
        Value::Str(text) => collections::repeat_text(env, text, right),
        other if super::enumerate::is_enumerable(other) => collections::repeat_items(env, other, right),
        Value::Bool(_) | Value::Char(_) => match right.base() {
            Value::Str(_) | Value::Enum(_) => Err(members::not_found(right.type_ref(), Operator::Multiply.method())),
            Value::Decimal(_) | Value::BigInt(_) | Value::Native(_) => binary(env, Operator::Multiply, left, right),
            _ => Err(members::not_defined("*", left, right)),
        },
        _ => binary(env, Operator::Multiply, left, right),
    }
}

/// `left / right`: a whole number where whole numbers divide without a rest, else a double.
///
/// # Errors
/// As [`add`], and division by zero of whole numbers and decimals.
#[inline]
pub fn divide(env: &mut dyn Env, left: &Value, right: &Value) -> Outcome<Value> {
    match (left, right) {
        (Value::Double(a), Value::Double(b)) => Ok(Value::Double(a / b)),
        _ => binary(env, Operator::Divide, left, right),
    }
}

/// `left % right`, with the sign of the left operand.
///
/// # Errors
/// As [`divide`].
#[inline]
pub fn remainder(env: &mut dyn Env, left: &Value, right: &Value) -> Outcome<Value> {
    match (left, right) {
        (Value::Int(a), Value::Int(b)) if *b > 0 => Ok(Value::Int(a % b)),
        (Value::Double(a), Value::Double(b)) => Ok(Value::Double(a % b)),
        _ => binary(env, Operator::Remainder, left, right),
    }
}

/// An operator on what are numbers, can become numbers, or have the operator as a member.
fn binary(env: &mut dyn Env, operator: Operator, left: &Value, right: &Value) -> Outcome<Value> {
    if let Value::Enum(own) = left.base() {
        return numeric::on_enum(env, operator, own, right);
    }
    if let (Value::Bool(a), Value::Enum(own)) = (left.base(), right.base()) {
        return numeric::calculate(operator, &Value::Int(i32::from(*a)), &Value::Int(i32::from(own.value != 0)));
    }
    let (a, b) = match operands(left, right) {
        Err(flow) if matches!(left.base(), Value::BigInt(_)) => {
            return Err(members::bad_argument(env, operator.method(), right, flow));
        }
        operands => operands?,
    };
    match (a, b) {
        (Some(a), Some(b)) => numeric::calculate(operator, &a, &b),
        (a, _) => members::call(env, operator.method(), a.as_ref().unwrap_or(left), right),
    }
}

/// Both operands as numbers, each `None` for an object; a right one beside an object is left as it is.
fn operands(left: &Value, right: &Value) -> Outcome<(Option<Value>, Option<Value>)> {
    let a = operand(left, right)?;
    if a.is_none() {
        return Ok((None, None));
    }
    let b = operand(right, beside(left, a.as_ref()))?;
    Ok((a, b))
}

/// What a right operand that is a text is converted beside: the left one as a number, `int` beside another text.
fn beside<'a>(left: &'a Value, number: Option<&'a Value>) -> &'a Value {
    match left.base() {
        Value::Str(_) => &Value::Null,
        other => number.unwrap_or(other),
    }
}

/// A value as a number for arithmetic beside another one; `None` for an object. Null counts as 0, a text is read as a
/// number, and where it is none, converted to the type of the other operand.
fn operand(value: &Value, other: &Value) -> Outcome<Option<Value>> {
    Ok(Some(match value.base() {
        Value::Null | Value::Void => match NumberKind::of(other.base()) {
            Some(kind) => kind.zero(),
            None => Value::Int(0),
        },
        Value::Bool(b) => Value::Int(i32::from(*b)),
        Value::Char(unit) => Value::Int(i32::from(*unit)),
        Value::Enum(value) => i32::try_from(value.value).map_or(Value::Long(value.value), Value::Int),
        Value::Str(text) => match parse_number_string(text) {
            Some(number) => Value::from(number),
            None => match other.base() {
                Value::Enum(own) => convert::enumeration::from_text(text, &own.ty)?,
                other => convert::parse(text, NumberKind::of(other).unwrap_or(NumberKind::Int32))?,
            },
        },
        number if NumberKind::of(number).is_some() => number.clone(),
        _ => return Ok(None),
    }))
}
