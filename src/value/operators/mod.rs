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

/// The type on the right of `-as`: a type, or its name.
///
/// # Errors
/// `InvalidCastFromStringToType` for what names no type.
pub fn type_operand(env: &mut dyn Env, operand: &Value) -> Outcome<TypeRef> {
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
        Comparison::Contains => contains(env, case, left, right).map(Value::Bool),
        Comparison::NotContains => Ok(Value::Bool(!contains(env, case, left, right)?)),
        Comparison::In => contains(env, case, right, left).map(Value::Bool),
        Comparison::NotIn => Ok(Value::Bool(!contains(env, case, right, left)?)),
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

/// Whether an item of a list equals a value, the item on the left of `-eq`; a single value is a list of itself.
fn contains(env: &mut dyn Env, case: CaseRule, list: &Value, value: &Value) -> Outcome<bool> {
    let items = items_of(list).unwrap_or_else(|| vec![list.clone()]);
    for item in &items {
        if compare::equals(env, item, value, case)? {
            return Ok(true);
        }
    }
    Ok(false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Flow;
    use crate::value::env::TestEnv;

    fn list(items: &[&str]) -> Value {
        Value::array(items.iter().map(|item| Value::from(*item)).collect())
    }

    /// The items of a result with bars between, or the id of the error.
    fn shown(result: Outcome<Value>) -> String {
        let env = &mut TestEnv::default();
        match result {
            Ok(value) => {
                let items = items_of(&value).unwrap_or_else(|| vec![value]);
                let texts: Vec<String> =
                    items.iter().map(|item| convert::to_text(env, item).unwrap_or_default().to_string()).collect();
                texts.join("|")
            }
            Err(Flow::Error(record)) => format!("!{} {}", record.id, record.message()),
            Err(_) => "!flow".to_string(),
        }
    }

    fn apply(left: impl Into<Value>, operator: BinaryOperator, right: impl Into<Value>) -> String {
        shown(binary(&mut TestEnv::default(), operator, &left.into(), &right.into()))
    }

    fn compared(left: impl Into<Value>, comparison: Comparison, right: impl Into<Value>) -> String {
        apply(left, BinaryOperator::Compare(comparison, CaseRule::Insensitive), right)
    }

    #[test]
    fn a_list_on_the_left_is_filtered() {
        let numbers = Value::array(vec![Value::Int(1), Value::Int(2), Value::Int(3)]);
        assert_eq!(compared(numbers.clone(), Comparison::Gt, 1), "2|3");
        assert_eq!(compared(numbers, Comparison::Ne, "2"), "1|3");
        assert_eq!(compared(list(&["abc", "bcd"]), Comparison::Like, "a*"), "abc");
        assert_eq!(compared(list(&["abc", "bcd"]), Comparison::NotMatch, "^a"), "bcd");
    }

    #[test]
    fn membership_compares_from_the_element() {
        assert_eq!(compared("x", Comparison::In, Value::array(vec![Value::Bool(true)])), "True");
        assert_eq!(compared(true, Comparison::In, list(&["x"])), "False");
        assert_eq!(compared(list(&["1", "A"]), Comparison::Contains, 1), "True");
        assert_eq!(compared("a", Comparison::In, list(&["A"])), "True");
        assert_eq!(compared(Value::Null, Comparison::Contains, Value::Null), "True");
        assert_eq!(compared(Value::Null, Comparison::In, Value::array(vec![])), "False");
        assert_eq!(compared(1, Comparison::NotIn, 1), "False");
    }

    #[test]
    fn nan_compares_with_nothing() {
        let nan = Value::Double(f64::NAN);
        for comparison in [Comparison::Eq, Comparison::Lt, Comparison::Ge] {
            assert_eq!(compared(nan.clone(), comparison, nan.clone()), "False");
        }
        assert_eq!(compared(nan.clone(), Comparison::Ne, nan), "True");
    }

    #[test]
    fn replace_takes_one_or_two_elements() {
        assert_eq!(compared("aBc", Comparison::Replace, "b"), "ac");
        assert_eq!(compared("abc", Comparison::Replace, list(&["(b)", "<$1>"])), "a<b>c");
        assert_eq!(compared(list(&["abc", "bcd"]), Comparison::Replace, list(&["b", "x"])), "axc|xcd");
        assert!(compared("a", Comparison::Replace, list(&["a", "b", "c"])).starts_with("!BadReplaceArgument The -rep"));
        let message = "!InvalidRegularExpression The regular expression pattern ( is not valid.";
        assert_eq!(compared("a", Comparison::Replace, "("), message);
    }

    #[test]
    fn split_takes_a_limit_and_options() {
        let with = |arguments: Vec<Value>| compared("a,b,c", Comparison::Split, Value::array(arguments));
        assert_eq!(with(vec![Value::from(",")]), "a|b|c");
        assert_eq!(with(vec![Value::from(","), Value::Int(2)]), "a|b,c");
        assert_eq!(with(vec![Value::from(","), Value::Int(-2)]), "a,b|c");
        assert_eq!(with(vec![Value::from("."), Value::Int(0), Value::from("simplematch")]), "a,b,c");
        let bad = with(vec![Value::from("."), Value::Int(0), Value::from("simplematch,multiline")]);
        assert!(bad.starts_with("!InvalidSplitOptionCombination"), "{bad}");
        assert!(with(vec![Value::from(","), Value::from("x")]).starts_with("!RuntimeException Cannot convert value"));
        assert_eq!(compared("a1b", Comparison::Split, "(\\d)"), "a|1|b");
        assert_eq!(compared("abc", Comparison::Split, ""), "|a|b|c|");
        assert_eq!(shown(split_words(&mut TestEnv::default(), &list(&[" a  b ", "c d"]))), "a|b|c|d");
    }

    #[test]
    fn join_writes_items_in_the_culture_and_leaves_lists_shut() {
        let mixed = Value::array(vec![Value::Int(1), Value::Null, list(&["x"]), Value::Double(1.5)]);
        assert_eq!(apply(mixed, BinaryOperator::Join, ","), "1,,System.Object[],1.5");
        assert_eq!(apply("abc", BinaryOperator::Join, ","), "abc");
    }

    #[test]
    fn ranges_go_both_ways_and_through_letters() {
        assert_eq!(apply(3, BinaryOperator::DotDot, "1"), "3|2|1");
        assert_eq!(apply(1.5, BinaryOperator::DotDot, 3.5), "2|3|4");
        assert_eq!(apply("c", BinaryOperator::DotDot, "a"), "c|b|a");
        assert_eq!(apply("1", BinaryOperator::DotDot, "2"), "1|2");
        let message = "The input string 'a' was not in a correct format.";
        assert_eq!(apply("a", BinaryOperator::DotDot, 3), format!("!System.FormatException {message}"));
    }

    #[test]
    fn formats_fill_their_holes() {
        let arguments = Value::array(vec![Value::Double(1234.5), Value::from("x"), Value::Null]);
        assert_eq!(apply("{0:N2}|{1,3}|{1,-3}|{2}|{{", BinaryOperator::Format, arguments), "1,234.50|  x|x  ||{");
        let missing = "!FormatError Error formatting a string: Index (zero based) must be greater than or equal to zero \
                       and less than the size of the argument list..";
        assert_eq!(apply("{1}", BinaryOperator::Format, 1), missing);
        let bad = "!FormatError Error formatting a string: Format specifier was invalid..";
        assert_eq!(apply("{0:X}", BinaryOperator::Format, 1.5), bad);
    }

    #[test]
    fn matches_hold_the_groups_that_took_part() {
        let env = &mut TestEnv::default();
        let found = match_text(env, "key=value", &Value::from("(?<k>\\w+)=(\\w+)(x)?"), CaseRule::Insensitive);
        let table = found.ok().flatten().expect("a match");
        assert_eq!(table.len(), 3);
        let text = |key: Value| table.get(&key).and_then(|value| value.as_str().cloned()).unwrap_or_default();
        assert_eq!(
            (text(Value::Int(0)), text(Value::Int(1)), text(Value::from("k"))),
            ("key=value".into(), "value".into(), "key".into())
        );
    }

    #[test]
    fn is_knows_names_of_types() {
        assert_eq!(apply(5, BinaryOperator::Is, "int"), "True");
        assert_eq!(apply(5, BinaryOperator::IsNot, "string"), "True");
        assert_eq!(apply("x", BinaryOperator::As, "int"), "");
        assert!(apply(5, BinaryOperator::As, "nope").starts_with("!InvalidCastFromStringToType"));
    }
}
