//! `Measure-Object`: counts objects, sums their properties, counts words and lines.
use super::property_key::{is_pattern, label, resolve};
use crate::cmdlets::facts::{self, Facts};
use crate::cmdlets::prelude::*;
use crate::format::expression::Expression;
use crate::format::request::ParameterKind;
use crate::text::CaseRule;
use crate::types::exceptions::PS_INVALID_OPERATION_EXCEPTION;
use crate::types::{Property, TypeTable};
use crate::value::{NativeType, compare, types};
use std::cmp::Ordering;

cmdlet! {
    /// Calculates the numeric properties of objects, and the characters, words, and lines in string objects.
    ///
    /// ```powershell
    /// (4, 6, 8 | Measure-Object -Sum -Average).Average
    /// # 6
    /// ('one two', 'three' | Measure-Object -Word).Words
    /// # 3
    /// ```
    pub struct MeasureObject: "Measure-Object", alias "measure", default_set "GenericMeasure", types TABLES,
        output "Microsoft.PowerShell.Commands.GenericMeasureInfo",
        output "Microsoft.PowerShell.Commands.TextMeasureInfo",
        output "Microsoft.PowerShell.Commands.GenericObjectMeasureInfo";

    /// The objects to measure; normally piped in.
    param input_object: Value, pipeline;
    /// The properties to measure.
    param property: Vec<Value>, not_null_or_empty, position 0;
    /// Computes the standard deviation.
    param standard_deviation: Switch, set "GenericMeasure";
    /// Computes the sum.
    param sum: Switch, set "GenericMeasure";
    /// Computes everything.
    param all_stats: Switch, set "GenericMeasure";
    /// Computes the average.
    param average: Switch, set "GenericMeasure";
    /// Finds the greatest value.
    param maximum: Switch, set "GenericMeasure";
    /// Finds the least value.
    param minimum: Switch, set "GenericMeasure";
    /// Counts lines.
    param line: Switch, set "TextMeasure";
    /// Counts words.
    param word: Switch, set "TextMeasure";
    /// Counts characters.
    param character: Switch, set "TextMeasure";
    /// Leaves white space out of the characters.
    param ignore_white_space: Switch, set "TextMeasure";

    state keys: Vec<Expression>;
    state stats: Vec<(Str, Statistics)>;
    state count: usize;
    state not_numeric: bool;
}

#[derive(Default)]
struct Statistics {
    count: i32,
    sum: f64,
    sum_before: f64,
    variance: f64,
    maximum: Value,
    minimum: Value,
    characters: i32,
    words: i32,
    lines: i32,
}

static MEASURE_INFO: NativeType = NativeType::class("Microsoft.PowerShell.Commands.MeasureInfo", &types::OBJECT);
static GENERIC: NativeType = NativeType::class("Microsoft.PowerShell.Commands.GenericMeasureInfo", &MEASURE_INFO);
static GENERIC_OBJECT: NativeType =
    NativeType::class("Microsoft.PowerShell.Commands.GenericObjectMeasureInfo", &MEASURE_INFO);
static TEXT: NativeType = NativeType::class("Microsoft.PowerShell.Commands.TextMeasureInfo", &MEASURE_INFO);

const DOUBLE: &str = "System.Nullable[double]";
const INT: &str = "System.Nullable[int]";

/// The properties of both measures of values, which differ in the type of the extremes.
const fn table(ty: &'static NativeType, properties: &'static [Property]) -> TypeTable {
    TypeTable { properties, ..TypeTable::of(ty) }
}

const fn fact(
    name: &'static str,
    ty: &'static str,
    get: crate::types::table::Get,
    set: crate::types::table::Set,
) -> Property {
    Property::settable(name, ty, get, set)
}

static GENERIC_TABLE: TypeTable = table(
    &GENERIC,
    &[
        fact("Count", "int", |_, this| facts::get(this, 0), |_, this, value| facts::set(this, 0, value)),
        fact("Average", DOUBLE, |_, this| facts::get(this, 1), |_, this, value| facts::set(this, 1, value)),
        fact("Sum", DOUBLE, |_, this| facts::get(this, 2), |_, this, value| facts::set(this, 2, value)),
        fact("Maximum", DOUBLE, |_, this| facts::get(this, 3), |_, this, value| facts::set(this, 3, value)),
        fact("Minimum", DOUBLE, |_, this| facts::get(this, 4), |_, this, value| facts::set(this, 4, value)),
        fact("StandardDeviation", DOUBLE, |_, this| facts::get(this, 5), |_, this, value| facts::set(this, 5, value)),
        fact("Property", "string", |_, this| facts::get(this, 6), |_, this, value| facts::set(this, 6, value)),
    ],
);
static OBJECT_TABLE: TypeTable = table(
    &GENERIC_OBJECT,
    &[
        fact("Count", "int", |_, this| facts::get(this, 0), |_, this, value| facts::set(this, 0, value)),
        fact("Average", DOUBLE, |_, this| facts::get(this, 1), |_, this, value| facts::set(this, 1, value)),
        fact("Sum", DOUBLE, |_, this| facts::get(this, 2), |_, this, value| facts::set(this, 2, value)),
        fact("Maximum", "System.Object", |_, this| facts::get(this, 3), |_, this, value| facts::set(this, 3, value)),
        fact("Minimum", "System.Object", |_, this| facts::get(this, 4), |_, this, value| facts::set(this, 4, value)),
        fact("StandardDeviation", DOUBLE, |_, this| facts::get(this, 5), |_, this, value| facts::set(this, 5, value)),
        fact("Property", "string", |_, this| facts::get(this, 6), |_, this, value| facts::set(this, 6, value)),
    ],
);
static TEXT_TABLE: TypeTable = table(
    &TEXT,
    &[
        fact("Lines", INT, |_, this| facts::get(this, 0), |_, this, value| facts::set(this, 0, value)),
        fact("Words", INT, |_, this| facts::get(this, 1), |_, this, value| facts::set(this, 1, value)),
        fact("Characters", INT, |_, this| facts::get(this, 2), |_, this, value| facts::set(this, 2, value)),
        fact("Property", "string", |_, this| facts::get(this, 3), |_, this, value| facts::set(this, 3, value)),
    ],
);
const TABLES: &[&TypeTable] = &[&GENERIC_TABLE, &OBJECT_TABLE, &TEXT_TABLE];

impl Cmdlet for MeasureObject {
    fn begin(&mut self, cx: &mut Cx) -> Outcome {
        let _cx = cx;
        for flag in
            [&mut self.sum, &mut self.standard_deviation, &mut self.average, &mut self.maximum, &mut self.minimum]
        {
            flag.0 |= self.all_stats.0;
        }
        let parsed = ParameterKind::Group.parse(&self.property)?;
        self.keys = parsed.into_iter().map(|parameter| parameter.expression).collect();
        Ok(())
    }

    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let object = std::mem::take(&mut self.input_object);
        if object.is_null() {
            return Ok(());
        }
        self.count += 1;
        if self.keys.is_empty() {
            return self.take(cx, "", object.base().clone());
        }
        let mut counted: Vec<Str> = Vec::new();
        for i in 0..self.keys.len() {
            let Some(expression) = self.keys.get(i).cloned() else { break };
            let found = resolve(cx.session, &expression, &object, true);
            if found.is_empty() && !is_pattern(&expression) {
                self.entry(&label(&expression));
            }
            for resolved in found {
                if counted.iter().any(|known| known.eq_ignore_ascii_case(&resolved.name)) {
                    continue;
                }
                let value = resolved.value(cx.session, &object)?.unwrap_or_default();
                self.take(cx, &resolved.name, value)?;
                counted.push(resolved.name);
            }
        }
        Ok(())
    }

    fn end(&mut self, cx: &mut Cx) -> Outcome {
        let has_property = cx.is_bound("Property");
        if self.count == 0 && !has_property {
            self.entry("");
        }
        let is_text = cx.parameter_set() == "TextMeasure";
        for (name, stat) in std::mem::take(&mut self.stats) {
            if stat.count == 0 && has_property {
                if cx.session.strict().0 >= 2 {
                    let id = if is_text { "TextMeasurePropertyNotFound" } else { "GenericMeasurePropertyNotFound" };
                    let text = format!("The property \"{name}\" cannot be found in the input for any objects.");
                    let fault = Fault::new(id, ErrorCategory::ObjectNotFound, text);
                    cx.error(fault.of(&crate::types::exceptions::PS_ARGUMENT_EXCEPTION))?;
                }
                continue;
            }
            let property = if has_property { Value::Str(name) } else { Value::Null };
            let info = if is_text { self.text_info(&stat, property) } else { self.info(cx, &stat, property)? };
            cx.write(info)?;
        }
        Ok(())
    }
}

impl MeasureObject {
    fn entry(&mut self, name: &str) -> &mut Statistics {
        let place = self.stats.iter().position(|(known, _)| known.eq_ignore_ascii_case(name)).unwrap_or_else(|| {
            self.stats.push((Str::from(name), Statistics::default()));
            self.stats.len() - 1
        });
        &mut self.stats[place].1
    }

    fn take(&mut self, cx: &mut Cx, name: &str, value: Value) -> Outcome {
        self.entry(name).count += 1;
        if *self.character || *self.word || *self.line {
            let text = convert::object_text(cx.session, &value)?;
            let ignore = *self.ignore_white_space;
            let stat = self.entry(name);
            stat.characters += characters(&text, ignore);
            stat.words += i32::try_from(text.split_whitespace().count()).unwrap_or(0);
            stat.lines += lines(&text);
        }
        if *self.sum || *self.average || *self.standard_deviation {
            let Some(number) = as_number(cx, &value) else {
                self.not_numeric = true;
                let shown = convert::to_text(cx.session, &value)?;
                let text = format!("Input object \"{shown}\" is not numeric.");
                let fault = Fault::new("NonNumericInputObject", ErrorCategory::InvalidType, text).target(value);
                return cx.error(fault.of(&PS_INVALID_OPERATION_EXCEPTION));
            };
            let with_deviation = *self.standard_deviation;
            self.entry(name).add(number, with_deviation);
        }
        if *self.minimum {
            let best = self.entry(name).minimum.clone();
            let best = extreme(cx, value.clone(), best, Ordering::Greater)?;
            self.entry(name).minimum = best;
        }
        if *self.maximum {
            let best = self.entry(name).maximum.clone();
            let best = extreme(cx, value, best, Ordering::Less)?;
            self.entry(name).maximum = best;
        }
        Ok(())
    }

    fn info(&self, cx: &mut Cx, stat: &Statistics, property: Value) -> Outcome<Value> {
        let given = |wanted: bool, number: f64| {
            if wanted && !self.not_numeric { Value::Double(number) } else { Value::Null }
        };
        let (maximum, minimum) = (as_number(cx, &stat.maximum), as_number(cx, &stat.minimum));
        let is_numeric = (stat.maximum.is_null() || maximum.is_some()) && (stat.minimum.is_null() || minimum.is_some());
        let shown = |value: &Value, number: Option<f64>| match number {
            Some(number) if is_numeric && !value.is_null() => Value::Double(number),
            _ => value.clone(),
        };
        let average = stat.sum / f64::from(stat.count);
        let deviation = if is_numeric { given(*self.standard_deviation, stat.variance.sqrt()) } else { Value::Null };
        let values = vec![
            Value::Int(stat.count),
            given(*self.average && stat.count > 0, average),
            given(*self.sum, stat.sum),
            shown(&stat.maximum, maximum),
            shown(&stat.minimum, minimum),
            deviation,
            property,
        ];
        Ok(Facts::value(if is_numeric { &GENERIC } else { &GENERIC_OBJECT }, values))
    }

    fn text_info(&self, stat: &Statistics, property: Value) -> Value {
        let given = |wanted: Switch, number: i32| if *wanted { Value::Int(number) } else { Value::Null };
        let values = vec![
            given(self.line, stat.lines),
            given(self.word, stat.words),
            given(self.character, stat.characters),
            property,
        ];
        Facts::value(&TEXT, values)
    }
}

impl Statistics {
    fn add(&mut self, number: f64, with_deviation: bool) {
        self.sum_before = self.sum;
        self.sum += number;
        if with_deviation && self.count > 1 {
            let count = f64::from(self.count);
            let average_before = self.sum_before / (count - 1.0);
            self.variance *= (count - 2.0) / (count - 1.0);
            self.variance += (number - average_before) * (number - average_before) / count;
        }
    }
}

fn as_number(cx: &mut Cx, value: &Value) -> Option<f64> {
    match value {
        Value::Int(n) => Some(f64::from(*n)),
        Value::Double(n) => Some(*n),
        other => convert::to_double(cx.session, other).ok(),
    }
}

/// The value or the best one so far; `worse` is how the best one stands to a value that takes its place.
fn extreme(cx: &mut Cx, value: Value, best: Value, worse: Ordering) -> Outcome<Value> {
    if best.is_null() {
        return Ok(value);
    }
    let number = |cx: &mut Cx, value: &Value| match value.is_null() {
        true => None,
        false => as_number(cx, value).map(Value::Double),
    };
    let mut a = number(cx, &best).unwrap_or_else(|| best.clone());
    let mut b = number(cx, &value).unwrap_or_else(|| value.clone());
    if !b.is_null() && a.type_ref() != b.type_ref() {
        a = Value::Str(convert::to_text(cx.session, &a)?);
        b = Value::Str(convert::to_text(cx.session, &b)?);
    }
    let order = compare::order(cx.session, &a, &b, CaseRule::Sensitive)?;
    Ok(if order == worse { value } else { best })
}

fn characters(text: &Str, ignore_white_space: bool) -> i32 {
    let count = match ignore_white_space {
        true => text.chars().filter(|c| !c.is_whitespace()).map(char::len_utf16).sum(),
        false => text.utf16_len(),
    };
    i32::try_from(count).unwrap_or(i32::MAX)
}

fn lines(text: &str) -> i32 {
    let ends = text.matches('\n').count();
    let rest = usize::from(!text.is_empty() && !text.ends_with('\n'));
    i32::try_from(ends + rest).unwrap_or(i32::MAX)
}
