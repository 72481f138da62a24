//! `System.Text.RegularExpressions.Regex`.

mod captures;

pub use captures::match_value;

use super::arguments::{Arguments, string_array, typed_array};
use super::invoke::{receiver, type_of_call};
use super::table::{Method, Property, StaticProperty, TypeTable};
use super::{delegate, enums, fault, known, object};
use crate::text::Str;
use crate::text::date::TimeSpan;
use crate::text::regex::{self as engine, Regex, RegexError, RegexOptions, Replacement};
use crate::text::search::byte_of_unit;
use crate::value::error::{ARGUMENT_OUT_OF_RANGE_EXCEPTION, REGEX_MATCH_TIMEOUT_EXCEPTION, REGEX_PARSE_EXCEPTION};
use crate::value::types::{INT32, TypeRef};
use crate::value::{EnumValue, Env, Flow, Native, Outcome, Value, convert};
use std::rc::Rc;

/// A regular expression.
pub struct RegexObject {
    pub regex: Rc<Regex>,
    timeout: TimeSpan,
}

/// `Timeout.InfiniteTimeSpan`: minus one millisecond.
const NO_TIMEOUT: TimeSpan = TimeSpan { ticks: -10_000 };

impl Native for RegexObject {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&known::REGEX)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(self.regex.pattern().clone()))
    }
}

pub(super) static TABLES: &[&TypeTable] = &[
    &TABLE,
    &captures::CAPTURE,
    &captures::GROUP,
    &captures::MATCH,
    &captures::CAPTURES,
    &captures::GROUPS,
    &captures::MATCHES,
];

static TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("Options", "System.Text.RegularExpressions.RegexOptions", options),
        Property::new("RightToLeft", "bool", right_to_left),
        Property::new("MatchTimeout", "timespan", match_timeout),
    ],
    methods: &[
        Method::new("string ToString()", object::to_string),
        Method::new("string[] GetGroupNames()", get_group_names),
        Method::new("int[] GetGroupNumbers()", get_group_numbers),
        Method::new("string GroupNameFromNumber(int i)", group_name_from_number),
        Method::new("int GroupNumberFromName(string name)", group_number_from_name),
        Method::new("int Count(string input)", count),
        Method::new("bool IsMatch(string input)", is_match),
        Method::new("bool IsMatch(string input, int startat)", is_match),
        Method::new("System.Text.RegularExpressions.Match Match(string input)", match_),
        Method::new("System.Text.RegularExpressions.Match Match(string input, int startat)", match_),
        Method::new("System.Text.RegularExpressions.Match Match(string input, int beginning, int length)", match_),
        Method::new("System.Text.RegularExpressions.MatchCollection Matches(string input)", matches),
        Method::new("System.Text.RegularExpressions.MatchCollection Matches(string input, int startat)", matches),
        Method::new("string Replace(string input, string replacement)", replace),
        Method::new("string Replace(string input, string replacement, int count)", replace),
        Method::new("string Replace(string input, string replacement, int count, int startat)", replace),
        Method::new("string Replace(string input, System.Text.RegularExpressions.MatchEvaluator evaluator)", replace),
        Method::new(
            "string Replace(string input, System.Text.RegularExpressions.MatchEvaluator evaluator, int count)",
            replace,
        ),
        Method::new(
            "string Replace(string input, System.Text.RegularExpressions.MatchEvaluator evaluator, int count, int startat)",
            replace,
        ),
        Method::new("string[] Split(string input)", split),
        Method::new("string[] Split(string input, int count)", split),
        Method::new("string[] Split(string input, int count, int startat)", split),
    ],
    constructors: &[
        Method::new("regex new(string pattern)", new),
        Method::new("regex new(string pattern, System.Text.RegularExpressions.RegexOptions options)", new),
        Method::new(
            "regex new(string pattern, System.Text.RegularExpressions.RegexOptions options, timespan matchTimeout)",
            new,
        ),
    ],
    static_properties: &[
        StaticProperty::new("CacheSize", "int", cache_size),
        StaticProperty::new("InfiniteMatchTimeout", "timespan", infinite_match_timeout),
    ],
    static_methods: &[
        Method::new("string Escape(string str)", escape),
        Method::new("string Unescape(string str)", unescape),
        Method::new("int Count(string input, string pattern)", count_static),
        Method::new(
            "int Count(string input, string pattern, System.Text.RegularExpressions.RegexOptions options)",
            count_static,
        ),
        Method::new(
            "int Count(string input, string pattern, System.Text.RegularExpressions.RegexOptions options, timespan matchTimeout)",
            count_static,
        ),
        Method::new("bool IsMatch(string input, string pattern)", is_match_static),
        Method::new(
            "bool IsMatch(string input, string pattern, System.Text.RegularExpressions.RegexOptions options)",
            is_match_static,
        ),
        Method::new(
            "bool IsMatch(string input, string pattern, System.Text.RegularExpressions.RegexOptions options, timespan matchTimeout)",
            is_match_static,
        ),
        Method::new("System.Text.RegularExpressions.Match Match(string input, string pattern)", match_static),
        Method::new(
            "System.Text.RegularExpressions.Match Match(string input, string pattern, System.Text.RegularExpressions.RegexOptions options)",
            match_static,
        ),
        Method::new(
            "System.Text.RegularExpressions.Match Match(string input, string pattern, System.Text.RegularExpressions.RegexOptions options, timespan matchTimeout)",
            match_static,
        ),
        Method::new(
            "System.Text.RegularExpressions.MatchCollection Matches(string input, string pattern)",
            matches_static,
        ),
        Method::new(
            "System.Text.RegularExpressions.MatchCollection Matches(string input, string pattern, System.Text.RegularExpressions.RegexOptions options)",
            matches_static,
        ),
        Method::new(
            "System.Text.RegularExpressions.MatchCollection Matches(string input, string pattern, System.Text.RegularExpressions.RegexOptions options, timespan matchTimeout)",
            matches_static,
        ),
        Method::new("string Replace(string input, string pattern, string replacement)", replace_static),
        Method::new(
            "string Replace(string input, string pattern, string replacement, System.Text.RegularExpressions.RegexOptions options)",
            replace_static,
        ),
        Method::new(
            "string Replace(string input, string pattern, string replacement, System.Text.RegularExpressions.RegexOptions options, timespan matchTimeout)",
            replace_static,
        ),
        Method::new(
            "string Replace(string input, string pattern, System.Text.RegularExpressions.MatchEvaluator evaluator)",
            replace_static,
        ),
        Method::new(
            "string Replace(string input, string pattern, System.Text.RegularExpressions.MatchEvaluator evaluator, System.Text.RegularExpressions.RegexOptions options)",
            replace_static,
        ),
        Method::new(
            "string Replace(string input, string pattern, System.Text.RegularExpressions.MatchEvaluator evaluator, System.Text.RegularExpressions.RegexOptions options, timespan matchTimeout)",
            replace_static,
        ),
        Method::new("string[] Split(string input, string pattern)", split_static),
        Method::new(
            "string[] Split(string input, string pattern, System.Text.RegularExpressions.RegexOptions options)",
            split_static,
        ),
        Method::new(
            "string[] Split(string input, string pattern, System.Text.RegularExpressions.RegexOptions options, timespan matchTimeout)",
            split_static,
        ),
    ],
    ..TypeTable::of(&known::REGEX)
};

/// A regular expression as a value.
pub fn regex_value(regex: Rc<Regex>) -> Value {
    Value::native(RegexObject { regex, timeout: NO_TIMEOUT })
}

/// The exception for a fault of the regular expression engine.
fn raised(error: &RegexError) -> Flow {
    match error {
        RegexError::Parse { .. } => fault::raise(&REGEX_PARSE_EXCEPTION, error.to_string()),
        RegexError::Timeout => fault::raise(&REGEX_MATCH_TIMEOUT_EXCEPTION, error.to_string()),
        RegexError::Options => fault::raise(&ARGUMENT_OUT_OF_RANGE_EXCEPTION, error.to_string()),
    }
}

fn lifted<T>(result: Result<T, RegexError>) -> Outcome<T> {
    result.map_err(|error| raised(&error))
}

fn own(this: &Value) -> Outcome<Rc<Regex>> {
    receiver::<RegexObject>(this).map(|own| own.regex.clone())
}

/// `RegexOptions` of the argument at a place, none where it is missing.
fn options_of(arguments: &[Value], place: usize) -> RegexOptions {
    RegexOptions::from_bits(u32::try_from(arguments.number(place)).unwrap_or(u32::MAX))
}

/// The expression of a static method: its pattern is the second argument, its options are at a place behind.
fn compiled(arguments: &[Value], options: usize) -> Outcome<Rc<Regex>> {
    let options = match arguments.get(options) {
        Some(Value::Enum(_)) => options_of(arguments, options),
        _ => RegexOptions::NONE,
    };
    lifted(Regex::new(&arguments.text(1), options))
}

fn options(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(EnumValue::native(&enums::REGEX_OPTIONS, own(this)?.options().bits().into()))
}

fn right_to_left(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Bool(own(this)?.right_to_left()))
}

fn match_timeout(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::native(receiver::<RegexObject>(this)?.timeout))
}

fn cache_size(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::Int(15))
}

fn infinite_match_timeout(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::native(NO_TIMEOUT))
}

fn get_group_names(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(string_array(own(this)?.group_names()))
}

fn get_group_numbers(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let numbers = own(this)?.group_numbers().into_iter().map(|number| Value::Int(number.cast_signed())).collect();
    Ok(typed_array(&INT32, numbers))
}

fn group_name_from_number(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let name = u32::try_from(arguments.int(0)).ok().and_then(|number| own(this).ok()?.group_name_of(number));
    Ok(Value::Str(name.unwrap_or_default()))
}

fn group_number_from_name(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.group_number_of(&arguments.text(0)).map_or(-1, u32::cast_signed)))
}

/// The byte where a search begins: the given unit, else the end from which the expression runs.
fn start(regex: &Regex, text: &str, unit: Option<i32>) -> Outcome<usize> {
    let Some(unit) = unit else {
        return Ok(if regex.right_to_left() { text.len() } else { 0 });
    };
    usize::try_from(unit).ok().and_then(|unit| byte_of_unit(text, unit)).ok_or_else(|| {
        fault::out_of_range("Start index cannot be less than 0 or greater than input length.", "startat")
    })
}

fn is_match(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let regex = own(this)?;
    let text = arguments.text(0);
    if arguments.len() == 1 {
        return lifted(regex.is_match(&text)).map(Value::Bool);
    }
    let from = start(&regex, &text, Some(arguments.int(1)))?;
    Ok(Value::Bool(lifted(regex.find_at(&text, from))?.is_some()))
}

fn match_(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let regex = own(this)?;
    let mut text = arguments.text(0);
    if arguments.len() == 3 {
        let part = usize::try_from(arguments.int(1)).ok().zip(usize::try_from(arguments.int(2)).ok());
        let range = part.and_then(|(start, length)| {
            let end = byte_of_unit(&text, start.checked_add(length)?)?;
            Some((byte_of_unit(&text, start)?, end))
        });
        let (from, to) = range.ok_or_else(|| {
            fault::out_of_range("Start index cannot be less than 0 or greater than input length.", "beginning")
        })?;
        text = Str::from(text.get(..to).unwrap_or_default());
        let found = lifted(regex.find_at(&text, from))?;
        return Ok(match_value(Some(regex), text, found));
    }
    let from = start(&regex, &text, arguments.get(1).map(|_| arguments.int(1)))?;
    let found = lifted(regex.find_at(&text, from))?;
    Ok(match_value(Some(regex), text, found))
}

fn all_matches(regex: &Rc<Regex>, text: &Str, from: usize) -> Outcome<Value> {
    let found: Result<Vec<engine::Match>, RegexError> = regex.matches_from(text, from).collect();
    let matches =
        lifted(found)?.into_iter().map(|found| match_value(Some(regex.clone()), text.clone(), Some(found))).collect();
    Ok(captures::match_collection(matches))
}

fn matches(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let regex = own(this)?;
    let text = arguments.text(0);
    let from = start(&regex, &text, arguments.get(1).map(|_| arguments.int(1)))?;
    all_matches(&regex, &text, from)
}

fn count(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    counted(&own(this)?, &arguments.text(0))
}

fn counted(regex: &Rc<Regex>, text: &str) -> Outcome<Value> {
    Ok(Value::Int(lifted(regex.find_all(text))?.len() as i32))
}

/// What ends a replacement early.
enum Stop {
    Regex(RegexError),
    Flow(Flow),
}

impl From<RegexError> for Stop {
    fn from(error: RegexError) -> Stop {
        Stop::Regex(error)
    }
}

/// Replaces by a replacement pattern, or by what a function gives for each match.
fn replaced(
    env: &mut dyn Env,
    regex: &Rc<Regex>,
    text: &Str,
    with: &Value,
    most: usize,
    from: usize,
) -> Outcome<Value> {
    let outcome = match with.as_str() {
        Some(pattern) => {
            let replacement = Replacement::new(regex, pattern);
            regex.replace_with(text, most, from, |found, out| {
                replacement.expand(found, text, out);
                Ok::<(), Stop>(())
            })
        }
        None => regex.replace_with(text, most, from, |found, out| {
            let argument = match_value(Some(regex.clone()), text.clone(), Some(found.clone()));
            let result = delegate::invoke(env, with, &[argument]).map_err(Stop::Flow)?;
            out.push_str(&convert::to_text(env, &result).map_err(Stop::Flow)?);
            Ok(())
        }),
    };
    match outcome {
        Ok(text) => Ok(Value::from(text)),
        Err(Stop::Regex(error)) => Err(raised(&error)),
        Err(Stop::Flow(flow)) => Err(flow),
    }
}

fn replace(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let regex = own(this)?;
    let text = arguments.needed_text(0, "input")?;
    let most = match arguments.get(2) {
        Some(_) => match arguments.int(2) {
            -1 => usize::MAX,
            count => {
                usize::try_from(count).map_err(|_| fault::out_of_range("Count cannot be less than -1.", "count"))?
            }
        },
        None => usize::MAX,
    };
    let from = start(&regex, &text, arguments.get(3).map(|_| arguments.int(3)))?;
    replaced(env, &regex, &text, &arguments.value(1), most, from)
}

fn split(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let regex = own(this)?;
    let text = arguments.text(0);
    let limit =
        usize::try_from(arguments.int(1)).map_err(|_| fault::out_of_range("Count cannot be less than -1.", "count"))?;
    let from = start(&regex, &text, arguments.get(2).map(|_| arguments.int(2)))?;
    pieces(&regex, &text, limit, from)
}

fn pieces(regex: &Regex, text: &str, limit: usize, from: usize) -> Outcome<Value> {
    if limit == 1 {
        return Ok(string_array([text]));
    }
    Ok(string_array(lifted(regex.split_from(text, limit, from))?))
}

fn new(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    debug_assert!(type_of_call(this).native().is(&known::REGEX));
    let pattern = arguments.needed_text(0, "pattern")?;
    let regex = lifted(Regex::new(&pattern, options_of(arguments, 1)))?;
    let timeout = arguments.value(2).downcast::<TimeSpan>().copied().unwrap_or(NO_TIMEOUT);
    Ok(Value::native(RegexObject { regex, timeout }))
}

fn escape(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::from(engine::escape(&arguments.needed_text(0, "str")?)))
}

fn unescape(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    lifted(engine::unescape(&arguments.needed_text(0, "str")?)).map(Value::from)
}

fn count_static(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    counted(&compiled(arguments, 2)?, &arguments.text(0))
}

fn is_match_static(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    lifted(compiled(arguments, 2)?.is_match(&arguments.text(0))).map(Value::Bool)
}

fn match_static(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let regex = compiled(arguments, 2)?;
    let text = arguments.text(0);
    let found = lifted(regex.find(&text))?;
    Ok(match_value(Some(regex), text, found))
}

fn matches_static(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let regex = compiled(arguments, 2)?;
    let text = arguments.text(0);
    let from = start(&regex, &text, None)?;
    all_matches(&regex, &text, from)
}

fn replace_static(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let regex = compiled(arguments, 3)?;
    let text = arguments.text(0);
    let from = start(&regex, &text, None)?;
    replaced(env, &regex, &text, &arguments.value(2), usize::MAX, from)
}

fn split_static(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let regex = compiled(arguments, 2)?;
    let text = arguments.text(0);
    let from = start(&regex, &text, None)?;
    pieces(&regex, &text, 0, from)
}
