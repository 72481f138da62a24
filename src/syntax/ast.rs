//! The tree of a script, with the classes and the nesting of PowerShell's own.
//!
//! Each type stands for the class of `System.Management.Automation.Language` that its doc comment names, so that a tree
//! can be printed and compared node by node. Names stay text here; lowering turns them into symbols and slots.

use super::source::{Source, Span};
pub use crate::text::CaseRule;
use crate::text::Number;
use std::rc::Rc;

/// `ScriptBlockAst`: a whole script, or the inside of a function or of a `{ … }`.
#[derive(Debug)]
pub struct ScriptBlock {
    pub span: Span,
    /// The text that the spans of this block and of all below it count in.
    pub source: Rc<Source>,
    pub usings: Vec<UsingStatement>,
    pub attributes: Vec<Attribute>,
    pub params: Option<ParamBlock>,
    pub dynamic_params: Option<NamedBlock>,
    pub begin: Option<NamedBlock>,
    pub process: Option<NamedBlock>,
    /// The unnamed body is an `end` block with [`NamedBlock::unnamed`] set.
    pub end: Option<NamedBlock>,
    pub clean: Option<NamedBlock>,
    /// `IsFilter`: an unnamed body belongs to a filter and is then in `process`.
    pub is_filter: bool,
    /// What `#requires` lines ask for.
    pub requires: Option<Requires>,
}

/// What the `#requires` lines of a script ask for.
#[derive(Debug, Default, PartialEq)]
pub struct Requires {
    pub version: Option<Box<str>>,
    pub editions: Vec<Box<str>>,
    /// The names of the modules.
    pub modules: Vec<Box<str>>,
    /// The same modules with what is asked of them.
    pub module_specifications: Vec<ModuleSpecification>,
    pub assemblies: Vec<Box<str>>,
    /// The shell that is to run the script.
    pub application: Option<Box<str>>,
    pub elevated: bool,
}

/// `ModuleSpecification`: a module by its name, with versions as they were written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModuleSpecification {
    pub name: Box<str>,
    pub version: Option<Box<str>>,
    pub required_version: Option<Box<str>>,
    pub maximum_version: Option<Box<str>>,
    pub guid: Option<Box<str>>,
}

/// `ParamBlockAst`.
#[derive(Debug)]
pub struct ParamBlock {
    pub span: Span,
    pub attributes: Vec<AttributeBase>,
    pub parameters: Vec<Rc<Parameter>>,
}

/// `ParameterAst`.
#[derive(Debug)]
pub struct Parameter {
    pub span: Span,
    pub attributes: Vec<AttributeBase>,
    pub name: VariableExpression,
    pub default: Option<Expr>,
}

/// `NamedBlockAst`.
#[derive(Debug)]
pub struct NamedBlock {
    pub span: Span,
    pub kind: BlockKind,
    pub unnamed: bool,
    pub statements: Vec<Statement>,
    pub traps: Vec<TrapStatement>,
}

/// The keyword of a named block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    Dynamicparam,
    Begin,
    Process,
    End,
    Clean,
}

/// `StatementBlockAst`: statements in braces, or inside `$( )` and `@( )`.
#[derive(Debug)]
pub struct StatementBlock {
    pub span: Span,
    pub statements: Vec<Statement>,
    pub traps: Vec<TrapStatement>,
}

/// `AttributeBaseAst`: what stands in brackets before a parameter, a variable or a member.
#[derive(Debug)]
pub enum AttributeBase {
    Attribute(Attribute),
    /// `TypeConstraintAst`.
    Type(TypeConstraint),
}

/// `AttributeAst`.
#[derive(Debug)]
pub struct Attribute {
    pub span: Span,
    pub name: TypeName,
    pub positional: Vec<Expr>,
    pub named: Vec<NamedAttributeArgument>,
}

/// `NamedAttributeArgumentAst`.
#[derive(Debug)]
pub struct NamedAttributeArgument {
    pub span: Span,
    pub name: Box<str>,
    pub argument: Expr,
    /// The argument was left out and stands for true.
    pub omitted: bool,
}

/// `TypeConstraintAst`.
#[derive(Debug)]
pub struct TypeConstraint {
    pub span: Span,
    pub name: TypeName,
}

/// `ITypeName`.
#[derive(Clone, Debug, PartialEq)]
pub struct TypeName {
    pub span: Span,
    pub kind: TypeNameKind,
}

#[derive(Clone, Debug, PartialEq)]
pub enum TypeNameKind {
    /// A plain name, perhaps with an assembly after a comma.
    Simple {
        name: Box<str>,
        assembly: Option<Box<str>>,
    },
    Generic {
        definition: Box<TypeName>,
        arguments: Vec<TypeName>,
    },
    /// `rank` 1 is `[]`, 2 is `[,]`.
    Array {
        element: Box<TypeName>,
        rank: u32,
    },
}

/// `StatementAst` and its kin.
#[derive(Debug)]
pub struct Statement {
    pub span: Span,
    pub kind: StatementKind,
}

#[derive(Debug)]
pub enum StatementKind {
    /// `PipelineAst`, also where it is one bare expression.
    Pipeline(Pipeline),
    /// `PipelineChainAst`: `left && right`, `left || right`.
    PipelineChain { left: Box<Statement>, operator: ChainOperator, right: Box<Pipeline>, background: bool },
    /// `AssignmentStatementAst`.
    Assignment { left: Box<Expr>, operator: AssignOperator, right: Box<Statement>, operator_span: Span },
    /// `CommandExpressionAst` where it stands for a statement without a pipeline (right sides of assignments).
    CommandExpression(CommandExpression),
    /// `IfStatementAst`.
    If { clauses: Vec<(Statement, StatementBlock)>, otherwise: Option<StatementBlock> },
    /// `SwitchStatementAst`.
    Switch(Box<SwitchStatement>),
    /// `ForEachStatementAst`.
    ForEach(Box<ForEachStatement>),
    /// `ForStatementAst`.
    For {
        label: Option<Box<str>>,
        initializer: Option<Box<Statement>>,
        condition: Option<Box<Statement>>,
        iterator: Option<Box<Statement>>,
        body: StatementBlock,
    },
    /// `WhileStatementAst`.
    While { label: Option<Box<str>>, condition: Box<Statement>, body: StatementBlock },
    /// `DoWhileStatementAst`.
    DoWhile { label: Option<Box<str>>, body: StatementBlock, condition: Box<Statement> },
    /// `DoUntilStatementAst`.
    DoUntil { label: Option<Box<str>>, body: StatementBlock, condition: Box<Statement> },
    /// `TryStatementAst`.
    Try(Box<TryStatement>),
    /// `BreakStatementAst`.
    Break(Option<Box<Expr>>),
    /// `ContinueStatementAst`.
    Continue(Option<Box<Expr>>),
    /// `ReturnStatementAst`.
    Return(Option<Box<Statement>>),
    /// `ExitStatementAst`.
    Exit(Option<Box<Statement>>),
    /// `ThrowStatementAst`.
    Throw(Option<Box<Statement>>),
    /// `FunctionDefinitionAst`.
    Function(Rc<FunctionDefinition>),
    /// `TypeDefinitionAst`.
    Type(Rc<TypeDefinition>),
    /// `DataStatementAst`.
    Data { variable: Option<Box<str>>, commands: Vec<Expr>, body: StatementBlock },
    /// `BlockStatementAst`: `parallel { }` and `sequence { }`, which are faults outside workflows.
    Block { keyword: Box<str>, body: StatementBlock },
    /// `UsingStatementAst` in a place where it is a fault.
    Using(UsingStatement),
    /// `TrapStatementAst` where it stands for a value; those of a block are in its list of traps.
    Trap(Box<TrapStatement>),
    /// `ErrorStatementAst`: what could not be read, kept with what could.
    Error(ErrorStatement),
}

/// `ErrorStatementAst`.
#[derive(Debug, Default)]
pub struct ErrorStatement {
    /// The children that were read, in any order of kinds.
    pub nested: Vec<ErrorChild>,
}

#[derive(Debug)]
pub enum ErrorChild {
    Statement(Statement),
    Expr(Expr),
    Block(StatementBlock),
    Attribute(AttributeBase),
    Parameter(Rc<Parameter>),
    NamedBlock(NamedBlock),
    Catch(CatchClause),
    /// A parameter where an operator was expected.
    Command(CommandElement),
}

/// `PipelineAst`.
#[derive(Debug)]
pub struct Pipeline {
    pub span: Span,
    pub elements: Vec<PipelineElement>,
    pub background: bool,
}

/// `CommandBaseAst`.
#[derive(Debug)]
pub enum PipelineElement {
    Command(Command),
    Expression(CommandExpression),
}

/// `CommandExpressionAst`.
#[derive(Debug)]
pub struct CommandExpression {
    pub span: Span,
    pub expression: Expr,
    pub redirections: Vec<Redirection>,
}

/// `CommandAst`; the first element is the name.
#[derive(Debug)]
pub struct Command {
    pub span: Span,
    pub invocation: InvocationOperator,
    pub elements: Vec<CommandElement>,
    pub redirections: Vec<Redirection>,
}

/// How a command is invoked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvocationOperator {
    /// By its bare name.
    None,
    /// `&`
    Ampersand,
    /// `.`
    Dot,
}

/// `CommandElementAst`.
#[derive(Debug)]
pub enum CommandElement {
    /// An argument; a splatted variable is a [`VariableExpression`] with `splatted` set.
    Argument(Expr),
    /// `CommandParameterAst`: `-Name` or `-Name:value`.
    Parameter { span: Span, name: Box<str>, argument: Option<Expr>, error_span: Span },
}

/// `RedirectionAst`.
#[derive(Debug)]
pub struct Redirection {
    pub span: Span,
    pub from: StreamName,
    pub kind: RedirectionKind,
}

#[derive(Debug)]
pub enum RedirectionKind {
    /// `FileRedirectionAst`.
    File { append: bool, location: Expr },
    /// `MergingRedirectionAst`.
    Merge { to: StreamName },
}

/// `RedirectionStream`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StreamName {
    All,
    Output,
    Error,
    Warning,
    Verbose,
    Debug,
    Information,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChainOperator {
    AndAnd,
    OrOr,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AssignOperator {
    Equals,
    PlusEquals,
    MinusEquals,
    MultiplyEquals,
    DivideEquals,
    RemainderEquals,
    QuestionQuestionEquals,
}

/// `SwitchStatementAst`.
#[derive(Debug)]
pub struct SwitchStatement {
    pub label: Option<Box<str>>,
    pub flags: SwitchFlags,
    pub condition: Statement,
    pub clauses: Vec<(Expr, StatementBlock)>,
    pub default: Option<StatementBlock>,
}

/// `SwitchFlags`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SwitchFlags {
    pub file: bool,
    pub regex: bool,
    pub wildcard: bool,
    pub exact: bool,
    pub case_sensitive: bool,
    pub parallel: bool,
}

/// `ForEachStatementAst`.
#[derive(Debug)]
pub struct ForEachStatement {
    pub label: Option<Box<str>>,
    pub parallel: bool,
    pub throttle_limit: Option<Expr>,
    pub variable: VariableExpression,
    pub condition: Statement,
    pub body: StatementBlock,
}

/// `TryStatementAst`.
#[derive(Debug)]
pub struct TryStatement {
    pub body: StatementBlock,
    pub catches: Vec<CatchClause>,
    pub finally: Option<StatementBlock>,
}

/// `CatchClauseAst`; without types it catches all.
#[derive(Debug)]
pub struct CatchClause {
    pub span: Span,
    pub types: Vec<TypeConstraint>,
    pub body: StatementBlock,
}

/// `TrapStatementAst`.
#[derive(Debug)]
pub struct TrapStatement {
    pub span: Span,
    pub kind: Option<TypeConstraint>,
    pub body: StatementBlock,
}

/// `FunctionDefinitionAst`.
#[derive(Debug)]
pub struct FunctionDefinition {
    pub span: Span,
    pub name: Box<str>,
    pub name_span: Span,
    pub is_filter: bool,
    pub is_workflow: bool,
    /// `function f($a, $b) { }`: the parameters in parentheses; `None` where there are no parentheses.
    pub parameters: Option<Vec<Rc<Parameter>>>,
    pub body: Rc<ScriptBlock>,
}

/// `TypeDefinitionAst`.
#[derive(Debug)]
pub struct TypeDefinition {
    pub span: Span,
    pub kind: TypeKind,
    pub name: Box<str>,
    pub attributes: Vec<Attribute>,
    pub base_types: Vec<TypeConstraint>,
    pub members: Vec<Member>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypeKind {
    Class,
    Interface,
    Enum,
}

/// `MemberAst`.
#[derive(Debug)]
pub enum Member {
    /// `PropertyMemberAst`; the members of an enum are static ones.
    Property(PropertyMember),
    /// `FunctionMemberAst`.
    Function(Rc<FunctionMember>),
}

#[derive(Debug)]
pub struct PropertyMember {
    pub span: Span,
    pub name: Box<str>,
    pub kind: Option<TypeConstraint>,
    pub attributes: Vec<Attribute>,
    pub is_static: bool,
    pub is_hidden: bool,
    pub is_literal: bool,
    pub initial: Option<Rc<Expr>>,
}

#[derive(Debug)]
pub struct FunctionMember {
    pub span: Span,
    pub return_type: Option<TypeConstraint>,
    pub attributes: Vec<Attribute>,
    pub is_static: bool,
    pub is_hidden: bool,
    pub is_constructor: bool,
    /// The method as a function; of a constructor with a base call the call is the first statement of its body.
    pub function: Rc<FunctionDefinition>,
}

/// `UsingStatementAst`.
#[derive(Debug)]
pub struct UsingStatement {
    pub span: Span,
    pub kind: UsingKind,
    pub name: Option<Expr>,
    pub alias: Option<Expr>,
    /// `using module @{ … }`.
    pub module_specification: Option<Expr>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UsingKind {
    Assembly,
    Command,
    Module,
    Namespace,
    Type,
}

/// `ExpressionAst`.
#[derive(Debug)]
pub struct Expr {
    pub span: Span,
    pub kind: ExprKind,
}

#[derive(Debug)]
pub enum ExprKind {
    /// `ConstantExpressionAst`: a number.
    Constant(Number),
    /// `StringConstantExpressionAst`.
    String { value: Box<str>, quotes: Quotes },
    /// `ExpandableStringExpressionAst`: literal text and nested expressions in order.
    Expandable { parts: Vec<StringPart>, quotes: Quotes },
    /// `VariableExpressionAst`.
    Variable(VariableExpression),
    /// `TypeExpressionAst`: `[int]` standing for itself.
    Type(TypeName),
    /// `ConvertExpressionAst`: `[int]$x`.
    Convert { kind: TypeConstraint, child: Box<Expr> },
    /// `AttributedExpressionAst`: `[ValidateSet('a')]$x`.
    Attributed { attribute: Box<Attribute>, child: Box<Expr> },
    /// `UnaryExpressionAst`.
    Unary { operator: UnaryOperator, child: Box<Expr> },
    /// `BinaryExpressionAst`.
    Binary { left: Box<Expr>, operator: BinaryOperator, right: Box<Expr>, operator_span: Span },
    /// `TernaryExpressionAst`.
    Ternary { condition: Box<Expr>, if_true: Box<Expr>, if_false: Box<Expr> },
    /// `ArrayLiteralAst`: `a, b`.
    ArrayLiteral(Vec<Expr>),
    /// `ArrayExpressionAst`: `@( … )`.
    Array(StatementBlock),
    /// `SubExpressionAst`: `$( … )`.
    Sub(StatementBlock),
    /// `ParenExpressionAst`: holds any pipeline, also an assignment or a chain.
    Paren(Box<Statement>),
    /// `HashtableAst`.
    Hashtable(Vec<(Expr, Statement)>),
    /// `ScriptBlockExpressionAst`.
    ScriptBlock(Rc<ScriptBlock>),
    /// `MemberExpressionAst`.
    Member { object: Box<Expr>, member: Box<Expr>, is_static: bool, null_conditional: bool },
    /// `InvokeMemberExpressionAst`.
    InvokeMember {
        object: Box<Expr>,
        member: Box<Expr>,
        arguments: Vec<Expr>,
        generic_arguments: Vec<TypeName>,
        is_static: bool,
        null_conditional: bool,
    },
    /// `BaseCtorInvokeMemberExpressionAst`: `: base(…)`; the object is the variable `this`.
    BaseConstructor { arguments: Vec<Expr> },
    /// `IndexExpressionAst`.
    Index { target: Box<Expr>, index: Box<Expr>, null_conditional: bool },
    /// `UsingExpressionAst`: `$using:x`.
    Using(Box<Expr>),
    /// `ErrorExpressionAst`: what could not be read, kept with what could.
    Error(Vec<ErrorChild>),
}

/// A part of a string in double quotes.
#[derive(Debug)]
pub enum StringPart {
    Text(Box<str>),
    /// A variable, perhaps with nothing more, or a `$( … )`.
    Expr(Expr),
}

/// `StringConstantType`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quotes {
    BareWord,
    SingleQuoted,
    DoubleQuoted,
    SingleQuotedHereString,
    DoubleQuotedHereString,
}

/// `VariableExpressionAst`; `path` is `VariablePath.UserPath`, such as `x`, `script:x` or `env:PATH`.
#[derive(Debug)]
pub struct VariableExpression {
    pub span: Span,
    pub path: Box<str>,
    pub splatted: bool,
    /// Whether the name was written in braces.
    pub braced: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnaryOperator {
    /// `-not`
    Not,
    /// `!`
    Exclaim,
    Plus,
    Minus,
    /// `-bnot`
    Bnot,
    /// The unary `-join`.
    Join,
    /// The unary `-split`.
    Split,
    /// The unary `-csplit`.
    Csplit,
    /// The unary comma.
    Comma,
    PlusPlus,
    MinusMinus,
    PostfixPlusPlus,
    PostfixMinusMinus,
}

/// `TokenKind` of a binary operator. The plain comparison operators are those that ignore case (`Ieq`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BinaryOperator {
    Plus,
    Minus,
    Multiply,
    Divide,
    Rem,
    Format,
    DotDot,
    And,
    Or,
    Xor,
    Band,
    Bor,
    Bxor,
    Shl,
    Shr,
    Join,
    Is,
    IsNot,
    As,
    QuestionQuestion,
    /// A comparison or text operator with its case rule.
    Compare(Comparison, CaseRule),
}

/// The operators that come with and without case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    Eq,
    Ne,
    Gt,
    Ge,
    Lt,
    Le,
    Like,
    NotLike,
    Match,
    NotMatch,
    Replace,
    Contains,
    NotContains,
    In,
    NotIn,
    Split,
}

impl TypeName {
    /// The name as PowerShell prints it, with assemblies.
    pub fn full_name(&self) -> String {
        let mut text = self.name_with(TypeName::full_name);
        if let Some(assembly) = self.assembly() {
            text.push(',');
            text.push_str(assembly);
        }
        text
    }

    /// The name without assemblies.
    pub fn name(&self) -> String {
        self.name_with(TypeName::name)
    }

    fn name_with(&self, argument: fn(&TypeName) -> String) -> String {
        match &self.kind {
            TypeNameKind::Simple { name, .. } => name.to_string(),
            TypeNameKind::Generic { definition, arguments } => {
                let arguments: Vec<String> = arguments.iter().map(argument).collect();
                format!("{}[{}]", definition.name(), arguments.join(","))
            }
            TypeNameKind::Array { element, rank } => {
                format!("{}[{}]", element.name(), ",".repeat(rank.saturating_sub(1) as usize))
            }
        }
    }

    /// The assembly that the type is to come from.
    pub fn assembly(&self) -> Option<&str> {
        match &self.kind {
            TypeNameKind::Simple { assembly, .. } => assembly.as_deref(),
            TypeNameKind::Generic { definition: inner, .. } | TypeNameKind::Array { element: inner, .. } => {
                inner.assembly()
            }
        }
    }
}

impl AttributeBase {
    pub fn span(&self) -> Span {
        match self {
            AttributeBase::Attribute(attribute) => attribute.span,
            AttributeBase::Type(constraint) => constraint.span,
        }
    }

    pub fn type_name(&self) -> &TypeName {
        match self {
            AttributeBase::Attribute(attribute) => &attribute.name,
            AttributeBase::Type(constraint) => &constraint.name,
        }
    }
}

impl PipelineElement {
    pub fn span(&self) -> Span {
        match self {
            PipelineElement::Command(command) => command.span,
            PipelineElement::Expression(expression) => expression.span,
        }
    }
}

impl CommandElement {
    pub fn span(&self) -> Span {
        match self {
            CommandElement::Argument(argument) => argument.span,
            CommandElement::Parameter { span, .. } => *span,
        }
    }
}

impl Member {
    pub fn span(&self) -> Span {
        match self {
            Member::Property(property) => property.span,
            Member::Function(function) => function.span,
        }
    }
}

impl ErrorChild {
    pub fn span(&self) -> Span {
        match self {
            ErrorChild::Statement(statement) => statement.span,
            ErrorChild::Expr(expression) => expression.span,
            ErrorChild::Block(block) => block.span,
            ErrorChild::Attribute(attribute) => attribute.span(),
            ErrorChild::Parameter(parameter) => parameter.span,
            ErrorChild::NamedBlock(block) => block.span,
            ErrorChild::Catch(clause) => clause.span,
            ErrorChild::Command(element) => element.span(),
        }
    }
}
