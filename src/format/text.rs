//! The text of a value in a cell: by the current culture, collections in braces.

use super::cells::ELLIPSIS;
use super::expression::Expression;
use crate::text::format::{
    Piece, align, decimal_to_text, double_to_language_text, format_number, format_single, parse_composite,
    single_to_language_text,
};
use crate::text::{Culture, Number, Str, Symbol, TextError};
use crate::value::error::FORMAT_EXCEPTION;
use crate::value::{EnumValue, Env, Fault, Flow, Member, OtherMember, Outcome, PsObject, TypeRef, Value};

/// The number of items that are shown of a collection where `$FormatEnumerationLimit` does not say.
pub const DEFAULT_ENUMERATION_LIMIT: i32 = 4;

/// The culture that the session formats by.
pub fn culture(env: &dyn Env) -> &'static Culture {
    Culture::find(&env.culture_name()).unwrap_or_else(Culture::invariant)
}

/// How values become the text of cells.
#[derive(Clone, Copy)]
pub struct CellFormat<'a> {
    /// A format string such as `N2` or `{0:N2} %`.
    pub format: Option<&'a str>,
    /// Numbers with a fraction get the culture's number of digits, as in tables.
    pub fixed_fractions: bool,
    /// `$FormatEnumerationLimit`; negative for no limit.
    pub limit: i32,
}

impl CellFormat<'_> {
    /// Values as lists show them.
    pub fn plain(limit: i32) -> CellFormat<'static> {
        CellFormat { format: None, fixed_fractions: false, limit }
    }
}

/// What became of a cell.
pub enum CellText {
    Text(Str),
    /// The format string could not be used.
    BadFormat(Str),
}

/// The text of a value in a cell.
pub fn cell_text(env: &mut dyn Env, value: &Value, format: CellFormat) -> Outcome<CellText> {
    if let Some(pattern) = format.format.filter(|pattern| !pattern.is_empty()) {
        return match formatted(env, value, pattern) {
            Ok(text) => Ok(CellText::Text(text)),
            Err(Flow::Error(_)) => Ok(CellText::BadFormat(pattern.into())),
            Err(flow) => Err(flow),
        };
    }
    match smart_text(env, value, format) {
        Ok(text) => Ok(CellText::Text(text)),
        Err(Flow::Error(_)) => Ok(CellText::Text(Str::default())),
        Err(flow) => Err(flow),
    }
}

fn formatted(env: &mut dyn Env, value: &Value, pattern: &str) -> Outcome<Str> {
    if !pattern.contains("{0") && !pattern.contains('}') {
        return format_value(env, value, pattern);
    }
    let mut result = String::new();
    for piece in parse_composite(pattern).map_err(text_fault)? {
        match piece {
            Piece::Text(text) => result.push_str(&text),
            Piece::Hole { index: 0, alignment, format } => {
                let text = format_value(env, value, format.as_deref().unwrap_or(""))?;
                result.push_str(&align(&text, alignment));
            }
            Piece::Hole { .. } => return Err(text_fault(TextError::format("Index out of range."))),
        }
    }
    Ok(result.into())
}

fn text_fault(error: TextError) -> Flow {
    Fault::exception(&FORMAT_EXCEPTION, error.message).into()
}

/// `ToString(format)` by the current culture.
fn format_value(env: &mut dyn Env, value: &Value, format: &str) -> Outcome<Str> {
    if format.is_empty() {
        return display_text(env, value);
    }
    let culture = culture(env);
    if let Value::Single(n) = value.base() {
        return Ok(format_single(*n, format, culture).map_err(text_fault)?.into());
    }
    if let Some(number) = number_of(value) {
        return Ok(format_number(&number, format, culture).map_err(text_fault)?.into());
    }
    match value.base() {
        Value::Enum(value) => enum_text(value, format),
        Value::Native(native) => match native.data().format(env, format)? {
            Some(text) => Ok(text),
            None => display_text(env, value),
        },
        _ => display_text(env, value),
    }
}

fn enum_text(value: &EnumValue, format: &str) -> Outcome<Str> {
    match format {
        "g" | "G" | "f" | "F" => Ok(value.name()),
        "d" | "D" => Ok(value.value.to_string().into()),
        "x" | "X" => Ok(format!("{:08X}", value.value).into()),
        _ => Err(text_fault(TextError::format(
            "Format string can be only \"G\", \"g\", \"X\", \"x\", \"F\", \"f\", \"D\" or \"d\".",
        ))),
    }
}

fn number_of(value: &Value) -> Option<Number> {
    Some(match value.base() {
        Value::SByte(n) => Number::SByte(*n),
        Value::Byte(n) => Number::Byte(*n),
        Value::Int16(n) => Number::Int16(*n),
        Value::UInt16(n) => Number::UInt16(*n),
        Value::Int(n) => Number::Int32(*n),
        Value::UInt32(n) => Number::UInt32(*n),
        Value::Long(n) => Number::Int64(*n),
        Value::UInt64(n) => Number::UInt64(*n),
        Value::Double(n) => Number::Double(*n),
        Value::Decimal(n) => Number::Decimal(**n),
        Value::BigInt(n) => Number::BigInt((**n).clone()),
        _ => return None,
    })
}

/// The text without a format string: collections as `{a, b, c…}`.
fn smart_text(env: &mut dyn Env, value: &Value, format: CellFormat) -> Outcome<Str> {
    if let Some(items) = enumerated(value) {
        return braces(env, &items, format.limit);
    }
    if format.fixed_fractions {
        match value.base() {
            Value::Single(n) => return Ok(format_single(*n, "F", culture(env)).map_err(text_fault)?.into()),
            Value::Double(_) | Value::Decimal(_) => return format_value(env, value, "F"),
            _ => {}
        }
    }
    display_text(env, value)
}

fn braces(env: &mut dyn Env, items: &[Value], limit: i32) -> Outcome<Str> {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let mut text = String::from("{");
    for (i, item) in items.iter().enumerate() {
        if i == limit {
            text.push_str(ELLIPSIS);
            break;
        }
        if i > 0 {
            text.push_str(", ");
        }
        text.push_str(&item_text(env, item)?);
    }
    text.push('}');
    Ok(text.into())
}

/// An item of a collection: its own text, or its name where its class has none.
fn item_text(env: &mut dyn Env, item: &Value) -> Outcome<Str> {
    if item.is_null() {
        return Ok("$null".into());
    }
    if let Value::Instance(_) = item
        && !env.has_method(item, "ToString")
        && let Some(name) = display_name(env, item)?
    {
        return Ok(name);
    }
    display_text(env, item)
}

/// The value of the property that names an object best, if it has one.
fn display_name(env: &mut dyn Env, object: &Value) -> Outcome<Option<Str>> {
    let Some(expression) = name_expression(env, object) else { return Ok(None) };
    let value = env.get_property(object, Symbol::new(&expression))?;
    Ok(Some(display_text(env, &value)?))
}

/// The property that names an object: the first that is called name, id or key, or ends so.
pub fn name_expression(env: &mut dyn Env, object: &Value) -> Option<Str> {
    let names = env.property_names(object);
    ["name", "id", "key", "*key", "*name", "*id"]
        .into_iter()
        .find_map(|pattern| Expression::matching(&names, pattern).into_iter().next())
}

/// The items of a value that formatting looks into; dictionaries give their entries. `None` for a single thing.
pub fn enumerated(value: &Value) -> Option<Vec<Value>> {
    match value.base() {
        Value::Array(array) => Some(array.items.borrow().clone()),
        Value::Table(table) => Some(table.pairs().into_iter().map(|(key, value)| table_entry(key, value)).collect()),
        Value::Native(native) => native.data().items(),
        Value::Instance(instance) => instance.native_base().and_then(|native| native.data().items()),
        _ => None,
    }
}

fn table_entry(key: Value, value: Value) -> Value {
    Value::native(super::entry::DictionaryEntry { key, value })
}

/// What `ToString()` gives by the current culture; empty for null.
pub fn display_text(env: &mut dyn Env, value: &Value) -> Outcome<Str> {
    text_of(env, value, true)
}

/// `whole` is false inside another object's text, where collections and custom objects are not opened.
fn text_of(env: &mut dyn Env, value: &Value, whole: bool) -> Outcome<Str> {
    if has_own_text(value) {
        let text = env.call_method(value, "ToString", &[])?;
        return text_of(env, &text, false);
    }
    Ok(match value {
        Value::Null | Value::Void => Str::default(),
        Value::Str(text) => text.clone(),
        Value::Bool(b) => if *b { "True" } else { "False" }.into(),
        Value::Char(unit) => String::from_utf16_lossy(&[*unit]).into(),
        Value::SByte(n) => n.to_string().into(),
        Value::Byte(n) => n.to_string().into(),
        Value::Int16(n) => n.to_string().into(),
        Value::UInt16(n) => n.to_string().into(),
        Value::Int(n) => n.to_string().into(),
        Value::UInt32(n) => n.to_string().into(),
        Value::Long(n) => n.to_string().into(),
        Value::UInt64(n) => n.to_string().into(),
        Value::Single(n) => single_to_language_text(*n, culture(env)).into(),
        Value::Double(n) => double_to_language_text(*n, culture(env)).into(),
        Value::Decimal(n) => decimal_to_text(n, culture(env)).into(),
        Value::BigInt(n) => n.to_string().into(),
        Value::Enum(value) => value.name(),
        Value::Type(ty) => ty.full_name().into(),
        Value::Array(array) if whole => {
            let items = array.items.borrow().clone();
            joined(env, &items)?
        }
        Value::Array(array) => array.type_ref().full_name().into(),
        Value::Table(table) => table.type_ref().full_name().into(),
        Value::Object(object) => match object.base() {
            Some(base) => text_of(env, base, whole)?,
            None if whole => object_text(env, value, object)?,
            None => Str::default(),
        },
        Value::Instance(instance) => {
            if env.has_method(value, "ToString") {
                let text = env.call_method(value, "ToString", &[])?;
                return text_of(env, &text, false);
            }
            match instance.native_base() {
                Some(native) => text_of(env, &Value::Native(native.clone()), whole)?,
                None => instance.ty.name.clone(),
            }
        }
        Value::Native(native) => match native.data().items() {
            Some(items) if whole && !is_dictionary(&native.type_ref()) => joined(env, &items)?,
            _ => match native.data().text(env)? {
                Some(text) => text,
                None => native.type_ref().full_name().into(),
            },
        },
    })
}

fn is_dictionary(ty: &TypeRef) -> bool {
    ty.is(&TypeRef::Native(&crate::value::types::I_DICTIONARY))
}

/// Whether a script gave this very object a `ToString` method.
fn has_own_text(value: &Value) -> bool {
    value
        .extra()
        .and_then(|extra| extra.member(Symbol::new("ToString")))
        .is_some_and(|member| matches!(member, Member::Other(other) if matches!(&*other, OtherMember::Method(_))))
}

fn joined(env: &mut dyn Env, items: &[Value]) -> Outcome<Str> {
    let mut text = String::new();
    for (i, item) in items.iter().enumerate() {
        if i > 0 {
            text.push(' ');
        }
        text.push_str(&text_of(env, item, false)?);
    }
    Ok(text.into())
}

/// `@{Name=value; …}`
fn object_text(env: &mut dyn Env, value: &Value, object: &PsObject) -> Outcome<Str> {
    let names: Vec<Str> = object
        .extra
        .read(|parts| {
            parts.members.iter().filter(|(_, member)| member.is_property()).map(|(name, _)| name.clone()).collect()
        })
        .unwrap_or_default();
    if names.is_empty() {
        return Ok(Str::default());
    }
    let mut text = String::from("@{");
    for (i, name) in names.iter().enumerate() {
        if i > 0 {
            text.push_str("; ");
        }
        let property = env.get_property(value, Symbol::new(name)).or_else(no_value)?;
        text.push_str(name);
        text.push('=');
        text.push_str(&text_of(env, &property, false)?);
    }
    text.push('}');
    Ok(text.into())
}

fn no_value(flow: Flow) -> Outcome<Value> {
    match flow {
        Flow::Error(_) => Ok(Value::Null),
        flow => Err(flow),
    }
}

/// A number by a format string and the current culture.
pub fn number_text(env: &dyn Env, number: &Number, format: &str) -> String {
    format_number(number, format, culture(env)).unwrap_or_default()
}
