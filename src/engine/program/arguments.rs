//! The words of a program's command line: what arguments become that no parameter takes.

use crate::engine::Session;
use crate::engine::binder::Argument;
use crate::engine::call::Call;
use crate::syntax::Span;
use crate::text::wildcard::contains_wildcards;
use crate::text::{CaseRule, Wildcard};
use crate::value::{Outcome, Value, convert, enumerate};

impl Session {
    /// The words that arguments become.
    pub(super) fn program_words(&mut self, call: &Call, arguments: Vec<Argument>) -> Outcome<Vec<String>> {
        let mut words = Vec::with_capacity(arguments.len());
        for argument in arguments {
            self.program_word(call, argument, &mut words)?;
        }
        Ok(words)
    }

    fn program_word(&mut self, call: &Call, argument: Argument, words: &mut Vec<String>) -> Outcome {
        let source = written(call, argument.span);
        if argument.token.as_deref() == Some("--%") {
            if let Some(Value::Str(rest)) = &argument.value {
                words.extend(rest.split_whitespace().map(|word| self.with_variables(word)));
            }
            return Ok(());
        }
        let Some(name) = &argument.name else {
            let is_quoted = source.starts_with(is_quote);
            let Some(value) = argument.value else { return Ok(()) };
            return match argument.token {
                Some(token) => {
                    words.push(token.to_string());
                    Ok(())
                }
                None => self.value_words(&value, is_quoted, is_list(source), words),
            };
        };
        let Some(value) = &argument.value else {
            words.push(format!("-{name}"));
            return Ok(());
        };
        // `-name: value` are two words, `-name:value` is one.
        let is_apart = source.split_once(':').is_some_and(|(_, rest)| rest.starts_with(char::is_whitespace));
        if is_apart && !argument.splatted {
            words.push(format!("-{name}:"));
            return self.value_words(value, false, is_list(source), words);
        }
        if let Some(token) = &argument.token {
            words.push(format!("-{name}:{token}"));
            return Ok(());
        }
        let mut values = Vec::new();
        self.value_words(value, true, is_list(source), &mut values)?;
        words.extend(values.into_iter().map(|value| format!("-{name}:{value}")));
        Ok(())
    }

    /// The words of one value: one for each item of a collection, but one for a list that was written out; none for null.
    fn value_words(&mut self, value: &Value, is_quoted: bool, is_list: bool, words: &mut Vec<String>) -> Outcome {
        if value.is_null() {
            return Ok(());
        }
        let items = match value.base() {
            Value::Table(_) => vec![value.clone()],
            _ => enumerate::items_of(value).unwrap_or_else(|| vec![value.clone()]),
        };
        let mut texts = Vec::with_capacity(items.len());
        for item in items {
            texts.push(convert::to_text(self, &item)?);
        }
        if is_list {
            words.push(texts.join(","));
            return Ok(());
        }
        for text in texts {
            match is_quoted {
                true => words.push(text.to_string()),
                false => self.expand(&text, words),
            }
        }
        Ok(())
    }

    /// A word outside of quotes: `~` is the home folder, a pattern the files that match it.
    fn expand(&self, word: &str, words: &mut Vec<String>) {
        if word == "~" || word.starts_with("~/") {
            let home = self.environment.get("HOME").cloned().unwrap_or_default();
            words.push(format!("{home}{}", word.get(1..).unwrap_or("")));
            return;
        }
        let found = if contains_wildcards(word) { self.files_matching(word) } else { Vec::new() };
        match found.is_empty() {
            true => words.push(word.to_string()),
            false => words.extend(found),
        }
    }

    /// The paths that a pattern names, sorted; relative ones as they are seen from the current folder.
    fn files_matching(&self, pattern: &str) -> Vec<String> {
        let (mut found, rest) = match pattern.strip_prefix('/') {
            Some(rest) => (vec!["/".to_string()], rest),
            None => (vec![String::new()], pattern),
        };
        for part in rest.split('/').filter(|part| !part.is_empty() && *part != ".") {
            found = found.iter().flat_map(|folder| self.entries_matching(folder, part)).collect();
        }
        found.sort();
        found
    }

    fn entries_matching(&self, folder: &str, part: &str) -> Vec<String> {
        let joined = |name: &str| match folder {
            "" | "/" => format!("{folder}{name}"),
            _ => format!("{folder}/{name}"),
        };
        if !contains_wildcards(part) {
            let path = joined(part);
            return if std::fs::metadata(&*self.full_path(&path)).is_ok() { vec![path] } else { Vec::new() };
        }
        let Ok(pattern) = Wildcard::new(part, CaseRule::Sensitive) else { return Vec::new() };
        let place = if folder.is_empty() { self.folder.clone() } else { self.full_path(folder) };
        let entries = std::fs::read_dir(&*place).into_iter().flatten().flatten();
        let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
        let is_shown = |name: &String| !name.starts_with('.') || part.starts_with('.');
        names.filter(is_shown).filter(|name| pattern.is_match(name)).map(|name| joined(&name)).collect()
    }

    /// A word behind `--%`: `%NAME%` is the environment's variable, if there is one.
    fn with_variables(&self, word: &str) -> String {
        let mut text = String::new();
        let mut rest = word;
        while let Some((before, after)) = rest.split_once('%') {
            let Some((name, behind)) = after.split_once('%') else { break };
            text.push_str(before);
            match self.environment.get(name) {
                Some(value) => {
                    text.push_str(value);
                    rest = behind;
                }
                None => {
                    text.push('%');
                    rest = after;
                }
            }
        }
        text.push_str(rest);
        text
    }
}

/// An argument as it was written.
fn written(call: &Call, span: Span) -> &str {
    call.place.as_ref().map_or("", |(source, _)| source.slice(span))
}

/// Whether an argument was written as a list: with a comma outside of brackets and quotes.
fn is_list(source: &str) -> bool {
    let mut depth = 0i32;
    let mut quote = None;
    for c in source.chars() {
        match (quote, c) {
            (None, '\'' | '"') => quote = Some(c),
            (Some(open), _) if open == c => quote = None,
            (Some(_), _) => {}
            (None, '(' | '[' | '{') => depth += 1,
            (None, ')' | ']' | '}') => depth -= 1,
            (None, ',') if depth == 0 => return true,
            _ => {}
        }
    }
    false
}

fn is_quote(c: char) -> bool {
    matches!(c, '\'' | '"' | '\u{2018}'..='\u{201E}')
}

#[cfg(test)]
mod tests {
    use super::is_list;

    #[test]
    fn lists_are_told_by_their_commas() {
        assert!(is_list("a,b") && is_list("$a,'x y'"));
        assert!(!is_list("(1,2)") && !is_list("'a,b'") && !is_list("$a"));
    }
}
