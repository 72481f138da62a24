//! The attribute classes of PowerShell that scripts name, derive from and put before parameters.

use super::enums::REGEX_OPTIONS;
use super::invoke::type_of_call;
use super::known::ATTRIBUTE;
use super::table::{Method, TypeTable};
use crate::text::Str;
use crate::text::symbol::same_name;
use crate::value::{EnumValue, Env, Native, NativeType, Outcome, TypeRef, Value};
use std::cell::RefCell;

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

/// An attribute as an object: what its constructor was given, and the properties that were set.
pub struct AttributeObject {
    pub ty: &'static NativeType,
    pub positional: Vec<Value>,
    pub named: RefCell<Vec<(Str, Value)>>,
}

impl Native for AttributeObject {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(self.ty)
    }

    fn dynamic_property(&self, name: &str) -> Option<Value> {
        let named = self.named.borrow();
        named.iter().find(|(known, _)| same_name(known, name)).map(|(_, value)| value.clone())
    }

    fn set_dynamic_property(&self, _env: &mut dyn Env, name: &str, value: &Value) -> Option<Outcome<()>> {
        let mut named = self.named.borrow_mut();
        let (_, place) = named.iter_mut().find(|(known, _)| same_name(known, name))?;
        *place = value.clone();
        Some(Ok(()))
    }

    fn dynamic_properties(&self) -> Vec<Str> {
        self.named.borrow().iter().map(|(name, _)| name.clone()).collect()
    }
}

fn new(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let ty = type_of_call(this).native();
    let named = defaults(ty).into_iter().map(|(name, value)| (Str::from(name), value)).collect();
    Ok(Value::native(AttributeObject { ty, positional: arguments.to_vec(), named: RefCell::new(named) }))
}

/// The settable properties of an attribute with their first values.
fn defaults(ty: &'static NativeType) -> Vec<(&'static str, Value)> {
    let is = |other: &'static NativeType| std::ptr::eq(ty, other);
    if is(&PARAMETER_ATTRIBUTE) {
        let off = Value::Bool(false);
        return vec![
            ("Position", Value::Int(i32::MIN)),
            ("ParameterSetName", Value::from("__AllParameterSets")),
            ("Mandatory", off.clone()),
            ("ValueFromPipeline", off.clone()),
            ("ValueFromPipelineByPropertyName", off.clone()),
            ("ValueFromRemainingArguments", off.clone()),
            ("HelpMessage", Value::Null),
            ("HelpMessageBaseName", Value::Null),
            ("HelpMessageResourceId", Value::Null),
            ("DontShow", off),
        ];
    }
    if is(&VALIDATE_SET_ATTRIBUTE) {
        return vec![("ErrorMessage", Value::Null), ("IgnoreCase", Value::Bool(true))];
    }
    if is(&VALIDATE_PATTERN_ATTRIBUTE) {
        return vec![("ErrorMessage", Value::Null), ("Options", EnumValue::native(&REGEX_OPTIONS, 1))];
    }
    if is(&VALIDATE_SCRIPT_ATTRIBUTE) {
        return vec![("ErrorMessage", Value::Null)];
    }
    Vec::new()
}

/// The tables of attributes that are made from these arguments.
macro_rules! constructed {
    ($($table:ident: $ty:ident $(as $accelerator:literal)?, $($signature:literal),+;)*) => {
        $(static $table: TypeTable = TypeTable {
            accelerators: &[$($accelerator)?],
            constructors: &[$(Method::new($signature, new)),+],
            ..TypeTable::of(&$ty)
        };)*

        pub(super) static TABLES: &[&TypeTable] = &[$(&$table),*];
    };
}

constructed! {
    VALIDATE_ARGUMENTS: VALIDATE_ARGUMENTS_ATTRIBUTE, "System.Attribute new()";
    VALIDATE_ENUMERATED_ARGUMENTS: VALIDATE_ENUMERATED_ARGUMENTS_ATTRIBUTE, "System.Attribute new()";
    ARGUMENT_TRANSFORMATION: ARGUMENT_TRANSFORMATION_ATTRIBUTE, "System.Attribute new()";
    ALIAS: ALIAS_ATTRIBUTE as "Alias", "alias new(Params string[] aliasNames)";
    ALLOW_EMPTY_COLLECTION: ALLOW_EMPTY_COLLECTION_ATTRIBUTE as "AllowEmptyCollection", "System.Attribute new()";
    ALLOW_EMPTY_STRING: ALLOW_EMPTY_STRING_ATTRIBUTE as "AllowEmptyString", "System.Attribute new()";
    ALLOW_NULL: ALLOW_NULL_ATTRIBUTE as "AllowNull", "System.Attribute new()";
    ARGUMENT_COMPLETER: ARGUMENT_COMPLETER_ATTRIBUTE as "ArgumentCompleter", "System.Attribute new(scriptblock scriptBlock)";
    ARGUMENT_COMPLETIONS: ARGUMENT_COMPLETIONS_ATTRIBUTE as "ArgumentCompletions", "System.Attribute new(Params string[] completions)";
    CREDENTIAL: CREDENTIAL_ATTRIBUTE, "System.Attribute new()";
    PARAMETER: PARAMETER_ATTRIBUTE as "Parameter", "System.Attribute new()";
    PS_TYPE_NAME: PS_TYPE_NAME_ATTRIBUTE as "PSTypeNameAttribute", "System.Attribute new(string psTypeName)";
    SUPPORTS_WILDCARDS: SUPPORTS_WILDCARDS_ATTRIBUTE as "SupportsWildcards", "System.Attribute new()";
    VALIDATE_COUNT: VALIDATE_COUNT_ATTRIBUTE as "ValidateCount", "System.Attribute new(int minLength, int maxLength)";
    VALIDATE_DRIVE: VALIDATE_DRIVE_ATTRIBUTE as "ValidateDrive", "System.Attribute new(Params string[] validRootDrives)";
    VALIDATE_LENGTH: VALIDATE_LENGTH_ATTRIBUTE as "ValidateLength", "System.Attribute new(int minLength, int maxLength)";
    VALIDATE_NOT_NULL: VALIDATE_NOT_NULL_ATTRIBUTE as "ValidateNotNull", "System.Attribute new()";
    VALIDATE_NOT_NULL_OR_EMPTY: VALIDATE_NOT_NULL_OR_EMPTY_ATTRIBUTE as "ValidateNotNullOrEmpty", "System.Attribute new()";
    VALIDATE_NOT_NULL_OR_WHITE_SPACE: VALIDATE_NOT_NULL_OR_WHITE_SPACE_ATTRIBUTE as "ValidateNotNullOrWhiteSpace", "System.Attribute new()";
    VALIDATE_PATTERN: VALIDATE_PATTERN_ATTRIBUTE as "ValidatePattern", "System.Attribute new(string regexPattern)";
    VALIDATE_RANGE: VALIDATE_RANGE_ATTRIBUTE as "ValidateRange", "System.Attribute new(System.Object minRange, System.Object maxRange)", "System.Attribute new(System.Object rangeKind)";
    VALIDATE_SCRIPT: VALIDATE_SCRIPT_ATTRIBUTE as "ValidateScript", "System.Attribute new(scriptblock scriptBlock)";
    VALIDATE_SET: VALIDATE_SET_ATTRIBUTE as "ValidateSet", "System.Attribute new(type valuesGeneratorType)", "System.Attribute new(Params string[] validValues)";
}
