//! The switch statement.

use super::command::{Context, single_argument};
use super::pipeline::pipeline_chain;
use super::script_block::statement_block;
use super::statement::Label;
use super::{after, bare_word, error_statement, join, maybe};
use crate::syntax::Span;
use crate::syntax::ast::{
    CommandExpression, ErrorChild, Expr, Pipeline, PipelineElement, Statement, StatementBlock, StatementKind,
    SwitchFlags, SwitchStatement,
};
use crate::syntax::fault::messages;
use crate::syntax::lex::trivia::{skip_newlines, skip_terminators};
use crate::syntax::lex::{Data, Input, Keyword, Kind, Res, Token};

/// A switch statement while it is read.
#[derive(Default)]
struct Draft {
    flags: SwitchFlags,
    /// The file after `-file`.
    file: Option<Statement>,
    condition: Option<Statement>,
    clauses: Vec<(Option<Expr>, Option<StatementBlock>)>,
    /// The clauses of `default`; more than one is a fault.
    defaults: Vec<usize>,
    /// Where a statement that could not be read ends.
    end: Span,
    is_broken: bool,
    /// The text ended too early, which is enough to report.
    is_unfinished: bool,
}

impl Draft {
    fn unfinished(&mut self, i: Input<'_>, message: crate::syntax::fault::Message, span: Span) {
        self.is_broken = true;
        self.is_unfinished = i.unfinished(message, span, &[]);
    }
}

/// `switch -flags ( … ) { clauses }`, after its keyword.
pub(super) fn switch_statement<'a>(i: Input<'a>, token: &Token, label: Option<Label>) -> Res<'a, Statement> {
    let start = label.as_ref().map_or(token.span, |label| label.span);
    let mut draft = Draft { end: start, ..Draft::default() };
    let (i, ()) = switch_flags(skip_newlines(i), &mut draft)?;
    let (i, ()) = switch_condition(i, &mut draft)?;
    let i = skip_newlines(i);
    let (rest, open) = i.next();
    let (i, close) = if open.is(Kind::LCurly) {
        draft.end = open.span;
        switch_body(rest, &open, &mut draft)?
    } else {
        if !draft.is_unfinished {
            draft.is_broken = true;
            i.unfinished(messages::MISSING_CURLY_BRACE_IN_SWITCH_STATEMENT, after(draft.end), &[]);
        }
        (i.put_back(), None)
    };
    let statement = match (draft.condition.is_some() || draft.file.is_some(), close) {
        (true, Some(close)) if !draft.is_broken => finished(draft, join(start, close), label),
        _ => broken(draft, start),
    };
    Ok((i, statement))
}

fn finished(draft: Draft, span: Span, label: Option<Label>) -> Statement {
    let condition = draft.condition.or(draft.file).unwrap_or_else(|| error_statement(span, Vec::new()));
    let mut clauses = Vec::new();
    let mut default = None;
    for (n, clause) in draft.clauses.into_iter().enumerate() {
        match clause {
            (_, Some(body)) if draft.defaults.contains(&n) => default = Some(body),
            (Some(condition), Some(body)) => clauses.push((condition, body)),
            _ => {}
        }
    }
    let label = label.map(|label| label.text);
    let switch = SwitchStatement { label, flags: draft.flags, condition, clauses, default };
    Statement { span, kind: StatementKind::Switch(Box::new(switch)) }
}

fn broken(draft: Draft, start: Span) -> Statement {
    let mut nested: Vec<ErrorChild> = Vec::new();
    nested.extend(draft.file.map(ErrorChild::Statement));
    nested.extend(draft.condition.map(ErrorChild::Statement));
    for (condition, body) in draft.clauses {
        nested.extend(condition.map(ErrorChild::Expr));
        nested.extend(body.map(ErrorChild::Block));
    }
    error_statement(join(start, draft.end), nested)
}

/// `-regex -file name …`
fn switch_flags<'a>(mut i: Input<'a>, draft: &mut Draft) -> Res<'a, ()> {
    loop {
        let (held, token) = i.peek();
        let Data::Parameter { name, .. } = &token.data else { return Ok((held, ())) };
        let is = |flag: &str| flag.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name));
        i = held.after(&token);
        draft.end = token.span;
        let flags = &mut draft.flags;
        if is("regex") {
            (flags.regex, flags.wildcard) = (true, false);
        } else if is("wildcard") {
            (flags.regex, flags.wildcard) = (false, true);
        } else if is("exact") {
            (flags.regex, flags.wildcard) = (false, false);
        } else if is("casesensitive") {
            flags.case_sensitive = true;
        } else if is("parallel") {
            flags.parallel = true;
        } else if is("file") {
            flags.file = true;
            let (rest, file) = maybe(|i| single_argument(i, Context::FileName), skip_newlines(i))?;
            i = rest;
            match file {
                None => draft.unfinished(i, messages::MISSING_FILENAME_OPTION, after(token.span)),
                Some(file) => {
                    draft.end = file.span;
                    draft.file = Some(as_pipeline(file));
                }
            }
        } else {
            draft.is_broken = true;
            i.fault(messages::INVALID_SWITCH_FLAG, token.span, &[name]);
        }
    }
}

/// An expression as the pipeline that it would be in parentheses.
fn as_pipeline(expression: Expr) -> Statement {
    let span = expression.span;
    let element = PipelineElement::Expression(CommandExpression { span, expression, redirections: Vec::new() });
    Statement { span, kind: StatementKind::Pipeline(Pipeline { span, elements: vec![element], background: false }) }
}

/// The values in parentheses, unless they come from a file.
fn switch_condition<'a>(i: Input<'a>, draft: &mut Draft) -> Res<'a, ()> {
    let (held, open) = i.peek();
    if !open.is(Kind::LParen) {
        if draft.file.is_none() && !draft.flags.file {
            draft.unfinished(i, messages::PIPELINE_VALUE_REQUIRED, after(draft.end));
        }
        return Ok((held, ()));
    }
    draft.end = open.span;
    if draft.flags.file {
        draft.is_broken = true;
        i.fault(messages::PIPELINE_VALUE_REQUIRED, open.span, &[]);
    }
    let (i, condition) = pipeline_chain(skip_newlines(held.after(&open)))?;
    match &condition {
        None => draft.unfinished(i, messages::PIPELINE_VALUE_REQUIRED, after(open.span)),
        Some(condition) => draft.end = condition.span,
    }
    draft.condition = condition;
    let i = skip_newlines(i);
    let (rest, close) = i.next();
    if close.is(Kind::RParen) {
        draft.end = close.span;
        return Ok((rest, ()));
    }
    if !draft.is_unfinished {
        draft.unfinished(i, messages::MISSING_END_PARENTHESIS_IN_SWITCH_STATEMENT, after(draft.end));
    }
    Ok((i.put_back(), ()))
}

/// The clauses after the brace; the span of the closing one.
fn switch_body<'a>(i: Input<'a>, open: &Token, draft: &mut Draft) -> Res<'a, Option<Span>> {
    let mut i = skip_newlines(i);
    loop {
        let (rest, more) = switch_clause(i, draft)?;
        if !more {
            return Ok((rest, None));
        }
        let (held, token) = skip_terminators(rest).peek();
        i = held;
        if token.is(Kind::RCurly) {
            return Ok((held.after(&token), Some(token.span)));
        }
        if token.is(Kind::End) {
            if !draft.is_unfinished {
                draft.is_broken = true;
                i.unfinished_at(messages::MISSING_END_CURLY_BRACE, open.span, token.span, &[]);
            }
            return Ok((i, None));
        }
    }
}

/// A condition with its block; says whether there may be more clauses.
fn switch_clause<'a>(i: Input<'a>, draft: &mut Draft) -> Res<'a, bool> {
    let (held, token) = i.peek();
    let is_default = token.is_keyword(Keyword::Default);
    let (i, condition) = if is_default {
        (held.after(&token), Some(bare_word(held, &token)))
    } else {
        maybe(|i| single_argument(i, Context::SwitchCondition), held)?
    };
    let Some(condition) = condition else {
        draft.is_broken = true;
        i.unfinished(messages::MISSING_SWITCH_CONDITION_EXPRESSION, after(draft.end), &[]);
        let (held, token) = i.peek();
        let rest = if token.is(Kind::RCurly) { held.after(&token) } else { held };
        return Ok((rest, false));
    };
    draft.end = condition.span;
    let (i, body) = maybe(statement_block, i)?;
    match &body {
        None => draft.unfinished(i, messages::MISSING_SWITCH_STATEMENT_CLAUSE, after(draft.end)),
        Some(body) => {
            draft.end = body.span;
            if is_default && !draft.defaults.is_empty() {
                draft.is_broken = true;
                i.fault(messages::MULTIPLE_SWITCH_DEFAULT_CLAUSES, condition.span, &[]);
            }
        }
    }
    if is_default {
        draft.defaults.push(draft.clauses.len());
    }
    draft.clauses.push((Some(condition), body));
    Ok((i, true))
}
