//! Statements.

use super::Lowerer;
use super::expression::scoped;
use crate::engine::block::Template;
use crate::engine::code::*;
use crate::syntax::ast::{self, ExprKind, PipelineElement, StatementKind};
use crate::text::{Str, Symbol};
use crate::value::Value;
use std::cell::OnceCell;
use std::rc::Rc;

impl Lowerer<'_> {
    pub fn statement(&mut self, statement: &ast::Statement) -> Stmt {
        Stmt { span: statement.span, kind: self.statement_kind(statement) }
    }

    fn boxed(&mut self, statement: &Option<Box<ast::Statement>>) -> Option<Box<Stmt>> {
        statement.as_ref().map(|statement| Box::new(self.statement(statement)))
    }

    fn statement_kind(&mut self, statement: &ast::Statement) -> StmtKind {
        match &statement.kind {
            StatementKind::Pipeline(pipeline) => self.pipeline_statement(pipeline),
            StatementKind::CommandExpression(expression) => self.expression_statement(&expression.expression),
            StatementKind::PipelineChain { left, operator, right, .. } => StmtKind::Chain(Box::new(ChainCode {
                left: self.statement(left),
                and: *operator == ast::ChainOperator::AndAnd,
                right: Stmt { span: right.span, kind: self.pipeline_statement(right) },
            })),
            StatementKind::Assignment { .. } => StmtKind::Effect(self.value_of(statement)),
            StatementKind::If { clauses, otherwise } => StmtKind::If {
                clauses: clauses.iter().map(|(test, body)| (self.value_of(test), self.block(body))).collect(),
                otherwise: otherwise.as_ref().map(|body| self.block(body)),
            },
            StatementKind::Switch(switch) => StmtKind::Switch(Box::new(self.switch(switch))),
            StatementKind::ForEach(each) => StmtKind::ForEach(Box::new(ForEachCode {
                label: label(&each.label),
                variable: self.variable_target(&each.variable),
                items: self.value_of(&each.condition),
                body: self.block(&each.body),
                enumerator: self.names.get(Symbol::new("foreach")),
            })),
            StatementKind::For { label: name, initializer, condition, iterator, body } => {
                StmtKind::For(Box::new(ForCode {
                    label: label(name),
                    initializer: initializer.as_ref().map(|statement| self.statement(statement)),
                    condition: condition.as_ref().map(|statement| self.value_of(statement)),
                    iterator: iterator.as_ref().map(|statement| self.statement(statement)),
                    body: self.block(body),
                }))
            }
            StatementKind::While { label: name, condition, body } => {
                StmtKind::While { label: label(name), condition: self.value_of(condition), body: self.block(body) }
            }
            StatementKind::DoWhile { label: name, body, condition } => self.do_loop(name, body, condition, false),
            StatementKind::DoUntil { label: name, body, condition } => self.do_loop(name, body, condition, true),
            StatementKind::Try(code) => StmtKind::Try(Box::new(TryCode {
                body: self.block(&code.body),
                catches: code
                    .catches
                    .iter()
                    .map(|catch| {
                        let types = catch.types.iter().map(|ty| self.type_code(&ty.name)).collect();
                        (types, self.block(&catch.body))
                    })
                    .collect(),
                finally: code.finally.as_ref().map(|body| self.block(body)),
            })),
            StatementKind::Break(name) => StmtKind::Break(name.as_ref().map(|name| self.expr(name))),
            StatementKind::Continue(name) => StmtKind::Continue(name.as_ref().map(|name| self.expr(name))),
            StatementKind::Return(value) if self.is_method => {
                StmtKind::ReturnValue(value.as_ref().map(|statement| self.value_of(statement)))
            }
            StatementKind::Return(value) => StmtKind::Return(self.boxed(value)),
            StatementKind::Exit(value) => StmtKind::Exit(self.boxed(value)),
            StatementKind::Throw(value) => StmtKind::Throw(self.boxed(value)),
            StatementKind::Function(function) => StmtKind::Function(Rc::new(function_code(function))),
            StatementKind::Type(definition) => StmtKind::Type(definition.clone()),
            StatementKind::Data { variable, body, .. } => StmtKind::Data {
                variable: variable.as_ref().map(|name| self.slot(Symbol::new(name))),
                body: self.block(body),
            },
            StatementKind::Block { .. } => StmtKind::Fault {
                id: "ParallelNotAllowed",
                message: Str::from("The keyword is not supported outside a workflow."),
            },
            StatementKind::Using(using) => self.using(using).kind,
            StatementKind::Trap(_) => StmtKind::Effect(Code::Const(Value::Null)),
            StatementKind::Error(_) => {
                StmtKind::Fault { id: "ParseError", message: Str::from("The statement could not be parsed.") }
            }
        }
    }

    fn do_loop(
        &mut self,
        name: &Option<Box<str>>,
        body: &ast::StatementBlock,
        condition: &ast::Statement,
        until: bool,
    ) -> StmtKind {
        let body = self.block(body);
        StmtKind::Do { label: label(name), body, condition: self.value_of(condition), until }
    }

    fn pipeline_statement(&mut self, pipeline: &ast::Pipeline) -> StmtKind {
        match pipeline.elements.as_slice() {
            [PipelineElement::Expression(only)] if only.redirections.is_empty() && !pipeline.background => {
                self.expression_statement(&only.expression)
            }
            _ => StmtKind::Pipeline(Box::new(self.pipeline(pipeline))),
        }
    }

    fn expression_statement(&mut self, expr: &ast::Expr) -> StmtKind {
        let is_effect = match &expr.kind {
            ExprKind::Unary { operator, .. } => matches!(
                operator,
                ast::UnaryOperator::PlusPlus
                    | ast::UnaryOperator::MinusMinus
                    | ast::UnaryOperator::PostfixPlusPlus
                    | ast::UnaryOperator::PostfixMinusMinus
            ),
            ExprKind::Convert { kind, .. } => self.source.slice(kind.name.span).eq_ignore_ascii_case("void"),
            _ => false,
        };
        let code = self.expr(expr);
        if is_effect { StmtKind::Effect(code) } else { StmtKind::Write(code) }
    }

    /// A statement as a value: a bare expression is evaluated, an assignment gives what it assigned, anything else
    /// runs and its output is collected.
    pub fn value_of(&mut self, statement: &ast::Statement) -> Code {
        match &statement.kind {
            StatementKind::CommandExpression(only) if only.redirections.is_empty() => self.expr(&only.expression),
            StatementKind::Pipeline(pipeline) => match pipeline.elements.as_slice() {
                [PipelineElement::Expression(only)] if only.redirections.is_empty() && !pipeline.background => {
                    self.expr(&only.expression)
                }
                _ => Code::Output(Box::new(self.statement(statement))),
            },
            StatementKind::Assignment { left, operator, right, .. } => {
                let target = self.target(left);
                let value = self.value_of(right);
                let is_plain = is_plain(&value);
                Code::Assign(Box::new(AssignCode { target, operator: *operator, is_plain, value }))
            }
            _ => Code::Output(Box::new(self.statement(statement))),
        }
    }

    fn switch(&mut self, switch: &ast::SwitchStatement) -> SwitchCode {
        let flags = switch.flags;
        let mode = match flags {
            ast::SwitchFlags { regex: true, .. } => SwitchMode::Regex,
            ast::SwitchFlags { wildcard: true, .. } => SwitchMode::Wildcard,
            _ => SwitchMode::Exact,
        };
        if mode == SwitchMode::Regex {
            self.names.slot(Symbol::new("Matches"));
        }
        SwitchCode {
            label: label(&switch.label),
            mode,
            case: if flags.case_sensitive { ast::CaseRule::Sensitive } else { ast::CaseRule::Insensitive },
            file: flags.file,
            condition: self.value_of(&switch.condition),
            clauses: switch
                .clauses
                .iter()
                .map(|(test, body)| {
                    let test = match &test.kind {
                        ExprKind::ScriptBlock(block) => SwitchTest::Block(Template::new(block.clone())),
                        _ => SwitchTest::Value(self.expr(test)),
                    };
                    (test, self.block(body))
                })
                .collect(),
            default: switch.default.as_ref().map(|body| self.block(body)),
        }
    }

    /// `using module X` imports; `using namespace X` opens; the others have no effect here.
    pub fn using(&mut self, using: &ast::UsingStatement) -> Stmt {
        let name = using.name.as_ref().or(using.module_specification.as_ref());
        let argument = name.map_or(Code::Const(Value::Null), |expr| self.expr(expr));
        let command = match using.kind {
            ast::UsingKind::Module => "Import-Module",
            ast::UsingKind::Namespace => {
                if let Code::Const(Value::Str(namespace)) = &argument {
                    self.session.open_namespace(namespace.clone());
                }
                return Stmt { span: using.span, kind: StmtKind::Effect(Code::Const(Value::Null)) };
            }
            ast::UsingKind::Assembly | ast::UsingKind::Command | ast::UsingKind::Type => {
                return Stmt { span: using.span, kind: StmtKind::Effect(Code::Const(Value::Null)) };
            }
        };
        let code = CommandCode {
            span: using.span,
            name_span: using.span,
            operator: ast::InvocationOperator::None,
            name: CommandName::Fixed(Str::from(command)),
            arguments: vec![ArgumentCode {
                span: using.span,
                kind: ArgumentKind::Positional { code: argument, token: None },
            }],
            redirections: Vec::new(),
            resolved: OnceCell::new(),
        };
        let elements = vec![ElementCode::Command(code)];
        let pipeline = PipelineCode { span: using.span, elements, background: false };
        Stmt { span: using.span, kind: StmtKind::Pipeline(Box::new(pipeline)) }
    }
}

/// Whether evaluating an expression can neither run other code nor change a variable.
fn is_plain(code: &Code) -> bool {
    match code {
        Code::Const(_) | Code::Slot(..) | Code::Underbar => true,
        Code::Add(pair) | Code::Subtract(pair) | Code::Multiply(pair) => is_plain(&pair.0) && is_plain(&pair.1),
        Code::Text(parts) => parts.iter().all(|part| match part {
            TextPart::Text(_) => true,
            TextPart::Code(code) => is_plain(code),
        }),
        _ => false,
    }
}

fn label(name: &Option<Box<str>>) -> Option<Symbol> {
    name.as_ref().map(|name| Symbol::new(name))
}

/// A function definition: its name without a scope, and the scope.
fn function_code(function: &Rc<ast::FunctionDefinition>) -> FunctionCode {
    let (scope, name) = match scoped(&function.name) {
        Some(scoped) if scoped.kind != ScopeName::Drive => (Some(scoped.scope), scoped.name),
        Some(scoped) if scoped.scope.eq_ignore_ascii_case("function") => (None, scoped.name),
        _ => (None, Str::from(&*function.name)),
    };
    let template = Template {
        tree: function.body.clone(),
        parameters: Some(function.clone()),
        name: Some(name.clone()),
        unit: OnceCell::new(),
        class: None,
    };
    FunctionCode { symbol: Symbol::new(&name), name, scope, is_filter: function.is_filter, template: Rc::new(template) }
}
