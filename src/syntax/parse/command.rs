//! Commands and their arguments.

use super::primary::{primary_expression, script_block_expression};
use super::redirection::{Redirections, redirection};
use super::{after, bare_word, expr, join, string};
use crate::syntax::Span;
use crate::syntax::ast::{Command, CommandElement, ErrorChild, Expr, ExprKind, InvocationOperator, Quotes};
use crate::syntax::fault::messages;
use crate::syntax::lex::trivia::skip_newlines;
use crate::syntax::lex::{Data, Input, Keyword, Kind, Mode, Res, Token, miss, word};

/// The word after which the rest of the line is taken as it stands.
const VERBATIM: &str = "--%";

/// Where an argument stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Context {
    /// A name without an operator: variables in it are not expanded.
    CommandName,
    /// A name after `&` or `.`.
    CommandNameAfterOperator,
    FileName,
    /// The only place where a comma makes an array.
    Argument,
    SwitchCondition,
}

impl Context {
    fn is_name(self) -> bool {
        matches!(self, Context::CommandName | Context::CommandNameAfterOperator)
    }
}

/// One argument that is not part of a command.
pub(super) fn single_argument(i: Input<'_>, context: Context) -> Res<'_, Expr> {
    if matches!(i.peek_kind(), Kind::Comma | Kind::End) {
        return miss();
    }
    let mode = i.mode;
    let (i, argument) = command_argument(i.switch(Mode::Command), context)?;
    Ok((i.switch(mode), argument))
}

/// An argument: a word, a string, a variable or another operand, or several with commas between.
pub(super) fn command_argument(i: Input<'_>, context: Context) -> Res<'_, Expr> {
    let (mut i, first) = argument_item(i, context)?;
    if context != Context::Argument || is_verbatim(&first) {
        return Ok((i, first));
    }
    let mut items = vec![first];
    loop {
        let (held, comma) = i.peek();
        let last = items.last().map_or(Span::default(), |item| item.span);
        let start = items.first().map_or(last, |item| item.span);
        if !comma.is(Kind::Comma) {
            let argument = if items.len() == 1 { items.pop() } else { None };
            return Ok((held, argument.unwrap_or_else(|| expr(join(start, last), ExprKind::ArrayLiteral(items)))));
        }
        let next = skip_newlines(held.after(&comma));
        match argument_item(next, context) {
            Ok((rest, item)) => {
                let ends = is_verbatim(&item);
                items.push(item);
                i = rest;
                if ends {
                    let last = items.last().map_or(start, |item| item.span);
                    return Ok((i, expr(join(start, last), ExprKind::ArrayLiteral(items))));
                }
            }
            Err(nom::Err::Error(_)) => {
                i.unfinished(messages::MISSING_EXPRESSION, after(comma.span), &[","]);
                let items = items.into_iter().map(ErrorChild::Expr).collect();
                return Ok((next.put_back(), expr(join(start, comma.span), ExprKind::Error(items))));
            }
            Err(failure) => return Err(failure),
        }
    }
}

fn is_verbatim(item: &Expr) -> bool {
    matches!(&item.kind, ExprKind::String { value, quotes: Quotes::BareWord } if &**value == VERBATIM)
}

/// One item of an argument.
fn argument_item(i: Input<'_>, context: Context) -> Res<'_, Expr> {
    let (rest, token) = i.next();
    match token.kind {
        Kind::Pipe
        | Kind::RCurly
        | Kind::RParen
        | Kind::End
        | Kind::NewLine
        | Kind::Semi
        | Kind::Redirection
        | Kind::RedirectInput
        | Kind::AndAnd
        | Kind::OrOr
        | Kind::Ampersand
        | Kind::MinusMinus
        | Kind::Comma => miss(),
        Kind::SplattedVariable
        | Kind::Variable
        | Kind::Number
        | Kind::HereStringExpandable
        | Kind::StringExpandable
        | Kind::HereStringLiteral
        | Kind::StringLiteral
        | Kind::LParen
        | Kind::DollarParen
        | Kind::AtParen
        | Kind::AtCurly
        | Kind::LCurly => primary_expression(i, true),
        Kind::Generic => match &token.data {
            Data::Parts(parts) if context != Context::CommandName => {
                string::expandable_word(rest, token.span, parts).map(|expression| (rest, expression))
            }
            _ => {
                let value = token.value().unwrap_or_default();
                Ok((rest, expr(token.span, ExprKind::String { value, quotes: Quotes::BareWord })))
            }
        },
        _ => Ok((rest, bare_word(rest, &token))),
    }
}

/// A command while it is read.
struct Draft {
    invocation: InvocationOperator,
    elements: Vec<CommandElement>,
    redirections: Redirections,
    /// The end of what was read last.
    end: Span,
    /// `--` was seen, after which nothing is a parameter.
    only_arguments: bool,
    context: Context,
}

/// A command with its parameters, arguments and redirections; nothing where none begins.
pub(super) fn command(i: Input<'_>) -> Res<'_, Option<Command>> {
    let mode = i.mode;
    let mut i = i.switch(Mode::Command);
    let (rest, first) = i.next();
    let (invocation, context) = match first.kind {
        Kind::Dot => (InvocationOperator::Dot, Context::CommandNameAfterOperator),
        Kind::Ampersand => (InvocationOperator::Ampersand, Context::CommandNameAfterOperator),
        _ => (InvocationOperator::None, Context::CommandName),
    };
    if invocation != InvocationOperator::None {
        i = rest;
    }
    let mut draft = Draft {
        invocation,
        elements: Vec::new(),
        redirections: Redirections::default(),
        end: first.span,
        only_arguments: false,
        context,
    };
    loop {
        let (rest, more) = command_element(i, &mut draft)?;
        i = rest;
        if !more {
            break;
        }
        draft.context = Context::Argument;
    }
    let i = i.switch(mode);
    if draft.elements.is_empty() {
        if invocation != InvocationOperator::None {
            i.fault(messages::MISSING_EXPRESSION, first.span, &[i.text(&first)]);
        }
        return Ok((i, None));
    }
    let span = join(first.span, draft.end);
    let redirections = draft.redirections.into_list();
    Ok((i, Some(Command { span, invocation: draft.invocation, elements: draft.elements, redirections })))
}

/// One element of a command; says whether there may be more.
fn command_element<'a>(i: Input<'a>, draft: &mut Draft) -> Res<'a, bool> {
    let (rest, token) = i.next();
    match token.kind {
        Kind::Pipe
        | Kind::RCurly
        | Kind::RParen
        | Kind::End
        | Kind::NewLine
        | Kind::Semi
        | Kind::AndAnd
        | Kind::OrOr
        | Kind::Ampersand => return Ok((i.put_back(), false)),
        Kind::MinusMinus => {
            draft.end = token.span;
            draft.elements.push(if draft.only_arguments {
                CommandElement::Argument(bare_word(i, &token))
            } else {
                CommandElement::Parameter { span: token.span, name: "-".into(), argument: None, error_span: token.span }
            });
            draft.only_arguments = true;
        }
        Kind::Comma => {
            draft.end = token.span;
            i.fault(messages::MISSING_ARGUMENT, token.span, &[]);
            return Ok((skip_newlines(rest), true));
        }
        Kind::Parameter if !draft.context.is_name() && !draft.only_arguments => {
            return command_parameter(rest, &token, draft);
        }
        Kind::Redirection | Kind::RedirectInput if !draft.context.is_name() => {
            let (rest, (span, _)) = redirection(rest, &token, &mut draft.redirections)?;
            draft.end = span;
            return Ok((rest, true));
        }
        Kind::Parameter | Kind::Redirection | Kind::RedirectInput => {
            draft.end = token.span;
            draft.elements.push(CommandElement::Argument(bare_word(i, &token)));
        }
        Kind::Keyword(Keyword::InlineScript) if draft.context == Context::CommandName => {
            return inline_script(rest, &token, draft);
        }
        _ => return plain_argument(i, &token, draft),
    }
    Ok((rest, true))
}

/// An argument, or the verbatim rest of the line after `--%`.
fn plain_argument<'a>(i: Input<'a>, token: &Token, draft: &mut Draft) -> Res<'a, bool> {
    let (rest, argument) = command_argument(i, draft.context)?;
    draft.end = argument.span;
    draft.elements.push(CommandElement::Argument(argument));
    if token.value().as_deref() != Some(VERBATIM) {
        return Ok((rest, true));
    }
    if rest.held.is_some() && rest.peek_kind() != Kind::Parameter {
        return Ok((rest, true));
    }
    let (rest, token) = word::verbatim(rest.fresh());
    draft.end = token.span;
    draft.elements.push(CommandElement::Argument(bare_word(rest, &token)));
    Ok((rest, false))
}

/// What follows `-Name` or `-Name:`.
fn command_parameter<'a>(i: Input<'a>, token: &Token, draft: &mut Draft) -> Res<'a, bool> {
    let Data::Parameter { name, colon } = &token.data else { return Ok((i, true)) };
    let mut rest = i;
    let mut argument = None;
    if *colon {
        let (held, next) = i.peek();
        rest = held;
        if !next.is(Kind::Comma) {
            match command_argument(held, Context::Argument) {
                Ok((after_argument, found)) => {
                    rest = after_argument;
                    argument = Some(found);
                }
                Err(nom::Err::Error(_)) => {
                    i.fault(messages::PARAMETER_REQUIRES_ARGUMENT, after(token.span), &[i.text(token)]);
                }
                Err(failure) => return Err(failure),
            }
        }
    }
    let span = argument.as_ref().map_or(token.span, |argument| join(token.span, argument.span));
    draft.end = span;
    draft.elements.push(CommandElement::Parameter { span, name: name.clone(), argument, error_span: token.span });
    Ok((rest, true))
}

/// The script block after `inlinescript` in a workflow.
fn inline_script<'a>(i: Input<'a>, token: &Token, draft: &mut Draft) -> Res<'a, bool> {
    draft.elements.push(CommandElement::Argument(bare_word(i, token)));
    draft.end = token.span;
    let i = skip_newlines(i);
    let (rest, open) = i.next();
    if !open.is(Kind::LCurly) {
        i.unfinished(messages::MISSING_STATEMENT_AFTER_KEYWORD, after(token.span), &[i.text(token)]);
        return Ok((i.put_back(), false));
    }
    let (rest, block) = script_block_expression(rest, &open)?;
    draft.end = block.span;
    draft.elements.push(CommandElement::Argument(block));
    Ok((rest, true))
}
