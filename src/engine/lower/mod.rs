//! Lowering: from the syntax tree of one script block to its [`Unit`].
//!
//! Every unscoped name that the block mentions gets a slot; nested script blocks are lowered on their own first run.

mod command;
mod expression;
pub mod params;
mod statement;
mod target;

use super::Session;
use super::block::Template;
use super::code::{Automatic, Body, SlotId, SlotTable, Stmt, Trap, TypeCode, Unit};
use super::signature::Signature;
use crate::syntax::{Source, Span, ast};
use crate::text::{Str, Symbol};
use std::cell::RefCell;
use std::rc::Rc;

/// The work on one unit.
pub struct Lowerer<'a> {
    pub session: &'a mut Session,
    pub source: Rc<Source>,
    pub names: SlotTable,
    automatic: Vec<(Automatic, SlotId)>,
    assigned: Vec<SlotId>,
    is_method: bool,
}

/// The unit of a template, lowered on first need.
pub fn unit(session: &mut Session, template: &Template) -> Rc<Unit> {
    if let Some(known) = template.unit.get() {
        return known.clone();
    }
    let made = Rc::new(lower_template(session, template));
    template.unit.get_or_init(|| made).clone()
}

/// A unit that does nothing, for frames that only hold variables.
pub fn empty_unit(source: &Rc<Source>) -> Rc<Unit> {
    Rc::new(empty(source))
}

/// A unit that does nothing, to be given names or statements.
pub fn empty(source: &Rc<Source>) -> Unit {
    let tree = ast::ScriptBlock {
        span: Span::default(),
        source: source.clone(),
        usings: Vec::new(),
        attributes: Vec::new(),
        params: None,
        dynamic_params: None,
        begin: None,
        process: None,
        end: None,
        clean: None,
        is_filter: false,
        requires: None,
    };
    Unit {
        source: source.clone(),
        span: Span::default(),
        names: SlotTable::default(),
        signature: Rc::default(),
        tree: Rc::new(tree),
        dynamic_params: None,
        begin: None,
        process: None,
        end: None,
        clean: None,
        output_types: Vec::new(),
        automatic: Vec::new(),
        assigned: Vec::new(),
    }
}

/// Lowers one expression that stands by itself, such as a constant argument of an attribute.
pub fn expression(session: &mut Session, source: &Rc<Source>, tree: &ast::Expr) -> (super::code::Code, SlotTable) {
    let mut lowerer = Lowerer::new(session, source.clone(), false);
    let code = lowerer.expr(tree);
    (code, lowerer.names)
}

/// Lowers one attribute that stands by itself.
pub fn attribute(session: &mut Session, source: &Rc<Source>, tree: &ast::Attribute) -> super::code::AttributeCode {
    Lowerer::new(session, source.clone(), false).attribute(tree)
}

fn lower_template(session: &mut Session, template: &Template) -> Unit {
    let tree = &template.tree;
    let mut lowerer = Lowerer::new(session, tree.source.clone(), template.class.is_some());
    let outer = template.parameters.as_ref().and_then(|function| function.parameters.as_deref());
    let name = template.name.clone().unwrap_or_default();
    let signature: Signature = params::signature(&mut lowerer, tree, outer, &name);
    let dynamic_params = tree.dynamic_params.as_ref().map(|block| lowerer.named_block(block));
    let begin = tree.begin.as_ref().map(|block| lowerer.named_block(block));
    let process = tree.process.as_ref().map(|block| lowerer.named_block(block));
    let mut end = tree.end.as_ref().map(|block| lowerer.named_block(block));
    let clean = tree.clean.as_ref().map(|block| lowerer.named_block(block));
    if !tree.usings.is_empty() {
        let body = end.get_or_insert_default();
        for (i, using) in tree.usings.iter().enumerate() {
            body.statements.insert(i, lowerer.using(using));
        }
    }
    Unit {
        source: tree.source.clone(),
        span: tree.span,
        output_types: params::output_types(tree),
        signature: Rc::new(signature),
        tree: tree.clone(),
        dynamic_params,
        begin,
        process,
        end,
        clean,
        automatic: lowerer.automatic,
        assigned: lowerer.assigned,
        names: lowerer.names,
    }
}

impl<'a> Lowerer<'a> {
    fn new(session: &'a mut Session, source: Rc<Source>, is_method: bool) -> Lowerer<'a> {
        Lowerer { session, source, names: SlotTable::default(), automatic: Vec::new(), assigned: Vec::new(), is_method }
    }
}

impl Lowerer<'_> {
    /// The slot of a name; automatic variables are noted, so that a call fills them.
    pub fn slot(&mut self, name: Symbol) -> SlotId {
        let slot = self.names.slot(name);
        if let Some(automatic) = automatic(&name.name())
            && !self.automatic.iter().any(|(known, _)| *known == automatic)
        {
            self.automatic.push((automatic, slot));
        }
        slot
    }

    fn named_block(&mut self, block: &ast::NamedBlock) -> Body {
        self.body_of(&block.statements, &block.traps)
    }

    fn block(&mut self, block: &ast::StatementBlock) -> Body {
        self.body_of(&block.statements, &block.traps)
    }

    fn body_of(&mut self, statements: &[ast::Statement], traps: &[ast::TrapStatement]) -> Body {
        let mut lowered: Vec<Stmt> = Vec::with_capacity(statements.len());
        // Classes and enums of a block are known before its first statement runs.
        let (types, rest): (Vec<_>, Vec<_>) =
            statements.iter().partition(|statement| matches!(statement.kind, ast::StatementKind::Type(_)));
        lowered.extend(types.into_iter().chain(rest).map(|statement| self.statement(statement)));
        let traps = traps
            .iter()
            .map(|trap| Trap {
                ty: trap.kind.as_ref().map(|ty| self.type_code(&ty.name)),
                body: self.block(&trap.body),
            })
            .collect();
        Body { statements: lowered, traps }
    }

    pub fn type_code(&self, name: &ast::TypeName) -> TypeCode {
        TypeCode { name: name.clone(), text: Str::from(self.source.slice(name.span)), known: RefCell::default() }
    }
}

fn automatic(name: &str) -> Option<Automatic> {
    const NAMES: [(&str, Automatic); 8] = [
        ("args", Automatic::Args),
        ("input", Automatic::Input),
        ("this", Automatic::This),
        ("PSBoundParameters", Automatic::BoundParameters),
        ("MyInvocation", Automatic::MyInvocation),
        ("PSCmdlet", Automatic::Cmdlet),
        ("PSScriptRoot", Automatic::ScriptRoot),
        ("PSCommandPath", Automatic::CommandPath),
    ];
    NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, automatic)| *automatic)
}
