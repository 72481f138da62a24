//! Variables, members of what they hold, and types.

use super::word::Word;
use super::{Candidate, Completion};
use crate::engine::Session;
use crate::host::arguments::starts_with;
use crate::text::Symbol;
use crate::types;
use crate::types::{MemberInfo, MemberKind};
use crate::value::{Env, Value};

fn is_name_part(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '?' | ':')
}

/// `$na` becomes `$name`, also inside of a string in double quotes.
pub fn variables(session: &Session, word: &Word) -> Option<Completion> {
    if word.quote == Some('\'') {
        return None;
    }
    let at = word.text.rfind('$')?;
    let typed = word.text.get(at + 1..)?;
    if !typed.chars().all(is_name_part) {
        return None;
    }
    let names: Vec<String> = match typed.split_once(':') {
        Some((drive, _)) if drive.eq_ignore_ascii_case("env") => {
            session.environment.keys().map(|name| format!("env:{name}")).collect()
        }
        Some((scope, _)) => all_variables(session).into_iter().map(|name| format!("{scope}:{name}")).collect(),
        None => all_variables(session),
    };
    let matching = names.into_iter().filter(|name| starts_with(name, typed));
    let text = |name: String| if name.chars().all(is_name_part) { format!("${name}") } else { format!("${{{name}}}") };
    let candidates = matching.map(|name| Candidate::plain(text(name))).collect();
    Some(Completion { start: word.start + at, candidates })
}

fn all_variables(session: &Session) -> Vec<String> {
    let links = session.scopes();
    links.iter().flat_map(|link| session.variables_in(link)).map(|name| name.name().to_string()).collect()
}

/// `$user.Disp` becomes `$user.DisplayName`, `[math]::Ma` becomes `[math]::Max(`.
pub fn members(session: &mut Session, word: &Word) -> Option<Completion> {
    if word.quote.is_some() {
        return None;
    }
    if let Some((name, typed)) = word.text.rsplit_once("]::") {
        let ty = session.find_type(name.trim_start_matches('['))?;
        let members = types::list_members(&ty, true).into_iter().map(shape);
        return Some(completion(word, &format!("{name}]::"), typed, members.collect()));
    }
    let (object, typed) = word.text.rsplit_once('.')?;
    let value = held(session, object)?;
    let mut members: Vec<String> = session.property_names(&value).iter().map(ToString::to_string).collect();
    if let Some(ty) = value.type_ref() {
        members.extend(types::list_members(&ty, false).into_iter().map(shape));
    }
    Some(completion(word, &format!("{object}."), typed, members))
}

fn completion(word: &Word, before: &str, typed: &str, members: Vec<String>) -> Completion {
    let matching = members.into_iter().filter(|name| starts_with(name, typed));
    let candidates = matching.map(|name| Candidate { text: format!("{before}{name}"), shown: name }).collect();
    Completion { start: word.start, candidates }
}

fn shape(member: MemberInfo) -> String {
    match member.kind {
        MemberKind::Method => format!("{}(", member.name),
        _ => member.name.to_string(),
    }
}

/// What `$name.part.part` holds now.
fn held(session: &mut Session, text: &str) -> Option<Value> {
    let mut parts = text.strip_prefix('$')?.split('.');
    let mut value = session.lookup(Symbol::new(parts.next()?))?;
    for part in parts {
        value = session.get_property(&value, Symbol::new(part)).ok()?;
    }
    (!value.is_null()).then_some(value)
}

/// `[date` becomes `[datetime`.
pub fn types(word: &Word) -> Option<Completion> {
    if word.quote.is_some() {
        return None;
    }
    let at = word.text.rfind('[')?;
    let typed = word.text.get(at + 1..)?;
    if typed.contains(']') || typed.is_empty() || typed.starts_with(|c: char| !c.is_alphabetic()) {
        return None;
    }
    let names = types::accelerators();
    let candidates = names.into_iter().filter(|name| starts_with(name, typed)).map(Candidate::plain).collect();
    Some(Completion { start: word.start + at + 1, candidates })
}
