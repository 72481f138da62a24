//! `String.Split`.

use super::text;
use crate::text::chars::is_white_space;
use crate::types::arguments::{Arguments, string_array};
use crate::types::fault;
use crate::value::{Env, Outcome, Value};

/// Leaves out empty parts.
const REMOVE_EMPTY: i64 = 1;
/// Trims the parts.
const TRIM: i64 = 2;

pub(super) fn split(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let mut limit = None;
    let mut options = 0;
    for argument in arguments.get(1..).unwrap_or(&[]) {
        match argument {
            Value::Enum(value) => options = value.value,
            Value::Int(count) if *count < 0 => return Err(fault::negative("count", (*count).into())),
            Value::Int(count) => limit = Some(*count as usize),
            _ => {}
        }
    }
    let own = text(this);
    let separators = separators(arguments);
    Ok(string_array(parts(&own, &separators, limit.unwrap_or(usize::MAX), options)))
}

/// What separates: characters or texts; none at all stands for white space.
enum Separators {
    White,
    Texts(Vec<String>),
    Nothing,
}

fn separators(arguments: &[Value]) -> Separators {
    let texts: Vec<String> = match arguments.value(0) {
        Value::Char(unit) => vec![String::from_utf16_lossy(&[unit])],
        // An empty text separates nothing, an empty list stands for white space.
        Value::Str(text) if text.is_empty() => return Separators::Nothing,
        Value::Str(text) => vec![text.to_string()],
        _ => arguments
            .items(0)
            .iter()
            .map(|item| match item {
                Value::Char(unit) => String::from_utf16_lossy(&[*unit]),
                other => other.as_str().map(ToString::to_string).unwrap_or_default(),
            })
            .collect(),
    };
    if texts.is_empty() {
        return Separators::White;
    }
    Separators::Texts(texts.into_iter().filter(|text| !text.is_empty()).collect())
}

impl Separators {
    /// The length in bytes of the separator at the start of `rest`.
    fn at(&self, rest: &str) -> Option<usize> {
        match self {
            Separators::White => rest.chars().next().filter(|c| is_white_space(*c)).map(char::len_utf8),
            Separators::Texts(texts) => texts.iter().find(|text| rest.starts_with(text.as_str())).map(String::len),
            Separators::Nothing => None,
        }
    }
}

/// Splits a text into at most `limit` parts, the last of which is the rest.
fn parts(text: &str, separators: &Separators, limit: usize, options: i64) -> Vec<String> {
    let finish = |part: &str| if options & TRIM != 0 { part.trim().to_string() } else { part.to_string() };
    let drops_empty = options & REMOVE_EMPTY != 0;
    if limit == 0 {
        return Vec::new();
    }
    let mut out = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < text.len() {
        let rest = text.get(at..).unwrap_or("");
        if out.len() + 1 >= limit && !(drops_empty && finish(text.get(start..at).unwrap_or("")).is_empty()) {
            break;
        }
        match separators.at(rest) {
            Some(length) => {
                let part = finish(text.get(start..at).unwrap_or(""));
                if !(drops_empty && part.is_empty()) {
                    out.push(part);
                }
                at += length;
                start = at;
                if out.len() + 1 >= limit {
                    if drops_empty {
                        start = skip_separators(text, at, separators, options);
                    }
                    break;
                }
            }
            None => at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    let last = finish(text.get(start..).unwrap_or(""));
    if !(drops_empty && last.is_empty()) {
        out.push(last);
    }
    out
}

/// With empty parts left out the rest begins after the separators, and the blanks, in front of it.
fn skip_separators(text: &str, mut at: usize, separators: &Separators, options: i64) -> usize {
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let blanks = if options & TRIM != 0 { rest.len() - rest.trim_start().len() } else { 0 };
        match separators.at(rest.get(blanks..).unwrap_or("")) {
            Some(length) => at += blanks + length,
            None => break,
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str, separator: &str, limit: usize, options: i64) -> Vec<String> {
        parts(text, &Separators::Texts(vec![separator.to_string()]), limit, options)
    }

    #[test]
    fn the_last_part_is_the_rest() {
        assert_eq!(split("a,b,c", ",", 2, 0), ["a", "b,c"]);
        assert_eq!(split("a,b,c", ",", 1, 0), ["a,b,c"]);
    }

    #[test]
    fn empty_parts_are_left_out_before_the_limit_counts() {
        assert_eq!(split(",a,,b,c", ",", 2, REMOVE_EMPTY), ["a", "b,c"]);
        assert_eq!(split(",a,", ",", 2, REMOVE_EMPTY), ["a"]);
    }
}
