//! Tokens: what the scanner hands to the grammar.

use super::keyword::Keyword;
use crate::syntax::Span;
use crate::syntax::ast::{AssignOperator, BinaryOperator, CaseRule, Comparison, StreamName, UnaryOperator};
use crate::text::Number;

/// One token with its place and what was read from it.
#[derive(Debug)]
pub(crate) struct Token {
    pub kind: Kind,
    /// Where it begins in the text that is being scanned.
    pub start: u32,
    /// The first byte after it in the text that is being scanned.
    pub end: u32,
    /// Its place in the source.
    pub span: Span,
    pub data: Data,
}

/// The kinds of tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Unknown,
    Variable,
    SplattedVariable,
    Parameter,
    Number,
    Label,
    Identifier,
    /// A command name or an argument that is nothing simpler.
    Generic,
    NewLine,
    End,
    StringLiteral,
    StringExpandable,
    HereStringLiteral,
    HereStringExpandable,
    LParen,
    RParen,
    LCurly,
    RCurly,
    LBracket,
    RBracket,
    AtParen,
    AtCurly,
    DollarParen,
    Semi,
    AndAnd,
    OrOr,
    Ampersand,
    Pipe,
    Comma,
    MinusMinus,
    PlusPlus,
    DotDot,
    ColonColon,
    Dot,
    Exclaim,
    Multiply,
    Divide,
    Rem,
    Plus,
    Minus,
    Assign(AssignOperator),
    Redirection,
    RedirectInput,
    Not,
    Bnot,
    /// A binary operator that is written as a word after a dash.
    Word(BinaryOperator),
    Colon,
    QuestionMark,
    QuestionQuestion,
    QuestionDot,
    QuestionLBracket,
    Keyword(Keyword),
}

/// What a token carries beside its text.
#[derive(Debug)]
pub(crate) enum Data {
    None,
    /// `None` where the digits make no number.
    Number(Option<Number>),
    /// The value of a literal string or of a word after its escapes.
    Text(Box<str>),
    /// The parts of a string with variables in it.
    Parts(Vec<Part>),
    Parameter {
        name: Box<str>,
        colon: bool,
    },
    Variable {
        path: Box<str>,
        braced: bool,
    },
    Label(Box<str>),
    File {
        from: StreamName,
        append: bool,
    },
    Merge {
        from: StreamName,
        to: StreamName,
    },
}

/// A part of a string with variables in it.
#[derive(Debug)]
pub(crate) enum Part {
    Text(Box<str>),
    /// A variable, with its text as it was written.
    Variable {
        span: Span,
        path: Box<str>,
        braced: bool,
        written: Box<str>,
    },
    /// `$( … )`, not yet read.
    Sub(SubText),
}

/// The text of a `$( … )` in a string, to be scanned on its own.
#[derive(Debug)]
pub(crate) struct SubText {
    pub span: Span,
    /// With doubled quotes made single.
    pub text: Box<str>,
    /// The text as it stands in what is being scanned.
    pub written: Box<str>,
    /// The places in the source of quotes that were dropped, with their lengths; `None`: as in the text around.
    pub dropped: Option<Vec<(u32, u32)>>,
}

/// How tightly a binary operator binds.
pub(crate) type Precedence = u8;

impl Token {
    pub fn is(&self, kind: Kind) -> bool {
        self.kind == kind
    }

    pub fn is_keyword(&self, keyword: Keyword) -> bool {
        self.kind == Kind::Keyword(keyword)
    }

    /// The value of a word or literal; parts that would be expanded stand as they were written.
    pub fn value(&self) -> Option<Box<str>> {
        match &self.data {
            Data::Text(text) => Some(text.clone()),
            Data::Parts(parts) => Some(parts.iter().map(Part::written).collect::<String>().into_boxed_str()),
            _ => None,
        }
    }
}

impl Part {
    fn written(&self) -> &str {
        match self {
            Part::Text(text) => text,
            Part::Variable { written, .. } => written,
            Part::Sub(sub) => &sub.written,
        }
    }
}

impl Kind {
    /// Whether every mode reads the same token here.
    pub fn is_mode_invariant(self) -> bool {
        matches!(
            self,
            Kind::NewLine
                | Kind::End
                | Kind::StringLiteral
                | Kind::StringExpandable
                | Kind::HereStringLiteral
                | Kind::HereStringExpandable
                | Kind::LParen
                | Kind::RParen
                | Kind::LCurly
                | Kind::RCurly
                | Kind::RBracket
                | Kind::AtParen
                | Kind::AtCurly
                | Kind::DollarParen
                | Kind::Semi
                | Kind::AndAnd
                | Kind::OrOr
                | Kind::Ampersand
                | Kind::Pipe
                | Kind::Comma
                | Kind::RedirectInput
        )
    }

    pub fn assignment(self) -> Option<AssignOperator> {
        if let Kind::Assign(operator) = self { Some(operator) } else { None }
    }

    pub fn is_unary(self) -> bool {
        self == Kind::Comma || self.unary().is_some()
    }

    /// The operator before an operand; the comma makes an array and is none.
    pub fn unary(self) -> Option<UnaryOperator> {
        Some(match self {
            Kind::MinusMinus => UnaryOperator::MinusMinus,
            Kind::PlusPlus => UnaryOperator::PlusPlus,
            Kind::Exclaim => UnaryOperator::Exclaim,
            Kind::Plus => UnaryOperator::Plus,
            Kind::Minus => UnaryOperator::Minus,
            Kind::Not => UnaryOperator::Not,
            Kind::Bnot => UnaryOperator::Bnot,
            Kind::Word(BinaryOperator::Join) => UnaryOperator::Join,
            Kind::Word(BinaryOperator::Compare(Comparison::Split, CaseRule::Insensitive)) => UnaryOperator::Split,
            Kind::Word(BinaryOperator::Compare(Comparison::Split, CaseRule::Sensitive)) => UnaryOperator::Csplit,
            _ => return None,
        })
    }

    /// The operator between operands and how tightly it binds.
    pub fn binary(self) -> Option<(BinaryOperator, Precedence)> {
        use BinaryOperator as B;
        let operator = match self {
            Kind::DotDot => B::DotDot,
            Kind::Multiply => B::Multiply,
            Kind::Divide => B::Divide,
            Kind::Rem => B::Rem,
            Kind::Plus => B::Plus,
            Kind::Minus => B::Minus,
            Kind::QuestionQuestion => B::QuestionQuestion,
            Kind::Word(operator) => operator,
            _ => return None,
        };
        let precedence = match operator {
            B::And | B::Or | B::Xor => 1,
            B::Band | B::Bor | B::Bxor => 2,
            B::Join | B::Is | B::IsNot | B::As | B::Shl | B::Shr | B::Compare(..) => 5,
            B::QuestionQuestion => 7,
            B::Plus | B::Minus => 9,
            B::Multiply | B::Divide | B::Rem => 10,
            B::Format => 12,
            B::DotDot => 13,
        };
        Some((operator, precedence))
    }
}
