//! `System.Type`.

use super::arguments::{Arguments, typed_array};
use super::table::{Method, Property, StaticProperty, TypeTable};
use super::{enumeration, fault, known, rank, registry};
use crate::value::error::{ARGUMENT_EXCEPTION, INVALID_OPERATION_EXCEPTION};
use crate::value::number::NumberKind;
use crate::value::types::{self, NativeKind, ScriptKind, TYPE, TypeRef, is_value_type as is_structure};
use crate::value::{EnumValue, Env, Outcome, Value};
use std::rc::Rc;

pub(super) static TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("AssemblyQualifiedName", "string", assembly_qualified_name),
        Property::new("BaseType", "type", base_type),
        Property::new("ContainsGenericParameters", "bool", is_generic_definition),
        Property::new("DeclaringType", "type", declaring_type),
        Property::new("FullName", "string", full_name),
        Property::new("GenericTypeArguments", "type[]", generic_type_arguments),
        Property::new("HasElementType", "bool", is_array),
        Property::new("IsAbstract", "bool", is_abstract),
        Property::new("IsArray", "bool", is_array),
        Property::new("IsByRef", "bool", never),
        Property::new("IsClass", "bool", is_class),
        Property::new("IsConstructedGenericType", "bool", is_constructed),
        Property::new("IsEnum", "bool", is_enum),
        Property::new("IsGenericParameter", "bool", never),
        Property::new("IsGenericType", "bool", is_generic),
        Property::new("IsGenericTypeDefinition", "bool", is_generic_definition),
        Property::new("IsInterface", "bool", is_interface),
        Property::new("IsNested", "bool", is_nested),
        Property::new("IsNotPublic", "bool", never),
        Property::new("IsPointer", "bool", never),
        Property::new("IsPrimitive", "bool", is_primitive),
        Property::new("IsPublic", "bool", is_public),
        Property::new("IsSealed", "bool", is_sealed),
        Property::new("IsSerializable", "bool", is_serializable),
        Property::new("IsValueType", "bool", is_value),
        Property::new("IsVisible", "bool", always),
        Property::new("MemberType", "System.Reflection.MemberTypes", member_type),
        Property::new("Name", "string", name),
        Property::new("Namespace", "string", namespace),
        Property::new("ReflectedType", "type", declaring_type),
        Property::new("UnderlyingSystemType", "type", itself),
    ],
    methods: &[
        Method::new("bool Equals(System.Object o)", super::object::equals),
        Method::new("bool Equals(type o)", super::object::equals),
        Method::new("int GetArrayRank()", get_array_rank),
        Method::new("type GetElementType()", get_element_type),
        Method::new("string GetEnumName(System.Object value)", get_enum_name),
        Method::new("string[] GetEnumNames()", get_enum_names),
        Method::new("type GetEnumUnderlyingType()", get_enum_underlying_type),
        Method::new("array GetEnumValues()", get_enum_values),
        Method::new("type[] GetGenericArguments()", get_generic_arguments),
        Method::new("type GetGenericTypeDefinition()", get_generic_type_definition),
        Method::new("int GetHashCode()", super::object::get_hash_code),
        Method::new("type GetInterface(string name)", get_interface),
        Method::new("type GetInterface(string name, bool ignoreCase)", get_interface),
        Method::new("type[] GetInterfaces()", get_interfaces),
        Method::new("bool IsAssignableFrom(type c)", is_assignable_from),
        Method::new("bool IsAssignableTo(type targetType)", is_assignable_to),
        Method::new("bool IsEnumDefined(System.Object value)", is_enum_defined),
        Method::new("bool IsInstanceOfType(System.Object o)", is_instance_of_type),
        Method::new("bool IsSubclassOf(type c)", is_subclass_of),
        Method::new("type MakeArrayType()", make_array_type),
        Method::new("type MakeArrayType(int rank)", make_array_type),
        Method::new("type MakeGenericType(Params type[] typeArguments)", make_generic_type),
        Method::new("string ToString()", to_string),
    ],
    static_properties: &[
        StaticProperty::new("Delimiter", "char", |_| Ok(Value::Char(u16::from(b'.')))),
        StaticProperty::new("EmptyTypes", "type[]", |_| Ok(typed_array(&TYPE, Vec::new()))),
    ],
    static_methods: &[
        Method::new("type GetType(string typeName)", get_type),
        Method::new("type GetType(string typeName, bool throwOnError)", get_type),
        Method::new("type GetType(string typeName, bool throwOnError, bool ignoreCase)", get_type),
        Method::new("System.TypeCode GetTypeCode(type type)", get_type_code),
        Method::new("type[] GetTypeArray(System.Object[] args)", get_type_array),
    ],
    ..TypeTable::of(&TYPE)
};

/// What .NET adds to the names of types outside PowerShell.
const CORE_ASSEMBLY: &str =
    "System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e";
/// What it adds to those of PowerShell's own.
const AUTOMATION_ASSEMBLY: &str =
    "System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35";

/// The type that the receiver is.
fn own(this: &Value) -> Outcome<&TypeRef> {
    match this {
        Value::Type(ty) => Ok(ty),
        _ => Err(fault::null_reference()),
    }
}

/// The type of an argument.
fn argument(arguments: &[Value], place: usize, parameter: &str) -> Outcome<TypeRef> {
    match arguments.get(place).map(Value::base) {
        Some(Value::Type(ty)) => Ok(TypeRef::clone(ty)),
        _ => Err(fault::argument_null(parameter)),
    }
}

fn of(ty: TypeRef) -> Value {
    Value::Type(Rc::new(ty))
}

fn list(items: Vec<TypeRef>) -> Value {
    typed_array(&TYPE, items.into_iter().map(of).collect())
}

fn never(_env: &mut dyn Env, _this: &Value) -> Outcome<Value> {
    Ok(Value::Bool(false))
}

fn always(_env: &mut dyn Env, _this: &Value) -> Outcome<Value> {
    Ok(Value::Bool(true))
}

fn itself(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(this.clone())
}

/// The full name in .NET's reflection form, where generic arguments carry their assemblies.
pub(super) fn reflection_name(ty: &TypeRef) -> String {
    match ty {
        TypeRef::Array(array) => {
            format!("{}[{}]", reflection_name(&array.0), ",".repeat(array.1.saturating_sub(1) as usize))
        }
        TypeRef::Generic(generic) => {
            let arguments: Vec<String> =
                generic.1.iter().map(|argument| format!("[{}]", qualified_name(argument))).collect();
            format!("{}[{}]", generic.0.name, arguments.join(","))
        }
        other => other.full_name(),
    }
}

fn qualified_name(ty: &TypeRef) -> String {
    let innermost = {
        let mut ty = ty;
        while let TypeRef::Array(array) = ty {
            ty = &array.0;
        }
        ty
    };
    let assembly = match innermost {
        TypeRef::Native(native) if native.name.starts_with("System.Management.Automation.") => AUTOMATION_ASSEMBLY,
        _ => CORE_ASSEMBLY,
    };
    format!("{}, {assembly}", reflection_name(ty))
}

fn full_name(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::from(reflection_name(own(this)?)))
}

fn assembly_qualified_name(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::from(qualified_name(own(this)?)))
}

fn name(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::from(own(this)?.short_name()))
}

fn namespace(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let ty = own(this)?;
    if let TypeRef::Script(_) = ty {
        return Ok(Value::Null);
    }
    let innermost = {
        let mut ty = ty;
        while let TypeRef::Array(array) = ty {
            ty = &array.0;
        }
        ty.native().name
    };
    let plain = innermost.split('+').next().unwrap_or(innermost);
    Ok(plain.rsplit_once('.').map(|(namespace, _)| Value::from(namespace)).unwrap_or_default())
}

fn base_type(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let base = match own(this)? {
        TypeRef::Script(script) => match script.kind {
            ScriptKind::Enum { .. } => Some(TypeRef::Native(&types::ENUM)),
            ScriptKind::Interface => None,
            ScriptKind::Class => Some(script.base.get().cloned().unwrap_or(TypeRef::Native(&types::OBJECT))),
        },
        TypeRef::Array(_) => Some(TypeRef::Native(&types::ARRAY)),
        TypeRef::Native(native) => native.base.map(TypeRef::Native),
        TypeRef::Generic(generic) => generic.0.base.map(TypeRef::Native),
    };
    Ok(base.map(of).unwrap_or_default())
}

fn declaring_type(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let name = own(this)?.native().name;
    let outer = name.rsplit_once('+').and_then(|(outer, _)| registry::find_native(outer));
    Ok(outer.map(|outer| of(TypeRef::Native(outer))).unwrap_or_default())
}

fn generic_arguments(ty: &TypeRef) -> Vec<TypeRef> {
    match ty {
        TypeRef::Generic(generic) => generic.1.clone(),
        _ => Vec::new(),
    }
}

fn generic_type_arguments(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(list(generic_arguments(own(this)?)))
}

fn get_generic_arguments(env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    generic_type_arguments(env, this)
}

fn is_array(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Bool(matches!(own(this)?, TypeRef::Array(_))))
}

fn is_enum(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Bool(own(this)?.is_enum()))
}

fn is_interface_type(ty: &TypeRef) -> bool {
    match ty {
        TypeRef::Script(script) => matches!(script.kind, ScriptKind::Interface),
        TypeRef::Array(_) => false,
        _ => ty.native().base.is_none() && ty.native() != &types::OBJECT,
    }
}

fn is_interface(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Bool(is_interface_type(own(this)?)))
}

fn is_static_class(ty: &TypeRef) -> bool {
    matches!(ty, TypeRef::Native(native) if matches!(native.kind, NativeKind::Static))
}

/// The classes that are meant to be derived from only.
static ABSTRACT: &[&types::NativeType] = &[
    &types::ARRAY,
    &types::ENUM,
    &types::VALUE_TYPE,
    &types::TYPE,
    &known::DELEGATE,
    &known::MULTICAST_DELEGATE,
    &known::ENCODING,
    &known::STREAM,
    &known::TEXT_READER,
    &known::TEXT_WRITER,
    &known::HASH_ALGORITHM,
    &known::CALENDAR,
    &known::STRING_COMPARER,
];

fn is_abstract(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let ty = own(this)?;
    let is_abstract = matches!(ty, TypeRef::Native(native) if ABSTRACT.contains(native));
    Ok(Value::Bool(is_abstract || is_interface_type(ty) || is_static_class(ty)))
}

fn is_sealed(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let ty = own(this)?;
    let is_final = ty.is_native(&types::STRING) || matches!(ty, TypeRef::Array(_));
    Ok(Value::Bool(is_final || is_value_type_of(ty) || is_static_class(ty)))
}

/// Whether values of the type are structures; `ValueType` and `Enum` themselves are classes.
fn is_value_type_of(ty: &TypeRef) -> bool {
    is_structure(ty)
        || matches!(ty, TypeRef::Generic(generic) if generic.0.base == Some(&types::VALUE_TYPE) || *generic.0 == types::NULLABLE)
}

fn is_class(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let ty = own(this)?;
    Ok(Value::Bool(!is_value_type_of(ty) && !is_interface_type(ty)))
}

fn is_value(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Bool(is_value_type_of(own(this)?)))
}

fn is_generic(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let ty = own(this)?;
    let is_definition = matches!(ty, TypeRef::Native(native) if matches!(native.kind, NativeKind::Generic(_)));
    Ok(Value::Bool(is_definition || matches!(ty, TypeRef::Generic(_))))
}

fn is_generic_definition(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let ty = own(this)?;
    Ok(Value::Bool(matches!(ty, TypeRef::Native(native) if matches!(native.kind, NativeKind::Generic(_)))))
}

fn is_constructed(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Bool(matches!(own(this)?, TypeRef::Generic(_))))
}

fn is_nested(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Bool(matches!(own(this)?, TypeRef::Native(native) if native.name.contains('+'))))
}

fn is_public(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Bool(!matches!(own(this)?, TypeRef::Native(native) if native.name.contains('+'))))
}

fn is_primitive(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let TypeRef::Native(native) = own(this)? else { return Ok(Value::Bool(false)) };
    let is_number =
        NumberKind::of_type(native).is_some_and(|kind| !matches!(kind, NumberKind::Decimal | NumberKind::BigInteger));
    Ok(Value::Bool(is_number || **native == types::BOOLEAN || **native == types::CHAR || **native == known::INT_PTR))
}

fn is_serializable(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::Bool(!matches!(own(this)?, TypeRef::Script(_))))
}

fn member_type(_env: &mut dyn Env, _this: &Value) -> Outcome<Value> {
    Ok(EnumValue::native(&super::enums::MEMBER_TYPES, 32))
}

fn get_array_rank(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    match own(this)? {
        TypeRef::Array(array) => Ok(Value::Int(array.1 as i32)),
        _ => Err(fault::raise(&ARGUMENT_EXCEPTION, "Must be an array type.")),
    }
}

fn get_element_type(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(match own(this)? {
        TypeRef::Array(array) => of(array.0.clone()),
        _ => Value::Null,
    })
}

/// The receiver, which must be an enum.
fn own_enum(this: &Value) -> Outcome<&TypeRef> {
    let ty = own(this)?;
    if ty.is_enum() { Ok(ty) } else { Err(fault::argument("Type provided must be an Enum.", "enumType")) }
}

fn get_enum_name(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    enumeration::name_of(own_enum(this)?, &arguments.value(0))
}

fn get_enum_names(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(enumeration::names(own_enum(this)?))
}

fn get_enum_values(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(enumeration::values(own_enum(this)?))
}

fn get_enum_underlying_type(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(of(TypeRef::Native(enumeration::underlying(own_enum(this)?))))
}

fn is_enum_defined(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let members = EnumValue::members(own_enum(this)?);
    let wanted = arguments.value(0);
    Ok(Value::Bool(match wanted.as_str() {
        Some(text) => members.iter().any(|(name, _)| name == text),
        None => members.iter().any(|(_, value)| *value == arguments.number(0)),
    }))
}

fn get_generic_type_definition(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    match own(this)? {
        TypeRef::Generic(generic) => Ok(of(TypeRef::Native(generic.0))),
        TypeRef::Native(native) if matches!(native.kind, NativeKind::Generic(_)) => Ok(this.clone()),
        _ => Err(fault::raise(&INVALID_OPERATION_EXCEPTION, "This operation is only valid on generic types.")),
    }
}

/// All interfaces of a type, each once.
fn interfaces(ty: &TypeRef) -> Vec<TypeRef> {
    let mut found = Vec::new();
    let arguments = generic_arguments(ty);
    if let TypeRef::Script(script) = ty {
        found.extend(script.interfaces.borrow().iter().cloned());
    }
    let mut native = Some(ty.native());
    while let Some(current) = native {
        collect(current, &arguments, &mut found);
        native = current.base;
    }
    found
}

fn collect(ty: &'static types::NativeType, arguments: &[TypeRef], found: &mut Vec<TypeRef>) {
    for interface in ty.interfaces {
        let closed = match interface.kind {
            NativeKind::Generic(parameters) if parameters == arguments.len() => {
                TypeRef::Generic(Rc::new((*interface, arguments.to_vec())))
            }
            _ => TypeRef::Native(interface),
        };
        if !found.contains(&closed) {
            found.push(closed);
        }
        collect(interface, arguments, found);
    }
}

fn get_interfaces(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(list(interfaces(own(this)?)))
}

fn get_interface(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let wanted = arguments.text(0);
    let ignore_case = arguments.bool(1);
    let found = interfaces(own(this)?).into_iter().find(|interface| {
        [interface.short_name(), interface.full_name()]
            .iter()
            .any(|name| name == wanted.as_str() || ignore_case && name.eq_ignore_ascii_case(&wanted))
    });
    Ok(found.map(of).unwrap_or_default())
}

fn is_assignable_from(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let ty = own(this)?;
    Ok(Value::Bool(argument(arguments, 0, "c").is_ok_and(|other| rank::is_assignable(&other, ty))))
}

fn is_assignable_to(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let ty = own(this)?;
    Ok(Value::Bool(argument(arguments, 0, "c").is_ok_and(|other| rank::is_assignable(ty, &other))))
}

fn is_instance_of_type(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let ty = own(this)?;
    Ok(Value::Bool(arguments.value(0).type_ref().is_some_and(|own| rank::is_assignable(&own, ty))))
}

fn is_subclass_of(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let ty = own(this)?;
    let other = argument(arguments, 0, "c")?;
    Ok(Value::Bool(*ty != other && ty.is(&other) && !is_interface_type(&other)))
}

fn make_array_type(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let rank = if arguments.is_empty() { 1 } else { arguments.int(0).max(1).cast_unsigned() };
    Ok(of(TypeRef::Array(Rc::new((own(this)?.clone(), rank)))))
}

fn make_generic_type(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let ty = own(this)?;
    let TypeRef::Native(native) = ty else {
        return Err(fault::raise(&INVALID_OPERATION_EXCEPTION, "This operation is only valid on generic types."));
    };
    let given: Vec<TypeRef> = arguments
        .items(0)
        .iter()
        .filter_map(|item| match item {
            Value::Type(ty) => Some(TypeRef::clone(ty)),
            _ => None,
        })
        .collect();
    match native.kind {
        NativeKind::Generic(parameters) if parameters == given.len() => {
            Ok(of(TypeRef::Generic(Rc::new((*native, given)))))
        }
        NativeKind::Generic(_) => Err(fault::argument(
            "The number of generic arguments provided doesn't equal the arity of the generic type definition.",
            "instantiation",
        )),
        _ => {
            let message = format!(
                "{} is not a GenericTypeDefinition. MakeGenericType may only be called on a type for which \
                 Type.IsGenericTypeDefinition is true.",
                native.name
            );
            Err(fault::raise(&INVALID_OPERATION_EXCEPTION, message))
        }
    }
}

fn to_string(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::from(own(this)?.full_name()))
}

fn get_type(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let name = arguments.needed_text(0, "typeName")?;
    let plain = if name.contains('[') { name.as_str() } else { name.split(',').next().unwrap_or(&name) };
    let found = registry::find_type(plain)
        .filter(|ty| arguments.bool(2) || ty.full_name() == plain || !matches!(ty, TypeRef::Native(_)));
    match found {
        Some(ty) => Ok(of(ty)),
        None if arguments.bool(1) => Err(fault::raise(
            &super::exceptions::TYPE_LOAD_EXCEPTION,
            format!("Could not load type '{plain}' from assembly '{CORE_ASSEMBLY}'."),
        )),
        None => Ok(Value::Null),
    }
}

/// The `TypeCode` of a type.
pub(super) fn type_code(ty: &TypeRef) -> i64 {
    if ty.is_enum() {
        return type_code(&TypeRef::Native(enumeration::underlying(ty)));
    }
    let codes: [(&types::NativeType, i64); 16] = [
        (&known::DB_NULL, 2),
        (&types::BOOLEAN, 3),
        (&types::CHAR, 4),
        (&types::SBYTE, 5),
        (&types::BYTE, 6),
        (&types::INT16, 7),
        (&types::UINT16, 8),
        (&types::INT32, 9),
        (&types::UINT32, 10),
        (&types::INT64, 11),
        (&types::UINT64, 12),
        (&types::SINGLE, 13),
        (&types::DOUBLE, 14),
        (&types::DECIMAL, 15),
        (&known::DATE_TIME, 16),
        (&types::STRING, 18),
    ];
    codes
        .into_iter()
        .find(|(known, _)| matches!(ty, TypeRef::Native(native) if *native == *known))
        .map_or(1, |(_, code)| code)
}

fn get_type_code(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let code = argument(arguments, 0, "type").map_or(0, |ty| type_code(&ty));
    Ok(EnumValue::native(&super::enums::TYPE_CODE, code))
}

fn get_type_array(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(list(arguments.items(0).iter().filter_map(Value::type_ref).collect()))
}
