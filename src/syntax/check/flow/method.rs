//! Makes the graph of a method and reads from it.

use super::graph::{BlockId, ENTRY, EXIT, Event, Graph};
use super::variables::{Variables, local_name};
use crate::syntax::Span;
use crate::syntax::ast::{
    AttributeBase, BinaryOperator, Expr, ExprKind, FunctionMember, Pipeline, PipelineElement, Statement,
    StatementBlock, StatementKind, SwitchStatement, TryStatement, VariableExpression,
};
use crate::syntax::check::constant::pure_expression;
use crate::syntax::check::type_name::is_ref;
use crate::syntax::tree::Node;
use crate::text::symbol::{fold, same_name};

/// Follows the flow through a method: whether every path returns, and the variables that are read without a value.
pub(super) fn follow(method: &FunctionMember) -> (bool, Vec<Span>) {
    let body = &method.function.body;
    let mut flow = Flow { graph: Graph::new(), variables: Variables::of(Node::ScriptBlock(body)), loops: Vec::new() };
    flow.parameters(method);
    for block in [&body.dynamic_params, &body.begin, &body.process, &body.end, &body.clean].into_iter().flatten() {
        flow.statements(&block.statements);
    }
    flow.graph.flow_to(EXIT);
    (flow.graph.all_return(), flow.reads_without_value())
}

/// Where `break` and `continue` go.
struct Loop {
    label: Box<str>,
    break_to: BlockId,
    continue_to: BlockId,
}

struct Flow {
    graph: Graph,
    variables: Variables,
    loops: Vec<Loop>,
}

const OBJECT: &str = "object";

impl Flow {
    fn parameters(&mut self, method: &FunctionMember) {
        for parameter in method.function.parameters.iter().flatten() {
            let Some(name) = local_name(&parameter.name) else { continue };
            let id = self.variables.note(name);
            let mut types = parameter.attributes.iter().filter_map(|attribute| match attribute {
                AttributeBase::Type(constraint) => Some(&constraint.name),
                AttributeBase::Attribute(_) => None,
            });
            let kind = types.next();
            if let Some(variable) = self.variables.list.get_mut(id) {
                variable.is_assigned = true;
                variable.kind = Some(kind.map_or(OBJECT.into(), |kind| fold(&kind.full_name()).into()));
                variable.is_dynamic |= kind.is_some_and(is_ref) || types.next().is_some();
            }
            let kind = self.variables.list.get(id).and_then(|variable| variable.kind.clone());
            self.graph.add_to(ENTRY, Event::Assign(id, kind));
        }
    }

    /// Goes through the graph once its blocks are known.
    fn reads_without_value(&mut self) -> Vec<Span> {
        let mut suspects = Vec::new();
        let variables = &mut self.variables.list;
        let all_dynamic = self.variables.all_dynamic;
        self.graph.replay(variables.len(), &mut |event, assigned| match event {
            Event::Read(id, span) => {
                let has_value = assigned.get(*id).copied().unwrap_or(true);
                if !has_value && variables.get(*id).is_some_and(|variable| !variable.is_automatic) {
                    suspects.push((*id, *span));
                }
            }
            Event::Assign(id, kind) => {
                let Some(variable) = variables.get_mut(*id) else { return };
                let slot = assigned.get_mut(*id);
                let has_value = slot.as_ref().is_some_and(|slot| **slot);
                variable.is_assigned = true;
                variable.is_dynamic |= all_dynamic;
                let kind = kind.clone().or_else(|| (!has_value && variable.kind.is_some()).then(|| OBJECT.into()));
                match (&variable.kind, kind) {
                    (None, kind) => variable.kind = Some(kind.unwrap_or_else(|| OBJECT.into())),
                    (Some(first), Some(kind)) => variable.is_dynamic |= *first != kind,
                    (Some(_), None) => {}
                }
                if let Some(slot) = slot {
                    *slot = true;
                }
            }
        });
        let is_known =
            |id: usize| self.variables.list.get(id).is_some_and(|variable| variable.is_dynamic && variable.is_assigned);
        suspects.into_iter().filter(|(id, _)| !is_known(*id)).map(|(_, span)| span).collect()
    }

    fn named(&mut self, name: &str) -> Option<usize> {
        self.variables.id(&fold(name))
    }

    fn assign(&mut self, variable: &VariableExpression, kind: Option<Box<str>>) {
        if let Some(id) = local_name(variable).and_then(|name| self.variables.id(&name)) {
            self.graph.add(Event::Assign(id, kind));
        }
    }

    fn read(&mut self, variable: &VariableExpression) {
        if let Some(id) = local_name(variable).and_then(|name| self.variables.id(&name)) {
            self.graph.add(Event::Read(id, variable.span));
        }
    }

    fn statements(&mut self, statements: &[Statement]) {
        for statement in statements {
            self.statement(statement);
        }
    }

    fn block(&mut self, block: &StatementBlock) {
        self.statements(&block.statements);
    }

    fn optional(&mut self, statement: Option<&Statement>) {
        if let Some(statement) = statement {
            self.statement(statement);
        }
    }

    /// Goes on in a new block that flows on from the current one.
    fn enter_new(&mut self) -> BlockId {
        let block = self.graph.block();
        self.graph.flow_to(block);
        self.graph.current = block;
        block
    }

    fn statement(&mut self, statement: &Statement) {
        match &statement.kind {
            StatementKind::Pipeline(pipeline) => self.pipeline(pipeline),
            StatementKind::PipelineChain { left, right, .. } => {
                self.statement(left);
                self.pipeline(right);
            }
            StatementKind::CommandExpression(one) => self.expression(&one.expression),
            StatementKind::Assignment { left, right, .. } => {
                self.statement(right);
                self.target(left);
            }
            StatementKind::If { clauses, otherwise } => self.conditional(clauses, otherwise.as_ref()),
            StatementKind::Switch(switch) => self.switch(switch),
            StatementKind::ForEach(each) => {
                let after = self.graph.block();
                let in_loop = self.begin_loop(each.label.as_deref(), None);
                self.statement(&each.condition);
                self.graph.flow_to(after);
                if let Some(id) = self.named("foreach") {
                    self.graph.add(Event::Assign(id, None));
                }
                self.assign(&each.variable, None);
                self.finish_loop(in_loop, true, |flow| flow.block(&each.body));
                self.graph.flow_to(after);
                self.graph.current = after;
            }
            StatementKind::For { label, initializer, condition, iterator, body } => {
                self.optional(initializer.as_deref());
                let in_loop = self.begin_loop(label.as_deref(), iterator.as_deref());
                self.optional(condition.as_deref());
                self.finish_loop(in_loop, condition.is_some(), |flow| flow.block(body));
            }
            StatementKind::While { label, condition, body } => {
                let in_loop = self.begin_loop(label.as_deref(), None);
                self.statement(condition);
                self.finish_loop(in_loop, true, |flow| flow.block(body));
            }
            StatementKind::DoWhile { label, body, condition } | StatementKind::DoUntil { label, body, condition } => {
                self.do_loop(label.as_deref(), body, condition);
            }
            StatementKind::Try(statement) => self.try_statement(statement),
            StatementKind::Break(label) => self.jump(label.as_deref(), |target| target.break_to),
            StatementKind::Continue(label) => self.jump(label.as_deref(), |target| target.continue_to),
            StatementKind::Return(value) => self.leave(value.as_deref(), true),
            StatementKind::Exit(value) | StatementKind::Throw(value) => self.leave(value.as_deref(), false),
            StatementKind::Data { variable, body, .. } => {
                self.block(body);
                if let Some(id) = variable.as_deref().and_then(|name| self.named(name)) {
                    self.graph.add(Event::Assign(id, Some(OBJECT.into())));
                }
            }
            StatementKind::Block { body, .. } => self.block(body),
            StatementKind::Function(_)
            | StatementKind::Type(_)
            | StatementKind::Using(_)
            | StatementKind::Trap(_)
            | StatementKind::Error(_) => {}
        }
    }

    /// Commands may break out of any loop around.
    fn pipeline(&mut self, pipeline: &Pipeline) {
        let mut calls = false;
        for element in &pipeline.elements {
            match element {
                PipelineElement::Command(command) => {
                    calls = true;
                    Node::Command(command).children(&mut |child| self.node(child));
                }
                PipelineElement::Expression(one) => {
                    Node::CommandExpression(one).children(&mut |child| self.node(child))
                }
            }
        }
        if calls && !self.loops.is_empty() {
            for n in 0..self.loops.len() {
                if let Some((break_to, continue_to)) = self.loops.get(n).map(|one| (one.break_to, one.continue_to)) {
                    self.graph.flow_to(break_to);
                    self.graph.flow_to(continue_to);
                }
            }
            self.enter_new();
        }
    }

    /// Any node below a command or an expression.
    fn node(&mut self, node: Node<'_>) {
        match node {
            Node::Expr(expression) => self.expression(expression),
            Node::Statement(statement) => self.statement(statement),
            Node::CommandExpression(one) => self.expression(&one.expression),
            Node::StatementBlock(block) => self.block(block),
            Node::CommandParameter(_) | Node::Redirection(_) => node.children(&mut |child| self.node(child)),
            _ => {}
        }
    }

    fn expression(&mut self, expression: &Expr) {
        match &expression.kind {
            ExprKind::Variable(variable) => self.read(variable),
            // What a script block reads has nothing to do with the method, and `$using:` stands for a constant.
            ExprKind::ScriptBlock(_) | ExprKind::Using(_) | ExprKind::BaseConstructor { .. } | ExprKind::Error(_) => {}
            ExprKind::Binary { left, operator: BinaryOperator::And | BinaryOperator::Or, right, .. } => {
                self.expression(left);
                let after = self.graph.block();
                self.graph.flow_to(after);
                self.enter_new();
                self.expression(right);
                self.graph.flow_to(after);
                self.graph.current = after;
            }
            ExprKind::Ternary { condition, if_true, if_false } => {
                self.expression(condition);
                let (yes, no, after) = (self.graph.block(), self.graph.block(), self.graph.block());
                self.graph.flow_to(yes);
                self.graph.flow_to(no);
                for (block, branch) in [(yes, if_true), (no, if_false)] {
                    self.graph.current = block;
                    self.expression(branch);
                    self.graph.flow_to(after);
                }
                self.graph.current = after;
            }
            _ => Node::Expr(expression).children(&mut |child| self.node(child)),
        }
    }

    /// The target of an assignment, or what is read to find it.
    fn target(&mut self, target: &Expr) {
        match &target.kind {
            ExprKind::Paren(statement) => match pure_expression(statement) {
                Some(inner) => self.target(inner),
                None => self.expression(target),
            },
            ExprKind::ArrayLiteral(items) => items.iter().for_each(|item| self.target(item)),
            _ => self.single_target(target),
        }
    }

    fn single_target(&mut self, target: &Expr) {
        let mut inner = target;
        let mut kinds = Vec::new();
        let mut attributes = false;
        loop {
            inner = match &inner.kind {
                ExprKind::Convert { kind, child } => {
                    kinds.push(fold(&kind.name.full_name()).into_boxed_str());
                    child
                }
                ExprKind::Attributed { child, .. } => {
                    attributes = true;
                    child
                }
                _ => break,
            };
        }
        let ExprKind::Variable(variable) = &inner.kind else { return self.expression(target) };
        if !attributes && kinds.len() <= 1 {
            return self.assign(variable, kinds.pop());
        }
        if let Some(id) = local_name(variable).and_then(|name| self.variables.id(&name))
            && let Some(variable) = self.variables.list.get_mut(id)
        {
            variable.is_dynamic = true;
        }
    }

    fn conditional(&mut self, clauses: &[(Statement, StatementBlock)], otherwise: Option<&StatementBlock>) {
        let after = self.graph.block();
        if otherwise.is_none() {
            self.graph.flow_to(after);
        }
        for (n, (condition, body)) in clauses.iter().enumerate() {
            let is_last = n + 1 == clauses.len() && otherwise.is_none();
            let clause = self.graph.block();
            let next = if is_last { after } else { self.graph.block() };
            self.statement(condition);
            self.graph.flow_to(clause);
            self.graph.flow_to(next);
            self.graph.current = clause;
            self.block(body);
            self.graph.flow_to(after);
            self.graph.current = next;
        }
        if let Some(body) = otherwise {
            self.block(body);
            self.graph.flow_to(after);
        }
        self.graph.current = after;
    }

    fn switch(&mut self, switch: &SwitchStatement) {
        let in_loop = self.begin_loop(switch.label.as_deref(), None);
        self.statement(&switch.condition);
        if let Some(id) = self.named("switch") {
            self.graph.add(Event::Assign(id, None));
        }
        self.finish_loop(in_loop, true, |flow| flow.switch_clauses(switch));
    }

    fn switch_clauses(&mut self, switch: &SwitchStatement) {
        let after = self.graph.block();
        for (n, (condition, body)) in switch.clauses.iter().enumerate() {
            let is_last = n + 1 == switch.clauses.len() && switch.default.is_none();
            let clause = self.graph.block();
            let next = if is_last { after } else { self.graph.block() };
            self.expression(condition);
            self.graph.flow_to(next);
            self.graph.flow_to(clause);
            self.graph.current = clause;
            self.block(body);
            if !is_last {
                self.graph.flow_to(next);
                self.graph.current = next;
            }
        }
        if let Some(body) = &switch.default {
            self.graph.flow_to(after);
            self.block(body);
        }
        self.graph.flow_to(after);
        self.graph.current = after;
    }

    /// Goes to the place of a loop's condition; what is done before it on later rounds may be given.
    fn begin_loop(&mut self, label: Option<&str>, before_next: Option<&Statement>) -> Loop {
        let continue_to = self.graph.block();
        match before_next {
            None => {
                self.graph.flow_to(continue_to);
                self.graph.current = continue_to;
            }
            Some(statement) => {
                let condition = self.graph.block();
                self.graph.flow_to(condition);
                self.graph.current = continue_to;
                self.statement(statement);
                self.graph.flow_to(condition);
                self.graph.current = condition;
            }
        }
        Loop { label: label.unwrap_or("").into(), break_to: self.graph.block(), continue_to }
    }

    /// The body of a loop after its condition; without a condition it ends by a jump alone.
    fn finish_loop(&mut self, in_loop: Loop, has_condition: bool, body: impl FnOnce(&mut Flow)) {
        let Loop { break_to, continue_to, .. } = in_loop;
        if has_condition {
            self.graph.flow_to(break_to);
        }
        self.loops.push(in_loop);
        self.enter_new();
        body(self);
        self.graph.flow_to(continue_to);
        self.graph.current = break_to;
        self.loops.pop();
    }

    fn do_loop(&mut self, label: Option<&str>, body: &StatementBlock, condition: &Statement) {
        let (continue_to, break_to) = (self.graph.block(), self.graph.block());
        self.loops.push(Loop { label: label.unwrap_or("").into(), break_to, continue_to });
        let repeat = self.enter_new();
        self.block(body);
        self.graph.flow_to(continue_to);
        self.graph.current = continue_to;
        self.statement(condition);
        self.graph.flow_to(break_to);
        self.enter_new();
        self.graph.flow_to(repeat);
        self.graph.current = break_to;
        self.loops.pop();
    }

    /// Any statement of the body may throw, so the handlers follow on what came before it.
    fn try_statement(&mut self, statement: &TryStatement) {
        let before = self.graph.current;
        self.enter_new();
        self.block(&statement.body);
        let last = self.graph.current;
        let after = self.graph.block();
        let finally = statement.finally.as_ref().map(|body| (self.graph.block(), body));
        let next = finally.map_or(after, |(block, _)| block);
        for clause in &statement.catches {
            let block = self.graph.block();
            self.graph.flow(before, block);
            self.graph.current = block;
            self.block(&clause.body);
            self.graph.flow_to(next);
        }
        self.graph.flow(last, next);
        if let Some((block, body)) = finally {
            self.graph.current = block;
            self.block(body);
            self.graph.flow_to(after);
            if !statement.catches.iter().any(|clause| clause.types.is_empty()) {
                self.graph.flow(before, block);
                let rethrow = self.graph.block();
                self.graph.flow_to(rethrow);
                self.graph.ends(rethrow, false);
                self.graph.flow(rethrow, EXIT);
            }
        }
        self.graph.current = after;
    }

    fn jump(&mut self, label: Option<&Expr>, target: fn(&Loop) -> BlockId) {
        let to = match label.map(|label| &label.kind) {
            None => self.loops.last(),
            Some(ExprKind::String { value, .. }) => self.loops.iter().rev().find(|one| same_name(&one.label, value)),
            Some(_) => None,
        };
        let to = to.map(target);
        if let Some(label) = label {
            self.expression(label);
        }
        self.graph.flow_to(to.unwrap_or(EXIT));
        if to.is_none() {
            self.graph.ends(self.graph.current, false);
        }
        self.graph.current = self.graph.block();
    }

    fn leave(&mut self, value: Option<&Statement>, returns: bool) {
        self.optional(value);
        self.graph.flow_to(EXIT);
        self.graph.ends(self.graph.current, returns);
        self.graph.current = self.graph.block();
    }
}
