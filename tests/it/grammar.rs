//! The written grammar and the parser agree: one production for each parser function, by name.

use std::collections::BTreeSet;
use std::path::Path;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The names that productions define.
fn productions() -> BTreeSet<String> {
    let text = std::fs::read_to_string(root().join("grammar/powershell.ebnf")).unwrap();
    text.lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter_map(|line| line.split_once('=').map(|(name, _)| name.trim().to_owned()))
        .collect()
}

/// The functions that take an input and give back a result with the input after it. Those that are given a parser are
/// combinators.
fn parsers() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for entry in std::fs::read_dir(root().join("src/syntax/parse")).unwrap() {
        let path = entry.unwrap().path();
        if path.ends_with("mod.rs") {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        for (start, _) in text.match_indices("fn ") {
            let at_line_start = text[..start].rsplit('\n').next().is_some_and(|head| !head.starts_with([' ', '/']));
            let signature = text[start..].split(" {\n").next().unwrap();
            let name = signature[3..].split(['(', '<']).next().unwrap();
            if at_line_start && signature.contains("-> Res<") && !signature.contains("parser:") {
                names.insert(name.to_owned());
            }
        }
    }
    names
}

#[test]
fn every_parser_has_a_production_and_every_production_a_parser() {
    let (productions, parsers) = (productions(), parsers());
    let missing: Vec<_> = parsers.difference(&productions).collect();
    let stale: Vec<_> = productions.difference(&parsers).collect();
    assert!(missing.is_empty() && stale.is_empty(), "without production: {missing:?}; without parser: {stale:?}");
}

#[test]
fn productions_name_only_productions_and_tokens() {
    let text = std::fs::read_to_string(root().join("grammar/powershell.ebnf")).unwrap();
    let known = productions();
    let mut rest = text.as_str();
    let mut plain = String::new();
    while let Some((before, comment)) = rest.split_once("(*") {
        plain.push_str(before);
        rest = comment.split_once("*)").map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    let unquoted: String = plain.split('"').step_by(2).collect::<Vec<_>>().join(" ");
    let words = unquoted.split(|c: char| !c.is_ascii_alphabetic() && c != '_').filter(|word| !word.is_empty());
    let unknown: BTreeSet<_> =
        words.filter(|word| word.starts_with(|c: char| c.is_ascii_lowercase()) && !known.contains(*word)).collect();
    assert!(unknown.is_empty(), "not defined: {unknown:?}");
}
