//! `$PSStyle`: the sequences for colours and other looks, which scripts use and change.

use super::string_decorated;
use crate::text::{Str, Symbol};
use crate::types::enums::{OUTPUT_RENDERING, PROGRESS_VIEW};
use crate::types::{Method, TypeTable};
use crate::value::types::OBJECT;
use crate::value::{EnumValue, Env, Native, NativeType, Outcome, TypeRef, Value, convert};
use std::cell::RefCell;

static PS_STYLE: NativeType = NativeType::class("System.Management.Automation.PSStyle", &OBJECT);
static FORMATTING_DATA: NativeType = NativeType::class("System.Management.Automation.PSStyle+FormattingData", &OBJECT);
static PROGRESS_CONFIGURATION: NativeType =
    NativeType::class("System.Management.Automation.PSStyle+ProgressConfiguration", &OBJECT);
static FOREGROUND_COLOR: NativeType =
    NativeType::class("System.Management.Automation.PSStyle+ForegroundColor", &OBJECT);
static BACKGROUND_COLOR: NativeType =
    NativeType::class("System.Management.Automation.PSStyle+BackgroundColor", &OBJECT);
static FILE_INFO_FORMATTING: NativeType =
    NativeType::class("System.Management.Automation.PSStyle+FileInfoFormatting", &OBJECT);
/// The types of this object and of what it decorates, for `types::register`.
pub static TYPES: &[&TypeTable] = &[&STYLE_TABLE, &FOREGROUND_TABLE, &BACKGROUND_TABLE, &string_decorated::TABLE];

static STYLE_TABLE: TypeTable = TypeTable {
    methods: &[Method::new("string FormatHyperlink(string text, uri link)", hyperlink)],
    ..TypeTable::of(&PS_STYLE)
};
static FOREGROUND_TABLE: TypeTable = TypeTable {
    methods: &[
        Method::new("string FromRgb(byte red, byte green, byte blue)", |env, _, arguments| rgb(env, 38, arguments)),
        Method::new("string FromRgb(int rgb)", |env, _, arguments| packed_rgb(env, 38, arguments)),
    ],
    ..TypeTable::of(&FOREGROUND_COLOR)
};
static BACKGROUND_TABLE: TypeTable = TypeTable {
    methods: &[
        Method::new("string FromRgb(byte red, byte green, byte blue)", |env, _, arguments| rgb(env, 48, arguments)),
        Method::new("string FromRgb(int rgb)", |env, _, arguments| packed_rgb(env, 48, arguments)),
    ],
    ..TypeTable::of(&BACKGROUND_COLOR)
};

/// `$PSStyle` or a part of it: named values.
pub struct PsStyle {
    ty: &'static NativeType,
    entries: RefCell<Vec<(&'static str, Value)>>,
}

impl PsStyle {
    /// `$PSStyle`; `plain` where the terminal or the user wants no colours.
    pub fn value(plain: bool) -> Value {
        let rendering = EnumValue::native(&OUTPUT_RENDERING, i64::from(plain));
        let mut entries = vec![("OutputRendering", rendering), ("AutoSizeDefaultFormatting", Value::Bool(false))];
        entries.extend(sequences(LOOKS));
        entries.extend([
            ("Formatting", part(&FORMATTING_DATA, sequences(FORMATTING))),
            ("Progress", part(&PROGRESS_CONFIGURATION, progress())),
            ("Foreground", part(&FOREGROUND_COLOR, colours(30, 90))),
            ("Background", part(&BACKGROUND_COLOR, colours(40, 100))),
            ("FileInfo", part(&FILE_INFO_FORMATTING, sequences(FILE_INFO))),
        ]);
        part(&PS_STYLE, entries)
    }

    fn get(&self, name: &str) -> Option<Value> {
        let entries = self.entries.borrow();
        entries.iter().find(|(own, _)| own.eq_ignore_ascii_case(name)).map(|(_, value)| value.clone())
    }

    /// A sequence of `$PSStyle.Formatting`.
    pub fn formatting(&self, name: &str) -> Option<Str> {
        let formatting = self.get("Formatting")?;
        formatting.downcast::<PsStyle>()?.get(name)?.as_str().cloned()
    }

    /// `OutputRendering`: 0 as the host says, 1 without colours, 2 with colours.
    pub fn rendering(&self) -> i64 {
        match self.get("OutputRendering") {
            Some(Value::Enum(rendering)) => rendering.value,
            _ => 0,
        }
    }
}

impl Native for PsStyle {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(self.ty)
    }

    fn dynamic_property(&self, name: &str) -> Option<Value> {
        self.get(name)
    }

    fn set_dynamic_property(&self, env: &mut dyn Env, name: &str, value: &Value) -> Option<Outcome<()>> {
        let old = self.get(name)?;
        let converted = match old.type_ref() {
            Some(ty) => convert::convert(env, value, &ty),
            None => Ok(value.clone()),
        };
        Some(converted.map(|value| {
            let mut entries = self.entries.borrow_mut();
            if let Some(entry) = entries.iter_mut().find(|(own, _)| own.eq_ignore_ascii_case(name)) {
                entry.1 = value;
            }
        }))
    }

    fn dynamic_properties(&self) -> Vec<Str> {
        self.entries.borrow().iter().map(|(name, _)| Str::from(*name)).collect()
    }
}

fn part(ty: &'static NativeType, entries: Vec<(&'static str, Value)>) -> Value {
    Value::native(PsStyle { ty, entries: RefCell::new(entries) })
}

fn sequences(codes: &[(&'static str, &str)]) -> Vec<(&'static str, Value)> {
    codes.iter().map(|(name, code)| (*name, Value::from(format!("\x1b[{code}m")))).collect()
}

fn progress() -> Vec<(&'static str, Value)> {
    vec![
        ("Style", Value::from("\x1b[33;1m")),
        ("MaxWidth", Value::Int(120)),
        ("View", EnumValue::native(&PROGRESS_VIEW, 0)),
        ("UseOSCIndicator", Value::Bool(false)),
    ]
}

/// The eight colours from a code on, and their bright kin.
fn colours(first: usize, first_bright: usize) -> Vec<(&'static str, Value)> {
    let dark = COLOURS.iter().enumerate().map(|(i, names)| (names.0, first + i));
    let bright = COLOURS.iter().enumerate().map(|(i, names)| (names.1, first_bright + i));
    dark.chain(bright).map(|(name, code)| (name, Value::from(format!("\x1b[{code}m")))).collect()
}

const COLOURS: [(&str, &str); 8] = [
    ("Black", "BrightBlack"),
    ("Red", "BrightRed"),
    ("Green", "BrightGreen"),
    ("Yellow", "BrightYellow"),
    ("Blue", "BrightBlue"),
    ("Magenta", "BrightMagenta"),
    ("Cyan", "BrightCyan"),
    ("White", "BrightWhite"),
];

const LOOKS: &[(&str, &str)] = &[
    ("Reset", "0"),
    ("BlinkOff", "25"),
    ("Blink", "5"),
    ("BoldOff", "22"),
    ("Bold", "1"),
    ("DimOff", "22"),
    ("Dim", "2"),
    ("Hidden", "8"),
    ("HiddenOff", "28"),
    ("Reverse", "7"),
    ("ReverseOff", "27"),
    ("ItalicOff", "23"),
    ("Italic", "3"),
    ("UnderlineOff", "24"),
    ("Underline", "4"),
    ("StrikethroughOff", "29"),
    ("Strikethrough", "9"),
];

const FORMATTING: &[(&str, &str)] = &[
    ("FormatAccent", "32;1"),
    ("TableHeader", "32;1"),
    ("CustomTableHeaderLabel", "32;1;3"),
    ("ErrorAccent", "36;1"),
    ("Error", "31;1"),
    ("Warning", "33;1"),
    ("Verbose", "33;1"),
    ("Debug", "33;1"),
    ("FeedbackName", "33"),
    ("FeedbackText", "96"),
    ("FeedbackAction", "97"),
];

const FILE_INFO: &[(&str, &str)] = &[("Directory", "44;1"), ("SymbolicLink", "36;1"), ("Executable", "32;1")];

fn hyperlink(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let mut texts = Vec::with_capacity(2);
    for argument in arguments {
        let uri = env.get_property(argument, Symbol::new("AbsoluteUri"))?;
        let shown = if uri.is_null() { argument } else { &uri };
        texts.push(convert::to_text(env, shown)?);
    }
    match texts.as_slice() {
        [text, link] => Ok(Value::from(format!("\x1b]8;;{link}\x1b\\{text}\x1b]8;;\x1b\\"))),
        _ => Ok(Value::Null),
    }
}

fn rgb(env: &mut dyn Env, code: u8, arguments: &[Value]) -> Outcome<Value> {
    let mut parts = Vec::with_capacity(3);
    for argument in arguments {
        parts.push(convert::to_text(env, argument)?.to_string());
    }
    Ok(Value::from(format!("\x1b[{code};2;{}m", parts.join(";"))))
}

fn packed_rgb(_env: &mut dyn Env, code: u8, arguments: &[Value]) -> Outcome<Value> {
    let Some(Value::Int(packed)) = arguments.first() else { return Ok(Value::Null) };
    let [_, red, green, blue] = packed.to_be_bytes();
    Ok(Value::from(format!("\x1b[{code};2;{red};{green};{blue}m")))
}
