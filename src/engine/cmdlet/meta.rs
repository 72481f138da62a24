//! What a cmdlet's declaration says, as data; the signature is made of it when it is first asked for.

use super::CmdletObject;
use crate::engine::signature::{Check, ConfirmImpact, Param, ParamUse, Signature};
use crate::text::{Str, Symbol};
use crate::types::TypeTable;
use crate::value::{NativeType, TypeRef, Value};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// A cmdlet's declaration.
pub struct CmdletMeta {
    pub name: &'static str,
    /// The lines of its doc comment.
    pub doc: &'static [&'static str],
    pub attributes: &'static [HeaderAttribute],
    pub params: &'static [ParamMeta],
    pub new: fn() -> Box<dyn CmdletObject>,
}

/// A parameter's declaration.
pub struct ParamMeta {
    pub field: &'static str,
    pub ty: fn() -> TypeRef,
    pub doc: &'static [&'static str],
    pub attributes: &'static [ParamAttribute],
}

/// An attribute of the whole cmdlet.
#[derive(Clone, Copy)]
pub enum HeaderAttribute {
    Alias(&'static str),
    DefaultSet(&'static str),
    ShouldProcess(ConfirmImpact),
    /// The module that it belongs to in PowerShell.
    Module(&'static str),
    /// The type of what it writes.
    Output(&'static str),
    /// The class that PowerShell implements it with, where its name does not follow from the cmdlet's.
    Class(&'static str),
    /// The members of the types of what it writes.
    Types(&'static [&'static TypeTable]),
    /// Positional binding follows explicit positions only; cmdlets have no other kind.
    DynamicParams,
}

/// The functions that `cmdlet!` calls for the attributes of a header.
pub mod header {
    use super::{ConfirmImpact, HeaderAttribute, TypeTable};

    pub const fn alias(name: &'static str) -> HeaderAttribute {
        HeaderAttribute::Alias(name)
    }

    pub const fn default_set(name: &'static str) -> HeaderAttribute {
        HeaderAttribute::DefaultSet(name)
    }

    /// `SupportsShouldProcess` with the usual impact.
    pub const fn should_process() -> HeaderAttribute {
        HeaderAttribute::ShouldProcess(ConfirmImpact::Medium)
    }

    /// `SupportsShouldProcess` with an impact of its own.
    pub const fn confirm_impact(impact: ConfirmImpact) -> HeaderAttribute {
        HeaderAttribute::ShouldProcess(impact)
    }

    pub const fn module(name: &'static str) -> HeaderAttribute {
        HeaderAttribute::Module(name)
    }

    /// Types of its own, whose members become known with the cmdlet.
    pub const fn types(tables: &'static [&'static TypeTable]) -> HeaderAttribute {
        HeaderAttribute::Types(tables)
    }

    pub const fn class(name: &'static str) -> HeaderAttribute {
        HeaderAttribute::Class(name)
    }

    pub const fn output(name: &'static str) -> HeaderAttribute {
        HeaderAttribute::Output(name)
    }
}

/// An attribute of one parameter.
#[derive(Clone, Copy)]
pub enum ParamAttribute {
    Name(&'static str),
    Alias(&'static str),
    Set(&'static str),
    Mandatory,
    Position(i32),
    Pipeline,
    ByName,
    Remaining,
    AllowNull,
    AllowEmptyString,
    AllowEmptyCollection,
    NotNull,
    NotNullOrEmpty,
    Range(i64, i64),
    Choices(&'static [&'static str]),
    Completions(&'static [&'static str]),
    Type(&'static NativeType),
    NoNameOf(&'static NativeType),
    Hidden,
}

/// The functions that `cmdlet!` calls for the attributes of a parameter.
pub mod attribute {
    use super::ParamAttribute;
    use crate::value::NativeType;

    /// The parameter's name, where it is not the field's in Pascal case.
    pub const fn name(name: &'static str) -> ParamAttribute {
        ParamAttribute::Name(name)
    }

    pub const fn alias(name: &'static str) -> ParamAttribute {
        ParamAttribute::Alias(name)
    }

    /// The parameter belongs to this set; may come several times.
    pub const fn set(name: &'static str) -> ParamAttribute {
        ParamAttribute::Set(name)
    }

    pub const fn mandatory() -> ParamAttribute {
        ParamAttribute::Mandatory
    }

    pub const fn position(position: i32) -> ParamAttribute {
        ParamAttribute::Position(position)
    }

    /// `ValueFromPipeline`.
    pub const fn pipeline() -> ParamAttribute {
        ParamAttribute::Pipeline
    }

    /// `ValueFromPipelineByPropertyName`.
    pub const fn by_name() -> ParamAttribute {
        ParamAttribute::ByName
    }

    /// `ValueFromRemainingArguments`.
    pub const fn remaining() -> ParamAttribute {
        ParamAttribute::Remaining
    }

    pub const fn allow_null() -> ParamAttribute {
        ParamAttribute::AllowNull
    }

    pub const fn allow_empty_string() -> ParamAttribute {
        ParamAttribute::AllowEmptyString
    }

    pub const fn allow_empty_collection() -> ParamAttribute {
        ParamAttribute::AllowEmptyCollection
    }

    pub const fn not_null() -> ParamAttribute {
        ParamAttribute::NotNull
    }

    pub const fn not_null_or_empty() -> ParamAttribute {
        ParamAttribute::NotNullOrEmpty
    }

    /// `ValidateRange` over whole numbers, ends included.
    pub const fn range(ends: (i64, i64)) -> ParamAttribute {
        ParamAttribute::Range(ends.0, ends.1)
    }

    /// `ValidateSet`.
    pub const fn choices(values: &'static [&'static str]) -> ParamAttribute {
        ParamAttribute::Choices(values)
    }

    /// What completion offers without the binder insisting on it.
    pub const fn completions(values: &'static [&'static str]) -> ParamAttribute {
        ParamAttribute::Completions(values)
    }

    /// The declared type, where the field's own would not say it (enums, dates); of a list that of its items.
    pub const fn ty(ty: &'static NativeType) -> ParamAttribute {
        ParamAttribute::Type(ty)
    }

    /// Refuses the names of an enum's members, which by position go to another parameter.
    pub const fn no_name_of(ty: &'static NativeType) -> ParamAttribute {
        ParamAttribute::NoNameOf(ty)
    }

    /// Not offered by completion and help.
    pub const fn hidden() -> ParamAttribute {
        ParamAttribute::Hidden
    }
}

impl CmdletMeta {
    pub fn aliases(&self) -> impl Iterator<Item = &'static str> {
        self.attributes.iter().filter_map(|attribute| match attribute {
            HeaderAttribute::Alias(name) => Some(*name),
            _ => None,
        })
    }

    /// The full name of the class that PowerShell implements it with, which stands in error ids.
    pub fn class_name(&self) -> String {
        let plain: String = self.name.chars().filter(|c| *c != '-').collect();
        let named = self.attributes.iter().find_map(|attribute| match attribute {
            HeaderAttribute::Class(name) => Some((*name).to_string()),
            _ => None,
        });
        named.unwrap_or_else(|| format!("Microsoft.PowerShell.Commands.{plain}Command"))
    }

    /// The module that the cmdlet belongs to.
    pub fn module(&self) -> &'static str {
        let named = self.attributes.iter().find_map(|attribute| match attribute {
            HeaderAttribute::Module(name) => Some(*name),
            _ => None,
        });
        named.unwrap_or("Microsoft.PowerShell.Utility")
    }

    /// The members of the types that the cmdlet brings.
    pub fn types(&self) -> impl Iterator<Item = &'static [&'static TypeTable]> {
        self.attributes.iter().filter_map(|attribute| match attribute {
            HeaderAttribute::Types(tables) => Some(*tables),
            _ => None,
        })
    }

    /// The types of what it writes.
    pub fn outputs(&self) -> impl Iterator<Item = &'static str> {
        self.attributes.iter().filter_map(|attribute| match attribute {
            HeaderAttribute::Output(name) => Some(*name),
            _ => None,
        })
    }
}

thread_local! {
    static SIGNATURES: RefCell<HashMap<&'static str, Rc<Signature>>> = RefCell::default();
}

/// The signature of a cmdlet, made once a thread.
pub fn signature(meta: &'static CmdletMeta) -> Rc<Signature> {
    if let Some(known) = SIGNATURES.with_borrow(|known| known.get(meta.name).cloned()) {
        return known;
    }
    let made = Rc::new(make_signature(meta));
    SIGNATURES.with_borrow_mut(|known| known.insert(meta.name, made.clone()));
    made
}

fn make_signature(meta: &CmdletMeta) -> Signature {
    let mut signature = Signature {
        name: Str::from(meta.name),
        params: meta.params.iter().map(make_param).collect(),
        is_advanced: true,
        ..Signature::default()
    };
    for attribute in meta.attributes {
        match attribute {
            HeaderAttribute::DefaultSet(set) => signature.default_set = Some(Str::from(*set)),
            HeaderAttribute::ShouldProcess(impact) => {
                signature.should_process = true;
                signature.confirm_impact = *impact;
            }
            HeaderAttribute::DynamicParams => signature.dynamic = true,
            HeaderAttribute::Alias(_)
            | HeaderAttribute::Module(_)
            | HeaderAttribute::Class(_)
            | HeaderAttribute::Types(_)
            | HeaderAttribute::Output(_) => {}
        }
    }
    crate::engine::binder::common::append(&mut signature);
    signature.index();
    signature
}

fn make_param(meta: &ParamMeta) -> Param {
    let named = meta.attributes.iter().find_map(|attribute| match attribute {
        ParamAttribute::Name(name) => Some((*name).to_string()),
        _ => None,
    });
    let declared = meta.attributes.iter().find_map(|attribute| match attribute {
        ParamAttribute::Type(ty) => Some(TypeRef::Native(ty)),
        _ => None,
    });
    let ty = match ((meta.ty)(), declared) {
        (TypeRef::Array(_), Some(declared)) => TypeRef::array_of(declared),
        (own, declared) => declared.unwrap_or(own),
    };
    let mut param = Param::new(named.unwrap_or_else(|| pascal(meta.field)), ty);
    param.help = Str::from(meta.doc.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" "));
    let mut common = ParamUse::default();
    let mut uses: Vec<ParamUse> = Vec::new();
    for attribute in meta.attributes {
        let entry = uses.last_mut().unwrap_or(&mut common);
        match attribute {
            ParamAttribute::Name(_) | ParamAttribute::Type(_) => {}
            ParamAttribute::Alias(alias) => param.aliases.push(Str::from(*alias)),
            ParamAttribute::Set(set) => {
                uses.push(ParamUse { set: Some(Str::from(*set)), ..common.clone() });
            }
            ParamAttribute::Mandatory => entry.mandatory = true,
            ParamAttribute::Position(position) => entry.position = Some(*position),
            ParamAttribute::Pipeline => entry.by_value = true,
            ParamAttribute::ByName => entry.by_property = true,
            ParamAttribute::Remaining => entry.remaining = true,
            ParamAttribute::AllowNull => param.allow_null = true,
            ParamAttribute::AllowEmptyString => param.allow_empty_string = true,
            ParamAttribute::AllowEmptyCollection => param.allow_empty_collection = true,
            ParamAttribute::NoNameOf(ty) => param.checks.push(Check::NoNameOf(ty)),
            ParamAttribute::NotNull => param.checks.push(Check::ValidateNotNull),
            ParamAttribute::NotNullOrEmpty => param.checks.push(Check::ValidateNotNullOrEmpty),
            ParamAttribute::Range(low, high) => param.checks.push(range_check(&param.ty, *low, *high)),
            ParamAttribute::Choices(values) => param.checks.push(Check::ValidateSet {
                values: values.iter().map(|value| Str::from(*value)).collect(),
                ignore_case: true,
                message: None,
            }),
            ParamAttribute::Completions(values) => {
                param.completions = values.iter().map(|value| Str::from(*value)).collect();
            }
            ParamAttribute::Hidden => param.hidden = true,
        }
    }
    param.uses = if uses.is_empty() { vec![common] } else { uses };
    param.symbol = Symbol::new(&param.name);
    param
}

fn range_check(ty: &TypeRef, low: i64, high: i64) -> Check {
    let is_small = ty.is_native(&crate::value::types::INT32);
    let bound = |n: i64| match i32::try_from(n) {
        Ok(n) if is_small => Value::Int(n),
        _ => Value::Long(n),
    };
    Check::ValidateRange(bound(low), bound(high))
}

/// `input_object` as `InputObject`.
pub fn pascal(field: &str) -> String {
    let mut name = String::with_capacity(field.len());
    for word in field.trim_start_matches("r#").split('_') {
        let mut letters = word.chars();
        name.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        name.push_str(letters.as_str());
    }
    name
}

#[cfg(test)]
mod tests {
    use super::pascal;

    #[test]
    fn fields_become_parameter_names() {
        assert_eq!(pascal("input_object"), "InputObject");
        assert_eq!(pascal("r#in"), "In");
    }
}
