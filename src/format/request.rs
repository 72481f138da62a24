//! What a `Format-*` cmdlet was asked for, and how property arguments are read.

use super::expression::Expression;
use super::record::{Align, ShapeKind};
use crate::text::Str;
use crate::text::wildcard::contains_wildcards;
use crate::value::error::NOT_SUPPORTED_EXCEPTION;
use crate::value::types::{INT32, SCRIPT_BLOCK, STRING};
use crate::value::{ErrorCategory, ErrorRecord, Exception, Flow, NativeType, Outcome, Table, TypeRef, Value};
use std::rc::Rc;

/// The deepest level that `Format-Custom` opens by itself.
pub const DEFAULT_DEPTH: usize = 5;

/// The parameters of `Format-Table`, `-List`, `-Wide` and `-Custom`.
#[derive(Default)]
pub struct FormatRequest {
    /// The properties to show; empty leaves the choice to the object.
    pub properties: Vec<Parameter>,
    pub group_by: Option<Parameter>,
    /// The name of a view.
    pub view: Option<Str>,
    /// Objects that print as text are laid out as well.
    pub force: bool,
    pub auto_size: Option<bool>,
    pub repeat_header: bool,
    pub hide_header: Option<bool>,
    pub wrap: Option<bool>,
    /// The number of columns of a wide layout.
    pub columns: Option<usize>,
    /// How deep a custom layout opens objects.
    pub depth: Option<usize>,
    /// Failing expressions give error records among the output.
    pub show_error: bool,
    /// Failing expressions give `#ERR` in their cell.
    pub display_error: bool,
    pub expand: Option<Expansion>,
}

/// What is shown of an object that is a collection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expansion {
    CoreOnly,
    EnumOnly,
    Both,
}

impl Expansion {
    pub fn parse(name: &str) -> Option<Expansion> {
        [("CoreOnly", Expansion::CoreOnly), ("EnumOnly", Expansion::EnumOnly), ("Both", Expansion::Both)]
            .into_iter()
            .find(|(own, _)| own.eq_ignore_ascii_case(name))
            .map(|(_, expansion)| expansion)
    }
}

/// A property with what a hash table says of it.
#[derive(Clone)]
pub struct Parameter {
    pub expression: Expression,
    pub label: Option<Str>,
    pub format: Option<Str>,
    /// In cells.
    pub width: Option<usize>,
    pub align: Align,
    pub depth: Option<usize>,
    /// Of a sort key.
    pub ascending: Option<bool>,
    pub descending: Option<bool>,
}

/// Which keys a hash table may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterKind {
    Shape(ShapeKind),
    GroupBy,
    /// The properties of `Select-Object`.
    Select,
    /// The keys of `Sort-Object`.
    Sort,
    /// The keys of `Group-Object` and `Compare-Object`.
    Group,
}

/// A key of a property's hash table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Key {
    Expression,
    FormatString,
    Width,
    Alignment,
    Label,
    Depth,
    Name,
    Ascending,
    Descending,
}

impl Key {
    fn name(self) -> &'static str {
        match self {
            Key::Expression => "expression",
            Key::FormatString => "formatString",
            Key::Width => "width",
            Key::Alignment => "alignment",
            Key::Label => "label",
            Key::Depth => "depth",
            Key::Name => "name",
            Key::Ascending => "ascending",
            Key::Descending => "descending",
        }
    }

    fn types(self) -> &'static [&'static NativeType] {
        static EXPRESSION: [&NativeType; 2] = [&STRING, &SCRIPT_BLOCK];
        static TEXT: [&NativeType; 1] = [&STRING];
        static NUMBER: [&NativeType; 1] = [&INT32];
        match self {
            Key::Expression => &EXPRESSION,
            Key::FormatString | Key::Alignment | Key::Label | Key::Name => &TEXT,
            Key::Width | Key::Depth => &NUMBER,
            Key::Ascending | Key::Descending => &[],
        }
    }

    /// Whether a word stands for this key: a beginning of its name, whatever the case.
    fn matches(self, word: &str) -> bool {
        let begins = |name: &str| name.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
        begins(self.name()) || (self == Key::Label && begins("name")) || (self == Key::Name && begins("label"))
    }
}

impl ParameterKind {
    fn keys(self) -> &'static [Key] {
        match self {
            ParameterKind::Shape(ShapeKind::Table) => {
                &[Key::Expression, Key::FormatString, Key::Width, Key::Alignment, Key::Label]
            }
            ParameterKind::Shape(ShapeKind::List) | ParameterKind::GroupBy => {
                &[Key::Expression, Key::FormatString, Key::Label]
            }
            ParameterKind::Shape(ShapeKind::Wide) => &[Key::Expression, Key::FormatString],
            ParameterKind::Shape(ShapeKind::Custom) => &[Key::Expression, Key::Depth],
            ParameterKind::Select => &[Key::Expression, Key::Name],
            ParameterKind::Sort => &[Key::Expression, Key::Ascending, Key::Descending],
            ParameterKind::Group => &[Key::Expression],
        }
    }

    fn key(self, word: &str) -> Outcome<Key> {
        let mut matching = self.keys().iter().filter(|key| key.matches(word));
        match (matching.next(), matching.next()) {
            (Some(key), None) => Ok(*key),
            (Some(first), Some(second)) => Err(fault(
                "DictionaryKeyAmbiguous",
                format!("The {word} key is ambiguous; {} and {} conflict.", first.name(), second.name()),
            )),
            (None, _) => Err(fault("DictionaryKeyIllegal", format!("The {word} key is not valid."))),
        }
    }

    /// Reads property arguments: names, script blocks and hash tables.
    ///
    /// # Errors
    /// The errors of PowerShell's `Format-*` cmdlets for arguments of another type and for bad hash tables.
    pub fn parse(self, arguments: &[Value]) -> Outcome<Vec<Parameter>> {
        let mut from_table = false;
        let mut parameters = Vec::with_capacity(arguments.len());
        for argument in arguments {
            let mut parameter = Parameter::of(Expression::Name(Str::default()));
            match argument.base() {
                Value::Table(table) => {
                    from_table = true;
                    self.read_table(table, &mut parameter)?;
                }
                value if is_one_of(value, Key::Expression.types()) => {
                    parameter.expression = expression(value, from_table)?;
                }
                value => return Err(unknown_type(value)),
            }
            parameters.push(parameter);
        }
        Ok(parameters)
    }

    fn read_table(self, table: &Table, parameter: &mut Parameter) -> Outcome {
        let mut seen: Vec<Key> = Vec::new();
        for (key, value) in table.pairs() {
            let Some(word) = key.as_str() else {
                let name = key.type_ref().map_or_else(String::new, |ty| ty.short_name());
                return Err(fault(
                    "DictionaryKeyNonString",
                    format!("The {name} key type is not valid. The key must be a string."),
                ));
            };
            let key = self.key(word)?;
            if seen.contains(&key) {
                return Err(fault(
                    "DictionaryKeyDuplicate",
                    format!("The duplicated key \"{word}\" conflicts with \"{}\".", key.name()),
                ));
            }
            seen.push(key);
            check_type(word, key, &value)?;
            parameter.set(key, &value)?;
        }
        if !seen.contains(&Key::Expression) {
            return Err(fault("DictionaryKeyMandatoryEntry", "A mandatory entry for expression is missing.".into()));
        }
        Ok(())
    }
}

impl Parameter {
    pub fn of(expression: Expression) -> Parameter {
        Parameter {
            expression,
            label: None,
            format: None,
            width: None,
            align: Align::Undefined,
            depth: None,
            ascending: None,
            descending: None,
        }
    }

    fn set(&mut self, key: Key, value: &Value) -> Outcome {
        let text = value.as_str().cloned().unwrap_or_default();
        match key {
            Key::Expression => self.expression = expression(value, true)?,
            Key::Label | Key::Name => self.label = Some(text),
            Key::Ascending => self.ascending = Some(is_true(value)),
            Key::Descending => self.descending = Some(is_true(value)),
            Key::FormatString if text.is_empty() => {
                return Err(fault(
                    "FormatStringEmpty",
                    "Cannot have an empty formatting string for key \"formatString\".".into(),
                ));
            }
            Key::FormatString => self.format = Some(text),
            Key::Alignment => self.align = alignment(&text)?,
            Key::Width => match number(value) {
                Some(width) if width > 0 => self.width = usize::try_from(width).ok(),
                width => {
                    let width = width.unwrap_or_default();
                    return Err(fault(
                        "WidthOutOfRange",
                        format!("The value \"{width}\" for key \"width\" should be greater than 0."),
                    ));
                }
            },
            Key::Depth => self.depth = number(value).map(|depth| usize::try_from(depth).unwrap_or(0)),
        }
        Ok(())
    }
}

/// The truth of a flag in a hash table.
fn is_true(value: &Value) -> bool {
    match value.base() {
        Value::Null | Value::Void | Value::Bool(false) | Value::Int(0) => false,
        Value::Str(text) => !text.is_empty(),
        _ => true,
    }
}

fn number(value: &Value) -> Option<i32> {
    match value.base() {
        Value::Int(n) => Some(*n),
        _ => None,
    }
}

fn alignment(word: &str) -> Outcome<Align> {
    [("left", Align::Left), ("center", Align::Center), ("right", Align::Right)]
        .into_iter()
        .find(|(name, _)| {
            !word.is_empty() && name.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
        })
        .map(|(_, align)| align)
        .ok_or_else(|| {
            fault(
                "AlignmentIllegalValue",
                format!(
                    "The value \"{word}\" for key \"alignment\" is not valid; valid values are {{left, center, right}}."
                ),
            )
        })
}

fn expression(value: &Value, from_table: bool) -> Outcome<Expression> {
    match value.as_str() {
        None => Ok(Expression::Script(value.base().clone())),
        Some(name) if name.is_empty() && from_table => {
            Err(fault("ExpressionEmptyString1", "The \"expression\" key cannot have an empty string value.".into()))
        }
        Some(name) if name.is_empty() => {
            Err(fault("ExpressionEmptyString2", "An empty string value is not allowed.".into()))
        }
        Some(name) => Ok(Expression::Name(name.clone())),
    }
}

/// Whether a property argument has wildcards.
pub fn is_pattern(argument: &Value) -> bool {
    argument.as_str().is_some_and(|name| contains_wildcards(name))
}

fn is_one_of(value: &Value, types: &[&'static NativeType]) -> bool {
    value.type_ref().is_some_and(|own| types.iter().any(|ty| own.is(&TypeRef::Native(ty))))
}

fn check_type(word: &str, key: Key, value: &Value) -> Outcome {
    if key.types().is_empty() {
        return Ok(());
    }
    if value.is_null() {
        return Err(fault("DictionaryKeyMissingValue", format!("The {word} key has no value.")));
    }
    if is_one_of(value, key.types()) {
        return Ok(());
    }
    let own = value.type_ref().map_or_else(String::new, |ty| ty.full_name());
    match key.types() {
        [only] => Err(fault(
            "DictionaryKeyIllegalValue2",
            format!("The \"{word}\" key has a type, {own}, that is not valid; expected type is {}.", only.name),
        )),
        types => Err(fault(
            "DictionaryKeyIllegalValue1",
            format!("The \"{word}\" key has a type, {own}, that is not valid; expected types are {}.", braces(types)),
        )),
    }
}

fn unknown_type(value: &Value) -> Flow {
    let types = braces(Key::Expression.types());
    let message = match value.type_ref() {
        Some(own) => format!("Cannot convert {} to one of the following types {types}.", own.full_name()),
        None => format!("The value of a parameter was null; one of the following types was expected: {types}."),
    };
    fault("DictionaryKeyUnknownType", message)
}

fn braces(types: &[&'static NativeType]) -> String {
    let names: Vec<&str> = types.iter().map(|ty| ty.name).collect();
    format!("{{{}}}", names.join(", "))
}

fn fault(id: &str, message: String) -> Flow {
    let exception = Value::native(Exception::new(&NOT_SUPPORTED_EXCEPTION, "Specified method is not supported."));
    let record = ErrorRecord::new(exception, id, ErrorCategory::InvalidArgument, Value::Null);
    record.details.replace(Some(message.into()));
    Flow::Error(Rc::new(record))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::TableKind;

    const TABLE: ParameterKind = ParameterKind::Shape(ShapeKind::Table);

    fn table(pairs: &[(&str, Value)]) -> Value {
        let table = Table::new(TableKind::Hashtable);
        for (key, value) in pairs {
            table.set((*key).into(), value.clone());
        }
        Value::Table(Rc::new(table))
    }

    fn message(result: Outcome<Vec<Parameter>>) -> String {
        match result {
            Err(Flow::Error(record)) => format!("{}: {}", record.id, record.message()),
            _ => String::new(),
        }
    }

    #[test]
    fn keys_may_be_abbreviated_and_label_is_name() {
        let parsed = TABLE.parse(&[table(&[("n", "A".into()), ("e", "B".into()), ("w", 5.into()), ("a", "r".into())])]);
        let parsed = parsed.ok().and_then(|mut list| list.pop()).expect("a parameter");
        assert_eq!(parsed.label.as_deref(), Some("A"));
        assert_eq!(parsed.width, Some(5));
        assert_eq!(parsed.align, Align::Right);
    }

    #[test]
    fn bad_tables_are_refused_with_powershells_messages() {
        let zed = table(&[("zed", "A".into()), ("e", "B".into())]);
        assert_eq!(message(TABLE.parse(&[zed])), "DictionaryKeyIllegal: The zed key is not valid.");
        let five = table(&[("e", 5.into())]);
        assert_eq!(
            message(TABLE.parse(&[five])),
            "DictionaryKeyIllegalValue1: The \"e\" key has a type, System.Int32, that is not valid; expected types are \
             {System.String, System.Management.Automation.ScriptBlock}."
        );
        assert_eq!(
            message(TABLE.parse(&[Value::Int(3)])),
            "DictionaryKeyUnknownType: Cannot convert System.Int32 to one of the following types {System.String, \
             System.Management.Automation.ScriptBlock}."
        );
    }
}
