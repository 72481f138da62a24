//! `System.Globalization.CultureInfo`: a language and region with its conventions.

mod calendar;
mod comparing;
mod date_format;
mod number_format;
mod text_info;

use super::arguments::{Arguments, typed_array};
use super::invoke::receiver;
use super::table::{Method, Property, StaticProperty, TypeTable};
use super::{enums, exceptions, fault, known, object};
use crate::text::{Culture, Str};
use crate::value::types::TypeRef;
use crate::value::{EnumValue, Env, Native, Outcome, Value, convert};

/// A culture.
pub struct CultureInfo(pub &'static Culture);

impl Native for CultureInfo {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&known::CULTURE_INFO)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(Str::from(self.0.name)))
    }

    fn content_key(&self) -> Option<Str> {
        Some(Str::from(self.0.name))
    }
}

/// The culture of a format provider; null and unknown providers stand for the current culture.
pub(super) fn of_provider(env: &dyn Env, provider: &Value) -> &'static Culture {
    if let Some(culture) = provider.downcast::<CultureInfo>() {
        return culture.0;
    }
    number_format::of(provider).or_else(|| date_format::of(provider)).unwrap_or_else(|| convert::current_culture(env))
}

/// The culture of the argument at a place; the current one where there is no such argument.
pub(super) fn of_argument(env: &dyn Env, arguments: &[Value], place: usize) -> &'static Culture {
    of_provider(env, &arguments.value(place))
}

pub(super) static TABLES: &[&TypeTable] = &[
    &TABLE,
    &calendar::CALENDAR,
    &calendar::GREGORIAN,
    &calendar::ISO_WEEK,
    &comparing::TABLE,
    &date_format::TABLE,
    &number_format::TABLE,
    &text_info::TABLE,
];

static TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("Calendar", "System.Globalization.Calendar", |_, this| Ok(calendar::value(own(this)?))),
        Property::new("CompareInfo", "System.Globalization.CompareInfo", |_, this| Ok(comparing::value(own(this)?))),
        Property::new("CultureTypes", "System.Globalization.CultureTypes", culture_types),
        Property::new("DateTimeFormat", "System.Globalization.DateTimeFormatInfo", |_, this| {
            Ok(date_format::value(own(this)?))
        }),
        Property::new("DisplayName", "string", |_, this| Ok(Value::from(own(this)?.display_name))),
        Property::new("EnglishName", "string", |_, this| Ok(Value::from(own(this)?.english_name))),
        Property::new("IetfLanguageTag", "string", |_, this| Ok(Value::from(own(this)?.name))),
        Property::new("IsNeutralCulture", "bool", |_, this| Ok(Value::Bool(is_neutral(own(this)?)))),
        Property::new("IsReadOnly", "bool", |_, _| Ok(Value::Bool(true))),
        Property::new("KeyboardLayoutId", "int", |_, this| Ok(Value::Int(own(this)?.lcid))),
        Property::new("LCID", "int", |_, this| Ok(Value::Int(own(this)?.lcid))),
        Property::new("Name", "string", |_, this| Ok(Value::from(own(this)?.name))),
        Property::new("NativeName", "string", |_, this| Ok(Value::from(own(this)?.native_name))),
        Property::new("NumberFormat", "System.Globalization.NumberFormatInfo", |_, this| {
            Ok(number_format::value(own(this)?))
        }),
        Property::new("OptionalCalendars", "System.Globalization.Calendar[]", |_, this| {
            Ok(typed_array(&known::CALENDAR, vec![calendar::value(own(this)?)]))
        }),
        Property::new("Parent", "cultureinfo", parent),
        Property::new("TextInfo", "System.Globalization.TextInfo", |_, this| Ok(text_info::value(own(this)?))),
        Property::new("ThreeLetterISOLanguageName", "string", |_, this| Ok(Value::from(own(this)?.three_letter_name))),
        Property::new("ThreeLetterWindowsLanguageName", "string", |_, this| Ok(Value::from(own(this)?.windows_name))),
        Property::new("TwoLetterISOLanguageName", "string", |_, this| Ok(Value::from(own(this)?.two_letter_name))),
        Property::new("UseUserOverride", "bool", |_, _| Ok(Value::Bool(false))),
    ],
    methods: &[
        Method::new("void ClearCachedData()", |_, _, _| Ok(Value::Void)),
        Method::new("System.Object Clone()", |_, this, _| Ok(Value::native(CultureInfo(own(this)?)))),
        Method::new("bool Equals(System.Object value)", object::equals),
        Method::new("cultureinfo GetConsoleFallbackUICulture()", |_, this, _| Ok(this.clone())),
        Method::new("System.Object GetFormat(type formatType)", get_format),
        Method::new("int GetHashCode()", object::get_hash_code),
        Method::new("string ToString()", object::to_string),
    ],
    constructors: &[
        Method::new("cultureinfo new(string name)", find),
        Method::new("cultureinfo new(string name, bool useUserOverride)", find),
        Method::new("cultureinfo new(int culture)", find),
        Method::new("cultureinfo new(int culture, bool useUserOverride)", find),
    ],
    static_properties: &[
        StaticProperty { set: Some(ignore), ..StaticProperty::new("CurrentCulture", "cultureinfo", current) },
        StaticProperty { set: Some(ignore), ..StaticProperty::new("CurrentUICulture", "cultureinfo", current) },
        StaticProperty {
            set: Some(ignore),
            ..StaticProperty::new("DefaultThreadCurrentCulture", "cultureinfo", |_| Ok(Value::Null))
        },
        StaticProperty {
            set: Some(ignore),
            ..StaticProperty::new("DefaultThreadCurrentUICulture", "cultureinfo", |_| Ok(Value::Null))
        },
        StaticProperty::new("InstalledUICulture", "cultureinfo", current),
        StaticProperty::new("InvariantCulture", "cultureinfo", |_| Ok(value(Culture::invariant()))),
    ],
    static_methods: &[
        Method::new("cultureinfo CreateSpecificCulture(string name)", find),
        Method::new("cultureinfo GetCultureInfo(int culture)", find),
        Method::new("cultureinfo GetCultureInfo(string name)", find),
        Method::new("cultureinfo GetCultureInfo(string name, string altName)", find),
        Method::new("cultureinfo GetCultureInfo(string name, bool predefinedOnly)", find),
        Method::new("cultureinfo GetCultureInfoByIetfLanguageTag(string name)", find),
        Method::new("cultureinfo[] GetCultures(System.Globalization.CultureTypes types)", get_cultures),
        Method::new("cultureinfo ReadOnly(cultureinfo ci)", |_, _, arguments| Ok(arguments.value(0))),
    ],
    ..TypeTable::of(&known::CULTURE_INFO)
};

fn own(this: &Value) -> Outcome<&'static Culture> {
    receiver::<CultureInfo>(this).map(|culture| culture.0)
}

/// A culture as a value.
pub(super) fn value(culture: &'static Culture) -> Value {
    Value::native(CultureInfo(culture))
}

fn is_neutral(culture: &Culture) -> bool {
    !culture.name.is_empty() && !culture.name.contains('-')
}

fn culture_types(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let own = own(this)?;
    let bits = if is_neutral(own) { 1 } else { 2 };
    Ok(EnumValue::native(&enums::CULTURE_TYPES, bits | 4))
}

fn parent(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(value(Culture::find(own(this)?.parent).unwrap_or_else(Culture::invariant)))
}

fn get_format(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let own = own(this)?;
    Ok(match arguments.first() {
        Some(Value::Type(ty)) if ty.is_native(&known::NUMBER_FORMAT_INFO) => number_format::value(own),
        Some(Value::Type(ty)) if ty.is_native(&known::DATE_TIME_FORMAT_INFO) => date_format::value(own),
        _ => Value::Null,
    })
}

fn current(env: &mut dyn Env) -> Outcome<Value> {
    Ok(value(convert::current_culture(env)))
}

/// The culture of the shell is the host's and stays; .NET keeps a change for the next command alone.
fn ignore(_env: &mut dyn Env, _value: Value) -> Outcome<()> {
    Ok(())
}

/// The culture of a name or of a Windows number.
fn find(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let found = match arguments.first() {
        Some(Value::Int(lcid)) => Culture::all().into_iter().find(|culture| culture.lcid == *lcid),
        _ => Culture::find(&arguments.needed_text(0, "name")?),
    };
    found.map(value).ok_or_else(|| {
        let (shown, parameter) = match arguments.first() {
            Some(Value::Int(lcid)) => (format!("{lcid} (0x{lcid:04x})"), "culture"),
            _ => (arguments.text(0).to_string(), "name"),
        };
        fault::raise(
            &exceptions::CULTURE_NOT_FOUND_EXCEPTION,
            format!("Culture is not supported. (Parameter '{parameter}')\n{shown} is an invalid culture identifier."),
        )
    })
}

fn get_cultures(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let bits = arguments.number(0);
    let cultures = Culture::all()
        .into_iter()
        .filter(|culture| if is_neutral(culture) { bits & 1 != 0 } else { bits & 2 != 0 || bits & 7 == 7 })
        .map(value)
        .collect();
    Ok(typed_array(&known::CULTURE_INFO, cultures))
}
