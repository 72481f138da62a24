//! How well an argument suits a parameter; the ranks are PowerShell's.

use super::{known, registry, signature};
use crate::value::types::{self, NativeKind, TypeRef};
use crate::value::{NativeType, Value};

/// A rank of conversion; a higher one is better, `NONE` is no conversion.
pub(super) type Rank = u16;

pub(super) const NONE: Rank = 0;
pub(super) const UNRELATED_ARRAYS: Rank = 0x0F;
const TO_STRING: Rank = 0x1F;
const I_CONVERTIBLE: Rank = 0x3F;
const IMPLICIT_CAST: Rank = 0x4F;
const EXPLICIT_CAST: Rank = 0x5F;
const CONSTRUCTOR: Rank = 0x6F;
const PARSE: Rank = 0x7F;
const PS_OBJECT: Rank = 0x8F;
const LANGUAGE: Rank = 0x9F;
pub(super) const NULL_TO_VALUE: Rank = 0xAF;
const NULL_TO_REF: Rank = 0xBF;
const NUMERIC_EXPLICIT: Rank = 0xCF;
const NUMERIC_EXPLICIT_1: Rank = 0xDF;
const NUMERIC_STRING: Rank = 0xEF;
pub(super) const NUMERIC_IMPLICIT: Rank = 0xFF;
pub(super) const ASSIGNABLE: Rank = 0x10F;
const STRING_TO_CHAR_ARRAY: Rank = 0x11A;
pub(super) const IDENTITY: Rank = 0x11F;
/// A scalar that becomes an array ranks just below.
const SCALAR_TO_ARRAY: Rank = 0xFFF7;

/// The rank of an argument for a parameter's type.
pub(super) fn of_value(value: &Value, to: &TypeRef) -> Rank {
    if let (TypeRef::Array(wanted), true) = (to, matches!(value.base(), Value::Array(_)))
        && wanted.0.is_native(&signature::METHOD_PARAMETER)
    {
        return inferred_array(value);
    }
    match value.type_ref() {
        None => from_null(to),
        Some(from) => of_types(&from, to),
    }
}

/// The rank of an array for `T[]`: an `object[]` whose items are all of one type stands for an array of that type.
fn inferred_array(value: &Value) -> Rank {
    let Value::Array(array) = value.base() else { return NONE };
    let items = array.items.borrow();
    let mut types = items.iter().map(Value::type_ref);
    let uniform = match types.next() {
        Some(Some(first)) => types.all(|ty| ty.as_ref() == Some(&first)) && first != array.element,
        _ => false,
    };
    if uniform { UNRELATED_ARRAYS } else { IDENTITY }
}

fn from_null(to: &TypeRef) -> Rank {
    match to {
        TypeRef::Native(native) if **native == types::STRING => TO_STRING,
        TypeRef::Native(native) if is_number(native) => NULL_TO_VALUE,
        TypeRef::Native(native)
            if [&types::CHAR, &types::BOOLEAN, &types::SWITCH_PARAMETER, &types::VOID].contains(native) =>
        {
            NULL_TO_VALUE
        }
        TypeRef::Generic(generic) if *generic.0 == types::NULLABLE => NULL_TO_VALUE,
        _ if is_structure(to) => NONE,
        _ => NULL_TO_REF,
    }
}

fn is_structure(ty: &TypeRef) -> bool {
    types::is_value_type(ty)
        || matches!(ty, TypeRef::Generic(generic) if generic.0.base.is_some_and(|base| *base == types::VALUE_TYPE))
}

/// The rank of a conversion from one type to another.
pub(super) fn of_types(from: &TypeRef, to: &TypeRef) -> Rank {
    if from == to {
        return IDENTITY;
    }
    if let TypeRef::Native(native) = to {
        if **native == signature::METHOD_PARAMETER {
            return IDENTITY;
        }
        if **native == known::UNUSABLE {
            return NONE;
        }
    }
    if let TypeRef::Generic(wanted) = to
        && wanted.1.iter().any(|argument| argument.is_native(&signature::METHOD_PARAMETER))
    {
        // The type parameters are inferred from typed arguments only; a script block has no types.
        let is_same = matches!(from, TypeRef::Generic(own) if own.0 == wanted.0);
        return if is_same || is_assignable(from, to) { ASSIGNABLE } else { NONE };
    }
    if matches!(to, TypeRef::Array(wanted) if wanted.0.is_native(&signature::METHOD_PARAMETER)) {
        return if matches!(from, TypeRef::Array(_)) { IDENTITY } else { NONE };
    }
    if is_assignable(from, to) {
        return ASSIGNABLE;
    }
    if let (TypeRef::Native(from), TypeRef::Native(to)) = (from, to)
        && let Some(rank) = fixed(from, to)
    {
        return rank;
    }
    language(from, to).unwrap_or_else(|| by_members(from, to))
}

/// Whether a value of one type can stand where the other is asked for, generic interfaces included.
pub(super) fn is_assignable(from: &TypeRef, to: &TypeRef) -> bool {
    if from.is(to) {
        return true;
    }
    let TypeRef::Generic(wanted) = to else {
        return false;
    };
    let [element] = wanted.1.as_slice() else {
        return matches!(from, TypeRef::Generic(own) if own.0.is(wanted.0) && own.1 == wanted.1);
    };
    let suits = |own: &TypeRef| {
        own == element
            || element.is_native(&signature::METHOD_PARAMETER)
            || (!is_structure(own) && own.is(element) && known::I_READ_ONLY_LIST_1.is(wanted.0))
    };
    match from {
        TypeRef::Array(array) => {
            array.1 == 1 && suits(&array.0) && (known::I_LIST_1.is(wanted.0) || known::I_READ_ONLY_LIST_1.is(wanted.0))
        }
        TypeRef::Native(native) if **native == types::STRING => {
            *wanted.0 == known::I_ENUMERABLE_1 && suits(&TypeRef::Native(&types::CHAR))
        }
        TypeRef::Native(native) if native.is(wanted.0) => {
            **native != known::STRING_COMPARER || suits(&TypeRef::Native(&types::STRING))
        }
        TypeRef::Generic(own) if own.0.is(&known::I_DICTIONARY_2) => {
            let is_collection = known::I_COLLECTION_1.is(wanted.0) || known::I_READ_ONLY_COLLECTION_1.is(wanted.0);
            let pair = TypeRef::Generic(std::rc::Rc::new((&known::KEY_VALUE_PAIR_2, own.1.clone())));
            is_collection && suits(&pair)
        }
        TypeRef::Generic(own) => own.0.is(wanted.0) && own.1.first().is_some_and(suits),
        _ => false,
    }
}

/// The size and sign of an integer type.
fn integer(ty: &NativeType) -> Option<(u8, bool)> {
    let table: [(&NativeType, u8, bool); 8] = [
        (&types::SBYTE, 0, true),
        (&types::INT16, 1, true),
        (&types::INT32, 2, true),
        (&types::INT64, 3, true),
        (&types::BYTE, 0, false),
        (&types::UINT16, 1, false),
        (&types::UINT32, 2, false),
        (&types::UINT64, 3, false),
    ];
    table.into_iter().find(|(known, ..)| *known == ty).map(|(_, size, signed)| (size, signed))
}

fn real(ty: &NativeType) -> Option<u8> {
    [(&types::SINGLE, 0), (&types::DOUBLE, 1), (&types::DECIMAL, 2)]
        .into_iter()
        .find(|(known, _)| *known == ty)
        .map(|(_, place)| place)
}

/// Whether it is one of the numeric types, the big integer included.
pub(super) fn is_number(ty: &NativeType) -> bool {
    integer(ty).is_some() || real(ty).is_some() || *ty == types::BIG_INTEGER
}

/// The conversions between scalars.
fn fixed(from: &'static NativeType, to: &'static NativeType) -> Option<Rank> {
    if let (Some((from_size, from_signed)), Some((to_size, to_signed))) = (integer(from), integer(to)) {
        return Some(match from_size.cmp(&to_size) {
            std::cmp::Ordering::Less if from_signed && !to_signed => NUMERIC_EXPLICIT_1,
            std::cmp::Ordering::Less => NUMERIC_IMPLICIT,
            std::cmp::Ordering::Equal if from_signed => NUMERIC_EXPLICIT_1,
            _ => NUMERIC_EXPLICIT,
        });
    }
    match (integer(from).is_some(), real(from), integer(to).is_some(), real(to)) {
        (true, _, _, Some(_)) | (_, Some(0), _, Some(1)) => return Some(NUMERIC_IMPLICIT),
        (_, Some(2), _, Some(_)) => return Some(NUMERIC_EXPLICIT_1),
        (_, Some(_), true, _) | (_, Some(_), _, Some(_)) => return Some(NUMERIC_EXPLICIT),
        _ => {}
    }
    if is_number(from) && (*to == types::STRING || *to == types::CHAR) {
        return Some(NUMERIC_STRING);
    }
    if *from == types::STRING && is_number(to) {
        return Some(NUMERIC_STRING);
    }
    if *from == types::STRING && [&known::REGEX, &types::TYPE, &known::URI].contains(&to) {
        return Some(LANGUAGE);
    }
    if *from == types::CHAR && (*to == types::SINGLE || *to == types::DOUBLE) {
        return Some(LANGUAGE);
    }
    None
}

/// The conversions of the language.
fn language(from: &TypeRef, to: &TypeRef) -> Option<Rank> {
    if from.is_native(&types::STRING) && matches!(to, TypeRef::Array(array) if array.0.is_native(&types::CHAR)) {
        return Some(STRING_TO_CHAR_ARRAY);
    }
    match to {
        TypeRef::Generic(generic) if *generic.0 == types::NULLABLE => {
            let inner = of_types(from, generic.1.first()?);
            (inner != NONE).then_some(inner)
        }
        TypeRef::Generic(generic) if generic.0.is(&known::DELEGATE) && from.is_native(&types::SCRIPT_BLOCK) => {
            Some(LANGUAGE)
        }
        TypeRef::Array(array) => to_array(from, array),
        TypeRef::Native(native) => to_native(from, native),
        _ => None,
    }
}

fn to_array(from: &TypeRef, to: &(TypeRef, u32)) -> Option<Rank> {
    if let TypeRef::Array(own) = from {
        return Some(if is_assignable(&own.0, &to.0) { LANGUAGE } else { UNRELATED_ARRAYS });
    }
    if is_enumerable(from) {
        return Some(LANGUAGE);
    }
    let inner = of_types(from, &to.0);
    (inner != NONE).then_some(inner & SCALAR_TO_ARRAY)
}

fn is_enumerable(ty: &TypeRef) -> bool {
    !ty.is_native(&types::STRING) && ty.native().is(&types::I_ENUMERABLE) && !ty.native().is(&types::I_DICTIONARY)
}

fn to_native(from: &TypeRef, to: &'static NativeType) -> Option<Rank> {
    let from_native = from.native();
    if *to == types::PS_OBJECT {
        return Some(PS_OBJECT);
    }
    if *to == types::BOOLEAN || *to == types::VOID || *to == known::PS_REFERENCE {
        return Some(LANGUAGE);
    }
    if *to == types::STRING {
        return Some(TO_STRING);
    }
    if *to == types::ARRAY {
        return Some(if is_enumerable(from) { LANGUAGE } else { ASSIGNABLE & SCALAR_TO_ARRAY });
    }
    if *to == types::HASHTABLE {
        return from_native.is(&types::I_DICTIONARY).then_some(LANGUAGE);
    }
    if to.is(&known::DELEGATE) && *from_native == types::SCRIPT_BLOCK {
        return Some(LANGUAGE);
    }
    if matches!(to.kind, NativeKind::Enum { .. }) && integer(from_native).is_some() {
        return Some(LANGUAGE);
    }
    None
}

/// The conversions that the target's own members offer: parsing, constructors, casts, `IConvertible`.
fn by_members(from: &TypeRef, to: &TypeRef) -> Rank {
    let TypeRef::Native(to_native) = to else {
        return if to.is_enum() && from.is_native(&types::STRING) { PARSE } else { NONE };
    };
    let from_native = from.native();
    let is_text = from.is_native(&types::STRING);
    if is_text && (to.is_enum() || has_static(to_native, "Parse(string ")) {
        return PARSE;
    }
    if takes_one(to_native, from) {
        return CONSTRUCTOR;
    }
    if **to_native == types::BIG_INTEGER && is_number(from_native)
        || **to_native == known::DATE_TIME_OFFSET && *from_native == known::DATE_TIME
    {
        return IMPLICIT_CAST;
    }
    if *from_native == types::BIG_INTEGER && is_number(to_native) {
        return EXPLICIT_CAST;
    }
    if is_number(from_native) && !from.is_enum() {
        let parses = of_types(&TypeRef::Native(&types::STRING), to) != NONE;
        return if parses { I_CONVERTIBLE } else { NONE };
    }
    let converts =
        from.is_enum() || [&types::BOOLEAN, &types::CHAR, &known::DATE_TIME, &known::DB_NULL].contains(&from_native);
    if converts { I_CONVERTIBLE } else { NONE }
}

fn has_static(ty: &'static NativeType, start: &str) -> bool {
    registry::table_of(ty).is_some_and(|table| {
        table
            .static_methods
            .iter()
            .any(|method| method.signature.split_once(' ').is_some_and(|(_, rest)| rest.starts_with(start)))
    })
}

/// Whether the type has a constructor with one parameter that the argument can stand for as it is.
fn takes_one(ty: &'static NativeType, from: &TypeRef) -> bool {
    registry::table_of(ty).is_some_and(|table| {
        table.constructors.iter().any(|method| {
            let signature = signature::Signature::parse(method.signature);
            matches!(signature.parameters.as_slice(), [only] if !only.by_ref && is_assignable(from, &only.ty))
        })
    })
}

/// Whether null becomes another value for a parameter of this type.
pub(super) fn is_convertible_null(ty: &TypeRef) -> bool {
    !matches!(from_null(ty), NULL_TO_REF) && !matches!(ty, TypeRef::Generic(generic) if *generic.0 == types::NULLABLE)
}
