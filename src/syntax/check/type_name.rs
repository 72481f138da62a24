//! Types by their names: the few that the language itself treats in a special way.

use super::Report;
use crate::syntax::Span;
use crate::syntax::ast::{TypeName, TypeNameKind};
use crate::syntax::fault::messages;

/// An array of arrays deeper than this is refused.
const MOST_NESTED: u32 = 200;

/// Refuses arrays of arrays without end.
pub(super) fn depth(name: &TypeName, span: Span, report: &Report<'_>) {
    let mut depth = 0;
    let mut at = name;
    while let TypeNameKind::Array { element, .. } = &at.kind {
        depth += 1;
        if depth > MOST_NESTED {
            report.fault(messages::SCRIPT_TOO_COMPLICATED, span, &[]);
            return;
        }
        at = element;
    }
}

/// Whether a plain name is one of several, given without regard to case.
fn is_one_of(name: &TypeName, names: &[&str]) -> bool {
    let TypeNameKind::Simple { name, .. } = &name.kind else { return false };
    names.iter().any(|known| name.eq_ignore_ascii_case(known))
}

pub(super) fn is_void(name: &TypeName) -> bool {
    is_one_of(name, &["void", "System.Void"])
}

pub(super) fn is_ref(name: &TypeName) -> bool {
    is_one_of(name, &["ref", "psreference", "System.Management.Automation.PSReference"])
}

pub(super) fn is_ordered(name: &TypeName) -> bool {
    name.full_name().eq_ignore_ascii_case("ordered")
}

pub(super) fn is_string(name: &TypeName) -> bool {
    is_one_of(name, &["string", "System.String"])
}

pub(super) fn is_object(name: &TypeName) -> bool {
    is_one_of(name, &["object", "System.Object"])
}

/// The numbers, `[bool]` and `[char]`, to which a constant may be converted.
pub(super) fn is_primitive(name: &TypeName) -> bool {
    const NAMES: [&str; 20] = [
        "bool", "boolean", "byte", "char", "double", "float", "int", "int16", "int32", "int64", "long", "sbyte",
        "short", "single", "uint", "uint16", "uint32", "uint64", "ulong", "ushort",
    ];
    let TypeNameKind::Simple { name, .. } = &name.kind else { return false };
    let plain = name.get(.."system.".len()).filter(|head| head.eq_ignore_ascii_case("system."));
    let name = plain.and_then(|head| name.get(head.len()..)).unwrap_or(name);
    NAMES.iter().any(|known| name.eq_ignore_ascii_case(known))
}

/// The simple types that a data section may name, and arrays of them.
pub(super) fn is_simple(name: &TypeName) -> bool {
    if let TypeNameKind::Array { element, .. } = &name.kind {
        return is_simple(element) && !matches!(element.kind, TypeNameKind::Array { .. });
    }
    const OTHERS: [&str; 6] = ["datetime", "System.DateTime", "decimal", "System.Decimal", "DBNull", "System.DBNull"];
    is_primitive(name) || is_string(name) || is_one_of(name, &OTHERS)
}
