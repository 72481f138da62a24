//! `System.Text.StringBuilder`.

use super::arguments::{Arguments, whole};
use super::invoke::receiver;
use super::table::{Method, Property, TypeTable};
use super::{culture, fault, format, known};
use crate::text::Str;
use crate::value::error::INDEX_OUT_OF_RANGE_EXCEPTION;
use crate::value::types::TypeRef;
use crate::value::{Env, Native, Outcome, Value, convert};
use std::cell::{Cell, RefCell};
use std::ops::Range;

/// A text that grows.
pub struct StringBuilder {
    text: RefCell<String>,
    capacity: Cell<usize>,
    most: usize,
}

impl StringBuilder {
    fn of(text: String, capacity: usize) -> StringBuilder {
        let capacity = Cell::new(capacity.max(16));
        StringBuilder { text: RefCell::new(text), capacity, most: i32::MAX as usize }
    }

    /// A builder that begins with a text.
    pub fn with_text(text: &str) -> StringBuilder {
        StringBuilder::of(text.to_string(), text.len())
    }

    /// The text so far.
    pub fn snapshot(&self) -> Str {
        Str::from(self.text.borrow().as_str())
    }

    fn push(&self, text: &str) {
        self.text.borrow_mut().push_str(text);
    }

    /// The length in UTF-16 units.
    fn length(&self) -> usize {
        let text = self.text.borrow();
        if text.is_ascii() { text.len() } else { text.encode_utf16().count() }
    }

    /// Replaces a range of UTF-16 units.
    fn splice(&self, range: Range<usize>, with: &str) {
        let mut text = self.text.borrow_mut();
        if text.is_ascii() {
            text.replace_range(range, with);
            return;
        }
        let units: Vec<u16> = text.encode_utf16().collect();
        let head = String::from_utf16_lossy(units.get(..range.start).unwrap_or(&units));
        let tail = String::from_utf16_lossy(units.get(range.end..).unwrap_or(&[]));
        *text = format!("{head}{with}{tail}");
    }
}

impl Native for StringBuilder {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&known::STRING_BUILDER)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(self.snapshot()))
    }

    fn index(&self, env: &mut dyn Env, index: &Value) -> Option<Outcome<Value>> {
        let unit = convert::to_int(env, index)
            .map(|index| usize::try_from(index).ok().and_then(|index| self.snapshot().unit_at(index)).map(Value::Char));
        Some(unit.map(Option::unwrap_or_default))
    }

    fn set_index(&self, env: &mut dyn Env, index: &Value, value: Value) -> Option<Outcome<()>> {
        Some(self.set_unit(env, index, &value))
    }
}

impl StringBuilder {
    fn set_unit(&self, env: &mut dyn Env, index: &Value, value: &Value) -> Outcome<()> {
        let unit = convert::to_char(env, value)?;
        let index = usize::try_from(convert::to_int(env, index)?).ok().filter(|index| *index < self.length());
        let index = index.ok_or_else(fault::bad_index)?;
        self.splice(index..index + 1, &String::from_utf16_lossy(&[unit]));
        Ok(())
    }
}

pub(super) static TABLE: TypeTable = TypeTable {
    properties: &[
        Property::settable("Capacity", "int", capacity, set_capacity),
        Property::new("MaxCapacity", "int", max_capacity),
        Property::settable("Length", "int", length, set_length),
    ],
    methods: &[
        Method::new("int EnsureCapacity(int capacity)", ensure_capacity),
        Method::new("string ToString()", to_string),
        Method::new("string ToString(int startIndex, int length)", to_string),
        Method::new("System.Text.StringBuilder Clear()", clear),
        Method::new("System.Text.StringBuilder Append(char value, int repeatCount)", append),
        Method::new("System.Text.StringBuilder Append(char[] value, int startIndex, int charCount)", append),
        Method::new("System.Text.StringBuilder Append(string value)", append),
        Method::new("System.Text.StringBuilder Append(string value, int startIndex, int count)", append),
        Method::new("System.Text.StringBuilder Append(System.Text.StringBuilder value)", append),
        Method::new(
            "System.Text.StringBuilder Append(System.Text.StringBuilder value, int startIndex, int count)",
            append,
        ),
        Method::new("System.Text.StringBuilder AppendLine()", append_line),
        Method::new("System.Text.StringBuilder AppendLine(string value)", append_line),
        Method::new("void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count)", copy_to),
        Method::new("System.Text.StringBuilder Insert(int index, string value, int count)", insert),
        Method::new("System.Text.StringBuilder Remove(int startIndex, int length)", remove),
        Method::new("System.Text.StringBuilder Append(bool value)", append),
        Method::new("System.Text.StringBuilder Append(char value)", append),
        Method::new("System.Text.StringBuilder Append(sbyte value)", append),
        Method::new("System.Text.StringBuilder Append(byte value)", append),
        Method::new("System.Text.StringBuilder Append(short value)", append),
        Method::new("System.Text.StringBuilder Append(int value)", append),
        Method::new("System.Text.StringBuilder Append(long value)", append),
        Method::new("System.Text.StringBuilder Append(float value)", append),
        Method::new("System.Text.StringBuilder Append(double value)", append),
        Method::new("System.Text.StringBuilder Append(decimal value)", append),
        Method::new("System.Text.StringBuilder Append(ushort value)", append),
        Method::new("System.Text.StringBuilder Append(uint value)", append),
        Method::new("System.Text.StringBuilder Append(ulong value)", append),
        Method::new("System.Text.StringBuilder Append(System.Object value)", append),
        Method::new("System.Text.StringBuilder Append(char[] value)", append),
        Method::new(
            "System.Text.StringBuilder Append([ref] System.Text.StringBuilder+AppendInterpolatedStringHandler handler)",
            append,
        ),
        Method::new(
            "System.Text.StringBuilder Append(System.IFormatProvider provider, [ref] System.Text.StringBuilder+AppendInterpolatedStringHandler handler)",
            append,
        ),
        Method::new(
            "System.Text.StringBuilder AppendLine([ref] System.Text.StringBuilder+AppendInterpolatedStringHandler handler)",
            append_line,
        ),
        Method::new(
            "System.Text.StringBuilder AppendLine(System.IFormatProvider provider, [ref] System.Text.StringBuilder+AppendInterpolatedStringHandler handler)",
            append_line,
        ),
        Method::new(
            "System.Text.StringBuilder AppendJoin(string separator, Params System.Object[] values)",
            append_join,
        ),
        Method::new(
            "System.Text.StringBuilder AppendJoin[T](string separator, System.Collections.Generic.IEnumerable[T] values)",
            append_join,
        ),
        Method::new("System.Text.StringBuilder AppendJoin(string separator, Params string[] values)", append_join),
        Method::new("System.Text.StringBuilder AppendJoin(char separator, Params System.Object[] values)", append_join),
        Method::new(
            "System.Text.StringBuilder AppendJoin[T](char separator, System.Collections.Generic.IEnumerable[T] values)",
            append_join,
        ),
        Method::new("System.Text.StringBuilder AppendJoin(char separator, Params string[] values)", append_join),
        Method::new("System.Text.StringBuilder Insert(int index, string value)", insert),
        Method::new("System.Text.StringBuilder Insert(int index, bool value)", insert),
        Method::new("System.Text.StringBuilder Insert(int index, sbyte value)", insert),
        Method::new("System.Text.StringBuilder Insert(int index, byte value)", insert),
        Method::new("System.Text.StringBuilder Insert(int index, short value)", insert),
        Method::new("System.Text.StringBuilder Insert(int index, char value)", insert),
        Method::new("System.Text.StringBuilder Insert(int index, char[] value)", insert),
        Method::new("System.Text.StringBuilder Insert(int index, char[] value, int startIndex, int charCount)", insert),
        Method::new("System.Text.StringBuilder Insert(int index, int value)", insert),
        Method::new("System.Text.StringBuilder Insert(int index, long value)", insert),
        Method::new("System.Text.StringBuilder Insert(int index, float value)", insert),
        Method::new("System.Text.StringBuilder Insert(int index, double value)", insert),
        Method::new("System.Text.StringBuilder Insert(int index, decimal value)", insert),
        Method::new("System.Text.StringBuilder Insert(int index, ushort value)", insert),
        Method::new("System.Text.StringBuilder Insert(int index, uint value)", insert),
        Method::new("System.Text.StringBuilder Insert(int index, ulong value)", insert),
        Method::new("System.Text.StringBuilder Insert(int index, System.Object value)", insert),
        Method::new("System.Text.StringBuilder AppendFormat(string format, System.Object arg0)", append_format),
        Method::new(
            "System.Text.StringBuilder AppendFormat(string format, System.Object arg0, System.Object arg1)",
            append_format,
        ),
        Method::new(
            "System.Text.StringBuilder AppendFormat(string format, System.Object arg0, System.Object arg1, System.Object arg2)",
            append_format,
        ),
        Method::new(
            "System.Text.StringBuilder AppendFormat(string format, Params System.Object[] args)",
            append_format,
        ),
        Method::new(
            "System.Text.StringBuilder AppendFormat(System.IFormatProvider provider, string format, System.Object arg0)",
            append_format,
        ),
        Method::new(
            "System.Text.StringBuilder AppendFormat(System.IFormatProvider provider, string format, System.Object arg0, System.Object arg1)",
            append_format,
        ),
        Method::new(
            "System.Text.StringBuilder AppendFormat(System.IFormatProvider provider, string format, System.Object arg0, System.Object arg1, System.Object arg2)",
            append_format,
        ),
        Method::new(
            "System.Text.StringBuilder AppendFormat(System.IFormatProvider provider, string format, Params System.Object[] args)",
            append_format,
        ),
        Method::new("System.Text.StringBuilder Replace(string oldValue, string newValue)", replace),
        Method::new("bool Equals(System.Text.StringBuilder sb)", same_text),
        Method::new("char Chars(int index) {get;set;}", chars),
        Method::new(
            "System.Text.StringBuilder Replace(string oldValue, string newValue, int startIndex, int count)",
            replace,
        ),
        Method::new("System.Text.StringBuilder Replace(char oldChar, char newChar)", replace),
        Method::new(
            "System.Text.StringBuilder Replace(char oldChar, char newChar, int startIndex, int count)",
            replace,
        ),
    ],
    constructors: &[
        Method::new("System.Text.StringBuilder new()", new),
        Method::new("System.Text.StringBuilder new(int capacity)", new),
        Method::new("System.Text.StringBuilder new(string value)", new),
        Method::new("System.Text.StringBuilder new(string value, int capacity)", new),
        Method::new("System.Text.StringBuilder new(string value, int startIndex, int length, int capacity)", new),
        Method::new("System.Text.StringBuilder new(int capacity, int maxCapacity)", new),
    ],
    ..TypeTable::of(&known::STRING_BUILDER)
};

fn own(this: &Value) -> Outcome<&StringBuilder> {
    receiver::<StringBuilder>(this)
}

fn capacity(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let own = own(this)?;
    let mut capacity = own.capacity.get();
    while capacity < own.length() {
        capacity *= 2;
    }
    own.capacity.set(capacity);
    Ok(Value::Int(capacity as i32))
}

fn set_capacity(_env: &mut dyn Env, this: &Value, value: Value) -> Outcome<()> {
    let own = own(this)?;
    let wanted = usize::try_from(std::slice::from_ref(&value).int(0)).ok().filter(|wanted| *wanted >= own.length());
    let wanted = wanted.ok_or_else(|| fault::out_of_range("capacity was less than the current size.", "value"))?;
    own.capacity.set(wanted);
    Ok(())
}

fn max_capacity(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.most as i32))
}

fn length(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Int(own(this)?.length() as i32))
}

fn set_length(_env: &mut dyn Env, this: &Value, value: Value) -> Outcome<()> {
    let own = own(this)?;
    let wanted = std::slice::from_ref(&value).int(0);
    let length = own.length();
    match usize::try_from(wanted) {
        Err(_) => return Err(fault::negative("value", wanted.into())),
        Ok(wanted) if wanted < length => own.splice(wanted..length, ""),
        Ok(wanted) => own.push(&"\0".repeat(wanted - length)),
    }
    Ok(())
}

fn ensure_capacity(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let own = own(this)?;
    own.capacity.set(own.capacity.get().max(usize::try_from(arguments.int(0)).unwrap_or_default()));
    capacity(env, this)
}

fn to_string(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let text = own(this)?.snapshot();
    if arguments.is_empty() {
        return Ok(Value::Str(text));
    }
    let part = usize::try_from(arguments.int(0)).ok().zip(usize::try_from(arguments.int(1)).ok());
    part.and_then(|(start, length)| text.slice(start, length))
        .map(Value::Str)
        .ok_or_else(|| fault::out_of_range("Index and length must refer to a location within the string.", "length"))
}

fn clear(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    own(this)?.text.borrow_mut().clear();
    Ok(this.clone())
}

/// The characters of a `char[]` as text.
fn char_text(value: &Value) -> String {
    let items = super::arguments::items_of(value);
    let units: Vec<u16> = items.iter().filter_map(whole).filter_map(|unit| u16::try_from(unit).ok()).collect();
    String::from_utf16_lossy(&units)
}

/// A part of a text, from a start and of a length.
fn part(text: &str, start: i32, length: i32) -> Outcome<Str> {
    let range = usize::try_from(start).ok().zip(usize::try_from(length).ok());
    range.and_then(|(start, length)| Str::from(text).slice(start, length)).ok_or_else(fault::count_past_end)
}

/// The text that the arguments of `Append` and `Insert` mean.
fn piece(env: &mut dyn Env, arguments: &[Value]) -> Outcome<String> {
    let first = arguments.value(0);
    let text = match (&first, arguments.len()) {
        (Value::Char(unit), 2) => {
            let count = arguments.int(1);
            let count = usize::try_from(count).map_err(|_| fault::negative("repeatCount", count.into()))?;
            return Ok(String::from_utf16_lossy(&[*unit]).repeat(count));
        }
        (Value::Array(array), _) if array.element.is_native(&crate::value::types::CHAR) => char_text(&first),
        _ => convert::object_text(env, &first)?.to_string(),
    };
    match arguments.len() {
        3 => part(&text, arguments.int(1), arguments.int(2)).map(|part| part.to_string()),
        _ => Ok(text),
    }
}

fn append(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let text = piece(env, arguments)?;
    own(this)?.push(&text);
    Ok(this.clone())
}

fn append_line(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let own = own(this)?;
    own.push(&arguments.text(0));
    own.push("\n");
    Ok(this.clone())
}

fn append_format(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let provides = !matches!(arguments.first(), Some(Value::Str(_)));
    let culture = culture::of_provider(env, &if provides { arguments.value(0) } else { Value::Null });
    let rest = arguments.get(usize::from(provides)..).unwrap_or(&[]);
    let items = match rest.get(1..).unwrap_or(&[]) {
        [Value::Array(array)] => array.items.borrow().clone(),
        items => items.to_vec(),
    };
    let text = format::composite(env, &rest.text(0), &items, culture)?;
    own(this)?.push(&text);
    Ok(this.clone())
}

fn append_join(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let separator = convert::object_text(env, &arguments.value(0))?;
    let mut texts = Vec::new();
    for item in arguments.items(1) {
        texts.push(convert::object_text(env, &item)?.to_string());
    }
    own(this)?.push(&texts.join(&separator));
    Ok(this.clone())
}

fn copy_to(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let text = part(&own(this)?.snapshot(), arguments.int(0), arguments.int(3))?;
    let units = text.units().into_iter().map(Value::Char).collect();
    super::sequence::copy_to(units, &arguments.value(1), arguments.int(2))
}

fn insert(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let own = own(this)?;
    let at = usize::try_from(arguments.int(0)).ok().filter(|at| *at <= own.length()).ok_or_else(|| {
        fault::out_of_range(
            "Index was out of range. Must be non-negative and less than or equal to the size of the collection.",
            "index",
        )
    })?;
    let mut text = piece(env, arguments.get(1..2).unwrap_or(&[]))?;
    match arguments.len() {
        3 => text = text.repeat(usize::try_from(arguments.int(2)).unwrap_or_default()),
        4 => text = part(&text, arguments.int(2), arguments.int(3))?.to_string(),
        _ => {}
    }
    own.splice(at..at, &text);
    Ok(this.clone())
}

fn remove(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let own = own(this)?;
    let (start, count) = (arguments.int(0), arguments.int(1));
    if count < 0 {
        return Err(fault::negative("length", count.into()));
    }
    if start < 0 {
        return Err(fault::negative("startIndex", start.into()));
    }
    let (start, end) = (start as usize, start as usize + count as usize);
    if end > own.length() {
        return Err(fault::out_of_range(
            "Index was out of range. Must be non-negative and less than or equal to the size of the collection.",
            "length",
        ));
    }
    own.splice(start..end, "");
    Ok(this.clone())
}

fn replace(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let own = own(this)?;
    let text_of = |place: usize| match arguments.value(place) {
        Value::Char(unit) => String::from_utf16_lossy(&[unit]),
        _ => arguments.text(place).to_string(),
    };
    let (old, new) = (text_of(0), text_of(1));
    if old.is_empty() {
        return Err(fault::argument("The value cannot be an empty string.", "oldValue"));
    }
    let text = own.snapshot();
    let (start, count) = match arguments.len() {
        4 => (arguments.int(2), arguments.int(3)),
        _ => (0, text.utf16_len() as i32),
    };
    let changed = part(&text, start, count)?.replace(&old, &new);
    own.splice(start as usize..(start + count) as usize, &changed);
    Ok(this.clone())
}

fn same_text(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let other = arguments.value(0);
    let same = other.downcast::<StringBuilder>().map(StringBuilder::snapshot) == Some(own(this)?.snapshot());
    Ok(Value::Bool(same))
}

fn chars(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let unit = usize::try_from(arguments.int(0)).ok().and_then(|at| own(this).ok()?.snapshot().unit_at(at));
    unit.map(Value::Char)
        .ok_or_else(|| fault::raise(&INDEX_OUT_OF_RANGE_EXCEPTION, "Index was outside the bounds of the array."))
}

fn new(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    if let Some(Value::Int(capacity)) = arguments.first() {
        let wanted = usize::try_from(*capacity).map_err(|_| fault::negative("capacity", (*capacity).into()))?;
        let most = usize::try_from(arguments.int(1)).unwrap_or_default();
        let builder = StringBuilder::of(String::new(), wanted);
        return Ok(Value::native(StringBuilder { most: if most == 0 { builder.most } else { most }, ..builder }));
    }
    let text = match arguments.len() {
        4 => part(&arguments.text(0), arguments.int(1), arguments.int(2))?,
        _ => arguments.text(0),
    };
    let capacity =
        arguments.last().map_or(0, |last| usize::try_from(std::slice::from_ref(last).int(0)).unwrap_or_default());
    let capacity = capacity.max(text.utf16_len());
    Ok(Value::native(StringBuilder::of(text.to_string(), capacity)))
}
