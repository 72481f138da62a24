//! The nodes of a tree with the names and facts that PowerShell's classes give them.

use pinsh::syntax::ast::*;
use pinsh::syntax::{Parsed, Source, Span};
use pinsh::text::Number;
use std::fmt::Write;

/// A node as it is printed.
struct Node {
    kind: &'static str,
    span: Span,
    facts: Vec<(&'static str, String)>,
    children: Vec<Node>,
}

/// What is printed of a text.
#[derive(Clone, Copy, PartialEq)]
pub enum What {
    /// The tree and the faults.
    Tree,
    /// The faults with what they say.
    Messages,
}

/// What was asked for of a parsed text.
pub fn print(parsed: &Parsed, what: What) -> String {
    let mut to = String::new();
    let units = Units::new(&parsed.tree.source);
    if what == What::Tree {
        let cx = Context { source: &parsed.tree.source, in_catch: false };
        cx.script_block(&parsed.tree).print(0, &units, &mut to);
    }
    for fault in &parsed.faults {
        let _ = write!(to, "! {} {}-{}", fault.id, units.at(fault.span.start), units.at(fault.span.end));
        if what == What::Messages {
            let message = fault.message.replace('\r', "\\r").replace('\n', "\\n");
            let _ = write!(to, " {} {message}", if fault.incomplete { "True" } else { "False" });
        }
        to.push('\n');
    }
    to
}

/// From byte offsets to UTF-16 offsets.
struct Units(Vec<u32>);

impl Units {
    fn new(source: &Source) -> Units {
        let mut table = Vec::with_capacity(source.text.len() + 1);
        let mut unit = 0;
        for c in source.text.chars() {
            table.extend(std::iter::repeat_n(unit, c.len_utf8()));
            unit += c.len_utf16() as u32;
        }
        table.push(unit);
        Units(table)
    }

    fn at(&self, offset: u32) -> u32 {
        let last = self.0.len() as u32 - 1;
        self.0[offset.min(last) as usize] + offset.saturating_sub(last)
    }
}

impl Node {
    fn new(kind: &'static str, span: Span) -> Node {
        Node { kind, span, facts: Vec::new(), children: Vec::new() }
    }

    fn fact(mut self, name: &'static str, value: impl Into<String>) -> Node {
        let value = value.into();
        if !value.is_empty() {
            self.facts.push((name, value));
        }
        self
    }

    fn flag(self, name: &'static str, value: bool) -> Node {
        if value { self.fact(name, "True") } else { self }
    }

    fn text(self, name: &'static str, value: &str) -> Node {
        if value.is_empty() { self } else { self.fact(name, quoted(value)) }
    }

    fn label(self, label: &Option<Box<str>>) -> Node {
        self.text("Label", label.as_deref().unwrap_or(""))
    }

    fn with(mut self, children: impl IntoIterator<Item = Node>) -> Node {
        self.children.extend(children);
        self
    }

    fn print(mut self, depth: usize, units: &Units, to: &mut String) {
        let _ = write!(to, "{:depth$}{} {}-{}", "", self.kind, units.at(self.span.start), units.at(self.span.end));
        self.facts.sort_by_key(|(name, _)| name.to_ascii_lowercase());
        for (name, value) in &self.facts {
            let _ = write!(to, " {name}={value}");
        }
        to.push('\n');
        self.children.sort_by_key(|child| (child.span.start, std::cmp::Reverse(child.span.end)));
        for child in self.children {
            child.print(depth + 1, units, to);
        }
    }
}

fn quoted(text: &str) -> String {
    let mut to = String::from("\"");
    for unit in text.encode_utf16() {
        match unit {
            0x22 | 0x5c => {
                to.push('\\');
                to.push(char::from(unit as u8));
            }
            0x20..=0x7e => to.push(char::from(unit as u8)),
            _ => {
                let _ = write!(to, "\\u{unit:04x}");
            }
        }
    }
    to.push('"');
    to
}

fn number(value: &Number) -> String {
    match value {
        Number::SByte(n) => format!("SByte:{n}"),
        Number::Byte(n) => format!("Byte:{n}"),
        Number::Int16(n) => format!("Int16:{n}"),
        Number::UInt16(n) => format!("UInt16:{n}"),
        Number::Int32(n) => format!("Int32:{n}"),
        Number::UInt32(n) => format!("UInt32:{n}"),
        Number::Int64(n) => format!("Int64:{n}"),
        Number::UInt64(n) => format!("UInt64:{n}"),
        Number::Double(n) => {
            format!("Double:{}", pinsh::text::format::double_to_text(*n, pinsh::text::Culture::invariant()))
        }
        Number::Decimal(n) => format!("Decimal:{n}"),
        Number::BigInt(n) => format!("BigInteger:{n}"),
    }
}

fn stream(name: StreamName) -> String {
    format!("{name:?}")
}

fn binary(operator: BinaryOperator) -> String {
    match operator {
        BinaryOperator::Compare(comparison, case) => {
            let prefix = if case == CaseRule::Sensitive { 'C' } else { 'I' };
            format!("{prefix}{}", format!("{comparison:?}").to_ascii_lowercase())
        }
        other => format!("{other:?}"),
    }
}

fn unary(operator: UnaryOperator) -> String {
    match operator {
        UnaryOperator::Split => "Isplit".into(),
        other => format!("{other:?}"),
    }
}

#[derive(Clone, Copy)]
struct Context<'a> {
    source: &'a Source,
    in_catch: bool,
}

impl Context<'_> {
    fn script_block(self, block: &ScriptBlock) -> Node {
        let named = [&block.begin, &block.process, &block.end, &block.clean, &block.dynamic_params];
        Node::new("ScriptBlock", block.span)
            .with(block.usings.iter().map(|using| self.using(using)))
            .with(block.params.iter().map(|params| self.param_block(params)))
            .with(named.into_iter().flatten().map(|named| self.named_block(named)))
    }

    fn param_block(self, params: &ParamBlock) -> Node {
        Node::new("ParamBlock", params.span)
            .with(params.attributes.iter().map(|one| self.attribute_base(one)))
            .with(params.parameters.iter().map(|one| self.parameter(one)))
    }

    fn parameter(self, parameter: &Parameter) -> Node {
        Node::new("Parameter", parameter.span)
            .with(parameter.attributes.iter().map(|one| self.attribute_base(one)))
            .with([self.variable(&parameter.name)])
            .with(parameter.default.iter().map(|value| self.expression(value)))
    }

    fn named_block(self, block: &NamedBlock) -> Node {
        Node::new("NamedBlock", block.span)
            .fact("BlockKind", format!("{:?}", block.kind))
            .flag("Unnamed", block.unnamed)
            .with(self.body(&block.statements, &block.traps))
    }

    fn body(self, statements: &[Statement], traps: &[TrapStatement]) -> Vec<Node> {
        let statements = statements.iter().map(|one| self.statement(one));
        statements.chain(traps.iter().map(|one| self.trap(one))).collect()
    }

    fn block(self, block: &StatementBlock) -> Node {
        Node::new("StatementBlock", block.span).with(self.body(&block.statements, &block.traps))
    }

    fn trap(self, trap: &TrapStatement) -> Node {
        Node::new("TrapStatement", trap.span)
            .with(trap.kind.iter().map(|kind| self.type_constraint(kind)))
            .with([self.block(&trap.body)])
    }

    fn attribute_base(self, attribute: &AttributeBase) -> Node {
        match attribute {
            AttributeBase::Attribute(attribute) => self.attribute(attribute),
            AttributeBase::Type(constraint) => self.type_constraint(constraint),
        }
    }

    fn attribute(self, attribute: &Attribute) -> Node {
        Node::new("Attribute", attribute.span)
            .fact("TypeName", attribute.name.full_name())
            .with(attribute.positional.iter().map(|value| self.expression(value)))
            .with(attribute.named.iter().map(|named| {
                let argument = if named.omitted {
                    Node::new("ConstantExpression", named.argument.span).flag("Value", true)
                } else {
                    self.expression(&named.argument)
                };
                Node::new("NamedAttributeArgument", named.span)
                    .text("ArgumentName", &named.name)
                    .flag("ExpressionOmitted", named.omitted)
                    .with([argument])
            }))
    }

    fn type_constraint(self, constraint: &TypeConstraint) -> Node {
        Node::new("TypeConstraint", constraint.span).fact("TypeName", constraint.name.full_name())
    }

    fn using(self, using: &UsingStatement) -> Node {
        Node::new("UsingStatement", using.span).fact("UsingStatementKind", format!("{:?}", using.kind)).with(
            [&using.name, &using.alias, &using.module_specification]
                .into_iter()
                .flatten()
                .map(|one| self.expression(one)),
        )
    }

    fn optional(self, part: &Option<Box<Statement>>) -> Option<Node> {
        part.as_ref().map(|part| self.statement(part))
    }

    fn statement(self, statement: &Statement) -> Node {
        let span = statement.span;
        match &statement.kind {
            StatementKind::Pipeline(pipeline) => self.pipeline(pipeline),
            StatementKind::PipelineChain { left, operator, right, background } => Node::new("PipelineChain", span)
                .flag("Background", *background)
                .fact("Operator", format!("{operator:?}"))
                .with([self.statement(left), self.pipeline(right)]),
            StatementKind::Assignment { left, operator, right, .. } => Node::new("AssignmentStatement", span)
                .fact("Operator", format!("{operator:?}"))
                .with([self.expression(left), self.statement(right)]),
            StatementKind::CommandExpression(expression) => self.command_expression(expression),
            StatementKind::If { clauses, otherwise } => Node::new("IfStatement", span)
                .with(clauses.iter().flat_map(|(condition, body)| [self.statement(condition), self.block(body)]))
                .with(otherwise.iter().map(|body| self.block(body))),
            StatementKind::Switch(switch) => self.switch(span, switch),
            StatementKind::ForEach(each) => Node::new("ForEachStatement", span)
                .fact("Flags", if each.parallel { "Parallel" } else { "" })
                .label(&each.label)
                .with(each.throttle_limit.iter().map(|limit| self.expression(limit)))
                .with([self.variable(&each.variable), self.statement(&each.condition), self.block(&each.body)]),
            StatementKind::For { label, initializer, condition, iterator, body } => Node::new("ForStatement", span)
                .label(label)
                .with([initializer, condition, iterator].into_iter().filter_map(|part| self.optional(part)))
                .with([self.block(body)]),
            StatementKind::While { label, condition, body } => {
                Node::new("WhileStatement", span).label(label).with([self.statement(condition), self.block(body)])
            }
            StatementKind::DoWhile { label, body, condition } => {
                Node::new("DoWhileStatement", span).label(label).with([self.block(body), self.statement(condition)])
            }
            StatementKind::DoUntil { label, body, condition } => {
                Node::new("DoUntilStatement", span).label(label).with([self.block(body), self.statement(condition)])
            }
            StatementKind::Try(statement) => Node::new("TryStatement", span)
                .with([self.block(&statement.body)])
                .with(statement.catches.iter().map(|clause| self.catch(clause)))
                .with(statement.finally.iter().map(|body| self.block(body))),
            StatementKind::Break(label) => {
                Node::new("BreakStatement", span).with(label.iter().map(|label| self.expression(label)))
            }
            StatementKind::Continue(label) => {
                Node::new("ContinueStatement", span).with(label.iter().map(|label| self.expression(label)))
            }
            StatementKind::Return(value) => Node::new("ReturnStatement", span).with(self.optional(value)),
            StatementKind::Exit(value) => Node::new("ExitStatement", span).with(self.optional(value)),
            StatementKind::Throw(value) => Node::new("ThrowStatement", span)
                .flag("IsRethrow", value.is_none() && self.in_catch)
                .with(self.optional(value)),
            StatementKind::Function(function) => self.function(function),
            StatementKind::Type(definition) => self.type_definition(definition),
            StatementKind::Data { variable, commands, body } => Node::new("DataStatement", span)
                .text("Variable", variable.as_deref().unwrap_or(""))
                .with(commands.iter().map(|command| self.expression(command)))
                .with([self.block(body)]),
            StatementKind::Block { body, .. } => Node::new("BlockStatement", span).with([self.block(body)]),
            StatementKind::Using(using) => self.using(using),
            StatementKind::Trap(trap) => self.trap(trap),
            StatementKind::Error(error) => {
                Node::new("ErrorStatement", span).with(error.nested.iter().map(|child| self.error_child(child)))
            }
        }
    }

    fn error_child(self, child: &ErrorChild) -> Node {
        match child {
            ErrorChild::Statement(statement) => self.statement(statement),
            ErrorChild::Expr(expression) => self.expression(expression),
            ErrorChild::Block(block) => self.block(block),
            ErrorChild::Attribute(attribute) => self.attribute_base(attribute),
            ErrorChild::Parameter(parameter) => self.parameter(parameter),
            ErrorChild::NamedBlock(block) => self.named_block(block),
            ErrorChild::Catch(clause) => self.catch(clause),
            ErrorChild::Command(element) => self.command_element(element),
        }
    }

    fn switch(self, span: Span, switch: &SwitchStatement) -> Node {
        let flags = [
            (switch.flags.file, "File"),
            (switch.flags.regex, "Regex"),
            (switch.flags.wildcard, "Wildcard"),
            (switch.flags.exact, "Exact"),
            (switch.flags.case_sensitive, "CaseSensitive"),
            (switch.flags.parallel, "Parallel"),
        ];
        let flags: Vec<&str> = flags.into_iter().filter(|(set, _)| *set).map(|(_, name)| name).collect();
        Node::new("SwitchStatement", span)
            .fact("Flags", flags.join("+"))
            .label(&switch.label)
            .with(switch.clauses.iter().flat_map(|(condition, body)| [self.expression(condition), self.block(body)]))
            .with(switch.default.iter().map(|body| self.block(body)))
            .with([self.statement(&switch.condition)])
    }

    fn catch(self, clause: &CatchClause) -> Node {
        let inside = Context { in_catch: true, ..self };
        Node::new("CatchClause", clause.span)
            .flag("IsCatchAll", clause.types.is_empty())
            .with(clause.types.iter().map(|kind| self.type_constraint(kind)))
            .with([inside.block(&clause.body)])
    }

    fn pipeline(self, pipeline: &Pipeline) -> Node {
        Node::new("Pipeline", pipeline.span).flag("Background", pipeline.background).with(pipeline.elements.iter().map(
            |element| match element {
                PipelineElement::Command(command) => self.command(command),
                PipelineElement::Expression(expression) => self.command_expression(expression),
            },
        ))
    }

    fn command_expression(self, expression: &CommandExpression) -> Node {
        Node::new("CommandExpression", expression.span)
            .with([self.expression(&expression.expression)])
            .with(expression.redirections.iter().map(|one| self.redirection(one)))
    }

    fn command(self, command: &Command) -> Node {
        let operator = match command.invocation {
            InvocationOperator::None => "",
            InvocationOperator::Ampersand => "Ampersand",
            InvocationOperator::Dot => "Dot",
        };
        Node::new("Command", command.span)
            .fact("InvocationOperator", operator)
            .with(command.elements.iter().map(|element| self.command_element(element)))
            .with(command.redirections.iter().map(|one| self.redirection(one)))
    }

    fn command_element(self, element: &CommandElement) -> Node {
        match element {
            CommandElement::Argument(argument) => self.expression(argument),
            CommandElement::Parameter { span, name, argument, .. } => Node::new("CommandParameter", *span)
                .text("ParameterName", name)
                .with(argument.iter().map(|argument| self.expression(argument))),
        }
    }

    fn redirection(self, redirection: &Redirection) -> Node {
        let from = stream(redirection.from);
        match &redirection.kind {
            RedirectionKind::File { append, location } => Node::new("FileRedirection", redirection.span)
                .flag("Append", *append)
                .fact("FromStream", from)
                .with([self.expression(location)]),
            RedirectionKind::Merge { to } => {
                Node::new("MergingRedirection", redirection.span).fact("FromStream", from).fact("ToStream", stream(*to))
            }
        }
    }

    fn function(self, function: &FunctionDefinition) -> Node {
        Node::new("FunctionDefinition", function.span)
            .flag("IsFilter", function.is_filter)
            .flag("IsWorkflow", function.is_workflow)
            .text("Name", &function.name)
            .with(function.parameters.iter().flatten().map(|one| self.parameter(one)))
            .with([self.script_block(&function.body)])
    }

    fn type_definition(self, definition: &TypeDefinition) -> Node {
        let (flag, attributes) = match definition.kind {
            TypeKind::Class => ("IsClass", "Class"),
            TypeKind::Interface => ("IsInterface", "Interface"),
            TypeKind::Enum => ("IsEnum", "Enum"),
        };
        Node::new("TypeDefinition", definition.span)
            .flag(flag, true)
            .text("Name", &definition.name)
            .fact("TypeAttributes", attributes)
            .with(definition.attributes.iter().map(|one| self.attribute(one)))
            .with(definition.base_types.iter().map(|one| self.type_constraint(one)))
            .with(definition.members.iter().map(|one| self.member(one)))
    }

    fn member(self, member: &Member) -> Node {
        let attributes = |is_static: bool, is_literal: bool, is_hidden: bool| {
            let mut text = String::from("Public");
            for (set, name) in [(is_static, "+Static"), (is_literal, "+Literal"), (is_hidden, "+Hidden")] {
                if set {
                    text.push_str(name);
                }
            }
            text
        };
        match member {
            Member::Property(property) => Node::new("PropertyMember", property.span)
                .flag("IsHidden", property.is_hidden)
                .flag("IsPublic", true)
                .flag("IsStatic", property.is_static)
                .text("Name", &property.name)
                .fact("PropertyAttributes", attributes(property.is_static, property.is_literal, property.is_hidden))
                .with(property.kind.iter().map(|kind| self.type_constraint(kind)))
                .with(property.attributes.iter().map(|one| self.attribute(one)))
                .with(property.initial.iter().map(|value| self.expression(value))),
            Member::Function(method) => Node::new("FunctionMember", method.span)
                .flag("IsConstructor", method.is_constructor)
                .flag("IsHidden", method.is_hidden)
                .flag("IsPublic", true)
                .flag("IsStatic", method.is_static)
                .fact("MethodAttributes", attributes(method.is_static, false, method.is_hidden))
                .text("Name", &method.function.name)
                .with(method.attributes.iter().map(|one| self.attribute(one)))
                .with(method.return_type.iter().map(|kind| self.type_constraint(kind)))
                .with(method.function.parameters.iter().flatten().map(|one| self.parameter(one)))
                .with([self.script_block(&method.function.body)]),
        }
    }

    fn variable(self, variable: &VariableExpression) -> Node {
        Node::new("VariableExpression", variable.span)
            .flag("Splatted", variable.splatted)
            .fact("VariablePath", &*variable.path)
    }

    fn expression(self, expression: &Expr) -> Node {
        let span = expression.span;
        match &expression.kind {
            ExprKind::Constant(value) => {
                let is_number = pinsh::text::number::parse_number_string(self.source.slice(span)).is_some();
                Node::new("ConstantExpression", span)
                    .fact("Value", if is_number { number(value) } else { String::new() })
            }
            ExprKind::String { value, quotes } => Node::new("StringConstantExpression", span)
                .fact("StringConstantType", string_type(*quotes))
                .text("Value", value),
            ExprKind::Expandable { parts, quotes } => Node::new("ExpandableStringExpression", span)
                .fact("StringConstantType", string_type(*quotes))
                .with(parts.iter().filter_map(|part| match part {
                    StringPart::Text(_) => None,
                    StringPart::Expr(expression) => Some(self.expression(expression)),
                })),
            ExprKind::Variable(variable) => self.variable(variable),
            ExprKind::Type(name) => Node::new("TypeExpression", span).fact("TypeName", name.full_name()),
            ExprKind::Convert { kind, child } => {
                Node::new("ConvertExpression", span).with([self.type_constraint(kind), self.expression(child)])
            }
            ExprKind::Attributed { attribute, child } => {
                Node::new("AttributedExpression", span).with([self.expression(child), self.attribute(attribute)])
            }
            ExprKind::Unary { operator, child } => {
                Node::new("UnaryExpression", span).fact("TokenKind", unary(*operator)).with([self.expression(child)])
            }
            ExprKind::Binary { left, operator, right, .. } => Node::new("BinaryExpression", span)
                .fact("Operator", binary(*operator))
                .with([self.expression(left), self.expression(right)]),
            ExprKind::Ternary { condition, if_true, if_false } => Node::new("TernaryExpression", span).with([
                self.expression(condition),
                self.expression(if_true),
                self.expression(if_false),
            ]),
            ExprKind::ArrayLiteral(items) => {
                Node::new("ArrayLiteral", span).with(items.iter().map(|item| self.expression(item)))
            }
            ExprKind::Array(block) => Node::new("ArrayExpression", span).with([self.block(block)]),
            ExprKind::Sub(block) => Node::new("SubExpression", span).with([self.block(block)]),
            ExprKind::Paren(statement) => Node::new("ParenExpression", span).with([self.statement(statement)]),
            ExprKind::Hashtable(entries) => Node::new("Hashtable", span)
                .with(entries.iter().flat_map(|(key, value)| [self.expression(key), self.statement(value)])),
            ExprKind::ScriptBlock(block) => Node::new("ScriptBlockExpression", span).with([self.script_block(block)]),
            ExprKind::Member { object, member, is_static, null_conditional } => Node::new("MemberExpression", span)
                .flag("NullConditional", *null_conditional)
                .flag("Static", *is_static)
                .with([self.expression(object), self.expression(member)]),
            ExprKind::InvokeMember { object, member, arguments, is_static, null_conditional, .. } => {
                Node::new("InvokeMemberExpression", span)
                    .flag("NullConditional", *null_conditional)
                    .flag("Static", *is_static)
                    .with(arguments.iter().map(|argument| self.expression(argument)))
                    .with([self.expression(object), self.expression(member)])
            }
            ExprKind::BaseConstructor { arguments } => {
                let word = Span { start: span.start, end: if span.end > 0 { span.start + 4 } else { 0 } };
                Node::new("BaseCtorInvokeMemberExpression", span)
                    .with(arguments.iter().map(|argument| self.expression(argument)))
                    .with([
                        Node::new("VariableExpression", word).fact("VariablePath", "this"),
                        Node::new("StringConstantExpression", word)
                            .fact("StringConstantType", "BareWord")
                            .text("Value", ".ctor"),
                    ])
            }
            ExprKind::Index { target, index, null_conditional } => Node::new("IndexExpression", span)
                .flag("NullConditional", *null_conditional)
                .with([self.expression(target), self.expression(index)]),
            ExprKind::Using(inner) => Node::new("UsingExpression", span).with([self.expression(inner)]),
            ExprKind::Error(nested) => {
                Node::new("ErrorExpression", span).with(nested.iter().map(|child| self.error_child(child)))
            }
        }
    }
}

fn string_type(quotes: Quotes) -> &'static str {
    match quotes {
        Quotes::BareWord => "BareWord",
        Quotes::SingleQuoted => "SingleQuoted",
        Quotes::DoubleQuoted => "DoubleQuoted",
        Quotes::SingleQuotedHereString => "SingleQuotedHereString",
        Quotes::DoubleQuotedHereString => "DoubleQuotedHereString",
    }
}
