//! Code: the resolved tree that scripts run as.
//!
//! Lowering turns the syntax tree of one script block into a [`Unit`] once, on its first run. Names have become slots,
//! constants are values, types that are known are types; what must wait for the run (a command's name, a type that a
//! later statement defines) is looked up there and remembered in its node.

use super::block::Template;
use super::signature::Signature;
use crate::syntax::ast::{AssignOperator, BinaryOperator, CaseRule, Comparison, StreamName};
use crate::syntax::{Source, Span, ast};
use crate::text::{Str, Symbol};
use crate::value::{TypeRef, Value};
use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

/// A place in the frame of the running unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SlotId(pub u32);

/// The names that have a slot in a unit's frame.
#[derive(Default)]
pub struct SlotTable {
    pub symbols: Vec<Symbol>,
    by_symbol: HashMap<Symbol, SlotId>,
}

impl SlotTable {
    pub fn get(&self, name: Symbol) -> Option<SlotId> {
        self.by_symbol.get(&name).copied()
    }

    /// The slot of a name, made where there is none.
    pub fn slot(&mut self, name: Symbol) -> SlotId {
        *self.by_symbol.entry(name).or_insert_with(|| {
            self.symbols.push(name);
            SlotId(u32::try_from(self.symbols.len() - 1).unwrap_or(u32::MAX))
        })
    }
}

/// A lowered script block.
pub struct Unit {
    pub source: Rc<Source>,
    pub span: Span,
    pub names: SlotTable,
    pub signature: Rc<Signature>,
    /// The `param` block's text in the tree, from which help and metadata are read.
    pub tree: Rc<ast::ScriptBlock>,
    pub dynamic_params: Option<Body>,
    pub begin: Option<Body>,
    pub process: Option<Body>,
    pub end: Option<Body>,
    pub clean: Option<Body>,
    /// `DebuggerHidden` and the like play no part; `[CmdletBinding()]` and `[OutputType()]` do.
    pub output_types: Vec<Str>,
    /// The automatic variables that the unit mentions, and where they live.
    pub automatic: Vec<(Automatic, SlotId)>,
    /// The slots that the code assigns to; parameters among them keep their type.
    pub assigned: Vec<SlotId>,
}

/// Variables that a call sets in its frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Automatic {
    Args,
    Input,
    This,
    BoundParameters,
    MyInvocation,
    Cmdlet,
    ScriptRoot,
    CommandPath,
}

/// Statements that run one after another.
#[derive(Default)]
pub struct Body {
    pub statements: Vec<Stmt>,
    pub traps: Vec<Trap>,
}

pub struct Trap {
    pub ty: Option<TypeCode>,
    pub body: Body,
}

/// A statement with its place.
pub struct Stmt {
    pub span: Span,
    pub kind: StmtKind,
}

pub enum StmtKind {
    /// Evaluates, and writes the value's items.
    Write(Code),
    /// Evaluates and writes nothing: assignments, `$i++`, `[void]`.
    Effect(Code),
    Pipeline(Box<PipelineCode>),
    Chain(Box<ChainCode>),
    If {
        clauses: Vec<(Cond, Body)>,
        otherwise: Option<Body>,
    },
    While {
        label: Option<Symbol>,
        condition: Cond,
        body: Body,
    },
    /// `do … while`, or with `until` its opposite.
    Do {
        label: Option<Symbol>,
        body: Body,
        condition: Cond,
        until: bool,
    },
    For(Box<ForCode>),
    ForEach(Box<ForEachCode>),
    Switch(Box<SwitchCode>),
    Try(Box<TryCode>),
    Break(Option<Code>),
    Continue(Option<Code>),
    Return(Option<Box<Stmt>>),
    /// `return` in a method of a class: the value as it is, not as output.
    ReturnValue(Option<Code>),
    Exit(Option<Box<Stmt>>),
    Throw(Option<Box<Stmt>>),
    Function(Rc<FunctionCode>),
    Type(Rc<ast::TypeDefinition>),
    Data {
        variable: Option<SlotId>,
        body: Body,
    },
    /// A statement that cannot run, with the error that it raises.
    Fault {
        id: &'static str,
        message: Str,
    },
}

/// A condition: a pipeline whose output is taken as true or false.
pub type Cond = Code;

pub struct ChainCode {
    pub left: Stmt,
    pub and: bool,
    pub right: Stmt,
}

pub struct ForCode {
    pub label: Option<Symbol>,
    pub initializer: Option<Stmt>,
    pub condition: Option<Cond>,
    pub iterator: Option<Stmt>,
    pub body: Body,
}

pub struct ForEachCode {
    pub label: Option<Symbol>,
    pub variable: Target,
    pub items: Code,
    pub body: Body,
    /// The slot of `$foreach`, where the body mentions it.
    pub enumerator: Option<SlotId>,
}

pub struct SwitchCode {
    pub label: Option<Symbol>,
    pub mode: SwitchMode,
    pub case: CaseRule,
    pub file: bool,
    pub condition: Code,
    pub clauses: Vec<(SwitchTest, Body)>,
    pub default: Option<Body>,
}

pub enum SwitchTest {
    Value(Code),
    Block(Rc<Template>),
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum SwitchMode {
    Exact,
    Wildcard,
    Regex,
}

pub struct TryCode {
    pub body: Body,
    pub catches: Vec<(Vec<TypeCode>, Body)>,
    pub finally: Option<Body>,
}

pub struct FunctionCode {
    pub name: Str,
    pub scope: Option<Str>,
    pub symbol: Symbol,
    pub is_filter: bool,
    pub template: Rc<Template>,
}

/// A type name: known already, or looked up when it is first needed.
pub struct TypeCode {
    pub name: ast::TypeName,
    pub text: Str,
    pub known: RefCell<Option<TypeRef>>,
}

/// An expression.
pub enum Code {
    Const(Value),
    Slot(SlotId, Symbol),
    /// `$_` and `$PSItem`.
    Underbar,
    /// `$?`
    Success,
    Scoped(Box<ScopedVariable>),
    /// A string in double quotes.
    Text(Box<[TextPart]>),
    Add(Box<(Code, Code)>),
    Subtract(Box<(Code, Code)>),
    Multiply(Box<(Code, Code)>),
    Binary(BinaryOperator, Box<(Code, Code)>),
    Compare(Comparison, CaseRule, Box<(Code, Code)>),
    Not(Box<Code>),
    Negate(Box<Code>),
    Plus(Box<Code>),
    Bnot(Box<Code>),
    JoinUnary(Box<Code>),
    SplitUnary(CaseRule, Box<Code>),
    And(Box<(Code, Code)>),
    Or(Box<(Code, Code)>),
    Xor(Box<(Code, Code)>),
    IsType(Box<(Code, Code)>, bool),
    AsType(Box<(Code, Code)>),
    Coalesce(Box<(Code, Code)>),
    Ternary(Box<(Code, Code, Code)>),
    /// `++` and `--` before or after their target.
    Step {
        target: Box<Target>,
        up: bool,
        prefix: bool,
    },
    Assign(Box<AssignCode>),
    Convert(Box<(TypeCode, Code)>),
    /// `[ordered]@{ }` and `[pscustomobject]@{ }`: the table keeps its order.
    Ordered(Box<HashCode>),
    CustomObject(Box<HashCode>),
    /// `[ref]$x`.
    Reference(Box<Target>),
    Type(Box<TypeCode>),
    Array(Box<[Code]>),
    /// `@( … )`
    ArrayOf(Box<Body>),
    /// `$( … )`
    Sub(Box<Body>),
    /// A statement in parentheses or on the right of `=`: its output as one value.
    Output(Box<Stmt>),
    Hash(Box<HashCode>),
    Block(Rc<Template>),
    Member(Box<MemberCode>),
    StaticMember(Box<StaticCode>),
    Call(Box<CallCode>),
    StaticCall(Box<StaticCallCode>),
    BaseConstructor(Box<[Code]>),
    Index(Box<IndexCode>),
    /// An expression that cannot run, with the error that it raises.
    Fault(Box<(&'static str, Str)>),
}

pub enum TextPart {
    Text(Str),
    Code(Code),
}

/// `$script:x`, `$env:PATH`, `$function:f`.
pub struct ScopedVariable {
    /// The text before the colon.
    pub scope: Str,
    pub kind: ScopeName,
    pub name: Str,
    pub symbol: Symbol,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScopeName {
    Global,
    Script,
    Local,
    Private,
    /// `variable:` or no scope that restricts it.
    Any,
    Using,
    /// A drive of a provider.
    Drive,
}

pub struct HashCode {
    pub pairs: Vec<(Code, Code)>,
}

pub struct MemberCode {
    pub object: Code,
    pub name: NameCode,
    pub null_conditional: bool,
}

/// A member's name: fixed, or computed.
pub enum NameCode {
    Fixed(Str, Symbol),
    Computed(Code),
}

pub struct StaticCode {
    pub ty: Code,
    pub name: NameCode,
}

pub struct CallCode {
    pub object: Code,
    pub name: NameCode,
    pub arguments: Box<[Code]>,
    pub generic: Vec<TypeCode>,
    pub null_conditional: bool,
}

pub struct StaticCallCode {
    pub ty: Code,
    pub name: NameCode,
    pub arguments: Box<[Code]>,
    pub generic: Vec<TypeCode>,
}

pub struct IndexCode {
    pub target: Code,
    pub index: Code,
    pub null_conditional: bool,
}

pub struct AssignCode {
    pub target: Target,
    pub operator: AssignOperator,
    /// The right side cannot change the target: it is made of variables, constants and arithmetic.
    pub is_plain: bool,
    /// The right side; with a statement its output is collected.
    pub value: Code,
}

/// What can be assigned to.
pub enum Target {
    Slot(SlotId, Symbol),
    Underbar,
    /// `$null`: what is assigned is thrown away.
    Discard,
    Scoped(Box<ScopedVariable>),
    /// `[int]$x = …`: the variable gets the constraint.
    Typed {
        ty: Option<TypeCode>,
        attributes: Vec<Rc<AttributeCode>>,
        inner: Box<Target>,
    },
    Member(Box<MemberCode>),
    StaticMember(Box<StaticCode>),
    Index(Box<IndexCode>),
    /// `$a, $b = …`
    List(Vec<Target>),
    /// What cannot be assigned to; evaluating it raises the error.
    Invalid,
}

/// An attribute on a variable or parameter, evaluated when it is first needed.
pub struct AttributeCode {
    pub ty: TypeCode,
    pub positional: Vec<Code>,
    pub named: Vec<(Str, Code)>,
    /// The text of the arguments, for messages.
    pub span: Span,
}

pub struct PipelineCode {
    pub span: Span,
    pub elements: Vec<ElementCode>,
    pub background: bool,
}

pub enum ElementCode {
    Command(CommandCode),
    Expression { code: Code, redirections: Vec<RedirectionCode>, span: Span },
}

pub struct CommandCode {
    pub span: Span,
    /// Where the name stands, for a command that is not found.
    pub name_span: Span,
    pub operator: ast::InvocationOperator,
    pub name: CommandName,
    pub arguments: Vec<ArgumentCode>,
    pub redirections: Vec<RedirectionCode>,
    /// The command that the name stood for, and the epoch in which that was found.
    pub resolved: OnceCell<RefCell<(u64, super::command::Command)>>,
}

pub enum CommandName {
    Fixed(Str),
    Computed(Code),
}

pub struct ArgumentCode {
    pub span: Span,
    pub kind: ArgumentKind,
}

pub enum ArgumentKind {
    Positional {
        code: Code,
        /// The text of a number token, which a string parameter gets as it stands.
        token: Option<Str>,
    },
    Named {
        name: Str,
        /// The value after a colon.
        value: Option<Code>,
        token: Option<Str>,
    },
    Splat(Code),
    /// `--%` and what follows it, which only external programs read.
    Verbatim(Str),
}

pub struct RedirectionCode {
    pub from: StreamName,
    pub to: RedirectionTarget,
}

pub enum RedirectionTarget {
    Output,
    File { path: Code, append: bool },
}
