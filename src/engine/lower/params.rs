//! The signature of a script block: its parameters, their types and attributes, and `[CmdletBinding()]`.

use super::Lowerer;
use crate::engine::binder::attribute::{self, Arguments, Attribute};
use crate::engine::binder::{common, fault};
use crate::engine::signature::{Check, ConfirmImpact, Param, ParamUse, Signature};
use crate::syntax::Span;
use crate::syntax::ast::{self, AttributeBase, TypeNameKind};
use crate::text::symbol::same_name;
use crate::text::{Str, Symbol};
use crate::value::error::Place;
use crate::value::{Flow, Outcome, TypeRef, Value, convert, types};
use std::rc::Rc;

/// The signature of a block with its `param` block, or with the parameters in parentheses of a function.
///
/// What is wrong with the declaration becomes the signature's fault, which each call raises.
pub fn signature(
    lowerer: &mut Lowerer,
    block: &ast::ScriptBlock,
    parameters: Option<&[Rc<ast::Parameter>]>,
    name: &str,
) -> Signature {
    let mut made = Signature {
        name: Str::from(name),
        positional_binding: true,
        dynamic: block.dynamic_params.is_some(),
        ..Signature::default()
    };
    if let Err(flow) = fill(lowerer, block, parameters, &mut made) {
        made.fault = Some(flow);
    }
    if made.is_advanced {
        common::append(&mut made);
    }
    made.index();
    made
}

/// The types that `[OutputType()]` names, as they are written or by their full names.
pub fn output_types(block: &ast::ScriptBlock) -> Vec<Str> {
    let attributes = block.params.iter().flat_map(|params| &params.attributes);
    let outputs = attributes.filter_map(|base| match base {
        AttributeBase::Attribute(attribute) if simple(&attribute.name, "OutputType") => Some(&attribute.positional),
        _ => None,
    });
    outputs
        .flatten()
        .filter_map(|argument| match &argument.kind {
            ast::ExprKind::Type(name) => Some(Str::from(block.source.slice(name.span))),
            ast::ExprKind::String { value, .. } => Some(Str::from(&**value)),
            _ => None,
        })
        .collect()
}

fn fill(
    lowerer: &mut Lowerer,
    block: &ast::ScriptBlock,
    parameters: Option<&[Rc<ast::Parameter>]>,
    signature: &mut Signature,
) -> Outcome {
    let block_params = block.params.as_ref();
    for base in block_params.into_iter().flat_map(|params| &params.attributes) {
        if let AttributeBase::Attribute(attribute) = base
            && simple(&attribute.name, "CmdletBinding")
        {
            signature.is_advanced = true;
            cmdlet_binding(lowerer, attribute, signature)?;
        }
    }
    let declared = parameters.or_else(|| block_params.map(|params| params.parameters.as_slice())).unwrap_or_default();
    let mut has_positions = false;
    for parameter in declared {
        let slot = lowerer.slot(Symbol::new(&parameter.name.path));
        let mut param = Param::new(&*parameter.name.path, TypeRef::Native(&types::OBJECT));
        param.slot = Some(slot);
        param.default = parameter.default.as_ref().map(|default| Rc::new(lowerer.expr(default)));
        let attributes = Attributes::read(lowerer, &parameter.attributes)?;
        signature.is_advanced |= attributes.is_advanced;
        has_positions |= attributes.uses.iter().any(|entry| entry.position.is_some() || entry.set.is_some());
        attributes.give(&mut param)?;
        signature.params.push(param);
    }
    refuse_clashing_aliases(signature)?;
    if signature.positional_binding && !has_positions {
        let mut position = 0;
        for param in signature.params.iter_mut().filter(|param| !param.is_switch) {
            if let Some(entry) = param.uses.first_mut() {
                entry.position = Some(position);
                position += 1;
            }
        }
    }
    Ok(())
}

fn refuse_clashing_aliases(signature: &Signature) -> Outcome {
    let mut seen: Vec<&Str> = Vec::new();
    for alias in signature.params.iter().flat_map(|param| &param.aliases) {
        if seen.iter().any(|known| same_name(known, alias)) {
            let message = format!("The alias \"{alias}\" is declared multiple times.");
            return Err(fault::metadata("AliasDeclaredMultipleTimes", message));
        }
        seen.push(alias);
    }
    for param in &signature.params {
        let has_alias = |other: &&Param| other.aliases.iter().any(|alias| Symbol::new(alias) == param.symbol);
        if let Some(other) = signature.params.iter().find(has_alias) {
            let message = format!(
                "The parameter '{}' cannot be specified because it conflicts with the parameter alias of the same name \
                 for parameter '{}'.",
                param.name, other.name
            );
            return Err(fault::metadata("ParameterNameConflictsWithAlias", message));
        }
    }
    Ok(())
}

fn cmdlet_binding(lowerer: &mut Lowerer, attribute: &ast::Attribute, signature: &mut Signature) -> Outcome {
    for argument in &attribute.named {
        let value = constant(lowerer, &argument.argument, argument.omitted)?;
        let session = &mut *lowerer.session;
        let is = |known: &str| same_name(&argument.name, known);
        if is("DefaultParameterSetName") {
            let set = convert::to_text(session, &value)?;
            signature.default_set = (!set.is_empty()).then_some(set);
        } else if is("SupportsShouldProcess") {
            signature.should_process = convert::to_bool(session, &value)?;
        } else if is("PositionalBinding") {
            signature.positional_binding = convert::to_bool(session, &value)?;
        } else if is("SupportsPaging") {
            signature.supports_paging = convert::to_bool(session, &value)?;
        } else if is("ConfirmImpact") {
            signature.confirm_impact = match attribute::impact(session, &value)? {
                0 => ConfirmImpact::None,
                1 => ConfirmImpact::Low,
                3 => ConfirmImpact::High,
                _ => ConfirmImpact::Medium,
            };
        } else if !is("HelpUri") && !is("SupportsTransactions") && !is("RemotingCapability") {
            return Err(placed(lowerer, attribute::no_property(&argument.name), argument.span));
        }
    }
    Ok(())
}

/// What stands in brackets before one parameter.
#[derive(Default)]
pub struct Attributes {
    is_advanced: bool,
    uses: Vec<ParamUse>,
    /// In order of declaration; they are applied in the opposite one.
    types: Vec<TypeRef>,
    checks: Vec<Check>,
    aliases: Vec<Str>,
    completions: Vec<Str>,
    completer: Value,
    obsolete: Option<Str>,
    hidden: bool,
    allow_null: bool,
    allow_empty_string: bool,
    allow_empty_collection: bool,
}

impl Attributes {
    fn read(lowerer: &mut Lowerer, bases: &[AttributeBase]) -> Outcome<Attributes> {
        let mut attributes = Attributes::default();
        for base in bases {
            match base {
                AttributeBase::Type(constraint) => {
                    let ty = lowerer.session.resolve_type_name(&constraint.name);
                    let ty = ty.map_err(|flow| placed(lowerer, flow, constraint.span))?;
                    attributes.types.push(parameter_type(ty));
                }
                AttributeBase::Attribute(attribute) => {
                    let read = read_attribute(lowerer, attribute);
                    let read = read.map_err(|flow| placed(lowerer, flow, attribute.span))?;
                    attributes.add(read);
                }
            }
        }
        Ok(attributes)
    }

    /// Takes an attribute in.
    pub fn add(&mut self, attribute: Attribute) {
        match attribute {
            Attribute::Parameter(parameter) => {
                self.is_advanced = true;
                self.hidden |= parameter.hidden;
                self.uses.push(parameter.entry);
            }
            Attribute::Check(check) => self.checks.push(check),
            Attribute::Alias(names) => self.aliases.extend(names),
            Attribute::AllowNull => self.allow_null = true,
            Attribute::AllowEmptyString => self.allow_empty_string = true,
            Attribute::AllowEmptyCollection => self.allow_empty_collection = true,
            Attribute::Completions(choices) => self.completions.extend(choices),
            Attribute::Completer(completer) => self.completer = completer,
            Attribute::Obsolete(why) => self.obsolete = Some(why),
            Attribute::Inert => {}
        }
    }

    /// Gives a parameter all that they say.
    ///
    /// # Errors
    /// `ParameterDeclaredInParameterSetMultipleTimes`.
    pub fn give(self, param: &mut Param) -> Outcome {
        if let Some(ty) = self.types.first() {
            param.ty = ty.clone();
            param.is_switch = ty.is_native(&types::SWITCH_PARAMETER);
        }
        let transforms = |check: &Check| matches!(check, Check::Custom(value) if is_transformation(value));
        let (transformations, validations): (Vec<Check>, Vec<Check>) =
            self.checks.into_iter().rev().partition(transforms);
        param.checks = transformations;
        param.checks.extend(self.types.into_iter().rev().map(Check::Convert));
        param.checks.extend(validations);
        let mut uses: Vec<ParamUse> = Vec::with_capacity(self.uses.len().max(1));
        for entry in self.uses.into_iter().rev() {
            if uses.iter().any(|known| known.set == entry.set) {
                let set = entry.set.unwrap_or_else(|| Str::from("__AllParameterSets"));
                let message =
                    format!("The parameter \"{}\" is declared in parameter-set \"{set}\" multiple times.", param.name);
                return Err(fault::metadata("ParameterDeclaredInParameterSetMultipleTimes", message));
            }
            uses.push(entry);
        }
        if !uses.is_empty() {
            param.uses = uses;
        }
        param.aliases = self.aliases;
        param.completions = self.completions;
        param.completer = self.completer;
        param.obsolete = self.obsolete;
        param.hidden = self.hidden;
        param.allow_null = self.allow_null;
        param.allow_empty_string = self.allow_empty_string;
        param.allow_empty_collection = self.allow_empty_collection;
        Ok(())
    }
}

fn is_transformation(attribute: &Value) -> bool {
    use crate::types::attributes::ARGUMENT_TRANSFORMATION_ATTRIBUTE;
    attribute.type_ref().is_some_and(|ty| ty.native().is(&ARGUMENT_TRANSFORMATION_ATTRIBUTE))
}

/// `[pscustomobject]` before a parameter takes any object, as `[psobject]` does.
fn parameter_type(ty: TypeRef) -> TypeRef {
    if ty.is_native(&types::PS_CUSTOM_OBJECT) { TypeRef::Native(&types::PS_OBJECT) } else { ty }
}

fn read_attribute(lowerer: &mut Lowerer, attribute: &ast::Attribute) -> Outcome<Attribute> {
    let name = match &attribute.name.kind {
        TypeNameKind::Simple { name, .. } => Str::from(&**name),
        _ => Str::from(lowerer.source.slice(attribute.name.span)),
    };
    let mut arguments = Arguments::default();
    for argument in &attribute.positional {
        arguments.positional.push(constant(lowerer, argument, false)?);
    }
    for argument in &attribute.named {
        let value = constant(lowerer, &argument.argument, argument.omitted)?;
        arguments.named.push((Str::from(&*argument.name), value));
    }
    attribute::read(lowerer.session, &name, arguments)
}

/// The value of an attribute's argument: a constant, a type or a script block.
fn constant(lowerer: &mut Lowerer, argument: &ast::Expr, omitted: bool) -> Outcome<Value> {
    if omitted {
        return Ok(Value::Bool(true));
    }
    let code = lowerer.expr(argument);
    lowerer.session.eval(&code).map_err(|flow| placed(lowerer, flow, argument.span))
}

/// Whether an attribute has a name, written with or without its namespace and ending.
fn simple(name: &ast::TypeName, known: &str) -> bool {
    matches!(&name.kind, TypeNameKind::Simple { name, .. } if same_name(attribute::simple_name(name), known))
}

/// An error with its place in the declaration.
fn placed(lowerer: &Lowerer, flow: Flow, span: Span) -> Flow {
    if let Flow::Error(record) = &flow
        && record.place.borrow().is_none()
    {
        *record.place.borrow_mut() = Some(Place { source: lowerer.source.clone(), span });
    }
    flow
}
