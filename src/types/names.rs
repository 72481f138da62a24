//! The names of types: accelerators, the syntax of type literals, and how PowerShell writes a type.

use super::{known, registry};
use crate::text::Str;
use crate::value::type_name;
use crate::value::types::*;
use std::rc::Rc;

/// The accelerators.
pub(super) static ACCELERATORS: &[(&str, &NativeType)] = &[
    ("array", &ARRAY),
    ("bigint", &BIG_INTEGER),
    ("bool", &BOOLEAN),
    ("byte", &BYTE),
    ("char", &CHAR),
    ("cultureinfo", &known::CULTURE_INFO),
    ("datetime", &known::DATE_TIME),
    ("decimal", &DECIMAL),
    ("double", &DOUBLE),
    ("float", &SINGLE),
    ("guid", &known::GUID),
    ("hashtable", &HASHTABLE),
    ("int", &INT32),
    ("int32", &INT32),
    ("ipaddress", &known::IP_ADDRESS),
    ("IPEndpoint", &known::IP_END_POINT),
    ("long", &INT64),
    ("int64", &INT64),
    ("mailaddress", &known::MAIL_ADDRESS),
    ("NullString", &known::NULL_STRING),
    ("ObjectSecurity", &known::OBJECT_SECURITY),
    ("ordered", &ORDERED_DICTIONARY),
    ("PhysicalAddress", &known::PHYSICAL_ADDRESS),
    ("pscredential", &known::PS_CREDENTIAL),
    ("psobject", &PS_OBJECT),
    ("pscustomobject", &PS_OBJECT),
    ("ref", &known::PS_REFERENCE),
    ("regex", &known::REGEX),
    ("sbyte", &SBYTE),
    ("scriptblock", &SCRIPT_BLOCK),
    ("securestring", &known::SECURE_STRING),
    ("semver", &known::SEMANTIC_VERSION),
    ("short", &INT16),
    ("int16", &INT16),
    ("single", &SINGLE),
    ("string", &STRING),
    ("switch", &SWITCH_PARAMETER),
    ("timespan", &known::TIME_SPAN),
    ("type", &TYPE),
    ("uint", &UINT32),
    ("uint32", &UINT32),
    ("ulong", &UINT64),
    ("uint64", &UINT64),
    ("uri", &known::URI),
    ("ushort", &UINT16),
    ("uint16", &UINT16),
    ("version", &known::VERSION),
    ("void", &VOID),
    ("WildcardPattern", &known::WILDCARD_PATTERN),
    ("X500DistinguishedName", &known::X500_DISTINGUISHED_NAME),
    ("X509Certificate", &known::X509_CERTIFICATE),
];

/// A type as PowerShell writes it: `int`, `string[]`, `System.Collections.Generic.List[int]`.
pub fn type_name_text(ty: &TypeRef) -> Str {
    Str::from(written(ty))
}

fn written(ty: &TypeRef) -> String {
    match ty {
        TypeRef::Native(native) => match native.kind {
            NativeKind::Generic(parameters) => format!("{}[{}]", native.name, parameter_names(native, parameters)),
            _ => type_name(ty),
        },
        TypeRef::Array(array) => {
            format!("{}[{}]", written(&array.0), ",".repeat(array.1.saturating_sub(1) as usize))
        }
        TypeRef::Generic(generic) => {
            let arguments: Vec<String> = generic.1.iter().map(written).collect();
            let plain = generic.0.name.split('`').next().unwrap_or(generic.0.name);
            format!("{plain}[{}]", arguments.join(","))
        }
        TypeRef::Script(script) => script.name.to_string(),
    }
}

fn parameter_names(native: &NativeType, parameters: usize) -> String {
    let names: Vec<String> = match parameters {
        1 => vec!["T".to_string()],
        2 if native.name.contains("Dictionary")
            || native.name.contains("KeyValue")
            || native.name.contains("Sorted") =>
        {
            vec!["TKey".to_string(), "TValue".to_string()]
        }
        count => (1..=count).map(|n| format!("T{n}")).collect(),
    };
    names.join(",")
}

/// Parses the text of a type literal; `lookup` finds the plain names in it.
pub(super) fn parse(text: &str, lookup: &dyn Fn(&str) -> Option<TypeRef>) -> Option<TypeRef> {
    let mut parser = Parser { rest: text.trim(), lookup };
    let ty = parser.ty()?;
    parser.rest.trim().is_empty().then_some(ty)
}

struct Parser<'a> {
    rest: &'a str,
    lookup: &'a dyn Fn(&str) -> Option<TypeRef>,
}

impl<'a> Parser<'a> {
    fn ty(&mut self) -> Option<TypeRef> {
        let end = self.rest.find(['[', ']', ',']).unwrap_or(self.rest.len());
        let (name, rest) = self.rest.split_at(end);
        self.rest = rest;
        let name = name.trim();
        let mut ty = None;
        while let Some(inside) = self.rest.strip_prefix('[') {
            match inside.trim_start().chars().next()? {
                ']' | ',' => {
                    let element = match ty {
                        Some(ty) => ty,
                        None => (self.lookup)(name)?,
                    };
                    let close = inside.find(']')?;
                    let (commas, rest) = inside.split_at(close);
                    if commas.contains(|c: char| c != ',' && c != ' ') {
                        return None;
                    }
                    let rank = u32::try_from(commas.matches(',').count()).ok()? + 1;
                    ty = Some(TypeRef::Array(Rc::new((element, rank))));
                    self.rest = rest.get(1..)?;
                }
                _ if ty.is_none() => {
                    self.rest = inside;
                    ty = Some(self.generic(name)?);
                }
                _ => return None,
            }
        }
        ty.or_else(|| (self.lookup)(name))
    }

    /// The arguments of a generic type up to the closing bracket; each may have brackets of its own.
    fn generic(&mut self, name: &str) -> Option<TypeRef> {
        let mut arguments = Vec::new();
        loop {
            self.rest = self.rest.trim_start();
            if let Some(inside) = self.rest.strip_prefix('[') {
                self.rest = inside;
                arguments.push(self.ty()?);
                self.rest = self.rest.trim_start();
                // An assembly's name may follow the type's inside the brackets.
                let close = self.rest.find(']')?;
                self.rest = self.rest.get(close + 1..)?;
            } else {
                arguments.push(self.ty()?);
            }
            self.rest = self.rest.trim_start();
            if let Some(rest) = self.rest.strip_prefix(',') {
                self.rest = rest;
            } else {
                self.rest = self.rest.strip_prefix(']')?;
                break;
            }
        }
        let definition = registry::find_generic(name, arguments.len())?;
        Some(TypeRef::Generic(Rc::new((definition, arguments))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::find_type;

    fn round_trip(text: &str) -> Option<String> {
        find_type(text).map(|ty| type_name_text(&ty).to_string())
    }

    #[test]
    fn a_type_is_written_with_its_accelerator() {
        assert_eq!(round_trip("System.Int32").as_deref(), Some("int"));
        assert_eq!(round_trip("Int64[]").as_deref(), Some("long[]"));
        assert_eq!(round_trip("object[,]").as_deref(), Some("System.Object[,]"));
    }

    #[test]
    fn generic_arguments_nest() {
        let text = "System.Collections.Generic.Dictionary[string,System.Collections.Generic.List[int[]]]";
        assert_eq!(round_trip(text).as_deref(), Some(text));
        assert_eq!(find_type("Collections.Generic.List[NoSuchType]"), None);
    }
}
