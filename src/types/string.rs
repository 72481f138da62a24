//! `System.String`.

mod search;
mod split;
mod statics;

use super::arguments::{Arguments, typed_array};
use super::table::{Method, Property, StaticProperty, TypeTable};
use super::{compare, enumerator, enums, fault, object};
use crate::text::chars::{self, Casing};
use crate::text::search::Comparison;
use crate::text::{Str, search as text_search};
use crate::value::types::{self, STRING, TypeRef};
use crate::value::{EnumValue, Env, Outcome, Value};
use statics as s;

pub(super) static TABLE: TypeTable = TypeTable {
    properties: &[Property::new("Length", "int", length)],
    methods: &[
        Method::new("int CompareTo(System.Object value)", compare_to),
        Method::new("int CompareTo(string strB)", compare_to),
        Method::new("bool EndsWith(string value)", ends_with),
        Method::new("bool EndsWith(string value, System.StringComparison comparisonType)", ends_with),
        Method::new("bool EndsWith(string value, bool ignoreCase, cultureinfo culture)", ends_with),
        Method::new("bool EndsWith(char value)", ends_with),
        Method::new("bool Equals(System.Object obj)", equals),
        Method::new("bool Equals(string value)", equals),
        Method::new("bool Equals(string value, System.StringComparison comparisonType)", equals),
        Method::new("bool StartsWith(string value)", starts_with),
        Method::new("bool StartsWith(string value, System.StringComparison comparisonType)", starts_with),
        Method::new("bool StartsWith(string value, bool ignoreCase, cultureinfo culture)", starts_with),
        Method::new("bool StartsWith(char value)", starts_with),
        Method::new("System.Object Clone()", clone),
        Method::new("void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count)", copy_to),
        Method::new("char[] ToCharArray()", to_char_array),
        Method::new("char[] ToCharArray(int startIndex, int length)", to_char_array),
        Method::new("System.CharEnumerator GetEnumerator()", get_enumerator),
        Method::new("string ToString()", object::to_string),
        Method::new("string ToString(System.IFormatProvider provider)", object::to_string),
        Method::new("int GetHashCode()", object::get_hash_code),
        Method::new("System.TypeCode GetTypeCode()", get_type_code),
        Method::new("bool IsNormalized()", is_normalized),
        Method::new("bool IsNormalized(System.Text.NormalizationForm normalizationForm)", is_normalized),
        Method::new("string Normalize()", normalize),
        Method::new("string Normalize(System.Text.NormalizationForm normalizationForm)", normalize),
        Method::new("string Insert(int startIndex, string value)", insert),
        Method::new("string PadLeft(int totalWidth)", pad_left),
        Method::new("string PadLeft(int totalWidth, char paddingChar)", pad_left),
        Method::new("string PadRight(int totalWidth)", pad_right),
        Method::new("string PadRight(int totalWidth, char paddingChar)", pad_right),
        Method::new("string Remove(int startIndex, int count)", remove),
        Method::new("string Remove(int startIndex)", remove),
        Method::new("string Replace(string oldValue, string newValue, bool ignoreCase, cultureinfo culture)", replace),
        Method::new(
            "string Replace(string oldValue, string newValue, System.StringComparison comparisonType)",
            replace,
        ),
        Method::new("string Replace(char oldChar, char newChar)", replace),
        Method::new("string Replace(string oldValue, string newValue)", replace),
        Method::new("string ReplaceLineEndings()", replace_line_endings),
        Method::new("string ReplaceLineEndings(string replacementText)", replace_line_endings),
        Method::new(
            "string[] Split(char separator, System.StringSplitOptions options = System.StringSplitOptions.None)",
            split,
        ),
        Method::new(
            "string[] Split(char separator, int count, System.StringSplitOptions options = System.StringSplitOptions.None)",
            split,
        ),
        Method::new("string[] Split(Params char[] separator)", split),
        Method::new("string[] Split(char[] separator, int count)", split),
        Method::new("string[] Split(char[] separator, System.StringSplitOptions options)", split),
        Method::new("string[] Split(char[] separator, int count, System.StringSplitOptions options)", split),
        Method::new(
            "string[] Split(string separator, System.StringSplitOptions options = System.StringSplitOptions.None)",
            split,
        ),
        Method::new(
            "string[] Split(string separator, int count, System.StringSplitOptions options = System.StringSplitOptions.None)",
            split,
        ),
        Method::new("string[] Split(string[] separator, System.StringSplitOptions options)", split),
        Method::new("string[] Split(string[] separator, int count, System.StringSplitOptions options)", split),
        Method::new("string Substring(int startIndex)", substring),
        Method::new("string Substring(int startIndex, int length)", substring),
        Method::new("string ToLower()", to_lower),
        Method::new("string ToLower(cultureinfo culture)", to_lower),
        Method::new("string ToLowerInvariant()", to_lower_invariant),
        Method::new("string ToUpper()", to_upper),
        Method::new("string ToUpper(cultureinfo culture)", to_upper),
        Method::new("string ToUpperInvariant()", to_upper_invariant),
        Method::new("string Trim()", trim),
        Method::new("string Trim(char trimChar)", trim),
        Method::new("string Trim(Params char[] trimChars)", trim),
        Method::new("string TrimStart()", trim_start),
        Method::new("string TrimStart(char trimChar)", trim_start),
        Method::new("string TrimStart(Params char[] trimChars)", trim_start),
        Method::new("string TrimEnd()", trim_end),
        Method::new("string TrimEnd(char trimChar)", trim_end),
        Method::new("string TrimEnd(Params char[] trimChars)", trim_end),
        Method::new("char Chars(int index) {get;}", chars_at),
        Method::new("bool Contains(string value)", contains),
        Method::new("bool Contains(string value, System.StringComparison comparisonType)", contains),
        Method::new("bool Contains(char value)", contains),
        Method::new("bool Contains(char value, System.StringComparison comparisonType)", contains),
        Method::new("int IndexOf(char value)", index_of),
        Method::new("int IndexOf(char value, int startIndex)", index_of),
        Method::new("int IndexOf(char value, System.StringComparison comparisonType)", index_of),
        Method::new("int IndexOf(char value, int startIndex, int count)", index_of),
        Method::new("int IndexOfAny(char[] anyOf)", index_of_any),
        Method::new("int IndexOfAny(char[] anyOf, int startIndex)", index_of_any),
        Method::new("int IndexOfAny(char[] anyOf, int startIndex, int count)", index_of_any),
        Method::new("int IndexOf(string value)", index_of),
        Method::new("int IndexOf(string value, int startIndex)", index_of),
        Method::new("int IndexOf(string value, int startIndex, int count)", index_of),
        Method::new("int IndexOf(string value, System.StringComparison comparisonType)", index_of),
        Method::new("int IndexOf(string value, int startIndex, System.StringComparison comparisonType)", index_of),
        Method::new(
            "int IndexOf(string value, int startIndex, int count, System.StringComparison comparisonType)",
            index_of,
        ),
        Method::new("int LastIndexOf(char value)", last_index_of),
        Method::new("int LastIndexOf(char value, int startIndex)", last_index_of),
        Method::new("int LastIndexOf(char value, int startIndex, int count)", last_index_of),
        Method::new("int LastIndexOfAny(char[] anyOf)", last_index_of_any),
        Method::new("int LastIndexOfAny(char[] anyOf, int startIndex)", last_index_of_any),
        Method::new("int LastIndexOfAny(char[] anyOf, int startIndex, int count)", last_index_of_any),
        Method::new("int LastIndexOf(string value)", last_index_of),
        Method::new("int LastIndexOf(string value, int startIndex)", last_index_of),
        Method::new("int LastIndexOf(string value, int startIndex, int count)", last_index_of),
        Method::new("int LastIndexOf(string value, System.StringComparison comparisonType)", last_index_of),
        Method::new(
            "int LastIndexOf(string value, int startIndex, System.StringComparison comparisonType)",
            last_index_of,
        ),
        Method::new(
            "int LastIndexOf(string value, int startIndex, int count, System.StringComparison comparisonType)",
            last_index_of,
        ),
    ],
    constructors: &[
        Method::new("string new(char[] value)", new),
        Method::new("string new(char[] value, int startIndex, int length)", new),
        Method::new("string new(char c, int count)", new),
    ],
    static_properties: &[StaticProperty::new("Empty", "string", empty)],
    static_methods: &[
        Method::new("int Compare(string strA, string strB)", s::compare),
        Method::new("int Compare(string strA, string strB, bool ignoreCase)", s::compare),
        Method::new("int Compare(string strA, string strB, System.StringComparison comparisonType)", s::compare),
        Method::new(
            "int Compare(string strA, string strB, cultureinfo culture, System.Globalization.CompareOptions options)",
            s::compare,
        ),
        Method::new("int Compare(string strA, string strB, bool ignoreCase, cultureinfo culture)", s::compare),
        Method::new("int Compare(string strA, int indexA, string strB, int indexB, int length)", s::compare),
        Method::new(
            "int Compare(string strA, int indexA, string strB, int indexB, int length, bool ignoreCase)",
            s::compare,
        ),
        Method::new(
            "int Compare(string strA, int indexA, string strB, int indexB, int length, bool ignoreCase, cultureinfo culture)",
            s::compare,
        ),
        Method::new(
            "int Compare(string strA, int indexA, string strB, int indexB, int length, cultureinfo culture, System.Globalization.CompareOptions options)",
            s::compare,
        ),
        Method::new(
            "int Compare(string strA, int indexA, string strB, int indexB, int length, System.StringComparison comparisonType)",
            s::compare,
        ),
        Method::new("int CompareOrdinal(string strA, string strB)", s::compare_ordinal),
        Method::new(
            "int CompareOrdinal(string strA, int indexA, string strB, int indexB, int length)",
            s::compare_ordinal,
        ),
        Method::new("bool Equals(string a, string b)", s::equals),
        Method::new("bool Equals(string a, string b, System.StringComparison comparisonType)", s::equals),
        Method::new("string Copy(string str)", s::copy),
        Method::new("bool IsNullOrEmpty(string value)", s::is_null_or_empty),
        Method::new("bool IsNullOrWhiteSpace(string value)", s::is_null_or_white_space),
        Method::new("string Concat(System.Object arg0)", s::concat),
        Method::new("string Concat(System.Object arg0, System.Object arg1)", s::concat),
        Method::new("string Concat(System.Object arg0, System.Object arg1, System.Object arg2)", s::concat),
        Method::new("string Concat(Params System.Object[] args)", s::concat),
        Method::new("string Concat[T](System.Collections.Generic.IEnumerable[T] values)", s::concat),
        Method::new("string Concat(System.Collections.Generic.IEnumerable[string] values)", s::concat),
        Method::new("string Concat(string str0, string str1)", s::concat),
        Method::new("string Concat(string str0, string str1, string str2)", s::concat),
        Method::new("string Concat(string str0, string str1, string str2, string str3)", s::concat),
        Method::new("string Concat(Params string[] values)", s::concat),
        Method::new("string Format(string format, System.Object arg0)", s::format),
        Method::new("string Format(string format, System.Object arg0, System.Object arg1)", s::format),
        Method::new(
            "string Format(string format, System.Object arg0, System.Object arg1, System.Object arg2)",
            s::format,
        ),
        Method::new("string Format(string format, Params System.Object[] args)", s::format),
        Method::new("string Format(System.IFormatProvider provider, string format, System.Object arg0)", s::format),
        Method::new(
            "string Format(System.IFormatProvider provider, string format, System.Object arg0, System.Object arg1)",
            s::format,
        ),
        Method::new(
            "string Format(System.IFormatProvider provider, string format, System.Object arg0, System.Object arg1, System.Object arg2)",
            s::format,
        ),
        Method::new(
            "string Format(System.IFormatProvider provider, string format, Params System.Object[] args)",
            s::format,
        ),
        Method::new("string Join(char separator, Params string[] value)", s::join),
        Method::new("string Join(string separator, Params string[] value)", s::join),
        Method::new("string Join(char separator, string[] value, int startIndex, int count)", s::join),
        Method::new("string Join(string separator, string[] value, int startIndex, int count)", s::join),
        Method::new("string Join(string separator, System.Collections.Generic.IEnumerable[string] values)", s::join),
        Method::new("string Join(char separator, Params System.Object[] values)", s::join),
        Method::new("string Join(string separator, Params System.Object[] values)", s::join),
        Method::new("string Join[T](char separator, System.Collections.Generic.IEnumerable[T] values)", s::join),
        Method::new("string Join[T](string separator, System.Collections.Generic.IEnumerable[T] values)", s::join),
    ],
    ..TypeTable::of(&STRING)
};

/// The text of the receiver.
fn text(this: &Value) -> Str {
    this.as_str().cloned().unwrap_or_default()
}

/// `System.StringComparison` of an argument.
pub(super) fn comparison(arguments: &[Value], place: usize) -> Comparison {
    match arguments.number(place) {
        0 | 2 => Comparison::Culture,
        1 | 3 => Comparison::CultureIgnoreCase,
        4 => Comparison::Ordinal,
        _ => Comparison::OrdinalIgnoreCase,
    }
}

/// The linguistic comparison, without regard to case where asked.
fn linguistic(ignore_case: bool) -> Comparison {
    if ignore_case { Comparison::CultureIgnoreCase } else { Comparison::Culture }
}

fn is_comparison(arguments: &[Value], place: usize) -> bool {
    matches!(arguments.get(place), Some(Value::Enum(_)))
}

/// A `char` or `string` argument as text.
fn needle(arguments: &[Value], place: usize) -> Str {
    match arguments.get(place) {
        Some(Value::Char(unit)) => Str::from(String::from_utf16_lossy(&[*unit])),
        _ => arguments.text(place),
    }
}

fn length(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(text(this).utf16_len() as i32))
}

fn empty(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::from(""))
}

fn compare_to(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let other = arguments.value(0);
    if !other.is_null() && other.as_str().is_none() {
        return Err(compare::must_be(&TypeRef::Native(&STRING)));
    }
    Ok(Value::Int(compare::order(env, this, &other)? as i32))
}

fn equals(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let rule = if is_comparison(arguments, 1) { comparison(arguments, 1) } else { Comparison::Ordinal };
    let same = arguments.first().and_then(Value::as_str).is_some_and(|other| rule.equal(&text(this), other));
    Ok(Value::Bool(same))
}

fn clone(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(this.clone())
}

fn get_type_code(_env: &mut dyn Env, _this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(EnumValue::native(&enums::TYPE_CODE, 18))
}

fn get_enumerator(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let units = text(this).units().into_iter().map(Value::Char).collect();
    Ok(enumerator::of_type(&super::known::CHAR_ENUMERATOR, units))
}

fn char_array(units: &[u16]) -> Value {
    typed_array(&types::CHAR, units.iter().map(|unit| Value::Char(*unit)).collect())
}

fn to_char_array(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let units = text(this).units();
    if arguments.is_empty() {
        return Ok(char_array(&units));
    }
    let (start, length) = (arguments.int(0), arguments.int(1));
    let range = checked_range(start, length, units.len())?;
    Ok(char_array(units.get(range).unwrap_or(&[])))
}

/// The range of a start and a length that must lie inside.
fn checked_range(start: i32, length: i32, total: usize) -> Outcome<std::ops::Range<usize>> {
    if length < 0 {
        return Err(fault::negative("length", length.into()));
    }
    if start < 0 {
        return Err(fault::negative("startIndex", start.into()));
    }
    let limit = total as i64 - i64::from(length);
    if i64::from(start) > limit {
        return Err(fault::too_large("startIndex", start.into(), limit));
    }
    Ok(start as usize..start as usize + length as usize)
}

fn copy_to(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let Value::Array(target) = arguments.value(1) else { return Err(fault::argument_null("destination")) };
    let (from, to, count) = (arguments.int(0), arguments.int(2), arguments.int(3));
    for (name, value) in [("count", count), ("sourceIndex", from)] {
        if value < 0 {
            return Err(fault::negative(name, value.into()));
        }
    }
    let units = text(this).units();
    let limit = units.len() as i64 - i64::from(from);
    if i64::from(count) > limit {
        return Err(fault::too_large("count", count.into(), limit));
    }
    let limit = target.len() as i64 - i64::from(count);
    if i64::from(to) > limit {
        return Err(fault::too_large("destinationIndex", to.into(), limit));
    }
    if to < 0 {
        return Err(fault::negative("destinationIndex", to.into()));
    }
    let mut items = target.items.borrow_mut();
    for (place, unit) in units.iter().skip(from as usize).take(count as usize).enumerate() {
        if let Some(item) = items.get_mut(to as usize + place) {
            *item = Value::Char(*unit);
        }
    }
    Ok(Value::Void)
}

fn is_normalized(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let own = text(this);
    Ok(Value::Bool(normalized(&own, arguments.number(0)) == own.as_str()))
}

fn normalize(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::from(normalized(&text(this), arguments.number(0))))
}

/// A text in a normal form: 2 is D, 5 KC, 6 KD, everything else C.
fn normalized(text: &str, form: i64) -> String {
    if text.is_ascii() {
        return text.to_string();
    }
    use icu_normalizer::{ComposingNormalizerBorrowed as Composing, DecomposingNormalizerBorrowed as Decomposing};
    match form {
        2 => Decomposing::new_nfd().normalize(text).into_owned(),
        5 => Composing::new_nfkc().normalize(text).into_owned(),
        6 => Decomposing::new_nfkd().normalize(text).into_owned(),
        _ => Composing::new_nfc().normalize(text).into_owned(),
    }
}

fn insert(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let own = text(this);
    let at = arguments.int(0);
    let inserted = arguments.text(1);
    if at < 0 {
        return Err(fault::negative("startIndex", at.into()));
    }
    let length = own.utf16_len();
    if at as usize > length {
        return Err(fault::too_large("startIndex", at.into(), length as i64));
    }
    let head = own.slice(0, at as usize).unwrap_or_default();
    let tail = own.slice(at as usize, length - at as usize).unwrap_or_default();
    Ok(Value::from(format!("{head}{inserted}{tail}")))
}

fn pad_left(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let blanks = padding(env, this, arguments)?;
    Ok(Value::from(format!("{blanks}{}", text(this))))
}

fn pad_right(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let blanks = padding(env, this, arguments)?;
    Ok(Value::from(format!("{}{blanks}", text(this))))
}

fn padding(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<String> {
    let width = arguments.int(0);
    if width < 0 {
        return Err(fault::negative("totalWidth", width.into()));
    }
    let missing = (width as usize).saturating_sub(text(this).utf16_len());
    let fill = if arguments.len() > 1 { arguments.unit(1) } else { u16::from(b' ') };
    Ok(String::from_utf16_lossy(&[fill]).repeat(missing))
}

fn remove(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let own = text(this);
    let length = own.utf16_len() as i64;
    let start = i64::from(arguments.int(0));
    if start < 0 {
        return Err(if arguments.len() == 1 {
            fault::out_of_range("StartIndex cannot be less than zero.", "startIndex")
        } else {
            fault::negative("startIndex", start)
        });
    }
    if arguments.len() == 1 && start > length {
        return Err(fault::out_of_range("startIndex cannot be larger than length of string.", "startIndex"));
    }
    let count = if arguments.len() == 1 { length - start } else { i64::from(arguments.int(1)) };
    if count < 0 {
        return Err(fault::negative("count", count));
    }
    if count > length - start {
        return Err(fault::too_large("count", count, length - start));
    }
    let head = own.slice(0, start as usize).unwrap_or_default();
    let tail = own.slice((start + count) as usize, (length - start - count) as usize).unwrap_or_default();
    Ok(Value::from(format!("{head}{tail}")))
}

fn replace(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let own = text(this);
    if let (Value::Char(old), Value::Char(new)) = (arguments.value(0), arguments.value(1)) {
        let units: Vec<u16> = own.units().into_iter().map(|unit| if unit == old { new } else { unit }).collect();
        return Ok(Value::from(String::from_utf16_lossy(&units)));
    }
    let old = arguments.needed_text(0, "oldValue")?;
    if old.is_empty() {
        return Err(fault::argument("The value cannot be an empty string.", "oldValue"));
    }
    let rule = match arguments.len() {
        2 => Comparison::Ordinal,
        3 => comparison(arguments, 2),
        _ => linguistic(arguments.bool(2)),
    };
    Ok(Value::from(text_search::replace(&own, &old, &arguments.text(1), rule)))
}

fn replace_line_endings(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let with = if arguments.is_empty() { Str::from("\n") } else { arguments.text(0) };
    let own = text(this);
    let mut out = String::with_capacity(own.len());
    let mut rest = own.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\r' => {
                if rest.peek() == Some(&'\n') {
                    rest.next();
                }
                out.push_str(&with);
            }
            '\n' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push_str(&with),
            other => out.push(other),
        }
    }
    Ok(Value::from(out))
}

fn substring(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let own = text(this);
    let total = own.utf16_len() as i64;
    let start = i64::from(arguments.int(0));
    if start < 0 {
        return Err(fault::negative("startIndex", start));
    }
    if start > total {
        return Err(fault::out_of_range("startIndex cannot be larger than length of string.", "startIndex"));
    }
    let length = if arguments.len() == 1 { total - start } else { i64::from(arguments.int(1)) };
    if length < 0 {
        return Err(fault::negative("length", length));
    }
    if start + length > total {
        return Err(fault::out_of_range("Index and length must refer to a location within the string.", "length"));
    }
    Ok(Value::Str(own.slice(start as usize, length as usize).unwrap_or_default()))
}

fn to_lower(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::from(chars::lower(&text(this), Casing::Culture)))
}

fn to_lower_invariant(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::from(chars::lower(&text(this), Casing::Invariant)))
}

fn to_upper(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::from(chars::upper(&text(this), Casing::Culture)))
}

fn to_upper_invariant(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::from(chars::upper(&text(this), Casing::Invariant)))
}

/// Which characters to trim: the given ones, white space where none are.
fn trimmed_set(arguments: &[Value]) -> impl Fn(char) -> bool + use<> {
    let units: Vec<u16> = match arguments.value(0) {
        Value::Char(unit) => vec![unit],
        Value::Null => Vec::new(),
        _ => arguments
            .items(0)
            .iter()
            .filter_map(super::arguments::whole)
            .filter_map(|n| u16::try_from(n).ok())
            .collect(),
    };
    move |c| {
        if units.is_empty() {
            return chars::is_white_space(c);
        }
        let mut buffer = [0; 2];
        matches!(c.encode_utf16(&mut buffer), [unit] if units.contains(unit))
    }
}

fn trim(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let own = text(this);
    Ok(Value::from(own.trim_matches(trimmed_set(arguments))))
}

fn trim_start(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::from(text(this).trim_start_matches(trimmed_set(arguments))))
}

fn trim_end(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::from(text(this).trim_end_matches(trimmed_set(arguments))))
}

fn chars_at(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let unit = usize::try_from(arguments.int(0)).ok().and_then(|at| text(this).unit_at(at));
    unit.map(Value::Char).ok_or_else(|| {
        fault::raise(&crate::value::error::INDEX_OUT_OF_RANGE_EXCEPTION, "Index was outside the bounds of the array.")
    })
}

fn new(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    if let Value::Char(unit) = arguments.value(0) {
        let count = arguments.int(1);
        if count < 0 {
            return Err(fault::negative("count", count.into()));
        }
        return Ok(Value::from(String::from_utf16_lossy(&[unit]).repeat(count as usize)));
    }
    let units: Vec<u16> = arguments
        .items(0)
        .iter()
        .map(|item| super::arguments::whole(item).and_then(|n| u16::try_from(n).ok()).unwrap_or_default())
        .collect();
    let range = match arguments.len() {
        1 => 0..units.len(),
        _ => checked_range(arguments.int(1), arguments.int(2), units.len())?,
    };
    Ok(Value::from(String::from_utf16_lossy(units.get(range).unwrap_or(&[]))))
}

use search::{contains, ends_with, index_of, index_of_any, last_index_of, last_index_of_any, starts_with};
use split::split;
