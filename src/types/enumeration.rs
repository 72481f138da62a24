//! `System.Enum`: members of enum values and the static methods that work on enum types.

use super::arguments::{Arguments, string_array, typed_array, whole};
use super::invoke::{assign, type_of_call};
use super::table::{Method, Property, TypeTable};
use super::{fault, object};

use crate::text::Str;
use crate::value::convert::enumeration::parse_members;
use crate::value::error::{ARGUMENT_EXCEPTION, FORMAT_EXCEPTION, INVALID_OPERATION_EXCEPTION};
use crate::value::number::NumberKind;
use crate::value::types::{ENUM, INT32, NativeType, ScriptKind, TypeRef};
use crate::value::{Array, EnumValue, Env, Outcome, Value};
use std::rc::Rc;

pub(super) static TABLE: TypeTable = TypeTable {
    properties: &[Property::new("value__", "int", value)],
    methods: &[
        Method::new("int CompareTo(System.Object target)", compare_to),
        Method::new("bool Equals(System.Object obj)", object::equals),
        Method::new("int GetHashCode()", object::get_hash_code),
        Method::new("System.TypeCode GetTypeCode()", get_type_code),
        Method::new("bool HasFlag(System.Enum flag)", has_flag),
        Method::new("string ToString()", to_string),
        Method::new("string ToString(string format)", to_string),
        Method::new("string ToString(System.IFormatProvider provider)", to_string),
        Method::new("string ToString(string format, System.IFormatProvider provider)", to_string),
    ],
    static_methods: &[
        Method::new("string Format(type enumType, System.Object value, string format)", format_static),
        Method::new("string GetName(type enumType, System.Object value)", get_name),
        Method::new("string[] GetNames(type enumType)", get_names),
        Method::new("type GetUnderlyingType(type enumType)", get_underlying_type),
        Method::new("array GetValues(type enumType)", get_values),
        Method::new("array GetValuesAsUnderlyingType(type enumType)", get_values_as_underlying_type),
        Method::new("bool IsDefined(type enumType, System.Object value)", is_defined),
        Method::new("System.Object Parse(type enumType, string value)", parse),
        Method::new("System.Object Parse(type enumType, string value, bool ignoreCase)", parse),
        Method::new("System.Object ToObject(type enumType, System.Object value)", to_object),
        Method::new("bool TryParse(type enumType, string value, [ref] System.Object result)", try_parse),
        Method::new(
            "bool TryParse(type enumType, string value, bool ignoreCase, [ref] System.Object result)",
            try_parse,
        ),
        Method::new("bool TryParse[TEnum](string value, [ref] TEnum result)", try_parse_into),
        Method::new("bool TryParse[TEnum](string value, bool ignoreCase, [ref] TEnum result)", try_parse_into),
    ],
    ..TypeTable::of(&ENUM)
};

fn own(this: &Value) -> Outcome<&Rc<EnumValue>> {
    match this {
        Value::Enum(value) => Ok(value),
        _ => Err(fault::null_reference()),
    }
}

/// The type of the numbers behind an enum.
pub(super) fn underlying(ty: &TypeRef) -> &'static NativeType {
    match ty {
        TypeRef::Script(script) => match &script.kind {
            ScriptKind::Enum { underlying, .. } => underlying,
            _ => &INT32,
        },
        _ => &INT32,
    }
}

/// The number behind an enum's value, in its type.
pub(super) fn number(ty: &TypeRef, value: i64) -> Value {
    let kind = NumberKind::of_type(underlying(ty)).unwrap_or(NumberKind::Int32);
    kind.fit(value.into()).unwrap_or(Value::Long(value))
}

fn value(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let own = own(this)?;
    Ok(number(&own.ty, own.value))
}

fn compare_to(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let own = own(this)?;
    match arguments.value(0) {
        Value::Null => Ok(Value::Int(1)),
        Value::Enum(other) if other.ty == own.ty => Ok(Value::Int(own.value.cmp(&other.value) as i32)),
        other => {
            let passed = other.type_ref().map_or_else(String::new, |ty| ty.full_name());
            let message = format!(
                "Object must be the same type as the enum. The type passed in was '{passed}'; the enum type was '{}'.",
                own.ty.full_name()
            );
            Err(fault::raise(&ARGUMENT_EXCEPTION, message))
        }
    }
}

fn get_type_code(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let code = match NumberKind::of_type(underlying(&own(this)?.ty)) {
        Some(NumberKind::SByte) => 5,
        Some(NumberKind::Byte) => 6,
        Some(NumberKind::Int16) => 7,
        Some(NumberKind::UInt16) => 8,
        Some(NumberKind::UInt32) => 10,
        Some(NumberKind::Int64) => 11,
        Some(NumberKind::UInt64) => 12,
        _ => 9,
    };
    Ok(EnumValue::native(&super::enums::TYPE_CODE, code))
}

fn has_flag(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let own = own(this)?;
    match arguments.value(0) {
        Value::Enum(flag) if flag.ty == own.ty => Ok(Value::Bool(own.value & flag.value == flag.value)),
        Value::Enum(flag) => Err(fault::raise(
            &ARGUMENT_EXCEPTION,
            format!(
                "The argument type, '{}', is not the same as the enum type '{}'.",
                flag.ty.full_name(),
                own.ty.full_name()
            ),
        )),
        _ => Err(fault::argument_null("flag")),
    }
}

fn to_string(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let own = own(this)?;
    let form = match arguments.first() {
        Some(Value::Str(form)) => form.clone(),
        _ => Str::default(),
    };
    Ok(Value::from(format(own, &form)?))
}

/// The text of an enum's value by a format: a name, a number or hexadecimal digits.
///
/// # Errors
/// `FormatException` for every other format.
pub(super) fn format(value: &EnumValue, form: &str) -> Outcome<String> {
    Ok(match form {
        "" | "G" | "g" => value.name().to_string(),
        "F" | "f" => value.name().to_string(),
        "D" | "d" => value.value.to_string(),
        "X" | "x" => {
            let width = match NumberKind::of_type(underlying(&value.ty)) {
                Some(NumberKind::SByte | NumberKind::Byte) => 2,
                Some(NumberKind::Int16 | NumberKind::UInt16) => 4,
                Some(NumberKind::Int64 | NumberKind::UInt64) => 16,
                _ => 8,
            };
            let digits = format!("{:016X}", value.value);
            digits.get(16 - width..).unwrap_or(&digits).to_string()
        }
        _ => {
            let message = "Format string can be only \"G\", \"g\", \"X\", \"x\", \"F\", \"f\", \"D\" or \"d\".";
            return Err(fault::raise(&FORMAT_EXCEPTION, message));
        }
    })
}

/// The enum type that an argument is.
fn enum_type(arguments: &[Value], place: usize) -> Outcome<TypeRef> {
    match arguments.get(place).map(Value::base) {
        Some(Value::Type(ty)) if ty.is_enum() => Ok(TypeRef::clone(ty)),
        Some(Value::Type(_)) => Err(fault::argument("Type provided must be an Enum.", "enumType")),
        _ => Err(fault::argument_null("enumType")),
    }
}

/// The members by their values taken as unsigned numbers, as .NET lists them.
fn sorted_members(ty: &TypeRef) -> Vec<(Str, i64)> {
    let mut members = EnumValue::members(ty);
    members.sort_by_key(|(_, value)| value.cast_unsigned());
    members
}

fn of(ty: &TypeRef, value: i64) -> Value {
    Value::Enum(Rc::new(EnumValue { ty: ty.clone(), value }))
}

fn format_static(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let ty = enum_type(arguments, 0)?;
    let value = EnumValue { ty, value: arguments.number(1) };
    Ok(Value::from(format(&value, &arguments.text(2))?))
}

fn get_name(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    name_of(&enum_type(arguments, 0)?, &arguments.value(1))
}

/// The name of the member with a value; null where there is none.
pub(super) fn name_of(ty: &TypeRef, value: &Value) -> Outcome<Value> {
    let wanted = whole(value).ok_or_else(|| {
        fault::argument(
            "The value passed in must be an enum base or an underlying type for an enum, such as an Int32.",
            "value",
        )
    })?;
    let found = sorted_members(ty).into_iter().find(|(_, value)| i128::from(*value) == wanted);
    Ok(found.map(|(name, _)| Value::Str(name)).unwrap_or_default())
}

fn get_names(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(names(&enum_type(arguments, 0)?))
}

/// The names of the members as a `string[]`.
pub(super) fn names(ty: &TypeRef) -> Value {
    string_array(sorted_members(ty).into_iter().map(|(name, _)| name))
}

fn get_underlying_type(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Type(Rc::new(TypeRef::Native(underlying(&enum_type(arguments, 0)?)))))
}

fn get_values(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(values(&enum_type(arguments, 0)?))
}

/// The values of the members as an array of the enum's type.
pub(super) fn values(ty: &TypeRef) -> Value {
    let items = sorted_members(ty).into_iter().map(|(_, value)| of(ty, value)).collect();
    Value::Array(Rc::new(Array::typed(ty.clone(), items)))
}

fn get_values_as_underlying_type(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let ty = enum_type(arguments, 0)?;
    let items = sorted_members(&ty).into_iter().map(|(_, value)| number(&ty, value)).collect();
    Ok(typed_array(underlying(&ty), items))
}

fn is_defined(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let ty = enum_type(arguments, 0)?;
    let value = arguments.value(1);
    let members = EnumValue::members(&ty);
    if let Some(text) = value.as_str() {
        return Ok(Value::Bool(members.iter().any(|(name, _)| name == text)));
    }
    if value.is_null() {
        return Err(fault::argument_null("value"));
    }
    let Some(wanted) = whole(&value) else {
        return Err(fault::raise(&INVALID_OPERATION_EXCEPTION, "Unknown enum type."));
    };
    let passed = value.type_ref();
    if passed.as_ref() != Some(&ty) && passed.as_ref().is_none_or(|passed| !passed.is_native(underlying(&ty))) {
        let message = format!(
            "Enum underlying type and the object must be same type or object must be a String. Type passed in was \
             '{}'; the enum underlying type was '{}'.",
            passed.map_or_else(String::new, |ty| ty.full_name()),
            underlying(&ty).name
        );
        return Err(fault::raise(&ARGUMENT_EXCEPTION, message));
    }
    Ok(Value::Bool(members.iter().any(|(_, value)| i128::from(*value) == wanted)))
}

/// The value that a text names, as `Enum.Parse` reads it; `None` where it names none.
fn read(ty: &TypeRef, text: &str, ignore_case: bool) -> Outcome<Option<i64>> {
    if !ignore_case {
        let members = EnumValue::members(ty);
        let is_known = text.split(',').map(str::trim).all(|part| {
            part.starts_with(|c: char| c.is_ascii_digit() || c == '-' || c == '+')
                || members.iter().any(|(name, _)| name.as_str() == part)
        });
        if !is_known {
            return Ok(None);
        }
    }
    parse_members(text, ty)
}

fn parse(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let ty = enum_type(arguments, 0)?;
    let text = arguments.needed_text(1, "value")?;
    if text.trim().is_empty() {
        return Err(fault::argument("Must specify valid information for parsing in the string.", "value"));
    }
    match read(&ty, &text, arguments.bool(2))? {
        Some(value) => Ok(of(&ty, value)),
        None => Err(fault::raise(&ARGUMENT_EXCEPTION, format!("Requested value '{text}' was not found."))),
    }
}

fn try_parse(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let ty = enum_type(arguments, 0)?;
    let ignore_case = arguments.len() > 3 && arguments.bool(2);
    finish(env, &ty, &arguments.text(1), ignore_case, arguments.last())
}

/// `TryParse` into a variable that says what enum is meant; `[DayOfWeek]::TryParse` says it by its name.
fn try_parse_into(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let target = arguments.last().and_then(|last| last.downcast::<super::reference::Reference>()).map(|r| r.get());
    let ty = match target.as_ref().and_then(Value::type_ref) {
        Some(ty) if ty.is_enum() => ty,
        _ => match type_of_call(this) {
            // The type argument of the call stands where a generic type has its own.
            TypeRef::Generic(generic) => generic.1.first().cloned().unwrap_or(TypeRef::Native(&ENUM)),
            other => other,
        },
    };
    if !ty.is_enum() {
        return Err(fault::argument("Type provided must be an Enum.", "TEnum"));
    }
    let ignore_case = arguments.len() > 2 && arguments.bool(1);
    finish(env, &ty, &arguments.text(0), ignore_case, arguments.last())
}

fn finish(env: &mut dyn Env, ty: &TypeRef, text: &str, ignore_case: bool, reference: Option<&Value>) -> Outcome<Value> {
    let value = if text.trim().is_empty() { None } else { read(ty, text, ignore_case)? };
    assign(env, reference, value.map_or_else(|| of(ty, 0), |value| of(ty, value)))?;
    Ok(Value::Bool(value.is_some()))
}

fn to_object(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let ty = enum_type(arguments, 0)?;
    let value = whole(&arguments.value(1)).and_then(|value| i64::try_from(value).ok()).ok_or_else(|| {
        fault::argument(
            "The value passed in must be an enum base or an underlying type for an enum, such as an Int32.",
            "value",
        )
    })?;
    Ok(of(&ty, value))
}
