//! Commands, the names of their parameters, and the values that these take.

use super::paths;
use super::word::Word;
use super::{Candidate, Completion};
use crate::engine::Session;
use crate::engine::signature::{Param, Signature};
use crate::host::arguments::{expected, meant, name_of, starts_with};
use crate::syntax::ast::Command;
use crate::syntax::tree::{Node, walk};
use crate::syntax::{self, Source};
use crate::text::Str;
use std::rc::Rc;

/// Completes a word that is a command's name, a parameter or a value of a fixed set; `None` for everything else.
pub fn complete(session: &mut Session, text: &str, word: &Word) -> Option<Completion> {
    let source = Source::new(None, Str::from(text));
    let parsed = syntax::parse(&source);
    let mut found: Option<Completion> = None;
    let mut is_name = word.quote.is_none();
    walk(Node::ScriptBlock(&parsed.tree), &mut |path| {
        let Node::Command(command) = path.node else { return };
        let is_open = text.get(command.span.end as usize..).is_some_and(|rest| rest.trim().is_empty());
        let name_start = command.elements.first().map_or(0, |name| name.span().start as usize);
        if !is_open || name_start >= word.start {
            return;
        }
        is_name = false;
        // The innermost command comes last and has the say.
        found = argument(session, command, word);
    });
    if !is_name || begins_expression(text, word) {
        return found;
    }
    if word.text.contains('/') || word.text.starts_with('~') {
        return None;
    }
    Some(Completion { start: word.start, candidates: names(session, word.text) })
}

/// Whether what is typed stands where a value is expected rather than a command.
fn begins_expression(text: &str, word: &Word) -> bool {
    let before = text.get(..word.start).unwrap_or_default().trim_end();
    word.text.starts_with('-') || before.ends_with(',') || before.ends_with('<') || before.ends_with('>')
}

fn argument(session: &mut Session, command: &Command, word: &Word) -> Option<Completion> {
    let signature = signature(session, command)?;
    let Some(dashed) = word.text.strip_prefix('-').filter(|_| word.quote.is_none()) else {
        let param = expected(&signature, command, word.start)?;
        return values(param, word.start, word.text, word.quote);
    };
    match dashed.split_once(':') {
        None => Some(Completion { start: word.start, candidates: parameters(&signature, dashed) }),
        Some((name, value)) => {
            let param = meant(&signature, name).into_iter().next()?;
            values(param, word.start + 2 + name.len(), value, None)
        }
    }
}

fn signature(session: &mut Session, command: &Command) -> Option<Rc<Signature>> {
    let found = session.find_command(name_of(command)?).ok().flatten()?;
    found.signature(session)
}

fn parameters(signature: &Signature, start: &str) -> Vec<Candidate> {
    let open = signature.params.iter().filter(|param| !param.hidden && starts_with(&param.name, start));
    // The common parameters would bury the others; they come once they are asked for.
    let open = open.filter(|param| !param.is_common || !start.is_empty());
    open.map(|param| Candidate::plain(format!("-{}", param.name))).collect()
}

/// The values of a fixed set; `None` where the parameter takes anything.
fn values(param: &Param, start: usize, typed: &str, quote: Option<char>) -> Option<Completion> {
    let mut choices = param.choices();
    if choices.is_empty() {
        if !param.ty.is_native(&crate::value::types::BOOLEAN) {
            return None;
        }
        choices = vec![Str::from("$true"), Str::from("$false")];
    }
    let matching = choices.iter().filter(|choice| starts_with(choice, typed));
    let candidates =
        matching.map(|choice| Candidate { shown: choice.to_string(), text: paths::quoted(choice, quote) }).collect();
    Some(Completion { start, candidates })
}

/// The commands whose name begins like this.
fn names(session: &Session, start: &str) -> Vec<Candidate> {
    let mut names: Vec<String> = session.cmdlets.iter().map(|meta| meta.name.to_string()).collect();
    names.extend(session.visible_functions().iter().map(|function| function.name.to_string()));
    if !start.is_empty() {
        names.extend(session.visible_aliases().iter().map(|alias| alias.name.to_string()));
    }
    let mut found: Vec<String> = names.into_iter().filter(|name| starts_with(name, start)).collect();
    if found.is_empty() && !start.is_empty() {
        found = paths::programs(session, start);
    }
    found.into_iter().map(Candidate::plain).collect()
}
