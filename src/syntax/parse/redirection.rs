//! Redirections of a command's streams.

use super::command::{Context, single_argument};
use super::{after, error_expression, join, maybe};
use crate::syntax::Span;
use crate::syntax::ast::{Redirection, RedirectionKind, StreamName};
use crate::syntax::fault::messages;
use crate::syntax::lex::{Data, Input, Kind, Res, Token};

/// The redirections of a command, one for each stream.
#[derive(Default)]
pub(super) struct Redirections(Vec<Redirection>);

impl Redirections {
    fn add(&mut self, i: Input<'_>, redirection: Redirection) {
        if self.0.iter().any(|known| known.from == redirection.from) {
            i.fault(messages::STREAM_ALREADY_REDIRECTED, redirection.span, &[stream_text(redirection.from)]);
        } else {
            self.0.push(redirection);
        }
    }

    /// The redirections in the order of their streams.
    pub fn into_list(mut self) -> Vec<Redirection> {
        self.0.sort_by_key(|redirection| redirection.from as u8);
        self.0
    }
}

fn stream_text(stream: StreamName) -> &'static str {
    match stream {
        StreamName::All => "* stream",
        StreamName::Output => "output stream",
        StreamName::Error => "error stream",
        StreamName::Warning => "warning stream",
        StreamName::Verbose => "verbose stream",
        StreamName::Debug => "debug stream",
        StreamName::Information => "information stream",
    }
}

fn is_redirection(kind: Kind) -> bool {
    matches!(kind, Kind::Redirection | Kind::RedirectInput)
}

/// Redirections after an expression, of which there may be none; the span of the last one, if it counts.
pub(super) fn redirections(mut i: Input<'_>) -> Res<'_, (Vec<Redirection>, Option<Span>)> {
    let mut found = Redirections::default();
    let mut last = None;
    loop {
        let (held, token) = i.peek();
        if !is_redirection(token.kind) {
            return Ok((held, (found.into_list(), last)));
        }
        let (rest, (span, counts)) = redirection(held.after(&token), &token, &mut found)?;
        last = counts.then_some(span);
        i = rest;
    }
}

/// What follows a redirection's operator; the span of it all, and whether it is one that counts.
pub(super) fn redirection<'a>(i: Input<'a>, token: &Token, into: &mut Redirections) -> Res<'a, (Span, bool)> {
    if let Data::Merge { from, to } = token.data {
        if to != StreamName::Output || from == to {
            i.fault(messages::REDIRECTION_NOT_SUPPORTED, token.span, &[i.text(token)]);
        }
        let kind = RedirectionKind::Merge { to: StreamName::Output };
        into.add(i, Redirection { span: token.span, from, kind });
        return Ok((i, (token.span, true)));
    }
    let (i, location) = maybe(|i| single_argument(i, Context::FileName), i)?;
    let location = location.unwrap_or_else(|| {
        i.fault(messages::MISSING_FILE_SPECIFICATION, after(token.span), &[]);
        error_expression(token.span)
    });
    let span = join(token.span, location.span);
    let Data::File { from, append } = token.data else {
        i.fault(messages::REDIRECTION_NOT_SUPPORTED, token.span, &[i.text(token)]);
        return Ok((i, (span, false)));
    };
    into.add(i, Redirection { span, from, kind: RedirectionKind::File { append, location } });
    Ok((i, (span, true)))
}
