//! PowerShell data files: one table of constants, tables and lists, read from the syntax tree and never run.

use super::{FileFault, Places, entry, item};
use crate::store::TopologyNode;
use crate::syntax::ast::{Expr, ExprKind, PipelineElement, ScriptBlock, Statement, StatementBlock, StatementKind};
use crate::syntax::{Source, parse};
use std::rc::Rc;

const ONLY_DATA: &str = "A data file may hold only constants, tables @{ } and lists @( ).";

/// How deeply data may be nested.
const MAX_DEPTH: usize = 32;

pub(super) fn read(source: &Rc<Source>, places: &mut Places) -> Result<TopologyNode, FileFault> {
    let parsed = parse(source);
    if let Some(fault) = parsed.faults.first() {
        return Err(FileFault::new(fault.span.start as usize, fault.message.clone()));
    }
    let mut reader = Reader { source, places, depth: 0 };
    match only_expression(&parsed.tree)? {
        expression if matches!(expression.kind, ExprKind::Hashtable(_)) => reader.expression(expression, ""),
        expression => Err(FileFault::new(expression.span.start as usize, "A topology is one table @{ }.")),
    }
}

/// The one expression that a data file consists of.
fn only_expression(tree: &ScriptBlock) -> Result<&Expr, FileFault> {
    let others = tree.params.is_some() || tree.begin.is_some() || tree.process.is_some() || tree.clean.is_some();
    let body = tree.end.as_ref().filter(|_| !others && tree.usings.is_empty());
    match body.map(|body| body.statements.as_slice()) {
        Some([statement]) => expression_of(statement),
        Some([_, second, ..]) => Err(FileFault::new(second.span.start as usize, "A topology is one table @{ }.")),
        _ => Err(FileFault::new(0, "A topology is one table @{ }.")),
    }
}

/// The expression that a statement is.
fn expression_of(statement: &Statement) -> Result<&Expr, FileFault> {
    let refused = || FileFault::new(statement.span.start as usize, ONLY_DATA);
    match &statement.kind {
        StatementKind::Pipeline(pipeline) if !pipeline.background => match pipeline.elements.as_slice() {
            [PipelineElement::Expression(only)] if only.redirections.is_empty() => Ok(&only.expression),
            _ => Err(refused()),
        },
        StatementKind::CommandExpression(only) if only.redirections.is_empty() => Ok(&only.expression),
        _ => Err(refused()),
    }
}

struct Reader<'a> {
    source: &'a Source,
    places: &'a mut Places,
    depth: usize,
}

impl Reader<'_> {
    fn expression(&mut self, expression: &Expr, path: &str) -> Result<TopologyNode, FileFault> {
        let at = expression.span.start as usize;
        self.places.add(path, at);
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(FileFault::new(at, "The data is nested too deeply."));
        }
        let node = match &expression.kind {
            ExprKind::String { value, .. } => Ok(TopologyNode::Text(value.to_string())),
            ExprKind::Constant(_) => Ok(TopologyNode::Text(self.source.slice(expression.span).to_string())),
            ExprKind::Variable(variable) => match variable.path.to_ascii_lowercase().as_str() {
                "null" => Ok(TopologyNode::Null),
                "true" => Ok(TopologyNode::Text("True".into())),
                "false" => Ok(TopologyNode::Text("False".into())),
                name => Err(FileFault::new(at, format!("The variable ${name} cannot be used here. {ONLY_DATA}"))),
            },
            ExprKind::Hashtable(entries) => self.table(entries, path),
            ExprKind::ArrayLiteral(items) => self.list(items.iter(), path),
            ExprKind::Array(block) => self.block(block, path),
            ExprKind::Paren(statement) => self.expression(expression_of(statement)?, path),
            _ => Err(FileFault::new(at, ONLY_DATA)),
        };
        self.depth -= 1;
        node
    }

    fn table(&mut self, entries: &[(Expr, Statement)], path: &str) -> Result<TopologyNode, FileFault> {
        let mut nodes = Vec::new();
        for (key, value) in entries {
            let ExprKind::String { value: name, .. } = &key.kind else {
                return Err(FileFault::new(key.span.start as usize, "A key must be a plain name."));
            };
            nodes.push((name.to_string(), self.expression(expression_of(value)?, &entry(path, name))?));
        }
        Ok(TopologyNode::Map(nodes))
    }

    fn list<'e>(&mut self, items: impl Iterator<Item = &'e Expr>, path: &str) -> Result<TopologyNode, FileFault> {
        let mut nodes = Vec::new();
        for (index, one) in items.enumerate() {
            nodes.push(self.expression(one, &item(path, index))?);
        }
        Ok(TopologyNode::List(nodes))
    }

    /// The items of `@( )`; a single list inside is the list itself.
    fn block(&mut self, block: &StatementBlock, path: &str) -> Result<TopologyNode, FileFault> {
        if let Some(trap) = block.traps.first() {
            return Err(FileFault::new(trap.span.start as usize, ONLY_DATA));
        }
        let items = block.statements.iter().map(expression_of).collect::<Result<Vec<&Expr>, FileFault>>()?;
        match items.as_slice() {
            [only] if matches!(only.kind, ExprKind::ArrayLiteral(_) | ExprKind::Array(_)) => {
                self.expression(only, path)
            }
            items => self.list(items.iter().copied(), path),
        }
    }
}
