//! The grammar: one function per production of `grammar/powershell.ebnf`, each a nom parser over [`Input`].
//!
//! A parser that finds nothing of its kind returns an error and leaves its input alone. One that finds something wrong
//! reports a fault on the side and goes on with what PowerShell would make of it, so that a tree comes out of every
//! text. Parsers whose result is an `Option` may have taken something and still have nothing to show for it.

mod attribute;
mod class;
mod command;
mod conditional;
mod configuration;
mod data;
mod enumeration;
mod expression;
mod function;
mod hashtable;
mod loops;
mod member;
mod parameter;
mod pipeline;
mod primary;
mod redirection;
mod requires;
mod script_block;
mod statement;
mod string;
mod switch;
mod try_catch;
mod type_name;
mod unary;
mod using;

pub(super) use requires::module as module_specification;

use super::ast::{ErrorChild, ErrorStatement, Expr, ExprKind, Quotes, ScriptBlock, Statement, StatementKind, TypeName};
use super::fault::ParseFault;
use super::lex::{Input, Keyword, Kind, Miss, Mode, Res, Shared, Text, Token, miss};
use super::{Everything, Known, Source, Span};
use nom::Parser;
use nom::combinator::opt;
use std::rc::Rc;

/// What became of a text: a tree in any case, and what is wrong with it.
#[derive(Debug)]
pub struct Parsed {
    pub tree: Rc<ScriptBlock>,
    /// In the order in which they were found; the first is the one to report.
    pub faults: Vec<ParseFault>,
}

impl Parsed {
    /// Whether the text may become right with more lines.
    pub fn is_incomplete(&self) -> bool {
        self.faults.first().is_some_and(|fault| fault.incomplete)
    }
}

/// Parses a script; every type, module and assembly that it names is taken to be there.
pub fn parse(source: &Rc<Source>) -> Parsed {
    parse_with(source, &Everything)
}

/// Parses a script, as PowerShell's `Parser.ParseInput` does.
pub fn parse_with(source: &Rc<Source>, known: &dyn Known) -> Parsed {
    let shared = Shared::new(source);
    let text = Text::whole(&shared);
    let i = Input::new(&text, Mode::Command);
    let tree = match script_block::script_block(i, None, false, None) {
        Ok((_, mut tree)) => {
            tree.requires = requires::requires(&shared).unwrap_or_default();
            tree
        }
        Err(_) => script_block::empty(i),
    };
    let tree = Rc::new(tree);
    super::check::check(&tree, known, shared.has_types.get(), &shared.faults);
    let faults = shared.faults.take();
    Parsed { faults: faults.into_list(), tree }
}

/// A text that is expanded like a string in double quotes.
#[derive(Debug)]
pub struct ParsedString {
    /// The text in quotes, in which the spans count.
    pub source: Rc<Source>,
    pub expression: Expr,
    pub faults: Vec<ParseFault>,
}

/// Parses text that is expanded as a string in double quotes would be, quotes in it being plain characters.
pub fn parse_expandable(text: &str) -> ParsedString {
    let quoted = format!("\"{}\"", text.replace('"', "\"\""));
    let source = Source::new(None, quoted.into());
    let shared = Shared::new(&source);
    let scanned = Text::whole(&shared);
    let i = Input::new(&scanned, Mode::Expression);
    let expression = match primary::primary_expression(i, false) {
        Ok((_, expression)) => expression,
        Err(_) => string_constant(Span::default(), text, Quotes::DoubleQuoted),
    };
    ParsedString { source, expression, faults: shared.faults.take().into_list() }
}

/// Parses the name of one type, such as `System.Collections.Generic.List[int]`; `None` if it is not one.
pub fn parse_type_name(text: &str) -> Option<TypeName> {
    let source = Source::new(None, text.trim().into());
    let shared = Shared::new(&source);
    let scanned = Text::whole(&shared);
    let (rest, name) = type_name::type_spec(Input::new(&scanned, Mode::TypeName), true).ok()?;
    let whole = rest.peek_kind() == Kind::End && name.span == Span::new(0, source.text.len());
    (whole && shared.faults.borrow().is_empty()).then_some(name)
}

// Tokens as parsers

/// The next token if it is of a kind.
fn of<'a>(kind: Kind) -> impl Fn(Input<'a>) -> Res<'a, Rc<Token>> {
    move |i| {
        let (rest, token) = i.next();
        if token.is(kind) { Ok((rest, token)) } else { miss() }
    }
}

/// The next token if it is a keyword.
fn keyword<'a>(keyword: Keyword) -> impl Fn(Input<'a>) -> Res<'a, Rc<Token>> {
    of(Kind::Keyword(keyword))
}

/// What a parser finds, or nothing.
fn maybe<'a, T>(parser: impl Parser<Input<'a>, Output = T, Error = Miss>, i: Input<'a>) -> Res<'a, Option<T>> {
    opt(parser).parse(i)
}

// Spans

/// From the start of one span to the end of another; an empty one at the start of the text is none.
fn join(first: Span, last: Span) -> Span {
    if first == Span::default() {
        last
    } else if last == Span::default() {
        first
    } else {
        Span { start: first.start, end: last.end }
    }
}

/// The place after a span.
fn after(span: Span) -> Span {
    Span { start: span.end, end: span.end }
}

/// The place one character before a span.
fn before(i: Input<'_>, span: Span) -> Span {
    let text = &i.cx.shared.source.text;
    let length = match text.get(..span.start as usize) {
        Some(head) => head.chars().next_back().map_or(0, char::len_utf8),
        None => 1,
    };
    let at = span.start - (length as u32).min(span.start);
    Span { start: at, end: at }
}

// Nodes

fn expr(span: Span, kind: ExprKind) -> Expr {
    Expr { span, kind }
}

fn string_constant(span: Span, value: &str, quotes: Quotes) -> Expr {
    expr(span, ExprKind::String { value: value.into(), quotes })
}

/// A word that stands for itself.
fn bare_word(i: Input<'_>, token: &Token) -> Expr {
    string_constant(token.span, i.text(token), Quotes::BareWord)
}

fn error_expression(span: Span) -> Expr {
    expr(span, ExprKind::Error(Vec::new()))
}

fn error_statement(span: Span, nested: Vec<ErrorChild>) -> Statement {
    Statement { span, kind: StatementKind::Error(ErrorStatement { nested }) }
}

/// Whether a pipeline is one that could not be read.
fn is_error(statement: &Statement) -> bool {
    matches!(statement.kind, StatementKind::Error(_))
}

/// Skips to one of some tokens that stands outside of brackets opened on the way, and past it unless it closes brackets
/// and `take_closing` is not set.
fn skip_to<'a>(mut i: Input<'a>, take_closing: bool, targets: &[Kind]) -> Input<'a> {
    let has = |kind: Kind| targets.contains(&kind);
    let mut parens = i32::from(has(Kind::RParen));
    let mut curlies = i32::from(has(Kind::RCurly));
    let mut brackets = i32::from(has(Kind::RBracket));
    loop {
        let (rest, token) = i.next();
        let count = match token.kind {
            Kind::LParen | Kind::RParen => &mut parens,
            Kind::LCurly | Kind::RCurly => &mut curlies,
            Kind::LBracket | Kind::RBracket => &mut brackets,
            Kind::End => return i.put_back(),
            _ => &mut 0,
        };
        match token.kind {
            Kind::LParen | Kind::LCurly | Kind::LBracket => *count += 1,
            Kind::RParen | Kind::RCurly | Kind::RBracket => {
                *count -= 1;
                if *count == 0 && has(token.kind) {
                    return if take_closing { rest } else { i.put_back() };
                }
            }
            _ => {}
        }
        if has(token.kind) && parens == 0 && curlies == 0 && brackets == 0 {
            return rest;
        }
        i = rest;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::ast::{StringPart, TypeNameKind};

    fn faults(text: &str) -> Vec<(&'static str, bool)> {
        let parsed = parse(&Source::new(None, text.into()));
        parsed.faults.iter().map(|fault| (fault.id, fault.incomplete)).collect()
    }

    #[test]
    fn what_may_go_on_is_incomplete() {
        assert_eq!(faults("if ($x) {"), [("MissingEndCurlyBrace", true)]);
        assert_eq!(faults("Get-Item |"), [("EmptyPipeElement", true)]);
        assert_eq!(faults("'abc"), [("TerminatorExpectedAtEndOfString", true)]);
        assert_eq!(faults("1 2"), [("UnexpectedToken", false)]);
        assert_eq!(faults("if (1) { } # done"), []);
    }

    #[test]
    fn a_type_name_is_read_alone() {
        let name = parse_type_name(" System.Collections.Generic.Dictionary[string, int[]] ").expect("a type name");
        assert_eq!(name.full_name(), "System.Collections.Generic.Dictionary[string,int[]]");
        assert!(matches!(name.kind, TypeNameKind::Generic { .. }));
        assert_eq!(parse_type_name("int]"), None);
        assert_eq!(parse_type_name("a b"), None);
    }

    #[test]
    fn quotes_are_plain_in_text_that_is_expanded() {
        let parsed = parse_expandable("say \"$x\"");
        let ExprKind::Expandable { parts, .. } = parsed.expression.kind else { panic!("no parts") };
        assert!(
            matches!(&parts[..], [StringPart::Text(_), StringPart::Expr(_), StringPart::Text(end)] if &**end == "\"")
        );
        assert!(parsed.faults.is_empty());
    }

    #[test]
    fn requires_lines_are_found_anywhere() {
        let source = Source::new(
            None,
            "1\n#Requires -Version 7 -Modules a, @{ ModuleName = 'b'; ModuleVersion = '1.2' }".into(),
        );
        let requires =
            parse(&source).tree.requires.as_ref().map(|requires| (requires.version.clone(), requires.modules.clone()));
        assert_eq!(requires, Some((Some("7.0".into()), vec!["a".into(), "b".into()])));
        assert_eq!(faults("#requires -foo 1"), [("ScriptRequiresInvalidFormat", false)]);
    }
}
