//! The attribute classes of PowerShell that scripts name, derive from and put before parameters.

use super::invoke::type_of_call;
use super::known::ATTRIBUTE;
use super::table::{Method, TypeTable};
use crate::value::{Env, Native, NativeType, Outcome, TypeRef, Value};

macro_rules! attributes {
    ($($name:ident: $text:literal, $base:expr;)*) => {
        $(pub static $name: NativeType = NativeType::class(concat!("System.Management.Automation.", $text), $base);)*

        /// All of them.
        pub static ALL: &[&NativeType] = &[$(&$name,)* &ENGINE_INTRINSICS, &VALUES_GENERATOR];
    };
}

attributes! {
    CMDLET_METADATA_ATTRIBUTE: "Internal.CmdletMetadataAttribute", &ATTRIBUTE;
    PARSING_BASE_ATTRIBUTE: "Internal.ParsingBaseAttribute", &CMDLET_METADATA_ATTRIBUTE;
    VALIDATE_ARGUMENTS_ATTRIBUTE: "ValidateArgumentsAttribute", &CMDLET_METADATA_ATTRIBUTE;
    VALIDATE_ENUMERATED_ARGUMENTS_ATTRIBUTE: "ValidateEnumeratedArgumentsAttribute", &VALIDATE_ARGUMENTS_ATTRIBUTE;
    ARGUMENT_TRANSFORMATION_ATTRIBUTE: "ArgumentTransformationAttribute", &CMDLET_METADATA_ATTRIBUTE;
    ALIAS_ATTRIBUTE: "AliasAttribute", &PARSING_BASE_ATTRIBUTE;
    ALLOW_EMPTY_COLLECTION_ATTRIBUTE: "AllowEmptyCollectionAttribute", &CMDLET_METADATA_ATTRIBUTE;
    ALLOW_EMPTY_STRING_ATTRIBUTE: "AllowEmptyStringAttribute", &CMDLET_METADATA_ATTRIBUTE;
    ALLOW_NULL_ATTRIBUTE: "AllowNullAttribute", &CMDLET_METADATA_ATTRIBUTE;
    ARGUMENT_COMPLETER_ATTRIBUTE: "ArgumentCompleterAttribute", &ATTRIBUTE;
    ARGUMENT_COMPLETIONS_ATTRIBUTE: "ArgumentCompletionsAttribute", &ATTRIBUTE;
    CMDLET_BINDING_ATTRIBUTE: "CmdletBindingAttribute", &CMDLET_METADATA_ATTRIBUTE;
    CREDENTIAL_ATTRIBUTE: "CredentialAttribute", &ARGUMENT_TRANSFORMATION_ATTRIBUTE;
    HIDDEN_ATTRIBUTE: "HiddenAttribute", &PARSING_BASE_ATTRIBUTE;
    OUTPUT_TYPE_ATTRIBUTE: "OutputTypeAttribute", &CMDLET_METADATA_ATTRIBUTE;
    PARAMETER_ATTRIBUTE: "ParameterAttribute", &PARSING_BASE_ATTRIBUTE;
    PS_DEFAULT_VALUE_ATTRIBUTE: "PSDefaultValueAttribute", &PARSING_BASE_ATTRIBUTE;
    PS_TYPE_NAME_ATTRIBUTE: "PSTypeNameAttribute", &ATTRIBUTE;
    SUPPORTS_WILDCARDS_ATTRIBUTE: "SupportsWildcardsAttribute", &PARSING_BASE_ATTRIBUTE;
    VALIDATE_COUNT_ATTRIBUTE: "ValidateCountAttribute", &VALIDATE_ARGUMENTS_ATTRIBUTE;
    VALIDATE_DRIVE_ATTRIBUTE: "ValidateDriveAttribute", &VALIDATE_ARGUMENTS_ATTRIBUTE;
    VALIDATE_LENGTH_ATTRIBUTE: "ValidateLengthAttribute", &VALIDATE_ENUMERATED_ARGUMENTS_ATTRIBUTE;
    VALIDATE_NOT_NULL_ATTRIBUTE: "ValidateNotNullAttribute", &VALIDATE_ARGUMENTS_ATTRIBUTE;
    VALIDATE_NOT_NULL_OR_EMPTY_ATTRIBUTE: "ValidateNotNullOrEmptyAttribute", &VALIDATE_ARGUMENTS_ATTRIBUTE;
    VALIDATE_NOT_NULL_OR_WHITE_SPACE_ATTRIBUTE: "ValidateNotNullOrWhiteSpaceAttribute", &VALIDATE_ARGUMENTS_ATTRIBUTE;
    VALIDATE_PATTERN_ATTRIBUTE: "ValidatePatternAttribute", &VALIDATE_ENUMERATED_ARGUMENTS_ATTRIBUTE;
    VALIDATE_RANGE_ATTRIBUTE: "ValidateRangeAttribute", &VALIDATE_ENUMERATED_ARGUMENTS_ATTRIBUTE;
    VALIDATE_SCRIPT_ATTRIBUTE: "ValidateScriptAttribute", &VALIDATE_ENUMERATED_ARGUMENTS_ATTRIBUTE;
    VALIDATE_SET_ATTRIBUTE: "ValidateSetAttribute", &VALIDATE_ENUMERATED_ARGUMENTS_ATTRIBUTE;
    VALIDATE_TRUSTED_DATA_ATTRIBUTE: "ValidateTrustedDataAttribute", &VALIDATE_ARGUMENTS_ATTRIBUTE;
    VALIDATE_USER_DRIVE_ATTRIBUTE: "ValidateUserDriveAttribute", &VALIDATE_DRIVE_ATTRIBUTE;
}

pub static ENGINE_INTRINSICS: NativeType =
    NativeType::class("System.Management.Automation.EngineIntrinsics", &crate::value::types::OBJECT);
/// What a class that lists the values of `ValidateSet` implements.
pub static VALUES_GENERATOR: NativeType =
    NativeType::interface("System.Management.Automation.IValidateSetValuesGenerator");

/// An attribute without anything of its own, as classes of scripts derive from it.
struct Plain(&'static NativeType);

impl Native for Plain {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(self.0)
    }
}

const CONSTRUCTORS: &[Method] = &[Method::new("System.Attribute new()", new)];

fn new(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::native(Plain(type_of_call(this).native())))
}

static VALIDATE_ARGUMENTS: TypeTable =
    TypeTable { constructors: CONSTRUCTORS, ..TypeTable::of(&VALIDATE_ARGUMENTS_ATTRIBUTE) };
static VALIDATE_ENUMERATED_ARGUMENTS: TypeTable =
    TypeTable { constructors: CONSTRUCTORS, ..TypeTable::of(&VALIDATE_ENUMERATED_ARGUMENTS_ATTRIBUTE) };
static ARGUMENT_TRANSFORMATION: TypeTable =
    TypeTable { constructors: CONSTRUCTORS, ..TypeTable::of(&ARGUMENT_TRANSFORMATION_ATTRIBUTE) };

pub(super) static TABLES: &[&TypeTable] =
    &[&VALIDATE_ARGUMENTS, &VALIDATE_ENUMERATED_ARGUMENTS, &ARGUMENT_TRANSFORMATION];
