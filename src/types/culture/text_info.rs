//! `System.Globalization.TextInfo`.

use crate::text::Culture;
use crate::text::Str;
use crate::text::chars::{self, Casing};
use crate::types::arguments::Arguments;
use crate::types::invoke::receiver;
use crate::types::table::{Method, Property, TypeTable};
use crate::types::{known, object};
use crate::value::types::TypeRef;
use crate::value::{Env, Native, Outcome, Value};

/// How a culture changes the case of letters.
struct TextInfo(&'static Culture);

impl Native for TextInfo {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&known::TEXT_INFO)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(Str::from(format!("TextInfo - {}", self.0.name))))
    }

    fn content_key(&self) -> Option<Str> {
        Some(Str::from(self.0.name))
    }
}

/// The case rules of a culture as a value.
pub(super) fn value(culture: &'static Culture) -> Value {
    Value::native(TextInfo(culture))
}

fn own(this: &Value) -> Outcome<&'static Culture> {
    receiver::<TextInfo>(this).map(|info| info.0)
}

pub(super) static TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("ANSICodePage", "int", |_, _| Ok(Value::Int(1252))),
        Property::new("CultureName", "string", |_, this| Ok(Value::from(own(this)?.name))),
        Property::new("EBCDICCodePage", "int", |_, _| Ok(Value::Int(37))),
        Property::new("IsReadOnly", "bool", |_, _| Ok(Value::Bool(true))),
        Property::new("IsRightToLeft", "bool", |_, _| Ok(Value::Bool(false))),
        Property::new("LCID", "int", |_, this| Ok(Value::Int(own(this)?.lcid))),
        Property::new("ListSeparator", "string", |_, this| Ok(Value::from(own(this)?.list_separator))),
        Property::new("MacCodePage", "int", |_, _| Ok(Value::Int(10000))),
        Property::new("OEMCodePage", "int", |_, _| Ok(Value::Int(437))),
    ],
    methods: &[
        Method::new("System.Object Clone()", |_, this, _| Ok(this.clone())),
        Method::new("bool Equals(System.Object obj)", object::equals),
        Method::new("int GetHashCode()", object::get_hash_code),
        Method::new("char ToLower(char c)", |_, this, arguments| {
            Ok(changed(arguments, |c| chars::to_lower(c, casing(this))))
        }),
        Method::new("string ToLower(string str)", |_, this, arguments| {
            Ok(Value::from(chars::lower(&arguments.needed_text(0, "str")?, casing(this))))
        }),
        Method::new("string ToString()", object::to_string),
        Method::new("string ToTitleCase(string str)", |_, _, arguments| {
            Ok(Value::from(chars::title(&arguments.needed_text(0, "str")?)))
        }),
        Method::new("char ToUpper(char c)", |_, this, arguments| {
            Ok(changed(arguments, |c| chars::to_upper(c, casing(this))))
        }),
        Method::new("string ToUpper(string str)", |_, this, arguments| {
            Ok(Value::from(chars::upper(&arguments.needed_text(0, "str")?, casing(this))))
        }),
    ],
    ..TypeTable::of(&known::TEXT_INFO)
};

fn casing(this: &Value) -> Casing {
    match own(this) {
        Ok(culture) if culture.is_invariant() => Casing::Invariant,
        _ => Casing::Culture,
    }
}

fn changed(arguments: &[Value], change: impl Fn(char) -> char) -> Value {
    let unit = arguments.unit(0);
    let changed = char::from_u32(u32::from(unit)).map(change).and_then(|c| u16::try_from(u32::from(c)).ok());
    Value::Char(changed.unwrap_or(unit))
}
