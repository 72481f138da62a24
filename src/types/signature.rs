//! Signatures of members, read from the text in which they are declared.

use super::{known, names, registry};
use crate::text::Str;
use crate::value::types::{self, NativeType, TypeRef};
use std::rc::Rc;

/// Stand-ins for the parameters of a generic type inside a signature, in their order.
static PARAMETERS: [NativeType; 7] = [
    NativeType::class("T1", &types::OBJECT),
    NativeType::class("T2", &types::OBJECT),
    NativeType::class("T3", &types::OBJECT),
    NativeType::class("T4", &types::OBJECT),
    NativeType::class("T5", &types::OBJECT),
    NativeType::class("T6", &types::OBJECT),
    NativeType::class("T7", &types::OBJECT),
];

/// The type parameter of a generic method, which takes what it gets.
pub(super) static METHOD_PARAMETER: NativeType = NativeType::class("T", &types::OBJECT);

/// One parameter of a method.
pub struct Parameter {
    pub name: &'static str,
    pub ty: TypeRef,
    /// The text of the default value, where the parameter is optional.
    pub default: Option<&'static str>,
    /// `Params`: takes all remaining arguments.
    pub is_params: bool,
    /// `[ref]`
    pub by_ref: bool,
}

/// A parsed signature.
pub struct Signature {
    pub name: &'static str,
    pub returns: &'static str,
    pub parameters: Vec<Parameter>,
    /// Whether all its types are known; one that is not can be listed but never be called.
    pub usable: bool,
    /// Whether the method has type parameters of its own.
    pub is_generic: bool,
    /// Whether it is a property with parameters, such as `Item`, whose declaration ends with its accessors.
    pub is_property: bool,
}

impl Signature {
    /// Reads a declaration such as `string Join(string separator, Params string[] value)`.
    pub fn parse(text: &'static str) -> Signature {
        let text = text.strip_prefix("static ").unwrap_or(text);
        let (head, tail) = text.split_once('(').unwrap_or((text, ")"));
        let (returns, full_name) = split_name(head);
        let is_generic = full_name.ends_with(']');
        let name = full_name.split('[').next().unwrap_or(full_name);
        let name = if full_name.contains('.') { full_name.rsplit('.').next().unwrap_or(name) } else { name };
        let mut usable = true;
        let is_property = tail.ends_with('}');
        let inside = tail.rsplit_once(')').map_or(tail, |(inside, _)| inside);
        let parameters = split_top(inside).map(|part| parameter(part, is_generic, &mut usable)).collect();
        Signature { name, returns, parameters, usable, is_generic, is_property }
    }

    pub fn has_params(&self) -> bool {
        self.parameters.last().is_some_and(|last| last.is_params)
    }

    /// How many arguments at least are needed when no `Params` array is left out.
    pub fn required(&self) -> usize {
        self.parameters.iter().filter(|parameter| parameter.default.is_none()).count()
    }
}

/// Splits `RETURN NAME` at the last space outside brackets.
fn split_name(head: &'static str) -> (&'static str, &'static str) {
    let mut depth = 0_i32;
    for (at, c) in head.char_indices().rev() {
        match c {
            ']' => depth += 1,
            '[' => depth -= 1,
            ' ' if depth == 0 => return (head.get(..at).unwrap_or(""), head.get(at + 1..).unwrap_or("")),
            _ => {}
        }
    }
    ("", head)
}

/// The parts between commas outside brackets.
fn split_top(text: &'static str) -> impl Iterator<Item = &'static str> {
    let mut parts = Vec::new();
    let mut depth = 0_i32;
    let mut start = 0;
    for (at, c) in text.char_indices() {
        match c {
            '[' => depth += 1,
            ']' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(text.get(start..at).unwrap_or(""));
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(text.get(start..).unwrap_or(""));
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty())
}

fn parameter(text: &'static str, in_generic_method: bool, usable: &mut bool) -> Parameter {
    let (declaration, default) = match text.split_once(" = ") {
        Some((declaration, default)) => (declaration, Some(default)),
        None => (text, None),
    };
    let (is_params, declaration) = match declaration.strip_prefix("Params ") {
        Some(rest) => (true, rest),
        None => (false, declaration),
    };
    let (by_ref, declaration) = match declaration.strip_prefix("[ref] ") {
        Some(rest) => (true, rest),
        None => (false, declaration),
    };
    let (ty, name) = split_name(declaration);
    let ty = type_of(ty, in_generic_method).unwrap_or_else(|| {
        *usable = false;
        TypeRef::Native(&known::UNUSABLE)
    });
    Parameter { name, ty, default, is_params, by_ref }
}

/// The type that a text in a declaration stands for, with stand-ins for the parameters of the generic type.
pub(super) fn type_of(text: &str, in_generic_method: bool) -> Option<TypeRef> {
    let lookup = |name: &str| match place_of(name) {
        Some(_) if in_generic_method => Some(TypeRef::Native(&METHOD_PARAMETER)),
        Some(place) => PARAMETERS.get(place).map(TypeRef::Native),
        None => registry::find_native(name).map(TypeRef::Native),
    };
    if text.contains('[') { names::parse(text, &lookup) } else { lookup(text) }
}

/// Which parameter of the generic type a name stands for.
fn place_of(name: &str) -> Option<usize> {
    match name {
        "T" | "T1" | "TKey" | "TElement" | "TEnum" | "TInput" | "TSource" => Some(0),
        "T2" | "TValue" | "TPriority" | "TOutput" | "TResult" => Some(1),
        "T3" => Some(2),
        "T4" => Some(3),
        "T5" => Some(4),
        "T6" => Some(5),
        "T7" => Some(6),
        _ => None,
    }
}

/// The type with the arguments of a generic type in place of its parameters.
pub(super) fn substitute(ty: &TypeRef, arguments: &[TypeRef]) -> TypeRef {
    match ty {
        TypeRef::Native(native) => PARAMETERS
            .iter()
            .position(|parameter| parameter == *native)
            .and_then(|place| arguments.get(place).cloned())
            .unwrap_or_else(|| ty.clone()),
        TypeRef::Array(array) => TypeRef::Array(Rc::new((substitute(&array.0, arguments), array.1))),
        TypeRef::Generic(generic) => {
            let inner = generic.1.iter().map(|argument| substitute(argument, arguments)).collect();
            TypeRef::Generic(Rc::new((generic.0, inner)))
        }
        TypeRef::Script(_) => ty.clone(),
    }
}

/// Whether the type parameter of a generic method stands in the type.
pub(super) fn mentions_method_parameter(ty: &TypeRef) -> bool {
    match ty {
        TypeRef::Native(native) => **native == METHOD_PARAMETER,
        TypeRef::Array(array) => mentions_method_parameter(&array.0),
        TypeRef::Generic(generic) => generic.1.iter().any(mentions_method_parameter),
        TypeRef::Script(_) => false,
    }
}

/// The arguments of a generic type; of an array its element type; none for other types.
pub(super) fn arguments_of(ty: &TypeRef) -> Vec<TypeRef> {
    match ty {
        TypeRef::Generic(generic) => generic.1.clone(),
        TypeRef::Array(array) => vec![array.0.clone()],
        TypeRef::Script(script) => script.base.get().map(arguments_of).unwrap_or_default(),
        TypeRef::Native(native) => super::collections::dictionary::derived_arguments(native),
    }
}

/// A declaration with the names of type parameters replaced by the arguments, as `Get-Member` shows it.
pub(super) fn with_arguments(text: &str, arguments: &[TypeRef]) -> Str {
    if arguments.is_empty() {
        return Str::from(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut word = String::new();
    for c in text.chars() {
        if c.is_alphanumeric() || c == '_' || c == '.' {
            word.push(c);
            continue;
        }
        push_word(&mut out, &word, arguments);
        word.clear();
        out.push(c);
    }
    push_word(&mut out, &word, arguments);
    Str::from(out)
}

fn push_word(out: &mut String, word: &str, arguments: &[TypeRef]) {
    match place_of(word).and_then(|place| arguments.get(place)) {
        Some(argument) => out.push_str(&names::type_name_text(argument)),
        None => out.push_str(word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_declaration_is_read_with_its_defaults_and_markers() {
        let split = Signature::parse(
            "string[] Split(char separator, System.StringSplitOptions options = System.StringSplitOptions.None)",
        );
        assert_eq!((split.name, split.returns, split.parameters.len(), split.required()), ("Split", "string[]", 2, 1));
        let parse = Signature::parse("bool TryParse(string s, [ref] int result)");
        assert!(parse.usable && parse.parameters.last().is_some_and(|last| last.by_ref));
        let join = Signature::parse("string Join(string separator, Params System.Object[] values)");
        assert!(join.has_params());
    }

    #[test]
    fn a_method_of_an_interface_goes_by_its_last_name() {
        assert_eq!(Signature::parse("int IComparable.CompareTo(System.Object obj)").name, "CompareTo");
    }

    #[test]
    fn a_type_that_is_not_known_makes_the_overload_unusable() {
        assert!(!Signature::parse("int GetHashCode(System.ReadOnlySpan[char] value)").usable);
    }
}
