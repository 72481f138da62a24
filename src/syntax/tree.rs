//! Walking a tree: any node with its children, in the order in which PowerShell visits them.

use super::Span;
use super::ast::*;

/// Any node of a tree.
#[derive(Clone, Copy, Debug)]
pub enum Node<'t> {
    ScriptBlock(&'t ScriptBlock),
    Using(&'t UsingStatement),
    ParamBlock(&'t ParamBlock),
    Parameter(&'t Parameter),
    NamedBlock(&'t NamedBlock),
    StatementBlock(&'t StatementBlock),
    Statement(&'t Statement),
    Trap(&'t TrapStatement),
    Catch(&'t CatchClause),
    /// The right side of a chain; elsewhere a pipeline is a [`Node::Statement`].
    Pipeline(&'t Pipeline),
    Command(&'t Command),
    /// `-Name:value`; an argument is a [`Node::Expr`].
    CommandParameter(&'t CommandElement),
    CommandExpression(&'t CommandExpression),
    Redirection(&'t Redirection),
    Function(&'t FunctionDefinition),
    Type(&'t TypeDefinition),
    Member(&'t Member),
    Attribute(&'t Attribute),
    NamedArgument(&'t NamedAttributeArgument),
    TypeConstraint(&'t TypeConstraint),
    Expr(&'t Expr),
    /// A variable that is no expression of its own: the name of a parameter, the variable of a foreach.
    Variable(&'t VariableExpression),
}

impl<'t> Node<'t> {
    pub fn span(self) -> Span {
        match self {
            Node::ScriptBlock(node) => node.span,
            Node::Using(node) => node.span,
            Node::ParamBlock(node) => node.span,
            Node::Parameter(node) => node.span,
            Node::NamedBlock(node) => node.span,
            Node::StatementBlock(node) => node.span,
            Node::Statement(node) => node.span,
            Node::Trap(node) => node.span,
            Node::Catch(node) => node.span,
            Node::Pipeline(node) => node.span,
            Node::Command(node) => node.span,
            Node::CommandParameter(node) => node.span(),
            Node::CommandExpression(node) => node.span,
            Node::Redirection(node) => node.span,
            Node::Function(node) => node.span,
            Node::Type(node) => node.span,
            Node::Member(node) => node.span(),
            Node::Attribute(node) => node.span,
            Node::NamedArgument(node) => node.span,
            Node::TypeConstraint(node) => node.span,
            Node::Expr(node) => node.span,
            Node::Variable(node) => node.span,
        }
    }

    /// The node of a statement; functions, types and the like have nodes of their own.
    pub fn of_statement(statement: &'t Statement) -> Node<'t> {
        match &statement.kind {
            StatementKind::Function(function) => Node::Function(function),
            StatementKind::Type(definition) => Node::Type(definition),
            StatementKind::Trap(trap) => Node::Trap(trap),
            StatementKind::Using(using) => Node::Using(using),
            StatementKind::CommandExpression(expression) => Node::CommandExpression(expression),
            _ => Node::Statement(statement),
        }
    }

    fn of_attribute(attribute: &'t AttributeBase) -> Node<'t> {
        match attribute {
            AttributeBase::Attribute(attribute) => Node::Attribute(attribute),
            AttributeBase::Type(constraint) => Node::TypeConstraint(constraint),
        }
    }

    fn of_element(element: &'t PipelineElement) -> Node<'t> {
        match element {
            PipelineElement::Command(command) => Node::Command(command),
            PipelineElement::Expression(expression) => Node::CommandExpression(expression),
        }
    }

    fn of_command_element(element: &'t CommandElement) -> Node<'t> {
        match element {
            CommandElement::Argument(argument) => Node::Expr(argument),
            CommandElement::Parameter { .. } => Node::CommandParameter(element),
        }
    }

    fn of_error_child(child: &'t ErrorChild) -> Node<'t> {
        match child {
            ErrorChild::Statement(statement) => Node::of_statement(statement),
            ErrorChild::Expr(expression) => Node::Expr(expression),
            ErrorChild::Block(block) => Node::StatementBlock(block),
            ErrorChild::Attribute(attribute) => Node::of_attribute(attribute),
            ErrorChild::Parameter(parameter) => Node::Parameter(parameter),
            ErrorChild::NamedBlock(block) => Node::NamedBlock(block),
            ErrorChild::Catch(clause) => Node::Catch(clause),
            ErrorChild::Command(element) => Node::of_command_element(element),
        }
    }

    /// Hands over the children one by one.
    pub fn children(self, each: &mut dyn FnMut(Node<'t>)) {
        match self {
            Node::ScriptBlock(block) => {
                block.usings.iter().for_each(|using| each(Node::Using(using)));
                block.attributes.iter().for_each(|attribute| each(Node::Attribute(attribute)));
                block.params.iter().for_each(|params| each(Node::ParamBlock(params)));
                let named = [&block.dynamic_params, &block.begin, &block.process, &block.end, &block.clean];
                named.into_iter().flatten().for_each(|block| each(Node::NamedBlock(block)));
            }
            Node::Using(using) => {
                let parts = [&using.name, &using.module_specification, &using.alias];
                parts.into_iter().flatten().for_each(|part| each(Node::Expr(part)));
            }
            Node::ParamBlock(params) => {
                params.attributes.iter().for_each(|attribute| each(Node::of_attribute(attribute)));
                params.parameters.iter().for_each(|parameter| each(Node::Parameter(parameter)));
            }
            Node::Parameter(parameter) => {
                parameter.attributes.iter().for_each(|attribute| each(Node::of_attribute(attribute)));
                each(Node::Variable(&parameter.name));
                parameter.default.iter().for_each(|value| each(Node::Expr(value)));
            }
            Node::NamedBlock(block) => body(&block.statements, &block.traps, each),
            Node::StatementBlock(block) => body(&block.statements, &block.traps, each),
            Node::Statement(statement) => statement_children(statement, each),
            Node::Trap(trap) => {
                trap.kind.iter().for_each(|kind| each(Node::TypeConstraint(kind)));
                each(Node::StatementBlock(&trap.body));
            }
            Node::Catch(clause) => {
                clause.types.iter().for_each(|kind| each(Node::TypeConstraint(kind)));
                each(Node::StatementBlock(&clause.body));
            }
            Node::Pipeline(pipeline) => pipeline.elements.iter().for_each(|element| each(Node::of_element(element))),
            Node::Command(command) => {
                command.elements.iter().for_each(|element| each(Node::of_command_element(element)));
                command.redirections.iter().for_each(|redirection| each(Node::Redirection(redirection)));
            }
            Node::CommandParameter(element) => match element {
                CommandElement::Parameter { argument, .. } => argument.iter().for_each(|value| each(Node::Expr(value))),
                CommandElement::Argument(argument) => each(Node::Expr(argument)),
            },
            Node::CommandExpression(expression) => {
                each(Node::Expr(&expression.expression));
                expression.redirections.iter().for_each(|redirection| each(Node::Redirection(redirection)));
            }
            Node::Redirection(redirection) => {
                if let RedirectionKind::File { location, .. } = &redirection.kind {
                    each(Node::Expr(location));
                }
            }
            Node::Function(function) => {
                function.parameters.iter().flatten().for_each(|parameter| each(Node::Parameter(parameter)));
                each(Node::ScriptBlock(&function.body));
            }
            Node::Type(definition) => {
                definition.attributes.iter().for_each(|attribute| each(Node::Attribute(attribute)));
                definition.base_types.iter().for_each(|base| each(Node::TypeConstraint(base)));
                definition.members.iter().for_each(|member| each(Node::Member(member)));
            }
            Node::Member(Member::Property(property)) => {
                property.kind.iter().for_each(|kind| each(Node::TypeConstraint(kind)));
                property.attributes.iter().for_each(|attribute| each(Node::Attribute(attribute)));
                property.initial.iter().for_each(|value| each(Node::Expr(value)));
            }
            Node::Member(Member::Function(method)) => {
                method.attributes.iter().for_each(|attribute| each(Node::Attribute(attribute)));
                method.return_type.iter().for_each(|kind| each(Node::TypeConstraint(kind)));
                each(Node::Function(&method.function));
            }
            Node::Attribute(attribute) => {
                attribute.positional.iter().for_each(|value| each(Node::Expr(value)));
                attribute.named.iter().for_each(|named| each(Node::NamedArgument(named)));
            }
            Node::NamedArgument(named) => {
                if !named.omitted {
                    each(Node::Expr(&named.argument));
                }
            }
            Node::TypeConstraint(_) | Node::Variable(_) => {}
            Node::Expr(expression) => expression_children(expression, each),
        }
    }
}

fn body<'t>(statements: &'t [Statement], traps: &'t [TrapStatement], each: &mut dyn FnMut(Node<'t>)) {
    traps.iter().for_each(|trap| each(Node::Trap(trap)));
    statements.iter().for_each(|statement| each(Node::of_statement(statement)));
}

fn statement_children<'t>(statement: &'t Statement, each: &mut dyn FnMut(Node<'t>)) {
    match &statement.kind {
        StatementKind::Pipeline(pipeline) => {
            pipeline.elements.iter().for_each(|element| each(Node::of_element(element)))
        }
        StatementKind::PipelineChain { left, right, .. } => {
            each(Node::of_statement(left));
            each(Node::Pipeline(right));
        }
        StatementKind::Assignment { left, right, .. } => {
            each(Node::Expr(left));
            each(Node::of_statement(right));
        }
        StatementKind::If { clauses, otherwise } => {
            for (condition, body) in clauses {
                each(Node::of_statement(condition));
                each(Node::StatementBlock(body));
            }
            otherwise.iter().for_each(|body| each(Node::StatementBlock(body)));
        }
        StatementKind::Switch(switch) => {
            each(Node::of_statement(&switch.condition));
            for (condition, body) in &switch.clauses {
                each(Node::Expr(condition));
                each(Node::StatementBlock(body));
            }
            switch.default.iter().for_each(|body| each(Node::StatementBlock(body)));
        }
        StatementKind::ForEach(each_loop) => {
            each(Node::Variable(&each_loop.variable));
            each(Node::of_statement(&each_loop.condition));
            each(Node::StatementBlock(&each_loop.body));
        }
        StatementKind::For { initializer, condition, iterator, body, .. } => {
            let parts = [initializer, condition, iterator];
            parts.into_iter().flatten().for_each(|part| each(Node::of_statement(part)));
            each(Node::StatementBlock(body));
        }
        StatementKind::While { condition, body, .. }
        | StatementKind::DoWhile { condition, body, .. }
        | StatementKind::DoUntil { condition, body, .. } => {
            each(Node::of_statement(condition));
            each(Node::StatementBlock(body));
        }
        StatementKind::Try(statement) => {
            each(Node::StatementBlock(&statement.body));
            statement.catches.iter().for_each(|clause| each(Node::Catch(clause)));
            statement.finally.iter().for_each(|body| each(Node::StatementBlock(body)));
        }
        StatementKind::Break(label) | StatementKind::Continue(label) => {
            label.iter().for_each(|label| each(Node::Expr(label)));
        }
        StatementKind::Return(value) | StatementKind::Exit(value) | StatementKind::Throw(value) => {
            value.iter().for_each(|value| each(Node::of_statement(value)));
        }
        StatementKind::Data { body, .. } | StatementKind::Block { body, .. } => each(Node::StatementBlock(body)),
        StatementKind::Error(error) => error.nested.iter().for_each(|child| each(Node::of_error_child(child))),
        StatementKind::CommandExpression(_)
        | StatementKind::Function(_)
        | StatementKind::Type(_)
        | StatementKind::Using(_)
        | StatementKind::Trap(_) => Node::of_statement(statement).children(each),
    }
}

fn expression_children<'t>(expression: &'t Expr, each: &mut dyn FnMut(Node<'t>)) {
    match &expression.kind {
        ExprKind::Constant(_) | ExprKind::String { .. } | ExprKind::Variable(_) | ExprKind::Type(_) => {}
        ExprKind::Expandable { parts, .. } => {
            for part in parts {
                if let StringPart::Expr(part) = part {
                    each(Node::Expr(part));
                }
            }
        }
        ExprKind::Convert { kind, child } => {
            each(Node::TypeConstraint(kind));
            each(Node::Expr(child));
        }
        ExprKind::Attributed { attribute, child } => {
            each(Node::Attribute(attribute));
            each(Node::Expr(child));
        }
        ExprKind::Unary { child, .. } | ExprKind::Using(child) => each(Node::Expr(child)),
        ExprKind::Binary { left, right, .. } => {
            each(Node::Expr(left));
            each(Node::Expr(right));
        }
        ExprKind::Ternary { condition, if_true, if_false } => {
            for part in [condition, if_true, if_false] {
                each(Node::Expr(part));
            }
        }
        ExprKind::ArrayLiteral(items) => items.iter().for_each(|item| each(Node::Expr(item))),
        ExprKind::BaseConstructor { arguments } => arguments.iter().for_each(|item| each(Node::Expr(item))),
        ExprKind::Array(block) | ExprKind::Sub(block) => each(Node::StatementBlock(block)),
        ExprKind::Paren(statement) => each(Node::of_statement(statement)),
        ExprKind::Hashtable(entries) => {
            for (key, value) in entries {
                each(Node::Expr(key));
                each(Node::of_statement(value));
            }
        }
        ExprKind::ScriptBlock(block) => each(Node::ScriptBlock(block)),
        ExprKind::Member { object, member, .. } => {
            each(Node::Expr(object));
            each(Node::Expr(member));
        }
        ExprKind::InvokeMember { object, member, arguments, .. } => {
            each(Node::Expr(object));
            each(Node::Expr(member));
            arguments.iter().for_each(|argument| each(Node::Expr(argument)));
        }
        ExprKind::Index { target, index, .. } => {
            each(Node::Expr(target));
            each(Node::Expr(index));
        }
        ExprKind::Error(nested) => nested.iter().for_each(|child| each(Node::of_error_child(child))),
    }
}

/// A node with the nodes around it, the innermost first.
#[derive(Clone, Copy, Debug)]
pub struct Path<'p, 't> {
    pub node: Node<'t>,
    pub up: Option<&'p Path<'p, 't>>,
}

impl<'p, 't> Path<'p, 't> {
    /// The node around this one.
    pub fn parent(&self) -> Option<Node<'t>> {
        self.up.map(|up| up.node)
    }

    /// The nodes around this one, from the inside out.
    pub fn ancestors(&self) -> impl Iterator<Item = &'p Path<'p, 't>> + use<'p, 't> {
        std::iter::successors(self.up, |path| path.up)
    }
}

/// Visits a node and all below it, each before its children.
pub fn walk<'t>(node: Node<'t>, visit: &mut dyn FnMut(&Path<'_, 't>)) {
    walk_below(node, None, visit);
}

fn walk_below<'t>(node: Node<'t>, up: Option<&Path<'_, 't>>, visit: &mut dyn FnMut(&Path<'_, 't>)) {
    let path = Path { node, up };
    visit(&path);
    node.children(&mut |child| walk_below(child, Some(&path), visit));
}
