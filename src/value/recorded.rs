//! Operators and conversions held against what PowerShell answered: every kind of value with every other.

use super::env::{Env, TestEnv};
use super::{Array, EnumValue, Flow, Outcome, Table, TableKind, TypeRef, Value, convert, operators, types};
use crate::syntax::ast::{BinaryOperator, Comparison};
use crate::text::CaseRule;
use num_bigint::BigInt;
use rust_decimal::Decimal;
use std::rc::Rc;

fn value(env: &mut TestEnv, name: &str) -> Value {
    let enumeration = |env: &mut TestEnv, ty: &str, value: i64| {
        let ty = env.find_type(ty).expect("a known enum");
        Value::Enum(Rc::new(EnumValue { ty, value }))
    };
    let decimal = |text: &str| Value::Decimal(Rc::new(text.parse::<Decimal>().expect("a decimal")));
    match name {
        "b" => Value::Byte(3),
        "i" => Value::Int(3),
        "ineg" => Value::Int(-2),
        "imax" => Value::Int(i32::MAX),
        "ui" => Value::UInt32(3),
        "l" => Value::Long(3),
        "lmax" => Value::Long(i64::MAX),
        "ul" => Value::UInt64(3),
        "ulmax" => Value::UInt64(u64::MAX),
        "f" => Value::Single(2.5),
        "d" => Value::Double(3.0),
        "dbig" => Value::Double(1e20),
        "dneg" => Value::Double(-2.5),
        "m" => decimal("2.5"),
        "bi" => Value::BigInt(Rc::new(BigInt::from(7))),
        "null" => Value::Null,
        "true" => Value::Bool(true),
        "c" => Value::Char(u16::from(b'3')),
        "s" => Value::from("3"),
        "sf" => Value::from(" 2.5 "),
        "sx" => Value::from("x"),
        "en" => enumeration(env, "System.DayOfWeek", 3),
        "fa" => enumeration(env, "System.IO.FileAttributes", 2),
        "empty" => Value::from(""),
        "blank" => Value::from(" "),
        "hex" => Value::from("0x1F"),
        "kb" => Value::from("1kb"),
        "thousands" => Value::from("1,000.5"),
        "huge" => Value::from("99999999999"),
        "exp" => Value::from("1e3"),
        "neg" => Value::from("-3"),
        "big" => Value::from("123456789012345678901234567890"),
        "nan" => Value::Double(f64::NAN),
        "inf" => Value::Double(f64::INFINITY),
        "half" => Value::Double(0.5),
        "third" => Value::Double(1.0 / 3.0),
        "tiny" => Value::Double(1e-7),
        "d1e15" => Value::Double(1e15),
        "long15" => Value::Double(123_456_789_012_345.0),
        "sum" => Value::Double(0.1 + 0.2),
        "monday" => Value::from("Monday"),
        "tu" => Value::from("tu"),
        "hidden" => Value::from("Hidden, System"),
        "arr" => Value::array(vec![Value::Int(1), Value::Int(2)]),
        "arr1" => Value::array(vec![Value::Int(5)]),
        "arrs" => Value::array(vec![Value::from("Hidden"), Value::from("System")]),
        "arr0" => Value::array(vec![]),
        "table" => Value::Table(Rc::new(Table::new(TableKind::Hashtable))),
        "obj" => Value::object([("a", Value::Int(1)), ("b", Value::from("x"))]),
        "ints" => {
            Value::Array(Rc::new(Array::typed(TypeRef::Native(&types::INT32), vec![Value::Int(4), Value::Int(5)])))
        }
        "false" => Value::Bool(false),
        "m0" => decimal("0.00"),
        "bihuge" => Value::BigInt(Rc::new(BigInt::from(10).pow(30))),
        "type" => Value::Type(Rc::new(TypeRef::Native(&types::INT32))),
        other => panic!("no value is called {other}"),
    }
}

fn operator(sign: &str) -> BinaryOperator {
    let compare = |comparison| BinaryOperator::Compare(comparison, CaseRule::Insensitive);
    match sign {
        "+" => BinaryOperator::Plus,
        "-" => BinaryOperator::Minus,
        "*" => BinaryOperator::Multiply,
        "/" => BinaryOperator::Divide,
        "%" => BinaryOperator::Rem,
        "-band" => BinaryOperator::Band,
        "-bor" => BinaryOperator::Bor,
        "-bxor" => BinaryOperator::Bxor,
        "-shl" => BinaryOperator::Shl,
        "-shr" => BinaryOperator::Shr,
        "-eq" => compare(Comparison::Eq),
        "-lt" => compare(Comparison::Lt),
        "-gt" => compare(Comparison::Gt),
        other => panic!("no operator is called {other}"),
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    for unit in text.encode_utf16() {
        match unit {
            0x0a => out.push_str("\\n"),
            0x09 | 0x20..=0x7e => out.push(char::from(u8::try_from(unit).unwrap_or(b'?'))),
            _ => out.push_str(&format!("\\u{unit:04x}")),
        }
    }
    out
}

fn shown(env: &mut TestEnv, result: Outcome<Value>, name: fn(&TypeRef) -> String, with_message: bool) -> String {
    match result {
        Ok(value) => match value.type_ref() {
            Some(ty) => {
                let text = convert::to_text(env, &value).unwrap_or_default();
                escaped(&format!("{}:{text}", name(&ty)))
            }
            None => "null".to_string(),
        },
        Err(Flow::Error(record)) if with_message => escaped(&format!("!{}|{}", record.id, record.message())),
        Err(Flow::Error(record)) => format!("!{}", record.id),
        Err(_) => "!flow".to_string(),
    }
}

/// Faults of PowerShell's own making, where this shell gives an answer.
const OWN_FAULTS: [&str; 2] = ["!System.InvalidOperationException", "!System.NullReferenceException"];

#[test]
fn operators_answer_as_recorded() {
    let env = &mut TestEnv::default();
    let mut lines = include_str!("recorded/operators.tsv").lines();
    let names: Vec<&str> = lines.next().unwrap_or_default().split('\t').skip(2).collect();
    let mut wrong = Vec::new();
    for line in lines {
        let mut cells = line.split('\t');
        let (sign, left_name) = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
        let left = value(env, left_name);
        for (right_name, expected) in names.iter().zip(cells) {
            let right = value(env, right_name);
            let result = operators::binary(env, operator(sign), &left, &right);
            let actual = shown(env, result, |ty| ty.short_name(), false);
            if actual != expected && !OWN_FAULTS.contains(&expected) {
                wrong.push(format!("{left_name} {sign} {right_name}: {actual} instead of {expected}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn conversions_answer_as_recorded() {
    let env = &mut TestEnv::default();
    let mut wrong = Vec::new();
    for line in include_str!("recorded/conversions.tsv").lines() {
        let mut cells = line.splitn(3, '\t');
        let mut cell = || cells.next().unwrap_or_default();
        let (name, target_name, expected) = (cell(), cell(), cell());
        let source = value(env, name);
        let target = env.find_type(target_name).unwrap_or_else(|| panic!("no type is called {target_name}"));
        let result = convert::convert(env, &source, &target);
        let actual = shown(env, result, TypeRef::full_name, true);
        if actual != expected {
            wrong.push(format!("[{target_name}]{name}: {actual}\n    instead of {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
